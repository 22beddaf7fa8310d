"""FC105 and FC106: bounds the wrong way round, and one measure or price in two units."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from decimal import Decimal

from factcheck.model import Conflict, Quantity
from factcheck.reconcile.rules.building import Finding, conflict, side
from factcheck.reconcile.rules.interface import RuleDoc
from factcheck.reconcile.translation.figures import Figure, figures
from factcheck.reconcile.translation.number_words import spaced
from factcheck.sources.document import Block, Document
from factcheck.values import parse_values
from factcheck.values.units import SURFACES

BOUNDS = RuleDoc(
    code="FC105", version=2, kind="internal", severity="medium",
    title="the lower bound is above the upper one",
    what="A range `between A and B` whose first number is the larger, or a minimum that is above "
    "the maximum told with it.",
    why="Either the bounds are swapped or a digit slipped.",
    example="between 270 and 27 participants",
)  # fmt: skip
UNITS = RuleDoc(
    code="FC106", version=2, kind="internal", severity="medium",
    title="two units of one measure disagree",
    what="A measure is given in two units, and the conversion is off by more than a rounding; or "
    "a price in two currencies that no rate of exchange since 2000 brings near each other.",
    why="Readers of one unit learn another size than readers of the other.",
    example="100 km (82 miles)",
)  # fmt: skip
_BETWEEN = (
    re.compile(r"(?<![A-Za-z])between (?P<a>[^.;()\n]{1,40}?) and (?P<b>[$€£]?\d[^.;()\n]{0,20})"),
    re.compile(r"在(?P<a>[^。;；()（）\n]{1,20}?)(?:到|至|和|"
               r"与)(?P<b>[^。;；()（）\n]{1,20}?)之间"),
    re.compile(r"(?P<a>\d[^。;；()（）\n、]{0,16}?)から(?P<b>\d[^。;；()（）\n、]{0,16}?)の間"),
)  # fmt: skip
_LEAST_EN = r"(?:minimum|lowest|smallest|shortest)"
_MOST_EN = r"(?:maximum|highest|largest|longest)"
_TO_NUMBER = r"[^\d.;!?()\n]{0,24}?"
_TO_NUMBER_HAN = r"[^\d。；;!?()（）\n]{0,8}?"
_LIMIT = r"(?P<{name}>[$€£¥]?\d[^,，、。;；()（）\n ]{{0,10}}(?: (?:million|billion))?)"
_EXTREMES = (
    re.compile(rf"(?<![A-Za-z]){_LEAST_EN}{_TO_NUMBER}{_LIMIT.format(name='a')}{_TO_NUMBER}"
               rf"(?<![A-Za-z]){_MOST_EN}{_TO_NUMBER}{_LIMIT.format(name='b')}", re.IGNORECASE),
    re.compile(rf"(?:最低|最小|最短|下限){_TO_NUMBER_HAN}{_LIMIT.format(name='a')}"
               rf"[^\d。；;!?\n]{{0,10}}?(?:最高|最大|最长|最長|上限){_TO_NUMBER_HAN}"
               rf"{_LIMIT.format(name='b')}"),
)  # fmt: skip
"""A minimum and then a maximum of one thing, told in one breath."""
_OPENING = re.compile(
    r"\s?[(（]\s?(?:about|approx\.?|approximately|roughly|around|nearly|some|or|equal to|=|≈|"
    r"约合?|約|折合|合|相当于|およそ)?\s?", re.IGNORECASE)  # fmt: skip
_LENIENT = Decimal("1.12")
"""How far a converted measure may be off: `100 yards (100 m)` is a habit and no mistake."""
_WORTH = {
    code: (Decimal(least), Decimal(most)) for code, least, most in (
        ("USD", "1", "1"), ("EUR", "0.82", "1.6"), ("GBP", "1.05", "2.1"), ("CNY", "0.12", "0.17"),
        ("JPY", "0.006", "0.0135"), ("KRW", "0.0006", "0.0012"),
    )
}  # fmt: skip
"""What one unit of a currency was worth in US dollars since 2000, least and most."""
_SLIPPED = Decimal(3)
"""How far beyond every rate of exchange two prices must lie to hold a slip of magnitude."""


def bounds(document: Document, block: Block) -> Iterator[Conflict]:
    """FC105: `between A and B`, and a minimum with its maximum."""
    text = document.text
    for pattern in _BETWEEN:
        for found in pattern.finditer(text, block.start, block.end):
            end = min(block.end, found.end("b") + 6)
            low = _strong(text, *found.span("a"), block)
            high = _strong(text, found.start("b"), end, block)
            if len(low) != 1 or not high or len(high[0].readings) > 1:
                continue
            yield from _turned(document, low[0], high[0], "the first bound is the larger one")
    for pattern in _EXTREMES:
        for found in pattern.finditer(text, block.start, block.end):
            low = _strong(text, *found.span("a"), block)
            high = _strong(text, *found.span("b"), block)
            if len(low) == len(high) == 1 and _is_minus(text, low[0]) == _is_minus(text, high[0]):
                yield from _turned(document, low[0], high[0], "the minimum is above the maximum")


def _strong(text: str, start: int, end: int, block: Block) -> list[Figure]:
    return [f for f in figures(text, start, end, block.language) if f.strong]


def _is_minus(text: str, figure: Figure) -> bool:
    return bool(re.search(r"[-−–零]下?$", text[max(0, figure.start - 2) : figure.start]))


def _turned(document: Document, a: Figure, b: Figure, why: str) -> Iterator[Conflict]:
    shared = b.magnitude if a.magnitude == 1 and a.value < b.value * b.magnitude else 1
    if a.value * shared <= b.value or a.value <= b.value or 1000 <= a.value <= 2100:
        return
    yield conflict(BOUNDS, Finding(
        sides=(side(document, a.start, b.end, role="range"),),
        message=f"“{document.text[a.start : b.end]}”: {why}",
        explanation=(f"{spaced(a.value)} is more than {spaced(b.value)}",), confidence=80,
    ))  # fmt: skip


def two_units(document: Document, block: Block) -> Iterator[Conflict]:
    """FC106: a measure or price with another one in brackets behind it."""
    text = document.text[block.start : block.end]
    if not any(sign in text for sign in "(（"):
        return
    values = [v for v in parse_values(text, language=block.language)
              if isinstance(v.value, Quantity)]  # fmt: skip
    for one, other in itertools.pairwise(values):
        a, b = one.value, other.value
        if not _OPENING.fullmatch(text, one.end, other.start):
            continue
        if not isinstance(a, Quantity) or not isinstance(b, Quantity):
            continue
        if not text[other.end : other.end + 1].startswith((")", "）")):
            continue
        ratio = _prices_apart(a, b) if a.dimension == "currency" else _ratio(a, b)
        if ratio is None or ratio <= _LENIENT:
            continue
        yield conflict(UNITS, Finding(
            sides=(side(document, block.start + one.start, block.start + one.end, role="one unit"),
                   side(document, block.start + other.start, block.start + other.end,
                        role="other unit")),
            message=f"“{one.quote}” and “{other.quote}” are not the same measure",
            explanation=(f"converted, the two differ by a factor of {round(ratio, 2)}",),
            confidence=85,
        ))  # fmt: skip


def _ratio(a: Quantity, b: Quantity) -> Decimal | None:
    """How far two measures of one dimension are apart, None where they cannot be compared."""
    if a.dimension in (None, "currency", "count", "temperature") or a.dimension != b.dimension:
        return None
    first, second = SURFACES.by_name.get(a.unit or ""), SURFACES.by_name.get(b.unit or "")
    if first is None or second is None or first is second or not first.worth or not second.worth:
        return None
    x, y = a.value * first.worth, b.value * second.worth
    if x <= 0 or y <= 0:
        return None
    return max(x, y) / min(x, y)


def _prices_apart(a: Quantity, b: Quantity) -> Decimal | None:
    """How far two prices are apart at the rate that brings them nearest; None where some rate of
    these years makes them nearly equal, or a currency is not known."""
    if a.dimension != b.dimension or a.unit == b.unit or a.value <= 0 or b.value <= 0:
        return None
    known = [_WORTH.get(a.unit or ""), _WORTH.get(b.unit or "")]
    if known[0] is None or known[1] is None:
        return None
    (least, most), (other_least, other_most) = known[0], known[1]
    low, high = a.value * least, a.value * most
    other_low, other_high = b.value * other_least, b.value * other_most
    apart = max(other_low / high, low / other_high)
    return apart if apart > _SLIPPED else None
