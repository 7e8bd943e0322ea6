"""Two names of one point on the map."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from counterclaim.link.entities.calls import Calls
from counterclaim.link.entities.reasons import Reason, quoted
from counterclaim.records import EntityKind

_Point = tuple[float, float, str]
#: Degrees: places found by one entry of a gazetteer have its very coordinates.
_PLACES = 4
#: Of these a place has the coordinates of what it lies near or in, not its own.
_AROUND = frozenset({"near", "region"})


def on_one_point(calls: Calls) -> Iterator[Reason]:
    """Reasons from the coordinates that reading gave the places: calls whose mentions are, for the most part, at one
    point and of one precision. "X" and "X Countryside" may well share a point and are two, and whatever only lies near
    a town or in a region shares its point with everything else there."""
    points: dict[str, Counter[_Point]] = defaultdict(Counter)
    for report, found in calls.annotations.items():
        known = (p for p in found.places if p.latitude is not None and p.longitude is not None)
        at = {p.span.start: p for p in known if p.precision not in _AROUND}
        for mention in calls.mentions.get(report, ()) if at else ():
            place = at.get(mention.span.start)
            key = calls.of_local.get(mention.entity or "")
            if place is not None and key is not None and calls.by_key[key].kind is EntityKind.PLACE:
                where = round(place.latitude or 0.0, _PLACES), round(place.longitude or 0.0, _PLACES)
                points[key][*where, place.precision or ""] += 1
    first_at: dict[_Point, str] = {}
    for key in calls.by_key:
        if key not in points:
            continue
        point, most = max(points[key].items(), key=lambda item: (item[1], item[0]))
        if 2 * most <= points[key].total():
            continue
        other = first_at.setdefault(point, key)
        left, right = calls.by_key[other], calls.by_key[key]
        if other != key and not _part_of(left.text, right.text):
            yield Reason(other, key, 0.9, f"{quoted(left)} and {quoted(right)} are one entry of the gazetteer.")


def _part_of(left: str, right: str) -> bool:
    a, b = set(left.split()), set(right.split())
    return a <= b or b <= a
