"""Matching: which items of a record are the gold's, one function a kind.

An item of the record is the gold's where their words overlap by half of the shorter; each
is used once, the best pair first. On top of that: an event needs its type, or type and
countries, or each country in its part; a figure its value, to a thousandth; a statement
its speaker, an office its person, country and title, of which one word must agree. A
conflict is found where two of its sides meet two sides of a conflict in the record.
Gold keeps what matters most, so precision is a lower bound.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.evaluation.gold import (
    GoldConflict,
    GoldEvent,
    GoldFigure,
    GoldOffice,
    GoldStatement,
    Quote,
)
from dragoman.evaluation.spans import Pair, Span, locate, meeting, pair_up, spans_of
from dragoman.evaluation.tallies import Missed, Part, Tally, share
from dragoman.model.actor import Party
from dragoman.model.finding import Event, Figure, Finding, OfficeHeld, Statement
from dragoman.model.text import Mention

# Which of several events at the same words is the gold's: the type first, then who, then status.
SAME_TYPE, SAME_ACTORS, SAME_RECIPIENTS, SAME_STATUS = 4.0, 2.0, 1.0, 0.5
VALUE_TOLERANCE = 1e-3
SHORTEST_WORD = 3  # letters, for a word to tell a name


@dataclass(frozen=True, slots=True)
class Words:
    """Turns quotes and mentions of one story into spans of its reports."""

    source: str
    texts: dict[str, str]
    names: dict[str, str]

    def gold(self, quotes: Iterable[Quote]) -> tuple[Span, ...]:
        return locate(quotes, self.texts, source=self.source)

    def found(self, mentions: Iterable[Mention]) -> tuple[Span, ...]:
        return spans_of(mentions, self.names)


def _countries(parties: Iterable[Party]) -> frozenset[str]:
    return frozenset(party.country for party in parties if party.country)


def match_events(gold: Sequence[GoldEvent], found: Sequence[Event], words: Words) -> Part:
    theirs = {item.id: words.gold(item.quotes) for item in gold}
    ours = {item.id: words.found(item.mentions) for item in found}

    def alike(one: GoldEvent, other: Event) -> float:
        part = meeting(theirs[one.id], ours[other.id])
        if not part:
            return 0.0
        return (
            part
            + SAME_TYPE * (one.type == other.type)
            + SAME_ACTORS * (one.actors == _countries(other.actors))
            + SAME_RECIPIENTS * (one.recipients == _countries(other.recipients))
            + SAME_STATUS * (one.status == other.status)
        )

    pairs = pair_up(gold, found, alike)
    typed = [pair for pair in pairs if pair.gold.type == pair.found.type]
    several = [pair for pair in typed if _reports(theirs[pair.gold.id]) > 1]
    merged = share("events.merged", (_reports(ours[pair.found.id]) > 1 for pair in several))
    tallies = (*_coded(gold, found, pairs), *_details(gold, typed), merged)
    return Part(tallies, _missed("events", gold, pairs))


def _coded(
    gold: Sequence[GoldEvent], found: Sequence[Event], pairs: Sequence[Pair[GoldEvent, Event]]
) -> tuple[Tally, ...]:
    """Found at all, with the type, with the countries too, with each of them in its part."""
    typed = [pair for pair in pairs if pair.gold.type == pair.found.type]
    who = [pair for pair in typed if _same_countries(pair)]
    roles = [pair for pair in who if pair.gold.actors == _countries(pair.found.actors)]
    return tuple(
        Tally(name, "f1", len(right), len(gold), len(found))
        for name, right in (
            ("events.found", pairs),
            ("events.type", typed),
            ("events.type+countries", who),
            ("events.type+roles", roles),
        )
    )


def _details(
    gold: Sequence[GoldEvent], typed: Sequence[Pair[GoldEvent, Event]]
) -> tuple[Tally, ...]:
    """What is right of the events found with their type; of those at the core, how many are."""
    core = sum(item.core for item in gold)
    return (
        Tally("events.core", "share", sum(pair.gold.core for pair in typed), core),
        share("events.status", (p.gold.status == p.found.status for p in typed)),
        share("events.mode", (p.gold.mode == p.found.mode for p in typed if p.gold.mode)),
        share("events.date", (_same_day(p) for p in typed if p.gold.start)),
    )


def _reports(spans: Iterable[Span]) -> int:
    return len({span.report for span in spans})


def _same_countries(pair: Pair[GoldEvent, Event]) -> bool:
    ours = _countries((*pair.found.actors, *pair.found.recipients))
    return pair.gold.actors | pair.gold.recipients == ours


def _same_day(pair: Pair[GoldEvent, Event]) -> bool:
    """Whether we say the day as far as the reader does: `2022-07` agrees with `2022-07-05`."""
    return (pair.found.start or "").startswith(pair.gold.start or "")


def match_figures(gold: Sequence[GoldFigure], found: Sequence[Figure], words: Words) -> Part:
    theirs = {item.id: words.gold(item.quotes) for item in gold}
    ours = {item.id: words.found(item.mentions) for item in found}

    def alike(one: GoldFigure, other: Figure) -> float:
        allowed = VALUE_TOLERANCE * max(1.0, abs(one.value))
        near = math.isclose(one.value, other.value, rel_tol=0, abs_tol=allowed)
        return meeting(theirs[one.id], ours[other.id]) if near else 0.0

    pairs = pair_up(gold, found, alike)
    tallies = (
        Tally("figures.value", "f1", len(pairs), len(gold), len(found)),
        share("figures.unit", (p.gold.unit.lower() == p.found.unit.lower() for p in pairs)),
        share("figures.qualifier", (p.gold.qualifier == p.found.qualifier for p in pairs)),
    )
    return Part(tallies, _missed("figures", gold, pairs))


def match_statements(
    gold: Sequence[GoldStatement], found: Sequence[Statement], words: Words
) -> Part:
    theirs = {item.id: words.gold(item.quotes) for item in gold}
    ours = {item.id: words.found(item.mentions) for item in found}
    pairs = pair_up(gold, found, lambda one, other: meeting(theirs[one.id], ours[other.id]))
    right = [pair for pair in pairs if same_name(pair.gold.speaker, pair.found.speaker.name)]
    tallies = (
        Tally("statements.found", "f1", len(pairs), len(gold), len(found)),
        Tally("statements.speaker", "f1", len(right), len(gold), len(found)),
    )
    return Part(tallies, _missed("statements", gold, pairs))


def match_offices(gold: Sequence[GoldOffice], found: Sequence[OfficeHeld]) -> Part:
    def alike(one: GoldOffice, other: OfficeHeld) -> float:
        of = other.of or ""
        return float(
            same_name(one.person, other.person.name)
            and same_name(one.office, other.office)
            and (one.of == of or same_name(one.of, of))
        )

    pairs = pair_up(gold, found, alike)
    tally = Tally("offices", "f1", len(pairs), len(gold), len(found))
    return Part((tally,), _missed("offices", gold, pairs))


def same_name(left: str, right: str) -> bool:
    """Whether two names have a word of three letters or more in common.

    >>> same_name("J. Okonjo-Mensah", "Minister Mensah")
    True
    """
    return bool(_name_words(left) & _name_words(right))


def _name_words(name: str) -> frozenset[str]:
    words = (word.strip(".,'’") for word in name.lower().replace("-", " ").split())
    return frozenset(word for word in words if len(word) >= SHORTEST_WORD)


def match_conflicts(gold: Sequence[GoldConflict], found: Sequence[Finding], words: Words) -> Part:
    conflicts = [finding for finding in found if finding.kind == "conflict"]
    theirs = {item.id: [words.gold(side) for side in item.sides] for item in gold}
    ours = {item.id: [words.found(side.mentions) for side in item.sides] for item in conflicts}

    def alike(one: GoldConflict, other: Finding) -> float:
        met = [
            (i, j)
            for i, side in enumerate(theirs[one.id])
            for j, its in enumerate(ours[other.id])
            if meeting(side, its)
        ]
        return float(any(i != k and j != m for i, j in met for k, m in met))

    pairs = pair_up(gold, conflicts, alike)
    tally = Tally("conflicts", "f1", len(pairs), len(gold), len(conflicts))
    return Part((tally,), _missed("conflicts", gold, pairs))


_Item = GoldEvent | GoldFigure | GoldStatement | GoldOffice | GoldConflict


def _missed(
    kind: str, gold: Sequence[_Item], pairs: Sequence[Pair[Any, Any]]
) -> tuple[Missed, ...]:
    met = {id(pair.gold) for pair in pairs}
    return tuple(
        Missed(kind, item.id, quote.file, quote.words)
        for item in gold
        if id(item) not in met
        for quote in [item.sides[0][0] if isinstance(item, GoldConflict) else item.quotes[0]]
    )
