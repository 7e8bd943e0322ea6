"""From the tagger's probabilities to attributions: each cue with the source and the content that point to it.

What is found is the best labelling of all pieces at once: each piece is outside, a cue, or the source or content of
one of the cues, and every step from one of these to another costs something, so that one doubtful piece does not
break a sentence in two (Viterbi 1967; the costs were chosen on the part of PolNeAR train that is held out).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from counterclaim.models.attribution.labels import first

Floats = NDArray[np.float64]
Run = tuple[int, int]

_CUE, _SOURCE, _CONTENT = first("cue"), first("source"), first("content")
_TINY = 1e-9
#: Pieces less likely than this to belong to anything are outside without further thought.
_NEGLIGIBLE = 0.02
#: For a cue without content, how likely the likeliest piece must be, and which share of that those around it.
_RESCUE, _RESCUE_SHARE = 0.1, 0.3


@dataclass(frozen=True, slots=True)
class Costs:
    """What decoding weighs. `cue` is the least probability of a cue's first piece; `enter` is what it costs to begin
    a source or content, `switch` to go from that of one cue to that of another, `sure` how much pointers count."""

    cue: float = 0.4
    enter: float = 1.0
    switch: float = 2.0
    sure: float = 1.0
    source: float = 0.15


@dataclass(frozen=True, slots=True)
class Answer:
    """What the tagger says of the pieces of a report: `labels` (pieces, labels) and, for the windows that own them,
    `pointers` (pieces in the window owned, pieces in the window) of each kind, all as probabilities."""

    labels: Floats
    pointers: Sequence[tuple[range, range, Floats]]


@dataclass(frozen=True, slots=True)
class Tagged:
    """One attribution as runs of pieces, with the probabilities behind it, each between 0 and 1."""

    cue: Run
    source: Run | None
    content: tuple[Run, ...]
    cue_probability: float
    source_probability: float
    content_probability: float


def decode(answer: Answer, costs: Costs = Costs()) -> list[Tagged]:
    """The attributions in the order of their cues; a cue that no content points to is none."""
    cues = _cues(answer.labels, costs.cue)
    if not cues:
        return []
    to_source, to_content = _pointers(answer, cues)
    path = _best_path(answer.labels, cues, to_source, to_content, costs)
    _give_content(path, answer.labels, cues, to_content)
    contents = _runs(path, len(cues))
    found = []
    for number, cue in enumerate(cues):
        content = contents.get(number)
        if not content:
            continue
        source, source_probability = _source(answer.labels, to_source[:, number], costs.source)
        inside = np.concatenate([np.arange(*run) for run in content])
        found.append(
            Tagged(
                cue,
                source,
                tuple(content),
                float(answer.labels[cue[0], _CUE : _CUE + 2].sum()),
                source_probability,
                float(np.mean(answer.labels[inside, _CONTENT : _CONTENT + 2].sum(1) * to_content[inside, number])),
            )
        )
    return found


def _cues(labels: Floats, least: float) -> list[Run]:
    """Cues as runs of pieces. A run begins at a first piece that is likely enough, or after a gap."""
    found: list[Run] = []
    either = labels[:, _CUE] + labels[:, _CUE + 1]
    at = 0
    while at < len(labels):
        if labels[at, _CUE] < least and not (either[at] >= max(least, 0.5)):
            at += 1
            continue
        end = at + 1
        while end < len(labels) and either[end] >= 0.5 and labels[end, _CUE] < least:
            end += 1
        found.append((at, end))
        at = end
    return found


def _pointers(answer: Answer, cues: Sequence[Run]) -> tuple[Floats, Floats]:
    """For each piece and cue how likely the piece, as source and as content, belongs to it, among these cues."""
    size = len(answer.labels)
    tables = (np.zeros((size, len(cues))), np.zeros((size, len(cues))))
    for owned, window, pointers in answer.pointers:
        here = [number for number, cue in enumerate(cues) if cue[0] in window]
        if here:
            columns = [cues[number][0] - window.start for number in here]
            for table, kind in zip(tables, pointers, strict=True):
                table[owned.start : owned.stop, here] = kind[:, columns]
    for table in tables:
        table /= table.sum(1, keepdims=True) + 0.05
    return tables


def _best_path(
    labels: Floats, cues: Sequence[Run], to_source: Floats, to_content: Floats, costs: Costs
) -> NDArray[np.int64]:
    """For each piece -1 (outside), the number of the cue whose content it is, or that number plus the cues' count
    for a source; cues themselves are outside."""
    source = labels[:, _SOURCE] + labels[:, _SOURCE + 1]
    content = labels[:, _CONTENT] + labels[:, _CONTENT + 1]
    share = np.concatenate([content[:, None] * to_content**costs.sure, source[:, None] * to_source**costs.sure], axis=1)
    for start, end in cues:
        share[start:end] = 0
    outside = np.log(np.maximum(1 - content - source, _TINY))
    path = np.full(len(labels), -1, dtype=np.int64)
    for start, end in _stretches(share.max(1) > _NEGLIGIBLE):
        states = np.flatnonzero(share[start:end].max(0) > _NEGLIGIBLE)
        emission = np.log(np.maximum(share[start:end, states], _TINY))
        best = _viterbi(outside[start:end].tolist(), emission.tolist(), costs)
        path[start:end] = [states[state - 1] if state else -1 for state in best]
    return path


def _give_content(path: NDArray[np.int64], labels: Floats, cues: Sequence[Run], to_content: Floats) -> None:
    """Gives a cue that came away with nothing the run of pieces that most likely are its content, where there is one
    that is likely at all: without content a cue is none."""
    content = labels[:, _CONTENT] + labels[:, _CONTENT + 1]
    served = set(path.tolist())
    for number, (first_piece, end_piece) in enumerate(cues):
        if number in served:
            continue
        belief = content * to_content[:, number]
        belief[first_piece:end_piece] = 0
        start = int(belief.argmax())
        if belief[start] < _RESCUE:
            continue
        end = start + 1
        least = belief[start] * _RESCUE_SHARE
        while start > 0 and belief[start - 1] >= least:
            start -= 1
        while end < len(belief) and belief[end] >= least:
            end += 1
        path[start:end] = number


def _stretches(mask: NDArray[np.bool_]) -> list[Run]:
    """The runs of pieces where `mask` holds."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], mask, [False]]).astype(np.int8))).tolist()
    return list(zip(edges[::2], edges[1::2], strict=True))


