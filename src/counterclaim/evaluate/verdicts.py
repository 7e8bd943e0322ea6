"""Precision of the disputes that are shown, by the verdicts of those who read them: `benchmarks/labels/disputes.jsonl`.

A line is one pair of passages of two sides, and what a reader thinks of it; `docs/labelling.md` tells how to write one.
A dispute that nobody has read counts as wrong in the lower bound. So that a verdict outlives the next change of the
rules, it is of two passages and a slot, not of a dispute's id.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from counterclaim.evaluate.found import NEAR_SLOTS, Found
from counterclaim.evaluate.gold import Words, find_report, occurrences
from counterclaim.evaluate.labelled import interval, labels_file
from counterclaim.evaluate.overlap import percent
from counterclaim.evaluate.table import Table
from counterclaim.records import Dispute, Evidence, Report, Slot, Status, UnreadableInput

#: How many of the highest scores are looked at apart: what somebody sees who opens a ledger.
TOP = 20


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a reader (`by`) thinks of two passages: whether they are a dispute in that slot, and why."""

    by: str
    slot: Slot
    left: Evidence
    right: Evidence
    dispute: bool
    why: str


def read_verdicts(reports: Mapping[str, Report], path: Path | None = None) -> tuple[Verdict, ...]:
    """The verdicts of a file (`benchmarks/labels/disputes.jsonl` if none is given) on passages of these reports.

    Those on other reports are left out. Raises `UnreadableInput` if the file cannot be read or a line of it is amiss.
    """
    path = path or labels_file("disputes")
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableInput(f"The verdicts {path} cannot be read ({error}): name another file.") from error
    known: dict[str, Report | None] = {}
    found = []
    for number, line in enumerate(lines, 1):
        try:
            entry = json.loads(line)
            for side in ("left", "right"):
                key = str(entry[side]["report"])
                if key not in known:
                    known[key] = reports.get(key) or find_report(key, reports)
            left, right = (known[str(entry[side]["report"])] for side in ("left", "right"))
            if left is not None and right is not None:
                found.append(_verdict(entry, left, right))
        except (KeyError, TypeError, ValueError) as error:
            raise UnreadableInput(
                f"Line {number} of the verdicts {path} is not laid out as expected ({error!r}): correct it."
            ) from error
    return tuple(found)


def _verdict(entry: Mapping[str, Any], left: Report, right: Report) -> Verdict:
    """A near miss that is rightly one is no dispute; one that is wrongly so is."""
    near_miss = {None: False, "dispute": False, "near-miss": True}[entry.get("kind")]
    right_as_told = {"right": True, "wrong": False}[entry["verdict"]]
    return Verdict(
        str(entry["by"]),
        Slot(entry["slot"]),
        _passage(entry["left"], left),
        _passage(entry["right"], right),
        right_as_told is not near_miss,
        str(entry.get("why", "")),
    )


def _passage(entry: Mapping[str, Any], report: Report) -> Evidence:
    """The passage at the given places of the text as it is read; its words, if the line has them, where that moved."""
    start, end = entry["start"], entry["end"]
    words = entry.get("text")
    if words is not None and report.text[start:end] != words:
        moved = occurrences(Words(report.id, words), report.text)
        nearest = min(moved, key=lambda span: abs(span.start - start))
        return Evidence.at(report.id, nearest)
    return Evidence(report.id, start, end, report.text[start:end])


def score_verdicts(found: Found, verdicts: Sequence[Verdict], name: str = "disputes") -> Table:
    """Of the disputes that are shown, how many readers found right and wrong, and how many nobody has read: by slot,
    and of the 20 with the highest scores. Scores: the share that is known to be right, `NAME.SLOT.precision`."""
    shown = sorted(
        (dispute for dispute in found.disputes if dispute.status is not Status.REJECTED),
        key=lambda dispute: (-dispute.score, dispute.id),
    )
    said = {dispute.id: judged(dispute, verdicts) for dispute in shown}
    rows: list[tuple[object, ...]] = []
    scores = {}
    parts: list[tuple[str, Iterable[Dispute]]] = [("all", shown), (f"first {TOP}", shown[:TOP])]
    parts += [(slot.value, [d for d in shown if d.slot is slot]) for slot in Slot]
    for label, disputes in parts:
        told = [said[dispute.id] for dispute in disputes]
        counts = Counter(told)
        read = counts[True] + counts[False]
        least = percent(counts[True], len(told))
        between = interval([verdict is True for verdict in told])
        rows.append(
            (
                label,
                len(told),
                counts[True],
                counts[False],
                counts[None],
                least,
                f"{between[0]:.0f} to {between[1]:.0f}" if between else None,
                percent(counts[True], read),
            )
        )
        scores[f"{name}.{label.replace(' ', '_')}.precision"] = least or 0.0
    columns = ("slot", "shown", "right", "wrong", "unread", "at least %", "95 %", "% of read")
    return Table(
        f"What readers say of the disputes that are shown ({len(verdicts)} verdicts)", columns, tuple(rows), scores
    )


def judged(dispute: Dispute, verdicts: Iterable[Verdict]) -> bool | None:
    """Whether a dispute is right by the verdicts on passages of two of its sides; None if there is none. Where they
    differ, more must be for it than against it."""
    votes = [verdict.dispute for verdict in verdicts if _is_of(verdict, dispute)]
    return sum(votes) * 2 > len(votes) if votes else None


def _is_of(verdict: Verdict, dispute: Dispute) -> bool:
    if verdict.slot is not dispute.slot and frozenset({verdict.slot, dispute.slot}) not in NEAR_SLOTS:
        return False
    left, right = (
        {n for n, side in enumerate(dispute.sides) if any(_overlap(piece, passage) for piece in side.evidence)}
        for passage in (verdict.left, verdict.right)
    )
    return any(a != b for a in left for b in right)


def _overlap(left: Evidence, right: Evidence) -> bool:
    return left.report == right.report and left.start < right.end and right.start < left.end
