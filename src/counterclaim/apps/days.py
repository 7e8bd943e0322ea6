"""Dates and TIMEX3 values in words: `2020-FA` is "autumn 2020", `2024-W10-WE` "weekend of 2024-03-09 to 2024-03-10".

Exports keep the values themselves; here they become what a reader understands without knowing the notation. `day` is
the one function to call.
"""

from __future__ import annotations

import calendar
import re

from counterclaim.records.timex import date_span

_DAYS = calendar.day_abbr
#: Times that their words alone tell.
_TOLD = {"PRESENT_REF": "now", "PAST_REF": "at some time before", "FUTURE_REF": "at some time to come"}
_NOT_KNOWN = "date not known"
_STRETCHES = {
    "SP": "spring",
    "SU": "summer",
    "FA": "autumn",
    "WI": "winter",
    "Q1": "first quarter",
    "Q2": "second quarter",
    "Q3": "third quarter",
    "Q4": "fourth quarter",
    "H1": "first half",
    "H2": "second half",
}
_PARTS = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}
_WEEK = re.compile(r"\d{4}-W\d{2}(?P<weekend>-WE)?")
_STRETCH = re.compile(rf"(?P<year>\d{{4}}|XXXX)-(?P<stretch>{'|'.join(_STRETCHES)})")
#: A year or a month of it, and what of the rest is not known: "2020-XX-XX", "2020-05-XX", "2020-WXX".
_PARTIAL = re.compile(r"(?P<known>\d{4}(?:-\d{2})?)(?:-XX|-WXX)(?:-.*)?")
#: "November 16" or "in November" in a report without a date.
_NO_YEAR = re.compile(r"XXXX-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d{2}|XX))?")
#: "On Tuesday" and "at the weekend" in a report without a date.
_NO_WEEK = re.compile(r"(?:\d{4}|XXXX)-WXX-(?P<day>[1-7]|WE)")
_DECADE = re.compile(r"(?P<decade>\d{3})X?")
_CENTURY = re.compile(r"(?P<century>\d{2})(?:XX)?")


def day(value: str | None) -> str:
    """A date as it is known, with the day of the week where it is a whole day; "undated" without one.

    Takes ISO 8601 and TIMEX3 values, as partial as they are (`2021-10`, `2020-FA`, `XXXX-11-16`). What is no such value
    stays as it is.
    """
    if not value:
        return "undated"
    if value in _TOLD:
        return _TOLD[value]
    days, _, clock = value.partition("T")
    return " ".join(filter(None, (_clockless(days), _clock(clock)))) if date_span(days) else _undated(days, clock)


def _clockless(value: str) -> str:
    """A value whose year is known, in words."""
    span = date_span(value)
    if span is None:
        return value
    first, last = span
    if week := _WEEK.fullmatch(value):
        return f"{'weekend' if week['weekend'] else 'week'} of {first} to {last}"
    if stretch := _STRETCH.fullmatch(value):
        name = _STRETCHES[stretch["stretch"]]
        of = " of" if name.endswith(("quarter", "half")) else ""
        year = f"{first.year}/{last.year % 100:02}" if first.year != last.year else f"{first.year:04}"
        return f"{name}{of} {year}"
    if weekday := _NO_WEEK.fullmatch(value):
        return f"{_of_week(weekday['day'])} in {value[:4]}"
    if partial := _PARTIAL.fullmatch(value):
        return partial["known"]
    if decade := _DECADE.fullmatch(value):
        return f"{decade['decade']}0s"
    if century := _CENTURY.fullmatch(value):
        return f"{century['century']}00s"
    return f"{first} {_DAYS[first.weekday()]}" if first == last else value


def _undated(value: str, clock: str) -> str:
    """A value whose year is not known, in words; anything else as it is."""
    known = ""
    if no_year := _NO_YEAR.fullmatch(value):
        month = calendar.month_name[int(no_year["month"])]
        known = f"{int(no_year['day'])} {month}" if (no_year["day"] or "X").isdigit() else month
        return ", ".join(filter(None, (f"{known} {_clock(clock)}".strip(), "year not known")))
    if weekday := _NO_WEEK.fullmatch(value):
        known = _of_week(weekday["day"])
    elif stretch := _STRETCH.fullmatch(value):
        return f"{_STRETCHES[stretch['stretch']]}, year not known"
    elif not value.startswith("XX"):
        return f"{value}T{clock}" if clock else value
    return ", ".join(filter(None, (f"{known} {_clock(clock)}".strip(), _NOT_KNOWN)))


def _of_week(number: str) -> str:
    return "weekend" if number == "WE" else _DAYS[int(number) - 1]


def _clock(clock: str) -> str:
    """The time or part of a day that stands after the T, without what is not known of it."""
    return _PARTS.get(clock[:2], "" if "X" in clock[:2] else clock[:5].removesuffix(":XX"))
