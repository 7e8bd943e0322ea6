"""Make the weights that are shipped: `python -m counterclaim.models.attribution.export NETWORK.pt FOLDER --minilm M`.

FOLDER gets `weights.onnx` (int8) and `vocabulary.json`. Needs the extra `train`.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization.shape_inference import quant_pre_process

from counterclaim.models.attribution.evidence import COLUMNS
from counterclaim.models.attribution.train import new_network
from counterclaim.models.int8 import to_int8

_PIECES = 7


def export(trained: Path, folder: Path, minilm: Path, *, int8: bool = True) -> None:
    """Writes the weights of `trained` to `folder` for onnxruntime."""
    network = new_network(minilm, dropout=0.0)
    network.encoder.config._attn_implementation = "eager"  # the fused attention has no ONNX form
    network.load_state_dict(torch.load(trained, weights_only=True))
    network.eval()
    ids = torch.ones(1, _PIECES, dtype=torch.long)
    given = (ids, ids, torch.zeros(1, len(COLUMNS), _PIECES, dtype=torch.long), ids)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        plain, ready = Path(scratch) / "plain.onnx", Path(scratch) / "ready.onnx"
        torch.onnx.export(
            network,
            given,
            str(plain),
            input_names=["ids", "mask", "columns", "links"],
            output_names=["labels", "pointers"],
            dynamic_axes={
                "ids": {1: "pieces"},
                "mask": {1: "pieces"},
                "columns": {2: "pieces"},
                "links": {1: "pieces"},
                "labels": {1: "pieces"},
                "pointers": {2: "pieces", 3: "pieces"},
            },
            dynamo=False,
        )
        quant_pre_process(str(plain), str(ready), skip_symbolic_shape=True)
        if int8:
            to_int8(ready, folder / "weights.onnx")
        else:
            shutil.copy(ready, folder / "weights.onnx")
    shutil.copy(minilm / "tokenizer.json", folder / "vocabulary.json")


def main() -> None:
    """Read the command line and export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("trained", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--minilm", type=Path, required=True)
    parser.add_argument("--float", action="store_true", help="keep 32-bit weights (90 MB), to compare with")
    options = parser.parse_args()
    export(options.trained, options.folder, options.minilm, int8=not options.float)


if __name__ == "__main__":
    main()
