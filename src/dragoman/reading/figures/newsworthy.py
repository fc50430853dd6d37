"""Newsworthy: which quantities of a report are figures a reader wants on record, and which are noise.

Money, shares, physical measures always; counts of things the news counts (people with a
part in an event, ships, agreements, …); durations of something that lasts (a visit, a
term, a deadline). "Two ministers", "three issues", "a day earlier" are not.
"""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from dragoman.knowledge.units import counted
from dragoman.reading.figures.measures import Quantity
from dragoman.reading.parse import text_of

LASTING_NOUNS = frozenset(
    "visit trip tour stay talk meeting summit session conference forum ceasefire truce armistice "
    "agreement deal pact treaty contract memorandum mou lease loan bond term mandate tenure rule "
    "sentence programme program plan project war conflict siege blockade strike ban embargo suspension "
    "extension transition period deadline delay mission exercise drill visa pause moratorium "
    "negotiation standoff curfew emergency campaign detention imprisonment occupation dispute "
    "crisis drought construction consultation discussion grace operation march walkout journey "
    "flight voyage layover stopover presidency chairmanship membership guarantee freeze hiatus "
    "lockdown quarantine isolation service validity work fighting closure captivity call ultimatum notice "
    "warranty course training mediation debate blackout outage stoppage shutdown".split()
)
LASTING_VERBS = frozenset(
    "last take stay extend prolong spend span serve sentence jail imprison remain continue run "
    "mark wait delay postpone suspend ban bar expire give hold detain renew valid limit allow "
    "shorten lengthen celebrate endure drag rage close".split()
)
TALKING_VERBS = frozenset("meet speak talk negotiate discuss fight debate march".split())
SPEECH_VERBS = frozenset(
    "say tell add announce report believe think know speak note write ask explain claim quote".split()
)
_ABSENT_KINDS = frozenset("bit generation wireless count point times degrees fold".split())
_POINT_IN_TIME = re.compile(
    r"\s(?:ago|earlier|later|before|after|prior|previously|apart|old|hence|on|from now|back|in a row|running|straight)(?!\w)"
)
_LOOKING_BACK = re.compile(
    r"\b(?:last|past|next|every|first|previous|coming|final|recent|latest|following|few|these|those|opening|each|other|per)\s(?:\w+\s)?$",
    re.IGNORECASE,
)
# two or three of these are news by themselves
_WEIGHTY = frozenset(
    "agreements documents ships aircraft satellites nuclear persons and entities drones missiles embassies bases villages submarines".split()
)
_COINS = frozenset("cent cents pence penny sen kopeck kopecks".split())
_DEFINITE = frozenset("the these those both its their our his her all".split())


def is_newsworthy(doc: Doc, quantity: Quantity) -> bool:
    """Whether a quantity of a sentence belongs on record as a figure."""
    if quantity.kind in {"money", "share"}:
        return not _COINS & set(quantity.unit.split())
    if quantity.kind == "fraction":
        return _is_share_of(doc, quantity)
    if quantity.kind == "measure":
        return not _ABSENT_KINDS & set(quantity.unit.split()) and not _names_machine(doc, quantity)
    if quantity.kind == "time":
        return lasting(doc, quantity) is not None
    if quantity.kind == "count" and quantity.noun is not None:
        return _counts(doc, quantity, doc[quantity.noun])
    return quantity.kind == "count" and quantity.unit == "people"


def count_unit(doc: Doc, noun: Token) -> str | None:
    """The unit a counted noun is recorded in, None where the news does not count it."""
    table = counted()
    names = [_singular(noun)]
    if noun.i:
        names.insert(0, f"{_singular(doc[noun.i - 1])} {names[0]}")
    if noun.i + 2 < len(doc) and doc[noun.i + 1].lower_ == "of":
        names.insert(0, f"{names[-1]} of {doc[noun.i + 2].lower_}")
    unit = next((table[name] for name in names if name in table), None)
    partner = _coordinated(noun)
    if partner is not None:
        units = {unit, table.get(_singular(partner))}
        if units == {"people", "entities"}:
            return "persons and entities"
        if units == {"agreements", "documents"}:
            return "documents"
    return unit


def lasting(doc: Doc, quantity: Quantity) -> Token | None:
    """What lasts as long as a duration says (a noun, or the verb), None for a mere point in time."""
    text = text_of(doc)
    head = doc[quantity.head]
    before = doc[quantity.first - 1] if quantity.first else None
    before_it = text[max(0, quantity.start - 40) : quantity.start]
    verbal = before is not None and before.pos_ == "VERB"  # "is to last 60 days"
    if _POINT_IN_TIME.match(text, quantity.end) or (_LOOKING_BACK.search(before_it) and not verbal):
        return None
    noun = _lasting_noun(doc, quantity, head)
    if noun is not None:
        return noun
    verb = _verb_over(head)
    if verb is not None and _lasts(verb, before_it):
        return verb
    if re.search(r"\bwithin\s(?:the\s)?$", before_it):
        return verb
    following = doc[quantity.last] if quantity.last < len(doc) else None
    if (
        following is not None
        and following.lower_ == "to"
        and verb is not None
        and verb.lemma_ == "have"
    ):
        return verb
    return None


