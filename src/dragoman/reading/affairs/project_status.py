"""Project status: how far a project has come, and who pays, by the words of its clause."""

from __future__ import annotations

import re

_BUILD = r"(?:build|built|construct|constructed|establish|established|set up|found|founded|creat|created|form|formed|develop|developed|expand|expanded|laid|dug|upgraded|rehabilitated|modernised|modernized)"
_BUILD_ING = r"(?:build|construct|establish|set|found|creat|develop|expand|lay)ing"

# The first pattern that matches the clause gives the status.
_STATUSES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        (
            "cancelled",
            r"\b(?:cancel(?:l?ed|s|ling)?|scrap(?:ped|s)?|abandon(?:ed|s)?|shelved?|dropped plans)\b",
        ),
        ("suspended", r"\b(?:suspend(?:ed|s)?|halt(?:ed|s)?|fro(?:ze|zen)|stalled|paused)\b"),
        (
            "under construction",
            r"\bunder construction\b|\bbeing (?:built|constructed|laid|expanded|upgraded|dug|modernised|modernized)\b|\bconstruction (?:of .{0,60})?(?:is under ?way|began|has begun|started|continues)\b",
        ),
        ("being established", r"\bbeing (?:established|set up|created|founded|formed)\b"),
        (
            "proposed",
            r"\b(?:willing(?:ness)?|propos(?:e|es|ed|al|als|ing)|offer(?:s|ed|ing)? to|suggest(?:s|ed)?|interest(?:ed)? in|readiness|hopes? to|wants? to|wish(?:es)? to|considering|urged|call(?:s|ed) for|invit(?:es|ed) .{0,40} to (?:build|invest|take part))\b",
        ),
        (
            "under discussion",
            r"\b(?:discuss(?:es|ed|ing|ions?)?|exchang(?:e|ed|ing) (?:of )?(?:views|opinions)|talk(?:s|ed|ing)? (?:about|on)|consult(?:ed|ations)|negotiat\w+|explor(?:e|ed|ing)|review(?:ed|ing)?|went over|gone over|touched (?:up)?on)\b",
        ),
        (
            "planned",
            r"\b(?:inauguration|opening)\b.*\b(?:planned|scheduled|due|expected|set for|next)\b|\bwill (?:inaugurate|open|be (?:inaugurated|opened|completed))",
        ),
        (
            "completed",
            r"\b(?:inaugurat(?:ed|es|ion)|complet(?:ed|es) (?!by)|is complete\b|was complete\b|(?:was|were|has been|been|officially|formally|has|have) opened|opened the|opened its|hand(?:ed)? ?over|handover|commissioned|went into operation|put into operation|launched into|came on stream)\b",
        ),
        (
            "agreed",
            r"\b(?:agree(?:d|s|ment|ments)?|sign(?:ed|s|ing)?|deal|contract|pact|memorandum|MoUs?|accord|pledg(?:ed|es)|approv(?:ed|es)|endorsed|backs|backed)\b",
        ),
        (
            "planned",
            rf"\b(?:will(?! not)|would|shall|plan(?:s|ned|ning)?|(?:is|are|was|were) (?:to|due|set|expected|scheduled)|intend(?:s|ed)?|aim(?:s|ed)?|to (?:jointly )?(?:re)?{_BUILD}|to (?:be )?(?:re)?(?:open|launch|establish|create|finance|fund)\w*|(?:re)?opening|expansion|project(?:ed)? to)\b",
        ),
        (
            "completed",
            r"\b(?:has|have|had|was|were)? ?(?:been )?(?:built|constructed|established|founded|launched|inaugurated|opened|created|set up|completed|finished)\b",
        ),
        ("under construction", rf"\b{_BUILD_ING}\b"),
        (
            "funded",
            r"\b(?:financ(?:e|es|ed|ing)|fund(?:s|ed|ing)|loans?|grants?|invest(?:s|ed|ing|ment|ments)?|(?:get|receive|give|provide|account)s?|goes to|worth|cost)\b",
        ),
    )
)
_FINANCING = re.compile(
    r"\b(?:(?:with|through|by|using|thanks to)\s(?:an?\s|the\s)?(?:[\w$€£.-]+\s){0,4}(?:loans?|grants?|credits?|funding|financing|aid|investment)\b[^,;.]*"
    r"|(?:funded|financed|bankrolled|paid for|underwritten)\s(?:by|with|through|from)\s[^,;.]+"
    r"|(?:at a cost of|worth|costing|valued at|for an estimated)\s(?:about\s|around\s|some\s|nearly\s|more than\s)?[^,;]{2,40}?(?=,|;|\.\s|\.$|$|\swas\b|\swere\b|\sis\b|\sto\b))",
    re.IGNORECASE,
)
_PRICE = re.compile(
    r"(?:US|A|C|HK|NZ|S)?[$€£¥₹]\s?[\d.,]+(?:[\s-](?:million|billion|trillion|crore|bn|m))?"
    r"|\b(?:USD|EUR|GBP|CNY|JPY|KES|KSh|Ksh|Sh|Rs|INR|RUB)\.?\s?[\d.,]*\d(?:[\s-](?:million|billion|trillion|crore))?"
)


_FOUNDS = re.compile(
    r"\b(?:re)?(?:build|built|construct|establish|set up|found(?:ed|ing)|creat|develop|expand|open|launch|inaugurat|upgrad|clos|clear|expan|hand|commission|connect|carr|link|transport|suppl|produc|generat|complet)\w*",
    re.IGNORECASE,
)


def founds(clause: str) -> bool:
    """Whether a clause builds, opens, enlarges, closes something or says what it will do."""
    return _FOUNDS.search(clause) is not None


def project_status(clause: str) -> str | None:
    """How far along the clause says a project is, None where it says nothing of it.

    >>> project_status("a refinery is under construction with a loan from Oman")
    'under construction'
    """
    return next((name for name, pattern in _STATUSES if pattern.search(clause)), None)


def project_financing(clause: str) -> str | None:
    """Who or what pays, in the clause's words, None where it does not say.

    >>> project_financing("a port is being built with a soft loan from Oman, he said")
    'with a soft loan from Oman'
    """
    match = _FINANCING.search(clause)
    if match:
        return match.group().strip()
    price = _PRICE.search(clause)
    return price.group().strip() if price else None
