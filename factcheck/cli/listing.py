"""Listings in every format: a table by display width on a terminal, tab-separated lines in a pipe,
JSON, JSON lines, and CSV that no spreadsheet runs."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from factcheck.cli import output
from factcheck.cli.desk import short
from factcheck.cli.options import ListFormat
from factcheck.cli.width import clip, clip_front, display_width, pad
from factcheck.model import Json

_GAP = "  "
_NARROW = 10
"""Columns as narrow as this, an id among them, are never cut."""
PLACE = "place"
_FORMULA_STARTS = frozenset("=+-@\t\r\0")

Row = Sequence[str]
T = TypeVar("T")


def emit_listing(
    columns: Sequence[str], rows: Sequence[Row], form: ListFormat, records: Iterable[Json] = ()
) -> None:
    """Print rows in a format. JSON writes the records in full where there are any, else objects
    with the columns as keys."""
    if form in (ListFormat.json, ListFormat.jsonl):
        full = list(records) or [dict(zip(columns, row, strict=True)) for row in rows]
        if form is ListFormat.json:
            output.emit_json(full)
        else:
            for record in full:
                output.emit_json(record, line=True)
    elif form is ListFormat.csv:
        output.emit(csv_lines(columns, rows))
    else:
        screen = output.Screen.of_output()
        output.emit(table_lines(columns, rows, screen) if screen.terminal else plain_lines(rows))


def emit_items(
    columns: Sequence[str], items: Iterable[T], form: ListFormat,
    row: Callable[[T, Callable[[str], str]], Row], record: Callable[[T], Json],
) -> None:  # fmt: skip
    """Print things in a format. `row` makes the cells of one, with what shortens an id where people
    read it and leaves it whole for programs; `record` the whole of one for JSON."""
    kept = list(items)
    name = short if form is ListFormat.table else str
    emit_listing(columns, [row(item, name) for item in kept], form, map(record, kept))


def plain_lines(rows: Sequence[Row]) -> Iterator[str]:
    """Tab-separated cells, no heading: made for cut, sort and grep."""
    return ("\t".join(output.escape(cell) for cell in row) for row in rows)


def csv_lines(columns: Sequence[str], rows: Sequence[Row]) -> Iterator[str]:
    """CSV with a heading, every cell quoted, formulas made harmless."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return iter(buffer.getvalue().splitlines())


def harmless(cell: str) -> str:
    """The cell with an apostrophe before it if a spreadsheet could take it for a formula, also
    behind blanks, a byte order mark or in full-width form."""
    start = cell.lstrip(" \u00a0\u3000\ufeff\u200b")[:1]
    folded = unicodedata.normalize("NFKC", start)
    return "'" + cell if folded[:1] in _FORMULA_STARTS and start else cell


def table_lines(columns: Sequence[str], rows: Sequence[Row], screen: output.Screen) -> list[str]:
    """Aligned columns that fit the screen: narrow ones stay whole, the widest give way first, cells
    are cut with an ellipsis: a place at its front, since its line and column are at the end."""
    if not rows:
        return [screen.paint("nothing to list", "dim")]
    cells = [[output.escape(cell) for cell in row] for row in rows]
    widths = [max(map(display_width, column)) for column in zip(columns, *cells, strict=True)]
    spare = screen.width - len(_GAP) * (len(widths) - 1)
    # a place gives way twice as soon: its end says enough to find it
    weights = [2 if name == PLACE else 1 for name in columns]
    while sum(widths) > spare and max(widths) > _NARROW:
        bulk = [w * weight if w > _NARROW else 0 for w, weight in zip(widths, weights, strict=True)]
        widths[bulk.index(max(bulk))] -= 1
    cuts = [clip_front if name == PLACE else clip for name in columns]
    lines = [
        _GAP.join(pad(cut(cell, width), width)
                  for cell, width, cut in zip(row, widths, cuts, strict=True)).rstrip()
        for row in cells
    ]  # fmt: skip
    heading = _GAP.join(pad(c.upper(), w) for c, w in zip(columns, widths, strict=True))
    return [screen.paint(heading.rstrip(), "bold"), *lines]
