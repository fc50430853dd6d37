"""Offices: which person holds which office, as the report's titles say it."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.model.actor import Entity, Inference, Reason
from dragoman.model.claim import OfficeClaim
from dragoman.model.report import content_id
from dragoman.model.text import Mention
from dragoman.reading.analysis import Analysis, NameMention
from dragoman.reading.who.names import read_lines
from dragoman.reading.who.titlephrase import Title
from dragoman.reading.who.titles import find_titles

_USUAL = {
    "High Representative": "European Union",
    "Foreign Policy Chief": "European Union",
    "Secretary-General": "United Nations",
    "Under-Secretary-General": "United Nations",
    "Deputy Secretary-General": "United Nations",
}


@dataclass(slots=True)
class _Held:
    entity: Entity
    office: str
    of: str | None
    said: bool
    counterpart: bool
    mentions: dict[Mention, None] = field(default_factory=dict)  # in order, each once


def read_offices(analysis: Analysis) -> tuple[OfficeClaim, ...]:
    """One claim for each person and office of a report, with every place that says it.

    `resolve_actors` must have run. A title of the past is kept as such ("former Prime
    Minister"); the state is the title's own, or the person's where the title names none.
    """
    held: dict[tuple[str, str], _Held] = {}
    named: dict[int, list[NameMention]] = {}
    for name in analysis.names:
        if name.form in ("name", "description") and name.kind in ("person", "group"):
            named.setdefault(name.sentence, []).append(name)
    for line in read_lines(analysis):
        names = named.get(line.index, [])
        for title in find_titles(line) if names else ():
            for entity, mention in _holders(analysis, names, title):
                _hold(analysis, held, title, entity, mention)
    claims = [_claim(analysis, one) for one in held.values()]
    return tuple(sorted(claims, key=lambda c: (c.mentions[0].start, c.mentions[0].end, c.id)))


def _holders(
    analysis: Analysis, names: list[NameMention], title: Title
) -> list[tuple[Entity, Mention]]:
    """Who a title is given to, and the words that say so."""
    sentence = title.line.index
    covering = [name for name in names if name.start <= title.start and title.end <= name.end]
    if not covering:
        return []
    widest = max(covering, key=lambda n: (n.kind == "person", n.end - n.start))
    entity = analysis.entity(widest.entity)
    if any(reason.step == "unnamed" for reason in entity.reasons):
        return []
    if entity.kind == "group":
        return [
            (member, _member_mention(analysis, names, title, member))
            for member in map(analysis.entity, entity.members)
            if member.kind == "person"
        ]
    start, end = widest.start, widest.end
    if widest.end == title.end:
        start, end = _with_apposition(names, title, entity, widest)
    return [(entity, analysis.mention(sentence, start, end))]


def _with_apposition(
    names: list[NameMention], title: Title, entity: Entity, widest: NameMention
) -> tuple[int, int]:
    """Title and name together where they stand side by side: "Ann Lee, minister of trade"."""
    near = [
        name
        for name in names
        if name.entity == entity.id and name.form == "name"
        if 0 <= title.first - name.end <= 3 or 0 <= name.start - title.end <= 3
    ]
    start = min([widest.start, *(n.start for n in near)])
    end = max([widest.end, *(n.end for n in near)])
    return start, end


def _member_mention(
    analysis: Analysis, names: list[NameMention], title: Title, member: Entity
) -> Mention:
    """From the plural title to the member's name in the list."""
    sentence = title.line.index
    ends = [name.end for name in names if name.entity == member.id and name.start >= title.end]
    return analysis.mention(sentence, title.start, min(ends, default=title.end))


def _usual_body(analysis: Analysis, office: str) -> str | None:
    """The body whose office a bare title usually is, where the report names that body."""
    body = _USUAL.get(office.removeprefix("former "))
    named = any(body and entity.name.startswith(body) for entity in analysis.entities)
    return body if named else None


def _hold(
    analysis: Analysis,
    held: dict[tuple[str, str], _Held],
    title: Title,
    entity: Entity,
    mention: Mention,
) -> None:
    counterpart = title.title.scope == "counterpart"
    office = _counterpart_office(entity) if counterpart else _full_office(entity, title.office)
    if not office or (title.title.plural and title.office != office):
        return
    state = title.state if not title.title.plural else None
    of = title.organization or state or entity.country or _usual_body(analysis, office)
    said = bool(title.organization or state)
    known = held.get((entity.id, office))
    if known is None:
        known = held[entity.id, office] = _Held(entity, office, of, said, counterpart)
    elif said and not known.said:
        known.of, known.said = of, True
    known.counterpart = known.counterpart and counterpart
    known.mentions.setdefault(mention)


def _full_office(entity: Entity, office: str) -> str:
    """The office as the report gives it in full: "the minister" is the "Trade Minister"."""
    if office in entity.offices or not office:
        return office
    fuller = (held for held in entity.offices if held.endswith(f" {office}"))
    return next((held for held in fuller if not held.startswith("former ")), "")


def _counterpart_office(entity: Entity) -> str:
    told = any(reason.step == "counterpart" for reason in entity.reasons)
    return entity.offices[0] if told and entity.offices else ""


def _claim(analysis: Analysis, held: _Held) -> OfficeClaim:
    entity, report = held.entity, analysis.report.id
    inferred: list[Inference] = []
    if held.counterpart:
        why = next(r.why for r in entity.reasons if r.step == "counterpart")
        inferred.append(Inference("office", why))
    if not held.said and held.of is not None and (why_of := _why_of(entity)):
        inferred.append(Inference("of", why_of))
    as_of = analysis.anchor[:10] if analysis.anchor else None
    return OfficeClaim(
        id=content_id("office", report, entity.id, held.office, held.of or ""),
        report=report,
        person=entity.party,
        office=held.office,
        of=held.of,
        mentions=tuple(sorted(held.mentions, key=lambda m: (m.start, m.end))),
        as_of=as_of,
        inferred=tuple(inferred),
        reasons=(Reason("offices", "the title stands with the name"),),
    )


def _why_of(entity: Entity) -> str:
    for reason in entity.reasons:
        if reason.step == "country":
            return reason.why
    if entity.country is None:
        return "the office is usually this body's, which the report names"
    return ""
