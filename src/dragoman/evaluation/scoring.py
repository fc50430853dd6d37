"""Scoring: what of a reader's gold a record holds, counted for one story and added up for several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.evaluation.gold import Gold
from dragoman.evaluation.matching import (
    Words,
    match_conflicts,
    match_events,
    match_figures,
    match_offices,
    match_statements,
)
from dragoman.evaluation.tallies import Missed, Tally
from dragoman.model.record import Record


@dataclass(frozen=True, slots=True)
class StoryScore:
    """One story's counts, always the same in number and order, and what was missed."""

    story: str
    reports: int
    tallies: tuple[Tally, ...]
    missed: tuple[Missed, ...]


def score_story(gold: Gold, record: Record) -> StoryScore:
    """Hold a record of one story's reports against its gold.

    Raises `MalformedInput` where a quote of the gold is not in the reports of the record.
    """
    words = Words(
        gold.source,
        {report.name: report.text for report in record.reports},
        {report.id: report.name for report in record.reports},
    )
    parts = (
        match_events(gold.events, record.events, words),
        match_figures(gold.figures, record.figures, words),
        match_statements(gold.statements, record.statements, words),
        match_offices(gold.offices, record.offices),
        match_conflicts(gold.conflicts, record.findings, words),
    )
    return StoryScore(
        gold.name,
        len(record.reports),
        tuple(tally for part in parts for tally in part.tallies),
        tuple(missed for part in parts for missed in part.missed),
    )


def total(scores: Sequence[StoryScore]) -> tuple[Tally, ...]:
    """The counts of several stories added up."""
    rows = zip(*(score.tallies for score in scores), strict=True)
    return tuple(
        Tally(
            row[0].name,
            row[0].measure,
            sum(tally.hits for tally in row),
            sum(tally.gold for tally in row),
            sum(tally.found for tally in row),
        )
        for row in rows
    )
