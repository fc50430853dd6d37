"""Cues: the words in a sentence that announce an event, with the parties around them.

Of all frames that fit a word the most specific wins; a noun that a verb's cue has used
up ("paid a visit") announces nothing of its own; what somebody only agrees, asks,
refuses or threatens to do is told by that verb alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from dragoman.knowledge.states import state_name
from dragoman.model.actor import Party
from dragoman.ontology import Cue, Frame, Ontology, load_ontology
from dragoman.reading.affairs.sides import one_state
from dragoman.reading.analysis import Analysis
from dragoman.reading.events.clauses import (
    governed,
    governing_verb,
    is_passive,
    objects,
    possessors,
)
from dragoman.reading.events.needs import INTERNATIONAL, Case, has_own_side, is_event, known
from dragoman.reading.events.roles import COUNTING, Found, find_parties

NESTING_TYPES = frozenset({"AGREE", "REQUEST", "REJECT", "THREATEN", "CONCEDE"})
DOMESTIC_TYPES = frozenset(
    "PROTEST COERCE ASSAULT RETREAT SANCTION MOBILIZE CONCEDE ACCUSE REQUEST REJECT".split()
)
FORCE_TYPES = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "RETREAT", "CONCEDE"})
SHALLOW_TYPES = frozenset({"CONSULT", "AGREE", "COOPERATE"})
_NESTED = frozenset({"xcomp", "ccomp", "acl", "pcomp", "conj", "advcl", "prep", "dobj", "pobj"})
_CLIMB = 8


def find_cases(analysis: Analysis) -> list[Case]:
    """Every cue of the report whose parties make it an event or may yet, in text order."""
    ontology = load_ontology()
    analysis.about = one_state(analysis)
    cases: list[Case] = []
    for number, parsed in enumerate(analysis.sentences):
        used: set[int] = set()
        verbs: list[Case] = []
        for token in parsed.doc:
            if token.pos_ in {"VERB", "AUX"} or (token.pos_ == "NOUN" and token.dep_ == "ROOT"):
                case = _verb_case(analysis, number, token, ontology)
                if case is not None:
                    verbs.append(case)
                    used.update(_taken(case))
        nouns = [
            case
            for token in parsed.doc
            if token.pos_ in {"NOUN", "PROPN"} and token.i not in used
            for case in _noun_case(analysis, number, token, ontology)
        ]
        kept = [case for case in verbs + nouns if not _nested(case, verbs)]
        cases.extend(sorted(kept, key=lambda case: case.token.i))
    return cases


def _verb_case(analysis: Analysis, number: int, verb: Token, ontology: Ontology) -> Case | None:
    best: Case | None = None
    rank = (-1, 0)
    for cue, frame in ontology.verbs.get(verb.lemma_.lower(), ()):
        if not _fits_verb(verb, cue, frame):
            continue
        case = _case(analysis, number, verb, cue, frame)
        told_by_what = bool(frame.only_complement or frame.complement_aux)
        asked_for = cue.weight + told_by_what + frame.negated + frame.conditional
        score = (asked_for, 2 * is_event(case) or int(frame.needs.endswith("context")))
        if score[1] and score > rank:
            best, rank = case, score
    return best


def _fits_verb(verb: Token, cue: Cue, frame: Frame) -> bool:
    beside = {
        c.lower_ for c in verb.children if c.dep_ in {"prep", "prt", "agent", "advmod", "dative"}
    }
    if any(particle not in beside for particle in cue.particles):
        return False
    heads = _object_lemmas(verb) if cue.objects or frame.not_object else set()
    if cue.objects and cue.particles:
        heads.update(lemma(t) for t in governed(verb, *cue.particles))
    if cue.objects and not cue.objects & heads:
        return False
    if frame.not_object & heads:
        return False
    if frame.negated and not _will_not(verb):
        return False
    if frame.conditional and not _on_condition(verb):
        return False
    clauses = [c for c in verb.children if c.dep_ in {"ccomp", "xcomp"}]
    if frame.without_complement and any(c.dep_ == "xcomp" for c in clauses):
        return False
    if frame.with_complement and not clauses:
        return False
    if frame.complement_aux and not any(
        a.lower_ in frame.complement_aux and a.dep_ == "aux" for c in clauses for a in c.children
    ):
        return False
    if frame.not_complement or frame.only_complement:
        complements = _complement_lemmas(verb)
        if frame.not_complement & complements:
            return False
        if frame.only_complement and not frame.only_complement & complements:
            return False
    return True


def _will_not(verb: Token) -> bool:
    """Refusal in plain words: "will not send", "would not hear of"."""
    children = list(verb.children)
    negated = any(c.dep_ == "neg" for c in children)
    return negated and any(
        c.dep_ == "aux" and c.lower_ in {"will", "would", "wo", "shall"} for c in children
    )


def _on_condition(verb: Token) -> bool:
    """A threat in plain words: "will close the strait unless …"."""
    children = list(verb.children)
    ahead = any(c.dep_ == "aux" and c.lower_ in {"will", "would", "shall", "'ll"} for c in children)
    return ahead and any(
        m.lower_ in {"unless", "if", "should"}
        for c in children
        if c.dep_ == "advcl"
        for m in c.children
    )


def _object_lemmas(verb: Token) -> set[str]:
    """Lemmas of the objects, seen through words that only count them ("a number of pacts")."""
    found = set()
    for head in objects(verb):
        found.add(lemma(head))
        if head.pos_ == "PROPN":
            found.update(lemma(c) for c in head.children if c.dep_ == "compound")
        if lemma(head) in COUNTING or head.pos_ == "NUM":
            found.update(lemma(t) for t in governed(head, "of", "in"))
    return found


def _complement_lemmas(verb: Token) -> set[str]:
    """Lemmas of what a verb governs: the infinitive, or how it calls or finds something."""
    found = set()
    for child in verb.children:
        if child.dep_ in {"xcomp", "ccomp", "acomp", "oprd", "attr"}:
            found.add(child.lemma_.lower())
            if child.pos_ != "VERB":
                found.update(t.lemma_.lower() for t in child.subtree if t.pos_ in {"ADJ", "NOUN"})
        elif child.dep_ == "prep" and child.lower_ == "as":
            found.update(t.lemma_.lower() for t in child.subtree)
    return found


def lemma(token: Token) -> str:
    """A noun's lemma in lower case, plural acronyms included ("MoUs" is mou)."""
    word: str = token.lemma_.lower()
    if token.tag_ in {"NNPS", "NNP"} and word.endswith("s") and len(word) > 3:
        return word[:-1]
    return word


