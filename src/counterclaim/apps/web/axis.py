"""Counts on an axis: for each account its low, best and high number as it was given; no number is made of two others.

Places are per cents of the width of the drawing, so that it is as wide as there is room and its words keep their size.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.apps.wording import bounds_in, number
from counterclaim.records import Dispute, Side

#: Room at the right end, in per cent, for the arrow of "at least" beyond the highest number.
_ROOM = 8.0


@dataclass(frozen=True, slots=True)
class Mark:
    """One account on the axis. `left` and `right` are where its bounds stand, `best` where its number does; None for
    what it leaves open. `up` and `down` say that it goes on beyond ("at least", "at most"), which is drawn broken."""

    side: int
    words: str
    left: float | None
    best: float | None
    right: float | None
    up: bool
    down: bool


@dataclass(frozen=True, slots=True)
class Scale:
    """The accounts of one dispute on one axis, and its ticks (place, words)."""

    marks: tuple[Mark, ...]
    ticks: tuple[tuple[float, str], ...]


def by_size(dispute: Dispute) -> list[Side]:
    """The sides of a dispute in the order in which they are shown: of a count the largest number first, of all others
    as they come."""
    keys = [_size(side) for side in dispute.sides]
    if None in keys or dispute.slot != "count":
        return list(dispute.sides)
    order = sorted(range(len(keys)), key=lambda at: (-(keys[at] or 0), at))
    return [dispute.sides[at] for at in order]


def scale(answers: Sequence[str]) -> Scale | None:
    """The axis for answers to how many; None where fewer than two have a number."""
    found = [(at, words, read) for at, words in enumerate(answers) if (read := bounds_in(words)) is not None]
    if len(found) < 2:
        return None
    most = max(value for _, _, read in found for value in read if value is not None)
    step = _step(most)
    top = step * math.ceil(most / step) or 1.0

    def place(value: float | None) -> float | None:
        return None if value is None else round(value / top * (100 - _ROOM), 2)

    marks = tuple(
        Mark(
            at,
            words,
            place(low),
            place(best),
            place(high),
            up=low is not None and high is None,
            down=high is not None and low is None,
        )
        for at, words, (low, best, high) in found
    )
    ticks = tuple((place(step * tick) or 0.0, number(step * tick)) for tick in range(round(top / step) + 1))
    return Scale(marks, ticks)


def _size(side: Side) -> float | None:
    read = bounds_in(side.answer)
    return None if read is None else next((value for value in (read[1], read[0], read[2]) if value is not None), None)


def _step(most: float) -> float:
    """A round distance between ticks, of which there are four to eight."""
    if most <= 0:
        return 1.0
    unit = 10.0 ** math.floor(math.log10(most))
    fitting = (share * unit for share in (0.1, 0.2, 0.25, 0.5, 1.0, 2.0) if most / (share * unit) <= 8)
    return max(next(fitting), 1.0)
