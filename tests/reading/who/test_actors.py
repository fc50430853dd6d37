"""Who is who within one report, on reports made up for the purpose."""

from __future__ import annotations

import pytest

from dragoman.model.actor import Entity
from dragoman.model.report import Report, report_id
from dragoman.reading.analysis import Analysis
from dragoman.reading.layout.structure import lay_out
from dragoman.reading.who.actors import resolve_actors


def read(text: str) -> Analysis:
    analysis = lay_out(Report(report_id("made up", text), "made up", text))
    resolve_actors(analysis)
    return analysis


def named(analysis: Analysis, name: str) -> Entity:
    found = [e for e in analysis.entities if name == e.name or name in e.aliases]
    assert found, f"nobody is called {name}: {[e.name for e in analysis.entities]}"
    return found[0]


def meant(analysis: Analysis, words: str, *, nth: int = 0) -> set[str]:
    """Whom the nth use of some words means: the entity's name, or its members' names."""
    spots = [
        name
        for name in analysis.names
        if analysis.mention(name.sentence, name.start, name.end).quote == words
    ]
    if len(spots) <= nth:
        return set()
    entity = analysis.entity(spots[nth].entity)
    return {analysis.entity(m).name for m in entity.members} or {entity.name}


PERSONS = [
    pytest.param("Rui Costa, Portugal's trade minister, spoke.", "Rui Costa", "PRT", id="after"),
    pytest.param("The Trade Minister of Portugal, Rui Costa, spoke.", "Rui Costa", "PRT", id="comma"),
    pytest.param("The Minister of Defence of the Republic of Ghana Ama Boateng spoke.", "Ama Boateng", "GHA", id="no-comma"),
    pytest.param("President Ama Boateng of Ghana spoke.", "Ama Boateng", "GHA", id="of-after-name"),
    pytest.param("Foreign Ministers Rui Costa of Portugal and Ama Boateng of Ghana met.", "Ama Boateng", "GHA", id="plural"),
    pytest.param("He met top Ghanaian officials, including Trade Minister Ama Boateng and Yaw Addo.", "Yaw Addo", "GHA", id="including"),
    pytest.param("Kofi Addo and his Portuguese counterpart Rui Costa, both foreign ministers, met.", "Rui Costa", "PRT", id="counterpart"),
    pytest.param("Gazprom chairman Ivan Orlov spoke.", "Ivan Orlov", "RUS", id="company"),
    pytest.param("Spain expelled two Omani diplomats. They are Salim Harthy, First Secretary; and Consul Said Amri.", "Said Amri", "OMN", id="counted"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "country"), PERSONS)
def test_a_person_and_the_country(text: str, name: str, country: str) -> None:
    person = named(read(text), name)
    assert (person.kind, person.country) == ("person", country)


def test_one_person_under_every_name() -> None:
    analysis = read(
        "Omani Foreign Minister T.Harthy met Lars Ek. Mr. Harthy smiled. Later Harthy left. "
        "The Omani foreign minister flew home."
    )
    person = named(analysis, "T.Harthy")
    assert {"Harthy", "Mr. Harthy", "Omani foreign minister"} <= set(person.aliases)
    assert sum(e.kind == "person" for e in analysis.entities) == 2


def test_two_who_share_a_surname_stay_apart() -> None:
    analysis = read(
        "Foreign Minister Ann Moreau spoke. First Secretary Paul Moreau left. Ann Moreau stayed."
    )
    assert meant(analysis, "Ann Moreau", nth=1) == {"Ann Moreau"}
    assert named(analysis, "Paul Moreau") is not named(analysis, "Ann Moreau")


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Lima said it would pay.", "Lima", "state"),
        ("Ghana has poor ties with Lima and Quito.", "Quito", "state"),
        ("The Lima government fell.", "Lima", "state"),
        ("Lima's offer was refused by Ghana.", "Lima", "state"),
        ("He landed in Lima.", "Lima", "place"),
        ("Her visit to Lima ended.", "Lima", "place"),
        ("She left Lima on Sunday.", "Lima", "place"),
        ("The Kremlin denied it.", "Kremlin", "state"),
    ],
)
def test_a_capital_is_a_state_or_a_city(text: str, word: str, kind: str) -> None:
    analysis = read(text)
    kinds = [
        name.kind
        for name in analysis.names
        if analysis.mention(name.sentence, name.start, name.end).quote == word
    ]
    assert kinds == [kind]


