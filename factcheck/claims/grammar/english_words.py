"""Words of an English clause, told by their forms: numbers, adverbs, days and months, and which
can be verbs where they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.claims.grammar.english_verbs import verb_forms
from factcheck.claims.grammar.words import word_set

MOST_WORDS = 120
"""Words of a clause that are looked at."""

_WORD = re.compile(
    r"(?P<skip>\([^()]{0,120}\)|\[[^\[\]]{0,60}\])|(?P<quoted>[“\"][^”\"\n]{1,90}[”\"])|"
    r"[$€£¥]?[0-9][0-9.,:%/-]{0,20}[A-Za-z0-9%]{0,12}|"
    r"[A-Za-zÀ-ÿĀ-ž][A-Za-zÀ-ÿĀ-ž0-9'’.&+/-]{0,40}|&"
)
NUMBER = re.compile(r"[$€£¥]?[0-9]")
COUNTS = frozenset(
    [
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "dozens",
        "hundreds",
        "thousands",
        "millions",
        "half",
        "one",
    ]
)
SHARES = frozenset(
    [
        "more",
        "less",
        "fewer",
        "than",
        "half",
        "third",
        "thirds",
        "quarter",
        "quarters",
        "fifth",
        "fifths",
        "tenth",
        "tenths",
        "most",
        "some",
        "all",
        "many",
        "about",
        "nearly",
        "almost",
        "over",
        "around",
        "the",
        "a",
        "percent",
        "per",
        "cent",
        "both",
        "none",
        "each",
    ]
)
PARTICIPLE_TAIL = frozenset(
    [
        "by",
        "in",
        "at",
        "on",
        "from",
        "since",
        "for",
        "as",
        "under",
        "with",
        "between",
        "to",
        "into",
        "of",
        "near",
        "off",
        "after",
    ]
)
_NOT_PAST = frozenset(
    [
        "hundred",
        "red",
        "united",
        "limited",
        "need",
        "seed",
        "speed",
        "feed",
        "indeed",
        "breed",
        "shed",
    ]
)
_NOT_ADVERB = frozenset(
    [
        "family",
        "supply",
        "reply",
        "assembly",
        "july",
        "italy",
        "ally",
        "rally",
        "early",
        "only",
        "daily",
        "weekly",
        "monthly",
        "yearly",
        "quarterly",
        "elderly",
        "friendly",
        "anomaly",
        "fly",
        "apply",
        "imply",
        "rely",
        "comply",
        "multiply",
    ]
)
BOUNDS = frozenset({("at", "least"), ("at", "most"), ("up", "to"), ("more", "than"),
                     ("less", "than"), ("fewer", "than")})  # fmt: skip
PERIODS = frozenset(
    ["week", "month", "year", "quarter", "season", "night", "summer", "winter", "spring", "autumn"]
)
SUBJECT_PRONOUNS = frozenset(["i", "we", "you", "they", "he", "she", "it"])


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a clause with its place in the text."""

    text: str
    start: int
    end: int

    @property
    def low(self) -> str:
        return self.text.lower()

    @property
    def capital(self) -> bool:
        return self.text[0].isupper() or self.text[0] in '“"'


def words_in(text: str, start: int, end: int) -> list[Word]:
    """The words of `text[start:end]`, brackets left out, a quotation as one word."""
    found: list[Word] = []
    for match in _WORD.finditer(text, start, end):
        if match["skip"] is None:
            word = match.group().rstrip(".")
            found.append(Word(word, match.start(), match.start() + len(word)))
            if len(found) >= MOST_WORDS:
                break
    return found


def form_of(words: list[Word], place: int) -> str | None:
    """What form of a verb the word at a place can be (`past`, `present`, `noun` for one that may be
    either), None for no verb."""
    word = words[place]
    low = word.low
    form = verb_forms().get(low)
    if word.text[0].isupper() and place > 0:
        return None
    if form is None and _may_be_present(words, place):
        return "noun"
    if form is None and low.endswith("ed") and len(low) > 4 and low not in _NOT_PAST:
        return "past" if "-" not in low else None
    if form == "noun" and place > 0 and words[place - 1].low == "to":
        return None
    return form


def _may_be_present(words: list[Word], place: int) -> bool:
    """Whether an unknown word on -s stands between a name and an object: `Ribbon docks a …`."""
    low = words[place].low
    if place == 0 or place + 1 >= len(words) or not low.endswith("s") or len(low) < 4:
        return False
    before, following = words[place - 1], words[place + 1]
    return (before.capital or before.low in ("it", "he", "she")) and (
        following.low in ("a", "an", "the") or NUMBER.match(following.text) is not None
    )


def is_adverb(low: str) -> bool:
    """Whether a word in lower case is an adverb, by the table or its ending."""
    if low in word_set("english", "adverbs"):
        return True
    return low.endswith("ly") and len(low) > 4 and low not in _NOT_ADVERB


def is_trailing(low: str) -> bool:
    """Whether a word in lower case at the end of a noun phrase is no part of the name."""
    return is_adverb(low) or low in ("this", "that", "the", "a", "and", "or", "then", "alone")


def is_dated(word: Word) -> bool:
    """Whether a word is the name of a month or of a day."""
    return DAY_OR_MONTH.fullmatch(word.text) is not None


DAY_OR_MONTH = re.compile(
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
)
