"""People: which persons of many reports are one, by name, state and office.

Two who look alike stay two: different given names, different states, or a surname that
fits more than one keep persons apart, and the decision says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.knowledge.states import state_senses
from dragoman.linking.joins import Join, Sets, decide
from dragoman.linking.outcome import SAME_NAME, WEAK_NAME, NameMatch
from dragoman.linking.persons import bare_words, compare_persons, name_keys
from dragoman.linking.spelling import plain
from dragoman.model.actor import Entity

BY = "rule:names"
# What the same office of the same state adds to a name that nearly fits.
SAME_OFFICE = 0.1
# A surname alone that fits one person only; an office that only one person is said to hold.
ONLY_ONE = 0.82
# A key that more people share than this says too little to compare them all.
CROWD = 400


@dataclass(frozen=True, slots=True)
class _Person:
    """Persons of one spelling and state, as one; `id` is the smallest of their ids."""

    id: str
    name: str
    words: int
    country: str | None
    offices: frozenset[str]


def judge_people(entities: Sequence[Entity]) -> list[Join]:
    """Decide which persons are one; the order of `entities` does not matter."""
    named = [entity for entity in entities if fullest_name(entity)]
    joins: list[Join] = []
    people = _alike(named, joins)
    sets = Sets(person.id for person in people.values())
    _join_full(people, sets, joins)
    _join_bare(people, sets, joins)
    nameless = [entity for entity in entities if not fullest_name(entity)]
    _join_offices(nameless, people, sets, joins)
    return joins


def fullest_name(entity: Entity) -> str | None:
    """The form of a person's name that says most, None where no form is a name."""
    forms = [form for form in {entity.name, *entity.aliases} if _is_name(form)]
    return max(forms, key=lambda form: (bare_words(form), -len(form), form), default=None)


def offices_of(entity: Entity) -> frozenset[str]:
    """The offices a person is given, in plain words without the state ("foreign minister")."""
    return frozenset(office for office in map(_office, entity.offices) if office)


def _office(words: str) -> str:
    kept = [word for word in words.split() if not state_senses(word)]
    return " ".join(
        w for w in plain(" ".join(kept)).split() if w not in {"the", "of", "and", "for"}
    )


def _is_name(form: str) -> bool:
    words = [word for word in form.split() if not state_senses(word)]
    capital = [word for word in words if not word[:1].islower()]
    return bool(capital) and bare_words(" ".join(capital)) > 0 and not _common(form)


def _common(form: str) -> bool:
    """A description ("his Mongolian counterpart", "a senior official"): its last word is common."""
    last = form.split()[-1:] or [""]
    return last[0][:1].islower() and last[0].isascii() and " " in form


def _alike(entities: Sequence[Entity], joins: list[Join]) -> dict[str, _Person]:
    """Put together the persons of the same spelling and state, which is most of them."""
    groups: dict[tuple[str, str | None], list[Entity]] = defaultdict(list)
    for entity in entities:
        groups[" ".join(plain(fullest_name(entity) or "").split()), entity.country].append(entity)
    people: dict[str, _Person] = {}
    for (_, country), group in sorted(
        groups.items(), key=lambda item: (item[0][0], item[0][1] or "")
    ):
        group.sort(key=lambda entity: entity.id)
        first = group[0]
        name = fullest_name(first) or first.name
        offices = frozenset(office for entity in group for office in offices_of(entity))
        people[first.id] = _Person(first.id, name, bare_words(name), country, offices)
        said = ("same name", f"both of {country}" if country else "neither with a state")
        joins += [
            decide(first.id, other.id, same=True, score=1.0, by=BY, reasons=said)
            for other in group[1:]
        ]
    return people


def _join_full(people: Mapping[str, _Person], sets: Sets, joins: list[Join]) -> None:
    """Join names of more than one word, surest first, never across a conflict."""
    scored = []
    for one, other in _candidates([p for p in people.values() if p.words > 1 or _initialled(p)]):
        match = compare_persons(*sorted((one.name, other.name)))
        score = match.score
        reasons = match.reasons
        if (
            one.country
            and one.country == other.country
            and one.offices & other.offices
            and score > WEAK_NAME
        ):
            score, reasons = min(score + SAME_OFFICE, 1.0), (*reasons, "same office")
        if score >= WEAK_NAME:
            scored.append((score, reasons, one, other))
    scored.sort(key=lambda row: (-row[0], row[2].id, row[3].id))
    wanted = _states_wanted(scored)
    for score, reasons, one, other in scored:
        against = _against(one, other, people, sets, wanted)
        same = score >= SAME_NAME and against is None
        said = reasons if against is None else (*reasons, against)
        joins.append(decide(one.id, other.id, same=same, score=score, by=BY, reasons=said))
        if same:
            sets.join(one.id, other.id)


