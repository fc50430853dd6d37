"""Vote counts: one ballot counted differently, told by the same number of voters in all."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.knowledge.numerals import SMALL, TENS, numeral
from dragoman.model.actor import Reason
from dragoman.model.finding import Finding, Story
from dragoman.model.text import Mention
from dragoman.reconcile.case import Case, finding

_N = rf"(?:\d{{1,3}}|(?:{'|'.join(TENS)})(?:-(?:{'|'.join(SMALL[1:10])}))?|{'|'.join(SMALL)})"
_ALL_THREE = (
    re.compile(rf"\bby\s+({_N})\s+(?:votes?\s+)?to\s+({_N})\b[^.;]{{0,20}}?\b({_N})\s+abst", re.I),
    re.compile(
        rf"\b({_N})\b[^.;,\d]{{0,40}}?\b(?:in favou?r|for|voted for|backed|supported)\b[^.;]{{0,40}}?"
        rf"\b({_N})\b[^.;,\d]{{0,30}}?\b(?:against|opposed)\b[^.;]{{0,30}}?\b({_N})\b[^.;,\d]{{0,20}}?\babst",
        re.I,
    ),
)


@dataclass(frozen=True, slots=True)
class Count:
    """Yes, no and abstaining, as one sentence counts them."""

    yes: int
    no: int
    abstaining: int
    mention: Mention

    @property
    def voters(self) -> int:
        """All who took part."""
        return self.yes + self.no + self.abstaining


def find_vote_count_conflicts(case: Case) -> list[Finding]:
    """Ballots of a story that outlets count differently; other totals are other ballots."""
    found = []
    for story in case.shared_stories():
        ballots: dict[int, dict[tuple[int, int, int], list[Mention]]] = defaultdict(dict)
        for count in _counts(case, story):
            told = (count.yes, count.no, count.abstaining)
            ballots[count.voters].setdefault(told, []).append(count.mention)
        for voters in sorted(ballots):
            sides = ballots[voters]
            reports = [{m.report for m in sides[told]} for told in sorted(sides)]
            if len(sides) < 2 or any(
                a & b for i, a in enumerate(reports) for b in reports[i + 1 :]
            ):
                continue  # a report that gives both tells of two ballots
            found.append(_finding(case, voters, sides))
    return found


def _counts(case: Case, story: Story) -> Iterator[Count]:
    for report in story.reports:
        for sentence in case.sentences(report):
            text = case.text(report, sentence.start, sentence.end)
            match = next((m for p in _ALL_THREE if (m := p.search(text))), None)
            if match is None:
                continue
            yes, no, abstaining = (numeral(match.group(i)) for i in (1, 2, 3))
            end = text.find(" ", match.end())
            words = case.quote(
                report,
                sentence.start + match.start(),
                sentence.start + (end if end > 0 else len(text)),
            )
            yield Count(yes, no, abstaining, words)


def _finding(case: Case, voters: int, sides: dict[tuple[int, int, int], list[Mention]]) -> Finding:
    return finding(
        "conflict",
        f"how {voters} voters voted",
        [
            case.side(
                f"{yes} for, {no} against, {abstaining} abstaining", sides[yes, no, abstaining]
            )
            for yes, no, abstaining in sorted(sides)
        ],
        note="the same number of voters, counted differently",
        subject="vote",
        confidence=0.7,
        reasons=(Reason("vote counts", "two counts of one ballot"),),
    )
