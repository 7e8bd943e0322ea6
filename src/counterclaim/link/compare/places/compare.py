"""Places: accounts set one happening in two places, of which neither is in or near the other.

Places that differ are what sets two happenings apart, so that more is asked here than likeness: the same numbers of
victims, or the same target in much the same words, in reports that do not name the other's place. In one report, that
a second voice speaks of "the explosion".
"""

from __future__ import annotations

import functools
import math
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from counterclaim.link.compare.deeds.told import evidence_at
from counterclaim.link.compare.deeds.words import targets_in
from counterclaim.link.compare.finding import Answer, Finding
from counterclaim.link.compare.pairs import pairs_of
from counterclaim.link.compare.places.beside import compare_beside
from counterclaim.link.compare.places.by_phrase import compare_phrases
from counterclaim.link.compare.places.placed import compare_placed
from counterclaim.link.compare.places.sites import compare_sites
from counterclaim.link.compare.times.words import day_in_words
from counterclaim.link.incidents.likeness import Likeness, days_apart, reasons
from counterclaim.link.incidents.tellings import HARM, Telling, Tellings
from counterclaim.link.judge import judge
from counterclaim.link.pile import Pile
from counterclaim.records import (
    Claim,
    EntityKind,
    Figure,
    Manner,
    Modality,
    Place,
    Polarity,
    Slot,
    Statement,
    Verdict,
    Who,
)

#: Towns further apart than this, in kilometres, are two; places nearer than that may be named for one another.
_APART = 30.0
#: The same where the point is only near what is meant ("off the coast of …").
_FAR = 150.0
_KNOWN = frozenset({"town", "near"})
_EARTH = 6371.0
#: Likeness, its places left aside, from which two reports with the same numbers tell of one happening, and without.
_ONE_HAPPENING, _SURELY = 0.5, 0.75
#: Numbers below this are shared by chance.
_TELLS = 3
#: In one report the two accounts stand no further apart than this, in characters.
_NEAR = 700
#: Names more alike than this are spellings of one.
_SPELLING = 0.6
_QUARTER = re.compile(
    r"\s+(?:(?:residential|eastern|western|northern|southern) )?(district|neighbou?rhood|quarter|suburb)s?\b", re.I
)
_OF_QUARTER = re.compile(r"\b(district|neighbou?rhood|quarter|suburb) of (?:the )?$", re.I)
_SITE = re.compile(
    r"\s+(?:refugee |border |military |bus |train |air )?(camp|crossing|airport|airbase|bridge|square|hospital|market|"
    r"station|port|dam|university|prison|village|town)\b",
    re.I,
)
_WIDE = r"(?:province|governorate|region|state|oblast|county|department|countryside|district|prefecture)"
_DEFINITE = re.compile(
    r"\bthe (?:attack|blast|explosion|bombing|strike|shelling|raid|incident|killing|massacre|crash|shooting|ambush|"
    r"landing|clash|battle)(?:e?s)?\b[^.;]{0,30}?\b(?:took place|occurred|happened|hit|struck|targeted|was in|were in|"
    r"was at|had taken place|went off)\b",
    re.I,
)
_BACK = re.compile(r"(?:that )?(?:it|they|the \w+|this|these|those) (?:was|were|had been|came|took)\b", re.I)
_NAMELESS = re.compile(r"(?:the|same) sources?\b", re.I)
_HELD = frozenset({Modality.FACT, Modality.PRESUPPOSED})


@dataclass(frozen=True, slots=True)
class _Where:
    """A place: its entity, its `name`, the `words` an answer has for it, and what `kind` it is: town, quarter or site.
    `rough`: its point is only near what is meant."""

    entity: str
    name: str
    words: str
    kind: str
    point: tuple[float, float] | None
    rough: bool


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where one account sets a happening, with the numbers and targets in its sentence. `definite`: it speaks of "the
    attack", as told before; `verb` is what happened."""

    record: str
    statement: Statement
    telling: Telling
    where: _Where
    numbers: frozenset[tuple[str, float]]
    targets: frozenset[str]
    definite: bool
    verb: str

    @property
    def told(self) -> bool:
        """Whether it is the outlet's own voice."""
        return self.statement.manner is Manner.NARRATION


def compare_places(pile: Pile, tellings: Tellings) -> Iterator[Finding]:
    """Compare where accounts set one happening."""
    found = {report: list(_spots(pile, tellings, report)) for report in pile.annotations}
    for here in found.values():
        for at, left in enumerate(here):
            for right in here[at + 1 :]:
                if right.telling.span.start - left.telling.span.start > _NEAR:
                    break
                pile.look()
                if (
                    (right.definite or _same_deed(left, right))
                    and _voices_differ(pile, left, right)
                    and _other_place(pile, left, right)
                ):
                    yield _finding(
                        pile, left, right, 0.75, ["One report gives both, the second of what the first told."]
                    )
    yield from _across(pile, tellings, [spot for here in found.values() for spot in here])
    yield from compare_sites(pile, tellings)
    yield from compare_beside(pile, tellings)
    yield from compare_phrases(pile, tellings)
    yield from compare_placed(pile, tellings)


