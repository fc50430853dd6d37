"""Events: from cues and their parties to event claims with status, date, place and topics.

Three passes over a report's cases: those whose parties stand beside them; those that
point back at an event already told ("the meeting", "his visit"); and those whose parties
the text leaves to context ("four agreements were signed"), filled in and marked inferred.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

from spacy.tokens import Token

from dragoman.model.actor import Inference, Party, Place, Reason
from dragoman.model.claim import EventClaim
from dragoman.model.report import content_id
from dragoman.reading.analysis import Analysis
from dragoman.reading.clauses import clause_bounds, governed, subjects
from dragoman.reading.cues import find_cases
from dragoman.reading.modes import contexts_of, mode_of, sizes_of, topics_of
from dragoman.reading.needs import Case, is_event, known
from dragoman.reading.roles import parties_of, place_heads
from dragoman.reading.status import SAYING, Standing, status_of
from dragoman.reading.when import todays, when

STRICT_NEEDS = frozenset({"actor_and_context", "recipient_and_context"})
CONTEXT_NEEDS = frozenset({"two_or_context", "party_or_context", "actor_and_context", "recipient_and_context", "recipient_or_money"})
PERFORMATIVE = frozenset({"SANCTION", "REJECT", "CONCEDE", "SUPPORT", "ACCUSE", "REQUEST", "AGREE"})
PAIRING_TYPES = frozenset({"CONSULT", "AGREE", "SANCTION", "ACCUSE", "SUPPORT", "THREATEN"})
TRAVELLING = frozenset(
    "visit trip tour travel arrive fly stopover come land leave depart head go return journey set be".split()
)
LASTING = frozenset({"war", "conflict", "invasion", "aggression", "occupation", "operation", "blockade", "siege"})
BACKWARD = frozenset({"the", "this", "that", "their", "his", "her", "its", "these", "both", "such"})
_LONGEST = 400


def read_events(analysis: Analysis) -> tuple[EventClaim, ...]:
    """All event claims of a report, in text order; one pass over its cues."""
    cases = find_cases(analysis)
    settled: list[Case] = []
    for case in cases:
        if is_event(case) and not _only_context(case):
            settled.append(case)
            continue
        filled = _point_back(case, settled) or _from_context(case, settled, cases) or case
        if is_event(filled) and (filled is not case or case.frame.needs not in STRICT_NEEDS):
            settled.append(filled)
    claims = [_claim(analysis, case) for case in settled]
    return tuple(_dated_by_story(analysis, _distinct(claims)))


def _only_context(case: Case) -> bool:
    if case.frame.needs in {"actor_and_context", "recipient_or_money"} or case.frame.type == "AGREE":
        return not case.recipients
    if case.frame.type == "SUPPORT" and case.frame.needs == "party_or_context":
        return not case.actors
    return case.frame.needs == "recipient_and_context" and not case.actors


def _point_back(case: Case, settled: list[Case]) -> Case | None:
    """"The meeting", "their talks", "his visit": the same event as one told before."""
    if case.frame.kind != "noun" or case.frame.type != "CONSULT":
        return None
    definite = any(c.lower_ in BACKWARD for c in case.token.children if c.i < case.token.i)
    if not definite or any(c.lower_ in {"first", "last", "previous", "next"} for c in case.token.children):
        return None
    travel = case.token.lemma_ in {"visit", "trip", "tour", "stopover"}
    who = {p.entity for p in case.actors}
    for earlier in reversed(settled):
        if earlier.frame.type != "CONSULT" or _travels(earlier) != travel:
            continue
        if who and not who & {p.entity for p in earlier.parties}:
            continue
        if case.sentence - earlier.sentence > 8:
            return None
        why = f'"{case.token.text}" points back at "{earlier.token.text}" told before'
        return replace_case(case, earlier.actors, earlier.recipients, (("actors", why), ("recipients", why)))
    return None


def _travels(case: Case) -> bool:
    return case.token.lemma_ in TRAVELLING or bool(case.cue.objects & TRAVELLING)


def replace_case(
    case: Case,
    actors: tuple[Party, ...],
    recipients: tuple[Party, ...],
    inferred: tuple[tuple[str, str], ...],
) -> Case:
    """A case with other parties and the reason why they were put there."""
    return Case(
        case.analysis,
        case.sentence,
        case.token,
        case.cue,
        case.frame,
        actors,
        recipients,
        case.actor_paths,
        case.recipient_paths,
        case.inferred + inferred,
    )


def _from_context(case: Case, settled: list[Case], cases: list[Case]) -> Case | None:
    """Parties the clause leaves out, from the meeting told beside it or the report's two sides."""
    if case.frame.needs not in CONTEXT_NEEDS and case.frame.type != "AGREE":
        return None
    if not case.actors and any(c.dep_ == "neg" for c in case.token.children):
        return None
    if case.frame.type in {"SANCTION", "COERCE"} and not case.actors:
        return _by_the_same(case, settled)
    pair = _pair_beside(case, settled, cases)
    if pair is None:
        return _aided(case) if case.frame.type == "AID" else None
    why = "the clause names no one; the two sides of the report's talks"
    inside = {p.country for p in pair}
    if case.frame.type == "SUPPORT" and {p.country for p in case.parties if known(p)} <= inside:
        return replace_case(case, pair, (), (("actors", why),))
    known_side = [p for p in case.parties if known(p)]
    others = tuple(p for p in pair if p.country not in {k.country for k in known_side})
    if len(others) != 1 or not known_side:
        return _aided(case) if case.frame.type == "AID" else None
    if case.frame.needs == "recipient_and_context":
        return replace_case(case, others, case.recipients, (("actors", why),))
    return replace_case(case, case.actors, others, (("recipients", why),))


