"""Typed values: what a claim asserts, normalised so that two spellings of one value are equal."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from sys import intern
from typing import ClassVar, Self, get_args

from factcheck.model.identity import Json, check, fold

MAX_DIGITS = 40
"""Significant digits a number may have before it is refused (docs/limits.md)."""
MAX_EXPONENT = 30
"""Largest power of ten, either way, that a number may have (docs/limits.md)."""


def plain_number(number: Decimal | None) -> int | float | None:
    """A JSON number for readers that want one; the exact decimal travels beside it."""
    if number is None:
        return None
    return int(number) if number == number.to_integral_value() else float(number)


def exact_number(number: Decimal | None) -> str | None:
    """The one decimal spelling of a number: no exponent, no trailing zeros."""
    if number is None:
        return None
    text = format(number, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def _told(number: Decimal | None) -> tuple[int | float | None, str | None]:
    """A number as it is written out: convenient and exact."""
    return plain_number(number), exact_number(number)


def _number(text: object) -> Decimal | None:
    if text is None:
        return None
    try:
        return Decimal(str(text))
    except InvalidOperation as error:
        raise ValueError(f"not a decimal number: {text!r}") from error


def _required(text: object) -> Decimal:
    number = _number(text)
    if number is None:
        raise ValueError("a number is missing")
    return number


def _word(text: str | None) -> str | None:
    """A unit or dimension as it was stored, one string for all values that have it."""
    return intern(text) if text else text


def _check_number(number: Decimal | None, record: str) -> None:
    if number is None:
        return
    _, digits, exponent = number.as_tuple()
    if exponent == 0 and len(digits) <= MAX_EXPONENT:
        return  # a whole number of few digits, as nearly all are
    check(number.is_finite(), record, "a number must be finite")
    check(len(digits) <= MAX_DIGITS, record, f"more than {MAX_DIGITS} digits")
    check(number == 0 or abs(number.adjusted()) <= MAX_EXPONENT, record, "exponent out of range")


@dataclass(frozen=True, kw_only=True, slots=True)
class Quantity:
    """One number with its unit. `low` to `high` is what the digits and hedges as written allow
    (1.5 allows 1.45 to 1.55; an exact count allows only itself); both bounds are inclusive.
    `unit` is canonical (`parameter`, `byte`, `percent`, `USD`) or None for a bare number;
    20 % has value 20 and unit `percent`."""

    type: ClassVar[str] = "quantity"
    value: Decimal
    unit: str | None = None
    dimension: str | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    approx: bool = False
    as_written: str = ""

    def __post_init__(self) -> None:
        _check_number(self.value, "quantity")
        for number in (self.low, self.high):
            if number is not self.value:
                _check_number(number, "quantity")
        # an exact count holds its number once: claims are many
        if self.low is None or self.low == self.value:
            object.__setattr__(self, "low", self.value)
        if self.high is None or self.high == self.value:
            object.__setattr__(self, "high", self.value)
        low, high = self.low, self.high
        check(low is not None and high is not None and low <= self.value <= high,
               "quantity", "the value lies outside its own bounds")  # fmt: skip

    def key(self) -> str:
        return f"quantity:{exact_number(self.value)}:{self.unit or ''}"

    def to_dict(self) -> Json:
        value, exact = told = _told(self.value)
        low, least = told if self.low is self.value else _told(self.low)
        high, most = told if self.high is self.value else _told(self.high)
        return {
            "type": self.type, "value": value, "exact": exact, "unit": self.unit,
            "dimension": self.dimension, "low": low, "high": high, "bounds": [least, most],
            "approx": self.approx, "as_written": self.as_written,
        }  # fmt: skip

    @classmethod
    def from_dict(cls, data: Json) -> Self:
        low, high = data["bounds"]
        return cls(
            value=_required(data["exact"]), low=_number(low), high=_number(high),
            unit=_word(data["unit"]), dimension=_word(data["dimension"]),
            approx=data["approx"], as_written=data["as_written"],
        )  # fmt: skip


@dataclass(frozen=True, kw_only=True, slots=True)
class Range:
    """An interval that the text states as one: 2 to 27 billion, at least 175B, under 5 km.
    An open end is None."""

    type: ClassVar[str] = "range"
    min: Decimal | None
    max: Decimal | None
    unit: str | None = None
    dimension: str | None = None
    min_inclusive: bool = True
    max_inclusive: bool = True
    approx: bool = False
    as_written: str = ""

    def __post_init__(self) -> None:
        _check_number(self.min, "range")
        _check_number(self.max, "range")
        check(self.min is not None or self.max is not None, "range", "both ends are open")

    def key(self) -> str:
        ends = f"{exact_number(self.min) or ''}:{exact_number(self.max) or ''}"
        return f"range:{ends}:{int(self.min_inclusive)}{int(self.max_inclusive)}:{self.unit or ''}"

    def to_dict(self) -> Json:
        return {
            "type": self.type, "min": plain_number(self.min), "max": plain_number(self.max),
            "bounds": [exact_number(self.min), exact_number(self.max)],
            "unit": self.unit, "dimension": self.dimension,
            "min_inclusive": self.min_inclusive, "max_inclusive": self.max_inclusive,
            "approx": self.approx, "as_written": self.as_written,
        }  # fmt: skip

    @classmethod
    def from_dict(cls, data: Json) -> Self:
        low, high = data["bounds"]
        return cls(
            min=_number(low), max=_number(high),
            unit=_word(data["unit"]), dimension=_word(data["dimension"]),
            min_inclusive=data["min_inclusive"], max_inclusive=data["max_inclusive"],
            approx=data["approx"], as_written=data["as_written"],
        )  # fmt: skip


@dataclass(frozen=True, kw_only=True, slots=True)
class QuantityList:
    """Several numbers named together with one unit: the 2B and 9B models."""

    type: ClassVar[str] = "quantity_list"
    values: tuple[Decimal, ...]
    unit: str | None = None
    dimension: str | None = None
    as_written: str = ""

    def __post_init__(self) -> None:
        check(bool(self.values), "quantity_list", "it is empty")
        for number in self.values:
            _check_number(number, "quantity_list")

    def key(self) -> str:
        numbers = ",".join(str(exact_number(v)) for v in sorted(self.values))
        return f"quantity_list:{numbers}:{self.unit or ''}"

    def to_dict(self) -> Json:
        return {
            "type": self.type, "values": [plain_number(v) for v in self.values],
            "exact": [exact_number(v) for v in self.values],
            "unit": self.unit, "dimension": self.dimension, "as_written": self.as_written,
        }  # fmt: skip

    @classmethod
    def from_dict(cls, data: Json) -> Self:
        return cls(
            values=tuple(_required(v) for v in data["exact"]), unit=_word(data["unit"]),
            dimension=_word(data["dimension"]), as_written=data["as_written"],
        )  # fmt: skip


@dataclass(frozen=True, kw_only=True, slots=True)
class Date:
    """A date or time as EDTF (`2024-07-31`, `2021-12`, `XXXX-08-04`, `2024-07-31T19:13:07Z`).
    `reference` is the date a relative expression was resolved against, None where none was."""

    type: ClassVar[str] = "date"
    value: str
    reference: str | None = None
    as_written: str = ""

    def __post_init__(self) -> None:
        check(bool(self.value), "date", "it is empty")

    def key(self) -> str:
        return f"date:{self.value}"

    def to_dict(self) -> Json:
        return {"type": "datetime" if "T" in self.value else "date", "value": self.value,
                "reference": self.reference, "as_written": self.as_written}  # fmt: skip

    @classmethod
    def from_dict(cls, data: Json) -> Self:
        return cls(value=data["value"], reference=data["reference"], as_written=data["as_written"])


@dataclass(frozen=True, kw_only=True, slots=True)
class Year:
    """A calendar year, the commonest date of all."""

    type: ClassVar[str] = "year"
    value: int
    as_written: str = ""

    def __post_init__(self) -> None:
        check(0 < self.value < 10000, "year", f"{self.value} is not a year")

    def key(self) -> str:
        return f"date:{self.value:04d}"

    def to_dict(self) -> Json:
        return {"type": self.type, "value": self.value, "as_written": self.as_written}

    @classmethod
    def from_dict(cls, data: Json) -> Self:
        return cls(value=data["value"], as_written=data["as_written"])


@dataclass(frozen=True, kw_only=True, slots=True)
class Entity:
    """One named thing: a person, an organisation, a system."""

    type: ClassVar[str] = "entity"
    value: str

    def __post_init__(self) -> None:
        check(bool(self.value.strip()), "entity", "it has no name")

    def key(self) -> str:
        return f"entity:{fold(self.value)}"

    def to_dict(self) -> Json:
        return {"type": self.type, "value": self.value}

    @classmethod
    def from_dict(cls, data: Json) -> Self:
        return cls(value=data["value"])


@dataclass(frozen=True, kw_only=True, slots=True)
class EntityList:
    """Several named things; `complete` only where the text says that these are all."""

    type: ClassVar[str] = "entity_list"
    values: tuple[str, ...]
    complete: bool = False

    def __post_init__(self) -> None:
        check(bool(self.values), "entity_list", "it is empty")

    def key(self) -> str:
        return "entity_list:" + ";".join(sorted(fold(v) for v in self.values))

    def to_dict(self) -> Json:
        return {"type": self.type, "values": list(self.values), "complete": self.complete}

    @classmethod
    def from_dict(cls, data: Json) -> Self:
        return cls(values=tuple(data["values"]), complete=data["complete"])


@dataclass(frozen=True, kw_only=True, slots=True)
class Identifier:
    """An identifier with its scheme: arxiv, doi, url, licence, orcid, version."""

    type: ClassVar[str] = "id"
    scheme: str
    value: str
    as_written: str = ""

    def __post_init__(self) -> None:
        check(bool(self.value), "id", "it is empty")

    def key(self) -> str:
        return f"id:{self.scheme}:{fold(self.value)}"

    def to_dict(self) -> Json:
        return {"type": self.type, "scheme": self.scheme, "value": self.value,
                "as_written": self.as_written}  # fmt: skip

    @classmethod
    def from_dict(cls, data: Json) -> Self:
        return cls(scheme=data["scheme"], value=data["value"], as_written=data["as_written"])


@dataclass(frozen=True, kw_only=True, slots=True)
class Text:
    """Words that are compared as words: a title, a statement in prose."""

    type: ClassVar[str] = "text"
    value: str

    def key(self) -> str:
        return f"text:{fold(self.value)}"

    def to_dict(self) -> Json:
        return {"type": self.type, "value": self.value}

    @classmethod
    def from_dict(cls, data: Json) -> Self:
        return cls(value=data["value"])


Value = Quantity | Range | QuantityList | Date | Year | Entity | EntityList | Identifier | Text
VALUE_TYPES: dict[str, type[Value]] = {
    **{kind.type: kind for kind in get_args(Value)}, "datetime": Date,
}  # fmt: skip
_CONVENIENCE: dict[str, tuple[str, ...]] = {
    "quantity": ("value", "low", "high"), "range": ("min", "max"), "quantity_list": ("values",),
}  # fmt: skip


def value_from_dict(data: Json) -> Value:
    """The value that `to_dict` wrote. Raises ValueError for an unknown type."""
    kind = VALUE_TYPES.get(data.get("type", ""))
    if kind is None:
        raise ValueError(f"unknown value type {data.get('type')!r}")
    return kind.from_dict(data)


def value_identity(value: Value) -> Json:
    """A value's dictionary without its convenience floats, fit for `digest`."""
    told = value.to_dict()
    for name in _CONVENIENCE.get(value.type, ()):
        del told[name]
    return told


@dataclass(frozen=True, kw_only=True, slots=True)
class FoundValue:
    """A value and where it stands: `text[start:end] == quote`, offsets in code points."""

    start: int
    end: int
    quote: str
    value: Value

    def __post_init__(self) -> None:
        check(0 <= self.start < self.end, "found value", "it has no extent")
        check(len(self.quote) == self.end - self.start, "found value", "quote and offsets differ")

    def to_dict(self) -> Json:
        return {"start": self.start, "end": self.end, "quote": self.quote,
                "value": self.value.to_dict()}  # fmt: skip
