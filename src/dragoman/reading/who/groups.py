"""Groups: several people spoken of together, and organs under a common noun.

"Six Chilean diplomats", "Kenyan enterprises", "top Omani officials", and "the Russian
foreign ministry", "Egypt's parliament" written without capitals. A list of persons that says
who such a group is gives them its country.
"""

from __future__ import annotations

from dragoman.reading.who.cast import Cast, Draft
from dragoman.reading.who.governments import RULE_WORDS
from dragoman.reading.who.names import Known, Line
from dragoman.reading.who.organs import sector_of

GROUP_NOUNS = {
    "enterprise": "BUS", "company": "BUS", "firm": "BUS", "business": "BUS", "bank": "BUS",
    "investor": "BUS", "exporter": "BUS", "importer": "BUS", "airline": "BUS", "farmer": "AGR",
    "force": "MIL", "troop": "MIL", "soldier": "MIL", "serviceman": "MIL", "airman": "MIL",
    "warship": "MIL", "vessel": "MIL", "jet": "MIL", "peacekeeper": "MIL", "militant": "UAF",
    "rebel": "REB", "insurgent": "REB", "separatist": "REB", "militia": "UAF",
    "fighter": "UAF", "agent": "SPY", "spy": "SPY", "police": "COP", "officer": "COP",
    "authority": "GOV", "government": "GOV", "minister": "GOV", "official": "GOV",
    "leader": "GOV", "diplomat": "GOV", "ambassador": "GOV", "envoy": "GOV", "delegation": "GOV",
    "negotiator": "GOV", "representative": "GOV", "president": "GOV", "delegate": "GOV",
    "lawmaker": "LEG", "deputy": "LEG", "legislator": "LEG", "senator": "LEG", "mp": "LEG",
    "parliamentarian": "LEG", "judge": "JUD", "prosecutor": "JUD", "citizen": "CVL",
    "civilian": "CVL", "people": "CVL", "national": "CVL", "resident": "CVL", "worker": "LAB",
    "labourer": "LAB", "student": "EDU", "scientist": "EDU", "expert": "CVL", "analyst": "CVL",
    "tourist": "CVL", "pilgrim": "REL", "refugee": "REF", "migrant": "REF", "protester": "OPP",
    "demonstrator": "OPP", "activist": "CVL", "journalist": "JRN", "medium": "MED",
    "media": "MED", "outlet": "MED", "newspaper": "MED", "prisoner": "CVL", "hostage": "CVL",
    "politician": "PTY", "businessman": "BUS", "fisherman": "CVL", "sailor": "CVL",
}  # fmt: skip


_ORGAN_NOUNS = frozenset(
    "ministry parliament army military navy police embassy cabinet opposition senate congress "
    "consulate presidency".split()
)
_ORGAN_LEFT = frozenset(
    "foreign defence defense finance interior trade energy health agriculture justice economy "
    "transport education central state national federal armed air external affairs".split()
)
_LEFT = frozenset("top senior high - level other several many some more all".split())
_NUMBERS = {
    w: n
    for n, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve".split()
    )
}


def find_groups(cast: Cast) -> None:
    """Lay down groups that carry a state's name, and organs written in lower case."""
    for line in cast.lines:
        for known in line.known:
            if known.what == "state" and known.sense in ("name", "adjective", "capital"):
                _after_state(cast, line, known)
        _of_state(cast, line)
        _bare(cast, line)
        _lowercase_organs(cast, line)


def _after_state(cast: Cast, line: Line, known: Known) -> None:
    """ "Canadian diplomats", "Japan's lawmakers", "Chinese state media"."""
    place = known.end
    if place < len(line.low) and line.low[place] in ("'s", "'"):
        place += 1
    elif known.sense == "name" and known.end < len(line.low) and known.key not in ("USA", "GBR"):
        return
    start, limit = place, min(len(line.low), place + 5)
    while place < limit and line.tokens[place].tag_ in ("JJ", "NN", "VBN", "NNP", "CC", "HYPH"):
        noun = line.tokens[place].lemma_.lower()
        if line.at[place] is not None or (noun in GROUP_NOUNS and not _rule_before(line, place)):
            break
        place += 1
    if place >= limit or line.at[place] is not None:
        return
    noun = line.tokens[place].lemma_.lower()
    if noun not in GROUP_NOUNS or line.tokens[place].tag_[:2] != "NN" or not _ends(line, place):
        return
    if line.tokens[place].tag_ in ("NN", "NNP") and noun not in ("delegation", "media", "police"):
        return
    if place == start and noun in RULE_WORDS and not line.low[place].endswith("s"):
        return
    _lay(cast, line, known.key, known.start, place, noun)


