"""Entities of many reports become actors: joined with reasons, kept apart with reasons."""

from hypothesis import given
from hypothesis import strategies as st

from dragoman.linking.actors import link
from dragoman.model.actor import Entity, EntityKind
from dragoman.model.claim import Reading
from dragoman.model.text import Mention


def entity(
    one: str,
    name: str,
    kind: EntityKind = "person",
    country: str | None = None,
    **more: tuple[str, ...],
) -> Entity:
    report = one.split("-")[0]
    mention = Mention(report, 0, len(name), name)
    return Entity(one, report, name, kind, country, mentions=(mention,), **more)


def reading(report: str, *entities: Entity, published: str | None = None) -> Reading:
    return Reading(report, entities=entities, published=published)


def same(readings: list[Reading], one: str, other: str) -> bool:
    actor_of = link(readings).actor_of
    return actor_of[one] == actor_of[other]


FIRST = reading(
    "a",
    entity("a-1", "Kenya", "state", "KEN"),
    entity(
        "a-2",
        "Amina Wanjiru",
        country="KEN",
        offices=("Trade Minister",),
        aliases=("Wanjiru", "she"),
    ),
    entity("a-3", "WHO", "organization"),
    entity("a-4", "Mombasa", "place", "KEN"),
    entity("a-5", "Norway", "state", "NOR"),
    entity("a-6", "the two sides", "group", members=("a-1", "a-5")),
    published="2023-04-02",
)
SECOND = reading(
    "b",
    entity("b-1", "Republic of Kenya", "state", "KEN"),
    entity("b-2", "A. Wanjiru", country="KEN"),
    entity("b-3", "the World Health Organization", "organization"),
    entity("b-4", "Mombasa", "place"),
    entity("b-5", "Norway", "state", "NOR"),
    entity("b-6", "both countries", "group", members=("b-5", "b-1")),
    entity("b-7", "Kenyan trade minister", country="KEN", offices=("Trade Minister of Kenya",)),
    published="2023-04-03",
)
THIRD = reading(
    "c",
    entity("c-1", "Wanjiru", country="KEN"),
    entity("c-2", "Foreign Ministry", "organization", "NOR"),
    entity("c-3", "Norwegian Ministry of Foreign Affairs", "organization", "NOR"),
    entity("c-4", "Foreign Ministry", "organization", "KEN"),
)


def test_states_bodies_places_and_sides_are_joined() -> None:
    for number in "13456":
        assert same([FIRST, SECOND], f"a-{number}", f"b-{number}"), number


def test_an_actor_bears_its_fullest_name_and_every_alias() -> None:
    linked = link([FIRST, SECOND, THIRD])
    (person,) = [actor for actor in linked.actors if "a-2" in actor.entities]
    assert person.name == "Amina Wanjiru"
    assert person.entities == ("a-2", "b-2", "b-7", "c-1")
    assert set(person.aliases) >= {"A. Wanjiru", "Wanjiru", "Amina Wanjiru"}
    assert len(person.mentions) == 4
    (kenya,) = [
        actor for actor in linked.actors if actor.country == "KEN" and actor.kind == "state"
    ]
    assert kenya.name == "Kenya"


def test_every_join_says_why() -> None:
    linked = link([FIRST, SECOND, THIRD])
    assert all(judgement.reasons for judgement in linked.judgements)
    joined = {s for j in linked.judgements if j.verdict for s in j.subjects}
    assert {"a-2", "b-2", "b-7", "c-1"} <= joined


def test_ministries_of_two_states_stay_two() -> None:
    assert same([THIRD], "c-2", "c-3")
    assert not same([THIRD], "c-2", "c-4")


def test_a_surname_that_fits_two_joins_neither() -> None:
    readings = [
        reading("a", entity("a-1", "John Carter", country="GBR")),
        reading("b", entity("b-1", "Joan Carter", country="GBR")),
        reading("c", entity("c-1", "Carter")),
    ]
    linked = link(readings)
    assert len(linked.actors) == 3
    refused = [j for j in linked.judgements if not j.verdict]
    assert {j.subjects for j in refused} == {("a-1", "c-1"), ("b-1", "c-1")}


def test_the_same_name_in_two_states_is_two_people() -> None:
    readings = [
        reading("a", entity("a-1", "Daniel Perez", country="CHL", offices=("Senator",))),
        reading("b", entity("b-1", "Daniel Perez", country="CUB", offices=("Ambassador",))),
        reading("c", entity("c-1", "Daniel Perez")),
    ]
    linked = link(readings)
    assert len(linked.actors) == 3
    assert any("fits several" in r.why for j in linked.judgements for r in j.reasons)


def test_a_full_name_and_office_outweigh_a_doubtful_state() -> None:
    readings = [
        reading("a", entity("a-1", "Daniel Perez", country="CHL", offices=("Mining Minister",))),
        reading("b", entity("b-1", "Daniel Perez", country="CUB", offices=("minister of mining",))),
    ]
    assert same(readings, "a-1", "b-1")


def test_two_who_look_alike_are_not_chained_through_a_third() -> None:
    readings = [
        reading("a", entity("a-1", "Peter J. Novak", country="CZE")),
        reading("b", entity("b-1", "Peter K. Novak", country="CZE")),
        reading("c", entity("c-1", "Peter Novak", country="CZE")),
    ]
    assert not same(readings, "a-1", "b-1")


def test_an_office_changes_hands_over_years() -> None:
    then = reading(
        "a",
        entity("a-1", "Rosa Quispe", country="PER", offices=("President",)),
        published="2011-05-01",
    )
    now = reading(
        "b",
        entity("b-1", "Peru's president", country="PER", offices=("President",)),
        published="2021-05-01",
    )
    assert not same([then, now], "a-1", "b-1")


def test_unknown_actors_with_one_name_keep_ids_of_their_own() -> None:
    readings = [
        reading("a", entity("a-1", "protesters", "group")),
        reading("b", entity("b-1", "protesters", "group")),
    ]
    linked = link(readings)
    assert len({actor.id for actor in linked.actors}) == 2


@given(st.permutations([FIRST, SECOND, THIRD]))
def test_order_makes_no_difference(readings: list[Reading]) -> None:
    assert link(readings) == link([FIRST, SECOND, THIRD])


def test_nothing_in_nothing_out() -> None:
    linked = link([])
    assert (linked.actors, linked.judgements, dict(linked.actor_of)) == ((), (), {})