def _noun_case(analysis: Analysis, number: int, noun: Token, ontology: Ontology) -> Iterator[Case]:
    rows = ontology.nouns.get(lemma(noun), ())
    if not rows or noun.dep_ == "compound" or _inside_name(analysis, number, noun):
        return
    best: Case | None = None
    for cue, frame in rows:
        if cue.before and not any(c.lower_ == cue.before for c in noun.children):
            continue
        if cue.particles and not any(c.lower_ in cue.particles for c in noun.children):
            continue
        case = _case(analysis, number, noun, cue, frame)
        if best is None or cue.weight > best.cue.weight:
            best = case
    if best is not None:
        yield best


def _inside_name(analysis: Analysis, number: int, token: Token) -> bool:
    name = analysis.name_at(number, token.i)
    return name is not None and name.form == "name" and name.kind in {"organization", "person"}


def _case(analysis: Analysis, number: int, token: Token, cue: Cue, frame: Frame) -> Case:
    holder = ("holder",) if frame.kind == "noun" else ()
    actors = find_parties(analysis, number, token, frame.actor + holder)
    first = _best_place(actors)
    who = tuple(p for found in first for p in found.parties)
    deep = frame.type not in SHALLOW_TYPES
    recipients = find_parties(analysis, number, token, frame.recipient, deep=deep)
    if frame.mutual and recipients:
        who += tuple(p for p in _best_place(recipients)[0].parties if p not in who)
        recipients = []
    case = Case(analysis, number, token, cue, frame, who, ())
    for found in _best_place(recipients) + recipients:
        rest = tuple(p for p in found.parties if p not in who and not _own(case, found, p))
        if rest:
            case = replace(case, recipients=rest)
            break
    return _at_home(case) if frame.type in DOMESTIC_TYPES else case


