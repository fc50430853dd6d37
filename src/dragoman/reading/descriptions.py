"""Descriptions: "the two sides", "the minister", "his country", "both neighbours", "the latter"."""

from __future__ import annotations

from dragoman.knowledge.states import capital, neighbours
from dragoman.model.actor import Reason
from dragoman.reading.cast import Draft
from dragoman.reading.discourse import Talk
from dragoman.reading.names import Line
from dragoman.reading.pronouns import pair_of
from dragoman.reading.titles import Title

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
            _title(talk, line, title)
            return
    if low in ("neighbors", "neighbours"):
        _neighbours(talk, line, place)
    elif low in _SIDES and line.doc[place].tag_ == "NNS":
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
    if start > 1 and line.low[start - 1] in ("the", "these") and line.low[start - 2] == "of":
        if start > 2 and line.low[start - 3] == "both":
            return start - 3
    if start > 0 and line.low[start - 1] in _DEFINITE:
        return start - 1
    return None


def _sides(talk: Talk, line: Line, place: int) -> None:
    """ "The two sides", "both countries", "the parties": the two states the report is about."""
    first = _first(line, place)
    if first is None or place + 1 < len(line.low) and line.low[place + 1] in ("of", "that", "which"):
        return
    words = line.low[first : place + 1]
    if words[-1] not in ("sides", "parties") and not {"two", "both"} & set(words):
        return
    codes = linked_pair(talk, line, first) or talk.pair
    if len(codes) == 2:
        _group(talk, line, first, place, [talk.cast.state(code).key for code in codes])


def linked_pair(talk: Talk, line: Line, before: int) -> tuple[str, ...]:
    """The two states that the sentence so far speaks of, if exactly two and one is a principal."""
    codes: dict[str, None] = {}
    for met in talk.met:
        if met.sentence == line.index and met.token < before:
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
    for one, other in zip(known, known[1:], strict=False):
        between = line.low[one.end : other.start]
        if one.key != other.key and between in (["and"], ["with"], ["and", "the"], [","]):
            return True
    return False


def _group(talk: Talk, line: Line, first: int, place: int, keys: list[str]) -> None:
    draft = pair_of(talk, keys)
    if draft.kind == "group":
        talk.cast.alias(draft, talk.cast.words(line, first, place + 1))
    talk.lay(draft, line, first, place + 1, "description", place)


def _neighbours(talk: Talk, line: Line, place: int) -> None:
    """ "Both (of its) neighbours": the two just named, else the two that share its borders."""
    first = _first(line, place)
    if first is None or not {"both", "two"} & set(line.low[first : place + 1]):
        return
    own = _own_state(talk, line, place)
    codes = [
        k.key for k in line.known if k.what == "state" and k.end <= first and k.key != own
    ]
    found = list(dict.fromkeys(codes))
    if len(found) != 2 and own is not None:
        found = list(neighbours(own))
    if len(found) == 2:
        _group(talk, line, first, place, [talk.cast.state(code).key for code in found])


def _own_state(talk: Talk, line: Line, place: int) -> str | None:
    """The state whose neighbours they are: the subject of this sentence, or of the one before."""
    for number in (line.index, line.index - 1):
        for key in talk.subject_of(number):
            if talk.cast.drafts[key].kind == "state":
                return talk.cast.drafts[key].country
    return None


def _land(talk: Talk, line: Line, place: int) -> None:
    """ "His country", "the country", "the government": a state spoken of before."""
    if place == 0 or line.doc[place].tag_ != "NN":
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
    for met in reversed(talk.met):
        if met.sentence != line.index or met.token >= place or met.form == "adjective":
            continue
        draft = talk.cast.drafts[met.key]
        if draft.kind == "state" and not _in_title(talk, line, met.token):
            if not goes or draft.country != own:
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
    if place == 0 or line.low[place - 1] != "the" or line.doc[place].tag_ != "NN":
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
    token = line.doc[place]
    if place == 0 or line.low[place - 1] != "the" or token.dep_ not in ("nsubj", "nsubjpass", "pobj"):
        return
    persons = talk.recent(line, place, lambda d: d.kind == "person", back=2)
    keys = list(dict.fromkeys(met.key for met in persons))
    if len(keys) >= 2:
        _group(talk, line, place - 1, place, keys[1::-1])


