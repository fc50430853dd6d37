"""Relations: what stands between states for longer than a day: borders, ties, tension, dependence, war, sanctions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from dragoman.knowledge.states import neighbours
from dragoman.model.actor import Inference, Party, Reason
from dragoman.model.claim import RelationClaim
from dragoman.model.report import content_id
from dragoman.reading.analysis import Analysis
from dragoman.reading.sides import clean, own_tokens, state_of, two_sides

STEP = "relations"
LONGEST = 30  # tokens of a clause; beyond that the phrase around the cue is quoted
_TIES = frozenset("tie relation relationship friendship partnership link bond".split())
_WARM = frozenset(
    "friendly cordial warm close closer strong stronger robust good excellent brotherly fraternal traditional "
    "amicable solid firm neighbourly neighborly deep historic healthy special flourishing".split()
)
_COLD = frozenset(
    "tense strained frosty hostile sour icy fraught troubled rocky difficult bad poor chilly cold uneasy "
    "acrimonious damaged".split()
)
_SOURING = frozenset("worsen sour deteriorate freeze fray strain sink collapse cool".split())
_FRIENDLY_ADJECTIVES = frozenset({"friendly"})
_NEUTRAL = frozenset({"neutral", "neutrality", "non-aligned", "nonaligned"})
_WARS = frozenset("invasion aggression war offensive".split())
_BLAMING = frozenset("punish sanction condemn criticize criticise blame accuse denounce isolate".split())
_LEANING = frozenset("depend rely hinge".split())


@dataclass(frozen=True, slots=True)
class _Told:
    """A relation as one cue tells it: kind, cue token, the one it is said of, the others."""

    kind: str
    cue: int
    of: tuple[Party, ...]
    others: tuple[Party, ...]
    inferred: str = ""


@dataclass(slots=True)
class _Reader:
    """One sentence of a report under the finger."""

    analysis: Analysis
    index: int
    doc: Doc

    def who(self, token: Token | None) -> tuple[Party, ...]:
        """The states (or bodies) a head and those joined to it mean; a person stands for his state."""
        found: dict[str, Party] = {}
        for head in [] if token is None else [token, *token.conjuncts]:
            entity = self.analysis.entity_at(self.index, head.i)
            if entity is None:
                continue
            state = state_of(self.analysis, entity) if entity.kind in {"person"} else None
            for party in (state,) if state else self.analysis.parties(entity):
                found.setdefault(party.entity, party)
        return tuple(found.values())

    def within(self, token: Token) -> tuple[Party, ...]:
        """Everyone named in a phrase, for "Russian fuel" or "the two neighbours of Chad"."""
        found: dict[str, Party] = {}
        first, last = own_tokens(token)
        for inner in self.doc[first:last]:
            for party in self.who(inner):
                found.setdefault(party.entity, party)
        return tuple(found.values())

    def governed(self, token: Token, *words: str) -> tuple[Party, ...]:
        """Whoever stands after one of those prepositions under a token."""
        found: dict[str, Party] = {}
        for child in token.children:
            if child.dep_ in {"prep", "agent"} and child.lower_ in words:
                for inner in child.children:
                    if inner.dep_ == "pobj":
                        for party in self.who(inner):
                            found.setdefault(party.entity, party)
        return tuple(found.values())

    def subject(self, token: Token) -> tuple[Party, ...]:
        """Who the clause of a token is about: its subject, through coordination, control and relatives."""
        for verb in [token, *token.ancestors]:
            for child in verb.children:
                if child.dep_ in {"nsubj", "nsubjpass"} and child.i != token.i:
                    relative = verb.head if child.tag_ in {"WDT", "WP"} and verb.dep_ == "relcl" else child
                    if found := self.who(relative):
                        return found
            if verb.dep_ in {"appos", "acl", "relcl"} and verb.head is not verb and (found := self.who(verb.head)):
                return found
        return ()


def read_relations(analysis: Analysis) -> tuple[RelationClaim, ...]:
    """Every standing relation a report tells of, in text order; the one it is said of comes first."""
    claims: list[RelationClaim] = []
    beside: dict[str, tuple[Party, ...]] = {}
    for index, parsed in enumerate(analysis.sentences):
        reader = _Reader(analysis, index, parsed.doc)
        for told in _told(reader, beside):
            between = tuple(dict.fromkeys([*told.of, *told.others]))
            if told.kind == "borders" and told.of:
                beside[told.of[0].entity] = told.others
            if len(between) < (1 if told.kind == "neutral" else 2):
                continue
            claims.append(_claim(analysis, reader, told, between))
    return tuple({claim.id: claim for claim in claims}.values())


def _claim(analysis: Analysis, reader: _Reader, told: _Told, between: tuple[Party, ...]) -> RelationClaim:
    first, last = clean(reader.doc, *_extent(reader.doc[told.cue]))
    mention = analysis.mention(reader.index, first, last)
    inferred = (Inference("between", told.inferred),) if told.inferred else ()
    return RelationClaim(
        content_id("relation", analysis.report.id, told.kind, str(mention.start), *(p.name for p in between)),
        analysis.report.id,
        told.kind,
        between,
        (mention,),
        inferred=inferred,
        reasons=(Reason(STEP, f"the word “{reader.doc[told.cue].text}”"),),
    )


def _told(reader: _Reader, beside: dict[str, tuple[Party, ...]]) -> Iterator[_Told]:
    for token in reader.doc:
        lemma = token.lemma_.lower()
        if lemma == "landlocked" or token.lower_ == "landlocked":
            yield from _landlocked(reader, token)
        elif lemma == "border" and token.pos_ == "VERB":
            yield _Told("borders", token.i, reader.subject(token), _objects(reader, token))
        elif lemma in _TIES and token.pos_ in {"NOUN", "PROPN"}:
            yield from _ties(reader, token, beside)
        elif token.lower_ in {"friendly", "tense"} and token.dep_ in {"acomp", "oprd"}:
            yield from _staying(reader, token, beside)
        elif lemma in {"dependent", "reliant"} or (lemma in _LEANING and token.pos_ == "VERB"):
            yield from _dependence(reader, token)
        elif lemma in {"ally", "partner"} and token.pos_ == "NOUN":
            yield from _partner(reader, token)
        elif lemma in _NEUTRAL:
            yield _Told("neutral", token.i, reader.subject(token)[:1], ())
        elif lemma == "member" and any(c.lower_ == "of" for c in token.children) and token.dep_ == "attr":
            yield _Told("member_of", token.i, reader.subject(token), reader.governed(token, "of"))
        else:
            yield from _hostile(reader, token, lemma)


def _landlocked(reader: _Reader, token: Token) -> Iterator[_Told]:
    """"A landlocked country between A and B", "Landlocked between A and B, X …"."""
    between = next((t for t in reader.doc[token.i : token.i + 8] if t.lower_ == "between"), None)
    if between is None:
        return
    others: dict[str, Party] = {}
    for child in between.children:
        for party in reader.who(child):
            others.setdefault(party.entity, party)
    of = tuple(p for p in reader.subject(token) if p.entity not in others)
    yield _Told("borders", token.i, of[:1], tuple(others.values()))


def _objects(reader: _Reader, verb: Token) -> tuple[Party, ...]:
    return tuple(p for c in verb.children if c.dep_ == "dobj" for p in reader.who(c))


def _ties(reader: _Reader, noun: Token, beside: dict[str, tuple[Party, ...]]) -> Iterator[_Told]:
    kind = _quality(noun)
    if kind is None:
        return
    others = reader.governed(noun, "with", "to", "towards")
    both = reader.governed(noun, "between", "among", "of")
    of = _owner(reader, noun)
    why = ""
    if both:
        of, others = both[:1], both[1:] or others
    if not others:
        others, why = _neighbours(reader, noun, of, beside)
    if not others and any(c.lower_ in {"bilateral", "mutual", "two-way"} for c in noun.children) and not both:
        sides = two_sides(reader.analysis, reader.index)
        of, others, why = sides[:1], sides[1:], "the two states the report is about"
    others = tuple(p for p in others if p not in of)
    yield _Told(kind, noun.i, of[:2] if others else of, others, why)


def _quality(noun: Token) -> str | None:
    """Friendly, tense or strategic, from the adjectives of the noun or what is said of it."""
    words = {c.lower_ for c in noun.children if c.dep_ in {"amod", "compound"}}
    verb = noun.head if noun.dep_ in {"nsubj", "nsubjpass"} else None
    if verb is not None:
        words |= {c.lower_ for c in verb.children if c.dep_ in {"acomp", "attr", "oprd", "xcomp"}}
        words |= {verb.lower_} if verb.pos_ in {"VERB", "ADJ"} else set()
        if verb.lemma_.lower() in _SOURING:
            return "tense"
    if noun.lemma_.lower() == "partnership" and "strategic" in words:
        return "strategic_partner"
    if words & _COLD:
        return "tense"
    if words & _WARM:
        return "friendly"
    return None


def _owner(reader: _Reader, noun: Token) -> tuple[Party, ...]:
    """Whose ties: a possessor ("whose" included), an adjective ("Chadian-Libyan ties"), else the subject."""
    for child in noun.children:
        if child.dep_ == "poss":
            if child.lower_ == "whose":
                relative = next((a for a in noun.ancestors if a.dep_ == "relcl"), None)
                return reader.who(relative.head) if relative is not None else ()
            if found := reader.who(child):
                return found
    named = tuple(p for c in noun.children if c.dep_ in {"amod", "compound", "nmod"} for p in reader.within(c))
    return named or reader.subject(noun)


def _neighbours(
    reader: _Reader, cue: Token, of: tuple[Party, ...], beside: dict[str, tuple[Party, ...]]
) -> tuple[tuple[Party, ...], str]:
    """"Both its neighbours": those the report said it lies between, else those on the map it names."""
    phrase = reader.doc[cue.i : cue.i + 8].text.lower()
    if not of or ("neighbo" not in phrase and " both" not in phrase):
        return (), ""
    if of[0].entity in beside:
        return beside[of[0].entity], f"{of[0].name} lies between them, as the report says"
    near = neighbours(of[0].country) if of[0].country else ()
    named = tuple(
        Party(e.id, e.name, e.country, e.sectors) for e in reader.analysis.entities if e.kind == "state" and e.country in near
    )
    return (named, f"the neighbours of {of[0].name} that the report names") if named else ((), "")


def _staying(reader: _Reader, adjective: Token, beside: dict[str, tuple[Party, ...]]) -> Iterator[_Told]:
    """"Has tried to stay friendly with both"."""
    of = reader.subject(adjective)
    others = reader.governed(adjective, "with", "to", "towards")
    why = ""
    if not others:
        others, why = _neighbours(reader, adjective, of, beside)
    yield _Told("friendly" if adjective.lower_ == "friendly" else "tense", adjective.i, of, others, why)


def _dependence(reader: _Reader, cue: Token) -> Iterator[_Told]:
    objects = [o for c in cue.children if c.lower_ in {"on", "upon"} for o in c.children if o.dep_ == "pobj"]
    of = reader.subject(cue)
    others = tuple(p for o in objects for p in reader.within(o) if p not in of)
    yield _Told("dependent_on", cue.i, of, others[:2])


def _partner(reader: _Reader, noun: Token) -> Iterator[_Told]:
    words = {c.lower_ for c in noun.children}
    kind = "ally" if noun.lemma_ == "ally" else "strategic_partner" if "strategic" in words else "partner"
    if noun.dep_ not in {"attr", "appos", "oprd", "pobj"}:
        return
    of = reader.subject(noun)
    others = reader.governed(noun, "of", "to", "for") or tuple(p for c in noun.children if c.dep_ == "poss" for p in reader.who(c))
    if noun.dep_ == "oprd" or (noun.dep_ == "attr" and not others):
        others = others or of
    yield _Told(kind, noun.i, tuple(p for p in of if p not in others), others)


def _hostile(reader: _Reader, token: Token, lemma: str) -> Iterator[_Told]:
    if lemma in {"sanction"} and token.pos_ == "NOUN":
        yield from _sanctions(reader, token)
    elif lemma in _WARS and token.pos_ == "NOUN":
        yield from _war(reader, token)
    elif lemma == "invade" and token.pos_ == "VERB":
        yield _Told("at_war", token.i, _blamed(reader, token) or _doer(reader, token), _objects(reader, token))
    elif lemma == "isolation" and token.pos_ == "NOUN" or lemma == "isolate" and token.pos_ == "VERB":
        target = _objects(reader, token) or reader.governed(token, "of")
        yield _Told("isolated_by", token.i, target, _doer(reader, token))


def _blamed(reader: _Reader, verb: Token) -> tuple[Party, ...]:
    """"Punished it for invading": the one punished invades, not the one who punishes."""
    prep = verb.head
    if verb.dep_ != "pcomp" or prep.head.lemma_.lower() not in _BLAMING:
        return ()
    return _objects(reader, prep.head)


def _doer(reader: _Reader, token: Token) -> tuple[Party, ...]:
    by = reader.governed(token, "by")
    whose = tuple(p for c in token.children if c.dep_ == "poss" for p in reader.who(c))
    adjective = tuple(p for c in token.children if c.dep_ in {"amod", "compound"} for p in reader.within(c))
    return by or whose or adjective or (reader.subject(token) if token.pos_ == "VERB" else ())


def _sanctions(reader: _Reader, noun: Token) -> Iterator[_Told]:
    """"Sanctions imposed by A on B", "A adopted sanctions against B"; the one under them comes first."""
    target = reader.governed(noun, "on", "against")
    doer: tuple[Party, ...] = tuple(p for c in noun.children if c.dep_ == "poss" for p in reader.who(c))
    for verb in [c for c in noun.children if c.dep_ in {"acl", "relcl"}] + [a for a in noun.ancestors if a.pos_ == "VERB"][:1]:
        doer = doer or reader.governed(verb, "by")
        target = target or reader.governed(verb, "on", "against")
        if verb.lemma_ in {"impose", "adopt", "approve", "slap", "levy", "widen", "extend", "agree", "announce", "maintain"}:
            doer = doer or reader.subject(verb)
    if not target:
        over = [o for c in noun.children if c.lower_ in {"over", "for"} for o in c.children if o.dep_ == "pobj"]
        target = tuple(p for o in over for c in o.children if c.dep_ == "poss" for p in reader.who(c))
    if doer and not target:
        target = _pronoun_target(reader, noun, doer)
    yield _Told("sanctioned_by", noun.i, target, tuple(p for p in doer if p not in target))


def _pronoun_target(reader: _Reader, noun: Token, doer: tuple[Party, ...]) -> tuple[Party, ...]:
    """"As a result of its invasion": the one whose act the sanctions answer."""
    for token in reader.doc[noun.i :]:
        if token.dep_ == "poss" and token.pos_ == "PRON":
            return tuple(p for p in reader.who(token) if p not in doer)
    return ()


def _war(reader: _Reader, noun: Token) -> Iterator[_Told]:
    target = reader.governed(noun, "of", "against", "on", "in", "with") if noun.lemma_ != "offensive" else ()
    doer = _doer(reader, noun)
    between = reader.governed(noun, "between")
    if between:
        doer, target = between[:1], between[1:]
    if not (_pronoun_doer(noun) and _answered(reader, noun, doer)):
        yield _Told("at_war", noun.i, doer, tuple(p for p in target if p not in doer))


def _pronoun_doer(noun: Token) -> bool:
    return any(c.dep_ == "poss" and c.pos_ == "PRON" for c in noun.children)


def _answered(reader: _Reader, noun: Token, doer: tuple[Party, ...]) -> bool:
    """"Sanctions imposed by A as a result of its invasion": "its" cannot be A's; better no guess."""
    clause = [t for t in noun.ancestors if t.lemma_.lower() in {"sanction", "impose", "condemn", "punish"}]
    return any(party in doer for t in clause for party in (*reader.governed(t, "by"), *reader.subject(t)))


