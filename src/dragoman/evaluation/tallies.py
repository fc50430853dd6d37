"""Tallies: the counts a score is made of, and what was missed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Measure = Literal["f1", "share"]


@dataclass(frozen=True, slots=True)
class Tally:
    """One score as counts: `hits` of `gold` wanted and `found` given; a share has no `found`.

    >>> Tally("offices", "f1", hits=1, gold=2, found=1).recall
    0.5
    """

    name: str
    measure: Measure
    hits: int = 0
    gold: int = 0
    found: int = 0

    @property
    def precision(self) -> float | None:
        """The part of what was found that is right; None where nothing was found."""
        return self.hits / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """The part of what was wanted that was found; None where nothing was wanted."""
        return self.hits / self.gold if self.gold else None

    @property
    def value(self) -> float | None:
        """F1, or the share; None where there was nothing to count."""
        if self.measure == "share":
            return self.recall
        both = self.gold + self.found
        return 2 * self.hits / both if both else None


@dataclass(frozen=True, slots=True)
class Missed:
    """An item of the gold that nothing in the record was found to be; its first words."""

    kind: str
    item: str
    file: str
    words: str


@dataclass(frozen=True, slots=True)
class Part:
    """The counts of one kind of item, and what of it was missed."""

    tallies: tuple[Tally, ...]
    missed: tuple[Missed, ...]


def share(name: str, right: Iterable[bool]) -> Tally:
    """How many of some answers are right."""
    answers = list(right)
    return Tally(name, "share", sum(answers), len(answers))
