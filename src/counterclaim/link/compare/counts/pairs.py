"""Counts and the pairs of them that are looked at: the same harm to the same kind of people.

Across reports two counts are paired if their tellings may be of one happening (`link/incidents`). Within one report
that says little, because all of it is about one thing; there, two voices must count the same near each other.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from counterclaim.link.compare.counts.blocks import Pairs, paired
from counterclaim.link.compare.counts.count import ARMED, Count
from counterclaim.link.compare.counts.losses import left_by_two
from counterclaim.link.compare.counts.matters import crew_and_carried
from counterclaim.link.compare.counts.one_toll import in_two_places, of_few, one_toll
from counterclaim.link.compare.counts.places import Map
from counterclaim.link.compare.counts.read import (
    ALSO_PEOPLE,
    counts_of,
    is_anybody,
    is_harm,
    is_kind,
)
from counterclaim.link.compare.counts.signs import Row, chance_across, chance_within, signs_across, signs_within
from counterclaim.link.compare.counts.signs import reasons as said_for
from counterclaim.link.compare.counts.totals import with_totals
from counterclaim.link.compare.counts.twins import with_twins
from counterclaim.link.compare.counts.verdicts import of_two_sides
from counterclaim.link.compare.nouns import head_noun
from counterclaim.link.incidents.likeness import Likeness, days_apart, reasons
from counterclaim.link.incidents.tellings import Telling, Tellings
from counterclaim.link.pile import Pile
from counterclaim.link.when import published
from counterclaim.records import EntityKind, Figure, Happened, Span

#: From this likeness on, two tellings of two reports are looked at as one happening.
_ONE_HAPPENING = 0.3
#: The same for two reports that are of one story: from this likeness of the reports on.
_IN_ONE_STORY, _ONE_STORY = 0.05, 0.06
#: How likely two totals of one harm in a few reports of one story are of one happening, and answer one question.
_ONE_OF_FEW, _TOLLS_OF_FEW = 0.6, 0.65
_OF_FEW = "The few reports tell one story, and each gives one total."
#: Two numbers of one report that stand further apart than this, in characters, tell of two happenings.
_FAR_OFF = 2000
#: A happening takes no longer than this, in days.
_A_FEW_DAYS = 3
#: What happened is told of no longer than this, in days, where only the day on which it was said is known.
_SAID = 7
#: Whose a thing is, by the words for it and by those behind it.
_WHOSE = re.compile(r"(?P<who>\w{3,})['’]s?\b")
_OF_WHOM = re.compile(
    r"(?: [a-z]+){0,3}? (?:of|belonging to) (?:the )?"
    r"(?P<who>[A-Z]\w+|army|navy|enemy|rebels|government|militia|police|insurgents|guerrillas)\b"
)
_BEHIND = 60
_ARTICLES = frozenset({"the", "a", "an"})
#: Letters that a name and its adjective share ("Kenya", "Kenyan").
_STEM = 4

#: Nouns of one force, which no report calls by the noun of another.
_FORCE_OF = {
    noun: force
    for force, nouns in {
        "army": "soldier paratrooper conscript serviceman",
        "police": "policeman policewoman gendarme",
        "guard": "guard warder",
        "peacekeeper": "peacekeeper",
    }.items()
    for noun in nouns.split()
}

Counts = Mapping[str, Sequence[Count]]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two counts of the same harm, the signs that they answer one question, how likely that is, and why."""

    left: Count
    right: Count
    signs: Row
    chance: float
    why: Sequence[str]

    @property
    def within(self) -> bool:
        """Whether one report gives both."""
        return self.left.figure.report == self.right.figure.report


def pairs_of(pile: Pile, tellings: Tellings, places: Map) -> list[Pair]:
    """All pairs to compare."""
    by_report: dict[str, list[Figure]] = defaultdict(list)
    for figure in pile.figures.values():
        by_report[figure.report].append(figure)
    told: list[Telling] = []
    counts: dict[str, list[Count]] = {}
    here: dict[str, list[Count]] = {}
    for report, figures in by_report.items():
        made = with_totals(pile, with_twins(pile, list(counts_of(pile, tellings, figures))))
        told.extend(telling for telling, _ in made)
        for telling, each in made:
            counts[telling.record] = each
        here[report] = sorted(
            (count for _, each in made for count in each), key=lambda c: (c.figure.span.start, c.happened.value)
        )
    met = list(paired(pile, tellings, places, told, counts))
    known = {frozenset((left.record, right.record)) for left, right in met}
    few = [pair for pair in of_few(pile, told, counts) if frozenset((pair[0].record, pair[1].record)) not in known]
    return [
        *_within(pile, here),
        *_across(pile, tellings, places, iter(met), counts),
        *(pair for pair in _across(pile, tellings, places, iter(few), counts) if pair.signs.get("one_toll")),
    ]


