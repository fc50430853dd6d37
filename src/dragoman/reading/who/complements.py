"""Complements: what follows the head of a title, "of Foreign Affairs", "of Chad", "to the United Nations"."""

from __future__ import annotations

from dragoman.knowledge.offices import COMING, PORTFOLIO
from dragoman.reading.who.names import CALENDAR, ORGAN_WORDS, Known, Line, is_capital
from dragoman.reading.who.titlephrase import Title

OPEN = frozenset({"body", "either", "post", "noun"})
NOUNS = frozenset({"NN", "NNP", "NNPS", "JJ", "NNS"})


def read_right(title: Title) -> None:
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
    """Take "of Foreign Affairs", "of the Republic of Ghana", "to Canada", "of the National Congress"."""
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
    elif word == "of" and title.title.scope in OPEN | {"parliament", "state", "head", "local"}:
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
    """The other states of a plural: "the foreign ministers of Peru and Ghana"."""
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
    while end < len(line.low) and line.tokens[end].tag_ in NOUNS and line.at[end] is None:
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
        elif is_capital(line.tokens[end].text) and _affairs_ahead(line, end):
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
        if line.low[after] != "and" and not is_capital(line.tokens[after].text):
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
        token = line.tokens[end]
        joint = line.low[end] in ("and", "of", "for", "-") and end > place
        if token.tag_ not in NOUNS and not joint:
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
    return line.tokens[place].ent_type_ == "PERSON" and not organ
