"""Phrases: where a sentence speaks of time, and in which of the known forms. Says nothing of meaning."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from dragoman.reading.time.timewords import (
    ANY_YEAR,
    DAY,
    DAY_PARTS,
    MONTH,
    MONTHS,
    ORDINAL,
    QUANTITY,
    SEASON,
    SEASONS,
    UNIT,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A stretch of a sentence that speaks of time: `form` names the rule that found it."""

    start: int
    end: int
    form: str
    match: re.Match[str]


_PART = r"(?:mid-?)?(?:morning|afternoon|evening|night|overnight|noon|midday|midnight|dawn)(?=s?\b)"
_PRE = (
    r"(?:(?P<pre>early|late|mid|earlier|later|sometime|around|"
    r"(?:the )?(?:very )?(?:beginning|start|end|middle|close|rest|remainder|early part|latter part|second half|first half) of)"
    r"(?:[ -]+(?:in |on )?))?"
)
_RELATIVE = r"(?:last|past|previous|prior|preceding|this|current|present|next|coming|following|upcoming|same|that)"
_ABOUT = (
    r"(?:(?:about|around|nearly|almost|roughly|approximately|some|over|under|at least|at most|up to|"
    r"(?:no |not )?(?:more|less|fewer|longer) than|just(?: over| under)?|as (?:much|many|long) as|only|barely) )"
)
_RELYEAR = r"(?: of)? (?P<relyear>last|this|next|that|the same|the previous|the following) year\b"
_MERIDIEM = r"(?:[ap]\.?m\b\.?|o'clock|hours(?= (?:GMT|UTC))|hrs)"
_ZONE = (
    r"(?: ?(?:(?:GMT|UTC|[ECMP][SD]?T|CES?T|BST|IST|JST|MSK|EES?T)\b"
    r"|(?:local|(?-i:[A-Z][a-z]+)) time\b))?"
)
_TODAY = r"(?:today|yesterday|tomorrow|tonight)\b"
_HOLIDAY = (
    r"(?:Christmas(?: Day| Eve)?|New Year['’]s(?: Day| Eve)?|Thanksgiving(?: Day)?|"
    r"(?:Easter|Whit) (?:Sunday|Monday)|Easter|Good Friday|Halloween|Valentine['’]s Day|May Day|"
    r"Labou?r Day|Memorial Day|Veterans Day|Boxing Day|Columbus Day|Martin Luther King(?: Jr\.?)? Day)(?!\w)"
)

