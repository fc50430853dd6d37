"""Events: from cues and their parties to event claims with status, date, place and topics.

Three passes over a report's cases: those whose parties stand beside them; those that
point back at an event already told ("the meeting", "his visit"); and those whose parties
the text leaves to context ("four agreements were signed"), filled in and marked inferred.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from dragoman.model.actor import Inference, Party, Place, Reason
from dragoman.model.claim import EventClaim
from dragoman.model.report import content_id
from dragoman.reading.analysis import Analysis
from dragoman.reading.events.clauses import clause_bounds, governed, objects, subjects
from dragoman.reading.events.context import STRICT_NEEDS, lacks_somebody, supply, travels
from dragoman.reading.events.cues import find_cases, lemma
from dragoman.reading.events.learned import learned_events
from dragoman.reading.events.modes import contexts_of, mode_of, sizes_of, topics_of
from dragoman.reading.events.needs import Case, is_event
from dragoman.reading.events.presupposed import presupposed
from dragoman.reading.events.roles import parties_of, place_heads
from dragoman.reading.events.status import SAYING, Standing, status_of
from dragoman.reading.events.when import is_background, todays, told_after, when

Told = tuple[Case, EventClaim]
PERFORMATIVE = frozenset({"SANCTION", "REJECT", "CONCEDE", "SUPPORT", "ACCUSE", "REQUEST", "AGREE"})
LASTING = frozenset(
    {"war", "conflict", "invasion", "aggression", "occupation", "operation", "blockade", "siege"}
)
_LONGEST = 400


def read_events(analysis: Analysis) -> tuple[EventClaim, ...]:
    """All event claims of a report, in text order; one pass over its cues."""
    cases = find_cases(analysis)
    clear = [case for case in cases if is_event(case)]
    settled: list[Case] = []
    for case in cases:
        if is_event(case) and not lacks_somebody(case):
            settled.append(case)
            continue
        filled = supply(case, settled, clear)
        if is_event(filled) and (filled is not case or case.frame.needs not in STRICT_NEEDS):
            settled.append(filled)
    told = [(case, _claim(analysis, case)) for case in settled]
    claims = _dated_by_story(analysis, _distinct(told))
    claims = (*claims, *presupposed(analysis, settled, claims))
    added = learned_events(analysis, claims)
    return tuple(sorted((*claims, *added), key=lambda c: c.mentions[0].start)) if added else claims


def _claim(analysis: Analysis, case: Case) -> EventClaim:
    standing = status_of(case.token, performative=case.frame.type in PERFORMATIVE)
    first, last = _bounds(case)
    words = analysis.mention(case.sentence, first, last)
    by_saying = case.frame.type in PERFORMATIVE | {"THREATEN"}
    day = when(analysis, case.sentence, case.token, by_saying=by_saying)
    start = (day.start or None) if day else None
    end = (day.end or None) if day else None
    inferred = [Inference(field, why) for field, why in case.inferred]
    if day and day.inferred:
        inferred.append(Inference("start", day.inferred))
    if case.frame.negated or case.frame.conditional:
        standing = Standing(
            "occurred", f'"{case.token.text}" is itself the {case.frame.type.lower()}'
        )
    if case.frame.status and standing.status in {"occurred", "planned"}:
        standing = Standing(case.frame.status, f'"{case.cue.phrase}" tells of what is to follow')
    standing = _checked_by_date(analysis, standing, start)
    if (
        case.token.lemma_ in LASTING
        and case.frame.kind == "noun"
        and start is None
        and "no" not in {c.lower_ for c in case.token.children}
    ):
        standing = Standing("ongoing", f'a "{case.token.text}" of which no end is told')
        inferred.append(Inference("status", standing.why))
    place, place_why = _place(analysis, case)
    if place_why:
        inferred.append(Inference("place", place_why))
    cue = case.cue.phrase.replace("<", "").replace(">", "")
    claim = EventClaim(
        id=content_id(
            "claim", analysis.report.id, case.frame.type, str(words.start), str(case.token.idx), cue
        ),
        report=analysis.report.id,
        type=case.frame.type,
        mode=mode_of(case),
        cue=_cue_words(case),
        status=standing.status,
        actors=case.actors,
        recipients=case.recipients,
        mentions=(words,),
        contexts=contexts_of(case, first, last),
        start=start,
        end=end or start,
        place=place,
        topics=topics_of(case),
        according_to=_source(analysis, case),
        sizes=sizes_of(words.quote) if case.frame.type in {"ASSAULT", "PROTEST"} else (),
        inferred=tuple(inferred),
        reasons=(
            Reason("cue", f'"{case.token.text}" is a cue of {case.frame.type} ("{cue}")'),
            Reason("status", standing.why),
        ),
    )
    fresh = todays(analysis, claim, case.token, case.sentence)
    if fresh is None or analysis.anchor is None or standing.why.startswith("told as given"):
        return claim
    day_told = analysis.anchor[:10]
    return replace(claim, start=day_told, end=day_told, inferred=(*claim.inferred, fresh))


def _cue_words(case: Case) -> str:
    """The cue as written, with the object it asks for ("held … talks")."""
    for head in objects(case.token) if case.cue.objects else ():
        if lemma(head) in case.cue.objects:
            before = [c.text for c in head.children if c.dep_ == "compound" and c.i == head.i - 1]
            return " ".join([case.token.text, *before, head.text])
    before = [case.cue.before] if case.cue.before else []
    return " ".join([*before, case.token.text])


def _bounds(case: Case) -> tuple[int, int]:
    first, last = clause_bounds(case.token)
    if case.frame.kind == "verb":
        heads = [t.i for t in subjects(case.token) if t.doc is case.token.doc]
        if heads and min(heads) < first and case.token.doc[min(heads) : first].text.count(" ") < 40:
            first = min(
                [min(heads), *(t.i for t in case.token.doc[min(heads)].subtree if t.i < min(heads))]
            )
    if case.token.dep_ == "acl":
        first = min(first, max(case.token.head.left_edge.i, case.token.i - 15))
    while last - first > 1 and case.token.doc[last - 1].is_punct:
        last -= 1
    while last - first > 1 and case.token.doc[first].is_punct:
        first += 1
    text = case.token.doc[first:last].text
    if len(text) > _LONGEST:
        first, last = max(first, case.token.i - 30), min(last, case.token.i + 30)
    return first, last


def _checked_by_date(analysis: Analysis, standing: Standing, start: str | None) -> Standing:
    """A date after the report's own day makes a thing told as done a plan."""
    anchor = analysis.anchor
    if (
        start
        and anchor
        and standing.status == "occurred"
        and len(start) == 10
        and start > anchor[:10]
    ):
        return Standing("planned", f"{start} lies after the report's day, {anchor[:10]}")
    return standing


