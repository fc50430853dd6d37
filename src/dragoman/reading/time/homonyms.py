"""Homonyms: what looks like a time and is none. The modal "may", a person called April, 2000 people."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from dragoman.reading.time.phrases import Phrase

_NAMES = frozenset({"may", "april", "june", "august", "march", "jan", "mar"})
_COUNTED = frozenset(
    [
        "people",
        "troops",
        "soldiers",
        "men",
        "women",
        "children",
        "dollars",
        "euros",
        "pounds",
        "tons",
        "tonnes",
        "barrels",
        "miles",
        "kilometers",
        "kilometres",
        "km",
        "meters",
        "metres",
        "m",
        "feet",
        "ft",
        "acres",
        "hectares",
        "jobs",
        "homes",
        "houses",
        "names",
        "pages",
        "workers",
        "refugees",
        "villages",
        "police",
        "officers",
        "students",
        "schools",
        "members",
        "votes",
        "seats",
        "shares",
        "points",
        "calories",
        "words",
        "residents",
        "migrants",
        "civilians",
        "prisoners",
        "fighters",
        "protesters",
        "rockets",
        "missiles",
        "tanks",
        "drones",
        "cases",
        "deaths",
        "troopers",
        "inmates",
        "hostages",
        "others",
        "vehicles",
        "cars",
        "buses",
        "bags",
        "rpm",
        "square",
        "sq",
        "cubic",
        "percent",
        "degrees",
        "guests",
        "delegates",
        "more",
    ]
)
_COUNTING = frozenset(
    [
        "about",
        "some",
        "nearly",
        "almost",
        "over",
        "than",
        "least",
        "most",
        "approximately",
        "roughly",
        "around",
        "$",
        "£",
        "€",
        "no.",
        "no",
        "number",
        "flight",
        "route",
        "room",
        "highway",
        "us$",
    ]
)
_BY_DATE = frozenset(["around", "about", "over", "than"])


def is_time(phrase: Phrase, doc: Doc) -> bool:
    """Whether a phrase that reads like a time is one here, by the words and tags around it."""
    text = phrase.match.group()
    if phrase.form in ("month", "date"):
        return _is_month(phrase, doc)
    if phrase.form == "year":
        return _is_year(phrase, doc)
    if phrase.form == "weekday":
        return phrase.match["weekday"][:1].isupper() or bool(phrase.match["part"])
    if phrase.form == "season":
        return not re.match(r"(?:the|in|that) fall\b", text, re.IGNORECASE) or _noun(phrase, doc)
    if phrase.form in ("clock", "relative", "today"):
        return not _is_title(phrase, doc)
    return True


def _is_title(phrase: Phrase, doc: Doc) -> bool:
    """ "High Noon", "This Week", "VOA Today": capitals within a sentence name a work, not a time."""
    words = phrase.match.group().split()
    before = doc.text[: phrase.start].split()
    if not before or (words[0].lower() == "noon" and before[-1].lower() == "high"):
        return bool(before)
    if any(w[:1].islower() for w in words) or not words[-1][:1].isupper():
        return False
    if phrase.form == "relative":
        return not before[-1].endswith((".", ":", "?", "!")) and len(words) > 1
    return phrase.form == "today" and before[-1][:1].isupper() and before[-1][-1:].isalnum()


def token_at(doc: Doc, offset: int) -> Token | None:
    """The token that covers a character of the doc's text; None past its end."""
    span = doc.char_span(offset, offset + 1, alignment_mode="expand")
    return span[0] if span is not None and len(span) else None


def _is_month(phrase: Phrase, doc: Doc) -> bool:
    word = phrase.match["month"]
    dated = phrase.form == "date" or any(
        phrase.match[g] for g in ("year", "relyear") if g in phrase.match.re.groupindex
    )
    stem = word.lower().rstrip(".")
    if dated:
        return word[:1].isupper() or stem not in _NAMES
    if not word[:1].isupper():
        return False
    if stem not in _NAMES:
        return True
    token = token_at(doc, phrase.match.start("month"))
    if token is None or token.tag_ in ("MD", "VB", "VBP", "VBD", "VBZ"):
        return False
    if token.tag_ == "" and stem in ("may", "march"):
        return phrase.start > 0
    return not _is_person(token)


def _is_person(token: Token) -> bool:
    """ "Theresa May", "April Ndiaye", "May said": a name, by its neighbours or its verb."""
    before = token.nbor(-1) if token.i > 0 else None
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if before is not None and before.pos_ == "PROPN" and before.dep_ in ("compound", "flat"):
        return True
    if after is not None and token.dep_ == "compound" and after.pos_ == "PROPN":
        return after.ent_type_ == "PERSON"
    if token.dep_ in ("nsubj", "poss") and token.ent_type_ != "DATE":
        return token.ent_type_ == "PERSON" or token.head.lemma_ in ("say", "tell", "add", "meet")
    return False


def _is_year(phrase: Phrase, doc: Doc) -> bool:
    """A bare number is a year unless it counts something or names a flight, a room, a page."""
    match = phrase.match
    words = doc.text[: match.start("year")].split()
    before = words[-1].lower().strip("(\"'“") if words else ""
    after = re.match(r"[\s-]*([A-Za-z.]+)", doc.text[match.end() :])
    following = after.group(1).lower() if after else ""
    if not match["year"][:1].isdigit():
        return match["year"].lower().startswith(("nineteen", "eighteen", "seventeen")) or (
            "the year" in match.group().lower() or before in ("in", "year", "since", "by")
        )
    return following not in _COUNTED and before not in _COUNTING - _BY_DATE


def _noun(phrase: Phrase, doc: Doc) -> bool:
    """ "the fall" is a season only where no "of" and no verb says that something fell."""
    del doc
    return bool(phrase.match["year"] or phrase.match["relyear"])
