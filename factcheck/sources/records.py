"""What a reference record states, with the place of every value: the form that all record
readers share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from factcheck.sources.document import Span


@dataclass(frozen=True, kw_only=True)
class Stated:
    """A decoded value and where its written form stands in the text."""

    value: str
    span: Span


@dataclass(frozen=True, kw_only=True)
class Record:
    """One entry: its type (`article`), its key, its fields by lower-case name, and its authors one
    by one in reading order (`Jane Doe`). `span` is the whole entry; `open_authors` is True when
    the list ends in "and others"."""

    entry_type: str
    key: str
    span: Span
    fields: Mapping[str, Stated] = field(default_factory=dict)
    authors: tuple[Stated, ...] = ()
    editors: tuple[Stated, ...] = ()
    open_authors: bool = False

    @property
    def title(self) -> str:
        """The decoded title, empty when none is stated."""
        stated = self.fields.get("title")
        return stated.value if stated else ""