def alike(pile: Pile, left: Count, right: Count) -> bool:
    """Whether both count the same harm to the same kind of people, or the same things."""
    if left.happened is not right.happened or left.long is not right.long:
        return False
    if left.holder != right.holder and left.losses is right.losses is not None:
        return False
    if left.holder == right.holder and left.losses is not right.losses:
        return False
    if left_by_two(pile, left.figure, right.figure):
        return False
    if left.happened is Happened.DESTROYED and _of_two_owners(pile, left.figure, right.figure):
        return False
    return _of_one_kind(pile, left, right) and not _of_two_sides(left.figure, right.figure)


def _of_one_kind(pile: Pile, left: Count, right: Count) -> bool:
    of_people = left.harm and left.happened is not Happened.DESTROYED
    if of_people and any(count.victims == "people" and is_anybody(count.figure) for count in (left, right)):
        return True
    if of_people and of_two_sides(left, right):
        return True
    nouns = [head_noun(count.figure.of or "") for count in (left, right)]
    if of_people and nouns[0] == nouns[1]:
        return True
    forces = [_FORCE_OF.get(re.sub("men$", "man", noun)) for noun in nouns]
    if left.figure.report == right.figure.report and all(forces) and forces[0] != forces[1]:
        return False  # two guards in a prison, four policemen at a station
    kinds = {left.victims, right.victims}
    if of_people and any(by_name(pile, count) for count in (left, right)) and kinds & ARMED:
        return True
    if not is_harm(left.happened):
        return (len(kinds) == 1 or kinds <= ALSO_PEOPLE) and _one_deed(pile, left, right)
    return len(kinds) == 1 or kinds <= ALSO_PEOPLE


def by_name(pile: Pile, count: Count) -> bool:
    """Whether people are called by the name of their force ("four Sea Tigers"), and not by that of a land."""
    words = (count.figure.of or "").split()
    entity = pile.entity(count.figure.side) if count.figure.side else None
    land = entity is not None and entity.kind is EntityKind.STATE
    named = count.victims == "people" and bool(words) and words[-1][:1].isupper() and not land
    # "19 INMATES", "Inmates": a headline writes any noun large
    text = pile.reports[count.figure.report].text
    return named and re.search(rf"\b{re.escape(words[-1].lower())}\b", text) is None


def _one_deed(pile: Pile, left: Count, right: Count) -> bool:
    """Whether what is no harm is said of the counted by one verb, or is one matter, where they are people of any kind;
    of things it has to be no other matter."""
    if left.matter and right.matter:
        nouns = [head_noun(count.figure.of or "") for count in (left, right)]
        apart = any(_counted_apart(pile, count.figure) for count in (left, right))
        return left.matter == right.matter and not crew_and_carried(*nouns) and (not apart or nouns[0] == nouns[1])
    if left.happened is not Happened.OTHER or (not is_kind(left.victims) and not (left.matter or right.matter)):
        return True
    claims = [pile.claims.get(count.figure.claim or "") for count in (left, right)]
    return bool(claims[0] and claims[1] and claims[0].predicate == claims[1].predicate)


def _counted_apart(pile: Pile, figure: Figure) -> bool:
    """Whether crew and passengers are counted side by side ("164 passengers and seven crew"): neither is all aboard."""
    noun = head_noun(figure.of or "")
    near = (
        f
        for f in pile.annotations[figure.report].figures
        if max(f.span.start - figure.span.end, figure.span.start - f.span.end) <= _BEHIND
    )
    return any(crew_and_carried(noun, head_noun(other.of or "")) for other in near)


def _of_two_sides(left: Figure, right: Figure) -> bool:
    """Whether the counted are of two sides by their own words: "four Kenyan soldiers", "three Ugandan soldiers"."""
    one, other = (_capitals(figure) for figure in (left, right))
    return bool(one and other) and not any(a[:_STEM] == b[:_STEM] for a in one for b in other)


def _of_two_owners(pile: Pile, left: Figure, right: Figure) -> bool:
    """Whether things are said to be of two owners: "three boats of the Tigers", "two of the navy's boats"."""
    one, other = (_owner(pile, figure) for figure in (left, right))
    return bool(one and other) and one[:_STEM] != other[:_STEM]


def _owner(pile: Pile, figure: Figure) -> str:
    """Whose the counted things are, in small letters; empty where nothing says so."""
    behind = pile.reports[figure.report].text[figure.span.end : figure.span.end + _BEHIND]
    found = _WHOSE.search(figure.of or "") or _OF_WHOM.match(behind)
    return found["who"].lower() if found else ""


