"""A typed value in words that a reader of any language understands."""

from __future__ import annotations

from decimal import Decimal

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
    exact_number,
)

_UNIT_SIGNS = {"percent": "%"}


def value_words(value: Value) -> str:
    """The value as written for the report: `27 000 000 000 parameter`, `2024-07-31`, a name."""
    match value:
        case Quantity():
            return _hedged(value.approx, _with_unit(_grouped(value.value), value.unit))
        case Range():
            return _hedged(value.approx, _with_unit(_interval(value), value.unit))
        case QuantityList():
            return _with_unit(", ".join(_grouped(number) for number in value.values), value.unit)
        case Year():
            return f"{value.value:04d}"
        case Date() | Entity() | Text():
            return value.value
        case EntityList():
            return ", ".join(value.values) + ("" if value.complete else " (among others)")
        case Identifier():
            return f"{value.scheme}:{value.value}"


def _hedged(approx: bool, words: str) -> str:
    return f"about {words}" if approx else words


def _interval(value: Range) -> str:
    if value.min is None and value.max is not None:
        return ("at most " if value.max_inclusive else "under ") + _grouped(value.max)
    if value.max is None and value.min is not None:
        return ("at least " if value.min_inclusive else "over ") + _grouped(value.min)
    return " to ".join(_grouped(end) for end in (value.min, value.max) if end is not None)


def _grouped(number: Decimal) -> str:
    """Digits in groups of three, set apart by narrow blanks: no reader takes one for a point."""
    text = exact_number(number) or ""
    whole, point, fraction = text.partition(".")
    sign, digits = ("−", whole[1:]) if whole.startswith("-") else ("", whole)
    if len(digits) > 4:
        first = len(digits) % 3
        groups = [digits[:first]] if first else []
        groups += [digits[i : i + 3] for i in range(first, len(digits), 3)]
        digits = "\u202f".join(groups)
    return sign + digits + point + fraction


def _with_unit(number: str, unit: str | None) -> str:
    if not unit:
        return number
    return f"{number}\u202f{_UNIT_SIGNS.get(unit, unit)}"
