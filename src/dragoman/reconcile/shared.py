"""Shared points: subjects of talks, stressed ties and a war that several reports speak of.

Reports can agree on points that are no event of their own in either: that the day was a
Tuesday, that the economy was on the agenda, that there is a war. They are found in the
sentences themselves.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from dragoman.knowledge.places import find_place
from dragoman.knowledge.states import state_senses
from dragoman.knowledge.wording import concept, words
from dragoman.model.claim import Reading
from dragoman.model.finding import Finding, Story
from dragoman.model.text import Mention, Sentence
from dragoman.reconcile.agreements import Point, agree, points, touches
from dragoman.reconcile.case import Case
from dragoman.reconcile.shared_days import shared_days

_WAR = re.compile(
    r"\b(?:invasion|war|conflict|offensive|fighting|military operation|hostilities|aggression|bombing)"
    r"\s+(?:in|of|on|against|with|over)\s+(?P<land>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)"
    r"|\b(?P<where>[A-Z][\w’'-]+)\s+(?:war|conflict|invasion)\b"
)
_TALK = ("discuss", "talk", "agenda", "cooperation", "exchange", "view", "meet", "agreement")
_DISCUSS = ("discuss", "agenda")
_PAUSE = re.compile(r"[,;:.]\s")
_STOP = re.compile(r"[;:.](?:\s|$)")
_AROUND = 60  # characters a theme's quote may be widened by on either side
_STRESS_REACH = 9  # words between "stressed" and "ties"


def find_shared(case: Case) -> list[Finding]:
    """Agreement on the points no single event carries."""
    found: list[Finding] = []
    known = [p for p in points(case) if len({case.outlet(m.report) for m in p.mentions}) > 1]
    for story in case.shared_stories():
        for point in (*shared_days(case, story), *_subjects(case, story)):
            found += agree(case, point)
        for point in (*_stressed(case, story), *_wars(case, story)):
            if not any(_covers(k, point) for k in known):
                found += agree(case, point)
    return found


def _covers(known: Point, point: Point) -> bool:
    """Whether an event or relation of the record already says it in the same places."""
    return all(any(touches(m, k) for k in known.mentions) for m in point.mentions)


def _several(case: Case, groups: dict[str, list[Mention]]) -> Iterator[tuple[str, list[Mention]]]:
    """Groups of mentions that more than one outlet has, in order of name."""
    for name in sorted(groups):
        if len({case.outlet(m.report) for m in groups[name]}) > 1:
            yield name, groups[name]


@lru_cache(maxsize=1)
def _themes() -> dict[str, tuple[str, ...]]:
    """Concept of a word to the themes it shows."""
    found: dict[str, tuple[str, ...]] = {}
    lines = (files("dragoman.reconcile") / "themes.tsv").read_text("utf-8").splitlines()
    for line in lines:
        if line.startswith("#") or "\t" not in line:
            continue
        theme, shown = line.split("\t", 1)
        for word in shown.split():
            key = concept(word)
            found[key] = tuple(dict.fromkeys((*found.get(key, ()), theme)))
    return found


def _subjects(case: Case, story: Story) -> Iterator[Point]:
    """Themes that the talks of the story had, by the sentences that tell what was discussed."""
    talks = {concept(w) for w in _TALK}
    discussed = {concept(w) for w in _DISCUSS}
    groups: dict[str, list[Mention]] = defaultdict(list)
    for report in story.reports:
        consults = _consulting(case.readings.get(report))
        for sentence in case.sentences(report):
            text = case.text(report, sentence.start, sentence.end)
            every = words(text)
            told = {w.concept for w in every}
            if not told & talks or sentence.role != "body":
                continue
            here = any(a < sentence.end and sentence.start < b for a, b in consults)
            if not here and not told & discussed:
                continue
            for theme, start, end in _theme_spans(text):
                start, end = _widened(text, start, end)
                groups[theme].append(
                    case.quote(report, sentence.start + start, sentence.start + end)
                )
    for theme, mentions in _several(case, groups):
        yield Point(f"among the subjects: {theme}", theme, (), tuple(mentions))


def _widened(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch with the words around it: back to the last comma, on through the list it is in."""
    left = max((m.end() for m in _PAUSE.finditer(text, 0, start)), default=0)
    left = max(left, start - _AROUND)
    while 0 < left < start and not text[left - 1].isspace():
        left += 1
    stop = _STOP.search(text, end)
    last = min(stop.start() if stop else len(text), end + _AROUND)
    while end < last < len(text) and not text[last].isspace() and text[last].isalnum():
        last -= 1
    return left, last


def _consulting(reading: Reading | None) -> list[tuple[int, int]]:
    """Where a report tells of contacts and agreements."""
    if reading is None:
        return []
    return [
        (m.start, m.end)
        for c in reading.events
        if c.type in ("CONSULT", "AGREE", "COOPERATE", "SUPPORT")
        for m in c.mentions
    ]


def _theme_spans(text: str) -> Iterator[tuple[str, int, int]]:
    """Each theme of a sentence with the stretch from its first to its last word."""
    spans: dict[str, list[int]] = {}
    for word in words(text):
        for theme in _themes().get(word.concept, ()) if word.kind != "name" else ():
            first = spans.setdefault(theme, [word.start, word.end])
            first[1] = word.end
    for theme in sorted(spans):
        yield theme, spans[theme][0], spans[theme][1]


def _stressed(case: Case, story: Story) -> Iterator[Point]:
    """That ties were stressed, by whomever."""
    stress, tie = concept("stress"), concept("ties")
    groups: dict[str, list[Mention]] = defaultdict(list)
    for report in story.reports:
        for sentence in case.sentences(report):
            every = words(case.text(report, sentence.start, sentence.end))
            for number, word in enumerate(every):
                if word.concept != stress:
                    continue
                reach = every[number : number + _STRESS_REACH]
                last = next((w for w in reach if w.concept == tie), None)
                if last:
                    start = sentence.start + word.start
                    groups["ties"].append(case.quote(report, start, sentence.start + last.end))
                    break
    for _, mentions in _several(case, groups):
        yield Point("the ties between the parties were stressed", "stressed", (), tuple(mentions))


def _wars(case: Case, story: Story) -> Iterator[Point]:
    """That there is a war in a land, by whatever name each report gives it."""
    groups: dict[str, list[Mention]] = defaultdict(list)
    for report in story.reports:
        for sentence in case.sentences(report):
            for land, found in _war_in(case, report, sentence):
                groups[land].append(found)
    for land, mentions in _several(case, groups):
        yield Point(f"there is a war in {land}", "war", (), tuple(mentions), background=True)


def _war_in(case: Case, report: str, sentence: Sentence) -> Iterator[tuple[str, Mention]]:
    text = case.text(report, sentence.start, sentence.end)
    for match in _WAR.finditer(text):
        land = match.group("land") or match.group("where")
        start, end = sentence.start + match.start(), sentence.start + match.end()
        name = land.removesuffix("’s").removesuffix("'s")
        if state_senses(name) or find_place(name):  # "the Nobel war" and the like are nowhere
            yield name, case.quote(report, start, end)
