"""People: which persons of many reports are one, by name, state and office.

Two who look alike stay two: different given names, different states, or a surname that
fits more than one keep persons apart, and the decision says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.linking.forms import fullest_name, offices_of, same_office
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
# From here on a full name and the same office outweigh a state that a report may have wrong.
SURE_NAME = 0.93
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
    years: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Scored:
    """A pair of persons whose names agree well enough to be looked at."""

    score: float
    reasons: tuple[str, ...]
    one: _Person
    other: _Person

    @property
    def rank(self) -> tuple[float, str, str]:
        """Surest first, then by id."""
        return (-self.score, self.one.id, self.other.id)


def judge_people(entities: Sequence[Entity], years: Mapping[str, int]) -> list[Join]:
    """Decide which persons are one; the order of `entities` does not matter.

    `years` is when each report was published, by report id, where that is known.
    """
    named = [entity for entity in entities if fullest_name(entity)]
    nameless = [entity for entity in entities if not fullest_name(entity)]
    joins: list[Join] = []
    people = _alike(named, joins, years)
    sets = Sets(people)
    _join_full(people, sets, joins)
    _join_bare(people, sets, joins)
    _join_offices(nameless, people, sets, joins, years)
    return joins


def _alike(
    entities: Sequence[Entity], joins: list[Join], years: Mapping[str, int]
) -> dict[str, _Person]:
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
        seen = frozenset(years[e.report] for e in group if e.report in years)
        people[first.id] = _Person(first.id, name, bare_words(name), country, offices, seen)
        said = ("same name", f"both of {country}" if country else "neither with a state")
        joins += [
            decide(first.id, other.id, same=True, score=1.0, by=BY, reasons=said)
            for other in group[1:]
        ]
    return people


def _join_full(people: Mapping[str, _Person], sets: Sets, joins: list[Join]) -> None:
    """Join names of more than one word, surest first, never across a conflict.

    Those whose state is known come first, so that one without a state finds whole persons.
    """
    scored = []
    for one, other in _candidates([p for p in people.values() if _is_full(p)]):
        match = compare_persons(*sorted((one.name, other.name)))
        score, reasons = match.score, match.reasons
        office = same_office(one.offices, other.offices)
        if office and one.country == other.country and score > WEAK_NAME:
            score, reasons = min(score + SAME_OFFICE, 1.0), (*reasons, f"both {office}")
        if score >= WEAK_NAME:
            scored.append(_Scored(score, reasons, one, other))
    scored.sort(key=lambda row: row.rank)
    known = [row for row in scored if row.one.country and row.other.country]
    for row in known:
        _settle(row, people, sets, joins, None)
    fits = _fits([row for row in scored if row not in known], people, sets)
    for row in scored:
        if not (row.one.country and row.other.country):
            _settle(row, people, sets, joins, fits)


def _settle(
    row: _Scored,
    people: Mapping[str, _Person],
    sets: Sets,
    joins: list[Join],
    fits: Mapping[str, int] | None,
) -> None:
    one, other = row.one, row.other
    several = next((p for p in (one, other) if fits and fits.get(p.id, 0) > 1), None)
    against = f"{several.name!r} fits several persons" if several else None
    against = against or _against(one, other, people, sets)
    same = row.score >= SAME_NAME and against is None
    said = row.reasons if against is None else (*row.reasons, against)
    joins.append(decide(one.id, other.id, same=same, score=row.score, by=BY, reasons=said))
    if same:
        sets.join(one.id, other.id)


def _fits(rows: Sequence[_Scored], people: Mapping[str, _Person], sets: Sets) -> dict[str, int]:
    """For persons without a state: how many persons with one their name fits."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for person, partner in ((row.one, row.other), (row.other, row.one)):
            if row.score >= SAME_NAME and person.country is None and people[partner.id].country:
                found[person.id].add(sets.root(partner.id))
    return {person: len(roots) for person, roots in found.items()}


