"""Claims as users of event data know them: who did what to whom, where and when, and who says so (PLOVER)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from counterclaim.records import Claim, Entity, Evidence, Modality, Polarity, Statement, Who

if TYPE_CHECKING:
    from counterclaim.store.view import View


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts or is acted upon, with its country (ISO 3166-1 alpha-3) and sector where they are known."""

    entity: str | None
    name: str
    country: str | None
    sector: str | None


@dataclass(frozen=True, slots=True)
class Event:
    """A claim that tells of an event. `type` is PLOVER's root, `mode` its mode where that is clear; `date` is a
    TIMEX3 value. What is said not to have happened is here too: see `polarity` and `modality`."""

    claim: str
    report: str
    type: str
    mode: str | None
    source: tuple[Actor, ...]
    target: tuple[Actor, ...]
    date: str | None
    place: tuple[Who, ...]
    polarity: Polarity
    modality: Modality
    claimed_by: tuple[Who, ...]
    evidence: tuple[Evidence, ...]


def events_of(view: View, claims: Iterable[Claim]) -> Iterator[Event]:
    """The event that each of `claims` tells of; all of them must have one.

    Of what somebody does by saying so ("demanded of them that …") the speaker is the source and those spoken to are the
    target, where the claim itself names nobody.
    """
    claims = list(claims)
    reports = sorted({claim.report for claim in claims})
    said = [statement for report in reports for statement in view.statements(report)]
    statements: dict[str, Statement] = {statement.id: statement for statement in said}
    cues = {(s.report, start): s for s in statements.values() if s.cue for start in range(s.cue.start, s.cue.end)}
    told = [(claim, cues.get((claim.report, claim.trigger.start))) for claim in claims]
    sides = [(_source(claim, saying), _target(claim, saying)) for claim, saying in told]
    actors = {who.entity for both in sides for side in both for who in side if who.entity is not None}
    entities: dict[str, Entity] = {entity.id: entity for entity in view.records("entities", sorted(actors))}

    def actor(who: Who) -> Actor:
        entity = entities.get(who.entity or "")
        return Actor(who.entity, who.name, entity.country if entity else None, None)

    for claim, (source, target) in zip(claims, sides, strict=True):
        statement = statements.get(claim.statement)
        type_, _, mode = (claim.event or "").partition(":")
        yield Event(
            claim=claim.id,
            report=claim.report,
            type=type_,
            mode=mode or None,
            source=tuple(map(actor, source)),
            target=tuple(map(actor, target)),
            date=claim.time,
            place=claim.place,
            polarity=claim.polarity,
            modality=claim.modality,
            claimed_by=statement.sources if statement else (),
            evidence=tuple(Evidence.at(claim.report, span) for span in claim.spans),
        )


def _source(claim: Claim, saying: Statement | None) -> tuple[Who, ...]:
    return claim.agent or (saying.sources if saying is not None else ())


def _target(claim: Claim, saying: Statement | None) -> tuple[Who, ...]:
    return claim.patient or (saying.addressee if saying is not None else ())
