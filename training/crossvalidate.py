"""Five folds over the PLV set and the corpus (by text), and the gold records, for train.py's recipe.

    python training/crossvalidate.py --shared DIR --corpus training/corpus [--folds 5]

The weak stage is run once: it holds no PLV sentence. Every fold's model also reads the gold
records, which no model trains on; their figures are the mean over folds.
"""

from __future__ import annotations

import argparse
import hashlib
import logging
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from examples import LABELS, YIELD, Example, gold_examples
from network import Classifier, build, probabilities, tokenizer_of
from sklearn.metrics import accuracy_score, f1_score
from tokenizers import Tokenizer
from train import SEED, Sets, encoder_folder, fit_exact, fit_weak, has_marks, read_sets


def fold_of(text: str, folds: int) -> int:
    """The fold a text belongs to: the same on every machine."""
    return int(hashlib.sha256(text.encode()).hexdigest(), 16) % folds


def plv_names(table: np.ndarray) -> list[str]:
    """The likeliest of PLV's 15 types for each row of probabilities."""
    plain = [name for name in LABELS if name not in {*YIELD, "NONE"}]
    columns = [table[:, LABELS.index(name)] for name in plain]
    columns.append(sum(table[:, LABELS.index(name)] for name in YIELD))
    best = np.stack(columns, axis=1).argmax(axis=1)
    return [[*plain, "YIELD"][i] for i in best]


def name_of(example: Example) -> str:
    """An example's label as PLV has it."""
    return "YIELD" if example.either else example.types[0]


def say(line: str) -> None:
    """One line to standard output, at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def say_gold(table: np.ndarray, gold: Sequence[Example], title: str) -> None:
    """Likeliest type and precision and recall at thresholds on the gold records."""
    names = [example.types[0] for example in gold]
    best = [LABELS[i] for i in table[:, : len(LABELS) - 1].argmax(axis=1)]
    parts = [f"{title}: accuracy {accuracy_score(names, best):.3f}"]
    for threshold in (0.3, 0.5, 0.7, 0.9):
        said = [{LABELS[j] for j in range(len(LABELS) - 1) if row[j] >= threshold} for row in table]
        hits = sum(name in s for name, s in zip(names, said, strict=True))
        parts.append(
            f"{threshold}: P {hits / max(1, sum(map(len, said))):.2f} R {hits / len(names):.2f}"
        )
    say("  ".join(parts))


def run_fold(
    model: Classifier, tokenizer: Tokenizer, sets: Sets, number: int, folds: int
) -> list[tuple[Example, np.ndarray]]:
    """Train on the other folds; this one's examples, each with the probabilities found."""
    kept = [e for e in sets.exact + sets.plv if fold_of(e.group, folds) != number]
    apart = [e for e in sets.exact + sets.plv if fold_of(e.group, folds) == number]
    fit_exact(model, tokenizer, kept)
    return list(zip(apart, probabilities(model, tokenizer, [e.text for e in apart]), strict=True))


def say_plv(rows: Sequence[tuple[Example, np.ndarray]], plv: frozenset[str]) -> None:
    """Accuracy and macro-F1 on the PLV set, with parties marked and without."""
    for title, is_marked in (("marked", True), ("plain", False)):
        mine = [r for r in rows if r[0].group in plv and has_marks(r[0].text) == is_marked]
        mine = [r for r in mine if len(r[0].types) == 1 or r[0].either]
        truth = [name_of(example) for example, _ in mine]
        found = plv_names(np.stack([table for _, table in mine]))
        say(
            f"plv {title}: accuracy {accuracy_score(truth, found):.3f} "
            f"macro-F1 {f1_score(truth, found, average='macro'):.3f} ({len(mine)})"
        )


def say_corpus(rows: Sequence[tuple[Example, np.ndarray]], plv: frozenset[str]) -> None:
    """Precision and recall over the types of corpus sentences, those without an event included."""
    mine = [
        r for r in rows if r[0].group not in plv and not has_marks(r[0].text) and r[0].weight == 1
    ]
    quiet = [table for example, table in mine if example.types == ("NONE",)]
    for threshold in (0.2, 0.3, 0.4, 0.5, 0.7, 0.9):
        hits = found = gold = 0
        for example, table in mine:
            said = {LABELS[j] for j in range(len(LABELS) - 1) if table[j] >= threshold}
            want = set(example.types) - {"NONE"}
            hits, found, gold = hits + len(said & want), found + len(said), gold + len(want)
        false = sum(bool((table[:-1] >= threshold).any()) for table in quiet)
        say(
            f"corpus p >= {threshold}: P {hits / max(1, found):.3f} R {hits / max(1, gold):.3f} "
            f"({len(mine)}); events found in {false} of {len(quiet)} without one"
        )


def main() -> None:
    """Cross-validate and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--encoder", type=Path)
    parser.add_argument("--silver", type=Path, help="what the rules read in an earlier run")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--only", type=int, help="run the first so many folds and stop")
    args = parser.parse_args()
    logging.basicConfig(level=logging.WARNING)
    torch.set_num_threads(1)
    folder = encoder_folder(args.encoder)
    tokenizer = tokenizer_of(folder)
    sets = read_sets(args.shared, args.corpus, args.silver)
    gold = gold_examples(args.shared / "data" / "types_gsr.jsonl")
    model = build(folder, seed=SEED)
    fit_weak(model, tokenizer, sets.weak)
    state = {name: value.clone() for name, value in model.state_dict().items()}
    rows: list[tuple[Example, np.ndarray]] = []
    tables = []
    for number in range(args.only or args.folds):
        model.load_state_dict(state)
        rows += run_fold(model, tokenizer, sets, number, args.folds)
        tables.append(probabilities(model, tokenizer, [e.text for e in gold]))
        say_gold(tables[-1], gold, f"fold {number} gold")
    plv = frozenset(e.group for e in sets.plv)
    say_plv(rows, plv)
    say_corpus(rows, plv)
    say_gold(np.mean(tables, axis=0), gold, "gold, folds averaged")


if __name__ == "__main__":
    main()
