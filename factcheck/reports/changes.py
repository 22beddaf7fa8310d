"""A suggestion as an inline diff that keeps numbers and words whole."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from factcheck.model import Suggestion
from factcheck.reports.contents import Change, Segment
from factcheck.reports.passages import Places

_TOKEN = re.compile(
    r"[0-9０-９]{1,40}(?:[.,．，][0-9０-９]{1,40}){0,20}[万亿億兆千百十]{0,3}|[^\W\d_\u3040-\u9fff]{1,80}|\s{1,80}|.",
    re.DOTALL,
)


def change_of(suggestion: Suggestion | None, places: Places) -> Change | None:
    """The suggested change in its sentence, None where nothing is suggested."""
    if suggestion is None:
        return None
    return Change(
        passage=places.passage(suggestion.quote),
        replacement=suggestion.replacement,
        segments=tuple(_diff(suggestion.quote.exact, suggestion.replacement)),
    )


def _diff(old: str, new: str) -> Iterator[Segment]:
    former, latter = _TOKEN.findall(old), _TOKEN.findall(new)
    matcher = difflib.SequenceMatcher(a=former, b=latter, autojunk=False)
    for op, i, j, k, m in matcher.get_opcodes():
        yield Segment(op=op, old="".join(former[i:j]), new="".join(latter[k:m]))
