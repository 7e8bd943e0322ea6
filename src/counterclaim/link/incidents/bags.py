"""Words as weighted bags, for how much two stretches of text have in common (TF-IDF with cosine; Salton and Buckley
1988)."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

Bag = Mapping[str, float]

_WORD = re.compile(r"[^\W\d_][\w'’-]{2,}")


class Lexicon:
    """How much each word tells in a pile of reports: little if most of them have it."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._words: dict[str, tuple[list[int], list[str]]] = {}
        self._reports: Counter[str] = Counter()
        once: dict[str, str] = {}  # so that a word is kept once, however many reports have it
        for report, text in texts.items():
            found = [(match.start(), match.group().lower()) for match in _WORD.finditer(text)]
            self._words[report] = ([start for start, _ in found], [once.setdefault(word, word) for _, word in found])
            self._reports.update({word for _, word in found})
        self._size = len(texts)
        self._weights = {word: math.log((self._size + 1) / (count + 0.5)) for word, count in self._reports.items()}

    def weight(self, word: str) -> float:
        """The inverse report frequency of a word."""
        return self._weights.get(word) or math.log((self._size + 1) / (self._reports[word] + 0.5))

    def bag(self, report: str, start: int, end: int) -> Bag:
        """The words of a report that begin between two characters, weighted, of length one."""
        starts, words = self._words[report]
        return self._weighted(words[bisect_left(starts, start) : bisect_left(starts, end)])

    def _weighted(self, words: Sequence[str]) -> Bag:
        weights = self._weights
        bag = {
            word: weights[word] if count == 1 else (1 + math.log(count)) * weights[word]
            for word, count in Counter(words).items()
        }
        length = math.sqrt(sum([value * value for value in bag.values()]))
        return {word: value / length for word, value in bag.items()} if length else {}


def cosine(left: Bag, right: Bag) -> float:
    """How much two bags of length one have in common, from 0 to 1."""
    # The words of both come in no settled order, so the sum must not depend on it.
    return math.fsum([left[word] * right[word] for word in left.keys() & right.keys()])


def strongest(bag: Bag, most: int) -> Iterable[str]:
    """The words that tell most of a bag."""
    return [word for _, word in sorted([(-value, word) for word, value in bag.items()])[:most]]
