"""Quantities, dates, identifiers and names read from English, Chinese and Japanese text, and what
may be said when two of them are compared. Pure: no files, no clock, no network."""

from factcheck.values.compare import Comparison, compare
from factcheck.values.names import NameComparison, compare_names, compare_people
from factcheck.values.organisations import aliases_from_ror, compare_organisations
from factcheck.values.parsing import parse_values
from factcheck.values.writing import format_like, format_value

__all__ = [
    "Comparison", "NameComparison", "aliases_from_ror", "compare", "compare_names",
    "compare_organisations", "compare_people", "format_like", "format_value", "parse_values",
]  # fmt: skip
