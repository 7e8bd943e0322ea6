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

from counterclaim.link.compare.count_verdicts import Count, lead_in, size
from counterclaim.link.compare.count_words import OVERTAKEN, OWN_TOLL, RETOLD
from counterclaim.link.pile import Pile

#: From this ratio on, two numbers are as far apart as can be.
_RATIO = 8.0

Row = Mapping[str, float]


def signs_across(left: Count, right: Count, chance: float) -> Row:
    """The signs of two counts of two reports; `chance` is that of one happening (`link/incidents`)."""
    return {
        "happening": math.log(chance / (1 - chance)),
        "one_first": float(left.first != right.first),
        **_both(left, right),
    }


def signs_within(pile: Pile, left: Count, right: Count) -> Row:
    """The signs of two counts of one report."""
    first, last = sorted((left, right), key=lambda count: count.figure.span.start)
    words = lead_in(pile, first, last)
    return {
        "own_toll": float(bool(OWN_TOLL.search(words)) and not OVERTAKEN.search(words)),
        "retold": float(bool(RETOLD.search(words))),
        "new_place": float(bool(first.scene.named and last.scene.named - first.scene.named)),
        "nameless": float(left.nameless or right.nameless),
        "first": float(first.first),
        **_both(left, right),
    }


def _both(left: Count, right: Count) -> dict[str, float]:
    """What is asked of any two counts: how far apart they are, and whom they count."""
    small, large = sorted((size(left.figure), size(right.figure)))
    ratio = large / small if small > 0 else _RATIO
    return {
        "ratio": min(1.0, math.log(ratio) / math.log(_RATIO)),
        "kind_named": float(left.victims == right.victims != "people"),
        "kinds_differ": float(left.victims != right.victims),
    }


@functools.cache
def _weights() -> dict[str, dict[str, float]]:
    text = files("counterclaim.link.compare").joinpath("count_weights.json").read_text(encoding="utf-8")
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
