"""Train the judge: `python -m counterclaim.models.pairs.train OUT.pt --minilm M --encoder ENCODER.onnx --scenes DIR`.

The encoder is not trained, so each sentence is read once, by the very weights that are shipped. `--pairs` adds pairs
from elsewhere: a JSON object a line, as `benchmarks/judge_pairs.py` writes them. Half an hour on two cores. Needs the
extra `train`.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from counterclaim.models.pairs.labels import ANY, SAME, SAME_WORDS, SLOTS
from counterclaim.models.pairs.model import Encoder, Known, alike
from counterclaim.models.pairs.network import Judge
from counterclaim.models.pairs.pieces import MARKS, Passage
from counterclaim.models.pairs.scenes import Pair, Scene, pairs_of, scenes_in
from counterclaim.models.pairs.signs import signs

_BATCH, _RATE, _WARM, _POOL = 64, 1e-3, 200, 40
#: How much "in any slot" weighs beside one slot, the same answer, and the words of the answer beside the pair.
_ANY, _SAME, _WORDS = 4.0, 2.0, 0.3
#: Of two sentences no more alike than this nobody needs to say that they do not give the same answer.
_UNLIKE = 0.3
_WEEKS = 52
#: The share of the pairs of scenes without a common question which is taken in each epoch.
_TAKEN = 0.5


class Sentences:
    """What the encoder makes of sentences, each read once."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._known: dict[str, Known] = {}

    def __call__(self, passage: Passage) -> Known:
        """A sentence as it was read, with the day and report of this passage."""
        if passage.text not in self._known:
            self._known[passage.text] = self._encoder.know(passage)
        return self._known[passage.text].told_in(passage)


