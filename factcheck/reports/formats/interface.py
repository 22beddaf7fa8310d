"""The seam: what a report format is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from factcheck.reports.contents import Contents


class Render(Protocol):
    """Turns contents into one text that UTF-8 can hold. Pure: equal contents give equal text, and
    nothing in a field can become markup of the format."""

    def __call__(self, contents: Contents) -> str: ...


@dataclass(frozen=True, kw_only=True)
class Format:
    """A report format: the suffix of its files, its media type, and how it renders."""

    suffix: str
    media_type: str
    render: Render
