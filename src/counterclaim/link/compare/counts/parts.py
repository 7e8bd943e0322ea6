"""Parts and wholes among the counts of one report: what it says is a part, and what adds up.

A report that counts 28 dead and then "eleven … and 17 …" gives one number and its parts; neither part answers what
the whole answers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from counterclaim.records import Figure, Happened

#: A whole and its parts stand no further apart than this, in characters.
_NEAR = 1500
#: Parts that follow one another stand no further apart than this.
_SIDE_BY_SIDE = 450
#: Small numbers add up by chance.
_LEAST = 5


def summed(figures: Iterable[Figure]) -> dict[str, str]:
    """The figures of one report that are parts of another by their numbers, with the id of that one: two or three of
    the same harm, told one after the other, that add up to it exactly."""
    by_harm: dict[Happened, list[Figure]] = defaultdict(list)
    for figure in sorted(figures, key=lambda f: (f.span.start, f.id)):
        for happened in figure.happened:
            by_harm[happened].append(figure)
    found: dict[str, str] = {}
    for told in by_harm.values():
        numbers = {_number(figure) for figure in told}
        for parts in _runs(told):
            total = sum(_number(part) for part in parts)
            if total < _LEAST or total not in numbers:
                continue
            whole = next((f for f in told if _number(f) == total and _near(f, parts)), None)
            if whole is not None:
                found.update((part.id, whole.id) for part in parts)
    return found


def _runs(told: Sequence[Figure]) -> Iterator[Sequence[Figure]]:
    """Two or three counts that follow one another."""
    for size in (2, 3):
        for start in range(len(told) - size + 1):
            run = told[start : start + size]
            close = all(b.span.start - a.span.end <= _SIDE_BY_SIDE for a, b in pairwise(run))
            if close and all(_number(figure) > 0 for figure in run):
                yield run


def _near(whole: Figure, parts: Sequence[Figure]) -> bool:
    return whole not in parts and min(abs(whole.span.start - part.span.start) for part in parts) <= _NEAR


def _number(figure: Figure) -> float:
    return float(figure.best or figure.low or 0) if not figure.approximate else 0.0
