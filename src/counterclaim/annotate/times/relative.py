"""Times that are told from another: weekdays, yesterday, last week, two years ago, the day before."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Final

from counterclaim.annotate.times.anchor import FUTURE, PAST, PRESENT, iso_week, months_from, weekday_from, years_from
from counterclaim.annotate.times.lengths import COUNT, read_count
from counterclaim.annotate.times.rules import (
    NOT_OF_DATE,
    PART,
    PART_VALUES,
    WEEKDAY,
    Context,
    Piece,
    Rule,
    ordinal,
    rule,
    weekday_number,
)
from counterclaim.annotate.times.tense import ends_name
from counterclaim.records import TimexType

_LAST = frozenset({"last"})
_NEXT = frozenset({"next", "coming"})


#: "Bloody Sunday" and its like are names of what happened once.
_NAME_BEFORE: Final = re.compile(r"\b(?:Black|Bloody|Good|Super)\s+$")


def _of_day(match: re.Match[str], value: str | None, part: str | None) -> Iterator[Piece]:
    """The piece of a whole match: a date, or a time where a part of the day is named."""
    if value is None:
        return
    if part is None:
        yield Piece(match.start(), match.end(), TimexType.DATE, value)
    else:
        yield Piece(match.start(), match.end(), TimexType.TIME, f"{value}T{PART_VALUES[part.lower()]}")


#: What was due may be so no longer: of "the truce was to begin at 6 a.m. on Tuesday" a Wednesday's report tells of the
#: day before. Days no further back than this, told so, are past.
_WAS_TO: Final = re.compile(r"\b(?:was|were)(?: due| set| meant)? to [a-z]+\b(?:[^.;\n]|[ap]\.m\.|\d\.\d){0,45}$")
_BACK: Final = 70
_LATELY: Final = 2


@rule(
    rf"(?:(?P<which>(?i:last|next|this|this\s+past|this\s+coming))\s+)?(?:(?i:early|late|earlier|later)\s+(?:on\s+)?)?"
    rf"\b(?P<day>{WEEKDAY})\b(?:(?:['’]s)?\s+(?P<part>{PART}))?(?:,?\s+(?:of\s+)?(?P<week>(?i:last|next|this))\s+week\b)?{NOT_OF_DATE}",
    rf"\b(?i:(?P<part>{PART})\s+of)\s+(?P<day>{WEEKDAY})\b{NOT_OF_DATE}",
    needs="day",
)
def _weekday(match: re.Match[str], context: Context) -> Iterator[Piece]:
    """Monday; last Friday; Sunday morning; late on Tuesday; Tuesday last week."""
    if _NAME_BEFORE.search(context.text, max(0, match.start() - 8), match.start()):
        return
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
        ahead = future and not which
        if ahead and _WAS_TO.search(context.text, max(0, match.start() - _BACK), match.start()):
            lately = weekday_from(today, day, future=False)
            ahead = (today - lately).days > _LATELY
        return weekday_from(today, day, future=ahead, strictly=which in (["last"], ["past"]))

    yield from _of_day(match, _weekday_value(context, on, day), match["part"])


def _weekday_value(context: Context, on: Callable[[date], date], weekday: int) -> str | None:
    """The day, or its number in an unknown week where the report's date does not tell."""
    value = context.anchor.resolve(lambda today: on(today).isoformat())
    if value is not None and "X" in value:
        return f"{value[:4]}-WXX-{weekday + 1}"
    return value