def _across(pile: Pile, tellings: Tellings, spots: Sequence[_Spot]) -> Iterator[Finding]:
    likeness = Likeness.of(pile, tellings)
    by_record: dict[str, list[_Spot]] = defaultdict(list)
    for spot in spots:
        if spot.where.kind != "site" and not spot.telling.cumulative:
            by_record[spot.telling.record].append(spot)
    for one, other in pairs_of(pile, [here[0].telling for here in by_record.values()]):
        for left in by_record[one.record]:
            for right in by_record[other.record]:
                same = left.numbers & right.numbers
                if not (same or left.targets & right.targets):
                    continue  # nothing but the kind of deed is alike
                if not _other_place(pile, left, right) or _names_other(pile, left, right):
                    continue
                signs = likeness.signs(_nowhere(left.telling), _nowhere(right.telling))
                chance = likeness.chance_of(signs)
                enough = chance >= (_ONE_HAPPENING if same else _SURELY) and (same or left.targets & right.targets)
                if signs.other_day or signs.next_day or signs.other_deed or chance < _ONE_HAPPENING:
                    continue
                why = [f"Both count {number:g} {happened}." for happened, number in sorted(same)]
                if enough:
                    yield _finding(pile, left, right, chance, [*why, *reasons(signs)])
                else:
                    yield _finding(pile, left, right, chance, reasons(signs), Verdict.OTHER_INCIDENT)


def _nowhere(telling: Telling) -> Telling:
    return replace(telling, places=frozenset())


def _spots(pile: Pile, tellings: Tellings, report: str) -> Iterator[_Spot]:
    found = pile.annotations[report]
    figures: dict[str, list[Figure]] = defaultdict(list)
    for figure in found.figures:
        if figure.claim:
            figures[figure.claim].append(figure)
    for claim in sorted(found.claims, key=lambda c: (c.trigger.start, c.id)):
        if not (claim.event or "").startswith("ASSAULT") or claim.polarity is not Polarity.POSITIVE:
            continue
        if claim.modality not in _HELD:
            continue
        telling = tellings.of_claim(claim)
        spot = _spot(pile, claim, telling)
        if spot is not None:
            beside = [f for c in found.claims if telling.sentence.covers(c.trigger) for f in figures[c.id]]
            yield replace(spot, numbers=frozenset(_numbers(beside)))


def _numbers(figures: Sequence[Figure]) -> Iterator[tuple[str, float]]:
    for figure in figures:
        number = figure.best if figure.best is not None else figure.low
        if number is not None and number >= _TELLS:
            for happened in HARM.intersection(figure.happened):
                yield happened.value, number


def _spot(pile: Pile, claim: Claim, telling: Telling) -> _Spot | None:
    """The narrowest place that a claim's own sentence gives it."""
    places = [_placed(pile, claim, who, telling) for who in (*claim.place, *claim.patient)]
    known = [place for place in places if place is not None]
    if not known:
        return None
    sentence = telling.sentence.text
    return _Spot(
        claim.id,
        pile.statements[claim.statement],
        telling,
        min(known, key=lambda place: _ORDER.index(place.kind)),
        frozenset(),
        targets_in(sentence),
        bool(_DEFINITE.search(sentence)),
        claim.predicate,
    )


_ORDER = ("quarter", "site", "town")


def _placed(pile: Pile, claim: Claim, who: Who, telling: Telling) -> _Where | None:
    """Where a claim's place is; None for countries, provinces and what is on no map."""
    found = pile.annotations[claim.report]
    span = who.span
    inside = [m for m in found.mentions if m.entity and telling.sentence.covers(m.span)]
    mention = next((m for m in inside if (span and span.overlaps(m.span)) or m.entity == who.entity), None)
    entity = pile.entity(Who(mention.entity, mention.span.text)) if mention else None
    if mention is None or entity is None or entity.kind is not EntityKind.PLACE:
        return None
    at, text = mention.span, pile.reports[claim.report].text
    place = next((p for p in found.places if p.span.overlaps(at)), None)
    point, rough = _point(place), place is not None and place.precision == "near"
    name = re.sub(r"^the ", "", at.text, flags=re.I)
    quarter = _QUARTER.match(text, at.end) or _OF_QUARTER.search(text[max(0, at.start - 30) : at.start])
    if quarter:
        return _Where(entity.id, name, f"{name} {quarter[1].lower()}", "quarter", point, rough)
    site = _SITE.match(text, at.end)
    if site:
        return _Where(entity.id, name, f"{name} {' '.join(site.group().split())}", "site", point, rough)
    return _Where(entity.id, name, name, "town", point, rough) if point else None


