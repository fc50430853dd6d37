"""Titles: phrases that name an office, with whose office it is as far as the phrase says.

"Russian Foreign Minister", "the Minister of Foreign Affairs of the Russian Federation",
"Communist Party General Secretary", "US National Security Council coordinator". A title is
read outwards from its head: leftwards over portfolio, rank, state and body, rightwards over
"of …", "for …", "to …".
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.knowledge.offices import (
    COMING,
    PAST,
    PORTFOLIO,
    RANKS,
    OfficeTitle,
    name_office,
    office_title,
)
from dragoman.reading.names import (
    CALENDAR,
    HONORIFICS_DOTTED,
    ORGAN_WORDS,
    Known,
    Line,
    is_capital,
    name_run,
)

_ORGAN_LEFT = ORGAN_WORDS | frozenset("presidential royal imperial communist".split())
_STATE_ORGANS = frozenset(
    "ministry council parliament congress senate assembly court office department bureau police "
    "army navy force forces guard government administration embassy consulate mission khural duma "
    "knesset bundestag rada sejm majlis cabinet presidency house staff".split()
)
_OPEN = frozenset({"body", "either", "post", "noun"})
_NEEDS_NAME = frozenset({"rank", "style"})


@dataclass(slots=True)
class Title:
    """A title phrase: tokens `start` to `end` of a sentence, its determiner left out.

    `first` is where the phrase begins with its determiner or possessor. `states` are alpha-3
    codes in order; `body` the organization it names; `posted` where a diplomat serves;
    `owner` the token of a possessor that is a pronoun or a common noun ("his", "the
    country's"), None where there is none; `det` the determiner in lower case, "" for none.
    """

    line: Line
    start: int
    end: int
    head: int
    head_end: int
    title: OfficeTitle
    first: int = -1
    states: list[str] = field(default_factory=list)
    body: str | None = None
    posted: str | None = None
    owner: int | None = None
    det: str = ""
    past: bool = False
    coming: str = ""
    ranks: list[str] = field(default_factory=list)
    subject: list[str] = field(default_factory=list)
    extent: list[str] = field(default_factory=list)
    extent_first: bool = False
    follows: bool = False

    @property
    def office(self) -> str:
        """The canonical name of the office; "" where the phrase names none."""
        if not self.title.office:
            leads = self.title.phrase == "leader" and self.organization
            return ("former Leader" if self.past else "Leader") if leads else ""
        organ = " ".join(self.extent) if self.extent_first and not self.organization else ""
        return name_office(
            self.title,
            past=self.past,
            coming=self.coming,
            ranks=self.ranks,
            portfolio=" ".join(self.subject).lower() or organ,
            follows=self.follows,
        )

    @property
    def organization(self) -> str | None:
        """The party, company or body (no organ of a state) whose office it is."""
        if self.body:
            return self.body
        words = [word.lower() for word in self.extent]
        if set(words) & _STATE_ORGANS:
            return None
        if not words or not set(words) & ORGAN_WORDS:
            proper = len(words) == 1 and self.extent[0][:1].isupper() and words[0] not in PORTFOLIO
            return self.extent[0] if proper else None
        return " ".join(self.extent)

    @property
    def state(self) -> str | None:
        """The state whose office it is, where the phrase names exactly one."""
        return self.states[0] if len(self.states) == 1 else None

    @property
    def foreign(self) -> bool:
        """Whether the office is that of a foreign minister."""
        return self.title.office == "Minister" and "foreign" in self.office.lower()


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
        _read_right(title)
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
    if head is None or any(line.doc[i].tag_[:1] == "V" for i in range(head[1] - 1, head[1])):
        return None
    after = head[1]
    follows = office_title(line.low, after) if after < len(line.low) else None
    if follows and head[0].scope in ("rank", "state", "either", "noun") and line.at[after] is None:
        return None if _joins(line, place) else head
    if after < len(line.low) and line.low[after] in ("general", "affairs"):
        return head if is_capital(line.doc[after].text) and head[0].scope != "noun" else None
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
        if low in _DETERMINERS and line.doc[place].tag_ != "IN":
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
    """A possessor that names no state: "the country's", "Ruto's"."""
    title.owner = place
    title.det = "'s"
    title.first = place
    while title.first > floor and title.line.low[title.first - 1] in ("the", "this", "that"):
        title.first -= 1


def _take_left(title: Title, place: int) -> int | None:
    """Take the word at `place` into the title: the next place to look at, None to stop."""
    line = title.line
    low, token, known = line.low[place], line.doc[place], line.at[place]
    if known is not None:
        return _take_known(title, known)
    if low in ("'s", "'") and place > 0:
        owner = line.at[place - 1]
        return _take_known(title, owner) if owner is not None and not title.states else None
    if low == "-" and place > 0 and not line.doc[place - 1].whitespace_:
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
    if title.extent and is_capital(title.line.doc[place - 1].text):
        title.extent[0] = f"{title.line.doc[place - 1].text}-{title.extent[0]}"
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
    token, low = line.doc[place], line.low[place]
    if low in CALENDAR or low in _DETERMINERS or token.tag_ not in _NOUNS:
        return None
    if low in _ORGAN_LEFT or (title.extent and is_capital(token.text) and token.tag_ == "NNP"):
        title.extent.insert(0, token.text)
        title.extent_first = True
        return place - 1
    if token.tag_ == "NNP" and title.title.scope in _OPEN and title.title.scope != "noun":
        return _take_proper(title, place)
    if token.tag_ == "NN" and token.dep_ == "compound" and title.title.scope in _OPEN:
        title.extent.insert(0, token.text)
        title.extent_first = True
        return place - 1
    return None


_NOUNS = frozenset({"NN", "NNP", "NNPS", "JJ", "NNS"})


def _take_proper(title: Title, place: int) -> int | None:
    """A proper noun before "director", "CEO", "coordinator": the body it directs, not a person."""
    token = title.line.doc[place]
    if token.ent_type_ == "PERSON" or (place == 0 and token.ent_type_ != "ORG"):
        return None
    title.extent.insert(0, token.text)
    title.extent_first = True
    return place - 1


def _read_right(title: Title) -> None:
    line = title.line
    if line.low[title.end : title.end + 2][:1] == ["-"]:
        tail = line.low[title.end + 1 : title.end + 2]
        if tail and tail[0] in COMING:
            title.coming, title.end = tail[0], title.end + 2
    elif title.end < len(line.low) and line.low[title.end] in ("designate", "elect"):
        title.coming, title.end = line.low[title.end], title.end + 1
    for _ in range(3):
        end = title.end
        if end < len(line.low) and line.low[end] in ("of", "for", "to", "at", "in", "on"):
            _read_complement(title, end)
        if title.end == end:
            break


def _read_complement(title: Title, place: int) -> None:
    """Take "of Foreign Affairs", "of the Russian Federation", "to Canada", "of the State Great Khural"."""
    line = title.line
    word, after = line.low[place], place + 1
    if after < len(line.low) and line.low[after] == "the":
        after += 1
    if after >= len(line.low):
        return
    known = line.at[after]
    if known is not None and known.start == after:
        _complement_known(title, word, known)
    elif word in ("of", "for") and (end := _portfolio_run(title, after)) > after:
        title.subject.extend(token.text for token in line.doc[after:end])
        title.follows = True
        title.end = end
    elif word == "of" and title.title.scope in _OPEN | {"parliament", "state", "head", "local"}:
        _complement_body(title, after)


def _complement_known(title: Title, word: str, known: Known) -> None:
    line = title.line
    if known.sense == "seat" and word == "of":
        title.states.append(known.key)
        title.extent = [token.text for token in line.doc[known.start : known.end]]
        title.end = known.end
        return
    if known.what == "body":
        if word == "of" and title.body is None:
            title.body, title.end = known.key, known.end
        elif word in ("to", "at") and title.title.scope in ("diplomat", "either"):
            title.posted, title.end = known.key, known.end
        return
    if known.sense == "adjective" or _organ_end(line, known.end) > known.end:
        if word == "of":
            title.end = _organ_end(line, known.end)
            if title.end > known.end:
                title.states.append(known.key)
                title.extent = [t.text for t in line.doc[known.start : title.end]]
        return
    if word in ("of", "for") and not title.states and known.sense in ("name", "capital"):
        title.states.append(known.key)
        title.end = known.end
        _more_states(title)
    elif word in ("to", "in") and title.title.scope == "diplomat":
        title.posted, title.end = known.key, known.end


def _more_states(title: Title) -> None:
    """The other states of a plural: "the foreign ministers of Mongolia and Russia"."""
    line = title.line
    while title.title.plural and title.end + 1 < len(line.low):
        place = title.end
        while place < len(line.low) and line.low[place] in (",", "and", "the", "&"):
            place += 1
        known = line.at[place] if place < len(line.low) else None
        if place == title.end or known is None or known.what != "state":
            return
        if known.sense != "name":
            return
        title.states.append(known.key)
        title.end = known.end


def _organ_end(line: Line, place: int) -> int:
    end = place
    while end < len(line.low) and line.doc[end].tag_ in _NOUNS and line.at[end] is None:
        end += 1
    return end if end > place and line.low[end - 1] in ORGAN_WORDS else place


def _portfolio_run(title: Title, place: int) -> int:
    """Where a run of portfolio words ends ("Foreign Affairs", "trade, industry and energy")."""
    line, end, last = title.line, place, place
    if title.subject and title.title.scope != "state":
        return place
    while end < len(line.low):
        low = line.low[end]
        if low in PORTFOLIO or (low == "state" and end == place):
            last = end + 1
        elif is_capital(line.doc[end].text) and _affairs_ahead(line, end):
            pass
        elif not _joint(line, end):
            break
        end += 1
    return last


def _affairs_ahead(line: Line, place: int) -> bool:
    """Whether a capitalised run from here ends in "Affairs" ("East Asian and Pacific Affairs")."""
    for after in range(place, min(place + 7, len(line.low))):
        if line.low[after] == "affairs":
            return True
        if line.low[after] != "and" and not is_capital(line.doc[after].text):
            return False
    return False


def _joint(line: Line, place: int) -> bool:
    """Whether "and" or a comma joins two portfolios ("trade, industry and energy")."""
    after = line.low[place + 1] if place + 1 < len(line.low) else ""
    if line.low[place] in ("and", "&", "-"):
        listed = after in PORTFOLIO and after not in ("media", "press")
        organ = line.low[place + 2] if place + 2 < len(line.low) else ""
        return (listed and organ not in ORGAN_WORDS) or _affairs_ahead(line, place + 1)
    if line.low[place] == ",":
        rest = line.low[place + 2 : place + 4]
        return after in PORTFOLIO and len(rest) == 2 and rest[0] == "and" and rest[1] in PORTFOLIO
    return False


def _complement_body(title: Title, place: int) -> None:
    """Take the noun phrase after "of": "the dam project coordination office", "Congress"."""
    line, end = title.line, place
    while end < len(line.low) and end - place < 8 and line.at[end] is None:
        token = line.doc[end]
        joint = line.low[end] in ("and", "of", "for", "-") and end > place
        if token.tag_ not in _NOUNS and not joint:
            break
        if line.low[end] in CALENDAR:
            break
        end += 1
    while end > place and line.low[end - 1] in ("and", "of", "for", "-"):
        end -= 1
    if end > place and not _is_person(line, place, end):
        title.extent.extend(token.text for token in line.doc[place:end])
        title.end = end


def _is_person(line: Line, place: int, end: int) -> bool:
    organ = any(word in ORGAN_WORDS for word in line.low[place:end])
    return line.doc[place].ent_type_ == "PERSON" and not organ


def _holds(title: Title) -> bool:
    """Whether the words are a title here: "general" needs a name after it, "head" what it heads."""
    line, scope = title.line, title.title.scope
    named = person_after(line, title.end) > title.end
    if scope in _NEEDS_NAME:
        return named and is_capital(line.doc[title.head].text)
    if scope == "post":
        return bool(title.body or title.states or title.extent)
    if title.title.phrase in ("justice", "judge", "speaker", "chair", "captain", "major", "king"):
        return named or bool(title.states or title.extent or title.det)
    tag = line.doc[title.head_end - 1].tag_
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
