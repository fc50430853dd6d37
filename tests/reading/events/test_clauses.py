"""Clauses: subjects and objects through passives, control, coordination and relatives."""

from __future__ import annotations

import pytest

from dragoman.reading.events.clauses import objects, subjects
from dragoman.reading.parse import parse

SUBJECTS = [
    ("plain", "Oslo invited the king.", "invited", ["Oslo"]),
    ("coordinated", "Oslo and Bergen invited the king.", "invited", ["Oslo", "Bergen"]),
    ("shared by verbs", "The minister landed and met the king.", "met", ["minister"]),
    ("passive", "The king was invited by Oslo.", "invited", ["Oslo"]),
    ("participle", "The sanctions imposed by Oslo hurt.", "imposed", ["Oslo"]),
    ("subject control", "The minister promised to visit the king.", "visit", ["minister"]),
    ("object control", "Oslo asked Denmark to help Sweden.", "help", ["Denmark"]),
    ("relative", "The minister who met the king left.", "met", ["minister"]),
    ("after doing", "The minister left after meeting the king.", "meeting", ["minister"]),
    ("willingness", "The minister voiced his willingness to build a port.", "build", ["his"]),
]
OBJECTS = [
    ("plain", "Oslo invited the king.", "invited", ["king"]),
    ("passive", "The king was invited by Oslo.", "invited", ["king"]),
    ("participle", "The sanctions imposed by Oslo hurt.", "imposed", ["sanctions"]),
    ("coordinated", "Oslo invited the king and the queen.", "invited", ["king", "queen"]),
]


@pytest.mark.parametrize(
    ("text", "verb", "want"), [c[1:] for c in SUBJECTS], ids=[c[0] for c in SUBJECTS]
)
def test_subjects(text: str, verb: str, want: list[str]) -> None:
    (doc,) = parse([text])
    token = next(t for t in doc if t.text == verb)
    assert [t.text for t in subjects(token)] == want


@pytest.mark.parametrize(
    ("text", "verb", "want"), [c[1:] for c in OBJECTS], ids=[c[0] for c in OBJECTS]
)
def test_objects(text: str, verb: str, want: list[str]) -> None:
    (doc,) = parse([text])
    token = next(t for t in doc if t.text == verb)
    assert [t.text for t in objects(token)] == want