def test_second_names_in_brackets() -> None:
    analysis = read(
        "The Nordic Fisheries Council (NFC) met by the Tana (Teno) River. The NFC was pleased."
    )
    council, river = named(analysis, "NFC"), named(analysis, "Teno")
    assert "Nordic Fisheries Council" in council.aliases
    assert (river.kind, "Tana" in river.aliases) == ("place", True)
    assert meant(analysis, "NFC", nth=1) == {council.name}


VISIT = (
    "Ghana's Foreign Minister Ama Boateng arrived in Lima on Monday for a visit to Peru and met "
    "Foreign Minister Rosa Quispe. Chile has watched Brazil and Argentina with care. "
)


@pytest.mark.parametrize(
    ("tail", "words", "whom"),
    [
        ("The two sides signed a pact.", "The two sides", {"Ghana", "Peru"}),
        ("Both countries were glad.", "Both countries", {"Ghana", "Peru"}),
        ("The two ministers dined.", "The two ministers", {"Ama Boateng", "Rosa Quispe"}),
        ("The Ghanaian foreign minister left.", "Ghanaian foreign minister", {"Ama Boateng"}),
    ],
)
def test_sides_are_those_the_report_is_about(tail: str, words: str, whom: set[str]) -> None:
    assert meant(read(VISIT + tail), words) == whom


def test_the_host_is_inferred_with_a_reason() -> None:
    person = named(read(VISIT), "Rosa Quispe")
    assert person.country == "PER"
    assert [reason.step for reason in person.reasons] == ["country"]


@pytest.mark.parametrize(
    ("text", "words", "whom"),
    [
        pytest.param(
            "Chad, which lies between Niger and Sudan, wants peace with both its neighbours.",
            "both its neighbours", set(), id="not-this-form",
        ),
        pytest.param(
            "Chad, which lies between Niger and Sudan, wants peace with both neighbours.",
            "both neighbours", {"Niger", "Sudan"}, id="both-neighbours",
        ),
        pytest.param(
            "Egypt and Oman agreed; the latter paid.", "the latter", {"Oman"}, id="latter"
        ),
        pytest.param(
            "Oman's envoy Salim Harthy said his country was ready.", "his country", {"Oman"},
            id="his-country",
        ),
        pytest.param("Ghana won and it rejoiced.", "it", {"Ghana"}, id="it"),
        pytest.param("It is clear that Ghana won.", "It", set(), id="empty-it"),
        pytest.param(
            "During her stay in Oman, the Foreign Minister of Ghana, Ama Boateng, met traders.",
            "her", {"Ama Boateng"}, id="fronted",
        ),
        pytest.param(
            "After meeting Prime Minister Rui Costa, he slept.", "he", {"Rui Costa"}, id="only-one"
        ),
        pytest.param(
            "Oleg Orlov flew in. After meeting Ivan Petrov, he slept.", "he", {"Oleg Orlov"},
            id="subject-before",
        ),
        pytest.param(
            "Elena Ruiz met Oleg Orlov in Quito. She smiled.", "She", {"Elena Ruiz"}, id="she"
        ),
        pytest.param("Ama Boateng and Rui Costa met. They smiled.", "They",
                     {"Ama Boateng", "Rui Costa"}, id="they"),
    ],
)  # fmt: skip
def test_what_refers_back(text: str, words: str, whom: set[str]) -> None:
    assert meant(read(text), words) == whom


def test_places_and_treaties_are_no_persons() -> None:
    analysis = read(
        "Work on the Kofi Annan Bridge and the Tarfaya Special Economic Zone went on. "
        "The Vienna Convention was cited at Jomo Kenyatta International Airport."
    )
    assert [e.name for e in analysis.entities if e.kind == "person"] == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\x00\x02",
        "🙂🙂 met 🙂",
        "the " * 300,
        "President " * 100,
        "((((((",
        "its their his",
    ],
    ids=["empty", "blank", "control", "emoji", "the", "titles", "brackets", "pronouns"],
)
def test_odd_text_is_read_without_harm(text: str) -> None:
    analysis = read(text)
    for entity in analysis.entities:
        assert all(text[m.start : m.end] == m.quote for m in entity.mentions)


def test_twice_the_same() -> None:
    one, other = read(VISIT), read(VISIT)
    assert (one.entities, one.names) == (other.entities, other.names)
