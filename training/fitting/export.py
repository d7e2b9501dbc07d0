"""Writes the network as ONNX, with weights of 8 bits."""

import tempfile
import warnings
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.fitting.network import Network

_OPSET = 17


def export(network: Network, to: Path) -> None:
    """Write it: ``ids`` and ``mask`` (1, pieces) in, ``intents`` and ``tags`` out, logits both."""
    example = torch.ones(1, 8, dtype=torch.long)
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            torch.onnx.export(
                network,
                (example, example),
                str(whole),
                input_names=["ids", "mask"],
                output_names=["intents", "tags"],
                dynamic_axes={"ids": {1: "pieces"}, "mask": {1: "pieces"}, "tags": {1: "pieces"}},
                opset_version=_OPSET,
                dynamo=False,
            )
        quantize_dynamic(
            whole,
            to,
            weight_type=QuantType.QInt8,
            per_channel=True,
            op_types_to_quantize=["MatMul", "Gather"],
        )
