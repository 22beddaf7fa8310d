"""Numbers as claims: what a quantity counts or measures, told by its unit, the noun at it and the
words near it, all of them data of the catalogue. A number whose role is not known stays a plain
`quantity` with its noun, so that it can be compared in the same words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from factcheck.claims.catalogue import Predicate
from factcheck.claims.clauses import Clause
from factcheck.claims.extractors.counted import noun_behind
from factcheck.claims.extractors.number_runs import BILLIONS, JOINT, joined, sized
from factcheck.claims.extractors.ranks import worded_ranks
from factcheck.claims.extractors.uncounted import counts_nothing
from factcheck.claims.making import Maker
from factcheck.claims.names import SYSTEM
from factcheck.claims.reading import Reading
from factcheck.claims.roles import Role, roles_of
from factcheck.claims.templates import CLAUSE_LIMIT
from factcheck.claims.triggers import Triggers, triggers_of
from factcheck.model import (
    Claim,
    Date,
    FoundValue,
    Quantity,
    QuantityList,
    Range,
    Value,
    Year,
)

REACH = 26
"""Characters behind a number in which its noun may begin or end."""
NEAR = 60
"""Characters on either side of a number in which a trigger word counts."""

_IN_BRACKET = re.compile(
    rf"(?P<name>{SYSTEM}(?:\s?[\u4e00-\u9fff\u30a1-\u30fa]{{1,6}})?)\s?[(（]\s?(?:ge|"
    rf"le|gt|lt|≥|≤|>|<|=|~|约|\$|\\){{0,4}}\s?$"
)
_LABELLED = re.compile(rf"(?P<name>{SYSTEM})\s?[:：]\s?$")
_NAME_BEFORE = re.compile(rf"(?<![A-Za-z0-9]){SYSTEM}\s?$")
_BEHIND_NAME = re.compile(r"(?!\s?(?:个|的)?(?:参数|パラメ|-?param|model|模型|モデル))")
_COMPARED = re.compile(
    r"相当|相比|与[^,，。]{1,30}(?:相同|一样)|than|compared|comparable|と(?:比べ|比較|同等)"
)
_HEDGE = re.compile(
    r"(?:约|大约|近|将近|超过|逾|多达|至少|最多|高达|不到|约为|仅|约合|前|具有|拥有|共有|"
    r"包含|的|约有|有|为|達|約|およそ|最大|最小|"
    r"(?i:about|around|nearly|almost|over|more than|less than|up to|at least|roughly|"
    r"approximately|some|only|the|first))\s{0,2}$"
)
_DAY = re.compile(r"[0-9０-９]{1,2}日")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_RATE = re.compile(
    r"\s?(?:of [a-z]{1,12} )?(?:per|/|a second|あたり|毎秒)(?![A-Za-z])|"
    r"\s?(?:of [a-z]{1,12} )?per (?:second|minute|hour)"
)
_NUMBERED = re.compile(r"(?:(?<![A-Za-z])[A-Z][A-Za-z]{1,20}|[A-Za-z]-)\s?$")
PLAIN = {"currency": "money", "length": "length", "time": "duration", "month": "duration"}
WEAK = frozenset(
    {
        "growth",
        "share",
        "temperature",
        "speed",
        "volume_of",
        "area",
        "power",
        "participant_count",
    }
)
"""Predicates that give way to what the words of the clause say of the number's role."""
_SHARED = frozenset({"person", "year", "user", "vote", "token", "factor", "rank", "percent"})
"""Units that many predicates have in common: they alone decide for none."""
_LOWER_BOUNDS = frozenset({"ge", "geq", "gt", "≥"})
_FRACTION = re.compile(
    r"(?:[0-9] (?:out )?of (?:the |its |our |their |all )?[0-9][^()（）0-9]{0,40}|"
    r"[0-9][^0-9()（）]{1,12}(?:中|うち)[^0-9()（）]{0,4}[0-9]{1,9}[^0-9()（）]{0,8})"
    r"[(（](?:about |约|約)?$"
)
"""`12 of 48 springs (` before a percentage: it says the same as a share."""
_LOST_OPERATOR = re.compile(r"[(（]\s?\\?(?P<op>geq?|leq?|gt|lt|≥|≤)\s?(?=\$)")