def _latter(talk: Talk, line: Line, place: int) -> None:
    """ "The latter": the last of two named in the sentence so far; "the former": the first."""
    head = line.doc[place]
    if head.dep_ in ("amod", "compound"):
        return
    found = talk.recent(line, place, lambda d: d.kind in ("person", "state", "organization"), back=1)
    keys = list(dict.fromkeys(met.key for met in found))
    if len(keys) >= 2:
        key = keys[0] if line.low[place] == "latter" else keys[1]
        talk.lay(talk.cast.drafts[key], line, place - 1, place + 1, "description", place)


def _title(talk: Talk, line: Line, title: Title) -> None:
    """A title without a name: whoever holds it in this report."""
    if any(s[:2] == (line.index, title.start) and s[2] == title.end for s in talk.cast.taken):
        if title.title.scope == "counterpart":
            _learn_counterpart(talk, line, title)
        return
    if title.title.scope == "counterpart":
        _counterpart(talk, line, title)
    elif title.title.plural:
        _holders(talk, line, title)
    else:
        _holder(talk, line, title)


def _owner_state(talk: Talk, line: Line, title: Title) -> str | None:
    """The state a title belongs to: its own, or that of "his", "its", "the country's"."""
    if title.state is not None:
        return title.state
    if title.owner is None:
        return None
    key = talk.who(line, title.owner)
    return talk.cast.drafts[key].country if key else None


def _holder(talk: Talk, line: Line, title: Title) -> None:
    code = _owner_state(talk, line, title)
    office = title.office
    fits = [
        draft
        for draft in talk.cast.drafts.values()
        if draft.kind == "person" and office and _holds(draft, office)
        if code is None or draft.country in (code, None)
    ]
    if len(fits) > 1:
        recent = talk.recent(line, title.start, lambda d: d in fits, back=50)
        fits = [talk.cast.drafts[recent[0].key]] if recent else []
    if not fits and title.title.scope == "diplomat" and title.det == "the":
        fits = _diplomats(talk, code)
    if not office and title.det == "the":
        fits = _same_unnamed(talk, line, title)
    definite = title.det in ("the", "his", "her", "its", "their", "'s") or title.states
    if fits and definite:
        draft = fits[0]
    elif title.det in ("the", "a", "an", "its", "his", "her", "'s") or title.states:
        draft = _unnamed(talk, line, title, code)
    else:
        return
    if draft.country is None and code is not None:
        draft.country = code
        draft.reasons.append(Reason("country", "called this state's own"))
    start = title.first if title.det in ("his", "her", "its", "their") else title.start
    if draft.words or title.states:
        if title.states:
            talk.cast.alias(draft, talk.cast.words(line, title.start, title.end))
    talk.lay(draft, line, start, title.end, "description", title.head_end - 1)


def _holds(draft: Draft, office: str) -> bool:
    """Whether a person's offices include one: "Minister" and "Acting …" are met by the full ones."""
    return any(
        held == office or held.endswith(" " + office) or held.endswith("Minister") and office == "Minister"
        for held in draft.offices
        if not held.startswith("former ")
    )


def _diplomats(talk: Talk, code: str | None) -> list[Draft]:
    """ "The envoy" may be the ambassador the report names, if it names only one."""
    found = [
        draft
        for draft in talk.cast.drafts.values()
        if draft.kind == "person" and code in (None, draft.country)
        if any(office.split()[-1] in _DIPLOMATIC for office in draft.offices)
    ]
    return found if len(found) == 1 else []


_DIPLOMATIC = frozenset("Ambassador Commissioner Envoy d'Affaires Representative Consul".split())


def _same_unnamed(talk: Talk, line: Line, title: Title) -> list[Draft]:
    """ "The official", after "a senior official": the one met last under that word."""
    word = line.low[title.head_end - 1]

    def fits(draft: Draft) -> bool:
        return draft.key.startswith("unnamed:") and draft.name.lower().endswith(word)

    met = talk.recent(line, title.start, fits, back=4)
    return [talk.cast.drafts[met[0].key]] if met else []


