"""A typed value in the words of the report's own language, whatever language it was read from."""

from __future__ import annotations

from factcheck.model import Date, EntityList, Identifier, Value, Year
from factcheck.values import format_value

REPORT_LANGUAGE = "en"


def value_words(value: Value) -> str:
    """The value as the report writes it: `27 billion parameters`, `2024-07-31`, `doi:10.1/x`."""
    match value:
        case Year():
            return f"{value.value:04d}"
        case Date():
            return value.value  # as EDTF: it lines up in a table, and says what is not known
        case EntityList():
            return ", ".join(value.values) + ("" if value.complete else " (among others)")
        case Identifier():
            return f"{value.scheme}:{value.value}"
        case _:
            return format_value(value, REPORT_LANGUAGE)
