"""From a trained model to what ships: ONNX, weights in 8 bits, tokenizer, manifest."""

from __future__ import annotations

import hashlib
import json
import tempfile
from pathlib import Path

import torch
from examples import LABELS
from network import Classifier
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer

from dragoman.reading.encoder import MANIFEST, TOKENIZER, WEIGHTS


def export(model: Classifier, tokenizer: Tokenizer, folder: Path, *, about: dict[str, str]) -> None:
    """Write the three files into a folder; `about` goes into the manifest as it is.

    Seven of the eight bits are used (`reduce_range`), so that processors without VNNI do
    not overflow and every machine reads the same.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) / "whole.onnx"
        _write_onnx(model, whole)
        quantize_dynamic(
            whole,
            folder / WEIGHTS,
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
        )
    tokenizer.save(str(folder / TOKENIZER), pretty=False)
    names = [WEIGHTS, TOKENIZER]
    digests = [hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names]
    manifest = {"labels": list(LABELS), "files": names, "sha256": digests, "about": about}
    text = json.dumps(manifest, indent=1, sort_keys=True) + "\n"
    (folder / MANIFEST).write_text(text, encoding="utf-8")


def _write_onnx(model: Classifier, path: Path) -> None:
    model.eval()
    ids = torch.ones((2, 9), dtype=torch.long)
    axes = {0: "batch", 1: "length"}
    torch.onnx.export(
        model,
        (ids, torch.ones_like(ids)),
        path,
        input_names=["input_ids", "attention_mask"],
        output_names=["logits"],
        dynamic_axes={"input_ids": axes, "attention_mask": axes, "logits": {0: "batch"}},
        opset_version=17,
        dynamo=False,
    )
