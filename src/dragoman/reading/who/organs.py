"""Organs: ministries, parties, companies, rivers and dams, found by the kind of word that heads them.

A run of capitalised words is an organization where its head is one ("Ministry", "Bank"), a
place where its head is one ("River", "Airport"), and nothing we keep where it is a thing
("Convention"); all three keep the run from being taken for a person.
"""

from __future__ import annotations

from dragoman.model.actor import EntityKind
from dragoman.reading.who.cast import Cast, Draft
from dragoman.reading.who.names import (
    CALENDAR,
    HONORIFICS_DOTTED,
    ORGAN_WORDS,
    PLACE_WORDS,
    THING_WORDS,
    Known,
    Line,
    is_capital,
)

_SECTORS = {
    "parliament": "LEG", "congress": "LEG", "senate": "LEG", "assembly": "LEG", "khural": "LEG",
    "duma": "LEG", "rada": "LEG", "knesset": "LEG", "bundestag": "LEG", "sejm": "LEG",
    "majlis": "LEG", "army": "MIL", "navy": "MIL", "force": "MIL", "forces": "MIL",
    "guard": "MIL", "military": "MIL", "police": "COP", "court": "JUD", "party": "PTY",
    "bank": "BUS", "company": "BUS", "corporation": "BUS", "corp": "BUS", "inc": "BUS",
    "ltd": "BUS", "llc": "BUS", "plc": "BUS", "holdings": "BUS", "airlines": "BUS",
    "airways": "BUS", "group": "BUS", "news": "MED", "newspaper": "MED", "times": "MED",
    "post": "MED", "radio": "MED", "television": "MED", "tv": "MED", "press": "MED",
    "network": "MED", "university": "EDU", "college": "EDU", "school": "EDU",
    "academy": "EDU", "institute": "EDU", "union": "IGO", "organisation": "IGO",
    "organization": "IGO", "ministry": "GOV", "department": "GOV", "government": "GOV",
    "agency": "GOV", "commission": "GOV", "council": "GOV", "office": "GOV",
    "administration": "GOV", "embassy": "GOV", "consulate": "GOV", "cabinet": "GOV",
    "presidency": "GOV", "association": "CVL", "foundation": "CVL", "society": "CVL",
    "movement": "OPP", "front": "OPP", "federation": "CVL",
}  # fmt: skip


def find_organs(cast: Cast) -> None:
    """Lay down every capitalised run that its head shows to be an organization or a place."""
    for line in cast.lines:
        titled = {i for title in cast.titles[line.index] for i in range(title.start, title.end)}
        place = 0
        while place < len(line.low):
            end = _run(line, place, titled)
            if end > place:
                _lay(cast, line, place, end)
            place = max(end, place + 1)


def sector_of(words: list[str]) -> str:
    """The PLOVER sector that an organization's words tell; UNK where none does."""
    for word in reversed(words):
        if word in _SECTORS:
            return _SECTORS[word]
    return "UNK"


def _run(line: Line, start: int, titled: set[int]) -> int:
    """Where a run of capitalised words ends, "of", "for" and "and" inside it included."""
    if not _opens(line, start, titled):
        return start
    end, headed = start, False
    while end < len(line.low) and end - start < 14:
        low = line.low[end]
        if _proper(line, end, titled):
            headed = headed or low in ORGAN_WORDS or low in PLACE_WORDS or low in THING_WORDS
            end += 1
            continue
        step = _joint(line, end, headed, titled)
        if not step:
            break
        end += step
    return end


def _opens(line: Line, start: int, titled: set[int]) -> bool:
    known = line.at[start]
    if known is not None and known.start != start:
        return False
    return _proper(line, start, titled) and line.low[start] not in _OPENERS


_OPENERS = frozenset(
    "the a an in on at of for with by from to and but or as it he she they we i this that these "
    "those his her its their our when while if after before during since under all both some "
    "many most more no not there here what who how why earlier later however meanwhile also".split()
)


