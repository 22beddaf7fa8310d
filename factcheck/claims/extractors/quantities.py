"""Numbers as claims: what a quantity counts or measures, told by its unit, the noun at it and the
words near it, all of them data of the catalogue. A number whose role is not known stays a plain
`quantity` with its noun, so that it can be compared in the same words."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from factcheck.claims.catalogue import Predicate
from factcheck.claims.clauses import Clause
from factcheck.claims.making import Maker
from factcheck.claims.names import SYSTEM
from factcheck.claims.reading import Reading
from factcheck.model import Claim, FoundValue, Quantity, QuantityList, Range, Value

REACH = 26
"""Characters behind a number in which its noun may begin or end."""
NEAR = 60
"""Characters on either side of a number in which a trigger word counts."""

_JOIN = re.compile(r"\s{0,2}(?:和|与|及|、|,|，|以及|と|および|/|and|or|,\s?and)\s{0,2}")
_BILLIONS = re.compile(r"[0-9][BM]$")
_IN_BRACKET = re.compile(
    rf"(?P<name>{SYSTEM}(?:\s?[\u4e00-\u9fff\u30a1-\u30fa]{{1,6}})?)\s?[(（]\s?(?:ge|le|gt|lt|≥|≤|>|<|=|~|约|\$|\\){{0,4}}\s?$"
)
_COMPARED = re.compile(r"相当|相比|与[^,，。]{1,30}(?:相同|一样)|than|compared|comparable|と(?:比べ|比較|同等)")
_HEDGE = re.compile(r"(?:约|大约|近|将近|超过|逾|多达|至少|最多|高达|不到|约为|仅|约合|前|具有|拥有|共有|包含|的|约有|有|为|達|約|およそ|最大|最小|"
                    r"(?i:about|around|nearly|almost|over|more than|less than|up to|at least|roughly|approximately|some|only|the|first))\s{0,2}$")  # fmt: skip
_MONEY = frozenset({"funding_raised", "valuation", "acquisition_price", "revenue", "profit", "price"})
_NOUN = re.compile(r"[ ]?(?P<noun>[A-Za-z][A-Za-z-]{1,20}(?: [a-z][a-z-]{1,20})?|[\u4e00-\u9fff]{1,6}|[\u30a1-\u30fa\u30fc]{2,10})")
_SYMBOLIC = {"ge": True, "le": False, "≥": True, "≤": False, "geq": True, "leq": False, "gt": True, "lt": False}  # fmt: skip
_LOST_OPERATOR = re.compile(r"[(（]\s?\\?(?P<op>geq?|leq?|gt|lt|≥|≤)\s?(?=\$)")


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a number is read as a predicate: the span of its words, and how good the reason is."""

    predicate: Predicate
    score: int
    start: int
    end: int


class Quantities:
    """Claims of every number in the body."""

    name = "quantities"
    version = "1"

    def extract(self, reading: Reading) -> Iterable[Claim]:
        maker = Maker(reading=reading, extractor=f"{self.name}@{self.version}")
        starts = [clause.start for clause in reading.clauses]
        candidates = [p for p in reading.catalogue if p.value == "quantity" and (p.nouns or p.near)]
        found = [v for v in reading.values if isinstance(v.value, Quantity | Range | QuantityList)]
        for value in _joined(reading.document.text, found):
            index = bisect.bisect_right(starts, value.start) - 1
            clause = reading.clauses[index] if index >= 0 else None
            if clause is None or not clause.start <= value.start < clause.end:
                continue
            yield from _claim(maker, index, clause, value, candidates)


def _joined(text: str, values: list[FoundValue]) -> Iterator[FoundValue]:
    """The values, neighbours of one unit that only a joining word parts taken as one list."""
    run: list[FoundValue] = []
    for value in [*values, None]:
        if run and (value is None or not _joins(text, run[-1], value)):
            yield run[0] if len(run) == 1 else _list(text, run)
            run = []
        if value is not None:
            if run and value.start < run[-1].end:
                continue
            run.append(value)


def _joins(text: str, one: FoundValue, other: FoundValue) -> bool:
    if not (isinstance(one.value, Quantity) and isinstance(other.value, Quantity)):
        return False
    units = {one.value.unit, other.value.unit} - {None}
    between = text[one.end : other.start]
    return (
        0 < len(between) <= 8
        and len(units) <= 1
        and (bool(units & {"parameter", "model"}) or _sized(one, text) and _sized(other, text))
        and _JOIN.fullmatch(between) is not None
    )


def _sized(value: FoundValue, text: str) -> bool:
    return isinstance(value.value, Quantity) and _BILLIONS.search(value.quote.strip()) is not None


def _list(text: str, run: list[FoundValue]) -> FoundValue:
    numbers = tuple(v.value.value for v in run if isinstance(v.value, Quantity))
    units = [v.value.unit for v in run if isinstance(v.value, Quantity) and v.value.unit]
    start, end = run[0].start, run[-1].end
    words = text[start:end]
    value = QuantityList(values=numbers, unit=units[-1] if units else None, as_written=words)
    return FoundValue(start=start, end=end, quote=words, value=value)


