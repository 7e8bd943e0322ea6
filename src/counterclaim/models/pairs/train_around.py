"""Train the weigher: `python -m counterclaim.models.pairs.train_around OUT.onnx PILES.jsonl [PILES.jsonl ...]`.

A pile is a line as `benchmarks/judge_around.py` writes it: the sentences of each of its reports, and of the pairs that
a build would read the likelihoods by a judge which had not learned from them, and whether they contradict each other.
Four minutes on one core, most of it for reading the sentences. Needs the extra `train`.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from counterclaim.models.pairs import model
from counterclaim.models.pairs.around import AROUND, Laid, around
from counterclaim.models.pairs.network import Weigher
from counterclaim.models.pairs.pieces import Passage

_EPOCHS, _BATCH, _RATE = 25, 256, 3e-3
#: How many networks are trained, of whose logits the mean is taken.
_MANY = 4


class _Mean(nn.Module):
    """Several weighers as one."""

    def __init__(self, weighers: list[Weigher]) -> None:
        super().__init__()
        self.weighers = nn.ModuleList(weighers)

    def forward(self, numbers: Tensor) -> Tensor:
        return torch.stack([weigher(numbers) for weigher in self.weighers]).mean(0)


def numbers_of(path: Path) -> Iterator[tuple[NDArray[np.float32], list[bool]]]:
    """What stands around the pairs of each pile, and which contradict each other."""
    reader = model.load()
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        sentences = {
            name: [reader.know(Passage(told["published"], text, name)) for text in told["sentences"]]
            for name, told in row["reports"].items()
        }
        pairs = [Laid((a, n), (b, m), likely, of_slot) for a, n, b, m, likely, of_slot, _ in row["pairs"]]
        yield around(sentences, pairs), [bool(clash) for *_, clash in row["pairs"]]


def train(numbers: NDArray[np.float32], clash: NDArray[np.bool_], seed: int) -> Weigher:
    """A weigher that learned from pairs."""
    torch.manual_seed(seed)
    given, wanted = torch.from_numpy(numbers), torch.from_numpy(clash.astype(np.float32))
    weigher = Weigher(given.mean(0), given.std(0) + 1e-6)
    optimizer = torch.optim.AdamW(weigher.parameters(), lr=_RATE, weight_decay=1e-3)
    for epoch in range(_EPOCHS):
        for group in optimizer.param_groups:
            group["lr"] = _RATE * (1 - epoch / _EPOCHS) + 1e-5
        for part in torch.randperm(len(wanted)).split(_BATCH):
            loss = functional.binary_cross_entropy_with_logits(weigher(given[part]), wanted[part])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    weigher.eval()
    return weigher


def main() -> None:
    """Read the command line, train and export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("piles", type=Path, nargs="+")
    options = parser.parse_args()
    found = [pile for path in options.piles for pile in numbers_of(path)]
    numbers, clash = np.concatenate([n for n, _ in found]), np.array([yes for _, c in found for yes in c])
    print(f"{len(found)} piles, {len(clash)} pairs, {clash.sum()} contradict each other", flush=True)
    torch.onnx.export(
        _Mean([train(numbers, clash, seed) for seed in range(_MANY)]).eval(),
        (torch.zeros(3, AROUND),),
        str(options.out),
        input_names=["numbers"],
        output_names=["logits"],
        dynamic_axes={"numbers": {0: "pairs"}, "logits": {0: "pairs"}},
        dynamo=False,
    )


if __name__ == "__main__":
    main()
