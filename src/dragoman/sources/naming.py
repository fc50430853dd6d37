"""Naming: what each report is called: its file's name, and more of its path only where needed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import PurePath

from dragoman.errors import MalformedInput
from dragoman.model.report import Failure, Report, report_id
from dragoman.sources.failure import failure_of
from dragoman.sources.paths import STDIN, STDIN_NAME, printable


class Namer:
    """Gives every input the shortest name that no other has, and every report a name once."""

    def __init__(self, paths: Sequence[str]) -> None:
        self._names = _shortest(paths)
        self._given: set[str] = set()

    def name(self, path: str) -> str:
        """The name of an input."""
        return self._names[path]

    def distinct(
        self, found: Iterator[Report | Failure], source: str
    ) -> Iterator[Report | Failure]:
        """Reports renamed `file:id` where another input has a report of that id already."""
        for each in found:
            if isinstance(each, Failure):
                yield each
                continue
            name = each.name
            if name in self._given:
                name = f"{source}:{name}"
            if name in self._given:
                error = MalformedInput(
                    source,
                    f"has a second report named {each.name!r}",
                    advice="give each report a name of its own; the first was read",
                )
                yield failure_of(error)
                continue
            self._given.add(name)
            same = name == each.name
            yield each if same else replace(each, id=report_id(name, each.text), name=name)


def _shortest(paths: Sequence[str]) -> dict[str, str]:
    names: dict[str, str] = {}
    waiting, length = list(dict.fromkeys(paths)), 1
    while waiting:
        tails = {path: _tail(path, length) for path in waiting}
        times = Counter(tails.values())
        taken = set(names.values())
        again = []
        for path in waiting:
            whole = length >= len(PurePath(path).parts)
            if (times[tails[path]] == 1 and tails[path] not in taken) or whole:
                names[path] = tails[path]
            else:
                again.append(path)
        waiting, length = again, length + 1
    return names


def _tail(path: str, length: int) -> str:
    if path == STDIN:
        return STDIN_NAME
    parts = PurePath(path).parts[-length:]
    return printable("/".join(parts).replace("//", "/"))
