"""Extents: which words say a figure, from the subject that has it to the phrase that dates it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from dragoman.knowledge.units import money_signs
from dragoman.reading.measures import Quantity
from dragoman.reading.newsworthy import lasting

LONGEST = 26  # tokens of a figure's clause; beyond that only the phrase around the number is quoted
_VERBAL = frozenset({"VERB", "AUX"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_AWAY = frozenset({"relcl", "advcl", "ccomp", "parataxis", "appos", "conj", "acl"})
_MODIFIES = frozenset({"nummod", "compound", "amod", "quantmod", "nmod", "npadvmod", "poss", "dep"})
_LENGTHS = frozenset({"km", "m", "miles", "nautical miles", "feet", "yards"})
_TRAILING = frozenset({",", ";", ":", "-", "–", "—", "(", "worth"})
_AMOUNTS = frozenset("cost total value price sum amount worth expense fee budget".split())
_HEDGES = frozenset(
    "about around approximately roughly nearly almost some over under more less fewer than at least most "
    "up to an a another just only all but estimated close".split()
)
_SIZES = {
    "high": "height",
    "tall": "height",
    "long": "length",
    "wide": "width",
    "deep": "depth",
    "thick": "thickness",
    "away": "distance",
}


@dataclass(frozen=True, slots=True)
class Extent:
    """Tokens `first` to `last` (half open) that say a figure; `anchor` the phrase or verb they hang on."""

    first: int
    last: int
    anchor: int


def governing_verb(token: Token) -> Token | None:
    """The verb of the clause a token is in, None in a sentence without one."""
    for ancestor in [token, *token.ancestors]:
        if ancestor.pos_ in _VERBAL and ancestor.dep_ not in {"aux", "auxpass", "amod", "compound"}:
            return ancestor
    return None


def figure_extent(doc: Doc, quantity: Quantity) -> Extent:
    """The clause that says a quantity, or the noun phrase where that says it by itself."""
    top = phrase_head(doc, quantity)
    phrase = _around(doc, quantity, top)
    verb = governing_verb(top)
    if verb is None or verb.i == top.i or _says_itself(doc, quantity, top, verb, phrase):
        return phrase
    first = _clause_start(verb, phrase)
    last = _clause_end(verb, phrase)
    if last - first <= LONGEST and _plain(doc, first, phrase):
        return Extent(first, last, verb.i)
    if verb.i < phrase.first <= verb.i + 12 and _plain(doc, verb.i, phrase):
        return Extent(verb.i, max(phrase.last, verb.i + 1), verb.i)
    return phrase


def phrase_head(doc: Doc, quantity: Quantity) -> Token:
    """The head of the noun phrase a quantity stands in ("a 30 percent growth": growth)."""
    token = doc[quantity.head]
    for _ in range(8):
        head = token.head
        if token.dep_ == "pobj" and head.lower_ == "of" and head.head.pos_ == "NOUN" and head.head.i < token.i:
            token = head.head  # "a visit of 17 hours", "a cost of $5 billion"
            continue
        if head is token or head.pos_ not in {"NOUN", "PROPN", "NUM", "SYM"}:
            break
        if token.dep_ not in _MODIFIES:
            break
        token = head
    return token


def _says_itself(doc: Doc, quantity: Quantity, top: Token, verb: Token, phrase: Extent) -> bool:
    """Appositions, list items, "the $5 billion scheme" and "a two-day visit" need no clause."""
    if top.dep_ == "appos" or (top.dep_ == "conj" and top.head.pos_ not in _VERBAL):
        return True
    if top.i != quantity.head and (quantity.kind == "time" or top.i < verb.i):
        return True
    if phrase.first < verb.i and top.dep_ not in _SUBJECTS:
        return True
    edge = doc[phrase.first - 1].text if phrase.first else ""
    return edge == "," and verb.i < phrase.first - 2


def _around(doc: Doc, quantity: Quantity, top: Token) -> Extent:
    inside = {t.i for t in _own(top)} | set(range(quantity.first, quantity.last))
    first, last = quantity.first, quantity.last
    while first - 1 in inside:
        first -= 1
    while last in inside or (last < len(doc) and last == quantity.last and doc[last].lower_ in _SIZES):
        last += 1
    last = _trimmed(doc, quantity.last, last)
    while first < quantity.first and doc[first].pos_ in {"PUNCT", "CCONJ"}:
        first += 1
    if first > 1 and doc[first - 1].lower_ == "worth":
        first = min(doc[first - 1].head.left_edge.i, first - 1) if doc[first - 1].head.pos_ == "NOUN" else first - 2
    if last - first > LONGEST:
        first, last = max(first, quantity.first - 8), min(last, quantity.last + 10)
    return Extent(first, last, top.i)


def _own(top: Token) -> Iterator[Token]:
    """A phrase without the clauses and list items that follow it."""
    yield top
    for child in top.children:
        if child.dep_ in {"relcl", "advcl", "ccomp", "parataxis"}:
            continue
        if child.dep_ in {"conj", "cc", "appos"} and (child.like_num or any(t.like_num for t in child.subtree)):
            continue
        yield from _own(child)


def _clause_start(verb: Token, phrase: Extent) -> int:
    first = min(verb.i, phrase.first)
    for child in verb.children:
        if child.i < verb.i and child.dep_ in {"aux", "auxpass", "neg", "prt"}:
            first = min(first, child.i)
        if child.dep_ in _SUBJECTS and child.i < max(verb.i, phrase.first):
            first = min(first, child.left_edge.i)
    return first


def _clause_end(verb: Token, phrase: Extent) -> int:
    last = max(verb.i + 1, phrase.last)
    for child in sorted(verb.children, key=lambda t: t.i):
        if child.i < last:
            continue
        if child.dep_ in _AWAY | {"punct", "cc"} or _counts_more(child):
            break
        if child.left_edge.i > last:
            break
        last = max(t.i for t in _own(child)) + 1
    return _trimmed(verb.doc, phrase.last, last)


def _trimmed(doc: Doc, least: int, last: int) -> int:
    """An end without what belongs to the next words: "and", ",", a preposition, the next sum's "KES"."""
    while last > least and (doc[last - 1].pos_ in {"PUNCT", "CCONJ", "ADP", "DET"} or doc[last - 1].text in money_signs()):
        last -= 1
    return last


