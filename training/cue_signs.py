"""Cue signs: how the weights of `knowledge/cues.tsv` and `knowledge/cue_signs.tsv` were made.

    python training/cue_signs.py TRAIN.jsonl [--write]

TRAIN holds annotated news in the form `benchmarks/attribution.py` reads. The words of
`cues.tsv` and what they report are chosen by hand; this counts, for each, the share of its
frames that the annotators marked (smoothed towards the mean of its construction), then fits
a logistic regression on the signs a frame shows (`reading.credence.signs`). Same data, same
tables. Without --write it only prints the fit.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import numpy as np

from dragoman.knowledge.cues import Cue, load_cues
from dragoman.model.report import Report, report_id
from dragoman.reading.analysis import ParsedSentence
from dragoman.reading.layout.structure import lay_out
from dragoman.reading.speech.credence import signs
from dragoman.reading.speech.frames import frames
from dragoman.reading.speech.framing import Frame
from dragoman.reading.speech.quotation_marks import quoted_stretches
from dragoman.reading.speech.quotes import quoted_tokens

Characters = frozenset[int]

PRIORS = {
    "clause": 0.65,
    "infinitive": 0.4,
    "object": 0.42,
    "about": 0.42,
    "noun": 0.3,
    "aside": 0.65,
    "passive": 0.3,
    "according": 0.75,
}
PRIOR_COUNT = 3.0
RAREST_SIGN = 12
PENALTY = 3.0
STEPS = 1500


@dataclass(frozen=True, slots=True)
class Sample:
    """A frame with a known cue, the signs it shows and whether annotators marked it."""

    cue: Cue
    signs: tuple[str, ...]
    marked: bool


def samples(path: Path) -> Iterator[Sample]:
    for raw in path.read_text(encoding="utf-8").splitlines():
        line = json.loads(raw)
        gold = [
            (_cover(a.get("content", [])), _cover(a.get("source", [])))
            for a in line["attributions"]
            if a.get("content")
        ]
        report = Report(report_id(line["id"], line["text"]), line["id"], line["text"])
        sentences = lay_out(report).sentences
        stretches = quoted_stretches(sentences)
        for parsed in sentences:
            here = [s for s in stretches if s.first <= parsed.sentence.index <= s.last]
            yield from _in_sentence(parsed, quoted_tokens(parsed, here), gold)


def _in_sentence(
    parsed: ParsedSentence,
    quoted: frozenset[int],
    gold: list[tuple[Characters, Characters]],
) -> Iterator[Sample]:
    for frame in frames(parsed.doc, quoted):
        cue = load_cues().get((frame.build, frame.lemma))
        if cue is None or frame.cue in quoted or not frame.content:
            continue
        shown = tuple(signs(parsed.doc, frame, cue, quoted))
        yield Sample(cue, shown, _marked(parsed, frame, gold))


def _marked(
    parsed: ParsedSentence, frame: Frame, gold: list[tuple[Characters, Characters]]
) -> bool:
    content, source = _characters(parsed, frame.content), _characters(parsed, frame.source)
    return any(
        2 * len(content & told) >= len(content | told) and bool(source & who or not (source or who))
        for told, who in gold
    )


def _cover(spans: list[list[int]]) -> Characters:
    return frozenset(i for start, end in spans for i in range(start, end))


def _characters(parsed: ParsedSentence, tokens: tuple[int, ...]) -> Characters:
    base = parsed.sentence.start
    return frozenset(
        base + t.idx + i
        for t in (parsed.doc[j] for j in tokens)
        for i in range(len(t.text_with_ws))
    )


def count_cues(found: list[Sample]) -> dict[tuple[str, str], Cue]:
    """Every cue with its weight counted anew."""
    tally: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    for sample in found:
        row = tally[sample.cue.build, sample.cue.lemma]
        row[0] += sample.marked
        row[1] += 1
    weighed = {}
    for key, cue in sorted(load_cues().items()):
        hits, uses = tally[key]
        prior = PRIORS.get(cue.build)
        weight = 1.0 if prior is None else (hits + PRIOR_COUNT * prior) / (uses + PRIOR_COUNT)
        weighed[key] = Cue(cue.build, cue.lemma, cue.kind, round(weight, 2))
    return weighed


def fit(found: list[Sample], cues: dict[tuple[str, str], Cue]) -> dict[str, float]:
    """Weights of the signs, by gradient descent with momentum on all samples at once."""
    seen = Counter(sign for sample in found for sign in sample.signs)
    names = ["bias", "cue", *sorted(s for s, n in seen.items() if n >= RAREST_SIGN)]
    place = {name: i for i, name in enumerate(names)}
    rows, columns, values = [], [], []
    for i, sample in enumerate(found):
        share = min(max(cues[sample.cue.build, sample.cue.lemma].weight, 0.02), 0.98)
        shown = [place[s] for s in sample.signs if s in place]
        rows += [i] * (len(shown) + 2)
        columns += [0, 1, *shown]
        values += [1.0, float(np.log(share / (1 - share))), *[1.0] * len(shown)]
    row, column, value = np.array(rows), np.array(columns), np.array(values)
    goal = np.array([s.marked for s in found], float)
    weight, mean, square = np.zeros(len(names)), np.zeros(len(names)), np.zeros(len(names))
    held = np.r_[0.0, 0.0, np.ones(len(names) - 2)] * PENALTY
    for step in range(1, STEPS + 1):
        logit = np.bincount(row, weights=value * weight[column], minlength=len(found))
        slip = 1 / (1 + np.exp(-logit)) - goal
        slope = np.bincount(column, weights=value * slip[row], minlength=len(names))
        slope = (slope + held * weight) / len(found)
        mean = 0.9 * mean + 0.1 * slope
        square = 0.999 * square + 0.001 * slope * slope
        rate = 0.03 / (1 - 0.9**step)
        weight = weight - rate * mean / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    print(
        f"{len(found)} frames, {int(goal.sum())} marked, right {((logit > 0) == goal).mean():.3f}"
    )
    return {name: round(float(w), 3) for name, w in zip(names, weight, strict=True)}


def write(cues: dict[tuple[str, str], Cue], weights: dict[str, float]) -> None:
    room = Path(str(files("dragoman.knowledge")))
    lines = [
        "# construction\tcue\twhat it reports\tshare of its uses that report (counted, smoothed)"
    ]
    lines += [f"{c.build}\t{c.lemma}\t{c.kind}\t{c.weight:.2f}" for c in cues.values()]
    (room / "cues.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    lines = ["# sign\twhat it adds to the log odds that a frame reports"]
    lines += [f"{n}\t{w:.3f}" for n, w in weights.items() if n in ("bias", "cue") or abs(w) >= 0.02]
    (room / "cue_signs.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("train", type=Path)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    found = list(samples(args.train))
    cues = count_cues(found)
    weights = fit(found, cues)
    if args.write:
        write(cues, weights)


if __name__ == "__main__":
    main()
