"""Alignment: passages of two reports that say the same in the same, or reworded, words.

What the facts force (names, numbers, usual words, words in quotation marks, the words of the
story itself) counts little; the words a writer was free to choose count fully. Two sentences
that share many free words in the same order were not written independently.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dragoman.knowledge.wording import Word, words
from dragoman.model.claim import Reading
from dragoman.model.judgement import AlignedPassage
from dragoman.model.report import Report
from dragoman.model.text import mention
from dragoman.stories import thresholds as t

_ROUGH_SENTENCE = re.compile(r"[^\n\r]+?(?:[.!?…][\"”’')]*(?=\s|$)|(?=[\n\r])|$)")
_QUOTED = re.compile(r"[“«][^”»\n]{3,}[”»\n]|\"[^\"\n]{3,}[\"\n]|(?<=\n)[“\"][^\n]{3,}")
_FIRST_PERSON = re.compile(r"\b(?:I|I[’']\w+|[Mm]y|me)\b")
_LONGEST = 90  # words of a sentence that are compared
_CROWD = 60  # a word in more sentences of a story than this proposes only its next neighbours
_NEXT = 6
_SKIP_FREE, _SKIP_FORCED = 0.2, 0.03


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence ready to be compared: its words and what sharing each is worth."""

    report: str
    start: int
    end: int
    words: tuple[Word, ...]
    worth: tuple[float, ...]
    quoted: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """The best stretch two lines share: where, how much of it was free choice, how dense.

    `verbatim`: words of the writer's that stand in both without a gap.
    """

    left: tuple[int, int]
    right: tuple[int, int]
    chosen: float
    share: float
    density: float
    names: int
    free: int
    verbatim: int


def sentence_spans(report: Report, reading: Reading | None) -> list[tuple[int, int]]:
    """Where the sentences of the article are, by the reading or else by punctuation."""
    if reading and reading.sentences:
        return [(s.start, s.end) for s in reading.sentences]
    return [
        m.span()
        for m in _ROUGH_SENTENCE.finditer(report.text)
        if m.group().strip()
        and not any(f.start < m.end() and m.start() < f.end for f in report.furniture)
    ]


def lines_of(reports: Sequence[Report], readings: Mapping[str, Reading]) -> list[Line]:
    """The sentences of one story's reports, words weighed by how free their choice was."""
    spread: Counter[str] = Counter()
    for report in reports:
        spread.update({w.concept for w in words(report.text) if w.kind == "content"})
    ceiling = max(2.0, len(reports) * t.STORY_WORD_SHARE)
    found = []
    for report in reports:
        quoted = [m.span() for m in _QUOTED.finditer(report.text)]
        every = words(report.text)
        at = 0
        for start, end in sentence_spans(report, readings.get(report.id)):
            while at < len(every) and every[at].start < start:
                at += 1
            last = at
            while last < len(every) and every[last].end <= end:
                last += 1
            chosen = every[at : min(last, at + _LONGEST)]
            spoken = bool(_FIRST_PERSON.search(report.text, start, end))
            worth = tuple(
                t.FORCED_WEIGHT
                if w.kind == "content" and (spoken or _inside(w, quoted))
                else _worth(w, spread, ceiling)
                for w in chosen
            )
            if chosen:
                spans = tuple(spoken or _inside(w, quoted) for w in chosen)
                found.append(Line(report.id, start, end, chosen, worth, spans))
    return found


def _worth(word: Word, spread: Mapping[str, int], ceiling: float) -> float:
    if word.kind in ("name", "number"):
        return t.FORCED_WEIGHT
    if word.kind == "commonplace":
        return t.USUAL_WEIGHT
    return 2 * t.FORCED_WEIGHT if spread[word.concept] > ceiling else 1.0


def _inside(word: Word, quoted: Sequence[tuple[int, int]]) -> bool:
    """Whether a word stands in quotation marks: it was the speaker's choice, not the writer's."""
    at = bisect_right(quoted, (word.start, word.start + 1_000_000_000)) - 1
    return at >= 0 and word.start < quoted[at][1]


def passages(
    reports: Sequence[Report], readings: Mapping[str, Reading]
) -> dict[tuple[str, str], list[AlignedPassage]]:
    """Aligned passages of every pair of reports of one story, by (lower id, higher id)."""
    ordered = sorted(reports, key=lambda r: r.id)
    text_of = {r.id: r.text for r in ordered}
    lines = lines_of(ordered, readings)
    found: dict[tuple[str, str], list[AlignedPassage]] = defaultdict(list)
    for i, j in _candidates(lines):
        left, right = lines[i], lines[j]
        run = best_run(left, right)
        if run is None or not telling(run):
            continue
        found[left.report, right.report].append(
            AlignedPassage(
                mention(left.report, text_of[left.report], *run.left),
                mention(right.report, text_of[right.report], *run.right),
                round(min(1.0, max(run.share, run.density)), 3),
            )
        )
    return dict(found)


