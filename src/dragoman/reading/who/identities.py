"""Identities: which personal names of a report are one person's, and every further use of them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.knowledge.bodies import find_body
from dragoman.knowledge.given_names import is_woman
from dragoman.reading.who.cast import Cast, Draft
from dragoman.reading.who.names import PARTICLES, Line, is_capital, is_initial, name_run
from dragoman.reading.who.organs import sector_of
from dragoman.reading.who.titlephrase import Title

_SPLIT = re.compile(r"(?<=\.)(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Seen:
    """A personal name met in the text: tokens `start` to `end`, with what vouches for it."""

    line: Line
    start: int
    end: int
    words: tuple[str, ...]
    title: Title | None = None
    she: bool | None = None
    country: str | None = None
    strong: bool = True
    front: int = -1


def name_words(text: str) -> tuple[str, ...]:
    """The words of a personal name in lower case, initials apart from what they are glued to.

    >>> name_words("B.Odval al-Sayed")
    ('b.', 'odval', 'al-sayed')
    """
    spaced = re.sub(r"\s*([-‑])\s*", "-", _SPLIT.sub(" ", text))
    return tuple(word.lower().replace("’", "'") for word in spaced.split())


def words_of(line: Line, start: int, end: int) -> tuple[str, ...]:
    return name_words(line.doc[start:end].text)


def tell_apart(cast: Cast, seen: list[Seen]) -> None:
    """Give every name a person: fullest names first, each joining the one it can only be."""
    people: list[Draft] = []
    seen = _outermost(seen)
    order = sorted(
        range(len(seen)),
        key=lambda i: (
            -_weight(seen[i].words),
            not seen[i].strong,
            seen[i].line.index,
            seen[i].start,
        ),
    )
    for place in order:
        one = seen[place]
        draft = _match(people, one)
        if draft is None:
            if len(one.words) == 1 and is_initial(one.words[0].upper()):
                continue
            name = cast.words(one.line, one.start, one.end)
            draft = cast.draft(f"person:{len(people)}", "person", name)
            draft.words = one.words
            draft.she = is_woman(one.words)
            people.append(draft)
        _join(cast, draft, one)


def _outermost(seen: list[Seen]) -> list[Seen]:
    """Without what was met only as a part of a longer name in the same place."""
    longest: dict[tuple[int, int], int] = {}
    for one in seen:
        for token in range(one.start, one.end):
            held = longest.get((one.line.index, token), 0)
            longest[one.line.index, token] = max(held, one.end - one.start)
    return [
        one
        for one in seen
        if one.title is not None or one.end - one.start >= longest[one.line.index, one.start]
    ]


def _weight(words: tuple[str, ...]) -> int:
    return sum(1 if is_initial(word.upper()) else 3 for word in words)


def _match(people: list[Draft], seen: Seen) -> Draft | None:
    fits = [draft for draft in people if same_person(draft.words, seen.words)]
    if len(fits) > 1:
        last = [d for d in fits if d.words[-1] == seen.words[-1]]
        if seen.title is not None and seen.title.office:
            titled = [d for d in last or fits if seen.title.office in d.offices]
            last = titled or last
        fits = last or fits
    return fits[0] if fits else None


def same_person(full: tuple[str, ...], short: tuple[str, ...]) -> bool:
    """Whether a name can be a shorter, reordered or respelt form of another within one report.

    >>> same_person(("anna", "maria", "silva"), ("a.", "silva"))
    True
    >>> same_person(("anna", "silva"), ("bela", "silva"))
    False
    """
    left = [w for w in short if w not in PARTICLES]
    pool = [w for w in full if w not in PARTICLES]
    whole = 0
    for word in sorted(left, key=lambda w: is_initial(w.upper())):
        met = next((p for p in pool if _same_word(p, word)), None)
        if met is None:
            return False
        pool.remove(met)
        whole += not is_initial(word.upper())
    return whole > 0


def _same_word(full: str, short: str) -> bool:
    if full == short:
        return True
    if is_initial(short.upper()):
        return full.startswith(short[0])
    if is_initial(full.upper()):
        return False
    longer, shorter = (full, short) if len(full) >= len(short) else (short, full)
    return len(shorter) > 5 and longer[:-1] == shorter


def _join(cast: Cast, draft: Draft, seen: Seen) -> None:
    line, title = seen.line, seen.title
    if seen.she is not None:
        draft.she = seen.she
    country = (
        seen.country
        or _body_country(title)
        or (title.state if title and not title.title.plural else None)
    )
    if country and not draft.sure:
        draft.country, draft.sure = country, True
    cast.spot(draft, line, seen.start, seen.end)
    cast.alias(draft, cast.words(line, seen.start, seen.end))
    if title is not None and not title.title.plural:
        _entitle(cast, draft, seen, title)
    elif title is not None:
        _entitle_one(draft, title)
        group = cast.draft(f"list:{line.index}:{title.start}", "group", _list_name(cast, title))
        group.sectors = list(dict.fromkeys([*group.sectors, title.title.sector]))
        if draft.key not in group.members:
            group.members.append(draft.key)
        cast.spot(group, line, title.start, title.end, form="description", head=title.head_end - 1)
    elif 0 <= seen.front < seen.start:
        cast.alias(draft, cast.words(line, seen.front, seen.end))
        cast.spot(draft, line, seen.front, seen.end)


def _entitle(cast: Cast, draft: Draft, seen: Seen, title: Title) -> None:
    line = seen.line
    _entitle_one(draft, title)
    cast.held[line.index, title.start] = draft.key
    cast.titled.setdefault(draft.key, []).append(title)
    if title.end <= seen.start <= title.end + 3:
        cast.spot(draft, line, title.start, seen.end)
        if line.low[title.end] != ",":
            cast.alias(draft, cast.words(line, title.start, seen.end))
    cast.spot(draft, line, title.start, title.end, form="description", head=title.head_end - 1)
    if title.states or title.owner is not None or title.organization:
        whole = title.first if title.title.scope == "counterpart" else title.start
        cast.alias(draft, cast.words(line, whole, title.end))


def _body_country(title: Title | None) -> str | None:
    """The state of a state's own body: "Gazprom chairman"."""
    body = find_body(title.body) if title is not None and title.body else None
    return body.country if body is not None else None


