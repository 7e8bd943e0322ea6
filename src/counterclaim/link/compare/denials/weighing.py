"""How much the words of a denial weigh, and where another account has them: in its clause, its sentence, or beside."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from counterclaim.link.compare.denials.clauses import Clause
from counterclaim.link.compare.denials.folds import folded
from counterclaim.link.pile import Pile

#: How much a word counts that stands in the clause itself, in its sentence, or beside that, as many characters off.
_SHARES, CONTEXT = (1.0, 0.8, 0.5), 250
#: The least that a word weighs.
BASE = 0.3


def weights_of(pile: Pile) -> Mapping[str, float]:
    """How much each class or stem tells in this pile."""
    found: Counter[str] = Counter()
    for report in pile.annotations:
        found.update(names_of(folded(pile.reports[report].text)))
    size = len(pile.annotations)
    return {name: BASE + math.log((size + 1) / (count + 0.5)) for name, count in found.items()}


def weight_of(word: frozenset[str], weights: Mapping[str, float]) -> float:
    """How much a word weighs: as much as the rarest class that it is of."""
    return max((weights.get(name, 0.0) for name in word), default=0.0)


def shared_words(
    words: Iterable[frozenset[str]], rings: Sequence[frozenset[str]], weights: Mapping[str, float]
) -> tuple[dict[str, float], float, float]:
    """Which of some words another account has, each with how much that counts; what they weigh, and as a share of
    all."""
    shared: dict[str, float] = {}
    have = whole = 0.0
    for word in set(words):
        weight = weight_of(word, weights)
        whole += weight
        for ring, share in zip(rings, _SHARES, strict=True):
            if word & ring:
                shared[min(word & ring)] = share
                have += weight * share
                break
    return shared, have, have / max(0.1, whole)


def names_of(words: Iterable[frozenset[str]]) -> frozenset[str]:
    """All classes and stems of some words."""
    return frozenset(name for word in words for name in word)


def telling(word: frozenset[str], weights: Mapping[str, float]) -> float:
    """How much a word tells, as a share of what the rarest tells (0 to 1)."""
    return weight_of(word, weights) / max(0.1, max(weights.values(), default=0.1))


def rings_of(pile: Pile, no: Clause, yes: Clause) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The words of a clause, of its sentence, and of what stands beside it; a denial in the same sentence does not
    count as told by the rest of it."""
    own = names_of(yes.words)
    if no.report == yes.report and no.sentence == yes.sentence:
        return own, own, own
    return own, names_of(yes.around), _beside(pile, yes)


def _beside(pile: Pile, clause: Clause) -> frozenset[str]:
    """The words of the sentences before and after a clause's own."""
    text = pile.reports[clause.report].text
    start, end = clause.sentence.start, clause.sentence.end
    words = folded(text[max(0, start - CONTEXT) : start]) + folded(text[end : end + CONTEXT // 2])
    return names_of(words)
