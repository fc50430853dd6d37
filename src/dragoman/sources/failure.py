"""Failure: an error on the way in, as the row the record keeps of it."""

from __future__ import annotations

from dragoman.errors import InputError
from dragoman.model.report import Failure


def failure_of(error: InputError) -> Failure:
    """The row for an error: which input, what is wrong, and what to do."""
    return Failure(error.name, type(error).__name__, error.what, error.advice)
