"""Pairs of tellings that may be of one happening: those of reports of like date that share telling words or places.

Never all pairs. A block holds the tellings that have a word (or a place) among their most telling ones, of reports
that came out within a few days of each other; a block that is too large says too little to be looked at, so that the
pairs grow with the reports and not with their square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

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
    blocks: dict[tuple[str, int], list[int]] = defaultdict(list)
    for number, telling in enumerate(tellings):
        for key in _keys(telling, names):
            blocks[key].append(number)
    seen: set[tuple[int, int]] = set()
    for key in sorted(blocks):
        members = sorted(set(blocks[key]))
        if len(members) > _BLOCK:
            continue
        for at, left in enumerate(members):
            for right in members[at + 1 :]:
                if (left, right) not in seen and _may_pair(tellings[left], tellings[right]):
                    seen.add((left, right))
                    yield tellings[left], tellings[right]


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


def _may_pair(left: Telling, right: Telling) -> bool:
    if left.report == right.report:
        return False
    if left.published and right.published and abs((left.published - right.published).days) > _DAYS:
        return left.when is not None and left.when == right.when and bool(left.places & right.places)
    return True
