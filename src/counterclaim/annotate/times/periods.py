"""Parts of a year and spans of years: seasons, quarters and halves, decades, centuries; and days that have a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from counterclaim.annotate.times.anchor import years_from
from counterclaim.annotate.times.dates import month_day_value
from counterclaim.annotate.times.rules import (
    EARLY_LATE,
    SEASON,
    SEASON_VALUES,
    YEAR,
    Context,
    Piece,
    Rule,
    ordinal,
    rule,
)
from counterclaim.records import TimexType


@rule(
    rf"{EARLY_LATE}?\b(?P<season>{SEASON})\s+(?:of\s+)?(?P<year>{YEAR})",
    rf"\b(?P<which>(?i:last|this|next|past))\s+(?P<season>{SEASON})",
    r"\b(?i:in|by|of|since|over|until|during)\s+"
    r"(?P<phrase>(?i:(?:the\s+)?(?:early\s+|late\s+)?)(?P<season>(?i:summer|winter|autumn)))\b(?!\s+of\b)",
    r"\b(?i:in|by)\s+(?P<phrase>(?i:the\s+(?:early\s+|late\s+)?)(?P<season>(?i:spring)))\b(?!\s+of\b)",
    needs="spring summer autumn fall winter",
)
def _season(match: re.Match[str], context: Context) -> Iterator[Piece]:
    """The fall of 2020; spring 2013; this summer; in winter."""
    groups = match.groupdict()
    season, which = SEASON_VALUES[match["season"].lower()], (groups.get("which") or "").lower()
    if groups.get("year"):
        yield Piece(match.start(), match.end(), TimexType.DATE, f"{match['year']}-{season}")
        return
    first_month = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[season]
    future, _ = context.direction(*match.span())

    def on(today: date) -> str:
        begun = today.month >= first_month
        running = begun and today.month < first_month + 3
        winter_of_last_year = season == "WI" and today.month < 3
        if which == "next" or (future and which != "last" and not running):
            return f"{years_from(today, 1 if begun else 0)}-{season}"
        if which == "last" and (running or winter_of_last_year):
            return f"{years_from(today, -2 if winter_of_last_year else -1)}-{season}"
        return f"{years_from(today, 0 if begun else -1)}-{season}"

    if value := context.anchor.resolve(on):
        yield Piece(
            match.start("phrase") if groups.get("phrase") else match.start(), match.end(), TimexType.DATE, value
        )


_PARTS: Final = {"quarter": ("Q", 4), "half": ("H", 2)}
_AWAY: Final = {"last": -1, "previous": -1, "this": 0, "the": 0, "next": 1}


@rule(
    r"\b(?i:(?:the\s+)?(?P<n>first|second|third|fourth|1st|2nd|3rd|4th)[\s-]+(?P<part>quarter|half)\s+of\s+)"
    rf"(?:(?P<year>{YEAR})|(?P<which>(?i:last|this|the|next|the\s+previous))\s+(?i:year)\b)",
    needs="quarter half",
)
def _part_of_year(match: re.Match[str], context: Context) -> Iterator[Piece]:
    """The first half of 2015; the fourth quarter of last year."""
    letter, parts = _PARTS[match["part"].lower()]
    number = ordinal(match["n"])
    if number is None or number > parts:
        return
    if match["year"]:
        value: str | None = match["year"]
    else:
        away = _AWAY[match["which"].lower().split()[-1]]
        value = context.anchor.resolve(lambda today: years_from(today, away))
    if value:
        yield Piece(match.start(), match.end(), TimexType.DATE, f"{value}-{letter}{number}")


_NAMED_DECADES: Final = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")


@rule(r"\b(?P<decade>(?:1[5-9]|20)\d)0['’]?s\b", r"(?<!\w)['’]?(?P<decade>[2-9])0['’]?s\b", needs="0s 0's 0’s")
def _decade(match: re.Match[str], context: Context) -> Iterator[Piece]:
    """The 1990s; the '90s (not "in his 90s", an age)."""
    if len(match["decade"]) == 3:
        yield Piece(match.start(), match.end(), TimexType.DATE, match["decade"])
    elif context.text[: match.start()].lower().endswith(("the ", "early ", "late ", "mid-", "mid ", "and ")):
        yield Piece(match.start(), match.end(), TimexType.DATE, f"19{match['decade']}")


