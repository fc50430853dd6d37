"""Projects: kinds, names, statuses, money; what is no project."""

from collections.abc import Callable

import pytest

from dragoman.reading.affairs.project_status import project_status
from dragoman.reading.affairs.projects import read_projects
from dragoman.reading.analysis import Analysis

Desk = Callable[..., Analysis]
STATES = {"Peru": "PER", "Bolivia": "BOL", "Qatar": "QAT", "Togo": "TGO", "Benin": "BEN"}


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Peru and Bolivia agreed to build a railway.", "railway", "agreed"),
        (
            "A pipeline that would carry gas to Togo is being built through Benin.",
            "pipeline",
            "under construction",
        ),
        ("An oil refinery is under construction in Togo.", "refinery", "under construction"),
        (
            "A joint commission of Peru and Bolivia is being established.",
            "joint commission",
            "being established",
        ),
        ("Peru offered to build a nuclear power plant in Togo.", "nuclear plant", "proposed"),
        ("Togo inaugurated a dam on Monday.", "dam", "completed"),
        ("Construction of the bridge to Benin was suspended.", "bridge", "suspended"),
        ("Peru cancelled the port of Bolivia.", "port", "cancelled"),
        (
            "They exchanged views on the expansion of the border checkpoints.",
            "border checkpoint",
            "under discussion",
        ),
        (
            "Peru and Bolivia discussed cooperation in farming and trade.",
            "cooperation",
            "under discussion",
        ),
        ("They discussed ensuring the supply of wheat.", "supply", "under discussion"),
        ("Qatar will reopen its embassy in Togo.", "embassy", "planned"),
    ],
)
def test_project(desk: Desk, text: str, kind: str, status: str) -> None:
    (project,) = read_projects(desk(text, states=STATES))
    assert (project.kind, project.status) == (kind, status)


def test_named_zones_are_a_project_each(desk: Desk) -> None:
    projects = read_projects(desk("The “Kagem” and “Lubo” free zones will open next year."))
    assert [p.name for p in projects] == ["Kagem free zone", "Lubo free zone"]


def test_later_words_join_the_first_and_the_lender_is_no_owner(desk: Desk) -> None:
    text = (
        "Togo buys its fuel abroad. To change this, an oil refinery is under construction with a soft loan "
        "from Qatar. The completion of the oil refinery will cover its needs."
    )
    (project,) = read_projects(desk(text, states=STATES))
    assert len(project.mentions) == 2
    assert project.financing == "with a soft loan from Qatar"
    assert [p.country for p in project.parties] == ["QAT", "TGO"]
    assert "parties" in {i.field for i in project.inferred}


@pytest.mark.parametrize(
    "text",
    [
        "The port of Lomé lies on the sea.",
        "The road to peace is long.",
        "Port Sudan is a city.",
        "The European Commission will meet.",
        "They discussed the weather.",
        "He went to school and taught at a university.",
    ],
)
def test_no_project(desk: Desk, text: str) -> None:
    assert read_projects(desk(text, states=STATES)) == ()


def test_status_is_none_where_nothing_is_said() -> None:
    assert project_status("the bridge is green") is None
