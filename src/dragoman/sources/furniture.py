"""Furniture: the page around the article in a plain-text copy of it, marked and never cut.

Three looks at the lines: what they say (`furniture_patterns`), what they are (a breadcrumb
trail, a list of links), and, where most of a text is page, which stretch is the article.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from dragoman.model.text import Furniture
from dragoman.sources.furniture_patterns import load_patterns
from dragoman.sources.prose import is_prose, words_of

LONGEST_LINE = 300  # characters; a longer line is a paragraph, whatever it begins with
PAGE_MARKS = 3  # lines known for furniture, at least, for a text to be taken for a page
PAGE_LINES = 8  # and lines that are neither that nor prose
PAGE_SHARE = 0.6  # of these to the lines of prose
LINE_COST = 7.0  # words of prose one line of page weighs when the article is looked for
MARKED_COST = 25.0
HEADLINE_WORDS = (3, 28)
HEADLINE_REACH = 14
LINK_RUN = 5
PAGE_WALL_SHARE = 0.6  # of the article's words that stand before the page's foot
WALL_SHARE = 0.75

_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
_GLUED = re.compile(r"(?<=[.!?”\"])(?=1\.\s*Home\b)")
_ITEM = re.compile(r"\d{1,2}[.)]\s*(.*)")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str
    words: int
    prose: bool


def mark_furniture(text: str) -> tuple[Furniture, ...]:
    """The stretches of a text that are the page and not the article: one a line, in order.

    Headline, sub-headings and dateline are the article's; a by-line is marked `byline`.
    """
    lines = _lines(text)
    kinds: list[str | None] = []
    first = True
    for line in lines:
        kinds.append(_kind(line, first=first))
        first = first and kinds[-1] is not None
    _mark_trail(lines, kinds)
    page = _is_page(lines, kinds)
    if page:
        _mark_outside(lines, kinds)
    _mark_after_wall(lines, kinds, share=PAGE_WALL_SHARE if page else WALL_SHARE)
    return tuple(
        Furniture(line.start, line.end, kind)
        for line, kind in zip(lines, kinds, strict=True)
        if kind
    )


def _lines(text: str) -> list[_Line]:
    lines = []
    for match in _LINE.finditer(text):
        cuts = [match.start(), match.end()]
        cuts[1:1] = [m.start() for m in _GLUED.finditer(text, *match.span())]
        for left, right in pairwise(cuts):
            raw = text[left:right]
            inner = raw.strip().strip("\ufeff\u200b\u2060")
            if inner:
                start = left + raw.index(inner[0])
                lines.append(_line(start, start + len(inner), inner))
    return lines


def _line(start: int, end: int, inner: str) -> _Line:
    if len(inner) > 4 * LONGEST_LINE:
        return _Line(start, end, inner[:LONGEST_LINE], LONGEST_LINE, True)
    words = words_of(inner)
    return _Line(
        start, end, re.sub(r"\s+", " ", inner), max(len(words), _cjk(inner)), is_prose(inner)
    )


def _cjk(line: str) -> int:
    return len(_UNSPACED.findall(line)) // 2


def _kind(line: _Line, *, first: bool) -> str | None:
    if len(line.text) > LONGEST_LINE:
        return None
    for kind in load_patterns().kinds:
        if not (first and kind.not_first) and kind.pattern.fullmatch(line.text):
            return kind.name
    return None if re.search(r"\w", line.text) else "rule"


def _mark_trail(lines: list[_Line], kinds: list[str | None]) -> None:
    """A breadcrumb trail above the headline: a numbered list of short steps, one of them Home."""
    for number, line in enumerate(lines[:-1]):
        item = _ITEM.fullmatch(line.text)
        short = (item.group(1) if item else line.text).rstrip("….")
        cut = line.text.endswith(("…", "...")) and len(short) >= 12
        later = (other.text for other in lines[number + 1 : number + 12])
        if cut and any(other.startswith(short) for other in later):
            kinds[number] = kinds[number] or "breadcrumb"
    run: list[int] = []
    for number, line in enumerate(lines):
        item = _ITEM.fullmatch(line.text)
        if item and len(line.text) <= 120 and not line.prose:
            run.append(number)
            continue
        if line.prose and line.words > 25 and not run:
            break
        _close_trail(kinds, run)
        run = []
    _close_trail(kinds, run)


def _close_trail(kinds: list[str | None], run: list[int]) -> None:
    if any(kinds[number] == "breadcrumb" for number in run):
        for number in run:
            kinds[number] = "breadcrumb"


def _is_page(lines: list[_Line], kinds: list[str | None]) -> bool:
    """Whether most lines are neither prose nor explained: then where they stand must tell."""
    pairs = list(zip(lines, kinds, strict=True))
    marked = sum(kind is not None for _, kind in pairs)
    unexplained = sum(kind is None and not line.prose for line, kind in pairs)
    prose = sum(kind is None and line.prose for line, kind in pairs)
    return marked >= PAGE_MARKS and unexplained >= max(PAGE_LINES, PAGE_SHARE * prose)


def _mark_outside(lines: list[_Line], kinds: list[str | None]) -> None:
    first, last = _article(lines, kinds)
    headline = _headline(lines, kinds, first)
    for number in range(len(lines)):
        inside = first <= number < last or number in headline
        if not inside:
            kinds[number] = kinds[number] or "page"
    _mark_link_runs(lines, kinds, first, last)


def _article(lines: list[_Line], kinds: list[str | None]) -> tuple[int, int]:
    """The run of lines with most prose for least page in it (a largest sum, one pass)."""
    best, best_range = 0.0, (0, len(lines))
    total, start = 0.0, 0
    for number, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        if kind is not None:
            weight = -MARKED_COST
        elif line.prose:
            weight = float(min(line.words, 80))
        else:
            weight = -LINE_COST
        if total <= 0:
            total, start = 0.0, number
        total += weight
        if total > best:
            best, best_range = total, (start, number + 1)
    return best_range


def _headline(lines: list[_Line], kinds: list[str | None], first: int) -> set[int]:
    """The line above the article that is most like a headline, if one is near."""
    low, high = HEADLINE_WORDS
    found: list[int] = []
    for number in range(first - 1, max(-1, first - 1 - HEADLINE_REACH), -1):
        line = lines[number]
        if kinds[number] is None and low <= line.words <= high:
            found.append(number)
    if not found:
        return set()
    best = max(found, key=lambda n: (min(lines[n].words, 8), n))
    return {best}


def _mark_link_runs(lines: list[_Line], kinds: list[str | None], first: int, last: int) -> None:
    """Headings in a row, within the article, are links to other stories."""
    run: list[int] = []
    for number in range(first, last + 1):
        if number < last and not lines[number].prose and kinds[number] is None:
            run.append(number)
            continue
        if number < last and kinds[number] is not None and run:
            continue
        if len(run) >= LINK_RUN:
            for each in run:
                kinds[each] = "related"
        run = []


def _mark_after_wall(lines: list[_Line], kinds: list[str | None], *, share: float) -> None:
    """What follows `Related stories` or `Comments` near the end is not the article."""
    open_words = [line.words if not kind else 0 for line, kind in zip(lines, kinds, strict=True)]
    total = sum(open_words)
    wall = load_patterns().wall
    before = 0
    for number, line in enumerate(lines):
        is_wall = kinds[number] is not None and wall.fullmatch(line.text)
        if is_wall and before >= share * total and total:
            for later in range(number, len(lines)):
                kinds[later] = kinds[later] or "page"
            return
        before += open_words[number]
