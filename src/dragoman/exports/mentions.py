"""Every place in the reports that a part of the record points at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dragoman.model.text import Mention


def mentions_in(value: Any) -> Iterator[Mention]:
    """Every mention anywhere inside a noun, in order."""
    if isinstance(value, Mention):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from mentions_in(part)
    elif hasattr(value, "__dataclass_fields__"):
        for field in value.__dataclass_fields__:
            yield from mentions_in(getattr(value, field))
