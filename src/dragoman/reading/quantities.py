"""Quantities: the figures of a report, each with what it measures, of whom, when, and how exactly."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from dragoman.knowledge.units import plural
from dragoman.model.actor import Inference, Party, Reason
from dragoman.model.claim import FigureClaim, Qualifier
from dragoman.model.report import content_id
from dragoman.reading.analysis import Analysis, DateMention
from dragoman.reading.exactness import qualify
from dragoman.reading.extents import Extent, figure_extent, governing_verb
from dragoman.reading.measure_words import measure_words
from dragoman.reading.measures import Quantity, find_quantities
from dragoman.reading.newsworthy import count_unit, is_newsworthy

STEP = "quantities"
AHEAD = frozenset("will would shall could may might should must can".split())
AHEAD_VERBS = frozenset(
    "expect plan project forecast estimate aim intend hope design pledge promise propose target "
    "set schedule anticipate predict seek want due".split()
)
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
    for match in _ARTICLE_TIME.finditer(doc.text):
        span = doc.char_span(*match.span(), alignment_mode="expand")
        if span is None or any(q.start < match.end() and match.start() < q.end for q in found):
            continue
        value = 0.5 if match["a"].startswith("half") else 1.0
        unit = plural(match["unit"])
        qualifier = qualify(doc.text, *match.span())
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
    if lender is None or not lender.low or quantity.low < 10 or _scored(doc.text, quantity):
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
    period = _period(analysis, index, quantity, extent, verb)
    unit = _unit(doc, quantity)
    moved = quantity.movement
    change = (
        moved.direction
        if moved and not moved.to and quantity.kind in {"money", "share", "fraction", "measure"}
        else None
    )
    status = "projected" if verb is not None and is_ahead(verb) else "actual"
    about = _about(analysis, index, extent)
    for value, qualifier in _ends(doc.text, quantity):
        yield FigureClaim(
            content_id(
                "figure",
                analysis.report.id,
                str(mention.start),
                str(quantity.start),
                str(value),
                unit,
            ),
            analysis.report.id,
            measure,
            value,
            unit,
            (mention,),
            qualifier=qualifier,
            about=about,
            commodity=_commodity(doc, quantity, measure),
            change=change,
            period=_iso(period) if period else None,
            status="projected" if status == "projected" else "actual",
            inferred=tuple(_inferred(quantity, period)),
            reasons=(Reason(STEP, f"{quantity.kind} in the clause “{mention.quote[:80]}”"),),
        )


def _ends(text: str, quantity: Quantity) -> Iterator[tuple[float, Qualifier]]:
    """The value, or both ends of a range; "rose from 3 to 5" says two exact values."""
    if quantity.low == quantity.high:
        yield quantity.low, quantity.qualifier
    elif quantity.vague:
        yield quantity.low, "more_than"
    else:
        from_to = re.search(r"\bfrom\s$", text[: quantity.start]) is not None
        yield quantity.low, "exact" if from_to else "about"
        yield quantity.high, "exact" if from_to else "about"


def _unit(doc: Doc, quantity: Quantity) -> str:
    if quantity.kind == "count" and quantity.noun is not None:
        noun = doc[quantity.noun]
        return count_unit(doc, noun) or noun.lower_
    return quantity.unit


def _inferred(quantity: Quantity, period: DateMention | None) -> Iterator[Inference]:
    if quantity.inherited:
        yield Inference("unit", f"the number stands alone; the one before it is in {quantity.unit}")
    if period is not None and period.inferred:
        yield Inference("period", period.inferred)


def is_ahead(verb: Token) -> bool:
    """Whether a verb speaks of what is yet to come ("will", "is to", "is expected to")."""
    for child in verb.children:
        if child.dep_ == "aux" and (child.lower_ in AHEAD or child.lemma_.lower() in AHEAD):
            return child.lower_ not in {"could", "can"} or child.lower_ == "could"
    head = verb.head
    if verb.dep_ == "xcomp" and any(c.lower_ == "to" for c in verb.children):
        return head.lemma_ == "be" or head.lemma_.lower() in AHEAD_VERBS or is_ahead(head)
    if (
        verb.dep_ == "conj"
        and head.pos_ in {"VERB", "AUX"}
        and not any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)
    ):
        return is_ahead(head)
    return (
        verb.lemma_.lower() in {"expect", "forecast", "project", "plan", "pledge", "promise"}
        and verb.tag_ != "VBG"
    )


def _period(
    analysis: Analysis, index: int, quantity: Quantity, extent: Extent, verb: Token | None
) -> DateMention | None:
    """The time a figure is for: in its clause, else before it under the same verb. Never the baseline."""
    doc = analysis.sentences[index].doc
    dates = [
        d
        for d in analysis.dates
        if d.sentence == index and d.kind in {"date", "period"} and d.start
    ]
    usable = [
        d
        for d in dates
        if not _is_baseline(doc, d) and not quantity.first <= d.first < quantity.last
    ]
    inside = [d for d in usable if extent.first <= d.first < extent.last]
    after = [d for d in inside if 0 <= d.first - quantity.last <= 4]
    if after:
        return after[0]
    if inside:
        return min(inside, key=lambda d: abs(d.first - quantity.first))
    if verb is None:
        return None
    same = [d for d in usable if _under(doc[d.first], verb) or _under(doc[d.last - 1], verb)]
    return min(same, key=lambda d: abs(d.first - quantity.first), default=None)


def _under(token: Token, verb: Token) -> bool:
    governor = governing_verb(token)
    return governor is not None and governor.i == verb.i


def _is_baseline(doc: Doc, date: DateMention) -> bool:
    before = [doc[i].lower_ for i in range(max(0, date.first - 2), date.first)]
    return bool({"from", "than", "since", "over", "against", "until", "before"} & set(before))


def _iso(date: DateMention) -> str:
    if not date.end or date.end == date.start:
        return date.start
    return f"{date.start}/{date.end}"


def _about(analysis: Analysis, index: int, extent: Extent) -> tuple[Party, ...]:
    """Whoever the clause names, in text order, each once."""
    found: dict[str, Party] = {}
    for token in range(extent.first, extent.last):
        name = analysis.name_at(index, token)
        if name is None or name.start != token:
            continue
        for party in analysis.parties(analysis.entity(name.entity)):
            found.setdefault(party.entity, party)
    return tuple(found.values())


def _commodity(doc: Doc, quantity: Quantity, measure: str) -> str | None:
    match = _COMMODITY.search(
        doc.text[quantity.end : quantity.end + 40].split(",")[0]
    ) or _COMMODITY.search(measure)
    return match.group(1) if match else None
