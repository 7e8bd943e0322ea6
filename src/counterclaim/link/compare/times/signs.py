"""By what signs two moments are of one happening, and how likely that makes it.

The weights are a logistic regression on the pairs of moments in invented reports of conflicts by several authors
(`weights.json`), fitted on all of them; on an author left out, a little more than half of what has a chance of
.25 or more is a dispute that the author built.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files

from counterclaim.link.compare.times.moments import Moment, gap, telling_words
from counterclaim.link.pile import Pile

Row = dict[str, float]
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
#: Two hours no further apart than this, in minutes, are more often of one deed.
_SHORT = 150


@lru_cache(maxsize=1 << 10)
def _counts(text: str) -> Counter[str]:
    """In how many sentences of a text each telling word stands."""
    found: Counter[str] = Counter()
    for sentence in _SENTENCE.split(text):
        found.update(telling_words(sentence))
    return found


def signs(pile: Pile, left: Moment, right: Moment, here: Mapping[str, Sequence[Moment]]) -> Row:
    """The signs of two moments; `here` are the moments of each report."""
    counts = [_counts(pile.reports[moment.told.report].text) for moment in (left, right)]
    days = abs((left.day - right.day).days) if left.day and right.day else 0
    clock = left.exact and right.exact
    short = 0 < gap(left, right) <= _SHORT
    crossed = _shared(counts, left.whom, right.around) + _shared(counts, left.around, right.whom)
    return {
        "clause": min(2.5, _shared(counts, left.clause, right.clause)),
        "around": min(4.0, _shared(counts, left.around, right.around)),
        "kind": float(bool(left.kinds & right.kinds)),
        "deed_kind": float(bool(left.deed & right.deed)),
        "kinds_differ": float(bool(left.kinds and right.kinds and not left.kinds & right.kinds)),
        "whom_around": min(2.0, crossed),
        "whom_other": float(bool(left.whom and right.whom and left.whom.isdisjoint(right.whom))),
        "clock": float(clock),
        "one_clock": float(left.exact != right.exact),
        "whole_day": float(left.hour is None) + float(right.hour is None),
        "short": float(short),
        "clock_short": float(clock and short),
        "days": min(3.0, math.log1p(days)),
        "first": float(left.rank == 0) + float(right.rank == 0),
        "ranks": min(2.0, math.log1p(left.rank + right.rank) / 1.5),
        "said": float(left.said) + float(right.said),
        "outdone": _outdone(counts, left, right, here),
    }


def _shared(counts: Sequence[Counter[str]], left: frozenset[str], right: frozenset[str]) -> float:
    """How much telling two sets of words share: a word of every sentence tells little."""
    return sum(1 / math.sqrt(max(1, sum(count[word] for count in counts)) / 2) for word in left & right)


def _outdone(
    counts: Sequence[Counter[str]], left: Moment, right: Moment, here: Mapping[str, Sequence[Moment]]
) -> float:
    """By how much another moment of either report is nearer to the other's in its words."""
    mine, most = _nearness(counts, left, right), 0.0
    for fixed, others in ((left, here[right.told.report]), (right, here[left.told.report])):
        for other in others:
            if other is not left and other is not right:
                most = max(most, min(1.0, _nearness(counts, fixed, other) - mine))
    return most


def _nearness(counts: Sequence[Counter[str]], left: Moment, right: Moment) -> float:
    kinds = 0.7 if left.kinds & right.kinds else 0.0
    return kinds + _shared(counts, left.clause, right.clause) + 0.5 * _shared(counts, left.around, right.around)


@cache
def _weights() -> dict[str, float]:
    text = files("counterclaim.link.compare.times").joinpath("weights.json").read_text(encoding="utf-8")
    found: dict[str, float] = json.loads(text)
    return found


def chance(row: Row) -> float:
    """The probability that two moments of two reports answer one question."""
    weights = _weights()
    total = weights["level"] + sum(weights.get(name, 0.0) * value for name, value in row.items())
    return 1 / (1 + math.exp(-total))
