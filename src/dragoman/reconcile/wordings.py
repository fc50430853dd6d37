"""Wordings: what a thing of the record is called in a finding."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dragoman.model.actor import Actor, Party
from dragoman.model.finding import Event, Figure, OfficeHeld, Project, Relation, Statement, Vote

_VERBS = {
    "AGREE": "agrees with",
    "CONSULT": "meets",
    "SUPPORT": "supports",
    "CONCEDE": "concedes to",
    "COOPERATE": "cooperates with",
    "AID": "aids",
    "RETREAT": "gives way to",
    "REQUEST": "asks",
    "ACCUSE": "accuses",
    "REJECT": "rejects",
    "THREATEN": "threatens",
    "PROTEST": "protests against",
    "SANCTION": "sanctions",
    "MOBILIZE": "mobilizes against",
    "COERCE": "coerces",
    "ASSAULT": "attacks",
}


def name_event(event: Event, actors: Mapping[str, Actor]) -> str:
    """An event in a line: who, what, whom, when."""
    kinds = {a.kind for p in event.recipients if (a := actors.get(p.entity))}
    verb = _VERBS.get(event.type, event.type.lower())
    doing, met = names(event.actors) or "somebody", names(event.recipients)
    if event.type == "CONSULT" and event.mode == "phone":
        verb = "calls"
    elif event.type == "CONSULT" and kinds and kinds <= {"state", "place"}:
        verb = "visits"
    line = f"{doing} {verb} {met}" if met else f"{doing}: {event.type.lower()}"
    when = f", {event.start}" if event.start else ""
    return f"{line}{when}".strip()


def names(parties: Sequence[Party]) -> str:
    """Parties as a list in words."""
    each = [p.name for p in parties]
    return " and ".join((", ".join(each[:-1]), each[-1])) if len(each) > 1 else "".join(each)


def name_value(figure_value: float, unit: str, qualifier: str = "exact") -> str:
    """A value with its unit and how exact it is.

    >>> name_value(2_500_000_000, "USD", "more_than")
    'more than 2.5 billion USD'
    """
    size, word = figure_value, ""
    for limit, name in ((1e12, " trillion"), (1e9, " billion"), (1e6, " million")):
        if abs(figure_value) >= limit:
            size, word = figure_value / limit, name
            break
    prefix = "" if qualifier == "exact" else qualifier.replace("_", " ") + " "
    return f"{prefix}{size:,.10g}{word} {unit}".strip()


def name_figure(figure: Figure) -> str:
    """A figure by what is measured."""
    return f"{figure.measure} ({name_value(figure.value, figure.unit, figure.qualifier)})"


def name_office(office: OfficeHeld) -> str:
    """An office by its holder."""
    return f"{office.person.name}, {office.office}" + (f" of {office.of}" if office.of else "")


def name_vote(vote: Vote) -> str:
    """A vote by voter and subject."""
    return f"{vote.voter.name} votes {vote.choice} on {vote.subject}"


def name_project(project: Project) -> str:
    """A project by its name."""
    return project.name or project.kind


def name_relation(relation: Relation) -> str:
    """A relation by its parties."""
    return f"{names(relation.between)}: {relation.kind.replace('_', ' ')}"


def name_statement(statement: Statement) -> str:
    """A statement by its speaker and opening words."""
    content = " ".join(statement.content.split())
    short = content if len(content) <= 90 else content[:89].rsplit(" ", 1)[0] + "…"
    return f"{statement.speaker.name}: {short}"
