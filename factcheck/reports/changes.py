"""A suggestion or a correction as an inline diff in its sentence."""

from __future__ import annotations

from factcheck.corrections.case import Case
from factcheck.corrections.diff import diff
from factcheck.model import Quote, Suggestion
from factcheck.reports.contents import Change
from factcheck.reports.passages import Places


def change_of(suggestion: Suggestion | None, places: Places) -> Change | None:
    """The suggested change in its sentence, None where nothing is suggested."""
    if suggestion is None:
        return None
    return _change(suggestion.quote, suggestion.replacement, places)


def correction_change(case: Case, places: Places) -> Change:
    """The change that a correction makes, in its sentence."""
    return _change(case.target, case.replacement, places)


def _change(quote: Quote, replacement: str, places: Places) -> Change:
    return Change(
        passage=places.passage(quote), replacement=replacement,
        segments=tuple(diff(quote.exact, replacement)),
    )  # fmt: skip
