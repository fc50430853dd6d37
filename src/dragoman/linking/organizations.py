"""Organizations' names: legal forms, acronyms, ministries by either order, and their states."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from dragoman.knowledge.states import match_phrases
from dragoman.linking.outcome import NameMatch
from dragoman.linking.spelling import likeness, plain

CONFLICT = 0.3
# An acronym says less than the name written out.
ACRONYM = 0.85
# Words one name has more: a legal form nothing, any other word too much to be the same.
EXTRA_WORD = 0.35
# Words written as one or as two agree at least this well.
RUN_TOGETHER = 0.9
_SHORT_ACRONYM, _LONG_ACRONYM = 2, 8

_WORD = re.compile(r"[^\W_]+(?:&[^\W_]+)*")
_DOTTED = re.compile(
    r"\b(?:[^\W\d_]\.){2,}[^\W\d_]?(?![^\W_])|\b(?:[^\W\d_]\.)+[^\W\d_]\b(?=[ ,]|$)"
)
_SLASHED = re.compile(r"\b([ak])/([s])\b", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s\b", re.IGNORECASE)
_PAREN = re.compile(r"[()]")


@dataclass(frozen=True, slots=True)
class _Organization:
    words: tuple[str, ...]
    states: frozenset[str]
    acronyms: frozenset[str]
    initials: frozenset[str]


def compare_organizations(a: str, b: str) -> NameMatch:
    """How well two names of organizations agree; see `names.compare_names`."""
    one, two = _read(a), _read(b)
    if not (one.words or one.states) or not (two.words or two.states):
        same = plain(a) == plain(b)
        return NameMatch(
            1.0 if same and a.strip() else 0.0, ("same letters" if same else "no name in it",)
        )
    if one == two:
        return NameMatch(1.0, ("same words",))
    acronym = _acronym(one, two) or _acronym(two, one)
    if acronym:
        return acronym
    if one.states and two.states and one.states != two.states:
        return NameMatch(CONFLICT, (f"of {_said(one.states)} against of {_said(two.states)}",))
    return _by_words(one, two)


def organization_keys(name: str) -> frozenset[str]:
    """Keys that any two spellings of one organization's name share at least one of, as a rule."""
    read = _read(name)
    return frozenset(word[:4] for word in read.words) | read.acronyms | read.initials


def _by_words(one: _Organization, two: _Organization) -> NameMatch:
    left, over = list(one.words), list(two.words)
    scores: list[float] = []
    reasons: list[str] = []
    for first in one.words:
        best = max(over, key=lambda word: (_like(first, word), word), default="")
        score = _like(first, best) if best else 0.0
        if score:
            left.remove(first)
            over.remove(best)
            scores.append(score)
            if score < 1.0:
                reasons.append(f"{first!r} is near {best!r} ({score:.2f})")
    if (left or over) and len(one.words) != len(two.words):
        joined = _like("".join(one.words), "".join(two.words))
        if joined >= RUN_TOGETHER:
            return NameMatch(0.9, ("same letters, words run together",))
    if left and over:
        return NameMatch(CONFLICT, (f"{' '.join(left)!r} against {' '.join(over)!r}",))
    extra = len(left) + len(over)
    named = len(one.states ^ two.states)
    if not scores:
        return NameMatch(CONFLICT, ("no word in common",))
    base = 0.5 * sum(scores) / len(scores) + 0.5 * min(scores)
    if extra or named:
        reasons.append(f"{extra + named} word(s) only one of them has")
    return NameMatch(
        max(base - EXTRA_WORD * extra - EXTRA_WORD * named, 0.0), tuple(reasons) or ("same words",)
    )


def _acronym(short: _Organization, long: _Organization) -> NameMatch | None:
    if len(long.words) + len(long.states) < 2:
        return None
    for acronym in sorted(short.acronyms):
        if acronym in long.initials and len(short.words) <= 2:
            return NameMatch(ACRONYM, (f"{acronym.upper()} are the initials",))
    return None


def _like(one: str, two: str) -> float:
    if one == two:
        return 1.0
    if one.isdigit() or two.isdigit() or min(len(one), len(two)) < 4:
        return 0.0
    return likeness(one, two)


def _said(states: frozenset[str]) -> str:
    return ", ".join(sorted(states))


@lru_cache(maxsize=65536)
def _read(name: str) -> _Organization:
    dotted = _DOTTED.sub(lambda m: m.group().replace(".", "") + " ", name)
    slashed = _SLASHED.sub(r"\1\2", _POSSESSIVE.sub("", dotted))
    clear = _PAREN.sub(" ", slashed.replace("&", " & "))
    words, states = _without_states(clear)
    written = [word.replace("&", "") for word in words]
    acronyms = frozenset(
        word.lower()
        for word in written
        if word.isupper() and _SHORT_ACRONYM <= len(word) <= _LONG_ACRONYM
    )
    tokens = _phrased(tuple(plain(word) for word in written))
    told = [_numbers().get(word, _spelled().get(word, word)) for word in tokens]
    meant = [word for word in told if word not in _listed("minor")]
    core = [word for word in meant if word not in _listed("legal")] or meant
    every = [plain(word) for word in _WORD.findall(clear)]
    telling = [word for word in every if word not in _listed("minor")]
    initials = frozenset("".join(w[0] for w in some if w) for some in (every, telling))
    return _Organization(_ordered(core), states, acronyms, initials)


def _ordered(words: Sequence[str]) -> tuple[str, ...]:
    """ "Foreign Ministry" and "Ministry of Foreign Affairs" in one form."""
    if "ministry" in words or "department" in words:
        return tuple(sorted(word for word in words if word != "affairs"))
    return tuple(words)


def _without_states(text: str) -> tuple[list[str], frozenset[str]]:
    words = _WORD.findall(text)
    found = match_phrases([w if not w.isupper() else w.title() for w in words])
    named = {i for start, end, _ in found for i in range(start, end)}
    codes = frozenset(senses[0].code for _, _, senses in found)
    rest = [word for i, word in enumerate(words) if i not in named]
    return (rest, codes) if rest else (words, frozenset())


def _phrased(words: tuple[str, ...]) -> list[str]:
    text = f" {' '.join(words)} "
    for phrase, short in _phrases():
        if f" {phrase} " in text:
            text = text.replace(f" {phrase} ", f" {short} ")
    return text.split()


@lru_cache(maxsize=8)
def _listed(kind: str) -> frozenset[str]:
    return frozenset(plain(word) for word in _row(kind).split())


@lru_cache(maxsize=1)
def _phrases() -> tuple[tuple[str, str], ...]:
    pairs = [pair.split("=") for pair in _row("phrase").split(";")]
    return tuple(sorted(((p[0], p[1]) for p in pairs), key=lambda p: (-len(p[0]), p[0])))


@lru_cache(maxsize=1)
def _spelled() -> dict[str, str]:
    rows = [row.split("=") for row in _row("spelling").split(";")]
    return {word: row[0] for row in rows for word in row[1].split()}


@lru_cache(maxsize=1)
def _numbers() -> dict[str, str]:
    return dict(pair.split("=") for pair in _row("number").split(";"))


def _row(kind: str) -> str:
    table = files("dragoman.linking").joinpath("organization_words.tsv").read_text("utf-8")
    rows = [line.split("\t", 1) for line in table.splitlines() if not line.startswith("#")]
    return " ; ".join(row[1] for row in rows if row[0] == kind).replace(" ; ", ";")
