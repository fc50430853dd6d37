"""Wording: a text as words one can compare, so that the same said in other words is seen as the same.

Three things are told apart, because they weigh differently when two texts agree: names and
numbers (forced by the facts), commonplace words (forced by the trade), and all other words,
which are the writer's choice. Stems and a small table of synonyms make rewordings meet.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Literal

WordKind = Literal["content", "commonplace", "name", "number"]

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*|\d+(?:[.,:]\d+)*")
_PIECE = re.compile(r"[^-]+")
_SPELLINGS = (("isation", "ization"), ("ise", "ize"), ("ising", "izing"), ("ised", "ized"))
_ENDINGS = ("ingly", "ing", "edly", "ed", "ly")
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_LONGEST_WORD = 40


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text: where it stands, and the concept by which it is compared."""

    start: int
    end: int
    concept: str
    kind: WordKind


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The word without case, plural, tense and British spelling.

    >>> stem("Countries"), stem("neighbours"), stem("maintained"), stem("maintains")
    ('country', 'neighbor', 'maintain', 'maintain')
    """
    low = word.lower().replace("’", "'")[:_LONGEST_WORD]
    low = low.removesuffix("'s").removesuffix("'")
    for british, american in _SPELLINGS:
        if low.endswith(british) and len(low) > len(british) + 3:
            low = low[: -len(british)] + american
    low = re.sub(r"our(s|ed|ing|ly|able|hood)?$", r"or\1", low) if len(low) > 5 else low
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("sses", "ches", "shes", "xes")):
        low = low[:-2]
    elif low.endswith("s") and not low.endswith(("ss", "us", "is")) and len(low) > 3:
        low = low[:-1]
    for ending in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= 3:
            low = low[: -len(ending)]
            if len(low) > 3 and low[-1] == low[-2] and low[-1] not in "lsz":
                low = low[:-1]
            break
    return low[:-1] if low.endswith("e") and len(low) > 3 else low


@lru_cache(maxsize=1)
def _classes() -> dict[str, str]:
    """Stem to the first stem of its synonym class."""
    found: dict[str, str] = {}
    for line in (files("dragoman.knowledge") / "synonyms.tsv").read_text("utf-8").splitlines():
        members = [] if line.startswith("#") else line.split()
        for member in members:
            found.setdefault(stem(member), stem(members[0]))
    return found


@lru_cache(maxsize=1)
def _commonplace() -> frozenset[str]:
    """Words that say nothing about a source, as written and as stems."""
    text = (files("dragoman.knowledge") / "commonplace.tsv").read_text("utf-8")
    listed = {w for line in text.splitlines() if not line.startswith("#") for w in line.split()}
    return frozenset(listed | {stem(w) for w in listed})


@lru_cache(maxsize=100_000)
def concept(word: str) -> str:
    """What a word is compared by: its stem, or that of the synonym class it belongs to.

    >>> concept("relations") == concept("ties")
    True
    """
    base = stem(word)
    return _classes().get(base, base)


def is_commonplace(word: str) -> bool:
    """Whether sharing the word says nothing (articles, `said`, `minister`, `Tuesday`)."""
    low = word.lower()
    return low in _commonplace() or stem(low) in _commonplace() or low in _WEEKDAYS


@lru_cache(maxsize=600)
def words(text: str) -> tuple[Word, ...]:
    """Every word of a text in order, with offsets into it. Linear in its length."""
    matches = list(_WORD.finditer(text))
    lower = {m.group() for m in matches if m.group()[:1].islower()}
    found = []
    for match in matches:
        for piece in _PIECE.finditer(match.group()) if _joined(match.group()) else (None,):
            raw = piece.group() if piece else match.group()
            start = match.start() + (piece.start() if piece else 0)
            kind = _kind(text, start, raw, lower)
            found.append(Word(start, start + len(raw), concept(raw), kind))
    return tuple(found)


def _joined(raw: str) -> bool:
    """Whether a word with hyphens is compared piece by piece (`high-level`, not `duty-free`)."""
    return "-" in raw and stem(raw) not in _classes()


def _kind(text: str, start: int, raw: str, lower: set[str]) -> WordKind:
    if raw[0].isdigit():
        return "number"
    if is_commonplace(raw):
        return "commonplace"
    if not raw[0].isupper():
        return "content"
    before = text[max(0, start - 3) : start].rstrip(" \t\"“'‘(")
    opens = not before or before[-1] in ".!?:\n\r"
    known = raw.lower() in lower or stem(raw) in _classes()
    return "content" if opens and known else "name"