_SOURCES: tuple[tuple[str, str], ...] = (
    (
        "iso",
        r"(?<![\d.,/-])(?P<y>\d{4})[-/.](?P<m>\d\d?)[-/.](?P<d>\d\d?)(?:[T ](?P<clock>\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\d/-])",
    ),
    (
        "slashed",
        r"(?<![\d.,/-])(?P<a>\d\d?)(?P<sep>[/.-])(?P<b>\d\d?)(?P=sep)(?P<y>\d{4}|\d\d)(?![\d/-])",
    ),
    (
        "date",
        rf"{_PRE}(?:(?:this coming |this past |this |last |next )?(?P<weekday>{WEEKDAY}),? ?(?:the )?|(?:last|this|next|this past|this coming) (?=[a-z]+\.? \d))?(?:around |about )?(?P<month>{MONTH}) ?(?:the )?(?P<day>{DAY}|{ORDINAL})(?: ?(?:-|–|—|to|through|and|&) ?(?P<day2>{DAY}(?![ -]?(?:percent|{UNIT}|{MONTH}))))?(?:(?:, ?| (?:of |in )?)(?P<year>{ANY_YEAR})|,?{_RELYEAR})?",
    ),
    (
        "date",
        rf"{_PRE}(?:(?P<weekday>{WEEKDAY}),? ?)?(?:the )?(?:(?P<day>{DAY}|{ORDINAL})(?: ?(?:-|–|—|to|through|and|&) ?))?(?:the )?(?P<day2>{DAY}|{ORDINAL})(?: day)?[ -](?:of )?(?P<month>{MONTH})(?:(?:, ?| (?:of )?)(?P<year>{ANY_YEAR})|,?{_RELYEAR})?",
    ),
    (
        "month",
        rf"{_PRE}(?:(?P<det>(?:this past|last|next|this|each|every|the (?:previous|following|same)|that) )?)(?P<month>{MONTH})(?:,? (?:of |in )?(?P<year>{ANY_YEAR})|,?{_RELYEAR})?",
    ),
    (
        "weekday",
        rf"{_PRE}(?P<det>(?:the )?(?:last|next|previous|following|preceding|same|this coming|this past|this|coming|past|every|each|day before|day before last|day after) (?:last |next )?)?(?P<weekday>{WEEKDAY})(?P<plural>s\b)?(?: ?(?:early |late )?(?P<part>{_PART})(?P<plural2>s\b)?)?",
    ),
    (
        "weekday",
        rf"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?P<plural>s)(?: (?P<part>{_PART})(?P<plural2>s\b)?)?",
    ),
    (
        "today",
        rf"{_PRE}(?:(?P<part0>(?:mid-?)?(?:morning|afternoon|evening|noon|midnight)) )?(?P<word>{_TODAY}|the day before yesterday|the day after tomorrow)(?: (?P<part>{_PART}))?(?:,? (?P<also>{WEEKDAY}))?",
    ),
    (
        "thispart",
        rf"{_PRE}(?P<det>this|that|last|the (?:next|following|previous|same)|the) (?P<part>{_PART})",
    ),
    ("overnight", r"\b(?P<part>overnight)\b"),
    (
        "clock",
        rf"{_ABOUT}?(?<![\w$£€:.,/-])(?:(?P<h>[01]?\d|2[0-4])[:.](?P<mi>[0-5]\d)(?::[0-5]\d)? ?(?P<ap>{_MERIDIEM})?|(?P<h2>1?\d) ?(?P<ap2>{_MERIDIEM}|in the (?:morning|afternoon|evening))|(?P<word>noon|midnight|midday)\b|(?P<mil>[01]\d[0-5]\d|2[0-3][0-5]\d)(?: ?hours)?(?= ?(?:GMT|UTC)))(?![:.]?\d|%){_ZONE}",
    ),
    (
        "quarter",
        rf"{_PRE}(?:(?P<det>(?:the )?(?:current|latest|previous|last|past|this|next|same|comparable|corresponding|fiscal) |the )?(?:(?P<year0>{YEAR})(?:['’]s)? |(?P<relyear0>last|this|next) year['’]s )?)(?:(?:fiscal|calendar)[ -])?(?:(?P<nth>first|second|third|fourth|final|last|1st|2nd|3rd|4th)[ -](?P<unit>quarter|half)|Q(?P<q>[1-4])\b|(?P<half>H[12])\b)(?P<plural>s\b)?(?:,? (?:of |in )?(?:fiscal |the year |the )?(?:(?P<year>{ANY_YEAR})|(?P<dec>['’]?\d0s)|(?P<relyear>last|this|next|that) year\b|(?P<theyear>year)\b))?",
    ),
    (
        "quarters",
        rf"(?:the )?first (?P<n>two|three|2|3) quarters(?: of (?:(?P<year>{YEAR})|(?P<relyear>this|last|next|the) year))?",
    ),
    (
        "months",
        rf"(?:the )?(?P<which>first|last|final) (?P<n>{QUANTITY}) (?P<unit>month|week|day)s(?: of (?:(?P<year>{YEAR})|(?P<relyear>this|last|next|the) year\b))",
    ),
    (
        "season",
        rf"{_PRE}(?P<det>(?:last|next|this past|this coming|this|the|in|that|each|every|the (?:past|coming|following|previous)) )(?P<season>{SEASON})(?:(?: of|,)? (?P<year>{ANY_YEAR})|{_RELYEAR})?",
    ),
    ("season", rf"{_PRE}(?P<season>{SEASON})(?: of)? (?P<year>{YEAR})"),
    (
        "holiday",
        rf"(?P<det>last |next |this )?(?P<holiday>{_HOLIDAY})(?:,? (?P<year>{YEAR})|{_RELYEAR})?",
    ),
    (
        "decade",
        r"(?:the )?(?P<pre>(?:early|mid|late)[ -](?:and (?:early|mid|late)[ -])?(?:to[ -](?:mid|late)[ -])?)?(?<![\w$£€.,])(?P<decade>(?:1[5-9]|20)\d0['’]?s|['’`]\d0s|(?:nineteen[ -])?(?:twentie|thirtie|fortie|fiftie|sixtie|seventie|eightie|nineti?e)s)\b",
    ),
    (
        "century",
        r"(?:(?:the )?(?:early |mid-?|late |turn of the )?)?(?P<century>(?:\d{1,2}(?:st|nd|rd|th)|(?:twenty-)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth)[ -]century)\b",
    ),
    (
        "year",
        rf"(?:{_PRE}|(?P<pre2>mid-|post-|pre-|early-|late-))(?:the year )?(?:(?:fiscal|calendar)(?: year)? )?(?P<year>(?<![\w$£€¥#.,])(?:1[5-9]|20)\d\d(?![\w%$£€]|[.,:]\d)|{ANY_YEAR})(?:[-–/](?P<year2>(?:(?:1[5-9]|20)\d\d|\d\d)(?![\w%.,-]|[.,]\d)))?",
    ),
    ("year", rf"the (?P<year>{YEAR}) (?:fiscal |calendar )?(?:year|period)\b"),
    ("yearend", r"(?:the )?(?:(?P<rel>last|this|next) )?year['’]?s?[ -]end\b"),
    (
        "relative",
        rf"{_PRE}(?P<det>(?:the )?(?:very )?(?P<rel>{_RELATIVE}|full|latest)) (?:(?:fiscal|calendar|financial|trading|legislative|academic) )?(?P<unit>week|month|year|quarter|decade|century|weekend|day|fortnight|period)\b(?! of (?:talks|fighting|war))(?:(?P<genitive>['’]s) (?P<nth>first|second|third|fourth|final) (?P<part>quarter|half))?",
    ),
    (
        "theunit",
        rf"{_PRE}(?P<det>the) (?:fiscal )?(?P<unit>weekend|week|month|year|quarter|day)\b(?! of|-)(?P<after> (?:before|after|earlier|later)(?= ?(?:[.,;:!?)\"”’]|$| (?:in|at|on|to|from|and|but|or|for|by|when|while)\b))| a year (?:ago|earlier))?",
    ),
    (
        "ago",
        rf"{_ABOUT}?(?P<n>{QUANTITY})(?: or (?P<n2>{QUANTITY}|so))?[ -](?:more )?(?P<unit>{UNIT})s?(?: or (?:so|two|more))?[ -](?P<way>ago|earlier|before(?= ?[.,;:!?)\"”]| ?$)|previously|later|afterwards?|hence|from (?:now|today))\b",
    ),
    ("ago", rf"{_ABOUT}?(?P<unit>{UNIT})s (?P<way>ago|earlier|later)\b"),
    (
        "yearago",
        r"(?:the )?(?:comparable |corresponding |same )?year[ -](?:ago|earlier)(?: (?:fiscal )?(?:(?P<nth>first|second|third|fourth)[ -])?(?P<unit>period|quarter|half|nine months|six months|month))?\b",
    ),
    (
        "yearago",
        r"(?:the )?(?:comparable|corresponding|same) (?:period|quarter) (?:of |in )?(?:last|the previous|the prior|a) year(?: ago| earlier)?\b|(?:the quarter|the period) a year (?:ago|earlier)|last year['’]s (?:quarter|period)",
    ),
    ("thequarter", rf"(?:the )(?P<year>{YEAR}) (?P<unit>quarter|period)\b"),
    ("thequarter", r"the latest (?P<unit>period)\b"),
    (
        "thatday",
        r"(?:(?:earlier|later|late|early)(?: on)? )?(?P<det>that same|that very|the same|the very same|that|the very next|the next|the following|the previous|the preceding|the next|same|next) (?P<unit>day|week|month|year|weekend)\b",
    ),
    (
        "span",
        rf"(?:(?:(?:each of )?(?:the |these |those )?(?P<rel>past|last|next|coming|following|previous|preceding|first|final|recent|latest|upcoming|more recent) )|(?P<about>{_ABOUT}))?(?P<n>{QUANTITY})(?:(?: ?(?:to|or|-|–) ?)(?P<n2>{QUANTITY}))?[ -](?:more |full |straight |consecutive |additional |trading |business |working |solid |whole |fiscal |calendar |long )?(?P<unit>{UNIT})(?P<s>s?)\b(?P<long>[ -]long)?(?: or (?P<so>so|more|two))?(?P<half> and a half)?(?P<old>[ -](?:olds?|of age)\b)?",
    ),
    ("span", rf"(?P<def>the|these|those) (?P<n>{QUANTITY})[ -](?P<unit>{UNIT})s\b"),
    (
        "vague",
        r"(?:the (?=\w+ \w+s))?(?P<rel>(?:(?:past|last|recent|coming|next|previous|early|future|several) )?)(?P<unit>second|minute|hour|day|week|month|quarter|year|decade|centurie)s(?: (?:ahead|and (?:days|weeks|months|years)|or (?:days|weeks|months|years)))?(?P<long>-long)?\b(?P<old>[ -]olds?\b)?",
    ),
    (
        "set",
        rf"(?P<each>every|each) (?:(?P<n>other|{QUANTITY}|second|third) )?(?P<unit>{UNIT})s?\b",
    ),
    ("set", r"\b(?P<word>daily|weekly|monthly|yearly|hourly|nightly|biweekly|fortnightly)\b"),
    (
        "set",
        rf"(?:once|twice|(?:{QUANTITY}) times|a|per) (?:a|per|every|each) (?P<unit>hour|day|week|month|year)\b",
    ),
    (
        "present",
        r"\b(?P<word>(?:right |just )?now|currently|nowadays|at present|presently|these days|the present(?: time| day)?|at the moment|at this (?:time|moment|point)|(?<!then )current)\b",
    ),
    (
        "pastref",
        r"\b(?P<word>(?:more |most )?recently|recent (?:years|months|weeks|days|decades|times)|recent|the past(?! \w)|lately)\b",
    ),
    (
        "futureref",
        r"\b(?P<word>(?:the )?(?:(?:near|foreseeable|immediate|distant|not-too-distant) )?future(?=[.,;!?'’]|$| (?!\w))|the (?:near|foreseeable|immediate|distant|not-too-distant) (?:future|term)|the (?:short|near|long|longer) term|as soon as possible|coming (?:days|weeks|months|years|quarters|decades))\b",
    ),
)


