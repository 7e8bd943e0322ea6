"""What persons judged, as linking follows it: it outranks what the program finds.

Judgements are fastened to words (`records/anchoring.py`). Here they are put on the records of a pile: corrections on
annotations, rulings on pairs of answers and of tellings.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from counterclaim.link.compare import Finding
from counterclaim.link.pile import Pile
from counterclaim.records import (
    Annotations,
    Change,
    Dispute,
    Entity,
    Evidence,
    Judgement,
    Report,
    Slot,
    Status,
    Verdict,
)
from counterclaim.records.anchoring import Library, Places, change_of, in_effect, key_of, parts
from counterclaim.records.corrections import CORRECTED, corrected, corrections, named_in

NO_PLACES: Mapping[Evidence, frozenset[int]] = {}


def that_count(judged: Iterable[Judgement], reports: Iterable[Report]) -> list[Judgement]:
    """The judgements that are in effect, the latest first, with their anchors where the words now stand."""
    library = Library.of(reports)
    return [library.settled(judgement) for judgement in in_effect(judged)]


def with_corrections(annotations: Mapping[str, Annotations], judged: Sequence[Judgement]) -> Mapping[str, Annotations]:
    """Annotations with what persons put in the place of what was found."""
    if not any(judgement.kind in CORRECTED for judgement in judged):
        return annotations
    by_record = corrections(judged, annotations.get)
    touched = {a.report for j in judged if j.kind in CORRECTED for a in j.anchors if a.side == 1}
    return {id_: corrected(found, by_record) if id_ in touched else found for id_, found in annotations.items()}


def names_given(
    entities: Sequence[Entity], annotations: Mapping[str, Annotations], judged: Sequence[Judgement]
) -> dict[str, str]:
    """The names that persons gave to entities, by id; of two the later."""
    named = named_in(annotations.get)
    given: dict[str, str] = {}
    for judgement in judged:
        for anchor in judgement.anchors if judgement.kind == "name" else ():
            local = named(anchor)
            if local is not None and judgement.value:
                given.setdefault(local, judgement.value)
    if not given:
        return {}
    found = ((entity.id, next((given[m] for m in entity.members if m in given), None)) for entity in entities)
    return {id_: name for id_, name in found if name}


def with_names(entities: Sequence[Entity], given: Mapping[str, str]) -> list[Entity]:
    """Entities under the names that persons gave them."""
    return [_named(entity, given.get(entity.id)) for entity in entities] if given else list(entities)


def _named(entity: Entity, name: str | None) -> Entity:
    return replace(entity, name=name, names=tuple(dict.fromkeys([name, *entity.names]))) if name else entity


@dataclass(slots=True)
class Rulings:
    """The rulings of one kind, the latest first, on the records of a pile: what was said of two of them."""

    pile: Pile
    judged: list[tuple[Judgement, dict[Evidence, frozenset[int]]]]
    _keys: dict[str, Evidence] = field(default_factory=dict)
    _spoken_of: frozenset[Evidence] = frozenset()

    @classmethod
    def of(cls, pile: Pile, judged: Sequence[Judgement], kind: str, records: Iterable[str]) -> Rulings:
        """The rulings of this kind, among these records (claims, figures, statements)."""
        mine = [judgement for judgement in judged if judgement.kind == kind]
        keys = {record: _key(pile, record) for record in records} if mine else {}
        places = Places(keys.values())
        found = [(judgement, places.sides(judgement)) for judgement in mine]
        return cls(pile, found, keys, frozenset(place for _, sides in found for place in sides))

    def __bool__(self) -> bool:
        return bool(self.judged)

    def on(self, left: str, right: str, slot: Slot | None = None) -> Judgement | None:
        """The latest ruling on two records, as answers that differ in `slot`."""
        if not self.judged:
            return None
        one, other = self._keys[left], self._keys[right]
        if one not in self._spoken_of or other not in self._spoken_of:
            return None
        for judgement, sides in self.judged:
            if (judgement.slot is None or slot is None or judgement.slot is slot) and parts(sides, one, other):
                return judgement
        return None

    def pairs(self, verdict: Verdict, slot: Slot | None = None) -> Iterator[tuple[str, str]]:
        """Two records, one of each side, for each ruling with this verdict: enough to hold the sides together."""
        at: dict[Evidence, list[str]] = defaultdict(list)
        for record in sorted(self._keys):
            at[self._keys[record]].append(record)
        for judgement, sides in self.judged:
            if judgement.verdict is verdict and (slot is None or judgement.slot in (None, slot)):
                records = [(min(found), record) for place, found in sides.items() for record in at[place]]
                first = [record for side, record in sorted(records) if side == 1]
                second = [record for side, record in sorted(records) if side != 1]
                if first and second:
                    yield from ((first[0], record) for record in (*first[1:], *second))


def _key(pile: Pile, record: str) -> Evidence:
    return key_of(pile.claims.get(record) or pile.figures.get(record) or pile.statements[record])


def ruled_findings(pile: Pile, findings: Sequence[Finding], judged: Sequence[Judgement]) -> list[Finding]:
    """Findings with the verdicts that persons gave: a near miss that is a conflict, a conflict that is none. The
    reasons say who ruled so."""
    records = {answer.record for f in findings for answer in (f.left, f.right)}
    rulings = Rulings.of(pile, judged, "compare", records)
    if not rulings:
        return list(findings)
    return [_ruled(finding, rulings) for finding in findings]


def _ruled(finding: Finding, rulings: Rulings) -> Finding:
    judgement = finding.judgement
    ruling = rulings.on(finding.left.record, finding.right.record, judgement.slot)
    if ruling is None or ruling.verdict is judgement.verdict:
        return finding
    reasons = (f"{ruling.by} says so: {ruling.reasons[0]}", *judgement.reasons)
    return replace(finding, judgement=replace(judgement, verdict=ruling.verdict, reasons=reasons))


@dataclass(slots=True)
class RuledDisputes:
    """What persons said of disputes, for gathering those of one pile."""

    status: Rulings
    question: Rulings
    compare: Rulings
    by_id: dict[str, Judgement]

    @classmethod
    def of(cls, pile: Pile, findings: Sequence[Finding], judged: Sequence[Judgement]) -> RuledDisputes:
        """The rulings on these findings. A judgement that is fastened to no words (an earlier version made it) is on
        the dispute whose id or alias it names."""
        records = {answer.record for f in findings for answer in (f.left, f.right)}
        status, question, compare = (Rulings.of(pile, judged, k, records) for k in ("dispute", "question", "compare"))
        by_id = {j.left: j for j in reversed(judged) if j.kind == "dispute" and not j.anchors}
        return cls(status, question, compare, by_id)

    def conflicts(self, conflicts: Sequence[Finding]) -> list[Finding]:
        """The conflicts without those whose answers a person says belong to two questions."""
        return [f for f in conflicts if not _is(self.question, f, Verdict.DIFFERENT)]

    def joined(self, slot: Slot, records: Iterable[str]) -> list[tuple[str, str]]:
        """Answers that a person says belong to one question."""
        here = set(records)
        return [pair for pair in self.question.pairs(Verdict.SAME, slot) if here.issuperset(pair)]

    def together(self, pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
        """Pairs of answers without those that a person says belong to two questions."""
        rulings = self.question
        return [p for p in pairs if not (r := rulings.on(*p)) or r.verdict is not Verdict.DIFFERENT]

    def rejected(self, finding: Finding) -> bool:
        """Whether a person says that these two answers are no dispute."""
        return _is(self.status, finding, Verdict.DIFFERENT)

    def status_of(self, conflicts: Sequence[Finding], ids: Sequence[str]) -> Status:
        """The status of a dispute of these conflicts, under these ids."""
        named = next((self.by_id[id_] for id_ in ids if id_ in self.by_id), None)
        if named is not None:
            return Status.CONFIRMED if named.verdict is Verdict.SAME else Status.REJECTED
        if all(self.rejected(finding) for finding in conflicts):
            return Status.REJECTED
        said = (_is(self.status, f, Verdict.SAME) or _is(self.compare, f, Verdict.CONFLICT) for f in conflicts)
        return Status.CONFIRMED if any(said) else Status.SUGGESTED


def _is(rulings: Rulings, finding: Finding, verdict: Verdict) -> bool:
    ruling = rulings.on(finding.left.record, finding.right.record, finding.judgement.slot)
    return ruling is not None and ruling.verdict is verdict


def with_aliases(dispute: Dispute, ids: Iterable[str]) -> Dispute:
    """A dispute that is also found under these ids."""
    return replace(dispute, aliases=tuple(dict.fromkeys([*dispute.aliases, *(i for i in ids if i != dispute.id)])))


def ruled_changes(changes: Sequence[Change], judged: Sequence[Judgement]) -> list[Change]:
    """Changes of position with the status that persons gave them."""
    mine = [judgement for judgement in judged if judgement.kind == "change"]
    if not mine:
        return list(changes)
    status: dict[str, Status] = {}
    for judgement in mine:
        change = change_of(judgement, changes)
        if change is not None:
            status.setdefault(change.id, Status.CONFIRMED if judgement.verdict is Verdict.SAME else Status.REJECTED)
    return [replace(change, status=status.get(change.id, change.status)) for change in changes]
