"""Training sentences: every set read into one shape, a sentence with the types it reports.

A label may be exact (one type or several), a choice (`either`: the PLV set's YIELD is
CONCEDE or RETREAT, and the loss leaves open which) or weak (a weight under one).
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from dragoman.ontology import TYPES
from dragoman.reading.encoder import marked

LABELS = (*TYPES, "NONE")
YIELD = ("CONCEDE", "RETREAT")

# PLV counts imposed sanctions and embargoes as COERCE, the scheme followed here as SANCTION.
_SANCTIONS = re.compile(r"\b(?:sanctions?|embargo(?:es)?)\b")

_SENTENCE = re.compile(r"(?<=[.!?])[\"”']?\s+(?=[\"“A-Z])")
_SLOT = re.compile(r"\{[^}]*\}")


@dataclass(frozen=True, slots=True)
class Example:
    """One sentence: `types` it reports, `either` where only one of them holds, `group` for folds."""

    text: str
    types: tuple[str, ...]
    either: bool = False
    weight: float = 1.0
    group: str = ""


def read_lines(path: Path) -> list[dict]:  # type: ignore[type-arg]
    """The objects of a JSON-lines file, empty lines skipped."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def corpus_examples(folder: Path) -> list[Example]:
    """The hand-written corpus: each sentence plain, and once for each event with its parties marked."""
    found: list[Example] = []
    for path in sorted(folder.glob("*.jsonl")):
        for row in read_lines(path):
            found.extend(_corpus_rows(row))
    return found


def _corpus_rows(row: dict) -> Iterator[Example]:  # type: ignore[type-arg]
    text = str(row["text"])
    events = [e for e in row.get("events", []) if e.get("type") in TYPES]
    types = tuple(sorted({str(e["type"]) for e in events})) or ("NONE",)
    yield Example(text, types, group=text)
    for event in events:
        actors = spans(text, event.get("actor"))
        recipients = spans(text, event.get("recipient"))
        if actors or recipients:
            sentence = marked(text, actors=actors, recipients=recipients)
            same = {
                str(e["type"])
                for e in events
                if spans(text, e.get("actor")) == actors
                and spans(text, e.get("recipient")) == recipients
            }
            yield Example(sentence, tuple(sorted(same)), group=text)


def spans(text: str, names: object) -> list[tuple[int, int]]:
    """Where names (a string or a list of them) first stand in a text, as character spans."""
    listed = [names] if isinstance(names, str) else list(names) if isinstance(names, list) else []
    found = []
    for name in listed:
        start = text.find(str(name)) if name else -1
        if start >= 0:
            found.append((start, start + len(str(name))))
    return found


def ontology_examples(folder: Path) -> list[Example]:
    """The sentences that stand in the ontology's own files."""
    found = []
    for name in TYPES:
        data = tomllib.loads((folder / f"{name.lower()}.toml").read_text("utf-8"))
        for row in data.get("example", []):
            if not row.get("none"):
                found.append(Example(row["text"], (name,), group=row["text"]))
    return found


def plv_examples(path: Path) -> list[Example]:
    """The PLV set: every row plain and with its source and target marked; rows of one text merged.

    Where PLV and the scheme part, a plain sentence follows the scheme, a marked one PLV.
    """
    rows = read_lines(path)
    by_text: dict[str, list[str]] = {}
    for row in rows:
        sanctions = row["type"] == "COERCE" and _SANCTIONS.search(row["text"])
        by_text.setdefault(row["text"], []).append("SANCTION" if sanctions else row["type"])
    found = []
    for row in rows:
        sentence = marked(
            row["text"],
            actors=spans(row["text"], row["source"]),
            recipients=spans(row["text"], row["target"]),
        )
        found.append(_labelled(sentence, [row["type"]], row["text"]))
    found.extend(_labelled(text, sorted(set(types)), text) for text, types in by_text.items())
    return found


def _labelled(text: str, types: Sequence[str], group: str) -> Example:
    if list(types) == ["YIELD"]:
        return Example(text, YIELD, either=True, group=group)
    exact = [t for t in types if t != "YIELD"]
    return Example(text, tuple(exact), group=group)


def gold_examples(path: Path) -> list[Example]:
    """The gold records, plain; only ever measured on."""
    return [Example(r["text"].strip("{}"), (r["type"],), group=r["id"]) for r in read_lines(path)]


def story_examples(path: Path, states: Sequence[str], rng: np.random.Generator) -> list[Example]:
    """Weak ones: each distinct headline with its slots filled, and the first sentence of each story."""
    rows = read_lines(path)
    titles = sorted({(r["title"], r["type"]) for r in rows})
    found = []
    for title, name in titles:
        for _ in range(2):
            found.append(Example(_filled(title, states, rng), (name,), weight=0.6, group=title))
    for row in rows:
        lead = _SENTENCE.split(row["text"].strip().split("\n")[0])[0]
        if 6 <= len(lead.split()) <= 60:
            found.append(Example(lead, (row["type"],), weight=0.3, group=lead))
    return found


def _filled(title: str, states: Sequence[str], rng: np.random.Generator) -> str:
    names: dict[str, str] = {}

    def name(match: re.Match[str]) -> str:
        slot = match.group()
        return names.setdefault(slot, str(states[int(rng.integers(len(states)))]))

    return _SLOT.sub(name, title)


def quiet_examples(
    path: Path, ontology: Path, rng: np.random.Generator, most: int
) -> list[Example]:
    """Weak NONEs: sentences of political news in which no cue word of the ontology stands."""
    stems = _cue_stems(ontology)
    sentences: set[str] = set()
    for row in read_lines(path):
        for paragraph in row["text"].split("\n"):
            for sentence in _SENTENCE.split(paragraph.strip()):
                words = re.findall(r"[a-z]+", sentence.lower())
                if 8 <= len(words) <= 50 and not any(_begins(w, stems) for w in words):
                    sentences.add(sentence)
    listed = sorted(sentences)
    chosen = rng.permutation(len(listed))[:most]
    return [Example(listed[i], ("NONE",), weight=0.4, group=listed[i]) for i in sorted(chosen)]


def _begins(word: str, stems: frozenset[str]) -> bool:
    return any(word[:n] in stems for n in range(3, len(word) + 1) if len(word) - n <= 4)


def _cue_stems(folder: Path) -> frozenset[str]:
    """First words of all cues without their last e or y, so that inflected forms begin with them."""
    stems = set()
    for name in TYPES:
        data = tomllib.loads((folder / f"{name.lower()}.toml").read_text("utf-8"))
        for table in [*data.get("verb", []), *data.get("noun", [])]:
            for cue in table["cues"]:
                words = [w for w in cue.split() if not w.startswith("<")]
                stems.update(re.sub(r"[ey]$", "", w) for w in words[:1] if len(w) > 3)
    return frozenset(stems)


def state_names(path: Path) -> list[str]:
    """Usual names of all states, from the package's own table."""
    table = json.loads(path.read_text("utf-8"))
    return sorted(row["name"] for row in table.values())


def reweighted(examples: Sequence[Example], weight: float) -> list[Example]:
    """The same examples, each weighing `weight` times as much."""
    return [replace(e, weight=e.weight * weight) for e in examples]
