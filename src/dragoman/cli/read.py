"""`dragoman read`: reports in, one record out."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.surroundings import Format, complain, look_around

if TYPE_CHECKING:
    from dragoman.model.record import Record
    from dragoman.model.report import Failure, Report
    from dragoman.pipeline import Progress
    from dragoman.settings import Settings

SOME_FAILED = 1
NOTHING_READ = 2


def read(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE...",
            help="Text, HTML or JSON Lines files, or folders of them; - for standard input.",
        ),
    ],
    form: Annotated[
        Format, typer.Option("--format", "-f", help="What to write.", case_sensitive=False)
    ] = Format(next(iter(Format))),  # noqa: B008 - an enum's member, never changed
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="FILE", help="Write to FILE, not standard output."),
    ] = None,
) -> None:
    """Read reports together and write one record of what they say, with their words.

    Leaves with 0 where every input was read, 1 where some were not (the rest is written all
    the same), 2 where nothing could be read or written.
    """
    settings = look_around()
    reports, failures = _gather(files, settings)
    for failure in failures:
        complain(f"dragoman: {failure.name}: {failure.what}; {failure.advice}")
    if not reports:
        raise typer.Exit(NOTHING_READ)
    record = _read_together(reports, failures, settings)
    _write(record, form, out, settings)
    if failures:
        raise typer.Exit(SOME_FAILED)


def _gather(files: Sequence[str], settings: Settings) -> tuple[list[Report], list[Failure]]:
    from dragoman.model.report import Report
    from dragoman.sources import read_sources

    reports: list[Report] = []
    failures: list[Failure] = []
    for item in read_sources(files, stdin=sys.stdin.buffer, limits=settings.limits):
        if isinstance(item, Report):
            reports.append(item)
        else:
            failures.append(item)
    return reports, failures


def _read_together(
    reports: Sequence[Report], failures: Sequence[Failure], settings: Settings
) -> Record:
    from dragoman.errors import DragomanError
    from dragoman.pipeline import read_reports

    with _progress(len(reports), live=settings.errors.live) as advance:
        try:
            return read_reports(reports, failures=failures, on_progress=advance)
        except DragomanError as error:
            complain(f"dragoman: {error}")
            raise typer.Exit(NOTHING_READ) from error


@contextmanager
def _progress(total: int, *, live: bool) -> Iterator[Progress | None]:
    """A bar on standard error while reports are read, only where somebody watches."""
    if not live:
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (
        TextColumn("reading"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[name]}"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=total, name="")
        yield lambda name: bar.update(task, advance=1, name=name)


def _write(record: Record, form: Format, out: Path | None, settings: Settings) -> None:
    from dragoman.cli.writing import write_file, write_out
    from dragoman.exports import format_named

    terminal = settings.output
    color = terminal.color and out is None
    text = format_named(form.value).render(record, width=terminal.width, color=color)
    if out is None:
        write_out(text)
        return
    try:
        write_file(out, text)
    except OSError as error:
        complain(f"dragoman: {out}: cannot be written ({error.strerror}); name another file")
        raise typer.Exit(NOTHING_READ) from error
