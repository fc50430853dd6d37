"""Status: did it happen, is it going on, is it planned, only possible, or did it not happen.

Read off tense, aspect, modality, negation and the words a clause hangs on, outermost
last: "said it would visit" is planned, "had planned to visit but did not" did not occur.
Every answer comes with its reason in words.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.model.claim import Status
from dragoman.reading.events.clauses import governing_verb

PLANNING_VERBS = frozenset(
    "plan schedule intend prepare aim expect slate set arrange pledge vow promise agree "
    "undertake propose commit await anticipate".split()
)
WISHING_VERBS = frozenset(
    "hope want wish seek consider mull ponder discuss explore study contemplate weigh like "
    "threaten offer urge ask call demand request invite encourage appeal recommend suggest "
    "press push advise order require try attempt".split()
)
FAILING_VERBS = frozenset(
    "fail refuse decline cancel scrap avoid forgo abandon reject omit".split()
)
STOPPING_VERBS = frozenset("cancel scrap call_off abort abandon shelve skip".split())
DELAYING_VERBS = frozenset("postpone delay defer reschedule".split())
UNREAL_ADJECTIVES = {
    "planned": "planned",
    "upcoming": "planned",
    "forthcoming": "planned",
    "scheduled": "planned",
    "expected": "planned",
    "future": "planned",
    "next": "planned",
    "coming": "planned",
    "impending": "planned",
    "proposed": "possible",
    "possible": "possible",
    "potential": "possible",
    "likely": "possible",
    "prospective": "possible",
    "hypothetical": "possible",
    "eventual": "possible",
    "alleged": "possible",
    "cancelled": "did_not_occur",
    "canceled": "did_not_occur",
    "aborted": "did_not_occur",
    "postponed": "planned",
    "ongoing": "ongoing",
    "current": "ongoing",
    "continuing": "ongoing",
    "continued": "ongoing",
}
POSSIBLE_MODALS = frozenset({"may", "might", "could", "can"})
FUTURE_MODALS = frozenset({"will", "shall", "'ll", "’ll", "wo", "gon"})
UNCERTAIN_HEADS = frozenset({"likely", "possible", "able", "ready", "willing", "unlikely", "free"})
FUTURE_HEADS = frozenset(
    {"due", "set", "scheduled", "about", "bound", "slated", "poised", "expected"}
)
CONDITIONS = frozenset({"if", "unless", "should", "whether", "provided"})
AHEAD = frozenset({"ahead", "before", "pending", "until"})
UNDER_WAY = frozenset(
    {"construction", "way", "development", "discussion", "negotiation", "review", "preparation"}
)
TELLING = frozenset("write send issue meet call speak address appeal letter gather use".split())
DECIDING_VERBS = frozenset("decide vote resolve move opt elect announce order rule".split())
TRAVEL = frozenset(
    "travel fly go come arrive leave head depart visit meet attend host hold tour begin start open".split()
)
SAYING = frozenset(
    "say announce tell state declare confirm report add note reveal disclose".split()
)
_DEPTH = 8


@dataclass(frozen=True, slots=True)
class Standing:
    """A status and why it was given."""

    status: Status
    why: str


def status_of(cue: Token, *, performative: bool = False) -> Standing:
    """The status of what a verb or noun tells of, with the reason.

    A `performative` deed (a sanction, an expulsion, a refusal) is done by deciding and
    announcing it: "voted to suspend", "announced it is expelling" have happened.
    """
    standing = _of_verb(cue, 0) if cue.pos_ in {"VERB", "AUX"} else _of_noun(cue)
    if not performative:
        return standing
    if standing.status == "ongoing" and "being" not in standing.why:
        return Standing("occurred", f"{standing.why}; done by saying so")
    purpose = cue.dep_ in {"advcl", "xcomp"} and cue.head != cue and cue.head.lemma_ in TELLING
    if purpose and standing.status == "possible" and _of_verb(cue.head, 1).status == "occurred":
        return Standing("occurred", f'done by "{cue.head.text}"')
    decided = cue.head != cue and cue.head.lemma_ in DECIDING_VERBS
    if decided and cue.dep_ in {"xcomp", "ccomp"} and standing.status == "planned":
        outer = _of_verb(cue.head, 1)
        if outer.status == "occurred":
            return Standing("occurred", f'"{cue.head.text}": done by deciding it')
    return standing


def _of_noun(noun: Token) -> Standing:
    for child in noun.children:
        if child.i < noun.i and child.lower_ in UNREAL_ADJECTIVES:
            status: Status = UNREAL_ADJECTIVES[child.lower_]  # type: ignore[assignment]
            return Standing(status, f'"{child.text} {noun.text}"')
        if child.dep_ == "det" and child.lower_ == "no":
            return Standing("did_not_occur", f'"no {noun.text}"')
        if child.dep_ == "acl" and child.lower_ in {
            "scheduled",
            "planned",
            "expected",
            "due",
            "set",
        }:
            return Standing("planned", f'"{noun.text} {child.text}"')
    token = noun
    while (
        token.dep_ in {"conj", "pobj", "prep", "compound", "poss", "appos", "nmod"}
        and token.head != token
    ):
        if token.dep_ == "prep" and (token.lower_ in AHEAD or token.head.lower_ == "ahead"):
            return Standing("planned", f'it follows "{token.text}"')
        if token.dep_ == "prep" and token.lower_ in {"during", "after", "following", "since", "at"}:
            return _beside(token)
        token = token.head
    verb = governing_verb(noun)
    if verb is None:
        return Standing("occurred", "told as a fact, in a phrase without a verb")
    return _through(noun, verb)


def _beside(prep: Token) -> Standing:
    verb = governing_verb(prep)
    if verb is not None and prep.lower_ not in {"since"}:
        outer = _of_verb(verb, 1)
        if outer.status in {"planned", "possible"} and verb.tag_ not in {"VBD", "VBN"}:
            return Standing(
                outer.status, f'"{prep.text}" puts it beside "{verb.text}": {outer.why}'
            )
    return Standing("occurred", f'it is taken as given after "{prep.text}"')


def _through(noun: Token, verb: Token) -> Standing:
    lemma = verb.lemma_.lower()
    outer = _of_verb(verb, 0)
    if lemma in STOPPING_VERBS or _called_off(verb):
        if outer.status in {"occurred", "ongoing"}:
            return Standing("did_not_occur", f'"{verb.text}": it was called off')
        return Standing("planned", f'"{verb.text}" is not done yet')
    if lemma in DELAYING_VERBS:
        return Standing("planned", f'"{verb.text}": put off, not held')
    if lemma in {"plan", "schedule", "prepare", "propose", "await", "expect", "arrange"} or (
        lemma == "look" and any(c.lower_ == "forward" for c in verb.children)
    ):
        return Standing("planned", f'"{verb.text}" looks ahead to it')
    if (
        lemma in WISHING_VERBS
        and noun.dep_ in {"dobj", "nsubjpass", "pobj"}
        and lemma not in {"discuss"}
    ):
        return Standing("possible", f'"{verb.text}" only asks or wishes for it')
    return outer


def _called_off(verb: Token) -> bool:
    return verb.lemma_ == "call" and any(
        c.lower_ == "off" and c.dep_ == "prt" for c in verb.children
    )


def _of_verb(verb: Token, depth: int) -> Standing:
    if depth > _DEPTH:
        return Standing("occurred", "told as a fact")
    nobody = any(
        d.lower_ == "no" and d.dep_ == "det"
        for c in verb.children
        if c.dep_ in {"nsubj", "nsubjpass", "dobj"}
        for d in c.children
    )
    negated = nobody or any(
        c.dep_ == "neg" or c.lower_ in {"never", "not", "n't", "n’t"} for c in verb.children
    )
    aux = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    words = {c.lower_ for c in aux}
    inner = _by_auxiliaries(verb, words, negated)
    if negated:
        if inner is not None and inner.status in {"planned", "possible"}:
            return Standing("did_not_occur", f'"not" with "{verb.text}"')
        return Standing("did_not_occur", f'"{verb.text}" is negated')
    conditional = _condition(verb)
    if conditional is not None:
        return conditional
    if inner is not None:
        return inner
    finite = verb.tag_ in {"VBD", "VBZ", "VBP"} or bool(
        words & {"has", "have", "had", "was", "were", "did", "is", "are"}
    )
    if finite:
        return _finite(verb, words)
    return _nonfinite(verb, depth)


def _by_auxiliaries(verb: Token, words: set[str], negated: bool) -> Standing | None:  # noqa: ARG001
    if words & FUTURE_MODALS:
        return Standing("planned", f'future: "will {verb.lemma_}"')
    if words & POSSIBLE_MODALS:
        modal = sorted(words & POSSIBLE_MODALS)[0]
        return Standing("possible", f'"{modal} {verb.lemma_}"')
    if "would" in words:
        if _reported(verb):
            return Standing("planned", f'reported as to come: "would {verb.lemma_}"')
        return Standing("possible", f'"would {verb.lemma_}"')
    if words & {"should", "must", "ought"} and "have" not in words:
        return Standing(
            "possible",
            f'"{sorted(words & {"should", "must", "ought"})[0]} {verb.lemma_}" asks for it',
        )
    if verb.tag_ == "VBG" and words & {"is", "are", "'s", "’s", "'re", "’re", "am"}:
        if verb.lemma_ in TRAVEL and _points_ahead(verb):
            return Standing(
                "planned", f'present of an arrangement: "{verb.text}" with a time to come'
            )
        return Standing("ongoing", f'present progressive: "{verb.text}"')
    return None


def _points_ahead(verb: Token) -> bool:
    later = {"later", "tomorrow", "next", "soon", "shortly", "upcoming", "weekend", "due"}
    return any(t.lower_ in later for t in verb.subtree)


def _reported(verb: Token) -> bool:
    head = verb
    for _ in range(_DEPTH):
        if head.dep_ in {"ccomp", "parataxis"} or head.head == head:
            break
        head = head.head
    return head.dep_ in {"ccomp", "parataxis"} or any(
        c.lemma_ in SAYING for c in verb.children if c.dep_ == "parataxis"
    )


def _condition(verb: Token) -> Standing | None:
    for child in verb.children:
        if child.dep_ == "mark" and child.lower_ in CONDITIONS:
            return Standing("possible", f'"{child.text}" makes it a condition')
    return None


def _finite(verb: Token, words: set[str]) -> Standing:
    if (
        verb.tag_ == "VBN"
        and words & {"is", "are"}
        and not words & {"has", "have", "had", "been", "being"}
    ):
        return Standing("occurred", f'told as done: "{verb.text}"')
    under = [o.lower_ for c in verb.children if c.lower_ == "under" for o in c.children]
    if verb.lemma_ == "be" and set(under) & UNDER_WAY:
        return Standing("ongoing", f'under way: "under {under[0]}"')
    if "being" in words:
        return Standing("ongoing", f'under way: "being {verb.text}"')
    if verb.tag_ == "VBG" and words & {"has", "have", "had"} and "been" in words:
        return Standing("ongoing", f'"{verb.text}" has been going on')
    if verb.tag_ in {"VBZ", "VBP"}:
        return Standing("occurred", f'present tense of news: "{verb.text}"')
    return Standing("occurred", f'past tense: "{verb.text}"')


def _nonfinite(verb: Token, depth: int) -> Standing:
    head = verb.head
    if head == verb:
        return _headline(verb)
    if verb.dep_ == "conj" and head.pos_ in {"VERB", "AUX"}:
        return _of_verb(head, depth + 1)
    to = any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
    if to:
        return _infinitive(verb, head, depth)
    if verb.dep_ in {"acl", "relcl"} and head.pos_ in {"NOUN", "PROPN"}:
        return Standing("occurred", f'told as given: "{verb.text}"')
    if verb.dep_ in {"pcomp", "advcl"}:
        mark = next((c.lower_ for c in verb.children if c.dep_ == "mark"), head.lower_)
        if mark in AHEAD:
            governor = governing_verb(verb)
            told = governor is not None and _of_verb(governor, depth + 1).status == "occurred"
            if told and mark == "before":
                return Standing("occurred", f'the next thing told: "{mark} {verb.text}"')
            return Standing("planned", f'"{mark} {verb.text}"')
        return Standing("occurred", f'told as given: "{mark} {verb.text}"')
    if head.pos_ in {"VERB", "AUX"} and verb.dep_ in {"xcomp", "ccomp"}:
        return _governed_by(verb, head, depth)
    return _headline(verb)


def _headline(verb: Token) -> Standing:
    if any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children):
        return Standing("planned", f'headline future: "to {verb.lemma_}"')
    return Standing("occurred", "told as a fact")


def _infinitive(verb: Token, head: Token, depth: int) -> Standing:
    lemma = head.lemma_.lower()
    if head.pos_ == "AUX" or (lemma == "be" and verb.dep_ in {"xcomp", "ccomp", "advcl"}):
        adjective = next((c.lower_ for c in head.children if c.dep_ == "acomp"), "")
        if adjective in UNCERTAIN_HEADS:
            return Standing("possible", f'"{adjective} to {verb.lemma_}"')
        return Standing("planned", f'"is to {verb.lemma_}"')
    if lemma in UNCERTAIN_HEADS:
        return Standing("possible", f'"{head.text} to {verb.lemma_}"')
    if lemma in FUTURE_HEADS:
        return Standing("planned", f'"{head.text} to {verb.lemma_}"')
    if head.pos_ in {"NOUN", "PROPN"}:
        return _infinitive_of_noun(verb, head)
    if verb.dep_ == "advcl":
        return _purpose(verb, head, depth)
    return _governed_by(verb, head, depth)


def _infinitive_of_noun(verb: Token, noun: Token) -> Standing:
    if noun.lemma_ in {"decision", "vote", "move", "order", "resolution"}:
        return Standing("occurred", f'"{noun.text} to {verb.lemma_}"')
    if noun.lemma_ in {"plan", "agreement", "promise", "pledge", "commitment", "intention"}:
        return Standing("planned", f'"{noun.text} to {verb.lemma_}"')
    if noun.lemma_ in {"country", "leader", "president", "minister", "nation", "state", "official"}:
        return Standing("occurred", f'"the … {noun.text} to {verb.lemma_}"')
    return Standing("possible", f'"{noun.text} to {verb.lemma_}"')


def _purpose(verb: Token, head: Token, depth: int) -> Standing:
    outer = _of_verb(head, depth + 1)
    if head.lemma_ in {"meet", "gather", "convene", "sit"} and outer.status == "occurred":
        return Standing("occurred", f'what they met for: "to {verb.lemma_}"')
    if outer.status == "occurred" and head.lemma_ in {
        "travel",
        "fly",
        "arrive",
        "come",
        "go",
        "leave",
        "head",
    }:
        return Standing("planned", f'the aim of "{head.text}": "to {verb.lemma_}"')
    return Standing(
        outer.status if outer.status != "occurred" else "possible", f'an aim: "to {verb.lemma_}"'
    )


def _governed_by(verb: Token, head: Token, depth: int) -> Standing:
    lemma = head.lemma_.lower()
    outer = _of_verb(head, depth + 1)
    if outer.status == "did_not_occur":
        return outer
    if lemma in FAILING_VERBS:
        return Standing("did_not_occur", f'"{head.text} to {verb.lemma_}"')
    if lemma == "look" or lemma in PLANNING_VERBS | DECIDING_VERBS:
        return Standing("planned", f'"{head.text} … {verb.text}"')
    if lemma in WISHING_VERBS:
        return Standing("possible", f'"{head.text} … {verb.text}"')
    if lemma in SAYING and verb.tag_ == "VB":
        return Standing("planned", f'"{head.text} to {verb.lemma_}"')
    return outer
