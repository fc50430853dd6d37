"""Reports of one happening become one story; near misses and other days stay apart."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.model.report import Report, report_id
from dragoman.stories.grouping import group

HARVEST = (
    "Lima, 4 March 2031. Peru's farm minister Rosa Quispe met Chile's farm minister Pablo Neyra in "
    "Lima on Tuesday to settle quotas for the anchovy harvest in shared waters.",
    "The farm ministers of Peru and Chile, Rosa Quispe and Pablo Neyra, agreed in Lima on quotas for "
    "the anchovy harvest, ending a season of quarrels between fishing fleets.",
)
RAIL = (
    "Lima, 4 March 2031. A rail bridge on the Desaguadero was opened by Bolivia's transport minister "
    "Inti Mamani, linking La Paz with the port of Ilo for ore trains.",
    "Ore trains from La Paz can now reach Ilo: Bolivia's transport minister Inti Mamani opened the "
    "rail bridge over the Desaguadero.",
)


def report(name: str, text: str, published: str | None = "2031-03-04") -> Report:
    return Report(report_id(name, text), name, text, outlet=name, published=published)


REPORTS = [report(f"h{i}", t) for i, t in enumerate(HARVEST)] + [
    report(f"r{i}", t) for i, t in enumerate(RAIL)
]


def named(reports: list[Report]) -> set[frozenset[str]]:
    names = {r.id: r.name for r in reports}
    return {frozenset(names[i] for i in s.reports) for s in group(reports, []).stories}


def test_two_happenings_of_one_day_are_two_stories() -> None:
    assert named(REPORTS) == {frozenset({"h0", "h1"}), frozenset({"r0", "r1"})}


def test_the_same_words_a_year_later_are_another_story() -> None:
    later = report("late", HARVEST[0].replace("2031", "2032"), "2032-03-04")
    assert frozenset({"late"}) in named([*REPORTS, later])


def test_every_report_has_one_story_and_a_reason() -> None:
    found = group(REPORTS, [])
    assert set(found.story_of) == {r.id for r in REPORTS}
    assert all(s.reasons and s.title for s in found.stories)
    assert all(j.kind == "same_story" and 0 <= j.score <= 1 for j in found.judgements)


@settings(deadline=None, max_examples=25)
@given(st.permutations(REPORTS))
def test_order_makes_no_difference(shuffled: list[Report]) -> None:
    assert group(shuffled, []) == group(REPORTS, [])


@pytest.mark.parametrize("text", ["", "\x00", "🙂", "\ud800 lone", "word " * 3000])
def test_odd_texts_are_stories_of_their_own(text: str) -> None:
    odd = report("odd", text)
    assert frozenset({"odd"}) in named([*REPORTS, odd])


def test_no_reports_no_stories() -> None:
    assert group([], []).stories == ()


SHARED = Path(os.environ.get("DRAGOMAN_SHARED", ""))


@pytest.mark.skipif(
    not (SHARED / "stories" / "reports").is_dir(),
    reason="set DRAGOMAN_SHARED to the folder that holds stories/reports",
)
def test_ten_stories_with_near_misses() -> None:
    want: dict[str, str] = {}
    reports = []
    for path in sorted((SHARED / "stories" / "reports").glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            one = Report(
                report_id(path.stem + row["id"], row["text"]),
                path.stem + row["id"],
                row["text"],
                published=row.get("published"),
            )
            reports.append(one)
            want[one.id] = path.stem
    found = group(reports, []).story_of
    wrong = [(a, b) for a in want for b in want if (want[a] == want[b]) != (found[a] == found[b])]
    assert not wrong
