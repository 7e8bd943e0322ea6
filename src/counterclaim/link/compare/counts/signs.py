"""How likely it is that two different numbers answer one question: a logistic regression over a few signs.

Two sets of weights: for counts of two reports, and for counts of one. Both were fitted on pairs that a reader judged
(`python -m counterclaim.evaluate.count_pairs LEDGER LABELS`). The score of a count dispute is this probability.
"""

from __future__ import annotations

import functools
import json
import math
from collections.abc import Mapping, Sequence
from importlib.resources import files

from counterclaim.link.compare.counts.beside import lead_in
from counterclaim.link.compare.counts.count import Count
from counterclaim.link.compare.counts.losses import own_losses
from counterclaim.link.compare.counts.rivals import leaves_none, rejects
from counterclaim.link.compare.counts.sizes import size, vague
from counterclaim.link.compare.counts.verdicts import far_above, named, of_two_sides, unsourced
from counterclaim.link.compare.counts.words import OWN_TOLL, RETOLD, own_toll
from counterclaim.link.pile import Pile
from counterclaim.link.when import days_between, published

#: From this ratio on, two numbers are as far apart as can be.
_RATIO = 20.0
#: From this ratio on, they are hardly counts of one thing, unless that is certain.
_FAR = 8.0
#: How far apart two numbers of one report stand at most, in characters.
_GAP = 2000.0
#: From this many days between two reports on, they are told of each other's happening as seldom as can be.
_LONG = 5.0
#: What is too rare among the pairs that readers judged to be fitted: a number that names and rejects the other, and
#: one that leaves no room for it.
_RARE = {"rejects": 2.5, "leaves_none": 0.8}
#: From this likeness on, two reports are surely of one story.
_ONE_STORY = 0.4

Row = Mapping[str, float]


def signs_across(pile: Pile, counts: tuple[Count, Count], likely: tuple[float, float, float], places: float) -> Row:
    """The signs of two counts of two reports. `likely`: the chance of one happening (`link/incidents`), by how much
    it is more for another number of one of the reports, and how much the reports are of one story. `places`: whether
    both are set at one place of the map (1), at other ones (-1), or it is not known (0)."""
    left, right = counts
    chance, outdone, story = likely
    low, high = sorted(counts, key=lambda count: size(count.figure))
    days = [published(pile, count.figure.report) for count in (low, high)]
    sides = of_two_sides(left, right)
    # What one side says of its own dead and the other of its enemy's is no state of a toll, and lies far apart.
    plain = {"later": 0.0, "ratio": 0.0, "far": 0.0, "kinds_differ": 0.0} if sides else {}
    return {
        "happening": math.log(chance / (1 - chance)),
        "outdone": min(1.0, outdone),
        "story": min(1.0, story / _ONE_STORY),
        "both_first": float(left.first and right.first),
        "other_place": max(0.0, -places),
        "same_day": float(left.day is not None and left.day == right.day),
        "one_first": float(left.first != right.first),
        "later": float(bool(days[0] and days[1] and days[0] < days[1]) and not far_above(pile, left, right)),
        "told_apart": min(1.0, (days_between(*days) or 0) / _LONG),
        "no_day": float(left.day is None and right.day is None),
        "other_deed": float(bool(left.deeds and right.deeds) and left.deeds.isdisjoint(right.deeds)),
        "other_doer": float(_doers_apart(pile, left, right)),
        **_both(pile, left, right),
        **plain,
    }


def _doers_apart(pile: Pile, left: Count, right: Count) -> bool:
    """Whether two counts are said to be the deeds of two."""
    by = [pile.actor(count.figure.by) if count.figure.by else None for count in (left, right)]
    return None not in by and by[0] != by[1]


def signs_within(pile: Pile, left: Count, right: Count) -> Row:
    """The signs of two counts of one report."""
    first, last = sorted((left, right), key=lambda count: count.figure.span.start)
    words = lead_in(pile, first, last)
    return {
        "own_toll": float(own_toll(words) or bool(own_losses(pile, last.figure))),
        "retold": float(bool(RETOLD.search(words))),
        "new_place": float(bool(first.scene.named and last.scene.named - first.scene.named)),
        "nameless": float(left.nameless or right.nameless),
        "unsourced": float(unsourced(pile, first, last)),
        "gap": min(1.0, (last.figure.span.start - first.figure.span.end) / _GAP),
        "first": float(first.first),
        **_both(pile, left, right),
    }


def _both(pile: Pile, left: Count, right: Count) -> dict[str, float]:
    """What is asked of any two counts: how far apart they are, and whom they count on whose word."""
    small, large = sorted((size(left.figure), size(right.figure)))
    ratio = large / small if small > 0 else _RATIO
    return {
        "ratio": min(1.0, math.log(ratio) / math.log(_RATIO)),
        "far": float(ratio >= _FAR),
        "kind_named": float(left.victims == right.victims != "people"),
        "kinds_differ": float(left.victims != right.victims),
        "vague": float(vague(left.figure) or vague(right.figure)),
        "part": float(left.part or right.part),
        "rejects": float(any(rejects(pile, a.figure, b.figure) for a, b in ((left, right), (right, left)))),
        "leaves_none": float(leaves_none(pile, min(left, right, key=lambda count: size(count.figure)).figure)),
        "unharmed": float(not left.harm),
        "both_named": float(all(named(pile, count) for count in (left, right))),
    }


@functools.cache
def _weights() -> dict[str, dict[str, float]]:
    text = files("counterclaim.link.compare.counts").joinpath("weights.json").read_text(encoding="utf-8")
    found: dict[str, dict[str, float]] = json.loads(text)
    return found


def chance_across(signs: Row) -> float:
    """The probability that two counts of two reports answer one question."""
    return _chance("across", signs)


def chance_within(signs: Row) -> float:
    """The same for two counts of one report."""
    return _chance("within", signs)


def _chance(kind: str, signs: Row) -> float:
    weights = _weights()[kind]
    weights = {**weights, **_RARE}
    total = weights["level"] + sum(weights.get(name, 0.0) * value for name, value in signs.items())
    return 1 / (1 + math.exp(-total))


def reasons(pile: Pile, left: Count, right: Count) -> Sequence[str]:
    """What speaks for one question where one report gives both numbers, as sentences a user can contest."""
    first, last = sorted((left, right), key=lambda count: count.figure.span.start)
    words = lead_in(pile, first, last)
    found = ["One report gives both."]
    if OWN_TOLL.search(words):
        found.append("The later number is told as somebody's own count of the same.")
    elif RETOLD.search(words):
        found.append("The later number is told of a happening that was named before.")
    return found
