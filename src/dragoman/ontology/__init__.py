"""PLOVER as data: one TOML file a type, which a domain expert can edit without touching code.

A file gives a type's definition, its cues and its examples (which run as tests):

`[[verb]]` and `[[noun]]` tables hold `cues`, each a phrase of lemmas: a verb alone
("visit"), with a particle or preposition that must be there ("call on"), with an object
("pay <visit>": any noun of that list in words.toml, or a plain lemma). `actor` and
`recipient` say where to look for each, in order: `subject`, `object`, `dative`, a
preposition ("with"), `poss` (the possessor of an event noun), `mod` (an adjective or
compound before it), and, one step further in, `object.with`, `object.mod`,
`complement.object` (of the infinitive it governs). `mode` is PLOVER's, `needs` names the
condition in `reading/events/needs.py` under which there is an event at all; `status` is what a
past tense really says ("left for Oman": the visit there is planned); `mutual` makes
whoever it is done with an actor too (treaties are signed by both); `negated` asks for
"will not" or "would not", `conditional` for "will … unless" (or "if").
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import get_args

from dragoman.model.claim import Status

TYPES = (
    "ACCUSE",
    "AGREE",
    "AID",
    "ASSAULT",
    "COERCE",
    "CONCEDE",
    "CONSULT",
    "COOPERATE",
    "MOBILIZE",
    "PROTEST",
    "REJECT",
    "REQUEST",
    "RETREAT",
    "SANCTION",
    "SUPPORT",
    "THREATEN",
)
PARTICLES = frozenset(
    "with to on up of for in at from into against out off over by back about near along down "
    "upon through across around together under".split()
)


@dataclass(frozen=True, slots=True)
class Cue:
    """One phrase that announces an event: its head lemma, and what must stand with it."""

    phrase: str
    head: str
    particles: tuple[str, ...]
    objects: frozenset[str]
    before: str | None = None

    @property
    def weight(self) -> int:
        """How specific the phrase is: the more words it asks for, the more it says."""
        return 2 * bool(self.objects) + len(self.particles) + bool(self.before)


@dataclass(frozen=True, slots=True)
class Frame:
    """Cues that share a type, a mode and the places where their parties stand."""

    type: str
    kind: str
    cues: tuple[Cue, ...]
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    mode: str | None
    needs: str
    not_object: frozenset[str]
    not_complement: frozenset[str]
    only_complement: frozenset[str]
    status: Status | None
    mutual: bool
    complement_aux: frozenset[str]
    with_complement: bool
    without_complement: bool
    negated: bool
    conditional: bool


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence and what must (or, with `none`, must not) be read from it."""

    type: str
    text: str
    none: bool
    actor: tuple[str, ...] | None
    recipient: tuple[str, ...] | None
    status: str | None
    mode: str | None


@dataclass(frozen=True, slots=True)
class Ontology:
    """All frames by the lemma that heads their cues, definitions, and examples."""

    verbs: Mapping[str, tuple[tuple[Cue, Frame], ...]]
    nouns: Mapping[str, tuple[tuple[Cue, Frame], ...]]
    words: Mapping[str, frozenset[str]]
    definitions: Mapping[str, str]
    examples: tuple[Example, ...]


@lru_cache(maxsize=1)
def load_ontology() -> Ontology:
    """Read all type files; a few milliseconds, once per process."""
    folder = files("dragoman.ontology")
    words = {
        name: frozenset(lemmas)
        for name, lemmas in tomllib.loads(folder.joinpath("words.toml").read_text("utf-8")).items()
    }
    verbs: dict[str, list[tuple[Cue, Frame]]] = {}
    nouns: dict[str, list[tuple[Cue, Frame]]] = {}
    definitions: dict[str, str] = {}
    examples: list[Example] = []
    for name in TYPES:
        data = tomllib.loads(folder.joinpath(f"{name.lower()}.toml").read_text("utf-8"))
        definitions[name] = data["definition"]
        for kind, index in (("verb", verbs), ("noun", nouns)):
            for table in data.get(kind, []):
                frame = _frame(name, kind, table, words)
                for cue in frame.cues:
                    index.setdefault(cue.head, []).append((cue, frame))
        examples.extend(_example(name, table) for table in data.get("example", []))
    return Ontology(_frozen(verbs), _frozen(nouns), words, definitions, tuple(examples))


def _frozen(
    index: dict[str, list[tuple[Cue, Frame]]],
) -> Mapping[str, tuple[tuple[Cue, Frame], ...]]:
    return {head: tuple(rows) for head, rows in sorted(index.items())}


def _frame(
    name: str, kind: str, table: Mapping[str, object], words: Mapping[str, frozenset[str]]
) -> Frame:
    def strings(key: str) -> tuple[str, ...]:
        value = table.get(key, [])
        if not isinstance(value, list):
            raise TypeError(f"{name}: {key} must be a list")
        return tuple(str(item) for item in value)

    read = _verb_cue if kind == "verb" else _noun_cue
    mode = table.get("mode")
    return Frame(
        type=name,
        kind=kind,
        cues=tuple(read(phrase, words) for phrase in strings("cues")),
        actor=strings("actor"),
        recipient=strings("recipient"),
        mode=str(mode) if mode else None,
        needs=str(table.get("needs", "party")),
        not_object=frozenset(strings("not_object")),
        not_complement=frozenset(strings("not_complement")),
        only_complement=frozenset(strings("only_complement")),
        status=_status(table.get("status")),
        mutual=bool(table.get("mutual", False)),
        complement_aux=frozenset(strings("complement_aux")),
        with_complement=bool(table.get("with_complement", False)),
        without_complement=bool(table.get("without_complement", False)),
        negated=bool(table.get("negated", False)),
        conditional=bool(table.get("conditional", False)),
    )


def _status(value: object) -> Status | None:
    found: dict[object, Status] = {name: name for name in get_args(Status)}
    return found.get(value)


def _verb_cue(phrase: str, words: Mapping[str, frozenset[str]]) -> Cue:
    head, *rest = phrase.split()
    particles = tuple(word for word in rest if word in PARTICLES)
    objects: set[str] = set()
    for word in rest:
        if word.startswith("<"):
            objects |= words.get(word[1:-1], frozenset({word[1:-1]}))
        elif word not in PARTICLES:
            objects.add(word)
    return Cue(phrase, head, particles, frozenset(objects))


def _noun_cue(phrase: str, words: Mapping[str, frozenset[str]]) -> Cue:  # noqa: ARG001
    *before, head = phrase.split()
    if head in PARTICLES:
        return Cue(phrase, before[-1], (head,), frozenset())
    return Cue(phrase, head, (), frozenset(), before[0] if before else None)


def _example(name: str, table: Mapping[str, object]) -> Example:
    def codes(key: str) -> tuple[str, ...] | None:
        value = table.get(key)
        return tuple(str(item) for item in value) if isinstance(value, list) else None

    def text(key: str) -> str | None:
        value = table.get(key)
        return str(value) if value is not None else None

    return Example(
        type=name,
        text=str(table["text"]),
        none=bool(table.get("none", False)),
        actor=codes("actor"),
        recipient=codes("recipient"),
        status=text("status"),
        mode=text("mode"),
    )
