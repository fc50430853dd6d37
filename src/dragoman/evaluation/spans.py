"""Spans: where the words of two readers meet, and which item of one is which of the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from dragoman.errors import MalformedInput
from dragoman.evaluation.gold import Quote
from dragoman.model.text import Mention

Left = TypeVar("Left")
Right = TypeVar("Right")

ENOUGH = 0.5  # of the shorter span's characters, for two spans to say the same
_SHOWN = 50


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` to `end` of a report, by the report's name."""

    report: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Pair(Generic[Left, Right]):
    """A gold item and the item of the record that it was found to be."""

    gold: Left
    found: Right


def locate(quotes: Iterable[Quote], texts: Mapping[str, str], *, source: str) -> tuple[Span, ...]:
    """Where each quote first stands in its report; `texts` are the reports by name.

    Raises `MalformedInput` naming `source`, the gold file, where a quote has no report or
    its report has no such words.
    """
    spans = []
    for quote in quotes:
        if quote.file not in texts:
            what = f"{quote.where} names the report {quote.file!r}, which is not among those read"
            raise MalformedInput(source, what, advice="check its name, or say --texts DIR")
        start = texts[quote.file].find(quote.words)
        if start < 0:
            words = " ".join(quote.words.split())
            shown = words if len(words) <= _SHOWN else words[:_SHOWN] + "…"
            what = f"{quote.where} quotes words that are not in {quote.file}: {shown!r}"
            raise MalformedInput(source, what, advice="copy them exactly as the report has them")
        spans.append(Span(quote.file, start, start + len(quote.words)))
    return tuple(spans)


def spans_of(mentions: Iterable[Mention], names: Mapping[str, str]) -> tuple[Span, ...]:
    """The spans of a record's mentions; `names` leads from a report's id to its name."""
    return tuple(Span(names.get(m.report, m.report), m.start, m.end) for m in mentions)


def shared(left: Iterable[Span], right: Sequence[Span]) -> float:
    """The largest part of the shorter span that two spans have in common, 0 to 1.

    >>> shared([Span("a", 0, 10)], [Span("a", 6, 26), Span("b", 0, 10)])
    0.4
    """
    best = 0.0
    for one in left:
        for other in right:
            both = min(one.end, other.end) - max(one.start, other.start)
            if one.report == other.report and both > 0:
                shorter = min(one.end - one.start, other.end - other.start)
                best = max(best, both / shorter)
    return best


def meeting(left: Iterable[Span], right: Sequence[Span]) -> float:
    """What two items share where that is `ENOUGH`, else 0."""
    part = shared(left, right)
    return part if part >= ENOUGH else 0.0


def pair_up(
    gold: Sequence[Left], found: Sequence[Right], alike: Callable[[Left, Right], float]
) -> list[Pair[Left, Right]]:
    """Pairs of gold and found, the most alike first, none used twice; 0 is no pair.

    Among equals those that come first in gold, then in found, are taken.
    """
    ranked = [
        (-value, i, j)
        for i, one in enumerate(gold)
        for j, other in enumerate(found)
        if (value := alike(one, other)) > 0
    ]
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    pairs = []
    for _, i, j in sorted(ranked):
        if i not in taken_gold and j not in taken_found:
            taken_gold.add(i)
            taken_found.add(j)
            pairs.append(Pair(gold[i], found[j]))
    return pairs
