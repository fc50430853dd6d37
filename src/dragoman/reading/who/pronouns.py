"""Pronouns: he, she, it and they, where grammar and what went before leave one reading."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.reading.who.cast import Draft
from dragoman.reading.who.discourse import SUBJECTS, Met, Talk, listed, pair_of
from dragoman.reading.who.names import Line

Fits = Callable[[Draft], bool]

_HE = frozenset("he him his himself".split())
_SHE = frozenset("she her hers herself".split())
_IT = frozenset("it its itself".split())
_THEY = frozenset("they them their theirs".split())
# Verbs whose subject "it" is nobody: "it seems that", "it takes".
_EMPTY = frozenset("be seem appear take mean follow happen remain turn become rain".split())
_TELLING = frozenset("say tell add state announce claim believe".split())
_MEETING = frozenset(
    "meet talk discuss hold agree sign visit host receive see tell call consult confer speak greet".split()
)


def pronoun_at(talk: Talk, line: Line, place: int) -> None:
    """Resolve the pronoun at a token, if it is one and plain."""
    low = line.low[place]
    if low in _HE or low in _SHE:
        draft = _person(talk, line, place, she=low in _SHE)
    elif low in _IT:
        draft = _thing(talk, line, place)
    elif low in _THEY:
        draft = _several(talk, line, place)
    else:
        return
    if draft is not None:
        talk.lay(draft, line, place, place + 1, "pronoun", place)


def _person(talk: Talk, line: Line, place: int, *, she: bool) -> Draft | None:
    token = line.tokens[place]
    barred = _clause_subject(talk, line, place) if token.dep_ not in ("poss", *SUBJECTS) else None

    def fits(draft: Draft) -> bool:
        return draft.kind == "person" and draft.she in (None, she) and draft.key != barred

    if token.dep_ in ("dobj", "pobj", "dative"):
        return _object(talk, line, place, fits)
    found = (
        _subject_above(talk, line, place, fits)
        or _fronted(talk, line, place, fits)
        or _nearest(talk, line, place, fits)
    )
    if found is not None and found.she is None:
        found.she = she
    return found


def _object(talk: Talk, line: Line, place: int, fits: Fits) -> Draft | None:
    """ "Him", "her" as an object: rather who is spoken of before than who is subject above."""
    token = line.tokens[place]
    above: set[str | None] = set()
    for _ in range(12):
        for child in token.children:
            if child.dep_ in SUBJECTS and child.i < place:
                above.update(talk.who(line, each.i) for each in listed(child))
        if token.head == token:
            break
        token = token.head
    found = talk.recent(line, place, fits, back=2)
    others = list(dict.fromkeys(met.key for met in found if met.key not in above))
    keys = others or list(dict.fromkeys(met.key for met in found))
    subjects = [k for k in talk.subject_of(line.index - 1) if k in keys]
    if len(keys) == 1 or len(set(subjects)) == 1:
        return talk.cast.drafts[(subjects or keys)[0]]
    known = [key for key in keys if talk.cast.drafts[key].she is not None]
    return talk.cast.drafts[known[0]] if len(known) == 1 else None


def _clause_subject(talk: Talk, line: Line, place: int) -> str | None:
    """Who is subject of the clause a token is in: an object pronoun is never the same."""
    token = line.tokens[place]
    for _ in range(6):
        for child in token.children:
            if child.dep_ in SUBJECTS and child.i < place:
                return talk.who(line, child.i)
        if token.pos_ == "VERB" or token.head == token:
            return None
        token = token.head
    return None


def _subject_above(talk: Talk, line: Line, place: int, fits: Fits) -> Draft | None:
    """The nearest subject above a token in its sentence: "Lee said that he …"."""
    token = line.tokens[place]
    for _ in range(12):
        for child in token.children:
            if child.dep_ in SUBJECTS and child.i < place:
                for each in listed(child):
                    key = talk.who(line, each.i)
                    if key is not None and each.i < place and fits(talk.cast.drafts[key]):
                        return talk.cast.drafts[key]
        if token.head == token:
            return None
        token = token.head
    return None


def _fronted(talk: Talk, line: Line, place: int, fits: Fits) -> Draft | None:
    """A pronoun before the main subject means it: "During his visit, the minister met …"."""
    start, keys = talk.main_subject(line.index)
    if start <= place or not keys or line.tokens[place].dep_ in SUBJECTS:
        return None
    inside = any(child.i == place for child in line.tokens[start].subtree)
    draft = talk.cast.drafts[keys[0]]
    return draft if fits(draft) and (not inside or start > place + 1) else None


def _nearest(talk: Talk, line: Line, place: int, fits: Fits) -> Draft | None:
    """The one in the sentence so far, or the subject, or only one, of a sentence before."""
    found = talk.recent(line, place, fits, back=3)
    here = [met for met in found if met.sentence == line.index]
    subject = line.tokens[place].dep_ in SUBJECTS
    if here and not (subject and not any(met.subject for met in here)):
        return _pick(talk, here, anyway=line.tokens[place].dep_ == "poss")
    for number in range(line.index - 1, max(-1, line.index - 4), -1):
        subjects = [k for k in talk.subject_of(number) if fits(talk.cast.drafts[k])]
        if len(set(subjects)) == 1:
            return talk.cast.drafts[subjects[0]]
        there = [met for met in found if met.sentence == number]
        if there:
            return _pick(talk, there, anyway=False) if _plain(talk, found) else None
    return _pick(talk, here, anyway=False) if here else None


def _plain(talk: Talk, found: list[Met]) -> bool:
    """Whether it can be only one: nobody else near, or their sex is known from elsewhere."""
    keys = {met.key for met in found}
    return (len(keys) == 1 and _others(talk, found)) or all(
        talk.cast.drafts[key].she is not None for key in keys
    )


def _others(talk: Talk, found: list[Met]) -> bool:
    """Whether the only one is also the only person in those sentences, or a subject there."""
    first = min(met.sentence for met in found)
    near = {
        met.key
        for met in talk.met
        if met.sentence >= first and talk.cast.drafts[met.key].kind == "person"
    }
    return len(near) == 1 or any(met.subject for met in found)


def _pick(talk: Talk, met: list[Met], *, anyway: bool) -> Draft | None:
    keys = list(dict.fromkeys(m.key for m in met))
    subjects = list(dict.fromkeys(m.key for m in met if m.subject))
    if len(keys) == 1 or anyway:
        return talk.cast.drafts[keys[0]]
    return talk.cast.drafts[subjects[0]] if len(subjects) == 1 else None


def _thing(talk: Talk, line: Line, place: int) -> Draft | None:
    """ "It", "its": a state or an organization, where it is the subject in force."""
    token = line.tokens[place]
    if token.dep_ in SUBJECTS and token.head.lemma_.lower() in _EMPTY:
        return None
    if token.dep_ not in ("poss", *SUBJECTS):
        return None
    barred = _object_state(line, place)

    def fits(draft: Draft) -> bool:
        acts = draft.kind in ("state", "organization") or draft.key.startswith("bloc:")
        return acts and draft.key != barred

    def named(draft: Draft) -> bool:
        return fits(draft) and draft.kind != "group"

    joined = _joined_subject(talk, line, place, named)
    if joined is not None:
        return joined
    found, blocked = _thing_above(talk, line, place, fits)
    if found is not None or blocked:
        return found
    if token.dep_ == "poss":
        ahead = _fronted(talk, line, place, fits)
        here = [m for m in talk.recent(line, place, named, back=0) if m.form != "description"]
        if ahead is not None:
            return ahead
        if here and len({m.key for m in here}) == 1:
            return talk.cast.drafts[here[0].key]
    return _thing_before(talk, line, place, named)


def _joined_subject(talk: Talk, line: Line, place: int, fits: Fits) -> Draft | None:
    """ "Peru abstained, and it did so again": the subject of the clause just before."""
    if line.tokens[place].dep_ not in SUBJECTS or line.low[place - 1 : place] not in (
        ["and"],
        ["but"],
    ):
        return None
    for token in reversed(list(line.doc[: place - 1])):
        if token.dep_ in SUBJECTS:
            key = talk.who(line, token.i)
            draft = talk.cast.drafts[key] if key is not None else None
            return draft if draft is not None and fits(draft) else None
    return None


def _object_state(line: Line, place: int) -> str | None:
    """The state something is done to: "its invasion of Chad" is not Chad's."""
    head = line.tokens[place].head
    for child in head.children:
        if child.dep_ == "prep" and child.i > head.i:
            for below in child.children:
                known = line.at[below.i]
                if known is not None and known.what == "state":
                    return f"state:{known.key}"
    return None


