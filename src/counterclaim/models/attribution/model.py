"""Run the tagger: evidence of a report in, probabilities of its word pieces out.

The weights are int8, and onnxruntime takes the scales of what flows through them from the window at hand. So each
window is read by itself: what is said of a report depends on nothing but the report.
"""

from __future__ import annotations

import functools
from importlib.resources import files
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from counterclaim.models.attribution.decode import Answer
from counterclaim.models.attribution.evidence import Evidence
from counterclaim.models.attribution.labels import LABELS
from counterclaim.models.attribution.windows import Pieces, Vocabulary, cut, rows, windows

_HERE = files("counterclaim.models.attribution")


class Tagger:
    """The trained tagger with its vocabulary."""

    def __init__(self, weights: bytes, vocabulary: str) -> None:
        options = onnxruntime.SessionOptions()
        # One report is work for one core: a build has a process for each.
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])
        self._vocabulary = Vocabulary(vocabulary)

    def read(self, evidence: Evidence) -> tuple[Pieces, Answer]:
        """The pieces of a report and what the tagger says of them.

        Where two windows overlap, each has the last word on the half that lies nearer to its middle.
        """
        pieces = cut(evidence, self._vocabulary)
        cut_into = windows(len(pieces), pieces.breaks)
        labels = np.zeros((len(pieces), len(LABELS)))
        pointers = []
        for number, window in enumerate(cut_into):
            first = number == 0
            last = number == len(cut_into) - 1
            start = 0 if first else (window.start + cut_into[number - 1].stop) // 2
            stop = len(pieces) if last else (cut_into[number + 1].start + window.stop) // 2
            of_labels, of_pointers = self._run(pieces, window)
            mine = slice(start - window.start, stop - window.start)
            labels[start:stop] = of_labels[mine]
            pointers.append((range(start, stop), window, of_pointers[:, mine]))
        return pieces, Answer(labels, pointers)

    def _run(self, pieces: Pieces, window: range) -> tuple[NDArray[Any], NDArray[Any]]:
        ids, columns, links = rows(pieces, window, self._vocabulary)
        given = {"ids": [ids], "mask": [[1] * len(ids)], "columns": [columns], "links": [links]}
        labels, pointers = self._session.run(
            ["labels", "pointers"], {name: np.array(value, dtype=np.int64) for name, value in given.items()}
        )
        return _softmax(labels[0])[1:-1], _softmax(pointers[0])[:, 1:-1, 1:-1]


@functools.cache
def load() -> Tagger:
    """The tagger of this package, loaded once in a process (0.2 s, 60 MB)."""
    return Tagger(
        _HERE.joinpath("weights.onnx").read_bytes(), _HERE.joinpath("vocabulary.json").read_text(encoding="utf-8")
    )


def _softmax(logits: NDArray[Any]) -> NDArray[Any]:
    powers = np.exp(logits.astype(np.float64) - logits.max(-1, keepdims=True))
    shares: NDArray[Any] = powers / powers.sum(-1, keepdims=True)
    return shares
