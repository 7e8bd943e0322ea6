"""The pile of reports with everything that comparing looks up: who a claim's holder is, where its words stand."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations
from typing import TypeVar

from counterclaim.link.guests import Guests
from counterclaim.link.once import Once
from counterclaim.records import (
    Annotations,
    Claim,
    Entity,
    EntityKind,
    Evidence,
    Figure,
    Manner,
    Report,
    Role,
    Span,
    Statement,
    TimeExpression,
    Who,
)

T = TypeVar("T")
#: Offices whose bearers are sent to a state as often as by it.
_SENT = frozenset({"envoy", "ambassador", "representative", "coordinator", "mediator", "rapporteur", "member"})
#: Offices in which somebody speaks for a body and not of it.
_SPEAKS = re.compile(
    r"\b(?:spokes(?:man|woman|person)|leader|head|chief|commander|president|chair\w*|secretary[ -]general|executive)$"
)


@dataclass(slots=True)
class Pile:
    """All reports that are linked, in the order of their dates, with their annotations looked up by id.

    `frequency` says in how many reports each entity is named, `compared` how many pairs each comparison looked at, of
    which the one at work is `comparing`. `guests` are reports of other volumes, which are not compared with each
    other. `once` keeps what several comparisons make of a pile.
    """

    reports: dict[str, Report]
    annotations: dict[str, Annotations]
    origins: dict[str, str]
    entities: dict[str, Entity]
    statements: dict[str, Statement] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    figures: dict[str, Figure] = field(default_factory=dict)
    times: dict[str, TimeExpression] = field(default_factory=dict)
    frequency: dict[str, int] = field(default_factory=dict)
    compared: Counter[str] = field(default_factory=Counter)
    comparing: str = ""
    guests: Guests = field(default_factory=Guests)
    once: Once = field(default_factory=Once, repr=False, compare=False)
    _entity_of: dict[str, str] = field(default_factory=dict)
    _side: dict[str, str] = field(default_factory=dict)
    _rank: dict[str, int] = field(default_factory=dict)
    _named: dict[str, tuple[list[int], list[tuple[int, Entity]]]] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        reports: Sequence[Report],
        annotations: Mapping[str, Annotations],
        origins: dict[str, str],
        entities: Sequence[Entity],
    ) -> Pile:
        """The pile of these reports (ordered by date)."""
        pile = cls(
            {r.id: r for r in reports},
            {r.id: annotations[r.id] for r in reports if r.id in annotations},
            origins,
            {e.id: e for e in entities},
        )
        pile._entity_of = {member: e.id for e in entities for member in e.members}
        pile._rank = {r.id: n for n, r in enumerate(reports)}
        seen: dict[str, set[str]] = defaultdict(set)
        for report, found in pile.annotations.items():
            pile.statements.update((s.id, s) for s in found.statements)
            pile.claims.update((c.id, c) for c in found.claims)
            pile.figures.update((f.id, f) for f in found.figures)
            pile.times.update((t.id, t) for t in found.times)
            for local in found.entities:
                seen[pile._entity_of[local.id]].add(report)
        pile._side = _sides(pile)
        pile.frequency = {entity: len(where) for entity, where in seen.items()}
        return pile

    def look(self) -> None:
        """Counts one pair as looked at by the comparison that is `comparing`, so that a build can say how many were."""
        self.compared[self.comparing] += 1

    def pairs(self, block: Sequence[T]) -> Iterator[tuple[T, T]]:
        """Every two of a block, in order, each counted as looked at."""
        self.compared[self.comparing] += len(block) * (len(block) - 1) // 2
        return combinations(block, 2)

    def rank(self, report: str) -> int:
        """The place of a report in the order of dates."""
        return self._rank[report]

    def small_names(self) -> dict[str, str]:
        """The name of each entity in small letters, by its id."""
        return {entity.id: entity.name.lower() for entity in self.entities.values()}

    def entity(self, who: Who) -> Entity | None:
        """The entity of the ledger that is meant, or None where it is not resolved."""
        return self.entities.get(self._entity_of.get(who.entity or "", ""))

    def resolved(self, who: Who) -> Who:
        """The same, with the ledger's entity and name in it, and without where it stands."""
        entity = self.entity(who)
        if entity is None:
            return replace(who, entity=None, span=None)
        return Who(entity.id, entity.name, None, who.unnamed)

    def key(self, who: Who) -> str:
        """What tells two of them apart: the entity, or the words in lower case."""
        entity = self.entity(who)
        return entity.id if entity else " ".join(who.name.lower().split())

    def actor(self, who: Who) -> str | None:
        """Who acts, for comparing parties: a state for all who are or stand for it, else the entity; None where it is
        not resolved."""
        entity = self.entity(who)
        return self._actor(entity) if entity else None

    def _actor(self, entity: Entity) -> str:
        side = self._side.get(entity.id)
        if side is None and (body := self._speaks_for(entity)):
            return body
        stands_for = side and (entity.kind is not EntityKind.PERSON or entity.roles)
        return f"state {side}" if stands_for and entity.kind is not EntityKind.PLACE else entity.id

    def _speaks_for(self, entity: Entity) -> str | None:
        """The one body that somebody speaks for or leads, where it is no state's."""
        if entity.kind is not EntityKind.PERSON:
            return None
        bodies = {role.of.entity for role in entity.roles if role.of and role.of.entity and _SPEAKS.search(role.title)}
        of = self.entities.get(next(iter(bodies))) if len(bodies) == 1 else None
        return of.id if of is not None and of.kind in (EntityKind.GROUP, EntityKind.ORGANIZATION) else None

    def actor_in(self, report: str, who: Who) -> str | None:
        """The same for a source, which may name its state without being resolved ("a Kenyan military source")."""
        actor = self.actor(who)
        if actor is not None or who.span is None or report not in self.annotations:
            return actor
        states = {side for entity in self.named_in(report, who.span) if (side := self._side.get(entity.id))}
        return f"state {states.pop()}" if len(states) == 1 else None

    def named_in(self, report: str, span: Span) -> list[Entity]:
        """The entities that a report names within a span, in order."""
        if report not in self._named:
            self._named[report] = self._all_named(report)
        starts, named = self._named[report]
        inside = named[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        return [entity for end, entity in inside if end <= span.end]

    def _all_named(self, report: str) -> tuple[list[int], list[tuple[int, Entity]]]:
        """Where each mention of an entity begins, in order, and where it ends with whom it means."""
        found = self.annotations.get(report)
        entities = (
            [(m, self.entities.get(self._entity_of.get(m.entity or "", ""))) for m in found.mentions if m.entity]
            if found
            else []
        )
        named = sorted(((m.span, e) for m, e in entities if e), key=lambda item: item[0].start)
        return [span.start for span, _ in named], [(span.end, entity) for span, entity in named]

    def side(self, who: Who) -> str | None:
        """The state that somebody is, belongs to or acts for; None for places and where it is not known."""
        entity = self.entity(who)
        return self._side.get(entity.id) if entity and entity.kind is not EntityKind.PLACE else None

    def holders(self, statement: Statement) -> tuple[Who, ...]:
        """Who stands for a statement, as entities of the ledger; a statement without a source is nobody's."""
        return tuple(self.resolved(who) for who in statement.sources)

    def holder_key(self, statement: Statement) -> str:
        """One key for all who stand for a statement. An unnamed source is another one in every report."""
        keys = sorted(
            self.key(who) if self.entity(who) else f"{statement.report} {self.key(who)}" for who in statement.sources
        )
        return "|".join(keys) or f"{statement.report} nobody"

    def outlet_says(self, statement: Statement) -> bool:
        """Whether it is the outlet's own voice."""
        return statement.manner is Manner.NARRATION

    def in_full(self, statement: Statement) -> Span:
        """The words of a statement with its cue ("denied that …"), where both stand in one line close together."""
        text = self.reports[statement.report].text
        pieces = [*statement.content, *([statement.cue] if statement.cue else [])]
        start, end = min(p.start for p in pieces), max(p.end for p in pieces)
        close = end - start <= 400 and "\n" not in text[start:end]
        return Span.of(text, start, end) if close else statement.content[0]

    def evidence(self, report: str, span: Span) -> Evidence:
        """The words at `span` as evidence, cut to the sentence-like stretch they begin in."""
        text = span.text.split("\n")[0]
        return Evidence(report, span.start, span.start + len(text), text)


def _sides(pile: Pile) -> dict[str, str]:
    """The state that most reports have each entity on the side of."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for found in pile.annotations.values():
        for local in found.entities:
            if local.side is not None:
                votes[pile._entity_of[local.id]][local.side] += 1
    sides = {entity: max(sides, key=lambda side: (sides[side], side)) for entity, sides in votes.items()}
    for entity in pile.entities.values():
        if entity.kind is EntityKind.PERSON and entity.id not in sides:
            served = {side for role in entity.roles if (side := _served(pile, role, sides))}
            if len(served) == 1:
                sides[entity.id] = served.pop()
    return sides


def _served(pile: Pile, role: Role, sides: Mapping[str, str]) -> str | None:
    """The state that an office puts its bearer to: that which has the ministry somebody speaks for, or the army that
    somebody commands."""
    of = pile.entities.get((role.of and role.of.entity) or "")
    return sides.get(of.id) if of is not None and role.title.split()[-1] not in _SENT else None
