"""FC301's other half: the number was kept and its unit changed (9.2公里 → 9.2 miles)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from factcheck.model import Quantity, Range
from factcheck.reconcile.translation.alignment import Alignment, Bead, Passage
from factcheck.sources.document import Span
from factcheck.values import parse_values
from factcheck.values.units import SURFACES

_LENIENT = Decimal("1.12")
"""How far two units may be apart under one number: a ton and a tonne are one in the press."""
_MONEY = frozenset({"USD", "EUR", "GBP", "JPY", "CNY", "KRW", "INR", "RUB"})
"""Currencies whose names are not each other's: a dollar may be of several countries, but no yen."""
_LONGEST = 3000
"""Letters beyond which a group of sentences is none, and is not read for measures."""
_TWO_COUNTRIES = frozenset("¥￥")
"""Signs of more than one of those currencies."""
_BARE_KILO = ("キロ", "千", "K", "k")
"""Endings that stand for kilograms and for kilometres alike."""


@dataclass(frozen=True, kw_only=True)
class Measure:
    """A number with its unit, where it stands in the document, and the bound its words give
    (`up`: at least, `down`: at most, `` none)."""

    start: int
    end: int
    value: Decimal
    unit: str
    dimension: str
    bound: str = ""


def measures(passage: Passage, span: Span) -> list[Measure]:
    """The numbers of some sentences with what the value reader says of unit and bound."""
    if span.end - span.start > _LONGEST:
        return []
    text = passage.document.text[span.start : span.end]
    found = []
    for item in parse_values(text, language=passage.language):
        value, bound = item.value, ""
        if isinstance(value, Range) and (value.min is None) != (value.max is None):
            bound = "up" if value.min is not None else "down"
            number = value.min if value.min is not None else value.max
        elif isinstance(value, Quantity):
            number = value.value
        else:
            continue
        if number is not None:
            found.append(Measure(
                start=span.start + item.start, end=span.start + item.end, value=number,
                unit=value.unit or "", dimension=value.dimension or "", bound=bound,
            ))  # fmt: skip
    return found


def once(found: Sequence[Measure]) -> Mapping[Decimal, Measure]:
    """The measures whose number stands once among them."""
    by_value: dict[Decimal, list[Measure]] = {}
    for measure in found:
        by_value.setdefault(measure.value, []).append(measure)
    return {value: row[0] for value, row in by_value.items() if len(row) == 1}


def changed_units(alignment: Alignment, bead: Bead) -> Iterator[tuple[Measure, Measure]]:
    """Pairs of one number under two units of one dimension that are not the same size."""
    left = once(measures(alignment.original, bead.original))
    right = once(measures(alignment.translation, bead.translation))
    for value in sorted(left.keys() & right.keys()):
        one, other = left[value], right[value]
        words = [alignment.original.document.text[one.start : one.end],
                 alignment.translation.document.text[other.start : other.end]]  # fmt: skip
        if not value or any(w.endswith(_BARE_KILO) or set(w) & _TWO_COUNTRIES for w in words):
            continue
        if _unlike(one, other):
            yield one, other


def _unlike(one: Measure, other: Measure) -> bool:
    if one.unit == other.unit or not one.dimension or one.dimension != other.dimension:
        return False
    if one.dimension == "currency":
        return one.unit in _MONEY and other.unit in _MONEY
    if one.dimension == "temperature":
        return True
    first, second = SURFACES.by_name.get(one.unit), SURFACES.by_name.get(other.unit)
    if first is None or second is None or not first.worth or not second.worth:
        return False
    low, high = sorted((first.worth, second.worth))
    return one.dimension != "count" and high / low > _LENIENT
