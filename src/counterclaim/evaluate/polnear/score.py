"""One article's attributions against those that a person marked, as counts of what is right."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from counterclaim.evaluate.polnear.read import Marked, Pieces

SUBSETS = ("all", "quoted", "indirect")
MEASURES = ("content", "content half", "source", "cue", "relation")

_WORD = re.compile(r"\w+")
_MARK = re.compile(r"[\"“”«»‘]|(?<!\w)'(?=\w)")


@dataclass(frozen=True, slots=True)
class _Tokens:
    """An attribution as sets of token numbers."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]
    quoted: bool

    def belongs(self, subset: str) -> bool:
        """Whether the attribution is counted in `subset`."""
        return subset == "all" or self.quoted == (subset == "quoted")


@dataclass(slots=True)
class Counts:
    """What precision and recall are made of; both may count hits of their own (token measures do)."""

    found: int = 0
    predicted: int = 0
    recalled: int = 0
    gold: int = 0

    def add(self, other: Counts) -> None:
        """Add the counts of another article."""
        self.found += other.found
        self.predicted += other.predicted
        self.recalled += other.recalled
        self.gold += other.gold

    def scores(self) -> tuple[float, float, float]:
        """Precision, recall and F1 in percent, 0 where there is nothing to divide by."""
        precision = self.found / self.predicted if self.predicted else 0.0
        recall = self.recalled / self.gold if self.gold else 0.0
        both = precision + recall
        return 100 * precision, 100 * recall, 200 * precision * recall / both if both else 0.0


Score = dict[tuple[str, str], Counts]


def score_article(text: str, gold: Iterable[Marked], predicted: Iterable[Marked]) -> Score:
    """The counts of one article, by subset and measure.

    `content` and `cue` compare the union of tokens; `content half` pairs by the Jaccard index alone; `source`
    compares the tokens of the sources of attributions whose contents were paired by most tokens shared.
    """
    token_at = _token_numbers(text)
    golds = [_tokens(marked, text, token_at, pad=0) for marked in gold]
    founds = [_tokens(marked, text, token_at, pad=1) for marked in predicted]
    by_half = _pairs(golds, founds, _jaccard, lambda g, p: _jaccard(g, p) >= 0.5)
    related = _pairs(golds, founds, _jaccard, lambda g, p: _jaccard(g, p) >= 0.5 and _same_source(g, p))
    by_overlap = _pairs(golds, founds, lambda g, p: (_shared(g, p), _jaccard(g, p)), lambda g, p: True)
    score: Score = {}
    for subset in SUBSETS:
        score[subset, "content"] = _union(golds, founds, subset, lambda a: a.content)
        score[subset, "cue"] = _union(golds, founds, subset, lambda a: a.cue)
        score[subset, "content half"] = _paired(golds, founds, by_half, subset)
        score[subset, "relation"] = _paired(golds, founds, related, subset)
        sources = Counts()
        for g, p in by_overlap:
            if golds[g].belongs(subset):
                one, other = golds[g].source, founds[p].source
                shared = len(one & other)
                sources.add(Counts(shared, len(other), shared, len(one)))
        score[subset, "source"] = sources
    return score


def _token_numbers(text: str) -> list[int]:
    """For each character the number of the token it stands in, -1 between tokens."""
    numbers = [-1] * len(text)
    for number, word in enumerate(_WORD.finditer(text)):
        numbers[word.start() : word.end()] = [number] * (word.end() - word.start())
    return numbers


def _tokens(marked: Marked, text: str, token_at: list[int], pad: int) -> _Tokens:
    """An attribution as token sets. It is quoted if its content holds a mark, or has one within `pad` characters."""

    def numbers(pieces: Pieces) -> frozenset[int]:
        return frozenset(n for start, end in pieces for n in token_at[start:end] if n >= 0)

    quoted = any(_MARK.search(text[max(0, start - pad) : end + pad]) for start, end in marked.content)
    return _Tokens(numbers(marked.source), numbers(marked.cue), numbers(marked.content), quoted)


def _shared(gold: _Tokens, found: _Tokens) -> int:
    return len(gold.content & found.content)


def _jaccard(gold: _Tokens, found: _Tokens) -> float:
    union = len(gold.content | found.content)
    return len(gold.content & found.content) / union if union else 0.0


def _same_source(gold: _Tokens, found: _Tokens) -> bool:
    return bool(gold.source & found.source) if gold.source else not found.source


def _pairs(
    golds: Sequence[_Tokens],
    founds: Sequence[_Tokens],
    rank: Callable[[_Tokens, _Tokens], float | tuple[float, float]],
    allowed: Callable[[_Tokens, _Tokens], bool],
) -> list[tuple[int, int]]:
    """One-to-one pairs of attributions whose contents share a token, the best first; earlier ones win a tie."""
    candidates = [
        (rank(gold, found), -g, -p)
        for g, gold in enumerate(golds)
        for p, found in enumerate(founds)
        if gold.content & found.content and allowed(gold, found)
    ]
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    pairs = []
    for _, g, p in sorted(candidates, reverse=True):
        if -g not in taken_gold and -p not in taken_found:
            taken_gold.add(-g)
            taken_found.add(-p)
            pairs.append((-g, -p))
    return pairs


def _paired(golds: Sequence[_Tokens], founds: Sequence[_Tokens], pairs: list[tuple[int, int]], subset: str) -> Counts:
    """Counts where an attribution is one item: right if it was paired."""
    return Counts(
        found=sum(founds[p].belongs(subset) for _, p in pairs),
        predicted=sum(found.belongs(subset) for found in founds),
        recalled=sum(golds[g].belongs(subset) for g, _ in pairs),
        gold=sum(gold.belongs(subset) for gold in golds),
    )


def _union(
    golds: Sequence[_Tokens], founds: Sequence[_Tokens], subset: str, part: Callable[[_Tokens], frozenset[int]]
) -> Counts:
    """Counts where a token is one item: right if it stands in the same part of any attribution on the other side."""
    every_gold = frozenset[int]().union(*(part(gold) for gold in golds))
    every_found = frozenset[int]().union(*(part(found) for found in founds))
    some_gold = frozenset[int]().union(*(part(gold) for gold in golds if gold.belongs(subset)))
    some_found = frozenset[int]().union(*(part(found) for found in founds if found.belongs(subset)))
    return Counts(len(some_found & every_gold), len(some_found), len(some_gold & every_found), len(some_gold))
