"""Agencies and outlets are found where a text names them, not where letters happen to agree."""

import pytest

from dragoman.knowledge.agencies import agency, find_agencies


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("LIMA (Reuters) - Peru said", ["Reuters"]),
        ("The Associated Press and AFP contributed.", ["Associated Press", "Agence France-Presse"]),
        ("officials told Xinhua on Monday.", ["Xinhua"]),
        ("reported by MENA.", ["Middle East News Agency"]),
        ("exports to the MENA region rose", []),
        ("the AP", ["Associated Press"]),
        ("Photo: Anadolu Agency", ["Anadolu Agency"]),
        ("He likes ABC songs", []),
        ("no agency here", []),
        ("", []),
    ],
)
def test_the_named_are_found(text: str, names: list[str]) -> None:
    assert [m.agency.name for m in find_agencies(text)] == names


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Syrian state media said", "Syrian state media", "SYR"),
        ("Vietnam's state television showed", "Vietnam's state television", "VNM"),
        ("state-run news agency said", "state-run news agency", None),
        ("local media reported", "local media", None),
    ],
)
def test_unnamed_media_carry_their_state(text: str, name: str, country: str | None) -> None:
    (match,) = find_agencies(text)
    assert (match.agency.name, match.agency.country) == (name, country)


def test_offsets_are_exact() -> None:
    text = "“Yes”, he told Reuters’ reporter; Interfax-Ukraine’s came later."
    assert [text[m.start : m.end] for m in find_agencies(text)] == ["Reuters", "Interfax-Ukraine"]


def test_wires_are_told_from_papers() -> None:
    wire, paper = agency("Kyodo"), agency("Le Monde")
    assert wire is not None
    assert wire.is_wire
    assert paper is not None
    assert not paper.is_wire
