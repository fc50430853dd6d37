"""How well the article is told from the page in a plain-text copy of it, where no tag helps.

    python benchmarks/furniture.py FOLDER [--worst N]

FOLDER as for articles.py. The copies are the visible text of its pages, a block a line.
"untouched" is what a copy scores as it is.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from pathlib import Path

from articles import article_lines
from dragoman.model.report import Report
from dragoman.sources import DEFAULT_LIMITS
from dragoman.sources.decoding import decode
from dragoman.sources.furniture import mark_furniture
from dragoman.sources.page import lay_out_page, parse_page
from dragoman.sources.prose import is_prose
from shingles import Overlap, overlap, report


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--worst", type=int, default=0, help="list the N pages read worst")
    options = parser.parse_args()
    truth = json.loads((options.folder / "ground-truth.json").read_text(encoding="utf-8"))
    copies = {key: _copy(options.folder / f"{key}.html.gz") for key in sorted(truth)}
    untouched: dict[str, Overlap] = {}
    whole: dict[str, Overlap] = {}
    body: dict[str, Overlap] = {}
    began = time.perf_counter()
    for key, text in copies.items():
        kept = article_lines(Report(key, key, text, furniture=mark_furniture(text)))
        lines = kept.splitlines()
        below = lines[1:] if len(lines) > 1 and not is_prose(lines[0]) else lines
        true = truth[key]["articleBody"]
        untouched[key] = overlap(true, text)
        whole[key] = overlap(true, kept)
        body[key] = overlap(true, "\n".join(below))
    spent = time.perf_counter() - began
    print(f"{len(copies)} copies, {1000 * spent / len(copies):.0f} ms a copy")
    report("untouched    ", untouched, worst=0)
    report("with headline", whole, worst=0)
    report("body alone   ", body, worst=options.worst)


def _copy(path: Path) -> str:
    html = decode(path.name, gzip.decompress(path.read_bytes()))
    return lay_out_page(parse_page(path.name, html, DEFAULT_LIMITS)).text


if __name__ == "__main__":
    main()