def _list_name(cast: Cast, title: Title) -> str:
    return cast.words(title.line, title.start, title.end)


def _entitle_one(draft: Draft, title: Title) -> None:
    if title.office and title.office not in draft.offices:
        draft.offices.append(title.office)
    for sector in _sectors(title):
        if sector != "UNK" and sector not in draft.sectors:
            draft.sectors.append(sector)


def _sectors(title: Title) -> tuple[str, ...]:
    """The sector of a title: former holders are of the elite, others of what they act for."""
    if title.past:
        return ("ELI",)
    body = find_body(title.body) if title.body else None
    if body is not None and title.title.scope in ("body", "either", "noun", "post"):
        return body.sectors
    if title.organization and title.title.scope in ("body", "noun", "post"):
        return (sector_of(title.organization.lower().split()),)
    return (title.title.sector,)


def every_use(cast: Cast, line: Line, index: dict[str, list[Draft]]) -> None:
    """Lay down each further use of a known person's name in one line."""
    place = 0
    while place < len(line.low):
        token = line.tokens[place]
        if not is_capital(token.text) or (line.index, place) in cast.covered:
            place += 1
            continue
        end = max(name_run(line, place), place + 1)
        if line.at[place] is None and name_run(line, place) > place:
            _use(cast, line, place, end, index)
        place = end


def index_words(cast: Cast) -> dict[str, list[Draft]]:
    found: dict[str, list[Draft]] = {}
    for draft in cast.drafts.values():
        if draft.kind == "person":
            for word in draft.words:
                if word not in PARTICLES and not is_initial(word.upper()):
                    found.setdefault(word, []).append(draft)
    return found


def _use(cast: Cast, line: Line, start: int, end: int, index: dict[str, list[Draft]]) -> None:
    while end > start and not cast.free(line, start, end):
        end -= 1
    words = words_of(line, start, end) if end > start else ()
    fits = [d for d in index.get(words[-1], []) if same_person(d.words, words)] if words else []
    if not fits:
        return
    if len(fits) > 1:
        fits = _likelier(cast, line, start, fits, words)
    if len(fits) == 1:
        cast.spot(fits[0], line, start, end)
        cast.alias(fits[0], cast.words(line, start, end))


def _likelier(
    cast: Cast, line: Line, start: int, fits: list[Draft], words: tuple[str, ...]
) -> list[Draft]:
    """Of several who bear a name: those whose surname it is, then the last one met."""
    family = [d for d in fits if d.words[-1] == words[-1]] or fits
    if len(family) == 1:
        return family
    keys = {d.key: d for d in family}
    met = [
        spot
        for key in keys
        for spot in cast.of_draft.get(key, [])
        if (spot.sentence, spot.start) < (line.index, start)
    ]
    last = max(met, key=lambda s: (s.sentence, s.start), default=None)
    return [keys[last.entity]] if last is not None else []