@rule(rf"\b(?P<day>{'|'.join(('Mon', 'Tues', 'Wednes', 'Thurs', 'Fri', 'Satur', 'Sun'))})days\b", needs="days")
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
    """Yesterday evening; earlier today; tomorrow (not the name of a newspaper)."""
    tokens = context.tokens(*match.span("day"))
    if tokens is None or ends_name(tokens[0]):
        return
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
    r"(?P<which>last|this\s+past|this|next|the\s+coming)\s+(?P<unit>week|month|year|weekend|decade|century))(?:\b|(?=s\b))",
    r"(?<=(?i:the\s))(?i:(?P<unit>weekend))(?P<which>)\b",
    r"\b(?i:(?:early|earlier|late|later|by\s+the\s+end|(?<=the\s)end|(?<=the\s)beginning|(?<=the\s)start)\s+(?:in|of)\s+"
    r"(?P<which>the)\s+(?P<unit>week|month|year|decade))\b(?!\s+(?i:of|before|after)\b)",
    needs="week month year decade century",
)
def _near_period(match: re.Match[str], context: Context) -> Iterator[Piece]:
    """Last week; earlier this month; late last year; the weekend; the end of the month (not "the last week", a length
    of time)."""
    if re.search(r"\b(?i:the|over|past|these)\s+$", context.text[max(0, match.start() - 6) : match.start()]) and (
        match["which"].lower() in {"last", "next"}
    ):
        return
    which, unit = match["which"].lower().split()[-1:], match["unit"].lower()
    if which == ["the"] and unit == "week" and context.text[match.end() :].startswith("-long"):
        return
    away = -1 if which and which[0] in _LAST else 1 if which and which[0] in _NEXT else 0
    future, _ = context.direction(*match.span())
    start = match.start() + (3 if match[0].lower().startswith("by ") else 0)

    def on(today: date) -> str:
        return _period(today, unit, away, future=future)

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


@rule(
    rf"\b(?P<count>{COUNT})[\s-]+(?P<unit>(?i:minute|hour|day|week|month|year|decade|century)s?)"
    rf"(?P<half>(?i:\s+and\s+a\s+half))?\s+(?i:(?P<ago>ago))\b",
    rf"\b(?P<count>{COUNT})[\s-]+(?P<unit>(?i:day|week|month|year|decade)s?)(?P<half>)\s+(?i:from\s+(?:now|today)|hence)\b",
    rf"\b(?i:in\s+)(?P<count>{COUNT})[\s-]+(?P<unit>(?i:day|week|month|year)s?)(?P<half>)['’]?s?['’]?\s+(?i:time)\b",
    needs="ago now today hence time",
)
def _ago(match: re.Match[str], context: Context) -> Iterator[Piece]:
    """A week ago; two years ago; 24 hours ago; several days ago; ten days from now; in two weeks' time."""
    back = bool(match.groupdict().get("ago"))
    count, unit = read_count(match["count"]), match["unit"].lower().rstrip("s")
    start = match.start("count")
    if match["half"] and count is not None:
        count += 0.5
    if unit == "year" and count is not None and count != int(count):
        count, unit = count * 12, "month"
    if unit == "hour" and count is not None and count >= 24:
        count, unit = count // 24, "day"
    if unit in {"minute", "hour"} and count is not None and count < 12 and back:
        if value := _day_away(context, 0):
            yield Piece(start, match.end(), TimexType.TIME, f"{value}TXX:XX")
        return
    if count is None or count != int(count) or unit in {"minute", "hour"}:
        yield Piece(start, match.end(), TimexType.DATE, PAST if back else FUTURE)
        return
    away = -int(count) if back else int(count)

    def on(today: date) -> str:
        if unit == "day":
            return (today + timedelta(days=away)).isoformat()
        return _period(today, unit, away, future=False)

    if value := context.anchor.resolve(on):
        yield Piece(start, match.end(), TimexType.DATE, value)


_NTH: Final = r"(?:(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th))"
#: A day of the month in words that counts nothing else as often: "since the tenth", but "after the second".
_NTH_WORD: Final = (
    r"(?i:thirty-first|thirtieth|twenty-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|twentieth"
    r"|(?:nin|eigh|seven|six|fif|four|thir)teenth|twelfth|eleventh|tenth|ninth|eighth|seventh)"
)


