"""Clauses: who does what to whom around a verb or an event noun, read off the parse.

All functions take and give spaCy tokens of one parsed sentence. They follow the parse
through passives, coordination, control, relative clauses and participles, and return
heads of noun phrases with their conjuncts; the caller asks who those heads mean.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "csubj"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
RELATIVE_TAGS = frozenset({"WP", "WDT", "WP$"})
# verbs whose object, not subject, does what the infinitive says ("asked Japan to help")
OBJECT_CONTROL = frozenset(
    "ask urge order tell invite press push force compel call allow permit enable encourage "
    "request require want expect warn advise instruct direct authorize persuade convince "
    "help beg implore command oblige forbid ban bar prevent stop lead get send see let".split()
)
# of these, the infinitive's doer is the subject all the same ("promised Japan to help")
SUBJECT_CONTROL_NOUNS = frozenset(
    "willingness readiness desire intention intent commitment decision plan offer promise pledge "
    "refusal determination effort attempt bid right interest wish proposal agreement vow threat".split()
)
_DEPTH = 6


def with_conjuncts(token: Token) -> list[Token]:
    """A head and everything coordinated with it ("France, Spain and Italy"), in text order."""
    found = [token]
    for child in token.children:
        if child.dep_ == "conj" and child.pos_ not in {"VERB", "AUX"}:
            found.extend(with_conjuncts(child))
    return found


def is_passive(verb: Token) -> bool:
    """Whether a verb is passive, participles after a noun ("sanctions imposed by …") included."""
    if any(c.dep_ in {"nsubjpass", "auxpass", "csubjpass"} for c in verb.children):
        return True
    if verb.tag_ != "VBN":
        return False
    if any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children):
        return False
    if verb.dep_ in {"acl", "amod"}:
        return True
    if any(c.dep_ == "agent" for c in verb.children):
        return True
    if verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        own = any(c.dep_ in SUBJECTS for c in verb.children)
        return not own and is_passive(verb.head)
    return False


def agents(verb: Token) -> list[Token]:
    """Who a passive is done by ("by" phrases only)."""
    found: list[Token] = []
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            for pobj in child.children:
                if pobj.dep_ == "pobj":
                    found.extend(with_conjuncts(pobj))
    return found


def subjects(verb: Token, depth: int = 0) -> list[Token]:
    """Who does what the verb says: its subject, or the one it shares, controls or modifies."""
    if is_passive(verb):
        return agents(verb)
    return _doers(verb, depth)


def _doers(verb: Token, depth: int) -> list[Token]:
    own = [c for c in verb.children if c.dep_ in SUBJECTS or c.dep_ in PASSIVE_SUBJECTS]
    if own:
        return [t for c in own for t in _through_relative(c, verb)]
    if depth > _DEPTH or verb.head == verb:
        return _mistaken_apposition(verb)
    head = verb.head
    if verb.dep_ == "conj" and head.pos_ in {"VERB", "AUX"}:
        return _doers(head, depth + 1)
    if verb.dep_ in {"xcomp", "advcl", "ccomp"} and head.pos_ in {"VERB", "AUX", "ADJ", "NOUN"}:
        return _controller(verb, head, depth)
    if verb.dep_ in {"acl", "relcl"}:
        return _modified(verb, head, depth)
    if verb.dep_ == "pcomp" or (verb.dep_ == "advcl" and head.dep_ == "prep"):
        return _doers_of_phrase(head, depth)
    if verb.dep_ == "prep":  # "following talks", "including …" parsed as prepositions
        return _doers_of_phrase(verb, depth)
    return []


def _mistaken_apposition(verb: Token) -> list[Token]:
    """The subject after an opening phrase, where the parser took it for an apposition in that phrase.

    "During her stay in Oman, the minister also met …": nothing else can be the subject of a
    finite verb than the apposition that reaches up to it.
    """
    for child in verb.children:
        if child.dep_ != "prep" or child.i > verb.i:
            continue
        for token in child.subtree:
            if token.dep_ == "appos" and token.pos_ in {"NOUN", "PROPN"}:
                last = max(t.i for t in token.subtree)
                between = verb.doc[last + 1 : verb.i]
                if last < verb.i and all(t.pos_ in {"ADV", "AUX", "PUNCT"} for t in between):
                    return with_conjuncts(token)
    return []


def _controller(verb: Token, head: Token, depth: int) -> list[Token]:
    if head.pos_ == "NOUN":
        return _modified(verb, head, depth)
    if head.lemma_ in OBJECT_CONTROL and verb.dep_ != "advcl":
        patients = objects(head)
        if patients:
            return patients
    if is_passive(head) and verb.dep_ in {"xcomp", "advcl"}:
        passive = [c for c in head.children if c.dep_ in PASSIVE_SUBJECTS]
        if passive:
            return [t for c in passive for t in _through_relative(c, head)]
    return _doers(head, depth + 1)


def _modified(verb: Token, noun: Token, depth: int) -> list[Token]:
    if (
        verb.tag_ in {"VBG", "VBN", "VBZ", "VBD", "VBP"}
        and noun.lemma_ not in SUBJECT_CONTROL_NOUNS
    ):
        return with_conjuncts(noun)
    owners = possessors(noun)
    if owners:
        return owners
    governor = noun.head
    if noun.dep_ in {"dobj", "pobj", "attr", "conj"}:
        while governor.pos_ not in {"VERB", "AUX"} and governor.head != governor:
            governor = governor.head
        if governor.pos_ in {"VERB", "AUX"} and governor != verb:
            return subjects(governor, depth + 1)
    return []


def _doers_of_phrase(prep: Token, depth: int) -> list[Token]:
    governor = prep.head
    while governor.dep_ == "prep" and governor.head != governor:
        governor = governor.head
    if governor.pos_ in {"VERB", "AUX"}:
        if is_passive(governor):
            passive = [c for c in governor.children if c.dep_ in PASSIVE_SUBJECTS]
            return [t for c in passive for t in _through_relative(c, governor)]
        return _doers(governor, depth + 1)
    if governor.pos_ in {"NOUN", "PROPN"}:
        return possessors(governor) or (
            _doers(governor.head, depth + 1)
            if governor.head.pos_ in {"VERB", "AUX"} and governor.head != governor
            else []
        )
    return []


def _through_relative(token: Token, verb: Token) -> list[Token]:
    if token.tag_ in RELATIVE_TAGS and verb.dep_ in {"relcl", "conj", "acl"}:
        clause = verb
        while clause.dep_ == "conj":
            clause = clause.head
        if clause.dep_ in {"relcl", "acl"}:
            return [clause.head]
    if token.tag_ == "WP$" or (token.children and any(c.tag_ == "WP$" for c in token.children)):
        return with_conjuncts(token)
    return with_conjuncts(token)


def objects(verb: Token) -> list[Token]:
    """Whom or what the verb acts on: direct object, passive subject, or the noun a participle modifies."""
    found: list[Token] = []
    for child in verb.children:
        if (
            child.dep_ in {"dobj", "dative", "oprd"} and child.pos_ != "ADP"
        ) or child.dep_ in PASSIVE_SUBJECTS:
            found.extend(_through_relative(child, verb))
    if found:
        return found
    if is_passive(verb):
        if verb.dep_ == "acl" and verb.head.pos_ in {"NOUN", "PROPN"}:
            return with_conjuncts(verb.head)
        if verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
            shared = [c for c in verb.head.children if c.dep_ in PASSIVE_SUBJECTS | SUBJECTS]
            return [t for c in shared for t in _through_relative(c, verb.head)]
        if verb.dep_ in {"xcomp", "advcl"}:
            return _doers(verb.head, 1)
    if verb.dep_ == "xcomp" and verb.head.lemma_ in OBJECT_CONTROL:
        return []
    for child in verb.children:  # small clauses: "saw Japan leave", "declared X persona non grata"
        if child.dep_ in {"ccomp", "xcomp"} and child.pos_ not in {"VERB", "AUX"}:
            found.extend(c for c in child.children if c.dep_ in SUBJECTS)
            if not found and child.pos_ in {"NOUN", "PROPN"}:
                found.append(child)
    return found


def prepositions(token: Token) -> Iterator[tuple[str, list[Token]]]:
    """Each preposition under a verb or noun with the heads it governs, nested ones flattened."""
    for child in token.children:
        if child.dep_ in {"prep", "agent", "dative", "prt"} and child.pos_ in {
            "ADP",
            "SCONJ",
            "VERB",
            "ADV",
            "PART",
        }:
            yield from _phrase(child)


def _phrase(prep: Token) -> Iterator[tuple[str, list[Token]]]:
    heads = [t for c in prep.children if c.dep_ in {"pobj", "pcomp"} for t in with_conjuncts(c)]
    if heads:
        yield prep.lower_, heads
    for child in prep.children:
        if child.dep_ == "prep" or (child.dep_ == "conj" and child.pos_ == "ADP"):
            yield from _phrase(child)


def governed(token: Token, *names: str) -> list[Token]:
    """The heads that any of those prepositions under a token govern."""
    return [head for name, heads in prepositions(token) if name in names for head in heads]


def possessors(noun: Token) -> list[Token]:
    """Whose noun it is: "Japan's visit", "his visit"."""
    return [t for c in noun.children if c.dep_ == "poss" for t in with_conjuncts(c)]


def modifiers(noun: Token) -> list[Token]:
    """Adjectives and compounds before a noun ("Russian invasion", "Ukraine conflict", "US-China talks")."""
    found: list[Token] = []
    for child in noun.children:
        if child.dep_ in {"amod", "compound", "nmod", "npadvmod", "punct"} and child.i < noun.i:
            found.append(child)
            found.extend(modifiers(child))
            found.extend(c for c in with_conjuncts(child)[1:])
    return found


def governing_verb(noun: Token) -> Token | None:
    """The verb whose clause a noun stands in, climbing over prepositions and nouns; None for a bare phrase."""
    token = noun
    for _ in range(12):
        if token.head == token:
            return token if token.pos_ in {"VERB", "AUX"} else None
        token = token.head
        if token.pos_ in {"VERB", "AUX"}:
            return token
    return None


def clause_bounds(head: Token) -> tuple[int, int]:
    """Token range (half open) of the clause around a head, without coordinated and reporting clauses."""
    doc = head.doc
    keep = [head]
    stack = list(head.children)
    while stack:
        token = stack.pop()
        if token.dep_ == "conj" and token.head == head and token.pos_ in {"VERB", "AUX"}:
            continue
        if token.dep_ in {"parataxis"} or (token.dep_ == "punct" and token.head == head):
            continue
        if token.dep_ in {"advcl", "ccomp"} and token.head == head and token.i < head.i:
            continue
        keep.append(token)
        stack.extend(token.children)
    inside = {t.i for t in keep}
    first, last = head.i, head.i
    while first - 1 in inside or (first - 2 in inside and first >= 2):
        first -= 1
    while last + 1 in inside or (last + 2 in inside and last + 2 < len(doc)):
        last += 1
    return first, last + 1
