"""What one volume is made of, and its name for that.

Inside a volume it is settled from its own reports which of their names mean one entity, and what that is called. So
what a volume finds depends on its own reports and on what persons and a file of known entities say: that is its key.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import msgspec

from counterclaim.link.volumes.cut import Volume
from counterclaim.link.volumes.errand import Errand
from counterclaim.records import Annotations, Judgement, Report
from counterclaim.records.known import KnownEntity

#: The kinds of judgements of persons that a volume follows; with other kinds, its results are judged afterwards.
_FOLLOWED = frozenset({"entity", "incident", "compare"})
_JSON = msgspec.json.Encoder(order="deterministic")


def digest_of(report: Report, annotations: Annotations | None) -> str:
    """A hash of all that linking can look at in a report and what was found in it."""
    return hashlib.sha256(_JSON.encode([replace(report, path=None, row=None), annotations])).hexdigest()


@dataclass(frozen=True, slots=True)
class Whole:
    """What volumes are made of: all reports and what was found in them by id, a hash of each (`digests`), what persons
    judged (the latest first), what a file of known entities holds, and the names that persons gave to entities of the
    ledger, by the reports' own entities that these are."""

    reports: Mapping[str, Report]
    annotations: Mapping[str, Annotations]
    digests: Mapping[str, str]
    judged: Sequence[Judgement] = ()
    known: Sequence[KnownEntity] = ()
    given: Mapping[str, str] = field(default_factory=dict)


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
        given: dict[str, str] = {}
        if whole.given:
            found = (whole.annotations[report] for report in volume.reports if report in whole.annotations)
            own = sorted(local.id for inside in found for local in inside.entities)
            given = {local: whole.given[local] for local in own if local in whole.given}
        return cls(whole, volume, judged, given)

    def key(self, version: str) -> str:
        """A hash of all that what `version` of linking finds in this volume depends on."""
        own = self.volume.home
        reports = [[report, self.whole.digests[report], report in own] for report in self.volume.reports]
        said = [self.judged, list(self.whole.known), self.given]
        return hashlib.sha256(_JSON.encode([version, reports, said])).hexdigest()

    def packed(self) -> bytes:
        """All that is needed to find what is in it (`errand.find`), by whichever process does."""
        whole, ids = self.whole, self.volume.reports
        return Errand(
            reports=tuple(whole.reports[report] for report in ids),
            annotations=tuple(whole.annotations[report] for report in ids if report in whole.annotations),
            home=tuple(report for report in ids if report in self.volume.home),
            judged=self.judged,
            known=tuple(whole.known),
            given=dict(self.given),
            guests=dict(self.volume.guests),
            reach=self.volume.reach,
        ).to_bytes()


def _reports(judgement: Judgement) -> set[str]:
    """The reports that a judgement is on."""
    return {piece.report for piece in (*(anchor.evidence for anchor in judgement.anchors), *judgement.evidence)}
