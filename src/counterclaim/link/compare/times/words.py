"""Dates and days in words, and the sentence around a place in a text."""

from __future__ import annotations

from datetime import date

from counterclaim.records import Span

#: "fourth" and its like.
ORDINALS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), 1
    )
}
#: No sentence is taken for longer than this to either side, in characters.
_REACH = 250


def day_in_words(day: date) -> str:
    """ "3 May 2021" """
    return f"{day.day} {day:%B} {day.year}"


def span_in_words(span: tuple[date, date]) -> str:
    """A day, a month or a year as it is; anything else by its two ends."""
    first, last = span
    if first == last:
        return day_in_words(first)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return str(first.year)
    if first.day == 1 and (first.year, first.month) == (last.year, last.month):
        return f"{first:%B} {first.year}"
    return f"{day_in_words(first)} to {day_in_words(last)}"


def sentence_at(text: str, start: int, end: int) -> Span:
    """The sentence that stands around two characters, as far as full stops and lines tell."""
    first = max(text.rfind(". ", 0, start) + 2, text.rfind("\n", 0, start) + 1, start - _REACH)
    if first == 1:
        first = 0
    stop, line = text.find(". ", end), text.find("\n", end)
    ends = [at for at in (stop + 1 if stop >= 0 else -1, line, end + _REACH) if at >= 0]
    return Span.of(text, first, min(*ends, len(text)))