def _unnamed(talk: Talk, line: Line, title: Title, code: str | None) -> Draft:
    """Somebody known by the title alone."""
    text = talk.cast.words(line, title.start, title.end)
    draft = talk.cast.draft(f"unnamed:{code or ''}:{text.lower()}", "person", text, code)
    if not draft.reasons:
        draft.reasons.append(Reason("unnamed", "the report gives only the title"))
        draft.sectors.append(title.title.sector)
        if title.office:
            draft.offices.append(title.office)
    return draft


def _holders(talk: Talk, line: Line, title: Title) -> None:
    """ "The two foreign ministers", "the leaders": the persons who hold the office, or the states."""
    words = set(line.low[max(0, title.first - 1) : title.head_end])
    if title.states or title.body or title.extent or not (words & {"the", "two", "both", "their"}):
        return
    office = title.office
    top = "top" in words and title.title.phrase == "diplomat"
    wanted = "Foreign Minister" if top else office
    met = talk.recent(line, title.start, lambda d: d.kind == "person", back=60)
    keys = [
        key
        for key in dict.fromkeys(m.key for m in met)
        if talk.cast.drafts[key].words and (not wanted or _holds(talk.cast.drafts[key], wanted))
    ]
    keys = _of_two_states(talk, keys)
    if not office and not top and not words & {"two", "both"}:
        return
    first = title.first
    while first > 0 and line.low[first - 1] in ("the", "both", "two", "top"):
        first -= 1
    if len(keys) == 2:
        _group(talk, line, first, title.head_end - 1, keys[::-1])
    elif len(talk.pair) == 2 and (office or top or "two" in words or "both" in words):
        states = [talk.cast.state(code).key for code in talk.pair]
        _group(talk, line, first, title.head_end - 1, states)


def _of_two_states(talk: Talk, keys: list[str]) -> list[str]:
    """The two met last who are of different states."""
    if len(keys) <= 2:
        return keys
    first = talk.cast.drafts[keys[0]].country
    other = next((k for k in keys[1:] if talk.cast.drafts[k].country != first), None)
    return [keys[0], other] if other is not None else []


def _counterpart(talk: Talk, line: Line, title: Title) -> None:
    """A counterpart without a name: who holds the same office elsewhere."""
    owner = _owner(talk, line, title)
    if owner is None or not owner.offices:
        return
    fits = [
        draft
        for draft in talk.cast.drafts.values()
        if draft.kind == "person" and draft is not owner and owner.offices[0] in draft.offices
        if title.state in (None, draft.country)
    ]
    if len(fits) > 1:
        return
    if fits:
        draft = fits[0]
    elif title.state is not None:
        draft = _unnamed(talk, line, title, title.state)
        draft.offices[:] = owner.offices[:1]
    else:
        return
    text = talk.cast.words(line, title.first, title.end)
    talk.cast.alias(draft, text)
    talk.lay(draft, line, title.first, title.end, "description", title.head_end - 1)


def _owner(talk: Talk, line: Line, title: Title) -> Draft | None:
    key = talk.who(line, title.owner) if title.owner is not None else None
    return talk.cast.drafts[key] if key else None


def _learn_counterpart(talk: Talk, line: Line, title: Title) -> None:
    """A named counterpart holds the owner's office, in the state the phrase gives."""
    owner = _owner(talk, line, title)
    spot = next(
        s for s in talk.cast.spots
        if s.sentence == line.index and s.start == title.start and s.end == title.end
    )  # fmt: skip
    draft = talk.cast.drafts[spot.entity]
    if owner is None or not owner.offices or owner is draft:
        return
    office = owner.offices[0]
    if draft.country is None and len(talk.pair) == 2 and owner.country in talk.pair:
        draft.country = next(code for code in talk.pair if code != owner.country)
    if office not in draft.offices:
        draft.offices.insert(0, office)
        why = f"called the counterpart of {owner.name}, who is {office}"
        draft.reasons.append(Reason("counterpart", why))
    for sector in owner.sectors:
        if sector not in draft.sectors:
            draft.sectors.append(sector)
