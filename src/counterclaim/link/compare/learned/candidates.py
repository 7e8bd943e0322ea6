"""Which two sentences are put to the reader: of two reports of one story those most alike.

In a small pile a sentence is read beside the few of each other report that lie nearest to it by the reader's own
embedding of it; in a larger one beside the few that share most telling words with it, so that only these need be read
at all. Larger ones are not compared so yet, but the reader learns from what would be (`benchmarks/judge_pairs.py`).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

import numpy as np

from counterclaim.link.compare.learned.passages import Sentence
from counterclaim.link.compare.pairs import few_reports, of_one_story
from counterclaim.link.incidents.tellings import Tellings
from counterclaim.link.pile import Pile
from counterclaim.models.pairs.model import Known, Reader

#: How many sentences of the other report one is read with, in a small pile and in a larger one.
_MOST_OF_FEW, _MOST = 2, 3
#: How many pairs of two reports of a larger pile, and how much alike they are at least.
_OF_TWO, _ALIKE = 12, 0.12

#: Two sentences with what the reader makes of each, and how many pairs their reports have.
Candidate = tuple[Sentence, Known, Sentence, Known, int]


def candidates(
    pile: Pile, tellings: Tellings, found: Mapping[str, Sequence[Sentence]], reader: Reader
) -> Iterator[Candidate]:
    """Every two sentences worth reading beside each other, each pair once, with what the reader makes of them."""
    known: dict[tuple[str, int], Known] = {}

    def know(sentence: Sentence) -> Known:
        key = sentence.report, sentence.number
        if key not in known:
            known[key] = reader.know(sentence.passage)
        return known[key]

    few = few_reports(pile)
    alike = _Alike([s for sentences in found.values() for s in sentences]) if not few else None
    for one, other in of_one_story(pile, tellings):
        if pile.origins[one] == pile.origins[other] or not found.get(one) or not found.get(other):
            continue
        pairs = (
            _nearest(found[one], found[other], know)
            if alike is None
            else _best([(alike(a, b), a, b) for a in found[one] for b in found[other]])
        )
        for left, right in pairs:
            yield left, know(left), right, know(right), len(found[one]) * len(found[other])


def _nearest(
    left: Sequence[Sentence], right: Sequence[Sentence], know: Callable[[Sentence], Known]
) -> Iterator[tuple[Sentence, Sentence]]:
    """The pairs of which one is among the nearest of the other."""
    cosines = np.stack([know(s).whole for s in left]) @ np.stack([know(s).whole for s in right]).T
    by_left, by_right = (np.argsort(np.argsort(-cosines, axis=axis, kind="stable"), axis=axis) for axis in (1, 0))
    for n, one in enumerate(left):
        for m, other in enumerate(right):
            if min(by_left[n, m], by_right[n, m]) < _MOST_OF_FEW:
                yield one, other


def _best(scored: Sequence[tuple[float, Sentence, Sentence]]) -> Iterator[tuple[Sentence, Sentence]]:
    """The pairs that are among the best of one of the two, the best first."""
    seen: Counter[int] = Counter()
    kept = 0
    for alike, left, right in sorted(scored, key=lambda row: (-row[0], row[1].number, row[2].number)):
        keys = [left.number, -1 - right.number]
        if alike <= _ALIKE or kept == _OF_TWO:
            return
        if min(seen[key] for key in keys) < _MOST:
            seen.update(keys)
            kept += 1
            yield left, right


class _Alike:
    """The cosine of two sentences' words, weighted by how few sentences have them."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        spread = Counter(word for s in sentences for word in s.words)
        self._weight = {word: math.log(1 + len(sentences) / many) ** 2 for word, many in spread.items()}
        self._norm = {id(s): math.sqrt(math.fsum(self._weight[w] for w in s.words)) or 1.0 for s in sentences}

    def __call__(self, left: Sentence, right: Sentence) -> float:
        shared = left.words & right.words
        if not shared:
            return 0.0
        return math.fsum(self._weight[w] for w in shared) / self._norm[id(left)] / self._norm[id(right)]
