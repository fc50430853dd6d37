"""Scores as text and as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from dragoman.evaluation.gold import Gold
from dragoman.evaluation.scoring import score_story
from dragoman.evaluation.table import draw_table, dump_scores

from .conftest import event, record


def test_table(gold_of: Callable[[object], Gold], plain: dict[str, Any]) -> None:
    lines = draw_table([score_story(gold_of(plain), record(events=(event(),)))]).splitlines()
    assert lines[0] == "1 story, 2 reports"
    rows = {line.split("  ")[0]: line.split()[-6:] for line in lines if line}
    assert rows["events, found at all"] == ["1.000", "1.000", "1.000", "1", "1", "1"]
    assert rows["figures"] == ["-", "0.000", "0.000", "0", "1", "0"]
    assert rows["unit"][-3:] == ["-", "0", "0"]
    assert max(map(len, lines)) <= 80


def test_json(gold_of: Callable[[object], Gold], plain: dict[str, Any]) -> None:
    data = json.loads(dump_scores([score_story(gold_of(plain), record(events=(event(),)))]))
    assert data["schema"] == "evaluation/1"
    assert data["scores"]["events.type"] == {
        "precision": 1.0,
        "recall": 1.0,
        "f1": 1.0,
        "right": 1,
        "wanted": 1,
        "given": 1,
    }
    assert data["scores"]["figures.unit"] == {"share": None, "right": 0, "of": 0}
    (story,) = data["stories"]
    assert story["story"] == "visit"
    assert story["missed"][0] == {
        "kind": "figures",
        "id": "f1",
        "file": "a.txt",
        "quote": "40 buses",
    }