def _at_home(case: Case) -> Case:
    """Police, crowds and courts of no stated country are of the one state a report is about."""
    code = case.analysis.about
    if code is None or any(p.country not in {code, None} for p in case.parties):
        return case
    if not any(_placeless(p) for p in case.parties):
        return case
    why = f"no other state is named; the report is about {state_name(code)}"
    return replace(
        case,
        actors=tuple(replace(p, country=code) if _placeless(p) else p for p in case.actors),
        recipients=tuple(replace(p, country=code) if _placeless(p) else p for p in case.recipients),
        inferred=(*case.inferred, ("actors", why)),
    )


def _placeless(party: Party) -> bool:
    return (
        party.country is None
        and bool(party.sectors)
        and not set(party.sectors) & (INTERNATIONAL | {"UNK"})
    )


def _own(case: Case, found: Found, party: Party) -> bool:
    """Whether a party is the actors' own side: their state, or "its diplomats" of theirs."""
    home = {p.country for p in case.actors if p.country}
    if party.country not in home or len(home) != 1:
        return False
    if case.kind(party) == "state":
        return case.frame.type not in FORCE_TYPES
    for head in found.heads:
        for owner in possessors(head):
            entity = case.analysis.entity_at(case.sentence, owner.i)
            if owner.pos_ == "PRON" and entity is not None and entity.country in home:
                return True
    return False


def _best_place(places: list[Found]) -> list[Found]:
    """The first place where somebody known stands, else the first with anybody; none or one."""
    known_ones = [f for f in places if any(known(p) for p in f.parties)]
    return (known_ones or places)[:1]


def _taken(case: Case) -> set[int]:
    """Tokens a verb's cue uses up, so that its object is no event of its own."""
    taken: set[int] = set()
    if case.cue.objects:
        for outer in objects(case.token):
            for head in [outer, *governed(outer, "of", "in")]:
                if lemma(head) not in case.cue.objects:
                    continue
                taken.add(head.i)
                taken.update(c.i for c in head.children if c.dep_ == "conj")
    for child in case.token.children:
        if (
            case.frame.type == "CONSULT"
            and child.dep_ == "prep"
            and child.lower_ in {"for", "in", "on"}
        ):
            taken.update(
                c.i for c in child.children if lemma(c) in PURPOSES and not has_own_side(c)
            )
    return taken


def _nested(case: Case, verbs: list[Case]) -> bool:
    """Whether a case is only what another cue's actor agrees, asks, refuses or threatens to do."""
    outer = {
        v.token.i
        for v in verbs
        if v.frame.type in NESTING_TYPES and v.token.i != case.token.i and not is_named_noun(case)
    }
    token = case.token
    for _ in range(_CLIMB):
        if token.head == token or token.dep_ not in _NESTED:
            return False
        if token.dep_ == "prep" and token.head.lemma_ == "abstain":
            return True
        if token.dep_ == "conj" and token.head.i in outer:
            return False
        if token.dep_ == "advcl" and token.head.i in outer:
            return False
        if token.dep_ == "prep" and token.head.i in outer and token.lower_ in _BESIDE:
            return False
        token = token.head
        if token.i in outer:
            return True
    return False


PURPOSES = frozenset({"talk", "discussion", "consultation", "visit", "trip", "tour", "negotiation"})


_BESIDE = frozenset(
    {"at", "during", "after", "before", "following", "in", "amid", "over", "as", "since"}
)


def is_named_noun(case: Case) -> bool:
    """Whether a noun tells of an event as already known: "the invasion", "Chad's attack on …"."""
    if case.frame.kind != "noun" or case.frame.type != "ASSAULT":
        return False
    return governing_verb(case.token) is None or not is_passive(case.token)