def _by_the_same(case: Case, settled: list[Case]) -> Case | None:
    """Who bans or bars, where a passive leaves it out: whoever did the like before in the report."""
    for earlier in reversed(settled):
        if earlier.frame.type == case.frame.type and earlier.actors:
            why = f'the clause names no one; "{earlier.token.text}" before was by the same'
            return replace_case(case, earlier.actors, case.recipients, (("actors", why),))
    return None


def _aided(case: Case) -> Case | None:
    """Whom aid goes to where the clause leaves it out: the state its paragraph is about."""
    givers = {p.country for p in case.actors}
    sentences = case.analysis.sentences
    paragraph = sentences[case.sentence].sentence.paragraph
    for number in range(case.sentence, -1, -1):
        if sentences[number].sentence.paragraph != paragraph:
            break
        for token in sentences[number].doc:
            if token.dep_ not in {"nsubj", "nsubjpass"}:
                continue
            entity = case.analysis.entity_at(number, token.i)
            if entity is None or entity.kind != "state" or entity.country in givers:
                continue
            party = Party(entity.id, entity.name, entity.country, entity.sectors)
            why = f"the paragraph is about {entity.name}"
            return replace_case(case, case.actors, (party,), (("recipients", why),))
    return None


def _pair_beside(case: Case, settled: list[Case], cases: list[Case]) -> tuple[Party, ...] | None:
    beside = [c for c in cases if c.sentence == case.sentence and c.frame.type == "CONSULT" and is_event(c)]
    for other in beside:
        pair = _two_sides(other)
        if pair:
            return pair
    counts: Counter[tuple[str, str]] = Counter()
    sides: dict[tuple[str, str], tuple[Party, ...]] = {}
    for other in [*settled, *(c for c in cases if is_event(c))]:
        pair = _two_sides(other) if other.frame.type in PAIRING_TYPES else None
        if pair:
            key = (pair[0].country or "", pair[1].country or "")
            counts[min(key, key[::-1])] += 1
            sides.setdefault(min(key, key[::-1]), pair)
    if not counts:
        return None
    best, top = counts.most_common(1)[0]
    rivals = [k for k, n in counts.items() if n == top and k != best]
    return None if rivals else sides[best]


def _two_sides(case: Case) -> tuple[Party, ...] | None:
    states = {}
    for party in case.parties:
        if party.country and party.country not in states:
            states[party.country] = _state(case.analysis, party)
    return tuple(states.values()) if len(states) == 2 else None


