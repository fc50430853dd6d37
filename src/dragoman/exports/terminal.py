"""A page of text for a terminal: headings, tables and quotes at a given width, drawn into a string.

Nothing of the environment is looked at, so the same record gives the same bytes anywhere;
report text goes in as plain `Text`, never as markup.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass, field

from rich.console import Console
from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text

from dragoman.exports.wording import shown

LEAST_WIDTH = 40
_STYLES = {
    "title": "bold",
    "heading": "bold",
    "quiet": "dim",
    "quote": "italic",
    "conflict": "bold red",
    "updated": "yellow",
    "corroborated": "green",
    "left_out": "magenta",
    "planned": "cyan",
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: its heading, how its text stands, and whether it may give way."""

    heading: str
    right: bool = False
    fixed: bool = False
    ratio: int | None = None


@dataclass(slots=True)
class Page:
    """What is drawn so far. `text()` hands it out without trailing blanks."""

    width: int
    color: bool
    _console: Console = field(init=False)
    _out: io.StringIO = field(init=False)

    def __post_init__(self) -> None:
        self.width = max(self.width, LEAST_WIDTH)
        self._out = io.StringIO()
        self._console = Console(
            file=self._out,
            width=self.width,
            force_terminal=self.color,
            color_system="standard" if self.color else None,
            no_color=not self.color,
            highlight=False,
            markup=False,
            emoji=False,
            soft_wrap=False,
            legacy_windows=False,
            _environ={},
        )

    def heading(self, words: str, note: str = "") -> None:
        """A section's heading with a rule under it."""
        line = styled(words, "heading")
        if note:
            line.append(f"  {note}", style=_STYLES["quiet"])
        self._console.print()
        self._console.print(line)
        self._console.print(styled("─" * self.width, "quiet"))

    def line(self, *parts: Text | str, indent: int = 0) -> None:
        """A line, wrapped where it is too long."""
        whole = Text()
        for part in parts:
            whole.append(_plain(part))
        self._console.print(Padding(whole, (0, 0, 0, indent)))

    def gap(self) -> None:
        """An empty line."""
        self._console.print()

    def table(
        self,
        columns: Iterable[Column],
        rows: Iterable[tuple[Text | str, ...]],
        *,
        indent: int = 0,
    ) -> None:
        """Rows under headings; without any heading, no heading line."""
        kept = tuple(columns)
        titled = any(column.heading for column in kept)
        drawn = Table(
            box=None,
            show_header=titled,
            show_edge=False,
            pad_edge=False,
            padding=(0, 2, 0, 0),
            expand=True,
            header_style=Style.parse(_STYLES["quiet"]),
        )
        for column in kept:
            drawn.add_column(
                column.heading,
                justify="right" if column.right else "left",
                no_wrap=column.fixed,
                ratio=column.ratio,
                overflow="fold",
            )
        for row in rows:
            drawn.add_row(*(_plain(cell) for cell in row))
        self._console.print(Padding(drawn, (0, 0, 0, indent)))

    def text(self) -> str:
        """All that was drawn, lines without blanks at their ends."""
        lines = (line.rstrip() for line in self._out.getvalue().split("\n"))
        return "\n".join(lines).strip("\n") + "\n"


def styled(words: str, style: str) -> Text:
    """Words in one of the page's styles; an unknown style is plain."""
    return Text(shown(words), style=_STYLES.get(style, ""))


def stacked(*lines: Text | str) -> Text:
    """Several lines in one cell; empty ones are left out."""
    kept = [_plain(line) for line in lines if line]
    return Text("\n").join(kept)


def _plain(words: Text | str) -> Text:
    return words if isinstance(words, Text) else Text(shown(words))
