"""`counterclaim evaluate disputes DATA`: disputes found in the Syrian reports against those of a careful reader.

DATA holds `gold/syria.yaml` and `data/syria/reports.jsonl`. The gold is not complete, so a dispute that it lacks is
*unread*, not wrong: `known right` is the share of what is shown that gold has, and the true precision lies above it.

A third of the reader's groups of reports is put aside (`aside.py`): it has a table of its own, with intervals, that is
looked at to report and not to build.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from counterclaim.evaluate.aside import set_aside
from counterclaim.evaluate.found import Found
from counterclaim.evaluate.gold import CURRENT_ISSUE, GoldDispute, GoldPair, GoldSide, Words, read_gold
from counterclaim.evaluate.labelled import interval
from counterclaim.evaluate.ledger import found_in, read_ledger
from counterclaim.evaluate.overlap import percent
from counterclaim.evaluate.score import Scored
from counterclaim.evaluate.table import Table
from counterclaim.records import Slot, UnreadableInput


@dataclass(frozen=True, slots=True)
class Reading:
    """The disputes of a reader, and the traps: passages that look like a dispute and are none."""

    disputes: tuple[GoldDispute, ...]
    traps: tuple[GoldPair, ...]


def evaluate_disputes(data: Path, ledger: Path | None = None) -> Scored:
    """Score the disputes of `ledger`, or of one that is built for it (which takes minutes)."""
    built_on, aside = read_reading(data), read_reading(data, aside=True)
    found = read_ledger(ledger) if ledger else found_in(data / "data" / "syria" / "reports.jsonl")
    first, second = score_disputes(built_on, found), score_disputes(aside, found, name="aside")
    table = replace(
        first.table,
        title="Disputes in 375 reports on Syria: the groups that this was built on",
        more=(replace(second.table, title="The third of the groups that is put aside"),),
        scores=first.table.scores | second.table.scores,
    )
    return Scored(table, first.cases)


def score_disputes(reading: Reading, found: Found, name: str = "disputes") -> Scored:
    """Recall by slot of the hard and soft disputes of a reader, what share of the shown ones gold has, and the traps.

    A dispute is found if it has its slot (or a near one) and words of two different answers on two different sides.
    A trap is fallen into if its two passages stand on two sides of a dispute, whatever the slot.
    """
    met = {gold: [d.id for d in found.disputes if found.is_dispute(gold, d)] for gold in reading.disputes}
    known = {shown for ids in met.values() for shown in ids}
    trapped = {trap: any(found.sets_apart(trap.left, trap.right, d) for d in found.disputes) for trap in reading.traps}
    shown = Counter(dispute.slot for dispute in found.disputes)
    right = Counter(dispute.slot for dispute in found.disputes if dispute.id in known)
    rows: list[tuple[object, ...]] = []
    scores: dict[str, float] = {}
    for label, slots in [("all", tuple(Slot)), *((slot.value, (slot,)) for slot in Slot)]:
        hard = [bool(met[gold]) for gold in reading.disputes if gold.slot in slots and gold.hard]
        soft = [bool(met[gold]) for gold in reading.disputes if gold.slot in slots and not gold.hard]
        all_shown, all_right = sum(shown[slot] for slot in slots), sum(right[slot] for slot in slots)
        recall, precision = percent(sum(hard), len(hard)), percent(all_right, all_shown)
        rows.append(
            (
                label,
                sum(hard),
                len(hard),
                recall,
                _between(hard),
                sum(soft),
                len(soft),
                all_shown,
                all_right,
                all_shown - all_right,
                precision,
            )
        )
        scores |= {f"{name}.{label}.hard_recall": recall or 0.0, f"{name}.{label}.known_right": precision or 0.0}
    avoided = percent(len(trapped) - sum(trapped.values()), len(trapped))
    rows.append(("traps shown", sum(trapped.values()), len(trapped), *(None,) * 8))
    scores[f"{name}.traps_avoided"] = avoided or 0.0
    columns = (
        "slot",
        "hard found",
        "of",
        "%",
        "95 %",
        "soft found",
        "of",
        "shown",
        "known right",
        "unread",
        "known right %",
    )
    cases = {f"{gold.slot}: {gold.question}": bool(ids) for gold, ids in met.items()}
    cases |= {f"trap avoided: {trap.why}": not fallen for trap, fallen in trapped.items()}
    return Scored(Table("Disputes in 375 reports on Syria", columns, tuple(rows), scores), cases)


def _between(cases: list[bool]) -> str | None:
    """The interval of a share in words."""
    found = interval(cases)
    return f"{found[0]:.0f} to {found[1]:.0f}" if found else None


def read_reading(data: Path, *, aside: bool = False) -> Reading:
    """What the reader found in the groups that are (or are not) put aside. The gold gives places in the texts as they
    were collected; the words there are taken, since cleaning may have moved them."""
    texts = {row["id"]: row["text"] for row in _rows(data / "data" / "syria" / "reports.jsonl")}
    return read_gold(
        data / "gold" / "syria.yaml",
        lambda groups: _reading(
            (group for group in groups if "group" in group and set_aside(group["group"]) == aside), texts
        ),
    )


def _rows(path: Path) -> Iterator[dict[str, str]]:
    try:
        yield from map(json.loads, path.read_text(encoding="utf-8").splitlines())
    except (OSError, ValueError) as error:
        raise UnreadableInput(f"The reports {path} cannot be read ({error}): give a folder that holds them.") from error


def _reading(groups: Iterable[Mapping[str, Any]], texts: Mapping[str, str]) -> Reading:
    def words(entry: Mapping[str, Any]) -> Words:
        return Words(entry["report"], texts[entry["report"]][entry["start"] : entry["end"]], entry["start"])

    disputes, traps = [], []
    for group in groups:
        for entry in group.get("disputes", ()):
            sides = tuple(
                GoldSide(str(s["answer"]), ", ".join(map(str, s["holders"])), words(s)) for s in entry["sides"]
            )
            question = f"{entry['question']} ({group['group']})"
            disputes.append(
                GoldDispute(question, Slot(entry["slot"]), sides, CURRENT_ISSUE, entry["strength"] == "hard")
            )
        for trap in group.get("not_disputes", ()):
            left, right = words(trap["a"]), words(trap["b"])
            why = f"{trap['why']} ({left.report} {left.start}, {right.report} {right.start})"
            traps.append(GoldPair(why, None, left, right, CURRENT_ISSUE))
    return Reading(tuple(disputes), tuple(traps))
