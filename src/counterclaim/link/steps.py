"""The steps of linking a pile, in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from counterclaim.link import VERSION
from counterclaim.link.agreements import gather_agreements
from counterclaim.link.changes import changes_told, gather_changes
from counterclaim.link.compare import Finding, compare_all
from counterclaim.link.disputes import gather_disputes
from counterclaim.link.entities import link_entities, with_sides
from counterclaim.link.incidents.gather import gather_incidents, incident_of
from counterclaim.link.incidents.tellings import Tellings
from counterclaim.link.origins import Copies, find_copies
from counterclaim.link.pile import Pile
from counterclaim.link.processes import gather_processes
from counterclaim.link.ruled import names_given, ruled_findings, that_count, with_corrections, with_names
from counterclaim.link.scenes import scenes_of
from counterclaim.link.volumes import Begun, Sizes, Together, Whole, cut, digest_of, words_in
from counterclaim.records import Agreement, Annotations, Change, Incident, Judgement, Links, Process, Report
from counterclaim.records.kept import Kept
from counterclaim.records.known import KnownEntity

SIZES = Sizes()
#: The kinds of judgements of persons that are on two answers, which may be those of a near miss.
_ON_PAIRS = frozenset({"compare", "dispute", "question"})


@dataclass(frozen=True, slots=True)
class _Compared:
    """What comparing the reports of a pile found; `near` is what was judged of near misses that are in no finding,
    `told` are the changes of position in claims."""

    copies: Copies
    findings: list[Finding]
    incidents: list[Incident]
    processes: list[Process]
    agreements: list[Agreement]
    near: Sequence[Judgement] = ()
    told: Sequence[Change] | None = None


def link_pile(
    reports: Sequence[Report],
    annotations: Mapping[str, Annotations],
    judged: Sequence[Judgement],
    known: Sequence[KnownEntity] = (),
    kept: Kept | None = None,
    sizes: Sizes = SIZES,
    *,
    reading: bool = True,
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
    annotations = with_sides(ordered, annotations)
    entities, merges = link_entities(ordered, annotations, judged, known)
    given = names_given(entities, annotations, judged)
    pile = Pile.of(ordered, annotations, {}, with_names(entities, given))
    compared = _at_once(pile, judged, reading=reading) if begun is None else _in_volumes(pile, begun, given, judged)
    findings, copies, happening = compared.findings, compared.copies, incident_of(compared.incidents)
    made = (*copies.judgements, *merges, *(f.judgement for f in findings), *compared.near)
    judgements = {judgement.id: judgement for judgement in made}
    return Links(
        origins=dict(copies.origins),
        entities=tuple(pile.entities.values()),
        judgements=tuple(judgements[key] for key in sorted(judgements)),
        incidents=tuple(compared.incidents),
        disputes=tuple(gather_disputes(pile, findings, judged, copies, happening)),
        agreements=tuple(compared.agreements),
        changes=tuple(gather_changes(pile, compared.processes, judged, compared.told, findings)),
        processes=tuple(compared.processes),
        compared=dict(sorted((+pile.compared).items())),
    )


def _at_once(pile: Pile, judged: Sequence[Judgement], *, reading: bool) -> _Compared:
    """Compares all reports of a pile."""
    copies = find_copies(list(pile.reports.values()), pile.annotations)
    pile.origins.update(copies.origins)
    tellings = Tellings(pile, scenes_of(pile))
    findings = ruled_findings(pile, compare_all(pile, tellings, reading=reading), judged)
    incidents = list(gather_incidents(pile, tellings, copies, judged))
    processes = gather_processes(pile)
    agreements = gather_agreements(pile, findings, incident_of(incidents), tellings, processes)
    return _Compared(copies, findings, incidents, processes, list(agreements))


def _in_volumes(pile: Pile, begun: Begun, given: Mapping[str, str], judged: Sequence[Judgement]) -> _Compared:
    """Compares the reports of each volume, and puts together what they give."""
    named = {member: name for id_, name in given.items() for member in pile.entities[id_].members}
    # What needs no volume is done while others are at work on them.
    told, words = changes_told(pile), words_in(pile)
    near = any(judgement.kind in _ON_PAIRS for judgement in judged)
    together = Together.of(pile, begun.volumes, begun.found(named), near=near)
    begun.note(together.judged_in)
    copies = together.copies(pile.reports)
    pile.origins.update(copies.origins)
    pile.compared.update(together.compared)
    findings = ruled_findings(pile, together.findings, judged)
    incidents = list(together.incidents(pile, copies, words, judged))
    processes = gather_processes(pile, together.readings)
    agreements = together.agreements(incident_of(incidents))
    return _Compared(copies, findings, incidents, processes, agreements, list(together.near.values()), told)


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
