"""Joins: decisions that two entities are one, or are not, and the sets they add up to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Join:
    """One decision about two entities (ids in sorted order): `same` or not, and why."""

    first: str
    second: str
    same: bool
    score: float
    by: str
    reasons: tuple[str, ...]


class Sets:
    """Entities put together step by step; each set is known by its smallest id."""

    __slots__ = ("_members", "_root")

    def __init__(self, ids: Iterable[str]) -> None:
        self._root = {one: one for one in ids}
        self._members = {one: [one] for one in self._root}

    def root(self, one: str) -> str:
        """The smallest id of the set an entity is in; its own where it is in none."""
        return self._root.get(one, one)

    def members(self, one: str) -> tuple[str, ...]:
        """The ids of the set an entity is in."""
        return tuple(self._members[self._root[one]])

    def join(self, one: str, other: str) -> None:
        """Make two sets one."""
        low, high = sorted((self._root[one], self._root[other]))
        if low == high:
            return
        for member in self._members.pop(high):
            self._root[member] = low
            self._members[low].append(member)

    def all(self) -> list[tuple[str, ...]]:
        """Every set, its ids sorted, the sets sorted."""
        return sorted(tuple(sorted(members)) for members in self._members.values())


def decide(
    one: str, other: str, *, same: bool, score: float, by: str, reasons: Iterable[str]
) -> Join:
    """A decision with its two ids in order."""
    first, second = sorted((one, other))
    return Join(first, second, same, round(score, 4), by, tuple(reasons))
