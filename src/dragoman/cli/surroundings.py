"""Surroundings: the settings as this process's own streams and environment give them."""

from __future__ import annotations

import os
import shutil
import sys
from enum import StrEnum
from functools import lru_cache

from dragoman.exports import FORMATS
from dragoman.settings import Settings, settings_from

Format = StrEnum("Format", {export.name: export.name for export in FORMATS})  # type: ignore[misc]


@lru_cache(maxsize=1)
def look_around() -> Settings:
    """The settings of this process."""
    return settings_from(
        os.environ,
        columns=shutil.get_terminal_size().columns,
        output_live=sys.stdout.isatty(),
        errors_live=sys.stderr.isatty(),
    )


def complain(line: str) -> None:
    """Print one line to standard error."""
    print(line, file=sys.stderr)  # noqa: T201 - a door may print
