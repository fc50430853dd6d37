"""`dragoman explain`: why an item of a record is in it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.surroundings import complain, look_around

FAILED = 2


def explain(
    record: Annotated[
        Path, typer.Argument(metavar="RECORD", help="A record written with --format json.")
    ],
    item: Annotated[
        str,
        typer.Argument(metavar="ITEM", help="The id of one of its items, or the beginning of one."),
    ],
) -> None:
    """Show the words, steps and reasons that an item of a record rests on."""
    from dragoman.cli.writing import write_out
    from dragoman.errors import DragomanError
    from dragoman.exports.explain import explain as account_for
    from dragoman.exports.json import load_record

    terminal = look_around().output
    try:
        found = load_record(record)
        account = account_for(found, item, width=terminal.width, color=terminal.color)
    except DragomanError as error:
        complain(f"dragoman: {error}")
        raise typer.Exit(FAILED) from error
    write_out(account)
