"""Given names: whether a personal name is a woman's or a man's, where its first word tells."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files


def is_woman(words: Sequence[str]) -> bool | None:
    """Whether a personal name (lower-case words) is a woman's; None where it does not tell.

    >>> is_woman(["elena", "quispe"]), is_woman(["boris", "ek"]), is_woman(["qwerty", "ek"])
    (True, False, None)
    """
    women, men = _names()
    first = next((word for word in words if len(word) > 2 and "." not in word), "")
    if len(words) < 2 or (first in women) == (first in men):
        return None
    return first in women


@lru_cache(maxsize=1)
def _names() -> tuple[frozenset[str], frozenset[str]]:
    text = files("dragoman.knowledge").joinpath("given_names.txt").read_text("utf-8")
    women, _, men = text.partition("# men")
    return _words(women), _words(men)


def _words(text: str) -> frozenset[str]:
    rows = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(word for row in rows for word in row.split())
