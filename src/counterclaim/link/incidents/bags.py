"""Words as weighted bags, for how much two stretches of text have in common (TF-IDF with cosine; Salton and Buckley
1988)."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import takewhile

Bag = Mapping[str, float]

#: What counts as a word.
WORD = re.compile(r"[^\W\d_][\w'’-]{2,}")
#: What a word may go on with.
_IN_WORD = re.compile(r"[\w'’-]")


class Weights:
    """How much each word tells in a pile of reports, of each of which the different words are given: little if most of
    them have it. A pile of fewer than `at_least` is weighed as if it had so many."""

    def __init__(self, reports: Iterable[Set[str]], at_least: int = 0) -> None:
        self._reports: Counter[str] = Counter()
        self._size = 0
        for words in reports:
            self._reports.update(words)
            self._size += 1
        self._size = max(self._size, at_least)
        self._weights = {word: math.log((self._size + 1) / (count + 0.5)) for word, count in self._reports.items()}

    @classmethod
    def of(cls, texts: Iterable[str]) -> Weights:
        """The weights of words in these texts."""
        return cls({word.lower() for word in set(WORD.findall(text))} for text in texts)

    def weight(self, word: str) -> float:
        """The inverse report frequency of a word."""
        return self._weights.get(word) or math.log((self._size + 1) / (self._reports[word] + 0.5))

    def bag_of(self, text: str, start: int, end: int) -> Bag:
        """The words of a text that begin between two characters, weighted, of length one."""
        ahead = start
        while ahead and not text[ahead - 1].isspace():  # a sentence that was cut may begin within a word
            ahead -= 1
        if ahead == start and not _IN_WORD.match(text, end):
            return self.weighted([word.lower() for word in WORD.findall(text, start, end)])
        found = takewhile(lambda match: match.start() < end, WORD.finditer(text, ahead))
        return self.weighted([match.group().lower() for match in found if match.start() >= start])

    def weighted(self, words: Sequence[str]) -> Bag:
        """A bag of words of these reports."""
        weights = self._weights
        bag = {
            word: weights[word] if count == 1 else (1 + math.log(count)) * weights[word]
            for word, count in Counter(words).items()
        }
        length = math.sqrt(sum([value * value for value in bag.values()]))
        return {word: value / length for word, value in bag.items()} if length else {}


class Lexicon(Weights):
    """The weights of words, and where each stands in its report."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._words: dict[str, tuple[list[int], list[str]]] = {}
        once: dict[str, str] = {}  # so that a word is kept once, however many reports have it
        for report, text in texts.items():
            found = [(match.start(), match.group().lower()) for match in WORD.finditer(text)]
            self._words[report] = ([start for start, _ in found], [once.setdefault(word, word) for _, word in found])
        super().__init__(set(words) for _, words in self._words.values())

    def bag(self, report: str, start: int, end: int) -> Bag:
        """The words of a report that begin between two characters, weighted, of length one."""
        starts, words = self._words[report]
        return self.weighted(words[bisect_left(starts, start) : bisect_left(starts, end)])


def cosine(left: Bag, right: Bag) -> float:
    """How much two bags of length one have in common, from 0 to 1."""
    # The words of both come in no settled order, so the sum must not depend on it.
    return math.fsum([left[word] * right[word] for word in left.keys() & right.keys()])


def strongest(bag: Bag, most: int) -> Iterable[str]:
    """The words that tell most of a bag."""
    return [word for _, word in sorted([(-value, word) for word, value in bag.items()])[:most]]
