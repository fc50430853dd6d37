"""Statements: attributions worth a line in the record, each with its speaker named.

Kept is what a party is reported to say, ask, welcome, fear or expect; left out is what has
no speaker, what the reporter thinks, and phrases too small to say anything.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from dragoman.model.actor import Party, Reason
from dragoman.model.claim import StatementClaim
from dragoman.model.report import content_id
from dragoman.model.text import Mention, mention
from dragoman.reading.analysis import Analysis
from dragoman.reading.quotes import Attribution, Span, find_attributions
from dragoman.reading.speakers import Speaker, find_speaker, resolved
from dragoman.reading.timing import date_for

_STEP = "reading.statements"

# Below the benchmark's own threshold: a statement must name its speaker, which sifts by itself.
LEAST_CREDENCE = 0.2

# Cues that report, but report a deed that is an event of its own.
_DEEDS = frozenset(
    "agree approve vote name discuss talk compare issue publish post release appoint adopt ratify "
    "see sign consult confer negotiate show read broadcast list quote decide endorse cast rank "
    "know understand hear learn remember ask-about call-off".split()
)
_STANCES = frozenset("believe consider expect regard view estimate think doubt deem be".split())
_WISHES = frozenset("want wish hope prefer demand refuse decline be".split())
_NOT_YET = frozenset("may might could would should can to must".split())
_LEAST_WORDS = {"say": 2, "show": 4, "think": 3, "feel": 2, "want": 3, "judge": 2}
_DETERMINERS = frozenset("a an the his her its their our my this that these those some".split())


def read_statements(analysis: Analysis) -> tuple[StatementClaim, ...]:
    """Make a claim of every attribution that is a statement, in text order."""
    attributions = find_attributions(analysis.sentences, least=LEAST_CREDENCE)
    claims: dict[str, StatementClaim] = {}
    for attribution in attributions:
        for claim in _claims(analysis, attribution):
            claims.setdefault(claim.id, claim)
    return tuple(claims.values())


def _claims(analysis: Analysis, attribution: Attribution) -> Iterator[StatementClaim]:
    if attribution.source_head is None or not _is_statement(analysis, attribution):
        return
    speaker = find_speaker(analysis, attribution)
    if speaker is None:
        return
    for part in split_content(analysis, attribution):
        yield _claim(analysis, part, speaker)


def _claim(analysis: Analysis, attribution: Attribution, speaker: Speaker) -> StatementClaim:
    text = analysis.report.text
    content = " … ".join(text[s:e] for s, e in attribution.content)
    mentions = _mentions(analysis, attribution)
    cue = " ".join(text[s:e] for s, e in attribution.cue)
    where = ",".join(f"{m.start}-{m.end}" for m in mentions)
    date = date_for(analysis, attribution.sentence, attribution.cue_token)
    return StatementClaim(
        content_id("statement", analysis.report.id, speaker.party.entity, cue, content, where),
        analysis.report.id,
        speaker.party,
        cue,
        attribution.quotation,
        content,
        mentions,
        addressee=_addressee(analysis, attribution),
        date=date.start if date else None,
        inferred=speaker.inferred,
        reasons=(Reason(_STEP, _why(attribution)),),
    )


def _why(attribution: Attribution) -> str:
    return f"'{attribution.lemma}' reports in this construction ({attribution.build})"


def _is_statement(analysis: Analysis, attribution: Attribution) -> bool:
    """Speech or a declared stance, already made: no deed, no plan, nothing that may yet be said."""
    kind, lemma = attribution.kind, attribution.lemma.split()[0]
    if lemma in _DEEDS or attribution.build in ("passive", "noun"):
        return False
    if kind in ("show", "think") and lemma not in _STANCES:
        return False
    if kind == "want" and lemma not in _WISHES:
        return False
    doc = analysis.sentences[attribution.sentence].doc
    cue = doc[attribution.cue_token]
    if any(k.tag_ in ("MD", "TO") and k.lower_ in _NOT_YET for k in cue.children):
        return False
    text = analysis.report.text
    words = sum(len(text[s:e].split()) for s, e in attribution.content)
    return words >= _LEAST_WORDS[kind]


# --- the parts -------------------------------------------------------------------------


def split_content(analysis: Analysis, attribution: Attribution) -> Iterator[Attribution]:
    """One attribution for each full clause of what is said ("that A is so and that B is")."""
    cuts = _cuts(analysis, attribution)
    if not cuts or attribution.quotation != "indirect":
        yield attribution
        return
    spans = list(attribution.content)
    for cut in sorted(cuts):
        first = [(s, min(e, cut)) for s, e in spans if s < cut]
        yield replace(attribution, content=_tidied(analysis.report.text, first))
        spans = [(max(s, cut), e) for s, e in spans if e > cut]
    yield replace(attribution, content=_tidied(analysis.report.text, spans))


def _cuts(analysis: Analysis, attribution: Attribution) -> list[int]:
    """Where a further clause with a subject of its own begins."""
    parsed = analysis.sentences[attribution.sentence]
    base = parsed.sentence.start
    inside = [
        t
        for t in parsed.doc
        if any(s <= base + t.idx < e for s, e in attribution.content)
    ]
    heads = [t for t in inside if t.head.i == attribution.cue_token and t.dep_ == "ccomp"]
    found: list[int] = []
    for head in heads:
        clause = head
        while (after := _further(clause)) is not None:
            clause = after
            found.append(base + clause.left_edge.idx)
    whole = {s for s, _ in attribution.content}
    return [cut for cut in found if cut not in whole]


def _further(clause: Token) -> Token | None:
    for kid in clause.children:
        if kid.dep_ == "conj" and kid.i > clause.i and kid.pos_ in ("VERB", "AUX"):
            if any(k.dep_ in ("nsubj", "nsubjpass", "csubj", "mark") for k in kid.children):
                return kid
    return None


def _tidied(text: str, spans: list[Span]) -> tuple[Span, ...]:
    """Spans without the comma and the "and" they end in."""
    tidy: list[Span] = []
    for start, end in spans:
        words = text[start:end].rstrip(" ,;")
        for joint in (" and", " but", " or"):
            words = words.removesuffix(joint).rstrip(" ,;")
        if words.strip():
            tidy.append((start, start + len(words)))
    return tuple(tidy)


def _addressee(analysis: Analysis, attribution: Attribution) -> Party | None:
    if attribution.addressee is None:
        return None
    sentence = attribution.sentence
    token = analysis.sentences[sentence].doc[attribution.addressee]
    entity = resolved(analysis, sentence, token)
    if entity is not None:
        return Party(entity.id, entity.name, entity.country, entity.sectors)
    if token.pos_ not in ("NOUN", "PROPN"):
        return None
    words = token.doc[token.left_edge.i : token.i + 1]
    name = " ".join(t.text for t in words if t.lower_ not in _DETERMINERS)
    return Party(content_id("entity", analysis.report.id, name.lower()), name)


def _mentions(analysis: Analysis, attribution: Attribution) -> tuple[Mention, ...]:
    """One mention for each sentence the statement stands in: in the cue's, the whole clause."""
    own: list[Span] = [*attribution.source, *attribution.cue]
    found: list[Mention] = []
    for parsed in analysis.sentences:
        start, end = parsed.sentence.start, parsed.sentence.end
        inside = [
            (max(s, start), min(e, end)) for s, e in attribution.content if s < end and start < e
        ]
        if not inside:
            continue
        if parsed.sentence.index == attribution.sentence:
            inside = [*inside, *own]
        left, right = min(s for s, _ in inside), max(e for _, e in inside)
        found.append(mention(analysis.report.id, analysis.report.text, left, right))
    return tuple(found)
