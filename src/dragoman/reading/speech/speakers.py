"""Speakers: whose words they are, by name where the report gives one and by its phrase where not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.knowledge.states import match_phrases, state_senses
from dragoman.model.actor import Entity, Inference, Party
from dragoman.model.report import content_id
from dragoman.reading.analysis import Analysis, NameMention
from dragoman.reading.speech.credence import UTTERANCES
from dragoman.reading.speech.quotes import Attribution

_PRONOUNS = frozenset(
    "he she it they we i you who which that this these those one others some many both all "
    "everyone anyone nobody someone none each another".split()
)
_DETERMINERS = frozenset("a an the his her its their our my this that these those some".split())
_SPEAKING = frozenset({"NOUN", "PROPN", "NUM", "ADJ", "X"})
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Speaker:
    """A party that speaks, and what had to be inferred to say so."""

    party: Party
    inferred: tuple[Inference, ...] = ()


def find_speaker(analysis: Analysis, attribution: Attribution) -> Speaker | None:
    """Who says it; None where the report gives no more than an unresolved pronoun."""
    if attribution.source_head is None:
        return None
    sentence = attribution.sentence
    token = analysis.sentences[sentence].doc[attribution.source_head]
    named = _by_name(analysis, sentence, token)
    if named is not None:
        return named
    owner = _owner(token)
    owned = _by_name(analysis, sentence, owner) if owner is not None else None
    if owned is not None and token.lemma_.lower() in UTTERANCES:
        why = Inference("speaker", f"the {token.lower_} is {owned.party.name}'s")
        return Speaker(owned.party, (*owned.inferred, why))
    if token.lower_ in _PRONOUNS or token.pos_ not in _SPEAKING:
        return None
    return _by_phrase(analysis, attribution, token, owned)


def resolved(analysis: Analysis, sentence: int, token: Token) -> Entity | None:
    """Who the phrase headed by a token means, not merely who is named inside it."""
    name = _name_of(analysis, sentence, token)
    return analysis.entity(name.entity) if name is not None else None


def _name_of(analysis: Analysis, sentence: int, token: Token) -> NameMention | None:
    name = analysis.name_headed(sentence, token.i) or analysis.name_at(sentence, token.i)
    if name is None or (name.form == "adjective" and name.head != token.i):
        return None
    return name


# --- by name ---------------------------------------------------------------------------


def _by_name(analysis: Analysis, sentence: int, token: Token) -> Speaker | None:
    heads = [t for t in _joined(token) if resolved(analysis, sentence, t) is not None]
    entities = [e for t in heads if (e := resolved(analysis, sentence, t)) is not None]
    entities = list({e.id: e for e in entities}.values())
    if not entities:
        return None
    if len(entities) > 1:
        return Speaker(_together(analysis, entities))
    name = _name_of(analysis, sentence, heads[0])
    assert name is not None
    return _one(analysis, name, entities[0])


def _joined(head: Token) -> list[Token]:
    """The heads of "X and Y"."""
    found = [head]
    while (after := next((k for k in found[-1].children if k.dep_ == "conj"), None)) is not None:
        found.append(after)
    return found


def _one(analysis: Analysis, name: NameMention, entity: Entity) -> Speaker:
    words = analysis.mention(name.sentence, name.start, name.end).quote
    if entity.members:
        members = [analysis.entity(m) for m in entity.members]
        called = " and ".join(m.name for m in members)
        party = Party(entity.id, called, _shared(members), entity.sectors)
        return Speaker(party, (Inference("speaker", f"'{words}' means {called}"),))
    plain = _bare(words)
    if entity.kind == "state" and _is_organ(plain, name):
        party = Party(entity.id, plain, entity.country, entity.sectors)
        return Speaker(party, (Inference("country", f"'{plain}' speaks for {entity.name}"),))
    party = entity.party
    if name.form in ("pronoun", "description") and plain.lower() != entity.name.lower():
        return Speaker(party, (Inference("speaker", f"'{words}' is read as {entity.name}"),))
    return Speaker(party)


def _is_organ(words: str, name: NameMention) -> bool:
    """Part of a state that speaks for it ("the White House"), not its name or its capital."""
    if name.form == "pronoun":
        return False
    senses = {sense.sense for sense in state_senses(words)}
    if senses:
        return senses == {"seat"}
    return any(word[:1].isupper() for word in words.split())


def _together(analysis: Analysis, entities: list[Entity]) -> Party:
    sectors = tuple(sorted({s for e in entities for s in e.sectors}))
    party_id = content_id("entity", analysis.report.id, *sorted(e.id for e in entities))
    names = " and ".join(e.name for e in entities)
    return Party(party_id, names, _shared(entities), sectors)


def _shared(entities: Iterable[Entity]) -> str | None:
    countries = {e.country for e in entities}
    return countries.pop() if len(countries) == 1 else None


# --- by phrase -------------------------------------------------------------------------


def _by_phrase(
    analysis: Analysis, attribution: Attribution, token: Token, owner: Speaker | None
) -> Speaker | None:
    """A speaker the report describes and does not name: "a senior government official"."""
    left, right = _phrase(attribution, token)
    if right <= left:
        return None
    words = analysis.mention(attribution.sentence, left, right).quote
    if len(words) > _LONGEST_NAME:
        words = token.text
    inferred: tuple[Inference, ...] = ()
    if owner is not None and token.doc[token.left_edge.i].tag_ == "PRP$":
        inferred = (Inference("speaker", f"the {words} is that of {owner.party.name}"),)
        country: str | None = owner.party.country
        words = f"{words} of {owner.party.name}"
    else:
        country, why = _country(analysis, attribution.sentence, token, left, right)
        inferred = (Inference("country", why),) if why else ()
    party_id = content_id("entity", analysis.report.id, words.lower())
    return Speaker(Party(party_id, words, country), inferred)


def _phrase(attribution: Attribution, token: Token) -> tuple[int, int]:
    """Token bounds of the phrase: no determiner, no relative clause, not over the cue."""
    doc, cue = token.doc, attribution.cue_token
    tails = [k for k in token.children if k.dep_ in ("relcl", "acl", "appos") and k.i > token.i]
    right = min([token.right_edge.i + 1, *(k.left_edge.i for k in tails)])
    if cue > token.i:
        right = min(right, cue)
    left = max(token.left_edge.i, cue + 1) if cue < token.i else token.left_edge.i
    while right - 1 > token.i and not (doc[right - 1].is_alpha or doc[right - 1].is_digit):
        right -= 1
    while left < token.i and (doc[left].lower_ in _DETERMINERS or doc[left].is_punct):
        left += 1
    return left, right


def _owner(token: Token) -> Token | None:
    """ "Okafor" in "Okafor's remarks" and in "remarks by Okafor"."""
    for kid in token.children:
        if kid.dep_ == "poss":
            return kid
        if kid.dep_ == "prep" and kid.lower_ in ("by", "from"):
            return next((k for k in kid.children if k.dep_ == "pobj"), None)
    return None


def _country(
    analysis: Analysis, sentence: int, token: Token, left: int, right: int
) -> tuple[str | None, str]:
    """The one country a descriptive phrase names by adjective, owner or pronoun."""
    doc = token.doc
    for at in range(token.left_edge.i, right):
        entity = analysis.entity_at(sentence, at)
        if entity is not None and entity.country and at != token.i:
            return entity.country, f"'{doc[at].text}' in the phrase means {entity.name}"
    matches = match_phrases([t.text for t in doc[left:right]])
    codes = {sense.code for match in matches for sense in match.senses}
    if len(codes) == 1:
        return codes.pop(), f"named in the phrase '{doc[left:right].text}'"
    return None, ""


def _bare(words: str) -> str:
    parts = words.split()
    while len(parts) > 1 and parts[0].lower() in _DETERMINERS:
        parts = parts[1:]
    return " ".join(parts)