def _thing_above(talk: Talk, line: Line, place: int, fits: Fits) -> tuple[Draft | None, bool]:
    """The nearest subject above that is a state or body; blocked where it is another thing."""
    token = line.tokens[place]
    for _ in range(12):
        for child in token.children:
            if child.dep_ not in SUBJECTS or child.i >= place or child.i == token.i:
                continue
            key = talk.who(line, child.i)
            if key is not None and fits(talk.cast.drafts[key]):
                return talk.cast.drafts[key], False
            if key is None and child.tag_ in ("NN", "NNP"):
                return None, True
            if line.tokens[place].dep_ in SUBJECTS and child.tag_ not in ("WDT", "WP"):
                person = key is not None and talk.cast.drafts[key].kind == "person"
                if not person or token.lemma_.lower() not in _TELLING:
                    return None, True
        if token.head == token:
            break
        token = token.head
    return None, False


def _thing_before(talk: Talk, line: Line, place: int, fits: Fits) -> Draft | None:
    """The subject of the sentence before; for "its", else the last state named there."""
    for key in talk.subject_of(line.index - 1)[:1]:
        if fits(talk.cast.drafts[key]):
            return talk.cast.drafts[key]
    if line.tokens[place].dep_ != "poss":
        return None
    found = [m for m in talk.recent(line, place, fits, back=1) if m.sentence < line.index]
    states = [m for m in found if talk.cast.drafts[m.key].kind == "state"]
    return talk.cast.drafts[states[0].key] if states else None


