"""The numbers that stand in a text, in figures and in words, as far as they can be counts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from counterclaim.records import Span

_UNITS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: 10 * number for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_LARGE = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000}
ONE_WORD = "|".join((*_TENS, *sorted(_UNITS, key=len, reverse=True), *_LARGE))
_NUMBER = re.compile(
    rf"(?<![\w.,:/$€£-])(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}}|(?:an? )?(?:{ONE_WORD})"
    rf"(?:(?:[- ]|,? and )(?:{ONE_WORD}))*)(?![\w:/%-]|[.,]\d)",
    re.I,
)
#: What is no count: hours, ages, days, shares, distances, and the numbers of units and roads.
_NO_COUNT = re.compile(
    r"^\W*(?:per ?cent|%|o'clock|[ap]\.?m\b|years?|months?|weeks?|days?|hours?|minutes?|seconds?|kilomet\w*|km|miles?|"
    r"(?:milli|centi)?met(?:re|er)s?|mm\b|inch(?:es)?|feet|degrees|knots|hectares|acres|litres?|liters?|kilos?|grams?|"
    r"dollars?|euros?|roubles?|pounds?|tons?|tonnes|January|February|March|April|May|June|July|August|"
    r"September|October|November|December|(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)(?:\b|\.))",
    re.I,
)
#: The month before a day of it ("Sept. 27"); "may" and "march" are verbs where they are written small.
_MONTH_BEFORE = re.compile(
    r"\b(?:(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.?|January|February|March|April|May|June|July|August|September|"
    r"October|November|December) $"
)
_DAYS = 31
#: An age in brackets of commas behind a name: "Teo Brusk, 39, the drill operator".
_NAME_BEFORE, _AGES = re.compile(r"\b[A-Z][\w’'-]+, $"), range(5, 111)
_CLOCK = re.compile(r"^\W*(?:in the (?:morning|afternoon|evening)|at night)", re.I)


def numbers_in(text: str) -> Iterator[tuple[Span, float]]:
    """The numbers of a text that can be counts, in its order."""
    for match in _NUMBER.finditer(text):
        value = value_of(match.group())
        after = text[match.end() : match.end() + 20]
        if value is None or _NO_COUNT.search(after) or _CLOCK.search(after):
            continue
        start, end = match.span()
        if match.group().isdigit() and (
            1900 <= value <= 2035 or _is_day(text, start, value) or _is_age(text, start, end, value)
        ):
            continue
        yield Span.of(text, start, end), value


def _is_day(text: str, start: int, value: float) -> bool:
    return value <= _DAYS and bool(_MONTH_BEFORE.search(text[max(0, start - 12) : start]))


def _is_age(text: str, start: int, end: int, value: float) -> bool:
    """Whether a number stands between commas behind a name."""
    between = value in _AGES and text.startswith(",", end)
    return between and bool(_NAME_BEFORE.search(text[max(0, start - 30) : start]))


def value_of(words: str) -> float | None:
    """The value of a number in figures or in words; None for none."""
    if words[0].isdigit():
        return float(words.replace(",", ""))
    total = current = 0
    for word in re.findall(r"[a-z]+", words.lower()):
        if word in _UNITS:
            current += _UNITS[word]
        elif word in _TENS:
            current += _TENS[word]
        elif word in _LARGE:
            current = max(current, 1) * _LARGE[word]
            if _LARGE[word] >= 1000:
                total, current = total + current, 0
    return float(total + current) or None
