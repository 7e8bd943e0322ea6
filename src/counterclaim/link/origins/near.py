"""Sentences that are nearly the same, found without comparing each with each.

A MinHash sketch of the runs of words in a sentence (Broder 1997) leads to the few that may be alike. Sketching
sentences and not reports is what finds one passage in two reports that are otherwise different, and reprints that
were cut to a third, which share as little as that of their runs (NEWS-COPY, Silcock and others 2023).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from zlib import crc32

from datasketch import MinHash
from rapidfuzz.distance import LCSseq

from counterclaim.link.origins.sentences import runs

_PERMUTATIONS = 64
#: Sketches are cut into bands of so many values, and two sentences are compared where they have one band in common: of
#: those that share eight in ten of their runs all, of six in ten nine of ten, of four in ten a third. (One word in ten
#: differs where five in ten are shared.)
_BAND = 4
#: A sentence with this many neighbours finds enough; a further one with the same words leads to these anyway.
_NEIGHBOURS = 8
#: Shorter sentences ("He did not elaborate.") are no passage of anybody.
SHORTEST = 6


def neighbours(sentences: Sequence[tuple[str, ...]]) -> list[list[int]]:
    """For each of these different sentences the numbers of earlier ones that may be nearly the same, at most eight:
    time grows with the number of sentences, not with its square."""
    bands: dict[tuple[int, bytes], list[int]] = defaultdict(list)
    found: list[list[int]] = [[] for _ in sentences]
    long = [number for number, words in enumerate(sentences) if len(words) >= SHORTEST]
    pieces = ([" ".join(run).encode() for run in runs(sentences[number])] for number in long)
    for number, sketch in zip(
        long, MinHash.generator(pieces, num_perm=_PERMUTATIONS, seed=1, hashfunc=crc32), strict=True
    ):
        values = sketch.hashvalues.tobytes()
        width = len(values) * _BAND // _PERMUTATIONS
        keys = [(start, values[start : start + width]) for start in range(0, len(values), width)]
        near = sorted({other for key in keys for other in bands.get(key, ())})
        found[number] = near[:_NEIGHBOURS]
        if len(near) < _NEIGHBOURS:
            for key in keys:
                bands[key].append(number)
    return found


def likeness(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    """The share of the shorter sentence's words that stand in the longer one in the same order, between 0 and 1."""
    return LCSseq.similarity(left, right) / min(len(left), len(right))


def numbers(words: tuple[str, ...]) -> frozenset[str]:
    """The numbers in a sentence that are written in digits."""
    return frozenset(word for word in words if word.isdigit())
