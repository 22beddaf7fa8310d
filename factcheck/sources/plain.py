"""The reader of plain text: lines become blocks by their markers and their neighbours."""

from __future__ import annotations

from factcheck.sources.assemble import assemble
from factcheck.sources.context import resolve
from factcheck.sources.cut import draft_of, unglue
from factcheck.sources.document import Document
from factcheck.sources.drafts import Draft
from factcheck.sources.lines import lines_of
from factcheck.sources.reader import Raw


class PlainReader:
    """Any text without markup that another reader knows."""

    name = "text"
    version = "1"
    media_type = "text/plain"
    suffixes = (".txt", ".text", "")

    def recognises(self, raw: Raw) -> bool:
        return False

    def read(self, raw: Raw) -> Document:
        return assemble(raw, self, plain_drafts(raw.decoded.text))


def plain_drafts(text: str, start: int = 0, end: int | None = None) -> list[Draft]:
    """The drafts of the blocks of `text[start:end]`."""
    drafts = [draft_of(line) for line in unglue(lines_of(text, start, end))]
    return resolve(drafts, text) if drafts else []
