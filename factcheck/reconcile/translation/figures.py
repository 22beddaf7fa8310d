"""The numbers of a passage as a translator sees them: each with the other numbers that the same
words may fairly become in another language (21時 and 9 p.m., 三割 and 30 %, 平成30年 and 2018)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from factcheck.values.folding import fold_characters
from factcheck.values.scan import CANDIDATE, Number, read_number


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One number in a text. `readings` are all values that its words may stand for, its own among
    them; `strong` numbers are written in digits and must have a counterpart; weak ones (words,
    Han numerals inside names) only count as one. `magnitude` is the worth of the word behind the
    digits (億: 10⁸); `counted` the name of the unit behind it, where it is a time or people."""

    start: int
    end: int
    value: Decimal
    readings: frozenset[Decimal]
    strong: bool
    magnitude: Decimal = Decimal(1)
    counted: str = ""

    def fits(self, other: Figure) -> bool:
        return not self.readings.isdisjoint(other.readings)


_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018, "民国": 1911}
_MONTHS = {name: number for number, names in enumerate((
    "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
    "august aug", "september sept sep", "october oct", "november nov", "december dec",
), start=1) for name in names.split()}  # fmt: skip
_ORDINALS = {word: number for number, word in enumerate((
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth", "twentieth",
), start=1)}  # fmt: skip
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
         "eighty": 80, "ninety": 90}  # fmt: skip
_PLAIN_WORDS = {
    "once": (1,), "twice": (2,), "thrice": (3,), "both": (2,), "couple": (2,), "pair": (2,),
    "double": (2,), "doubled": (2,), "doubles": (2,), "twin": (2,), "twins": (2,), "triple": (3,),
    "tripled": (3,), "trio": (3,), "quadruple": (4,), "quarter": (4, 15, 25), "quarters": (4,),
    "decade": (10,), "decades": (10,), "century": (100,), "centuries": (100,), "fortnight": (14,),
    "noon": (12,), "midday": (12,), "midnight": (0, 12, 24), "halves": (2,), "single": (1,),
    "sole": (1,), "biennial": (2,), "annual": (1,), "dual": (2,), "hat-trick": (3,), "duo": (2,),
    "percent": (100,), "zero": (0,), "no": (0,), "none": (0,), "nil": (0,), "scoreless": (0,),
    "goalless": (0,), "without": (0,), "hundreds": (100,), "thousands": (1000,), "dozen": (12,),
    "dozens": (10, 12), "teens": (10,), "teenager": (10,), "teenagers": (10,), "millions": (10**6,),
    "twofold": (2,), "threefold": (3,), "fourfold": (4,), "tenfold": (10,), "hundredfold": (100,),
    "fold": (), "last": (), "teenage": (10,), "halftime": (2,), "biweekly": (2,), "new year": (1,),
}  # fmt: skip
_DECADES = {word[:-1] + "ies": number for word, number in _TENS.items()}
_WORDS = re.compile(
    r"(?<![A-Za-z])(?=[A-Za-z])(?:" + "|".join(sorted(
        [*_PLAIN_WORDS, *_MONTHS, *_ORDINALS, *_DECADES,
         rf"(?:{'|'.join(_TENS)})[- ](?:{'|'.join(list(_ORDINALS)[:9])})",
         *(word[:-1] + "ieth" for word in _TENS)],
        key=lambda word: (-len(word), word),
    )) + r")(?![A-Za-z])\.?", re.IGNORECASE,
)  # fmt: skip
_AMBIGUOUS_MONTHS = frozenset({"may", "march", "mar"})
_HAN_WORDS = re.compile(
    r"首|初(?=[回めの次戦]|登場|優勝|出場)|半|双|両|倍|翻番|十代|元旦|元日|正午|中午|零点|深夜0時|"
    r"元年|全国|ゼロ|ダブル|トリプル|ハーフ|ダース"
)
_HAN_READINGS = {"首": (1,), "初": (1,), "半": (Decimal("0.5"), 50, 30, 6), "双": (2,), "両": (2,),
                 "倍": (2,), "翻番": (2,), "元旦": (1,), "元日": (1,), "正午": (12,), "中午": (12,),
                 "零点": (0, 24, 12), "元年": (1,), "ゼロ": (0,), "ダブル": (2,), "トリプル": (3,),
                 "ハーフ": (2,), "ダース": (12,)}  # fmt: skip
