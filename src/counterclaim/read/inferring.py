"""A report's date from what its text mentions, where nothing gives it: only as far as it follows, and why.

Two kinds of clue. One ties a date to the day of writing: "yesterday, 4 April 2017", "last month (March 2017)", "five
years ago, in 2012". The other only bounds it: what a report tells as past is no later than it, what it announces is no
earlier. What all clues leave open is left open: two bounds in one month give a month, and a bound alone gives nothing.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from counterclaim.read import dates
from counterclaim.read.dates import Written
from counterclaim.read.parts import Part, Role

_SENTENCE: Final = re.compile(r"(?:[^.!?\n]|\.(?=\S)|(?<=\b[A-Z])\.|(?<=\b[A-Z][a-z]{2})\.|(?<=\bSept)\.)+")
#: What stands between a relative time and the date that it is: "yesterday, 4 April", "last month (in March 2017)".
_APPOSED: Final = r"(?P<gap>\s*[,(]\s*|\s*[-–—]\s*)(?:(?:on|in|of)\s+)?$"
_NUMBERS: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_RELATIVE: Final = re.compile(
    r"\b(?P<near>today|yesterday|tomorrow|(?P<which>last|this|next)\s+(?P<unit>month|year)"
    rf"|(?P<count>\d{{1,3}}|{'|'.join('one two three four five six seven eight nine ten'.split())})\s+years?\s+ago)"
    + _APPOSED,
    re.IGNORECASE,
)
#: With any of these, a date may be still to come, or told of somebody's plans.
_NOT_PAST: Final = re.compile(
    r"\b(?:will|would|shall|should|may|might|could|can|must|if|unless|until|till|by|before|plan\w*|due|expect\w*|schedul\w+"
    r"|deadline|later\s+than|next|upcoming|ahead|is\s+to|are\s+to|was\s+to|were\s+to|agree\w*|propos\w+|promis\w+|vow\w*|intend\w*|hop\w+)\b",
    re.IGNORECASE,
)
_TOLD: Final = re.compile(
    r"\b(?:was|were|had|did|said|told|began|killed|\w{3,}ed|fell|fled|met|took|came|went|left|broke|shot|hit|held|struck)\b"
)
_ANNOUNCED: Final = re.compile(
    r"\b(?:will|(?:is|are)\s+(?:due|to|set|scheduled|expected|planned))\b[^.;]{0,80}$", re.IGNORECASE
)
_SAID_BEFORE: Final = re.compile(r"\b(?:had|would|was\s+to|were\s+to)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Inferred:
    """What follows of a report's date: its value (None where too little follows), the reason, and the date in the
    text that it rests on. `bound` is that date's own value."""

    value: str | None
    why: str
    date: Written


@dataclass(frozen=True, slots=True)
class _Clue:
    """The report was written from `first` to `last`, because of `date`."""

    first: date
    last: date
    why: str
    date: Written


def infer(text: str, parts: Sequence[Part]) -> Inferred | None:
    """What the story of a report tells of the day it was written; None where it mentions no date that helps.

    Contradicting clues (a report that quotes another's "yesterday") give no value.
    """
    clues = [clue for part in parts if part.role in (Role.BODY, Role.DECK) for clue in _clues(text, part)]
    if not clues:
        return None
    low = max(clues, key=lambda clue: (clue.first, -clue.date.start))
    high = min(clues, key=lambda clue: (clue.last, clue.date.start))
    if low.first > high.last:
        return Inferred(None, f"it does not fit: {low.why}, and {high.why}", low.date)
    why = low.why if low is high else f"{low.why}, and {high.why}"
    value = _shared(low.first, high.last)
    rests_on = high.date if low.first == date.min else low.date
    if value is None and low.first == date.min:
        why = f"{high.why}; how much earlier it was written is not known"
    elif value is None and high.last == date.max:
        why = f"{low.why}; how much later it was written is not known"
    elif value is None:
        why += "; when between the two it was written is not known"
    return Inferred(value, why, rests_on)


def _shared(first: date, last: date) -> str | None:
    """The day, month or year that two days share, as an ISO date; None where they share none."""
    if first == last:
        return first.isoformat()
    if first.year != last.year:
        return None
    return first.isoformat()[:7] if first.month == last.month else first.isoformat()[:4]


def _clues(text: str, part: Part) -> Iterator[_Clue]:
    for sentence in _SENTENCE.finditer(text, part.start, part.end):
        for found in _dates(text, sentence.start(), sentence.end()):
            before = text[sentence.start() : found.start]
            words = text[found.start : found.end]
            tied = _RELATIVE.search(before)
            clue = _tied(tied, found, words) if tied else _bound(sentence[0], before, found, words)
            if clue is not None:
                yield clue


def _dates(text: str, start: int, end: int) -> list[Written]:
    """The dates of a stretch: days, months and, after "in" or in apposition, years."""
    stretch = text[start:end]
    whole = dates.find(stretch)
    found = whole + dates.find_months(stretch)
    for match in re.finditer(r"(?<=\bin )((?:19|20)\d\d)(?![\d-]|[.,]\d)", stretch):
        if not any(d.start < match.end() and match.start() < d.end for d in found):
            found.append(Written(*match.span(), int(match[1])))
    return [
        Written(d.start + start, d.end + start, d.year, d.month, d.day, d.weekday)
        for d in sorted(found, key=lambda d: d.start)
        if not d.impossible and not d.contradiction and not d.swapped
    ]


def _period(written: Written) -> tuple[date, date]:
    """The first and last day of a date that may lack its day or month."""
    value = written.value
    if len(value) == 10:
        return date.fromisoformat(value), date.fromisoformat(value)
    if len(value) == 7:
        year, month = int(value[:4]), int(value[5:])
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(int(value), 1, 1), date(int(value), 12, 31)


def _tied(match: re.Match[str], written: Written, words: str) -> _Clue | None:
    """What "yesterday, 4 April 2017" tells."""
    near = " ".join(match["near"].lower().split())
    why = f'the text says "{near}" of {words}'
    if near in {"today", "yesterday", "tomorrow"}:
        if not written.full:
            return None
        day = date.fromisoformat(written.value) + timedelta(days={"today": 0, "yesterday": 1, "tomorrow": -1}[near])
        return _Clue(day, day, why, written)
    if match["count"]:
        count = match["count"].lower()
        year = written.year + (int(count) if count.isdigit() else _NUMBERS.index(count) + 1)
        return _Clue(date(year, 1, 1), date(year, 12, 31), why, written) if year <= dates.LATEST else None
    away = {"last": 1, "this": 0, "next": -1}[match["which"].lower()]
    if match["unit"].lower() == "year":
        return _Clue(date(written.year + away, 1, 1), date(written.year + away, 12, 31), why, written)
    if not written.month:
        return None
    years, index = divmod(written.month - 1 + away, 12)
    first, last = _period(Written(0, 0, written.year + years, index + 1))
    return _Clue(first, last, why, written)


def _bound(sentence: str, before: str, written: Written, words: str) -> _Clue | None:
    """What follows from a date that is told as past, or announced."""
    first, last = _period(written)
    announced = _ANNOUNCED.search(before)
    if announced and not _TOLD.search(announced[0]) and not _SAID_BEFORE.search(sentence):
        return _Clue(date.min, last, f"the text announces {words}", written)
    if not _NOT_PAST.search(sentence) and _TOLD.search(sentence):
        return _Clue(first, date.max, f"the text tells of {words} as past", written)
    return None