def _extent(cue: Token) -> tuple[int, int]:
    """The clause of a cue, or its phrase where the clause is long."""
    doc = cue.doc
    verb = next((t for t in [cue, *cue.ancestors] if t.pos_ in {"VERB", "AUX"}), None)
    first, last = own_tokens(cue)
    if cue.dep_ in {"amod", "acl"} and cue.head.pos_ in {"NOUN", "PROPN"}:
        first, last = own_tokens(cue.head)
        if cue.head.dep_ == "appos":
            first = min(first, own_tokens(cue.head.head)[0])
    if cue.lemma_.lower() in {*_WARS, "isolation"} or any(c.dep_ == "acl" for c in cue.children):
        return first, last
    if verb is None or verb.dep_ in {"acl", "amod"} and verb.i != cue.i:
        return first, last
    left, right = min(first, verb.i), max(last, verb.i + 1)
    for child in verb.children:
        start, end = own_tokens(child)
        if child.dep_ in {"nsubj", "nsubjpass", "aux", "auxpass", "neg"} and child.i < right:
            left = min(left, start)
        if child.dep_ in {"dobj", "acomp", "attr", "oprd", "prep", "agent", "advmod"} and child.i > verb.i:
            right = max(right, end)
    return (left, right) if right - left <= LONGEST else (first, last)
