"""Items: statements, offices, votes, projects and relations, each told once with all its words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.knowledge.wording import concept
from dragoman.model.actor import Actor, Inference, Party, Reason
from dragoman.model.claim import (
    OfficeClaim,
    ProjectClaim,
    Reading,
    RelationClaim,
    StatementClaim,
    VoteClaim,
)
from dragoman.model.finding import Figure, OfficeHeld, Project, Relation, Statement, Vote
from dragoman.model.report import content_id
from dragoman.model.text import Mention
from dragoman.reconcile import thresholds as t
from dragoman.reconcile.blend import all_mentions, commonest
from dragoman.reconcile.figures import merge_figures
from dragoman.reconcile.gather import gather
from dragoman.reconcile.likeness import gist, likeness, shared_content
from dragoman.reconcile.periods import period
from dragoman.reconcile.seats import linked

_ONE_WAY = frozenset(("dependent_on", "member_of", "part_of", "supplies", "owes"))
Kept = StatementClaim | OfficeClaim | VoteClaim | ProjectClaim | RelationClaim


@dataclass(frozen=True, slots=True)
class Items:
    """Everything of the record that is no event, merged over all reports."""

    statements: tuple[Statement, ...]
    figures: tuple[Figure, ...]
    offices: tuple[OfficeHeld, ...]
    votes: tuple[Vote, ...]
    projects: tuple[Project, ...]
    relations: tuple[Relation, ...]


@dataclass(frozen=True, slots=True)
class _Desk:
    actor_of: Mapping[str, str]
    actors: Mapping[str, Actor]
    story_of: Mapping[str, str]

    def actor(self, party: Party) -> str:
        return linked(party, self.actor_of, self.actors).entity

    def link(self, party: Party) -> Party:
        return linked(party, self.actor_of, self.actors)

    def story(self, report: str) -> str:
        return self.story_of.get(report, report)


def merge_items(
    readings: Sequence[Reading],
    actor_of: Mapping[str, str],
    actors: Mapping[str, Actor],
    story_of: Mapping[str, str],
) -> Items:
    """Merge all claims but events; parties become actors of the record."""
    desk = _Desk(actor_of, actors, story_of)
    return Items(
        _statements([c for r in readings for c in r.statements], desk),
        merge_figures(readings, actor_of, actors, story_of),
        _offices([c for r in readings for c in r.offices], desk),
        _votes([c for r in readings for c in r.votes], desk),
        _projects([c for r in readings for c in r.projects], desk),
        _relations([c for r in readings for c in r.relations], desk),
    )


def _statements(claims: Sequence[StatementClaim], desk: _Desk) -> tuple[Statement, ...]:
    said = {c.id: gist([c.content]) for c in claims}

    def same(left: StatementClaim, right: StatementClaim) -> bool:
        one, other = said[left.id], said[right.id]
        return (
            not _at_odds(left.content, right.content)
            and likeness(one, other) >= t.STATEMENT_WORDS
            and shared_content(one, other) >= t.STATEMENT_CONTENT
        )

    found = []
    for bundle in gather(
        claims, key=lambda c: (desk.story(c.report), desk.actor(c.speaker)), same=same
    ):
        lead = max(bundle, key=lambda c: (c.quotation == "direct", len(c.content), c.id))
        addressee = next((c.addressee for c in (lead, *bundle) if c.addressee), None)
        found.append(
            Statement(
                content_id("statement", *_ids(bundle)),
                desk.link(lead.speaker),
                lead.cue,
                lead.quotation,
                lead.content,
                desk.link(addressee) if addressee else None,
                max((c.date for c in bundle if c.date), key=lambda d: (len(d), d), default=None),
                *_evidence(bundle),
            )
        )
    return tuple(sorted(found, key=lambda s: (s.mentions[:1], s.id)))


_NUMBER = re.compile(r"\d[\d.,]*\d|\d")
_STANCE = re.compile(
    r"\b(not|never|no longer|abstain\w*|against|in favou?r|rejected|accepted)\b|n[’']t\b",
    re.IGNORECASE,
)


def _at_odds(left: str, right: str) -> bool:
    """Whether two sayings in like words say different things: other numbers, or yes and no."""
    one, other = (set(_NUMBER.findall(s)) for s in (left, right))
    if one and other and not (one <= other or other <= one):
        return True
    stances = [{m.group().lower()[:7] for m in _STANCE.finditer(s)} for s in (left, right)]
    return stances[0] != stances[1]


def _offices(claims: Sequence[OfficeClaim], desk: _Desk) -> tuple[OfficeHeld, ...]:
    def same(left: OfficeClaim, right: OfficeClaim) -> bool:
        return office_words(left.office) == office_words(right.office) and (
            left.of == right.of or left.of is None or right.of is None
        )

    found = []
    settled = [_of_the_holder(claim, desk) for claim in claims]
    for bundle in gather(settled, key=lambda c: desk.actor(c.person), same=same):
        lead = max(bundle, key=lambda c: (c.of is not None, -len(c.office), c.id))
        found.append(
            OfficeHeld(
                content_id("office", *_ids(bundle)),
                desk.link(lead.person),
                commonest(c.office for c in bundle) or lead.office,
                commonest(c.of for c in bundle),
                max((c.as_of for c in bundle if c.as_of), default=None),
                *_evidence(bundle),
            )
        )
    return tuple(sorted(found, key=lambda o: (o.mentions[:1], o.id)))


def _of_the_holder(claim: OfficeClaim, desk: _Desk) -> OfficeClaim:
    """Where a report only suggests whose office it is, the state that all reports give its holder."""
    guessed = claim.of is None or (
        len(claim.of) == 3 and any(i.field == "of" for i in claim.inferred)
    )
    state = desk.link(claim.person).country
    if not guessed or not state or claim.of == state:
        return claim
    why = Inference("of", f"other reports give {claim.person.name} this state")
    return replace(claim, of=state, inferred=(*claim.inferred, why))


def office_words(office: str) -> frozenset[str]:
    """An office by what it is, however it is put (`Foreign Minister`, `Minister of Foreign Affairs`)."""
    empty = {"of", "the", "for", "and", "affair", "s", "country", "national"}
    return frozenset(concept(w) for w in office.replace("-", " ").split()) - empty


def _votes(claims: Sequence[VoteClaim], desk: _Desk) -> tuple[Vote, ...]:
    def same(left: VoteClaim, right: VoteClaim) -> bool:
        if left.choice != right.choice:
            return False
        return same_ballot(left.subject, left.date, right.subject, right.date)

    found = []
    for bundle in gather(claims, key=lambda c: desk.actor(c.voter), same=same):
        lead = max(bundle, key=lambda c: (c.tally is not None, len(c.subject), c.id))
        found.append(
            Vote(
                content_id("vote", *_ids(bundle)),
                commonest(c.body for c in bundle) or lead.body,
                lead.subject,
                max((c.date for c in bundle if c.date), key=lambda d: (len(d), d), default=None),
                desk.link(lead.voter),
                lead.choice,
                lead.tally,
                *_evidence(bundle),
            )
        )
    return tuple(sorted(found, key=lambda v: (v.mentions[:1], v.id)))


def same_ballot(left: str, left_date: str | None, right: str, right_date: str | None) -> bool:
    """Whether two subjects and dates are of one ballot."""
    one, other = period(left_date), period(right_date)
    if one and other and not one.meets(other):
        return False
    alike = likeness(gist([left]), gist([right]))
    return alike >= 0.6 or (bool(one and other) and alike >= 0.3)


def _projects(claims: Sequence[ProjectClaim], desk: _Desk) -> tuple[Project, ...]:
    words = {c.id: gist([c.name, c.kind]) for c in claims}

    def same(left: ProjectClaim, right: ProjectClaim) -> bool:
        if likeness(words[left.id], words[right.id]) < t.PROJECT_WORDS:
            return False
        one = {p.country or desk.actor(p) for p in left.parties}
        other = {p.country or desk.actor(p) for p in right.parties}
        return not one or not other or bool(one & other)

    found = []
    for bundle in gather(claims, key=lambda c: (desk.story(c.report), concept(c.kind)), same=same):
        lead = max(bundle, key=lambda c: (len(c.name), len(c.parties), c.id))
        found.append(
            Project(
                content_id("project", *_ids(bundle)),
                lead.name,
                lead.kind,
                _once([desk.link(p) for c in (lead, *bundle) for p in c.parties]),
                max((c.financing for c in bundle if c.financing), key=len, default=None),
                commonest(c.status for c in bundle) or lead.status,
                *_evidence(bundle),
            )
        )
    return tuple(sorted(found, key=lambda p: (p.mentions[:1], p.id)))


def _relations(claims: Sequence[RelationClaim], desk: _Desk) -> tuple[Relation, ...]:
    def key(claim: RelationClaim) -> tuple[str, tuple[str, ...]]:
        ids = [desk.actor(p) for p in claim.between]
        first = ids[:1] if claim.kind in _ONE_WAY else []
        return claim.kind, (*first, *sorted(set(ids[len(first) :])))

    found = []
    for bundle in gather(claims, key=key, same=lambda _a, _b: True):
        found.append(
            Relation(
                content_id("relation", *_ids(bundle)),
                bundle[0].kind,
                _once([desk.link(p) for p in bundle[0].between]),
                *_evidence(bundle),
            )
        )
    return tuple(sorted(found, key=lambda r: (r.mentions[:1], r.id)))


def _ids(bundle: Sequence[Kept]) -> list[str]:
    return sorted(c.id for c in bundle)


def _evidence(
    bundle: Sequence[Kept],
) -> tuple[tuple[Mention, ...], tuple[str, ...], tuple[Inference, ...], tuple[Reason, ...]]:
    """The last four fields of every item: mentions, claims, inferred, reasons."""
    return (
        all_mentions(c.mentions for c in bundle),
        tuple(_ids(bundle)),
        tuple(sorted({i for c in bundle for i in c.inferred})),
        tuple(dict.fromkeys(r for c in bundle for r in c.reasons)),
    )


def _once(parties: Sequence[Party]) -> tuple[Party, ...]:
    return tuple(
        {p.entity: p for p in reversed(parties)}[e]
        for e in dict.fromkeys(p.entity for p in parties)
    )
