"""Dates that name a calendar day, a month, a season or a year, alone, in lists and in ranges."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from spacy.tokens import Token

from counterclaim.annotate.times.anchor import year_of_month_day, years_from
from counterclaim.annotate.times.rules import (
    BEFORE_DATE,
    DAY,
    EARLY_LATE,
    MONTH,
    MONTH_NAME,
    MONTHS,
    ORDINAL,
    SHORT_MONTHS,
    YEAR,
    Context,
    Piece,
    Rule,
    month_number,
    ordinal,
    rule,
    weekday_number,
)
from counterclaim.annotate.times.tense import ends_name
from counterclaim.records import TimexType

_NOT_IN_NUMBER = r"(?<![\d.,:/$€£+-])"
_SEPARATOR = r"(?:\s*,\s*and\s+|\s*,\s*|\s+and\s+|\s+or\s+|\s+to\s+|\s*[-–/]\s*)"
_DAY_MONTH = rf"{_NOT_IN_NUMBER}\b(?P<day>{DAY})[\s-]+(?:of\s+)?(?P<month>{MONTH})"
_MONTH_DAY = rf"\b(?P<month>{MONTH})\s+(?P<day>{DAY})"
_OF_YEAR = rf"(?:,?\s*-?(?:of\s+)?(?P<year>{YEAR}))"
#: "(August) and September 2013": what follows a date of a list whose last member alone has a year.
_YEAR_OF_LIST = re.compile(
    rf"(?:(?:{_SEPARATOR}|\s+(?:until|through)\s+)(?:from\s+|on\s+|the\s+)?(?:{MONTH}(?:\s+{DAY})?|{DAY}\s+{MONTH}))+,?\s+({YEAR})"
)


def month_day_value(context: Context, month: int, day: int, year: str | None, start: int, end: int) -> str | None:
    """The value of a day of a month at `start` to `end`, with its year or the year that the context tells."""
    if year is None and (match := _YEAR_OF_LIST.match(context.text, end)):
        year = match[1]
    if year is None:
        year = context.year_in_sentence(start, f"{month:02}-{day:02}")
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
    needs=SHORT_MONTHS,
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
    rf"\b(?:(?i:the)\s+)?(?P<day>{ORDINAL})\s+(?i:of)\s+(?P<month>{MONTH}){_OF_YEAR}?",
    needs="st_of nd_of rd_of th_of",
)
def _day_in_words(match: re.Match[str], context: Context) -> Iterator[Piece]:
    """The first of May; the twenty-third of June 2014."""
    day = ordinal(match["day"])
    if day is None:
        return
    value = month_day_value(context, month_number(match["month"]), day, match["year"], *match.span())
    if value:
        yield Piece(match.start(), match.end(), TimexType.DATE, value)


@rule(
    rf"{_NOT_IN_NUMBER}\b(?P<days>{DAY}(?:{_SEPARATOR}{DAY})+)\s+(?:of\s+)?(?P<month>{MONTH}){_OF_YEAR}?",
    rf"{_NOT_IN_NUMBER}\b(?P<days>{DAY}(?:\s+{DAY})+\s+and\s+{DAY})\s+(?:of\s+)?(?P<month>{MONTH}){_OF_YEAR}?",
    rf"\b(?P<month>{MONTH})\s+(?P<days>{DAY}(?:{_SEPARATOR}{DAY})+){_OF_YEAR}?",
    rf"\b(?P<month>{MONTH})\s+(?P<days>{DAY}(?:\s+{DAY})+\s+and\s+{DAY}){_OF_YEAR}?",
    needs=SHORT_MONTHS,
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
    rf"{EARLY_LATE}?\b(?P<month>{MONTH}),?\s+(?:of\s+)?(?:(?P<year>{YEAR})|(?P<which>(?i:last|this|next))\s+(?i:year)\b)",
    needs=SHORT_MONTHS,
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


@rule(
    rf"(?:(?P<which>(?i:last|next|this|past))\s+)?{EARLY_LATE}?\b(?P<month>{MONTH_NAME})(?![\s-]+{DAY})", needs=MONTHS
)
def _month_alone(match: re.Match[str], context: Context) -> Iterator[Piece]:
    """In December; last January; early May (not the verbs "may" and "march" at the head of a sentence)."""
    tokens = context.tokens(*match.span("month"))
    mid = match["month"] != match[0] and "-" in match[0]
    if tokens is None or not (mid or (tokens[0].tag_ in {"NNP", "NNPS", "NN"} and not ends_name(tokens[0]))):
        return
    month = month_number(match["month"])
    which = (match["which"] or "").lower()
    future, _ = context.direction(*match.span())
    future = which == "next" or (future and which not in {"last", "past"})
    of_list = _YEAR_OF_LIST.match(context.text, match.end())
    year = of_list[1] if of_list else context.year_in_sentence(match.start(), f"{month:02}")
    if not which and year:
        yield Piece(match.start(), match.end(), TimexType.DATE, f"{year}-{month:02}")
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


_NAMES_A_NUMBER = frozenset(
    "resolution no no. number flight article section decree law highway route room page unit order brigade regiment "
    "division battalion at least than over about nearly around some up almost approximately resolutions".split()
)
#: "In 2011 protests": with these nouns a number that could be a year is one, with others ("2011 soldiers") a count.
_OF_A_YEAR = frozenset(
    "accord agreement attack battle bombing border bombardment clash deal election event fight game killing law level "
    "line massacre negotiation olympic poll protest raid riot shooting standard strike talk uprising war".split()
)


@rule(
    rf"(?:{EARLY_LATE}|(?i:pre|post)-|{_NOT_IN_NUMBER}(?<!\w))(?P<year>{YEAR})"
    r"(?!\w|-\d{3}\b|-\d+-|\s*(?i:GMT|UTC|hours|hrs|km|[ap]\.?m\b)|\s+\d\d?[./]\d\d?[./]\d{4})"
    r"(?:(?P<dash>[-–/])(?P<until>(?:19|20)?\d\d)(?![\d-]))?",
    r"(?<=\b(?i:in|by)\s)(?P<year>1[0-4]\d\d)(?![\w-]|[.,:]\d)(?P<until>)",
    needs="10 11 12 13 14 15 16 17 18 19 20",
)
def _year(match: re.Match[str], context: Context) -> Iterator[Piece]:
    """2018; early in 2016; 2013-2014 and 2015-16 as two years (not a count, sum, or the number of a resolution)."""
    tokens = context.tokens(*match.span("year"))
    if tokens is None or not _is_year(match, next((t for t in tokens if match["year"] in t.text), tokens[0])):
        return
    start = match.start("year") if match[0][:4].lower() in {"pre-", "post"} else match.start()
    yield Piece(start, match.end("year"), TimexType.DATE, match["year"])
    if match["until"]:
        until = match["year"][: 4 - len(match["until"])] + match["until"]
        if until > match["year"]:
            yield Piece(match.start("until"), match.end("until"), TimexType.DATE, until)


def _is_year(match: re.Match[str], token: Token) -> bool:
    """Whether a number is a year, by its place in the sentence."""
    before = token.nbor(-1) if token.i else None
    if before is not None and (before.lower_ in _NAMES_A_NUMBER or _in_list_of_numbers(token)):
        return False
    if re.match(r"\s+(?:more|others?)\b(?!\s+than\b)", match.string[match.end("year") : match.end("year") + 16]):
        return False
    if token.dep_ == "dobj" or int(match["year"]) < 1500:  # "killed 1531", and "in 1200 cases"
        return token.dep_ == "pobj"
    if token.dep_ == "nummod" and token.head.i > token.i and token.head.tag_ == "NNS":
        if int(match["year"]) % 100 == 0:
            return False
        after_article = before is not None and before.tag_ in {"DT", "PRP$", "POS", "IN"}
        return after_article or token.head.lemma_.lower() in _OF_A_YEAR
    return True


def _in_list_of_numbers(token: Token) -> bool:
    """Whether it goes on a list that a word for numbered things begins: "resolutions 2042 and 2043"."""
    first = token
    while first.i > token.sent.start and (first.nbor(-1).like_num or first.nbor(-1).lower_ in {",", "and", "or"}):
        first = first.nbor(-1)
    return first is not token and first.i > 0 and first.nbor(-1).lower_ in _NAMES_A_NUMBER


RULES: tuple[Rule, ...] = (
    *_day_and_month,
    *_day_in_words,
    *_days_of_month,
    *_month_of_year,
    *_month_alone,
    *_iso_day,
    *_numeric_day,
    *_year,
)
