"""Looks a unit up behind or before a number: `280B parameters`, 2800 亿个参数, `$ 3.5 billion`."""

# ruff: noqa: E501 - tables of words and patterns stay one entry to a line

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from factcheck.values.folding import compile_folded, fold_characters
from factcheck.values.unit_table import COUNTED, COUNTERS, CURRENCIES, MEASURES


@dataclass(frozen=True, slots=True)
class Unit:
    """A canonical unit. `worth` is its size in the base unit of its dimension, None where a
    dimension has none (temperature) or nothing is to be converted (counts)."""

    name: str
    dimension: str
    worth: Decimal | None = None

    @property
    def exact(self) -> bool:
        """Counts and money are counted, everything else is measured."""
        return self.dimension in ("count", "currency", "rank")


BYTE = Unit("byte", "data", Decimal(1))
BIT = Unit("bit", "bits", Decimal(1))
PERCENT = Unit("percent", "ratio")
FACTOR = Unit("factor", "factor")


class _Surfaces:
    """The table read once: words to units per script, with and without letter case."""

    def __init__(self) -> None:
        self.latin: dict[str, Unit] = {}
        self.cased: dict[str, Unit] = {}
        self.han: dict[str, dict[str, Unit]] = {"zh": {}, "ja": {}}
        self.by_name: dict[str, Unit] = {}
        for line in COUNTED.splitlines():
            name, *columns = (part.strip() for part in line.split("|"))
            self._add(Unit(name, "count"), columns)
        for line in MEASURES.splitlines():
            name, dimension, worth, *columns = (part.strip() for part in line.split("|"))
            self._add(Unit(name, dimension, Decimal(worth) if worth else None), columns)
        for line in CURRENCIES.splitlines():
            name, worth, *columns = (part.strip() for part in line.split("|"))
            self._add(Unit(name, "currency", Decimal(worth)), columns)
        self.longest = max(len(word) for words in self.han.values() for word in words)
        self.firsts = {word[0] for words in self.han.values() for word in words}

    def _add(self, unit: Unit, columns: list[str]) -> None:
        self.by_name.setdefault(unit.name, unit)
        for word in columns[0].split():
            if word.startswith("~"):
                self.cased.setdefault(word[1:], unit)
            else:
                self.latin.setdefault(word, unit)
        for language, words in zip(("zh", "ja"), columns[1:], strict=True):
            for word in words.split():
                self.han[language].setdefault(fold_characters(word), unit)


