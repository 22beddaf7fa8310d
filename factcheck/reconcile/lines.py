"""The lines of a document's body: what is damaged in a text is damaged line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.sources.document import Document

_LINE = re.compile(r"[^\r\n]+")


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line without its line break and surrounding blanks; offsets are the document's."""

    start: int
    end: int
    text: str


def body_lines(document: Document) -> Iterator[Line]:
    """The lines of the body in text order; furniture and code are left out."""
    for found in _LINE.finditer(document.text):
        text = found.group().strip()
        if not text:
            continue
        start = found.start() + found.group().index(text[0])
        block = document.block_at(start)
        if block is not None and (block.zone != "body" or block.kind == "code"):
            continue
        yield Line(start=start, end=start + len(text), text=text)