def _candidates(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Pairs of lines of two reports that share free words, or many names."""
    index: dict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        free = {w.concept for w, worth in zip(line.words, line.worth, strict=True) if worth >= 0.4}
        names = {w.concept for w in line.words if w.kind == "name"}
        for term in sorted(free | names if len(names) >= t.LIST_NAMES else free):
            index[term].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for places in index.values():
        reach = len(places) if len(places) <= _CROWD else _NEXT
        for a, i in enumerate(places):
            for j in places[a + 1 : a + 1 + reach]:
                if lines[i].report != lines[j].report:
                    shared[i, j] += 1
    return sorted(pair for pair, count in shared.items() if count >= int(t.CHOSEN_WORDS))


def telling(run: Run) -> bool:
    """Whether a run betrays a common source rather than a common subject."""
    if run.verbatim >= t.VERBATIM_WORDS or run.names >= t.LIST_NAMES:
        return True
    if run.free >= t.LIST_WORDS and run.share >= t.CHOSEN_SHARE:
        return True
    if run.chosen >= t.LONG_RUN:
        return run.share >= t.CHOSEN_SHARE / 2
    return run.chosen >= t.CHOSEN_WORDS and run.share >= t.CHOSEN_SHARE


def best_run(left: Line, right: Line) -> Run | None:
    """The densest stretch of words two lines share in the same order (local alignment)."""
    rows, columns = len(left.words), len(right.words)
    skip_left = [_skip(w) for w in left.worth]
    skip_right = [_skip(w) for w in right.worth]
    score = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    best, where = 0.0, (0, 0)
    for i in range(1, rows + 1):
        above, here = score[i - 1], score[i]
        concept, worth = left.words[i - 1].concept, left.worth[i - 1]
        for j in range(1, columns + 1):
            value = max(0.0, above[j] - skip_left[i - 1], here[j - 1] - skip_right[j - 1])
            if concept == right.words[j - 1].concept:
                value = max(value, above[j - 1] + min(worth, right.worth[j - 1]))
            here[j] = value
            if value > best + 1e-9:
                best, where = value, (i, j)
    return _trace_back(left, right, score, where) if best > 0 else None


def _skip(worth: float) -> float:
    return _SKIP_FREE if worth >= 1.0 else _SKIP_FORCED


def _trace_back(
    left: Line, right: Line, score: Sequence[Sequence[float]], where: tuple[int, int]
) -> Run:
    i, j = where
    matched: list[tuple[int, int]] = []
    while i > 0 and j > 0 and score[i][j] > 0:
        worth = min(left.worth[i - 1], right.worth[j - 1])
        same = left.words[i - 1].concept == right.words[j - 1].concept
        if same and abs(score[i][j] - score[i - 1][j - 1] - worth) < 1e-9:
            matched.append((i - 1, j - 1))
            i, j = i - 1, j - 1
        elif abs(score[i][j] - score[i - 1][j] + _skip(left.worth[i - 1])) < 1e-9:
            i -= 1
        else:
            j -= 1
    (i0, j0), (i1, j1) = matched[-1], matched[0]
    free = [min(left.worth[a], right.worth[b]) for a, b in matched if _free(left, right, a, b)]
    chosen = sum(free)
    weight = min(_free_weight(left, i0, i1), _free_weight(right, j0, j1))
    names = len({left.words[a].concept for a, _ in matched if left.words[a].kind == "name"})
    return Run(
        (left.words[i0].start, left.words[i1].end),
        (right.words[j0].start, right.words[j1].end),
        chosen,
        chosen / weight if weight else 0.0,
        len(matched) / (1 + min(i1 - i0, j1 - j0)),
        names,
        len(free),
        _verbatim(left, matched[::-1]),
    )


def _verbatim(line: Line, matched: Sequence[tuple[int, int]]) -> int:
    """The longest run of matched words without a gap on either side or a quotation in it.

    Titles and names alone make no run: some of its words have to be of substance.
    """
    longest = here = content = 0
    for place, (a, b) in enumerate(matched):
        if line.quoted[a] or place == 0 or matched[place - 1] != (a - 1, b - 1):
            here = content = 0
        if not line.quoted[a]:
            here += 1
            content += line.words[a].kind == "content"
        if content >= t.VERBATIM_CONTENT:
            longest = max(longest, here)
    return longest


def _free(left: Line, right: Line, a: int, b: int) -> bool:
    return left.worth[a] >= 0.4 and right.worth[b] >= 0.4


def _free_weight(line: Line, first: int, last: int) -> float:
    return sum(w for w in line.worth[first : last + 1] if w >= 0.4)
