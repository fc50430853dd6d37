"""A desk laid by hand for tests of reading steps: sentences parsed, names and dates put down as told."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from dragoman.model.actor import Entity, EntityKind
from dragoman.model.report import Report, report_id
from dragoman.reading.analysis import Analysis, DateMention, NameMention, ParsedSentence
from dragoman.reading.layout.sentences import split_sentences
from dragoman.reading.parse import parse

Desk = Callable[..., Analysis]


@pytest.fixture
def desk() -> Desk:
    """A function from text, names and dates to an analysis.

    `states` maps words of the text to alpha-3 codes; `others` to an entity kind; `dates`
    to an ISO date, or "from/to". Words are found wherever they stand.
    """
    return _lay


def _lay(
    text: str,
    *,
    states: Mapping[str, str] | None = None,
    others: Mapping[str, EntityKind] | None = None,
    dates: Mapping[str, str] | None = None,
    anchor: str | None = None,
) -> Analysis:
    report = Report(report_id("test", text), "test", text)
    cut = split_sentences(text, ())
    docs = parse([text[s.start : s.end] for s in cut])
    pairs = zip(cut, docs, strict=True)
    analysis = Analysis(report, anchor, sentences=tuple(ParsedSentence(s, d) for s, d in pairs))
    kinds: dict[str, tuple[EntityKind, str | None]] = {}
    kinds |= {word: ("state", code) for word, code in (states or {}).items()}
    kinds |= {word: (kind, None) for word, kind in (others or {}).items()}
    entities: dict[str, Entity] = {}
    names: list[NameMention] = []
    for word, (kind, code) in kinds.items():
        key = code or word
        entities.setdefault(key, Entity(key, report.id, word, kind, code))
        for index, first, last in _found(analysis, word):
            root = analysis.sentences[index].doc[first:last].root.i
            names.append(NameMention(index, first, last, root, kind, "name", key))
    analysis.names = tuple(sorted(names, key=lambda n: (n.sentence, n.start)))
    analysis.entities = tuple(entities.values())
    analysis.dates = tuple(_dates(analysis, dates or {}))
    analysis.index_names()
    return analysis


def _found(analysis: Analysis, word: str) -> list[tuple[int, int, int]]:
    places = []
    for index, parsed in enumerate(analysis.sentences):
        at = parsed.doc.text.find(word)
        while at >= 0:
            span = parsed.doc.char_span(at, at + len(word))
            if span is not None:
                places.append((index, span.start, span.end))
            at = parsed.doc.text.find(word, at + 1)
    return places


def _dates(analysis: Analysis, dates: Mapping[str, str]) -> list[DateMention]:
    made = []
    for word, iso in dates.items():
        start, _, end = iso.partition("/")
        kind = "period" if end else "date"
        for index, first, last in _found(analysis, word):
            made.append(DateMention(index, first, last, kind, start, end or start))
    return sorted(made, key=lambda d: (d.sentence, d.first))
