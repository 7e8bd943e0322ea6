"""How likely an attribution is right, from what the tagger and the rules say of it.

A logistic regression; `trust.json` holds its weights, fitted on articles of PolNeAR train that the tagger was not
trained on (`python -m counterclaim.evaluate.attribution.calibrate`).
"""

from __future__ import annotations

import functools
import json
import math
from dataclasses import astuple, dataclass, fields
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for an attribution and against it; shares and probabilities, each from 0 to 1.

    `cue`, `source` and `content` are what the tagger thinks of its words in these roles, `binding` of its content
    belonging to its cue. `tagged` and `ruled` say who found it, `alike` how much the two contents share (Jaccard),
    `same_source` whether the two sources share a word; `named` whether it has a source, `quoted` the share of its
    content in quotation marks, `long` its length in tokens, as share of 60. `rival` is the share of its content that
    lies in another one that the tagger found. Of the parse: `governed` is the share of its content that hangs on its
    cue, `subject` whether its source does, `listed` whether its cue is a word of speech, `near` whether cue and
    content are in one sentence.
    """

    cue: float
    source: float
    content: float
    binding: float
    tagged: float
    ruled: float
    alike: float
    same_source: float
    named: float
    quoted: float
    long: float
    rival: float
    governed: float
    subject: float
    listed: float
    near: float

    def features(self) -> list[float]:
        """The signs with those of their products that the regression weighs, and 1 for its constant."""
        values = list(astuple(self))
        both = self.tagged * self.ruled
        return [
            1.0,
            *values,
            both,
            self.tagged * self.cue,
            self.tagged * self.binding,
            self.tagged * self.source * self.named,
            self.ruled * self.content,
            self.ruled * (1 - self.tagged) * self.cue,
            self.ruled * (1 - self.tagged) * self.quoted,
            self.content * self.binding * self.cue,
            self.governed * (1 - self.quoted),
            self.tagged * (1 - self.ruled) * self.governed,
            self.tagged * (1 - self.ruled) * self.listed,
            self.tagged * (1 - self.ruled) * self.subject,
            self.tagged * (1 - self.ruled) * self.quoted,
        ]


SIGNS = tuple(field.name for field in fields(Signs))


@functools.cache
def weights() -> tuple[tuple[float, ...], float]:
    """The fitted weights, and the least probability with which an attribution is worth telling."""
    stored = json.loads(files("counterclaim.models.attribution").joinpath("trust.json").read_text(encoding="utf-8"))
    return tuple(stored["weights"]), stored["least"]


def probability(signs: Signs) -> float:
    """How likely an attribution with these signs is right: its content for the most part, and its source."""
    total = sum(weight * value for weight, value in zip(weights()[0], signs.features(), strict=True))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
