"""Sentences of two reports that tell the same facts of what is likely one happening, and what they share in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from counterclaim.link.agreed.facts import Facts
from counterclaim.link.agreed.words import ANYWHERE, GENERIC, MEANS, TARGETS, VICTIMS, set_in
from counterclaim.link.compare.times.words import day_in_words
from counterclaim.link.incidents.candidates import candidates
from counterclaim.link.incidents.likeness import Likeness, set_apart
from counterclaim.link.pile import Pile
from counterclaim.link.when import days_between, within
from counterclaim.records import Who

#: What more than this share of the reports name does not tell one happening from another.
_COMMON, _SMALL = 0.12, 12.0
#: Reports no further apart than this, in days, can tell of one happening whose day only one of them gives.
_DAYS = 3
#: How likely one happening has to be, and what is taken for it where gathering has made one incident of them.
_LIKELY, _GATHERED = 0.6, 0.9
#: The same of two sentences in which one body says that it was behind it: few say so twice within a few days.
_CLAIMED = 0.3
#: Sentences of one incident that are set beside each other.
_MOST = 30
#: What shared facts must weigh.
_ENOUGH = 3.75
#: What a means weighs that few deeds are done with.
_TELLING = 1.5
#: What they must tell, without what says that it is one happening; less where gathering says so.
_TOLD = {False: 2.0, True: 1.5}


@dataclass(frozen=True, slots=True)
class Shared:
    """What several sentences tell alike. `day` is the day that at least one of them gives and none contradicts."""

    agents: frozenset[str]
    means: frozenset[str]
    targets: frozenset[str]
    victims: frozenset[str]
    places: frozenset[str]
    day: date | None
    claimed: frozenset[str]
    incidents: frozenset[str]

    @classmethod
    def of(cls, told: Sequence[Facts]) -> Shared:
        """What these sentences share."""
        days = {fact.told_day for fact in told} - {None} if any(fact.day for fact in told) else set()
        return cls(
            frozenset.intersection(*(fact.agents for fact in told)),
            frozenset.intersection(*(fact.means for fact in told)),
            frozenset.intersection(*(fact.targets for fact in told)),
            frozenset.intersection(*(fact.victims for fact in told)),
            _places(told),
            next(iter(days)) if len(days) == 1 else None,
            frozenset.intersection(*(fact.claimed for fact in told)),
            frozenset.intersection(*(fact.incidents for fact in told)),
        )


def _places(told: Sequence[Facts]) -> frozenset[str]:
    """The places that all name, or that those name who name any, if these are of one mind."""
    named = [fact.places for fact in told if fact.places]
    return frozenset.intersection(*named) if len(named) > 1 else frozenset()


class Alike:
    """Finds the facts that sentences of two or more reports share."""

    def __init__(self, pile: Pile, likeness: Likeness, told: Sequence[Facts]) -> None:
        self._pile = pile
        self._likeness = likeness
        self._told = told
        self._most = max(_SMALL, _COMMON * len(pile.reports))

    def groups(self) -> Iterator[tuple[list[Facts], Shared]]:
        """Sentences of which every two of two reports share enough, with what all of them share, in the order of the
        first telling."""
        edges = self._edges()
        home = {number: [number] for pair in edges for number in pair}
        for _, left, right in sorted((-weight, left, right) for (left, right), weight in edges.items()):
            if home[left] is not home[right] and self._fits(edges, home[left], home[right]):
                together = sorted(home[left] + home[right])
                home.update(dict.fromkeys(together, together))
        groups = {id(group): group for group in home.values() if len(group) > 1}
        for group in sorted(groups.values()):
            members = [self._told[n] for n in group]
            yield members, Shared.of(members)

    def _fits(self, edges: Mapping[tuple[int, int], float], ones: list[int], others: list[int]) -> bool:
        """Whether half of the pairs that two groups make share enough, and what all of them share still does."""
        pairs = [(min(one, other), max(one, other)) for one in ones for other in others]
        if 2 * sum(pair in edges for pair in pairs) < len(pairs):
            return False
        return self.weight(Shared.of([self._told[n] for n in (*ones, *others)])) >= _ENOUGH

    def _edges(self) -> dict[tuple[int, int], float]:
        """The pairs of sentences that tell the same, with what it weighs."""
        edges: dict[tuple[int, int], float] = {}
        for left, right in self._pairs():
            one, other = self._told[left], self._told[right]
            shared = Shared.of([one, other])
            if self.weight(shared) < _ENOUGH:
                continue
            likely = self.likely(one, other)
            weight = self.weight(shared, likely=likely)
            if likely >= (_CLAIMED if shared.claimed else _LIKELY) and weight >= _ENOUGH:
                edges[left, right] = weight
        return edges

    def _pairs(self) -> Iterator[tuple[int, int]]:
        """Sentences that may be of one happening: those that gathering incidents would look at, and those of one."""
        names = self._pile.small_names()
        number = {fact.telling.record: n for n, fact in enumerate(self._told)}
        pairs = {
            (number[left.record], number[right.record])
            for left, right in candidates([fact.telling for fact in self._told], names)
        }
        blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for n, fact in enumerate(self._told):
            for key in _keys(fact):
                blocks[key].append(n)
        for members in blocks.values():
            pairs.update((left, right) for k, left in enumerate(members[:_MOST]) for right in members[k + 1 : _MOST])
        for left, right in sorted(pairs):
            if self._told[left].report != self._told[right].report:
                self._pile.look()
                yield left, right

    def likely(self, left: Facts, right: Facts) -> float:
        """How likely two sentences tell of one happening: 0 if they name other days, places, means or doers."""
        if left.day and right.day and left.day != right.day:
            return 0.0
        same_day = left.told_day is not None and left.told_day == right.told_day
        published = left.telling.published, right.telling.published
        if any(day and told and day > told for day, told in zip((left.day, right.day), published[::-1], strict=True)):
            return 0.0  # it had not come about when the other was printed
        near = within(days_between(*published), _DAYS, unknown=False)
        if not same_day and not near:
            return 0.0
        if left.agents and right.agents and not left.agents & right.agents:
            return 0.0
        if left.camps and right.camps and not left.camps & right.camps:
            return 0.0  # "rebels shelled", "government troops shelled"
        if self._elsewhere(left, right):
            return 0.0
        one = bool(left.incidents & right.incidents)
        if not one and set_apart(left.telling, right.telling):
            return 0.0
        chance = self._likeness.chance_of(self._likeness.signs(left.telling, right.telling))
        return max(chance, _GATHERED) if one else chance

    def _elsewhere(self, left: Facts, right: Facts) -> bool:
        """Whether both name places that tell, and share none."""
        told = [{place for place in fact.places if self._tells(place)} for fact in (left, right)]
        return all(told) and not left.places & right.places

    def weight(self, shared: Shared, *, likely: float = _GATHERED) -> float:
        """How much shared facts tell of one happening and no other; 0 where they say too little of it."""
        place = max((1.5 if self._tells(place) else 0.5 for place in shared.places), default=0.0)
        target = max((0.25 if t in ANYWHERE else 1.5 for t in shared.targets), default=0.0)
        means = max((0.75 if m in GENERIC else 1.5 for m in shared.means), default=0.0)
        agent, claimed = 1.0 * bool(shared.agents), _ENOUGH * bool(shared.claimed)
        victims = min(1.5, 0.5 + 0.5 * len(shared.victims)) if shared.victims else 0.0
        told = place + target + means + agent + victims + claimed
        if not (shared.claimed or self._is_specific(shared)):
            return 0.0
        if told < _TOLD[bool(shared.incidents)] or told <= place:
            return 0.0
        if not shared.day and not (target or agent or victims or claimed) and means < _TELLING:
            return 0.0  # "an air strike in the province": one of many
        if not (shared.day or shared.places or shared.claimed):
            return 0.0  # a reader would not know what it is of
        return told + 1.0 * bool(shared.day) + 1.0 * bool(shared.incidents) + 2 * max(0.0, likely - 0.5)

    @staticmethod
    def _is_specific(shared: Shared) -> bool:
        """Whether a reader would take it for one claim of one happening: how it was done, to what or whom or by whom,
        with the day or the place; where nothing is shared of how, two of what, whom and where."""
        how = shared.means if shared.incidents else shared.means - {"fighting"}
        what = shared.targets - ANYWHERE
        if not shared.day:
            return bool(how and what and shared.places)
        if not how:
            return sum(map(bool, (shared.places, what, shared.victims))) > 1
        return bool(what or shared.agents or shared.places or shared.victims or how - GENERIC)

    def _tells(self, place: str) -> bool:
        return self._pile.frequency.get(place, 0) <= self._most

    def sentence(self, members: Sequence[Facts], shared: Shared) -> str:
        """What is shared as a plain sentence."""
        what = _first(MEANS, shared.means) or "an attack"
        target = _first(TARGETS, shared.targets)
        agent = self._agent(members, shared)
        place = self._place(shared)
        where = set_in(place) if place else ""
        day = shared.day
        if shared.claimed and day is None:  # what was claimed has only been told of before
            day = next((fact.told_day for fact in members if fact.told_day), None)
        when = f" on {day_in_words(day)}" if day else ""
        if shared.claimed:
            words = f"{self._name(min(shared.claimed))} said that it was behind {what}{where}{when}"
        elif what == "fighting":
            words = f"there was fighting{' with ' + agent if agent else ''}{where}{when}"
        elif agent and what == "an explosion":
            words = f"{agent} set off {what}{f' at {target}' if target else ''}{where}{when}"
        elif agent and what in _ACTS:
            words = f"{agent} carried out {what}{f' on {target}' if target else ''}{where}{when}"
        elif agent:
            words = f"{agent} used {what}{f' against {target}' if target else ''}{where}{when}"
        elif target:
            words = f"{what} hit {target}{where}{when}"
        elif what in _ACTS:
            words = f"there was {what}{where}{when}"
        else:
            words = f"{what} {'was' if what in _ONE else 'were'} used{where}{when}"
        if shared.victims:
            named = [name for name in VICTIMS if name in shared.victims]
            words += f"; {_listed(named)} {'was' if named == ['a commander'] else 'were'} among the victims"
        return words[:1].upper() + words[1:] + "."

    def _agent(self, members: Sequence[Facts], shared: Shared) -> str | None:
        """The name of who is said to have done it, as the first sentence has it."""
        if len(shared.agents) != 1:
            return None
        (actor,) = shared.agents
        for claim in members[0].claims:
            for who in claim.agent:
                if self._pile.actor(who) == actor:
                    return self._pile.resolved(who).name
        return self._name(actor)

    def _name(self, actor: str) -> str | None:
        entity = self._pile.entities.get(actor)
        if entity is not None:
            return entity.name
        code = actor.removeprefix("state ")
        states = [e for e in self._pile.entities.values() if e.kind.value == "state" and e.country == code]
        return max(states, key=lambda e: (e.mentions, e.id)).name if states else None

    def _place(self, shared: Shared) -> str | None:
        """The place that the fewest reports name."""
        if not shared.places:
            return None
        best = min(shared.places, key=lambda place: (self._pile.frequency.get(place, 0), place))
        return self._pile.resolved(Who(self._pile.entities[best].members[0], "")).name


def _keys(fact: Facts) -> Iterator[tuple[str, ...]]:
    """What a sentence is filed under: its incidents, and what tells most of it with the days that it can be of."""
    for incident in sorted(fact.incidents):
        yield "incident", incident
    days = {fact.told_day} if fact.told_day else set()
    if not days and fact.telling.published is not None:
        days = {date.fromordinal(fact.telling.published.toordinal() - n) for n in range(_DAYS)}
    telling = (
        *fact.means - GENERIC,
        *fact.targets - ANYWHERE,
        *fact.victims,
        *fact.places,
        *fact.agents,
        *fact.claimed,
    )
    for value in sorted(telling):
        for day in sorted(map(str, days)):
            yield value, day


_ACTS = frozenset(name for name in MEANS if name.startswith(("a ", "an ", "artillery", "mortar"))) - {
    "a mine",
    "a drone",
    "a car bomb",
} | {"an attack"}
_ONE = frozenset(
    {
        "a mine",
        "a drone",
        "a car bomb",
        "chlorine",
        "sarin",
        "mustard gas",
        "poison gas",
        "gunfire",
        "artillery fire",
        "mortar fire",
    }
)


def _first(classes: Mapping[str, object], names: frozenset[str]) -> str | None:
    """The most specific of some names: the first in the order of their class."""
    return next((name for name in classes if name in names), None)


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
