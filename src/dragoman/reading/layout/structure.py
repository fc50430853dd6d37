"""Structure: from a report's text to parsed sentences, the dateline taken off the first."""

from __future__ import annotations

import re

from dragoman.model.report import Report
from dragoman.reading.analysis import Analysis, ParsedSentence
from dragoman.reading.layout.dateline import find_dateline
from dragoman.reading.layout.sentences import split_sentences
from dragoman.reading.parse import parse

# The parser takes each of these for a word of its own; a plain space is as long.
_ODD_SPACE = re.compile(r"[^\S ]|\x00")


def lay_out(report: Report) -> Analysis:
    """Begin the analysis of a report: dateline told, sentences cut and parsed.

    A sentence wrapped over lines is parsed with spaces for its line breaks (and for other
    odd spaces), one for one, so offsets hold.
    """
    dateline = find_dateline(report)
    sentences = split_sentences(
        report.text,
        report.furniture,
        title=report.title,
        skip=(dateline.start, dateline.end) if dateline else None,
    )
    docs = parse([_ODD_SPACE.sub(" ", report.text[s.start : s.end]) for s in sentences])
    return Analysis(
        report,
        anchor=report.published,
        dateline=dateline,
        sentences=tuple(ParsedSentence(s, d) for s, d in zip(sentences, docs, strict=True)),
    )
