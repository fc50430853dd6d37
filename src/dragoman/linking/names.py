"""Names: whether two spellings may be one person's, or one organization's, and why."""

from __future__ import annotations

from typing import Literal

from dragoman.linking.organizations import compare_organizations
from dragoman.linking.outcome import SAME_NAME, WEAK_NAME, NameMatch
from dragoman.linking.persons import compare_persons

NameKind = Literal["person", "organization"]

__all__ = ["SAME_NAME", "WEAK_NAME", "NameKind", "NameMatch", "compare_names"]


def compare_names(a: str, b: str, *, kind: NameKind) -> NameMatch:
    """Compare two names; the order in which they are given does not matter.

    >>> compare_names("D.Sarantuya", "Sarantuya Dorjiin", kind="person").score > 0.8
    True
    >>> compare_names("John Smith", "Joan Smith", kind="person").score < 0.5
    True
    """
    first, second = sorted((a, b))
    if kind == "person":
        return compare_persons(first, second)
    return compare_organizations(first, second)
