"""The steps of linking a pile, in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from counterclaim.link import VERSION
from counterclaim.link.agreements import gather_agreements
from counterclaim.link.changes import gather_changes
from counterclaim.link.compare import Finding, compare_all
from counterclaim.link.disputes import gather_disputes
from counterclaim.link.entities import link_entities
from counterclaim.link.incidents.gather import gather_incidents, incident_of
from counterclaim.link.incidents.tellings import Tellings
from counterclaim.link.origins import Copies, find_copies
from counterclaim.link.pile import Pile
from counterclaim.link.processes import gather_processes
from counterclaim.link.ruled import names_given, ruled_findings, that_count, with_corrections, with_names
from counterclaim.link.scenes import scenes_of
from counterclaim.link.volumes import Begun, Sizes, Together, Whole, cut, digest_of
from counterclaim.records import Agreement, Annotations, Incident, Judgement, Links, Process, Report
from counterclaim.records.kept import Kept
from counterclaim.records.known import KnownEntity

SIZES = Sizes()


@dataclass(frozen=True, slots=True)
class _Compared:
    """What comparing the reports of a pile found."""

    copies: Copies
    findings: list[Finding]
    incidents: list[Incident]
    processes: list[Process]
    agreements: list[Agreement]


def link_pile(
    reports: Sequence[Report],
    annotations: Mapping[str, Annotations],
    judged: Sequence[Judgement],
    known: Sequence[KnownEntity] = (),
    kept: Kept | None = None,
    sizes: Sizes = SIZES,
) -> Links:
    """Origins, entities, comparisons, the disputes and agreements that follow from them, processes, changes."""
    ordered = in_order(reports)
    judged = that_count(judged, ordered)
    found, annotations = annotations, with_corrections(annotations, judged)
    volumes = cut(ordered, annotations, sizes)
    begun = None
    if len(volumes.all) > 1:
        kept = kept or Kept()
        by_id = {report.id: report for report in ordered}
        whole = Whole(by_id, annotations, _digests(ordered, annotations, found, kept), judged, known)
        begun = Begun(whole, volumes, kept, VERSION)
    entities, merges = link_entities(ordered, annotations, judged, known)
    given = names_given(entities, annotations, judged)
    pile = Pile.of(ordered, annotations, {}, with_names(entities, given))
    compared = _at_once(pile, judged) if begun is None else _in_volumes(pile, begun, given, judged)
    findings, copies, happening = compared.findings, compared.copies, incident_of(compared.incidents)
    judgements = {j.id: j for j in (*copies.judgements, *merges, *(f.judgement for f in findings))}
    return Links(
        origins=dict(copies.origins),
        entities=tuple(pile.entities.values()),
        judgements=tuple(judgements[key] for key in sorted(judgements)),
        incidents=tuple(compared.incidents),
        disputes=tuple(gather_disputes(pile, findings, judged, copies, happening)),
        agreements=tuple(compared.agreements),
        changes=tuple(gather_changes(pile, compared.processes, judged)),
        processes=tuple(compared.processes),
        compared=dict(sorted((+pile.compared).items())),
    )


def _at_once(pile: Pile, judged: Sequence[Judgement]) -> _Compared:
    """Compares all reports of a pile."""
    copies = find_copies(list(pile.reports.values()), pile.annotations)
    pile.origins.update(copies.origins)
    tellings = Tellings(pile, scenes_of(pile))
    findings = ruled_findings(pile, compare_all(pile, tellings), judged)
    incidents = list(gather_incidents(pile, tellings, copies, judged))
    processes = gather_processes(pile)
    agreements = gather_agreements(pile, findings, incident_of(incidents), tellings, processes)
    return _Compared(copies, findings, incidents, processes, list(agreements))


def _in_volumes(pile: Pile, begun: Begun, given: Mapping[str, str], judged: Sequence[Judgement]) -> _Compared:
    """Compares the reports of each volume, and puts together what they give."""
    named = {member: name for id_, name in given.items() for member in pile.entities[id_].members}
    together = Together.of(pile, begun.volumes, begun.found(named))
    copies = together.copies(pile.reports)
    pile.origins.update(copies.origins)
    pile.compared.update(together.compared)
    findings = ruled_findings(pile, together.findings, judged)
    incidents = list(together.incidents(pile, copies, judged))
    processes = gather_processes(pile, together.readings)
    return _Compared(copies, findings, incidents, processes, together.agreements(incident_of(incidents)))


def in_order(reports: Sequence[Report]) -> list[Report]:
    """Reports by their dates, undated ones last."""
    return sorted(reports, key=lambda report: (report.published or "9999", report.id))


def _digests(
    reports: Sequence[Report],
    annotations: Mapping[str, Annotations],
    found: Mapping[str, Annotations],
    kept: Kept,
) -> Mapping[str, str]:
    """A hash of each report and what was found in it: the one that is known, unless a person corrected it."""
    digests = {}
    for report in reports:
        inside = annotations.get(report.id)
        known = kept.digests.get(report.id) if inside is found.get(report.id) else None
        digests[report.id] = known or digest_of(report, inside)
    return digests
