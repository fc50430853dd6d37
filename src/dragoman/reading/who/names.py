"""Names: where a sentence names somebody or something, before anyone asks who it is.

Each sentence becomes a `Line`: its words in lower case, and over them the names the
knowledge rooms recognise (states under every form, international bodies). Runs of
capitalised words between them are read by `name_run`, the same way everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from dragoman.knowledge.bodies import match_bodies
from dragoman.knowledge.states import StateSense, match_phrases
from dragoman.reading.analysis import Analysis

HONORIFICS = frozenset("mr mrs ms miss dr prof professor sir dame lord lady madam messrs".split())
HONORIFICS_DOTTED = HONORIFICS | frozenset(f"{word}." for word in HONORIFICS)
SHE = frozenset("mrs ms miss madam lady dame mrs. ms. queen princess".split())
HE = frozenset("mr sir lord mr. king prince emir sultan pope".split())
PARTICLES = frozenset(
    "al el bin ibn bint ben von van der den de da dos do del di du la le ul ur ud ter zu af av "
    "e y ould".split()
)
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december jan feb mar apr jun jul aug sep sept "
    "oct nov dec mon tue wed thu fri sat sun".split()
)
ORGAN_WORDS = frozenset(
    "ministry bank agency council commission party university college company corporation corp "
    "inc ltd llc plc committee court parliament congress senate assembly organisation "
    "organization union association institute office department bureau center centre fund group "
    "police army navy force forces guard press news newspaper times post radio television tv "
    "authority board chamber federation league alliance movement front foundation trust society "
    "academy school government administration secretariat embassy consulate mission service "
    "services conference network holdings airlines airways khural duma knesset bundestag rada "
    "sejm majlis cabinet presidency house directorate headquarters commissioner coalition forum "
    "initiative consortium".split()
)
PLACE_WORDS = frozenset(
    "river lake sea ocean bay gulf strait straits canal mountain mountains mount valley desert "
    "island islands peninsula cape dam bridge port harbour harbor airport road street avenue "
    "square palace hotel mausoleum museum hospital city town village province region district "
    "county basin delta highway railway station border crossing zone plateau reef basin park "
    "tower building stadium temple church mosque cathedral cemetery camp base reservoir pipeline "
    "plant refinery field project scheme ecosystem gateway corridor territory territories heights "
    "forest coast".split()
)
THING_WORDS = frozenset(
    "convention treaty agreement charter declaration protocol pact accord act law resolution "
    "summit war day week month year festival games cup prize award plan programme program "
    "package bond article dialogue visit century statement policy doctrine road-map roadmap "
    "covid pandemic principles memorandum mou olympics revolution crisis".split()
)
_QUOTES = str.maketrans({"’": "'", "‘": "'", "‑": "-", "–": "-"})


@dataclass(frozen=True, slots=True)
class Known:
    """A name the knowledge rooms recognise; tokens `start` to `end`, half open.

    `what` is `state` (then `key` is alpha-3 and `sense` name, adjective, people, capital or
    seat) or `body` (then `key` is the body's full name and `sense` is "").
    """

    start: int
    end: int
    what: str
    key: str
    sense: str = ""


@dataclass(slots=True)
class Line:
    """One sentence made ready for finding names in it."""

    index: int
    doc: Doc
    low: list[str]
    tokens: list[Token]
    known: list[Known] = field(default_factory=list)
    at: list[Known | None] = field(default_factory=list)


def read_lines(analysis: Analysis) -> list[Line]:
    """Make every sentence of a report ready; states and bodies recognised, longest first."""
    return [read_line(number, parsed.doc) for number, parsed in enumerate(analysis.sentences)]


def read_line(index: int, doc: Doc) -> Line:
    """Make one sentence ready."""
    low = [token.text.lower().translate(_QUOTES) for token in doc]
    line = Line(index, doc, low, list(doc), at=[None] * len(low))
    text = [token.text for token in doc]
    states = match_phrases(text)
    for start, end, bodies in match_bodies(text):
        longer = any(
            s.start <= start and end <= s.end and s.end - s.start > end - start for s in states
        )
        if (
            len(bodies) == 1
            and not longer
            and line.at[start] is None
            and not _run_before(line, start)
        ):
            _add(line, Known(start, end, "body", bodies[0].name))
    for start, end, senses in states:
        if line.at[start] is None and not _part_of_person(line, start, end):
            _add(line, _as_state(line, start, end, senses))
    return line


def _run_before(line: Line, start: int) -> bool:
    """Whether a capitalised word before makes it another name ("National Security Council")."""
    if start == 0 or line.low[start - 1] in CALENDAR:
        return False
    before = line.tokens[start - 1]
    return (
        before.tag_ == "NNP" and is_capital(before.text) and bool(before.whitespace_) and start > 1
    )


def _add(line: Line, known: Known | None) -> None:
    if known is not None:
        line.known.append(known)
        for token in range(known.start, known.end):
            line.at[token] = known


def _as_state(line: Line, start: int, end: int, senses: tuple[StateSense, ...]) -> Known | None:
    """One sense for a phrase that may be name and adjective at once ("US"); None where two states share it."""
    if len({sense.code for sense in senses}) > 1:
        return None
    kinds = [sense.sense for sense in senses]
    sense = kinds[0]
    if len(kinds) > 1 and "adjective" in kinds:
        head = line.tokens[end - 1]
        modifies = head.dep_ in ("amod", "compound", "nmod") and head.head.i >= end
        others = [kind for kind in kinds if kind != "adjective"]
        sense = "adjective" if modifies else others[0]
    return Known(start, end, "state", senses[0].code, sense)


def _part_of_person(line: Line, start: int, end: int) -> bool:
    """Whether the name belongs to a person's, as the recogniser sees it ("Michael Jordan")."""
    entity = line.tokens[start].ent_type_
    if entity != "PERSON" or end - start > 1 or line.tokens[start].tag_ == "JJ":
        return False
    before = (
        start > 0 and line.tokens[start].ent_iob_ == "I" and is_capital(line.tokens[start - 1].text)
    )
    return before and line.at[start - 1] is None and line.low[start - 1] not in ORGAN_WORDS


def name_run(line: Line, start: int, *, after_title: bool = False) -> int:
    """Where a personal name that begins at token `start` ends; `start` itself where none does.

    Right after a title, a state's name may be a given name ("Foreign Minister Israel Katz").
    """
    place, words = start, 0
    while place < len(line.low) and words < 7:
        step = _name_word(line, place, first=words == 0, after_title=after_title)
        if step == 0:
            break
        place += step
        words += 1
    return place


def is_capital(text: str) -> bool:
    """Whether a word is written as a name: a capital first, and letters in it."""
    return text[:1].isupper() and any(char.isalpha() for char in text)


def is_initial(text: str) -> bool:
    """Whether a word is an initial or initials, alone or glued to a name (`B.`, `A.K.`, `K`)."""
    return bool(text) and text[0].isupper() and (len(text) == 1 or text[1:2] == ".")


def glued(line: Line, token: int) -> bool:
    """Whether no white space follows the token."""
    return not line.tokens[token].whitespace_


def _name_word(line: Line, place: int, *, first: bool, after_title: bool) -> int:
    """How many tokens the next word of a name takes: 0 where the name is over."""
    text, low = line.tokens[place].text, line.low[place]
    if low in ("-",) and not first and _between_words(line, place):
        return 2
    if low in PARTICLES and text.islower() and _leads_on(line, place):
        return 1
    if not is_capital(text) or low.rstrip(".") in HONORIFICS:
        return 0
    if low in CALENDAR and not (after_title and first and _before_surname(line, place)):
        return 0
    if low in _RANKS_SHORT or (
        f"{low}." in _RANKS_SHORT and line.low[place + 1 : place + 2] == ["."]
    ):
        return 0
    if line.at[place] is not None and not _given_name(line, place, after_title and first):
        return 0
    if low in ORGAN_WORDS or low in PLACE_WORDS or low in THING_WORDS:
        return 0
    if len(text) > 3 and text.isupper() and not first:
        return 0
    if text.isupper() and len(text) > 1 and "." not in text and not after_title and first:
        return 0
    if line.tokens[place].tag_ in _NEVER_NAMES and low in _COMMON:
        return 0
    return 1


_RANKS_SHORT = frozenset(
    "gen. lt. maj. brig. col. capt. adm. cmdr. sen. rep. gov. amb. sgt.".split()
)
_NEVER_NAMES = frozenset("IN CC DT PRP PRP$ MD VBZ VBD VBP RB WDT WP WRB TO VBN JJ".split())
_COMMON = frozenset(
    "the a an and or but of for in on at to from with by as after before during while when where "
    "who which that this these those it its he she they their his her is was are were has had "
    "have said says will would not also there here then now both two three many some all media "
    "according however meanwhile although earlier later last next".split()
)


def _before_surname(line: Line, place: int) -> bool:
    """Whether a month's name is a given name: "Prime Minister Jan Nowak", not "President May 3"."""
    following = line.tokens[place + 1].text if place + 1 < len(line.tokens) else ""
    return following.isalpha() and is_capital(following)


def _between_words(line: Line, place: int) -> bool:
    after = place + 1
    if (
        after >= len(line.low)
        or line.tokens[place].whitespace_
        or line.tokens[place - 1].whitespace_
    ):
        return False
    return line.tokens[after].text[:1].isalpha()


def _leads_on(line: Line, place: int) -> bool:
    """A particle counts only before a capital: `al - Sisi`, `von der Leyen`, `bin Salman`."""
    for after in range(place + 1, min(place + 4, len(line.low))):
        if line.low[after] == "-" or line.low[after] in PARTICLES:
            continue
        return is_capital(line.tokens[after].text) and line.at[after] is None
    return False


def _given_name(line: Line, place: int, allowed: bool) -> bool:
    known = line.at[place]
    if not allowed or known is None or known.what != "state" or known.end - known.start != 1:
        return False
    after = place + 1
    return (
        after < len(line.low)
        and known.sense == "name"
        and is_capital(line.tokens[after].text)
        and line.at[after] is None
        and line.tokens[after].tag_ == "NNP"
    )
