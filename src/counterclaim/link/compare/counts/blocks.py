"""Which counts of two reports are looked at: those of one harm, told within days of each other, that share a place.

Added to what all tellings are paired by (`link/incidents/candidates`), which files a telling under its rarest words and
so passes over two reports that have little but the place in common. A block that is too large is left out, so that the
pairs grow with the reports and not with their square.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import chain, product

from counterclaim.link.compare.counts.count import Count
from counterclaim.link.compare.counts.places import Map
from counterclaim.link.incidents.candidates import candidates
from counterclaim.link.incidents.tellings import Telling, Tellings
from counterclaim.link.pile import Pile
from counterclaim.link.when import windows
from counterclaim.records import Span

#: Reports further apart than this, in days, are paired only by the very day that both name.
_DAYS = 4
#: Largest block that is looked at, in tellings. Of the Syrian reports' 2,900 blocks with two or more, none is left out.
_BLOCK = 80
#: How many others a telling is set beside at the most: those that it was found with most often. The Syrian reports
#: lose no dispute by it, and two in five of their pairs.
_MOST = 30
#: What more than this share of the reports name says little about which happening is meant; in a few reports it may.
_COMMON, _FEW = 0.12, 12.0
#: How much of a report is read for whom it is about, in characters.
_OPENING = 700

Pairs = Iterator[tuple[Telling, Telling]]


def paired(
    pile: Pile, tellings: Tellings, places: Map, told: Sequence[Telling], counts: Mapping[str, Sequence[Count]]
) -> Pairs:
    """Pairs of tellings of two reports, each once."""
    names = pile.small_names()
    found = (
        candidates(told, names),
        _by_place(places, told, counts),
        _by_name(pile, told, counts),
        _by_story(tellings, told, counts),
        _by_matter(told, counts),
    )
    for left, right in _nearest(told, chain(*found)):
        if not pile.guests.both(left.report, right.report):
            pile.look()
            yield left, right


def _nearest(told: Sequence[Telling], found: Pairs) -> Pairs:
    """Of these pairs, each once, those that are among the first `_MOST` of at least one of their two tellings, by how
    often they were found."""
    at = {telling.record: number for number, telling in enumerate(told)}
    pairs = Counter((min(pair), max(pair)) for pair in ((at[left.record], at[right.record]) for left, right in found))
    others: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for (left, right), often in pairs.items():
        others[left].append((-often, right))
        others[right].append((-often, left))
    first = {number: set(sorted(near)[:_MOST]) for number, near in others.items()}
    for (left, right), often in pairs.items():
        if (-often, right) in first[left] or (-often, left) in first[right]:
            yield told[left], told[right]


def _by_place(places: Map, told: Sequence[Telling], counts: Mapping[str, Sequence[Count]]) -> Pairs:
    blocks: dict[Hashable, list[Telling]] = defaultdict(list)
    for telling in told:
        for key in dict.fromkeys(key for count in counts[telling.record] for key in _keys(places, telling, count)):
            blocks[key].append(telling)
    yield from _filed(blocks)


def _by_name(pile: Pile, told: Sequence[Telling], counts: Mapping[str, Sequence[Count]]) -> Pairs:
    """Counts of one harm in reports of like date whose opening names one person, body or place that few reports
    name, on the map or not."""
    most = max(_FEW, _COMMON * len(pile.reports))
    named = {
        report: [
            entity.id
            for entity in pile.named_in(report, Span.of(text, 0, min(_OPENING, len(text))))
            if pile.frequency[entity.id] <= most
        ]
        for report, text in ((report, pile.reports[report].text) for report in pile.annotations)
        if text
    }
    blocks: dict[Hashable, list[Telling]] = defaultdict(list)
    for telling in told:
        if telling.published is None:
            continue
        for entity in dict.fromkeys(named.get(telling.report, ())):
            for happened in dict.fromkeys(count.happened for count in counts[telling.record] if count.harm):
                for window in windows(telling.published.toordinal(), _DAYS):
                    blocks[entity, happened, window].append(telling)
    yield from _filed(blocks)


def _by_matter(told: Sequence[Telling], counts: Mapping[str, Sequence[Count]]) -> Pairs:
    """Counts of one matter on one day: of those aboard, of a crowd."""
    blocks: dict[Hashable, list[Telling]] = defaultdict(list)
    for telling in told:
        for key in dict.fromkeys((c.matter, c.victims, c.day) for c in counts[telling.record] if c.matter and c.day):
            blocks[key].append(telling)
    yield from _filed(blocks)


def _filed(blocks: Mapping[Hashable, Sequence[Telling]]) -> Pairs:
    """Every two tellings of a block that are of two reports."""
    for members in blocks.values():
        if len(members) <= _BLOCK:
            for at, left in enumerate(members):
                yield from ((left, right) for right in members[at + 1 :] if right.report != left.report)


def _by_story(tellings: Tellings, told: Sequence[Telling], counts: Mapping[str, Sequence[Count]]) -> Pairs:
    """Counts of one harm, or of things of one name, in two reports that tell one story, whatever words they share."""
    here: dict[str, dict[Hashable, list[Telling]]] = defaultdict(lambda: defaultdict(list))
    for telling in told:
        kinds: Iterator[Hashable] = ((c.happened, "" if c.harm else c.victims) for c in counts[telling.record])
        for kind in dict.fromkeys(kinds):
            here[telling.report][kind].append(telling)
    for left, right in tellings.stories.pairs():
        for same, members in here[left].items():
            yield from product(members, here[right].get(same, ()))


def _keys(places: Map, telling: Telling, count: Count) -> Iterator[Hashable]:
    """What a count is filed under: its harm and a place, with the days its report came out on; and, for what is told
    again long after, with the very day it names."""
    for place in sorted(places.names(count)):
        if telling.published is not None:
            for window in windows(telling.published.toordinal(), _DAYS):
                yield count.happened, place, window
        if count.day is not None and not count.scene.carried:
            yield count.happened, place, count.day