@rule(
    rf"(?<=\b(?i:the)\s)(?:(?i:early|late|mid)[\s-]+)?(?P<decade>(?i:{'|'.join(_NAMED_DECADES)}))\b",
    needs=" ".join(_NAMED_DECADES),
)
def _named_decade(match: re.Match[str], context: Context) -> Iterator[Piece]:
    """The seventies; the late eighties."""
    value = f"19{_NAMED_DECADES.index(match['decade'].lower()) + 2}"
    yield Piece(match.start("decade"), match.end(), TimexType.DATE, value)


@rule(
    r"\b(?P<n>\d{1,2}(?:st|nd|rd|th)|[A-Za-z]+(?:-[a-z]+)?)[\s-](?i:century)\b(?:\s+(?P<era>BC|BCE|AD|CE)\b)?",
    needs="century",
)
def _century(match: re.Match[str], context: Context) -> Iterator[Piece]:
    """The 20th century; a seventh-century mosque."""
    number = ordinal(match["n"])
    if number is None or not 1 <= number <= 21:
        return
    value = f"{number - 1:02}"
    if (match["era"] or "").startswith("B"):
        value = f"BC{number - 1:02}"
    yield Piece(match.start(), match.end(), TimexType.DATE, value)


#: Days of the calendar that go by a name, with month and day. Those that move with the moon follow from a table of
#: Easter; those of other calendars (Ramadan) begin when the moon is seen, so that no day follows from the year.
_NAMED_DAYS: Final = {
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "new year's": (1, 1),
    "valentine's day": (2, 14),
    "halloween": (10, 31),
    "may day": (5, 1),
    "orthodox christmas": (1, 7),
}
#: Days before (or after) Easter Sunday.
_EASTER: Final = {
    "easter": 0,
    "easter sunday": 0,
    "easter monday": 1,
    "good friday": -2,
    "palm sunday": -7,
    "ash wednesday": -46,
    "pentecost": 49,
    "ascension day": 39,
}


def _names(table: dict[str, object]) -> str:
    names = sorted(table, key=lambda name: -len(name))
    return "|".join(
        " ".join(part.capitalize() for part in n.split()).replace("'", "['’]?").replace(" ", r"\s+") for n in names
    )


@rule(
    rf"\b(?P<name>{_names(dict(_NAMED_DAYS))}|{_names(dict(_EASTER))})\b(?![-’'\s]+(?:[Ii]sland|[Tt]ree|[Mm]arket|[Pp]arty|[Cc]ard|[Gg]ift|"
    rf"[Pp]resent|[Dd]inner|[Aa]greement|[Aa]ccord|[Rr]ising|[Ee]gg))(?:,?\s+(?:of\s+|in\s+)?(?:(?P<year>{YEAR})|(?P<which>(?i:last|this|next))\s+(?i:year)\b))?",
    needs="christmas new valentine halloween may easter good palm ash pentecost ascension",
)
def _named_day(match: re.Match[str], context: Context) -> Iterator[Piece]:
    """Christmas Eve; Easter 2016; New Year's Day."""
    name = re.sub(r"\s+", " ", match["name"].lower()).replace("’", "'")
    name = name.replace("years", "year's").replace("valentines", "valentine's")
    year = match["year"]
    if match["which"]:
        away = _AWAY[match["which"].lower()]
        year = context.anchor.resolve(lambda today: years_from(today, away))
    if name in _NAMED_DAYS:
        month, day = _NAMED_DAYS[name]
        value = (
            f"XXXX-{month:02}-{day:02}" if year == "XXXX" else month_day_value(context, month, day, year, *match.span())
        )
    else:
        value = _easter(context, year, _EASTER[name], *match.span())
    if value:
        yield Piece(match.start(), match.end(), TimexType.DATE, value)


def _easter(context: Context, year: str | None, days: int, start: int, end: int) -> str | None:
    """A day so many days from the western Easter of a year, or from the one that the context tells."""
    away = timedelta(days=days)
    if year is not None:
        return (_easter_of(int(year)) + away).isoformat() if year.isdigit() else "XXXX-XX-XX"
    future, unsure = context.direction(start, end)

    def on(today: date) -> str:
        known = [_easter_of(y) + away for y in (today.year - 1, today.year, today.year + 1)]
        if unsure and not future:
            return min(known, key=lambda day: abs((day - today).days)).isoformat()
        found = min(d for d in known if d >= today) if future else max(d for d in known if d <= today)
        return found.isoformat()

    return context.anchor.resolve(on)


def _easter_of(year: int) -> date:
    """Easter Sunday of the western churches."""
    from dateutil.easter import easter

    found: date = easter(year)
    return found


RULES: tuple[Rule, ...] = (*_season, *_part_of_year, *_decade, *_named_decade, *_century, *_named_day)