@rule(
    rf"\b(?i:the\s+)?(?P<day>{_NTH})\s+(?i:of\s+(?P<which>last|this|next)\s+month)\b",
    rf"(?<=\b(?i:on|of|by)\s(?i:the)\s)(?P<day>{_NTH})(?=\s*(?:[.,;:!?)]|$))(?P<which>)",
    rf"\b(?i:on|since|until|till|from|after|before)\s(?i:the)\s(?P<day>{_NTH}|{_NTH_WORD})"
    r"(?=\s*(?:[.,;:!?)]|$)|\s+(?:in|at|when|but|he|she|they)\b)(?P<which>)",
    needs="st nd rd th",
)
def _day_of_month(match: re.Match[str], context: Context) -> Iterator[Piece]:
    """The 15th of last month; on the 15th; since the tenth."""
    day = ordinal(match["day"]) or 0
    which = match["which"].lower()
    future, _ = context.direction(*match.span())

    def on(today: date) -> str:
        away = {"last": -1, "next": 1}.get(which, 0)
        if not which and day != today.day and (day > today.day) != future:
            away = 1 if future else -1
        return date.fromisoformat(f"{months_from(today, away)}-{day:02}").isoformat()

    if value := context.anchor.resolve(on):
        start = match.start() if match["which"] else match.start("day")
        yield Piece(start, match.end(), TimexType.DATE, value)


@rule(rf"\b(?P<name>{WEEKDAY}),?\s+the\s+(?P<day>{_NTH}|{_NTH_WORD})\b(?!\s+of\b)", needs="day")
def _weekday_of_month(match: re.Match[str], context: Context) -> Iterator[Piece]:
    """Thursday the 30th: the nearest such day that is a Thursday."""
    day, weekday = ordinal(match["day"]) or 0, weekday_number(match["name"])
    future, _ = context.direction(*match.span())

    def on(today: date) -> str:
        for away in (0, 1, -1) if future else (0, -1, 1):
            try:
                found = date.fromisoformat(f"{months_from(today, away)}-{day:02}")
            except ValueError:  # no month has it
                continue
            if found.weekday() == weekday and abs((found - today).days) <= _MONTH:
                return found.isoformat()
        return weekday_from(today, weekday, future=future).isoformat()

    if value := context.anchor.resolve(on):
        yield Piece(match.start(), match.end(), TimexType.DATE, value)


#: Further off, in days, a date is told with its month.
_MONTH: Final = 35


@rule(r"(?<![\w-])(?i:(?:hours|days|weeks|months|years|decades|centuries)\s+ago)\b", needs="ago")
def _long_ago(match: re.Match[str], context: Context) -> Iterator[Piece]:
    """Decades ago."""
    yield Piece(match.start(), match.end(), TimexType.DATE, PAST)


@rule(r"\b(?i:(?:in\s+)?(?:recent))\s+(?i:hours|days|weeks|months|years|decades)\b")
def _recent(match: re.Match[str], context: Context) -> Iterator[Piece]:
    """Recent weeks."""
    yield Piece(match.start() + match[0].lower().index("recent"), match.end(), TimexType.DATE, PAST)


@rule(
    r"\b(?i:(?P<past>recently|lately)|now(?!\s+that\b)|currently|nowadays|at\s+present|at\s+the\s+moment|these\s+days)\b",
    needs="recently lately now currently nowadays present moment days",
)
def _present(match: re.Match[str], context: Context) -> Iterator[Piece]:
    """Recently; now; these days: times that their words alone tell."""
    tokens = context.tokens(*match.span())
    if match[0].lower() == "now" and (tokens is None or tokens[0].dep_ != "advmod"):
        return  # "from now on", "now-famous"
    yield Piece(match.start(), match.end(), TimexType.DATE, PAST if match["past"] else PRESENT)


RULES: tuple[Rule, ...] = (
    *_two_days_away,
    *_weekday,
    *_weekday_plural,
    *_near_day,
    *_part_of_near_day,
    *_near_period,
    *_ago,
    *_long_ago,
    *_recent,
    *_day_of_month,
    *_weekday_of_month,
    *_present,
)
