"""Which two sentences are put to the reader: of two reports of one story those that lie nearest to each other.

A sentence is read beside the two of each other report that are nearest to it by the reader's own embedding, in a larger
pile beside the nearest one. Which they are follows from the two reports alone, whatever else is in the pile.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from counterclaim.link.compare.learned.passages import Sentence, sentences_of
from counterclaim.link.compare.pairs import few_reports, of_one_story
from counterclaim.link.incidents.tellings import Tellings
from counterclaim.link.pile import Pile
from counterclaim.models.pairs.model import Known, Reader

#: How many sentences of the other report one is read with, in a small pile and in a larger one.
_OF_FEW, _OF_MANY = 2, 1
#: How much alike they are at least (a cosine): in a small pile whatever lies nearest is read.
_ALIKE_OF_FEW, _ALIKE = -1.0, 0.4

#: Two sentences with what the reader makes of each, and how many pairs their reports have.
Candidate = tuple[Sentence, Known, Sentence, Known, int]


def candidates(pile: Pile, tellings: Tellings, reader: Reader) -> Iterator[Candidate]:
    """Every two sentences worth reading beside each other, each pair once, with what the reader makes of them."""
    found: dict[str, list[Sentence]] = {}
    known: dict[tuple[str, int], Known] = {}

    def told(report: str) -> list[Sentence]:
        if report not in found:
            found[report] = sentences_of(pile, report)
        return found[report]

    def know(sentence: Sentence) -> Known:
        key = sentence.report, sentence.number
        if key not in known:
            known[key] = reader.know(sentence.passage)
        return known[key]

    few = few_reports(pile)
    for one, other in of_one_story(pile, tellings):
        if pile.origins[one] == pile.origins[other] or not told(one) or not told(other):
            continue
        pairs = _nearest(told(one), told(other), know, *((_OF_FEW, _ALIKE_OF_FEW) if few else (_OF_MANY, _ALIKE)))
        for left, right in pairs:
            yield left, know(left), right, know(right), len(told(one)) * len(told(other))


def _nearest(
    left: Sequence[Sentence], right: Sequence[Sentence], know: Callable[[Sentence], Known], most: int, alike: float
) -> Iterator[tuple[Sentence, Sentence]]:
    """The pairs of which one is among the nearest of the other."""
    cosines = np.stack([know(s).whole for s in left]) @ np.stack([know(s).whole for s in right]).T
    by_left, by_right = (np.argsort(np.argsort(-cosines, axis=axis, kind="stable"), axis=axis) for axis in (1, 0))
    for n, one in enumerate(left):
        for m, other in enumerate(right):
            if min(by_left[n, m], by_right[n, m]) < most and cosines[n, m] >= alike:
                yield one, other
