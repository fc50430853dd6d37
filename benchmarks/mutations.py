"""Mutations: what can be wrong with a report's text, one function each, and texts to spoil.

Every mutation takes a source of chance and a text and gives a text; the same chance gives
the same text. `nasty_texts` are fixed inputs that no mutation would come upon.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping

Mutation = Callable[[random.Random, str], str]

SEED_TEXTS: Mapping[str, str] = {
    "visit.txt": (
        "Chile and Norway agree to share fisheries data\n\n"
        "SANTIAGO, March 4, 2021 (Harbour News) — Chile's foreign minister, Amparo Quirel, met her "
        "Norwegian counterpart, Sigvald Brekkhus, in Santiago on Thursday, the ministry said in a "
        "statement. The two ministers signed a memorandum of understanding on fisheries data.\n\n"
        "“We have waited eleven years for this,” Quirel told reporters after the talks. “It is a "
        "beginning, not an end.” Brekkhus, who arrived on Wednesday, called the agreement “a sober "
        "piece of work”.\n\n"
        "Trade between the two countries rose by 12.5% to $1.3 billion in 2020, according to "
        "Chile's customs service. Norway exported about 40,000 tonnes of feed last year, up from "
        "31,500 tonnes in 2019. Brekkhus is due to visit Argentina next week.\n\n"
        "Related: Five things to know about salmon\nShare this article\n"
    ),
    "vote.txt": (
        "General Assembly backs Cyprus resolution\n"
        "New York, 11 May 2019\n"
        "The United Nations General Assembly on Friday adopted a resolution on mine clearance by "
        "112 votes to 9, with 41 abstentions. Ghana, Peru and Finland voted in favour; Belarus "
        "voted against, and India abstained. It was the third such vote since 2014.\n"
        "Mr. Kwabena Asiedu-Mensah, Ghana's ambassador to the UN, said: \"Nobody who has walked "
        'through a minefield abstains." The Belarusian envoy, Dr. P. V. Zhukovets, denied that his '
        "country had been asked to co-sponsor the text, and accused Western states of haste.\n"
        "The Assembly condemned the laying of mines, urged all parties to withdraw by June 30, and "
        "called on the Secretary-General to report within 90 days.\n"
    ),
    "clash.txt": (
        "At least 14 soldiers killed in border clash — ministry\n\n"
        "By Radka Velinova and staff, Reuters\n\n"
        "At least 14 soldiers were killed and about 30 wounded when Eritrean forces shelled a post "
        "near the town of Zalambessa in northern Ethiopia overnight, the defence ministry in Addis "
        "Ababa said on Sunday. Eritrea denied that its army had crossed the border. “These are "
        "inventions,” Information Minister Haile Tesfazghi said on state television.\n\n"
        "• The African Union called for an immediate ceasefire.\n• Kenya offered to mediate.\n"
        "• The United States said it would suspend $75m in aid if fighting went on.\n\n"
        "Thousands of people protested in Mekelle on Saturday, demanding that the government "
        "withdraw. Police fired tear gas and arrested 53 people, a rights group told AFP. Prime "
        "Minister Dawit Gebremeskel will address parliament on July 2.\n"
    ),
    "loan.txt": (
        "Q&A: what the dam would cost, and who pays\n\n"
        "The Laotian government plans to build a 650-megawatt dam on the Sekong River. A Thai bank "
        "has pledged a loan of 18 billion baht ($505 million), while Vietnam — which lies downstream "
        "— has threatened to take the case to the Mekong River Commission.\n\n"
        "The project was first announced in 2013, shelved in 2016 and revived in November of last "
        "year. It could displace between 3,000 and 4,500 people, according to Professor Souphanh "
        "Inthavong of the National University of Laos. He said that no environmental study had been "
        "published. Hanoi's deputy foreign minister, Tran Quoc Hieu, is expected in Vientiane from "
        "15 to 17 January for talks; he last visited the country in 2018.\n"
    ),
    "sanctions.txt": (
        "BRUSSELS (dpa) - EU ministers on Monday imposed sanctions on eight Belarusian officials and "
        "three companies over the jailing of opposition figures. The measures include travel bans "
        "and asset freezes. Hungary, which had threatened a veto, did not object in the end.\n"
        '"The message is simple: let them go," said the bloc\'s foreign policy chief, Marit '
        "Oudekerk, adding that further steps were possible before the summit of June 21-22. Minsk "
        "promised to retaliate. Russia's foreign ministry, in turn, expelled a Lithuanian diplomat "
        "and recalled its ambassador from Vilnius for consultations.\n"
        "Belarus exported goods worth 6.2 bn euros to the EU in 2020, a fall of 17 percent.\n"
    ),
}

OTHER_SCRIPTS = (
    "التقى وزير الخارجية نظيره في العاصمة يوم الثلاثاء.",
    "外交部长星期二在首都会见了他的同行。他说:“这是一个开始。”",
    "विदेश मंत्री ने मंगलवार को राजधानी में अपने समकक्ष से मुलाकात की।",
    "Министр встретился с коллегой во вторник.",
    "שר החוץ נפגש עם עמיתו ביום שלישי.",
    "รัฐมนตรีต่างประเทศพบคู่เจรจาในเมืองหลวง",
    "👩‍👩‍👧‍👦🇫🇷🤝🇯🇵 😀😀😀",
    "Z̷̧̢a̸͇͝l̴̛͜g̶̱̈o̷ ̵s̷p̸e̶a̵k̷s̴",
    "a\u200bb\u200cc\u200dd\u2060e\ufefff",
    "\u202eright to left\u202c \u2066isolated\u2069",
    "ﬁnance ﷺ ㎏ ½ ² Ⅷ ① İstanbul ß ǅ",
)
CONTROLS = "\x00\x01\x07\x08\x0b\x0c\x1b\x1c\x1f\x7f\x85\u2028\u2029\ufffe\uffff\ud800\udfff\udc80"
ODDITIES = (
    "“", "”", '"', "'", "’", "«", "(", "[", "{", ")", "—", "-", "--", "…", "...", ".", ",", ";", ":",
    "%", "$", "€", "°", "/", "\\", "|", "#", "@", "*", "_", "~", "^", "&nbsp;", "<b>", "</p>", "<!--",
    "http://", "www.", ".com", "\t", "\n\n", " \n ", "\u00a0", "Mr.", "No.", "U.S.", "St.", "p.m.",
)  # fmt: skip
NUMBERS = (
    "0", "-5", "00", "1e999", "1" + "0" * 400, "9" * 5000, "1,000,000,000,000,000,000,000", "0.0.0",
    "1.2.3.4", "12,34,5", "½", "٣٤", "３４", "²", "31 February 2023", "29 February 2021", "0000-00-00",
    "9999-12-31", "year 0", "99999", "24:61", "minus 40 degrees", "$0", "$-1", "1,5", "-0.0", "Ⅷ",
    "200 percent of 300 percent", "300 BC", "between 9 and 3 people", "10 trillion trillion dollars",
    "32/13/2020", "the 45th of May", "May 0, 2020", "the year 10000", "in 99999 years", "a zillion",
    "9999999999 years ago", "1000000 weeks from now", "twelve hundred million billion", "5 to 4 to 3",
)  # fmt: skip
SENTENCE = re.compile(r"(?<=[.!?])\s+")


def truncate(chance: random.Random, text: str) -> str:
    """A stretch of the text, cut anywhere."""
    first = chance.randrange(len(text) + 1) if chance.random() < 0.5 else 0
    return text[first : chance.randrange(first, len(text) + 1)]


def shuffle_words(chance: random.Random, text: str) -> str:
    """The same words in another order."""
    words = text.split(" ")
    chance.shuffle(words)
    return " ".join(words)


def shuffle_sentences(chance: random.Random, text: str) -> str:
    """The same sentences in another order."""
    sentences = SENTENCE.split(text)
    chance.shuffle(sentences)
    return chance.choice((" ", "\n", "")).join(sentences)


def shuffle_letters(chance: random.Random, text: str) -> str:
    """Some neighbouring letters changed about, left out or doubled."""
    letters = list(text)
    for _ in range(1 + len(letters) // 20):
        if not letters:
            break
        at = chance.randrange(len(letters))
        letters[at] = chance.choice(("", letters[at] * 2, letters[chance.randrange(len(letters))]))
    return "".join(letters)


def change_case(chance: random.Random, text: str) -> str:
    """All in capitals, in small letters, or every word with a capital."""
    return chance.choice((str.upper, str.lower, str.title, str.swapcase))(text)


def join_up(chance: random.Random, text: str) -> str:
    """Without spaces, without stops, or without line ends."""
    gone = chance.choice((" ", ".", "\n", ",", ".\n", ".,;:\n"))
    return text.translate({ord(letter): "" if letter == " " else " " for letter in gone})


def change_line_ends(chance: random.Random, text: str) -> str:
    """Line ends of other systems, mixed; sometimes one at every width."""
    ends = ("\r", "\r\n", "\n", "\u2028", "\x0b", "\x0c", "\x85", "\n\r", "\n\n\n")
    spoiled = re.sub(r"\n", lambda _: chance.choice(ends), text)
    if chance.random() < 0.5:
        width = chance.randrange(1, 90)
        spoiled = re.sub(rf"(.{{{width}}}\S*) ", r"\1" + chance.choice(ends), spoiled)
    return spoiled


def other_scripts(chance: random.Random, text: str) -> str:
    """Stretches of other scripts among the words."""
    return _strewn(chance, text, OTHER_SCRIPTS, 1 + len(text) // 150)


def controls(chance: random.Random, text: str) -> str:
    """Control characters and half surrogate pairs anywhere."""
    return _strewn(chance, text, CONTROLS, 1 + len(text) // 60)


def oddities(chance: random.Random, text: str) -> str:
    """Marks and abbreviations where they do not belong."""
    return _strewn(chance, text, ODDITIES, 1 + len(text) // 30)


def odd_numbers(chance: random.Random, text: str) -> str:
    """Figures and dates that cannot be, in the place of those that are there."""
    return re.sub(
        r"\d[\d.,]*", lambda m: m[0] if chance.random() < 0.4 else chance.choice(NUMBERS), text
    )


def odd_quotes(chance: random.Random, text: str) -> str:
    """Quotation marks left out, changed or doubled."""
    marks = ("", "“", "”", '"', "'", "‘", "’", "«", "»", "„", "``", "''", '""')
    return re.sub(r"[“”\"'’]", lambda _: chance.choice(marks), text)


def repeat(chance: random.Random, text: str) -> str:
    """A short stretch many times over."""
    if not text:
        return text
    first = chance.randrange(len(text))
    piece = text[first : first + chance.randrange(1, 80)]
    return text[:first] + piece * chance.randrange(2, 200) + text[first:]


def long_tokens(chance: random.Random, text: str) -> str:
    """Very long words: one letter, one link, one chain of hyphens."""
    tokens = (
        "x" * 5000,
        "A" * 3000,
        "http://a.b/" + "c/" * 2000,
        "so-" * 1500,
        "é" * 2000,
        "7" * 900,
    )
    return _strewn(chance, text, tokens, chance.randrange(1, 4))


def change_places(chance: random.Random, text: str) -> str:
    """Words with a capital put in one another's place."""
    names = re.findall(r"\b[A-Z][\w’'-]+", text) or [""]
    return re.sub(
        r"\b[A-Z][\w’'-]+", lambda m: chance.choice(names) if chance.random() < 0.5 else m[0], text
    )


