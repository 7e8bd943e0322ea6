"""What the gazetteer has in the countries that one report speaks of, or is known the world over."""

from __future__ import annotations

from collections.abc import Mapping

from counterclaim.annotate.places.gazetteer import Lookup, Match, is_transliterated
from counterclaim.annotate.places.settle import well_known

#: Countries with less than this share of all mentions of countries are passed by when sounds are compared.
_SPOKEN_OFTEN = 0.15
#: Two names that ran together are parted at a city of so many people.
_CITY = 200_000
#: A name that was not taken for a place at first has to sound this much like one (0 to 100, rapidfuzz).
_PLAINLY_ALIKE = 78.0


def often(spoken: Mapping[str, float]) -> list[str]:
    """The countries that a report speaks of often, given each one's share of all mentions of countries."""
    return [code for code, share in spoken.items() if share >= _SPOKEN_OFTEN]


class Nearby:
    """Which names the gazetteer has, for a report that speaks of some countries."""

    def __init__(self, lookup: Lookup, spoken: Mapping[str, float]) -> None:
        self._lookup = lookup
        self._spoken = spoken
        self._known: dict[str, bool] = {}

    def knows(self, name: str) -> bool:
        """Whether there is a place of this name, or one that sounds plainly like it."""
        if name not in self._known:
            found = self._lookup.places(name)
            self._known[name] = any(
                c.country in self._spoken or c.match is Match.OWN or well_known(c) for c in found
            ) or bool(self._lookup.sounding_like(name, often(self._spoken), _PLAINLY_ALIKE))
        return self._known[name]

    def sounds(self, name: str) -> bool:
        """Whether there is a place of this name, or one that may be a spelling of it."""
        return self.knows(name) or bool(self._lookup.sounding_like(name, often(self._spoken)))

    def has_many_spellings(self) -> bool:
        """Whether the report speaks of a country whose places English spells in many ways, few of which are listed."""
        return any(is_transliterated(code) for code in often(self._spoken))

    def knows_well(self, name: str) -> bool:
        """Whether there is a city of this name."""
        return any(
            (c.population >= _CITY and c.country in self._spoken) or c.match is Match.OWN
            for c in self._lookup.places(name)
        )