def _viterbi(outside: Sequence[float], inside: Sequence[Sequence[float]], costs: Costs) -> list[int]:
    """The best state of each piece: 0 for outside, else one more than its column in `inside`. To go outside is free,
    to come in costs `enter`, to go from one attribution to another `switch`."""
    score = [outside[0], *(value - costs.enter for value in inside[0])]
    back: list[list[int]] = []
    for here_outside, here_inside in zip(outside[1:], inside[1:], strict=True):
        best = max(range(len(score)), key=score.__getitem__)
        origin = 0 if score[0] - costs.enter >= score[best] - costs.switch else best
        coming = score[origin] - (costs.switch if origin else costs.enter)
        came = [best]
        following = [score[best] + here_outside]
        for state, value in enumerate(here_inside, 1):
            stays = score[state] >= coming
            came.append(state if stays else origin)
            following.append((score[state] if stays else coming) + value)
        back.append(came)
        score = following
    state = max(range(len(score)), key=score.__getitem__)
    path = [state]
    for came in reversed(back):
        state = came[state]
        path.append(state)
    return path[::-1]


def _runs(path: NDArray[np.int64], count: int) -> dict[int, list[Run]]:
    """The runs of pieces that are content, by the number of their cue."""
    found: dict[int, list[Run]] = {}
    start = 0
    for at in range(1, len(path) + 1):
        if at == len(path) or path[at] != path[start]:
            if 0 <= path[start] < count:
                found.setdefault(int(path[start]), []).append((start, at))
            start = at
    return found


def _source(labels: Floats, to_cue: Floats, least: float) -> tuple[Run | None, float]:
    """The run of pieces that is most likely the source of a cue, with its probability."""
    belief = (labels[:, _SOURCE] + labels[:, _SOURCE + 1]) * to_cue
    best = int(belief.argmax())
    if belief[best] < least:
        return None, 1 - float(belief[best])
    start, end = best, best + 1
    while start > 0 and belief[start - 1] >= least and labels[start, _SOURCE] < 0.5:
        start -= 1
    while end < len(belief) and belief[end] >= least and labels[end, _SOURCE] < 0.5:
        end += 1
    return (start, end), float(belief[best])