@dataclass(frozen=True, slots=True)
class _Number:
    """A number in its clause; `limit` is where the next number begins."""

    index: int
    clause: Clause
    found: FoundValue
    value: Value
    limit: int


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
        triggers = triggers_of(reading.catalogue)
        found = [v for v in reading.values if isinstance(v.value, Quantity | Range | QuantityList)]
        values = list(joined(reading.document.text, found))
        for place, value in enumerate(values):
            following = values[place + 1].start if place + 1 < len(values) else len(maker.text)
            index = reading.clause_index(value.start)
            if index is None or counts_nothing(reading, value):
                continue
            clause = reading.clauses[index]
            if clause.end - clause.start > CLAUSE_LIMIT:
                continue
            number = _Number(index, clause, value, _restored(maker.text, value), following)
            yield from _claim(maker, number, triggers)
        yield from worded_ranks(maker)


def _claim(maker: Maker, number: _Number, triggers: Triggers) -> Iterator[Claim]:
    reading = maker.reading
    derived = _name_around(maker.text, number)
    if derived is not None:
        name, span = derived
        value = _with_unit(number.value, reading.catalogue.get("parameter_count"))
        yield from maker.made(name, "parameter_count", value, span, modality="asserted",
                              more={"derived": "model name"})  # fmt: skip
        return
    rate = _RATE.match(maker.text, number.found.end)
    reason = None if rate else _best(reading, number, triggers)
    if reason is None or reason.predicate.name in WEAK:
        role = roles_of(reading.catalogue).of_number(reading, number.clause, number.found)
        if role is not None:
            yield from _in_role(maker, number, role)
            return
    if reason is None:
        yield from _plain(maker, number)
        return
    predicate = reason.predicate
    made = _with_unit(number.value, predicate)
    name = predicate.name
    if name == "parameter_count" and isinstance(made, Range) and None not in (made.min, made.max):
        name = "parameter_count_range"
    subject, part = _subject(reading, number.clause, number.found, predicate)
    more = {**part, **_qualifiers(reading, number.clause, predicate)}
    yield from maker.made(subject, name, made, _quoted(reading, number, reason), more=more)


def _name_around(text: str, number: _Number) -> tuple[str, tuple[int, int]] | None:
    """The model whose name holds the number: `H2O-Danube-1.8B`."""
    found = number.found
    if not isinstance(number.value, Quantity):
        return None
    named = _NAME_BEFORE.search(text, max(number.clause.start, found.start - 40), found.start)
    if named and sized(found, text) and _BEHIND_NAME.match(text, found.end):
        return text[named.start() : found.end], (named.start(), found.end)
    if text[found.start - 1 : found.start] != "-":
        return None
    start = found.start
    while start > max(0, found.start - 40) and (
        (text[start - 1].isascii() and text[start - 1].isalnum()) or text[start - 1] in "-._"
    ):
        start -= 1
    name = text[start : found.end]
    if len(name) <= found.end - found.start + 1 or not name[0].isalpha():
        return None
    return name, (start, found.end)


def _restored(text: str, found: FoundValue) -> Value:
    """`(ge$ 175B)`: a bound whose operator lost its markup, not an amount of dollars."""
    value = found.value
    before = text[max(0, found.start - 8) : found.start]
    match = _LOST_OPERATOR.search(before + ("$" if found.quote.startswith("$") else ""))
    if match is None or not isinstance(value, Quantity):
        return value
    low = match["op"] in _LOWER_BOUNDS
    return Range(min=value.value if low else None, max=None if low else value.value,
                 unit=None, as_written=found.quote)  # fmt: skip


