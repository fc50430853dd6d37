"""Conflicts of dates, status and outcome: one event, told for different days or as done and not done."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from dragoman.knowledge.wording import concept, words
from dragoman.model.actor import Reason
from dragoman.model.claim import EventClaim
from dragoman.model.finding import Event, Finding, Story
from dragoman.model.text import Mention
from dragoman.reconcile import thresholds as t
from dragoman.reconcile.blend import all_mentions
from dragoman.reconcile.case import Case, finding
from dragoman.reconcile.likeness import gist, shared_content
from dragoman.reconcile.periods import Period, period
from dragoman.reconcile.previews import preview_left_in
from dragoman.reconcile.wordings import name_event

_FEW_DAYS = re.compile(
    r"\b(?:a few|several|some|two|three|four) (?:days|weeks) (?:ago|earlier|before)\b", re.I
)
_ONE_DAY = re.compile(
    r"\b(?:the day before|a day (?:earlier|before|ago)|yesterday|the previous day)\b", re.I
)
_SHARE_DONE = re.compile(
    r"\bcomplet\w+\s+(?:rate\s+)?(?:at|of|to|was|stands? at|reached)\s+(?:\w+\s+)?(?P<a>\d{1,2}(?:\.\d+)?)\s?(?:%|per ?cent)"
    r"|\b(?P<b>\d{1,2}(?:\.\d+)?)\s?(?:%|per ?cent)\s+(?:\w+\s+)?complet\w+",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:is|was|are|were|has been|have been|had been)\s+(?:now |fully |already )?"
    r"(?:complete|completed|finished)\b(?!\s+(?:by|in|at) \d)",
    re.IGNORECASE,
)
_BE_DONE = frozenset(concept(w) for w in ("complete", "completion", "finish", "percent", "say"))
_PERFECT = re.compile(
    r"\b(?:has|have|had)\s+(?:\w+ly\s+|already\s+)?(?:been\s+)?\w+", re.IGNORECASE
)
_SOME_DAYS = 2  # the least that "some days ago" can be
_TAIL = 40  # characters after a clause in which it may still be dated
_HAPPENED = ("occurred", "ongoing")
_TO_COME = ("planned", "possible")


def find_time_conflicts(case: Case) -> list[Finding]:
    """Conflicts over when, or whether, the same thing happened."""
    found: list[Finding] = []
    for event in case.events:
        claims = [case.claim_of[c] for c in event.claims if c in case.claim_of]
        for one in (
            _dates(case, event, claims),
            _within(case, event, claims),
            _denied(case, event, claims),
        ):
            if one is not None:
                found.append(one)
    for story in case.stories:
        found += _completion(case, story)
        for report in story.reports:
            found += preview_left_in(case, report)
    return found


def _dates(case: Case, event: Event, claims: Sequence[EventClaim]) -> Finding | None:
    """Reports that date one event to days that do not meet."""
    days: dict[tuple[int, int], list[EventClaim]] = defaultdict(list)
    for claim in claims:
        when = period(claim.start, claim.end)
        if when and when.days <= 3 and claim.status in _HAPPENED and _says_when(case, claim):
            days[when.first, when.last].append(claim)
    groups = [(Period(*key), days[key]) for key in sorted(days)]
    vague = [m for c in claims for m in _phrases(case, c, _FEW_DAYS)]
    close = [m for c in claims for m in _phrases(case, c, _ONE_DAY)]
    if vague and close and _cannot_meet(case, vague, close):
        return _finding(
            case, event, "date", [("some days before", vague), ("the day before", close)]
        )
    apart = groups[0][0].apart(groups[-1][0]) if groups else 0
    if 0 < apart <= t.JOURNEY_DAYS and all(_a_journey(case, c) for c in claims):
        return None
    if len(groups) < 2 or groups[0][0].meets(groups[-1][0]):
        return None
    first, last = groups[0][1], groups[-1][1]
    if {c.report for c in first} & {c.report for c in last}:
        return None
    sides = [
        (
            str(g[0].start) + (f" to {g[0].end}" if g[0].end and g[0].end != g[0].start else ""),
            [m for c in g for m in c.mentions],
        )
        for _, g in groups
    ]
    return _finding(case, event, "date", sides)


def _cannot_meet(case: Case, vague: Sequence[Mention], close: Sequence[Mention]) -> bool:
    """Whether "some days ago" in some reports and "yesterday" in others are different days."""
    some_days, one_day = {m.report for m in vague}, {m.report for m in close}
    if some_days & one_day:
        return False
    latest = max((d.last - _SOME_DAYS for r in some_days if (d := _written(case, r))), default=None)
    earliest = min((d.first - 1 for r in one_day if (d := _written(case, r))), default=None)
    return latest is None or earliest is None or latest < earliest


def _written(case: Case, report: str) -> Period | None:
    return period((case.readings[report].published or "")[:10])


def _says_when(case: Case, claim: EventClaim) -> bool:
    """Whether the date of a claim is in its sentence, not only concluded from elsewhere.

    "She said on Monday that they have signed" gives the day of the saying.
    """
    perfect = any(_PERFECT.search(m.quote) for m in claim.mentions)
    if not perfect and all(i.field != "start" for i in claim.inferred):
        return True
    when = period(claim.start)
    if when is None:
        return False
    day = date.fromordinal(when.first)
    names = rf"\b(?:0?{day.day}(?:st|nd|rd|th)?|{day:%A}|yesterday|today|day before)\b"
    return any(re.search(names, m.quote if perfect else case.around(m)) for m in claim.mentions)


def _a_journey(case: Case, claim: EventClaim) -> bool:
    met = [case.actors.get(case.actor_of.get(p.entity, p.entity)) for p in claim.recipients]
    return claim.type == "CONSULT" and all(a is None or a.kind != "person" for a in met)


def _phrases(case: Case, claim: EventClaim, pattern: re.Pattern[str]) -> Iterator[Mention]:
    """Where the sentences of a claim say when, by a pattern."""
    for place in claim.mentions:
        sentence = case.sentence_at(place.report, place.start)
        if sentence is None:
            continue
        for match in pattern.finditer(case.text(place.report, sentence.start, sentence.end)):
            if place.start <= sentence.start + match.start() <= place.end + _TAIL:
                yield case.quote(
                    place.report, place.start, max(place.end, sentence.start + match.end())
                )


def _within(case: Case, event: Event, claims: Sequence[EventClaim]) -> Finding | None:
    """One report that tells the same event as past and as still to come."""
    past = {c.report for c in claims if c.status in _HAPPENED}
    coming = [c for c in claims if c.status in _TO_COME and c.report in past]
    if not coming or event.type != "CONSULT":  # a ban "will apply" and "applies" at once
        return None
    if all(_a_journey(case, c) for c in claims) and any(c.start is None for c in coming):
        return None  # a journey made and one announced without a day may well be two
    held = [m for c in claims if c.status in _HAPPENED for m in c.mentions]
    sides = [("occurred", held), ("still to come", [m for c in coming for m in c.mentions])]
    return _finding(case, event, "status", sides, note="within one report")


def _denied(case: Case, event: Event, claims: Sequence[EventClaim]) -> Finding | None:
    """Reports that say it happened, and reports that say it did not."""
    held = [m for c in claims if c.status in _HAPPENED for m in c.mentions]
    not_held = [m for c in claims if c.status == "did_not_occur" for m in c.mentions]
    if not held or not not_held:
        return None
    return _finding(case, event, "status", [("occurred", held), ("did not occur", not_held)])


def _finding(
    case: Case,
    event: Event,
    subject: str,
    sides: Sequence[tuple[str, Sequence[Mention]]],
    *,
    note: str = "",
) -> Finding:
    return finding(
        "conflict",
        name_event(event, case.actors),
        [case.side(value, all_mentions([mentions])) for value, mentions in sides],
        claims=event.claims,
        note=note,
        subject=subject,
        confidence=0.6,
        reasons=(Reason("events", f"one event, its {subject} told differently"),),
    )


def _completion(case: Case, story: Story) -> Iterator[Finding]:
    """Something called complete, and by somebody else given a share short of that."""
    done: list[Mention] = []
    short: list[tuple[str, Mention]] = []
    for report in story.reports:
        for sentence in case.sentences(report):
            text = case.text(report, sentence.start, sentence.end)
            for match in _SHARE_DONE.finditer(text):
                start, end = sentence.start + match.start(), sentence.start + match.end()
                share = match.group("a") or match.group("b")
                short.append((f"{share} percent complete", case.quote(report, start, end)))
            found = _DONE.search(text)
            if found and not _SHARE_DONE.search(text):
                done.append(_clause(case, report, sentence.start, text, found))
    about = gist([case.around(m) for _, m in short])
    told = gist([case.around(m) for m in done])
    if not done or not short or shared_content(told, about, but=_BE_DONE) < 1:
        return
    yield finding(
        "conflict",
        "whether the work is complete",
        [case.side("complete", done), case.side(short[0][0], [m for _, m in short])],
        subject="status",
        confidence=0.7,
        reasons=(Reason("completion", "called complete, and given a share short of that"),),
    )


def _clause(case: Case, report: str, base: int, text: str, found: re.Match[str]) -> Mention:
    """The words from the subject's clause to the end of `is complete`."""
    before = words(text[: found.start()])[-14:]
    start = before[0].start if before else found.start()
    return case.quote(report, base + start, base + found.end())
