"""Field: one place in a gold file, which knows its own path and says so when it is not as it should be."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

_SHOWN = 40
_HALF = re.compile("[\ud800-\udfff]")  # JSON can write these, a file name or a report not


class GoldFault(Exception):
    """A gold file is not as it should be; says where and what was expected."""


@dataclass(frozen=True, slots=True)
class Field:
    """A JSON object at a place (`events[3]`) of a gold file; empty where it is the whole file."""

    data: object
    where: str

    def items(self, key: str) -> tuple[Field, ...]:
        """The objects of a list; none where the key is left out."""
        found = self._get(key)
        if found is None:
            return ()
        if not isinstance(found, list):
            raise GoldFault(f"{self._at(key)} should be a list, not {_shown(found)}")
        return tuple(Field(each, f"{self._at(key)}[{i}]") for i, each in enumerate(found))

    def text(self, key: str) -> str:
        """Text that must be there and not be empty."""
        found = self._get(key)
        if not isinstance(found, str) or not found.strip():
            raise GoldFault(f"{self._at(key)} should be text, not {_shown(found)}")
        if _HALF.search(found):
            raise GoldFault(f"{self._at(key)} holds half a character: {_shown(found)}")
        return found

    def text_or_none(self, key: str) -> str | None:
        """Text, or None where the key is null or left out."""
        return None if self._get(key) is None else self.text(key)

    def label(self, key: str) -> str:
        """The item's own name where it has one, else its place in the file."""
        return self.text_or_none(key) or self.where

    def one_of(self, key: str, choices: Iterable[str]) -> str:
        """Text out of a few."""
        found, allowed = self._get(key), tuple(choices)
        if found not in allowed:
            expected = ", ".join(allowed)
            raise GoldFault(f"{self._at(key)} should be one of {expected}, not {_shown(found)}")
        return str(found)

    def number(self, key: str) -> float:
        """A finite number."""
        found = self._get(key)
        if isinstance(found, bool) or not isinstance(found, int | float):
            raise GoldFault(f"{self._at(key)} should be a number, not {_shown(found)}")
        try:
            value = float(found)
        except OverflowError:
            value = math.inf
        if not math.isfinite(value):
            raise GoldFault(f"{self._at(key)} should be a finite number")
        return value

    def truth(self, key: str) -> bool:
        """True or false; false where the key is left out."""
        found = self._get(key)
        if found is not None and not isinstance(found, bool):
            raise GoldFault(f"{self._at(key)} should be true or false, not {_shown(found)}")
        return bool(found)

    def _get(self, key: str) -> Any:
        if not isinstance(self.data, dict):
            name = self.where or "the file"
            raise GoldFault(f"{name} should hold an object, not {_shown(self.data)}")
        return self.data.get(key)

    def _at(self, key: str) -> str:
        return f"{self.where}.{key}" if self.where else key


def _shown(value: object) -> str:
    """A value as an error shows it, on one line."""
    if value is None:
        return "nothing"
    if isinstance(value, dict | list):
        return "an object" if isinstance(value, dict) else "a list"
    written = repr(value)
    return written if len(written) <= _SHOWN else written[:_SHOWN] + "…"