_HOUR_AFTER = re.compile(
    r"[ ]?(?:[:：][0-5]\d|[.][0-5]\d(?=\s?[ap]\.?m))?[ ]?(?:[ap]\.?[ ]?m(?![A-Za-z])|時|时|点|點|"
    r"o'clock)",
    re.IGNORECASE,
)
_HOUR_BEFORE = re.compile(r"(?:午後|午前|下午|上午|晚上|早上|凌晨|傍晚|夜|朝|晚)[ ]?$")
_GLUED_LETTER = re.compile(r"([KMBT])[-‐](?=[A-Za-z])")
_LETTERS = {"K": 10**3, "M": 10**6, "B": 10**9, "T": 10**12}
_COUNTED = re.compile(
    r"[ -]?(?:(?P<year>years?(?![A-Za-z])|年(?![级級代度生]))|"
    r"(?P<month>months?(?![A-Za-z])|个月|個月|[かカヶケ]月)|"
    r"(?P<week>weeks?(?![A-Za-z])|个?星期(?![一二三四五六日天])|周(?![一二三四五六日年])|週間)|"
    r"(?P<day>days?(?![A-Za-z])|天|日間)|"
    r"(?P<hour>hours?(?![A-Za-z])|个?小时|時間)|"
    r"(?P<people>people(?![A-Za-z])|persons(?![A-Za-z])|人(?![份次]))|"
    r"(?P<minute>minutes?(?![A-Za-z])|分钟|分間))"
)
_ORDINAL_BEFORE = "第"
_A_PERCENT = Decimal("0.01")
_CLOCK = re.compile(r"[:：][0-5]\d")
_ATTACHED = re.compile(r"[A-Za-z_]-?$|[A-Za-z]{2,}[-‐]$|[#@/=&?]$")
_LETTERS_AFTER = re.compile(r"[A-Za-z]")


def figures(text: str, start: int, end: int, language: str) -> list[Figure]:
    """The figures of `text[start:end]` in text order; overlapping readings are left out."""
    folded = fold_characters(text[start:end])
    found = [_shifted(figure, start) for figure in (*_numbers(folded, language), *_words(folded))]
    found.sort(key=lambda f: (f.start, -f.end))
    kept: list[Figure] = []
    for figure in found:
        if not kept or figure.start >= kept[-1].end:
            kept.append(figure)
        elif not kept[-1].strong and figure.end > kept[-1].end:
            kept[-1] = figure
    return kept


def _shifted(figure: Figure, by: int) -> Figure:
    return replace(figure, start=figure.start + by, end=figure.end + by)


def _numbers(text: str, language: str) -> Iterator[Figure]:
    at = 0
    while (candidate := CANDIDATE.search(text, at)) is not None:
        kind = candidate.lastgroup or "digit"
        number = read_number(text, candidate.start(), kind, language)
        if number is None or number.end <= candidate.start():
            at = candidate.start() + 1
            continue
        at = number.end
        digits = any("0" <= letter <= "9" for letter in text[number.start : number.end])
        if digits and _ATTACHED.search(text, max(0, number.start - 12), number.start):
            continue
        end, value = _without_unit(text, number)
        yield Figure(
            start=number.start, end=end, value=value, strong=digits,
            readings=frozenset({value, *_other_readings(text, number, value)}),
            magnitude=number.magnitude, counted=_counted(text, number.start, end),
        )  # fmt: skip


def _counted(text: str, start: int, end: int) -> str:
    """What is counted, where its word follows; an ordinal counts nothing."""
    found = _COUNTED.match(text, end)
    if found is None or text[max(0, start - 1) : start] == _ORDINAL_BEFORE:
        return ""
    return found.lastgroup or ""


def _without_unit(text: str, number: Number) -> tuple[int, Decimal]:
    """1000万千瓦 is 1000万 of 千瓦, not 1000万千."""
    words = text[number.start : number.end]
    if (
        len(words) > 1
        and words[-1] == "千"
        and text[number.end : number.end + 1] in "瓦克米卡伏赫帕"
    ):
        value = number.value - 1000
        return number.end - 1, value if value > 0 else number.value
    return number.end, number.value


