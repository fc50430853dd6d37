"""Persons' names: initials, patronymics, titles, particles, any order, and when two are two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from dragoman.linking.outcome import WEAK_NAME, NameMatch
from dragoman.linking.spelling import likeness, plain, skeleton

# What an initial that fits says, beside a whole word that fits (1.0).
INITIAL_FITS = 0.9
# What each word that only the longer name has takes away.
EXTRA_WORD = 0.03
CONFLICT = 0.3
_MOST_WORDS = 12
_SHORTEST_GLUED = 7
_LONG_WORD = 6

_WORD = re.compile(r"[^\W\d_]\.(?=[^\W\d_]{2})|[^\s,.\-‐‑–—/()]+\.?")
_CAMEL = re.compile(r"(?<=[a-zà-ÿ]{2})(?=[A-ZÀ-Þ][a-zà-ÿ]{2})")
_EXCELLENCY = re.compile(r"\bH\. ?E\.?(?= )")
_SERVANT = re.compile(r"\bab[du]+(?:[ -]?(?:a[lrsnzt]|e[lrs]|u[lrs]|oul))?[ -]+(?=\w{3})")
_DIGIT_LETTERS = str.maketrans("0134579", "oleastg")


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    initial: bool = False
    after_son: bool = False


@dataclass(frozen=True, slots=True)
class _Pair:
    score: float
    first: int
    second: int


def compare_persons(a: str, b: str) -> NameMatch:
    """How well two names of persons agree; see `names.compare_names`."""
    one, two = _words(a), _words(b)
    if not one or not two:
        same = plain(a).strip() == plain(b).strip() != ""
        return NameMatch(1.0 if same else 0.0, ("same letters",) if same else ("no name in it",))
    if one == two:
        return _alone(one) or NameMatch(1.0, ("same words",))
    if len(two) < len(one):
        one, two = two, one
    pairs = _align(one, two)
    left = [i for i in range(len(one)) if i not in {p.first for p in pairs}]
    over = [j for j in range(len(two)) if j not in {p.second for p in pairs}]
    glued = _glue(one, two, left, over)
    pairs += glued
    if glued:
        left = [i for i in left if i not in {p.first for p in glued}]
        over = [] if not left else over
    return _score(one, two, pairs, left, over) if not _is_glued(one, two, left) else _run_together()


def name_keys(name: str) -> frozenset[str]:
    """Keys that any two spellings of one person's name share at least one of, as a rule."""
    return frozenset(skeleton(word.text)[:4] for word in _words(name) if not word.initial)


def bare_words(name: str) -> int:
    """How many whole words (no initials, titles or particles) a person's name has."""
    dropped = _listed("title") | _listed("suffix")
    return sum(not word.initial and word.text not in dropped for word in _words(name))


def _run_together() -> NameMatch:
    return NameMatch(0.9, ("same letters, words run together",))


def _is_glued(one: Sequence[_Word], two: Sequence[_Word], left: list[int]) -> bool:
    """ "AnnaNowak", "Kowal ska": the same letters with the spaces elsewhere."""
    if not left or len(one) == len(two):
        return False
    first = "".join(word.text for word in one)
    second = "".join(word.text for word in two)
    return min(len(first), len(second)) >= _SHORTEST_GLUED and likeness(first, second) >= 0.9


def _score(
    one: Sequence[_Word],
    two: Sequence[_Word],
    pairs: list[_Pair],
    left: list[int],
    over: list[int],
) -> NameMatch:
    whole = [p for p in pairs if not (one[p.first].initial or two[p.second].initial)]
    if left and (over or not whole):
        said = " ".join(one[i].text for i in left)
        other = " ".join(two[j].text for j in over) or "nothing"
        return NameMatch(CONFLICT, (f"{said!r} against {other!r}",))
    if not whole:
        return NameMatch(CONFLICT, ("no whole word in common",))
    if any(one[p.first].after_son != two[p.second].after_son for p in whole) and len(whole) > 2:
        return NameMatch(CONFLICT, ("one's father is the other's name",))
    reasons = tuple(_why(one[p.first], two[p.second], p.score) for p in pairs if p.score < 1.0)
    if len(one) == len(two) == 1 and len(one[0].text) >= _LONG_WORD:
        return NameMatch(whole[0].score - 2 * EXTRA_WORD, (*reasons, "one word each"))
    if sum(not word.initial for word in one) < 2 and len(pairs) < 2:
        return NameMatch(min(WEAK_NAME, whole[0].score), (*reasons, "one word only in common"))
    scores = [p.score for p in pairs]
    base = 0.5 * sum(scores) / len(scores) + 0.5 * min(scores)
    extra = len(over) + len(left)
    if extra:
        reasons += (f"{extra} word(s) only one of them has",)
    return NameMatch(max(base - EXTRA_WORD * extra, 0.0), reasons or ("same words",))


def _alone(words: Sequence[_Word]) -> NameMatch | None:
    if len(words) == 1 and words[0].initial:
        return NameMatch(CONFLICT, ("an initial alone",))
    return None


