"""Calendar dates as reports write them, found by their form alone: never today's date, never a guess.

`find` gives every date of a text that names day, month and year. `read_field` reads a date field, which may be
less complete. A date that is written in numbers only ("03/04/2017") can be read two ways; both are kept.
"""

from __future__ import annotations

import datetime
import functools
import re
from dataclasses import dataclass

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
#: Printed news begins in 1605; what lies after 2100 is a placeholder (9999) or a slip. Today has no part in it.
EARLIEST, LATEST = 1600, 2100

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
# A month may run into its day where a line break was lost ("Apr052017"), so it need not end there.
_MONTH = MONTH.replace(r"\b", r"(?![a-z])")
_WEEKDAY = r"(?:(?P<weekday>mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|r|ur)?(?:day)?\b\.?,?\s+)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})(?!\d)"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b{_WEEKDAY}(?<!\d)(?:the\s+)?{_DAY}(?:\s+of)?[\s./-]*(?P<month>{_MONTH}),?[\s/-]*{_YEAR}",
        rf"\b{_WEEKDAY}(?P<month>{_MONTH})\s*{_DAY},?\s*{_YEAR}",
        rf"\b{_WEEKDAY}(?<![\d.,/-]){_YEAR}(?P<sign>[-./])(?P<month>\d{{1,2}})(?P=sign)(?P<day>\d{{1,2}})(?![./-]?\d)",
        rf"\b{_WEEKDAY}(?<![\d.,/-])(?P<day>\d{{1,2}})(?P<sign>[-./])(?P<month>\d{{1,2}})(?P=sign){_YEAR}(?![./-]\d)",
    )
)
_DAYS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (rf"\b(?P<month>{_MONTH})\s*{_DAY}(?!\d)", rf"(?<![\d.,/-]){_DAY}\s+(?P<month>{_MONTH})")
)
_MONTH_YEAR = re.compile(rf"\b(?P<month>{_MONTH}),?\s+{_YEAR}", re.IGNORECASE)
_PARTIAL = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?(?![\d/.-])")
_COMPACT = re.compile(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?:T?\d{6}Z?)?(?!\d)")
_STAMP = re.compile(r"(?P<seconds>\d{10})(?:\d{3})?(?:\.\d+)?")
#: A day and a year among at most four words: only such a field is worth asking dateparser about, which needs up to
#: 3 s for the first nonsense it is given (it then loads every language it has).
_OTHER_WORDS = re.compile(r"(?=.*(?<!\d)\d{1,2}(?!\d))(?=.*(?<!\d)\d{4}(?!\d))(?:\W*\b\w+){3,6}\W*")


@dataclass(frozen=True, slots=True)
class Written:
    """A date as it is written at `start` to `end` of some text. `month` and `day` are 0 where it does not name
    them. `swapped` says that it names its month in a number that could as well be the day."""

    start: int
    end: int
    year: int
    month: int = 0
    day: int = 0
    weekday: int | None = None
    swapped: bool = False

    @property
    def value(self) -> str:
        """The date in ISO 8601, as partial as it is known; what is no day of the calendar is left out."""
        if not 1 <= self.month <= 12:
            return f"{self.year:04d}"
        if not _days(self.year, self.month) >= self.day >= 1:
            return f"{self.year:04d}-{self.month:02d}"
        return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"

    @property
    def full(self) -> bool:
        """Whether it is a day of the calendar."""
        return len(self.value) == 10

    @property
    def impossible(self) -> str | None:
        """Why this can be no date of a report, or None."""
        if not EARLIEST <= self.year <= LATEST:
            return f"no report is from the year {self.year}"
        if self.month > 12 or (self.day and not self.full):
            return "there is no such day"
        return None

    @property
    def falls_on(self) -> str | None:
        """The day of the week that it is, if it is a whole date of a possible year."""
        if self.impossible or not self.full:
            return None
        return WEEKDAYS[datetime.date(self.year, self.month, self.day).weekday()]

    @property
    def contradiction(self) -> str | None:
        """What is wrong with the day of the week that it is written with, or None."""
        if self.weekday is None or self.falls_on in (None, WEEKDAYS[self.weekday]):
            return None
        return f"it is written as a {WEEKDAYS[self.weekday]} and was a {self.falls_on}"

    def turned(self) -> Written:
        """The same numbers read the other way round, month for day."""
        return Written(self.start, self.end, self.year, self.day, self.month, self.weekday, self.swapped)


