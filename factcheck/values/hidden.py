"""Looks through characters that nobody sees (zero-width blanks, marks of direction, soft hyphens):
a value is read as if they were not there, and its span holds them."""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck.model import Date, FoundValue, Identifier, Quantity, Range, Year

_HIDDEN = re.compile(
    "[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]{1,4000}"
)


def without_hidden(text: str) -> tuple[str, list[int]] | None:
    """The text without hidden characters and where each of its characters stood; None where there
    is nothing hidden."""
    if _HIDDEN.search(text) is None:
        return None
    seen: list[str] = []
    places: list[int] = []
    position = 0
    for match in _HIDDEN.finditer(text):
        seen.append(text[position : match.start()])
        places.extend(range(position, match.start()))
        position = match.end()
    seen.append(text[position:])
    places.extend(range(position, len(text)))
    return "".join(seen), places


def placed_back(found: list[FoundValue], text: str, places: list[int]) -> list[FoundValue]:
    """The values at their places in the text as it is, with its words."""
    result = []
    for item in found:
        start, end = places[item.start], places[item.end - 1] + 1
        words = text[start:end]
        value = item.value
        if isinstance(value, Quantity | Range | Date | Year | Identifier):
            value = replace(value, as_written=words)
        result.append(FoundValue(start=start, end=end, quote=words, value=value))
    return result
