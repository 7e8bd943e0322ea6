"""Pairs of tellings that may be of one happening: those of reports of like date that share telling words or places.

Never all pairs. A block holds the tellings that have a word (or a place) among their most telling ones, of reports
that came out within a few days of each other; a block that is too large says too little to be looked at, so that the
pairs grow with the reports and not with their square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from counterclaim.link.incidents.bags import strongest
from counterclaim.link.incidents.tellings import Telling
from counterclaim.link.when import windows

#: How many of its words a telling is filed under.
_WORDS = 12
#: Largest block that is looked at, in tellings.
_BLOCK = 60
#: Reports further apart than this, in days, are not paired by words alone.
_DAYS = 4


def candidates(tellings: Sequence[Telling], names: Mapping[str, str]) -> Iterator[tuple[Telling, Telling]]:
    """Pairs of tellings of two reports, each once. `names` gives what places are filed under."""
    for left, right in candidate_numbers(tellings, names):
        yield tellings[left], tellings[right]


def candidate_numbers(tellings: Sequence[Telling], names: Mapping[str, str]) -> Iterator[tuple[int, int]]:
    """The same pairs as places in `tellings`, the lower one first."""
    blocks: dict[tuple[str, int], list[int]] = defaultdict(list)
    for number, telling in enumerate(tellings):
        for key in dict.fromkeys(_keys(telling, names)):
            blocks[key].append(number)
    days = [telling.published.toordinal() if telling.published else 0 for telling in tellings]
    seen: set[int] = set()
    for key in sorted(key for key, members in blocks.items() if 1 < len(members) <= _BLOCK):
        for left, right in combinations(blocks[key], 2):
            pair = left * len(days) + right
            if pair in seen:
                continue
            seen.add(pair)
            far = days[left] and days[right] and abs(days[left] - days[right]) > _DAYS
            if _may_pair(tellings[left], tellings[right], far=bool(far)):
                yield left, right


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


def _may_pair(left: Telling, right: Telling, *, far: bool) -> bool:
    """Whether two tellings are of two reports and, where these are `far` from each other, of the same day and place."""
    if left.report == right.report:
        return False
    return not far or (left.when is not None and left.when == right.when and not left.places.isdisjoint(right.places))
