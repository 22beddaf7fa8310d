"""Which tables of a page hold data and which only lay it out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

LONG_CELL = 600
"""Characters of a cell above which a table is a layout, unless it has header cells."""
_PARTS = ("p", "h1", "h2", "h3", "h4", "ul", "ol", "pre", "blockquote")


def data_tables(root: _Element) -> frozenset[_Element]:
    """The rows of all tables that hold data: two columns or more, no table inside, short cells."""
    outer: set[_Element] = set()
    tables = list(root.iter("table"))
    for table in tables:
        parent = next(table.iterancestors("table"), None)
        if parent is not None:
            outer.add(parent)
    rows: set[_Element] = set()
    for table in tables:
        if table not in outer and table.get("role") not in ("presentation", "none"):
            rows.update(_rows(table))
    return frozenset(rows)


def _rows(table: _Element) -> list[_Element]:
    rows = list(table.iter("tr"))
    cells = [list(row.iterchildren("td", "th")) for row in rows]
    if not cells or max(map(len, cells)) < 2:
        return []
    if next(table.iter("th"), None) is None:
        for row in cells:
            for cell in row:
                if sum(1 for _ in cell.iter(*_PARTS)) > 2:
                    return []
                if sum(map(len, cell.itertext())) > LONG_CELL:
                    return []
    return rows