def _against(one: _Person, other: _Person, people: Mapping[str, _Person], sets: Sets) -> str | None:
    """What keeps two persons' sets apart, None where nothing does."""
    for left in sets.members(one.id):
        for right in sets.members(other.id):
            first, second = people[left], people[right]
            match = compare_persons(*sorted((first.name, second.name)))
            if match.score < WEAK_NAME:
                return f"{first.name!r} is not {second.name!r}: {'; '.join(match.reasons)}"
            stated = first.country and second.country and first.country != second.country
            # A full name with the same office is one person of whose state a report is unsure.
            sure = match.score >= SURE_NAME and same_office(first.offices, second.offices)
            if stated and not sure:
                return f"of {first.country} against of {second.country}"
    return None


def _join_bare(people: Mapping[str, _Person], sets: Sets, joins: list[Join]) -> None:
    """A surname alone joins the one person it fits; where it fits several, nobody."""
    bare = [p for p in people.values() if not _is_full(p)]
    full = [p for p in people.values() if _is_full(p)]
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
    """Single names of which no report has more: the same word and the same state are one.

    One without a state joins those of one state, where only one state has the name.
    """
    pairs = []
    for one, other in _candidates(loose):
        match = compare_persons(*sorted((one.name, other.name)))
        if match.score >= SAME_NAME:
            pairs.append(_Scored(match.score, match.reasons, one, other))
    states: dict[str, set[str]] = defaultdict(set)
    for row in pairs:
        for person, partner in ((row.one, row.other), (row.other, row.one)):
            if partner.country:
                states[person.id].add(partner.country)
    for row in sorted(pairs, key=lambda row: row.rank):
        one, other = row.one, row.other
        known = {p.country for p in (one, other)} - {None}
        free = [p for p in (one, other) if p.country is None]
        same = len(known) < 2 and all(len(states[p.id]) <= 1 for p in free)
        said = row.reasons if same else (*row.reasons, "different or several states")
        joins.append(decide(one.id, other.id, same=same, score=row.score, by=BY, reasons=said))
        if same:
            sets.join(one.id, other.id)


def _fitting(person: _Person, full: Sequence[_Person]) -> Iterator[tuple[_Person, NameMatch]]:
    keys = name_keys(person.name)
    for other in full:
        known = person.country is None or other.country is None or person.country == other.country
        if known and keys & name_keys(other.name):
            yield other, compare_persons(*sorted((person.name, other.name)))


def _join_offices(
    nameless: Sequence[Entity],
    people: Mapping[str, _Person],
    sets: Sets,
    joins: list[Join],
    years: Mapping[str, int],
) -> None:
    """An unnamed holder of an office is the one person said to hold it, where there is one."""
    for entity in sorted(nameless, key=lambda e: e.id):
        offices = offices_of(entity)
        if entity.country is None or not offices:
            continue
        holders = [
            person
            for person in people.values()
            if person.country == entity.country
            and person.offices & offices
            and _in_time(person.years, years.get(entity.report))
        ]
        if len({sets.root(person.id) for person in holders}) != 1:
            continue
        holder = min(holders, key=lambda person: person.id)
        office = min(offices & holder.offices)
        said = f"the only {office} of {entity.country} named"
        joins.append(
            decide(
                entity.id, holder.id, same=True, score=ONLY_ONE, by="rule:offices", reasons=(said,)
            )
        )


def _in_time(seen: frozenset[int], year: int | None) -> bool:
    """Whether a person seen in some years may hold the office in another: offices change hands."""
    return year is None or not seen or min(abs(year - other) for other in seen) <= 1


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


def _is_full(person: _Person) -> bool:
    """More than a surname: two whole words, or one and an initial ("D. Sarantuya")."""
    if person.words > 1:
        return True
    pieces = person.name.replace(".", ". ").split()
    return any(len(piece) <= 3 and piece.endswith(".") for piece in pieces) and person.words > 0
