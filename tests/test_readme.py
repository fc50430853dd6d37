"""What the README and the page of benchmarks tell a reader to type really works."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BENCHMARKS = (ROOT / "benchmarks" / "README.md").read_text(encoding="utf-8")
WIRE = "LIMA, May 3, 2024 (AP) - The foreign minister of Chad met the president of Peru in Lima.\n"
PAGE = (
    "<html><head><title>Talks in Lima</title></head><body><article><h1>Talks in Lima</h1>"
    "<p>Peru's president received the foreign minister of Chad in Lima on Friday, the ministry "
    "said in a statement that gave no details of what the two had spoken about.</p>"
    "</article></body></html>"
)


def commands(page: str) -> list[str]:
    """The indented lines of a page, comments at their ends left out."""
    return [line.split("  #")[0].strip() for line in re.findall(r"^    (\S.*)$", page, re.M)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "wire.txt").write_text(WIRE)
    (tmp_path / "ministry.html").write_text(PAGE)
    return tmp_path


def run(*args: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *args], cwd=cwd, capture_output=True, text=True, encoding="utf-8"
    )


def test_make_targets_are_there() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = [line.split()[1] for line in commands(README) if line.startswith("make ")]
    assert "demo" in targets
    for target in targets:
        assert re.search(rf"^{target}:", makefile, re.M), f"make {target} is not"


def test_synopses_are_those_of_the_manual() -> None:
    manual = commands((ROOT / "docs" / "cli.md").read_text(encoding="utf-8"))
    synopses = [line for line in commands(README) if re.match(r"dragoman \w+ [A-Z]", line)]
    assert len(synopses) == 3
    assert set(synopses) <= set(manual)


def test_commands_run(folder: Path) -> None:
    read, explain, evaluate = [
        shlex.split(line) for line in commands(README) if re.match(r"dragoman \w+ [a-z]", line)
    ]
    done = run("-m", *read, cwd=folder)
    assert done.returncode == 0, done.stderr
    events = json.loads((folder / "record.json").read_text(encoding="utf-8"))["events"]
    assert re.fullmatch(r"event-[0-9a-f]{4}", explain.pop())
    done = run("-m", *explain, events[0]["id"], cwd=folder)
    assert done.returncode == 0, done.stderr
    assert (ROOT / evaluate[2]).is_dir()


def test_python_runs(folder: Path) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", README, re.S)
    done = run("-c", code, cwd=folder)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("CONSULT occurred 2024-05-03 [")


@pytest.mark.parametrize("page", ["README.md", "benchmarks/README.md", "docs/architecture.md"])
def test_links_lead_somewhere(page: str) -> None:
    path = ROOT / page
    for link in re.findall(r"\]\(([^)#]+)[^)]*\)", path.read_text(encoding="utf-8")):
        assert "://" in link or (path.parent / link).exists(), f"{page}: {link} is not"


def test_benchmark_commands_name_files_and_options_that_are() -> None:
    lines = [line for line in commands(BENCHMARKS) if line.startswith("python ")]
    assert lines
    for line in lines:
        _, script, *rest = shlex.split(line)
        code = (ROOT / script).read_text(encoding="utf-8")
        for option in (word for word in rest if word.startswith("--")):
            assert f'"{option}"' in code, f"{script} has no {option}"
    told = {shlex.split(line)[1] for line in lines}
    there = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "benchmarks").glob("*.py")
        if "def main()" in path.read_text(encoding="utf-8")
    }
    assert there <= told, f"not in benchmarks/README.md: {sorted(there - told)}"
