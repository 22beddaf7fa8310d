"""English number words: cardinals, `three quarters`, `two and a half million`, `a dozen`,
`one hundred and thirty fifths`, mixed with digits (`3 hundred and 21`, `2.5 million`)."""

# ruff: noqa: E501, SIM905 - tables of words and patterns stay one entry to a line

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from factcheck.values.folding import compile_folded

ONES = {
    word: value for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split())
} | {"naught": 0, "nought": 0}  # fmt: skip
TENS = {
    word: value for value, word in zip(
        range(20, 100, 10),
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), strict=True)
} | {"fourty": 40}  # fmt: skip
SCALES = {
    "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "quadrillion": 10**15, "lakh": 10**5, "crore": 10**7, "mln": 10**6, "bln": 10**9,
    "tln": 10**12, "bn": 10**9, "mn": 10**6, "trn": 10**12, "mil": 10**6,
}  # fmt: skip
PLURAL_SCALES = {"lakhs": 10**5, "crores": 10**7}
DOZENS = {"dozen": 12, "dozens": 12, "doz": 12, "dozs": 12, "dz": 12, "dzs": 12}
_IRREGULAR = {"first": 1, "second": 2, "third": 3, "fifth": 5, "eighth": 8, "ninth": 9,
              "twelfth": 12}  # fmt: skip
ORDINALS = _IRREGULAR | {
    f"{word}th": value for word, value in ONES.items()
    if value > 3 and f"{word}th" not in ("fiveth", "eightth", "nineth", "twelveth")
} | {f"{word[:-1]}ieth": value for word, value in TENS.items()}  # fmt: skip
ORDINAL_SCALES = {"hundredth": 100} | {f"{word}th": value for word, value in SCALES.items()
                                       if len(word) > 5}  # fmt: skip
PARTS = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4}

_SINGULAR_TAILS = ORDINALS | ORDINAL_SCALES
FRACTION_TAILS = {
    word: value for word, value in _SINGULAR_TAILS.items() if value > 2 or word == "first"
}
FRACTION_TAILS |= {f"{word}s": value for word, value in FRACTION_TAILS.items()} | PARTS

_WORDS = sorted(
    {*ONES, *TENS, *SCALES, *PLURAL_SCALES, *DOZENS, *FRACTION_TAILS, "hundred", "point"},
    key=len, reverse=True,
)  # fmt: skip
_DIGITS = r"[0-9]{1,3}(?:,[0-9]{2,3}){1,12}(?:\.[0-9]{1,30})?|[0-9]{1,40}(?:\.[0-9]{1,30})?"
_ITEM = compile_folded(
    rf"(?:(?P<word>{'|'.join(_WORDS)}|and|an?|of|over)(?![A-Za-z0-9])|(?P<digits>{_DIGITS})(?![A-Za-z0-9]))",
    re.IGNORECASE,
)
FOLLOWING = "|".join((*_WORDS, "and", "an?", "of"))
"""The words that may stand behind digits in a number told with words, as a pattern."""
_JOINT = compile_folded(r"[ ]{0,3}(-)[ ]{0,3}|[ ]{1,4}\n?[ ]{0,4}|\n[ ]{0,4}")
STARTS = compile_folded(
    rf"(?<![A-Za-z0-9_.])(?:{'|'.join(w for w in _WORDS if w not in ('point', 'mil'))}|an?)(?![A-Za-z0-9])",
    re.IGNORECASE,
)
MAX_WORDS = 20
_ARTICLES = frozenset(("a", "an"))
_GLUE = frozenset(("and", "a", "an", "of", "over"))


@dataclass(frozen=True, slots=True)
class EnglishNumber:
    """Number words that were read: end offset, value, worth of the last digit, the number before
    the last scale word, the scale, and whether they were a lone article or a lone `one`."""

    end: int
    value: Decimal
    step: Decimal | None
    mantissa: Decimal
    magnitude: Decimal
    words: tuple[str, ...]


def read_english(text: str, start: int) -> EnglishNumber | None:
    """The longest number in words (or digits with words) at `start`; None where there is none."""
    items = _items(text, start)
    for count in range(len(items), 0, -1):
        words = tuple(word for word, _, _ in items[:count])
        hyphens = tuple(hyphen for _, _, hyphen in items[:count])
        if words[-1] in _GLUE or words[-1] == "point" or not _has_number_word(words):
            continue
        value = _evaluate(words, hyphens)
        if value is not None:
            scale = SCALES.get(words[-1], PLURAL_SCALES.get(words[-1], 1))
            magnitude = Decimal(scale if count > 1 else 1)
            return EnglishNumber(
                end=items[count - 1][1], value=value, step=_step(words),
                mantissa=value / magnitude, magnitude=magnitude, words=words,
            )  # fmt: skip
    return None