# Most sentences speak of time in few forms, and to look for all of them took a tenth of all
# reading. A form is looked for only where one of these is in the text in lower case; "0"
# stands for any digit. Every rule of the form must need one of them.
_UNITS = tuple("second minute hour day night week month quarter year decade centur period".split())
_MONTHS = tuple(name[:3] for name in MONTHS)
_NEEDS: Mapping[str, tuple[str, ...]] = {
    "iso": ("0",),
    "slashed": ("0",),
    "date": _MONTHS,
    "month": _MONTHS,
    "weekday": tuple(name[:3] for name in WEEKDAYS),
    "today": ("today", "yesterday", "tomorrow", "tonight"),
    "thispart": tuple(DAY_PARTS),
    "overnight": ("overnight",),
    "clock": ("0", "noon", "midnight", "midday"),
    "quarter": ("quarter", "half", "q", "h1", "h2"),
    "quarters": ("quarters",),
    "months": ("month", "week", "day"),
    "season": tuple(SEASONS),
    "holiday": ("day", "christmas", "year", "thanksgiving", "easter", "halloween"),
    "decade": ("0", "ties", "tes"),
    "century": ("century",),
    "year": ("0", "teen", "twenty", "thousand"),
    "yearend": ("year",),
    "relative": (*_UNITS, "fortnight"),
    "theunit": _UNITS,
    "ago": ("ago", "earlier", "before", "previously", "later", "afterward", "hence", "from"),
    "yearago": ("year",),
    "thequarter": ("0", "latest"),
    "thatday": _UNITS,
    "span": (*_UNITS, "fortnight"),
    "vague": _UNITS,
    "set": ("every", "each", "ly", "a", "per"),
    "present": ("now", "present", "current", "days", "moment", "time", "point"),
    "pastref": ("recent", "past", "lately"),
    "futureref": ("future", "term", "soon", "coming"),
}
_DIGIT = re.compile(r"\d")


