"""`counterclaim evaluate disputes DATA`: disputes found in the Syrian reports against those of a careful reader.

DATA holds `gold/syria.yaml` and `data/syria/reports.jsonl`. The gold is not complete, so a dispute that it lacks is
*unread*, not wrong: `known right` is the share of what is shown that gold has, and the true precision lies above it.
What readers said of disputes that were shown (`verdicts.py`) is the other bound.

A third of the reader's groups of reports is put aside (`aside.py`): it has tables of its own that are looked at to
report and not to build. `reading.py` has what the reader found, `beside.py` scores what is not a dispute.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

from counterclaim.evaluate.beside import in_words, score_beside
from counterclaim.evaluate.found import Found
from counterclaim.evaluate.labelled import interval_of_groups
from counterclaim.evaluate.ledger import found_in, read_ledger
from counterclaim.evaluate.overlap import percent
from counterclaim.evaluate.reading import Reading, read_reading
from counterclaim.evaluate.score import Scored
from counterclaim.evaluate.table import Table
from counterclaim.evaluate.verdicts import read_verdicts, score_verdicts
from counterclaim.records import Slot

COLUMNS = (
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
    "traps",
)


def evaluate_disputes(data: Path, ledger: Path | None = None, labels: Path | None = None) -> Scored:
    """Score the disputes of `ledger`, or of one that is built for it (which takes minutes); `labels` are the verdicts
    of readers, those in `benchmarks/labels` if none are given."""
    built_on, aside = read_reading(data), read_reading(data, aside=True)
    found = read_ledger(ledger) if ledger else found_in(data / "data" / "syria" / "reports.jsonl")
    read = score_verdicts(found, read_verdicts(found.reports, labels))
    parts = [
        score(reading, found, name=name)
        for reading, name in ((built_on, "disputes"), (aside, "aside"))
        for score in (score_disputes, score_beside)
    ]
    first, *more = (part.table for part in parts)
    titles = ("the groups that this was built on", "the third of the groups that is put aside")
    named = [replace(table, title=f"{table.title}: {titles[n // 2]}") for n, table in enumerate((first, *more))]
    scores = {key: value for table in (*named, read) for key, value in table.scores.items()}
    table = replace(named[0], more=(named[1], read, *named[2:]), scores=scores)
    return Scored(table, parts[0].cases | parts[1].cases)


def score_disputes(reading: Reading, found: Found, name: str = "disputes") -> Scored:
    """Recall by slot of the hard and soft disputes of a reader, what share of the shown ones gold has, and the traps.

    A dispute is found if it has its slot (or a near one) and words of two different answers on two different sides.
    A trap is fallen into if its two passages stand on two sides of a dispute, whatever the slot. The intervals are
    those of groups drawn anew (95 %).
    """
    met = {gold: [d.id for d in found.disputes if found.is_dispute(gold, d)] for gold in reading.disputes}
    known = {shown for ids in met.values() for shown in ids}
    trapped = {
        trap: {d.slot for d in found.disputes if found.sets_apart(trap.left, trap.right, d)} for trap in reading.traps
    }
    shown = Counter(dispute.slot for dispute in found.disputes)
    right = Counter(dispute.slot for dispute in found.disputes if dispute.id in known)
    rows: list[tuple[object, ...]] = []
    scores: dict[str, float] = {}
    for label, slots in [("all", tuple(Slot)), *((slot.value, (slot,)) for slot in Slot)]:
        groups = [[gold for gold in group.disputes if gold.slot in slots] for group in reading.groups]
        hard = [[bool(met[gold]) for gold in group if gold.hard] for group in groups]
        soft = [bool(met[gold]) for group in groups for gold in group if not gold.hard]
        found_hard, all_hard = sum(map(sum, hard)), sum(map(len, hard))
        all_shown, all_right = sum(shown[slot] for slot in slots), sum(right[slot] for slot in slots)
        recall, precision = percent(found_hard, all_hard), percent(all_right, all_shown)
        between = in_words(interval_of_groups(hard))
        rows.append(
            (
                label,
                found_hard,
                all_hard,
                recall,
                between,
                sum(soft),
                len(soft),
                all_shown,
                all_right,
                all_shown - all_right,
                precision,
                sum(not fallen.isdisjoint(slots) for fallen in trapped.values()),
            )
        )
        scores |= {f"{name}.{label}.hard_recall": recall or 0.0, f"{name}.{label}.known_right": precision or 0.0}
    avoided = [[not trapped[trap] for trap in group.traps] for group in reading.groups]
    free, traps = sum(map(sum, avoided)), sum(map(len, avoided))
    between = in_words(interval_of_groups([[not free for free in group] for group in avoided]))
    rows.append(("traps shown", traps - free, traps, percent(traps - free, traps), between, *(None,) * 7))
    scores[f"{name}.traps_avoided"] = percent(free, traps) or 0.0
    cases = {f"{gold.slot}: {gold.question}": bool(ids) for gold, ids in met.items()}
    cases |= {f"trap avoided: {trap.why}": not fallen for trap, fallen in trapped.items()}
    return Scored(Table("Disputes in 375 reports on Syria", COLUMNS, tuple(rows), scores), cases)
