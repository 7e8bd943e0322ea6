"""What each person's judgement is on at present, kept in the table `anchored`, and the statuses that follow.

Judgements are fastened to words (`records/anchoring.py`). Whenever one is added, and whenever links are written, this
module finds the records that these words are now, and writes the status of disputes and changes. A judgement whose
words mean nothing any more has no row: it is orphaned.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, delete, select, update

from counterclaim.records import (
    Annotations,
    Change,
    Dispute,
    Evidence,
    Judgement,
    Status,
    Verdict,
)
from counterclaim.records.anchoring import UNDO, Library, Places, Told, change_of, in_effect, key_of, parts
from counterclaim.records.corrections import CORRECTED, corrected_record, local_of
from counterclaim.store import schema
from counterclaim.store.rows import add_rows, all_records, chunks, records_with
from counterclaim.store.schema import ANNOTATED

#: A table and the id of a record in it.
Target = tuple[str, str]
_FIELDS = {name: "entities" if name == "local_entities" else name for name in ANNOTATED}


class Ground:
    """What judgements can be on in one ledger: looked up as it is asked for, each report and record once."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.found: Callable[[str], Annotations | None] = cache(self._found)
        self._text = cache(self._read_text)
        self.library = Library(self._text, cache(self._alike))
        self._keys: dict[str, Evidence] = {}
        self._disputes: dict[str, list[str]] | None = None

    def _read_text(self, report: str) -> str | None:
        return self.connection.scalar(select(schema.REPORTS.c.text).where(schema.REPORTS.c.id == report))

    def _alike(self, sha256: str) -> Sequence[str]:
        reports = schema.REPORTS.c
        return list(self.connection.scalars(select(reports.id).where(reports.sha256 == sha256).order_by(reports.id)))

    def _found(self, report: str) -> Annotations | None:
        if self._text(report) is None:
            return None
        return annotations_of(self.connection, report)

    def keys(self, records: Iterable[str]) -> dict[str, Evidence]:
        """The words of claims, figures and statements, by their ids, as far as they are there."""
        wanted = list(dict.fromkeys(records))
        missing = [id_ for id_ in wanted if id_ not in self._keys]
        for name in ("claims", "figures", "statements"):
            self._keys |= {one.id: key_of(one) for one in records_with(self.connection, name, missing)}
        return {id_: self._keys[id_] for id_ in wanted if id_ in self._keys}

    def entity(self, judgement: Judgement, side: int) -> str | None:
        """The entity of the ledger that a side of a judgement names."""
        local = local_of(judgement, side, self.found)
        if local is None:
            return None
        return self.connection.scalar(select(schema.MEMBERS.c.entity).where(schema.MEMBERS.c.local == local)) or local

    def pairs(self, dispute: Dispute) -> list[tuple[Evidence, Evidence]]:
        """The pairs of answers of a dispute that were found to differ, by the words of each; where it names no
        comparison, the words of its sides."""
        compared = [(j.left, j.right) for j in records_with(self.connection, "judgements", dispute.judgements)]
        keys = self.keys(id_ for pair in compared for id_ in pair)
        known = [(keys[left], keys[right]) for left, right in compared if left in keys and right in keys]
        if known:
            return known
        sides = [side.evidence for side in dispute.sides]
        return [
            (one, other)
            for number, side in enumerate(sides)
            for following in sides[number + 1 :]
            for one in side
            for other in following
        ]

    def disputes_of(self, compared: str) -> list[str]:
        """The ids of the disputes that follow from a comparison; with "" those that name none."""
        if self._disputes is None:
            self._disputes = defaultdict(list)
            disputes = schema.DISPUTES.c
            for id_, judgements in self.connection.execute(select(disputes.id, disputes.judgements)):
                for judgement in json.loads(judgements) or [""]:
                    self._disputes[judgement].append(id_)
        return self._disputes.get(compared, [])

    def compared(self, left: str, right: str) -> list[Judgement]:
        """What programs judged of two records."""
        judgements = schema.JUDGEMENTS.c
        where = (judgements.kind == "compare", judgements.person.is_(False))
        pair = [left, right]
        either = (judgements.left.in_(pair), judgements.right.in_(pair))
        found = all_records(self.connection, "judgements", *where, *either)
        return [one for one in found if {one.left, one.right} == set(pair)]


