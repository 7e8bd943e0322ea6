"""Make the weights that are shipped: `python -m counterclaim.models.pairs.export FOLDER --minilm M [--judge JUDGE.pt]`.

FOLDER gets `encoder.onnx` (int8) and, of a trained judge, `judge.onnx` (32 bits, a megabyte or two). The vocabulary is
that of the tagger of attribution, which began as the same MiniLM. Needs the extra `train`.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from counterclaim.models.int8 import to_int8
from counterclaim.models.pairs.network import LAYER, Encoder, Judge
from counterclaim.models.pairs.pieces import MARKS
from counterclaim.models.pairs.signs import SIGNS


def export_encoder(minilm: Path, folder: Path) -> None:
    """Writes the encoder for onnxruntime."""
    with tempfile.TemporaryDirectory() as scratch:
        plain, ready = Path(scratch) / "plain.onnx", Path(scratch) / "ready.onnx"
        torch.onnx.export(
            Encoder(minilm).eval(),
            (torch.randint(1000, 9000, (1, 9)),),
            str(plain),
            input_names=["ids"],
            output_names=["states", "whole"],
            dynamic_axes={"ids": {1: "all"}, "states": {1: "pieces"}},
            dynamo=False,
        )
        quant_pre_process(str(plain), str(ready), skip_symbolic_shape=True)
        to_int8(ready, folder / "encoder.onnx")


class _Unmasked(nn.Module):
    """Judges of two sentences, which fill their tensors; several make one by their mean."""

    def __init__(self, judges: list[Judge]) -> None:
        super().__init__()
        self.judges = nn.ModuleList(judges)

    def forward(
        self,
        left: Tensor,
        left_marks: Tensor,
        left_whole: Tensor,
        right: Tensor,
        right_marks: Tensor,
        right_whole: Tensor,
        signs: Tensor,
    ) -> tuple[Tensor, Tensor, Tensor]:
        one = (left, torch.ones_like(left[:, :, 0]), left_marks, left_whole)
        other = (right, torch.ones_like(right[:, :, 0]), right_marks, right_whole)
        found = [judge(one, other, signs) for judge in self.judges]
        mean = tuple(torch.stack(parts).mean(0) for parts in zip(*found, strict=True))
        return mean[0], mean[1], mean[2]


def export_judge(trained: list[Path], folder: Path) -> None:
    """Writes judges for onnxruntime, as one."""
    judges = []
    for path in trained:
        judge = Judge()
        judge.load_state_dict(torch.load(path, weights_only=True))
        judges.append(judge.eval())
    sides = [
        tensor
        for many in (7, 5)
        for tensor in (torch.randn(1, many, 2 * LAYER), torch.zeros(1, many, MARKS), torch.randn(1, LAYER))
    ]
    names = ["left", "left_marks", "left_whole", "right", "right_marks", "right_whole", "signs"]
    axes = {name: {1: name.split("_")[0]} for name in ("left", "left_marks", "right", "right_marks")}
    torch.onnx.export(
        _Unmasked(judges).eval(),
        (*sides, torch.zeros(1, SIGNS)),
        str(folder / "judge.onnx"),
        input_names=names,
        output_names=["pair", "left_pieces", "right_pieces"],
        dynamic_axes={**axes, "left_pieces": {1: "left"}, "right_pieces": {1: "right"}},
        dynamo=False,
    )


def main() -> None:
    """Read the command line and export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--minilm", type=Path, required=True)
    parser.add_argument("--judge", type=Path, nargs="*", default=[])
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    if options.judge:
        export_judge(options.judge, options.folder)
    else:
        export_encoder(options.minilm, options.folder)


if __name__ == "__main__":
    main()
