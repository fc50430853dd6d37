"""Likeness: how far two bits of text speak of the same thing, by the concepts of their words."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.knowledge.wording import words

NAME_WEIGHT = 0.7
_WEIGHT = {"content": 1.0, "name": NAME_WEIGHT, "number": 0.5, "commonplace": 0.1}


@dataclass(frozen=True, slots=True)
class Gist:
    """Concepts of some words with their weights."""

    weights: dict[str, float]
    mass: float


def weighed(weights: dict[str, float]) -> Gist:
    """A gist of these weights; `mass` is all of them together."""
    return Gist(weights, math.fsum(weights.values()))


def gist(texts: Iterable[str], *, without: Iterable[str] = ()) -> Gist:
    """The concepts of some texts, less those of other texts (names of the parties, the cue)."""
    left_out = {w.concept for text in without for w in words(text)}
    found: dict[str, float] = {}
    for text in texts:
        for word in words(text):
            if word.concept not in left_out:
                weight = _WEIGHT[word.kind]
                found[word.concept] = max(weight, found.get(word.concept, 0.0))
    return weighed(found)


def likeness(left: Gist, right: Gist) -> float:
    """Shared weight over the weight of the smaller, 0 to 1; small gists are held back."""
    common = shared(left, right)
    smaller = max(1.5, min(left.mass, right.mass))
    return min(1.0, common / smaller)


def shared(left: Gist, right: Gist) -> float:
    """The weight of the concepts both have."""
    one, other = left.weights, right.weights
    if len(one) > len(other):
        one, other = other, one
    return math.fsum(min(w, other[c]) for c, w in one.items() if c in other)


def shared_content(left: Gist, right: Gist, *, but: frozenset[str] = frozenset()) -> int:
    """How many concepts of substance (neither usual words nor numbers) both have, `but` aside."""
    return sum(
        1
        for c in (left.weights.keys() & right.weights.keys()) - but
        if min(left.weights[c], right.weights[c]) >= NAME_WEIGHT
    )
