"""Make the judgements of this program, all in one shape."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.records import Evidence, Judgement, Slot, Verdict, content_id

#: Who made a judgement: this program. Its version is that of the linking rules, so that a ledger tells which rules
#: it was made with.
BY = "counterclaim/1"


def judge(
    kind: str,
    between: Sequence[str],
    verdict: Verdict,
    score: float,
    reasons: Sequence[str],
    evidence: Sequence[Evidence],
    slot: Slot | None = None,
) -> Judgement:
    """One judgement between two records (their ids, first and second); its own id follows from what it links and
    what it says of it."""
    left, right = between
    return Judgement(
        id=content_id("judgement", kind, left, right, verdict.value, slot.value if slot else None, BY),
        kind=kind,
        left=left,
        right=right,
        verdict=verdict,
        score=round(score, 3),
        reasons=tuple(reasons),
        evidence=tuple(evidence),
        by=BY,
        slot=slot,
    )
