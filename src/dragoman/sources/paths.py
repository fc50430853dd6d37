"""Paths: from what was named on the command line to the files to open, each once, in order."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from dragoman.errors import EmptyInput, InputError, MissingInput
from dragoman.model.report import Failure
from dragoman.sources.failure import failure_of
from dragoman.sources.input import Input, open_input

STDIN = "-"
STDIN_NAME = "standard input"


@dataclass(frozen=True, slots=True)
class Found:
    """A file to open; `path` is `-` for standard input."""

    path: str


def find_inputs(paths: Sequence[str], *, stdin: bool) -> Iterator[Found | Failure]:
    """The files that paths name: folders searched through, hidden files and repeats left out."""
    seen: set[str] = set()
    for path in paths:
        try:
            for found in _named(path, stdin=stdin):
                if isinstance(found, Failure):
                    yield found
                    continue
                real = found if found == STDIN else os.path.realpath(found)
                if real not in seen:
                    seen.add(real)
                    yield Found(found)
        except InputError as error:
            yield failure_of(error)


@contextmanager
def open_found(found: Found, name: str, stdin: BinaryIO | None) -> Iterator[Input]:
    """Open a file, or standard input, which is left open afterwards."""
    if found.path == STDIN:
        if stdin is None:
            raise MissingInput(name, "is not open", advice="name a file, or pipe a report in")
        yield open_input(name, "", stdin)
        return
    try:
        stream = Path(found.path).open("rb")  # noqa: SIM115 - closed below
    except (OSError, ValueError) as error:
        raise _unreadable(name, error) from error
    with stream:
        try:
            yield open_input(name, Path(found.path).suffix.lower(), stream)
        except OSError as error:
            raise _unreadable(name, error) from error


def printable(path: str) -> str:
    """A path as text that any encoding can hold: odd bytes and control characters replaced."""
    text = os.fsencode(path).decode("utf-8", "replace")
    return "".join(c if c.isprintable() else "\ufffd" for c in text)


def _named(path: str, *, stdin: bool) -> Iterator[str | Failure]:
    if path == STDIN:
        if not stdin:
            raise MissingInput(STDIN_NAME, "is not open", advice="name a file instead")
        yield STDIN
        return
    name = printable(path) or "''"
    try:
        mode = Path(path).stat().st_mode if path else 0
    except (OSError, ValueError) as error:
        raise _unreadable(name, error) from error
    if not path:
        raise MissingInput(name, "names nothing", advice="name a file or a folder")
    if not stat.S_ISDIR(mode):
        yield path
        return
    inside = list(_walk(path))
    if not inside:
        raise EmptyInput(name, "is a folder without files", advice="name one that holds reports")
    yield from sorted(item for item in inside if isinstance(item, str))
    yield from sorted(item for item in inside if isinstance(item, Failure))


def _walk(folder: str) -> Iterator[str | Failure]:
    """All files under a folder; a folder met before (a loop of links) is not entered again."""
    entered: set[str] = set()
    waiting = [folder]
    while waiting:
        current = waiting.pop()
        real = os.path.realpath(current)
        if real in entered:
            continue
        entered.add(real)
        try:
            names = sorted(os.listdir(current))
        except OSError as error:
            yield failure_of(_unreadable(printable(current), error))
            continue
        for path in (os.path.join(current, name) for name in names if not name.startswith(".")):
            if os.path.isdir(path):
                waiting.append(path)
            elif os.path.isfile(path) or os.path.islink(path):
                yield path  # a link that leads nowhere fails to open, and is told


def _unreadable(name: str, error: Exception) -> MissingInput:
    if isinstance(error, FileNotFoundError):
        return MissingInput(name, "does not exist", advice="check its name")
    if isinstance(error, PermissionError):
        return MissingInput(name, "may not be read", advice="check its permissions")
    why = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return MissingInput(name, f"cannot be read ({why})", advice="check the file")
