"""Record: everything the program hands out about the reports read together."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.actor import Actor
from dragoman.model.claim import CoverageClaim, PrecedentClaim
from dragoman.model.finding import (
    Event,
    Figure,
    Finding,
    OfficeHeld,
    Project,
    Relation,
    ReportEntry,
    Statement,
    Stop,
    Story,
    Vote,
)
from dragoman.model.judgement import Judgement
from dragoman.model.report import Failure

SCHEMA = "record/1"


@dataclass(frozen=True, slots=True)
class Record:
    """One sourced record of whatever reports were read together; each list in stable order."""

    schema: str = SCHEMA
    reports: tuple[ReportEntry, ...] = ()
    stories: tuple[Story, ...] = ()
    actors: tuple[Actor, ...] = ()
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    offices: tuple[OfficeHeld, ...] = ()
    votes: tuple[Vote, ...] = ()
    projects: tuple[Project, ...] = ()
    relations: tuple[Relation, ...] = ()
    itinerary: tuple[Stop, ...] = ()
    coverage: tuple[CoverageClaim, ...] = ()
    precedents: tuple[PrecedentClaim, ...] = ()
    findings: tuple[Finding, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    failures: tuple[Failure, ...] = ()