def _capitals(figure: Figure) -> frozenset[str]:
    words = [*(figure.of or "").split(), *(figure.side.name.split() if figure.side else [])]
    return frozenset(word.lower() for word in words if word[:1].isupper() and word.lower() not in _ARTICLES)


def _across(pile: Pile, tellings: Tellings, places: Map, met: Pairs, counts: Counts) -> Iterator[Pair]:
    likeness = Likeness.of(pile, tellings)
    named = _Named(pile)
    pairs = [
        (
            a,
            b,
            (signs, days_apart(left.when, right.when)),
            0.0 if _set_apart(left, right) or named.apart(left, right) else likeness.chance_of(signs),
            _elsewhere(left, right),
        )
        for left, right in met
        for a, b in ((a, b) for a in counts[left.record] for b in counts[right.record] if alike(pile, a, b))
        for signs in (likeness.signs(left, right),)
    ]
    best: dict[tuple[str, Happened, str], float] = defaultdict(float)
    for a, b, _, chance, _ in pairs:
        for one, other in ((a, b), (b, a)):
            key = one.figure.id, one.happened, other.figure.report
            best[key] = max(best[key], chance)
    for a, b, (signs, days), chance, elsewhere in pairs:
        story = tellings.stories.alike(a.figure.report, b.figure.report)
        shared = places.shared(a, b) or -elsewhere
        sure = chance > 0 and shared >= 0 and one_toll(pile, a, b, days)
        chance = max(chance, _ONE_OF_FEW) if sure else chance
        if chance < (_IN_ONE_STORY if story >= _ONE_STORY else _ONE_HAPPENING):
            continue
        if in_two_places(pile, a, b):
            continue
        better = max(best[one.figure.id, one.happened, two.figure.report] for one, two in ((a, b), (b, a)))
        row = signs_across(pile, (a, b), (chance, max(0.0, better - chance), story), shared)
        likely, why = chance_across(row), reasons(signs)
        if sure:
            row, likely, why = {**row, "one_toll": 1.0}, max(likely, _TOLLS_OF_FEW), [*why, _OF_FEW]
        yield Pair(a, b, row, likely, why)


def _set_apart(left: Telling, right: Telling) -> bool:
    """Whether two tellings cannot be of one happening: of days that both name, or of a day and a month. The day on
    which a report came out is as often the day on which it was said."""
    if left.when is None or right.when is None or left.carried or right.carried:
        return False
    lasts = [(when[1] - when[0]).days > _A_FEW_DAYS for when in (left.when, right.when)]
    if lasts[0] != lasts[1] and not left.cumulative:
        return True
    told = left.published in left.when[1:] or right.published in right.when[1:]
    return (days_apart(left.when, right.when) or 0) > (_SAID if told else 1)


class _Named:
    """Whom and what each report of a pile names."""

    def __init__(self, pile: Pile) -> None:
        self._pile = pile
        self._all: dict[str, frozenset[str]] = {}

    def apart(self, left: Telling, right: Telling) -> bool:
        """Whether two sentences name places of which neither report names the other's."""
        if not _elsewhere(left, right):
            return False
        return left.places.isdisjoint(self._in(right.report)) and right.places.isdisjoint(self._in(left.report))

    def _in(self, report: str) -> frozenset[str]:
        if report not in self._all:
            text = self._pile.reports[report].text
            self._all[report] = frozenset(e.id for e in self._pile.named_in(report, Span.of(text, 0, len(text))))
        return self._all[report]


def _elsewhere(left: Telling, right: Telling) -> float:
    """Whether the sentences of two tellings name other places (1), as far as they name any (0)."""
    named = left.placed and right.placed and bool(left.places) and bool(right.places)
    return float(named and left.places.isdisjoint(right.places))


def _within(pile: Pile, here: Counts) -> Iterator[Pair]:
    for counts in here.values():
        for at, left in enumerate(counts):
            for right in counts[at + 1 :]:
                if right.figure.span.start - left.figure.span.start > _FAR_OFF:
                    break
                pile.look()
                if alike(pile, left, right) and _one_scene(pile, left, right):
                    row = signs_within(pile, left, right)
                    yield Pair(left, right, row, chance_within(row), said_for(pile, left, right))


def _one_scene(pile: Pile, left: Count, right: Count) -> bool:
    """Whether two counts of one report, by two voices, can be of one happening: their days do not tell them apart."""
    if left.holder == right.holder or not (is_kind(left.victims) or left.victims == right.victims):
        return False
    days = left.scene.when, right.scene.when
    came = published(pile, left.figure.report)
    if came is not None and any(day is not None and day[1] == came for day in days):
        return (days_apart(*days) or 0) <= _SAID
    return not days_apart(*days) or (left.scene.carried and right.scene.carried)
