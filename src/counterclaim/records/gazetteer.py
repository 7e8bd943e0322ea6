"""A user's own list of places: what is asked before any general data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from counterclaim.records.ids import content_id


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A place that the user knows: its `name` and other `names`, and where it is, in degrees (WGS 84).

    `country` is an ISO 3166-1 alpha-3 code. `precision` is the user's own word for how exact the coordinates are.
    """

    id: str
    name: str
    names: tuple[str, ...]
    country: str | None
    latitude: float
    longitude: float
    precision: str | None = None

    @classmethod
    def of(
        cls,
        name: str,
        latitude: float,
        longitude: float,
        *,
        names: Iterable[str] = (),
        country: str | None = None,
        precision: str | None = None,
    ) -> KnownPlace:
        """The place with its id, a hash of all that is known of it."""
        others = tuple(names)
        id_ = content_id("known place", name, others, country, latitude, longitude, precision)
        return cls(id_, name, others, country, latitude, longitude, precision)


@dataclass(frozen=True, eq=False)
class Gazetteer:
    """Known places by id, each once. Lists with the same places are equal; `Gazetteer.of` puts them in order."""

    places: tuple[KnownPlace, ...]

    @classmethod
    def of(cls, places: Iterable[KnownPlace]) -> Gazetteer:
        """The list of some places, which may come in any order."""
        by_id = {place.id: place for place in places}
        return cls(tuple(by_id[id_] for id_ in sorted(by_id)))

    @cached_property
    def id(self) -> str:
        """A content hash: the same places have the same id."""
        return content_id("gazetteer", [place.id for place in self.places])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Gazetteer) and self.id == other.id

    def __hash__(self) -> int:
        return hash(self.id)
