"""What several scorers measure with: words shared by two pieces of text, names that mean the same, shares."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from counterclaim.records import Span

_WORD = re.compile(r"\w+")

#: "Pashinyan" and "Pashinian" are alike by 0.889, "ministry" and "minister" by 0.875.
SAME_SPELLING = 0.88

#: What follows the head of a description: "the head of the village", "a doctor at the hospital, who …".
_AFTER_HEAD = re.compile(r",|\s(?:of|at|in|for|from|on|with|who)\s")


def word_starts(spans: Iterable[Span]) -> frozenset[int]:
    """Where in their text the words of some spans begin: two pieces share the words that begin at one place."""
    return frozenset(span.start + match.start() for span in spans for match in _WORD.finditer(span.text))


def jaccard(left: frozenset[int], right: frozenset[int]) -> float:
    """The share of all words of two pieces that stand in both, between 0 and 1."""
    union = len(left | right)
    return len(left & right) / union if union else 0.0


def same_name(gold: str, words: str) -> bool:
    """Whether `words` name `gold`: the last word of both is the same, and one's words are all among the other's.

    "the Telurian Defence Ministry" and "the ministry" name the "Telurian Defence Ministry"; the "Health Ministry"
    does not. A name may be spelled a little differently.
    """
    left, right = _name_parts(gold), _name_parts(words)
    if not left or not right or not _same_spelling(left[-1], right[-1]):
        return False
    shorter, longer = sorted((left, right), key=len)
    return all(any(_same_spelling(part, other) for other in longer) for part in shorter)


def percent(right: int, of: int) -> float | None:
    """`right` of `of` in percent with one digit; None where there is nothing to divide by."""
    return round(100 * right / of, 1) if of else None


def _name_parts(name: str) -> list[str]:
    """The words of a name or description up to its head, without articles."""
    up_to_head = _AFTER_HEAD.split(name.casefold())[0]
    return [word for word in _WORD.findall(up_to_head) if word not in {"the", "a", "an"}]


def _same_spelling(left: str, right: str) -> bool:
    return left == right or SequenceMatcher(None, left, right).ratio() >= SAME_SPELLING