def _other_readings(text: str, number: Number, value: Decimal) -> Iterator[Decimal]:
    """What else the number may become, seen from the words beside it."""
    after = text[number.end : number.end + 12]
    before = text[max(0, number.start - 6) : number.start]
    if 0 <= value <= 24 and (_HOUR_AFTER.match(after) or _HOUR_BEFORE.search(before)
                             or _CLOCK.match(after)):  # fmt: skip
        yield value + 12 if value <= 12 else value - 12
        yield value % 24
    glued = _GLUED_LETTER.match(after)
    if glued and number.magnitude == 1:
        yield value * _LETTERS[glued.group(1)]
    if after.startswith(("割", "成")):
        yield value * 10
    if after.startswith("分の") or after.startswith("分之"):
        yield Decimal(1) / value if value else value
    if number.percent or after.lstrip().startswith(
        ("%", "％", "percent", "per cent", "パーセント", "ポイント")
    ):
        yield value / 100
        yield value / 10
    if 0 < value < 1:
        yield value * 100
        words = text[number.start : number.end]
        if value >= _A_PERCENT and not words.startswith(("0.0", "0．0")):
            yield (value * 100).quantize(Decimal(1))
            yield (1 / value).quantize(Decimal(1))
        if "." not in words:
            yield from _fraction_parts(words)
    if after.lstrip().startswith(("世紀", "世纪", "th cent", "st cent", "nd cent", "rd cent")):
        yield (value - 1) * 100
    yield from _years(text[max(0, number.start - 3) : number.start], after, value)


def _fraction_parts(words: str) -> Iterator[Decimal]:
    for part in re.findall(r"\d{1,6}", words):
        yield Decimal(part)


def _years(before: str, after: str, value: Decimal) -> Iterator[Decimal]:
    for era, base in _ERAS.items():
        if before.rstrip().endswith(era):
            yield value + base
    if value == value.to_integral_value() and 1000 <= value <= 2100:
        if after.startswith("s") or after.startswith(("年代", "'s")):
            yield value % 100
            yield value // 100 + 1
    elif 0 < value < 100 and (after.startswith(("年代", "s", "'s")) or before.endswith("'")):
        yield value + 1900
        yield value + 2000
        yield value + 1800
    elif 0 <= value < 100 and (after.startswith("年") or before.endswith(("'", "’"))):
        yield value + 2000
        yield value + 1900


def _words(text: str) -> Iterator[Figure]:
    for found in _WORDS.finditer(text):
        word = found.group().casefold().rstrip(".")
        values = _word_values(word, text, found)
        if values:
            yield Figure(start=found.start(), end=found.start() + len(word), value=values[0],
                         readings=frozenset(values), strong=False)  # fmt: skip
    for found in _HAN_WORDS.finditer(text):
        readings = tuple(Decimal(v) for v in _HAN_READINGS.get(found.group(), ()))
        if readings:
            yield Figure(start=found.start(), end=found.end(), value=readings[0],
                         readings=frozenset(readings), strong=False)  # fmt: skip


def _word_values(word: str, text: str, found: re.Match[str]) -> tuple[Decimal, ...]:
    if word in _MONTHS:
        if not found.group()[0].isupper():
            return ()
        around = (
            text[max(0, found.start() - 8) : found.start()]
            + "|"
            + text[found.end() : found.end() + 6]
        )
        if word in _AMBIGUOUS_MONTHS and not re.search(
            r"\d|(?:in|of|by|since|until|from|last|this|next|early|mid|late)[ -]?\|", around
        ):
            return ()
        return (Decimal(_MONTHS[word]),)
    if word in _PLAIN_WORDS:
        return tuple(Decimal(v) for v in _PLAIN_WORDS[word])
    if word in _ORDINALS:
        value = _ORDINALS[word]
        return (Decimal(value), Decimal((value - 1) * 100))
    if word in _DECADES:
        return tuple(Decimal(_DECADES[word] + extra) for extra in (0, 1900, 1800))
    for tens, value in _TENS.items():
        if word.startswith(tens):
            return (Decimal(value + _ORDINALS[re.split(r"[- ]", word)[1]]),)
        if word == tens[:-1] + "ieth":
            return (Decimal(value),)
    return ()
