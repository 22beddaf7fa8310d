"""The value of a house fact, read by the kind that its predicate has in the catalogue."""

from __future__ import annotations

import re
from collections.abc import Callable

from factcheck.claims.catalogue import Predicate
from factcheck.claims.making import entities
from factcheck.model import Date, Identifier, Quantity, Range, Text, Value, Year
from factcheck.values import parse_values

_SCHEMES = {"arxiv_id": "arxiv", "doi": "doi", "isbn": "isbn", "url": "url",
            "license": "license"}  # fmt: skip
_ISO = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")


def fact_value(predicate: Predicate, words: str, unit: str = "") -> Value | None:
    """The value that the words of a fact mean, with the unit given beside them. None where the
    words are no value of the predicate's kind."""
    words = words.strip()
    if not words:
        return None
    if predicate.value == "quantity":
        return _quantity(predicate, f"{words} {unit}".strip())
    read = _READINGS.get(predicate.value, _text)
    return read(predicate, words)


def _quantity(predicate: Predicate, words: str) -> Value | None:
    found = [v.value for v in parse_values(words) if isinstance(v.value, Quantity | Range)]
    if len(found) != 1:
        return None
    value = found[0]
    if value.unit is None and predicate.unit:
        fields = {**value.to_dict(), "unit": predicate.unit}
        return type(value).from_dict(fields)
    return value


def _year(predicate: Predicate, words: str) -> Value | None:
    if words.isascii() and words.isdigit() and 0 < int(words[:5]) < 10_000:
        return Year(value=int(words), as_written=words)
    return _date(predicate, words)


def _date(predicate: Predicate, words: str) -> Value | None:
    if _ISO.fullmatch(words):
        short = len(words) == 4
        return (
            Year(value=int(words), as_written=words)
            if short
            else Date(value=words, as_written=words)
        )
    found = [v.value for v in parse_values(words) if isinstance(v.value, Date | Year)]
    return found[0] if len(found) == 1 else None


def _entity(predicate: Predicate, words: str) -> Value | None:
    """One name, or several with semicolons between them: then they are all."""
    return entities(tuple(part.strip() for part in words.split(";")), complete=True)


def _identifier(predicate: Predicate, words: str) -> Value | None:
    scheme = _SCHEMES.get(predicate.name, predicate.name)
    for found in parse_values(words):
        if isinstance(found.value, Identifier) and found.value.scheme == scheme:
            return found.value
    return Identifier(scheme=scheme, value=words, as_written=words)


def _text(predicate: Predicate, words: str) -> Value | None:
    return Text(value=words)


_READINGS: dict[str, Callable[[Predicate, str], Value | None]] = {
    "year": _year, "date": _date, "entity": _entity, "id": _identifier,
}  # fmt: skip
