"""Sites: places, second names in brackets, and the organizations only the recogniser sees."""

from __future__ import annotations

from dragoman.knowledge.agencies import agency
from dragoman.knowledge.places import find_place, region
from dragoman.model.actor import EntityKind
from dragoman.reading.who.cast import Cast, Draft
from dragoman.reading.who.governments import span_head
from dragoman.reading.who.names import CALENDAR, PLACE_WORDS, Line, is_capital
from dragoman.reading.who.organs import sector_of

_BLOCS = {"west": "the West", "global south": "the Global South", "gulf": "the Gulf"}
_HUMAN = frozenset(
    "say tell report announce confirm deny quote add ask accuse warn call state agree sign give "
    "investigate arrest publish cite note launch plan".split()
)


def find_second_names(cast: Cast) -> None:
    """A name in brackets after a name is the same one's: "(UNGA)", "the Tana (Teno) River"."""
    named: dict[str, Draft] = {}
    for line in cast.lines:
        for place in range(1, len(line.low) - 2):
            if line.low[place] == "(" and line.low[place + 2] == ")":
                _bracket(cast, line, place, named)
    for line in cast.lines:
        for place, token in enumerate(line.tokens):
            draft = named.get(token.text)
            if draft is not None and cast.free(line, place, place + 1):
                cast.spot(draft, line, place, place + 1)


def _bracket(cast: Cast, line: Line, place: int, named: dict[str, Draft]) -> None:
    text = line.tokens[place + 1].text
    if not is_capital(text):
        return
    key = cast.covered.get((line.index, place - 1))
    head = place + 3
    if (
        head < len(line.low)
        and line.low[head] in PLACE_WORDS
        and is_capital(line.tokens[head].text)
    ):
        _river(cast, line, place, text)
        return
    if (
        key
        and key == cast.covered.get((line.index, place + 1), key)
        and _abbreviates(cast, key, text)
    ):
        draft = cast.drafts[key]
        cast.alias(draft, text)
        cast.spot(draft, line, place + 1, place + 2)
        named.setdefault(text, draft)


def _abbreviates(cast: Cast, key: str, text: str) -> bool:
    """Whether a bracketed word can be the short form of the name before it."""
    kind = cast.drafts[key].kind
    return text.isupper() and len(text) > 1 and kind in ("organization", "place", "group")


def _river(cast: Cast, line: Line, place: int, other: str) -> None:
    """ "the Tana (Teno) River": one place under two names."""
    first = line.tokens[place - 1].text
    kind = line.tokens[place + 3].text
    if not is_capital(first):
        return
    draft = cast.draft(f"place:{first.lower()} {kind.lower()}", "place", f"{first} {kind}")
    for name in (first, other, f"{first} {kind}", f"{other} {kind}"):
        cast.alias(draft, name)
    cast.alias(draft, cast.words(line, place - 1, place + 4))
    cast.spot(draft, line, place - 1, place + 4, head=place + 3)


def find_sites(cast: Cast) -> None:
    """Lay down regions, and what the recogniser takes for places and organizations."""
    for line in cast.lines:
        _regions(cast, line)
        for ent in line.doc.ents:
            start, end = _trim(line, ent.start, ent.end)
            if end <= start or not cast.free(line, start, end):
                continue
            if any(line.at[token] is not None for token in range(start, end)):
                continue
            if any(t.start < end and start < t.end for t in cast.titles[line.index]):
                continue
            if ent.label_ in ("GPE", "LOC", "FAC"):
                _site(cast, line, start, end)
            elif ent.label_ == "ORG" and _organizes(line, start, end):
                _organization(cast, line, start, end)
    _again(cast)


def _trim(line: Line, start: int, end: int) -> tuple[int, int]:
    while start < end and (line.low[start] == "the" or not is_capital(line.tokens[start].text)):
        start += 1
    while end > start and not is_capital(line.tokens[end - 1].text):
        end -= 1
    return start, end


def _regions(cast: Cast, line: Line) -> None:
    for place, low in enumerate(line.low):
        if low == "west" and line.tokens[place].text == "West" and _after_the(line, place):
            _bloc(cast, line, place, place + 1)
        elif low == "south" and line.low[place - 1 : place] == ["global"] and place > 1:
            _bloc(cast, line, place - 1, place + 1)


def _after_the(line: Line, place: int) -> bool:
    follows = line.tokens[place + 1].text if place + 1 < len(line.low) else ""
    known = place + 1 < len(line.low) and line.at[place + 1] is not None
    return place > 0 and line.low[place - 1] == "the" and not is_capital(follows) and not known


def _bloc(cast: Cast, line: Line, start: int, end: int) -> None:
    if not cast.free(line, start, end):
        return
    name = _BLOCS[" ".join(line.low[start:end])]
    draft = cast.draft(f"bloc:{name}", "group", name)
    draft.sectors = ["GOV"]
    cast.alias(draft, name)
    cast.spot(draft, line, start, end)


def _site(cast: Cast, line: Line, start: int, end: int) -> None:
    text = cast.words(line, start, end)
    found = find_place(text)
    draft = cast.draft(f"place:{text.lower()}", "place", text, found.country if found else None)
    _name(cast, draft, line, start, end)


def _organizes(line: Line, start: int, end: int) -> bool:
    """Whether a supposed organization acts like one; abbreviations of things do not."""
    head = line.tokens[span_head(line, start, end)]
    follows = line.tokens[end].text if end < len(line.low) else ""
    if line.low[start] in CALENDAR or (is_capital(follows) and line.at[end] is None):
        return False
    if head.dep_ in ("nsubj", "agent") and head.head.lemma_.lower() in _HUMAN:
        return True
    short = cast_short(line, start, end)
    return not short and end - start > 1


def cast_short(line: Line, start: int, end: int) -> bool:
    """Whether a span is one abbreviation ("LNG", "MoUs")."""
    text = line.doc[start:end].text
    return end - start == 1 and sum(char.isupper() for char in text) > 1


def _organization(cast: Cast, line: Line, start: int, end: int) -> None:
    text = cast.words(line, start, end)
    if region(text) is not None:
        _site(cast, line, start, end)
        return
    draft = cast.draft(f"org::{text.lower()}", "organization", text)
    if agency(text) is not None:  # its country says nothing of whom it reports on
        draft.sectors = ["MED"]
    elif not draft.sectors:
        draft.sectors.append(sector_of(text.lower().split()))
    _name(cast, draft, line, start, end)


def _name(cast: Cast, draft: Draft, line: Line, start: int, end: int) -> None:
    cast.spot(draft, line, start, end, head=span_head(line, start, end))
    article = start > 0 and line.low[start - 1] == "the"
    cast.alias(draft, cast.words(line, start - 1 if article else start, end))


def _again(cast: Cast) -> None:
    """Places of one word are met again wherever that word stands alone."""
    kinds: tuple[EntityKind, ...] = ("place", "organization")
    single = {
        draft.name: draft
        for draft in cast.drafts.values()
        if draft.kind in kinds and " " not in draft.name and draft.name
    }
    for line in cast.lines:
        for place, token in enumerate(line.tokens):
            draft = single.get(token.text)
            if draft is None or line.at[place] is not None:
                continue
            if cast.free(line, place, place + 1) and not _run_on(line, place):
                cast.spot(draft, line, place, place + 1)


def _run_on(line: Line, place: int) -> bool:
    follows = line.tokens[place + 1] if place + 1 < len(line.low) else None
    return follows is not None and is_capital(follows.text) and follows.tag_ == "NNP"