def _counts_more(token: Token) -> bool:
    return any(t.like_num and t.ent_type_ not in {"DATE", "TIME"} for t in _own(token))


def _plain(doc: Doc, first: int, phrase: Extent) -> bool:
    """Whether no other figure or clause stands between the beginning and the number."""
    between = doc[first : phrase.first]
    return sum(1 for t in between if t.text in {",", ";", "—", "–", "("}) <= 1


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


def _counted(doc: Doc, quantity: Quantity, verb: Token | None) -> str:
    """The things counted with what follows them, and whose they are ("people (Ethiopia)")."""
    subject = _subject(verb)
    whose = ""
    if subject is not None and subject.i < quantity.first and (
        quantity.inherited or (verb is not None and verb.lemma_ == "have")
    ):
        whose = f" ({subject.text})"
    if quantity.noun is None:
        return f"{quantity.unit}{whose}"
    own = {t.i for t in _own(doc[quantity.noun])}
    end = quantity.last
    while end in own and end - quantity.last < 12 and not _dates(doc, end):
        end += 1
    while end > quantity.last and doc[end - 1].pos_ in {"PUNCT", "CCONJ", "ADP", "DET"}:
        end -= 1
    tail = doc[quantity.last : end].text
    return f"{quantity.unit} {tail}".strip() + whose


def _put(doc: Doc, quantity: Quantity) -> str:
    """"put completion at 98 percent", "valued the deal at $3 million": the object is measured."""
    link = doc[quantity.head].head
    if link.dep_ != "prep" or link.lower_ not in {"at", "to"} or link.head.pos_ != "VERB":
        return ""
    what = next((c for c in link.head.children if c.dep_ == "dobj" and c.pos_ != "PRON" and c.i < quantity.first), None)
    return _phrase(doc, what, quantity) if what is not None else ""


