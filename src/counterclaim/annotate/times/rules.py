"""What a rule of the grammar is, what it may know, and the words that all rules share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from spacy.tokens import Span as Tokens

from counterclaim.annotate.parse import Parsed
from counterclaim.annotate.times.anchor import Anchor
from counterclaim.annotate.times.tense import direction, done_in_headline, tokens_at
from counterclaim.records import PassageKind, TimexType

#: What a report tells of in the present tense though it is done.
_TOLD_IN_PRESENT: Final = frozenset({PassageKind.HEADLINE, PassageKind.CAPTION})


@dataclass(frozen=True, slots=True)
class Piece:
    """One time expression that a rule found: where it stands, its type and its value."""

    start: int
    end: int
    type: TimexType
    value: str


@dataclass(slots=True)
class Context:
    """What a rule may know beyond its match: the report, its date, and the expressions before this one."""

    parsed: Parsed
    anchor: Anchor
    earlier: list[Piece] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The report's text."""
        return self.parsed.report.text

    def tokens(self, start: int, end: int) -> Tokens | None:
        """The tokens that cover a stretch of the text."""
        return tokens_at(self.parsed.doc, start, end)

    def direction(self, start: int, end: int) -> tuple[bool, bool]:
        """Whether the expression at `start` to `end` lies ahead of the report, and whether it hangs on a noun."""
        if _AHEAD_BEFORE.search(self.text, max(0, start - 30), start):
            return True, False
        tokens = self.tokens(start, end)
        if tokens is None:
            return False, True
        if self._in_headline(start) and done_in_headline(tokens):
            return False, False
        return direction(tokens)

    def _in_headline(self, start: int) -> bool:
        return any(
            passage.start <= start < passage.end and passage.kind in _TOLD_IN_PRESENT
            for passage in self.parsed.report.passages
        )

    def starts_sentence(self, start: int) -> bool:
        """Whether the word at `start` is the first of its sentence."""
        tokens = self.tokens(start, start + 1)
        return tokens is None or tokens[0].is_sent_start is True or tokens[0].i == 0

    def year_in_sentence(self, start: int, value: str) -> str | None:
        """The year of the date named last in the same sentence, if it wrote its year and `value` (month, or month
        and day) is later in that year: "arrested in March 2013 and freed in June"."""
        last = self.earlier[-1] if self.earlier else None
        match = _DATED.match(last.value) if last else None
        if last is None or match is None or match[1] not in self.text[last.start : last.end]:
            return None
        tokens = self.tokens(last.start, start)
        if tokens is None or tokens[0].sent != tokens[-1].sent or self.text[last.end : start].count(".") > 1:
            return None
        return match[1] if match[2][: len(value)] < value else None

    def previous_day(self) -> date | None:
        """The day named last before this expression."""
        for piece in reversed(self.earlier):
            if piece.type in {TimexType.DATE, TimexType.TIME} and (match := _DAY_VALUE.match(piece.value)):
                return date.fromisoformat(match[0])
        return None

    def previous_month(self, *, or_report: bool = True) -> date | None:
        """The first day of the month named last before this expression, alone or as part of a date; else that of the
        report, if `or_report`."""
        return self._previous(_MONTH_VALUE) or (self._first_of("month") if or_report else None)

    def previous_year(self, *, or_report: bool = True) -> date | None:
        """The first day of the year named last before this expression, alone or as part of a date; else that of the
        report, if `or_report`."""
        return self._previous(_YEAR_VALUE) or (self._first_of("year") if or_report else None)

    def _previous(self, form: re.Pattern[str]) -> date | None:
        for piece in reversed(self.earlier):
            if piece.type in {TimexType.DATE, TimexType.TIME} and (match := form.match(piece.value)):
                return date(int(match["year"]), int(match.groupdict().get("month") or 1), 1)
        return None

    def _first_of(self, unit: str) -> date | None:
        firsts = {day.replace(day=1, month=1 if unit == "year" else day.month) for day in self.anchor.days}
        return firsts.pop() if len(firsts) == 1 else None


_AHEAD_BEFORE = re.compile(
    r"\b(?:ahead of (?:\w+ ){0,2}|deadline (?:of|on|for) (?:\w+ )?|(?:starting|beginning|effective) (?:from |on )?)$"
)
_DAY_VALUE = re.compile(r"\d{4}-\d{2}-\d{2}(?=T|$)")
_DATED = re.compile(r"(\d{4})-(\d{2}(?:-\d{2})?)$")
_MONTH_VALUE = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})(?!\d)")
_YEAR_VALUE = re.compile(r"(?P<year>\d{4})(?!\d)")

