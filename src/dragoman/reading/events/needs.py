"""Needs: the conditions under which a cue with its parties is an event at all.

Ontology files name these ("needs = …"). Each takes a `Case` and answers yes or no, so
that "met his deadline", "shares rallied" and "critics attacked the album" stay out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.model.actor import Party
from dragoman.ontology import Cue, Frame
from dragoman.reading.analysis import Analysis
from dragoman.reading.events.clauses import governed, is_passive, objects, subjects

OFFICIAL = frozenset({"GOV", "IGO", "UNO", "EUR", "LEG", "MIL", "JUD", "NGO", "PTY"})
ARMED = frozenset({"MIL", "REB", "UAF", "COP", "GOV"})
INTERNATIONAL = frozenset({"IGO", "UNO", "EUR", "NGO", "MNC", "ISM", "IMG"})
DIPLOMATS = frozenset(
    "ambassador diplomat envoy commissioner staff official representative affaires d'affaires mission "
    "consul attache attaché".split()
)
MONEY = frozenset(
    {"$", "€", "£", "¥", "usd", "eur", "dollar", "euro", "million", "billion", "yen", "yuan"}
)


@dataclass(slots=True)
class Case:
    """A cue found in a sentence with the parties around it, on its way to become an event."""

    analysis: Analysis
    sentence: int
    token: Token
    cue: Cue
    frame: Frame
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    inferred: tuple[tuple[str, str], ...] = ()

    @property
    def parties(self) -> tuple[Party, ...]:
        """Actors and recipients together."""
        return self.actors + self.recipients

    def kind(self, party: Party) -> str:
        """What a party is: a state, person, organization or group ("group" where only described)."""
        return self.analysis.kind_of(party.entity)


def has_own_side(noun: Token) -> bool:
    """Whether a noun names parties of its own ("talks with the king")."""
    return any(c.dep_ == "prep" and c.lower_ in {"with", "between", "to"} for c in noun.children)


def known(party: Party) -> bool:
    """Whether a party is somebody on the world's stage: of a state, or an international body."""
    return party.country is not None or bool(set(party.sectors) & (INTERNATIONAL | {"REB"}))


def _party(case: Case) -> bool:
    return any(known(p) or _official(case, p) for p in case.parties)


def _actor(case: Case) -> bool:
    return any(known(p) or _official(case, p) for p in case.actors)


def _official(case: Case, party: Party) -> bool:
    """A named holder of an office counts, even where the report does not say of which state."""
    return bool(set(party.sectors) & OFFICIAL) and case.kind(party) == "person"


def _recipient(case: Case) -> bool:
    return any(known(p) or case.kind(p) == "person" for p in case.recipients)


def _two(case: Case) -> bool:
    if not case.actors and case.token.pos_ == "VERB" and is_passive(case.token):
        return _recipient(case)  # "was expelled": by whom, the clause need not say
    return _actor(case) and _recipient(case) and _differ(case)


def _differ(case: Case) -> bool:
    return {p.entity for p in case.actors} != {p.entity for p in case.recipients}


def _plural(case: Case) -> bool:
    return sum(known(p) for p in case.actors) >= 2


def _recipient_or_plural(case: Case) -> bool:
    return (_recipient(case) and _differ(case) and bool(case.actors)) or _plural(case)


def _plural_or_body(case: Case) -> bool:
    bodies = any(set(p.sectors) & INTERNATIONAL for p in case.actors)
    return _plural(case) or bodies or (_recipient(case) and _actor(case))


def _person_actor(case: Case) -> bool:
    return any(case.kind(p) == "person" and known(p) for p in case.actors)


def _person_and_country(case: Case) -> bool:
    """A person on the move to another country than their own, and not because they must."""
    if any(c.lower_ in {"must", "should"} for c in case.token.children):
        return False
    movers = [p for p in case.actors if case.kind(p) in {"person", "group"} and known(p)]
    home = {p.country for p in movers}
    return bool(movers) and any(p.country and p.country not in home for p in case.recipients)


