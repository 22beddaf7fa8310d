"""What a reference record states, with the place of every value: the form that all record
readers share."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from factcheck.sources.document import Span

FACT = "fact"
"""The type of a record that is one house fact."""
FACT_KEYS = frozenset({"subject", "predicate", "value"})
"""What a house fact must state."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Stated:
    """A decoded value and where its written form stands in the text."""

    value: str
    span: Span


@dataclass(frozen=True, kw_only=True, slots=True)
class Update:
    """A notice about a work. `kind` is one of Crossref's update types (correction, retraction,
    expression_of_concern …); `direction` is `by` where the record is the work's and `other` the
    DOI of the notice, `to` where the record is the notice's and `other` the DOI of the work.
    `source` says who reports it (publisher, retraction-watch, openalex), `date` is EDTF."""

    kind: str
    direction: Literal["by", "to"]
    span: Span
    other: str = ""
    source: str = ""
    date: str = ""
    reason: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Record:
    """One entry: its type (`article`), its key, its fields by lower-case name, and its authors one
    by one in reading order (`Jane Doe`). `span` is the whole entry; `open_authors` is True when
    the list ends in "and others"; `aliases` are other names of the thing that it is about."""

    entry_type: str
    key: str
    span: Span
    fields: Mapping[str, Stated] = field(default_factory=dict)
    authors: tuple[Stated, ...] = ()
    editors: tuple[Stated, ...] = ()
    open_authors: bool = False
    institutions: tuple[Stated, ...] = ()
    aliases: tuple[Stated, ...] = ()
    updates: tuple[Update, ...] = ()

    @property
    def title(self) -> str:
        """The decoded title, empty when none is stated."""
        stated = self.fields.get("title")
        return stated.value if stated else ""

    @property
    def subject(self) -> str:
        """What the entry is about: the subject of a fact, a title, a name, else the key."""
        for name in ("subject", "title", "name"):
            stated = self.fields.get(name)
            if stated and stated.value.strip():
                return stated.value
        return self.key


Parse = Callable[[str, list[str]], Iterator[Record]]
"""What reads a format: the records of a text one by one, so that no more than one is held; notes
on what could not be read are added to the list."""