def _place(analysis: Analysis, case: Case) -> tuple[Place | None, str | None]:
    for head in place_heads(case.token):
        entity = analysis.entity_at(case.sentence, head.i)
        if entity is not None and entity.kind in {"place", "state"}:
            return Place(entity.name, entity.country), None
    if case.frame.type == "CONSULT" and travels(case):
        for party in case.recipients:
            if case.kind(party) == "state":
                return Place(
                    party.name, party.country
                ), f"a visit to {party.name} is in {party.name}"
    return None, None


def _source(analysis: Analysis, case: Case) -> Party | None:
    """Who the report says tells of it: the subject of the verb of saying above the clause."""
    token: Token = case.token
    for _ in range(8):
        if token.head == token:
            break
        if token.dep_ in {"ccomp", "parataxis"} and token.head.lemma_ in SAYING:
            for head in subjects(token.head):
                parties = parties_of(analysis, case.sentence, head)
                if parties:
                    return parties[0]
        token = token.head
    for child in token.children:
        if child.lower_ == "according":
            for head in governed(child, "to"):
                parties = parties_of(analysis, case.sentence, head)
                if parties:
                    return parties[0]
    return None


def _distinct(told: list[Told]) -> list[Told]:
    """One claim for one type, parties and words: coordinated cues of a kind say it once."""
    seen: dict[tuple[object, ...], Told] = {}
    fuller = {(c.type, c.mentions[0].start, c.actors) for _, c in told if c.recipients}
    for case, claim in told:
        if not claim.recipients and (claim.type, claim.mentions[0].start, claim.actors) in fuller:
            continue
        if claim.status == "possible" and not claim.recipients and claim.type in PERFORMATIVE:
            continue
        who = tuple(sorted(p.entity for p in claim.actors))
        whom = tuple(sorted(p.entity for p in claim.recipients))
        key = (claim.type, claim.mode, who, whom, claim.status, claim.mentions[0].start)
        seen.setdefault(key, (case, claim))
    return list(seen.values())


def _dated_by_story(analysis: Analysis, told: list[Told]) -> tuple[EventClaim, ...]:
    """Undated deeds of the story told take the day that the telling had reached."""
    out = []
    for case, claim in told:
        if claim.start is None and claim.status == "occurred" and not is_background(case):
            day = told_after(analysis, case)
            if day is not None:
                why = Inference(
                    "start", f"told after what happened on {day.start}, as of the same day"
                )
                claim = replace(
                    claim,
                    start=day.start,
                    end=day.end or day.start,
                    inferred=(*claim.inferred, why),
                )
        out.append(claim)
    return tuple(out)
