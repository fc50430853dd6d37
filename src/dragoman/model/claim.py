"""Claims: what one report says, with its words. Immutable; never edited, only judged.

Every kind ends with the same four fields: `mentions` (the clause that says it, never
empty), `inferred` (fields the text does not state outright, each with why), `reasons`
(the steps that made it) and comes with a content-hash `id` and the `report` it is from.
Dates are ISO, as precise as known: `2022`, `2022-07`, `2022-07-05`; periods `start/end`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dragoman.model.actor import Entity, Inference, Party, Place, Reason
from dragoman.model.text import Mention, Sentence

Status = Literal["occurred", "ongoing", "planned", "possible", "did_not_occur"]
Quotation = Literal["direct", "indirect", "mixed"]
Qualifier = Literal["exact", "about", "more_than", "less_than"]
Choice = Literal["yes", "no", "abstain", "absent"]


@dataclass(frozen=True, slots=True)
class Size:
    """How many: `what` is `dead`, `injured` or `crowd`."""

    what: str
    value: float


@dataclass(frozen=True, slots=True)
class EventClaim:
    """An event as one clause tells it. `type` and `mode` are PLOVER's; `cue` the word it hangs on."""

    id: str
    report: str
    type: str
    mode: str | None
    cue: str
    status: Status
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    mentions: tuple[Mention, ...]
    contexts: tuple[str, ...] = ()
    start: str | None = None
    end: str | None = None
    place: Place | None = None
    topics: tuple[str, ...] = ()
    according_to: Party | None = None
    sizes: tuple[Size, ...] = ()
    inferred: tuple[Inference, ...] = ()
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class StatementClaim:
    """Someone is reported to have said something. `content` is verbatim from the report."""

    id: str
    report: str
    speaker: Party
    cue: str
    quotation: Quotation
    content: str
    mentions: tuple[Mention, ...]
    addressee: Party | None = None
    date: str | None = None
    inferred: tuple[Inference, ...] = ()
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureClaim:
    """A quantity: `measure` says in words what is measured, `about` of whom or of what.

    `unit` is an ISO 4217 code, `percent`, `people`, or an SI or plain unit;
    `change` is None, `increase` or `decrease`; `status` `actual` or `projected`.
    """

    id: str
    report: str
    measure: str
    value: float
    unit: str
    mentions: tuple[Mention, ...]
    qualifier: Qualifier = "exact"
    about: tuple[Party, ...] = ()
    commodity: str | None = None
    change: Literal["increase", "decrease"] | None = None
    period: str | None = None
    status: Literal["actual", "projected"] = "actual"
    inferred: tuple[Inference, ...] = ()
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class OfficeClaim:
    """A person holds an office. `of` is an alpha-3 code or an organization's name."""

    id: str
    report: str
    person: Party
    office: str
    of: str | None
    mentions: tuple[Mention, ...]
    as_of: str | None = None
    inferred: tuple[Inference, ...] = ()
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class VoteClaim:
    """How a voter voted in a body; `tally` is (yes, no, abstain), None where not given."""

    id: str
    report: str
    body: str
    subject: str
    voter: Party
    choice: Choice
    mentions: tuple[Mention, ...]
    date: str | None = None
    tally: tuple[int, int, int] | None = None
    inferred: tuple[Inference, ...] = ()
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class ProjectClaim:
    """Something built, founded or run together (pipeline, refinery, free zone, joint commission)."""

    id: str
    report: str
    name: str
    kind: str
    parties: tuple[Party, ...]
    status: str
    mentions: tuple[Mention, ...]
    financing: str | None = None
    inferred: tuple[Inference, ...] = ()
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class RelationClaim:
    """A standing relation: `kind` borders, friendly, tense, dependent_on, ally, member_of, neutral, …

    `between` begins with the one of whom it is said.
    """

    id: str
    report: str
    kind: str
    between: tuple[Party, ...]
    mentions: tuple[Mention, ...]
    inferred: tuple[Inference, ...] = ()
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class CoverageClaim:
    """What a report says about others' reports ("media of both countries did not specify …").

    `media_of` are those whose media it speaks of; `told` is False where they left it out.
    """

    id: str
    report: str
    media_of: tuple[Party, ...]
    subject: str
    told: bool
    mentions: tuple[Mention, ...]
    inferred: tuple[Inference, ...] = ()
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class PrecedentClaim:
    """ "First … since 2016": `ordinal` is the word, `since` an ISO date or None, `what` the clause."""

    id: str
    report: str
    what: str
    ordinal: str
    since: str | None
    mentions: tuple[Mention, ...]
    inferred: tuple[Inference, ...] = ()
    reasons: tuple[Reason, ...] = ()


Claim = (
    EventClaim
    | StatementClaim
    | FigureClaim
    | OfficeClaim
    | VoteClaim
    | ProjectClaim
    | RelationClaim
    | CoverageClaim
    | PrecedentClaim
)


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one report says: its entities and its claims, each kind in text order.

    `credits` are the agencies and outlets it names as its source; `dateline` where and
    when it says it was written.
    """

    report: str
    entities: tuple[Entity, ...] = ()
    events: tuple[EventClaim, ...] = ()
    statements: tuple[StatementClaim, ...] = ()
    figures: tuple[FigureClaim, ...] = ()
    offices: tuple[OfficeClaim, ...] = ()
    votes: tuple[VoteClaim, ...] = ()
    projects: tuple[ProjectClaim, ...] = ()
    relations: tuple[RelationClaim, ...] = ()
    coverage: tuple[CoverageClaim, ...] = ()
    precedents: tuple[PrecedentClaim, ...] = ()
    credits: tuple[str, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    published: str | None = None