def _lasting_noun(doc: Doc, quantity: Quantity, head: Token) -> Token | None:
    for token in [head, *list(head.ancestors)[:2]]:
        if (
            token.i != head.i
            and token.pos_ in {"NOUN", "PROPN"}
            and token.lemma_.lower() in LASTING_NOUNS
        ):
            link = doc[quantity.first - 1].lower_ if quantity.first else ""
            return token if link not in {"in", "since", "on"} else None
    for child in head.children:
        if child.lower_ == "of":
            for inner in child.children:
                if inner.lemma_.lower() in LASTING_NOUNS:
                    return inner
    return None


def _lasts(verb: Token, before: str) -> bool:
    if verb.lemma_.lower() in TALKING_VERBS:
        return re.search(r"\bfor\s(?:\w+\s){0,3}$", before) is not None
    if verb.lemma_.lower() not in LASTING_VERBS:
        return False
    return not re.search(
        r"\b(?:in|after|since|over|during|from|until)\s(?:the\s|about\s|a\s)?$", before
    )


def _verb_over(token: Token) -> Token | None:
    for ancestor in [token, *token.ancestors]:
        if ancestor.pos_ == "VERB" or ancestor.lemma_ == "be" or ancestor.lemma_ == "have":
            return ancestor
    return None


def _is_share_of(doc: Doc, quantity: Quantity) -> bool:
    """ "Half the exports", "cut by two-thirds"; not "half an hour", "a quarter of an hour"."""
    after = text_of(doc)[quantity.end : quantity.end + 14]
    if re.match(
        r"[\s-](?:of\s)?(?:an?\s)?(?:hour|day|year|century|dozen|decade|mile|price)", after
    ):
        return False
    verb = _verb_over(doc[quantity.head])
    by = quantity.first and doc[quantity.first - 1].lower_ in {
        "by",
        "about",
        "than",
        "nearly",
        "almost",
        "over",
    }
    return bool(re.match(r"\s(?:of|the|its|their|all)\b", after) or (by and verb is not None))


def _names_machine(doc: Doc, quantity: Quantity) -> bool:
    """A measure inside a name ("155 mm howitzer" is one; "Type 052 m" is none we can tell)."""
    before = doc[quantity.first - 1] if quantity.first else None
    return before is not None and before.pos_ == "PROPN" and before.lower_ in {"type", "mark", "kh"}


def _counts(doc: Doc, quantity: Quantity, noun: Token) -> bool:
    if quantity.low <= 1 or noun.ent_type_ in {"DATE", "TIME"}:
        return False
    known = count_unit(doc, noun) is not None
    if not known and not (quantity.low >= 50 and noun.tag_ == "NNS" and noun.text.islower()):
        return False
    if quantity.vague and not known:
        return False
    before = doc[quantity.first - 1].lower_ if quantity.first else ""
    if before in {"every", "each"} or (quantity.low <= 3 and before in _DEFINITE):
        return False
    if noun.lemma_ in {"child", "son", "daughter"} and noun.head.lemma_ == "have":
        return False
    if quantity.low <= 3 and count_unit(doc, noun) == "people":
        return not _only_speaks(noun)
    if quantity.low <= 3 and count_unit(doc, noun) not in _WEIGHTY:
        return False
    return "one of" not in text_of(doc)[max(0, quantity.start - 7) : quantity.start].lower()


def _only_speaks(noun: Token) -> bool:
    return noun.dep_ in {"nsubj", "nmod"} and noun.head.lemma_.lower() in SPEECH_VERBS


def _coordinated(noun: Token) -> Token | None:
    """The noun counted along with this one ("individuals and entities", "agreements/MoUs")."""
    doc = noun.doc
    for i in range(noun.i + 1, min(noun.i + 5, len(doc))):
        token = doc[i]
        if token.like_num or token.text in {",", ";", "."} or token.pos_ in {"VERB", "AUX", "ADP"}:
            return None
        if (
            token.pos_ in {"NOUN", "PROPN"}
            and token.lower_ != noun.lower_
            and doc[noun.i + 1].text.lower() in {"and", "or", "/"}
        ):
            if i + 1 < len(doc) and doc[i + 1].pos_ == "NOUN":
                continue
            return token
    return None


def _singular(token: Token) -> str:
    word = token.lower_
    if word in counted():
        return word
    if word.endswith("s") and word[:-1] in counted():
        return word[:-1]
    return token.lemma_.lower()