def _point(place: Place | None) -> tuple[float, float] | None:
    if place is None or place.latitude is None or place.longitude is None or place.precision not in _KNOWN:
        return None
    return place.latitude, place.longitude


def _voices_differ(pile: Pile, left: _Spot, right: _Spot) -> bool:
    if left.statement.id == right.statement.id or (left.told and right.told):
        return False
    if left.where.kind == "town" and (left.where.rough or right.where.rough):
        return False
    days = days_apart(left.telling.when, right.telling.when)
    if days and not (left.telling.carried or right.telling.carried):
        return False
    return left.told or right.told or pile.holder_key(left.statement) != pile.holder_key(right.statement)


def _same_deed(left: _Spot, right: _Spot) -> bool:
    """Whether two voices, one after the other, use one verb ("the rebels said that it was shot down in …")."""
    apart = right.telling.span.start - left.telling.span.end
    points_back = _BACK.match(right.statement.content[0].text)
    told = left.told or right.told or any(_NAMELESS.match(who.name) for who in right.statement.sources)
    return left.verb == right.verb and not told and apart <= _NEAR // 2 and points_back is not None


def _other_place(pile: Pile, left: _Spot, right: _Spot) -> bool:
    """Whether two places are two: towns far apart, quarters or sites of other names."""
    if left.where.kind != right.where.kind or (left.where.kind == "town" and left.where.entity == right.where.entity):
        return False
    if left.where.kind == "town":
        if _may_hold(pile, left, right) or _may_hold(pile, right, left):
            return False
        if left.where.point is None or right.where.point is None:
            return False  # what is on no map may be a part of the other
        return distance(left.where.point, right.where.point) > (
            _FAR if left.where.rough or right.where.rough else _APART
        )
    if left.where.kind == "site":
        return left.where.words.split()[-1].lower() != right.where.words.split()[-1].lower() or not _one_name(
            left.where.name, right.where.name
        )
    return not _one_name(left.where.name, right.where.name)


def _may_hold(pile: Pile, one: _Spot, other: _Spot) -> bool:
    """Whether the name of the one may be that of a province with the other in it: the other's sentence says so, or one
    of the reports calls it one."""
    if re.search(rf"\b{re.escape(one.where.name)}", other.telling.sentence.text, re.I):
        return True
    return any(_wide_in(one.where.name, pile.reports[spot.statement.report].text) for spot in (one, other))


@functools.lru_cache(maxsize=1 << 12)
def _wide_in(name: str, text: str) -> bool:
    """Whether a text has a name as that of a province or the like."""
    name = re.escape(name)
    return bool(re.search(rf"\b{name}(?:['’]?s)? {_WIDE}|{_WIDE} of {name}", text, re.I))


def _one_name(left: str, right: str) -> bool:
    one, other = (re.sub(r"\b(?:al|el|the|as|ash|an|ad|az|ar)[- ]|\W", "", name.lower()) for name in (left, right))
    return one in other or other in one or SequenceMatcher(None, one, other, autojunk=False).ratio() > _SPELLING


def _names_other(pile: Pile, left: _Spot, right: _Spot) -> bool:
    """Whether one report also names the other's place: it then tells of both."""
    return any(
        other.where.name.lower() in pile.reports[one.statement.report].text.lower()
        for one, other in ((left, right), (right, left))
    )


def distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The distance between two points given in degrees, in kilometres (haversine)."""
    (a, b), (c, d) = ((math.radians(x), math.radians(y)) for x, y in (one, other))
    half = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * _EARTH * math.asin(math.sqrt(half))


def _finding(
    pile: Pile, left: _Spot, right: _Spot, chance: float, why: list[str], verdict: Verdict = Verdict.CONFLICT
) -> Finding:
    evidence = [evidence_at(pile, spot.statement, spot.telling) for spot in (left, right)]
    first = f"One sets it in {left.where.words}, the other in {right.where.words}."
    if left.where.point and right.where.point and left.where.kind == "town":
        first = f"{first[:-1]}, {distance(left.where.point, right.where.point):.0f} km apart."
    score = 0.7 * chance if verdict is Verdict.CONFLICT else 0.3
    said = why if verdict is Verdict.CONFLICT else [*why, "They may be two happenings that look alike."]
    return Finding(
        judge("compare", (left.record, right.record), verdict, score, [first, *said], evidence, Slot.PLACE),
        _question(left, right),
        Answer(left.record, left.statement.id, left.where.words, evidence[0]),
        Answer(right.record, right.statement.id, right.where.words, evidence[1]),
    )


def _question(left: _Spot, right: _Spot) -> str:
    target = min(left.targets & right.targets, default=None)
    if target:
        return f"Where was the {target} hit: {left.where.words} or {right.where.words}?"
    one, other = left.telling.when, right.telling.when
    day = f" on {day_in_words(one[0])}" if one and one == other and one[0] == one[1] else ""
    return f"Where did this happen{day}: {left.where.words} or {right.where.words}?"
