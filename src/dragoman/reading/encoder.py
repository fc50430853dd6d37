"""Encoder: which PLOVER types a sentence reports, from a small trained sentence model.

It knows wordings that no rule lists, and nothing of who, when or whether: the rules find
those, and these scores say which of their finds to doubt and where to look again. Without
the run time (the `encoder` extra) or the weights the program reads on by its rules alone.
"""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import json
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np

from dragoman.errors import MissingExtra, MissingModel

NONE = "NONE"
WEIGHTS = "event_types.onnx"
TOKENIZER = "tokenizer.json"
MANIFEST = "manifest.json"
RUN_TIME = ("onnxruntime", "tokenizers")
# Longer sentences are cut: 128 tokens are all that the model sees.
LONGEST_CHARACTERS = 2_000

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class TypeScores:
    """Types and NONE, each with its own probability (no sum of one), the likeliest first."""

    pairs: tuple[tuple[str, float], ...]

    @property
    def top(self) -> str:
        """The likeliest of all labels, NONE among them."""
        return self.pairs[0][0]

    def of(self, name: str) -> float:
        """The probability of one type (or NONE), 0.0 for a name that is no label."""
        return next((p for label, p in self.pairs if label == name), 0.0)

    def above(self, threshold: float) -> tuple[str, ...]:
        """Types (never NONE) of at least a probability, the likeliest first."""
        return tuple(label for label, p in self.pairs if p >= threshold and label != NONE)


@dataclass(frozen=True, slots=True)
class _Model:
    """What a run needs: session and tokenizer (their packages carry no types), labels by logit."""

    session: Any
    tokenizer: Any
    labels: tuple[str, ...]


@lru_cache(maxsize=1)
def available() -> bool:
    """Whether scores can be had; logs once what is missing where they cannot."""
    missing = [name for name in RUN_TIME if importlib.util.find_spec(name) is None]
    missing += [name for name in (WEIGHTS, TOKENIZER, MANIFEST) if not _file(name).is_file()]
    if missing:
        _log.info("event types are read by rules alone: no %s", ", ".join(missing))
    return not missing


def type_scores(texts: Sequence[str]) -> list[TypeScores]:
    """Score each text (one sentence, plain or from `marked`): same order, one a text.

    One thread, some 3 ms a sentence after about 0.2 s of loading, once per process.
    Raises MissingExtra without the run time, MissingModel without sound weights.
    """
    if not texts:
        return []
    model = _load()
    rows = [e.ids for e in model.tokenizer.encode_batch([_clean(text) for text in texts])]
    return [_scores(model.labels, _probabilities(model, row)) for row in rows]


def marked(
    text: str,
    *,
    actors: Sequence[tuple[int, int]],
    recipients: Sequence[tuple[int, int]],
) -> str:
    """The text with its parties marked, so that scores tell what these do to those.

    Spans are character offsets, start and end, into the text.

    >>> marked("Oman fined Chad.", actors=[(0, 4)], recipients=[(11, 15)])
    '[S] Oman [/S] fined [T] Chad [/T].'
    """
    edges = []
    for letter, spans in (("S", actors), ("T", recipients)):
        for start, end in spans:
            if start < end:
                edges.append((start, 1, f"[{letter}] "))
                edges.append((end, 0, f" [/{letter}]"))
    pieces, last = [], 0
    for position, _, mark in sorted(edges):
        pieces += [text[last:position], mark]
        last = position
    return "".join([*pieces, text[last:]])


def _clean(text: str) -> str:
    return text[:LONGEST_CHARACTERS].encode("utf-8", "replace").decode("utf-8")


def _probabilities(model: _Model, row: Sequence[int]) -> np.ndarray:
    """Probability of each label for one row of token ids.

    One row a run: numbers are scaled to 8 bits over all that is run together, so neighbours
    in a batch would change a sentence's scores. On one thread batches are no faster.
    """
    ids = np.array([row], dtype=np.int64)
    feed = {"input_ids": ids, "attention_mask": np.ones_like(ids)}
    logits = np.asarray(model.session.run(None, feed)[0], dtype=np.float64)[0]
    return np.asarray(1.0 / (1.0 + np.exp(-logits)))


def _scores(labels: Sequence[str], row: np.ndarray) -> TypeScores:
    pairs = [(label, round(float(p), 4)) for label, p in zip(labels, row, strict=True)]
    return TypeScores(tuple(sorted(pairs, key=lambda pair: (-pair[1], pair[0]))))


def _file(name: str) -> Path:
    return Path(str(files("dragoman").joinpath("models", name)))


@lru_cache(maxsize=1)
def _load() -> _Model:
    try:
        run_time, tokenizers = (importlib.import_module(name) for name in RUN_TIME)
    except ImportError as missing:
        raise MissingExtra(
            f"{missing.name} is not installed; pip install 'dragoman[encoder]'"
        ) from missing
    manifest = _checked_manifest()
    options = run_time.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = run_time.InferenceSession(
        str(_file(WEIGHTS)), options, providers=["CPUExecutionProvider"]
    )
    tokenizer = tokenizers.Tokenizer.from_file(str(_file(TOKENIZER)))
    return _Model(session, tokenizer, tuple(manifest["labels"]))


def _checked_manifest() -> dict[str, list[str]]:
    """The manifest, after comparing what it says of the files with the files."""
    if not _file(MANIFEST).is_file():
        raise MissingModel("the event type weights are not there; make train")
    manifest: dict[str, list[str]] = json.loads(_file(MANIFEST).read_text("utf-8"))
    for name, digest in zip(manifest["files"], manifest["sha256"], strict=True):
        path = _file(name)
        if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != digest:
            raise MissingModel(f"{name} is not the file that the manifest names; make train")
    return manifest
