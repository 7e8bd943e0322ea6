"""Which of the places of one name a report means, or that this is not clear.

Each candidate is weighed by how many people live there and in how many languages it has a name, how exactly it is
called so, whether the report speaks of its country, which other places of the report are near, and what its own phrase
says. The best is taken where it is well
ahead of every candidate elsewhere; otherwise the place stays unresolved.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence

from counterclaim.annotate.places.gazetteer import Candidate, Match, kilometres, people_of
from counterclaim.annotate.places.standing import Extent

#: Weights; a candidate is taken that is ahead of all others elsewhere by `_AHEAD`. None was fitted to labels: each was
#: set so that well-known pairs of towns of one name come out as a reader would have it, with and without their
#: countries. Names in other languages tell the towns that the world knows from those that are merely large.
_TEN_TIMES_PEOPLE, _TEN_TIMES_NAMES = 1.2, 3.0
_CAPITAL = 1.0
_CALLED = {Match.OWN: 0.0, Match.NAME: 0.0, Match.OTHER_NAME: -1.0, Match.SOUND: -2.0}
_NEAR, _NEAR_AT_MOST, _NEAR_KM = 0.8, 2.4, 150.0
_SAME_PROVINCE = 2.0
_IN_PHRASE = 6.0
_SAID_PROVINCE = {Extent.PROVINCE: 3.0, Extent.REGION: 1.0}
_AHEAD = 1.0
#: A province counts as a town of so many people and names.
_PROVINCE_PEOPLE, _PROVINCE_NAMES = 300_000, 30
#: Candidates nearer than this to one another are one place, or a town and its province.
_SAME_KM = 60.0
#: Without any support in the report, only a place this large, or a little smaller and called just so, is meant.
_WELL_KNOWN, _KNOWN_BY_NAME = 200_000, 50_000
#: Or one that has names in this many languages: of 235,000 places 1 in 150 has.
_MANY_NAMES = 40
#: A village under a name that is not its first one is only meant in a report that speaks of its country this much.
_VILLAGE, _MUCH = 5_000, 0.3
#: How many people there are; fewer than so many, or an unknown number, make a country no rarer than that.
_WORLD, _FEW, _UNKNOWN_PEOPLE = 8e9, 10_000, 2.0


def country_weight(code: str | None, spoken: Mapping[str, float]) -> float:
    """What it says for a candidate that the report speaks of its country: more for a country of few people, which
    reports about others rarely speak of. `spoken` has each country's share of all mentions of countries."""
    if code is None or code not in spoken:
        return 0.0
    people = people_of(code)
    rare = math.log10(_WORLD / max(people, _FEW)) if people else _UNKNOWN_PEOPLE
    return 0.5 + 0.7 * rare + spoken[code]


def weigh(
    candidate: Candidate,
    extent: Extent,
    inside: Collection[str],
    spoken: Mapping[str, float],
    others: Sequence[Candidate],
) -> float:
    """How much speaks for a candidate. `inside` are countries and provinces (`USA.TX`) that its phrase puts it in,
    `others` other places of the report that are settled."""
    province = candidate.precision == "region"
    people, names = (_PROVINCE_PEOPLE, _PROVINCE_NAMES) if province else (candidate.population, candidate.names)
    weight = _TEN_TIMES_PEOPLE * math.log10(people + 300) + _TEN_TIMES_NAMES * math.log10(names + 5)
    weight += _CALLED[candidate.match] + _CAPITAL * candidate.capital
    weight += country_weight(candidate.country, spoken) + (_IN_PHRASE if _is_inside(candidate, inside) else 0.0)
    if extent in {Extent.PROVINCE, Extent.REGION}:
        weight += _SAID_PROVINCE[extent] if province else 0.0
    return weight + _nearby(candidate, others)


def _is_inside(candidate: Candidate, inside: Collection[str]) -> bool:
    return candidate.country in inside or candidate.province in inside


