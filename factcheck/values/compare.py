"""Says how two values relate, as intervals with units: equal, rounding, refines, contradicts or
incomparable. Symmetric; a value is always equal to itself. No string similarity decides here."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal, localcontext
from typing import Literal

from factcheck.model import (
    Date,
    Entity,
    EntityList,
    Identifier,
    Quantity,
    QuantityList,
    Range,
    Text,
    Value,
    Year,
    fold,
)  # fmt: skip
from factcheck.values.units import SURFACES, Unit

Comparison = Literal["equal", "rounding", "refines", "contradicts", "incomparable"]
EQUAL_WITHIN = Decimal("1e-18")
"""Numbers that differ by less than this part of them are one: thirds have no last digit."""


_SOME = re.compile(r"[余餘]|多(?!于)|あまり|-odd")
"""Words behind a number for a little more of it."""
_KILO = {"length": Decimal(1000), "mass": Decimal(1)}
"""What the Japanese kilo of unknown kind is worth beside a unit that says its kind."""
_UNKNOWN_KILO = "length or mass"
_SECONDS_IN_MONTH = Decimal(2629746)
"""A twelfth of the mean Gregorian year."""


@dataclass(frozen=True, slots=True)
class _Span:
    """An interval in base units; None is open. `exact` is the point a quantity states."""

    low: Decimal | None
    high: Decimal | None
    low_in: bool
    high_in: bool
    exact: Decimal | None
    approx: bool


def compare(a: Value, b: Value) -> Comparison:
    """How `a` and `b` relate.

    equal: the same value. rounding: different digits, but each as written allows the other.
    refines: one says the same more narrowly. contradicts: they cannot both hold. incomparable:
    they speak of different kinds of thing. `compare(a, b) == compare(b, a)`.
    """
    if isinstance(a, Quantity | Range | QuantityList) and isinstance(
        b, Quantity | Range | QuantityList
    ):
        with localcontext(prec=80):
            return _numbers(a, b)
    if isinstance(a, Date | Year) and isinstance(b, Date | Year):
        from factcheck.values.compare_dates import compare_dates

        return compare_dates(_edtf(a), _edtf(b))
    if isinstance(a, Identifier) and isinstance(b, Identifier):
        return _identifiers(a, b)
    if isinstance(a, Year) and isinstance(b, Quantity):
        return _year_and_number(a, b)
    if isinstance(b, Year) and isinstance(a, Quantity):
        return _year_and_number(b, a)
    if isinstance(a, Entity) and isinstance(b, Entity):
        return "equal" if fold(a.value) == fold(b.value) else "incomparable"
    if isinstance(a, EntityList) and isinstance(b, EntityList):
        return _lists(a, b)
    if isinstance(a, Text) and isinstance(b, Text):
        return "equal" if fold(a.value) == fold(b.value) else "incomparable"
    return "incomparable"


def _edtf(value: Date | Year) -> str:
    return f"{value.value:04d}" if isinstance(value, Year) else value.value


def _year_and_number(year: Year, number: Quantity) -> Comparison:
    """A bare 2017 may be either a year or a number; with a unit it is no year."""
    if number.unit is not None:
        return "incomparable"
    return "equal" if number.value == year.value else "contradicts"


def _identifiers(a: Identifier, b: Identifier) -> Comparison:
    if a.scheme != b.scheme:
        return "incomparable"
    if fold(a.value) == fold(b.value):
        return "equal"
    if a.scheme == "arxiv":
        bare = [v.value.lower().rpartition("v") for v in (a, b)]
        names = [head or tail for head, _, tail in bare]
        versions = {tail for head, _, tail in bare if head}
        if names[0] == names[1] and len(versions) < 2:
            return "refines"
    return "incomparable" if a.scheme == "url" else "contradicts"


def _lists(a: EntityList, b: EntityList) -> Comparison:
    one, two = {fold(v) for v in a.values}, {fold(v) for v in b.values}
    if one == two:
        return "equal"
    if (one < two and not a.complete) or (two < one and not b.complete):
        return "refines"
    return "contradicts" if a.complete and b.complete else "incomparable"


def _in_celsius(value: Quantity | Range | QuantityList) -> Quantity | Range | QuantityList:
    """A temperature in degrees Fahrenheit turned into one in degrees Celsius."""

    def turned(number: Decimal | None) -> Decimal | None:
        return None if number is None else ((number - 32) * 5 / 9).quantize(Decimal("1e-20"))

    if isinstance(value, QuantityList) or value.unit != "degree Fahrenheit":
        return value
    if isinstance(value, Range):
        return replace(value, min=turned(value.min), max=turned(value.max), unit="degree Celsius")
    return replace(
        value, value=turned(value.value) or Decimal(0), low=turned(value.low),
        high=turned(value.high), unit="degree Celsius",
    )  # fmt: skip


def _numbers(a: Quantity | Range | QuantityList, b: Quantity | Range | QuantityList) -> Comparison:
    if {a.unit, b.unit} == {"degree Celsius", "degree Fahrenheit"}:
        a, b = _in_celsius(a), _in_celsius(b)
    factors = _common_unit(a.unit, a.dimension, b.unit, b.dimension)
    if factors is None:
        return "incomparable"
    if isinstance(a, QuantityList) or isinstance(b, QuantityList):
        return _number_lists(a, b, factors)
    one, two = _span(a, factors[0]), _span(b, factors[1])
    if one.exact is not None and two.exact is not None:
        return _points(one, two)
    return _spans(one, two)


def _common_unit(
    unit: str | None, dimension: str | None, other: str | None, other_dimension: str | None
) -> tuple[Decimal, Decimal] | None:
    """What to multiply each number with to bring both to one unit; None where there is none."""
    one = Decimal(1)
    if unit == other:
        return one, one
    if {unit, other} == {None, "percent"}:
        hundredth = Decimal("0.01")
        return (hundredth, one) if unit == "percent" else (one, hundredth)
    if unit is None or other is None:
        known = other_dimension if unit is None else dimension
        return (one, one) if known in ("count", "rank", "factor", None) else None
    first, second = SURFACES.by_name.get(unit), SURFACES.by_name.get(other)
    if first is None or second is None or dimension == "currency":
        return None
    if (dimension == "age") != (other_dimension == "age"):
        return None
    worths = _worth_in(first, second.dimension), _worth_in(second, first.dimension)
    return (worths[0], worths[1]) if worths[0] and worths[1] else None


def _worth_in(unit: Unit, dimension: str) -> Decimal | None:
    """The worth of a unit beside one of another dimension: a month beside days, a kilo of unknown
    kind beside a length or a mass; None where the two cannot be brought together."""
    if unit.dimension == dimension:
        return unit.worth
    if unit.name == "kilo":
        return _KILO.get(dimension)
    if dimension == _UNKNOWN_KILO:
        return unit.worth if unit.dimension in _KILO else None
    if (unit.dimension, dimension) == ("month", "time") and unit.worth:
        return unit.worth * _SECONDS_IN_MONTH
    return unit.worth if (unit.dimension, dimension) == ("time", "month") else None


def _span(value: Quantity | Range, factor: Decimal) -> _Span:
    def scaled(number: Decimal | None) -> Decimal | None:
        return None if number is None else number * factor

    if isinstance(value, Quantity):
        return _Span(
            scaled(value.low), scaled(value.high), True, True, value.value * factor, value.approx
        )
    exact = scaled(value.min) if value.min is not None and value.min == value.max else None
    most = _and_some(value)
    return _Span(
        scaled(value.min),
        scaled(value.max if most is None else most),
        value.min_inclusive,
        value.max_inclusive and most is None,
        exact,
        value.approx,
    )


def _and_some(value: Range) -> Decimal | None:
    """What 2.3万余 stays below: 2.4万, the next number of as many digits."""
    if value.min is None or value.max is not None or not _SOME.search(value.as_written):
        return None
    plain = value.min.normalize()
    return value.min + Decimal(1).scaleb(int(plain.as_tuple().exponent)) if plain else None


def _same(a: Decimal | None, b: Decimal | None) -> bool:
    if a is None or b is None:
        return a is b
    return a == b or abs(a - b) <= max(abs(a), abs(b)) * EQUAL_WITHIN


def _points(one: _Span, two: _Span) -> Comparison:
    if _same(one.exact, two.exact):
        return "equal"
    if _holds(one, two.exact) or _holds(two, one.exact):
        return "rounding"
    return "contradicts"


def _holds(span: _Span, point: Decimal | None) -> bool:
    if point is None:
        return False
    above = span.low is None or span.low < point or (span.low_in and _same(span.low, point))
    below = span.high is None or point < span.high or (span.high_in and _same(span.high, point))
    return above and below


def _spans(one: _Span, two: _Span) -> Comparison:
    same_low = _same(one.low, two.low) and (one.low is None or one.low_in == two.low_in)
    same_high = _same(one.high, two.high) and (one.high is None or one.high_in == two.high_in)
    if same_low and same_high and (one.exact is None) == (two.exact is None):
        return "equal"
    for point, span in ((one.exact, two), (two.exact, one)):
        if point is not None:
            if _holds(span, point):
                return "refines"
            return "rounding" if span.approx and _near(span, point) else "contradicts"
    if _within(one, two) or _within(two, one):
        return "refines"
    return "incomparable" if _overlap(one, two) else "contradicts"


def _near(span: _Span, point: Decimal) -> bool:
    """Within a tenth of an approximate end."""
    return any(
        end is not None and abs(end - point) * 10 <= abs(end) for end in (span.low, span.high)
    )


def _within(inner: _Span, outer: _Span) -> bool:
    low = outer.low is None or (
        inner.low is not None
        and (
            inner.low > outer.low or (inner.low == outer.low and (outer.low_in or not inner.low_in))
        )
    )
    high = outer.high is None or (
        inner.high is not None
        and (
            inner.high < outer.high
            or (inner.high == outer.high and (outer.high_in or not inner.high_in))
        )
    )
    return low and high


def _overlap(one: _Span, two: _Span) -> bool:
    for first, second in ((one, two), (two, one)):
        if (
            first.high is not None
            and second.low is not None
            and (
                first.high < second.low
                or (first.high == second.low and not (first.high_in and second.low_in))
            )
        ):
            return False
    return True


def _number_lists(
    a: Quantity | Range | QuantityList,
    b: Quantity | Range | QuantityList,
    factors: tuple[Decimal, Decimal],
) -> Comparison:
    one, two = _members(a, factors[0]), _members(b, factors[1])
    if one is None or two is None:
        return "incomparable"
    if one == two:
        return "equal"
    if one < two or two < one:
        return "refines"
    return "contradicts"


def _members(value: Quantity | Range | QuantityList, factor: Decimal) -> frozenset[Decimal] | None:
    if isinstance(value, Quantity):
        return frozenset({(value.value * factor).normalize()})
    if isinstance(value, QuantityList):
        return frozenset((v * factor).normalize() for v in value.values)
    return None
