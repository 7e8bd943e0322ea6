"""What a relative time is resolved against, and how much of it follows from what is known.

A report's date may be missing or partial. A relative time is then resolved for several days on which the report
may have been published, and what those answers do not share is masked: "last year" in a report of `2020-09` is
2019, "yesterday" in it is `2020-XX-XX`, and "November 16" in a report without a date is `XXXX-11-16`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from counterclaim.records.timex import date_span

#: Days that share neither year, month, day nor week: what follows from all three follows from nothing but the words.
_ANY_DAY = (date(1001, 2, 3), date(1502, 7, 16), date(2987, 11, 28))

#: What a time is worth of which the words tell no more than that it is past ("several days ago"), present or to come.
PAST, PRESENT, FUTURE = "PAST_REF", "PRESENT_REF", "FUTURE_REF"


@dataclass(frozen=True, slots=True)
class Anchor:
    """The days on which a report may have been published: one, or the first, a middle and the last of a period."""

    days: tuple[date, ...]

    @classmethod
    def of(cls, published: str | None) -> Anchor:
        """The anchor of an ISO date, as partial as it is known; None stands for any day at all."""
        known = None if published is None else date_span(published)
        if known is None:
            return cls(_ANY_DAY)
        first, last = known
        if first == last:
            return cls((first,))
        return cls((first, first + (last - first) / 2, last))

    @property
    def day(self) -> date | None:
        """The day of publication, None unless it is known to the day."""
        return self.days[0] if len(self.days) == 1 else None

    def resolve(self, value_on: Callable[[date], str]) -> str | None:
        """The value that `value_on` gives for the day of publication, masked where the day is not known.

        None where a day lies outside of the calendar (before year 1, after 9999).
        """
        try:
            return _shared([value_on(day) for day in self.days])
        except (OverflowError, ValueError):
            return None


def _shared(values: list[str]) -> str:
    """The value with every part masked in which `values` differ. All have the same parts."""
    if len(set(values)) == 1:
        return values[0]
    clock = values[0].partition("T")[2]
    parts = []
    for column in zip(*(value.partition("T")[0].split("-") for value in values), strict=True):
        if len(set(column)) == 1:
            parts.append(column[0])
        else:
            parts.append("WXX" if column[0].startswith("W") else "X" * len(column[0]))
    return "-".join(parts) + (f"T{clock}" if clock else "")


def iso_week(day: date) -> str:
    """The week of `day` as a value: `2020-W39`."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def iso_month(year: int, month: int) -> str:
    """A month as a value: `2020-09`. Raises `ValueError` outside of the calendar."""
    return date(year, month, 1).isoformat()[:7]


def months_from(day: date, count: int) -> str:
    """The month that lies `count` months after that of `day` (before it if negative), as a value."""
    years, index = divmod(day.month - 1 + count, 12)
    return iso_month(day.year + years, index + 1)


def years_from(day: date, count: int) -> str:
    """The year that lies `count` years after that of `day`, as a value."""
    return date(day.year + count, 1, 1).isoformat()[:4]


def weekday_from(day: date, weekday: int, *, future: bool, strictly: bool = False) -> date:
    """The nearest `weekday` (Monday is 0) before or after `day`; `day` itself counts unless `strictly`."""
    away = (weekday - day.weekday()) % 7 if future else (day.weekday() - weekday) % 7
    if strictly and away == 0:
        away = 7
    return day + timedelta(days=away if future else -away)


def year_of_month_day(today: date, month: int, day: int, *, future: bool, nearest: bool) -> int:
    """The year meant by "November 16" in a report of `today`.

    The last such day up to `today`, or the next one if `future`; with `nearest`, whichever is nearer, for a date
    that no verb governs ("elections on June 3"). Raises `ValueError` for a day that no year has.
    """
    years = (today.year - 1, today.year, today.year + 1) if day < 29 or month != 2 else _leap_years(today.year)
    dates = [date(year, month, day) for year in years if 1 <= year <= 9999]
    before = max((d for d in dates if d <= today), default=dates[0])
    after = min((d for d in dates if d >= today), default=dates[-1])
    if nearest:
        return (after if after - today < today - before else before).year
    return (after if future else before).year


def _leap_years(year: int) -> tuple[int, ...]:
    return tuple(y for y in range(year - 8, year + 9) if y % 4 == 0 and (y % 100 != 0 or y % 400 == 0))