SURFACES = _Surfaces()
_COUNTERS = {
    language: compile_folded("[ ]{0,2}(?:" + "|".join(
        sorted(map(fold_characters, words.split()), key=len, reverse=True)) + ")")
    for language, words in COUNTERS.items()
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class UnitFound:
    """A unit and where it ends. `far` means that other words stand between number and unit, so
    that the unit is known but the span of the number should not grow to it; `counter` is then
    the end of the measure word, 0 where there is none."""

    unit: Unit | None
    end: int
    far: bool = False
    counter: int = 0


_PERCENT = compile_folded(r"[ ]{0,3}%(?![0-9A-Za-z]{2})")
_WORD = compile_folded(r"[A-Za-zµμ°℃℉²³]{1,24}[23]?(?![0-9])")
_GAP = compile_folded(r"[ ]{0,3}\n?[ ]{0,3}-?[ ]{0,1}\[?(?=[A-Za-zµμ°℃℉])")
_JOIN = compile_folded(r"[ ]{1,3}|-|\.[ ]{0,2}(?=[A-Za-z])")
_OLD = compile_folded(r"[ -]{1,3}(?:old|of[ ]age)(?![A-Za-z])", re.IGNORECASE)
_DEGREE = compile_folded(
    r"[ ]{0,3}-?(?:degrees?|degs?|°)\.?[ ]{0,2}(?P<scale>c|f|celsius|celcius|centigrade|fahrenheit|farenheit)?"
    r"(?![A-Za-z/])", re.IGNORECASE,
)  # fmt: skip
_COMPARATIVE = compile_folded(
    r"[ ](?:(?:as|the|more|less|better|worse|fewer)(?![A-Za-z])|[a-z]{3,12}er(?:[ ]than)?(?![A-Za-z]))",
    re.IGNORECASE,
)
_PER = compile_folded(r"[ ]{0,2}(?:per|an?|/)[ ]{0,2}(?P<time>[A-Za-z]{1,12})(?![A-Za-z])")
_QUALIFIER = compile_folded(
    r"(?P<whose>u\.?s\.?|american|hong kong|canadian|australian|new zealand|singapore|taiwan|"
    r"british|swiss|dutch|turkish|japanese|chinese|mexican|russian|indian)[ -]{1,2}(?P<coin>[a-z]{3,9})"
    r"(?![A-Za-z])", re.IGNORECASE,
)  # fmt: skip
_COIN_OF = {
    ("hong kong", "dollar"): "HKD", ("canadian", "dollar"): "CAD", ("australian", "dollar"): "AUD",
    ("singapore", "dollar"): "SGD", ("taiwan", "dollar"): "TWD", ("swiss", "franc"): "CHF",
    ("british", "pound"): "GBP", ("new zealand", "dollar"): "NZD",
}  # fmt: skip
_BY = compile_folded(r"[ ]{0,2}[0-9]")
"""Behind the x of 3 x 4, which is no factor."""
_SHAPED = {"square": "area", "sq": "area", "cubic": "volume", "cu": "volume"}
_FULL_SHAPES = {"sq": "square", "cu": "cubic"}
_POWERS = {"area": 2, "volume": 3}


def unit_after(text: str, end: int, language: str) -> UnitFound | None:
    """The unit that stands behind a number ending at `end` of folded text."""
    percent = _PERCENT.match(text, end)
    if percent:
        return UnitFound(PERCENT, percent.end())
    degree = _degree(text, end)
    if degree:
        return degree
    gap = _GAP.match(text, end)
    found = _latin_unit(text, gap.end()) if gap else None
    if found is None:
        found = _han_unit(text, end, language)
    return found


def _degree(text: str, end: int) -> UnitFound | None:
    match = _DEGREE.match(text, end)
    if match is None:
        return None
    scale = (match["scale"] or "").lower()[:1]
    names = {"c": "degree Celsius", "f": "degree Fahrenheit", "": "degree"}
    return UnitFound(SURFACES.by_name[names[scale]], match.end())


def _latin_unit(text: str, start: int) -> UnitFound | None:
    coin = _QUALIFIER.match(text, start)
    if coin:
        singular = coin["coin"].lower().removesuffix("s")
        unit = SURFACES.latin.get(singular)
        if (unit is not None and unit.dimension == "currency") or singular == "pound":
            name = _COIN_OF.get((coin["whose"].lower(), singular), unit.name if unit else "GBP")
            return UnitFound(Unit(name, "currency", Decimal(1)), coin.end())
    words: list[tuple[str, int]] = []
    position = start
    while len(words) < 3:
        word = _WORD.match(text, position)
        if word is None:
            break
        words.append((word.group(), word.end()))
        join = _JOIN.match(text, word.end())
        if join is None:
            break
        position = join.end()
    if words and words[0][0].lower() == "times" and _COMPARATIVE.match(text, words[0][1]):
        return UnitFound(FACTOR, words[0][1])
    for count in range(len(words), 0, -1):
        phrase = "-".join(word for word, _ in words[:count])
        unit = SURFACES.cased.get(phrase) or SURFACES.latin.get(phrase.lower()) or _shaped(phrase)
        if unit is not None and not (unit is SURFACES.latin["x"] and _BY.match(text, words[0][1])):
            return _extended(text, unit, words[count - 1][1])
    return _far_noun(text, start)


_FAR_WORD = compile_folded(r"[ ]{0,2}(?P<word>[A-Za-z]{1,24})(?:-[A-Za-z]{1,24})?(?![A-Za-z0-9])")
_ENDS_PHRASE = frozenset(
    [
        "of",
        "in",
        "to",
        "and",
        "or",
        "for",
        "with",
        "is",
        "are",
        "the",
        "a",
        "an",
        "at",
        "on",
        "by",
        "from",
        "than",
        "as",
        "that",
        "which",
        "was",
        "were",
        "has",
        "have",
        "can",
        "will",
        "but",
        "per",
        "x",
    ]
)


def _far_noun(text: str, start: int) -> UnitFound | None:
    """A counted noun behind one to three adjectives: six different language models."""
    position = start
    for _ in range(4):
        word = _FAR_WORD.match(text, position)
        if word is None or word["word"].lower() in _ENDS_PHRASE:
            return None
        unit = SURFACES.latin.get(word["word"].lower())
        following = _FAR_WORD.match(text, word.end())
        compound = following and SURFACES.latin.get(following["word"].lower())
        if unit is not None and unit.dimension == "count" and not compound and position > start:
            plural = word["word"].lower().endswith("s")
            return UnitFound(unit, word.end(), far=True) if plural else None
        position = word.end()
    return None


def _shaped(phrase: str) -> Unit | None:
    """`square miles`, `cubic feet`, `metric tons`."""
    shape, _, rest = phrase.lower().partition("-")
    if shape == "metric" and rest in ("ton", "tons"):
        return SURFACES.by_name["metric ton"]
    length = SURFACES.latin.get(rest)
    if (
        shape not in _SHAPED
        or length is None
        or length.worth is None
        or length.dimension != "length"
    ):
        return None
    dimension = _SHAPED[shape]
    shape = _FULL_SHAPES.get(shape, shape)
    known = SURFACES.by_name.get(f"{shape} {length.name}")
    worth = length.worth ** _POWERS[dimension] * (1000 if shape == "cubic" else 1)
    return known or Unit(f"{shape} {length.name}", dimension, worth)


def _extended(text: str, unit: Unit, end: int) -> UnitFound:
    """Ages (`ten months old`) and speeds (`miles an hour`, `km/ms`)."""
    if unit.dimension in ("time", "month"):
        old = _OLD.match(text, end)
        if old:
            return UnitFound(Unit(unit.name, "age", unit.worth), old.end())
    if unit.dimension in ("length", "data", "bits"):
        per = _PER.match(text, end)
        time = per and (SURFACES.cased.get(per["time"]) or SURFACES.latin.get(per["time"].lower()))
        if per and time and time.dimension == "time" and time.worth and unit.worth:
            dimension = "speed" if unit.dimension == "length" else "rate"
            return UnitFound(
                Unit(f"{unit.name} per {time.name}", dimension, unit.worth / time.worth), per.end()
            )
    if text[end : end + 1] == "]":
        end += 1
    return UnitFound(unit, end)


_HAN_GAP = compile_folded(r"[ ]{0,6}\n?[ ]{0,3}(?:の)?[ ]{0,2}")
_HAN_OLD = compile_folded(r"(?:大|老)(?![小型])")
_AGES = compile_folded(r"[ ]{0,2}(?:周岁|岁半?|才)")
_NOUN_REACH = 24
_CLAUSE_END = compile_folded(r"[,。、;:.!?()\n0-9]|です|ます")


def _han_unit(text: str, end: int, language: str) -> UnitFound | None:
    age = _AGES.match(text, end)
    if age:
        return UnitFound(Unit("year", "age", Decimal(12)), age.end())
    gap = _HAN_GAP.match(text, end)
    start = gap.end() if gap else end
    table = SURFACES.han[language]
    direct = _longest(table, text, start)
    if direct is not None and _is_piece(text, direct):
        direct = None
    if direct is not None:
        unit, stop = direct
        if unit.dimension in ("time", "month") and _HAN_OLD.match(text, stop):
            return UnitFound(Unit(unit.name, "age", unit.worth), stop + 1)
        if text[stop : stop + 1] not in ("个", "つ") and unit.name not in (
            "person",
            "item",
            "time",
        ):
            return UnitFound(unit, stop)
        if text[stop - 1] == "人" and unit.name == "person":
            return UnitFound(unit, stop)  # 人 is the noun itself: 200 人参加
    counter = _COUNTERS[language].match(text, end)
    stop = counter.end() if counter else direct[1] if direct else -1
    if stop < 0:
        return None
    noun = _noun_within(text, stop, language)
    people = direct is not None and direct[0].name == "person"
    if noun is not None and not (people and noun.counter and not _is_author(noun)):
        return noun  # of 三名研究人员提出的方法 the people are counted
    if direct:
        return UnitFound(direct[0], direct[1])
    return UnitFound(None, counter.end()) if counter else None


def _is_author(noun: UnitFound) -> bool:
    return noun.unit is not None and noun.unit.name == "author"


_PIECE = compile_folded(r"块(?![钱的多左以不就买一到至人美港])[一-鿿]")


def _is_piece(text: str, direct: tuple[Unit, int]) -> bool:
    """块 before a noun counts pieces (三块面包); elsewhere it is colloquial for yuan."""
    return direct[0].name == "CNY" and _PIECE.match(text, direct[1] - 1) is not None


_VERB = compile_folded(r"参(?=[加与观赛展选考照议战军保会])")
"""参 is short for parameters, and begins many verbs (参加, 参观)."""


def _longest(table: dict[str, Unit], text: str, start: int) -> tuple[Unit, int] | None:
    piece = text[start : start + SURFACES.longest]
    if piece[:1] not in SURFACES.firsts:
        return None
    for length in range(len(piece), 0, -1):
        unit = table.get(piece[:length])
        if unit is not None and not _VERB.match(piece, length - 1):
            return unit, start + length
    return None


def _noun_within(text: str, start: int, language: str) -> UnitFound | None:
    """The first countable noun in the clause behind a counter: 6 个不同大小的…模型."""
    stop = _CLAUSE_END.search(text, start, start + _NOUN_REACH)
    limit = stop.start() if stop else min(start + _NOUN_REACH, len(text))
    noun = text[start:limit]
    for after in (noun.rfind("的") + 1, 0):
        for position in range(start + after, limit):
            found = _noun_at(text[position : min(limit, position + SURFACES.longest)], language)
            if found is not None:
                unit, length = found
                head = _noun_at(
                    text[position + length : min(limit, position + length + 8)], language
                )
                if head is not None:  # 语言模型 counts models
                    unit, length = head[0], length + head[1]
                apart = position - start
                return UnitFound(unit, position + length, apart > 3, start if apart else 0)
    return None


def _noun_at(piece: str, language: str) -> tuple[Unit, int] | None:
    """A countable noun at the beginning of `piece`, in Han or Latin script."""
    found = _longest(SURFACES.han[language], piece, 0)
    if found is None:
        word = _WORD.match(piece)
        unit = SURFACES.latin.get(word.group().lower()) if word else None
        found = (unit, len(word.group())) if unit is not None and word else None
    if found and found[0].dimension == "count" and found[0].name not in ("person", "item", "time"):
        return found
    return None
