"""Wordings: what a thing of the record is called in a finding."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Any

from dragoman.knowledge.states import state_name
from dragoman.knowledge.wording import stem
from dragoman.model.actor import Actor, Party
from dragoman.model.finding import Event, Figure, OfficeHeld, Project, Relation, Statement, Vote

_SIGNED = re.compile(
    r"\b(?:sign(?:s|ed|ing)?|ratif\w+|initial(?:s|l?ed)|conclu\w+)\b", re.IGNORECASE
)
_SIGN = ("sign an agreement with", "sign an agreement")
_VISIT = ("visit", "travel")
_GROUP_HEAD = re.compile(r"^(?:(?!\s(?:of|in|from|at|for)\s).)+")
_VOTES = {"yes": "votes for", "no": "votes against", "abstain": "abstains on", "absent": "misses"}
# Words of saying that take an object; all others are told with a colon.
_TAKES_OBJECT = frozenset(
    stem(w)
    for w in (
        "accuse condemn criticize criticised reject deny denied dismiss order express urge welcome praise thank blame "
        "denounce deplore refute voice convey pledge promise demand invite support back oppose regret"
    ).split()
)
_LONG = 90  # characters of what was said


def name_event(event: Event, actors: Mapping[str, Actor]) -> str:
    """An event in a line: who, what, whom, when."""
    met = names(event.recipients)
    toward, alone = _verb(event, actors)
    doing = names(event.actors) or "somebody"
    verb = toward if met else alone
    if len(event.actors) < 2 and not _is_plural(event.actors, actors):
        verb = third_person(verb)
    when = f", {event.start}" if event.start else ""
    return " ".join(f"{doing} {verb} {met}".split()) + when


def _verb(event: Event, actors: Mapping[str, Actor]) -> tuple[str, str]:
    """What is done toward somebody, and what toward nobody named, without the s."""
    kinds = {a.kind for p in event.recipients if (a := actors.get(p.entity))}
    if event.type == "CONSULT" and event.mode != "phone" and kinds and kinds <= {"state", "place"}:
        return _VISIT
    if event.type == "SUPPORT" and any(_SIGNED.search(m.quote) for m in event.mentions):
        return _SIGN
    if event.type == "SUPPORT" and len(event.actors) > 1:
        return "support", "support each other"
    table = _table()["events"]
    other = event.type.lower()
    toward, alone = table.get(f"{event.type}/{event.mode}") or table.get(event.type, (other, other))
    return toward, alone


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    return tomllib.loads((files("dragoman.reconcile") / "verbs.toml").read_text("utf-8"))


def third_person(phrase: str) -> str:
    """A verb phrase as one does it.

    >>> third_person("say no to"), third_person("go on strike"), third_person("deny")
    ('says no to', 'goes on strike', 'denies')
    """
    verb, _, rest = phrase.partition(" ")
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        verb = verb[:-1] + "ies"
    else:
        verb += "es" if verb.endswith(("s", "sh", "ch", "x", "o")) else "s"
    return f"{verb} {rest}".strip()


def _is_plural(parties: Sequence[Party], actors: Mapping[str, Actor]) -> bool:
    """Whether a lone party is many people by its name (`lawmakers`, `envoys of Peru`)."""
    for party in parties:
        known, head = actors.get(party.entity), _GROUP_HEAD.match(party.name)
        if known is None or known.kind != "group" or head is None:
            return False
        return head.group().endswith("s")
    return False


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
    """A figure by what is measured: `22 prisoners`, `credit line: 300 million USD`."""
    value = name_value(figure.value, figure.unit, figure.qualifier)
    if is_count(figure.measure, figure.unit):
        return f"{name_value(figure.value, '', figure.qualifier)} {figure.measure}"
    return f"{figure.measure}: {value}" if figure.measure else value


def is_count(measure: str, unit: str) -> bool:
    """Whether the measure names the very things that are counted (`22 prisoners`)."""
    counted = {stem(w) for w in unit.split()} <= {stem(w) for w in measure.split()}
    return bool(measure) and (unit == "people" or (bool(unit) and counted))


def name_office(office: OfficeHeld) -> str:
    """An office by its holder."""
    of = f" of {state_name(office.of)}" if office.of else ""
    return f"{office.person.name}, {office.office}{of}"


def name_vote(vote: Vote) -> str:
    """A vote by voter and subject."""
    return f"{vote.voter.name} {_VOTES[vote.choice]} {vote.subject}"


def name_project(project: Project) -> str:
    """A project by its name."""
    return project.name or project.kind


def name_relation(relation: Relation) -> str:
    """A relation by its parties, the first of them the one it is said of."""
    first, others = relation.between[:1], relation.between[1:]
    verb = _table()["relations"].get(relation.kind)
    if verb is None:
        return f"{names(relation.between)}: {relation.kind.replace('_', ' ')}"
    if not others:
        verb = re.sub(r" (?:of|with|towards|on|by|to)$", "", verb)
    return f"{names(first)} {verb} {names(others)}".strip()


def name_statement(statement: Statement) -> str:
    """A statement by its speaker and opening words."""
    content = " ".join(statement.content.split())
    short = content if len(content) <= _LONG else content[: _LONG - 1].rsplit(" ", 1)[0] + "…"
    if statement.quotation != "direct" and stem(statement.cue) in _TAKES_OBJECT:
        return f"{statement.speaker.name} {statement.cue} {short}"
    return f"{statement.speaker.name}: {short}"
