"""Article: which blocks of a page are the article, told by trafilatura, put back in place.

trafilatura knows pages but gives back a text of its own making; offsets must count into the
page's. So its paragraphs are found again among the page's blocks, and what it did not take
is furniture. Where it finds next to nothing, the plain lines decide.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort

from dragoman.model.text import Furniture
from dragoman.sources.furniture import mark_furniture
from dragoman.sources.page import HEADINGS, Block, Page
from dragoman.sources.prose import is_prose

SHORT = 25  # letters; a shorter block must be a whole line of the article, not part of one
LEAST_SHARE = 0.15  # of what the plain lines read as article that must be taken, to be believed
LEAST_LETTERS = 120
KIN = 3  # paragraphs taken, at least, before the others that stand within the same are too
KIN_REACH = 40  # blocks between two of them
_NO_LETTER = re.compile(r"[\W_]+")


def find_article(html: str, page: Page, title: str | None) -> tuple[Furniture, ...]:
    """What of a page is furniture: one stretch a block, in order."""
    plain = mark_furniture(page.text)
    said = {stretch.start: stretch.kind for stretch in plain}
    squashed = [_squash(page.text[block.start : block.end]) for block in page.blocks]
    open_blocks = (n for n, block in enumerate(page.blocks) if block.start not in said)
    kept = _with_kin(page, _aligned(squashed, _extract(html)))
    letters = sum(len(squashed[number]) for number in kept)
    if letters < max(LEAST_LETTERS, LEAST_SHARE * sum(len(squashed[n]) for n in open_blocks)):
        return plain
    kept |= _headline(page.blocks, squashed, kept, title)
    return tuple(
        Furniture(block.start, block.end, kind)
        for number, block in enumerate(page.blocks)
        if (kind := _kind(block, said.get(block.start), kept=number in kept))
    )


def _kind(block: Block, said: str | None, *, kept: bool) -> str | None:
    if kept:  # a label that trafilatura let pass; what only position told us is not believed
        return said if said not in {None, "page", "related", "rule"} else None
    return said or block.place or "page"


def _extract(html: str) -> list[str]:
    """The article's lines as trafilatura gives them."""
    import logging

    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    found = trafilatura.extract(html, favor_precision=True, include_comments=False)
    return found.splitlines() if found else []


def _squash(line: str) -> str:
    return _NO_LETTER.sub("", line.lower())


def _aligned(blocks: list[str], extracted: list[str]) -> set[int]:
    lines = {squashed for line in extracted if (squashed := _squash(line))}
    whole = "".join(_squash(line) for line in extracted)
    found: set[int] = set()
    for number, block in enumerate(blocks):
        if block and (block in lines or (len(block) >= SHORT and block in whole)):
            found.add(number)
    return _without_strays(blocks, found)


def _without_strays(blocks: list[str], found: set[int]) -> set[int]:
    """Short lines that match far from the article (a menu's word that is a heading's too)."""
    long = sorted(number for number in found if len(blocks[number]) >= SHORT)
    if not long:
        return found
    return {n for n in found if long[0] - 2 <= n <= long[-1] + 2 and _near(n, long)}


def _with_kin(page: Page, kept: set[int]) -> set[int]:
    """Paragraphs left out though they stand within the same as those taken.

    A page's article is often cut in pieces by advertisements, and only one piece taken.
    """
    taken: dict[str, list[int]] = {}
    for number in sorted(kept):
        block = page.blocks[number]
        if block.tag == "p" and block.place is None:
            taken.setdefault(block.inside, []).append(number)
    whole = set(kept)
    for number, block in enumerate(page.blocks):
        kin = taken.get(block.inside, [])
        if block.tag != "p" or block.place is not None or len(kin) < KIN:
            continue
        if is_prose(page.text[block.start : block.end]) and _near(number, kin, KIN_REACH):
            whole.add(number)
            insort(kin, number)
    return whole


def _near(number: int, long: list[int], reach: int = 8) -> bool:
    at = bisect_left(long, number)
    around = long[max(at - 1, 0) : at + 1]
    return any(abs(number - other) <= reach for other in around)


def _headline(
    blocks: tuple[Block, ...], squashed: list[str], kept: set[int], title: str | None
) -> set[int]:
    """The page's headline, which trafilatura leaves to the metadata: the nearest above."""
    first = min(kept)
    wanted = _squash(title or "")
    above = [n for n in range(first, -1, -1) if blocks[n].tag in HEADINGS or n == first]
    for number in above:
        line = squashed[number]
        if wanted and len(line) >= 12 and (line in wanted or wanted in line):
            return {number}
    tops = [n for n in range(first) if blocks[n].tag == "h1" and blocks[n].place is None]
    return {tops[-1]} if tops else set()
