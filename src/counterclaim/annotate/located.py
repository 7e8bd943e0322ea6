"""What stands at a place of a report, found without going through all that stands anywhere.

A report of 60,000 characters has a thousand statements and as many times, names and words to ask about each.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

from counterclaim.records import Span, Statement, TimeExpression

Item = TypeVar("Item")
#: Characters that are looked up together.
_BLOCK = 128


def covered(size: int, pieces: Iterable[tuple[int, int]]) -> bytearray:
    """For each character of a text of `size` characters 1 where a piece (start, end) covers it, else 0."""
    marks = bytearray(size)
    for start, end in pieces:
        marks[start:end] = b"\1" * (min(end, size) - start)
    return marks


def ends_of(spans: Iterable[Span]) -> Iterable[tuple[int, int]]:
    """Spans as pairs of start and end."""
    return ((span.start, span.end) for span in spans)


class Located(Generic[Item]):
    """Items with the pieces of text that they cover. What is found comes in the order in which the items were given."""

    def __init__(self, items: Iterable[Item], where: Callable[[Item], Iterable[tuple[int, int]]]) -> None:
        self.items: Sequence[Item] = tuple(items)
        self._blocks: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
        begun = []
        for number, item in enumerate(self.items):
            for start, end in where(item):
                begun.append((start, number))
                for block in range(start // _BLOCK, (end - 1) // _BLOCK + 1):
                    self._blocks[block].append((number, start, end))
        self._begun = sorted(begun)

    def at(self, place: int) -> list[Item]:
        """The items of which a piece covers the character at `place`."""
        here = self._blocks.get(place // _BLOCK, ())
        return [self.items[n] for n in dict.fromkeys(n for n, start, end in here if start <= place < end)]

    def begun_in(self, start: int, end: int) -> list[Item]:
        """The items of which a piece begins in `start` to `end` (exclusive)."""
        here = self._begun[bisect_left(self._begun, (start, -1)) : bisect_left(self._begun, (end, -1))]
        return [self.items[number] for number in sorted({number for _, number in here})]


def by_content(statements: Iterable[Statement]) -> Located[Statement]:
    """Statements by the places of their words."""
    return Located(statements, lambda statement: ends_of(statement.content))


def by_place(times: Iterable[TimeExpression]) -> Located[TimeExpression]:
    """Times by where they stand."""
    return Located(times, lambda time: ends_of((time.span,)))
