"""Titles: phrases that name an office, with whose office it is as far as the phrase says.

"Peruvian Foreign Minister", "the Minister of Foreign Affairs of the Republic of Ghana",
"Communist Party General Secretary", "US National Security Council coordinator". A title is
read outwards from its head: leftwards over portfolio, rank, state and body, rightwards over
"of …", "for …", "to …".
"""

from __future__ import annotations

from dragoman.knowledge.offices import (
    COMING,
    PAST,
    PORTFOLIO,
    RANKS,
    OfficeTitle,
    office_title,
)
from dragoman.reading.who.complements import NOUNS, OPEN, read_right
from dragoman.reading.who.names import (
    CALENDAR,
    HONORIFICS_DOTTED,
    ORGAN_WORDS,
    Known,
    Line,
    is_capital,
    name_run,
)
from dragoman.reading.who.titlephrase import Title

_ORGAN_LEFT = ORGAN_WORDS | frozenset("presidential royal imperial communist".split())
_NEEDS_NAME = frozenset({"rank", "style"})


def find_titles(line: Line) -> list[Title]:
    """Every title of a sentence, left to right, none overlapping. Linear in its length."""
    found: list[Title] = []
    place = 0
    while place < len(line.low):
        head = _head_at(line, place)
        if head is None:
            place += 1
            continue
        title = Title(line, place, head[1], place, head[1], head[0])
        floor = found[-1].end if found else 0
        _read_left(title, floor)
        read_right(title)
        if _holds(title):
            found.append(title)
            place = title.end
        else:
            place += 1
    return found


def _head_at(line: Line, place: int) -> tuple[OfficeTitle, int] | None:
    """The title head at a token: the rightmost of several in a row ("Justice Minister")."""
    if line.at[place] is not None:
        return None
    head = office_title(line.low, place)
    if head is None or any(line.tokens[i].tag_[:1] == "V" for i in range(head[1] - 1, head[1])):
        return None
    after = head[1]
    follows = office_title(line.low, after) if after < len(line.low) else None
    if follows and head[0].scope in ("rank", "state", "either", "noun") and line.at[after] is None:
        return None if _joins(line, place) else head
    if after < len(line.low) and line.low[after] in ("general", "affairs"):
        return head if is_capital(line.tokens[after].text) and head[0].scope != "noun" else None
    return head


def _joins(line: Line, place: int) -> bool:
    """Whether a word that can be a title is a portfolio of the next ("justice minister")."""
    return line.low[place] in PORTFOLIO or line.low[place] in RANKS


def _read_left(title: Title, floor: int) -> None:
    line, place = title.line, title.head - 1
    while place >= floor and title.head - place < 12:
        taken = _take_left(title, place)
        if taken is None:
            break
        place = taken
        title.start = place + 1
    title.first = title.start
    if place >= floor:
        low = line.low[place]
        if low in _DETERMINERS and line.tokens[place].tag_ != "IN":
            title.det, title.first = low, place
            if low in _OWNERS:
                title.owner = place
        elif low in ("'s", "'") and place > floor:
            _read_owner(title, place - 1, floor)


_DETERMINERS = frozenset(
    "the a an his her its their our my your both two three this that these those any some every "
    "each no several".split()
)
_OWNERS = frozenset("his her its their".split())


def _read_owner(title: Title, place: int, floor: int) -> None:
    """A possessor that names no state: "the country's", "Costa's"."""
    title.owner = place
    title.det = "'s"
    title.first = place
    while title.first > floor and title.line.low[title.first - 1] in ("the", "this", "that"):
        title.first -= 1


def _take_left(title: Title, place: int) -> int | None:
    """Take the word at `place` into the title: the next place to look at, None to stop."""
    line = title.line
    low, token, known = line.low[place], line.tokens[place], line.at[place]
    if known is not None:
        return _take_known(title, known)
    if low in ("'s", "'") and place > 0:
        owner = line.at[place - 1]
        return _take_known(title, owner) if owner is not None and not title.states else None
    if low == "-" and place > 0 and not line.tokens[place - 1].whitespace_:
        return _take_hyphened(title, place)
    if low in PAST and (token.tag_[:1] != "R" or title.line.low[place - 1 : place] == ["the"]):
        title.past = True
        return place - 1
    if title.states:
        return _take_rank(title, place)
    if title.extent and low in PORTFOLIO and token.tag_[:1] in "NJ":
        title.extent.insert(0, token.text)
        return place - 1
    if low in RANKS and not (title.subject and low in PORTFOLIO):
        return _take_rank(title, place)
    if low in COMING:
        title.coming = title.coming or ("designate" if low == "designate" else "elect")
        return place - 1
    if low in PORTFOLIO and token.tag_[:1] in "NJV":
        title.subject.insert(0, token.text)
        return place - 1
    if low in ("and", "&") and title.subject and line.low[place - 1 : place] != []:
        return _take_and(title, place)
    return _take_body(title, place)


