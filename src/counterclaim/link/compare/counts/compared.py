"""Numbers that their own sentence compares: "52 bodies, far more than the 38 that the ministry admits to"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from counterclaim.link.compare.counts.bare import Number, set_apart, told_at
from counterclaim.link.compare.counts.numerals import numbers_in
from counterclaim.link.compare.denials.parties import PRONOUNS, named_body
from counterclaim.link.compare.finding import Finding
from counterclaim.link.compare.times.words import sentence_at
from counterclaim.link.pile import Pile
from counterclaim.records import Span, Who

#: What sets a number against the one before it, right before it.
_AGAINST = re.compile(
    # "Wounded more than 100" sets nothing against 100, "more than the 38" does.
    r"\b(?:(?:(?:more|fewer|less) than (?:the|its|their|his)|(?:higher|lower|greater|smaller|larger) than)|instead of|"
    r"rather than|as opposed to|compared (?:with|to)|contradicting|and not|, not)"
    r"(?: (?:the|about|some|only|just|around|a|figure|toll|number|of))* $",
    re.I,
)
#: Who gives it, right behind it.
_WHO_SAYS = re.compile(
    r"(?: [\w-]+){0,3}?(?: (?:that|which)|,)?(?: as)? (?P<who>(?:the |its |their |an? )?[\w’'-]+(?: [\w’'-]+){0,5}?)"
    r" (?:has |had |have )?(?:said|says?|claim(?:s|ed)?|admit(?:s|ted)?|acknowledge[sd]?|report(?:s|ed)?|announced?|"
    r"g(?:ave|iven)|stated?|insist(?:s|ed)?|concede[sd]?|put)\b"
)
_GIVEN_BY = re.compile(
    r"(?: [\w-]+){0,3}? (?:given|reported|announced|claimed|stated|cited|admitted) by "
    r"(?P<who>(?:the |an? )?[\w’'-]+(?: [\w’'-]+){0,5}?)"
    r"(?=[,.;:]| (?:and|but|on|in|at|after)\b)"
)
#: What was said at first was overtaken since, and no other account.
_AT_FIRST = re.compile(r"\b(?:first|initially|earlier|originally|previously|had expected|planned|feared)\b", re.I)
_BACK, _ON = 60, 120
_WHY = "The sentence itself sets “{later}” against “{earlier}”."


def compare_compared(pile: Pile) -> Iterator[Finding]:
    """Numbers that a sentence sets against another one, which it gives somebody else for."""
    for report in pile.annotations:
        text = pile.reports[report].text
        found = list(numbers_in(text))
        for (before, number), (span, value) in pairwise(found):
            sentence = sentence_at(text, span.start, span.end)
            if (
                before.start < sentence.start
                or number == value
                or not _AGAINST.search(text[max(0, span.start - _BACK) : span.start])
            ):
                continue
            said = _WHO_SAYS.match(text, span.end, span.end + _ON) or _GIVEN_BY.match(text, span.end, span.end + _ON)
            if said is None or _AT_FIRST.search(text, before.end, said.end()):
                continue
            earlier, later = told_at(pile, report, before, number), told_at(pile, report, span, value)
            who = _who(pile, report, Span.of(text, said.start("who"), said.end("who")))
            if earlier and later and who and earlier.record != later.record and not _same_voice(pile, earlier, who):
                yield set_apart(
                    pile, earlier, replace(later, who=(who,)), _WHY.format(later=span.text, earlier=before.text)
                )


def _who(pile: Pile, report: str, span: Span) -> Who | None:
    named = named_body(pile, report, span)
    return named or (None if span.text.lower() in PRONOUNS else Who(None, span.text, span))


def _same_voice(pile: Pile, earlier: Number, who: Who) -> bool:
    return pile.key(who) in {pile.key(one) for one in (earlier.who or earlier.told.sources)}
