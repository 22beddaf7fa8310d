"""CSV read with the place of every cell: what the standard library does not keep."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.sources.document import Span

SEPARATORS = (",", "\t", ";")
_ENDS = {separator: re.compile(f"[{separator}\n\r]") for separator in SEPARATORS}


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's value and where its words stand, quotation marks left out."""

    value: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        return Span(start=self.start, end=self.end)


def separator_of(line: str) -> str:
    """The separator that a header line uses."""
    return max(SEPARATORS, key=line.count)


def rows(text: str, separator: str) -> Iterator[list[Cell]]:
    """The rows of a file, blank ones left out. A quoted cell may hold newlines; one that never
    ends takes the rest of the file."""
    position, size = 0, len(text)
    while position < size:
        row: list[Cell] = []
        while True:
            cell, position = _cell(text, position, separator)
            row.append(cell)
            if text[position : position + 1] != separator:
                break
            position += 1
        position += 2 if text.startswith("\r\n", position) else 1
        if any(cell.value for cell in row):
            yield row


def _cell(text: str, at: int, separator: str) -> tuple[Cell, int]:
    if text[at : at + 1] == '"':
        return _quoted(text, at, separator)
    end = _first(text, at, separator)
    words = text[at:end]
    lead = len(words) - len(words.lstrip())
    stripped = words.strip()
    return Cell(stripped, at + lead, at + lead + len(stripped)), end


def _quoted(text: str, at: int, separator: str) -> tuple[Cell, int]:
    start = at + 1
    position = start
    while True:
        end = text.find('"', position)
        if end < 0:
            return Cell(text[start:].replace('""', '"'), start, len(text)), len(text)
        if text[end + 1 : end + 2] != '"':
            break
        position = end + 2
    behind = _first(text, end + 1, separator)
    return Cell(text[start:end].replace('""', '"').strip(), start, end), behind


def _first(text: str, at: int, separator: str) -> int:
    """The offset of the next separator or newline, or the end."""
    found = _ENDS[separator].search(text, at)
    return found.start() if found else len(text)
