"""How a user's words and dates are compared with those of the ledger: spelled alike, and as ranges of days."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from counterclaim.records import UsageError
from counterclaim.records.timex import date_span

_WORD = re.compile(r"\w+")


def fold(words: str) -> str:
    """`words` without case, accents and punctuation, each word after one space; nothing for no word.

    Because a space stands before every word, `fold(a) in fold(b)` finds `a` at the beginning of a word only:
    "iran" finds "Iranian" and not "Tirana".
    """
    if not words.isascii():  # most reports are, and have nothing to take off
        decomposed = unicodedata.normalize("NFKD", words)
        words = "".join(character for character in decomposed if not unicodedata.combining(character))
    return "".join(f" {word}" for word in _WORD.findall(words.casefold()))


def wanted(words: str) -> str:
    """What a user looks for, folded. Raises `UsageError` where there is no word in it."""
    folded = fold(words)
    if not folded:
        raise UsageError(f'"{words}" has no word to look for; give a name, or a part of one')
    return folded


@lru_cache(maxsize=4096)
def days(value: str | None) -> tuple[str, str] | None:
    """The first and last day that a date, or a period "date/date", can mean, as `YYYY-MM-DD`; None if not known."""
    if value is None:
        return None
    spans = [date_span(part) for part in value.split("/")]
    known = [span for span in spans if span is not None]
    if len(known) < len(spans):
        return None
    return min(first for first, _ in known).isoformat(), max(last for _, last in known).isoformat()


def wanted_days(value: str) -> tuple[str, str]:
    """The first and last day of a date that a user gives. Raises `UsageError` where it is none."""
    range_ = days(value)
    if range_ is None:
        raise UsageError(f'"{value}" is no date; write it as 2021, 2021-10 or 2021-10-03')
    return range_
