"""How well the article of a web page is told from the page: precision, recall and F1 of word runs.

    python benchmarks/articles.py FOLDER [--worst N]

FOLDER is article-extraction-benchmark's: `ground-truth.json` (id to `articleBody`, `url`)
and `ID.html.gz`. Measured as that benchmark does. Its truth has no headlines, so a line that
is no prose at the top of what we keep is left out of the second figure.
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import time
from dataclasses import replace
from pathlib import Path

from dragoman.model.report import Failure, Report
from dragoman.sources import DEFAULT_LIMITS, read_sources
from dragoman.sources.prose import is_prose
from shingles import Overlap, overlap, report

ANY_LANGUAGE = replace(DEFAULT_LIMITS, language_confidence=2.0, script_share=2.0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--worst", type=int, default=0, help="list the N pages read worst")
    options = parser.parse_args()
    truth = json.loads((options.folder / "ground-truth.json").read_text(encoding="utf-8"))
    whole: dict[str, Overlap] = {}
    body: dict[str, Overlap] = {}
    began = time.perf_counter()
    for key in sorted(truth):
        kept = _kept(gzip.decompress((options.folder / f"{key}.html.gz").read_bytes()))
        lines = kept.splitlines()
        below = lines[1:] if len(lines) > 1 and not is_prose(lines[0]) else lines
        whole[key] = overlap(truth[key]["articleBody"], kept)
        body[key] = overlap(truth[key]["articleBody"], "\n".join(below))
    spent = time.perf_counter() - began
    print(f"{len(truth)} pages, {1000 * spent / len(truth):.0f} ms a page")
    report("with headline", whole, worst=0)
    report("body alone   ", body, worst=options.worst)


def _kept(page: bytes) -> str:
    (found,) = read_sources(["-"], stdin=io.BytesIO(page), limits=ANY_LANGUAGE)
    return "" if isinstance(found, Failure) else article_lines(found)


def article_lines(report: Report) -> str:
    """A report's text without its furniture and without empty lines."""
    pieces, at = [], 0
    for stretch in report.furniture:
        pieces.append(report.text[at : stretch.start])
        at = stretch.end
    left = "".join([*pieces, report.text[at:]])
    return "\n".join(line for line in left.splitlines() if line.strip())


if __name__ == "__main__":
    main()
