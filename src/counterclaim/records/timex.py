"""Which days a TIMEX3 value covers: what two times must be reduced to before they can be compared.

The values are those of ISO 24617-1 as news needs them: years, months, days, weeks, weekends, seasons, quarters,
halves, decades (`199`), centuries (`19`), each with `X` where something is not known, and a part of the day or a
clock time after a `T`.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

#: First month and number of months. Seasons are the meteorological ones of the northern hemisphere, and a winter
#: belongs to the year in which it begins.
_STRETCHES = {
    "SP": (3, 3),
    "SU": (6, 3),
    "FA": (9, 3),
    "WI": (12, 3),
    "Q1": (1, 3),
    "Q2": (4, 3),
    "Q3": (7, 3),
    "Q4": (10, 3),
    "H1": (1, 6),
    "H2": (7, 6),
}

_VALUE = re.compile(
    r"(?P<year>\d{4})"
    r"(?:-(?:W(?P<week>\d{2}|XX)(?:-(?P<day_of_week>[1-7X]|WE))?"
    rf"|(?P<stretch>{'|'.join(_STRETCHES)}|XX)"
    r"|(?P<month>\d{2})(?:-(?P<day>\d{2}|XX))?"
    r"|XX-(?:\d{2}|XX)))?"
    r"(?:T.*)?"
)
_CENTURY_OR_DECADE = re.compile(r"(\d{2,3})X{0,2}")


def date_span(value: str) -> tuple[date, date] | None:
    """The first and the last day that a TIMEX3 date or time covers, in the proleptic Gregorian calendar.

    What is masked widens the answer: `2020-XX-XX` is the whole of 2020. None where the year is not known, for
    durations and sets, and for what is no such value.

    >>> date_span("2020-W39")
    (datetime.date(2020, 9, 21), datetime.date(2020, 9, 27))
    """
    try:
        if match := _VALUE.fullmatch(value):
            return _span_of(match)
        if match := _CENTURY_OR_DECADE.fullmatch(value):
            years = 10 ** (4 - len(match[1]))
            first = int(match[1]) * years
            return date(first, 1, 1), date(first + years - 1, 12, 31)
    except (ValueError, OverflowError):  # a 30 February, a week 53 of a year with 52, a year 0 or past 9999
        return None
    return None


def _span_of(match: re.Match[str]) -> tuple[date, date]:
    year = int(match["year"])
    if match["week"] and match["week"] != "XX":
        return _week_span(year, int(match["week"]), match["day_of_week"])
    if match["stretch"] and match["stretch"] != "XX":
        return _months(year, *_STRETCHES[match["stretch"]])
    if match["month"]:
        month = int(match["month"])
        if match["day"] and match["day"] != "XX":
            day = date(year, month, int(match["day"]))
            return day, day
        return _months(year, month, 1)
    return date(year, 1, 1), date(year, 12, 31)


def _week_span(year: int, week: int, day: str | None) -> tuple[date, date]:
    monday = date.fromisocalendar(year, week, 1)
    if day is None or day == "X":
        return monday, monday + timedelta(days=6)
    if day == "WE":
        return monday + timedelta(days=5), monday + timedelta(days=6)
    only = monday + timedelta(days=int(day) - 1)
    return only, only


def _months(year: int, month: int, count: int) -> tuple[date, date]:
    years, index = divmod(month - 1 + count - 1, 12)
    last_year, last_month = year + years, index + 1
    return date(year, month, 1), date(last_year, last_month, monthrange(last_year, last_month)[1])
