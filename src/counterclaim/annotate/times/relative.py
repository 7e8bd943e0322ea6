"""Times that are told from another: weekdays, yesterday, last week, two years ago, the day before."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Final

from counterclaim.annotate.times.anchor import PAST, iso_week, months_from, weekday_from, years_from
from counterclaim.annotate.times.lengths import COUNT, read_count
from counterclaim.annotate.times.rules import (
    PART,
    PART_VALUES,
    WEEKDAY,
    Context,
    Piece,
    Rule,
    rule,
    weekday_number,
)
from counterclaim.records import TimexType

_LAST = frozenset({"last", "previous", "past", "earlier"})
_NEXT = frozenset({"next", "coming", "following"})


def _of_day(match: re.Match[str], value: str | None, part: str | None) -> Iterator[Piece]:
    """The piece of a whole match: a date, or a time where a part of the day is named."""
    if value is None:
        return
    if part is None:
        yield Piece(match.start(), match.end(), TimexType.DATE, value)
    else:
        yield Piece(match.start(), match.end(), TimexType.TIME, f"{value}T{PART_VALUES[part.lower()]}")


@rule(
    rf"(?:(?P<which>(?i:last|next|this|this\s+past|this\s+coming))\s+)?(?:(?i:early|late|earlier|later)\s+(?:on\s+)?)?"
    rf"\b(?P<day>{WEEKDAY})\b(?:(?:['’]s)?\s+(?P<part>{PART}))?(?:,?\s+(?:of\s+)?(?P<week>(?i:last|next|this))\s+week\b)?",
    rf"\b(?i:(?P<part>{PART})\s+of)\s+(?P<day>{WEEKDAY})\b",
    needs="day",
)
def _weekday(match: re.Match[str], context: Context) -> Iterator[Piece]:
    """Monday; last Friday; Sunday morning; late on Tuesday; Tuesday last week."""
    groups = match.groupdict()
    which = (groups.get("which") or "").lower().split()[-1:]
    day, week = weekday_number(match["day"]), groups.get("week")
    future, _ = context.direction(*match.span())

    def on(today: date) -> date:
        if week is not None:
            monday = today - timedelta(days=today.weekday())
            return monday + timedelta(days=day + 7 * {"last": -1, "this": 0, "next": 1}[week.lower()])
        if which in (["next"], ["coming"]):
            return weekday_from(today, day, future=True, strictly=True)
        return weekday_from(today, day, future=future and not which, strictly=which in (["last"], ["past"]))

    yield from _of_day(match, _weekday_value(context, on, day), match["part"])


def _weekday_value(context: Context, on: Callable[[date], date], weekday: int) -> str | None:
    """The day, or its number in an unknown week where the report's date does not tell."""
    value = context.anchor.resolve(lambda today: on(today).isoformat())
    if value is not None and "X" in value:
        return f"{value[:4]}-WXX-{weekday + 1}"
    return value


@rule(rf"\b(?P<day>{'|'.join(('Mon', 'Tues', 'Wednes', 'Thurs', 'Fri', 'Satur', 'Sun'))})days\b")
def _weekday_plural(match: re.Match[str], context: Context) -> Iterator[Piece]:
    """Mondays attack, where an apostrophe was lost; on Mondays, a set."""
    day = weekday_number(f"{match['day']}day")
    tokens = context.tokens(*match.span())
    if tokens is None:
        return
    if tokens[0].i and tokens[0].nbor(-1).lower_ == "on" and tokens[0].dep_ == "pobj":
        yield Piece(match.start(), match.end(), TimexType.SET, f"XXXX-WXX-{day + 1}")
        return
    future, _ = context.direction(*match.span())
    value = _weekday_value(context, lambda today: weekday_from(today, day, future=future), day)
    if value is not None:
        yield Piece(match.start(), match.end() - 1, TimexType.DATE, value)


@rule(
    r"\b(?i:(?:(?:early|late|earlier|later)\s+)?(?:on\s+)?"
    rf"(?P<day>yesterday|today|tomorrow))(?:(?=s\b|['’])|\b)(?:(?:['’]?s)?\s+(?P<part>{PART}))?",
    needs="yesterday today tomorrow",
)
def _near_day(match: re.Match[str], context: Context) -> Iterator[Piece]:
    """Yesterday evening; earlier today; tomorrow."""
    away = {"yesterday": -1, "today": 0, "tomorrow": 1}[match["day"].lower()]
    yield from _of_day(match, _day_away(context, away), match["part"])


