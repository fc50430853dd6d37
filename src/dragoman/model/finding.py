"""Computed from claims and judgements: events, stories, findings. Never stored as truth."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dragoman.model.actor import Inference, Party, Place, Reason
from dragoman.model.claim import (
    Choice,
    Qualifier,
    Quotation,
    Size,
    Status,
)
from dragoman.model.text import Mention

FindingKind = Literal[
    "corroborated", "repeated", "single_source", "conflict", "updated", "left_out"
]


@dataclass(frozen=True, slots=True)
class Event:
    """One event as all reports together tell it; `claims` are the ids of what it is made from."""

    id: str
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    start: str | None
    end: str | None
    place: Place | None
    status: Status
    topics: tuple[str, ...]
    according_to: tuple[str, ...]
    sizes: tuple[Size, ...]
    mentions: tuple[Mention, ...]
    claims: tuple[str, ...]
    inferred: tuple[Inference, ...] = ()
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """One saying, with every report's words for it."""

    id: str
    speaker: Party
    cue: str
    quotation: Quotation
    content: str
    addressee: Party | None
    date: str | None
    mentions: tuple[Mention, ...]
    claims: tuple[str, ...]
    inferred: tuple[Inference, ...] = ()
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """One quantity, with every report's words for it."""

    id: str
    measure: str
    about: tuple[Party, ...]
    commodity: str | None
    value: float
    unit: str
    qualifier: Qualifier
    change: Literal["increase", "decrease"] | None
    period: str | None
    status: Literal["actual", "projected"]
    mentions: tuple[Mention, ...]
    claims: tuple[str, ...]
    inferred: tuple[Inference, ...] = ()
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class OfficeHeld:
    """A person holds an office, with every report's words for it."""

    id: str
    person: Party
    office: str
    of: str | None
    as_of: str | None
    mentions: tuple[Mention, ...]
    claims: tuple[str, ...]
    inferred: tuple[Inference, ...] = ()
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Vote:
    """One vote cast, with every report's words for it."""

    id: str
    body: str
    subject: str
    date: str | None
    voter: Party
    choice: Choice
    tally: tuple[int, int, int] | None
    mentions: tuple[Mention, ...]
    claims: tuple[str, ...]
    inferred: tuple[Inference, ...] = ()
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Project:
    """One project, with every report's words for it."""

    id: str
    name: str
    kind: str
    parties: tuple[Party, ...]
    financing: str | None
    status: str
    mentions: tuple[Mention, ...]
    claims: tuple[str, ...]
    inferred: tuple[Inference, ...] = ()
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """One standing relation, with every report's words for it."""

    id: str
    kind: str
    between: tuple[Party, ...]
    mentions: tuple[Mention, ...]
    claims: tuple[str, ...]
    inferred: tuple[Inference, ...] = ()
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Stop:
    """One stop of a journey: who is where, when, and whether they were there yet."""

    id: str
    who: Party
    place: Place
    start: str | None
    end: str | None
    status: Status
    event: str
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """Reports that tell of the same happenings, days apart at most."""

    id: str
    title: str
    reports: tuple[str, ...]
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a finding: what is said, by how many outlets from how many origins."""

    value: str
    outlets: tuple[str, ...]
    origins: int
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """What the reports together show about one point (see RECORD for the kinds).

    `about` says in words what the point is; `subject` names the field in dispute for a
    conflict (figure, date, actor, status, place, detail, vote, office, coverage);
    `confidence` is 0 to 1.
    """

    id: str
    kind: FindingKind
    about: str
    claims: tuple[str, ...]
    sides: tuple[Side, ...]
    note: str
    subject: str | None = None
    confidence: float = 1.0
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportEntry:
    """A report as the record lists it, text included so that every quote can be checked."""

    id: str
    name: str
    outlet: str | None
    title: str | None
    published: str | None
    url: str | None
    language: str | None
    credits: tuple[str, ...]
    boilerplate: tuple[Mention, ...]
    story: str | None
    text: str
