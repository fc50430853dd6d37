"""Bags: a report as weighed names, words, days and pairs of states, ready to be compared."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping

from dragoman.knowledge.wording import is_commonplace, words
from dragoman.model.claim import Reading
from dragoman.model.report import Report
from dragoman.stories import thresholds as t

Vector = dict[str, float]


def bag_of(report: Report, reading: Reading | None) -> Counter[str]:
    """Names, words and days of a report, counted; the lead and the title count double."""
    bag: Counter[str] = Counter()
    if report.title:
        _count(bag, report.title, names_only=False)
    text = article(report)
    _count(bag, text, names_only=False)
    for event in reading.events if reading else ():
        if event.start and len(event.start) == 10 and event.status in ("occurred", "planned"):
            bag["day:" + event.start] = 1
        lands = sorted({p.country for p in (*event.actors, *event.recipients) if p.country})
        if len(lands) == 2:
            bag["pair:" + "-".join(lands)] += t.PAIR_COUNT
    return bag


def article(report: Report) -> str:
    """The text with page furniture blanked out."""
    if not report.furniture:
        return report.text
    letters = list(report.text)
    for piece in report.furniture:
        letters[piece.start : piece.end] = " " * (min(piece.end, len(letters)) - piece.start)
    return "".join(letters)


def _count(bag: Counter[str], text: str, *, names_only: bool) -> None:
    for number, word in enumerate(words(text)):
        weight = t.LEAD_WEIGHT if number < t.LEAD_WORDS else 1
        if word.kind == "name":
            bag["name:" + word.concept] += weight
        elif word.kind == "content" and not names_only:
            bag[word.concept] += weight


def weigh(bags: Mapping[str, Counter[str]]) -> dict[str, Vector]:
    """Unit vectors: damped counts times rarity among the reports read together."""
    spread = Counter(term for bag in bags.values() for term in bag)
    total = len(bags)
    vectors: dict[str, Vector] = {}
    for key, bag in bags.items():
        vector = {}
        for term in sorted(bag):
            rarity = math.log((total + t.WORLD) / (spread[term] + _usual(term))) + t.COMMON_GROUND
            bonus = t.NAME_BONUS if term.startswith(("name:", "day:", "pair:")) else 1.0
            vector[term] = (1 + math.log(bag[term])) * rarity * bonus
        norm = math.sqrt(sum(v * v for v in vector.values())) or 1.0
        vectors[key] = {term: value / norm for term, value in vector.items()}
    return vectors


def _usual(term: str) -> float:
    """In how many reports of the world beyond these a word would stand: names and days in none."""
    return t.WORLD * t.USUAL_SHARE if is_commonplace(term) else 1.0


def cosine(left: Vector, right: Vector) -> float:
    """The product of two vectors; the cosine, where both are of unit length."""
    if len(left) > len(right):
        left, right = right, left
    return math.fsum(value * right[term] for term, value in left.items() if term in right)
