"""The seam: what a report format is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from factcheck.reports.contents import Contents


class Render(Protocol):
    """Turns contents into one text that UTF-8 can hold. Pure: equal contents give equal text, and
    nothing in a field can become markup of the format."""

    def __call__(self, contents: Contents) -> str: ...


class Stream(Protocol):
    """The same text in pieces: what a long report is written from without being held."""

    def __call__(self, contents: Contents) -> Iterator[str]: ...


@dataclass(frozen=True, kw_only=True)
class Format:
    """A report format: the suffix of its files, its media type, and how it renders. `stream` gives
    the same text in pieces, None where a format makes it whole."""

    suffix: str
    media_type: str
    render: Render
    stream: Stream | None = None