def _rule_before(line: Line, place: int) -> bool:
    """Whether "government" only qualifies the noun after it: "government agents"."""
    after = line.tokens[place + 1].lemma_.lower() if place + 1 < len(line.low) else ""
    return line.low[place] in RULE_WORDS and after in GROUP_NOUNS


def _ends(line: Line, place: int) -> bool:
    """Whether the noun heads its phrase ("officials", not "officials meeting")."""
    follows = line.tokens[place + 1] if place + 1 < len(line.low) else None
    return follows is None or not (
        follows.tag_ in ("NN", "NNS") and line.tokens[place].head.i == follows.i
    )


def _lay(cast: Cast, line: Line, code: str, start: int, place: int, noun: str) -> None:
    first = start
    while first > 0 and (
        line.low[first - 1] in _LEFT
        or line.low[first - 1] in _NUMBERS
        or line.low[first - 1] == "the"
        or line.low[first - 1].isdigit()
    ):
        first -= 1
    draft = _group(cast, code, cast.words(line, start, place + 1), noun)
    number = next((_number(w) for w in line.low[first:start] if _number(w)), None)
    if number:
        draft.single.add(str(number))
    cast.spot(draft, line, first, place + 1, form="description", head=place)
    cast.alias(draft, cast.words(line, start, place + 1))


def _group(cast: Cast, code: str | None, text: str, noun: str) -> Draft:
    draft = cast.draft(f"group:{code or ''}:{noun}", "group", text, code)
    draft.sure = code is not None
    if not draft.sectors:
        draft.sectors.append(GROUP_NOUNS.get(noun, "UNK"))
    return draft


def _number(word: str) -> int | None:
    return int(word) if word.isdecimal() and len(word) < 6 else _NUMBERS.get(word)


def _of_state(cast: Cast, line: Line) -> None:
    """ "Six diplomats of Peru", "leaders in Oman", "officials from Japan"."""
    for known in line.known:
        place = known.start - 1
        if known.what != "state" or known.sense not in ("name", "capital"):
            continue
        while place > 0 and line.low[place] == "the":
            place -= 1
        if place < 1 or line.low[place] not in ("of", "from", "in"):
            continue
        head = line.tokens[place - 1]
        if not _belongs(line, place):
            continue
        if head.tag_ == "NNS" and head.lemma_.lower() in GROUP_NOUNS:
            codes = _all_states(line, known)
            if len(codes) > 1:
                _lay_shared(cast, line, codes, place - 1)
                continue
            _lay(cast, line, known.key, place - 1, place - 1, head.lemma_.lower())
            spot = cast.spots[-1]
            if spot.sentence == line.index and spot.head == place - 1:
                cast.drafts[spot.entity].aliases.setdefault(cast.words(line, place - 1, known.end))


def _all_states(line: Line, known: Known) -> list[str]:
    """The states of a list: "of Chile, Peru and Bolivia"."""
    codes, place = [known.key], known.end
    while place + 1 < len(line.low) and line.low[place] in (",", "and"):
        step = 2 if line.low[place + 1] in ("and", "the") else 1
        after = line.at[place + step] if place + step < len(line.low) else None
        if after is None or after.what != "state" or after.sense != "name":
            break
        codes.append(after.key)
        place = after.end
    return list(dict.fromkeys(codes))


def _lay_shared(cast: Cast, line: Line, codes: list[str], place: int) -> None:
    """A group of several states' people: its members are the states."""
    text = cast.words(line, place, place + 1)
    draft = cast.draft(f"shared:{'|'.join(codes)}:{text.lower()}", "group", text)
    draft.members = [cast.state(code).key for code in codes]
    cast.spot(draft, line, place, place + 1, form="description", head=place)


