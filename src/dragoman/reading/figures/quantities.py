"""Quantities: the figures of a report, each with what it measures, of whom, when, and how exactly."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Literal

from spacy.tokens import Doc

from dragoman.knowledge.units import plural
from dragoman.model.actor import Inference, Party, Reason
from dragoman.model.claim import FigureClaim, Qualifier
from dragoman.model.report import content_id
from dragoman.reading.affairs.sides import own_tokens, parties_within, two_sides
from dragoman.reading.analysis import Analysis, DateMention
from dragoman.reading.figures.exactness import qualify
from dragoman.reading.figures.extents import Extent, figure_extent, governing_verb
from dragoman.reading.figures.figure_time import is_ahead, iso_period, period_of
from dragoman.reading.figures.measure_words import measure_words
from dragoman.reading.figures.measures import MOST, Quantity, find_quantities
from dragoman.reading.figures.newsworthy import count_unit, is_newsworthy
from dragoman.reading.parse import text_of

STEP = "quantities"


COMMODITIES = (
    "liquefied natural gas|natural gas|crude oil|oil products|petroleum products|rare earths|"
    "LNG|LPG|gas|oil|fuel|diesel|petrol|gasoline|coal|electricity|energy|power|water|uranium|"
    "copper|gold|lithium|cobalt|nickel|iron ore|steel|aluminium|aluminum|wheat|grain|corn|maize|"
    "rice|soybeans|sugar|fertiliser|fertilizer|cotton|coffee|cocoa|tea|meat|beef|fish|timber|"
    "weapons|arms|ammunition|vaccines|semiconductors|chips|hydrogen"
)


_COMMODITY = re.compile(rf"\b({COMMODITIES})\b", re.IGNORECASE)


_ARTICLE_TIME = re.compile(
    r"(?:(?<=lasted )|(?<=took )|(?<=by )|(?<=for )|(?<=of )|(?<=than )|(?<=about )|(?<=nearly )|(?<=almost )|(?<=within ))"
    r"(?P<a>half an|an?)\s(?P<unit>hour|day|week|month|year|decade|century)(?!\w|\sago)"
)


_MUTUAL = re.compile(r"\b(?:bilateral|mutual|two-way|between the two)\b", re.IGNORECASE)


LEAST_LENT = 100.0  # smaller bare numbers may be anything
_LEND = 100.0  # a bare number borrows a unit only from one at most so many times larger or smaller


def read_figures(analysis: Analysis) -> tuple[FigureClaim, ...]:
    """Every newsworthy quantity of a report, in text order; a range gives two figures."""
    lands = _lands(analysis)
    claims: list[FigureClaim] = []
    lender: Quantity | None = None
    paragraph = -1
    for index, parsed in enumerate(analysis.sentences):
        if parsed.sentence.paragraph != paragraph:
            lender, paragraph = None, parsed.sentence.paragraph
        near = (*_lands(analysis, index), *lands)
        for quantity in _with_articles(parsed.doc, find_quantities(parsed.doc, countries=near)):
            quantity, lender = _borrow(parsed.doc, quantity, lender)
            if quantity.inherited or is_newsworthy(parsed.doc, quantity):
                claims.extend(_claims(analysis, index, quantity))
    return tuple(claims)


def _lands(analysis: Analysis, sentence: int | None = None) -> tuple[str, ...]:
    """The countries a report (or one sentence of it) speaks of, the most often named first."""
    seen = Counter(
        entity.country
        for name in analysis.names
        if name.form != "pronoun"
        and sentence in {None, name.sentence}
        and (entity := analysis.entity(name.entity)).country
    )
    return tuple(c for c, _ in sorted(seen.items(), key=lambda item: (-item[1], str(item[0]))) if c)


def _with_articles(doc: Doc, found: tuple[Quantity, ...]) -> Iterator[Quantity]:
    """The quantities, and "an hour" or "a year" where it says how long something lasts."""
    extra: list[Quantity] = []
    for match in islice(_ARTICLE_TIME.finditer(text_of(doc)), MOST):
        span = doc.char_span(*match.span(), alignment_mode="expand")
        if span is None or any(q.start < match.end() and match.start() < q.end for q in found):
            continue
        value = 0.5 if match["a"].startswith("half") else 1.0
        unit = plural(match["unit"])
        qualifier = qualify(text_of(doc), *match.span())
        extra.append(
            Quantity(
                *match.span(),
                span.start,
                span.end,
                span.root.i,
                value,
                value,
                unit,
                match["unit"],
                "time",
                qualifier,
            )
        )
    yield from sorted([*found, *extra], key=lambda q: q.start)


def _borrow(
    doc: Doc, quantity: Quantity, lender: Quantity | None
) -> tuple[Quantity, Quantity | None]:
    """A bare number means the unit named just before ("120 million people … Egypt, 108 million")."""
    if quantity.kind != "bare":
        if quantity.kind in {"count", "measure", "money"} and is_newsworthy(doc, quantity):
            if quantity.kind == "count" and quantity.low < 20:
                return quantity, lender
            unit = count_unit(doc, doc[quantity.noun]) if quantity.noun is not None else None
            return quantity, replace(quantity, unit=unit or quantity.unit)
        return quantity, lender
    if (
        lender is None
        or not lender.low
        or quantity.low < LEAST_LENT
        or _scored(text_of(doc), quantity)
    ):
        return quantity, lender
    if not 1 / _LEND <= quantity.low / lender.low <= _LEND:
        return quantity, lender
    return replace(
        quantity, unit=lender.unit, name=lender.name, kind=lender.kind, inherited=True
    ), lender


def _scored(text: str, quantity: Quantity) -> bool:
    """ "14-0", "141 to 5": a tally or a score, not a measure."""
    beside = (
        text[max(0, quantity.start - 1) : quantity.start] + text[quantity.end : quantity.end + 1]
    )
    return (
        "-" in beside
        or "–" in beside
        or bool(re.match(r"\sto\s\d", text[quantity.end : quantity.end + 5]))
    )


def _claims(analysis: Analysis, index: int, quantity: Quantity) -> Iterator[FigureClaim]:
    doc = analysis.sentences[index].doc
    extent = figure_extent(doc, quantity)
    mention = analysis.mention(index, extent.first, extent.last)
    measure = measure_words(doc, quantity, extent)
    verb = governing_verb(doc[quantity.head])
    period = period_of(analysis, index, quantity, extent, verb)
    about, why = _about(analysis, index, quantity, extent, measure)
    report, unit = analysis.report.id, _unit(doc, quantity)
    for value, qualifier in _ends(text_of(doc), quantity):
        yield FigureClaim(
            content_id("figure", report, str(mention.start), str(quantity.start), str(value), unit),
            report,
            measure,
            value,
            unit,
            (mention,),
            qualifier=qualifier,
            about=about,
            commodity=_commodity(doc, quantity, measure),
            change=_change(quantity),
            period=iso_period(period) if period else None,
            status="projected" if verb is not None and is_ahead(verb) else "actual",
            inferred=tuple(_inferred(quantity, period, why if about else "")),
            reasons=(Reason(STEP, f"{quantity.kind} in the clause “{mention.quote[:80]}”"),),
        )


def _change(quantity: Quantity) -> Literal["increase", "decrease"] | None:
    """The direction of a step; None for a level reached ("rose to 98 percent") and for counts."""
    moved = quantity.movement
    if moved is None or moved.to or quantity.kind not in {"money", "share", "fraction", "measure"}:
        return None
    return moved.direction


def _ends(text: str, quantity: Quantity) -> Iterator[tuple[float, Qualifier]]:
    """The value, or both ends of a range; "rose from 3 to 5" says two exact values."""
    if quantity.low == quantity.high:
        yield quantity.low, quantity.qualifier
    elif quantity.vague:
        yield quantity.low, "more_than"
    else:
        from_to = (
            re.search(r"\bfrom\s$", text[max(0, quantity.start - 6) : quantity.start]) is not None
        )
        yield quantity.low, "exact" if from_to else "about"
        yield quantity.high, "exact" if from_to else "about"


def _unit(doc: Doc, quantity: Quantity) -> str:
    if quantity.kind == "count" and quantity.noun is not None:
        noun = doc[quantity.noun]
        return count_unit(doc, noun) or noun.lower_
    return quantity.unit


def _inferred(quantity: Quantity, period: DateMention | None, about: str) -> Iterator[Inference]:
    if quantity.inherited:
        yield Inference("unit", f"the number stands alone; the one before it is in {quantity.unit}")
    if period is not None and period.inferred:
        yield Inference("period", period.inferred)
    if about:
        yield Inference("about", about)


def _about(
    analysis: Analysis, index: int, quantity: Quantity, extent: Extent, measure: str
) -> tuple[tuple[Party, ...], str]:
    """Whoever the clause names, else its subject names, else ("bilateral") the report's two sides."""
    named = parties_within(analysis, index, extent.first, extent.last)
    if named:
        return named, ""
    doc = analysis.sentences[index].doc
    verb = governing_verb(doc[quantity.head])
    subjects = (
        [] if verb is None else [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}]
    )
    if subjects and (named := parties_within(analysis, index, *own_tokens(subjects[0]))):
        return named, ""
    if _MUTUAL.search(measure):
        return two_sides(analysis, index), "the two states the report is about"
    return (), ""


def _commodity(doc: Doc, quantity: Quantity, measure: str) -> str | None:
    match = _COMMODITY.search(
        text_of(doc)[quantity.end : quantity.end + 40].split(",")[0]
    ) or _COMMODITY.search(measure)
    return match.group(1) if match else None
