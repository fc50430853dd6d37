"""Input: one thing to read from, open, with its first bytes looked at and its name."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from dragoman.errors import TooLargeInput
from dragoman.model.report import Failure, Report
from dragoman.sources.limits import Limits

HEAD = 4096


@dataclass(frozen=True, slots=True)
class Input:
    """An open file or stream. `name` is how reports and failures call it."""

    name: str
    suffix: str
    stream: io.BufferedReader

    def head(self) -> bytes:
        """Its first bytes, still to be read."""
        return self.stream.peek(HEAD)[:HEAD]

    def read(self, limit: int) -> bytes:
        """All its bytes. Raises TooLargeInput beyond `limit`, having read no more."""
        data = self.stream.read(limit + 1)
        if len(data) > limit:
            raise TooLargeInput(
                self.name,
                f"is larger than the {size_in_words(limit)} one report may hold",
                advice="split it into one file a report, or hand it in as JSON Lines",
            )
        return data


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of input: how it is recognized, and the function that reads it."""

    name: str
    suffixes: tuple[str, ...]
    recognizes: Callable[[bytes], bool]
    read: Callable[[Input, Limits], Iterator[Report | Failure]]


def open_input(name: str, suffix: str, raw: BinaryIO) -> Input:
    """Wrap an open binary stream so that its first bytes can be looked at."""
    if isinstance(raw, io.BufferedReader):
        return Input(name, suffix, raw)
    return Input(name, suffix, io.BufferedReader(_Raw(raw)))


class _Raw(io.RawIOBase):
    """Any readable stream as a raw one, left open when we are done with it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def size_in_words(size: int) -> str:
    """A size as a person says it.

    >>> size_in_words(2_000_000)
    '2 MB'
    """
    if size >= 1_000_000:
        return f"{size / 1_000_000:g} MB"
    return f"{size / 1_000:g} kB" if size >= 1_000 else f"{size} bytes"