def _belongs(line: Line, place: int) -> bool:
    """Whether "of", "from" or "in" says whose they are: not in "withdrew diplomats from Chad"."""
    word, noun = line.low[place], line.tokens[place - 1].lemma_.lower()
    if line.at[place - 2] is not None and place > 1:
        return False
    if word == "in":
        return noun in _AT_HOME
    if word == "from":
        above = line.tokens[place - 1].head
        near = {
            above.lemma_.lower(),
            above.head.lemma_.lower(),
            line.tokens[place].head.lemma_.lower(),
        }
        return not near & _LEAVING
    return True


_AT_HOME = frozenset("leader official authority lawmaker resident citizen people protester".split())
_LEAVING = frozenset(
    "withdraw recall pull remove expel evacuate bring return fly leave arrive withdrawal recall".split()
)


def _bare(cast: Cast, line: Line) -> None:
    """Officials and leaders without a state: a group all the same, its country to be settled."""
    for token in line.tokens:
        noun = token.lemma_.lower()
        if token.tag_ != "NNS" or noun not in ("official", "leader", "lawmaker", "authority"):
            continue
        taken = any(
            s.start <= token.i < s.end and s.kind == "group"
            for s in cast.in_sentence.get(line.index, [])
        )
        left = line.low[token.i - 1] if token.i else ""
        if taken or token.head.i == token.i + 1 or left in ("two", "both", "the", "these"):
            continue
        start = token.i - 1 if left in _LEFT else token.i
        draft = cast.draft(f"group::{noun}s", "group", cast.words(line, start, token.i + 1))
        draft.sectors = [GROUP_NOUNS[noun]]
        cast.spot(draft, line, start, token.i + 1, form="description", head=token.i)


def _lowercase_organs(cast: Cast, line: Line) -> None:
    """ "The Russian foreign ministry", "Russia's central bank", "the ministry"."""
    for place, low in enumerate(line.low):
        bank = low == "bank" and place > 0 and line.low[place - 1] == "central"
        if low not in _ORGAN_NOUNS and not bank:
            continue
        if not cast.free(line, place, place + 1) or line.tokens[place].tag_[:2] != "NN":
            continue
        if any(t.start <= place < t.end for t in cast.titles[line.index]):
            continue
        start = place
        while start > 0 and line.low[start - 1] in _ORGAN_LEFT and line.at[start - 1] is None:
            start -= 1
        _lay_organ(cast, line, start, place)


def _lay_organ(cast: Cast, line: Line, start: int, place: int) -> None:
    owner, first = _owner(line, start)
    words = " ".join(line.low[start : place + 1])
    if owner is None and start > 0 and line.tokens[start - 1].tag_ in ("PRP$", "JJ"):
        return
    draft = _same_organ(cast, words, owner) or cast.draft(
        f"org:{owner or ''}:{words}", "organization", cast.words(line, first, place + 1), owner
    )
    if not draft.sectors:
        draft.sectors.append("OPP" if words == "opposition" else sector_of(words.split()))
        draft.sure = owner is not None
    if owner is None and start > 0 and line.low[start - 1] in ("'s", "'"):
        draft.single.add("owned")
    article = first > 0 and line.low[first - 1] == "the"
    cast.spot(
        draft, line, first - 1 if article else first, place + 1, form="description", head=place
    )
    if owner is not None or start < place:
        cast.alias(draft, cast.words(line, first, place + 1))


def _owner(line: Line, start: int) -> tuple[str | None, int]:
    place = start - 1
    if place > 0 and line.low[place] in ("'s", "'"):
        place -= 1
    known = line.at[place] if place >= 0 else None
    if known is not None and known.what == "state" and known.sense != "people":
        return known.key, known.start
    return None, start


def _same_organ(cast: Cast, words: str, owner: str | None) -> Draft | None:
    """The organ of that name met before; "the ministry" is the last ministry met."""
    fits = [
        draft
        for key, draft in cast.drafts.items()
        if key.startswith("org:")
        and key.endswith((f":{words}", f" {words}"))
        and (owner is None or draft.country in (owner, None))
    ]
    exact = [d for d in fits if owner is not None and d.country == owner]
    return (exact or fits)[-1] if fits else None