def annotations_of(connection: Connection, report: str) -> Annotations:
    """What was found in a report, as it was found."""
    records: dict[str, Any] = {}
    for name, field in _FIELDS.items():
        table = schema.METADATA.tables[name]
        records[field] = tuple(all_records(connection, name, table.c.report == report))
    return Annotations(report, **records)


def targets(ground: Ground, judgement: Judgement) -> list[Target]:
    """What a judgement is on at present: nothing where it is orphaned."""
    judgement = ground.library.settled(judgement)
    find = _FINDERS.get(judgement.kind)
    return sorted(set(find(ground, judgement))) if find else []


def _of_dispute(ground: Ground, judgement: Judgement) -> Iterator[Target]:
    if not judgement.anchors:
        aliases = schema.ALIASES.c
        led = select(aliases.record).where(aliases.kind == "disputes", aliases.alias == judgement.left)
        ids = [judgement.left, *ground.connection.scalars(led)]
        yield from (("disputes", one.id) for one in records_with(ground.connection, "disputes", ids))
        return
    held = False
    for dispute in _near(ground, judgement):
        pairs = ground.pairs(dispute)
        sides = Places(place for pair in pairs for place in pair).sides(judgement)
        if any(parts(sides, *pair) for pair in pairs):
            held = True
            yield "disputes", dispute.id
    # That two answers are no dispute holds as well where they are none, or only others of their dispute differ.
    if not held and judgement.verdict is Verdict.DIFFERENT:
        yield from _of_answers(ground, judgement)


def _of_answers(ground: Ground, judgement: Judgement) -> Iterator[Target]:
    """The disputes that the answers of a judgement are in, or their records, if answers of two sides are there."""
    at = _at_anchors(ground, judgement)
    sides = Places(place for _, place in at).sides(judgement)
    if len({side for found in sides.values() for side in found}) < 2:
        return
    answers = {record for record, place in at if place in sides}
    within = [d.id for d in _near(ground, judgement) if any(p in sides for pair in ground.pairs(d) for p in pair)]
    if within:
        yield from (("disputes", id_) for id_ in within)
        return
    for table in ("claims", "figures", "statements"):
        yield from ((table, one.id) for one in records_with(ground.connection, table, sorted(answers)))


def _of_question(ground: Ground, judgement: Judgement) -> Iterator[Target]:
    if judgement.verdict is Verdict.DIFFERENT:
        yield from _of_answers(ground, judgement)
        return
    found: dict[int, set[str]] = defaultdict(set)
    for dispute in _near(ground, judgement):
        places = Places(place for pair in ground.pairs(dispute) for place in pair)
        for sides in places.sides(judgement).values():
            for side in sides:
                found[side].add(dispute.id)
    if len(found) > 1:
        yield from (("disputes", id_) for ids in found.values() for id_ in ids)


def _near(ground: Ground, judgement: Judgement) -> list[Dispute]:
    """The disputes of the judged slot between records that stand where the judgement is fastened."""
    records = [record for record, _ in _at_anchors(ground, judgement)]
    judgements = schema.JUDGEMENTS.c
    compared: set[str] = set()
    for part in chunks(records):
        for column in (judgements.left, judgements.right):
            compared.update(ground.connection.scalars(select(judgements.id).where(column.in_(part))))
    ids = sorted({id_ for one in ("", *sorted(compared)) for id_ in ground.disputes_of(one)})
    disputes = records_with(ground.connection, "disputes", ids)
    return [dispute for dispute in disputes if judgement.slot in (None, dispute.slot)]


