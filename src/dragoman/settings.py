"""Settings: what the surroundings decide, looked up once at the door and handed down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.sources.limits import DEFAULT_LIMITS, Limits

WIDTH = 100
NARROWEST = 40


@dataclass(frozen=True, slots=True)
class Terminal:
    """What an output stream can show: columns, colour, and whether a person watches it."""

    width: int
    color: bool
    live: bool


@dataclass(frozen=True, slots=True)
class Settings:
    """All that is not the reports themselves."""

    output: Terminal
    errors: Terminal
    limits: Limits = DEFAULT_LIMITS


def settings_from(
    environment: Mapping[str, str], *, columns: int, output_live: bool, errors_live: bool
) -> Settings:
    """Build the settings from the environment and the two output streams.

    NO_COLOR (set to anything) turns colour off; a pipe gets none. COLUMNS is honoured.
    """
    plain = bool(environment.get("NO_COLOR")) or environment.get("TERM") == "dumb"
    asked = environment.get("COLUMNS", "")
    width = int(asked) if asked.isdigit() else columns if output_live else WIDTH
    width = max(width, NARROWEST)
    return Settings(
        output=Terminal(width, output_live and not plain, output_live),
        errors=Terminal(width, errors_live and not plain, errors_live),
    )
