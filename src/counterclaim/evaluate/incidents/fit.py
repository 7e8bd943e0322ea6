"""Fit how likely two tellings are of one happening: `python -m counterclaim.evaluate.incidents.fit DATA LEDGER`.

DATA holds `gold/syria.yaml` and `data/syria/reports.jsonl`, LEDGER a ledger of these reports. Of the groups that are
not put aside, passages that a reader set against each other (disputes) or beside each other (agreements) are of one
happening. Those that look like a dispute and are none (traps), and passages drawn by hash from two groups whose
reports came out within days of each other, are not. Writes `link/incidents/likeness.json` and prints, from weights
that were fitted on the other groups, how many of each kind are taken for one happening.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from numpy.typing import NDArray

from counterclaim.evaluate.aside import set_aside
from counterclaim.evaluate.attribution.calibrate import fit, predicted
from counterclaim.link.entities import link_entities, with_sides
from counterclaim.link.incidents import likeness
from counterclaim.link.incidents.likeness import SIGNS, Likeness
from counterclaim.link.incidents.tellings import Telling, Tellings
from counterclaim.link.origins import find_origins
from counterclaim.link.pile import Pile
from counterclaim.link.scenes import scenes_of
from counterclaim.link.steps import in_order
from counterclaim.store import open_writer

_FOLDS = 6
#: Pairs of two groups, drawn by hash, and how many days apart their reports may be.
_DRAWN, _NEAR = 600, 4
_THRESHOLDS = (0.3, 0.4, 0.5, 0.55, 0.6, 0.7, 0.8)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two tellings, whether they are of one happening, the group and the kind of passage they come from."""

    row: tuple[float, ...]
    one: bool
    group: str
    kind: str


class Passages:
    """Gold passages as tellings of a ledger."""

    def __init__(self, data: Path, ledger: Path) -> None:
        rows = map(json.loads, (data / "data" / "syria" / "reports.jsonl").read_text(encoding="utf-8").splitlines())
        self._texts = {row["id"]: row["text"] for row in rows}
        writer = open_writer(ledger)
        linkable = writer.linkable()
        writer.close()
        ordered = in_order(linkable.reports)
        origins, _ = find_origins(ordered)
        annotations = with_sides(ordered, linkable.annotations)
        entities, _ = link_entities(ordered, annotations)
        pile = Pile.of(ordered, annotations, origins, entities)
        self._reports = {report.key: report for report in pile.reports.values()}
        self.tellings = Tellings(pile, scenes_of(pile))
        self.likeness = Likeness(self.tellings, pile.frequency, len(pile.reports))

    def telling(self, side: Mapping[str, Any]) -> Telling | None:
        """The telling at a gold passage; None if its words are not in the report as it was read."""
        report = self._reports.get(side["report"])
        words = self._texts[side["report"]][side["start"] : side["end"]]
        at = report.text.find(words) if report and words else -1
        return self.tellings.at(report.id, at, at + len(words)) if report and at >= 0 else None


def pairs(data: Path, passages: Passages) -> Iterator[Pair]:
    """All pairs to learn from, of two reports each."""
    groups = [
        group
        for group in yaml.safe_load((data / "gold" / "syria.yaml").read_text(encoding="utf-8"))
        if "group" in group and not set_aside(group["group"])
    ]
    told: list[tuple[str, Telling]] = []

    def made(sides: Sequence[Mapping[str, Any]], group: str, kind: str, *, one: bool) -> Iterator[Pair]:
        found = [telling for side in sides if (telling := passages.telling(side)) is not None]
        told.extend((group, telling) for telling in found)
        for left, right in combinations(found, 2):
            if left.report != right.report:
                yield Pair(passages.likeness.signs(left, right).row(), one, group, kind)

    for group in groups:
        name = group["group"]
        for dispute in group.get("disputes", ()):
            if dispute["slot"] != "naming":
                yield from made(dispute["sides"], name, "dispute", one=True)
        for agreement in group.get("agreements", ()):
            yield from made(agreement["evidence"], name, "agreement", one=True)
        for trap in group.get("not_disputes", ()):
            yield from made((trap["a"], trap["b"]), name, "trap", one=False)
    yield from _drawn(passages, told)


def _drawn(passages: Passages, told: Sequence[tuple[str, Telling]]) -> Iterator[Pair]:
    near = [
        (one, other, group)
        for (group, one), (another, other) in combinations(told, 2)
        if group != another
        and one.published
        and other.published
        and abs((one.published - other.published).days) <= _NEAR
    ]
    near.sort(key=lambda pair: hashlib.sha256(f"{pair[0].record}:{pair[1].record}".encode()).hexdigest())
    for one, other, group in near[:_DRAWN]:
        yield Pair(passages.likeness.signs(one, other).row(), False, group, "drawn")


def crossed(found: Sequence[Pair]) -> NDArray[np.float64]:
    """The probability of each pair by weights that were fitted on the groups of other folds."""
    fold = np.array([int(hashlib.sha256(f"fold {pair.group}".encode()).hexdigest(), 16) % _FOLDS for pair in found])
    rows, right = matrix(found)
    chances = np.zeros(len(found))
    for number in range(_FOLDS):
        chances[fold == number] = predicted(rows[fold == number], fit(rows[fold != number], right[fold != number]))
    return chances


def matrix(found: Sequence[Pair]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The signs of pairs with a first column of ones, and whether each pair is of one happening."""
    rows = np.array([(1.0, *pair.row) for pair in found])
    return rows, np.array([float(pair.one) for pair in found])


def table(found: Sequence[Pair], chances: NDArray[np.float64]) -> str:
    """What share of each kind of pair is taken for one happening at several thresholds."""
    kinds = sorted({pair.kind for pair in found})
    lines = ["at least  " + "  ".join(f"{kind:>10}" for kind in kinds)]
    for least in _THRESHOLDS:
        shares = [chances[[pair.kind == kind for pair in found]] >= least for kind in kinds]
        lines.append(f"{least:<8}  " + "  ".join(f"{100 * share.mean():>9.1f}%" for share in shares))
    return "\n".join(lines)


def main() -> None:
    """Read the command line, fit, write the weights and print what they are worth."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--out", type=Path, default=Path(likeness.__file__).with_name("likeness.json"))
    options = parser.parse_args()
    found = list(pairs(options.data, Passages(options.data, options.ledger)))
    weights = fit(*matrix(found))
    signs = {name: round(float(weight), 4) for name, weight in zip(SIGNS, weights[1:], strict=True)}
    options.out.write_text(json.dumps({"level": round(float(weights[0]), 4), "signs": signs}, indent=1) + "\n")
    print(table(found, crossed(found)))  # noqa: T201 - a script


if __name__ == "__main__":
    main()
