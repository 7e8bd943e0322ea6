"""The pile of one volume, and what it says put into the words of the whole ledger.

Inside a volume it is settled from its own reports which of their names mean one entity, and what that is called. So
what a volume finds depends on its own reports and on what persons and a file of known entities say: that is its key.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import msgspec

from counterclaim.link.entities import link_entities
from counterclaim.link.origins import Copies, find_copies
from counterclaim.link.pile import Pile
from counterclaim.link.ruled import with_names
from counterclaim.link.volumes.cut import Volume
from counterclaim.records import Annotations, Entity, Judgement, Report, Who
from counterclaim.records.known import KnownEntity

#: The kinds of judgements of persons that a volume follows; with other kinds, its results are judged afterwards.
_FOLLOWED = frozenset({"entity", "incident", "compare"})
_JSON = msgspec.json.Encoder(order="deterministic")


def digest_of(report: Report, annotations: Annotations | None) -> str:
    """A hash of all that linking can look at in a report and what was found in it."""
    return hashlib.sha256(_JSON.encode([replace(report, path=None, row=None), annotations])).hexdigest()


@dataclass(frozen=True, slots=True)
class Whole:
    """What volumes are made of: the pile of all reports, a hash of each (`digests`), what persons judged (the latest
    first), what a file of known entities holds, and the names that persons gave to entities of the ledger, by id."""

    pile: Pile
    digests: Mapping[str, str]
    judged: Sequence[Judgement] = ()
    known: Sequence[KnownEntity] = ()
    given: Mapping[str, str] = field(default_factory=dict)

    def outside(self) -> Outside:
        """Puts what any volume calls entities into what the ledger calls them."""
        return Outside({member: entity for entity in self.pile.entities.values() for member in entity.members})


@dataclass(frozen=True, slots=True)
class Inside:
    """One volume, with what persons judged of it and the names they gave to its entities, by the reports' own."""

    whole: Whole
    volume: Volume
    judged: tuple[Judgement, ...]
    given: Mapping[str, str]

    @classmethod
    def of(cls, whole: Whole, volume: Volume) -> Inside:
        """The volume as it is seen from inside."""
        judged = tuple(j for j in whole.judged if j.kind in _FOLLOWED and not _reports(j).isdisjoint(volume.reports))
        own = (
            {
                one.id
                for r in volume.reports
                if r in whole.pile.annotations
                for one in whole.pile.annotations[r].entities
            }
            if whole.given
            else set()
        )
        given = {
            member: name
            for id_, name in whole.given.items()
            for member in whole.pile.entities[id_].members
            if member in own
        }
        return cls(whole, volume, judged, given)

    def key(self, version: str) -> str:
        """A hash of all that what `version` of linking finds in this volume depends on."""
        own = self.volume.home
        reports = [[report, self.whole.digests[report], report in own] for report in self.volume.reports]
        said = [self.judged, list(self.whole.known), self.given]
        return hashlib.sha256(_JSON.encode([version, reports, said])).hexdigest()

    def pile(self) -> tuple[Pile, Copies]:
        """The pile of this volume's reports alone, and which of them are copies."""
        whole = self.whole.pile
        reports = [whole.reports[report] for report in self.volume.reports]
        annotations = {report.id: whole.annotations[report.id] for report in reports if report.id in whole.annotations}
        copies = find_copies(reports, annotations)
        entities, _ = link_entities(reports, annotations, self.judged, self.whole.known)
        given = {e.id: name for e in entities if (name := next(filter(None, map(self.given.get, e.members)), None))}
        return Pile.of(reports, annotations, dict(copies.origins), with_names(entities, given)), copies


def _reports(judgement: Judgement) -> set[str]:
    """The reports that a judgement is on."""
    return {piece.report for piece in (*(anchor.evidence for anchor in judgement.anchors), *judgement.evidence)}


@dataclass(frozen=True, slots=True)
class Outside:
    """The entities of the ledger by those of reports, after which volumes name theirs."""

    entities: Mapping[str, Entity]

    def who(self, who: Who) -> Who:
        """Somebody as the ledger names them."""
        entity = self.entities.get(who.entity or "")
        return replace(who, entity=entity.id, name=entity.name) if entity else who

    def id(self, key: str) -> str:
        """A key, which may be the id of an entity."""
        entity = self.entities.get(key)
        return entity.id if entity else key