def _has_number_word(words: tuple[str, ...]) -> bool:
    return any(word not in _GLUE and not word[0].isdigit() for word in words)


def _items(text: str, start: int) -> list[tuple[str, int, bool]]:
    """Words with their end offsets and whether a hyphen stands before them."""
    items: list[tuple[str, int, bool]] = []
    position, hyphen = start, False
    while len(items) < MAX_WORDS:
        item = _ITEM.match(text, position)
        if item is None:
            break
        word = item.group().lower()
        if items and _cannot_follow(items, word):
            break
        items.append((word, item.end(), hyphen))
        joint = _JOINT.match(text, item.end())
        if joint is None:
            break
        position, hyphen = joint.end(), joint.group(1) is not None
    return items


def _cannot_follow(items: list[tuple[str, int, bool]], word: str) -> bool:
    """Whether `word` begins something else: an article after an article, digits after digits, a
    third small number in a row. Keeps a long enumeration from being read again and again."""
    previous = items[-1][0]
    if word[0].isdigit() or word == "and" or word in _ARTICLES:
        kind = "digit" if word[0].isdigit() else "and" if word == "and" else "article"
        before = (
            "digit" if previous[0].isdigit() else "and" if previous == "and"
            else "article" if previous in _ARTICLES else ""
        )  # fmt: skip
        return kind == before or (kind == "and" and before == "article")
    return (
        word in ONES
        and previous in ONES
        and len(items) > 1
        and items[-2][0] in ONES
        and all(w != "point" for w, _, _ in items)
    )


def _step(words: tuple[str, ...]) -> Decimal | None:
    """The worth of the last digit of `2.5 million`; None for words and fractions, taken as exact
    unless a scale word ends them."""
    scale = Decimal(SCALES.get(words[-1], PLURAL_SCALES.get(words[-1], 0)))
    if not scale or len(words) < 2:
        return None
    before = words[-2]
    if before[0].isdigit():
        return Decimal(1).scaleb(-len(before.partition(".")[2])) * scale
    return scale if before in ONES or before in TENS else None


@lru_cache(maxsize=4096)
def _evaluate(words: tuple[str, ...], hyphens: tuple[bool, ...]) -> Decimal | None:
    for reading in (_cardinal, _over, _part_of_scale, _with_fraction, _fraction):
        value = reading(words, hyphens)
        if value is not None:
            return value
    return None


def _cardinal(words: tuple[str, ...], hyphens: tuple[bool, ...] = ()) -> Decimal | None:
    """`two hundred and two thousand`, `3 hundred and 21`, `a dozen`, `point` decimals."""
    if "point" in words:
        return _decimal_words(words)
    total = section = Decimal(0)
    room = Decimal(10) ** 40  # what may still be added: falls with each scale word
    fresh, seen_number = True, False
    for index, word in enumerate(words):
        if word == "and":
            if index == 0 or index == len(words) - 1 or words[index - 1] == "and":
                return None
            if words[index - 1] not in ("hundred", *SCALES, *PLURAL_SCALES, *TENS):
                return None
            continue
        if word in ("a", "an"):
            if index or len(words) == 1 or words[1] not in ("hundred", *SCALES, *DOZENS):
                return None
            section, fresh = Decimal(1), False
            continue
        if word in DOZENS:
            if index != len(words) - 1 or (not section and total):
                return None
            return (
                total + (section or 1) * 12
                if section % 100 == section or section < 100
                else _dozens(total, section)
            )
        added = _add(word, section, fresh)
        if added is not None:
            section, fresh, seen_number = added, False, True
            continue
        scale = SCALES.get(word) or PLURAL_SCALES.get(word)
        if (
            scale is None
            or scale >= room
            or (fresh and (index or word in ("mil", "mn", "bn", "mln", "bln")))
        ):
            return None
        total += (section if not fresh else Decimal(1)) * scale
        room = Decimal(scale)
        section, fresh, seen_number = Decimal(0), True, True
    if not seen_number or section >= room:
        return None
    return total + section


def _dozens(total: Decimal, section: Decimal) -> Decimal:
    """`three hundred and two dozens`: the dozens count what follows the hundreds."""
    loose = section % 100
    return total + section - loose + loose * 12 if loose else total + section * 12


def _add(word: str, section: Decimal, fresh: bool) -> Decimal | None:
    """The section with one more word, None where the word does not fit there."""
    if word == "hundred":
        return section * 100 if 0 < section < 100 else Decimal(100) if fresh else None
    if word[0].isdigit():
        if fresh or (section and section % 100 == 0 and "." not in word and len(word) < 3):
            return section + Decimal(word.replace(",", ""))
        return None
    if word in TENS:
        return section + TENS[word] if fresh or (section and section % 100 == 0) else None
    if word in ONES:
        ones = ONES[word]
        fits = (
            fresh
            or (section and section % 100 == 0)
            or (0 < ones < 10 and section % 10 == 0 and section % 100 >= 20)
        )
        return section + ones if fits and section == int(section) else None
    return None