def _states_wanted(
    scored: Sequence[tuple[float, tuple[str, ...], _Person, _Person]],
) -> dict[str, frozenset[str]]:
    """For persons without a state: the states of those whose name fits theirs."""
    found: dict[str, set[str]] = defaultdict(set)
    for score, _, one, other in scored:
        if score >= SAME_NAME:
            for person, partner in ((one, other), (other, one)):
                if person.country is None and partner.country:
                    found[person.id].add(partner.country)
    return {person: frozenset(states) for person, states in found.items()}


def _against(
    one: _Person,
    other: _Person,
    people: Mapping[str, _Person],
    sets: Sets,
    wanted: Mapping[str, frozenset[str]],
) -> str | None:
    """What keeps two persons' sets apart, None where nothing does."""
    for person in (one, other):
        if len(wanted.get(person.id, ())) > 1:
            return f"{person.name!r} fits persons of several states"
    for left in sets.members(one.id):
        for right in sets.members(other.id):
            first, second = people[left], people[right]
            if first.country and second.country and first.country != second.country:
                return f"of {first.country} against of {second.country}"
            match = compare_persons(*sorted((first.name, second.name)))
            if match.score < WEAK_NAME:
                return f"{first.name!r} is not {second.name!r}: {'; '.join(match.reasons)}"
    return None


def _join_bare(people: Mapping[str, _Person], sets: Sets, joins: list[Join]) -> None:
    """A surname alone joins the one person it fits; where it fits several, nobody."""
    bare = [p for p in people.values() if p.words <= 1 and not _initialled(p)]
    full = [p for p in people.values() if p.words > 1 or _initialled(p)]
    loose: list[_Person] = []
    for person in sorted(bare, key=lambda p: p.id):
        fitting = [(other, m) for other, m in _fitting(person, full) if m.score >= WEAK_NAME - 0.1]
        roots = {sets.root(other.id) for other, _ in fitting}
        if not fitting:
            loose.append(person)
        for other, match in fitting:
            same = len(roots) == 1
            reasons = (*match.reasons, "nobody else it fits" if same else "fits several persons")
            score = ONLY_ONE if same else match.score
            joins.append(
                decide(person.id, other.id, same=same, score=score, by=BY, reasons=reasons)
            )
        if len(roots) == 1:
            sets.join(person.id, fitting[0][0].id)
    _join_loose(loose, sets, joins)


def _join_loose(loose: Sequence[_Person], sets: Sets, joins: list[Join]) -> None:
    """Single names of which no report has more: the same word and the same state are one."""
    for one, other in _candidates(loose):
        match = compare_persons(*sorted((one.name, other.name)))
        if match.score >= SAME_NAME and one.country == other.country:
            joins.append(
                decide(one.id, other.id, same=True, score=match.score, by=BY, reasons=match.reasons)
            )
            sets.join(one.id, other.id)


def _fitting(person: _Person, full: Sequence[_Person]) -> Iterator[tuple[_Person, NameMatch]]:
    keys = name_keys(person.name)
    for other in full:
        known = person.country is None or other.country is None or person.country == other.country
        if known and keys & name_keys(other.name):
            yield other, compare_persons(*sorted((person.name, other.name)))


def _join_offices(
    nameless: Sequence[Entity], people: Mapping[str, _Person], sets: Sets, joins: list[Join]
) -> None:
    """An unnamed holder of an office is the one person said to hold it, where there is one."""
    for entity in sorted(nameless, key=lambda e: e.id):
        offices = offices_of(entity)
        if entity.country is None or not offices:
            continue
        holders = [
            p for p in people.values() if p.country == entity.country and p.offices & offices
        ]
        if holders and len({sets.root(p.id) for p in holders}) == 1:
            holder = min(holders, key=lambda p: p.id)
            said = f"the only {sorted(offices & holder.offices or offices)[0]} of {entity.country} named"
            joins.append(
                decide(
                    entity.id,
                    holder.id,
                    same=True,
                    score=ONLY_ONE,
                    by="rule:offices",
                    reasons=(said,),
                )
            )


def _candidates(people: Sequence[_Person]) -> Iterator[tuple[_Person, _Person]]:
    """Pairs that share a key, each once, in a stable order."""
    index: dict[str, list[_Person]] = defaultdict(list)
    for person in sorted(people, key=lambda p: p.id):
        for key in sorted(name_keys(person.name)):
            index[key].append(person)
    seen: set[tuple[str, str]] = set()
    for _, sharing in sorted(index.items()):
        if len(sharing) > CROWD:
            continue
        for i, one in enumerate(sharing):
            for other in sharing[i + 1 :]:
                if (one.id, other.id) not in seen:
                    seen.add((one.id, other.id))
                    yield one, other


def _initialled(person: _Person) -> bool:
    """ "B. Battsetseg" has one whole word, and yet more than a surname."""
    return compare_persons(person.name, person.name).score >= 1.0 and _has_initial(person.name)


def _has_initial(name: str) -> bool:
    pieces = name.replace(".", ". ").split()
    return any(len(piece.rstrip(".")) <= 2 and piece.endswith(".") for piece in pieces)