def _claim(maker: Maker, index: int, clause: Clause, found: FoundValue,
           candidates: list[Predicate]) -> Iterator[Claim]:  # fmt: skip
    reading = maker.reading
    text = reading.document.text
    value = _restored(text, found)
    reason = _best(reading, clause, found, value, candidates)
    if reason is None:
        yield from _plain(maker, clause, found, value)
        return
    predicate = reason.predicate
    made = _with_unit(value, predicate)
    name = predicate.name
    if name == "parameter_count" and isinstance(made, Range) and None not in (made.min, made.max):
        name = "parameter_count_range"
    span = _quoted(reading, index, clause, reason)
    subject = _subject(reading, clause, found, predicate)
    claim = maker.claim(subject, name, made, span, more=_qualifiers(reading, clause))
    if claim:
        yield claim


def _restored(text: str, found: FoundValue) -> Value:
    """`(ge$ 175B)`: a bound whose operator lost its markup, not an amount of dollars."""
    value = found.value
    before = text[max(0, found.start - 8) : found.start]
    match = _LOST_OPERATOR.search(before + ("$" if found.quote.startswith("$") else ""))
    if match is None or not isinstance(value, Quantity):
        return value
    low = _SYMBOLIC.get(match["op"], True)
    return Range(min=value.value if low else None, max=None if low else value.value,
                 unit=None, as_written=found.quote)  # fmt: skip


def _best(reading: Reading, clause: Clause, found: FoundValue, value: Value,
          candidates: list[Predicate]) -> Reason | None:  # fmt: skip
    text = reading.document.text
    block = reading.document.blocks[clause.block]
    tail_end = min(clause.end, found.end + REACH)
    tail = text[found.start : tail_end].lower()
    near_start = max(clause.start, found.start - NEAR)
    near = text[near_start : min(clause.end, found.end + NEAR)].lower()
    label = block.label.lower() if block.kind == "field" else ""
    best: Reason | None = None
    for predicate in candidates:
        if not _fits(predicate, value, found):
            continue
        noun = _noun_at(predicate, clause, tail, found)
        close = _near_at(predicate, clause, near, found.start - near_start, label)
        unit = _unit_says(predicate, value)
        score = _score(predicate, noun, close, unit)
        if score and (best is None or score > best.score):
            start = min([found.start, *([near_start + close[0]] if close and close[0] >= 0 else [])])
            end = max([found.end, *([found.start + noun[1]] if noun else []),
                       *([near_start + close[1]] if close and close[0] >= 0 else [])])  # fmt: skip
            best = Reason(predicate, score, start, end)
    return best


def _score(predicate: Predicate, noun: tuple[int, int] | None, near: tuple[int, int] | None,
           unit: bool) -> int:  # fmt: skip
    """0 where the words do not suffice. Predicates that share their noun with others need a near
    word as well (`need = both`)."""
    at = noun is not None or unit
    if predicate.need == "both" and not (at and near):
        return 0
    if predicate.need == "noun" and not at:
        return 0
    if not at and not near:
        return 0
    length = (noun[1] - noun[0]) if noun else 0
    return 40 * bool(noun) + 30 * unit + 20 * bool(near) + min(length, 15) + (
        15 if predicate.need == "both" else 0
    )  # fmt: skip


def _fits(predicate: Predicate, value: Value, found: FoundValue) -> bool:
    unit = getattr(value, "unit", None)
    dimension = getattr(value, "dimension", None)
    if dimension == "currency":
        return predicate.name in _MONEY
    if predicate.name in _MONEY:
        return False
    if unit == "percent":
        return "percent" in predicate.units
    if predicate.units == ("percent",):
        return False
    if dimension not in (None, "count", "factor", "magnitude") and unit not in (
        *predicate.units, predicate.unit
    ):
        return False
    return _within(predicate, value)


def _within(predicate: Predicate, value: Value) -> bool:
    if predicate.limits is None:
        return True
    low, high = predicate.limits
    numbers = _numbers(value)
    return all(n == 0 or low <= n.adjusted() <= high for n in numbers)


def _numbers(value: Value) -> list[Decimal]:
    if isinstance(value, Quantity):
        return [value.value]
    if isinstance(value, QuantityList):
        return list(value.values)
    if isinstance(value, Range):
        return [n for n in (value.min, value.max) if n is not None]
    return []


def _unit_says(predicate: Predicate, value: Value) -> bool:
    unit = getattr(value, "unit", None)
    if unit is None:
        return isinstance(value, Range | Quantity) and predicate.name == "parameter_count" and (
            _BILLIONS.search(getattr(value, "as_written", "").strip()) is not None
        )
    if predicate.name == "parameter_count" and unit == "model":
        return any(n >= 10**5 for n in _numbers(value))
    return unit == predicate.unit and unit != "person" or unit in predicate.units