def _decimal_words(words: tuple[str, ...]) -> Decimal | None:
    at = words.index("point")
    whole = _cardinal(words[:at]) if at else Decimal(0)
    digits = [ONES.get(word, 10) for word in words[at + 1 :]]
    if whole is None or not digits or max(digits) > 9:
        return None
    return whole + Decimal("0." + "".join(map(str, digits)))


def _over(words: tuple[str, ...], hyphens: tuple[bool, ...]) -> Decimal | None:
    """`one over twenty`."""
    if words.count("over") != 1:
        return None
    at = words.index("over")
    above, below = _plain(words[:at]), _plain(words[at + 1 :])
    return above / below if above is not None and below else None


def _plain(words: tuple[str, ...]) -> Decimal | None:
    if len(words) == 1 and words[0][:1].isdigit():
        return Decimal(words[0].replace(",", ""))
    return _cardinal(words) if words else None


def _part_of_scale(words: tuple[str, ...], hyphens: tuple[bool, ...]) -> Decimal | None:
    """`half a million`, `three quarters of a billion`, `half a dozen`, `five and a half million`."""
    scale = SCALES.get(words[-1]) or DOZENS.get(words[-1])
    if scale is None or len(words) < 2:
        return None
    rest = words[:-1]
    while rest and rest[-1] in ("a", "an", "of"):
        rest = rest[:-1]
    if not rest or rest[-1] not in FRACTION_TAILS:
        return None
    bigger = next(
        (i for i in range(len(rest) - 1, 0, -1) if rest[i] == "and" and rest[i - 1] in SCALES), 0
    )
    if bigger:  # one billion and a half million
        head = _cardinal(rest[:bigger])
        part = _fraction(rest[bigger + 1 :], hyphens[bigger + 1 :])
        return head + part * scale if head is not None and part is not None else None
    part = _fraction(rest, hyphens) or _with_fraction(rest, hyphens)
    return part * scale if part is not None else None


def _with_fraction(words: tuple[str, ...], hyphens: tuple[bool, ...]) -> Decimal | None:
    """`one and a half`, `five billion and three quarters` (of a billion), `twenty and three fifths`."""
    for at in range(len(words) - 1, 0, -1):
        if words[at] != "and":
            continue
        part = _fraction(words[at + 1 :], hyphens[at + 1 :])
        if part is None or not 0 < part < 1:
            continue
        head = _plain(words[:at]) or _loose_pair(words[:at])
        if head is None:
            continue
        scale = SCALES.get(words[at - 1], 1)
        return head + part * scale
    return None


def _loose_pair(words: tuple[str, ...]) -> Decimal | None:
    """`twenty and three`, where somebody counts aloud."""
    if len(words) == 3 and words[1] == "and" and words[0] in TENS and words[2] in ONES:
        return Decimal(TENS[words[0]] + ONES[words[2]])
    return None


def _fraction(words: tuple[str, ...], hyphens: tuple[bool, ...]) -> Decimal | None:
    """`two thirds`: the denominator is the longest ordinal at the end that leaves a numerator
    and does not cut a hyphenated number in two."""
    if (
        not words
        or words[-1] not in FRACTION_TAILS
        or words[-2:] in (("a", "first"), ("the", "first"))
    ):
        return None
    if words[-1] in PARTS or len(words) == 1:
        below: Decimal | None = Decimal(FRACTION_TAILS[words[-1]])
        if len(words) == 1 and words[-1] not in PARTS:
            return None
        above = _numerator(words[:-1])
        return above / below if above is not None and below else None
    for at in range(1, len(words)):
        if (
            hyphens[at]
            and at < len(words) - 1
            and words[at] not in _SINGULAR_TAILS
            and not (words[at - 1] in ONES and words[at] in TENS)
        ):
            continue
        below = _ordinal(words[at:])
        above = _numerator(words[:at])
        if below and above is not None:
            return above / below
    return None


def _numerator(words: tuple[str, ...]) -> Decimal | None:
    if words in ((), ("a",), ("an",)):
        return Decimal(1)
    return _plain(words)


def _ordinal(words: tuple[str, ...]) -> Decimal | None:
    """The value of `twenty fifths`, `one hundred fifth`, `trillionths`."""
    tail = FRACTION_TAILS.get(words[-1])
    if tail is None or words[0] in ("and", "hundred", "a", *SCALES):
        return None
    if len(words) == 1:
        return Decimal(tail)
    singular = words[-1].removesuffix("s")
    if singular in ORDINAL_SCALES:
        head = _cardinal(words[:-1])
        return None if head is None else head * tail
    cardinal = next((w for w, v in (ONES | TENS).items() if v == tail), None)
    return _cardinal((*words[:-1], cardinal)) if cardinal else None