def side(known: Sequence[Known]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Sentences as the judge takes them: states, mask, marks, whole."""
    longest = max(len(k.pieces.places) for k in known)
    states = np.zeros((len(known), longest, known[0].states.shape[1]), dtype=np.float32)
    mask = np.zeros((len(known), longest), dtype=np.float32)
    marks = np.zeros((len(known), longest, MARKS), dtype=np.float32)
    for row, k in enumerate(known):
        many = len(k.pieces.places)
        states[row, :many], mask[row, :many], marks[row, :many] = k.states, 1, k.pieces.marks
    whole = np.stack([k.whole for k in known])
    return torch.from_numpy(states), torch.from_numpy(mask), torch.from_numpy(marks), torch.from_numpy(whole)


def given(pairs: Sequence[tuple[Known, Known]]) -> tuple[tuple[Tensor, ...], tuple[Tensor, ...], Tensor]:
    """What the judge takes for some pairs."""
    of_pairs = np.array([signs(a.told, b.told, alike(a, b)) for a, b in pairs], dtype=np.float32)
    return side([a for a, _ in pairs]), side([b for _, b in pairs]), torch.from_numpy(of_pairs)


def loss_of(judge: Judge, pairs: Sequence[Pair], read: Sentences) -> Tensor:
    """How wrong the judge is about some pairs."""
    known = [(read(pair.left), read(pair.right)) for pair in pairs]
    logits, *pieces = judge(*given(known))
    wanted, weights = torch.zeros_like(logits), torch.ones_like(logits)
    weights[:, ANY] = _ANY
    of_words = []
    for row, (pair, both) in enumerate(zip(pairs, known, strict=True)):
        known_same = pair.same is not None or bool(pair.slots) or alike(*both) < _UNLIKE
        weights[row, SAME] = _SAME if known_same else 0.0
        wanted[row, SAME] = float(bool(pair.same))
        wanted[row, ANY] = float(bool(pair.slots))
        columns = [SLOTS.index(slot) for slot in pair.slots]
        wanted[row, columns] = 1
        for column in [*columns, *([SAME_WORDS] if pair.same else [])]:
            if pair.at is not None:
                for at, one, found in zip(pair.at, both, pieces, strict=True):
                    inside = torch.tensor([float(a < at[1] and at[0] < b) for a, b in one.pieces.places])
                    of_words.append(
                        functional.binary_cross_entropy_with_logits(found[row, : len(inside), column], inside)
                    )
    loss = functional.binary_cross_entropy_with_logits(logits, wanted, weight=weights, reduction="sum")
    words = torch.stack(of_words).mean() if of_words else torch.zeros(())
    return loss / _ANY / len(pairs) + _WORDS * words


def batches(pairs: list[Pair], rnd: random.Random) -> Iterator[list[Pair]]:
    """All pairs in random order, those of like length together."""
    rnd.shuffle(pairs)
    for start in range(0, len(pairs), _BATCH * _POOL):
        pool = sorted(pairs[start : start + _BATCH * _POOL], key=lambda p: len(p.left.text) + len(p.right.text))
        cut = [pool[at : at + _BATCH] for at in range(0, len(pool), _BATCH)]
        rnd.shuffle(cut)
        yield from cut


def likely(judge: Judge, pairs: Sequence[Pair], read: Sentences, column: int = ANY) -> list[float]:
    """How likely each pair contradicts each other in any slot, or what another column says."""
    judge.eval()
    found: list[float] = []
    with torch.no_grad():
        for start in range(0, len(pairs), _BATCH):
            known = [(read(p.left), read(p.right)) for p in pairs[start : start + _BATCH]]
            found += torch.sigmoid(judge(*given(known))[0][:, column]).tolist()
    judge.train()
    return found


def told(name: str, judge: Judge, pairs: Sequence[Pair], read: Sentences) -> None:
    """Prints the precision at some recalls, of contradicting pairs and of those that give the same answer."""
    known = [pair for pair in pairs if pair.same is not None]
    for what, column, asked in (("contradict", ANY, pairs), ("give the same answer", SAME, known)):
        right_ones = [bool(p.slots) if column == ANY else bool(p.same) for p in asked]
        rows = sorted(zip(likely(judge, asked, read, column), right_ones, strict=True), reverse=True)
        right, many, words = 0, sum(right_ones), []
        wanted = [0.05, 0.1, 0.2, 0.3, 0.5]
        for number, (_, yes) in enumerate(rows, start=1):
            right += yes
            while wanted and many and right >= wanted[0] * many:
                words.append(f"{wanted.pop(0):.2f}: {right / number:.2f}")
        if many:
            print(f"{name}: {len(rows)} pairs, {many} {what}; precision by recall {', '.join(words)}", flush=True)


def pairs_from(path: Path) -> list[Pair]:
    """Pairs that were written elsewhere."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        left, right = (Passage(row[s]["published"], row[s]["text"], row[s]["report"]) for s in ("left", "right"))
        one, other = row.get("at") or (None, None)
        at = ((one[0], one[1]), (other[0], other[1])) if one and other else None
        found.append(Pair(left, right, tuple(row["slots"]), at, row.get("same")))
    return found


def train(
    scenes: Sequence[Scene],
    more: Sequence[Pair],
    read: Sentences,
    epochs: float,
    seed: int,
    begun: Judge | None = None,
) -> Judge:
    """A judge that learned from scenes and pairs, from one that was `begun` before or from nothing."""
    rnd = random.Random(seed)
    torch.manual_seed(seed)
    judge = begun or Judge()
    optimizer = torch.optim.AdamW(judge.parameters(), lr=_RATE, weight_decay=1e-3)

    def all_pairs() -> list[Pair]:
        inside = (p for scene in scenes for p in pairs_of(scene, rnd.randrange(_WEEKS)))
        return [p for p in inside if p.slots or p.same or rnd.random() < _TAKEN] + list(more)

    steps, step, start = round(epochs * len(all_pairs()) / _BATCH), 0, time.monotonic()
    while step < steps:
        for batch in batches(all_pairs(), rnd):
            for group in optimizer.param_groups:
                group["lr"] = _RATE * min(1.0, (step + 1) / _WARM) * max(0.02, 1 - step / steps)
            loss = loss_of(judge, batch, read)
            loss.backward()
            nn.utils.clip_grad_norm_(judge.parameters(), 2.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            step += 1
            if step % 500 == 0:
                print(f"step {step} of {steps}, loss {loss.item():.3f}, {time.monotonic() - start:.0f} s", flush=True)
            if step >= steps:
                break
    return judge


def main() -> None:
    """Read the command line, train and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--scenes", type=Path, required=True)
    parser.add_argument("--pairs", type=Path, nargs="*", default=[])
    parser.add_argument("--held", type=Path, nargs="*", default=[], help="pairs to measure on")
    parser.add_argument("--epochs", type=float, default=5)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    scenes = list(scenes_in(sorted(options.scenes.glob("*.txt"))))
    read = Sentences(Encoder.of(options.encoder.read_bytes()))
    more = [pair for path in options.pairs for pair in pairs_from(path)]
    held = [pair for scene in scenes if scene.held for pair in pairs_of(scene, 0)]
    judge = train([s for s in scenes if not s.held], more, read, options.epochs, options.seed)
    torch.save(judge.state_dict(), options.out)
    told("scenes", judge, held, read)
    for path in options.held:
        told(path.stem, judge, pairs_from(path), read)


if __name__ == "__main__":
    main()