def _take_hyphened(title: Title, place: int) -> int | None:
    """The first half of a hyphened word: "ex-president", "Indo-Pacific coordinator"."""
    low = title.line.low[place - 1]
    if low in PAST | RANKS | PORTFOLIO:
        return place - 1
    if title.extent and is_capital(title.line.tokens[place - 1].text):
        title.extent[0] = f"{title.line.tokens[place - 1].text}-{title.extent[0]}"
        return place - 2
    return None


def _take_rank(title: Title, place: int) -> int | None:
    low = title.line.low[place]
    if low in PAST:
        title.past = True
    elif low in RANKS:
        title.ranks.insert(0, low)
    else:
        return None
    return place - 1


def _take_and(title: Title, place: int) -> int | None:
    before = title.line.low[place - 1] if place else ""
    if before in PORTFOLIO and title.line.at[place - 1] is None:
        title.subject.insert(0, "and")
        return place - 1
    return None


def _take_known(title: Title, known: Known) -> int | None:
    if known.what == "state":
        if known.sense == "people" or title.states:
            return None
        title.states.append(known.key)
    elif title.body is None:
        title.body = known.key
    else:
        return None
    return known.start - 1


def _take_body(title: Title, place: int) -> int | None:
    """A body named before the head: "Communist Party", "foreign ministry", "Gazprom"."""
    line = title.line
    if title.title.scope in ("head", "minister", "diplomat", "rank", "style", "parliament"):
        return None
    token, low = line.tokens[place], line.low[place]
    if low in CALENDAR or low in _DETERMINERS or token.tag_ not in NOUNS:
        return None
    if low in _ORGAN_LEFT or (title.extent and is_capital(token.text) and token.tag_ == "NNP"):
        title.extent.insert(0, token.text)
        title.extent_first = True
        return place - 1
    if token.tag_ == "NNP" and title.title.scope in OPEN and title.title.scope != "noun":
        return _take_proper(title, place)
    if token.tag_ == "NN" and token.dep_ == "compound" and title.title.scope in OPEN:
        title.extent.insert(0, token.text)
        title.extent_first = True
        return place - 1
    return None


def _take_proper(title: Title, place: int) -> int | None:
    """A proper noun before "director", "CEO", "coordinator": the body it directs, not a person."""
    token = title.line.tokens[place]
    if token.ent_type_ == "PERSON" or (place == 0 and token.ent_type_ != "ORG"):
        return None
    title.extent.insert(0, token.text)
    title.extent_first = True
    return place - 1


def _holds(title: Title) -> bool:
    """Whether the words are a title here: "general" needs a name after it, "head" what it heads."""
    line, scope = title.line, title.title.scope
    named = person_after(line, title.end) > title.end
    if scope in _NEEDS_NAME:
        return named and is_capital(line.tokens[title.head].text)
    if scope == "post":
        return bool(title.body or title.states or title.extent)
    if title.title.phrase in ("justice", "judge", "speaker", "chair", "captain", "major", "king"):
        return named or bool(title.states or title.extent or title.det)
    tag = line.tokens[title.head_end - 1].tag_
    return tag[:1] == "N" or (tag[:1] == "J" and scope != "noun")


def person_after(line: Line, place: int) -> int:
    """Where a personal name right after a title ends, honorifics passed over; `place` if none."""
    start = skip_honorifics(line, place)
    end = name_run(line, start, after_title=True)
    return end if end > start else place


def skip_honorifics(line: Line, place: int) -> int:
    """The first token from `place` on that is no honorific ("Dr.", "Mr")."""
    while place < len(line.low) and line.low[place] in HONORIFICS_DOTTED:
        place += 1
    return place
