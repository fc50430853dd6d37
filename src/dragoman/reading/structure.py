"""Structure: from a report's text to parsed sentences, with the dateline and the report's day."""

from __future__ import annotations

from dragoman.model.report import Report
from dragoman.reading.analysis import Analysis, ParsedSentence
from dragoman.reading.parse import parse
from dragoman.reading.sentences import split_sentences


def lay_out(report: Report) -> Analysis:
    """Begin the analysis of a report: sentences cut and parsed."""
    sentences = split_sentences(report.text, report.furniture)
    docs = parse([report.text[s.start : s.end] for s in sentences])
    return Analysis(
        report,
        anchor=report.published,
        sentences=tuple(ParsedSentence(s, d) for s, d in zip(sentences, docs, strict=True)),
    )