def _best(reading: Reading, number: _Number, triggers: Triggers) -> Reason | None:
    clause, found, value = number.clause, number.found, number.value
    text = reading.document.text
    length = found.end - found.start
    tail_end = min(clause.end, found.end + REACH, max(number.limit, found.end))
    tail = text[found.start : tail_end].lower()
    near_start = max(clause.start, found.start - NEAR)
    if getattr(value, "unit", None) == "percent" and (
        _FRACTION.search(text, near_start, found.start)
    ):
        return Reason(reading.catalogue.get("share"), 1, found.start, found.end)
    near = text[near_start : _near_end(text, number)].lower()
    close = triggers.near(near, found.start - near_start, clause.language)
    touching = triggers.touching(near[: found.start - near_start], clause.language)
    close.update(touching)
    block = reading.document.blocks[clause.block]
    cell = reading.cell(clause.block, found.start)
    first = reading.sentences[clause.sentence].start <= block.content.start
    label = cell[1] if cell else (block.label if block.kind == "field" and first else "")
    close.update(triggers.label(label, clause.language))
    nouns = triggers.nouns(tail, length, clause.language, close)
    best: Reason | None = None
    for order in sorted({*nouns, *close, *triggers.by_unit(value)}):
        predicate = triggers.predicates[order]
        noun, at, unit = nouns.get(order), close.get(order), _unit_says(predicate, value)
        if not (noun or at or unit) or not _fits(predicate, value):
            continue
        before = at is not None and near_start + at[0] < found.start
        labelled = at is not None and at[0] < 0
        if not (noun or unit or labelled) and _wants_unit(predicate, value):
            continue
        if not (noun or unit) and not _plain_enough(predicate, value, before=before):
            continue
        score = _score(predicate, noun, at, unit) + 30 * (order in touching)
        score -= _penalty(at, found.start - near_start, length) if predicate.need == "near" else 0
        if score and (best is None or score > best.score):
            starts = [found.start]
            ends = [found.end, *([found.start + noun[1]] if noun else [])]
            if at and at[0] >= 0:
                starts.append(near_start + at[0])
                ends.append(near_start + at[1])
            best = Reason(predicate, score, min(starts), max(ends))
    return best


