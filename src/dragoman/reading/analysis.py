"""The desk on which one report is read: each step puts down its own part and reads the earlier ones.

Tokens are spaCy's. Every sentence is parsed as a document of its own, so token numbers
count from 0 within a sentence and character offsets within a doc count from the
sentence's start in the report: `analysis.mention(s, i, j)` does the sum.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from spacy.tokens import Doc

from dragoman.model.actor import Entity, EntityKind, Party
from dragoman.model.report import Report
from dragoman.model.text import Mention, Sentence, mention

NameForm = Literal["name", "adjective", "description", "pronoun"]


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where, when and by whom a report says it was written; offsets into the report's text."""

    start: int
    end: int
    place: str | None
    date: str | None
    agency: str | None


@dataclass(frozen=True, slots=True)
class ParsedSentence:
    """A sentence and its parse, of `report.text[sentence.start:sentence.end]`.

    `doc.text` is as long as that slice and differs from it only where odd white space and
    half surrogates were each replaced by one plain character, so offsets agree.
    """

    sentence: Sentence
    doc: Doc


@dataclass(frozen=True, slots=True)
class NameMention:
    """One place where an entity is named, described or referred to.

    `start` and `end` are token numbers in sentence `sentence`, half open; `head` the token
    the phrase hangs on. `form`: `name` ("Ana Brito", "Peru", "Downing Street"),
    `adjective` ("Peruvian"), `description` ("his Chilean counterpart", "the two sides",
    "the Foreign Minister of Peru"), `pronoun` ("he", "its").
    """

    sentence: int
    start: int
    end: int
    head: int
    kind: EntityKind
    form: NameForm
    entity: str


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date or span of time in the text, resolved. Token range as in `NameMention`.

    `start` and `end` are ISO, as precise as known ("2022-07-05", "2022-07", "2022"; "" for
    unknown); `kind` is `date` (a calendar time), `period` (from start to end),
    `duration` ("two days": `days` says how long) or `set` ("every week"). `timex` is the
    value as TIMEX3 writes it, "" where it has none.
    """

    sentence: int
    first: int
    last: int
    kind: Literal["date", "period", "duration", "set"]
    start: str
    end: str
    days: float | None = None
    inferred: str | None = None
    timex: str = ""


@dataclass(slots=True)
class Analysis:
    """Everything known so far about one report. A step fills the part that bears its name."""

    report: Report
    anchor: str | None = None
    anchor_reason: str | None = None
    dateline: Dateline | None = None
    sentences: tuple[ParsedSentence, ...] = ()
    names: tuple[NameMention, ...] = ()
    entities: tuple[Entity, ...] = ()
    dates: tuple[DateMention, ...] = ()
    credits: tuple[str, ...] = ()
    about: str | None = None
    _at: dict[tuple[int, int], NameMention] = field(default_factory=dict)
    _headed: dict[tuple[int, int], NameMention] = field(default_factory=dict)
    _by_id: dict[str, Entity] = field(default_factory=dict)
    _states: dict[str | None, Party] = field(default_factory=dict)

    def mention(self, sentence: int, start: int, end: int) -> Mention:
        """The words of tokens `start` to `end` (half open) of a sentence, as a mention."""
        parsed = self.sentences[sentence]
        base, doc = parsed.sentence.start, parsed.doc
        first, last = doc[start], doc[end - 1]
        return mention(
            self.report.id,
            self.report.text,
            base + first.idx,
            base + last.idx + len(last.text),
        )

    def index_names(self) -> None:
        """Make looking up names and entities quick; called once both are laid down."""
        self._by_id = {entity.id: entity for entity in self.entities}
        self._states = {}
        for entity in self.entities:
            if entity.kind == "state":
                self._states.setdefault(entity.country, entity.party)
        self._at = {}
        for name in sorted(self.names, key=lambda n: (n.sentence, n.end - n.start), reverse=True):
            for token in range(name.start, name.end):
                self._at[name.sentence, token] = name  # the shortest that covers it wins
        self._headed = {}
        for name in self.names:
            longest = self._headed.setdefault((name.sentence, name.head), name)
            if name.end - name.start > longest.end - longest.start:
                self._headed[name.sentence, name.head] = name

    def name_at(self, sentence: int, token: int) -> NameMention | None:
        """The innermost name, description or pronoun that covers a token."""
        return self._at.get((sentence, token))

    def name_headed(self, sentence: int, token: int) -> NameMention | None:
        """The longest name, description or pronoun whose head is that token."""
        return self._headed.get((sentence, token))

    def entity(self, entity_id: str) -> Entity:
        """The entity of that id (KeyError where the report has none)."""
        return self._by_id[entity_id]

    def entity_at(self, sentence: int, token: int) -> Entity | None:
        """Who the phrase headed by (or else covering) a token means; None where nobody is named."""
        name = self.name_headed(sentence, token) or self.name_at(sentence, token)
        return self._by_id.get(name.entity) if name else None

    def kind_of(self, entity_id: str) -> EntityKind:
        """What an entity is; a group where the report has none of that id."""
        entity = self._by_id.get(entity_id)
        return entity.kind if entity else "group"

    def state_party(self, country: str | None) -> Party | None:
        """The state of that ISO code as a party; None where the report does not name it as a state."""
        return self._states.get(country)

    def parties(self, entity: Entity) -> tuple[Party, ...]:
        """An entity as parties of an event: a group with known members stands for each of them."""
        if entity.members:
            found = [self._by_id[m] for m in entity.members if m in self._by_id]
            return tuple(p for member in found for p in self.parties(member))
        return (entity.party,)
