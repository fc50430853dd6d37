"""Descriptions: "the two sides", "the minister", "his country", "both neighbours", "the latter"."""

from __future__ import annotations

from itertools import pairwise

from dragoman.knowledge.states import capital, neighbours
from dragoman.reading.who.discourse import Talk
from dragoman.reading.who.holders import group_of, resolve_title
from dragoman.reading.who.names import Line

_SIDES = frozenset(
    "side sides party parties country countries nation nations state states government governments "
    "capitals neighbors neighbours".split()
)
_LANDS = frozenset("country nation homeland".split())
_RULES = frozenset("government administration".split())
_DEFINITE = frozenset("the both these those".split())
_QUALITIES = frozenset("two foreign top neighboring neighbouring sovereign friendly".split())


def describe_at(talk: Talk, line: Line, place: int) -> None:
    """Resolve the description that is headed by a token, if there is one and it is plain."""
    low = line.low[place]
    for title in talk.cast.titles[line.index]:
        if title.head_end - 1 == place:
            resolve_title(talk, line, title)
            return
    if low in ("neighbors", "neighbours"):
        _neighbours(talk, line, place)
    elif low in _SIDES and line.tokens[place].tag_ == "NNS":
        _sides(talk, line, place)
    elif low in _LANDS or low in _RULES:
        _land(talk, line, place)
    elif low == "capital":
        _capital(talk, line, place)
    elif low == "two":
        _the_two(talk, line, place)
    elif low in ("latter", "former") and line.low[place - 1 : place] == ["the"] and place:
        _latter(talk, line, place)


def _first(line: Line, place: int) -> int | None:
    """Where a definite plural begins: "the two", "both", "the"; None where it is not definite."""
    start = place
    while start > 0 and line.low[start - 1] in _QUALITIES:
        start -= 1
    if start > 1 and line.low[start - 1] == "its" and line.low[start - 2] == "of":
        start -= 2
    if start > 2 and line.low[start - 3] == "both" and line.low[start - 2] == "of":
        return start - 3
    if start > 0 and line.low[start - 1] in _DEFINITE:
        return start - 1
    return None


def _sides(talk: Talk, line: Line, place: int) -> None:
    """ "The two sides", "both countries", "the parties": the two states the report is about."""
    first = _first(line, place)
    if first is None or (
        place + 1 < len(line.low) and line.low[place + 1] in ("of", "that", "which")
    ):
        return
    words = line.low[first : place + 1]
    if words[-1] != "sides" and not {"two", "both"} & set(words):
        return
    codes = linked_pair(talk, line, first) or talk.pair
    if len(codes) == 2:
        group_of(talk, line, first, place, [talk.cast.state(code).key for code in codes])


def linked_pair(talk: Talk, line: Line, before: int) -> tuple[str, ...]:
    """The two states that the sentence so far speaks of, if exactly two and one is a principal."""
    codes: dict[str, None] = {}
    for met in reversed(talk.recent(line, before, lambda _: True, back=0, adjectives=True)):
        if "MED" not in talk.cast.drafts[met.key].sectors:
            draft = talk.cast.drafts[met.key]
            if draft.country is not None and draft.kind in ("state", "person", "organization"):
                codes.setdefault(draft.country)
    found = tuple(codes)
    if len(found) != 2 or set(found) == set(talk.pair):
        return talk.pair if len(found) == 2 else ()
    return found if _joined(line, before) else ()


def _joined(line: Line, before: int) -> bool:
    """Whether the sentence itself puts the two together: "between A and B", "A and B", "A with B"."""
    known = [k for k in line.known if k.what == "state" and k.end <= before]
    for one, other in pairwise(known):
        between = line.low[one.end : other.start]
        if one.key != other.key and between in (["and"], ["with"], ["and", "the"], [","]):
            return True
    return False


def _neighbours(talk: Talk, line: Line, place: int) -> None:
    """ "Both (of its) neighbours": the two just named, else the two that share its borders."""
    first = _first(line, place)
    if first is None or not {"both", "two"} & set(line.low[first : place + 1]):
        return
    own = _own_state(talk, line)
    codes = [k.key for k in line.known if k.what == "state" and k.end <= first and k.key != own]
    found = list(dict.fromkeys(codes))
    if len(found) != 2 and own is not None:
        found = list(neighbours(own))
    if len(found) != 2 and "its" not in line.low[first:place] and len(talk.pair) == 2:
        adjoin = talk.pair[1] in neighbours(talk.pair[0])
        found = list(talk.pair) if adjoin and "the" in line.low[first:place] else found
    if len(found) == 2:
        group_of(talk, line, first, place, [talk.cast.state(code).key for code in found])


