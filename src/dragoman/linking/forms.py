"""Forms: which of the words a report uses for somebody are the name, and which the office.

"State Minister for Foreign Affairs Jane Doe", "Jane Doe" and "his counterpart" may all be
said of one person; only the second is to be compared with other reports.
"""

from __future__ import annotations

from functools import lru_cache

from dragoman.knowledge.offices import office_title
from dragoman.knowledge.states import state_senses
from dragoman.linking.persons import bare_words
from dragoman.linking.spelling import plain
from dragoman.model.actor import Entity

# Titles that are surnames too: at the end of a form they are the name ("Angus King").
_SURNAMES = frozenset({"king", "prince", "queen", "judge", "bishop", "pope", "major", "marshal"})
_JOINTS = frozenset({"of", "to", "for", "in", "from", "and", "at", "on", "with"})
_OFFICE_MINOR = frozenset({"the", "of", "and", "for", "a"})


def fullest_name(entity: Entity) -> str | None:
    """The form of a person's name that says most, without titles; None where no form is a name.

    >>> fullest_name(Entity("e", "r", "Foreign Minister Ana Silva", "person", aliases=("Silva",)))
    'Ana Silva'
    """
    names = {name for form in (entity.name, *entity.aliases) if (name := _name_in(form))}
    told = [name for name in names if not _holds(name, names)]
    return max(told, key=lambda name: (bare_words(name), -len(name), name), default=None)


def offices_of(entity: Entity) -> frozenset[str]:
    """The offices a person is given, in plain words without the state ("foreign minister")."""
    return frozenset(office for office in map(_office, entity.offices) if office)


def same_office(one: frozenset[str], other: frozenset[str]) -> str | None:
    """An office both are given, one perhaps in fewer words ("minister", "trade minister")."""
    fitting = {
        min(a, b, key=len)
        for a in one
        for b in other
        if set(a.split()) <= set(b.split()) or set(b.split()) <= set(a.split())
    }
    return max(fitting, key=lambda office: (len(office), office), default=None)


@lru_cache(maxsize=8192)
def _office(words: str) -> str:
    kept = [word for word in words.split() if not state_senses(word)]
    return " ".join(w for w in plain(" ".join(kept)).split() if w not in _OFFICE_MINOR)


@lru_cache(maxsize=8192)
def _name_in(form: str) -> str | None:
    """The name in a form, None where it only describes ("the Chinese side", "High Commissioner")."""
    words = form.split()
    low = [plain(word) for word in words]
    after = 0
    for start in range(len(words)):
        found = office_title(low, start)
        if found and not (found[1] == len(words) and start and low[start] in _SURNAMES):
            after = max(after, found[1])
    rest = words[after:]
    while rest and (rest[0][:1].islower() and rest[0].isascii() and rest[0] in _JOINTS | {"the"}):
        return None
    described = not rest or state_senses(" ".join(rest)) or any(w in _JOINTS for w in rest)
    if described or (len(rest) > 1 and rest[-1].islower() and rest[-1].isascii()):
        return None
    named = any(not word.islower() for word in rest) and bare_words(" ".join(rest)) > 0
    return " ".join(rest) if named else None


def _holds(name: str, names: set[str]) -> bool:
    """Whether a name is another full name with something before it, which is no part of it."""
    words = name.split()
    return any(
        len(other.split()) < len(words)
        and words[-len(other.split()) :] == other.split()
        and bare_words(other) > 1
        for other in names
    )