def _why(one: _Word, two: _Word, score: float) -> str:
    if one.initial or two.initial:
        return f"initial {min(one.text, two.text, key=len)!r} fits {max(one.text, two.text, key=len)!r}"
    return f"{one.text!r} is near {two.text!r} ({score:.2f})"


def _align(one: Sequence[_Word], two: Sequence[_Word]) -> list[_Pair]:
    """Pair the words of two names, best pairs first; at equal score, those in like position."""
    found = []
    for i, first in enumerate(one):
        for j, second in enumerate(two):
            score = _like(first, second)
            if score > 0.0:
                found.append(_Pair(score, i, j))
    found.sort(key=lambda p: (-p.score, abs(p.first - p.second), p.first, p.second))
    pairs: list[_Pair] = []
    taken: set[int] = set()
    matched: set[int] = set()
    for pair in found:
        if pair.first not in taken and pair.second not in matched:
            pairs.append(pair)
            taken.add(pair.first)
            matched.add(pair.second)
    return pairs


def _like(one: _Word, two: _Word) -> float:
    if one.initial or two.initial:
        short, long = sorted((one.text, two.text), key=len)
        return INITIAL_FITS if long.startswith(short) else 0.0
    return likeness(one.text, two.text)


def _glue(
    one: Sequence[_Word], two: Sequence[_Word], left: list[int], over: list[int]
) -> list[_Pair]:
    """Pairs of one leftover word with two neighbouring ones ("Jongun", "Jong-un")."""
    pairs: list[_Pair] = []
    for i in left:
        for j in over:
            if j + 1 in over:
                score = likeness(one[i].text, two[j].text + two[j + 1].text)
                if score:
                    return [_Pair(score, i, j), _Pair(score, i, j + 1)]
    for j in over:
        for i in left:
            if i + 1 in left:
                score = likeness(two[j].text, one[i].text + one[i + 1].text)
                if score:
                    return [_Pair(score, i, j), _Pair(score, i + 1, j)]
    return pairs


@lru_cache(maxsize=65536)
def _words(name: str) -> tuple[_Word, ...]:
    family, comma, given = name.partition(",")
    ordered = f"{given} {family}" if comma and given.strip() else name
    shouted = ordered.isupper()
    written = _CAMEL.sub(" ", ordered)
    letters = plain(written)
    joined = (
        _SERVANT.sub("abdul", letters) if letters.startswith("abd") or " abd" in letters else ""
    )
    pieces = _WORD.findall(joined or _dotted(written))
    words = [word for piece in pieces[:_MOST_WORDS] for word in _word(piece, shouted=shouted)]
    kept = _without(words, _listed("title") | _listed("suffix"))
    marked = _sons(kept or words)
    bare = [
        word
        for index, word in enumerate(marked)
        if word.initial
        or word.text not in _listed("particle")
        or (index == 0 and word.text == "ben")
    ]
    return _once(bare or marked)


def _once(words: list[_Word]) -> tuple[_Word, ...]:
    """A long word said twice in a row is a slip; a short one may be a syllable of the name."""
    return tuple(
        word
        for index, word in enumerate(words)
        if index == 0 or word.text != words[index - 1].text or len(word.text) < _LONG_WORD
    )


def _dotted(name: str) -> str:
    return _EXCELLENCY.sub("", name.replace("’", "").replace("'", ""))


def _word(piece: str, *, shouted: bool) -> list[_Word]:
    text = plain(piece.rstrip(".")).strip()
    if any(ch.isdigit() for ch in text) and any(ch.isalpha() for ch in text):
        text = text.translate(_DIGIT_LETTERS)
    if not text or not any(ch.isalpha() for ch in text):
        return []
    if piece.endswith(".") and len(text) <= 3 and text not in _listed("title"):
        return [_Word(text, initial=len(text) <= 2 or text in {"sch"})]
    if len(text) == 1:
        return [_Word(text, initial=text.isascii())]
    if len(text) == 2 and piece.isupper() and not shouted and not set(text) & set("aeiouy"):
        return [_Word(letter, initial=True) for letter in text]
    return [_Word(text)]


def _without(words: list[_Word], dropped: frozenset[str]) -> list[_Word]:
    kept = [word for word in words if word.initial or word.text not in dropped]
    return kept if any(not word.initial for word in kept) else []


def _sons(words: list[_Word]) -> list[_Word]:
    """Mark the father's name after "bin", so that a son is not taken for his father."""
    marked = []
    for index, word in enumerate(words):
        father = index > 0 and words[index - 1].text in {"bin", "ibn", "ben", "bint"}
        marked.append(_Word(word.text, word.initial, father))
    return marked


@lru_cache(maxsize=8)
def _listed(kind: str) -> frozenset[str]:
    table = files("dragoman.linking").joinpath("words.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in table.splitlines() if not line.startswith("#")]
    return frozenset(plain(word) for row in rows if row[0] == kind for word in row[1].split())
