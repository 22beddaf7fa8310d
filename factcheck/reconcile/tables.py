"""The tables of a document as rows of cells, each with the one number that it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.reconcile.translation.figures import Figure, figures
from factcheck.sources.document import Block, Document

_BETWEEN = re.compile(r"[\s|:+\-─]{0,400}")
"""What may stand between two rows of one table: the line under the head, itself perhaps a row."""
_MARKS = re.compile(r"[\s*_]+")
_UNIT = re.compile(r"[%％$€£¥￥]|[a-zA-Z]{1,4}$|[一-鿿]{1,3}$")


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One cell: its words without emphasis, the one number in it (None where there is none or
    more), and the sign or short unit at that number."""

    words: str
    figure: Figure | None
    unit: str = ""


Row = tuple[Cell, ...]


def tables(document: Document) -> Iterator[tuple[Row, ...]]:
    """The tables of the body, head row included."""
    rows: list[Row] = []
    end = -1
    for block in document.blocks:
        if block.kind != "table_row" or block.zone != "body":
            continue
        if _BETWEEN.fullmatch(document.text, block.start, block.end):
            continue
        if rows and not _BETWEEN.fullmatch(document.text, end, block.start):
            yield tuple(rows)
            rows = []
        rows.append(_row(document, block))
        end = block.end
    if rows:
        yield tuple(rows)


def _row(document: Document, block: Block) -> Row:
    text = document.text
    mark = "|" if "|" in text[block.start : block.end] else "\t"
    cells, at = [], block.start
    for piece in text[block.start : block.end].split(mark):
        cells.append(_cell(document, at, at + len(piece), block))
        at += len(piece) + 1
    if mark == "|":
        cells = cells[1:] if not cells[0].words else cells
        cells = cells[:-1] if cells and not cells[-1].words else cells
    return tuple(cells)


def _cell(document: Document, start: int, end: int, block: Block) -> Cell:
    words = _MARKS.sub(" ", document.text[start:end]).strip()
    found = figures(document.text, start, end, block.language) if words else []
    figure = found[0] if len(found) == 1 and found[0].strong else None
    unit = _UNIT.search(words) if figure else None
    return Cell(words=words, figure=figure, unit=unit.group() if unit else "")
