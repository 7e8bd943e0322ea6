"""Where the places are that a report names: the steps in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import replace
from itertools import pairwise

from counterclaim.annotate.names import Names
from counterclaim.annotate.parse import Parsed
from counterclaim.annotate.places.beside import listed_beside
from counterclaim.annotate.places.gazetteer import (
    Candidate,
    Lookup,
    country_middle,
    is_continent,
    kilometres,
    province_around,
)
from counterclaim.annotate.places.named import named_again, named_places
from counterclaim.annotate.places.nearby import Nearby, often
from counterclaim.annotate.places.overlooked import beginnings
from counterclaim.annotate.places.settle import settle, well_known
from counterclaim.annotate.places.standing import FILLING, KINDS, PLACING, Extent, Named, is_called_place
from counterclaim.records import Gazetteer, Place, content_id

#: How far the parts of a town are from its middle at most.
_TOWN_KM = 40.0
#: A place of which nothing else is known is looked for near one named at most this many words away.
_NOT_FAR = 150
#: "X, a small town in the west of Y" has this many words between.
_FEW_WORDS = 8
#: What a sentence says is near, it says of places no further from one another than this.
_ONE_PLACE_KM = 100.0
#: Words that narrow a name down without being part of it, when nothing is known of the whole.
_NARROWER = frozenset("eastern western northern southern east west north south central old new greater rural".split())


def find_places(parsed: Parsed, names: Names, gazetteer: Gazetteer | None = None) -> list[Place]:
    """The places that a report names, in the order of the text, with coordinates where it is clear what is meant.

    What `gazetteer` has is believed before anything else.
    """
    lookup = Lookup(gazetteer)
    counted = _countries_named(parsed, names, lookup)
    begin = beginnings(names)
    for again in (False, True):
        spoken = _shares(counted)
        nearby = Nearby(lookup, spoken)
        named = named_places(names, begin, nearby)
        settled = _settle_all(named, lookup, spoken)
        towns = [place for place, _ in settled.values() if place.country is not None]
        if again or not any(place.country not in spoken for place in towns):
            break
        counted.update(place.country for place in towns if place.country is not None)
    meant = {item.name: settled[item.start] for item in named if item.start in settled}
    hosts = {item.start for item in named if item.start in settled and _is_host(names, item, settled[item.start][0])}
    near = _settle_by_sentence(parsed, named, settled, lookup, hosts, guess=nearby.has_many_spellings())
    echoes = named_again(names, begin, named, meant, set(near) - set(meant))
    settled |= {item.start: (meant[item.name][0], item.extent) for item in echoes if item.name in meant}
    named = sorted([*named, *echoes], key=lambda item: (item.start, item.end))
    if nearby.has_many_spellings():
        located = [item for item in named if item.country or item.start in settled or item.name in near]
        at = {item.start: item for item in named}
        for item, partner in list(listed_beside(names, located)):
            known = settled[partner.start][0] if partner.start in settled else near.get(partner.name)
            if known is not None and known.point is not None:
                near.setdefault(at.get(item.start, item).name, known)
                named += [] if item.start in at else [item]
        named.sort(key=lambda item: (item.start, item.end))
    heard_of = {item.name for item in named if item.local or item.seen or item.country}
    return [
        _place(parsed, item, settled.get(item.start), near.get(item.name))
        for item in named
        if item.name in heard_of or item.start in settled or item.name in near
    ]


def _is_elsewhere(item: Named, lookup: Lookup) -> bool:
    """Whether a name is a country's, or unsettled because known towns have it, so that it is not just any village's."""
    return (
        item.country is not None
        or is_continent(item.name)
        or (item.extent is not Extent.PART and any(well_known(place) for place in lookup.places(item.name)))
    )


def _is_host(names: Names, item: Named, place: Candidate) -> bool:
    """Whether a town may only be where a report was written, or whence or in which others spoke of its events: it
    stands in capital letters, or is the capital of a land that the report names less than another, or than one that is
    in no list."""
    if names.parsed.doc[item.start : item.end].text.isupper():
        return True
    lands = Counter({group.country: len(group.found) for group in names.clusters if group.country is not None})
    unlisted = any(country.iso is None for country in lands)
    most = max(lands.values(), default=1)
    return place.capital and (unlisted or not any(c.code == place.country and n == most for c, n in lands.items()))


def _countries_named(parsed: Parsed, names: Names, lookup: Lookup) -> Counter[str]:
    """How often the report names each country or its people, its dateline counted once."""
    counted = Counter(item.country.code for group in names.clusters for item in group.found if item.country)
    if parsed.report.dateline:
        found = lookup.places(parsed.report.dateline)
        town = settle(found, Extent.TOWN, frozenset(), _shares(counted))
        if town is not None and town.country is not None:
            counted[town.country] += 1
    return counted


def _shares(counted: Counter[str]) -> dict[str, float]:
    total = sum(counted.values())
    return {code: count / total for code, count in sorted(counted.items())}


def _settle_all(named: list[Named], lookup: Lookup, spoken: Mapping[str, float]) -> dict[int, tuple[Candidate, Extent]]:
    """The place meant by each name, by the token it begins at. One name means one place throughout a report.

    First each name by itself, then again with the places that the first round settled beside it.
    """
    by_name: dict[str, list[Named]] = {}
    for item in named:
        if item.country is None:
            by_name.setdefault(item.name, []).append(item)
    choices = {name: _choices(name, lookup, often(spoken)) for name in by_name}
    followed = _followed(named)
    settled: dict[str, Candidate] = {}
    for _ in range(2):
        found = {}
        for name, items in by_name.items():
            extent = max((item.extent for item in items), key=[item.extent for item in items].count)
            around = [settled[other] for other in followed.get(name, ()) if other in settled]
            inside = {code for item in items for code in item.inside}
            inside |= {place.province for place in around if place.precision == "region" and place.province}
            others = [place for other, place in settled.items() if other != name]
            place = settle(choices[name][0], extent, inside, spoken, others)
            if place is not None and (extent is not Extent.PART or _holds_part(place, others)):
                found[name] = place
        settled = found
    return {
        item.start: (settled[name], Extent.AROUND if choices[name][1] else item.extent)
        for name, items in by_name.items()
        if name in settled
        for item in items
    }


def _followed(named: list[Named]) -> dict[str, list[str]]:
    """The names that stand right behind each name, at most a comma between ("X, Y")."""
    found: dict[str, list[str]] = {}
    for item, after in pairwise(named):
        if item.country is None and after.country is None and 0 <= after.start - item.end <= 1:
            found.setdefault(item.name, []).append(after.name)
    return found


def _holds_part(place: Candidate, others: list[Candidate]) -> bool:
    """Whether a name for a part of a town ("the X quarter", "a quarter of X") can mean this place: a city, or one in or
    beside those that the report names."""
    points = [other.point for other in others if other.point is not None]
    beside = any(place.point is not None and kilometres(place.point, point) < _TOWN_KM for point in points)
    return beside or not others or well_known(place, among_others=True)


def _choices(name: str, lookup: Lookup, often: list[str]) -> tuple[list[Candidate], bool]:
    """What a name can mean, and whether that is only the place of which it is a part ("eastern X")."""
    found = lookup.places(name) or lookup.sounding_like(name, often)
    first, _, rest = name.partition(" ")
    if found or not rest or first.lower() not in _NARROWER:
        return found, False
    return lookup.places(rest) or lookup.sounding_like(rest, often), True


def _settle_by_sentence(
    parsed: Parsed,
    named: list[Named],
    settled: Mapping[int, tuple[Candidate, Extent]],
    lookup: Lookup,
    hosts: Collection[int],
    *,
    guess: bool,
) -> dict[str, Candidate]:
    """What a name is near of which no coordinates are known: the places named beside it in a sentence, or else in the
    whole report, where these all lie together, or else the last one named before it; near `hosts` (by the tokens they
    begin at) only what is said to be there. `guess` says that the report is on a country of which many spellings are
    unknown."""
    near: dict[str, Candidate] = {}
    everywhere = [
        (item, settled[item.start][0]) for item in named if item.start in settled and settled[item.start][0].point
    ]
    known = {item.start for item, _ in everywhere}
    unknown = [
        item
        for item in named
        if item.start not in known and (item.local or item.seen) and not _is_elsewhere(item, lookup)
    ]
    for item in unknown:
        sentence = parsed.doc[item.start].sent
        beside = [(other, place) for other, place in everywhere if sentence.start <= other.start < sentence.end]
        settling = [pair for pair in beside if pair[0].start not in hosts]
        container = _said_container(parsed, item, beside) or _container(item, settling)
        if item.name not in near and container:
            near[item.name] = container
    everywhere = [
        pair for pair in everywhere if pair[0].start not in hosts and (pair[0].placed or not pair[1].capital)
    ]  # a capital may only have spoken
    most = Counter(place.country for _, place in everywhere).most_common(1)
    there = [pair for pair in everywhere if pair[1].country == most[0][0]] if not _is_contested(everywhere) else []
    for item in unknown:
        container = _container(item, everywhere) or (
            _nearest(item, there) if _is_surely_here(parsed, item, guess) else None
        )
        if item.name not in near and container:
            near[item.name] = container
    return near


def _is_contested(placed: list[tuple[Named, Candidate]]) -> bool:
    """Whether places of two countries are named about as often, so that a name near them may be in either."""
    counts = [count for _, count in Counter(place.country for _, place in placed).most_common(2)]
    return len(counts) > 1 and 2 * counts[1] >= counts[0]


def _is_surely_here(parsed: Parsed, item: Named, guess: bool) -> bool:
    """Whether an unknown name is likely that of a village or quarter near those that the report names: its kind is
    said, or any unknown place is likely one (`guess`). "X Street" may be known far from here."""
    doc = parsed.doc
    own_kind = item.end < len(doc) and doc[item.end].text.istitle() and doc[item.end].lower_ in KINDS
    called = item.local and is_called_place(doc, item.start, item.end)
    return not own_kind and (called or (guess and item.local))


def _nearest(item: Named, placed: list[tuple[Named, Candidate]]) -> Candidate | None:
    """The last place named before a name, or else the next one after it."""
    before = [place for other, place in placed if item.start - _NOT_FAR <= other.start < item.start][-1:]
    after = [place for other, place in placed if item.start < other.start <= item.start + _NOT_FAR][:1]
    return next(iter(before + after), None)


def _said_container(parsed: Parsed, item: Named, beside: list[tuple[Named, Candidate]]) -> Candidate | None:
    """The place that the words right behind a name say it is in or beside ("X in Y", "X, just west of Y")."""
    after = next(((other, place) for other, place in beside if other.start >= item.end), None)
    if after is None or after[0].start - item.end > _FEW_WORDS:
        return None
    between = [token.lower_ for token in parsed.doc[item.end : after[0].start]]
    said = any(word in PLACING for word in between) and all(word in PLACING | FILLING for word in between)
    return after[1] if said else None


def _container(item: Named, beside: list[tuple[Named, Candidate]]) -> Candidate | None:
    """The nearest of some places by the words between, if they all lie close together."""
    points = [place.point for _, place in beside if place.point is not None]
    if len({place.country for _, place in beside}) > 1:
        return None  # what lies at a border may lie on either side
    if not points or any(kilometres(points[0], point) > _ONE_PLACE_KM for point in points):
        return None
    return min(beside, key=lambda pair: (abs(pair[0].start - item.start), pair[0].start))[1]


def _place(parsed: Parsed, item: Named, found: tuple[Candidate, Extent] | None, near: Candidate | None) -> Place:
    report = parsed.report.id
    span = parsed.span_of(parsed.doc[item.start : item.end])
    bare = Place(content_id("place", report, span.start, span.end), report, span, item.name, None, None, None, None)
    if item.country is not None:
        middle = country_middle(item.country.code)
        return _located(replace(bare, name=item.country.name), item.country.iso, middle, "country" if middle else None)
    if found is None:
        return _located(bare, near.country, near.point, "near") if near else bare
    place, extent = found
    if place.point is None:
        beside = near.point if near and near.country == place.country else None
        return _located(replace(bare, name=place.name), place.country, beside, "near" if beside else place.precision)
    point, precision = place.point, place.precision
    if precision == "town" and extent in {Extent.PROVINCE, Extent.REGION}:
        middle = province_around(place, if_seat=extent is Extent.REGION)
        point, precision = (middle, "region") if middle else (point, "near")
    elif extent is Extent.AROUND and precision == "town":
        precision = "near"
    return _located(replace(bare, name=place.name), place.country, point, precision)


def _located(place: Place, country: str | None, point: tuple[float, float] | None, precision: str | None) -> Place:
    latitude, longitude = point or (None, None)
    return replace(place, country=country, latitude=latitude, longitude=longitude, precision=precision)
