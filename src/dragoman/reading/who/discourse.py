"""Discourse: a report read from left to right, keeping in mind who was last spoken of.

What refers back is resolved where it stands: pronouns, "the minister", "the two sides",
"his country". Where the text does not make it plain nothing is laid down: a blank costs
less trust than a wrong name.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from spacy.tokens import Token

from dragoman.reading.analysis import NameForm, NameMention
from dragoman.reading.who.cast import Cast, Draft
from dragoman.reading.who.names import Line
from dragoman.reading.who.principals import find_journeys, principal_pair

SUBJECTS = frozenset({"nsubj", "nsubjpass"})


@dataclass(frozen=True, slots=True)
class Met:
    """Somebody met at a place in the text; `subject` where it is a clause's subject."""

    sentence: int
    token: int
    key: str
    subject: bool
    form: NameForm


@dataclass(slots=True)
class Talk:
    """What a reader has in mind at one point of a report."""

    cast: Cast
    pair: tuple[str, ...]
    host: str | None
    met: list[Met] = field(default_factory=list)
    headed: dict[tuple[int, int], str] = field(default_factory=dict)

    def meet(self, spot: NameMention) -> None:
        """Take note of a mention."""
        token = self.cast.lines[spot.sentence].tokens[spot.head]
        subject = top(token).dep_ in SUBJECTS
        self.met.append(Met(spot.sentence, spot.start, spot.entity, subject, spot.form))
        held = self.headed.get((spot.sentence, spot.head))
        if held is None or spot.form != "adjective":
            self.headed[spot.sentence, spot.head] = spot.entity

    def lay(
        self, draft: Draft, line: Line, start: int, end: int, form: NameForm, head: int
    ) -> None:
        """Lay down a reference that has been resolved."""
        before = len(self.cast.spots)
        self.cast.spot(draft, line, start, end, form=form, head=head)
        if len(self.cast.spots) > before:
            self.meet(self.cast.spots[-1])

    def who(self, line: Line, token: int) -> str | None:
        """The draft a token stands for: the phrase it heads, or the name it is part of."""
        key = self.headed.get((line.index, token))
        return key or self.cast.covered.get((line.index, token)) or None

    def recent(
        self,
        line: Line,
        token: int,
        wanted: Callable[[Draft], bool],
        *,
        back: int = 2,
        adjectives: bool = False,
    ) -> list[Met]:
        """The wanted ones met before a token, latest first, up to `back` sentences before."""
        found: list[Met] = []
        for met in reversed(self.met):
            if met.sentence < line.index - back:
                break
            if met.sentence == line.index and met.token >= token:
                continue
            if (adjectives or met.form != "adjective") and wanted(self.cast.drafts[met.key]):
                found.append(met)
        return found

    def subject_of(self, sentence: int) -> list[str]:
        """Who is the subject of a sentence's main clause; several where it is a list."""
        return self.main_subject(sentence)[1] if sentence >= 0 else []

    def main_subject(self, sentence: int) -> tuple[int, list[str]]:
        """Where the subject of the main clause stands (-1: nowhere), and who it is."""
        line = self.cast.lines[sentence]
        root = next((token for token in line.doc if token.dep_ == "ROOT"), None)
        for token in line.tokens:
            if token.dep_ in SUBJECTS and token.head.dep_ == "ROOT":
                keys = [key for key in (self.who(line, t.i) for t in listed(token)) if key]
                return token.i, keys
        return self._before_verb(line, root) if root is not None else (-1, [])

    def _before_verb(self, line: Line, root: Token) -> tuple[int, list[str]]:
        """Where the parse finds no subject: the name that stands right before the verb."""
        place = root.i - 1
        while place >= 0 and (line.tokens[place].tag_ in _BETWEEN or line.low[place] == ","):
            place -= 1
        ending = [
            spot
            for spot in self.cast.in_sentence.get(line.index, [])
            if spot.end == place + 1 and spot.form != "adjective"
        ]
        if not ending or root.pos_ not in ("VERB", "AUX"):
            return -1, []
        widest = max(ending, key=lambda spot: spot.end - spot.start)
        return widest.start, [widest.entity]


_BETWEEN = frozenset("RB MD VBZ VBD VBP VB".split())


def top(token: Token) -> Token:
    """From a name up to the head of the phrase it is in (titles, appositions, lists)."""
    for _ in range(12):
        if token.dep_ not in ("conj", "appos", "compound", "nmod") or token.head == token:
            break
        token = token.head
    return token


def listed(token: Token) -> list[Token]:
    """A token and those coordinated with it."""
    found = [token]
    queue = [token]
    while queue and len(found) < 20:
        for child in queue.pop().children:
            if child.dep_ == "conj":
                found.append(child)
                queue.append(child)
    return found


def begin(cast: Cast) -> Talk:
    """A reader who has read nothing yet, but knows what the report is about."""
    journeys = find_journeys(cast)
    return Talk(cast, principal_pair(cast), journeys[0].host if journeys else None)


def retell(cast: Cast) -> None:
    """Read the report once from left to right and resolve what refers back."""
    from dragoman.reading.who.descriptions import describe_at
    from dragoman.reading.who.pronouns import pronoun_at

    talk = begin(cast)
    by_line: dict[int, list[NameMention]] = {}
    for each in cast.spots:
        by_line.setdefault(each.sentence, []).append(each)
    for line in cast.lines:
        spots = sorted(by_line.get(line.index, []), key=lambda s: (s.start, -s.end))
        coming = iter(spots)
        spot: NameMention | None = next(coming, None)
        for place in range(len(line.low)):
            while spot is not None and spot.start <= place:
                talk.meet(spot)
                spot = next(coming, None)
            pronoun_at(talk, line, place)
            describe_at(talk, line, place)
        for place in range(len(line.low)):  # "During his visit, the minister …"
            if line.low[place] in ("his", "her") and (line.index, place) not in talk.headed:
                pronoun_at(talk, line, place)


def pair_of(talk: Talk, keys: list[str]) -> Draft:
    """The group of just these: one draft for the same members, whatever it is called."""
    members = sorted(dict.fromkeys(keys))
    if len(members) == 1:
        return talk.cast.drafts[members[0]]
    names = [talk.cast.drafts[key].name for key in dict.fromkeys(keys)]
    name = ", ".join(names[:-1]) + " and " + names[-1]
    draft = talk.cast.draft("all:" + "|".join(members), "group", name)
    draft.members = list(dict.fromkeys(keys))
    return draft