def _place_or_recipient(case: Case) -> bool:
    home = {p.country for p in case.actors}
    abroad = any(p.country and p.country not in home for p in case.recipients)
    return _actor(case) and (abroad or any(case.kind(p) == "person" for p in case.recipients))


def _two_states(case: Case) -> bool:
    senders = {p.country for p in case.actors if p.country}
    takers = {p.country for p in case.recipients if p.country}
    return bool(senders) and bool(takers) and senders != takers


def _party_not_self(case: Case) -> bool:
    if not _actor(case) and not (case.actors and _recipient(case)):
        return False
    return not case.recipients or _differ(case)


def _two_and_complement(case: Case) -> bool:
    complement = any(
        c.dep_ in {"xcomp", "ccomp"}
        and any(g.lower_ == "to" and g.dep_ == "aux" for g in c.children)
        for c in case.token.children
    )
    out = any(c.lower_ in {"out", "home", "away"} for c in case.token.children)
    return _two(case) and (complement or out)


def _official_actor(case: Case) -> bool:
    official = any(set(p.sectors) & OFFICIAL or case.kind(p) == "state" for p in case.actors)
    return official and _actor(case)


def _crowd_actor(case: Case) -> bool:
    crowd = [p for p in case.actors if case.kind(p) != "state" and not set(p.sectors) & OFFICIAL]
    return any(known(p) for p in crowd)


def _force_actor(case: Case) -> bool:
    armed = any(set(p.sectors) & {"MIL", "REB"} for p in case.actors)
    states = any(case.kind(p) == "state" for p in case.actors)
    words = {t.lemma_.lower() for t in subjects(case.token)}
    return (armed or (states and bool(words & {"troop", "force", "army", "soldier"}))) and _party(
        case
    )


def _threat(case: Case) -> bool:
    """Rights reserved and steps announced threaten only when they are still to come."""
    if case.token.lemma_ != "take":
        return _actor(case)
    future = any(
        c.dep_ == "aux" and c.lower_ in {"will", "would", "shall"} for c in case.token.children
    )
    all_of_them = any(
        d.lower_ in {"all", "appropriate", "necessary", "retaliatory", "every", "harsh", "tough"}
        for o in objects(case.token)
        for d in o.children
    )
    return _actor(case) and future and all_of_them


def _sanctioning(case: Case) -> bool:
    """The object really is a sanction: "measure" or "package" alone is not."""
    heads = [*objects(case.token), *governed(case.token, *case.cue.particles)]
    words = {t.lemma_.lower() for h in heads for t in h.subtree}
    plain = {"sanction", "embargo", "tariff", "blacklist", "penalty", "punitive"}
    against = any(c.lower_ in {"on", "against"} for h in heads for c in h.children)
    ban = bool(
        {h.lemma_.lower() for h in heads}
        & {"ban", "restriction", "curb", "duty", "freeze", "limit"}
    )
    return _actor(case) and (bool(words & plain) or (ban and (_recipient(case) or against)))


def _recipient_or_money(case: Case) -> bool:
    if not _actor(case):
        return False
    words = {t.lower_ for o in objects(case.token) for t in o.subtree}
    return (_recipient(case) and _differ(case)) or bool(words & MONEY)


def _envoy_object(case: Case) -> bool:
    words = {t.lemma_.lower() for h in governed(case.token, "of") for t in h.subtree}
    return _actor(case) and bool(words & DIPLOMATS)


def _somebody(case: Case) -> bool:
    """Both sides are people or states, and at least one of them is known."""
    return bool(case.actors and case.recipients) and _party(case) and _differ(case)


def _released(case: Case) -> bool:
    """Whoever is let go is somebody: known, or at least a person or people."""
    heads = objects(case.token)
    people = any(
        t.ent_type_ in {"PERSON", "NORP"} or t.pos_ == "NUM" or t.tag_ in {"NNS"} for t in heads
    )
    return _actor(case) and (_recipient(case) or people)


