"""Statements: attributions worth a line in the record, each with its speaker named.

Kept is what a party is reported to say, ask, welcome, fear or expect; left out is what has
no speaker, what the reporter thinks, and phrases too small to say anything.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from dragoman.model.actor import Party, Reason
from dragoman.model.claim import StatementClaim
from dragoman.model.report import content_id
from dragoman.model.text import Mention, mention
from dragoman.reading.analysis import Analysis
from dragoman.reading.speech.drafts import Span
from dragoman.reading.speech.quotes import Attribution, find_attributions
from dragoman.reading.speech.speakers import Speaker, find_speaker, resolved
from dragoman.reading.time.timing import date_for

_STEP = "reading.statements"

# Below the benchmark's own threshold: a statement must name its speaker, which sifts by itself.
LEAST_CREDENCE = 0.25
LEAST_RELAYED = 0.08  # for a saying that another report relays ("..., an agency reported")

# Cues that report, but report a deed that is an event of its own.
_DEEDS = frozenset(
    "agree approve vote name discuss talk compare issue publish post release appoint adopt ratify "
    "see sign consult confer negotiate show read broadcast list quote decide endorse cast rank "
    "know understand hear learn remember ask-about offer invite pay receive withdraw".split()
)
_STANCES = frozenset("believe consider expect regard view estimate think doubt deem be".split())
_WISHES = frozenset("want wish hope prefer demand refuse decline be".split())
_SAYINGS = frozenset(
    "claim allegation accusation assertion statement warning announcement declaration".split()
)
# Words of speech that in this construction tell of something else ("called on the premier").
_ELSEWISE = frozenset(
    {
        ("about", "call"),
        ("infinitive", "report"),
        *(("object", verb) for verb in ("say", "tell", "ask", "add", "write", "recall", "note")),
    }
)
_RELAYS = frozenset({"report", "cite", "quote", "according"})
_MINDS = frozenset({"think", "feel", "want"})
_SILENCES = frozenset(
    {"comment", "elaborate", "respond", "answer", "reply", "say", "specify", "named", "identified"}
)
_NOT_YET = frozenset("may might could would should can to must".split())
_LEAST_WORDS = {"say": 2, "show": 4, "think": 3, "feel": 2, "want": 3, "judge": 2}
_DETERMINERS = frozenset("a an the his her its their our my this that these those some".split())


def read_statements(analysis: Analysis) -> tuple[StatementClaim, ...]:
    """Make a claim of every attribution that is a statement, in text order."""
    spoken: list[_Spoken] = []
    for attribution in find_attributions(analysis.sentences, least=LEAST_RELAYED):
        if _is_statement(analysis, attribution):
            speaker = find_speaker(analysis, attribution)
            if speaker is not None:
                spoken.append(_Spoken(attribution, speaker))
    claims: dict[str, StatementClaim] = {}
    for one in _without_echoes(spoken):
        for part in split_content(analysis, one.attribution):
            claim = _claim(analysis, part, one.speaker)
            claims.setdefault(claim.id, claim)
    return tuple(claims.values())


@dataclass(frozen=True, slots=True)
class _Spoken:
    attribution: Attribution
    speaker: Speaker

    def holds(self, other: _Spoken) -> bool:
        """Is the other's saying part of what this one says?"""
        cue = other.attribution.cue[0]
        return any(s <= cue[0] and cue[1] <= e for s, e in self.attribution.content)


def _without_echoes(spoken: list[_Spoken]) -> Iterator[_Spoken]:
    """One statement where a saying holds a saying.

    "X said he was confident that ..." is X's once, "the ministry said the capital rejects ..."
    the ministry's; "an agency reported that X welcomed ..."
    is X's and not the agency's.
    """
    by_sentence: dict[int, list[_Spoken]] = {}
    for one in spoken:
        by_sentence.setdefault(one.attribution.sentence, []).append(one)
    for one in spoken:
        if not _credible(one, by_sentence[one.attribution.sentence]):
            continue
        others = [
            o
            for o in by_sentence[one.attribution.sentence]
            if o is not one and _credible(o, by_sentence[one.attribution.sentence])
        ]
        if any(o.holds(one) and _echoes(one, o) for o in others):
            continue
        relays = one.attribution.lemma.split()[0] in _RELAYS
        if relays and any(one.holds(o) and not _same(o, one) for o in others):
            continue
        yield one


