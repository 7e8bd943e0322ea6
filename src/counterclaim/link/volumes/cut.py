"""Cuts a large pile into volumes: stretches of the calendar, each with the reports that what is in it is compared with.

Where a volume begins and ends depends on which reports there are and on nothing else: a stretch of days with too many
reports is halved, and days are counted from a fixed one. So a few more reports leave all volumes but their own as they
were, unless one of them has to be halved.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from counterclaim.records import Annotations, Report
from counterclaim.records.timex import date_span

#: The calendar that is halved: 2 to this power of days, from the first day of the year 1 on.
_CALENDAR = 22


@dataclass(frozen=True, slots=True)
class Sizes:
    """How volumes are cut.

    A pile of up to `whole` reports is one volume. A stretch of days with more than `most` reports is halved, unless it
    would be shorter than `shortest` days. A volume sees the reports of the days after it too: an eighth of its length,
    at least `margin[0]` and at the most `margin[1]` days. Of 374 reports on one war volumes of 300 and of 100 find as
    many disputes, and the very same with a margin of 4 to 16 days as with one of 8 to 31 (`docs/scaling.md`).
    """

    whole: int = 1000
    most: int = 100
    shortest: int = 16
    margin: tuple[int, int] = (4, 16)


@dataclass(frozen=True, slots=True)
class Volume:
    """Reports that are compared with each other, by id in the order of dates: those of its own days (`home`) and, as
    guests, those of the days after these and those that name a day of these. `guests` has the first day (an ordinal)
    that each dated guest may have come out on, and `reach` how many days after its own every volume sees."""

    home: frozenset[str]
    reports: tuple[str, ...]
    guests: Mapping[str, int] = field(default_factory=dict)
    reach: int = 0


class Volumes:
    """The volumes of a pile in the order of their days, and which of them a pair of reports belongs to."""

    def __init__(self, volumes: Sequence[Volume]) -> None:
        self.all = tuple(volumes)
        self._home: dict[str, int] = {}
        self._in: dict[str, set[int]] = defaultdict(set)
        self._rank: dict[str, tuple[int, int]] = {}
        self._owner: dict[tuple[str, ...], int | None] = {}
        for number, volume in enumerate(volumes):
            for at, report in enumerate(volume.reports):
                self._in[report].add(number)
                if report in volume.home:
                    self._home[report] = number
                    self._rank[report] = number, at

    def owner(self, *reports: str) -> int | None:
        """The number of the volume that says what is found in or between some reports: that of the earliest of them
        where it sees the others, else the first that sees all."""
        if reports not in self._owner:
            self._owner[reports] = self._owner_of(reports)
        return self._owner[reports]

    def _owner_of(self, reports: tuple[str, ...]) -> int | None:
        first = self._home[min(reports, key=self._rank.__getitem__)]
        seen = set.intersection(*(self._in[report] for report in reports))
        return first if first in seen else min(seen, default=None)


def cut(reports: Sequence[Report], annotations: Mapping[str, Annotations], sizes: Sizes) -> Volumes:
    """The volumes of these reports, which come ordered by date."""
    if len(reports) <= sizes.whole:
        ids = [report.id for report in reports]
        return Volumes([Volume(frozenset(ids), tuple(ids))])
    days = {report.id: _day(report) for report in reports}
    rank = {id_: number for number, id_ in enumerate(days)}
    dated = sorted((day, id_) for id_, day in days.items() if day is not None)
    named = _days_named(reports, annotations)
    named_days = sorted(named)
    made = []
    for start, width, home in _halved(0, 1 << _CALENDAR, dated, sizes):
        last = start + width + max(sizes.margin[0], min(sizes.margin[1], width // 8))
        own = frozenset(home)
        after = dated[bisect_left(dated, (start + width,)) : bisect_left(dated, (last,))]
        here = named_days[bisect_left(named_days, start) : bisect_left(named_days, start + width)]
        seen = own.union((id_ for _, id_ in after), *(named[day] for day in here))
        if own or len(seen) > 1:
            inside = tuple(sorted(seen, key=rank.__getitem__))
            passing = {id_: day for id_ in inside if id_ not in own and (day := days[id_]) is not None}
            made.append(Volume(own, inside, passing, sizes.margin[0]))
    undated = [id_ for id_, day in days.items() if day is None]
    if undated:
        made.append(Volume(frozenset(undated), tuple(undated)))
    return Volumes(made)


def _halved(
    start: int, width: int, dated: Sequence[tuple[int, str]], sizes: Sizes
) -> Iterator[tuple[int, int, list[str]]]:
    """The stretches of days with the reports of each, as first day, length and ids; there may be none."""
    if len(dated) <= sizes.most or width // 2 < sizes.shortest:
        yield start, width, [id_ for _, id_ in dated]
        return
    half = width // 2
    yield from _halved(start, half, [one for one in dated if one[0] < start + half], sizes)
    yield from _halved(start + half, half, [one for one in dated if one[0] >= start + half], sizes)


def _day(report: Report) -> int | None:
    """The first day that a report may have come out on, None where nothing is known of it."""
    span = date_span(report.published) if report.published else None
    return span[0].toordinal() if span else None


def _days_named(reports: Sequence[Report], annotations: Mapping[str, Annotations]) -> dict[int, list[str]]:
    """By day the reports that name it."""
    spans: dict[str, tuple[date, date] | None] = {}
    found: dict[int, dict[str, None]] = defaultdict(dict)
    for report in reports:
        inside = annotations.get(report.id)
        for time in inside.times if inside else ():
            if time.value not in spans:
                spans[time.value] = date_span(time.value)
            span = spans[time.value]
            if span and span[0] == span[1]:
                found[span[0].toordinal()][report.id] = None
    return {day: list(ids) for day, ids in found.items()}
