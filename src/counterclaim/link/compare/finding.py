"""What a comparison gives: a judgement, and the question that its two records answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from counterclaim.link.judge import judge
from counterclaim.records import Evidence, Judgement, Slot, Unnamed, Verdict, Who

#: Who says what is denied, where nobody is named for it.
UNNAMED = Who(None, "unnamed", None, Unnamed.ANYONE)


@dataclass(frozen=True, slots=True)
class Answer:
    """What one record answers: in a few words, with the statement it is part of and the words it stands in. `holders`
    are given only where it is not the sources of that statement who say so. Answers of one `sort` are one side,
    whatever their words ("a bomb (“device”)", "a bomb (“blast”)")."""

    record: str
    statement: str
    words: str
    evidence: Evidence
    holders: tuple[Who, ...] = ()
    sort: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """Two answers to one question, and what was judged of them. Findings of one `theme` (who denies, who is accused,
    of what) that are of one happening ask one question, however they put it."""

    judgement: Judgement
    question: str
    left: Answer
    right: Answer
    theme: tuple[str, ...] = field(default=(), kw_only=True)


def conflict(
    slot: Slot,
    score: float,
    question: str,
    reasons: Sequence[str],
    left: Answer,
    right: Answer,
    *,
    theme: tuple[str, ...] = (),
) -> Finding:
    """Two answers to one question that cannot both hold, each with its own words as the evidence."""
    records, evidence = (left.record, right.record), [left.evidence, right.evidence]
    return Finding(
        judge("compare", records, Verdict.CONFLICT, score, reasons, evidence, slot), question, left, right, theme=theme
    )
