"""Coverage: what a report says that other media told, stressed or left out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from dragoman.model.actor import Inference, Party, Reason
from dragoman.model.claim import CoverageClaim
from dragoman.model.report import content_id
from dragoman.reading.affairs.sides import clean, own_tokens, parties_within, two_sides
from dragoman.reading.analysis import Analysis

STEP = "coverage"
_MEDIA = re.compile(
    r"\b(?:media(?! Inc)|press|outlets?|newspapers?|broadcasters?|television|tabloids?|news agenc(?:y|ies)|dailies)\b",
    re.IGNORECASE,
)
_TELLING = frozenset(
    "specify mention report emphasize emphasise stress highlight cover focus ignore omit skip describe portray "
    "publish carry give make note name disclose say downplay play dwell quote discuss frame present avoid neglect leave devote".split()
)
_LEAVING_OUT = frozenset("ignore omit skip downplay avoid neglect leave".split())
_COVERAGE = frozenset({"coverage", "reporting", "readout", "statement", "communique", "communiqué"})
_NO_MEDIA = re.compile(
    r"\b(?:told|to) (?:the )?(?:media|press|reporters)|(?:media|press) (?:conference|briefing|release|service|secretary|statement|office|point|scrum|adviser|officer|freedom|law)",
    re.IGNORECASE,
)
_BOTH = re.compile(
    r"\b(?:both|two)\s(?:countries|sides|nations|states|parties|capitals)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Telling:
    """A verb by which media tell or leave out, and the token that says what."""

    verb: Token
    what: Token | None
    told: bool


def read_coverage(analysis: Analysis) -> tuple[CoverageClaim, ...]:
    """Every claim of a report about how media covered something, in text order.

    A plain attribution ("state media reported that …") is none: what counts is a
    remark on the coverage itself, so something left out, or stressed instead.
    """
    claims: list[CoverageClaim] = []
    for index, parsed in enumerate(analysis.sentences):
        doc = parsed.doc
        if not _MEDIA.search(doc.text):
            continue
        for subject in _media_subjects(doc):
            tellings = _tellings(subject)
            if any(not t.told for t in tellings) or _compares(doc, tellings):
                claims.extend(_claim(analysis, index, doc, subject, t) for t in tellings)
    return tuple(claims)


def _media_subjects(doc: Doc) -> list[Token]:
    found = []
    for token in doc:
        if token.dep_ not in {"nsubj", "nsubjpass"}:
            continue
        first, last = own_tokens(token)
        phrase = doc[first:last].text
        head = doc[max(first, token.i - 1) : token.i + 1].text
        if (_MEDIA.search(head) and not _NO_MEDIA.search(phrase)) or (
            token.lower_ in _COVERAGE and _MEDIA.search(phrase)
        ):
            found.append(token)
    return found


def _tellings(subject: Token) -> list[_Telling]:
    """The telling verbs of a subject: its verb, those joined to it, and "while emphasizing …"."""
    verb = subject.head
    found = []
    for token in [
        verb,
        *(
            t
            for t in verb.subtree
            if t.i > verb.i and t.dep_ in {"advcl", "conj", "xcomp"} and t.pos_ == "VERB"
        ),
    ]:
        if token.lemma_.lower() not in _TELLING or any(
            c.dep_ in {"nsubj", "nsubjpass"} and c.i != subject.i for c in token.children
        ):
            continue
        denied = (
            any(c.dep_ == "neg" for c in token.children) or token.lemma_.lower() in _LEAVING_OUT
        )
        lemma = token.lemma_.lower()
        if lemma == "make" and not any(
            c.lemma_ in {"mention", "reference"} for c in token.children
        ):
            continue
        gave_no = lemma in {"give", "make"} and any(
            t.lower_ in {"no", "little", "scant"} for t in token.subtree
        )
        found.append(_Telling(token, _what(token), not (denied or gave_no)))
    return found


def _what(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ in {"dobj", "nsubjpass", "ccomp", "attr"}:
            inner = [
                o
                for p in child.children
                if p.lower_ in {"of", "to"}
                for o in p.children
                if o.dep_ == "pobj"
            ]
            return (
                inner[0]
                if inner and child.lemma_ in {"mention", "reference", "coverage", "word"}
                else child
            )
    for child in verb.children:
        if child.dep_ == "prep":
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def _compares(doc: Doc, tellings: list[_Telling]) -> bool:
    """ "Focused on X while mentioning Y": the words of someone who has compared."""
    stressed = {
        "emphasize",
        "emphasise",
        "stress",
        "highlight",
        "focus",
        "devote",
        "portray",
        "frame",
        "dwell",
    }
    weighed = re.search(r"\b(?:while|whereas|but|instead|rather)\b", doc.text)
    attributed = re.search(r"\bsaid\b|\breported that\b", doc.text)
    stresses = any(t.verb.lemma_.lower() in stressed for t in tellings)
    return stresses and weighed is not None and attributed is None


def _claim(
    analysis: Analysis, index: int, doc: Doc, subject: Token, telling: _Telling
) -> CoverageClaim:
    first, last = own_tokens(subject)
    of, why = _media_of(analysis, index, doc, first, last)
    begin, end = clean(doc, first, max(own_tokens(telling.verb)[1], last))
    if telling.verb.i != subject.head.i:
        begin, end = clean(doc, *own_tokens(telling.verb))
    what_first, what_last = (
        own_tokens(telling.what)
        if telling.what is not None
        else (telling.verb.i, telling.verb.i + 1)
    )
    what = doc[what_first:what_last].text
    mention = analysis.mention(index, begin, end)
    return CoverageClaim(
        content_id("coverage", analysis.report.id, str(mention.start), what),
        analysis.report.id,
        of,
        what,
        telling.told,
        (mention,),
        inferred=(Inference("media_of", why),) if why else (),
        reasons=(Reason(STEP, f"“{doc[first:last].text}” with “{telling.verb.text}”"),),
    )


def _media_of(
    analysis: Analysis, index: int, doc: Doc, first: int, last: int
) -> tuple[tuple[Party, ...], str]:
    named = parties_within(analysis, index, first, last)
    if named:
        return named, ""
    if _BOTH.search(doc[first:last].text):
        sides = two_sides(analysis, index)
        names = " and ".join(p.name for p in sides)
        return sides, f"the two states the report is about: {names}" if sides else ""
    return (), ""
