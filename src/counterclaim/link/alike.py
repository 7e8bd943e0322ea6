"""Claims of two reports that say the same of one happening.

Two claims of one kind of deed are looked at if they share who, whom or where and can be of one day. What they share is
weighed: a body, a group or a person that few reports name says much, a state little; an exact day, a place that few
reports name, the same number and one incident say that it is the same happening. What both give must not differ.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from counterclaim.link.compare.charges import CLASS_OF
from counterclaim.link.compare.nouns import head_noun, modifiers, tells
from counterclaim.link.pile import Pile
from counterclaim.link.scenes import Scene
from counterclaim.link.when import published
from counterclaim.records import Claim, EntityKind, Figure, Modality, Polarity, Who

#: Claims of one block that are looked at; more say that all of the pile is about such deeds.
_MOST = 40
#: Reports no further apart than this, in days, can tell of one happening whose day only one of them gives.
_DAYS = 1
#: What more than this share of the reports name does not tell one happening from another.
_COMMON, _SMALL = 0.12, 12.0
#: Predicates that tell no happening.
_EMPTY = frozenset(
    "be have do make take go get say tell see come give use need know keep let try want continue begin start find put "
    "exist become show help work think look set call happen remain seem report confirm add accuse deny claim believe "
    "include follow lead cause leave hold carry bring turn run come according describe note mention stress".split()
)
#: Verbs of one deed beside those of charges.
_ALSO = {
    "explode": "blast",
    "explosion": "blast",
    "blast": "blast",
    "detonate": "blast",
    "blow": "blast",
    "die": "kill",
}
#: What is done again and again is no happening that two can tell of.
_HABIT = re.compile(
    r"\b(?:regularly|repeatedly|consistently|often|routinely|usually|continu\w+|again and again)\b", re.I
)
_QUANTITIES = frozenset("hundred thousand dozen score ten number most rest half third all".split())
_NOBODY = frozenset({"he", "she", "it", "they", "who", "which", "that", "this", "one", "we", "i", "you"})
#: Those to whom it is done in most news.
_ANYBODY = frozenset("people person civilian man woman child victim area region city town village house home".split())
_BODIES = frozenset({EntityKind.GROUP, EntityKind.ORGANIZATION, EntityKind.STATE})
#: What two claims must share to be the same, and where all they share is more than who, whom and where.
_ENOUGH, _OF_ONE = 4.0, 1.0
#: A number that two accounts of one incident do not share by chance.
_MANY = 10
#: From this on what is shared of those to whom it is done tells one happening from another.
_SPECIFIC = 1.0
#: How much who does it must say where it is done to nobody.
_ALONE = 2.0


@dataclass(frozen=True, slots=True)
class Told:
    """A claim with what decides whether another one says the same. `agents` and `patients` are keys of those who take
    part, entities or nouns; `number` counts those to whom it is done."""

    claim: Claim
    scene: Scene
    kind: str
    agents: frozenset[str]
    patients: frozenset[str]
    number: float | None
    published: date | None

    @property
    def day(self) -> date | None:
        """The day that its own sentence gives."""
        return None if self.scene.carried else self.scene.day


def alike_claims(pile: Pile, scenes: Mapping[str, Scene], incidents: Mapping[str, str]) -> Iterator[list[Told]]:
    """Groups of claims that say the same, in the order of their first telling."""
    told = {t.claim.id: t for t in _tellings(pile, scenes)}
    order = sorted(told, key=lambda c: (pile.rank(told[c].claim.report), told[c].claim.trigger.start, c))
    blocks: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for claim in order:
        for key in _keys(told[claim], incidents.get(claim)):
            blocks[key].append(claim)
    weights = _Weights.of(pile, list(told.values()))
    pairs = set()
    pile.comparing = "agreements"
    for key in sorted(blocks):
        for left, right in pile.pairs(blocks[key][:_MOST]):
            one = incidents.get(left) is not None and incidents.get(left) == incidents.get(right)
            if (left, right) not in pairs and weights.same(told[left], told[right], one=one):
                pairs.add((left, right))
    yield from ([told[claim] for claim in group] for group in _all_alike(order, pairs))


def _all_alike(order: Sequence[str], pairs: set[tuple[str, str]]) -> list[list[str]]:
    """Claims of which every two of two reports are a pair: each goes to the first group that it is alike with whole."""
    near: dict[str, set[str]] = defaultdict(set)
    for left, right in pairs:
        near[left].add(right)
        near[right].add(left)
    groups: list[list[str]] = []
    mine: dict[str, list[int]] = defaultdict(list)
    for claim in order:
        if not near[claim]:
            continue
        open_ = sorted({number for other in near[claim] for number in mine[other]})
        fitting = next((n for n in open_ if near[claim].issuperset(groups[n])), None)
        if fitting is None:
            groups.append([])
            fitting = len(groups) - 1
        groups[fitting].append(claim)
        mine[claim].append(fitting)
    return [group for group in groups if len(group) > 1]


def number_of(figure: Figure) -> float | None:
    """The number itself; None for "dozens" and for ranges."""
    if figure.best is not None:
        return figure.best
    exact = figure.low is not None and figure.high is None and not figure.approximate
    return figure.low if exact else None


def _tellings(pile: Pile, scenes: Mapping[str, Scene]) -> Iterator[Told]:
    for claim in pile.claims.values():
        word = claim.predicate.split()[0]
        happened = claim.modality is Modality.FACT and claim.polarity is Polarity.POSITIVE
        if not happened or claim.agent_any or word in _EMPTY or (claim.event is None and word not in CLASS_OF):
            continue
        if _HABIT.search(scenes[claim.id].sentence.text):
            continue
        figure = pile.figures.get(claim.figure or "")
        yield Told(
            claim,
            scenes[claim.id],
            _ALSO.get(word) or CLASS_OF.get(word, word),
            _parts(pile, claim.report, claim.agent),
            _parts(pile, claim.report, claim.patient),
            number_of(figure) if figure else None,
            published(pile, claim.report),
        )


def _parts(pile: Pile, report: str, whos: Sequence[Who]) -> frozenset[str]:
    """Who takes part: entities, and nouns."""
    return frozenset(part for who in whos if (part := _part(pile, report, who)))


def _part(pile: Pile, report: str, who: Who) -> str | None:
    """The entity, the one body that the words name ("militants of the Front"), or the noun with its adjectives."""
    actor = pile.actor(who)
    if actor is not None:
        return actor
    if who.span is not None:
        named = {e.id: e for e in pile.named_in(report, who.span) if e.kind in _BODIES}
        if len(named) == 1:
            (body,) = named.values()
            return pile.actor(Who(body.members[0], body.name))
    words = who.span.text if who.span else who.name
    noun = head_noun(words)
    if not tells(noun) or noun in _QUANTITIES or who.name.lower() in _NOBODY:
        return None
    return " ".join([*sorted(modifiers(words) - {noun}), noun])


def _keys(told: Told, incident: str | None) -> Iterator[tuple[str, ...]]:
    """What a claim is filed under: its kind with whom or where, and its incident or the days it can be of."""
    shared = {("who", part) for part in told.agents} | {("whom", part.split()[-1]) for part in told.patients}
    shared |= {("where", place) for place in told.scene.places}
    days: set[date | str] = {told.day} if told.day else set()
    if not days and told.published is not None:
        days = {date.fromordinal(told.published.toordinal() - n) for n in range(_DAYS + 1)}
    if incident is not None:
        days.add(incident)
    for role, part in sorted(shared):
        for day in sorted(map(str, days)):
            yield told.kind, role, part, day


def _near(left: date | None, right: date | None) -> bool:
    return left is not None and right is not None and abs((left - right).days) <= _DAYS


@dataclass(frozen=True, slots=True)
class _Weights:
    """What it says that two claims share something: the less often it is named, the more."""

    nouns: Mapping[str, int]
    entities: Mapping[str, int]
    most: float

    @classmethod
    def of(cls, pile: Pile, tellings: Sequence[Told]) -> _Weights:
        seen: dict[str, set[str]] = defaultdict(set)
        for told in tellings:
            for part in told.agents | told.patients:
                seen[part.split()[-1]].add(told.claim.report)
        nouns = Counter({noun: len(where) for noun, where in seen.items()})
        return cls(nouns, pile.frequency, max(_SMALL, _COMMON * len(pile.reports)))

    def same(self, left: Told, right: Told, *, one: bool) -> bool:
        """Whether two claims say the same; `one` if they are of one incident."""
        if left.claim.report == right.claim.report or left.number != right.number:
            return False
        if left.day and right.day and left.day != right.day:
            return False
        if not (left.day and right.day) and not _near(left.published, right.published):
            return False
        both = left.scene.places & right.scene.places
        if left.scene.places and right.scene.places and not both and not one:
            return False
        placed = left.scene.placed and right.scene.placed
        places = {p for p in both if self.entities.get(p, 0) <= self.most} if placed else set()
        who, whom = self._shared(left.agents, right.agents), self._shared(left.patients, right.patients)
        if who is None and not (self._names(left.agents) and self._names(right.agents)):
            who = 0.0  # "a blast", "the explosion": no other doer
        if whom is None and one and (left.number or 0) >= _MANY:
            whom = 0.0  # 33 targets, 33 emplacements
        if who is None or whom is None or not (who or whom or left.number):
            return False
        if not left.patients and not right.patients and who >= _ALONE and left.day and left.day == right.day:
            return True  # somebody came, met or died that day
        if whom < _SPECIFIC and not places and left.number is None:
            return False
        when = 1.5 if left.day and left.day == right.day else 0.0
        number = 1.5 if left.number is not None and left.number > 1 else 0.0
        happening = when + number + 1.5 * bool(places) + 1.5 * one
        return happening >= _OF_ONE and who + whom + happening >= _ENOUGH

    def _shared(self, left: frozenset[str], right: frozenset[str]) -> float | None:
        """What the parts that two claims share say; None if both tell of somebody and share nobody."""
        if not left or not right:
            return 0.0
        return max(self._weight(one, other) for one in left for other in right) or None

    def _names(self, parts: frozenset[str]) -> bool:
        return any(self._is_named(part) for part in parts)

    def _is_named(self, part: str) -> bool:
        return part in self.entities or part.startswith("state ")

    def _weight(self, left: str, right: str) -> float:
        if left == right and self._is_named(left):
            common = left.startswith("state ") or self.entities.get(left, 0) > self.most
            return 1.0 if common else 2.0
        if self._is_named(left) or self._is_named(right) or left.split()[-1] != right.split()[-1]:
            return 0.0
        noun = left.split()[-1]
        if left == right and " " in left and noun not in _ANYBODY:
            return 1.5 if self.nouns.get(noun, 0) > self.most else 2.0
        if noun in _ANYBODY or self.nouns.get(noun, 0) > self.most:
            return 0.5
        return 2.0 if set(left.split()[:-1]) & set(right.split()[:-1]) else 1.5
