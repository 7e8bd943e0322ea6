"""What stands around two sentences, in 21 numbers: that a third report tells the same as one of them and contradicts
the other, that another sentence of the report clashes more, that the sentences before them tell of one thing, too.

The reader judges two sentences by themselves. Among the many pairs of two whole reports those are sought that stand
out, and what stands around them says much about that: of reports of 250 words by an author whom no part had learned
from, half of the contradicting pairs are found with 56 % right where the sentences alone give 47 %.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from counterclaim.models.pairs.model import Known, alike

#: How many numbers a pair has.
AROUND = 21
#: How many pairs of sentences two short reports have, and by what power of it contradictions are rarer in longer ones.
_SHORT, _LONGER = 36, 0.5
#: How much alike (a cosine) a sentence of a third report is that tells of the same, and that tells the same.
_OF_ONE, _AS_MUCH = 0.45, 0.5
#: How likely a third report contradicts, to be counted; differences of logits, words and reports beyond which there is
#: no difference.
_COUNTED, _GAP, _WORDS, _THIRD = 0.2, 6.0, 6, 4
_POINTS = re.compile(
    r"[\"“‘']?(?:He|She|They|It|This|That|These|Those|We|I|His|Her|Their|Its)\b",
)

#: A sentence: its report, and which of its sentences it is.
Place = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Laid:
    """Two sentences that were read side by side: where they stand, how likely they contradict each other, in any slot
    and in the likeliest (0 to 1)."""

    left: Place
    right: Place
    likely: float
    of_slot: float


class _Pile:
    """All that was read of a pile, looked up by sentence."""

    def __init__(self, sentences: Mapping[str, Sequence[Known]], pairs: Sequence[Laid]) -> None:
        self.sentences, self.pairs = sentences, pairs
        self.logits = [self._lowered(pair) for pair in pairs]
        self.alike = [alike(self.known(pair.left), self.known(pair.right)) for pair in pairs]
        self.beside: dict[Place, list[tuple[int, Place]]] = defaultdict(list)
        for number, pair in enumerate(pairs):
            self.beside[pair.left].append((number, pair.right))
            self.beside[pair.right].append((number, pair.left))
        self._context: dict[Place, NDArray[np.float32]] = {}

    def pairs_of(self, left: str, right: str) -> int:
        """How many pairs of sentences two reports have."""
        return len(self.sentences[left]) * len(self.sentences[right])

    def _lowered(self, pair: Laid) -> float:
        """The logit of a pair, lower the more pairs its reports have: these grow faster than what contradicts."""
        likely = min(max(pair.likely, 1e-4), 1 - 1e-4)
        many = self.pairs_of(pair.left[0], pair.right[0])
        return float(np.log(likely / (1 - likely)) - _LONGER * np.log(max(1.0, many / _SHORT)))

    def known(self, place: Place) -> Known:
        """What the encoder made of a sentence."""
        return self.sentences[place[0]][place[1]]

    def before(self, place: Place) -> Known:
        """The sentence before one, or the first itself."""
        return self.sentences[place[0]][max(0, place[1] - 1)]

    def context(self, place: Place) -> NDArray[np.float32]:
        """The embedding of what stands before and behind a sentence, of length 1."""
        if place not in self._context:
            of_report, at = self.sentences[place[0]], place[1]
            near = [of_report[n].whole for n in (at - 1, at + 1) if 0 <= n < len(of_report)] or [of_report[at].whole]
            total = np.sum(near, axis=0)
            self._context[place] = total / max(1e-6, float(np.linalg.norm(total)))
        return self._context[place]

    def how_far(self, place: Place) -> float:
        """How far down its report a sentence stands: 0 to 1."""
        return place[1] / len(self.sentences[place[0]])


def around(sentences: Mapping[str, Sequence[Known]], pairs: Sequence[Laid]) -> NDArray[np.float32]:
    """The numbers of each pair, (pairs, 21), out of all sentences of its reports and all pairs that were read of the
    pile. They are the same whichever sentence comes first."""
    pile = _Pile(sentences, pairs)
    return np.array([_numbers(pile, n) for n in range(len(pairs))], dtype=np.float32).reshape(-1, AROUND)


def _numbers(pile: _Pile, number: int) -> list[float]:
    pair = pile.pairs[number]
    left, right = pile.known(pair.left), pile.known(pair.right)
    gaps, ranks = zip(*(_stands_out(pile, number, *ends) for ends in _both(pair)), strict=True)
    thirds, against, counts = zip(*(_thirds(pile, *ends) for ends in _both(pair)), strict=True)
    before = pile.before(pair.left), pile.before(pair.right)
    numbers = bool(left.told.numbers) and bool(right.told.numbers)
    texts = [known.told.passage.text for known in (left, right)]
    return [
        pile.logits[number],
        pile.alike[number],
        float(np.log(pile.pairs_of(pair.left[0], pair.right[0]))),
        min(gaps),
        max(gaps),
        max(thirds),
        min(thirds),
        float(min(_THIRD, sum(counts))),
        max(against),
        min(against),
        float(pile.context(pair.left) @ pile.context(pair.right)),
        (alike(before[0], right) + alike(left, before[1])) / 2,
        alike(*before),
        abs(pile.how_far(pair.left) - pile.how_far(pair.right)),
        float(min(ranks)),
        float(max(ranks)),
        float(left.told.denies != right.told.denies),
        float(numbers and not left.told.numbers & right.told.numbers),
        float(sum(bool(_POINTS.match(text)) for text in texts)),
        float(min(_WORDS, len(left.told.stems & right.told.stems))),
        pair.of_slot,
    ]


def _both(pair: Laid) -> tuple[tuple[Place, Place], tuple[Place, Place]]:
    return (pair.left, pair.right), (pair.right, pair.left)


def _stands_out(pile: _Pile, number: int, one: Place, other: Place) -> tuple[float, int]:
    """By how much a pair clashes more than the likeliest other one of a sentence with the same report, and how many
    sentences there lie nearer to it."""
    rest = [n for n, place in pile.beside[one] if n != number and place[0] == other[0]]
    best = max((pile.logits[n] for n in rest), default=-_GAP)
    nearer = sum(pile.alike[n] > pile.alike[number] for n in rest)
    return float(np.clip(pile.logits[number] - best, -_GAP, _GAP)), nearer


def _thirds(pile: _Pile, one: Place, other: Place) -> tuple[float, float, int]:
    """What third reports tell that have a sentence much like the other one: how likely such a sentence contradicts this
    one, too, at the most; how likely one does not; and how many may."""
    most, against, many = 0.0, 0.0, 0
    for n, place in pile.beside[one]:
        if place[0] == other[0]:
            continue
        near = alike(pile.known(place), pile.known(other))
        likely = float(1 / (1 + np.exp(-pile.logits[n])))
        if near >= _OF_ONE:
            most, many = max(most, likely), many + (likely >= _COUNTED)
        if near >= _AS_MUCH:
            against = max(against, 1 - likely)
    return most, against, many
