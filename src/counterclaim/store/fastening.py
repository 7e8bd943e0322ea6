"""What a person says, fastened to words: one function for each thing that can be said, which gives a `Draft`.

A draft has all of a judgement but the reason, who made it and when. `records/anchoring.py` says what the sides of each
kind are.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from counterclaim.records import (
    Change,
    Dispute,
    Entity,
    Evidence,
    Incident,
    Judgement,
    Mention,
    MentionForm,
    Slot,
    Span,
    UnknownId,
    UsageError,
    Verdict,
    Who,
)
from counterclaim.records.anchoring import UNDO, beside, key_of
from counterclaim.records.corrections import FIELDS, Corrected, slot_fields
from counterclaim.store import schema
from counterclaim.store.anchored import Ground
from counterclaim.store.rows import records_with

#: A dispute or an incident is fastened to no more words than this a side; more make it no surer.
_MOST = 40
#: Words of a report that stand for somebody whom it does not name (its outlet), in characters.
_HEAD = 80
_TABLES = ("disputes", "changes", "incidents", "entities", "judgements", "statements", "claims", "figures", "mentions")


@dataclass(frozen=True, slots=True)
class Draft:
    """A judgement before it is given: what is said of what, and the words it rests on, each with its side."""

    kind: str
    left: str
    right: str
    verdict: Verdict
    words: Sequence[tuple[Evidence, int]]
    slot: Slot | None = None
    value: str | None = None


def record_of(ground: Ground, table: str, id_: str) -> Any:
    """The record of `table` with this id, an alias of it, or the only one whose id begins so. Raises `UnknownId`."""
    if table not in _TABLES:
        raise UsageError(f'nothing can be said of "{table}"; it is one of {", ".join(_TABLES)}')
    ids, aliases = schema.METADATA.tables[table].c.id, schema.ALIASES.c
    led = select(aliases.record).where(aliases.kind == table, aliases.alias == id_)
    found = set(ground.connection.scalars(select(ids).where(ids == id_))) or set(ground.connection.scalars(led))
    if not found and id_:
        found = set(ground.connection.scalars(select(ids).where(ids.startswith(id_, autoescape=True)).limit(2)))
    if len(found) != 1:
        many = f'several {table} have an id that begins with "{id_}"; give more of it'
        raise UnknownId(many if found else f'there is no "{id_}" in {table}; list them to see what there is')
    return records_with(ground.connection, table, [found.pop()])[0]


def ruled(ground: Ground, table: str, id_: str, verdict: Verdict) -> Draft:
    """That a dispute or a change of position is one (same), or is none (different). Of a program's judgement: that two
    names mean one, or two; that a pair which was compared is a dispute, or is none."""
    record: Dispute | Change | Judgement = record_of(ground, table, id_)
    if isinstance(record, Dispute):
        words = [(place, side + 1) for place, side in sided(ground, record).items()]
        return Draft("dispute", record.id, record.id, verdict, words, record.slot, record.question)
    if isinstance(record, Change):
        words = _on_sides(record.earlier.evidence, record.later.evidence)
        return Draft("change", record.id, record.id, verdict, words, None, record.question)
    if isinstance(record, Judgement) and record.at is None:
        return _of_pair(ground, record, verdict)
    raise UsageError(f"{table} are not confirmed or rejected; disputes, changes and a program's judgements are")


def _of_pair(ground: Ground, pair: Judgement, verdict: Verdict) -> Draft:
    if pair.kind == "entity" and len(pair.evidence) > 1:
        words = [(pair.evidence[0], 1), (pair.evidence[1], 2)]
        return Draft("entity", pair.left, pair.right, verdict, words)
    keys = ground.keys([pair.left, pair.right])
    if pair.kind != "compare" or pair.slot is None or len(keys) < 2:
        raise UsageError(f'nobody can confirm or reject that "{pair.id}"; it says which words were copied')
    words = [(keys[pair.left], 1), (keys[pair.right], 2)]
    ruling = Verdict.CONFLICT if verdict is Verdict.SAME else Verdict.COMPATIBLE
    return Draft("compare", pair.left, pair.right, ruling, words, pair.slot)


def joined(ground: Ground, table: str, one: str, other: str) -> Draft:
    """That two disputes ask one question, two incidents are one happening, two entities are one."""
    left, right = record_of(ground, table, one), record_of(ground, table, other)
    if left.id == right.id:
        raise UsageError(f"{one} and {other} are one already; name another to join it with")
    if isinstance(left, Dispute):
        if left.slot is not right.slot:
            raise UsageError(f"one of them differs in {left.slot}, the other in {right.slot}; they stay two")
        words = _on_sides(sided(ground, left), sided(ground, right))
        return Draft("question", left.id, right.id, Verdict.SAME, words, left.slot)
    if isinstance(left, Incident):
        told = ground.keys((*left.figures, *left.claims)), ground.keys((*right.figures, *right.claims))
        return Draft("incident", left.id, right.id, Verdict.SAME, _on_sides(told[0].values(), told[1].values()))
    if isinstance(left, Entity):
        return _two(ground, left.members, right.members, Verdict.SAME)
    raise UsageError(f"{table} are not joined; disputes, incidents and entities are")


def split(ground: Ground, table: str, id_: str, parts: Sequence[str]) -> Draft:
    """That these parts are of another one: answers of a dispute, claims and figures (ids) of an incident, one member
    (the id of a report's own entity) of an entity."""
    whole = record_of(ground, table, id_)
    if isinstance(whole, Entity):
        kept = [member for member in whole.members if member not in parts]
        if len(parts) != 1 or len(kept) != len(whole.members) - 1 or not kept:
            raise UsageError(f"name one of the members of {whole.name}, and leave another")
        return _two(ground, kept, parts, Verdict.DIFFERENT)
    if isinstance(whole, Dispute):
        apart = {number for number, side in enumerate(whole.sides) if side.answer in parts}
        places = sided(ground, whole)
        one = [place for place, side in places.items() if side not in apart]
        other = [place for place, side in places.items() if side in apart]
        kind, slot = "question", whole.slot
    elif isinstance(whole, Incident):
        told = ground.keys((*whole.figures, *whole.claims))
        one = [place for record, place in told.items() if record not in parts]
        other = [place for record, place in told.items() if record in parts]
        kind, slot = "incident", None
    else:
        raise UsageError(f"{table} are not split; disputes, incidents and entities are")
    if not one or not other:
        raise UsageError("name some of its parts, and leave some")
    return Draft(kind, whole.id, whole.id, Verdict.DIFFERENT, _on_sides(one, other), slot)


def correction(
    ground: Ground, kind: str, table: str, id_: str, value: str, entity: str | None, slot: Slot | None = None
) -> Draft:
    """That a statement has another speaker, a claim or figure another slot, words another meaning: an `entity` of the
    ledger, or a `value`."""
    record: Corrected = record_of(ground, table, id_)
    if slot is not None and slot not in FIELDS[table]:
        raise UsageError(f"{table} have no {slot} to correct; they have {', '.join(FIELDS[table])}")
    words, instead = [(key_of(record), 1)], record.id
    second = beside(record)
    if second is not None:
        words.append((Evidence.at(record.report, second), 2))
    if entity:
        whole: Entity = record_of(ground, "entities", entity)
        found = ground.found(record.report)
        here = {local.id for local in found.entities} if found else set()
        instead, named = _named(ground, sorted(whole.members, key=lambda member: member not in here))
        words.append((named, 3))
        value = whole.name
    value = " ".join(value.split())
    if not value:
        raise UsageError("say who or what it is instead")
    return Draft(kind, record.id, instead, Verdict.SAME, words, slot, value)


def slot(ground: Ground, record: str, which: Slot, value: str, entity: str | None) -> Draft:
    """That a slot of a claim or a figure is another."""
    table = "figures" if records_with(ground.connection, "figures", [record]) else "claims"
    draft = correction(ground, "slot", table, record, value, entity, which)
    slot_fields(table, which, draft.value or "", Who(None, draft.value or ""))  # refuses what no such slot can be
    return draft


def called(ground: Ground, entity: str, name: str) -> Draft:
    """That an entity is called otherwise."""
    local, words = _named(ground, record_of(ground, "entities", entity).members)
    name = " ".join(name.split())
    if not name:
        raise UsageError("say what it is called")
    return Draft("name", local, local, Verdict.SAME, [(words, 1)], None, name)


def undone(ground: Ground, judgement: str) -> Draft:
    """That a person's judgement no longer counts."""
    record: Judgement = record_of(ground, "judgements", judgement)
    if record.at is None:
        raise UsageError("only a person's judgement can be undone; confirm or reject what a program found")
    words = [(anchor.evidence, anchor.side) for anchor in record.anchors] or [(record.evidence[0], 1)]
    return Draft(UNDO, record.id, record.id, Verdict.DIFFERENT, words)


def sided(ground: Ground, dispute: Dispute) -> dict[Evidence, int]:
    """The words of the answers of a dispute, each with the number of its side, from 0."""
    found: dict[Evidence, int] = {}
    for pair in ground.pairs(dispute):
        for place, partner in (pair, pair[::-1]):
            holding = [n for n, side in enumerate(dispute.sides) if any(_holds(e, place) for e in side.evidence)]
            free = [n for n in holding if n != found.get(partner)]
            found.setdefault(place, next(iter(free or holding), len(dispute.sides)))
    return found


def _holds(evidence: Evidence, place: Evidence) -> bool:
    return evidence.report == place.report and evidence.span.overlaps(place.span)


def _on_sides(one: Iterable[Evidence], other: Iterable[Evidence]) -> list[tuple[Evidence, int]]:
    return [(place, side) for side, places in ((1, one), (2, other)) for place in list(dict.fromkeys(places))[:_MOST]]


def _two(ground: Ground, ones: Iterable[str], others: Iterable[str], verdict: Verdict) -> Draft:
    (left, one), (right, other) = _named(ground, ones), _named(ground, others)
    return Draft("entity", left, right, verdict, [(one, 1), (other, 2)])


def _named(ground: Ground, members: Iterable[str]) -> tuple[str, Evidence]:
    """One of the reports' own entities with words that name it: by its name, if that stands anywhere; the head of its
    report where none names it (an outlet)."""
    members = list(members)
    mentions = schema.MENTIONS.c
    ids = list(ground.connection.scalars(select(mentions.id).where(mentions.entity.in_(members))))
    found: list[Mention] = records_with(ground.connection, "mentions", ids)
    rank = {member: number for number, member in enumerate(members)}
    first = min(found, key=lambda m: (m.form is not MentionForm.NAME, rank[m.entity or ""], m.span.start), default=None)
    if first is not None:
        return first.entity or "", key_of(first)
    for local in records_with(ground.connection, "local_entities", members):
        text = ground.library.text(local.report) or ""
        head = text.strip().split("\n")[0][:_HEAD]
        if head:
            start = text.index(head)
            return local.id, Evidence.at(local.report, Span.of(text, start, start + len(head)))
    raise UsageError("no report names this entity, so that nothing can be fastened to it")
