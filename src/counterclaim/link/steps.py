"""The steps of linking a pile, in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from counterclaim.link.agreements import gather_agreements
from counterclaim.link.changes import gather_changes
from counterclaim.link.compare import compare_all
from counterclaim.link.disputes import gather_disputes
from counterclaim.link.entities import link_entities
from counterclaim.link.incidents.gather import gather_incidents, incident_of
from counterclaim.link.incidents.tellings import Tellings
from counterclaim.link.origins import find_copies
from counterclaim.link.pile import Pile
from counterclaim.link.processes import gather_processes
from counterclaim.link.ruled import ruled_findings, that_count, with_corrections, with_names
from counterclaim.link.scenes import scenes_of
from counterclaim.records import Annotations, Judgement, Links, Report
from counterclaim.records.known import KnownEntity


def link_pile(
    reports: Sequence[Report],
    annotations: Mapping[str, Annotations],
    judged: Sequence[Judgement],
    known: Sequence[KnownEntity] = (),
) -> Links:
    """Origins, entities, comparisons, the disputes and agreements that follow from them, processes, changes."""
    ordered = in_order(reports)
    judged = that_count(judged, ordered)
    annotations = with_corrections(annotations, judged)
    copies = find_copies(ordered, annotations)
    origins = dict(copies.origins)
    entities, merges = link_entities(ordered, annotations, judged, known)
    entities = with_names(entities, annotations, judged)
    pile = Pile.of(ordered, annotations, origins, entities)
    tellings = Tellings(pile, scenes_of(pile))
    findings = ruled_findings(pile, compare_all(pile, tellings), judged)
    incidents = list(gather_incidents(pile, tellings, copies, judged))
    processes = gather_processes(pile)
    judgements = {j.id: j for j in (*copies.judgements, *merges, *(f.judgement for f in findings))}
    return Links(
        origins=origins,
        entities=tuple(entities),
        judgements=tuple(judgements[key] for key in sorted(judgements)),
        incidents=tuple(incidents),
        disputes=tuple(gather_disputes(pile, findings, judged, copies, incident_of(incidents))),
        agreements=tuple(gather_agreements(pile, findings, incident_of(incidents), tellings, processes)),
        changes=tuple(gather_changes(pile, processes, judged)),
        processes=tuple(processes),
        compared=dict(sorted((+pile.compared).items())),
    )


def in_order(reports: Sequence[Report]) -> list[Report]:
    """Reports by their dates, undated ones last."""
    return sorted(reports, key=lambda report: (report.published or "9999", report.id))
