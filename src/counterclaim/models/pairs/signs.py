"""What two sentences have in common and in what they differ, in 28 numbers beside the network's own reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from counterclaim.models.pairs.pieces import Passage
from counterclaim.models.pairs.words import (
    DENIES,
    GIVES_CAUSE,
    LEAVES_OPEN,
    TELLS_TIME,
    names_in,
    numbers_in,
    stems_in,
)

#: How many signs a pair has.
SIGNS = 28
#: Days apart, characters, names and words beyond which there is no difference.
_DAYS, _LONG, _NAMES, _WORDS = 7, 200, 3, 6


@dataclass(frozen=True, slots=True)
class Told:
    """What a sentence has of its own that another can have, too."""

    passage: Passage
    numbers: frozenset[str]
    names: frozenset[str]
    stems: frozenset[str]
    times: frozenset[str]
    denies: bool
    open: bool
    cause: bool

    @classmethod
    def of(cls, passage: Passage) -> Told:
        """What a sentence has."""
        text = passage.text
        return cls(
            passage,
            numbers_in(text),
            names_in(text),
            stems_in(text),
            frozenset(word.lower() for word in TELLS_TIME.findall(text)),
            bool(DENIES.search(text)),
            bool(LEAVES_OPEN.search(text)),
            bool(GIVES_CAUSE.search(text)),
        )


def signs(left: Told, right: Told, alike: float) -> list[float]:
    """The signs of a pair; `alike` is the cosine of the two sentences' embeddings. They are the same whichever
    sentence comes first."""
    numbers = bool(left.numbers) and bool(right.numbers)
    other_numbers = numbers and not left.numbers & right.numbers
    times = bool(left.times) and bool(right.times)
    one_denies = left.denies != right.denies
    shared = len(left.stems & right.stems)
    longs = [min(1.0, len(told.passage.text) / _LONG) for told in (left, right)]
    apart = _days_apart(left.passage.published, right.passage.published)
    some_open = left.open or right.open
    found: Sequence[float | bool] = (
        alike,
        alike * alike,
        numbers,
        other_numbers,
        bool(left.numbers & right.numbers),
        bool(left.numbers) != bool(right.numbers),
        one_denies,
        left.denies and right.denies,
        times,
        times and not left.times & right.times,
        bool(left.times & right.times),
        some_open,
        left.open and right.open,
        min(_NAMES, len(left.names & right.names)) / _NAMES,
        bool(left.names) and bool(right.names) and not left.names & right.names,
        not left.names or not right.names,
        min(_WORDS, shared) / _WORDS,
        shared / (min(len(left.stems), len(right.stems)) or 1),
        left.passage.report == right.passage.report,
        sum(longs),
        abs(longs[0] - longs[1]),
        left.cause or right.cause,
        alike * other_numbers,
        alike * one_denies,
        apart == 0,
        min(apart, _DAYS) / _DAYS,
        some_open and other_numbers,
        1.0,
    )
    return [float(sign) for sign in found]


def _days_apart(left: str, right: str) -> int:
    """How many days two reports came out apart; none where one does not say."""
    try:
        return abs((date.fromisoformat(left[:10]) - date.fromisoformat(right[:10])).days)
    except ValueError:
        return 0