def _at_anchors(ground: Ground, judgement: Judgement) -> list[tuple[str, Evidence]]:
    """The claims, figures and statements of the reports that a judgement is fastened in, which stand where it is."""
    keys: list[tuple[str, Evidence]] = []
    for report in sorted({anchor.report for anchor in judgement.anchors}):
        found = ground.found(report)
        if found is not None:
            told: list[Told] = [*found.claims, *found.figures, *found.statements]
            keys += [(one.id, key_of(one)) for one in told]
    at = {
        place
        for anchor in judgement.anchors
        for _, place in keys
        if place.report == anchor.report and place.span.overlaps(anchor.evidence.span)
    }
    return [(record, place) for record, place in keys if place in at]


def _of_change(ground: Ground, judgement: Judgement) -> Iterator[Target]:
    change: Change | None = change_of(judgement, all_records(ground.connection, "changes"))
    if change is not None:
        yield "changes", change.id


def _of_entity(ground: Ground, judgement: Judgement) -> Iterator[Target]:
    if not judgement.anchors:
        members = schema.MEMBERS.c
        both = select(members.entity).where(members.local.in_([judgement.left, judgement.right]))
        found = [(("entities"), id_) for id_ in ground.connection.scalars(both)]
        yield from found if len(found) == 2 else ()
        return
    one, other = ground.entity(judgement, 1), ground.entity(judgement, 2)
    if one is not None and other is not None:
        yield from (("entities", one), ("entities", other))


def _of_name(ground: Ground, judgement: Judgement) -> Iterator[Target]:
    entity = ground.entity(judgement, 1)
    if entity is not None:
        yield "entities", entity


def _of_pair(ground: Ground, judgement: Judgement) -> tuple[list[str], list[str]]:
    """The records that the two sides of a judgement are: claims, figures or statements of the same words."""
    at = _at_anchors(ground, judgement)
    sides = Places(place for _, place in at).sides(judgement)
    one, other = ([record for record, place in at if side in sides.get(place, ())] for side in (1, 2))
    return one, other


def _of_incident(ground: Ground, judgement: Judgement) -> Iterator[Target]:
    both = _of_pair(ground, judgement)
    if not all(both):
        return
    incident_of = schema.INCIDENT_CLAIMS.c
    incidents: set[str] = set()
    for records in both:
        incidents.update(ground.connection.scalars(select(incident_of.incident).where(incident_of.claim.in_(records))))
        figures = records_with(ground.connection, "figures", records)
        claims = [figure.claim for figure in figures if figure.claim]
        incidents.update(ground.connection.scalars(select(incident_of.incident).where(incident_of.claim.in_(claims))))
    if incidents:
        yield from (("incidents", id_) for id_ in incidents)
    else:
        yield from (("claims", one.id) for one in records_with(ground.connection, "claims", [*both[0], *both[1]]))
        yield from (("figures", one.id) for one in records_with(ground.connection, "figures", [*both[0], *both[1]]))


def _of_compare(ground: Ground, judgement: Judgement) -> Iterator[Target]:
    for left in _of_pair(ground, judgement)[0]:
        for right in _of_pair(ground, judgement)[1]:
            for compared in ground.compared(left, right):
                if judgement.slot in (None, compared.slot):
                    yield "judgements", compared.id
                    yield from (("disputes", id_) for id_ in ground.disputes_of(compared.id))


def _of_correction(ground: Ground, judgement: Judgement) -> Iterator[Target]:
    for table in CORRECTED[judgement.kind]:
        record = corrected_record(judgement, table, ground.found)
        if record is not None:
            yield table, record.id
            return


def _of_undo(ground: Ground, judgement: Judgement) -> Iterator[Target]:
    yield from (("judgements", one.id) for one in records_with(ground.connection, "judgements", [judgement.left]))


_FINDERS: Mapping[str, Callable[[Ground, Judgement], Iterator[Target]]] = {
    "dispute": _of_dispute,
    "question": _of_question,
    "change": _of_change,
    "entity": _of_entity,
    "name": _of_name,
    "incident": _of_incident,
    "compare": _of_compare,
    "speaker": _of_correction,
    "slot": _of_correction,
    "mention": _of_correction,
    UNDO: _of_undo,
}


def persons(connection: Connection) -> list[Judgement]:
    """All judgements of people, by when they were made."""
    made = all_records(connection, "judgements", schema.JUDGEMENTS.c.person)
    return sorted(made, key=lambda one: (one.at or "", one.id))


