"""When what a figure counts happened: the day (or month) of its own clause, or of the account that it belongs to.

A count of one day holds from that day until that day. Tolls of a war or a year, and counts "since" a date, have no
such day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

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
#: An account goes on for so many sentences without naming its day again.
_NEAR = 3
_CLAUSES = frozenset({"relcl", "acl", "ccomp", "parataxis"})


def find_days(parsed: Parsed, drafts: Sequence[Draft], times: Sequence[TimeExpression]) -> None:
    """Fill in the day of drafts that stand in the order of the text."""
    last: tuple[int, str] | None = None
    for draft in drafts:
        if draft.since or draft.as_of:
            continue
        day = _day_of(parsed, draft, times)
        if day is None and last is not None and draft.sentence - last[0] <= _NEAR and _goes_on(draft):
            day = last[1]
        if day is None:
            continue
        draft.since = draft.until = day
        last = draft.sentence, day


def _goes_on(draft: Draft) -> bool:
    """Whether a count without a day of its own may be of the day spoken of before."""
    sentence = draft.doc[draft.first].sent
    return not _STILL.intersection(draft.happened) and not _OVER_TIME.search(sentence.text)


def _day_of(parsed: Parsed, draft: Draft, times: Sequence[TimeExpression]) -> str | None:
    """The day that the clause of a count names, or a clause around it."""
    sentence = draft.doc[draft.first].sent
    chain = [draft.doc[draft.end if draft.counted.noun is not None else draft.last]]
    while chain[-1].head != chain[-1]:
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
        found.append((joined[0], abs(time.span.start - draft.count.start), day.group()))
    if not found or _OVER_TIME.search(parsed.report.text, draft.count.start, sentence.end_char):
        return None
    return min(found)[2]


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
