"""How a number stands to others, by its own words: it leaves room for more ("at least 15", "15 so far"), it leaves none
("no more than 40", "nine and no more"), or it names the number that it rejects ("eleven lorries, not thirty").
"""

from __future__ import annotations

import re

from counterclaim.link.compare.counts.numerals import numbers_in
from counterclaim.link.compare.counts.sizes import size
from counterclaim.link.compare.counts.words import OWN_TOLL
from counterclaim.link.compare.times.words import sentence_at
from counterclaim.link.pile import Pile
from counterclaim.records import Figure, Span

#: How far from a number stand the words that leave room for more, and those that leave none, in characters.
_OPEN_BY, _SHUT_BEFORE, _SHUT_BEHIND = 110, 40, 100
_SO_FAR = re.compile(
    r"\b(?:so far|thus far|as yet|for now|(?:preliminary|initial|early|first|provisional) (?:reports?|tolls?|counts?|"
    r"figures?|information|estimates?|accounts?))\b",
    re.I,
)
_NO_MORE_THAN = re.compile(
    r"\b(?:(?:no|not|never|nor)(?: (?:been|there|be|one))* (?:more|greater|higher|larger) than|"
    r"(?:did|does|do|had|has|have) not (?:exceed(?:ed)?|go(?:ne)? beyond|pass(?:ed)?)|at (?:the )?(?:very )?most)\b"
    r"[^.;,]*$",
    re.I,
)
_AND_NO_MORE = re.compile(
    r"[^.;]*?\b(?:and (?:no|not one|none) (?:more|others?)|"
    r"(?:and|of|there (?:was|were)) (?:nobody else|no one else|no others?|none other)|in all and no)\b",
    re.I,
)
#: What rejects the number that follows.
_REJECTS = re.compile(
    r"(?:\b(?:and not|but not|rather than|instead of|nor|far from)|, not|[—–-] ?not|\bnot)"
    r"(?: (?:the|a|an|some|about|all|of|as many as|any))*[ \"“]+$",
    re.I,
)
_BEFORE = 30


def leaves_room(pile: Pile, figure: Figure, twins: tuple[Span, ...] = ()) -> bool:
    """Whether a number is told as one that may be more, here or, where nobody counts it here, elsewhere in its report
    (`twins`): a headline leaves out "at least"."""
    text = pile.reports[figure.report].text
    told = [figure]
    if not OWN_TOLL.search(sentence_at(text, figure.span.start, figure.span.end).text):
        told += [other for other in pile.annotations[figure.report].figures if other.span in twins]
    return any((other.low is not None and other.high is None) or _SO_FAR.search(_around(pile, other)) for other in told)


def leaves_none(pile: Pile, figure: Figure) -> bool:
    """Whether a number is told as one that is not more."""
    text, span = pile.reports[figure.report].text, figure.span
    sentence = sentence_at(text, span.start, span.end)
    before = text[max(sentence.start, span.start - _SHUT_BEFORE) : span.start]
    behind = text[span.end : min(sentence.end, span.end + _SHUT_BEHIND)]
    own = _NO_MORE_THAN.search(f"{before}{span.text}")
    return bool(own or _AND_NO_MORE.match(behind))


def rejects(pile: Pile, figure: Figure, other: Figure) -> bool:
    """Whether a number stands in one sentence with another one that it rejects, and that one is `other`."""
    text = pile.reports[figure.report].text
    sentence = sentence_at(text, figure.span.start, figure.span.end)
    for at, value in numbers_in(sentence.text):
        named = value == size(other) != size(figure)
        if named and _REJECTS.search(sentence.text[max(0, at.start - _BEFORE) : at.start]):
            return True
    return False


def rejects_next(text: str, span: Span) -> bool:
    """Whether the words right before a number reject it."""
    return bool(_REJECTS.search(text[max(0, span.start - _BEFORE) : span.start]))


def _around(pile: Pile, figure: Figure) -> str:
    text, span = pile.reports[figure.report].text, figure.span
    sentence = sentence_at(text, span.start, span.end)
    return text[max(sentence.start, span.start - _OPEN_BY) : min(sentence.end, span.end + _OPEN_BY)]
