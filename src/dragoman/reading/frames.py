"""Frames: every place in a parsed sentence that is built like an attribution.

A frame is a word that may report speech or thought (the cue), the phrase that would be
its source and the words that would be its content. Frames are built from grammar alone;
whether the cue is one that reports is for `knowledge.cues` to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from spacy.tokens import Doc, Token

Build = Literal[
    "clause", "infinitive", "object", "about", "aside", "bare", "passive", "noun", "according"
]

_SUBJECTS = frozenset({"nsubj", "csubj"})
_CLIMB = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "ccomp"})
_TELLING = frozenset({"tell", "inform", "remind", "assure", "brief", "advise", "warn", "notify"})
_RELATIVE = frozenset({"who", "which", "that"})
_VERBAL = frozenset({"VERB", "AUX"})
_NAMING = frozenset({"NOUN", "PROPN", "PRON"})
_PHRASE = _NAMING | {"DET", "ADJ", "NUM", "X"}
_VENUES = frozenset(
    "interview statement speech news conference briefing letter tweet remarks report article post "
    "email message call television radio twitter facebook reporters press meeting rally debate".split()
)
_ACCORDING = frozenset({"according", "per"})
_MAX_CLIMB = 6


@dataclass(frozen=True, slots=True)
class Frame:
    """A possible attribution inside one sentence; all numbers are tokens of its doc.

    `build` names the construction, `lemma` the cue word with its particle or preposition
    ("call for"), `source_head` the head of the source phrase (the antecedent where the
    source is "who").
    """

    build: Build
    lemma: str
    cue: int
    cue_tokens: tuple[int, ...]
    source_head: int | None
    source: tuple[int, ...]
    content: tuple[int, ...]
    addressee: int | None = None
    negated: bool = False


def frames(doc: Doc, quoted: frozenset[int] = frozenset()) -> tuple[Frame, ...]:
    """Every frame of a sentence, in the order of its cues.

    `quoted` are the tokens inside quotation marks: what stands there is not the source of
    a cue that stands outside, whatever the parser thinks.
    """
    found: list[Frame] = []
    for frame in _all_frames(doc):
        found.append(_sourced(doc, frame, quoted) if quoted else frame)
    return tuple(found)


def _all_frames(doc: Doc) -> Iterator[Frame]:
    for token in doc:
        if token.lower_ in _ACCORDING:
            yield from _according(token)
        elif token.pos_ in _VERBAL and token.dep_ not in ("aux", "auxpass"):
            yield from _verb_frames(token)
        elif token.pos_ in ("NOUN", "PROPN"):
            yield from _noun_frames(token)
        elif token.pos_ == "ADJ" and token.dep_ == "acomp":
            yield from _adjective_frames(token)


def _sourced(doc: Doc, frame: Frame, quoted: frozenset[int]) -> Frame:
    """Mend a source that the parser found inside a quotation: look beside the cue instead."""
    if frame.cue in quoted or not quoted.intersection(frame.source):
        if frame.source or frame.cue in quoted or frame.build not in ("clause", "bare"):
            return frame
    if frame.source_head is not None and frame.source_head not in quoted:
        words = tuple(_run_with([i for i in frame.source if i not in quoted], frame.source_head))
        return replace(frame, source=words, content=_less(frame.content, words))
    words = _beside(doc, frame.cue, quoted)
    if not words:
        return replace(frame, source=(), source_head=None)
    inside = set(words)
    heads = [i for i in words if doc[i].head.i not in inside and doc[i].pos_ in _NAMING]
    head = heads[0] if heads else words[-1]
    return replace(frame, source=words, source_head=head, content=_less(frame.content, words))


def _beside(doc: Doc, cue: int, quoted: frozenset[int]) -> tuple[int, ...]:
    """The noun phrase right after the cue (said X), else right before it (X said)."""
    right = cue + 1
    while right < len(doc) and right not in quoted and doc[right].pos_ in _PHRASE:
        right += 1
    left = cue
    while left > 0 and left - 1 not in quoted and doc[left - 1].pos_ in _PHRASE:
        left -= 1
    for words in (range(cue + 1, right), range(left, cue)):
        if any(doc[i].pos_ in _NAMING for i in words):
            return tuple(words)
    return ()


def _less(content: tuple[int, ...], words: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(i for i in content if i not in words)


# --- verbs -----------------------------------------------------------------------------


def _verb_frames(verb: Token) -> Iterator[Frame]:
    kids = list(verb.children)
    aside = _aside_host(verb)
    if aside is not None:
        yield _frame("aside", verb, verb.lemma_.lower(), _outside(aside, verb))
        return
    clauses = _said_clauses(verb, kids) or _told(verb, kids)
    if clauses:
        yield _frame("clause", verb, verb.lemma_.lower(), _clause_words(verb, clauses))
        return
    yield from _object_frames(verb, kids)


def _object_frames(verb: Token, kids: list[Token]) -> Iterator[Frame]:
    lemma = _with_particle(verb, kids)
    objects = [k for k in kids if k.dep_ in ("dobj", "oprd")]
    infinitives = [k for k in kids if k.dep_ == "xcomp"]
    about = [
        (k, p)
        for k in kids
        if k.dep_ == "prep"
        for p in k.children
        if p.dep_ in ("pobj", "pcomp")
    ]
    passive = any(k.dep_ in ("auxpass", "nsubjpass") for k in kids) or _is_participle(verb, kids)
    if passive:
        yield from _passive_frames(verb, kids, infinitives, about)
        return
    anything = False
    if infinitives:
        anything = True
        words = _span_of([*objects, *infinitives])
        yield _frame("infinitive", verb, lemma, words)
    elif objects:
        anything = True
        yield _frame("object", verb, lemma, _object_words(verb, objects))
    for preposition, complement in about:
        anything = True
        if _is_relayed(complement):
            continue
        name = f"{lemma} {preposition.lower_}"
        if objects:
            words = _span_of([*objects, preposition])
            yield _frame("about", verb, name, words)
            continue
        yield _frame("about", verb, name, _subtree(complement), extra=(preposition.i,))
    if not anything or not objects:
        yield _frame("bare", verb, lemma, ())


def _is_relayed(complement: Token) -> bool:
    """The saying in "quoted him as saying", which is a cue of its own."""
    return complement.tag_ == "VBG" and complement.head.lower_ == "as"


def _passive_frames(
    verb: Token, kids: list[Token], infinitives: list[Token], about: list[tuple[Token, Token]]
) -> Iterator[Frame]:
    agent = next((k for k in kids if k.dep_ == "agent"), None)
    by = next((k for k in agent.children if k.dep_ == "pobj"), None) if agent else None
    patient = [k for k in kids if k.dep_ == "nsubjpass"]
    lemma = verb.lemma_.lower()
    words = _span_of([*patient, *infinitives]) if by is None else _span_of(patient)
    if patient or by is not None:
        yield _frame("passive", verb, lemma, words, speaker=by, fixed=True)


def _is_participle(verb: Token, kids: list[Token]) -> bool:
    """ "asked about it", "reported to be ill": said of its noun, not by it."""
    if verb.tag_ != "VBN" or verb.dep_ not in ("acl", "advcl"):
        return False
    return not any(k.dep_ in ("aux", "nsubj") for k in kids)


def _aside_host(verb: Token) -> Token | None:
    """The clause that a parenthetical saying ("..., she added, ...") is about."""
    if verb.dep_ == "parataxis" and not any(k.dep_ == "ccomp" for k in verb.children):
        return verb.head
    if verb.dep_ == "advcl" and any(
        k.dep_ in ("mark", "advmod") and k.lower_ == "as" for k in verb.children
    ):
        if any(k.dep_ in ("ccomp", "dobj", "xcomp") for k in verb.children):
            return None
        return verb.head
    return None


def _said_clauses(verb: Token, kids: list[Token]) -> list[Token]:
    """The clauses that are what is said; a fronted one only if the cue takes nothing after it."""
    after = [k for k in kids if k.dep_ == "ccomp" and k.i > verb.i]
    before = [k for k in kids if k.dep_ == "ccomp" and k.i < verb.i]
    if not before or any(k.dep_ == "oprd" for k in kids) or _apart(verb, before[-1]):
        return after
    if any(k.dep_ in ("ccomp", "xcomp") and _has_mark(k) for k in kids if k.i > verb.i):
        return after
    inverted = any(k.dep_ in _SUBJECTS and k.i > verb.i for k in kids)
    if not inverted and any(k.dep_ == "dobj" and k.pos_ != "PROPN" for k in kids):
        return after
    return [*before, *after]


def _told(verb: Token, kids: list[Token]) -> list[Token]:
    """ "told a briefing after the talks that they had ...": a that-clause hung on the wrong noun."""
    if verb.lemma_ not in _TELLING or not any(k.dep_ in ("dobj", "dative") for k in kids):
        return []
    for token in verb.doc[verb.i + 1 : verb.right_edge.i + 1]:
        clause = token.head if token.dep_ != "pobj" else token.head.head
        if token.lower_ == "that" and clause.dep_ in ("relcl", "acl") and token.i < clause.i:
            if any(k.dep_ in ("nsubj", "nsubjpass") and k.i > token.i for k in clause.children):
                return [clause]
    return []


def _apart(verb: Token, clause: Token) -> bool:
    """Separated from the cue by a semicolon: a sentence of its own, not what is said."""
    between = verb.doc[clause.right_edge.i : verb.i]
    return any(t.text == ";" for t in between)


def _clause_words(verb: Token, clauses: list[Token]) -> tuple[int, ...]:
    words = set(_span_of(clauses))
    if all(c.i < verb.i for c in clauses):
        words |= _led_in(verb, min(words))
        words |= set(_span_of(_carried_on(verb)))
    words -= set(_own_words(verb))
    return tuple(sorted(words))


def _carried_on(verb: Token) -> list[Token]:
    """ "The dam is safe, he said, and work goes on": what follows in the same vein."""
    return [
        k
        for k in verb.children
        if k.dep_ == "conj"
        and k.pos_ in _VERBAL
        and any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in k.children)
        and not any(c.dep_ == "ccomp" for c in k.children) and False
    ]


def _led_in(verb: Token, first: int) -> set[int]:
    """Words before a fronted content that the parser hung on the cue ("With time, we ..., he said")."""
    if verb.dep_ != "ROOT":
        return set()
    start = 1 if verb.doc[0].dep_ == "cc" else 0
    return set(range(start, first))


def _object_words(verb: Token, objects: list[Token]) -> tuple[int, ...]:
    tails = [
        k
        for k in verb.children
        if k.i > objects[0].i
        and (k.dep_ == "oprd" or (k.dep_ == "prep" and not _sets_scene(k)))
    ]
    return _span_of([*objects, *tails])


def _sets_scene(preposition: Token) -> bool:
    """ "on Monday", "in an interview": when and where it was said, not what."""
    inner = [k for k in preposition.children if k.dep_ == "pobj"]
    return any(
        k.ent_type_ in ("DATE", "TIME") or k.lemma_.lower() in _VENUES for k in inner
    )


# --- nouns, adjectives, "according to" -------------------------------------------------


def _noun_frames(noun: Token) -> Iterator[Frame]:
    clause = next(
        (
            k
            for k in noun.children
            if k.i > noun.i
            and (
                (k.dep_ in ("acl", "ccomp", "xcomp") and _has_mark(k))
                or (k.dep_ == "relcl" and _has_mark(k))
            )
        ),
        None,
    )
    owner = _owner(noun)
    if clause is not None:
        yield _frame("noun", noun, noun.lemma_.lower(), _subtree(clause), speaker=owner, fixed=True)


def _owner(noun: Token) -> Token | None:
    """Whose saying it is: "X's claim", "a claim by X", "the claim of X", else who makes it."""
    for kid in noun.children:
        if kid.dep_ == "poss":
            return kid
    for kid in noun.children:
        if kid.dep_ == "prep" and kid.lower_ in ("by", "of", "from"):
            for inner in kid.children:
                if inner.dep_ == "pobj":
                    return inner
    verb = noun.head
    if noun.dep_ in ("dobj", "pobj") and verb.pos_ in _VERBAL:
        return _speaker(verb)
    if noun.dep_ == "pobj" and verb.head.pos_ in _VERBAL:
        return _speaker(verb.head)
    return None


def _has_mark(clause: Token) -> bool:
    return any(
        (k.dep_ == "mark" and k.lower_ in ("that", "whether", "if"))
        or (k.dep_ == "aux" and k.lower_ == "to")
        for k in clause.children
    )


def _adjective_frames(adjective: Token) -> Iterator[Frame]:
    kids = [k for k in adjective.children if k.dep_ in ("ccomp", "xcomp")]
    prepositions = [
        (k, p)
        for k in adjective.children
        if k.dep_ == "prep"
        for p in k.children
        if p.dep_ in ("pobj", "pcomp")
    ]
    verb = adjective.head
    lemma = f"be {adjective.lower_}"
    if kids:
        yield _frame("clause", adjective, lemma, _span_of(kids), speaker=_speaker(verb), fixed=True)
    else:
        for preposition, complement in prepositions[:1]:
            yield _frame(
                "about", adjective, f"{lemma} {preposition.lower_}", _subtree(complement),
                speaker=_speaker(verb), fixed=True, extra=(preposition.i,),
            )


def _according(word: Token) -> Iterator[Frame]:
    inner = word
    extra: tuple[int, ...] = ()
    if word.lower_ == "according":
        to = next((k for k in word.children if k.dep_ == "prep" and k.lower_ == "to"), None)
        if to is None:
            return
        inner, extra = to, (to.i,)
    source = next((k for k in inner.children if k.dep_ == "pobj"), None)
    if source is None:
        return
    host = word.head
    while host.pos_ not in _VERBAL and host.dep_ not in ("ROOT",) and host.head is not host:
        host = host.head
    top = host
    words = _outside(top, word)
    yield _frame("according", word, "according to" if extra else word.lower_, words,
                 speaker=source, fixed=True, extra=extra)


# --- the parts -------------------------------------------------------------------------


def _frame(
    build: Build,
    cue: Token,
    lemma: str,
    content: Iterable[int],
    *,
    speaker: Token | None = None,
    fixed: bool = False,
    extra: tuple[int, ...] = (),
) -> Frame:
    head = speaker if fixed else _speaker(cue)
    words, who = _source_words(cue, head)
    cue_words = _cue_words(cue, extra)
    taken = set(words) | set(cue_words)
    addressee = next(
        (k.i for k in cue.children if k.dep_ in ("dative", "dobj") and build == "clause"), None
    )
    return Frame(
        build,
        lemma,
        cue.i,
        cue_words,
        who,
        words,
        _closed(cue.doc, [i for i in content if i not in taken]),
        addressee,
        any(k.dep_ == "neg" for k in cue.children),
    )


def _closed(doc: Doc, words: list[int]) -> tuple[int, ...]:
    """Without the "and" that leads on to something else."""
    while words and (doc[words[-1]].dep_ == "cc" or doc[words[-1]].text == ","):
        words = words[:-1]
    return tuple(words)


def _speaker(verb: Token) -> Token | None:
    """Who does it: the subject, climbed to where several verbs share one."""
    at = verb
    if verb.dep_ == "pcomp" and _is_relayed(verb):
        return _quoted_one(verb.head.head)
    for _ in range(_MAX_CLIMB):
        subject = next((k for k in at.children if k.dep_ in _SUBJECTS), None)
        if subject is not None:
            return subject
        passive = next((k for k in at.children if k.dep_ == "nsubjpass"), None)
        if passive is not None:
            return passive if at is not verb else None
        if at.dep_ == "acl":
            return at.head if at.tag_ in ("VBG", "VB") else None
        if at.dep_ == "relcl":
            return at.head
        if at.dep_ not in _CLIMB or at.head is at:
            return None
        at = at.head
    return None


def _quoted_one(verb: Token) -> Token | None:
    """Who is quoted: "quoted X as saying", "X was quoted as saying"."""
    return next((k for k in verb.children if k.dep_ in ("dobj", "nsubjpass")), None)


def _source_words(cue: Token, head: Token | None) -> tuple[tuple[int, ...], int | None]:
    if head is None:
        return (), None
    if head.lower_ in _RELATIVE and head.tag_ in ("WP", "WDT", "IN"):
        clause = head.head
        while clause.dep_ in ("conj", "xcomp", "advcl") and clause.head is not clause:
            clause = clause.head
        who = clause.head.i if clause.dep_ == "relcl" else head.i
        return (head.i,), who
    words = [t.i for t in head.subtree]
    if cue.i in words or any(t.i in words for t in cue.ancestors if t.pos_ in _VERBAL and t is not head):
        words = [i for i in words if i < cue.left_edge.i or i == head.i]
        words = _run_with(words, head.i)
    return tuple(_without_edge_stops(head.doc, words)), head.i


def _cue_words(cue: Token, extra: tuple[int, ...]) -> tuple[int, ...]:
    words = {cue.i, *extra}
    for kid in cue.children:
        if kid.dep_ in ("aux", "auxpass", "neg", "prt"):
            words.add(kid.i)
    return tuple(sorted(words))


def _own_words(verb: Token) -> Iterator[int]:
    """What belongs to the saying itself: its subject, auxiliaries, addressee, time, manner."""
    yield verb.i
    for kid in verb.children:
        if kid.dep_ not in ("ccomp", "xcomp", "punct", "advcl"):
            yield from (t.i for t in kid.subtree)


def _outside(host: Token, part: Token) -> tuple[int, ...]:
    inside = {t.i for t in part.subtree}
    return tuple(t.i for t in host.subtree if t.i not in inside)


def _with_particle(verb: Token, kids: list[Token]) -> str:
    particle = next((k.lower_ for k in kids if k.dep_ == "prt"), None)
    lemma: str = verb.lemma_.lower()
    return f"{lemma} {particle}" if particle else lemma


def _subtree(token: Token) -> tuple[int, ...]:
    return tuple(t.i for t in token.subtree)


def _span_of(heads: list[Token]) -> tuple[int, ...]:
    return tuple(sorted({t.i for head in heads for t in head.subtree}))


def _run_with(words: list[int], anchor: int) -> list[int]:
    """The unbroken run of token numbers that holds `anchor`."""
    have = set(words)
    left = right = anchor
    while left - 1 in have:
        left -= 1
    while right + 1 in have:
        right += 1
    return list(range(left, right + 1))


def _without_edge_stops(doc: Doc, words: list[int]) -> list[int]:
    while words and doc[words[0]].is_punct and doc[words[0]].text not in "([\"“‘":
        words = words[1:]
    while words and doc[words[-1]].text in (",", ".", ";", ":", "—", "–", "-", "--"):
        words = words[:-1]
    return words
