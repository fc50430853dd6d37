"""Furniture patterns: the table in `furniture.toml` made ready to match lines with."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

_WORD = re.compile(r"\{([A-Z]+)\}")


@dataclass(frozen=True, slots=True)
class LineKind:
    """A kind of furniture and what its lines look like.

    Where `not_first` is set the pattern is not believed of a text's first line, which is
    its headline.
    """

    name: str
    pattern: re.Pattern[str]
    not_first: bool


@dataclass(frozen=True, slots=True)
class Patterns:
    """Every kind, most telling first, and the lines that end an article."""

    kinds: tuple[LineKind, ...]
    wall: re.Pattern[str]


@lru_cache(maxsize=1)
def load_patterns() -> Patterns:
    """Read and compile the table, once a process."""
    table = tomllib.loads(files(__package__).joinpath("furniture.toml").read_text("utf-8"))
    words = _expanded(table["words"])
    kinds = tuple(
        LineKind(kind["name"], _compiled(kind["lines"], words), kind.get("not_first", False))
        for kind in table["kind"]
    )
    return Patterns(kinds, _compiled(table["wall"]["lines"], words))


def _expanded(words: dict[str, str]) -> dict[str, str]:
    whole: dict[str, str] = {}
    for name, pattern in words.items():
        whole[name] = _fill(pattern, whole)
    return whole


def _fill(pattern: str, words: dict[str, str]) -> str:
    return _WORD.sub(lambda match: words[match.group(1)], pattern)


def _compiled(lines: Any, words: dict[str, str]) -> re.Pattern[str]:
    whole = "|".join(f"(?:{_fill(line, words)})" for line in lines)
    return re.compile(whole, re.IGNORECASE)
