"""Run the reader of pairs: two sentences in, how likely they contradict each other, in which slot and which words, out.

Each sentence is read by itself by MiniLM-L6 (`encoder.onnx`, int8), once. Two sentences are then laid side by side
(`judge.onnx`): each word piece of one is compared with what lies nearest to it in the other. That is decomposable
attention (Parikh and others 2016) over a frozen encoder, and a thousand times cheaper than to read all pairs.
What is said of a pair depends on nothing but its two sentences, their days and whether they are of one report.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass, replace
from importlib.resources import files
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from counterclaim.models.pairs.labels import ANY, SAME, SLOTS
from counterclaim.models.pairs.pieces import MARKS, Passage, Pieces, Vocabulary
from counterclaim.models.pairs.signs import Told, signs

_HERE = files("counterclaim.models.pairs")
_VOCABULARY = files("counterclaim.models.attribution").joinpath("vocabulary.json")
#: From how likely on a piece is taken for one of the answer, if it stands with the likeliest one.
_PIECE = 0.5


@dataclass(frozen=True, slots=True)
class Known:
    """A sentence that was read: its pieces, what the encoder makes of each (pieces by 768, half precision) and of all
    (384 numbers of length 1), and its signs."""

    pieces: Pieces
    states: NDArray[np.float16]
    whole: NDArray[np.float32]
    told: Told

    def told_in(self, passage: Passage) -> Known:
        """The same sentence with another day and report."""
        return replace(self, told=replace(self.told, passage=passage))


@dataclass(frozen=True, slots=True)
class Read:
    """What the reader says of two sentences: how likely (0 to 1) they cannot both hold, the likeliest slot and how
    likely it is, and the answers to its question, as offsets in the text of each; how likely they give one question the
    same answer."""

    likely: float
    slot: str
    of_slot: float
    left: tuple[int, int]
    right: tuple[int, int]
    same: float


class Encoder:
    """Reads each sentence by itself."""

    def __init__(self, weights: bytes, vocabulary: str) -> None:
        self._session = session(weights)
        self._vocabulary = Vocabulary(vocabulary)

    @classmethod
    def of(cls, weights: bytes) -> Encoder:
        """An encoder of some weights, with the vocabulary of this package."""
        return cls(weights, _VOCABULARY.read_text(encoding="utf-8"))

    def know(self, passage: Passage) -> Known:
        """Reads a sentence."""
        pieces = self._vocabulary.pieces(passage.text)
        states, whole = self._session.run(["states", "whole"], {"ids": np.array([pieces.ids], dtype=np.int64)})
        return Known(pieces, states[0].astype(np.float16), whole[0], Told.of(passage))


class Reader:
    """The trained reader."""

    def __init__(self, encoder: Encoder, judge: bytes) -> None:
        self._encoder = encoder
        self._judge = session(judge)

    def know(self, passage: Passage) -> Known:
        """Reads a sentence by itself."""
        return self._encoder.know(passage)

    def read(self, left: Known, right: Known) -> Read:
        """What the reader says of two sentences; which comes first makes no difference but to `left` and `right`."""
        if not left.pieces.places or not right.pieces.places:
            return Read(0.0, SLOTS[0], 0.0, (0, 0), (0, 0), 0.0)
        given: dict[str, NDArray[Any]] = {
            "signs": np.array([signs(left.told, right.told, alike(left, right))], dtype=np.float32)
        }
        for name, known in (("left", left), ("right", right)):
            given[name] = known.states[None].astype(np.float32)
            given[f"{name}_marks"] = np.array(known.pieces.marks, dtype=np.float32).reshape(1, -1, MARKS)
            given[f"{name}_whole"] = known.whole[None]
        both, of_left, of_right = self._judge.run(["pair", "left_pieces", "right_pieces"], given)
        likely = logistic(both[0])
        best = int(np.argmax(likely[:ANY]))
        return Read(
            round(float(likely[ANY]), 4),
            SLOTS[best],
            round(float(likely[best]), 4),
            _span(left.pieces, logistic(of_left[0, :, best])),
            _span(right.pieces, logistic(of_right[0, :, best])),
            round(float(likely[SAME]), 4),
        )


def alike(left: Known, right: Known) -> float:
    """The cosine of two sentences' embeddings."""
    return float(left.whole @ right.whole)


def _span(pieces: Pieces, likely: NDArray[Any]) -> tuple[int, int]:
    """The stretch around the likeliest piece in which all are likely enough, next to each other or with one between."""
    found = [(float(p), *at) for p, at in zip(likely, pieces.places, strict=True)]
    if not found:
        return 0, 0
    top = max(range(len(found)), key=lambda n: found[n][0])
    least = min(_PIECE, found[top][0])
    inside = [n for n, piece in enumerate(found) if piece[0] >= least]
    first = last = inside.index(top)
    while first > 0 and inside[first] - inside[first - 1] <= 2:
        first -= 1
    while last < len(inside) - 1 and inside[last + 1] - inside[last] <= 2:
        last += 1
    return found[inside[first]][1], found[inside[last]][2]


@functools.cache
def load() -> Reader:
    """The reader of this package, loaded once in a process (0.2 s, 60 MB)."""
    encoder, judge = (_HERE.joinpath(f"{part}.onnx").read_bytes() for part in ("encoder", "judge"))
    return Reader(Encoder.of(encoder), judge)


def session(weights: bytes) -> onnxruntime.InferenceSession:
    """A network of this package, to be run on one core."""
    options = onnxruntime.SessionOptions()
    # A build has a process for each core.
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])


def logistic(logits: NDArray[Any]) -> NDArray[Any]:
    """Likelihoods (0 to 1) of logits."""
    likely: NDArray[Any] = 1 / (1 + np.exp(-logits.astype(np.float64)))
    return likely