def _size(doc: Doc, quantity: Quantity, verb: Token | None) -> str:
    after = doc[quantity.last] if quantity.last < len(doc) else None
    if quantity.kind != "measure" or after is None:
        return ""
    if after.lower_ == "from" and quantity.unit in _LENGTHS:
        start = next((c for c in after.children if c.dep_ == "pobj"), None)
        return f"distance from {_phrase(doc, start, quantity)}" if start is not None else "distance"
    if after.lower_ not in _SIZES:
        return ""
    subject = _subject(verb)
    kind = _SIZES[after.lower_]
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
        whose = of if of is not None else subject
        name = _phrase(doc, whose, quantity) if whose is not None and whose.i != noun.i else ""
        return f"{noun.text} in {name}" if name else _phrase(doc, noun, quantity)
    cue = doc[moved.cue]
    objects = [c for c in cue.children if c.dep_ == "dobj" and not quantity.first <= c.i < quantity.last]
    what = objects[0] if objects else _subject(cue)
    if what is None or (top.i == what.i):
        return ""
    return _phrase(doc, what, quantity)


def _share(doc: Doc, quantity: Quantity, verb: Token | None) -> str:
    if quantity.kind not in {"share", "fraction"}:
        return ""
    whole = _prepositional(doc[quantity.head], {"of"})
    if whole is None and quantity.kind == "fraction" and quantity.last < len(doc):
        whole = next((t for t in doc[quantity.last : quantity.last + 6] if t.pos_ in {"NOUN", "PROPN"} and t.dep_ != "compound"), None)
    if whole is None:
        return ""
    subject = _subject(verb)
    named = f" ({_phrase(doc, subject, quantity)})" if subject is not None and not quantity.first <= subject.i < quantity.last + 4 else ""
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
        while worthy.pos_ not in {"NOUN", "PROPN"} and worthy.i > 0 and quantity.first - worthy.i < 5:
            worthy = doc[worthy.i - 1]
        return _phrase(doc, worthy, quantity)
    after = doc[quantity.last] if quantity.last < len(doc) else None
    if quantity.kind == "money" and after is not None and after.lower_ == "in":
        made = next((c for c in after.children if c.dep_ == "pobj"), None)
        if made is not None and made.ent_type_ not in {"DATE", "GPE"}:
            return _phrase(doc, made, quantity)
    goal = _given_to(doc, quantity, {"for", "to", "towards", "into"}) if quantity.kind == "money" else None
    return _phrase(doc, goal, quantity) if goal is not None else ""


def _given_to(doc: Doc, quantity: Quantity, words: set[str]) -> Token | None:
    """The object of the first such preposition after an amount, before another amount or clause."""
    for token in doc[quantity.last : quantity.last + 16]:
        if token.like_num or token.text in {";", ":"} or (token.text == "," and token.i > quantity.last):
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
    """"for" in "Bank for International Settlements"."""
    doc = token.doc
    after = doc[token.i + 1] if token.i + 1 < len(doc) else token
    return doc[token.i - 1].pos_ == "PROPN" and after.pos_ == "PROPN"


def _subject_words(doc: Doc, quantity: Quantity, verb: Token | None) -> str:
    subject = _subject(verb)
    if subject is None or quantity.first <= subject.i < quantity.last or subject.ent_type_ == "MONEY":
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
        verb = verb.head if verb.dep_ in {"conj", "xcomp", "advcl"} and verb.head is not verb else None
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
    hedges = {i for i in range(max(0, quantity.first - 4), quantity.first) if doc[i].lower_ in _HEDGES}
    others = {i for i in range(noun.left_edge.i, noun.i) if _numeric(doc, i)}
    kept = sorted({t.i for t in _own(noun)} - number - hedges - others)
    while kept and kept[0] < noun.i and doc[kept[0]].pos_ in {"DET", "PUNCT", "CCONJ"}:
        kept.pop(0)
    run: list[int] = []
    for i in kept:
        if i > noun.i and (i != run[-1] + 1 or _dates(doc, i)):
            break
        run.append(i)
    run = run[:16]
    while len(run) > 1 and (doc[run[-1]].pos_ in {"ADP", "CCONJ", "DET"} or doc[run[-1]].text in _TRAILING or doc[run[-1]].text in money_signs()):
        run.pop()
    text = "".join(doc[i].text_with_ws for i in run).strip(" ,;:-")
    if text.count("(") > text.count(")"):
        text = text[: text.rindex("(")].rstrip()
    return text or noun.text