def _noun_at(predicate: Predicate, clause: Clause, tail: str,
             found: FoundValue) -> tuple[int, int] | None:  # fmt: skip
    """The longest counted noun at the number, as offsets from the number's start."""
    best: tuple[int, int] | None = None
    limit = found.end - found.start + 4
    for noun in predicate.words(predicate.nouns, clause.language):
        at = tail.find(noun.lower())
        if 0 < at <= limit + (14 if not noun.isascii() else 12) and _whole(tail, at, noun) and (
            best is None or len(noun) > best[1] - best[0]
        ):
            best = (at, at + len(noun))
    return best


def _near_at(predicate: Predicate, clause: Clause, near: str, at: int,
             label: str) -> tuple[int, int] | None:  # fmt: skip
    """The nearest trigger word around the number; (-1, -1) where the field's key holds it."""
    best: tuple[int, int] | None = None
    for word in predicate.words(predicate.near, clause.language):
        folded = word.lower()
        if label and folded in label:
            return (-1, -1)
        place = near.rfind(folded, 0, at)
        if place < 0:
            place = near.find(folded)
        if place >= 0 and _whole(near, place, folded) and (
            best is None or abs(place - at) < abs(best[0] - at)
        ):
            best = (place, place + len(folded))
    return best


def _whole(text: str, at: int, word: str) -> bool:
    """Latin words count only whole, an ending s aside."""
    if not word[0].isascii() or not word[-1].isascii():
        return True
    before = text[at - 1 : at]
    after = text[at + len(word) : at + len(word) + 1]
    if word[0].isalpha() and before.isascii() and before.isalpha():
        return False
    return not (after.isascii() and after.isalpha())


def _with_unit(value: Value, predicate: Predicate) -> Value:
    if predicate.name == "parameter_reduction" and isinstance(value, Quantity) and (
        value.unit == "order of magnitude"
    ):
        return Quantity(value=Decimal(10) ** int(value.value), unit="factor", approx=True,
                        as_written=value.as_written)  # fmt: skip
    if predicate.unit and isinstance(value, Quantity | Range | QuantityList):
        return replace(value, unit=predicate.unit)
    return value


def _subject(reading: Reading, clause: Clause, found: FoundValue, predicate: Predicate) -> str:
    """A name before the bracket that holds the number, else the clause's own subject."""
    text = reading.document.text
    before = text[max(clause.start, found.start - 60) : found.start]
    match = _IN_BRACKET.search(before)
    if match and predicate.about in ("system", "any"):
        return match["name"]
    return reading.subjects.of(clause, predicate.about)


def _quoted(reading: Reading, index: int, clause: Clause, reason: Reason) -> tuple[int, int]:
    """The number with its words; the whole clause when it is hardly longer. A comparison takes
    in the clause that names what it compares with."""
    text = reading.document.text
    start, end = reason.start, reason.end
    hedge = _HEDGE.search(text, max(clause.start, start - 14), start)
    if hedge and hedge.end() == start:
        start = hedge.start()
    if clause.end - clause.start <= 2 * (end - start):
        start, end = clause.start, clause.end
    if reason.predicate.unit == "factor" and index > 0:
        before = reading.clauses[index - 1]
        if before.sentence == clause.sentence and _COMPARED.search(
            text, before.start, before.end
        ):
            start = before.start
    return start, end


def _qualifiers(reading: Reading, clause: Clause) -> dict[str, str]:
    """The year that the sentence gives, as scope of what changes over time."""
    from factcheck.model import Date, Year

    sentence = reading.sentences[clause.sentence]
    for found in reading.values_in(sentence.start, sentence.end):
        if isinstance(found.value, Year):
            return {"as_of": str(found.value.value)}
        if isinstance(found.value, Date):
            return {"as_of": found.value.value}
    return {}


def _plain(maker: Maker, clause: Clause, found: FoundValue, value: Value) -> Iterator[Claim]:
    """A number whose role the words do not tell."""
    reading = maker.reading
    text = reading.document.text
    unit = getattr(value, "unit", None)
    dimension = getattr(value, "dimension", None)
    noun = _NOUN.match(text, found.end, min(clause.end, found.end + 40))
    if unit is None and noun is None:
        return
    name = {"currency": "money", "length": "length", "time": "duration", "month": "duration"}.get(
        dimension or "", "percentage" if unit == "percent" else "quantity"
    )
    end = noun.end() if noun and name == "quantity" else found.end
    more = {"of": noun["noun"]} if noun and name == "quantity" else {}
    start = found.start
    if clause.end - clause.start <= 2 * (end - start):
        start, end = clause.start, clause.end
    claim = maker.claim(reading.subjects.of(clause, "any"), name, value, (start, end),
                        more={**more, **_qualifiers(reading, clause)})  # fmt: skip
    if claim:
        yield claim
