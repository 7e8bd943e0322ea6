"""What there is of a name: the places that the user's list, then GeoNames, know by it."""

from __future__ import annotations

import functools
import math
import sqlite3
from collections.abc import Collection
from dataclasses import dataclass
from enum import IntEnum

from rapidfuzz.fuzz import ratio

from counterclaim.annotate.places.index import open_index
from counterclaim.annotate.places.keys import key_of, skeleton_of, without_articles
from counterclaim.records import Gazetteer

#: Two keys with one skeleton are spellings of one name from this likeness on (0 to 100, rapidfuzz), and skeletons of
#: two sounds from the second on: "khansheikhoun" and "khanshaykhun" have 80, "raqa" and "raqqa" 89.
_SAME_SOUND, _SAME_SHORT_SOUND = 65.0, 85.0
_EARTH = 6371.0


class Match(IntEnum):
    """How a place is called what was looked up, the best first."""

    OWN = 0
    NAME = 1
    OTHER_NAME = 2
    SOUND = 3


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean. `admin1` is GeoNames's code of its province; coordinates are None for a province
    of which nothing but its country is known; `names` is how many names it has in all languages."""

    name: str
    country: str | None
    admin1: str | None
    latitude: float | None
    longitude: float | None
    precision: str
    population: int
    names: int
    capital: bool
    match: Match

    @property
    def point(self) -> tuple[float, float] | None:
        """Latitude and longitude, in degrees."""
        if self.latitude is None or self.longitude is None:
            return None
        return self.latitude, self.longitude

    @property
    def province(self) -> str | None:
        """The province it is or lies in: its country's code and its own, with a dot between."""
        return f"{self.country}.{self.admin1}" if self.admin1 else None


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The distance between two points given in degrees, on a sphere."""
    (a, b), (c, d) = (map(math.radians, one), map(math.radians, other))
    h = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * _EARTH * math.asin(math.sqrt(h))


class Lookup:
    """All places that can be looked up. `own` is the user's list: what it has is believed."""

    def __init__(self, own: Gazetteer | None = None) -> None:
        self._own = _by_key(own) if own is not None else {}

    def of_user(self, name: str) -> list[Candidate]:
        """The places of this name in the user's list."""
        found = [c for key in _keys(name) for c in self._own.get(key, ())]
        return list(dict.fromkeys(found))

    def places(self, name: str) -> list[Candidate]:
        """The towns and provinces of this name, those of the user's list alone where it has any."""
        return self.of_user(name) or [*_towns(name), *_provinces(name)]

    def sounding_like(self, name: str, countries: Collection[str], least: float = _SAME_SOUND) -> list[Candidate]:
        """The towns of some countries whose name is another transliteration of this one, alike to `least` of 100; of
        them only the likest."""
        return _sounding_like(name, tuple(sorted(countries)), least)


def province_around(town: Candidate, *, if_seat: bool = False) -> tuple[float, float] | None:
    """The middle of the province that a town lies in: the mean of the places in it. None where it is not known, and,
    asked `if_seat`, where the town is not the most populous one there."""
    row = _db().execute(
        "SELECT latitude, longitude, seat FROM region WHERE country = ? AND admin1 = ?", (town.country, town.admin1)
    )
    found = row.fetchone()
    return None if found is None or (if_seat and found[2] != town.name) else (found[0], found[1])


@functools.cache
def country_middle(code: str) -> tuple[float, float] | None:
    """The latitude and longitude of the middle of a country, by its alpha-3 code."""
    found = _db().execute("SELECT latitude, longitude FROM country WHERE code = ?", (code,)).fetchone()
    return (found[0], found[1]) if found else None


@functools.cache
def is_transliterated(code: str) -> bool:
    """Whether a country, by its alpha-3 code, writes names in other letters, so that English has many spellings."""
    found = _db().execute("SELECT transliterated FROM country WHERE code = ?", (code,)).fetchone()
    return bool(found and found[0])


@functools.cache
def is_continent(name: str) -> bool:
    """Whether a name is a continent's."""
    return _db().execute("SELECT 1 FROM continent WHERE key = ?", (key_of(name),)).fetchone() is not None


@functools.cache
def people_of(code: str) -> int | None:
    """How many people live in a country, by its alpha-3 code; None where that is not known."""
    found = _db().execute("SELECT population FROM country WHERE code = ?", (code,)).fetchone()
    return int(found[0]) or None if found else None


def _db() -> sqlite3.Connection:
    return open_index()


def _keys(name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((key_of(name), without_articles(name))))


@functools.lru_cache(maxsize=8192)
def _towns(name: str) -> tuple[Candidate, ...]:
    found: dict[int, Candidate] = {}
    for key in _keys(name):
        rows = _db().execute(
            "SELECT place.*, rank FROM name JOIN place ON place.id = place WHERE key = ? ORDER BY rank, id", (key,)
        )
        for id_, *fields, rank in rows:
            found.setdefault(id_, _town(fields, Match.OTHER_NAME if rank else Match.NAME))
    return tuple(found.values())


def _town(fields: list, match: Match) -> Candidate:  # type: ignore[type-arg]
    name, country, admin1, latitude, longitude, people, names, capital = fields
    return Candidate(name, country, admin1 or None, latitude, longitude, "town", people, names, bool(capital), match)


@functools.lru_cache(maxsize=8192)
def _provinces(name: str) -> tuple[Candidate, ...]:
    found: dict[tuple[str, str], Candidate] = {}
    for key in _keys(name):
        rows = _db().execute(
            "SELECT region_name.name, country, admin1, latitude, longitude FROM region_name"
            " LEFT JOIN region USING (country, admin1) WHERE key = ? ORDER BY country",
            (key,),
        )
        for full, country, admin1, latitude, longitude in rows:
            made = Candidate(full, country, admin1, latitude, longitude, "region", 0, 0, False, Match.NAME)
            found.setdefault((country, full), made)
    return tuple(found.values())


@functools.lru_cache(maxsize=8192)
def _sounding_like(name: str, countries: tuple[str, ...], least: float) -> list[Candidate]:
    best: dict[int, tuple[float, Candidate]] = {}
    key = without_articles(name)
    skeleton = skeleton_of(key)
    if skeleton is None:
        return []
    least = max(least, _SAME_SHORT_SOUND) if len(skeleton) == 2 else least
    for country in countries:
        rows = _db().execute(
            "SELECT place.*, key FROM sound JOIN place ON place.id = place WHERE skeleton = ? AND sound.country = ?"
            " ORDER BY id, key",
            (skeleton, country),
        )
        for id_, *fields, other in rows:
            like = ratio(key, other)
            if like >= least and like > best.get(id_, (0.0, None))[0]:
                best[id_] = (like, _town(fields, Match.SOUND))
    most = max((like for like, _ in best.values()), default=0.0)
    return [candidate for like, candidate in best.values() if like == most]


@functools.lru_cache(maxsize=2)
def _by_key(own: Gazetteer) -> dict[str, list[Candidate]]:
    """The user's places by the keys of their names."""
    found: dict[str, list[Candidate]] = {}
    for place in own.places:
        precision = place.precision or "given"
        candidate = Candidate(
            place.name, place.country, None, place.latitude, place.longitude, precision, 0, 0, False, Match.OWN
        )
        for key in dict.fromkeys(key for name in (place.name, *place.names) for key in _keys(name)):
            found.setdefault(key, []).append(candidate)
    return found
