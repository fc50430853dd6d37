"""Measure words: what a figure measures, as a noun phrase of the report."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from dragoman.knowledge.units import money_signs
from dragoman.reading.figures.extents import SIZES, Extent, governing_verb, own_phrase, phrase_head
from dragoman.reading.figures.measures import Quantity
from dragoman.reading.figures.newsworthy import lasting

_LENGTHS = frozenset({"km", "m", "miles", "nautical miles", "feet", "yards"})


_TRAILING = frozenset({",", ";", ":", "-", "–", "—", "(", "worth"})


_AMOUNTS = frozenset("cost total value price sum amount worth expense fee budget".split())


_HEDGES = frozenset(
    "about around approximately roughly nearly almost some over under more less fewer than at least most "
    "up to an a another just only all but estimated close".split()
)


def measure_words(doc: Doc, quantity: Quantity, extent: Extent) -> str:
    """What a quantity measures, as a noun phrase of the sentence."""
    top = phrase_head(doc, quantity)
    verb = governing_verb(top)
    if quantity.kind == "count":
        return _counted(doc, quantity, verb)
    if quantity.kind == "time":
        lasts = lasting(doc, quantity)
        if lasts is not None and lasts.pos_ in {"NOUN", "PROPN"}:
            return _phrase(doc, lasts, quantity)
    return (
        _size(doc, quantity, verb)
        or _moved(doc, quantity, top, verb)
        or _share(doc, quantity, verb)
        or _put(doc, quantity)
        or _named_by(doc, quantity, top)
        or _subject_words(doc, quantity, verb)
        or doc[extent.first : extent.last].text
    )


# What befell people, by the lemma that tells of it: a count of dead is not one of arrested.
FATES = {
    "kill": "killed",
    "die": "killed",
    "dead": "killed",
    "slay": "killed",
    "massacre": "killed",
    "injure": "injured",
    "wound": "injured",
    "hurt": "injured",
    "arrest": "arrested",
    "detain": "arrested",
    "jail": "jailed",
    "miss": "missing",
    "missing": "missing",
    "flee": "displaced",
    "displace": "displaced",
    "evacuate": "evacuated",
    "rescue": "rescued",
    "shelter": "sheltered",
    "expel": "expelled",
    "march": "marching",
    "rally": "marching",
    "protest": "marching",
    "demonstrate": "marching",
    "drown": "killed",
    "abduct": "abducted",
    "release": "released",
    "free": "released",
}


def _fate(doc: Doc, quantity: Quantity, verb: Token | None) -> str:
    """What befell the people counted, where the clause says it: "4 killed", "64 people were arrested"."""
    near = [doc[i] for i in range(quantity.first, min(len(doc), quantity.last + 2))]
    if verb is not None:
        near.append(verb)
        near.extend(c for c in verb.children if c.dep_ in {"acomp", "attr", "oprd"})
    for token in near:
        fate = FATES.get(token.lemma_.lower()) or FATES.get(token.lower_)
        if fate:
            return fate
    return ""


def _counted(doc: Doc, quantity: Quantity, verb: Token | None) -> str:
    """The things counted, what befell them, and whose they are ("soldiers killed", "people (Ethiopia)")."""
    words = _things(doc, quantity, verb)
    fate = _fate(doc, quantity, verb)
    return f"{words} {fate}" if fate and fate not in words.split() else words


def _things(doc: Doc, quantity: Quantity, verb: Token | None) -> str:
    subject = _subject(verb)
    whose = ""
    if (
        subject is not None
        and subject.i < quantity.first
        and (quantity.inherited or (verb is not None and verb.lemma_ == "have"))
    ):
        whose = f" ({subject.text})"
    if quantity.noun is None:
        return f"{quantity.unit}{whose}"
    own = {t.i for t in own_phrase(doc[quantity.noun])}
    end = quantity.last
    while end in own and end - quantity.last < 12 and not _dates(doc, end):
        end += 1
    while end > quantity.last and doc[end - 1].pos_ in {"PUNCT", "CCONJ", "ADP", "DET"}:
        end -= 1
    tail = doc[quantity.last : end].text
    return f"{quantity.unit} {tail}".strip() + whose


def _put(doc: Doc, quantity: Quantity) -> str:
    """ "put completion at 98 percent", "valued the deal at $3 million": the object is measured."""
    link = doc[quantity.head].head
    if link.dep_ != "prep" or link.lower_ not in {"at", "to"} or link.head.pos_ != "VERB":
        return ""
    what = next(
        (
            c
            for c in link.head.children
            if c.dep_ == "dobj" and c.pos_ != "PRON" and c.i < quantity.first
        ),
        None,
    )
    return _phrase(doc, what, quantity) if what is not None else ""


def _size(doc: Doc, quantity: Quantity, verb: Token | None) -> str:
    after = doc[quantity.last] if quantity.last < len(doc) else None
    if quantity.kind != "measure" or after is None:
        return ""
    if after.lower_ == "from" and quantity.unit in _LENGTHS:
        start = next((c for c in after.children if c.dep_ == "pobj"), None)
        return f"distance from {_phrase(doc, start, quantity)}" if start is not None else "distance"
    if after.lower_ not in SIZES:
        return ""
    subject = _subject(verb)
    kind = SIZES[after.lower_]
    if kind == "distance":
        return kind
    return f"{kind} of {_phrase(doc, subject, quantity)}" if subject is not None else kind


def _moved(doc: Doc, quantity: Quantity, top: Token, verb: Token | None) -> str:
    moved = quantity.movement
    if moved is None:
        return ""
    subject = _subject(verb)
    if moved.noun:
        noun = doc[moved.cue]
        of = _prepositional(noun, {"of", "in"})
        of = None if of is not None and quantity.first <= of.i < quantity.last else of
        whose = of if of is not None else subject
        name = _phrase(doc, whose, quantity) if whose is not None and whose.i != noun.i else ""
        return f"{noun.text} in {name}" if name else _phrase(doc, noun, quantity)
    cue = doc[moved.cue]
    objects = [
        c for c in cue.children if c.dep_ == "dobj" and not quantity.first <= c.i < quantity.last
    ]
    what = objects[0] if objects else _subject(cue)
    if what is None or (top.i == what.i):
        return ""
    return _phrase(doc, what, quantity)


def _share(doc: Doc, quantity: Quantity, verb: Token | None) -> str:
    if quantity.kind not in {"share", "fraction"}:
        return ""
    whole = _prepositional(doc[quantity.head], {"of"})
    if whole is None and quantity.kind == "fraction" and quantity.last < len(doc):
        whole = next(
            (
                t
                for t in doc[quantity.last : quantity.last + 6]
                if t.pos_ in {"NOUN", "PROPN"} and t.dep_ != "compound"
            ),
            None,
        )
    if whole is None:
        return ""
    subject = _subject(verb)
    named = (
        f" ({_phrase(doc, subject, quantity)})"
        if subject is not None and not quantity.first <= subject.i < quantity.last + 4
        else ""
    )
    return f"share of {_phrase(doc, whole, quantity)}{named}"


def _named_by(doc: Doc, quantity: Quantity, top: Token) -> str:
    """The noun the quantity modifies, or what it is for ("$3 million for flood relief")."""
    if top.i != quantity.head and top.pos_ in {"NOUN", "PROPN"}:
        subject = _subject(governing_verb(top))
        if top.lemma_.lower() in _AMOUNTS and subject is not None and subject.i != top.i:
            return f"{top.lower_} of {_phrase(doc, subject, quantity)}"
        return _phrase(doc, top, quantity)
    if quantity.first > 1 and doc[quantity.first - 1].lower_ == "worth":
        worthy = doc[quantity.first - 2]
        while (
            worthy.pos_ not in {"NOUN", "PROPN"} and worthy.i > 0 and quantity.first - worthy.i < 5
        ):
            worthy = doc[worthy.i - 1]
        return _phrase(doc, worthy, quantity)
    after = doc[quantity.last] if quantity.last < len(doc) else None
    if quantity.kind == "money" and after is not None and after.lower_ == "in":
        made = next((c for c in after.children if c.dep_ == "pobj"), None)
        if made is not None and made.ent_type_ not in {"DATE", "GPE"}:
            return _phrase(doc, made, quantity)
    goal = (
        _given_to(doc, quantity, {"for", "to", "towards", "into"})
        if quantity.kind == "money"
        else None
    )
    return _phrase(doc, goal, quantity) if goal is not None else ""


def _given_to(doc: Doc, quantity: Quantity, words: set[str]) -> Token | None:
    """The object of the first such preposition after an amount, before another amount or clause."""
    for token in doc[quantity.last : quantity.last + 16]:
        if (
            token.like_num
            or token.text in {";", ":"}
            or (token.text == "," and token.i > quantity.last)
        ):
            return None
        if token.lower_ in words and token.pos_ in {"ADP", "PART"} and not _inside_name(token):
            found = next((c for c in token.children if c.dep_ == "pobj"), None)
            return found if found is not None else _next_noun(doc, token.i + 1)
    return None


def _next_noun(doc: Doc, first: int) -> Token | None:
    noun = None
    for token in doc[first : first + 6]:
        if token.pos_ in {"NOUN", "PROPN"}:
            noun = token
        elif token.pos_ not in {"DET", "ADJ"}:
            break
    return noun


def _inside_name(token: Token) -> bool:
    """ "for" in "Bank for International Settlements"."""
    doc = token.doc
    after = doc[token.i + 1] if token.i + 1 < len(doc) else token
    return doc[token.i - 1].pos_ == "PROPN" and after.pos_ == "PROPN"


def _subject_words(doc: Doc, quantity: Quantity, verb: Token | None) -> str:
    subject = _subject(verb)
    if (
        subject is None
        or quantity.first <= subject.i < quantity.last
        or subject.ent_type_ == "MONEY"
    ):
        return ""
    return _phrase(doc, subject, quantity)


def _subject(verb: Token | None) -> Token | None:
    """The subject of a verb, or of the verb it is coordinated with or depends on."""
    for _ in range(5):
        if verb is None:
            return None
        found = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}]
        if found:
            return found[0]
        verb = verb.head if verb.dep_ in {"conj", "xcomp", "advcl"} and verb.head != verb else None
    return None


def _prepositional(token: Token, words: set[str]) -> Token | None:
    for child in token.children:
        if child.dep_ in {"prep", "dative"} and child.lower_ in words:
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def _numeric(doc: Doc, i: int) -> bool:
    """Part of another number before a noun: "$4-billion dam", "600-km railway", "SDR 2 billion loan"."""
    token = doc[i]
    if token.like_num or token.is_currency or token.text in money_signs():
        return True
    if i + 1 < len(doc) and token.text == "-" and doc[i - 1].like_num:
        return True
    return i > 1 and doc[i - 1].text == "-" and doc[i - 2].like_num


def _dates(doc: Doc, i: int) -> bool:
    return doc[i].pos_ == "ADP" and i + 1 < len(doc) and doc[i + 1].ent_type_ in {"DATE", "TIME"}


def _phrase(doc: Doc, noun: Token, quantity: Quantity) -> str:
    """A noun phrase without its article, the number and its hedges, and trailing clauses."""
    number = set(range(quantity.first, quantity.last)) - {noun.i}
    hedges = {
        i for i in range(max(0, quantity.first - 4), quantity.first) if doc[i].lower_ in _HEDGES
    }
    others = {i for i in range(noun.left_edge.i, noun.i) if _numeric(doc, i)}
    kept = sorted({t.i for t in own_phrase(noun)} - number - hedges - others)
    while kept and kept[0] < noun.i and doc[kept[0]].pos_ in {"DET", "PUNCT", "CCONJ"}:
        kept.pop(0)
    run: list[int] = []
    for i in kept:
        if i > noun.i and (i != run[-1] + 1 or _dates(doc, i)):
            break
        run.append(i)
    run = run[:16]
    while len(run) > 1 and (
        doc[run[-1]].pos_ in {"ADP", "CCONJ", "DET"}
        or doc[run[-1]].text in _TRAILING
        or doc[run[-1]].text in money_signs()
    ):
        run.pop()
    text = "".join(doc[i].text_with_ws for i in run).strip(" ,;:-")
    if text.count("(") > text.count(")"):
        text = text[: text.rindex("(")].rstrip()
    return text or noun.text