def _state(analysis: Analysis, party: Party) -> Party:
    for entity in analysis.entities:
        if entity.kind == "state" and entity.country == party.country:
            return Party(entity.id, entity.name, entity.country, entity.sectors)
    return party


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
    if case.frame.status and standing.status in {"occurred", "planned"}:
        standing = Standing(case.frame.status, f'"{case.cue.phrase}" tells of what is to follow')
    standing = _checked_by_date(analysis, standing, start)
    if case.token.lemma_ in LASTING and case.frame.kind == "noun" and start is None and "no" not in {c.lower_ for c in case.token.children}:
        standing = Standing("ongoing", f'a "{case.token.text}" of which no end is told')
        inferred.append(Inference("status", standing.why))
    place, place_why = _place(analysis, case)
    if place_why:
        inferred.append(Inference("place", place_why))
    cue = case.cue.phrase.replace("<", "").replace(">", "")
    claim = EventClaim(
        id=content_id("claim", analysis.report.id, case.frame.type, str(words.start), str(case.token.idx), cue),
        report=analysis.report.id,
        type=case.frame.type,
        mode=mode_of(case),
        cue=case.token.text,
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


def _bounds(case: Case) -> tuple[int, int]:
    first, last = clause_bounds(case.token)
    if case.frame.kind == "verb":
        heads = [t.i for t in subjects(case.token) if t.doc is case.token.doc]
        if heads and min(heads) < first and case.token.doc[min(heads) : first].text.count(" ") < 40:
            first = min([min(heads), *(t.i for t in case.token.doc[min(heads)].subtree if t.i < min(heads))])
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
    if start and anchor and standing.status == "occurred" and len(start) == 10 and start > anchor[:10]:
        return Standing("planned", f"{start} lies after the report's day, {anchor[:10]}")
    return standing


def _place(analysis: Analysis, case: Case) -> tuple[Place | None, str | None]:
    for head in place_heads(case.token):
        entity = analysis.entity_at(case.sentence, head.i)
        if entity is not None and entity.kind in {"place", "state"}:
            return Place(entity.name, entity.country), None
    if case.frame.type == "CONSULT" and _travels(case):
        for party in case.recipients:
            if case.kind(party) == "state":
                return Place(party.name, party.country), f"a visit to {party.name} is in {party.name}"
    return None, None


def _source(analysis: Analysis, case: Case) -> Party | None:
    """Who the report says tells of it: the subject of the verb of saying above the clause."""
    token: Token = case.token
    for _ in range(8):
        if token.head is token:
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


def _distinct(claims: list[EventClaim]) -> list[EventClaim]:
    """One claim for one type, parties and words: coordinated cues of a kind say it once."""
    seen: dict[tuple[object, ...], EventClaim] = {}
    fuller = {(c.type, c.mentions[0].start, c.actors) for c in claims if c.recipients}
    for claim in claims:
        if not claim.recipients and (claim.type, claim.mentions[0].start, claim.actors) in fuller:
            continue
        if claim.status == "possible" and not claim.recipients and claim.type in PERFORMATIVE:
            continue
        who = tuple(sorted(p.entity for p in claim.actors))
        whom = tuple(sorted(p.entity for p in claim.recipients))
        key = (claim.type, who, whom, claim.status, claim.mentions[0].start)
        if key not in seen:
            seen[key] = claim
    return list(seen.values())


def _dated_by_story(analysis: Analysis, claims: list[EventClaim]) -> list[EventClaim]:
    """Undated deeds of a visit take the day of the visit or talks of the same two sides."""
    dated: list[tuple[frozenset[str], str, str]] = []
    background = {c.id for c in claims if _is_background(analysis, c)}
    for claim in claims:
        exact = claim.start and len(claim.start) == 10 and _is_news(analysis, claim.start)
        if exact and claim.status == "occurred" and claim.start:
            dated.append((_countries(claim), claim.start, claim.end or claim.start))
    out = []
    for claim in claims:
        if claim.start is None and claim.status == "occurred" and claim.id not in background:
            sides = _countries(claim)
            days = {(s, e) for pair, s, e in dated if len(pair) >= 2 and sides and sides <= pair}
            if len(days) == 1:
                start, end = days.pop()
                why = Inference("start", f"told as news of the same two sides of the same day, {start}")
                claim = replace(claim, start=start, end=end, inferred=(*claim.inferred, why))
        out.append(claim)
    return out


_NEWS_DAYS = 4
_EARLIER = frozenset("earlier previously recently once already since last years months decades ago then before".split())


def _is_news(analysis: Analysis, day: str) -> bool:
    """Whether a day lies within the few days that a report tells as its news."""
    if analysis.anchor is None:
        return True
    gap = (date.fromisoformat(analysis.anchor[:10]) - date.fromisoformat(day)).days
    return 0 <= gap <= _NEWS_DAYS


def _is_background(analysis: Analysis, claim: EventClaim) -> bool:
    """Told as earlier than the news: a past perfect, "earlier", "last month", a bare noun."""
    words = claim.mentions[0]
    if claim.type in {"ASSAULT", "COOPERATE", "AID"} or claim.start is not None:
        return True
    for parsed in analysis.sentences:
        if parsed.sentence.start <= words.start < parsed.sentence.end:
            inside = [
                t
                for t in parsed.doc
                if words.start <= parsed.sentence.start + t.idx < words.end
            ]
            if any(t.lower_ in _EARLIER for t in inside):
                return True
            return any(
                c.lower_ == "had" and c.dep_ == "aux" for t in inside if t.text == claim.cue for c in t.children
            )
    return False



def _countries(claim: EventClaim) -> frozenset[str]:
    return frozenset(p.country for p in claim.actors + claim.recipients if p.country)


