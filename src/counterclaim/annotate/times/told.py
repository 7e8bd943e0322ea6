"""Times that are told from one named before: the day before, two months later, the previous year, that week."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from counterclaim.annotate.times.anchor import iso_week, months_from, weekday_from, years_from
from counterclaim.annotate.times.lengths import COUNT, read_count
from counterclaim.annotate.times.rules import (
    NOT_OF_DATE,
    PART_VALUES,
    WEEKDAY,
    Context,
    Piece,
    Rule,
    rule,
    weekday_number,
)
from counterclaim.records import TimexType

_BACK: Final = frozenset({"before", "previous", "preceding", "earlier", "previously", "prior"})
_SAME: Final = frozenset({"same", "that", "very"})
#: The value where nothing was named that it could be told from.
_UNKNOWN: Final = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX", "year": "XXXX"}

#: A noun or clause after "the day before" tells from what; `events.py` looks for it.
_FROM_EVENT: Final = (
    r"(?!\s+(?i:the|a|an|his|her|its|their|our|my|he|she|it|they|we|that|when|this|last)\b)(?!\s+[A-Z])"
)
_WHICH: Final = r"(?:next|following|previous|preceding|same|very\s+same)"


@rule(
    rf"\b(?i:(?:the|that)\s+(?P<which>{_WHICH})\s+(?P<unit>day|morning|afternoon|evening|night))\b",
    r"\b(?i:the\s+(?P<unit>day|night)\s+(?P<which>before|after))\b" + _FROM_EVENT,
    r"\b(?i:(?P<which>that)(?:\s+very)?\s+(?P<unit>day|morning|afternoon|evening|night))\b",
    r"\b(?i:(?P<which>earlier|later|late|early)\s+(?:on\s+)?in\s+the\s+(?P<unit>day|morning|afternoon|evening))\b",
    r"\b(?i:(?P<which>same)[\s-](?P<unit>day))\b",
    needs="day morning afternoon evening night",
)
def _day(match: re.Match[str], context: Context) -> Iterator[Piece]:
    """The day before; the next morning; that day; later in the evening: told from the day that was named last."""
    which, unit = match["which"].lower().split()[-1], match["unit"].lower()
    same = which in _SAME or which in {"early", "late", "earlier", "later"}
    away = 0 if same else -1 if which in _BACK else 1
    day = context.previous_day()
    if day is None and same:
        day = context.anchor.day
    value = _moved(day, "day", away)
    if value is None:
        return
    if unit in PART_VALUES:
        yield Piece(match.start(), match.end(), TimexType.TIME, f"{value}T{PART_VALUES[unit]}")
    else:
        yield Piece(match.start(), match.end(), TimexType.DATE, value)


def _moved(day: date | None, unit: str, away: int) -> str | None:
    """The value of the unit that lies so many of them away from that of `day`; None outside of the calendar."""
    if day is None:
        return _UNKNOWN[unit]
    try:
        if unit == "day":
            return (day + timedelta(days=away)).isoformat()
        if unit == "week":
            return iso_week(day + timedelta(weeks=away))
        return months_from(day, away) if unit == "month" else years_from(day, away)
    except (OverflowError, ValueError):
        return None


@rule(
    rf"\b(?i:(?:the|on\s+the)\s+(?P<which>{_WHICH})\s+)(?P<day>{WEEKDAY})\b{NOT_OF_DATE}",
    needs="day",
)
def _weekday(match: re.Match[str], context: Context) -> Iterator[Piece]:
    """The following Monday; the previous Friday."""
    which, weekday = match["which"].lower().split()[-1], weekday_number(match["day"])
    day = context.previous_day()
    if day is None:
        value = f"XXXX-WXX-{weekday + 1}"
    else:
        try:
            value = weekday_from(day, weekday, future=which not in _BACK, strictly=which != "same").isoformat()
        except OverflowError:
            return
    yield Piece(match.start("which"), match.end(), TimexType.DATE, value)


@rule(
    rf"\b(?P<count>{COUNT})\s+(?i:(?P<unit>day|week|month|year)s?\s+(?P<which>earlier|later|previously|afterwards?))\b",
    needs="earlier later previously afterward",
)
def _counted(match: re.Match[str], context: Context) -> Iterator[Piece]:
    """Two days later; a year earlier; three months before: told from the day, month or year that was named last."""
    unit, which = match["unit"].lower(), match["which"].lower()
    count = read_count(match["count"])
    if count is None or count != int(count):
        yield Piece(match.start(), match.end(), TimexType.DATE, _UNKNOWN["day" if unit == "week" else unit])
        return
    away = int(count) * (-1 if which in _BACK else 1)
    if unit in {"day", "week"}:
        value = _moved(context.previous_day(), "day", away * (7 if unit == "week" else 1))
    elif unit == "month":
        value = _moved(context.previous_month(or_report=away < 0), "month", away)
    else:
        value = _moved(context.previous_year(or_report=away < 0), "year", away)
    if value:
        yield Piece(match.start(), match.end(), TimexType.DATE, value)


@rule(
    rf"\b(?P<count>{COUNT})\s+(?i:(?P<unit>day|week|month|year)s?\s+(?P<which>before|after|prior))"
    r"(?=\s*(?:[.,;:!?)\"”]|$|and\b|but\b))",
    needs="before after prior",
)
def _counted_after(match: re.Match[str], context: Context) -> Iterator[Piece]:
    """Three months before, with nothing behind it that it could be told from."""
    yield from _counted[0].build(match, context)


@rule(
    r"(?<![\w-])(?i:(?P<unit>day|week|month|year)s\s+(?:earlier|later|afterwards?|previously))\b",
    needs="days weeks months years",
)
def _some_later(match: re.Match[str], context: Context) -> Iterator[Piece]:
    """Days later; months earlier: a time, and none that could be told."""
    unit = match["unit"].lower()
    yield Piece(match.start(), match.end(), TimexType.DATE, _UNKNOWN["day" if unit == "week" else unit])


@rule(
    rf"\b(?i:(?:the|that)\s+(?P<which>{_WHICH})\s+(?P<unit>week|month|year))\b",
    r"\b(?i:(?P<which>that)\s+(?P<unit>week|month|year))\b",
    r"\b(?i:the\s+(?P<unit>week|month|year)\s+(?P<which>before|after|earlier|later))\b" + _FROM_EVENT,
    needs="week month year",
)
def _period(match: re.Match[str], context: Context) -> Iterator[Piece]:
    """The following year; the month before; that week: told from the one that was named last."""
    which, unit = match["which"].lower().split()[-1], match["unit"].lower()
    away = 0 if which in _SAME else -1 if which in _BACK else 1
    base = {"week": context.previous_day, "month": context.previous_month, "year": context.previous_year}[unit]()
    value = _moved(base, unit, away)
    if value:
        yield Piece(match.start(), match.end(), TimexType.DATE, value)


RULES: tuple[Rule, ...] = (*_day, *_weekday, *_counted, *_counted_after, *_some_later, *_period)