def _nearby(candidate: Candidate, others: Sequence[Candidate]) -> float:
    near = sum(
        _NEAR
        for other in others
        if candidate.point and other.point and kilometres(candidate.point, other.point) < _NEAR_KM
    )
    province = any(
        other.precision == "region" and (other.country, other.admin1) == (candidate.country, candidate.admin1)
        for other in others
        if candidate.admin1
    )
    return min(near, _NEAR_AT_MOST) + (_SAME_PROVINCE if province else 0.0)


def settle(
    candidates: Sequence[Candidate],
    extent: Extent,
    inside: Collection[str],
    spoken: Mapping[str, float],
    others: Sequence[Candidate] = (),
) -> Candidate | None:
    """The candidate that is meant; None where there is none, or it is not clear which."""
    told = [c for c in candidates if c.precision != "region" or c.point or _is_inside(c, inside) or _much(c, spoken)]
    weighed = sorted(
        ((weigh(c, extent, inside, spoken, others), -i, c) for i, c in enumerate(told)),
        key=lambda item: item[:2],
        reverse=True,
    )
    if not weighed:
        return None
    most, _, best = weighed[0]
    if not _supported(best, inside, spoken, others):
        return None
    if any(most - weight < _AHEAD and _elsewhere(best, c) for weight, _, c in weighed[1:]):
        return None
    return _town_or_province(best, most, weighed, extent)


def _much(candidate: Candidate, spoken: Mapping[str, float]) -> bool:
    """Whether a report speaks of a candidate's country more than by the way: a province of which nothing but its
    country is known is a namesake otherwise."""
    return spoken.get(candidate.country or "", 0.0) >= _MUCH


def _town_or_province(
    best: Candidate, most: float, weighed: Sequence[tuple[float, int, Candidate]], extent: Extent
) -> Candidate:
    """Of a town and a province of one name: the town, unless the words say otherwise or it is only called so for short
    ("Oklahoma" is not Oklahoma City, but New York is)."""
    same = [(weight, c) for weight, _, c in weighed if c.province == best.province is not None]
    if extent in {Extent.PROVINCE, Extent.REGION}:
        return next((c for _, c in same if c.precision == "region"), best)
    if best.precision == "region":
        return next((c for _, c in same if c.precision == "town" and c.match is Match.NAME), best)
    if best.match is not Match.NAME:
        return next((c for weight, c in same if c.precision == "region" and most - weight < _AHEAD), best)
    return best


def _elsewhere(one: Candidate, other: Candidate) -> bool:
    if one.point is None or other.point is None:
        return one.country != other.country
    if one.country == other.country and one.admin1 is not None and one.admin1 == other.admin1:
        return "region" not in {one.precision, other.precision} and kilometres(one.point, other.point) > _SAME_KM
    return kilometres(one.point, other.point) > _SAME_KM


def _supported(
    candidate: Candidate, inside: Collection[str], spoken: Mapping[str, float], others: Sequence[Candidate]
) -> bool:
    """Whether anything but its name speaks for a candidate, or it is known well enough to be named without a word."""
    near = _nearby(candidate, others) > 0
    if candidate.match is Match.OWN or _is_inside(candidate, inside) or near:
        return True
    share = spoken.get(candidate.country or "", 0.0)
    if candidate.match is Match.SOUND:
        return share >= _MUCH and share == max(spoken.values())
    if candidate.match is Match.OTHER_NAME and candidate.population < _VILLAGE:
        return share >= _MUCH
    return share > 0 or well_known(candidate, among_others=bool(spoken))


def well_known(candidate: Candidate, *, among_others: bool = False) -> bool:
    """Whether a place is named without a word on where it is; `among_others`, in a report that speaks of countries,
    and not of its own."""
    if candidate.precision == "region":
        return candidate.point is not None
    least = _KNOWN_BY_NAME if candidate.match is Match.NAME and not among_others else _WELL_KNOWN
    known = candidate.match is Match.NAME and (candidate.capital or candidate.names >= _MANY_NAMES)
    return known or (candidate.match is not Match.SOUND and candidate.population >= least)
