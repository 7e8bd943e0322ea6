"""Run the weigher (`around.onnx`): how likely sentences contradict each other, given what stands around them."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from importlib.resources import files

from counterclaim.models.pairs.around import Laid, around
from counterclaim.models.pairs.model import Known, logistic, session


class Weigher:
    """The trained weigher."""

    def __init__(self, weights: bytes) -> None:
        self._session = session(weights)

    def likely(self, sentences: Mapping[str, Sequence[Known]], pairs: Sequence[Laid]) -> list[float]:
        """How likely (0 to 1) each pair contradict each other, in a pile of which these are all sentences of each
        report, in order, and all pairs that were read. The order of the pairs makes no difference."""
        if not pairs:
            return []
        (logits,) = self._session.run(["logits"], {"numbers": around(sentences, pairs)})
        return [round(float(one), 4) for one in logistic(logits)]


@functools.cache
def load() -> Weigher:
    """The weigher of this package, loaded once in a process."""
    return Weigher(files("counterclaim.models.pairs").joinpath("around.onnx").read_bytes())
