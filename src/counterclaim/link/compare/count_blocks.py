"""Which counts of two reports are looked at: those of one harm, told within days of each other, that share a place.

Added to what all tellings are paired by (`link/incidents/candidates`), which files a telling under its rarest words and
so passes over two reports that have little but the place in common. A block that is too large is left out, so that the
pairs grow with the reports and not with their square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence

from counterclaim.link.compare.count_places import Map
from counterclaim.link.compare.count_verdicts import Count
from counterclaim.link.incidents.candidates import candidates
from counterclaim.link.incidents.tellings import Telling
from counterclaim.link.pile import Pile
from counterclaim.link.when import windows

#: Reports further apart than this, in days, are paired only by the very day that both name.
_DAYS = 4
#: Largest block that is looked at, in tellings. Of the Syrian reports' 2,900 blocks with two or more, none is left out.
_BLOCK = 80

Pairs = Iterator[tuple[Telling, Telling]]


def paired(pile: Pile, places: Map, told: Sequence[Telling], counts: Mapping[str, Sequence[Count]]) -> Pairs:
    """Pairs of tellings of two reports, each once."""
    names = {entity.id: entity.name.lower() for entity in pile.entities.values()}
    seen: set[frozenset[str]] = set()
    for left, right in (*candidates(told, names), *_by_place(places, told, counts)):
        pile.look()
        pair = frozenset((left.record, right.record))
        if pair not in seen:
            seen.add(pair)
            yield left, right


def _by_place(places: Map, told: Sequence[Telling], counts: Mapping[str, Sequence[Count]]) -> Pairs:
    blocks: dict[Hashable, list[Telling]] = defaultdict(list)
    for telling in told:
        for key in dict.fromkeys(key for count in counts[telling.record] for key in _keys(places, telling, count)):
            blocks[key].append(telling)
    for members in blocks.values():
        if len(members) <= _BLOCK:
            for at, left in enumerate(members):
                yield from ((left, right) for right in members[at + 1 :] if right.report != left.report)


def _keys(places: Map, telling: Telling, count: Count) -> Iterator[Hashable]:
    """What a count is filed under: its harm and a place, with the days its report came out on; and, for what is told
    again long after, with the very day it names."""
    for place in sorted(places.names(count)):
        if telling.published is not None:
            for window in windows(telling.published.toordinal(), _DAYS):
                yield count.happened, place, window
        if count.day is not None and not count.scene.carried:
            yield count.happened, place, count.day
