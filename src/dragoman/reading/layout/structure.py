"""Structure: from a report's text to parsed sentences, dateline and credits read off."""

from __future__ import annotations

import re

from dragoman.model.report import Report
from dragoman.reading.analysis import Analysis, ParsedSentence
from dragoman.reading.layout.credits import find_credits
from dragoman.reading.layout.dateline import find_dateline
from dragoman.reading.layout.sentences import split_sentences
from dragoman.reading.parse import parse

# The parser takes each of these for a word of its own; a plain space is as long.
_ODD_SPACE = re.compile(r"[^\S ]|\x00")
# The parser takes UTF-8 alone, which has no half surrogate pairs.
_HALF_PAIR = re.compile("[\ud800-\udfff]")


def lay_out(report: Report) -> Analysis:
    """Begin the analysis of a report: dateline told, sentences cut and parsed.

    A sentence wrapped over lines is parsed with spaces for its line breaks (and for other
    odd spaces), and with U+FFFD for half surrogate pairs, one for one, so offsets hold.
    """
    dateline = find_dateline(report)
    sentences = split_sentences(
        report.text,
        report.furniture,
        title=report.title,
        skip=(dateline.start, dateline.end) if dateline else None,
    )
    docs = parse([_parseable(report.text[s.start : s.end]) for s in sentences])
    return Analysis(
        report,
        anchor=report.published,
        dateline=dateline,
        sentences=tuple(ParsedSentence(s, d) for s, d in zip(sentences, docs, strict=True)),
        credits=find_credits(report, dateline),
    )


def _parseable(text: str) -> str:
    return _HALF_PAIR.sub("\ufffd", _ODD_SPACE.sub(" ", text))