def find(text: str, start: int = 0, end: int | None = None) -> list[Written]:
    """The dates with day, month and year between `start` and `end` of `text`, in its order."""
    found: list[Written] = []
    for form in _FORMS:
        for match in form.finditer(text, start, len(text) if end is None else end):
            date = _of(match)
            if not any(date.start < other.end and other.start < date.end for other in found):
                found.append(date)
    return sorted(found, key=lambda date: date.start)


def find_months(text: str) -> list[Written]:
    """The dates of `text` that name a month and a year without a day."""
    whole = find(text)
    months = [_of(match) for match in _MONTH_YEAR.finditer(text)]
    return [date for date in months if not any(date.start < other.end and other.start < date.end for other in whole)]


def find_days(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The months and days that are named between `start` and `end` of `text`, with a year or without one."""
    found = [match for form in _DAYS for match in form.finditer(text, start, end)]
    return [(MONTHS.index(match["month"][:3].lower()) + 1, int(match["day"])) for match in found]


def read_field(value: str) -> Written | None:
    """The date that a field holds: a date in words or numbers, ISO 8601 with or without a time, a month, a year,
    or seconds (or milliseconds) since 1970. The day is the one that is written, whatever the time zone."""
    value = value.strip()
    match = _STAMP.fullmatch(value)
    if match:
        day = datetime.datetime.fromtimestamp(int(match["seconds"]), datetime.UTC)
        return Written(0, len(value), day.year, day.month, day.day)
    match = _PARTIAL.match(value) or _COMPACT.match(value)
    if match:
        return _of(match)
    dates = find(value) or find_months(value)
    if dates:
        return dates[0]
    return _in_other_words(value)


@functools.lru_cache(maxsize=4096)
def _in_other_words(value: str) -> Written | None:
    """What dateparser makes of a date in another language or form, if it names day, month and year."""
    if not _OTHER_WORDS.fullmatch(value):
        return None
    import dateparser

    # The base only fills what is missing, and nothing may be missing; it is fixed so that it cannot be today.
    settings = {
        "REQUIRE_PARTS": ["day", "month", "year"],
        "PARSERS": ["absolute-time"],
        "RELATIVE_BASE": datetime.datetime(2000, 1, 1),
    }
    day = dateparser.parse(value, settings=settings)
    return None if day is None else Written(0, len(value), day.year, day.month, day.day)


def _of(match: re.Match[str]) -> Written:
    """The date that one of the forms has matched."""
    parts = match.groupdict()
    named = (parts.get("month") or "0").casefold()
    month = int(named) if named.isdigit() else MONTHS.index(named[:3]) + 1
    day = int(parts.get("day") or 0)
    weekday = parts.get("weekday")
    index = None if weekday is None else [name[:3].lower() for name in WEEKDAYS].index(weekday.casefold())
    found = Written(*match.span(), int(parts["year"]), month, day, index)
    if not named.isdigit() or parts.get("sign") is None or match.start("year") < match.start("day"):
        return found
    # Day first is what the world writes with points and hyphens, and all that a month above 12 allows; with
    # slashes it depends on the country, which is not known here.
    if month > 12 and day <= 12:
        return found.turned()
    unclear = parts["sign"] == "/" and day <= 12 and day != month
    return Written(*match.span(), found.year, month, day, index, swapped=unclear)


def _days(year: int, month: int) -> int:
    """How many days a month has; the years 0 and above 9999, which Python has not, as if they were 2000."""
    year = year if 1 <= year <= 9998 else 2000
    return ((datetime.date(year, month, 28) + datetime.timedelta(days=4)).replace(day=1) - datetime.timedelta(1)).day
