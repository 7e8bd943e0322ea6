"""Sentences that are nearly the same, found without comparing each with each.

A MinHash sketch of the runs of words in a sentence (Broder 1997) leads to the few that may be alike. Sketching
sentences and not reports is what finds one passage in two reports that are otherwise different, and reprints that
were cut to a third, which share as little as that of their runs (NEWS-COPY, Silcock and others 2023).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate
from zlib import crc32

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import LCSseq

from counterclaim.link.origins.sentences import runs

#: Values of a sketch, and the seed of the numbers that its permutations are made of.
_PERMUTATIONS, _SEED = 64, 1
#: Sketches are cut into bands of so many values, and two sentences are compared where they have one band in common: of
#: those that share eight in ten of their runs all, of six in ten nine of ten, of four in ten a third. (One word in ten
#: differs where five in ten are shared.)
_BAND = 4
#: A sentence with this many neighbours finds enough; a further one with the same words leads to these anyway.
_NEIGHBOURS = 8
#: Sentences that are sketched at once: one array for each run of words would cost ten times as much.
_AT_ONCE = 512
#: Shorter sentences ("He did not elaborate.") are no passage of anybody.
SHORTEST = 6


def neighbours(sentences: Sequence[tuple[str, ...]]) -> list[list[int]]:
    """For each of these different sentences the numbers of earlier ones that may be nearly the same, at most eight:
    time grows with the number of sentences, not with its square."""
    bands: dict[tuple[int, bytes], list[int]] = defaultdict(list)
    found: list[list[int]] = [[] for _ in sentences]
    long = [number for number, words in enumerate(sentences) if len(words) >= SHORTEST]
    for number, values in zip(long, _sketches([sentences[number] for number in long]), strict=True):
        width = len(values) * _BAND // _PERMUTATIONS
        keys = [(start, values[start : start + width]) for start in range(0, len(values), width)]
        near = sorted({other for key in keys for other in bands.get(key, ())})
        found[number] = near[:_NEIGHBOURS]
        if len(near) < _NEIGHBOURS:
            for key in keys:
                bands[key].append(number)
    return found


def _sketches(sentences: Sequence[tuple[str, ...]]) -> Iterator[bytes]:
    """The sketch of each sentence: the least value that any of its runs of words has in each permutation. A run's hash
    is first mixed (the finalizer of MurmurHash3), then multiplied by an odd number and added to, all modulo 2 ** 32,
    as `datasketch` does; that library loads SciPy, which took a worker half a second."""
    numbers_of = np.random.RandomState(_SEED)
    odd = numbers_of.randint(0, 1 << 31, _PERMUTATIONS, dtype=np.uint32) * np.uint32(2) + np.uint32(1)
    added = numbers_of.randint(0, 1 << 32, _PERMUTATIONS, dtype=np.uint32)
    for start in range(0, len(sentences), _AT_ONCE):
        hashes = [[crc32(" ".join(run).encode()) for run in runs(one)] for one in sentences[start : start + _AT_ONCE]]
        first = [0, *accumulate(map(len, hashes[:-1]))]
        values = _mixed(np.array([value for one in hashes for value in one], dtype=np.uint32))
        for row in np.minimum.reduceat(values[:, None] * odd + added, first, axis=0):
            yield row.tobytes()


def _mixed(values: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint32]:
    values = (values ^ (values >> np.uint32(16))) * np.uint32(0x85EBCA6B)
    values = (values ^ (values >> np.uint32(13))) * np.uint32(0xC2B2AE35)
    return values ^ (values >> np.uint32(16))


def likeness(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    """The share of the shorter sentence's words that stand in the longer one in the same order, between 0 and 1."""
    return LCSseq.similarity(left, right) / min(len(left), len(right))


def numbers(words: tuple[str, ...]) -> frozenset[str]:
    """The numbers in a sentence that are written in digits."""
    return frozenset(word for word in words if word.isdigit())
