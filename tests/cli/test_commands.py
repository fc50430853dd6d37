"""The command line: what it writes where, and how it ends."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

TEXT = "LIMA, May 3, 2024 (AP) - The foreign minister of Chad met the president of Peru in Lima.\n"


def run(*args: str | Path, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "dragoman", *map(str, args)],
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, **environment},
        timeout=120,
    )


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "lima.txt"
    path.write_text(TEXT)
    return path


def test_version() -> None:
    done = run("--version")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("dragoman ")


def test_help_answers_at_once() -> None:
    began = time.perf_counter()
    done = run("--help")
    assert done.returncode == 0
    assert time.perf_counter() - began < 2
    heavy = run_python(
        "import sys, dragoman.cli; print({'spacy', 'trafilatura'} & set(sys.modules))"
    )
    assert heavy == "set()"


def run_python(code: str) -> str:
    return subprocess.check_output([sys.executable, "-c", code], text=True).strip()


def test_record_goes_to_standard_output_and_nothing_to_the_other(report: Path) -> None:
    done = run("read", report, "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    record = json.loads(done.stdout)
    assert record["schema"] == "record/1"
    assert [entry["name"] for entry in record["reports"]] == ["lima.txt"]


def test_text_in_a_pipe_has_no_colour(report: Path) -> None:
    done = run("read", report)
    assert done.returncode == 0
    assert "\x1b" not in done.stdout


def test_standard_input_is_read() -> None:
    done = run("read", "-", "--format", "json", stdin=TEXT)
    assert json.loads(done.stdout)["reports"][0]["name"] == "standard input"


def test_some_failed_is_one_and_the_rest_is_written(report: Path, tmp_path: Path) -> None:
    done = run("read", report, tmp_path / "gone.txt", "--format", "json")
    assert done.returncode == 1
    assert done.stderr == f"dragoman: {tmp_path}/gone.txt: does not exist; check its name\n"
    record = json.loads(done.stdout)
    assert len(record["reports"]) == 1
    assert [failure["name"] for failure in record["failures"]] == [f"{tmp_path}/gone.txt"]


def test_nothing_readable_is_two(tmp_path: Path) -> None:
    done = run("read", tmp_path / "gone.txt")
    assert (done.returncode, done.stdout) == (2, "")


@pytest.mark.parametrize("args", [["read"], ["read", "x", "--format", "odd"], ["odd"]])
def test_wrong_use_is_two(args: list[str]) -> None:
    done = run(*args)
    assert done.returncode == 2
    assert done.stderr


def test_out_writes_a_file_whole(report: Path, tmp_path: Path) -> None:
    out = tmp_path / "record.json"
    out.write_text("old")
    done = run("read", report, "--format", "json", "--out", out)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert json.loads(out.read_text())["schema"] == "record/1"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["lima.txt", "record.json"]


def test_out_into_no_folder_is_told(report: Path, tmp_path: Path) -> None:
    done = run("read", report, "--out", tmp_path / "none" / "record.json")
    assert done.returncode == 2
    assert "cannot be written" in done.stderr
    assert "Traceback" not in done.stderr


def test_closed_pipe_is_quiet(report: Path) -> None:
    command = f"'{sys.executable}' -m dragoman read '{report}' --format json | head -c 5"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, timeout=120)
    assert done.stderr == ""


def test_interrupt_is_quiet(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    child = subprocess.Popen(
        [sys.executable, "-m", "dragoman", "read", str(pipe)], stderr=subprocess.PIPE, text=True
    )
    time.sleep(1)  # it now waits for somebody to write into the pipe
    child.send_signal(signal.SIGINT)
    _, complaint = child.communicate(timeout=30)
    assert (child.returncode, complaint) == (130, "")


def test_explain_shows_the_words(report: Path, tmp_path: Path) -> None:
    out = tmp_path / "record.json"
    run("read", report, "--format", "json", "--out", out)
    item = json.loads(out.read_text())["actors"][0]["id"]
    done = run("explain", out, item)
    assert done.returncode == 0, done.stderr
    assert "lima.txt" in done.stdout


def test_explain_of_nothing_is_told(report: Path, tmp_path: Path) -> None:
    done = run("explain", report, "event-1")
    assert done.returncode == 2
    assert done.stderr.startswith("dragoman: ")
    assert "Traceback" not in done.stderr


def test_two_runs_give_the_same_bytes(report: Path) -> None:
    runs = [run("read", report, "--format", "json", PYTHONHASHSEED=seed) for seed in ("1", "2")]
    assert runs[0].stdout == runs[1].stdout