def mix(chance: random.Random, text: str) -> str:
    """Lines of another report in between."""
    lines = text.splitlines(keepends=True)
    for line in chance.choice(list(SEED_TEXTS.values())).splitlines(keepends=True):
        lines.insert(chance.randrange(len(lines) + 1), line)
    return "".join(lines)


def _strewn(chance: random.Random, text: str, pieces: tuple[str, ...] | str, times: int) -> str:
    places = sorted(chance.randrange(len(text) + 1) for _ in range(times))
    out, before = [], 0
    for place in places:
        out.append(text[before:place] + chance.choice(("", " ")) + chance.choice(pieces))
        before = place
    return "".join(out) + text[before:]


MUTATIONS: tuple[Mutation, ...] = (
    truncate,
    shuffle_words,
    shuffle_sentences,
    shuffle_letters,
    change_case,
    join_up,
    change_line_ends,
    other_scripts,
    controls,
    oddities,
    odd_numbers,
    odd_quotes,
    repeat,
    long_tokens,
    change_places,
    mix,
)


def spoil(chance: random.Random, text: str) -> str:
    """A text after one to three mutations."""
    for _ in range(chance.choice((1, 1, 2, 3))):
        text = chance.choice(MUTATIONS)(chance, text)
    return text


def nasty_texts(size: int) -> dict[str, str]:
    """Fixed inputs, by name; those that repeat something are about `size` words long."""
    many = {
        "titles": "President ",
        "sayings": "The minister said ",
        "opening quotes": "“",
        "opening quotes apart": "“ ",
        "closing quotes": "” ",
        "straight quotes": '" ',
        "apostrophes": "' ",
        "brackets": "(",
        "brackets apart": "( [ ",
        "closed brackets": "() ",
        "commas": ",",
        "commas apart": ", ",
        "stops": ".",
        "stops apart": ". ",
        "dashes": "— ",
        "hyphens": "-",
        "mister": "Mr. ",
        "mister, run together": "Mr.",
        "initials": "A. ",
        "digits": "7",
        "digits apart": "7 ",
        "digits with commas": "7,",
        "dollars": "$5 ",
        "percents": "5% ",
        "and": "and ",
        "of": "of ",
        "of the": "president of the ",
        "who": "who said that ",
        "months": "May ",
        "dates": "on May 4, 2020 and ",
        "weekdays": "on Monday ",
        "spans": "from 3 to ",
        "countries": "France and ",
        "countries, listed": "France, Japan, ",
        "demonyms": "French ",
        "possessives": "France's ",
        "pronouns": "he told him ",
        "votes": "voted for and against ",
        "line ends": "\n",
        "words on lines": "word\n",
        "headings": "Talks go on\n\n",
        "blank": " \t",
        "zero width": "\u200b",
        "marks": "e\u0301\u0302\u0303",
        "emoji": "😀",
        "Arabic": "وزير ",
        "Chinese": "外交部长会见",
        "surrogates": "\ud83d",
        "NUL": "\x00",
        "tags": "<p>",
        "angles": "<",
        "ampersands": "&amp;",
        "links": "http://example.org/a ",
        "at": "a@b ",
        "slashes": "a/",
        "one word": "x",
        "small sentences": "He left. ",
        "clauses": "he said that France which ",
        "numbers in words": "two hundred million ",
        "ordinals": "the third of the ",
        "degrees": "more than less than ",
        "meetings": "Italy's president met Ghana's minister and ",
        "quote in quote": "“he said ‘",
        "colon": "Rao: ",
    }  # fmt: skip
    return {
        "empty": "",
        "white space": " \n\t\r\n \u00a0\u2003",
        "one letter": "a",
        "byte order mark": "\ufeff",
        "one stop": ".",
        "topics": "Peru's and Japan's ministers discussed " + "trade in oil, " * (size // 3),
        **{
            name: piece * max(1, size // max(1, len(piece.split()))) for name, piece in many.items()
        },
    }
