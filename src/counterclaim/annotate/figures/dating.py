"""When what a figure counts happened: the day (or month) of its own clause, or of the account that it belongs to.

A count of one day holds from that day until that day. Tolls of a war or a year, and counts "since" a date, have no
such day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from counterclaim.annotate.figures.deeds import opens_with
from counterclaim.annotate.figures.draft import Draft
from counterclaim.annotate.names.words import REPORTING
from counterclaim.annotate.parse import Parsed
from counterclaim.records import Happened, TimeExpression

_DAY = re.compile(r"\d{4}-\d{2}(?:-\d{2})?(?=T|$)")
_NOT_THEN = frozenset("since until till from before as".split())
#: A toll of more than one happening.
_OVER_TIME = re.compile(
    r"\bsince\b|\b(?:in|during|over)\s+the\s+(?:past|last)\b|\bso\s+far\b|\bthis\s+(?:year|month|week)\b"
    r"|\b(?:civil\s+)?war\b|\bconflict\b|\buprising\b|\brevolt\b|\bcrisis\b",
    re.IGNORECASE,
)
_STILL = frozenset({Happened.PRESENT, Happened.OTHER, Happened.DEPLOYED})
#: Verbs by which a toll changes on the day that is told.
_RISING = frozenset("rise climb reach grow increase jump raise bring revise update soar stand".split())
_DYING = frozenset({"die", "succumb"})
_LATER = frozenset({"later", "afterwards", "subsequently"})
_OF_WOUNDS = frozenset("hospital hospitals wounds injuries burns".split())
_AFTER = frozenset({"after", "before", "once"})
#: An account goes on for so many sentences without naming its day again.
_NEAR = 3
_CLAUSES = frozenset({"relcl", "acl", "ccomp", "parataxis"})


def find_days(parsed: Parsed, drafts: Sequence[Draft], times: Sequence[TimeExpression]) -> None:
    """Fill in the day of drafts that stand in the order of the text."""
    last: tuple[int, str] | None = None
    for draft in drafts:
        if draft.since or draft.as_of:
            continue
        day, told = _day_of(parsed, draft, times)
        if day is not None and told is not None and told.lemma_.lower() in _RISING:
            draft.as_of = day  # "the toll rose to 12 on Monday": not all died on that day
            continue
        if day is None and last is not None and draft.sentence - last[0] <= _NEAR and _goes_on(draft, last[0]):
            day = last[1]
        if day is None:
            continue
        draft.since = draft.until = day
        last = draft.sentence, day


def is_over_time(words: str) -> bool:
    """Whether words tell a toll of more than one happening."""
    return bool(_OVER_TIME.search(words))


def died_afterwards(token: Token) -> bool:
    """Whether the counted died some time after what they died of ("later died", "died of burns")."""
    verb = next((above for above in (token, *token.ancestors) if above.pos_ == "VERB"), None)
    if verb is None or verb.lemma_.lower() not in _DYING:
        return False
    return any(
        child.lower_ in _LATER or (child.dep_ == "prep" and any(c.lower_ in _OF_WOUNDS for c in child.children))
        for child in verb.children
    )


def _goes_on(draft: Draft, before: int) -> bool:
    """Whether a count without a day of its own may be of the day spoken of in sentence number `before`."""
    if died_afterwards(_token(draft)) or (before == draft.sentence and _clause_after(_token(draft)) is not None):
        return False
    sentence = draft.doc[draft.first].sent
    return not _STILL.intersection(draft.happened) and not is_over_time(sentence.text)


def _token(draft: Draft) -> Token:
    """The token that stands for a count in the parse."""
    return draft.doc[draft.end if draft.counted.noun is not None else draft.last]


def _clause_after(token: Token) -> Token | None:
    """The verb of a clause around a token that tells what came before or after the rest ("after two had died")."""
    return next((t for t in (token, *token.ancestors) if t.dep_ == "advcl" and opens_with(t, _AFTER)), None)


def _day_of(parsed: Parsed, draft: Draft, times: Sequence[TimeExpression]) -> tuple[str, Token] | tuple[None, None]:
    """The day that the clause of a count names, or a clause around it, and the word that it is told of."""
    sentence = draft.doc[draft.first].sent
    chain = [_token(draft)]
    apart = _clause_after(chain[0])
    while chain[-1].head != chain[-1] and chain[-1] != apart:
        chain.append(chain[-1].head)
    above = {token.i: depth for depth, token in enumerate(chain)}
    found = []
    for time in times:
        if not sentence.start_char <= time.span.start < sentence.end_char:
            continue
        day = _DAY.match(time.value)
        if day is None or _is_of_another(parsed, time):
            continue
        path = list(_up(_root(draft.doc, parsed, time)))
        joined = next(((above[t.i], t) for t in path if t.i in above), None)
        if joined is None or (joined[1].lemma_.lower() in REPORTING and joined[1].pos_ == "VERB"):
            continue
        if any(t.lower_ in _NOT_THEN and t.pos_ in {"ADP", "SCONJ"} for t in path[: path.index(joined[1])]):
            continue
        found.append((joined[0], abs(time.span.start - draft.count.start), day.group(), joined[1].i))
    if not found or _OVER_TIME.search(parsed.report.text, draft.count.start, sentence.end_char):
        return None, None
    _, _, value, at = min(found)
    return value, draft.doc[at]


def _root(doc: Doc, parsed: Parsed, time: TimeExpression) -> Token:
    return parsed.tokens(time.span.start, time.span.end).root


def _up(token: Token) -> Iterator[Token]:
    """A time's token and those above it, as long as no clause of its own lies between."""
    while True:
        yield token
        if token.dep_ in _CLAUSES or token.head == token:
            return
        token = token.head


def _is_of_another(parsed: Parsed, time: TimeExpression) -> bool:
    """Whether the words before a time make it the beginning or the end of something, or the name of a day."""
    first = parsed.tokens(time.span.start, time.span.end)[0]
    if first.i == first.sent.start:
        return False
    before = first.nbor(-1)
    if before.lower_ in {"the", "early", "late", "mid"} and before.i > first.sent.start:
        before = before.nbor(-1)
    return before.lower_ in _NOT_THEN
