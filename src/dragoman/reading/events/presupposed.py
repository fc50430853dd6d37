"""Presupposed events: "the first visit since 2016" says that there was one in 2016.

Told by nobody outright, so every field but the type is marked inferred with the words
that presuppose it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from dragoman.model.actor import Inference
from dragoman.model.claim import EventClaim
from dragoman.model.report import content_id
from dragoman.reading.analysis import Analysis, DateMention
from dragoman.reading.events.needs import Case


def presupposed(
    analysis: Analysis, cases: Sequence[Case], claims: Sequence[EventClaim]
) -> list[EventClaim]:
    """The earlier event behind each "first … since" of the report."""
    found = []
    for case in cases:
        limit = (
            _since(analysis, case) if case.frame.kind == "noun" and _is_first(case.token) else None
        )
        if limit is None:
            continue
        last, first = analysis.mention(case.sentence, 0, len(case.token.doc)), limit.start
        now = next(
            (
                c
                for c in claims
                if c.mentions[0].start >= last.start and c.cue.endswith(case.token.text)
            ),
            None,
        )
        if now is None or now.mentions[0].end > last.end:
            continue
        why = f'"first … since {first}" presupposes one in {first}'
        found.append(
            replace(
                now,
                id=content_id("claim", now.id, "presupposed", first),
                status="occurred",
                start=first,
                end=first,
                place=now.place,
                topics=(),
                inferred=(
                    Inference("start", why),
                    Inference("status", why),
                    Inference("actors", why),
                ),
            )
        )
    return found


def _is_first(noun: Token) -> bool:
    return any(c.lower_ == "first" and c.i < noun.i for c in noun.children)


def _since(analysis: Analysis, case: Case) -> DateMention | None:
    doc = case.token.doc
    for found in analysis.dates:
        if (
            found.sentence != case.sentence
            or found.kind not in {"date", "period"}
            or not found.start
        ):
            continue
        lead = doc[found.first].lower_ == "since" or (
            found.first and doc[found.first - 1].lower_ == "since"
        )
        if lead and found.first > case.token.i:
            return found
    return None
