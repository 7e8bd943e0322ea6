"""Pairs of tellings that may be of one happening: those of reports of like date that share telling words or places.

Never all pairs. A block holds the tellings that have a word (or a place) among their most telling ones, of reports
that came out within a few days of each other; a block that is too large says too little to be looked at, and of those
that share a block with a telling only the nearest are. So the pairs grow with the reports and not with their square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from counterclaim.link.incidents.bags import strongest
from counterclaim.link.incidents.tellings import Telling
from counterclaim.link.when import windows

#: How many of its words a telling is filed under.
_WORDS = 12
#: Largest block that is looked at, in tellings.
_BLOCK = 60
#: How many others a telling is set beside at the most: those with which it shares most blocks. The Syrian reports lose
#: no dispute and one agreement by it, and the more reports come out in a week the more it keeps from growing.
_MOST = 15
#: Reports further apart than this, in days, are not paired by words alone.
_DAYS = 4

Numbers = NDArray[np.int64]
Booleans = NDArray[np.bool_]


def candidates(tellings: Sequence[Telling], names: Mapping[str, str]) -> Iterator[tuple[Telling, Telling]]:
    """Pairs of tellings of two reports, each once. `names` gives what places are filed under."""
    for left, right in candidate_numbers(tellings, names):
        yield tellings[left], tellings[right]


def candidate_numbers(tellings: Sequence[Telling], names: Mapping[str, str]) -> Iterator[tuple[int, int]]:
    """The same pairs as places in `tellings`, the lower one first, in order."""
    blocks: dict[tuple[str, int], list[int]] = defaultdict(list)
    for number, telling in enumerate(tellings):
        for key in dict.fromkeys(_keys(telling, names)):
            blocks[key].append(number)
    inside = [np.array(members) for members in blocks.values() if 1 < len(members) <= _BLOCK]
    if not inside:
        return
    left, right, shared = _together(inside, len(tellings))
    fit = _may_pair(tellings, left, right)
    left, right, shared = left[fit], right[fit], shared[fit]
    best = _among_the_best(left, right, shared)
    yield from zip(left[best].tolist(), right[best].tolist(), strict=True)


def _together(blocks: Sequence[Numbers], many: int) -> tuple[Numbers, Numbers, Numbers]:
    """Every two of `many` tellings that share a block, in order, and how many they share."""
    of_size = {size: np.triu_indices(size, 1) for size in {len(block) for block in blocks}}
    pairs = [block[one] * many + block[other] for block in blocks for one, other in (of_size[len(block)],)]
    found, shared = np.unique(np.concatenate(pairs), return_counts=True)
    return found // many, found % many, shared


def _may_pair(tellings: Sequence[Telling], left: Numbers, right: Numbers) -> Booleans:
    """Which pairs are of two reports, of like date or else of the same day and place."""
    known: dict[str, int] = {}
    report = np.array([known.setdefault(telling.report, len(known)) for telling in tellings])
    day = np.array([telling.published.toordinal() if telling.published else 0 for telling in tellings])
    fit: Booleans = report[left] != report[right]
    far = fit & (day[left] > 0) & (day[right] > 0) & (np.abs(day[left] - day[right]) > _DAYS)
    for at in np.flatnonzero(far):
        one, other = tellings[left[at]], tellings[right[at]]
        fit[at] = one.when is not None and one.when == other.when and not one.places.isdisjoint(other.places)
    return fit


def _among_the_best(left: Numbers, right: Numbers, shared: Numbers) -> Booleans:
    """Which pairs are among the first `_MOST` of at least one of the two, by how many blocks they share."""
    member, other = np.concatenate([left, right]), np.concatenate([right, left])
    order = np.lexsort((other, -np.concatenate([shared, shared]), member))
    ordered = member[order]
    starts = np.searchsorted(ordered, ordered)
    kept = np.zeros(len(member), dtype=bool)
    kept[order] = np.arange(len(member)) - starts < _MOST
    best: Booleans = kept[: len(left)] | kept[len(left) :]
    return best


def _keys(telling: Telling, names: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    words = [
        *strongest(telling.around, _WORDS),
        *(f"place {names.get(place, place)}" for place in sorted(telling.places)),
    ]
    if telling.when and not telling.carried:
        # What is told again long after: the same day and place.
        for place in sorted(telling.places):
            yield f"place {names.get(place, place)} {telling.when[0].isoformat()}", -1
    day = telling.published or (telling.when[0] if telling.when else None)
    number = day.toordinal() if day else -1
    for word in words:
        if number < 0:
            yield word, -1
            continue
        for window in windows(number, _DAYS):
            yield word, window