def _near_end(text: str, number: _Number) -> int:
    """Where the words behind a number end that may speak of it: halfway to the next number of the
    clause, unless a joining word alone parts them."""
    end = min(number.clause.end, number.found.end + NEAR)
    if number.limit >= end or JOINT.fullmatch(text, number.found.end, number.limit):
        return end
    return max(number.found.end + (number.limit - number.found.end) // 2, number.found.end)


def _penalty(near: tuple[int, int] | None, at: int, length: int) -> int:
    """What a far word costs: of two measures in a clause each has the word next to it."""
    if near is None or near[0] < 0:
        return 0
    gap = at - near[1] if near[1] <= at else near[0] - at - length
    return min(max(gap, 0), 30) // 2


def _score(predicate: Predicate, noun: tuple[int, int] | None, near: tuple[int, int] | None,
           unit: bool) -> int:  # fmt: skip
    """0 where the words do not suffice. Predicates that share their noun with others need a near
    word as well (`need = both`)."""
    at = noun is not None or unit or (near is not None and near[0] < 0)
    if predicate.need == "both" and not (at and near):
        return 0
    if (predicate.need == "noun" and not at) or (predicate.need == "near" and not near):
        return 0
    if not at and not near:
        return 0
    length = (noun[1] - noun[0]) if noun else 0
    around = (near[1] - near[0]) if near else 0
    return (40 * bool(noun) + 30 * unit + 20 * bool(near) + min(length, 15) + min(around, 9)
            + (15 if predicate.need == "both" else 0))  # fmt: skip


def _fits(predicate: Predicate, value: Value) -> bool:
    unit = getattr(value, "unit", None)
    dimension = getattr(value, "dimension", None)
    if predicate.dimensions:
        return (dimension or "bare") in predicate.dimensions and _within(predicate, value)
    if dimension == "currency":
        return False
    if unit == "percent":
        return "percent" in predicate.units
    if predicate.units == ("percent",):
        return False
    if dimension not in (None, "count", "factor", "magnitude") and unit not in (
        *predicate.units,
        predicate.unit,
    ):
        return False
    return _within(predicate, value)


def _plain_enough(predicate: Predicate, value: Value, *, before: bool) -> bool:
    """Whether a near word alone may decide: the number counts nothing else. A bare number needs
    the word before it where people are counted."""
    unit = getattr(value, "unit", None)
    if unit is not None and getattr(value, "dimension", None) in predicate.dimensions:
        return unit == predicate.unit or predicate.unit is None
    if unit is None:
        return before or predicate.unit != "person"
    return unit == predicate.unit or unit in predicate.units


def _wants_unit(predicate: Predicate, value: Value) -> bool:
    """Whether the predicate is a measure (a length, a running time) and the number is bare: `18 km
    long with 27 stops` is no length of 27."""
    return getattr(value, "unit", None) is None and bool(predicate.units) and not predicate.unit


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
        return (
            isinstance(value, Range | Quantity)
            and predicate.name == "parameter_count"
            and (BILLIONS.search(getattr(value, "as_written", "").strip()) is not None)
        )
    if predicate.name == "parameter_count" and unit == "model":
        return any(n >= 10**5 for n in _numbers(value))
    if predicate.need == "any" and predicate.dimensions and not predicate.unit:
        return getattr(value, "dimension", None) in predicate.dimensions
    return (unit == predicate.unit and unit not in _SHARED) or unit in predicate.units


def _with_unit(value: Value, predicate: Predicate) -> Value:
    if (
        predicate.name == "parameter_reduction"
        and isinstance(value, Quantity)
        and (value.unit == "order of magnitude")
    ):
        return Quantity(value=Decimal(10) ** int(value.value), unit="factor", approx=True,
                        as_written=value.as_written)  # fmt: skip
    if predicate.unit and isinstance(value, Quantity | Range | QuantityList):
        return replace(value, unit=predicate.unit)
    return value


def _subject(reading: Reading, clause: Clause, found: FoundValue,
             predicate: Predicate) -> tuple[str, Mapping[str, str]]:  # fmt: skip
    """A name before the bracket that holds the number, else the clause's own subject; the part
    of it that is meant as a qualifier."""
    text = reading.document.text
    cell = reading.cell(clause.block, found.start)
    if cell:
        return cell[0], {}
    before = text[max(clause.start, found.start - 60) : found.start]
    labelled = _LABELLED.search(text, max(0, clause.start - 44), clause.start)
    if labelled and predicate.about == "system":
        return labelled["name"], {}
    match = _IN_BRACKET.search(before)
    if match and predicate.about in ("system", "any"):
        return match["name"], {}
    return reading.subjects.read(clause, predicate.about, found.start)


def _quoted(reading: Reading, number: _Number, reason: Reason) -> tuple[int, int]:
    """The number with its words; the whole clause when it is hardly longer. A comparison takes
    in its clause and the one that names what it compares with."""
    text = reading.document.text
    clause = number.clause
    start, end = reason.start, reason.end
    hedge = _HEDGE.search(text, max(clause.start, start - 14), start)
    if hedge and hedge.end() == start:
        start = hedge.start()
    named = _NAME_BEFORE.search(text, max(clause.start, start - 40), start)
    if named:
        start = named.start()
    if text[end - 1 : end] == "的" and clause.end - end <= 24:
        end = clause.end
    labelled = _LABELLED.search(text, max(0, clause.start - 44), clause.start)
    if labelled and start == clause.start:
        start = labelled.start()
    factor = reason.predicate.unit == "factor"
    if factor or clause.end - clause.start <= 2 * (end - start):
        start, end = clause.start, clause.end
    if factor and number.index > 0:
        before = reading.clauses[number.index - 1]
        if before.sentence == clause.sentence and _COMPARED.search(text, before.start, before.end):
            start = before.start
    return start, end


def _qualifiers(
    reading: Reading, clause: Clause, predicate: Predicate | None = None
) -> dict[str, str]:
    """The year that the clause, or else its sentence, gives: the scope of what changes over time.
    What does not change, like a length, has no such scope."""
    if predicate is not None and predicate.functional and not predicate.time_scoped:
        return {}
    sentence = reading.sentences[clause.sentence]
    own = reading.dates_in(clause.start, clause.end)
    dates = own or reading.dates_in(sentence.start, sentence.end)
    for found in dates:
        if _of_an_event(reading, found):
            continue
        if isinstance(found.value, Year):
            return {"as_of": str(found.value.value)}
        if isinstance(found.value, Date) and found.value.value[0] != "X":
            return {"as_of": found.value.value}
    return {}


def _in_role(maker: Maker, number: _Number, role: Role) -> Iterator[Claim]:
    """A number that says what is required, what was found and the like, with what it counts."""
    reading, clause, found = maker.reading, number.clause, number.found
    subject, part = _subject(reading, clause, found, role.predicate)
    noun = _noun(maker.text, number)
    inside = clause.start <= role.start < clause.end
    start = min(found.start, role.start) if inside else found.start
    end = max(found.end, role.end if inside else 0, noun.end() if noun else 0)
    more = {**({"of": noun["noun"]} if noun else {}), **part}
    more.update(_qualifiers(reading, clause, role.predicate))
    yield from maker.made(subject, role.predicate.name, number.value, (start, end), more=more)


def _noun(text: str, number: _Number) -> re.Match[str] | None:
    """The noun right behind a number, None where a function word follows."""
    end = number.found.end
    limit = min(number.clause.end, end + 40, max(number.limit, end))
    return noun_behind(text, end, limit)


def _of_an_event(reading: Reading, found: FoundValue) -> bool:
    """Whether a date is that of an event of its own (built in 1968), and no scope of a number."""
    clause = reading.clause_at(found.start)
    if clause is None:
        return False
    role = roles_of(reading.catalogue).of_date(reading, clause, found.start)
    return role is not None and role.predicate.value == "date" and role.predicate.functional


def _plain(maker: Maker, number: _Number) -> Iterator[Claim]:
    """A number whose role the words do not tell."""
    clause, found, value = number.clause, number.found, number.value
    unit = getattr(value, "unit", None)
    dimension = getattr(value, "dimension", None)
    dated = _dated(number)
    if dated is not None:
        subject = maker.reading.subjects.of(clause, "any", found.start)
        yield from maker.made(subject, "event_date", dated, (found.start, found.end))
        return
    noun = _noun(maker.text, number)
    if (
        unit is None
        and noun is None
        and _NUMBERED.search(maker.text, max(clause.start, found.start - 12), found.start)
    ):
        return
    name = PLAIN.get(dimension or "", "percentage" if unit == "percent" else "quantity")
    end = noun.end() if noun and name == "quantity" else found.end
    more = {"of": noun["noun"]} if noun and name == "quantity" else {}
    start = found.start
    if clause.end - clause.start <= 2 * (end - start):
        start, end = clause.start, clause.end
    reading = maker.reading
    cell = reading.cell(clause.block, found.start)
    subject, part = (cell[0], {}) if cell else reading.subjects.read(clause, "any", found.start)
    if cell and cell[1]:
        more = {"of": cell[1]}
    yield from maker.made(subject, name, value, (start, end),
                          more={**more, **part, **_qualifiers(reading, clause)})  # fmt: skip


def _dated(number: _Number) -> Value | None:
    """A day of the month without its month (4日), or a bare year (`the 2024 prize`)."""
    value = number.value
    if not isinstance(value, Quantity):
        return None
    day = _DAY.fullmatch(number.found.quote)
    if day and 1 <= value.value <= 31:
        return Date(value=f"XXXX-XX-{int(value.value):02d}", as_written=number.found.quote)
    if value.unit is None and _YEAR.fullmatch(number.found.quote):
        return Year(value=int(value.value), as_written=number.found.quote)
    return None