@lru_cache(maxsize=1)
def _rules() -> Mapping[str, tuple[re.Pattern[str], ...]]:
    rules: dict[str, tuple[re.Pattern[str], ...]] = {}
    for form, source in _SOURCES:
        rule = re.compile(_word_start(source).replace(" ", r"\s"), re.IGNORECASE)
        rules[form] = (*rules.get(form, ()), rule)
    return rules


def _rules_for(text: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    """The rules of the forms that a text may have, in order."""
    low = text.lower() + ("0" if _DIGIT.search(text) else "")
    for form, rules in _rules().items():
        if any(need in low for need in _NEEDS[form]):
            for rule in rules:
                yield form, rule


def _word_start(source: str) -> str:
    return rf"(?<![\w])(?:{source})"


def find_phrases(text: str, keep: Callable[[Phrase], bool]) -> Iterator[Phrase]:
    """The phrases of time in a text that `keep` accepts: in order, not overlapping, longest first.

    `keep` is asked about a phrase only once all before it are settled; where it refuses a
    long one, the shorter ones within it are tried.
    """
    found = [
        Phrase(m.start(), m.end(), form, m)
        for form, rule in _rules_for(text)
        for m in rule.finditer(text)
    ]
    found.sort(key=lambda p: (p.start, -p.end))
    end = 0
    for phrase in found:
        if phrase.start >= end and keep(phrase):
            yield phrase
            end = phrase.end
