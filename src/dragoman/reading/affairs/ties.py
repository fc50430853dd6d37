"""Ties: borders, friendly and tense relations, dependence, allies and partners in one sentence."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.knowledge.states import neighbours
from dragoman.model.actor import Party
from dragoman.reading.affairs.sides import two_sides
from dragoman.reading.affairs.standing import Reader, Told

TIES = frozenset("tie relation relationship friendship partnership link bond".split())


_WARM = frozenset(
    "friendly cordial warm close closer strong stronger robust good excellent brotherly fraternal traditional "
    "amicable solid firm neighbourly neighborly deep historic healthy special flourishing".split()
)


_COLD = frozenset(
    "tense strained frosty hostile sour icy fraught troubled rocky difficult bad poor chilly cold uneasy "
    "acrimonious damaged".split()
)


_SOURING = frozenset("worsen sour deteriorate freeze fray strain sink collapse cool".split())


LYING = frozenset(
    "landlocked wedged sandwiched squeezed nestled situated hemmed tucked lying lies".split()
)


LEANING = frozenset("depend rely hinge".split())


def landlocked(reader: Reader, token: Token) -> Iterator[Told]:
    """ "A landlocked country between A and B", "wedged between A and B, X …"."""
    reach = 8 if token.lower_ == "landlocked" else 2
    between = next(
        (t for t in reader.doc[token.i : token.i + reach] if t.lower_ == "between"), None
    )
    if between is None:
        return
    others: dict[str, Party] = {}
    for child in between.children:
        for party in reader.who(child):
            others.setdefault(party.entity, party)
    of = tuple(p for p in reader.subject(token) if p.entity not in others)
    if of or reach > 2:  # "the fault lies between A and B" is no border
        yield Told("borders", token.i, of[:1], tuple(others.values()))


def ties(reader: Reader, noun: Token, beside: dict[str, tuple[Party, ...]]) -> Iterator[Told]:
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
    if (
        not others
        and any(c.lower_ in {"bilateral", "mutual", "two-way"} for c in noun.children)
        and not both
    ):
        sides = two_sides(reader.analysis, reader.index)
        of, others, why = sides[:1], sides[1:], "the two states the report is about"
    others = tuple(p for p in others if p not in of)
    yield Told(kind, noun.i, of[:2] if others else of, others, why)


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


def _owner(reader: Reader, noun: Token) -> tuple[Party, ...]:
    """Whose ties: a possessor ("whose" included), an adjective ("Chadian-Libyan ties"), else the subject."""
    for child in noun.children:
        if child.dep_ == "poss":
            if child.lower_ == "whose":
                relative = next((a for a in noun.ancestors if a.dep_ == "relcl"), None)
                return reader.who(relative.head) if relative is not None else ()
            if found := reader.who(child):
                return found
    named = tuple(
        p for c in noun.children if c.dep_ in {"amod", "compound", "nmod"} for p in reader.within(c)
    )
    return named or reader.subject(noun)


def _neighbours(
    reader: Reader, cue: Token, of: tuple[Party, ...], beside: dict[str, tuple[Party, ...]]
) -> tuple[tuple[Party, ...], str]:
    """ "Both its neighbours": those the report said it lies between, else those on the map it names."""
    phrase = reader.doc[cue.i : cue.i + 8].text.lower()
    if not of or ("neighbo" not in phrase and " both" not in phrase):
        return (), ""
    if of[0].entity in beside:
        return beside[of[0].entity], f"{of[0].name} lies between them, as the report says"
    near = neighbours(of[0].country) if of[0].country else ()
    named = tuple(
        e.party for e in reader.analysis.entities if e.kind == "state" and e.country in near
    )
    return (named, f"the neighbours of {of[0].name} that the report names") if named else ((), "")


def staying(
    reader: Reader, adjective: Token, beside: dict[str, tuple[Party, ...]]
) -> Iterator[Told]:
    """ "Has tried to stay friendly with both"."""
    of = reader.subject(adjective)
    others = reader.governed(adjective, "with", "to", "towards")
    why = ""
    if not others:
        others, why = _neighbours(reader, adjective, of, beside)
    yield Told(
        "friendly" if adjective.lower_ == "friendly" else "tense", adjective.i, of, others, why
    )


def dependence(reader: Reader, cue: Token) -> Iterator[Told]:
    objects = [
        o
        for c in cue.children
        if c.lower_ in {"on", "upon"}
        for o in c.children
        if o.dep_ == "pobj"
    ]
    of = reader.subject(cue)
    others = tuple(p for o in objects for p in reader.within(o) if p not in of)
    yield Told("dependent_on", cue.i, of, others[:2])


def partner(reader: Reader, noun: Token) -> Iterator[Told]:
    words = {c.lower_ for c in noun.children}
    kind = (
        "ally"
        if noun.lemma_ == "ally"
        else "strategic_partner"
        if "strategic" in words
        else "partner"
    )
    if noun.dep_ not in {"attr", "appos", "oprd", "pobj"}:
        return
    of = reader.subject(noun)
    others = reader.governed(noun, "of", "to", "for") or tuple(
        p for c in noun.children if c.dep_ == "poss" for p in reader.who(c)
    )
    if noun.dep_ == "oprd" or (noun.dep_ == "attr" and not others):
        others = others or of
    yield Told(kind, noun.i, tuple(p for p in of if p not in others), others)
