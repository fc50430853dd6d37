"""The command line: one file a command, this one the door that all come through.

Nothing heavy is imported here, so that `--help` answers at once.
"""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman import __version__
from dragoman.cli.evaluate import evaluate
from dragoman.cli.explain import explain
from dragoman.cli.quiet import quietly
from dragoman.cli.read import read

app = typer.Typer(
    name="dragoman",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command(name="read")(quietly(read))
app.command(name="explain")(quietly(explain))
app.command(name="evaluate")(quietly(evaluate))


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"dragoman {__version__}")
        raise typer.Exit


@app.callback(help="News reports of international relations in, one sourced record out.")
def dragoman(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    """Options of the program as a whole."""


def main() -> None:
    """Run the command line and leave with its exit code."""
    app()
