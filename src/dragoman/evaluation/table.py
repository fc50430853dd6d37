"""Table: scores as a person reads them on a terminal, and as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence

from dragoman.evaluation.scoring import StoryScore, total
from dragoman.evaluation.tallies import Tally

SCHEMA = "evaluation/1"

_NAMES = {
    "events.found": "events, found at all",
    "events.type": "  with their type",
    "events.type+countries": "  and the countries",
    "events.type+roles": "  each in its part",
    "events.core": "core events, with their type",
    "events.status": "status",
    "events.mode": "mode",
    "events.date": "day",
    "events.merged": "merged across reports",
    "figures.value": "figures",
    "figures.unit": "unit",
    "figures.qualifier": "qualifier",
    "statements.found": "statements",
    "statements.speaker": "  with their speaker",
    "offices": "offices",
    "conflicts": "conflicts",
}
_WIDTH = max(map(len, _NAMES.values()))


def draw_table(scores: Sequence[StoryScore]) -> str:
    """The sums over all stories: F1 scores first, then shares of what was found."""
    tallies = total(scores)
    reports = sum(score.reports for score in scores)
    lines = [
        f"{_count(len(scores), 'story', 'stories')}, {_count(reports, 'report', 'reports')}",
        "",
        f"{'':{_WIDTH}}  precision  recall     F1  right  wanted  given",
        *(_row(tally) for tally in tallies if tally.measure == "f1"),
        "",
        f"{'':{_WIDTH}}      share  right      of",
        *(_share(tally) for tally in tallies if tally.measure == "share"),
        "",
        "Gold keeps what matters most: precision is a lower bound.",
    ]
    return "\n".join(lines) + "\n"


def dump_scores(scores: Sequence[StoryScore]) -> str:
    """The sums, each story's own scores and what was missed, as JSON."""
    data = {
        "schema": SCHEMA,
        "scores": {tally.name: _counts(tally) for tally in total(scores)},
        "stories": [
            {
                "story": score.story,
                "reports": score.reports,
                "scores": {tally.name: _counts(tally) for tally in score.tallies},
                "missed": [
                    {"kind": each.kind, "id": each.item, "file": each.file, "quote": each.words}
                    for each in score.missed
                ],
            }
            for score in scores
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _counts(tally: Tally) -> dict[str, float | int | None]:
    if tally.measure == "share":
        return {"share": _rounded(tally.value), "right": tally.hits, "of": tally.gold}
    return {
        "precision": _rounded(tally.precision),
        "recall": _rounded(tally.recall),
        "f1": _rounded(tally.value),
        "right": tally.hits,
        "wanted": tally.gold,
        "given": tally.found,
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 3)


def _row(tally: Tally) -> str:
    return (
        f"{_NAMES[tally.name]:{_WIDTH}}  {_shown(tally.precision):>9}  {_shown(tally.recall):>6}"
        f"  {_shown(tally.value):>5}  {tally.hits:5}  {tally.gold:6}  {tally.found:5}"
    )


def _share(tally: Tally) -> str:
    name, value = _NAMES[tally.name], _shown(tally.value)
    return f"{name:{_WIDTH}}  {value:>9}  {tally.hits:5}  {tally.gold:6}"


def _shown(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