def _echoes(inner: _Spoken, outer: _Spoken) -> bool:
    """Is the inner saying no more than the outer one: the same voice, or a mind read aloud?"""
    if _same(inner, outer):
        return True
    if outer.attribution.lemma.split()[0] in _RELAYS:
        return False
    left, right = inner.speaker.party.country, outer.speaker.party.country
    return inner.attribution.kind in _MINDS or (left is not None and left == right)


def _credible(one: _Spoken, beside: list[_Spoken]) -> bool:
    if one.attribution.credence >= LEAST_CREDENCE:
        return True
    return any(
        o.holds(one) and o.attribution.lemma.split()[0] in _RELAYS
        for o in beside
        if o.attribution.credence >= LEAST_CREDENCE
    )


def _same(left: _Spoken, right: _Spoken) -> bool:
    return left.speaker.party.entity == right.speaker.party.entity


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
    if lemma in _DEEDS or attribution.build == "passive" or attribution.source_head is None:
        return False
    if attribution.build == "noun" and lemma not in _SAYINGS:
        return False
    if kind in ("show", "think") and lemma not in _STANCES:
        return False
    if kind == "want" and lemma not in _WISHES:
        return False
    if _keeps_silent(analysis, attribution):
        return False
    if (attribution.build, lemma) in _ELSEWISE and attribution.quotation != "direct":
        return False
    doc = analysis.sentences[attribution.sentence].doc
    cue = doc[attribution.cue_token]
    if any(k.tag_ in ("MD", "TO") and k.lower_ in _NOT_YET for k in cue.children):
        return False
    text = analysis.report.text
    words = sum(len(text[s:e].split()) for s, e in attribution.content)
    return words >= _LEAST_WORDS[kind]


def _keeps_silent(analysis: Analysis, attribution: Attribution) -> bool:
    """ "did not say when", "declined to comment", "asked not to be named": no statement."""
    if attribution.kind == "say" and attribution.negated and attribution.lemma != "rule out":
        return True
    if (
        attribution.lemma not in ("decline", "refuse", "ask", "request")
        or attribution.build != "infinitive"
    ):
        return False
    start, end = attribution.content[0]
    words = analysis.report.text[start:end].lower().split()
    return any(word.strip(".,") in _SILENCES for word in words[:4])


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
    inside = [t for t in parsed.doc if any(s <= base + t.idx < e for s, e in attribution.content)]
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
        if kid.dep_ != "conj" or kid.i < clause.i or kid.pos_ not in ("VERB", "AUX"):
            continue
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
        return entity.party
    if token.pos_ not in ("NOUN", "PROPN"):
        return None
    words = token.doc[token.left_edge.i : token.i + 1]
    name = " ".join(t.text for t in words if t.lower_ not in _DETERMINERS)
    return Party(content_id("entity", analysis.report.id, name.lower()), name)


def _mentions(analysis: Analysis, attribution: Attribution) -> tuple[Mention, ...]:
    """One mention for each sentence the statement stands in: in the cue's, the whole clause."""
    own: list[Span] = [*attribution.source, *attribution.cue]
    begins = [parsed.sentence.start for parsed in analysis.sentences]
    pieces: dict[int, list[Span]] = {}
    for start, end in attribution.content:
        index = max(0, bisect_right(begins, start) - 1)
        while index < len(begins) and begins[index] < end:
            sentence = analysis.sentences[index].sentence
            left, right = max(start, sentence.start), min(end, sentence.end)
            if left < right:
                pieces.setdefault(index, []).append((left, right))
            index += 1
    found: list[Mention] = []
    for index in sorted(pieces):
        spans = pieces[index] + (own if index == attribution.sentence else [])
        left, right = min(s for s, _ in spans), max(e for _, e in spans)
        found.append(mention(analysis.report.id, analysis.report.text, left, right))
    return tuple(found)
