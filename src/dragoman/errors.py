"""Every error the package raises, as one tree.

    DragomanError
    ├── InputError            something handed in cannot be used; names the input and what to do
    │   ├── MissingInput      no such file or folder
    │   ├── EmptyInput        nothing to read in it
    │   ├── UndecodableInput  the bytes are no text in any encoding we try
    │   ├── TooLargeInput     more text than one report may hold
    │   ├── ForeignLanguage   a report in a language the reader does not read
    │   └── MalformedInput    the format's own rules are broken (a JSON line, a record)
    ├── MissingExtra          an optional dependency is not installed; names the extra
    ├── MissingModel          the language model package is absent or of another version
    └── UnknownItem           a record holds no item of that id

A bad report never stops the others: the doors collect these as `Failure` rows.
"""

from __future__ import annotations


class DragomanError(Exception):
    """Root of the tree: catch this to catch all that the package raises on purpose."""


class InputError(DragomanError):
    """Something handed in cannot be used.

    `name` is the input (file name or id); `advice` says what to do about it.
    """

    def __init__(self, name: str, what: str, *, advice: str) -> None:
        super().__init__(f"{name}: {what}; {advice}")
        self.name = name
        self.what = what
        self.advice = advice


class MissingInput(InputError):
    """No such file or folder."""


class EmptyInput(InputError):
    """Nothing to read in it."""


class UndecodableInput(InputError):
    """The bytes are no text in any encoding we try."""


class TooLargeInput(InputError):
    """More text than one report may hold."""


class ForeignLanguage(InputError):
    """A report in a language the reader does not read."""


class MalformedInput(InputError):
    """The format's own rules are broken."""


class MissingExtra(DragomanError):
    """An optional dependency is not installed."""


class MissingModel(DragomanError):
    """The language model package is absent or of another version."""


class UnknownItem(DragomanError):
    """A record holds no item of that id."""
