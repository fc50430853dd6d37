"""Holders: who is meant by a title that stands without a name, "the minister", "his counterpart"."""

from __future__ import annotations

from dragoman.model.actor import Reason
from dragoman.reading.who.cast import Draft
from dragoman.reading.who.discourse import Talk, pair_of
from dragoman.reading.who.names import Line
from dragoman.reading.who.titlephrase import Title


def resolve_title(talk: Talk, line: Line, title: Title) -> None:
    """A title without a name: whoever holds it in this report."""
    if (line.index, title.start, title.end) in talk.cast.taken:
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
        recent = talk.recent(line, title.start, lambda d: d in fits, back=40)
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
    if title.states:
        talk.cast.alias(draft, talk.cast.words(line, title.start, title.end))
    talk.lay(draft, line, start, title.end, "description", title.head_end - 1)


def _holds(draft: Draft, office: str) -> bool:
    """Whether a person's offices include one, perhaps in a fuller form ("Trade Minister")."""
    return any(
        held == office or (held.endswith(f" {office}") and held != "Prime Minister")
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
    if title.det == "'s":
        return
    words = set(line.low[max(0, title.first - 1) : title.head_end])
    if title.states or title.body or title.extent or not (words & {"the", "two", "both", "their"}):
        return
    office = title.office
    top = "top" in words and title.title.phrase == "diplomat"
    wanted = "Foreign Minister" if top else office
    met = talk.recent(line, title.start, lambda d: d.kind == "person", back=40)
    persons = [k for k in dict.fromkeys(m.key for m in met) if talk.cast.drafts[k].words]
    keys = [k for k in persons if not wanted or _holds(talk.cast.drafts[k], wanted)]
    if len(keys) < 2 and wanted == "Minister":
        keys = [k for k in persons if _any_minister(talk.cast.drafts[k])]
    keys = _of_two_states(talk, keys)
    if not office and not top and not words & {"two", "both"}:
        return
    first = title.first
    while first > 0 and line.low[first - 1] in ("the", "both", "two", "top"):
        first -= 1
    if len(keys) == 2:
        group_of(talk, line, first, title.head_end - 1, keys[::-1])
    elif len(talk.pair) == 2 and (office or top or "two" in words or "both" in words):
        states = [talk.cast.state(code).key for code in talk.pair]
        group_of(talk, line, first, title.head_end - 1, states)


def _any_minister(draft: Draft) -> bool:
    """Whether a person is a minister of any kind now, a prime minister among them."""
    return any("Minister" in o and not o.startswith("former ") for o in draft.offices)


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
        s for s in talk.cast.in_sentence[line.index]
        if s.start == title.start and s.end == title.end
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


def group_of(talk: Talk, line: Line, first: int, place: int, keys: list[str]) -> None:
    draft = pair_of(talk, keys)
    if draft.kind == "group":
        talk.cast.alias(draft, talk.cast.words(line, first, place + 1))
    talk.lay(draft, line, first, place + 1, "description", place)
