"""`dragoman evaluate`: where it finds the reports, what it writes, how it ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

TEXT = "LIMA, May 3, 2024 (AP) - The foreign minister of Chad met the president of Peru in Lima.\n"
GOLD = {
    "events": [
        {
            "id": "e1",
            "type": "CONSULT",
            "actors": [{"country": "TCD"}],
            "recipients": [{"country": "PER"}],
            "date_start": "2024-05",
            "status": "occurred",
            "core": True,
            "mentions": [
                {"file": "lima.txt", "quote": "minister of Chad met the president of Peru in Lima"}
            ],
        }
    ]
}


def evaluate(*args: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "dragoman", "evaluate", *map(str, args)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "NO_COLOR": "1"},
        timeout=120,
    )


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    return write(tmp_path / "gold" / "lima.json", json.dumps(GOLD))


def test_table_on_standard_output_and_nothing_on_the_other(gold: Path) -> None:
    write(gold.parent / "lima.txt", TEXT)
    done = evaluate(gold)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("1 story, 1 report\n")
    assert "events, found at all" in done.stdout


LINE = json.dumps({"id": "lima.txt", "text": TEXT, "published": "2024-05-03"})


@pytest.mark.parametrize(
    ("place", "content"),
    [
        ("gold/lima.txt", TEXT),
        ("gold/lima/lima.txt", TEXT),
        ("texts/lima/lima.txt", TEXT),
        ("reports/lima.jsonl", LINE),
        ("gold/lima.jsonl", LINE),
    ],
)
def test_reports_are_found_around_the_gold(gold: Path, place: str, content: str) -> None:
    write(gold.parent.parent / place, content)
    done = evaluate(gold.parent, "--format", "json")
    assert done.returncode == 0, done.stderr
    data = json.loads(done.stdout)
    assert data["scores"]["events.type+roles"]["right"] == 1
    assert [story["story"] for story in data["stories"]] == ["lima"]


@pytest.mark.parametrize("place", ["lima.txt", "lima/lima.txt"])
def test_reports_are_where_they_are_said_to_be(gold: Path, tmp_path: Path, place: str) -> None:
    write(tmp_path / "elsewhere" / place, TEXT)
    done = evaluate(gold, "--texts", tmp_path / "elsewhere")
    assert done.returncode == 0, done.stderr


def one_line(done: subprocess.CompletedProcess[str]) -> str:
    assert (done.returncode, done.stdout) == (2, "")
    (line,) = done.stderr.splitlines()
    assert line.startswith("dragoman: ")
    return line


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("{", "not JSON (line 1, column 2"),
        ("[]", "the file should hold an object, not a list"),
        ('{"events": [{"id": "e1", "type": "MEET"}]}', "events[0].type should be one of"),
    ],
)
def test_malformed_gold_is_told_on_one_line(gold: Path, written: str, told: str) -> None:
    gold.write_text(written)
    assert told in one_line(evaluate(gold))


def test_words_that_no_report_has_are_told_before_any_is_read(gold: Path) -> None:
    write(gold.parent / "lima.txt", TEXT.replace("Peru", "Cuba"))
    assert "quotes words that are not in lima.txt" in one_line(evaluate(gold))


def test_missing_gold_is_told(tmp_path: Path) -> None:
    assert "does not exist" in one_line(evaluate(tmp_path / "none.json"))
    assert "has no gold in it" in one_line(evaluate(tmp_path))


def test_missing_texts_are_told(gold: Path, tmp_path: Path) -> None:
    assert "is no folder" in one_line(evaluate(gold, "--texts", tmp_path / "none"))
    done = evaluate(gold)
    assert done.returncode == 2
    assert "lima.txt: does not exist" in done.stderr
    assert "Traceback" not in done.stderr


def test_report_that_cannot_be_read_is_one(gold: Path) -> None:
    write(gold.parent / "lima" / "lima.txt", TEXT)
    write(gold.parent / "lima" / "empty.txt", "")
    done = evaluate(gold)
    assert done.returncode == 1
    assert "empty.txt" in done.stderr
    assert done.stdout.startswith("1 story, 1 report\n")