def _returned(case: Case) -> bool:
    return bool(objects(case.token)) and _two_states(case)


def _ready(case: Case) -> bool:
    """Readiness is an offer only where it is said to what."""
    adjectives = [c for c in case.token.children if c.dep_ in {"acomp", "oprd", "attr"}]
    return _actor(case) and any(
        c.dep_ in {"xcomp", "ccomp"} for a in adjectives for c in a.children
    )


def _asked(case: Case) -> bool:
    """Somebody known asks, and somebody (known or only described) is asked to do something."""
    people = {
        "partner",
        "leader",
        "country",
        "nation",
        "government",
        "party",
        "side",
        "leadership",
        "ally",
        "community",
        "state",
    }
    asked = bool({t.lemma_.lower() for t in objects(case.token)} & people)
    complement = any(c.dep_ in {"xcomp", "ccomp"} for c in case.token.children)
    return _two(case) or (_actor(case) and complement and (asked or bool(case.recipients)))


def _phoned(case: Case) -> bool:
    return (
        _party(case)
        and bool(case.actors)
        and bool(case.recipients or objects(case.token) or governed(case.token, "with", "to"))
    )


def _envoy_recipient(case: Case) -> bool:
    words = {
        t.lemma_.lower() for p in case.recipients for t in case.token.subtree if t.text in p.name
    }
    offices = {
        o.lower()
        for e in case.analysis.entities
        for p in case.recipients
        if p.entity == e.id
        for o in e.offices
    }
    titled = any(
        word in office
        for office in offices
        for word in ("commissioner", "ambassador", "secretary", "envoy")
    )
    return _two(case) and (bool(words & DIPLOMATS) or titled)


def _armed_two(case: Case) -> bool:
    armed = any(
        set(p.sectors) & ARMED or case.kind(p) in {"state", "organization"} for p in case.actors
    )
    return armed and _two(case)


def _violence_noun(case: Case) -> bool:
    noun = case.token.lemma_.lower()
    if noun in {"strike", "attack", "offensive", "assault", "war", "conflict", "occupation"}:
        return (_recipient(case) and (bool(case.actors) or noun in {"war", "conflict"})) or (
            _actor(case) and noun in {"attack", "strike", "offensive", "assault"}
        )
    return _recipient(case) or _actor(case)


def _joint(case: Case) -> bool:
    joint = any(c.lower_ == "joint" for c in case.token.children)
    return _plural(case) or (joint and _party(case))


CONDITIONS: Mapping[str, Callable[[Case], bool]] = {
    "party": _party,
    "party_or_context": _party,
    "recipient": _recipient,
    "recipient_or_plural": _recipient_or_plural,
    "plural_or_body": _plural_or_body,
    "person_actor": _person_actor,
    "person_and_country": _person_and_country,
    "place_or_recipient": _place_or_recipient,
    "two_parties": _two,
    "two_states": _two_states,
    "two_parties_and_complement": _two_and_complement,
    "party_not_self": _party_not_self,
    "official_actor": _official_actor,
    "crowd_actor": _crowd_actor,
    "force_actor": _force_actor,
    "threat": _threat,
    "sanctioning": _sanctioning,
    "recipient_or_money": _recipient_or_money,
    "actor_and_context": _actor,
    "recipient_and_context": _recipient,
    "envoy_object": _envoy_object,
    "actor": _actor,
    "somebody": _somebody,
    "released": _released,
    "returned": _returned,
    "ready": _ready,
    "asked": _asked,
    "phoned": _phoned,
    "two_or_context": _two,
    "victim": _recipient,
    "envoy_recipient": _envoy_recipient,
    "two_armed_parties": _armed_two,
    "violence_noun": _violence_noun,
    "joint": _joint,
}


def is_event(case: Case) -> bool:
    """Whether a case satisfies the condition that its frame names."""
    return CONDITIONS[case.frame.needs](case)
