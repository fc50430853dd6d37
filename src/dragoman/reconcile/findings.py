"""Findings: what the reports show together. One line for each kind of finding, in this order."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.model.finding import Finding
from dragoman.reconcile.agreements import find_agreements
from dragoman.reconcile.backing import backed
from dragoman.reconcile.case import Case
from dragoman.reconcile.coverage import find_coverage_conflicts
from dragoman.reconcile.details import find_detail_conflicts
from dragoman.reconcile.disputes import find_disputes
from dragoman.reconcile.figure_conflicts import find_figure_conflicts
from dragoman.reconcile.office_conflicts import find_office_conflicts
from dragoman.reconcile.omissions import find_omissions
from dragoman.reconcile.shared import find_shared
from dragoman.reconcile.tallies import find_tally_conflicts
from dragoman.reconcile.time_conflicts import find_time_conflicts
from dragoman.reconcile.updates import find_updates
from dragoman.reconcile.vote_counts import find_vote_count_conflicts

FINDERS: tuple[Callable[[Case], list[Finding]], ...] = (
    find_agreements,
    find_shared,
    find_figure_conflicts,
    find_tally_conflicts,
    find_vote_count_conflicts,
    find_time_conflicts,
    find_detail_conflicts,
    find_coverage_conflicts,
    find_disputes,
    find_office_conflicts,
    find_updates,
    find_omissions,
)
_ORDER = ("conflict", "updated", "corroborated", "repeated", "single_source", "left_out")


def find(case: Case) -> tuple[Finding, ...]:
    """Everything the finders see in a case, conflicts first, each once."""
    every = {f.id: backed(case, f) for finder in FINDERS for f in finder(case)}
    return tuple(sorted(every.values(), key=lambda f: (_ORDER.index(f.kind), f.about, f.id)))
