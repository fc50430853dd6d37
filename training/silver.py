"""Silver: sentences of machine-written stories with the types that the package's rules read there.

Weak labels for the first stage: they hand the rules' vocabulary to the model, which then
finds the same events in words no rule lists. Only sentences with an event are kept, for the
rules' silence proves nothing.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from examples import Example, read_lines

from dragoman.model.report import Report, report_id
from dragoman.reading.layout.sentences import split_sentences
from dragoman.reading.one_report import read_report

DEPTH = 6
LONGEST_STORY = 3_000
WEIGHT = 0.5


def silver_examples(stories: Path, kept: Path | None = None) -> list[Example]:
    """Sentences with rule-read types; `kept` is read where it exists, else written.

    Reading some 1,900 stories takes about six minutes on one core.
    """
    if kept is not None and kept.is_file():
        rows = read_lines(kept)
    else:
        rows = list(_read_stories(stories))
        if kept is not None:
            lines = [json.dumps(row, sort_keys=True) for row in rows]
            kept.write_text("\n".join(lines) + "\n", encoding="utf-8")
    found = {}
    for row in rows:
        text = row["text"]
        if row["types"] and 4 <= len(text.split()) <= 60:
            found[text] = Example(text, tuple(row["types"]), weight=WEIGHT, group=text)
    return list(found.values())


def _read_stories(path: Path) -> Iterator[dict[str, object]]:
    """At most `DEPTH` stories of each headline, sentence by sentence."""
    by_title: dict[str, list[str]] = defaultdict(list)
    for row in read_lines(path):
        by_title[row["title"]].append(row["text"][:LONGEST_STORY])
    for depth in range(DEPTH):
        for title, texts in sorted(by_title.items()):
            if depth < len(texts):
                yield from _read_story(title, texts[depth])


def _read_story(title: str, text: str) -> Iterator[dict[str, object]]:
    events = read_report(Report(report_id(title, text), title, text)).events
    for sentence in split_sentences(text, ()):
        types = {e.type for e in events if sentence.start <= e.mentions[0].start < sentence.end}
        yield {"text": text[sentence.start : sentence.end], "types": sorted(types)}