def anchor_all(connection: Connection) -> None:
    """Anchors all judgements of people anew, links having been written that know of them, and writes the statuses."""
    ground = Ground(connection)
    judged = persons(connection)
    connection.execute(delete(schema.ANCHORED))
    for judgement in judged:
        _put(connection, judgement, targets(ground, judgement), linked=True)
    ids = {id_ for _, id_ in connection.execute(select(schema.ANCHORED.c.kind, schema.ANCHORED.c.record))}
    write_statuses(ground, judged, sorted(ids))


def anchor_one(connection: Connection, judgement: Judgement) -> list[Target]:
    """Anchors a judgement that was just added, and writes the statuses that follow from it. What it is on."""
    ground = Ground(connection)
    found = targets(ground, judgement)
    _put(connection, judgement, found, linked=False)
    touched = {id_ for _, id_ in found}
    if judgement.kind == UNDO:
        of_undone = select(schema.ANCHORED.c.record).where(schema.ANCHORED.c.judgement == judgement.left)
        touched |= set(connection.scalars(of_undone))
        undone = records_with(connection, "judgements", [judgement.left])
        while undone and undone[0].kind == UNDO:
            of_undone = select(schema.ANCHORED.c.record).where(schema.ANCHORED.c.judgement == undone[0].left)
            touched |= set(connection.scalars(of_undone))
            undone = records_with(connection, "judgements", [undone[0].left])
    write_statuses(ground, persons(connection), sorted(touched))
    return found


def _put(connection: Connection, judgement: Judgement, found: Iterable[Target], *, linked: bool) -> None:
    rows = [{"judgement": judgement.id, "kind": kind, "record": id_, "linked": linked} for kind, id_ in found]
    add_rows(connection, schema.ANCHORED, rows)


def write_statuses(ground: Ground, judged: Sequence[Judgement], records: Sequence[str]) -> None:
    """Writes the status of those disputes and changes that are among `records`, as people judged them."""
    counting = [ground.library.settled(one) for one in in_effect(judged)]
    for dispute in records_with(ground.connection, "disputes", records):
        status = _status(ground, dispute, counting)
        where = schema.DISPUTES.c.id == dispute.id
        ground.connection.execute(update(schema.DISPUTES).where(where).values(status=status.value))
    of_change = [one for one in counting if one.kind == "change"]
    changes: list[Change] = list(all_records(ground.connection, "changes")) if of_change or records else []
    ruled: dict[str, Status] = {change.id: Status.SUGGESTED for change in changes if change.id in records}
    for judgement in reversed(of_change):
        change = change_of(judgement, changes)
        if change is not None:
            ruled[change.id] = Status.CONFIRMED if judgement.verdict is Verdict.SAME else Status.REJECTED
    for id_, status in ruled.items():
        where = schema.CHANGES.c.id == id_
        ground.connection.execute(update(schema.CHANGES).where(where).values(status=status.value))


def _status(ground: Ground, dispute: Dispute, counting: Sequence[Judgement]) -> Status:
    """Rejected where a person rejects every pair of its answers, confirmed where one confirms some."""
    mine = [one for one in counting if one.kind in ("dispute", "compare") and one.slot in (None, dispute.slot)]
    names = {dispute.id, *dispute.aliases}
    named = next((one for one in mine if one.kind == "dispute" and not one.anchors and one.left in names), None)
    if named is not None:
        return Status.CONFIRMED if named.verdict is Verdict.SAME else Status.REJECTED
    pairs = ground.pairs(dispute)
    places = Places(place for pair in pairs for place in pair)
    ruled = [(one, places.sides(one)) for one in mine if one.anchors]
    said = [next((one for one, sides in ruled if parts(sides, *pair)), None) for pair in pairs]
    if all(one is not None and one.verdict not in (Verdict.SAME, Verdict.CONFLICT) for one in said):
        return Status.REJECTED
    yes = any(one is not None and one.verdict in (Verdict.SAME, Verdict.CONFLICT) for one in said)
    return Status.CONFIRMED if yes else Status.SUGGESTED
