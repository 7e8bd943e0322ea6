"""Which two sentences are put to the reader: of two reports of one story those that lie nearest to each other.

A sentence is read beside the two of each other report that are nearest to it by the reader's own embedding, in a larger
pile beside the nearest one. Which they are follows from the two reports alone, whatever else is in the pile.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from counterclaim.link.compare.learned.passages import Sentence, sentences_of
from counterclaim.link.compare.pairs import few_reports, of_one_story
from counterclaim.link.incidents.tellings import Tellings
from counterclaim.link.pile import Pile
from counterclaim.models.pairs.model import Known, Reader


@dataclass(frozen=True, slots=True)
class Near:
    """With how many sentences of another report one is read, and how much alike they are at least (a cosine)."""

    most: int
    alike: float


#: Reports of a small pile that came out further apart than this, in days, are not read side by side.
_DAYS = 31

#: In a small pile, where whatever lies nearest is read, and in a larger one.
OF_FEW, OF_MANY = Near(2, -1.0), Near(1, 0.4)


@dataclass(frozen=True, slots=True)
class Candidates:
    """The sentences of each report with what the reader makes of them, and which two are worth reading side by side,
    each pair once."""

    sentences: dict[str, list[Sentence]] = field(default_factory=dict)
    known: dict[str, list[Known]] = field(default_factory=dict)
    pairs: list[tuple[Sentence, Sentence]] = field(default_factory=list)


def candidates(pile: Pile, tellings: Tellings, reader: Reader) -> Candidates:
    """What is worth reading side by side in a pile."""
    found, near = Candidates(), OF_FEW if few_reports(pile) else OF_MANY
    for pair in of_one_story(pile, tellings, _DAYS):
        one, other = pair
        if pile.origins[one] == pile.origins[other]:
            continue
        for report in pair:
            if report not in found.sentences:
                found.sentences[report] = sentences_of(pile, report)
                found.known[report] = [reader.know(s.passage) for s in found.sentences[report]]
        for n, m in nearest(found.known[one], found.known[other], near):
            found.pairs.append((found.sentences[one][n], found.sentences[other][m]))
    return found


def nearest(left: Sequence[Known], right: Sequence[Known], near: Near) -> Iterator[tuple[int, int]]:
    """The pairs of two reports' sentences of which one is among the nearest of the other."""
    if not left or not right:
        return
    cosines = np.stack([one.whole for one in left]) @ np.stack([one.whole for one in right]).T
    by_left, by_right = (np.argsort(np.argsort(-cosines, axis=axis, kind="stable"), axis=axis) for axis in (1, 0))
    for n in range(len(left)):
        for m in range(len(right)):
            if min(by_left[n, m], by_right[n, m]) < near.most and cosines[n, m] >= near.alike:
                yield n, m
