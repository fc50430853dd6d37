"""The whole line from reports to record. Read this first.

    report ──lay_out──▶ analysis ──read──▶ claims            (one report, nothing else)
    claims ──link──▶ actors ──group, trace──▶ stories, origins ──reconcile──▶ record

Reading needs one report and nothing else, so it runs anywhere, in any order. All that
follows works on claims and appends judgements; nothing it does changes what a report said.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dragoman.linking.actors import link
from dragoman.model.claim import Reading
from dragoman.model.record import Record
from dragoman.model.report import Failure, Report
from dragoman.reading.one_report import read_report
from dragoman.reconcile.record import reconcile
from dragoman.stories.genealogy import trace
from dragoman.stories.grouping import group
from dragoman.stories.origins import origins

Progress = Callable[[str], None]


def read_reports(
    reports: Sequence[Report],
    *,
    failures: Sequence[Failure] = (),
    on_progress: Progress | None = None,
) -> Record:
    """Read reports together into one record; the order they come in makes no difference.

    `on_progress` is called with each report's name once it is read. `failures` are the
    inputs that could not be opened; they are listed in the record, never dropped.
    """
    ordered = sorted(
        {report.id: report for report in reports}.values(), key=lambda r: (r.name, r.id)
    )
    readings = []
    for report in ordered:
        readings.append(read_report(report))
        if on_progress is not None:
            on_progress(report.name)
    readings = _reread_undated(ordered, readings)
    linked = link(readings)
    grouping = group(ordered, readings)
    lineage = origins(ordered, readings, trace(ordered, readings, grouping.story_of))
    return reconcile(ordered, readings, linked, grouping, lineage, tuple(sorted(failures)))


def _reread_undated(reports: Sequence[Report], readings: list[Reading]) -> list[Reading]:
    """Read a report that gives no day of its own again, with the one day its story mates agree on."""
    if all(reading.published for reading in readings):
        return readings
    story_of = group(reports, readings).story_of
    days: dict[str, set[str]] = {}
    for report, reading in zip(reports, readings, strict=True):
        if reading.published:
            days.setdefault(story_of[report.id], set()).add(reading.published)
    out = []
    for report, reading in zip(reports, readings, strict=True):
        known = days.get(story_of[report.id], set())
        if reading.published is None and known:
            reading = read_report(report, day_hint=max(known))
        out.append(reading)
    return out