def _day_away(context: Context, days: int) -> str | None:
    return context.anchor.resolve(lambda today: (today + timedelta(days=days)).isoformat())


@rule(r"\b(?i:the\s+day\s+(?P<side>before\s+yesterday|after\s+tomorrow))\b")
def _two_days_away(match: re.Match[str], context: Context) -> Iterator[Piece]:
    """The day before yesterday; the day after tomorrow."""
    yield from _of_day(match, _day_away(context, -2 if match["side"].lower().startswith("b") else 2), None)


@rule(
    rf"\b(?i:(?:(?:early|late|earlier|later)\s+)?(?P<which>this|last|tonight|overnight))\b(?:\s+(?P<part>{PART}))?",
    needs="morning afternoon evening night noon",
)
def _part_of_near_day(match: re.Match[str], context: Context) -> Iterator[Piece]:
    """This morning; last night; tonight; overnight, which is the night before the report."""
    which, part = match["which"].lower(), (match["part"] or "").lower()
    if which in {"this", "last"} and not part:
        return
    night = which in {"tonight", "overnight"}
    before = which == "overnight" or which == "last"
    if night and part:
        return
    yield from _of_day(match, _day_away(context, -1 if before else 0), "night" if night else part)


@rule(
    r"\b(?i:(?:(?:early|earlier|late|later|the\s+(?:beginning|start|end|middle)\s+of)\s+(?:in\s+)?)?"
    r"(?P<which>last|this|next|the\s+coming|the\s+previous|the\s+following)\s+"
    r"(?P<unit>week|month|year|weekend|decade|century))(?:\b|(?=s\b))",
    r"\b(?i:(?:over|at|during|on|throughout)\s+)(?=(?i:the\s+weekend))(?P<which>(?i:the))\s+(?P<unit>(?i:weekend))\b",
    r"(?<=(?i:the\s))(?i:(?P<unit>weekend))(?P<which>)\b",
    needs="week month year decade century",
)
def _near_period(match: re.Match[str], context: Context) -> Iterator[Piece]:
    """Last week; earlier this month; late last year; the weekend (not "the last week", a length of time)."""
    if re.search(r"\b(?i:the|over|past|these)\s+$", context.text[max(0, match.start() - 6) : match.start()]) and (
        match["which"].lower() in {"last", "next"}
    ):
        return
    if match["which"].lower().startswith("the ") and context.text[match.end() : match.end() + 1] == "s":
        return  # "the following months"
    which, unit = match["which"].lower().split()[-1:], match["unit"].lower()
    away = -1 if which and which[0] in _LAST else 1 if which and which[0] in _NEXT else 0
    future, _ = context.direction(*match.span())
    start = match.start("unit") if unit == "weekend" and match["which"].lower() in {"", "the"} else match.start()
    told_from = context.previous_day() if which in (["previous"], ["following"]) else None

    def on(today: date) -> str:
        return _period(told_from or today, unit, away, future=future)

    if value := context.anchor.resolve(on):
        yield Piece(start, match.end(), TimexType.DATE, value)


def _period(today: date, unit: str, away: int, *, future: bool) -> str:
    """The value of the `unit` in which `today` lies, or of one `away` from it."""
    if unit == "week":
        return iso_week(today + timedelta(weeks=away))
    if unit == "weekend":
        saturday = today + timedelta(days=5 - today.weekday())
        begun = saturday <= today
        if away == 0 and not begun and not future:
            away = -1
        elif away > 0 and not begun:
            away -= 1
        saturday += timedelta(weeks=away)
        return f"{iso_week(saturday)}-WE"
    if unit == "month":
        return months_from(today, away)
    if unit == "year":
        return years_from(today, away)
    if unit == "decade":
        return years_from(today, away * 10)[:3]
    return years_from(today, away * 100)[:2]


@rule(rf"\b(?P<count>{COUNT})[\s-]+(?P<unit>(?i:day|week|month|year|decade)s?)\s+(?i:ago)\b", needs="ago")
def _ago(match: re.Match[str], context: Context) -> Iterator[Piece]:
    """A week ago; two years ago; several days ago."""
    count, unit = read_count(match["count"]), match["unit"].lower().rstrip("s")
    if count is None or count != int(count) or unit == "decade":
        yield Piece(match.start(), match.end(), TimexType.DATE, PAST)
        return
    back = int(count)

    def on(today: date) -> str:
        if unit == "day":
            return (today - timedelta(days=back)).isoformat()
        return _period(today, unit, -back, future=False)

    if value := context.anchor.resolve(on):
        yield Piece(match.start(), match.end(), TimexType.DATE, value)


