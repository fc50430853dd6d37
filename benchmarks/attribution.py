"""Attribution: how well who-said-what is found, measured on annotated political news.

    python benchmarks/attribution.py DATA.jsonl [--limit N] [--json] [--errors N]

Each line of DATA is `{"id", "text", "attributions": [{"source", "cue", "content"}]}`, every
role a list of `[start, end]` offsets. An attribution is found when the characters of its
content overlap with Jaccard of at least 0.5 and its source overlaps at all, one to one.
Per role, `exact` counts spans of found pairs that agree to the character (stops and white
space at the ends aside).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.model.report import Report, report_id
from dragoman.reading.analysis import ParsedSentence
from dragoman.reading.layout.structure import lay_out
from dragoman.reading.speech.quotes import find_attributions

Spans = list[tuple[int, int]]
ROLES = ("source", "cue", "content")
QUOTE_MARKS = "\"“”„«»'‘’`"


@dataclass(slots=True)
class Row:
    """One attribution, annotated or found."""

    roles: dict[str, Spans]
    direct: bool

    def characters(self, role: str) -> frozenset[int]:
        return frozenset(i for start, end in self.roles[role] for i in range(start, end))


def read_gold(line: dict[str, Any]) -> list[Row]:
    rows = []
    for item in line["attributions"]:
        roles = {role: [(s, e) for s, e in item.get(role, [])] for role in ROLES}
        if roles["content"]:
            rows.append(Row(roles, _is_direct(line["text"], roles["content"])))
    return rows


def _is_direct(text: str, content: Sequence[tuple[int, int]]) -> bool:
    pieces = [text[s:e].strip(" ,.;:\n") for s, e in content]
    return all(p and p[0] in QUOTE_MARKS and p[-1] in QUOTE_MARKS for p in pieces)


def predict(text: str, sentences: tuple[ParsedSentence, ...]) -> list[Row]:
    rows = []
    for found in find_attributions(sentences):
        roles = {
            "source": list(found.source),
            "cue": list(found.cue),
            "content": list(found.content),
        }
        rows.append(Row(roles, _is_direct(text, found.content)))
    return rows


def pair_up(gold: list[Row], found: list[Row]) -> list[tuple[int, int]]:
    """One-to-one pairs of gold and found that meet, most alike first."""
    scored = []
    gold_chars = [(g.characters("content"), g.characters("source")) for g in gold]
    found_chars = [(f.characters("content"), f.characters("source")) for f in found]
    for i, (content, source) in enumerate(gold_chars):
        for j, (other, who) in enumerate(found_chars):
            shared = len(content & other)
            if not shared or not (source & who or (not source and not who)):
                continue
            jaccard = shared / len(content | other)
            if jaccard >= 0.5:
                scored.append((-jaccard, i, j))
    pairs: list[tuple[int, int]] = []
    used_gold: set[int] = set()
    used_found: set[int] = set()
    for _, i, j in sorted(scored):
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            pairs.append((i, j))
    return pairs


def tidy(text: str, spans: Spans) -> tuple[str, ...]:
    return tuple(text[s:e].strip(" ,.;:\n") for s, e in spans)


@dataclass(slots=True)
class Tally:
    hits: int = 0
    gold: int = 0
    found: int = 0

    def scores(self) -> dict[str, float]:
        p = self.hits / self.found if self.found else 0.0
        r = self.hits / self.gold if self.gold else 0.0
        f1 = 2 * p * r / (p + r) if p + r else 0.0
        return {
            "precision": round(p, 3),
            "recall": round(r, 3),
            "f1": round(f1, 3),
            "gold": self.gold,
            "found": self.found,
        }


def score_text(text: str, gold: list[Row], found: list[Row], total: dict[str, Tally]) -> None:
    pairs = pair_up(gold, found)
    _count(total["all"], len(pairs), len(gold), len(found))
    direct_gold = [g for g in gold if g.direct]
    direct_found = [f for f in found if f.direct]
    direct = pair_up(direct_gold, direct_found)
    _count(total["direct"], len(direct), len(direct_gold), len(direct_found))
    for role in ROLES:
        wanted = sorted(tidy(text, g.roles[role]) for g in gold if g.roles[role])
        given = sorted(tidy(text, f.roles[role]) for f in found if f.roles[role])
        same = sum(
            1
            for i, j in pairs
            if gold[i].roles[role]
            and tidy(text, gold[i].roles[role]) == tidy(text, found[j].roles[role])
        )
        _count(total[f"{role} exact"], same, len(wanted), len(given))


def _count(tally: Tally, hits: int, gold: int, found: int) -> None:
    tally.hits += hits
    tally.gold += gold
    tally.found += found


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--limit", type=int)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    total = {name: Tally() for name in ("all", "direct", *(f"{r} exact" for r in ROLES))}
    lines = args.data.read_text(encoding="utf-8").splitlines()[: args.limit]
    for raw in lines:
        line = json.loads(raw)
        text = line["text"]
        analysis = lay_out(Report(report_id(line["id"], text), line["id"], text))
        score_text(text, read_gold(line), predict(text, analysis.sentences), total)
    result = {name: tally.scores() for name, tally in total.items()}
    if args.json:
        print(json.dumps(result, indent=1))
        return
    for name, row in result.items():
        print(f"{name:14} {row}")


if __name__ == "__main__":
    main()
