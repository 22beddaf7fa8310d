"""A document as every reader leaves it: text, blocks, sections, languages, metadata, notes."""

from __future__ import annotations

import bisect
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from factcheck.model import Language, Quote, Snapshot

BlockKind = Literal[
    "heading", "numbered_item", "list_item", "paragraph", "field", "table_row", "caption", "code"
]
Zone = Literal["body", "furniture"]
PAGE_MARKUP = "the page marks it as"
"""How the reason of furniture begins where a page's markup says what it is."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Span:
    """A stretch of the document's text, in code points, end exclusive."""

    start: int
    end: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Block:
    """One block of text: usually a line of plain text, or a Markdown block. `start` to `end` hold
    the block without surrounding blanks and newlines, list marker included. `content` leaves out
    the marker (`- `, `2. `, `## `, `论文 3:`), and for a field the key. `label` is the marker or
    the field's key as written (`Title(参考訳)`, `3`). `level` is a heading's depth (1 = top) or a
    list item's nesting; `reason` says why a block is furniture, in a few words."""

    kind: BlockKind
    start: int
    end: int
    content: Span
    language: Language
    zone: Zone = "body"
    label: str = ""
    level: int = 0
    reason: str = ""

    def holds(self, offset: int) -> bool:
        return self.start <= offset < self.end


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """Words that the document itself strikes out or inserts (`<del>`, `<ins>`): the struck words,
    the inserted ones, or both where one replaces the other. Both still stand in the text, struck
    words between `~~`."""

    removed: Span | None = None
    inserted: Span | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Section:
    """The blocks from one heading (or other opener) to the next of its level: `blocks[first:last]`,
    the heading being `blocks[first]` (None for the part before the first heading). `title` is the
    heading's content; `subject` what the section is about (the title without number and year).
    `parent` is an index into the document's sections."""

    first: int
    last: int
    title: str = ""
    subject: str = ""
    heading: int | None = None
    level: int = 0
    parent: int | None = None


@dataclass(frozen=True, kw_only=True)
class Document:
    """A snapshot, read. Blocks are in text order and do not overlap; characters outside all blocks
    are blanks and separators. `metadata` holds title, authors, date, identifiers and licence where
    the document states them. `notes` say what the reader had to do (encoding guessed, byte order
    mark left out, characters replaced). `exact_map` is True where text offsets are also offsets of
    the decoded file, so that line:column and patches may be given. `changes` are what the document
    strikes out and inserts, in text order; `corrections` the lines that its markup says are notices
    of correction; `pages` the offsets at which the pages of a PDF begin,
    empty for what has no pages."""

    name: str
    snapshot: Snapshot
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...] = ()
    language: Language = "und"
    kind: Literal["article", "record"] = "article"
    metadata: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    exact_map: bool = True
    changes: tuple[Change, ...] = ()
    corrections: tuple[Span, ...] = ()
    pages: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        return self.snapshot.text

    def quote(self, start: int, end: int) -> Quote:
        """The quote of `text[start:end]`, with context. ValueError when outside or empty."""
        return Quote.of(self.snapshot, start, end)

    def block_at(self, offset: int) -> Block | None:
        """The block that holds the offset, None between blocks."""
        index = self.block_index_at(offset)
        return None if index is None else self.blocks[index]

    def block_index_at(self, offset: int) -> int | None:
        index = bisect.bisect_right(self._block_starts, offset) - 1
        if index >= 0 and self.blocks[index].holds(offset):
            return index
        return None

    def section_at(self, offset: int) -> Section | None:
        """The innermost section whose blocks hold the offset."""
        index = bisect.bisect_right(self._block_starts, offset) - 1
        holding = self._sections_of.get(index, [])
        return max(holding, key=lambda s: (s.first, s.level)) if holding else None

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1, columns in code points."""
        line = bisect.bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def page_of(self, offset: int) -> int | None:
        """The page that holds the offset, from 1; None for a document without pages."""
        return bisect.bisect_right(self.pages, offset) or None if self.pages else None

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    @cached_property
    def _sections_of(self) -> dict[int, list[Section]]:
        holding: dict[int, list[Section]] = {}
        for section in self.sections:
            for index in range(section.first, section.last):
                holding.setdefault(index, []).append(section)
        return holding

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        starts.extend(i + 1 for i, character in enumerate(self.text) if character == "\n")
        return starts
