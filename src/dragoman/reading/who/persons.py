"""Persons: who in a report is a person, and which of its names are the same person's.

Evidence comes from what stands around a name (a title, an honorific, an apposition, initials)
and from the recogniser; once a name is known as a person's, every later use of its surname,
given name or title is read as that person, unless two share it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from dragoman.knowledge.given_names import is_woman
from dragoman.reading.who.cast import Cast
from dragoman.reading.who.identities import Seen, every_use, index_words, tell_apart, words_of
from dragoman.reading.who.names import (
    CALENDAR,
    HE,
    HONORIFICS_DOTTED,
    SHE,
    Line,
    is_capital,
    is_initial,
    name_run,
)
from dragoman.reading.who.titlephrase import Title
from dragoman.reading.who.titles import person_after, skip_honorifics

_GLUED = re.compile(r"^(?:[A-Z]\.)+[A-Z][^\W\d_]+")
RULE_WORDS = frozenset("government administration cabinet".split())
_CLOSERS = frozenset({",", ";", ".", ")", ":", "—", "–", "-"})


def find_persons(cast: Cast) -> None:
    """Find the persons of a report and lay down every use of their names."""
    seen: list[Seen] = []
    for line in cast.lines:
        for title in cast.titles[line.index]:
            seen.extend(_titled(cast, line, title))
        seen.extend(_addressed(line))
        seen.extend(_initialled(line))
        seen.extend(_christened(cast, line))
    seen.extend(_recognised(cast, seen))
    tell_apart(cast, seen)
    index = index_words(cast)
    for line in cast.lines:
        every_use(cast, line, index)


def _titled(cast: Cast, line: Line, title: Title) -> Iterable[Seen]:
    """The persons a title is put to: those after it, or the one it stands in apposition to."""
    after = _after(cast, line, title)
    if after is not None:
        start = skip_honorifics(line, after)
        end = name_run(line, start, after_title=True)
        yield _with_title(line, start, end, title)
        if title.title.plural:
            yield from _listed(cast, line, end, title)
        return
    apposed = _apposed(cast, line, title)
    if apposed is not None:
        start = skip_honorifics(line, apposed)
        yield _with_title(line, start, name_run(line, start, after_title=True), title)
        return
    before = _before(line, title)
    if before is not None:
        yield _with_title(line, before, _run_back(line, title), title, front=before)


def _with_title(line: Line, start: int, end: int, title: Title, front: int | None = None) -> Seen:
    plural = title.title.plural
    country = _own_country(line, end)
    she = _gender(line.low[title.head]) if start == title.end else None
    if start > 0 and line.low[start - 1] in HONORIFICS_DOTTED:
        she = _gender(line.low[start - 1])
    begins = title.start if front is None and not plural and title.end <= start else start
    return Seen(line, start, end, words_of(line, start, end), title, she, country, front=begins)


def _gender(low: str) -> bool | None:
    if low in SHE or low.endswith("woman"):
        return True
    return False if low in HE or (low.endswith("man") and len(low) > 3) else None


def _after(cast: Cast, line: Line, title: Title) -> int | None:
    """Where the name after a title begins: at once, or after a comma where the title is definite."""
    if person_after(line, title.end) > title.end:
        return title.end
    comma = title.end < len(line.low) and line.low[title.end] == ","
    definite = title.det in ("the", "his", "her", "its", "their", "'s") or title.states
    if not comma or not definite or title.title.plural:
        return None
    start = title.end + 1
    end = person_after(line, start)
    if end == start or office_follows(line, end):
        return None
    if any(t.start == start for t in cast.titles[line.index]):
        return None
    closed = end >= len(line.low) or line.low[end] in _CLOSERS
    return start if closed or line.tokens[end].tag_[:1] == "V" else None


def _apposed(cast: Cast, line: Line, title: Title) -> int | None:
    """Where the name is that a second title brings: "her Russian guest, Foreign Minister Lee"."""
    if title.end >= len(line.low) or title.title.plural:
        return None
    joint = line.low[title.end]
    definite = title.det in ("the", "his", "her", "its", "their", "'s") or bool(title.states)
    if (joint == "," and not definite) or (joint == "and" and title.det):
        return None
    begins = title.end + 1 if joint in (",", "and") else title.end
    for other in cast.titles[line.index]:
        if other.first == begins and not other.title.plural and other.det == "":
            if joint == "and" and other.states:
                return None
            return other.end if person_after(line, other.end) > other.end else None
    return None


def office_follows(line: Line, end: int) -> bool:
    """Whether a list goes on after the name ("the minister, Ann Lee and Bo Chen")."""
    return end < len(line.low) and line.low[end] in ("and", "&")


def _listed(cast: Cast, line: Line, end: int, title: Title) -> Iterable[Seen]:
    """The further names under one plural title, each perhaps with its own state."""
    for _ in range(30):
        place = _past_own_country(line, end)
        start = place
        while start < len(line.low) and line.low[start] in (",", "and", "&"):
            start += 1
        start = skip_honorifics(line, start)
        if start == place or start >= len(line.low) or not is_capital(line.tokens[start].text):
            return
        end = name_run(line, start, after_title=True)
        if end == start or any(t.start <= start < t.end for t in cast.titles[line.index]):
            return
        if line.tokens[end - 1].dep_ == "nsubj" and not _same_phrase(line, title, end - 1):
            return
        yield _with_title(line, start, end, title)


def _same_phrase(line: Line, title: Title, token: int) -> bool:
    """A name that is the subject of another verb begins a clause of its own."""
    verb = line.tokens[token].head
    return verb.i < title.head or verb.dep_ in ("ROOT", "ccomp", "conj", "relcl", "advcl")


def _past_own_country(line: Line, end: int) -> int:
    step = 2 if end + 2 < len(line.low) and line.low[end + 1] == "the" else 1
    if end + step < len(line.low) and line.low[end] in ("of", "from", "("):
        known = line.at[end + step]
        if known is not None and known.what == "state" and known.sense in ("name", "adjective"):
            closed = known.end < len(line.low) and line.low[known.end] == ")"
            return known.end + (1 if closed else 0)
    return end


def _own_country(line: Line, end: int) -> str | None:
    past = _past_own_country(line, end)
    known = line.at[past - 1] or (line.at[past - 2] if past > 1 else None)
    return known.key if past > end and known is not None else None


def _before(line: Line, title: Title) -> int | None:
    """Where the name begins to which the title stands in apposition: "Ann Lee, minister of …"."""
    end = _run_back(line, title)
    if end <= 0 or title.title.plural or title.title.scope == "counterpart":
        return None
    follows = line.low[title.end] if title.end < len(line.low) else "."
    if person_after(line, title.end) > title.end and follows != ",":
        return None
    start = _run_start(line, end)
    if start < end and title.title.scope == "noun" and not title.det and not title.states:
        return None
    return start if start < end else None


def _run_start(line: Line, end: int) -> int:
    """Where the name begins that ends at `end`; `end` itself where none does."""
    start = end
    while start > 0:
        steps = [n for n in (1, 2, 3) if start >= n and name_run(line, start - n) >= end]
        if not steps or end - start > 8:
            break
        start -= steps[0]
    return start


def _run_back(line: Line, title: Title) -> int:
    """The end of the name before an apposition's comma or bracket; -1 where there is no such."""
    place = title.first - 1
    while place > 0 and line.tokens[place].tag_ in ("JJ", "VBN", "RB", "CD") and title.det == "":
        place -= 1
    if place > 0 and line.low[place] in (",", "(", "—", "–"):
        return place
    return -1


