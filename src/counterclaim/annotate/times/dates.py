"""Dates that name a calendar day, a month, a season or a year, alone, in lists and in ranges."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from counterclaim.annotate.times.anchor import year_of_month_day, years_from
from counterclaim.annotate.times.rules import (
    BEFORE_DATE,
    DAY,
    EARLY_LATE,
    MONTH,
    MONTH_NAME,
    SEASON,
    SEASON_VALUES,
    YEAR,
    Context,
    Piece,
    Rule,
    month_number,
    rule,
    weekday_number,
)
from counterclaim.records import TimexType

_NOT_IN_NUMBER = r"(?<![\d.,:/$€£+-])"
_SEPARATOR = r"(?:\s*,\s*and\s+|\s*,\s*|\s+and\s+|\s+or\s+|\s+to\s+|\s*[-–/]\s*)"
_DAY_MONTH = rf"{_NOT_IN_NUMBER}\b(?P<day>{DAY})[\s-]+(?:of\s+)?(?P<month>{MONTH})"
_MONTH_DAY = rf"\b(?P<month>{MONTH})\s+(?P<day>{DAY})"
_OF_YEAR = rf"(?:,?\s*-?(?:of\s+)?(?P<year>{YEAR}))"
#: "(August) and September 2013": what follows a date of a list whose last member alone has a year.
_YEAR_OF_LIST = re.compile(
    rf"(?:{_SEPARATOR}(?:from\s+|on\s+|the\s+)?(?:{MONTH}(?:\s+{DAY})?|{DAY}\s+{MONTH}))+,?\s+({YEAR})"
)


def month_day_value(context: Context, month: int, day: int, year: str | None, start: int, end: int) -> str | None:
    """The value of a day of a month at `start` to `end`, with its year or the year that the context tells."""
    if year is None and (match := _YEAR_OF_LIST.match(context.text, end)):
        year = match[1]
    if year is not None:
        return _real_day(f"{year}-{month:02}-{day:02}")
    future, nominal = context.direction(start, end)

    def on(today: date) -> str:
        years = year_of_month_day(today, month, day, future=future, nearest=nominal and not future)
        return f"{years:04}-{month:02}-{day:02}"

    return context.anchor.resolve(on)


def _real_day(value: str) -> str | None:
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        return None


def _day_of(words: str) -> int:
    return int(re.sub(r"\D", "", words))


@rule(
    rf"(?P<weekday>{BEFORE_DATE})?{_DAY_MONTH}{_OF_YEAR}?",
    rf"(?P<weekday>{BEFORE_DATE})?{_MONTH_DAY}{_OF_YEAR}?",
)
def _day_and_month(match: re.Match[str], context: Context) -> Iterator[Piece]:
    """10 October; Friday, October 10, 2020; Wed 05 Apr 2017; 9th of April."""
    start, end = match.span()
    if match["year"] and _counts_what_follows(match, context):
        end = match.end("month") if match.end("month") > match.end("day") else match.end("day")
    year = match["year"] if end == match.end() else None
    month, day = month_number(match["month"]), _day_of(match["day"])
    value = month_day_value(context, month, day, year, start, end)
    if value is None:
        return
    if match["weekday"] and year is None:
        value = _with_weekday(value, weekday_number(match["weekday"]))
    yield Piece(start, end, TimexType.DATE, value)


def _counts_what_follows(match: re.Match[str], context: Context) -> bool:
    """Whether the "year" counts what follows it, where commas were lost: "on May 16 2000 people fled".

    Only a round number may: a parser also takes the year of a dateline for the number of what comes next.
    """
    tokens = context.tokens(*match.span("year"))
    if tokens is None or int(match["year"]) % 50:
        return False
    token = tokens[0]
    return bool(token.dep_ == "nummod" and token.head.i > token.i and token.head.tag_ == "NNS")


def _with_weekday(value: str, weekday: int) -> str:
    """`value` in the nearest year, up to two away, in which it falls on `weekday`; itself where there is none."""
    for away in (0, -1, 1, -2, 2):
        if value[:4].isdigit() and (other := _real_day(f"{int(value[:4]) + away:04}{value[4:]}")):  # noqa: SIM102
            if date.fromisoformat(other).weekday() == weekday:
                return other
    return value


@rule(
    rf"{_NOT_IN_NUMBER}\b(?P<days>{DAY}(?:{_SEPARATOR}{DAY})+)\s+(?:of\s+)?(?P<month>{MONTH}){_OF_YEAR}?",
    rf"{_NOT_IN_NUMBER}\b(?P<days>{DAY}(?:\s+{DAY})+\s+and\s+{DAY})\s+(?:of\s+)?(?P<month>{MONTH}){_OF_YEAR}?",
    rf"\b(?P<month>{MONTH})\s+(?P<days>{DAY}(?:{_SEPARATOR}{DAY})+){_OF_YEAR}?",
    rf"\b(?P<month>{MONTH})\s+(?P<days>{DAY}(?:\s+{DAY})+\s+and\s+{DAY}){_OF_YEAR}?",
)
def _days_of_month(match: re.Match[str], context: Context) -> Iterator[Piece]:
    """10, 17 and 26 October; October 10, 16 and 26; 10-12 October: a piece for each day."""
    days = [(m.start(), m.end()) for m in re.compile(DAY).finditer(context.text, *match.span("days"))]
    month_first = match.start("month") < match.start("days")
    if month_first and not match["year"] and _is_counter(days[-1], context):
        days.pop()
    month = month_number(match["month"])
    for index, (start, end) in enumerate(days):
        value = month_day_value(context, month, _day_of(context.text[start:end]), match["year"], *match.span("month"))
        if value is None:
            continue
        first = match.start() if month_first and index == 0 else start
        last = match.end() if index == len(days) - 1 and (not month_first or match["year"]) else end
        yield Piece(first, last, TimexType.DATE, value)


def _is_counter(at: tuple[int, int], context: Context) -> bool:
    """Whether the number counts the noun that follows it: "on June 19 and 20 people died"."""
    tokens = context.tokens(*at)
    return tokens is not None and tokens.root.dep_ == "nummod" and tokens.root.head.i > tokens.end - 1


@rule(
    rf"{EARLY_LATE}?\b(?P<month>{MONTH}),?\s+(?:of\s+)?(?:(?P<year>{YEAR})|(?P<which>(?i:last|this|next))\s+(?i:year)\b)"
)
def _month_of_year(match: re.Match[str], context: Context) -> Iterator[Piece]:
    """September 2013; August of 2012; October last year; late Sept. 2014; mid-March 2011."""
    month = month_number(match["month"])
    if match["year"]:
        if not _counts_what_follows(match, context):
            yield Piece(match.start(), match.end(), TimexType.DATE, f"{match['year']}-{month:02}")
        return
    away = {"last": -1, "this": 0, "next": 1}[match["which"].lower()]
    value = context.anchor.resolve(lambda today: f"{years_from(today, away)}-{month:02}")
    if value:
        yield Piece(match.start(), match.end(), TimexType.DATE, value)


@rule(rf"(?:(?P<which>(?i:last|next|this|past))\s+)?{EARLY_LATE}?\b(?P<month>{MONTH_NAME})(?![\s-]+{DAY})")
def _month_alone(match: re.Match[str], context: Context) -> Iterator[Piece]:
    """In December; last January; early May (not the verbs "may" and "march" at the head of a sentence)."""
    tokens = context.tokens(*match.span("month"))
    mid = match["month"] != match[0] and "-" in match[0]
    if tokens is None or not (mid or tokens[0].tag_ in {"NNP", "NNPS", "NN"}):
        return
    month = month_number(match["month"])
    which = (match["which"] or "").lower()
    future, _ = context.direction(*match.span())
    future = which == "next" or (future and which not in {"last", "past"})
    if not which and (year := _YEAR_OF_LIST.match(context.text, match.end())):
        yield Piece(match.start(), match.end(), TimexType.DATE, f"{year[1]}-{month:02}")
        return

    def on(today: date) -> str:
        if future:
            later = today.month > month or (which == "next" and today.month == month)
            return f"{years_from(today, 1 if later else 0)}-{month:02}"
        earlier = today.month < month or (which == "last" and today.month == month)
        return f"{years_from(today, -1 if earlier else 0)}-{month:02}"

    if value := context.anchor.resolve(on):
        yield Piece(match.start(), match.end(), TimexType.DATE, value)


@rule(rf"{_NOT_IN_NUMBER}\b(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?![\d.,:/-]\d)")
def _iso_day(match: re.Match[str], context: Context) -> Iterator[Piece]:
    """2016-12-13."""
    if value := _real_day(match[0]):
        yield Piece(match.start(), match.end(), TimexType.DATE, value)


@rule(
    rf"{_NOT_IN_NUMBER}\b(?P<a>\d{{1,2}})(?P<sep>[./-])(?P<b>\d{{1,2}})(?P=sep)(?P<year>(?:19|20)\d\d)\b(?![.,:/-]\d)"
)
def _numeric_day(match: re.Match[str], context: Context) -> Iterator[Piece]:
    """25.07.2016, 7/25/2016. Where day and month could change places, the reading near the report's date is taken,
    and without one no more than the year."""
    a, b, year = int(match["a"]), int(match["b"]), match["year"]
    readings = [v for v in (_real_day(f"{year}-{b:02}-{a:02}"), _real_day(f"{year}-{a:02}-{b:02}")) if v]
    if match["sep"] == ".":
        readings = readings[:1]  # dots are only used with the day first
    if not readings:
        return
    if len(set(readings)) > 1:
        near = [
            v for v in readings if context.anchor.day and abs((date.fromisoformat(v) - context.anchor.day).days) < 8
        ]
        readings = near[:1] or [f"{year}-XX-XX"]
    yield Piece(match.start(), match.end(), TimexType.DATE, readings[0])


@rule(
    rf"{EARLY_LATE}?\b(?P<season>{SEASON})\s+(?:of\s+)?(?P<year>{YEAR})",
    rf"\b(?P<which>(?i:last|this|next|past))\s+(?P<season>{SEASON})",
    r"\b(?<=(?i:in|by|of)\s)(?i:(?:the\s+)?(?:early\s+|late\s+)?)(?P<season>(?i:summer|winter|autumn))\b(?!\s+of\b)",
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
        yield Piece(match.start(), match.end(), TimexType.DATE, value)


_NAMES_A_NUMBER = frozenset(
    "resolution no no. number flight article section decree law highway route room page unit order brigade regiment "
    "division battalion at least than over about nearly around some up almost approximately".split()
)


@rule(
    rf"(?:{EARLY_LATE}|{_NOT_IN_NUMBER}(?<!\w))(?P<year>{YEAR})(?!\w|-\d{{3}}\b|-\d+-|\s*(?i:GMT|UTC|hours|hrs|km|[ap]\.?m\b))"
    r"(?:(?P<dash>[-–/])(?P<until>(?:19|20)?\d\d)(?![\d-]))?"
)
def _year(match: re.Match[str], context: Context) -> Iterator[Piece]:
    """2018; early in 2016; 2013-2014 and 2015-16 as two years (not a count, sum, or the number of a resolution)."""
    tokens = context.tokens(*match.span("year"))
    if tokens is None:
        return
    token = tokens[0]
    if token.i and token.nbor(-1).lower_ in _NAMES_A_NUMBER:
        return
    if token.dep_ == "nummod" and token.head.i > token.i and token.head.tag_ == "NNS":
        after_article = token.i and token.nbor(-1).tag_ in {"DT", "PRP$", "POS", "IN"} and int(match["year"]) % 100
        if not after_article:
            return
    yield Piece(match.start(), match.end("year"), TimexType.DATE, match["year"])
    if match["until"]:
        until = match["year"][: 4 - len(match["until"])] + match["until"]
        if until > match["year"]:
            yield Piece(match.start("until"), match.end("until"), TimexType.DATE, until)


@rule(r"\b(?P<decade>(?:1[5-9]|20)\d)0['’]?s\b", r"(?<!\w)['’](?P<decade>[2-9])0['’]?s\b")
def _decade(match: re.Match[str], context: Context) -> Iterator[Piece]:
    """The 1990s; the '90s."""
    decade = match["decade"] if len(match["decade"]) == 3 else f"19{match['decade']}"
    yield Piece(match.start(), match.end(), TimexType.DATE, decade)


@rule(r"\b(?P<n>1\d|2[01])(?:th|st)[\s-](?i:century)\b")
def _century(match: re.Match[str], context: Context) -> Iterator[Piece]:
    """The 20th century."""
    yield Piece(match.start(), match.end(), TimexType.DATE, f"{int(match['n']) - 1:02}")


RULES: tuple[Rule, ...] = (
    *_day_and_month,
    *_days_of_month,
    *_month_of_year,
    *_month_alone,
    *_iso_day,
    *_numeric_day,
    *_season,
    *_year,
    *_decade,
    *_century,
)
