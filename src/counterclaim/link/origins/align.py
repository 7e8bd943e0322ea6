"""Two reports side by side: which sentence of one is which of the other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.link.origins.near import SHORTEST, likeness
from counterclaim.link.origins.sentences import Sentence, runs

#: Share of the shorter sentence's runs of words that the longer one has, from which the two are compared in full.
_WORTH = 0.2
#: Share of the shorter sentence's words, in order, from which the two are one sentence that was edited.
_EDITED = 0.6


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences, by their place in their reports, that are one as edited; `likeness` is between 0 and 1."""

    left: int
    right: int
    likeness: float


class Beside:
    """One report that others are put beside; its runs of words are looked up once for all of them."""

    def __init__(self, right: Sequence[Sentence]) -> None:
        self._right = right
        self._where: dict[tuple[str, ...], list[int]] = defaultdict(list)
        self._runs = [len(runs(sentence.words)) for sentence in right]
        for j, sentence in enumerate(right):
            for run in set(runs(sentence.words)):
                self._where[run].append(j)

    def align(self, left: Sequence[Sentence]) -> list[Pair]:
        """The best one-to-one pairs of sentences of another report and this one, in the order of the other."""
        offered: list[tuple[float, int, int, int, float]] = []
        for i, sentence in enumerate(left):
            own = set(runs(sentence.words))
            shared = Counter([j for run in own if run in self._where for j in self._where[run]])
            for j, count in shared.items():
                other = self._right[j].words
                if count < _WORTH * min(len(own), self._runs[j]):
                    continue
                like = 1.0 if sentence.words == other else _likeness(sentence.words, other)
                if like >= _EDITED:
                    offered.append((-like * min(len(sentence.words), len(other)), abs(i - j), i, j, like))
        return _one_to_one(offered)


def _one_to_one(offered: Sequence[tuple[float, int, int, int, float]]) -> list[Pair]:
    taken: dict[int, Pair] = {}
    gone: set[int] = set()
    for _, _, i, j, like in sorted(offered):
        if i not in taken and j not in gone:
            taken[i] = Pair(i, j, like)
            gone.add(j)
    return [taken[i] for i in sorted(taken)]


def _likeness(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    return likeness(left, right) if min(len(left), len(right)) >= SHORTEST else 0.0