#: A noun or clause after "the day before" tells from what, and what it tells is no date.
_FROM_EVENT: Final = r"(?!\s+(?i:the|a|an|his|her|its|their|he|she|it|they|we|that|when|this|last)\b)(?!\s+[A-Z])"


@rule(
    r"\b(?i:the|that|on\s+the)\s+(?:(?P<which>(?i:next|following|previous|preceding|same))\s+)"
    r"(?P<unit>(?i:day|morning|afternoon|evening|night))\b",
    r"\b(?i:the)\s+(?P<unit>(?i:day|night))\s+(?P<which>(?i:before|after))\b" + _FROM_EVENT,
    rf"\b(?P<count>{COUNT})\s+(?P<unit>(?i:days?|weeks?))\s+(?P<which>(?i:earlier|later))\b",
    rf"\b(?P<count>{COUNT})\s+(?P<unit>(?i:days?|weeks?))\s+(?P<which>(?i:before|after))(?=\s*(?:[.,;:!?)\"”]|$))",
    r"\b(?P<which>(?i:that))\s+(?P<unit>(?i:day|morning|afternoon|evening|night))\b",
    r"\b(?P<which>(?i:earlier|later|late|early))\s+(?i:(?:on\s+)?in\s+the\s+)(?P<unit>(?i:day|morning|afternoon|evening))\b",
    needs="day week morning afternoon evening night",
)
def _told_from_day(match: re.Match[str], context: Context) -> Iterator[Piece]:
    """The day before; the next morning; two days later; that day: told from the day that was named last."""
    groups = match.groupdict()
    which, unit = match["which"].lower(), match["unit"].lower()
    count = read_count(groups["count"]) if groups.get("count") else 1
    if count is None or count != int(count):
        return
    away = int(count) * (7 if unit.startswith("week") else 1)
    if which in {"before", "previous", "preceding"} or (which == "earlier" and groups.get("count")):
        away = -away
    elif which in {"same", "that", "early", "late", "earlier", "later"} and not groups.get("count"):
        away = 0
    day = context.previous_day()
    if day is None and away == 0:
        day = context.anchor.day
    try:
        value = "XXXX-XX-XX" if day is None else (day + timedelta(days=away)).isoformat()
    except OverflowError:
        return
    start = match.end() - len(re.sub(r"^(?i:on\s+)", "", match[0]))
    part = unit if unit in PART_VALUES else None
    kind = TimexType.TIME if part else TimexType.DATE
    yield Piece(start, match.end(), kind, f"{value}T{PART_VALUES[part]}" if part else value)


@rule(
    r"\b(?i:the|that)\s+(?:(?P<which>(?i:next|following|previous|same))\s+)(?P<unit>(?i:year))\b",
    r"\b(?P<which>(?i:that))\s+(?P<unit>(?i:year))\b",
    r"\b(?i:the|a)\s+(?P<unit>(?i:year))\s+(?P<which>(?i:before|after|earlier|later))\b" + _FROM_EVENT,
    needs="year",
)
def _told_from_year(match: re.Match[str], context: Context) -> Iterator[Piece]:
    """The following year; the year before; that year: told from the year that was named last."""
    which = match["which"].lower()
    away = -1 if which in {"previous", "before", "earlier"} else 0 if which in {"same", "that"} else 1
    year = context.previous_year()
    value = "XXXX" if year is None else f"{year + away:04}"
    yield Piece(match.start(), match.end(), TimexType.DATE, value)


@rule(r"\b(?i:(?:in\s+)?(?:recent))\s+(?i:hours|days|weeks|months|years|decades)\b")
def _recent(match: re.Match[str], context: Context) -> Iterator[Piece]:
    """Recent weeks."""
    yield Piece(match.start() + match[0].lower().index("recent"), match.end(), TimexType.DATE, PAST)


RULES: tuple[Rule, ...] = (
    *_two_days_away,
    *_weekday,
    *_weekday_plural,
    *_near_day,
    *_part_of_near_day,
    *_near_period,
    *_ago,
    *_told_from_day,
    *_told_from_year,
    *_recent,
)
