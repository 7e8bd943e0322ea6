"""The steps from the reports' own entities to those of the ledger."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from counterclaim.link.entities.bracketed import bracketed
from counterclaim.link.entities.build import build_entities
from counterclaim.link.entities.calls import Calls
from counterclaim.link.entities.kinds import settle_kinds
from counterclaim.link.entities.led import led_by
from counterclaim.link.entities.listed import put_known
from counterclaim.link.entities.merge import merge, told
from counterclaim.link.entities.organs import same_organ
from counterclaim.link.entities.places import on_one_point
from counterclaim.link.entities.reasons import Reason
from counterclaim.link.entities.ruled import part, ruled_pairs, rulings
from counterclaim.link.entities.shorter import shortened
from counterclaim.link.entities.spelling import spelled_alike
from counterclaim.link.entities.stated import stated
from counterclaim.link.judge import judge
from counterclaim.records import Annotations, Entity, Judgement, Report, Verdict
from counterclaim.records.known import KnownEntity

_REASONS = (same_organ, spelled_alike, shortened, led_by, stated, bracketed, on_one_point)


def link_entities(
    reports: Sequence[Report],
    annotations: Mapping[str, Annotations],
    judged: Sequence[Judgement] = (),
    known: Sequence[KnownEntity] = (),
) -> tuple[list[Entity], list[Judgement]]:
    """The entities of the ledger, and the judgements by which differently spelled names were made one.

    `reports` come ordered by date. `judged` are the judgements of persons: one of kind "entity" joins (same) or parts
    (different) two of the reports' own entities, whatever the program thinks. `known` is what a user's file knows.
    """
    calls = Calls.of(reports, annotations)
    ruled = rulings(judged, calls)
    part(calls, ruled)
    settle_kinds(calls)
    listed = list(put_known(calls, known))
    reasons = [*listed, *(reason for reasons_of in _REASONS for reason in reasons_of(calls))]
    groups, kept = merge(calls, reasons, ruled_pairs(calls, ruled))
    groups = told(calls, groups)
    return build_entities(calls, groups, known), list(_judgements(calls, list(_between_reports(calls, groups, kept))))


def _between_reports(calls: Calls, groups: Sequence[Sequence[str]], reasons: Sequence[Reason]) -> Iterator[Reason]:
    """The reasons, a name that only the file of known entities has being replaced by one of that entity in reports."""
    stands_for = {
        key: max(group, key=lambda other: (calls.by_key[other].mentions, other))
        for group in groups
        for key in group
        if not calls.by_key[key].members
    }
    for reason in reasons:
        left, right = (stands_for.get(key, key) for key in (reason.left, reason.right))
        if left != right:
            yield replace(reason, left=left, right=right)


def _judgements(calls: Calls, reasons: Sequence[Reason]) -> Iterator[Judgement]:
    """One judgement for each pair of calls that reports have, with all reasons for it, the best first."""
    of_pair: dict[tuple[str, str], list[Reason]] = {}
    for reason in reasons:
        of_pair.setdefault((min(reason.left, reason.right), max(reason.left, reason.right)), []).append(reason)
    for found in of_pair.values():
        best = found[0]
        evidence = (*calls.evidence(best.left, best.right), *(e for reason in found for e in reason.evidence))
        left, right = calls.by_key[best.left].members, calls.by_key[best.right].members
        if left and right and len(calls.evidence(best.left, best.right)) == 2:
            why = list(dict.fromkeys(reason.why for reason in found))
            yield judge(
                "entity", (left[0].id, right[0].id), Verdict.SAME, best.score, why, list(dict.fromkeys(evidence))
            )
