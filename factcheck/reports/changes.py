"""A suggestion as an inline diff in its sentence."""

from __future__ import annotations

from factcheck.corrections.diff import diff
from factcheck.model import Suggestion
from factcheck.reports.contents import Change
from factcheck.reports.passages import Places


def change_of(suggestion: Suggestion | None, places: Places) -> Change | None:
    """The suggested change in its sentence, None where nothing is suggested."""
    if suggestion is None:
        return None
    return Change(
        passage=places.passage(suggestion.quote), replacement=suggestion.replacement,
        segments=tuple(diff(suggestion.quote.exact, suggestion.replacement)),
    )  # fmt: skip
