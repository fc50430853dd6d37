"""Context: parties a clause leaves out, taken from what the report said before, always marked inferred.

"The meeting" points back at a meeting already told; "four agreements were signed" is by
the two sides whose talks are told beside it; "rejected the claim" goes to the other side
where a report is plainly about two.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from dragoman.model.actor import Party
from dragoman.reading.affairs.sides import two_sides
from dragoman.reading.events.clauses import objects
from dragoman.reading.events.needs import Case, has_own_side, known
from dragoman.reading.events.roles import parties_of, person_nouns

CONTEXT_NEEDS = frozenset(
    {
        "two_or_context",
        "party_or_context",
        "actor_and_context",
        "recipient_and_context",
        "recipient_or_money",
    }
)
STRICT_NEEDS = frozenset({"actor_and_context", "recipient_and_context", "two_or_context"})
OPEN_TYPES = frozenset(
    {"AGREE", "ACCUSE", "REJECT", "REQUEST", "THREATEN", "SANCTION", "AID", "SUPPORT"}
)
PAIRING_TYPES = frozenset({"CONSULT", "AGREE", "SANCTION", "ACCUSE", "SUPPORT", "THREATEN"})
BACKWARD = frozenset({"the", "this", "that", "their", "his", "her", "its", "these", "both", "such"})
OTHER_TIMES = frozenset({"first", "last", "previous", "next", "another", "earlier"})
TRAVELLING = frozenset(
    "visit trip tour travel arrive fly stopover come land leave depart head go return journey set be".split()
)
SOMEBODY = frozenset(
    "party partner critic supporter rival opponent ally neighbor neighbour country nation state "
    "power team member other community reporter somebody everyone".split()
)
_FAR = 8


def travels(case: Case) -> bool:
    """Whether a CONSULT case tells of somebody under way rather than of a talk."""
    return case.token.lemma_ in TRAVELLING or bool(case.cue.objects & TRAVELLING)


def lacks_somebody(case: Case) -> bool:
    """Whether a case is an event already but for a party that context may supply."""
    if case.frame.needs == "recipient_and_context" or (
        case.frame.type == "SUPPORT" and case.frame.needs == "party_or_context"
    ):
        return not case.actors
    return case.frame.type in OPEN_TYPES and not case.recipients


def supply(case: Case, settled: list[Case], clear: list[Case]) -> Case:
    """The case with its missing parties, or as it was where context does not settle them.

    `settled` are the events read before it, completed; `clear` those cases of the whole
    report that are events as they stand.
    """
    filled = _point_back(case, settled)
    if filled is None and (case.frame.needs in CONTEXT_NEEDS or case.frame.type in OPEN_TYPES):
        filled = _from_sides(case, settled, clear)
    return filled or case


def _with(case: Case, field: str, parties: tuple[Party, ...], why: str) -> Case:
    changed = {field: parties, "inferred": (*case.inferred, (field, why))}
    return replace(case, **changed)  # type: ignore[arg-type]


def _point_back(case: Case, settled: list[Case]) -> Case | None:
    if case.frame.kind != "noun" or case.frame.type != "CONSULT":
        return None
    before = {c.lower_ for c in case.token.children if c.i < case.token.i}
    if not before & BACKWARD or before & OTHER_TIMES or has_own_side(case.token):
        return None
    who = {p.entity for p in case.actors}
    for earlier in reversed(settled):
        if case.sentence - earlier.sentence > _FAR:
            return None
        if earlier.frame.type != "CONSULT" or travels(earlier) != travels(case):
            continue
        if who and not who & {p.entity for p in earlier.parties}:
            continue
        why = f'"{case.token.text}" points back at "{earlier.token.text}" told before'
        return _with(
            _with(case, "actors", earlier.actors, why), "recipients", earlier.recipients, why
        )
    return None


def _from_sides(case: Case, settled: list[Case], clear: list[Case]) -> Case | None:
    if not case.actors and any(c.dep_ == "neg" for c in case.token.children):
        return None
    if case.frame.type in {"SANCTION", "COERCE"} and not case.actors:
        return _by_the_same(case, settled)
    heard = _addressee(case)
    if heard:
        return _with(case, "recipients", heard, f"said to {heard[0].name}")
    pair = pair_of(case, settled, clear)
    inside = {p.country for p in pair}
    named = [p for p in case.parties if known(p)]
    if not pair or not {p.country for p in named} <= inside:
        return _aided(case) if case.frame.type == "AID" else None
    if case.frame.type == "SUPPORT" and case.frame.needs == "party_or_context" and not case.actors:
        why = "the clause names no one; the two sides of the report's talks"
        return replace(_with(case, "actors", pair, why), recipients=())
    others = tuple(p for p in pair if p.country not in {n.country for n in named})
    if len(others) != 1 or not named or not case.actors or _names_somebody(case):
        return None
    why = f"the clause names no one; {others[0].name} is the other side of the report"
    return _with(case, "recipients", others, why)


def _addressee(case: Case) -> tuple[Party, ...]:
    """Whom the words are said to: "told the king that it stood ready"."""
    token = case.token
    for _ in range(_FAR):
        if token.dep_ == "ccomp" and token.head.lemma_ in {"tell", "assure", "inform", "promise"}:
            heads = [t for t in objects(token.head) if t != token]
            found = [p for t in heads for p in parties_of(case.analysis, case.sentence, t)]
            own = {p.entity for p in case.actors}
            return tuple(p for p in found if known(p) and p.entity not in own)
        if token.head == token:
            break
        token = token.head
    return ()


def _names_somebody(case: Case) -> bool:
    """Whether the clause has an object of flesh and blood that is just not known."""
    if case.token.pos_ not in {"VERB", "AUX"}:
        return False
    people = SOMEBODY | person_nouns().keys()
    return any(t.lemma_.lower() in people or t.ent_type_ == "PERSON" for t in objects(case.token))


def _by_the_same(case: Case, settled: list[Case]) -> Case | None:
    for earlier in reversed(settled):
        if earlier.frame.type == case.frame.type and earlier.actors:
            why = f'the clause names no one; "{earlier.token.text}" before was by the same'
            return _with(case, "actors", earlier.actors, why)
    return None


def _aided(case: Case) -> Case | None:
    """Whom aid goes to where the clause leaves it out: the state its paragraph is about."""
    givers = {p.country for p in case.actors}
    sentences = case.analysis.sentences
    paragraph = sentences[case.sentence].sentence.paragraph
    for number in range(case.sentence, -1, -1):
        if sentences[number].sentence.paragraph != paragraph:
            break
        for token in sentences[number].doc:
            if token.dep_ not in {"nsubj", "nsubjpass"}:
                continue
            entity = case.analysis.entity_at(number, token.i)
            if entity is None or entity.kind != "state" or entity.country in givers:
                continue
            return _with(
                case, "recipients", (entity.party,), f"the paragraph is about {entity.name}"
            )
    about = case.analysis.state_party(case.analysis.about)
    if about is None or about.country in givers:
        return None
    return _with(case, "recipients", (about,), f"the report is about {about.name}")


def pair_of(case: Case, settled: list[Case], clear: list[Case]) -> tuple[Party, ...]:
    """The two sides a clause is about: those who meet in its sentence, else the report's two sides."""
    beside = [c for c in clear if c.sentence == case.sentence and c.frame.type == "CONSULT"]
    for other in beside:
        pair = _two_states(other)
        if pair:
            return pair
    counts: Counter[tuple[str, ...]] = Counter()
    sides: dict[tuple[str, ...], tuple[Party, ...]] = {}
    for other in [*settled, *clear]:
        pair = _two_states(other) if other.frame.type in PAIRING_TYPES else ()
        if pair:
            key = tuple(sorted(p.country or "" for p in pair))
            counts[key] += 1
            sides.setdefault(key, pair)
    ranked = counts.most_common(2)
    if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]):
        return sides[ranked[0][0]]
    return two_sides(case.analysis, len(case.analysis.sentences))


def _two_states(case: Case) -> tuple[Party, ...]:
    states: dict[str, Party] = {}
    for party in case.parties:
        if party.country and party.country not in states:
            states[party.country] = case.analysis.state_party(party.country) or party
    return tuple(states.values()) if len(states) == 2 else ()
