"""Dates measured as TempEval-3 measures them: strict, relaxed and value F1, and documents a second.

    python benchmarks/dates.py DATA.jsonl [--json] [--half even|odd] [--errors N]

One line of DATA is `{"id", "published", "text", "times": [{"start", "end", "type", "value"}]}`.
Strict wants the same span, relaxed any overlap, value a relaxed match with the right value.
Sentences without a word of time are only tokenized, not parsed; the clock counts all
reading, from text to mentions, and leaves out loading the parser.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path

from dragoman.model.report import Report
from dragoman.reading.analysis import Analysis, DateMention, ParsedSentence
from dragoman.reading.layout.sentences import split_sentences
from dragoman.reading.parse import load_parser, parse
from dragoman.reading.time.dates import find_times
from dragoman.reading.time.phrases import find_phrases


@dataclass(frozen=True, slots=True)
class Time:
    """One expression of time: offsets into the text, and its value."""

    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True)
class Scores:
    """F1 by each of TempEval-3's three measures, with what they are counted from."""

    documents: int
    gold: int
    found: int
    strict: float
    relaxed: float
    value: float
    documents_per_second: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """One document's gold and found times."""

    id: str
    text: str
    gold: tuple[Time, ...]
    found: tuple[Time, ...]


def read_times(document_id: str, text: str, published: str) -> tuple[Time, ...]:
    """The times a text names, as spans of it."""
    report = Report(document_id, document_id, text, published=published)
    sentences = split_sentences(text, ())
    words = [text[s.start : s.end].replace("\n", " ") for s in sentences]
    timed = [i for i, w in enumerate(words) if next(find_phrases(w, lambda _: True), None)]
    parsed = dict(zip(timed, parse([words[i] for i in timed]), strict=True))
    make_doc = load_parser().make_doc
    rows = tuple(
        ParsedSentence(s, parsed[i] if i in parsed else make_doc(words[i]))
        for i, s in enumerate(sentences)
    )
    analysis = Analysis(report, anchor=published, sentences=rows)
    return tuple(_time(analysis, mention) for mention in find_times(analysis))


def _time(analysis: Analysis, found: DateMention) -> Time:
    where = analysis.mention(found.sentence, found.first, found.last)
    return Time(where.start, where.end, found.timex)


def overlap(left: Time, right: Time) -> bool:
    """Whether two spans share a character."""
    return left.start < right.end and right.start < left.end


def pairs(outcome: Outcome) -> list[tuple[Time, Time]]:
    """Gold and found that overlap, one to one, exact spans first."""
    free = list(outcome.found)
    matched: list[tuple[Time, Time]] = []
    rest: list[Time] = []
    for gold in outcome.gold:
        same = next((f for f in free if (f.start, f.end) == (gold.start, gold.end)), None)
        if same is None:
            rest.append(gold)
        else:
            free.remove(same)
            matched.append((gold, same))
    for gold in rest:
        near = next((f for f in free if overlap(gold, f)), None)
        if near is not None:
            free.remove(near)
            matched.append((gold, near))
    return matched


def score(outcomes: list[Outcome], seconds: float) -> Scores:
    """All three F1 over all documents together."""
    gold = sum(len(o.gold) for o in outcomes)
    found = sum(len(o.found) for o in outcomes)
    matched = [p for o in outcomes for p in pairs(o)]
    strict = sum((g.start, g.end) == (f.start, f.end) for g, f in matched)
    value = sum(g.value == f.value for g, f in matched)
    both = (gold + found) or 1
    return Scores(
        len(outcomes),
        gold,
        found,
        round(2 * strict / both, 4),
        round(2 * len(matched) / both, 4),
        round(2 * value / both, 4),
        round(len(outcomes) / seconds, 2) if seconds else 0.0,
    )


def show_errors(outcomes: list[Outcome], most: int) -> None:
    """The commonest mistakes, for whoever tunes the rules."""
    kinds: Counter[str] = Counter()
    for o in outcomes:
        matched = pairs(o)
        for g, f in matched:
            words = (o.text[g.start : g.end], o.text[f.start : f.end])
            if g.value != f.value:
                kinds[f"VALUE {words[0]!r} gold {g.value} found {f.value} ({o.id})"] += 1
            if words[0] != words[1]:
                kinds[f"SPAN gold {words[0]!r} found {words[1]!r}"] += 1
        for g in o.gold:
            if g not in [m[0] for m in matched]:
                kinds[
                    f"MISSED {o.text[g.start : g.end]!r} {g.value} ({o.text[g.start - 25 : g.end + 20]!r})"
                ] += 1
        for f in o.found:
            if f not in [m[1] for m in matched]:
                kinds[
                    f"EXTRA {o.text[f.start : f.end]!r} {f.value} ({o.text[f.start - 25 : f.end + 20]!r})"
                ] += 1
    for kind, count in sorted(kinds.items(), key=lambda k: (k[0].split(" ")[0], -k[1], k[0]))[
        :most
    ]:
        print(f"{count:4d} {kind}")


def main() -> int:
    """Read the set, print the scores."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("data", type=Path)
    options.add_argument("--json", action="store_true")
    options.add_argument("--half", choices=("even", "odd"))
    options.add_argument("--errors", type=int, default=0)
    chosen = options.parse_args()
    rows = [json.loads(line) for line in chosen.data.read_text("utf-8").splitlines() if line]
    if chosen.half:
        rows = rows[0 if chosen.half == "even" else 1 :: 2]
    load_parser()
    parse(["It opened on Monday."])
    begun = time.perf_counter()
    found = [read_times(r["id"], r["text"], r["published"]) for r in rows]
    seconds = time.perf_counter() - begun
    outcomes = [
        Outcome(
            r["id"], r["text"], tuple(Time(t["start"], t["end"], t["value"]) for t in r["times"]), f
        )
        for r, f in zip(rows, found, strict=True)
    ]
    scores = score(outcomes, seconds)
    print(json.dumps(asdict(scores)) if chosen.json else scores)
    show_errors(outcomes, chosen.errors)
    return 0


if __name__ == "__main__":
    sys.exit(main())
