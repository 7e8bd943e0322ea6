"""Make the weights of a network small: 8 bits for 32. Needs the extra `train`."""

from __future__ import annotations

from pathlib import Path

from onnxruntime.quantization import QuantType, quantize_dynamic


def to_int8(ready: Path, small: Path) -> None:
    """Writes a network that is ready for it (`quant_pre_process`) with int8 weights."""
    # Seven bits of eight: processors without VNNI add pairs of products in 16 bits, which overflow otherwise,
    # and a ledger would then depend on the machine it was built on.
    quantize_dynamic(str(ready), str(small), per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)
