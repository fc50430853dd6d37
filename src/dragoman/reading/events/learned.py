"""Learned: events that no cue announces, where the trained sentence model is sure of the type.

The model knows what kind of thing a sentence reports, not who did it: the parties are the
doer of the main verb and the next one known, and where two are not plain nothing is added.
Every event from here says so in its reasons, and its type is marked inferred.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from dragoman.model.actor import Inference, Party, Reason
from dragoman.model.claim import EventClaim
from dragoman.model.report import content_id
from dragoman.reading import encoder
from dragoman.reading.analysis import Analysis
from dragoman.reading.events.clauses import subjects
from dragoman.reading.events.needs import known
from dragoman.reading.events.roles import parties_of
from dragoman.reading.events.status import status_of
from dragoman.reading.events.when import when

SURE = 0.9  # chosen on the ten stories: below it as many additions are wrong as right
_SHORT = 5  # words a sentence needs to be worth asking about


def learned_events(analysis: Analysis, claims: Sequence[EventClaim]) -> list[EventClaim]:
    """One event for each sentence without any that the model is sure of; none without the model."""
    if not encoder.available():
        return []
    told = {m.start for c in claims for m in c.mentions}
    open_ones = [
        number
        for number, parsed in enumerate(analysis.sentences)
        if len(parsed.doc) > _SHORT
        and not any(parsed.sentence.start <= start < parsed.sentence.end for start in told)
    ]
    plain = [(n, sides) for n in open_ones if (sides := _sides(analysis, n)) is not None]
    scores = encoder.type_scores([analysis.sentences[n].doc.text for n, _ in plain])
    found = []
    for (number, (verb, actors, recipients)), score in zip(plain, scores, strict=True):
        name, sure = score.pairs[0]
        if name != "NONE" and sure >= SURE:
            found.append(_claim(analysis, number, verb, (actors, recipients), (name, sure)))
    return found


def _sides(
    analysis: Analysis, number: int
) -> tuple[Token, tuple[Party, ...], tuple[Party, ...]] | None:
    """The main verb, whoever does it, and the next ones known after it; None where one is missing."""
    doc = analysis.sentences[number].doc
    verb = next((t for t in doc if t.dep_ == "ROOT"), None)
    if verb is None or verb.pos_ not in {"VERB", "AUX"}:
        return None
    actors = tuple(
        p for head in subjects(verb) for p in parties_of(analysis, number, head) if known(p)
    )
    if not actors:
        return None
    own = {p.country for p in actors}
    for token in doc[verb.i + 1 :]:
        name = analysis.name_at(number, token.i)
        if name is None or name.form == "pronoun":
            continue
        others = [p for p in parties_of(analysis, number, token) if known(p)]
        others = [p for p in others if p.country not in own]
        if others:
            return verb, actors, tuple(others[:1])
    return None


def _claim(
    analysis: Analysis,
    number: int,
    verb: Token,
    sides: tuple[tuple[Party, ...], tuple[Party, ...]],
    told: tuple[str, float],
) -> EventClaim:
    name, sure = told
    standing = status_of(verb)
    day = when(analysis, number, verb, by_saying=False)
    words = analysis.mention(number, 0, len(verb.doc))
    why = f"the sentence model reads the whole sentence as {name} ({sure:.2f})"
    return EventClaim(
        id=content_id("claim", analysis.report.id, name, str(words.start), "learned"),
        report=analysis.report.id,
        type=name,
        mode=None,
        cue=verb.text,
        status=standing.status,
        actors=sides[0],
        recipients=sides[1],
        mentions=(words,),
        start=day.start or None if day else None,
        end=day.end or None if day else None,
        inferred=(Inference("type", why), Inference("recipients", "the next one named in it")),
        reasons=(Reason("sentence model", why), Reason("status", standing.why)),
    )
