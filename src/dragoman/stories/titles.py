"""Titles: what a story is called, in the words of one of its reports.

The title a report came with is best, then the headline in its text, then its first sentence
without the dateline. Of several, the one that speaks most of what all reports speak of.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from dragoman.knowledge.wording import words
from dragoman.model.claim import Reading
from dragoman.model.report import Report
from dragoman.stories.bags import article

LONGEST = 90  # characters
_SITE = re.compile(r"\s+(?:[|»·]|[-–—]{1,2})\s+([^|»·–—]{2,40})$")
_FEW = 4  # words at least that must be left of a title when its outlet is taken off


def story_title(
    cluster: Sequence[str], reports: Mapping[str, Report], readings: Mapping[str, Reading]
) -> str:
    """The title of a story, at most `LONGEST` characters."""
    spread = Counter(
        c for key in cluster for c in {w.concept for w in words(article(reports[key]))}
    )
    ranked = [
        (rank, -_speaks(title, spread), len(title), title)
        for key in cluster
        for rank, title in [_of_report(reports[key], readings.get(key))]
    ]
    return shortened(min(ranked)[-1])


def shortened(text: str) -> str:
    """Words on one line, cut at a word's end.

    >>> shortened("Peru and Chile  sign a pact")
    'Peru and Chile sign a pact'
    """
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rsplit(" ", 1)[0] + "…"


def _of_report(report: Report, reading: Reading | None) -> tuple[int, str]:
    """The best a report has for a title, and how good that is: 0 a title ... 3 nothing but a name."""
    title = (report.title or "").strip()
    if title:
        return 0, _without_site(title, report.outlet)
    sentences = reading.sentences if reading else ()
    for rank, role in ((1, "headline"), (2, "body")):
        for sentence in sentences:
            if sentence.role == role:
                return rank, report.text[sentence.start : sentence.end].rstrip(" .\n")
    lines = (line.strip() for line in article(report).splitlines())
    return 3, next((line for line in lines if line), report.name)


def _without_site(title: str, outlet: str | None) -> str:
    """A page's title without the name of the site at its end."""
    found = _SITE.search(title)
    if found is None or len(title[: found.start()].split()) < _FEW:
        return title
    site = found.group(1).strip().lower()
    mark = found.group().strip()[0]
    named = bool(outlet) and (site in (outlet or "").lower() or (outlet or "").lower() in site)
    return title[: found.start()] if mark in "|»·" or named else title


def _speaks(title: str, spread: Mapping[str, int]) -> float:
    """In how many reports the telling words of a title stand, on average."""
    told = {w.concept for w in words(title) if w.kind in ("content", "name")}
    return round(sum(spread[c] for c in told) / max(_FEW, len(told)), 3)
