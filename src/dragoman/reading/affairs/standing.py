"""Standing: one sentence read for what stands between states, and who its words mean."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from dragoman.model.actor import Party
from dragoman.reading.affairs.sides import own_tokens, state_of
from dragoman.reading.analysis import Analysis


@dataclass(frozen=True, slots=True)
class Told:
    """A relation as one cue tells it: kind, cue token, the one it is said of, the others."""

    kind: str
    cue: int
    of: tuple[Party, ...]
    others: tuple[Party, ...]
    inferred: str = ""


@dataclass(slots=True)
class Reader:
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
                    relative = (
                        verb.head if child.tag_ in {"WDT", "WP"} and verb.dep_ == "relcl" else child
                    )
                    if found := self.who(relative):
                        return found
            if (
                verb.dep_ in {"appos", "acl", "relcl"}
                and verb.head != verb
                and (found := self.who(verb.head))
            ):
                return found
        return ()


def objects_of(reader: Reader, verb: Token) -> tuple[Party, ...]:
    return tuple(p for c in verb.children if c.dep_ == "dobj" for p in reader.who(c))
