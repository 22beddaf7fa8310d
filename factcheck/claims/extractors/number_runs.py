"""Numbers of one unit that only a joining word parts (`3B and 13B parameters`), taken as one
list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.model import FoundValue, Quantity, QuantityList

JOINT = re.compile(r"\s{0,2}(?:和|与|及|、|,|，|以及|と|および|/|and|or|,\s?and)\s{0,2}")
"""What may stand between two numbers of a list."""
BILLIONS = re.compile(r"[0-9][BM]$")
"""The end of a size: 13B, 350M."""


def joined(text: str, values: list[FoundValue]) -> Iterator[FoundValue]:
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
        and (bool(units & {"parameter", "model"}) or (sized(one, text) and sized(other, text)))
        and JOINT.fullmatch(between) is not None
    )


def sized(value: FoundValue, text: str) -> bool:
    """Whether a number is written with B or M behind it, as sizes of models are."""
    return isinstance(value.value, Quantity) and BILLIONS.search(value.quote.strip()) is not None


def _list(text: str, run: list[FoundValue]) -> FoundValue:
    numbers = tuple(v.value.value for v in run if isinstance(v.value, Quantity))
    units = [v.value.unit for v in run if isinstance(v.value, Quantity) and v.value.unit]
    start, end = run[0].start, run[-1].end
    words = text[start:end]
    value = QuantityList(values=numbers, unit=units[-1] if units else None, as_written=words)
    return FoundValue(start=start, end=end, quote=words, value=value)
