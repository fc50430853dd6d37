"""Governments: states under every name, and whether a city's name stands for one.

"Moscow said", "ties with Moscow" and "the Lima government" mean states; "in Moscow", "landed in
Tokyo" mean cities. The word's part in the sentence decides; where it does not, it is a city.
"""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.knowledge.bodies import find_body
from dragoman.knowledge.states import state_senses
from dragoman.reading.who.cast import Cast
from dragoman.reading.who.names import Known, Line

RULE_WORDS = frozenset("government regime administration side leadership".split())
_PLACE_NOUNS = frozenset(
    "airport street streets hotel suburb suburbs mayor resident residents outskirts metro square "
    "university city area region station stadium visit trip stop summit meeting talks conference "
    "leg stay time road district skyline centre center museum bridge hospital stopover".split()
)
_TRAVEL = frozenset(
    "arrive land travel fly go come return head depart leave visit trip tour journey flight drive "
    "move send bring flee move march reach route way stop stay road train".split()
)
_REACH = frozenset(
    "visit leave reach enter tour capture seize besiege depart hit strike bomb shell quit cross "
    "occupy approach attack pound".split()
)
_WHERE = frozenset(
    "in at near around outside inside through via above across into throughout within beyond".split()
)
_OF_PLACE = frozenset(
    "city capital west east north south outskirts suburb suburbs streets centre center mayor "
    "airport port residents siege battle fall region outside km kilometers kilometres miles "
    "meeting summit declaration treaty university bishop archbishop".split()
)


def find_governments(cast: Cast) -> None:
    """Lay down every state, capital, seat and known body, each in its sense."""
    for line in cast.lines:
        for known in line.known:
            if known.what == "body":
                _lay_body(cast, line, known)
            elif known.sense == "seat":
                _lay_seat(cast, line, known)
            elif known.sense == "capital":
                _lay_capital(cast, line, known)
            elif known.sense == "people":
                _lay_people(cast, line, known)
            else:
                _lay_state(cast, line, known)


def _lay_body(cast: Cast, line: Line, known: Known) -> None:
    body = find_body(known.key)
    if body is None:
        return
    draft = cast.draft(f"body:{known.key}", body.kind, known.key, body.country)
    draft.sure = True
    if not draft.sectors:
        draft.sectors.extend(body.sectors)
    _name(cast, f"body:{known.key}", line, known.start, known.end)


def _name(cast: Cast, key: str, line: Line, start: int, end: int) -> None:
    draft = cast.drafts[key]
    cast.spot(draft, line, start, end, head=span_head(line, start, end))
    article = start > 0 and line.low[start - 1] == "the" and not _modifies(line, end)
    cast.alias(draft, cast.words(line, start - 1 if article else start, end))


def _modifies(line: Line, end: int) -> bool:
    """Whether the phrase goes on after the name: "the Chad conflict"."""
    follows = line.tokens[end] if end < len(line.low) else None
    return follows is not None and line.tokens[end - 1].head.i >= end and follows.tag_[:1] in "NJ"


def span_head(line: Line, start: int, end: int) -> int:
    """The token of a span whose governor lies outside it; the last where the parse is odd."""
    for token in line.doc[start:end]:
        if not start <= token.head.i < end or token.head == token:
            return int(token.i)
    return end - 1


def _lay_seat(cast: Cast, line: Line, known: Known) -> None:
    sectors = _seat_sectors(cast.words(line, known.start, known.end), known.key)
    if set(sectors) <= {"GOV"}:
        if stands_for_state(line, known) or line.low[known.start - 1 : known.start] == ["the"]:
            cast.state(known.key)
            _name(cast, f"state:{known.key}", line, known.start, known.end)
        return
    text = cast.words(line, known.start, known.end)
    draft = cast.draft(f"seat:{known.key}:{text.lower()}", "organization", text, known.key)
    draft.sure = True
    draft.sectors = list(sectors)
    _name(cast, draft.key, line, known.start, known.end)


def _seat_sectors(text: str, code: str) -> tuple[str, ...]:
    return next((s.sectors for s in state_senses(text) if s.code == code), ())


