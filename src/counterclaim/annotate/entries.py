"""The entries of a live blog: lines that begin with an hour are borders, and "she" behind one is nobody before it."""

from __future__ import annotations

import re
from bisect import bisect_right

_STAMP = re.compile(
    r"^[ \t]*(?:[01]?\d|2[0-3])[:.h][0-5]\d(?: ?(?:[ap]\.?m\.?|GMT|UTC|[A-Z]{2,4}))?(?=[ \t]*$|[ \t]*[-–—|:])",
    re.M | re.I,
)
#: One line with an hour is the time of the report itself.
_FEWEST = 2


def entry_starts(text: str) -> list[int]:
    """Where the entries of a text begin, in order; empty where it has none."""
    starts = [found.start() for found in _STAMP.finditer(text)]
    return starts if len(starts) >= _FEWEST else []


def entry_at(starts: list[int], offset: int) -> int:
    """Where the entry begins that an offset stands in; 0 before the first."""
    number = bisect_right(starts, offset)
    return starts[number - 1] if number else 0
