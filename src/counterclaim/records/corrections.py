"""What persons put in the place of what a program found in a report: speakers, slots, whom words mean.

What was found stays as it is; whoever gives a record out, or links it, puts a correction over it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from counterclaim.records.anchoring import the_one
from counterclaim.records.anchors import Anchor
from counterclaim.records.annotation import Annotations, Claim, Figure, Mention, Statement
from counterclaim.records.enums import Polarity, Slot
from counterclaim.records.errors import UsageError
from counterclaim.records.link import Judgement
from counterclaim.records.spans import Who
from counterclaim.records.timex import date_span

#: The kinds of judgements that correct what was found, with the tables of what they correct.
CORRECTED: Mapping[str, tuple[str, ...]] = {
    "speaker": ("statements",),
    "slot": ("claims", "figures"),
    "mention": ("mentions",),
}
#: The slots that a person can correct, by table, with the field that each is.
FIELDS: Mapping[str, Mapping[Slot, str]] = {
    "claims": {
        Slot.AGENT: "agent",
        Slot.PATIENT: "patient",
        Slot.PLACE: "place",
        Slot.TIME: "time",
        Slot.POLARITY: "polarity",
    },
    "figures": {Slot.COUNT: "best", Slot.AGENT: "by", Slot.PLACE: "place", Slot.TIME: "as_of"},
}
_COUNT = re.compile(r"(\d+|-)/(\d+|-)/(\d+|-)")
Corrected = Statement | Claim | Figure | Mention
R = TypeVar("R", Statement, Claim, Figure, Mention)
#: Gives what was found in a report, by its id; None where there is no such report.
Found = Callable[[str], Annotations | None]


@dataclass(frozen=True, slots=True)
class Correction:
    """One record's fields as a person has them, with the judgements by which they did."""

    fields: Mapping[str, Any]
    judgements: tuple[str, ...]

    def put(self, record: R) -> R:
        """The record with these fields."""
        return replace(record, **self.fields)


def count_of(value: str) -> tuple[float | None, float | None, float | None]:
    """The bounds that a person gives for a count, written "low/best/high" with "-" for one that is not known.

    Raises `UsageError` for anything else.
    """
    match = _COUNT.fullmatch(value)
    bounds = [None if part == "-" else float(part) for part in match.groups()] if match else []
    known = [bound for bound in bounds if bound is not None]
    if not known or known != sorted(known):
        raise UsageError(f'"{value}" is no count; write low/best/high with - for what is not known, as in 31/31/-')
    return bounds[0], bounds[1], bounds[2]


def fields_of(table: str, judgement: Judgement, found: Found) -> dict[str, Any]:
    """The fields of a record of `table` that a judgement corrects. Raises `UsageError` for a value that it
    cannot have."""
    value = judgement.value or ""
    who = Who(local_of(judgement, 3, found), value)
    if judgement.kind == "speaker":
        return {"sources": (who,)}
    if judgement.kind == "mention":
        return {"entity": who.entity}
    return slot_fields(table, judgement.slot, value, who)


def slot_fields(table: str, slot: Slot | None, value: str, who: Who) -> dict[str, Any]:
    """The fields by which a slot of a record of `table` is `value`, or `who`. Raises `UsageError` where it cannot."""
    field = FIELDS[table].get(slot) if slot else None
    if field is None:
        raise UsageError(f"{table} have no {slot} to correct; they have {', '.join(FIELDS[table])}")
    if field == "best":
        low, best, high = count_of(value)
        return {"low": low, "best": best, "high": high, "approximate": False}
    if field == "polarity":
        if value not in list(Polarity):
            raise UsageError(f'"{value}" is no polarity; it is one of {", ".join(Polarity)}')
        return {"polarity": Polarity(value)}
    if field in ("time", "as_of"):
        if date_span(value) is None:
            raise UsageError(f'"{value}" is no date; write 2020-11-16, 2020-11 or 2020')
        return {"time": value, "time_id": None} if field == "time" else {"as_of": value}
    return {field: (who,) if table == "claims" else who}


def corrections(judged: Iterable[Judgement], found: Found) -> dict[str, Correction]:
    """What the judgements that count (`anchoring.in_effect`, the latest first) correct, by the record's id; of two on
    one field the later. `found` gives the annotations of a report by its id."""
    fields: dict[str, dict[str, Any]] = defaultdict(dict)
    by: dict[str, list[str]] = defaultdict(list)
    for judgement in judged:
        for table in CORRECTED.get(judgement.kind, ()):
            record = corrected_record(judgement, table, found)
            if record is None:
                continue
            new = {
                name: value
                for name, value in fields_of(table, judgement, found).items()
                if name not in fields[record.id]
            }
            fields[record.id] |= new
            by[record.id] += [judgement.id] if new else []
            break  # a slot is one of a claim or of a figure
    return {id_: Correction(fields[id_], tuple(by[id_])) for id_ in fields}


def corrected_record(judgement: Judgement, table: str, found: Found) -> Corrected | None:
    """The record of `table` that a judgement corrects, if it is there."""
    report = next((a.report for a in judgement.anchors if a.side == 1), None)
    annotations = found(report) if report else None
    if annotations is None or (judgement.kind == "slot" and judgement.slot not in FIELDS[table]):
        return None
    records: Sequence[Any] = getattr(annotations, table)
    one: Corrected | None = the_one(judgement, records)
    return one


def corrected(found: Annotations, by_record: Mapping[str, Correction]) -> Annotations:
    """What was found in a report, with what persons put in its place."""

    def put(records: tuple[R, ...]) -> tuple[R, ...]:
        return tuple(by_record[one.id].put(one) if one.id in by_record else one for one in records)

    return replace(
        found,
        mentions=put(found.mentions),
        statements=put(found.statements),
        claims=put(found.claims),
        figures=put(found.figures),
    )


def named_in(found: Found) -> Callable[[Anchor], str | None]:
    """Says which of the reports' own entities is named at an anchor, by the mentions of its report."""

    def named(anchor: Anchor) -> str | None:
        annotations = found(anchor.report)
        mentions = annotations.mentions if annotations else ()
        same = [m for m in mentions if m.entity and m.span == anchor.evidence.span]
        near = same or [m for m in mentions if m.entity and m.span.overlaps(anchor.evidence.span)]
        entities = {m.entity for m in near}
        return entities.pop() if len(entities) == 1 else None

    return named


def local_of(judgement: Judgement, side: int, found: Found) -> str | None:
    """Which of the reports' own entities a side of a judgement names: the one that its words mean. One that its report
    does not name (the outlet itself) is known by its id."""
    named = named_in(found)
    for anchor in judgement.anchors:
        if anchor.side != side:
            continue
        id_ = judgement.left if side == 1 else judgement.right
        annotations = found(anchor.report)
        here = annotations is not None and any(local.id == id_ for local in annotations.entities)
        if annotations and here and not any(mention.entity == id_ for mention in annotations.mentions):
            return id_
        entity = named(anchor)
        if entity is not None:
            return entity
    return None
