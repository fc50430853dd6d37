"""Tallies: how many papers were signed, how long a visit lasted, how long people have to leave.

And at what hour somebody came.

Small counts that reports give in passing and often differently. They are read from the
sentences with their own patterns, because what is compared is the count with its kinds of
paper, or a length given in days by one and in hours by another.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from dragoman.knowledge.numerals import SMALL, TENS, numeral
from dragoman.knowledge.wording import concept, words
from dragoman.model.actor import Reason
from dragoman.model.finding import Finding, Story
from dragoman.model.text import Mention
from dragoman.reconcile.case import Case, finding

_TENS = TENS[: TENS.index("sixty") + 1]
_COUNT = rf"(?:\d{{1,3}}|(?:{'|'.join(_TENS)})-(?:{'|'.join(SMALL[1:10])})|{'|'.join([*_TENS, *SMALL, 'a', 'an'])})"
_PAPER = (
    r"(?:agreements?|accords?|deals?|pacts?|treat(?:y|ies)|documents?|instruments?|contracts?|"
    r"conventions?|protocols?|MoUs?|MOUs?|memorand(?:a|um|ums)(?: of understanding)?)"
)
_PAPERS = re.compile(
    rf"\b(?P<n>{_COUNT})\s+(?:\w+\s+){{0,2}}?(?P<kind>{_PAPER})"
    rf"(?P<more>(?:\s*(?:,|/|or|and)\s*(?:(?:{_COUNT})\s+)?(?:\w+\s+)?{_PAPER}){{0,2}})",
    re.IGNORECASE,
)
_MORE = re.compile(
    rf"(?P<joint>,|/|or|and)\s*(?:(?P<n>{_COUNT})\s+)?(?:\w+\s+)?(?P<kind>{_PAPER})", re.I
)
_SIGN = frozenset(
    concept(w) for w in ["sign", "ink", "seal", "initial", "conclude", "yield", "produce", "bring"]
)
_VISIT = r"(?:visit|trip|stay|tour|stop|stopover)"
_LONG = re.compile(
    rf"\b(?P<n>{_COUNT})[- ](?P<unit>day|hour)s?[- ](?:long\s+)?(?:\w+\s+){{0,2}}?{_VISIT}\b"
    rf"|\b{_VISIT}\s+(?:\w+\s+){{0,3}}?(?P<q>of|lasting|for)\s+(?P<how>about|around|nearly|almost|"
    rf"some|less than|under|over|more than)?\s*(?P<m>{_COUNT})\s+(?P<unit2>day|hour)s?\b",
    re.IGNORECASE,
)
_LEAVE = re.compile(
    rf"\b(?:leave|depart|quit|be out)\b[^.;]{{0,60}}?\b(?:within|in)\s+(?:the next\s+)?"
    rf"(?P<n>{_COUNT})\s+(?P<unit>hour|day)s?\b"
    rf"|\b(?:giv(?:e|es|en|ing)|gave|ha(?:ve|s|d|ving))\b[^.;]{{0,40}}?\b(?P<n2>{_COUNT})\s+"
    r"(?P<unit2>hour|day)s?\s+(?:in which\s+)?to\s+(?:leave|depart|quit|go)\b",
    re.IGNORECASE,
)
_TO = re.compile(r"\s+to\s+(?:the\s+)?([A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)*)")
_TO_COME = re.compile(
    r"\b(?:will|would|upcoming|planned|due|is to|later|next|before)\b", re.IGNORECASE
)
_CLOCK = re.compile(
    r"\b(?:at|around|about|by|before|after)\s+(?:about\s+|around\s+)?"
    r"(?P<h>\d{1,2})(?:[.:](?P<m>\d{2}))?\s?(?P<half>[ap]\.?m\b\.?)",
    re.IGNORECASE,
)
_ARRIVE = frozenset(concept(w) for w in ["arrive", "land", "receive", "welcome", "greet", "touch"])
_DEPART = frozenset(concept(w) for w in ["leave", "depart", "farewell"])
_SAW_OFF = re.compile(r"\b(?:saw|see|seen|sees|seeing)\s+\w+\s+off\b", re.IGNORECASE)
_MINUTES = 15  # clock times so near each other are the same


@dataclass(frozen=True, slots=True)
class Tally:
    """One count as one report gives it: what is counted, from least to most, and in words."""

    what: str
    least: float
    most: float
    value: str
    kinds: frozenset[str]
    mention: Mention


def find_tally_conflicts(case: Case) -> list[Finding]:
    """Conflicts of small counts between the reports of each shared story."""
    found: list[Finding] = []
    for story in case.shared_stories():
        groups: dict[str, list[Tally]] = defaultdict(list)
        for tally in _tallies(case, story):
            groups[tally.what].append(tally)
        for what in sorted(groups):
            found += _conflict(case, what, groups[what])
    return found


def _tallies(case: Case, story: Story) -> Iterator[Tally]:
    yield from _papers(case, story)
    yield from _lengths(case, story)
    yield from _times_to_leave(case, story)
    yield from _hours(case, story)


def _number(word: str) -> int:
    """A count in digits or words ("24", "four", "twenty-four", "a")."""
    return 1 if word.lower() in {"a", "an"} else numeral(word)


def _papers(case: Case, story: Story) -> Iterator[Tally]:
    """How many papers were signed, and of which kinds."""
    for report in story.reports:
        for sentence in case.sentences(report):
            text = case.text(report, sentence.start, sentence.end)
            if not {w.concept for w in words(text)} & _SIGN:
                continue
            for match in _PAPERS.finditer(text):
                total, kinds = _number(match.group("n")), {_kind(match.group("kind"))}
                for more in _MORE.finditer(match.group("more")):
                    kinds.add(_kind(more.group("kind")))
                    total += _number(more.group("n")) if more.group("n") else 0
                if total < 2:
                    continue
                start, end = sentence.start + match.start(), sentence.start + match.end()
                words_ = case.quote(report, start, end)
                yield Tally("papers signed", total, total, words_.quote, frozenset(kinds), words_)


def _kind(word: str) -> str:
    low = word.lower()
    if low.startswith(("mou", "memo")):
        return "memorandum"
    return "paper" if low.startswith(("instrument", "document")) else "agreement"


def _lengths(case: Case, story: Story) -> Iterator[Tally]:
    """How long the visit that the story is about lasted, in hours from least to most."""
    reports = set(story.reports)
    hosts = _hosts(case, reports)
    for report in story.reports:
        for sentence in case.sentences(report) if hosts else ():
            text = case.text(report, sentence.start, sentence.end)
            for match in _LONG.finditer(text):
                to = _TO.match(text, match.end())
                if _TO_COME.search(text) or (to and to.group(1).lower() not in hosts):
                    continue
                least, most = _hours_of(match)
                start, end = sentence.start + match.start(), sentence.start + match.end()
                words_ = case.quote(report, start, end)
                yield Tally("length of the visit", least, most, words_.quote, frozenset(), words_)


def _times_to_leave(case: Case, story: Story) -> Iterator[Tally]:
    """How long those sent away have until they must be gone, in hours."""
    for report in story.reports:
        for sentence in case.sentences(report):
            text = case.text(report, sentence.start, sentence.end)
            for match in _LEAVE.finditer(text):
                unit = (match.group("unit") or match.group("unit2")).lower()
                hours = _number(match.group("n") or match.group("n2")) * (
                    24 if unit == "day" else 1
                )
                start, end = sentence.start + match.start(), sentence.start + match.end()
                words_ = case.quote(report, start, end)
                value = f"{hours:g} hours"
                yield Tally("the time given to leave", hours, hours, value, frozenset(), words_)


def _hosts(case: Case, reports: set[str]) -> set[str]:
    """Every name of the states and places visited in a story; none where two states were."""
    visited = {
        p.entity: p
        for e in case.events
        if e.type == "CONSULT" and e.status in ("occurred", "ongoing")
        if any(m.report in reports for m in e.mentions)
        for p in e.recipients
        if (a := case.actors.get(p.entity)) and a.kind in ("state", "place")
    }
    if len({p.country for p in visited.values()}) != 1:
        return set()
    aliases = [(p.name, *case.actors[p.entity].aliases) for p in visited.values()]
    return {name.lower() for each in aliases for name in each}


def _hours_of(match: re.Match[str]) -> tuple[float, float]:
    """From least to most hours; a visit of n days begins and ends on different days."""
    unit = (match.group("unit") or match.group("unit2")).lower()
    number = _number(match.group("n") or match.group("m"))
    how = (match.group("how") or "").lower()
    if unit == "hour":
        least, most = number - 2.0, number + 2.0
    else:
        least, most = (number - 1) * 24.0 + 0.5, number * 24.0
    if how in ("less than", "under", "nearly", "almost"):
        return 0.0, float(number if unit == "hour" else most)
    return (least, 1e4) if how in ("over", "more than") else (least, most)


def _hours(case: Case, story: Story) -> Iterator[Tally]:
    """Clock times of arrival and departure, in minutes of the day."""
    for report in story.reports:
        for sentence in case.sentences(report):
            text = case.text(report, sentence.start, sentence.end)
            found = list(_CLOCK.finditer(text))
            if len(found) != 1:
                continue
            told = {w.concept for w in words(text)}
            leaves = bool(told & _DEPART) or bool(_SAW_OFF.search(text))
            if leaves == bool(told & _ARRIVE):
                continue
            match = found[0]
            hour = int(match.group("h")) % 12 + (12 if match.group("half")[0] in "pP" else 0)
            minute = hour * 60 + int(match.group("m") or 0)
            start, end = sentence.start + match.start(), sentence.start + match.end()
            words_ = case.quote(report, start, end)
            what = "hour of departure" if leaves else "hour of arrival"
            yield Tally(
                what,
                minute - _MINUTES / 2,
                minute + _MINUTES / 2,
                words_.quote,
                frozenset(),
                words_,
            )


def _conflict(case: Case, what: str, tallies: Sequence[Tally]) -> Iterator[Finding]:
    """One conflict where the tallies fall into groups that cannot both hold."""
    sides: list[list[Tally]] = []
    for tally in sorted(tallies, key=lambda x: (x.least, x.most, x.mention)):
        for side in sides:
            if all(_agree(tally, other) for other in side):
                side.append(tally)
                break
        else:
            sides.append([tally])
    if len(sides) < 2 or len({case.outlet(x.mention.report) for x in tallies}) < 2:
        return
    told = [{x.mention.report for x in side} for side in sides]
    if any(one & other for one, other in combinations(told, 2)):
        return  # a report that gives both counts two things
    yield finding(
        "conflict",
        what,
        [case.side(side[0].value, [x.mention for x in side]) for side in sides],
        note="reports count differently",
        subject="date" if what.startswith("hour") else "figure",
        confidence=0.65,
        reasons=(Reason("tallies", "counts that cannot all hold"),),
    )


def _agree(left: Tally, right: Tally) -> bool:
    if left.least > right.most or right.least > left.most:
        return False
    one, other = left.kinds - {"paper"}, right.kinds - {"paper"}
    return not one or not other or bool("paper" in (left.kinds | right.kinds)) or one == other
