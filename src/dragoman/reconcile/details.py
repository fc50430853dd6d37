"""Conflicts of detail: the grade of a partnership, and what is banned by one and spared by another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from dragoman.knowledge.wording import concept, words
from dragoman.model.actor import Reason
from dragoman.model.finding import Finding, Story
from dragoman.model.text import Mention
from dragoman.reconcile.case import Case, finding

_GRADE = re.compile(
    r"\b(?P<grade>(?:(?:comprehensive|strategic|all-weather|special|cooperative|limited|enhanced|global)\s+){1,4})"
    r"(?:partner|partners|partnership|relationship|relations)\b",
    re.IGNORECASE,
)
_GRADES = ("strategic", "comprehensive")
_SPARED = re.compile(
    r"\b(?:(?:does|do|did|will|would|are|is|was|were)\s+not|not|without|no)\s+"
    r"(?:be\s+)?(?:(?:general|blanket|outright|full|total|complete|formal|immediate)\s+)?"
    r"(?:affect\w*|ban\w*|prohibit\w*|restrict\w*|embargo\w*|touch\w*|cover\w*)\b",
    re.IGNORECASE,
)
_HIT = re.compile(
    r"\b(?:ban(?:s|ned|ning)?|prohibit(?:s|ed)?|restrict(?:s|ed)?|bar(?:s|red)|forbid\w*|"
    r"may (?:not|no longer)|can (?:not|no longer)|cannot)\b",
    re.IGNORECASE,
)
_OBJECTS = {
    concept(w): w
    for w in (
        "accounts payments transfers trade services shipments deliveries loans investment visas "
        "flights travel exports sales purchases supplies imports"
    ).split()
}
_NEAR = 5  # words between a ban and what it strikes


def find_detail_conflicts(case: Case) -> list[Finding]:
    """Conflicts of detail in each shared story."""
    found: list[Finding] = []
    for story in case.shared_stories():
        found += _grades(case, story)
        found += _bans(case, story)
    return found


def _grades(case: Case, story: Story) -> Iterator[Finding]:
    """Relations of two states given different grades by different reports."""
    sides: dict[str, list[Mention]] = defaultdict(list)
    lands: dict[str, set[str]] = defaultdict(set)
    for report in story.reports:
        for sentence in case.sentences(report):
            text = case.text(report, sentence.start, sentence.end)
            for match in _GRADE.finditer(text):
                low = match.group("grade").lower()
                grade = " ".join(g for g in reversed(_GRADES) if g in low)
                if grade:
                    start, end = sentence.start + match.start(), sentence.start + match.end()
                    sides[grade].append(case.quote(report, start, end))
                    lands[grade] |= case.lands_named(report, sentence.start, sentence.end)
    reports = [{m.report for m in sides[g]} for g in sorted(sides)]
    if len(sides) < 2 or any(a & b for a, b in combinations(reports, 2)):
        return
    if any(a - b and b - a for a, b in combinations(lands.values(), 2)):
        return  # the relations of one state with two others
    yield finding(
        "conflict",
        "the grade of the partnership",
        [case.side(f"{grade} partnership", sides[grade]) for grade in sorted(sides)],
        subject="detail",
        confidence=0.6,
        reasons=(Reason("details", "two diplomatic grades for one relation"),),
    )


def _bans(case: Case, story: Story) -> Iterator[Finding]:
    """Something one report says is spared and another says is banned."""
    spared: dict[str, list[Mention]] = defaultdict(list)
    hit: dict[str, list[Mention]] = defaultdict(list)
    for report in story.reports:
        for sentence in case.sentences(report):
            text = case.text(report, sentence.start, sentence.end)
            for start, end in _clauses(text):
                clause = text[start:end]
                into = spared if _SPARED.search(clause) else hit
                cue = (_SPARED if into is spared else _HIT).search(clause)
                if cue is None:
                    continue
                for thing in _struck(clause, cue):
                    place = case.quote(report, sentence.start + start, sentence.start + end)
                    into[thing].append(place)
    for thing in sorted(spared.keys() & hit.keys()):
        yield finding(
            "conflict",
            f"whether the ban is on {_OBJECTS[thing]}",
            [case.side("spared", spared[thing]), case.side("banned", hit[thing])],
            note="in tension: a general rule and an exception, or two readings",
            subject="detail",
            confidence=0.45,
            reasons=(Reason("details", "one report says spared, another banned"),),
        )


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in re.finditer(
        r"[;,]\s+(?:but |though |and |although |while )?|\s+(?:but|though|although|while)\s+", text
    ):
        if match.start() - start > 15:
            yield start, match.start()
            start = match.end()
    if start < len(text):
        yield start, len(text)


def _struck(clause: str, cue: re.Match[str]) -> set[str]:
    """What a ban, or its denial, is about: nouns of dealings near the cue."""
    every = words(clause)
    at = next((i for i, w in enumerate(every) if w.end > cue.start()), len(every))
    until = next((i for i, w in enumerate(every) if w.start >= cue.end()), len(every))
    near = every[max(0, at - _NEAR) : until + _NEAR]
    return {w.concept for w in near if w.concept in _OBJECTS}
