"""Where a count is set, as the map knows it: two counts of places far from each other are of two happenings.

Coordinates are those of the annotators (`Annotations.places`). A count takes the places of its own sentence; else the
last ones before it; else those that its report opens with.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import asin, cos, radians, sin, sqrt

from rapidfuzz.fuzz import ratio

from counterclaim.link.compare.counts.count import Count
from counterclaim.link.compare.counts.words import ASIDE
from counterclaim.link.entities.names import squeezed
from counterclaim.link.pile import Pile
from counterclaim.records import EntityKind, Place, Span

#: What lies further apart than this, in kilometres, is not one town with its surroundings.
_APART = 30.0
#: Towns that give their name to a province are named for all of it: then the province has to be left.
_PROVINCES_APART = 90.0
#: How far before a count the last place is looked for, and how much of a report is its opening, in characters.
_BEFORE, _OPENING = 350, 500
#: What the map knows as more exact than a province.
_FINE = frozenset({"town", "near", "given"})
#: Spellings of one name are at least this alike (0 to 100).
_ALIKE = 70.0
_EARTH = 12742.0


class Map:
    """Where the counts of a pile are set."""

    def __init__(self, pile: Pile) -> None:
        self._pile = pile
        self._provinces = {
            place.name.casefold()
            for found in pile.annotations.values()
            for place in found.places
            if place.precision == "region"
        }
        self._fine: dict[str, list[Place]] = {}
        self._around: dict[str, list[Place]] = {}
        self._sites: dict[str, list[Place]] = {}
        self._names: dict[str, frozenset[str]] = {}

    def names(self, count: Count) -> frozenset[str]:
        """What the map calls the places that a count may be set at, those it opens its report with included."""
        report, sentence = count.figure.report, count.scene.sentence
        return frozenset(
            place.name.casefold()
            for place in self._pile.annotations[report].places
            if place.precision != "country"
            and (sentence.start - _BEFORE <= place.span.start < sentence.end or place.span.start < _OPENING)
        )

    def far_apart(self, left: Count, right: Count) -> float | None:
        """How many kilometres lie between two counts, where that is too far for one happening; else None."""
        if left.figure.report == right.figure.report and not (self._own(left) and self._own(right)):
            return None  # inside one report a place carries on until another is named
        if {squeezed(p.name) for p in self._own(left)} & {squeezed(p.name) for p in self._own(right)}:
            return None
        sites = [self._of(count) for count in (left, right)]
        pairs = [(a, b) for a in sites[0] for b in sites[1]]
        if not pairs:
            return None
        near = min(pairs, key=lambda pair: kilometres(*pair))
        provinces = [place.name.casefold() in self._provinces for place in near]
        # Two provinces by their capitals, or two towns: neither is part of the other.
        whole = any(place.precision == "region" for place in near)
        least = _PROVINCES_APART * (1 + whole) if whole or provinces[0] != provinces[1] else _APART
        between = kilometres(*near)
        return between if between > least else None

    def shared(self, left: Count, right: Count) -> float:
        """Whether the sentences of two counts, or what stands before them, name one place (1), others (-1), or say
        nothing of where it was (0)."""
        sites = [self._called(count) for count in (left, right)]
        if not sites[0] or not sites[1]:
            return 0.0
        return 1.0 if sites[0] & sites[1] else -1.0

    def _called(self, count: Count) -> frozenset[str]:
        """The names of the places that a count is set at, as they are compared."""
        if count.figure.id not in self._names:
            self._names[count.figure.id] = frozenset(squeezed(place.name) for place in self._looked_for(count))
        return self._names[count.figure.id]

    def other_spots(self, left: Count, right: Count) -> tuple[str, str] | None:
        """The names of two spots of one town, where each count is set at another one; else None."""
        one, other = self._spot(left), self._spot(right)
        if left.figure.report == right.figure.report or one is None or other is None or _same_name(one, other):
            return None
        # A sentence that names both tells of a stretch, or of a street and its quarter.
        for count, name in ((left, other), (right, one)):
            if any(_same_name(name, place.span.text) for place in self._own(count)):
                return None
        return one, other

    def _spot(self, count: Count) -> str | None:
        """The quarter, village or street that a count's figure is set at, more exact than its town."""
        where = count.figure.place
        if where is None or where.span is None:
            return None
        for place in self._in(count.figure.report):
            if place.span.overlaps(where.span):
                return where.name if place.precision == "near" else None
        return None

    def _of(self, count: Count) -> list[Place]:
        """The places on the map that a count is set at, as far as its report says."""
        if count.figure.id not in self._sites:
            self._sites[count.figure.id] = [p for p in self._looked_for(count) if p.latitude is not None]
        return self._sites[count.figure.id]

    def _province(self, count: Count) -> list[Place]:
        """The provinces that a count's own sentence names, or that of a twin."""
        found = [p for p in self._pile.annotations[count.figure.report].places if p.precision == "region"]
        for at in (count.figure.span, *count.twins):
            start, end = self._sentence(count, at)
            here = [place for place in found if start <= place.span.start < end]
            if here:
                return here
        return []

    def _looked_for(self, count: Count) -> Sequence[Place]:
        own = self._own(count) or self._province(count)
        if own:
            return own
        sentence = count.scene.sentence
        from_there = _told_to(count)
        aside = {p.name for p in self._in(count.figure.report) if from_there <= p.span.start < sentence.end}
        here = [place for place in self._in(count.figure.report) if place.name not in aside]
        before = [place for place in here if sentence.start - _BEFORE <= place.span.start < sentence.start]
        return before[-2:] or [place for place in here if place.span.start < _OPENING]

    def _own(self, count: Count) -> list[Place]:
        """The places of the report's own sentence around a count."""
        if count.figure.id not in self._around:
            here = self._in(count.figure.report)
            for at in (count.figure.span, *count.twins):
                start, end = self._sentence(count, at)
                found = [place for place in here if start <= place.span.start < end]
                if found:
                    break
            self._around[count.figure.id] = found
        return self._around[count.figure.id]

    def _sentence(self, count: Count, at: Span) -> tuple[int, int]:
        """From where to where a report's sentence tells of a count that it gives there."""
        text = self._pile.reports[count.figure.report].text
        start = max(text.rfind(". ", 0, at.start) + 2, text.rfind("\n", 0, at.start) + 1, at.start - _BEFORE)
        stop = text.find(". ", at.end)
        end = min(stop if stop >= 0 else len(text), at.end + _BEFORE)
        aside = ASIDE.search(text, at.end, end)
        return start, aside.start() if aside else end

    def _in(self, report: str) -> list[Place]:
        """The places of a report but for countries, provinces and those that name a body ("Al-Quds hospital")."""
        if report not in self._fine:
            found = self._pile.annotations[report]
            kinds = {entity.id: entity.kind for entity in found.entities}
            bodies = [m.span for m in found.mentions if m.entity and kinds.get(m.entity) is not EntityKind.PLACE]
            self._fine[report] = [
                place
                for place in found.places
                if place.precision in _FINE and not any(body.covers(place.span) for body in bodies)
            ]
        return self._fine[report]


def _told_to(count: Count) -> int:
    """Where the count's sentence passes to something else ("hours after an attack on …"), or ends."""
    sentence, after = count.scene.sentence, count.figure.span.end
    aside = ASIDE.search(sentence.text, max(0, after - sentence.start))
    return sentence.start + aside.start() if aside else sentence.end


def _same_name(one: str, other: str) -> bool:
    a, b = squeezed(one), squeezed(other)
    return a in b or b in a or ratio(a, b) >= _ALIKE


def kilometres(one: Place, other: Place) -> float:
    """The length of the arc between two places (haversine)."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return 0.0
    lat_a, lon_a, lat_b, lon_b = map(radians, (one.latitude, one.longitude, other.latitude, other.longitude))
    half = sin((lat_b - lat_a) / 2) ** 2 + cos(lat_a) * cos(lat_b) * sin((lon_b - lon_a) / 2) ** 2
    return _EARTH * asin(sqrt(half))
