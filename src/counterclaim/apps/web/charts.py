"""Where the marks of a chart stand. Templates draw them as SVG inside the page; nothing is drawn by script.

All places are shares of the width (or height) of the drawing in per cent, so that a drawing is as wide as its column
while its words keep their size. Every chart has the same in words or as a table beside it.
"""

from __future__ import annotations

import calendar
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

#: Of all counts, this share may lie outside of what is drawn at either end: one report that speaks of 1733 would leave
#: a pixel to each month of the rest.
_LEFT_OUT = 0.01
_DAYS_AT_MOST = 92
_MONTHS_AT_MOST = 132


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on an axis, with its words."""

    at: float
    words: str


@dataclass(frozen=True, slots=True)
class Axis:
    """A stretch of days, drawn from left to right."""

    first: date
    last: date

    @classmethod
    def over(cls, days: Iterable[date]) -> Axis | None:
        """The axis that has all `days`, with a little room on both sides; None for none."""
        known = sorted(days)
        if not known:
            return None
        room = timedelta(max(1, (known[-1] - known[0]).days // 20))
        return cls(max(known[0] - room, date.min + room), min(known[-1] + room, date.max - room))

    def at(self, day: date) -> float:
        """Where a day stands, in per cent."""
        return round(100 * (day - self.first).days / max(1, (self.last - self.first).days), 2)

    def ticks(self, most: int = 6) -> list[Tick]:
        """At most about `most` marks: years, months or days, as there is room."""
        span = (self.last - self.first).days
        if span > 365 * 2:
            years = range(self.first.year + 1, self.last.year + 1)
            step = _step(len(years), most)
            found = [date(year, 1, 1) for year in years if year % step == 0]
            return [Tick(self.at(day), str(day.year)) for day in found]
        if span > 62:
            months = [day for day in _months(self.first, self.last) if day >= self.first]
            return [Tick(self.at(day), f"{day:%Y-%m}") for day in months[:: _step(len(months), most)]]
        step = _step(span, most)
        days = [self.first + timedelta(number) for number in range(1, span, step)]
        return [Tick(self.at(day), day.isoformat()) for day in days]


def _step(count: int, most: int) -> int:
    return next(step for step in (1, 2, 3, 5, 6, 10, 12, 20, 25, 50, 100, 200, 500, 1000, 9999) if count / step <= most)


def _months(first: date, last: date) -> Iterable[date]:
    year, month = first.year, first.month
    while (year, month) <= (last.year, last.month):
        yield date(year, month, 1)
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)


@dataclass(frozen=True, slots=True)
class Bar:
    """How many there are in one day, month or year. `since` and `until` are what a filter is asked for to see them;
    `marked` says that accounts differ about something in it."""

    left: float
    width: float
    height: float
    count: int
    words: str
    since: str
    until: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Bars:
    """Counts over time. `unit` is what one bar stands for, `most` the highest count; `before` and `after` are what
    lies outside, `wider` what is not known as exactly as one bar."""

    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    unit: str
    most: int
    before: int
    after: int
    wider: int


def bars(counts: Sequence[tuple[str, str, int]], marked: Iterable[str] = ()) -> Bars | None:
    """Bars for counts between a first and a last day (ISO), of which each bar has those that lie wholly in it.

    `marked` are days about which accounts differ. None where there are not at least two bars to compare.
    """
    known = sorted((date.fromisoformat(first), date.fromisoformat(last), count) for first, last, count in counts)
    exact = [(first, count) for first, last, count in known if (last - first).days <= 31]
    drawn, before, after = _drawn(exact)
    if not drawn:
        return None
    first, last = drawn[0][0], drawn[-1][0]
    unit = "day" if (last - first).days <= _DAYS_AT_MOST else "month"
    if (last.year - first.year) * 12 + last.month - first.month > _MONTHS_AT_MOST:
        unit = "year"
    sums: dict[date, int] = {}
    wider = 0
    for begin, end, count in known:
        bucket = _bucket(begin, unit)
        if _bucket(end, unit) != bucket:
            wider += count
        elif first <= begin <= last:
            sums[bucket] = sums.get(bucket, 0) + count
    buckets = list(_buckets(_bucket(first, unit), last, unit))
    if len(buckets) < 2:
        return None
    most = max(sums.values(), default=1)
    differing = {_bucket(date.fromisoformat(day), unit) for day in marked if len(day) == 10}
    width = 100 / len(buckets)
    found = tuple(
        Bar(
            left=round(number * width + width * 0.1, 3),
            width=round(width * 0.8, 3),
            height=round(max(4.0, 100 * sums[bucket] / most), 1),
            count=sums[bucket],
            words=_name(bucket, unit),
            since=_name(bucket, unit),
            until=_name(bucket, unit),
            marked=bucket in differing,
        )
        for number, bucket in enumerate(buckets)
        if bucket in sums
    )
    step = _step(len(buckets), 6)
    ticks = tuple(
        Tick(round(number * width + width / 2, 2), _name(bucket, unit))
        for number, bucket in enumerate(buckets)
        if (number % step == 0 if unit != "month" or len(buckets) < 18 else bucket.month == 1)
    )
    return Bars(found, _thinned(ticks), unit, most, before, after, wider)


def _thinned(ticks: tuple[Tick, ...]) -> tuple[Tick, ...]:
    """Ticks that leave room for their words."""
    return ticks[:: _step(len(ticks), 8)] if ticks else ticks


def _drawn(exact: list[tuple[date, int]]) -> tuple[list[tuple[date, int]], int, int]:
    """What is drawn, and how many lie before and after it."""
    total = sum(count for _, count in exact)
    start, end, before, after = 0, len(exact), 0, 0
    while start < end and before + exact[start][1] <= total * _LEFT_OUT:
        before += exact[start][1]
        start += 1
    while end > start and after + exact[end - 1][1] <= total * _LEFT_OUT:
        after += exact[end - 1][1]
        end -= 1
    return exact[start:end], before, after


def _bucket(day: date, unit: str) -> date:
    return day if unit == "day" else day.replace(day=1) if unit == "month" else day.replace(month=1, day=1)


def _buckets(first: date, last: date, unit: str) -> Iterable[date]:
    if unit == "day":
        return (first + timedelta(number) for number in range((last - first).days + 1))
    if unit == "month":
        return _months(first, last)
    return (date(year, 1, 1) for year in range(first.year, last.year + 1))


def _name(bucket: date, unit: str) -> str:
    return bucket.isoformat()[: {"day": 10, "month": 7, "year": 4}[unit]]


@dataclass(frozen=True, slots=True)
class Scale:
    """A scale of counts from `low` to `high`, logarithmic where they are far apart; never from anywhere but zero
    otherwise."""

    high: float
    logarithmic: bool

    @classmethod
    def over(cls, values: Iterable[float]) -> Scale | None:
        """The scale for these counts; None for none."""
        known = [value for value in values if value >= 0]
        if not known:
            return None
        positive = [value for value in known if value > 0] or [1]
        return cls(max(known), max(positive) / min(positive) > 50)

    def at(self, value: float) -> float:
        """Where a count stands, in per cent."""
        if self.high <= 0:
            return 0.0
        if not self.logarithmic:
            return round(100 * value / self.high, 2)
        return round(100 * math.log10(1 + value) / math.log10(1 + self.high), 2)

    def ticks(self, most: int = 5) -> list[Tick]:
        """Round counts along the scale."""
        if self.logarithmic:
            powers = [10**power for power in range(int(math.log10(max(1, self.high))) + 1)]
            return [Tick(self.at(value), f"{value:,}") for value in [0, *powers]][-most - 1 :]
        step = _round_step(self.high / most)
        return [Tick(self.at(value), f"{value:,}") for value in range(0, int(self.high) + 1, step)]


def _round_step(least: float) -> int:
    power = 10 ** max(0, math.floor(math.log10(max(1, least))))
    return int(next(factor * power for factor in (1, 2, 5, 10) if factor * power >= least))


def whole_day(value: str | None) -> date | None:
    """The day that a value is; None where it is none, or more than one."""
    try:
        return date.fromisoformat((value or "")[:10]) if value and len(value) >= 10 else None
    except ValueError:
        return None


def weekday(value: date) -> str:
    """A day with its weekday."""
    return f"{value.isoformat()} {calendar.day_abbr[value.weekday()]}"
