"""Fit how likely two numbers answer one question: `python -m counterclaim.evaluate.count_pairs LEDGER DATA`.

LEDGER is one of the Syrian reports, DATA the folder with their gold, `--labels` what readers said of pairs of its
counts (`count_pairs.jsonl` and `disputes.jsonl` of `benchmarks/labels` if none are named), `--piles` a file of piles of
other conflicts (`benchmarks/piles`) and a ledger of it. Of the pairs that nothing else explains
(`link/compare/counts/verdicts`), those that a reader judged, or that the gold has as a dispute or a trap, are right or
wrong; a logistic regression for counts of two reports, and one for counts of one, learn to tell which. Gold that is put
aside is not looked at. One happening that many reports tell of makes many pairs, so
that a pair weighs less the more of its kind there are among the reports that it joins. Writes
`link/compare/counts/weights.json` and prints how the probabilities hold, each from weights that were fitted on other
reports.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from counterclaim.evaluate.attribution.calibrate import predicted
from counterclaim.evaluate.found import Found
from counterclaim.evaluate.gold import Words
from counterclaim.evaluate.labelled import labels_file
from counterclaim.evaluate.piles import read_piles
from counterclaim.evaluate.reading import Group, Reading, read_reading
from counterclaim.evaluate.verdicts import Verdict, read_verdicts
from counterclaim.link.compare.counts import signs as count_signs
from counterclaim.link.compare.counts.compare import judged_pairs
from counterclaim.link.compare.counts.count import Count
from counterclaim.link.compare.counts.pairs import Pair
from counterclaim.link.compare.counts.places import Map
from counterclaim.link.compare.counts.sizes import size
from counterclaim.link.entities import link_entities, with_sides
from counterclaim.link.groups import components
from counterclaim.link.incidents.tellings import Tellings
from counterclaim.link.origins import find_copies
from counterclaim.link.pile import Pile
from counterclaim.link.scenes import scenes_of
from counterclaim.link.steps import in_order
from counterclaim.records import Evidence, Figure, Slot
from counterclaim.records import Verdict as Judged
from counterclaim.store import open_writer

Floats = NDArray[np.float64]
Key = frozenset[tuple[str, int]]
Number = tuple[str, str, float]

#: The signs that are fitted. Others (same day, words in common, kind of deed) were tried: with them, what the
#: regression says of reports that it was not fitted on is further off.
SIGNS: Mapping[str, tuple[str, ...]] = {
    "across": (
        "happening",
        "outdone",
        "story",
        "both_first",
        "other_place",
        "same_day",
        "one_first",
        "later",
        "told_apart",
        "no_day",
        "other_deed",
        "other_doer",
        "ratio",
        "far",
        "kind_named",
        "kinds_differ",
        "vague",
        "part",
        "unharmed",
        "both_named",
    ),
    "within": (
        "own_toll",
        "retold",
        "new_place",
        "nameless",
        "unsourced",
        "gap",
        "first",
        "ratio",
        "far",
        "kind_named",
        "kinds_differ",
        "vague",
        "part",
        "unharmed",
        "both_named",
    ),
}
#: What nobody wrote down between two reports of a pile is most likely wrong, and weighs half.
_UNTOLD, _HALF = -1.0, 0.5
#: How much more a pair of piles of many conflicts says of the next one than a pair of one conflict's reports.
_OF_MANY = 2.0
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
    annotations = with_sides(ordered, linkable.annotations)
    entities, _ = link_entities(ordered, annotations)
    pile = Pile.of(ordered, annotations, dict(copies.origins), entities)
    judged = judged_pairs(pile, Tellings(pile, scenes_of(pile)), Map(pile))
    return [each.pair for each in judged if each.verdict is Judged.CONFLICT], pile


def said_of(pairs: Sequence[Pair], verdicts: Sequence[Verdict], reading: Reading, found: Found) -> dict[Key, float]:
    """Which pairs are right (1) or wrong (0) by gold and verdicts; gold has the last word. A number that a report
    tells twice is the same answer twice."""
    said = {_key(v.left.report, v.left.start, v.right.report, v.right.start): float(v.dispute) for v in verdicts}
    traps = [(trap.left, trap.right) for trap in reading.traps]
    rivals = [
        (_told(found, pairs, a.words), _told(found, pairs, b.words))
        for dispute in reading.disputes
        if dispute.slot is Slot.COUNT
        for a, b in combinations(dispute.sides, 2)
        if a.answer != b.answer
    ]
    for pair in pairs:
        one, other = _number(pair.left), _number(pair.right)
        if any((one in a and other in b) or (one in b and other in a) for a, b in rivals):
            said[_of(pair)] = 1.0
        elif any(_are(found, pair, left, right) for left, right in traps):
            said[_of(pair)] = 0.0
    return said


def _told(found: Found, pairs: Sequence[Pair], words: Words) -> frozenset[Number]:
    """The numbers that some words give."""
    counts = (count for pair in pairs for count in (pair.left, pair.right))
    return frozenset(_number(count) for count in counts if found.touched([_evidence(count.figure)], words))


def _number(count: Count) -> Number:
    return count.figure.report, count.happened.value, size(count.figure)


def of_piles(pairs: Sequence[Pair], reading: Reading, found: Found) -> dict[Key, float]:
    """The same in piles whose reader wrote down every dispute: all else is wrong, and surely so between two piles."""
    said = said_of(pairs, (), reading, found)
    pile = {report: at for at, group in enumerate(reading.groups) for report in _reports(group, found)}
    for pair in pairs:
        left, right = (pile.get(count.figure.report) for count in (pair.left, pair.right))
        said.setdefault(_of(pair), 0.0 if left != right else _UNTOLD)
    return said


def _reports(group: Group, found: Found) -> set[str]:
    words = [side.words for dispute in group.disputes for side in dispute.sides]
    words += [piece for trap in group.traps for piece in (trap.left, trap.right)]
    return {place.report for piece in words if (place := found.place(piece)) is not None}


def _are(found: Found, pair: Pair, left: Words, right: Words) -> bool:
    """Whether a pair is of two passages."""
    one, other = (_evidence(count.figure) for count in (pair.left, pair.right))
    return (found.touched([one], left) and found.touched([other], right)) or (
        found.touched([one], right) and found.touched([other], left)
    )


def _evidence(figure: Figure) -> Evidence:
    return Evidence(figure.report, figure.span.start, figure.span.end, figure.span.text)


def read(pairs: Sequence[Pair], said: Mapping[Key, float], *, within: bool) -> Read:
    """Those of the pairs of which it is known whether they are right."""
    known = [pair for pair in pairs if pair.within is within and _of(pair) in said]
    told = np.array([said[_of(pair)] for pair in known])
    right = np.where(told == _UNTOLD, 0.0, told)
    joined = [(pair.left.figure.report, pair.right.figure.report) for pair in known]
    groups = components(sorted({report for pair in joined for report in pair}), joined)
    number = {report: at for at, reports in enumerate(groups) for report in reports}
    group = np.array([number[report] for report, _ in joined])
    alike = Counter(zip(group.tolist(), right.tolist(), strict=True))
    weigh = np.array([alike[kind] ** -0.5 for kind in zip(group.tolist(), right.tolist(), strict=True)])
    names = SIGNS["within" if within else "across"]
    signs = np.array([[1.0, *(pair.signs[name] for name in names)] for pair in known])
    return Read(signs, right, np.where(told == _UNTOLD, _HALF * weigh, weigh), group)


def both(one: Read, other: Read) -> Read:
    """The pairs of two ledgers; those of `other`, whose groups are of many conflicts, weigh more."""
    return Read(
        np.concatenate((one.signs, other.signs)),
        np.concatenate((one.right, other.right)),
        np.concatenate((one.weigh, _OF_MANY * other.weigh)),
        np.concatenate((one.group, other.group + 1 + one.group.max(initial=0))),
    )


def _of(pair: Pair) -> Key:
    one, other = pair.left.figure, pair.right.figure
    return _key(one.report, one.span.start, other.report, other.span.start)


def _key(left: str, at: int, right: str, there: int) -> Key:
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
    parser.add_argument("data", type=Path)
    parser.add_argument("--labels", type=Path, nargs="+", default=[labels_file("count_pairs"), labels_file("disputes")])
    parser.add_argument("--piles", type=Path, nargs=2, metavar=("YAML", "LEDGER"))
    parser.add_argument("--out", type=Path, default=Path(count_signs.__file__).with_name("weights.json"))
    options = parser.parse_args()
    pairs, pile = pairs_of(options.ledger)
    verdicts = [v for path in options.labels for v in read_verdicts(pile.reports, path) if v.slot is Slot.COUNT]
    said = said_of(pairs, verdicts, read_reading(options.data), _found(pile))
    told_of = [(pairs, said)]
    if options.piles:
        more, other = pairs_of(options.piles[1])
        told_of.append((more, of_piles(more, read_piles(options.piles[0])[1], _found(other))))
    options.out.write_text(json.dumps(fitted(told_of), indent=1) + "\n", encoding="utf-8")


def _found(pile: Pile) -> Found:
    return Found(pile.reports, {entity.id: entity for entity in pile.entities.values()})


def fitted(told_of: Sequence[tuple[Sequence[Pair], Mapping[Key, float]]]) -> dict[str, dict[str, float]]:
    """The weights for both kinds of pairs, from one ledger and, where there is another, one of piles; prints what they
    are worth."""
    weights: dict[str, dict[str, float]] = {}
    for kind, names in SIGNS.items():
        each = [read(pairs, said, within=kind == "within") for pairs, said in told_of]
        found = both(*each) if len(each) > 1 and len(each[1].right) else each[0]
        weights[kind] = dict(zip(("level", *names), (round(float(weight), 3) for weight in fit(found)), strict=True))
        print(told(kind, found))  # noqa: T201 - a script
    return weights


if __name__ == "__main__":
    main()