def _lay_state(cast: Cast, line: Line, known: Known) -> None:
    draft = cast.state(known.key)
    form = "adjective" if known.sense == "adjective" else "name"
    cast.spot(
        draft, line, known.start, known.end, form="adjective" if form == "adjective" else "name",
        head=span_head(line, known.start, known.end),
    )  # fmt: skip
    if form == "name":
        before = known.start > 0 and line.low[known.start - 1] == "the"
        article = before and not _modifies(line, known.end)
        first = known.start - 1 if article else known.start
        cast.alias(draft, cast.words(line, first, known.end))
    _lay_rule(cast, line, known)


def _lay_rule(cast: Cast, line: Line, known: Known) -> bool:
    """ "the Lima government", "the Government of India", "the Russian side": the state itself."""
    end = known.end
    if end < len(line.low) and line.low[end] in ("'s", "'"):
        end += 1
    if end < len(line.low) and line.low[end] in RULE_WORDS and not _qualifies(line, end):
        start = (
            known.start - 1 if known.start and line.low[known.start - 1] == "the" else known.start
        )
        _describe(cast, line, known.key, start, end + 1, head=end)
        return True
    before = known.start - 1
    while before > 0 and line.low[before] == "the":
        before -= 1
    if before > 0 and line.low[before] == "of" and line.low[before - 1] in RULE_WORDS:
        first = before - 2 if before > 1 and line.low[before - 2] == "the" else before - 1
        _describe(cast, line, known.key, first, known.end, head=before - 1)
        return True
    return False


def _qualifies(line: Line, place: int) -> bool:
    """Whether the noun only qualifies another: "government agents", "government official"."""
    follows = line.tokens[place + 1] if place + 1 < len(line.low) else None
    return (
        follows is not None
        and follows.tag_ in ("NN", "NNS", "NNP")
        and line.tokens[place].head.i > place
    )


def _describe(cast: Cast, line: Line, code: str, start: int, end: int, *, head: int) -> None:
    draft = cast.state(code)
    cast.spot(draft, line, start, end, form="description", head=head)
    cast.alias(draft, cast.words(line, start, end))


def _lay_people(cast: Cast, line: Line, known: Known) -> None:
    text = cast.words(line, known.start, known.end)
    draft = cast.draft(f"people:{known.key}", "group", text, known.key)
    draft.sure = True
    if not draft.sectors:
        draft.sectors.append("CVL")
    cast.spot(draft, line, known.start, known.end, head=span_head(line, known.start, known.end))
    cast.alias(draft, text)


def _lay_capital(cast: Cast, line: Line, known: Known) -> None:
    if _lay_rule(cast, line, known) or stands_for_state(line, known):
        cast.state(known.key)
        _name(cast, f"state:{known.key}", line, known.start, known.end)
        return
    text = cast.words(line, known.start, known.end)
    draft = cast.draft(f"place:{known.key}:{text.lower()}", "place", text, known.key)
    draft.sure = True
    _name(cast, draft.key, line, known.start, known.end)


def stands_for_state(line: Line, known: Known) -> bool:
    """Whether a capital or a seat is spoken of as one who acts, has ties or is told something."""
    token = line.tokens[span_head(line, known.start, known.end)]
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    dep, governor = token.dep_, token.head
    if dep == "nsubj":
        return governor.pos_ in ("VERB", "AUX") and governor.lemma_ != "be"
    if dep == "poss":
        return governor.lower_ not in _PLACE_NOUNS
    if dep == "dobj":
        return governor.lemma_.lower() not in _REACH
    if dep == "dative":
        return True
    if dep in ("pobj", "agent"):
        return _after_preposition(governor)
    if dep in ("compound", "nmod", "amod"):
        return governor.lower_ in RULE_WORDS or governor.lower_ in ("officials", "official")
    return dep == "nsubjpass" and governor.lemma_.lower() in _TOLD


_TOLD = frozenset("accuse ask urge tell inform warn sanction isolate blame condemn force".split())


def _after_preposition(preposition: Token) -> bool:
    word, governor = preposition.lower_, preposition.head
    if word in _WHERE:
        return False
    if word in ("to", "from", "for", "toward", "towards"):
        near = {governor.lemma_.lower(), governor.head.lemma_.lower()}
        return not near & _TRAVEL
    if word == "of":
        return governor.lower_ not in _OF_PLACE
    return word in ("with", "between", "by", "against", "on", "over", "upon", "under", "behind")