def _several(talk: Talk, line: Line, place: int) -> Draft | None:
    """ "They", "their": a list or group that is subject here or before, or two who met."""
    token = line.tokens[place]
    if token.dep_ not in ("poss", *SUBJECTS):
        return None
    above = _plural_above(talk, line, place)
    if above is not None:
        return above
    if token.dep_ != "poss" and token.head.dep_ not in ("ROOT", "conj"):
        return None
    for number in range(line.index - 1, max(-1, line.index - 3), -1):
        keys = talk.subject_of(number)
        if len(keys) > 1:
            return pair_of(talk, keys)
        if keys and talk.cast.drafts[keys[0]].kind == "group":
            return talk.cast.drafts[keys[0]]
        both = _met_with(talk, number) if keys else []
        if len(both) == 2:
            return pair_of(talk, both)
        if keys:
            return None
    return None


def _plural_above(talk: Talk, line: Line, place: int) -> Draft | None:
    token = line.tokens[place]
    for _ in range(10):
        for child in token.children:
            if child.dep_ in SUBJECTS and child.i < place:
                keys = [k for k in (talk.who(line, t.i) for t in listed(child)) if k]
                if len(keys) > 1:
                    return pair_of(talk, keys)
                if keys and talk.cast.drafts[keys[0]].kind == "group":
                    return talk.cast.drafts[keys[0]]
        if token.head == token:
            return None
        token = token.head
    return None


def _met_with(talk: Talk, sentence: int) -> list[str]:
    """The two of "A met (with) B" in a sentence: subject and the other person or group."""
    line = talk.cast.lines[sentence]
    for verb in line.tokens:
        if verb.pos_ != "VERB" or verb.lemma_.lower() not in _MEETING:
            continue
        one = next((talk.who(line, c.i) for c in verb.children if c.dep_ in SUBJECTS), None)
        for token in verb.subtree:
            if token.dep_ in ("dobj", "pobj") and token.i > verb.i and token.i - verb.i < 8:
                other = talk.who(line, token.i)
                if one and other and other != one and _human(talk, other):
                    return [one, other]
    return []


def _human(talk: Talk, key: str) -> bool:
    return talk.cast.drafts[key].kind in ("person", "group")
