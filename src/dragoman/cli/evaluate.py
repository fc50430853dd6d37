"""`dragoman evaluate`: the program measured on reports that you annotated yourself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.surroundings import complain, look_around

if TYPE_CHECKING:
    from dragoman.evaluation.gold import Gold
    from dragoman.evaluation.scoring import StoryScore
    from dragoman.model.report import Failure, Report
    from dragoman.settings import Settings

SOME_FAILED = 1
FAILED = 2


class Form(StrEnum):
    """What the scores are written as."""

    TEXT = "text"
    JSON = "json"


def evaluate(
    gold: Annotated[
        list[Path],
        typer.Argument(
            metavar="GOLD...", help="Gold files (JSON), one a story, or folders of them."
        ),
    ],
    texts: Annotated[
        Path | None,
        typer.Option(
            "--texts", metavar="DIR", help="Where the reports are, if not beside the gold."
        ),
    ] = None,
    form: Annotated[
        Form, typer.Option("--format", "-f", help="What to write.", case_sensitive=False)
    ] = Form.TEXT,
) -> None:
    """Read the reports of each story and count what of its gold is in the record.

    Leaves with 0, with 1 where some report could not be read, with 2 where the gold cannot
    be used.
    """
    from dragoman.cli.writing import write_out
    from dragoman.errors import DragomanError
    from dragoman.evaluation.table import draw_table, dump_scores

    settings = look_around()
    try:
        cases = [_gather(path, texts, settings) for path in _gold_files(gold)]
        scores = _measure(cases, live=settings.errors.live)
    except DragomanError as error:
        complain(f"dragoman: {error}")
        raise typer.Exit(FAILED) from error
    write_out(draw_table(scores) if form is Form.TEXT else dump_scores(scores))
    if any(case.failures for case in cases):
        raise typer.Exit(SOME_FAILED)


@dataclass(frozen=True, slots=True)
class _Case:
    """One story: its gold, its reports, and what could not be read of them."""

    gold: Gold
    reports: tuple[Report, ...]
    failures: tuple[Failure, ...]


def _gold_files(paths: Sequence[Path]) -> list[Path]:
    from dragoman.errors import EmptyInput

    files: list[Path] = []
    for path in paths:
        found = sorted(path.glob("*.json")) if path.is_dir() else [path]
        if not found:
            raise EmptyInput(str(path), "has no gold in it", advice="name a folder of .json files")
        files.extend(each for each in found if each not in files)
    return files


def _gather(path: Path, texts: Path | None, settings: Settings) -> _Case:
    """The gold and its reports, every quote found in its place before anything is read."""
    from dragoman.evaluation.gold import load_gold
    from dragoman.evaluation.spans import locate
    from dragoman.model.report import Report
    from dragoman.sources import read_sources

    gold = load_gold(path)
    found = list(read_sources(_sources(path, gold, texts), limits=settings.limits))
    failures = tuple(item for item in found if not isinstance(item, Report))
    for failure in failures:
        complain(f"dragoman: {failure.name}: {failure.what}; {failure.advice}")
    reports = tuple(item for item in found if isinstance(item, Report))
    locate(gold.quotes(), {report.name: report.text for report in reports}, source=gold.source)
    return _Case(gold, reports, failures)


def _sources(path: Path, gold: Gold, texts: Path | None) -> list[str]:
    """A folder or JSON Lines file of the story's name; else the very files that the gold names."""
    from dragoman.errors import MissingInput

    if texts is not None and not texts.is_dir():
        raise MissingInput(str(texts), "is no folder", advice="name the folder of the reports")
    beside, story = path.parent, gold.name
    around = [beside, beside.parent / "reports", beside.parent / "texts"]
    for place in [texts] if texts is not None else around:
        for whole in (place / f"{story}.jsonl", place / story):
            if whole.exists():
                return [str(whole)]
    return [str((texts or beside) / name) for name in gold.files()]


def _measure(cases: Sequence[_Case], *, live: bool) -> list[StoryScore]:
    from dragoman.evaluation.scoring import score_story
    from dragoman.pipeline import read_reports

    scores = []
    with _progress(live=live) as tell:
        for number, case in enumerate(cases, 1):
            tell(f"{case.gold.name} ({number} of {len(cases)})")
            record = read_reports(case.reports, failures=case.failures)
            scores.append(score_story(case.gold, record))
    return scores


@contextmanager
def _progress(*, live: bool) -> Iterator[Callable[[str], None]]:
    """Says on standard error which story is being read, only where somebody watches."""
    if not live:
        yield lambda _: None
        return
    from rich.console import Console

    with Console(stderr=True).status("reading") as status:
        yield lambda story: status.update(f"reading {story}")
