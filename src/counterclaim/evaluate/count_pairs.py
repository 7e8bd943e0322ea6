"""Fit how likely two numbers answer one question: `python -m counterclaim.evaluate.count_pairs LEDGER [LABELS]`.

LEDGER is one of the Syrian reports, LABELS what readers said of pairs of its counts
(`benchmarks/labels/disputes.jsonl` if none is named). Of the pairs that nothing else explains
(`link/compare/count_verdicts`), those that a reader judged are right or wrong; a logistic regression for counts of two
reports, and one for counts of one, learn to tell which. One happening that many reports tell of makes many pairs, so
that a pair weighs less the more of its kind there are among the reports that it joins. Writes
`link/compare/count_weights.json` and prints how the probabilities hold, each from weights that were fitted on other
reports.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from counterclaim.evaluate.attribution.calibrate import predicted
from counterclaim.evaluate.verdicts import Verdict, read_verdicts
from counterclaim.link.compare import count_signs
from counterclaim.link.compare.count_pairs import Pair
from counterclaim.link.compare.count_places import Map
from counterclaim.link.compare.counts import judged_pairs
from counterclaim.link.entities import link_entities
from counterclaim.link.groups import components
from counterclaim.link.incidents.tellings import Tellings
from counterclaim.link.origins import find_copies
from counterclaim.link.pile import Pile
from counterclaim.link.scenes import scenes_of
from counterclaim.link.steps import in_order
from counterclaim.records import Slot
from counterclaim.records import Verdict as Judged
from counterclaim.store import open_writer

Floats = NDArray[np.float64]

#: The signs that are fitted. Others (same day, words in common, kind of deed) were tried: with them, what the
#: regression says of reports that it was not fitted on is further off.
SIGNS: Mapping[str, tuple[str, ...]] = {
    "across": ("happening", "ratio", "one_first", "kind_named"),
    "within": ("retold", "own_toll", "nameless", "ratio", "kinds_differ", "first", "new_place"),
}
_RIDGE = 1.0
_ROUNDS = 40


@dataclass(frozen=True, slots=True)
class Read:
    """Pairs that a reader judged: their signs with a first column of ones, whether they are right, what each weighs,
    and the group of reports that each belongs to."""

    signs: Floats
    right: Floats
    weigh: Floats
    group: NDArray[np.int64]


def pairs_of(ledger: Path) -> tuple[list[Pair], Pile]:
    """The pairs of counts of a ledger that nothing explains."""
    writer = open_writer(ledger)
    linkable = writer.linkable()
    writer.close()
    ordered = in_order(linkable.reports)
    copies = find_copies(ordered, linkable.annotations)
    entities, _ = link_entities(ordered, linkable.annotations)
    pile = Pile.of(ordered, linkable.annotations, dict(copies.origins), entities)
    judged = judged_pairs(pile, Tellings(pile, scenes_of(pile)), Map(pile))
    return [each.pair for each in judged if each.verdict is Judged.CONFLICT], pile


def read(pairs: Sequence[Pair], verdicts: Sequence[Verdict], *, within: bool) -> Read:
    """Those of the pairs that a reader judged."""
    said = {_key(v.left.report, v.left.start, v.right.report, v.right.start): v.dispute for v in verdicts}
    known = [pair for pair in pairs if pair.within is within and _of(pair) in said]
    right = np.array([float(said[_of(pair)]) for pair in known])
    joined = [(pair.left.figure.report, pair.right.figure.report) for pair in known]
    groups = components(sorted({report for pair in joined for report in pair}), joined)
    number = {report: at for at, reports in enumerate(groups) for report in reports}
    group = np.array([number[report] for report, _ in joined])
    alike = Counter(zip(group.tolist(), right.tolist(), strict=True))
    weigh = np.array([alike[kind] ** -0.5 for kind in zip(group.tolist(), right.tolist(), strict=True)])
    names = SIGNS["within" if within else "across"]
    signs = np.array([[1.0, *(pair.signs[name] for name in names)] for pair in known])
    return Read(signs, right, weigh, group)


def _of(pair: Pair) -> frozenset[tuple[str, int]]:
    one, other = pair.left.figure, pair.right.figure
    return _key(one.report, one.span.start, other.report, other.span.start)


def _key(left: str, at: int, right: str, there: int) -> frozenset[tuple[str, int]]:
    return frozenset(((left, at), (right, there)))


def fit(found: Read, but: NDArray[np.bool_] | None = None) -> Floats:
    """The weights, the level first, by Newton's method; `but` leaves pairs out."""
    keep = np.ones(len(found.right), bool) if but is None else ~but
    signs, right, weigh = found.signs[keep], found.right[keep], found.weigh[keep]
    ridge = _RIDGE * np.diag([1e-6, *([1.0] * (signs.shape[1] - 1))])
    weights = np.zeros(signs.shape[1])
    for _ in range(_ROUNDS):
        chance = predicted(signs, weights)
        slope = signs.T @ (weigh * (right - chance)) - ridge @ weights
        curve = (signs * (weigh * chance * (1 - chance))[:, None]).T @ signs + ridge
        weights += np.linalg.solve(curve, slope)
    return weights


def crossed(found: Read) -> Floats:
    """The probability of each pair by weights that were fitted on the other groups of reports."""
    chances = np.zeros(len(found.right))
    for group in np.unique(found.group):
        inside = found.group == group
        chances[inside] = predicted(found.signs[inside], fit(found, inside))
    return chances


def told(kind: str, found: Read) -> str:
    """How the probabilities hold, in a line: pairs weighed as they are fitted."""
    chances = crossed(found)
    shown, right = chances > 0.5, found.right > 0
    share = found.weigh[shown & right].sum() / max(found.weigh[shown].sum(), 1e-9)
    kept = found.weigh[shown & right].sum() / max(found.weigh[right].sum(), 1e-9)
    pairs, groups = len(found.right), len(np.unique(found.group))
    return f"{kind}: {pairs} pairs of {groups} groups of reports; of those above 0.5 {share:.0%} right, {kept:.0%} kept"


def main() -> None:
    """Read the command line, fit, write the weights and print what they are worth."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("labels", type=Path, nargs="?")
    parser.add_argument("--out", type=Path, default=Path(count_signs.__file__).with_name("count_weights.json"))
    options = parser.parse_args()
    pairs, pile = pairs_of(options.ledger)
    verdicts = [v for v in read_verdicts(pile.reports, options.labels) if v.slot is Slot.COUNT]
    weights: dict[str, dict[str, float]] = {}
    for kind, names in SIGNS.items():
        found = read(pairs, verdicts, within=kind == "within")
        fitted = [round(float(weight), 3) for weight in fit(found)]
        weights[kind] = dict(zip(("level", *names), fitted, strict=True))
        print(told(kind, found))  # noqa: T201 - a script
    options.out.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
