"""The record on a terminal: fits the width, tells differences first, and obeys no report."""

from __future__ import annotations

import dataclasses

import pytest
from rich.cells import cell_len

from dragoman.exports.text import render_text
from dragoman.model.finding import Story
from dragoman.model.record import Record


@pytest.mark.parametrize("width", [40, 60, 80, 110, 140, 200])
def test_no_line_is_wider_than_asked(sample: Record, width: int) -> None:
    drawn = render_text(sample, width=width, color=False)
    assert max(cell_len(line) for line in drawn.splitlines()) <= width


def test_differences_come_before_events_and_show_both_sides(sample: Record) -> None:
    drawn = render_text(sample, width=80)
    assert drawn.index("Where the reports differ") < drawn.index("What happened")
    part = drawn[drawn.index("how much rice") : drawn.index("when the visit began")]
    assert part.index("1.2 million t") < part.index("about 1.5 million t")
    assert "“agreed to ship 1.2 million tonnes of rice a year”" in part
    assert "“1.5 million tonnes of rice will be shipped annually”" in part
    assert "Meridian, The Lisbon Ledger (1 origin)" in part


def test_planned_is_told_from_held(sample: Record) -> None:
    drawn = render_text(sample, width=80)
    held = drawn[drawn.index("What happened") : drawn.index("Planned or possible")]
    planned = drawn[drawn.index("Planned or possible") : drawn.index("What did not happen")]
    assert "planned" not in held
    assert "○ planned: visit or meeting" in planned
    assert "✕ did not happen" in drawn


@pytest.mark.parametrize(
    "words",
    ["2 origins, 2 outlets", "≡ 1 origin, 2 outlets", "voted no", "98 yes, 21 no, 40 abstaining",
     "EUR 340 million", "3 injured", "according to police", "Uruguay (URY) borders Brazil (BRA)",
     "Media of Portugal (PRT) left out: the protest", "broken.pdf", "save it as text or HTML"],
)  # fmt: skip
def test_it_tells(sample: Record, words: str) -> None:
    assert words in " ".join(render_text(sample, width=140).split())


def test_colour_only_where_asked(sample: Record) -> None:
    assert "\x1b" not in render_text(sample, width=80, color=False)
    assert "\x1b[" in render_text(sample, width=80, color=True)


@pytest.mark.parametrize("name", ["NO_COLOR", "FORCE_COLOR", "COLUMNS", "TERM"])
def test_the_environment_changes_nothing(
    sample: Record, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = render_text(sample, width=80, color=True), render_text(sample, width=80)
    monkeypatch.setenv(name, "1")
    assert (render_text(sample, width=80, color=True), render_text(sample, width=80)) == before


def test_a_report_cannot_steer_the_terminal(sample: Record) -> None:
    evil = "\x1b[2J\x1b]0;owned\x07[bold]x[/bold] :smile: \u202e \ud800"
    first = dataclasses.replace(sample.reports[0], outlet=evil, title=evil)
    record = dataclasses.replace(sample, reports=(first, *sample.reports[1:]))
    drawn = render_text(record, width=80)
    assert not set(drawn) & set("\x1b\x07\u202e\ud800")
    assert "[bold]x[/bold] :smile:" in drawn


def test_stories_are_told_one_after_the_other(sample: Record) -> None:
    reports = (*sample.reports[:3], dataclasses.replace(sample.reports[3], story="story-b"))
    other = Story("story-b", "On to Paraguay", ("report-d",))
    record = dataclasses.replace(sample, reports=reports, stories=(*sample.stories, other))
    drawn = render_text(record, width=80)
    assert "2 stories" in drawn
    first, second = drawn.index("STORY: Ana Brito"), drawn.index("STORY: On to Paraguay")
    assert first < drawn.index("Farmers demonstrated") < second < drawn.index("✕ did not happen")


def test_an_empty_record() -> None:
    assert render_text(Record(), width=80) == "0 reports · 0 outlets\n"
