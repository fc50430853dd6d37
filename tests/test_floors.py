"""No score falls below its floor, and no floor sinks unannounced.

The sets are not in the repository: DRAGOMAN_SHARED names the folder that holds them
(`data/`, `stories/` and `score/`), `../shared` unless told otherwise. Where it is absent,
only the project's own stories are measured. The whole takes two to three minutes.
"""

from __future__ import annotations

import importlib.util
import os
import subprocess
import tomllib
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent
BENCHMARKS = ROOT / "benchmarks"
SHARED = Path(os.environ.get("DRAGOMAN_SHARED", ROOT.parent / "shared"))


def _scores() -> ModuleType:
    spec = importlib.util.spec_from_file_location("benchmark_scores", BENCHMARKS / "scores.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SCORES = _scores()
FLOORS: dict[str, dict[str, list[float]]] = SCORES.read_floors()


@pytest.mark.parametrize("measure", SCORES.MEASURES, ids=lambda measure: measure.__name__)
def test_scores_hold_their_floors(
    measure: Callable[[Path], dict[str, float]], monkeypatch: pytest.MonkeyPatch
) -> None:
    if measure.__name__ != "own_stories" and not (SHARED / "data").is_dir():
        pytest.skip(f"no sets to measure on: {SHARED} is absent (DRAGOMAN_SHARED names them)")
    monkeypatch.syspath_prepend(BENCHMARKS)
    reached, floors = measure(SHARED), FLOORS[measure.__name__]
    fallen = [
        f"{name} {reached[name]:.3f} is under its floor {floors[name][-1]}"
        for name in floors
        if reached[name] < floors[name][-1]
    ]
    assert not fallen, "; ".join(fallen)


def test_every_set_has_floors() -> None:
    assert {measure.__name__ for measure in SCORES.MEASURES} == set(FLOORS)
    assert all(floors for scores in FLOORS.values() for floors in scores.values())


def lowered(floors: dict[str, dict[str, list[float]]]) -> list[str]:
    """What the changelog has to name: every step down that any floor ever took."""
    return [
        f"Floor lowered: {group}.{name} {high:.2f} to {low:.2f}"
        for group, scores in floors.items()
        for name, steps in scores.items()
        for high, low in pairwise(steps)
        if low < high
    ]


def test_lowered_floors_are_in_the_changelog() -> None:
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    for line in lowered(FLOORS):
        assert f"- {line}: " in changes, f"CHANGELOG.md says nothing of it: - {line}: why"


def test_steps_down_are_seen() -> None:
    floors = {"names": {"f1": [0.80, 0.84, 0.82]}, "dates": {"value": [0.79, 0.80]}}
    assert lowered(floors) == ["Floor lowered: names.f1 0.84 to 0.82"]


def test_no_floor_was_taken_out() -> None:
    """Against the last commit, where there is one: its floors begin ours."""
    command = ["git", "show", "HEAD:benchmarks/floors.toml"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        pytest.skip("no floors committed here to compare with")
    for group, scores in tomllib.loads(done.stdout).items():
        for name, steps in scores.items():
            kept = FLOORS.get(group, {}).get(name, [])
            assert kept[: len(steps)] == steps, f"{group}.{name} lost a floor it had"