def _addressed(line: Line) -> Iterable[Seen]:
    """Names after an honorific: "Mr. Costa", "Dr Karim Noor"."""
    for place, low in enumerate(line.low):
        if low in HONORIFICS_DOTTED:
            start = skip_honorifics(line, place)
            end = name_run(line, start)
            if end > start:
                she = _gender(low)
                yield Seen(line, start, end, words_of(line, start, end), she=she, front=place)


def _initialled(line: Line) -> Iterable[Seen]:
    """Names with initials: "K.Dorj", "T. Oyun-Bold", "A K Noor"."""
    for place, token in enumerate(line.tokens):
        text = token.text
        if _GLUED.match(text) or (is_initial(text) and text.endswith(".") and len(text) < 7):
            end = name_run(line, place)
            full = line.doc[place:end].text
            if (
                end > place
                and re.search(r"[^\W\d_]{3}", full)
                and not text.lower().startswith("u.s")
            ):
                yield Seen(line, place, end, words_of(line, place, end))


def _christened(cast: Cast, line: Line) -> Iterable[Seen]:
    """Names that begin with a well-known given name: "Elena Ruiz", whatever the recogniser says."""
    place = 0
    while place < len(line.low):
        pair = line.low[place : place + 2]
        if is_woman(pair) is None or not is_capital(line.tokens[place].text):
            place += 1
            continue
        end = name_run(line, place)
        if end > place + 1 and _stands_alone(cast, line, place, end):
            yield Seen(line, place, end, words_of(line, place, end))
        place = max(end, place + 1)