def _proper(line: Line, place: int, titled: set[int]) -> bool:
    text, low = line.tokens[place].text, line.low[place]
    if place in titled or low in CALENDAR or low in HONORIFICS_DOTTED:
        return False
    known = line.at[place]
    if known is not None:
        return known.sense != "people"
    return is_capital(text) or (text.isdigit() and place > 0 and len(text) < 3)


def _joint(line: Line, place: int, headed: bool, titled: set[int]) -> int:
    """How many tokens join the run to its next word: 0 where they do not."""
    low, after = line.low[place], place + 1
    if low == "-" and not line.tokens[place].whitespace_ and after < len(line.low):
        return 1 if _proper(line, after, titled) else 0
    if not headed or low not in ("of", "for", "and", "&"):
        return 0
    step = 2 if after < len(line.low) and line.low[after] == "the" else 1
    if place + step >= len(line.low) or not _proper(line, place + step, titled):
        return 0
    if low in ("and", "&"):
        known = line.at[place + step]
        inside = any(word in ("of", "for") for word in line.low[max(0, place - 5) : place])
        return step if inside and known is None and step == 1 else 0
    return step


def _lay(cast: Cast, line: Line, start: int, end: int) -> None:
    lead = line.at[start]
    core = lead.end if lead is not None and lead.end <= end else start
    if core >= end:
        return
    head = _head(line, core, end)
    if line.low[head] in ("government", "administration") or (end - core == 1 and core == start):
        return
    kind = _kind(line.low[head])
    if kind is None:
        return
    if kind == "thing":
        for token in range(start, end):
            if line.at[token] is None:
                cast.covered.setdefault((line.index, token), "")
        return
    draft = _draft(
        cast, line, start, core, end, head, "place" if kind == "place" else "organization"
    )
    first = start - 1 if start > 0 and line.low[start - 1] == "the" else start
    cast.alias(draft, cast.words(line, start, end))
    if first < start:
        cast.alias(draft, cast.words(line, first, end))
    cast.spot(draft, line, start, end, head=_syntactic_head(line, start, end))


def _syntactic_head(line: Line, start: int, end: int) -> int:
    """The token of a span whose governor lies outside it; the last one if the parse is odd."""
    for token in line.doc[start:end]:
        if not start <= token.head.i < end or token.head == token:
            return int(token.i)
    return end - 1


def _head(line: Line, core: int, end: int) -> int:
    """The head word: the last before "of" or "for", or the last that is an organ's or a place's."""
    stop = next((i for i in range(core, end) if line.low[i] in ("of", "for")), end)
    for token in range(stop - 1, core - 1, -1):
        if _kind(line.low[token]) is not None:
            return token
    return stop - 1 if stop > core else end - 1


def _kind(low: str) -> str | None:
    if low in PLACE_WORDS:
        return "place"
    if low in ORGAN_WORDS:
        return "organization"
    return "thing" if low in THING_WORDS else None


def _draft(
    cast: Cast, line: Line, start: int, core: int, end: int, head: int, kind: EntityKind
) -> Draft:
    low = line.low[core:end]
    country = _country(line, start, core, end)
    body = line.at[start]
    if country is None and (body is None or body.what != "body"):
        for key, held in cast.drafts.items():
            if key.startswith("org:") and key.endswith(":" + " ".join(low)):
                return held
    draft = cast.draft(
        f"org:{country or ''}:{' '.join(low)}", kind, cast.words(line, start, end), country
    )
    if kind == "organization" and not draft.sectors:
        draft.sectors.append(sector_of([line.low[head]]))
        draft.sure = country is not None
    return draft


def _country(line: Line, start: int, core: int, end: int) -> str | None:
    lead: Known | None = line.at[start] if core > start else _owner(line, start)
    if lead is not None and lead.what == "state" and lead.sense != "people":
        return lead.key
    for token in range(core, end):
        known = line.at[token]
        if known is not None and known.what == "state" and known.sense in ("name", "adjective"):
            return known.key
    return None


def _owner(line: Line, start: int) -> Known | None:
    """The state before a possessive: "China's First Institute of Oceanography"."""
    if start >= 2 and line.low[start - 1] in ("'s", "'"):
        return line.at[start - 2]
    return None
