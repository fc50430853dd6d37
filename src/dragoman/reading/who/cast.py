"""Cast: the persons, states and bodies of one report while they are being told apart.

A `Draft` becomes an `Entity` once every step has said what it knows of it; the spots where
it is met become the report's names. Nothing here decides who is who.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.knowledge.states import state_name
from dragoman.model.actor import Entity, EntityKind, Reason
from dragoman.model.report import content_id
from dragoman.reading.analysis import Analysis, NameForm, NameMention
from dragoman.reading.who.names import Line, read_lines
from dragoman.reading.who.titlephrase import Title
from dragoman.reading.who.titles import find_titles


@dataclass(slots=True)
class Draft:
    """One entity in the making. `words` are a person's name in lower case; `she` None where unknown.

    `sure` says that the report itself gives the country.
    """

    key: str
    kind: EntityKind
    name: str
    country: str | None = None
    sure: bool = False
    sectors: list[str] = field(default_factory=list)
    aliases: dict[str, None] = field(default_factory=dict)
    members: list[str] = field(default_factory=list)
    offices: list[str] = field(default_factory=list)
    reasons: list[Reason] = field(default_factory=list)
    words: tuple[str, ...] = ()
    she: bool | None = None
    single: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Cast:
    """Everyone met so far in one report. `covered` maps (sentence, token) to a draft's key,
    `held` (sentence, first token) of a title to the key of the person it is given to, `titled` that key to the titles;
    `in_sentence` and `of_draft` hold the spots by sentence and by draft."""

    analysis: Analysis
    lines: list[Line]
    titles: list[list[Title]]
    drafts: dict[str, Draft] = field(default_factory=dict)
    spots: list[NameMention] = field(default_factory=list)
    covered: dict[tuple[int, int], str] = field(default_factory=dict)
    taken: set[tuple[int, int, int]] = field(default_factory=set)
    held: dict[tuple[int, int], str] = field(default_factory=dict)
    titled: dict[str, list[Title]] = field(default_factory=dict)
    in_sentence: dict[int, list[NameMention]] = field(default_factory=dict)
    of_draft: dict[str, list[NameMention]] = field(default_factory=dict)

    def draft(self, key: str, kind: EntityKind, name: str, country: str | None = None) -> Draft:
        """The draft of that key, made if there is none yet."""
        held = self.drafts.get(key)
        if held is None:
            held = self.drafts[key] = Draft(key, kind, name, country)
        return held

    def state(self, code: str) -> Draft:
        """The draft of a state by its alpha-3 code."""
        held = self.draft(f"state:{code}", "state", state_name(code), code)
        if not held.sectors:
            held.sectors.append("GOV")
        return held

    def spot(
        self,
        draft: Draft,
        line: Line,
        start: int,
        end: int,
        *,
        form: NameForm = "name",
        head: int | None = None,
    ) -> None:
        """Lay down that tokens `start` to `end` of a line mean the draft; once per span."""
        place = (line.index, start, end)
        if place in self.taken or end <= start:
            return
        self.taken.add(place)
        at = end - 1 if head is None else head
        spot = NameMention(line.index, start, end, at, draft.kind, form, draft.key)
        self.spots.append(spot)
        self.in_sentence.setdefault(line.index, []).append(spot)
        self.of_draft.setdefault(draft.key, []).append(spot)
        if form in ("name", "adjective"):
            for token in range(start, end):
                self.covered.setdefault((line.index, token), draft.key)

    def free(self, line: Line, start: int, end: int) -> bool:
        """Whether none of the tokens has been taken for a name."""
        return not any((line.index, token) in self.covered for token in range(start, end))

    def words(self, line: Line, start: int, end: int) -> str:
        """The text of tokens `start` to `end`, as written."""
        return line.doc[start:end].text if end > start else ""

    def alias(self, draft: Draft, text: str) -> None:
        """Note a spelling, with and without a leading article."""
        plain = " ".join(text.split())
        if plain:
            draft.aliases.setdefault(plain)
            first, _, rest = plain.partition(" ")
            if first.lower() == "the" and rest:
                draft.aliases.setdefault(rest)


def assemble(analysis: Analysis) -> Cast:
    """Begin: sentences made ready and titles found; the dateline is no sentence of the story."""
    lines = read_lines(analysis)
    return Cast(analysis, lines, [find_titles(line) for line in lines])


def lay_down(cast: Cast) -> None:
    """Turn the drafts that are met somewhere into entities and write them on the desk."""
    ids = {
        key: content_id("entity", cast.analysis.report.id, draft.kind, draft.name)
        for key, draft in cast.drafts.items()
    }
    ids = _apart(ids, cast)
    met: dict[str, list[NameMention]] = {}
    for spot in cast.spots:
        met.setdefault(spot.entity, []).append(spot)
    meant = _meant(cast, met)
    entities = [
        _entity(cast, ids, key, met.get(key) or meant[key])
        for key in cast.drafts
        if key in met or key in meant
    ]
    cast.analysis.names = tuple(
        NameMention(s.sentence, s.start, s.end, s.head, s.kind, s.form, ids[s.entity])
        for s in sorted(cast.spots, key=lambda s: (s.sentence, s.start, -s.end))
    )
    cast.analysis.entities = tuple(sorted(entities, key=lambda e: (e.mentions[0].start, e.id)))
    cast.analysis.index_names()


def _meant(cast: Cast, met: dict[str, list[NameMention]]) -> dict[str, list[NameMention]]:
    """Where the members of groups are meant: those met nowhere else have no other words to show."""
    meant: dict[str, list[NameMention]] = {}
    for key, spots in met.items():
        for member in cast.drafts[key].members:
            meant.setdefault(member, []).extend(spots)
    return meant


def _apart(ids: dict[str, str], cast: Cast) -> dict[str, str]:
    """Two drafts of one name and kind keep different ids."""
    seen: dict[str, int] = {}
    told: dict[str, str] = {}
    for key in cast.drafts:
        number = seen.get(ids[key], 0)
        seen[ids[key]] = number + 1
        draft = cast.drafts[key]
        told[key] = (
            content_id("entity", cast.analysis.report.id, draft.kind, draft.name, str(number))
            if number
            else ids[key]
        )
    return told


def _entity(cast: Cast, ids: dict[str, str], key: str, spots: list[NameMention]) -> Entity:
    draft = cast.drafts[key]
    mentions = {cast.analysis.mention(s.sentence, s.start, s.end) for s in spots}
    return Entity(
        id=ids[key],
        report=cast.analysis.report.id,
        name=draft.name,
        kind=draft.kind,
        country=draft.country,
        sectors=tuple(dict.fromkeys(draft.sectors)),
        aliases=tuple(sorted({draft.name, *draft.aliases})),
        members=tuple(dict.fromkeys(ids[m] for m in draft.members if m in ids)),
        offices=tuple(dict.fromkeys(draft.offices)),
        mentions=tuple(sorted(mentions, key=lambda m: (m.start, m.end))),
        reasons=tuple(dict.fromkeys(draft.reasons)),
    )