def _own_state(talk: Talk, line: Line) -> str | None:
    """The state whose neighbours they are: the subject of this sentence, or of the one before."""
    for number in (line.index, line.index - 1):
        for key in talk.subject_of(number):
            if talk.cast.drafts[key].kind == "state":
                return talk.cast.drafts[key].country
    return None


def _land(talk: Talk, line: Line, place: int) -> None:
    """ "His country", "the country", "the government": a state spoken of before."""
    if place == 0 or line.tokens[place].tag_ != "NN":
        return
    before = line.low[place - 1]
    if before in ("his", "her", "its", "their"):
        owner = talk.who(line, place - 1)
        code = talk.cast.drafts[owner].country if owner else None
    elif low_person(talk, line, place) is not None:
        code = low_person(talk, line, place)
    elif before == "the" and not _qualified(line, place):
        code = _country_meant(talk, line, place)
    else:
        return
    if code is not None:
        draft = talk.cast.state(code)
        talk.lay(draft, line, place - 1, place + 1, "description", place)


def low_person(talk: Talk, line: Line, place: int) -> str | None:
    """The country of the person a government is called after: "the Lee government"."""
    if line.low[place] not in _RULES:
        return None
    key = talk.cast.covered.get((line.index, place - 1))
    draft = talk.cast.drafts.get(key) if key else None
    return draft.country if draft is not None and draft.kind == "person" else None


def _qualified(line: Line, place: int) -> bool:
    """Whether something after the word says which one: "the country that", "the government of"."""
    after = line.low[place + 1] if place + 1 < len(line.low) else ""
    return after in ("of", "that", "which", "where", "in", "with")


def _country_meant(talk: Talk, line: Line, place: int) -> str | None:
    """The state named last before in the sentence, else the subject's, else the subject before's."""
    goes = place > 1 and line.low[place - 2] in ("to", "into")
    subjects = [talk.cast.drafts[k].country for k in talk.subject_of(line.index)]
    own = next((c for c in subjects if c), None)
    for met in talk.recent(line, place, lambda draft: draft.kind == "state", back=0):
        draft = talk.cast.drafts[met.key]
        if not _in_title(talk, line, met.token) and not (goes and draft.country == own):
            return draft.country
    if own is not None and not goes:
        return own
    if goes:
        rest = [code for code in talk.pair if code != own]
        return rest[0] if len(rest) == 1 else None
    before = [talk.cast.drafts[k] for k in talk.subject_of(line.index - 1)]
    return next((d.country for d in before if d.country), None)


def _in_title(talk: Talk, line: Line, token: int) -> bool:
    return any(t.start <= token < t.end for t in talk.cast.titles[line.index])


def _capital(talk: Talk, line: Line, place: int) -> None:
    """ "The capital": the city of that name in the report, of the host or the state in force."""
    if place == 0 or line.low[place - 1] != "the" or line.tokens[place].tag_ != "NN":
        return
    if place + 1 < len(line.low) and line.low[place + 1] in ("of", "city", "expenditure", "letter"):
        return
    code = talk.host or _country_meant(talk, line, place)
    city = capital(code) if code else None
    if code is None or city is None:
        return
    keys = [
        key for key, d in talk.cast.drafts.items()
        if d.kind == "place" and d.country == code and key.startswith(f"place:{code}:")
    ]  # fmt: skip
    draft = (
        talk.cast.drafts[keys[0]]
        if keys
        else talk.cast.draft(f"place:{code}:{city.lower()}", "place", city, code)
    )
    talk.lay(draft, line, place - 1, place + 1, "description", place)


def _the_two(talk: Talk, line: Line, place: int) -> None:
    """ "The two met": the two persons (or states) met last."""
    token = line.tokens[place]
    if (
        place == 0
        or line.low[place - 1] != "the"
        or token.dep_ not in ("nsubj", "nsubjpass", "pobj")
    ):
        return
    persons = talk.recent(line, place, lambda d: d.kind == "person", back=2)
    keys = list(dict.fromkeys(met.key for met in persons))
    if len(keys) >= 2:
        group_of(talk, line, place - 1, place, keys[1::-1])


def _latter(talk: Talk, line: Line, place: int) -> None:
    """ "The latter": the last of two named in the sentence so far; "the former": the first."""
    head = line.tokens[place]
    if head.dep_ in ("amod", "compound"):
        return
    found = talk.recent(
        line, place, lambda d: d.kind in ("person", "state", "organization"), back=1
    )
    keys = list(dict.fromkeys(met.key for met in found))
    if len(keys) >= 2:
        key = keys[0] if line.low[place] == "latter" else keys[1]
        talk.lay(talk.cast.drafts[key], line, place - 1, place + 1, "description", place)
