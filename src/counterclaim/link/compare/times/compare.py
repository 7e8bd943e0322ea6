"""Times: the same dates of one process listed two ways, what is done once dated twice (`once`), days counted two
ways (`days`), one happening at two hours or on two days (`hours`; `matter`: that of a small pile), and how long
something lasted (`spans`). One toll that is set on two days comes from comparing counts (`counts/days`)."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.link.compare.finding import Answer, Finding, conflict
from counterclaim.link.compare.times.days import compare_days
from counterclaim.link.compare.times.hours import compare_hours
from counterclaim.link.compare.times.once import compare_once
from counterclaim.link.compare.times.spans import compare_spans
from counterclaim.link.compare.times.words import span_in_words
from counterclaim.link.incidents.tellings import Tellings
from counterclaim.link.pile import Pile
from counterclaim.records import Claim, ProcessKind, Slot, TimeExpression
from counterclaim.records.processes import PROCESS_NOUNS
from counterclaim.records.timex import date_span

_WORD = re.compile(r"[a-z-]+")
#: So long is the value of a day; that of an hour is longer.
_DAY = len("2031-07-02")


@dataclass(frozen=True, slots=True)
class _Series:
    """Two dates or more that one claim lists for one kind of process."""

    claim: Claim
    kind: ProcessKind
    dates: tuple[str, ...]
    times: tuple[TimeExpression, ...]


def compare_times(pile: Pile, tellings: Tellings) -> Iterator[Finding]:
    """Compare dates in all of these ways."""
    yield from _compare_lists(pile)
    yield from compare_days(pile)
    yield from compare_once(pile, tellings)
    yield from compare_hours(pile, tellings)
    yield from compare_spans(pile, tellings)


def _compare_lists(pile: Pile) -> Iterator[Finding]:
    """Compare lists of dates of the same kind of process that are as long and for the most part the same."""
    blocks: dict[tuple[ProcessKind, int], list[_Series]] = defaultdict(list)
    for series in _all_series(pile):
        blocks[series.kind, len(series.dates)].append(series)
    for key in sorted(blocks, key=str):
        for left, right in pile.pairs(blocks[key]):
            differ = [(a, b) for a, b in zip(left.dates, right.dates, strict=True) if a != b]
            if differ and len(differ) * 2 <= len(left.dates):
                yield _finding(pile, left, right, differ)


def _all_series(pile: Pile) -> Iterator[_Series]:
    for report, found in pile.annotations.items():
        days = [t for t in found.times if len(t.value) == _DAY and date_span(t.value)]
        seen: set[tuple[str, ...]] = set()
        for claim in found.claims:
            inside = [t for t in days if claim.spans[0].start <= t.span.start and t.span.end <= claim.spans[0].end]
            text = claim.spans[0].text.lower()
            kinds = {PROCESS_NOUNS[s] for w in _WORD.findall(text) if (s := w.removesuffix("s")) in PROCESS_NOUNS}
            ids = tuple(t.id for t in inside)
            if len(inside) > 1 and len(kinds) == 1 and ids not in seen and _listed(pile.reports[report].text, inside):
                seen.add(ids)
                yield _Series(claim, kinds.pop(), tuple(t.value for t in inside), tuple(inside))


def _listed(text: str, times: list[TimeExpression]) -> bool:
    """Whether nothing but commas and "and" stands between the dates."""
    gaps = (text[a.span.end : b.span.start] for a, b in itertools.pairwise(times))
    return all(re.fullmatch(r"\s*(?:,|and|,\s*and|&|;)?\s*(?:on\s+)?", gap) for gap in gaps)


def _finding(pile: Pile, left: _Series, right: _Series, differ: list[tuple[str, str]]) -> Finding:
    kind = left.kind.value
    same = [a for a in left.dates if a in right.dates]
    reasons = [
        f"Both list {len(left.dates)} dates of a {kind}, of which {len(same)} are the same ({', '.join(same)}).",
        *(f"Where one has {a}, the other has {b}." for a, b in differ),
    ]
    if left.claim.report == right.claim.report:
        reasons.append("Both lists stand in one report.")
    one, other = differ[0]
    days = [_in_words(value) for value in (one, other)]
    question = f"When was the {kind}: on {days[0]} or on {days[1]}?"
    return conflict(Slot.TIME, 0.9, question, reasons, _answer(pile, left, days[0]), _answer(pile, right, days[1]))


def _in_words(value: str) -> str:
    """ "2 July 2031" of a TIMEX3 value."""
    span = date_span(value)
    return span_in_words(span) if span else value


def _answer(pile: Pile, series: _Series, words: str) -> Answer:
    claim = series.claim
    return Answer(claim.id, claim.statement, words, pile.evidence(claim.report, claim.spans[0]))
