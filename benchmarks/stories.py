"""Whole stories against hand-made gold: one record a story, scored by the public scorer.

    python benchmarks/stories.py STORIES_DIR --scorer SCORE.PY [--json] [--keep DIR]

STORIES_DIR holds `reports/<story>.jsonl`, `texts/<story>/*.txt` and `gold/<story>.json`.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

import dragoman
from dragoman.exports.json import dump_record


def main() -> None:
    """Read every story, write its record, and run the scorer over them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stories", type=Path)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--keep", type=Path, help="keep the records in this folder")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        records = args.keep or Path(scratch)
        records.mkdir(parents=True, exist_ok=True)
        for path in sorted((args.stories / "reports").glob("*.jsonl")):
            record = dragoman.read([path])
            (records / f"{path.stem}.json").write_text(dump_record(record), encoding="utf-8")
        command = [sys.executable, str(args.scorer), "--gold", str(args.stories / "gold")]
        command += ["--texts", str(args.stories / "texts"), "--records", str(records)]
        subprocess.run(command + ["--json"] * args.json, check=True)


if __name__ == "__main__":
    main()
