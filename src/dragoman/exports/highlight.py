"""A report's text cut where highlights begin and end, so that nested and overlapping ones can be drawn."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.model.text import Mention


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text under the same highlights throughout.

    `spots` are the numbers of all highlights over it, shortest first; `begins` and `ends`
    those that begin or end with it; `furniture` whether it is the page and not the article.
    """

    text: str
    spots: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    furniture: bool = False


def segments(
    text: str, spots: dict[int, Mention], furniture: Iterable[Mention] = ()
) -> tuple[Segment, ...]:
    """Cut `text` into segments that together are the whole of it.

    >>> [s.text for s in segments("abcdef", {1: Mention("r", 1, 4, "bcd"), 2: Mention("r", 3, 5, "de")})]
    ['a', 'bc', 'd', 'e', 'f']
    """
    held = {number: m for number, m in spots.items() if 0 <= m.start < m.end <= len(text)}
    page = [(m.start, min(m.end, len(text))) for m in furniture if 0 <= m.start < m.end]
    edges = {0, len(text)}
    edges.update(edge for m in held.values() for edge in (m.start, m.end))
    edges.update(edge for span in page for edge in span)
    marks = sorted(edge for edge in edges if edge <= len(text))
    order = sorted(held, key=lambda number: (held[number].start, number))
    page.sort()
    open_spots: list[int] = []
    cut: list[Segment] = []
    coming = on_page = 0
    for start, end in itertools.pairwise(marks):
        open_spots = [number for number in open_spots if held[number].end > start]
        while coming < len(order) and held[order[coming]].start == start:
            open_spots.append(order[coming])
            coming += 1
        while on_page < len(page) and page[on_page][1] <= start:
            on_page += 1
        cut.append(
            Segment(
                text=text[start:end],
                spots=tuple(sorted(open_spots, key=lambda n: (held[n].end - held[n].start, n))),
                begins=tuple(n for n in open_spots if held[n].start == start),
                ends=tuple(n for n in open_spots if held[n].end == end),
                furniture=on_page < len(page) and page[on_page][0] <= start,
            )
        )
    return tuple(cut)
