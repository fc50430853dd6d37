"""Title phrase: a title as it stands in a sentence, and whose office it names."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.knowledge.offices import PORTFOLIO, OfficeTitle, name_office
from dragoman.reading.who.names import ORGAN_WORDS, Line

_STATE_ORGANS = frozenset(
    "ministry council parliament congress senate assembly court office department bureau police "
    "army navy force forces guard government administration embassy consulate mission khural duma "
    "knesset bundestag rada sejm majlis cabinet presidency house staff".split()
)


@dataclass(slots=True)
class Title:
    """A title phrase: tokens `start` to `end` of a sentence, its determiner left out.

    `first` is where the phrase begins with its determiner or possessor. `states` are alpha-3
    codes in order; `body` the organization it names; `posted` where a diplomat serves;
    `owner` the token of a possessor that is a pronoun or a common noun ("his", "the
    country's"), None where there is none; `det` the determiner in lower case, "" for none.
    """

    line: Line
    start: int
    end: int
    head: int
    head_end: int
    title: OfficeTitle
    first: int = -1
    states: list[str] = field(default_factory=list)
    body: str | None = None
    posted: str | None = None
    owner: int | None = None
    det: str = ""
    past: bool = False
    coming: str = ""
    ranks: list[str] = field(default_factory=list)
    subject: list[str] = field(default_factory=list)
    extent: list[str] = field(default_factory=list)
    extent_first: bool = False
    follows: bool = False

    @property
    def office(self) -> str:
        """The canonical name of the office; "" where the phrase names none."""
        if not self.title.office:
            leads = self.title.phrase == "leader" and self.organization
            return ("former Leader" if self.past else "Leader") if leads else ""
        organ = " ".join(self.extent) if self.extent_first and not self.organization else ""
        return name_office(
            self.title,
            past=self.past,
            coming=self.coming,
            ranks=self.ranks,
            portfolio=" ".join(self.subject).lower() or organ,
            follows=self.follows,
        )

    @property
    def organization(self) -> str | None:
        """The party, company or body (no organ of a state) whose office it is."""
        if self.body:
            return self.body
        words = [word.lower() for word in self.extent]
        if set(words) & _STATE_ORGANS:
            return None
        if not words or not set(words) & ORGAN_WORDS:
            proper = len(words) == 1 and self.extent[0][:1].isupper() and words[0] not in PORTFOLIO
            return self.extent[0] if proper else None
        return " ".join(self.extent)

    @property
    def state(self) -> str | None:
        """The state whose office it is, where the phrase names exactly one."""
        return self.states[0] if len(self.states) == 1 else None

    @property
    def foreign(self) -> bool:
        """Whether the office is that of a foreign minister."""
        return self.title.office == "Minister" and "foreign" in self.office.lower()