def _recognised(cast: Cast, told: list[Seen]) -> list[Seen]:
    """Names the recogniser takes for persons' and that nothing in the report contradicts."""
    votes: dict[tuple[str, ...], int] = {}
    spans: list[Seen] = []
    sure = {word for seen in told for word in seen.words}
    for line in cast.lines:
        for ent in line.doc.ents:
            start, end = _trim(cast, line, ent.start, ent.end)
            words = words_of(line, start, end) if end > start else ()
            if not words:
                continue
            person = ent.label_ == "PERSON"
            votes[words] = votes.get(words, 0) + (1 if person else -1)
            if person and _stands_alone(cast, line, start, end):
                spans.append(Seen(line, start, end, words, strong=False))
    return [
        seen
        for seen in spans
        if votes[seen.words] > 0 and (len(seen.words) > 1 or _acts(seen) or seen.words[0] in sure)
    ]


def _trim(cast: Cast, line: Line, start: int, end: int) -> tuple[int, int]:
    """A recognised span without the words that are no part of a name."""
    for title in cast.titles[line.index]:
        if title.start <= start < title.end:
            start = min(end, title.end)
    while start < end and name_run(line, start) == start:
        start += 1
    return start, min(end, name_run(line, start)) if start < end else start


def _stands_alone(cast: Cast, line: Line, start: int, end: int) -> bool:
    """Whether the name is no part of a longer capitalised run and follows no preposition of place."""
    if not cast.free(line, start, end) or any(line.at[i] is not None for i in range(start, end)):
        return False
    follows = line.tokens[end] if end < len(line.low) else None
    if follows is not None and is_capital(follows.text) and line.at[end] is None:
        goes_on = line.low[end] not in CALENDAR and follows.tag_ in ("NNP", "NNPS")
        if goes_on:
            return False
    before = line.low[start - 1] if start else ""
    return before not in ("in", "at", "near", "the", "through", "inside", "outside", "across")


_HUMAN = frozenset(
    "say tell add ask call urge warn meet visit accuse announce argue believe claim confirm deny "
    "describe emphasize emphasise express hope insist note praise promise propose reject reply "
    "stress suggest thank think underline vow welcome write speak talk agree arrive fly travel "
    "attend win lead serve die resign arrest kill assassinate detain injure appoint elect name "
    "charge murder sign witness".split()
)


def _acts(seen: Seen) -> bool:
    """A single word counts as a person where it does or suffers what only persons do."""
    token = seen.line.tokens[seen.end - 1]
    if token.dep_ in ("nsubj", "nsubjpass", "dobj"):
        return token.head.lemma_.lower() in _HUMAN
    governs = token.dep_ == "compound" and token.head.lower_ in RULE_WORDS
    return bool(token.dep_ == "poss") or governs