Builder = Callable[[re.Match[str], Context], Iterator[Piece]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, and what makes pieces of its matches (none, if the match is no time after all).

    `needs` holds words in small letters of which a sentence must have one; looking for them first halves the time
    that all rules take together.
    """

    pattern: re.Pattern[str]
    build: Builder
    needs: tuple[str, ...] = ()


def rule(*patterns: str, needs: str = "") -> Callable[[Builder], list[Rule]]:
    """Turn a builder into rules, one for each of `patterns`, for sentences with one of the words in `needs`
    (in small letters, `_` for a blank).

    Patterns respect case: months and weekdays are capitalised in news, and "may", "march" and "second" otherwise
    something else. Where case does not matter they say so with `(?i:…)`.
    """

    def rules(build: Builder) -> list[Rule]:
        words = tuple(word.replace("_", " ") for word in needs.split())
        return [Rule(re.compile(pattern), build, words) for pattern in patterns]

    return rules


_MONTHS: Final = (
    ("January", "Jan"),
    ("February", "Feb"),
    ("March", "Mar"),
    ("April", "Apr"),
    ("May", "May"),
    ("June", "Jun"),
    ("July", "Jul"),
    ("August", "Aug"),
    ("September", "Sept", "Sep"),
    ("October", "Oct"),
    ("November", "Nov"),
    ("December", "Dec"),
)
_DAYS: Final = (
    ("Monday", "Mon"),
    ("Tuesday", "Tues", "Tue"),
    ("Wednesday", "Wed"),
    ("Thursday", "Thurs", "Thur", "Thu"),
    ("Friday", "Fri"),
    ("Saturday", "Sat"),
    ("Sunday", "Sun"),
)
#: What a sentence with a month holds, in full or shortened, in small letters: for `needs`.
MONTHS: Final = " ".join(names[0].lower() for names in _MONTHS)
SHORT_MONTHS: Final = " ".join(names[0].lower()[:3] for names in _MONTHS)
MONTH_NUMBER: Final = {name.lower(): n for n, names in enumerate(_MONTHS, 1) for name in names}
WEEKDAY_NUMBER: Final = {name.lower(): n for n, names in enumerate(_DAYS) for name in names}


def _any_case(names: list[str]) -> str:
    """An alternation of names, capitalised or in capitals (long ones in small letters too), the longest first."""
    spellings = {*names, *(name.upper() for name in names)}
    # Posts do without capitals; "may" and "march" then are verbs more often, and "mar" or "sun" no date at all.
    spellings |= {name.lower() for name in names if len(name) > 5}
    return "|".join(sorted(spellings, key=lambda name: (-len(name), name)))


#: A month in full, and one that may be abbreviated (only safe beside a day or a year).
MONTH_NAME: Final = rf"(?:{_any_case([names[0] for names in _MONTHS])})\b"
MONTH: Final = rf"(?:{MONTH_NAME}|(?:{_any_case([n for names in _MONTHS for n in names[1:]])})\b\.?)"
WEEKDAY: Final = rf"(?:{_any_case([names[0] for names in _DAYS])})"
#: A weekday before a date ("Wed 05 Apr 2017"), with what may follow it.
BEFORE_DATE: Final = rf"(?:\b(?:{WEEKDAY}|{_any_case([n for names in _DAYS for n in names[1:]])})\b\.?,?\s+)"

DAY: Final = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w]|[.,:]\d|%)"
YEAR: Final = r"(?:1[5-9]|20)\d\d(?!\d|[.,:]\d|%)"
#: Parts of a year that need no more than the year's value; the record has no place for them.
EARLY_LATE: Final = (
    r"(?:(?i:early|earlier|late|later|mid|the\s+(?:beginning|start|end|middle)\s+of)(?:[\s-]+(?:in\s+)?))"
)
#: A weekday is not followed by the date that it belongs to ("early Friday, March 13"): that is the longer name.
NOT_OF_DATE: Final = rf"(?!,?\s+(?:the\s+)?(?:{MONTH}\s+{DAY}|{DAY}\s+(?:of\s+)?{MONTH}))"

PART_VALUES: Final = {
    "morning": "MO",
    "dawn": "MO",
    "daybreak": "MO",
    "noon": "MI",
    "midday": "MI",
    "afternoon": "AF",
    "evening": "EV",
    "dusk": "EV",
    "sunrise": "MO",
    "sunset": "EV",
    "nightfall": "EV",
    "lunchtime": "MI",
    "night": "NI",
}
PART: Final = rf"(?i:{'|'.join(PART_VALUES)})\b"

SEASON_VALUES: Final = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
SEASON: Final = rf"(?i:{'|'.join(SEASON_VALUES)})\b"

#: Units of a calendar with their TIMEX3 letters; those of a clock come after a `T`.
UNIT_VALUES: Final = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "week": "W",
    "weekend": "WE",
    "fortnight": "W",
    "month": "M",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
    "centurie": "CE",
}


def month_number(name: str) -> int:
    """The number of a month named in full or short, with or without its full stop."""
    return MONTH_NUMBER[name.rstrip(".").lower()]


def weekday_number(name: str) -> int:
    """The number of a weekday named in full or short; Monday is 0."""
    return WEEKDAY_NUMBER[re.sub(r"\W+", "", name).lower()]


_ORDINALS: Final = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth "
    "twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
).split()
#: A day of the month in words, the longest first.
ORDINAL: Final = rf"(?i:{'|'.join(sorted(_ORDINALS, key=len, reverse=True))})"


def ordinal(words: str) -> int | None:
    """The number that an ordinal up to 31 stands for, in digits or in words; None for anything else."""
    if digits := re.match(r"\d+", words):
        return int(digits[0])
    low = words.lower()
    return _ORDINALS.index(low) + 1 if low in _ORDINALS else None
