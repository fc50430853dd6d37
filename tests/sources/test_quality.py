"""Floors under what the benchmarks measured: lower one only with a reason in the changelog.

Needs the measuring sets: DRAGOMAN_SHARED names the folder that holds `data/` and `seeds/`
(default: `shared` beside the repository).
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.model.report import Report
from dragoman.sources import read_sources

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("DRAGOMAN_SHARED", ROOT.parent / "shared"))
PAGES = SHARED / "data" / "html_articles"
SEEDS = SHARED / "seeds"

FLOORS = {"articles.py": 0.955, "furniture.py": 0.875}


@pytest.mark.skipif(not PAGES.is_dir(), reason=f"no {PAGES}; set DRAGOMAN_SHARED")
@pytest.mark.parametrize("benchmark", FLOORS)
def test_article_is_told_from_the_page_as_well_as_before(benchmark: str) -> None:
    command = [sys.executable, str(ROOT / "benchmarks" / benchmark), str(PAGES)]
    said = subprocess.check_output(command, text=True)
    found = re.search(r"^body alone.*F1 ([\d.]+)$", said, re.M)
    assert found
    assert float(found.group(1)) >= FLOORS[benchmark], said


@pytest.mark.skipif(not SEEDS.is_dir(), reason=f"no {SEEDS}; set DRAGOMAN_SHARED")
def test_furniture_of_the_seeds_is_marked_and_nothing_else() -> None:
    gold = json.loads((SEEDS / "gold.json").read_text(encoding="utf-8"))["boilerplate"]
    wanted = sorted((item["file"], item["text"].strip()) for item in gold)
    marked = []
    for report in read_sources([str(path) for path in sorted(SEEDS.glob("*.txt"))]):
        assert isinstance(report, Report)
        marked += [(report.name, report.text[f.start : f.end]) for f in report.furniture]
    assert sorted(marked) == wanted
