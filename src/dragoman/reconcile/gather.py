"""Gather: claims of one kind sorted into bundles that say the same thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from typing import Protocol, TypeVar


class HasId(Protocol):
    """Anything with a content-hash id."""

    @property
    def id(self) -> str:
        """The id."""


C = TypeVar("C", bound=HasId)
_FULL = 200  # bundles of one key that are tried before a claim stands alone


def gather(
    claims: Sequence[C],
    *,
    key: Callable[[C], Hashable],
    same: Callable[[C, C], bool],
) -> list[list[C]]:
    """Bundle claims that share a key and are the same as every other in the bundle.

    Claims are taken by id, so their order does not matter; bundles come out in that order.
    """
    bundles: dict[Hashable, list[list[C]]] = defaultdict(list)
    every: list[list[C]] = []
    for claim in sorted({c.id: c for c in claims}.values(), key=lambda c: c.id):
        here = bundles[key(claim)]
        for bundle in here[:_FULL]:
            if all(same(claim, other) for other in bundle):
                bundle.append(claim)
                break
        else:
            here.append([claim])
            every.append(here[-1])
    return every
