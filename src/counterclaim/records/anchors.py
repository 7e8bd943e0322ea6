"""What a person's word is fastened to: words in a report, that outlast every id that a program gives."""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.records.spans import Evidence


@dataclass(frozen=True, slots=True, order=True)
class Anchor:
    """Words that a person's judgement rests on, by report and place, with the hash of the bytes that the report was
    read from (empty where it is not known).

    `side` tells which of the things judged they stand for, counted from 1: the answers of a dispute, the two that
    are joined, the statement (1), its cue (2) and its new speaker (3). What each side is for a kind of judgement is
    said in `records/anchoring.py`.
    """

    report: str
    start: int
    end: int
    text: str
    side: int = 1
    sha256: str = ""

    @property
    def evidence(self) -> Evidence:
        """The words themselves."""
        return Evidence(self.report, self.start, self.end, self.text)

    @classmethod
    def at(cls, evidence: Evidence, side: int = 1, sha256: str = "") -> Anchor:
        """These words as an anchor."""
        return cls(evidence.report, evidence.start, evidence.end, evidence.text, side, sha256)
