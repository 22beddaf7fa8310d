"""Listings in every format: a table by display width on a terminal, tab-separated lines in a pipe,
JSON, JSON lines, and CSV that no spreadsheet runs."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterator, Sequence

from factcheck.cli import output
from factcheck.cli.options import ListFormat
from factcheck.cli.width import clip, display_width, pad

_GAP = "  "
_NARROWEST = 8
_FORMULA_STARTS = frozenset("=+-@\t\r\0")

Row = Sequence[str]


def emit_listing(columns: Sequence[str], rows: Sequence[Row], form: ListFormat) -> None:
    """Print rows in a format. JSON writes objects with the columns as keys."""
    if form is ListFormat.json:
        output.emit_json([dict(zip(columns, row, strict=True)) for row in rows])
    elif form is ListFormat.jsonl:
        for row in rows:
            output.emit_json(dict(zip(columns, row, strict=True)), line=True)
    elif form is ListFormat.csv:
        output.emit(csv_lines(columns, rows))
    else:
        screen = output.Screen.of_output()
        output.emit(table_lines(columns, rows, screen) if screen.terminal else plain_lines(rows))


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
    """Aligned columns that fit the screen: the widest give way first, cells are cut with an
    ellipsis."""
    if not rows:
        return [screen.paint("nothing to list", "dim")]
    cells = [[output.escape(cell) for cell in row] for row in rows]
    widths = [max(map(display_width, column)) for column in zip(columns, *cells, strict=True)]
    spare = screen.width - len(_GAP) * (len(widths) - 1)
    while sum(widths) > spare and max(widths) > _NARROWEST:
        widths[widths.index(max(widths))] -= 1
    lines = [screen.paint(_line([c.upper() for c in columns], widths), "bold")]
    return lines + [_line(row, widths) for row in cells]


def _line(row: Row, widths: Sequence[int]) -> str:
    cut = (pad(clip(cell, width), width) for cell, width in zip(row, widths, strict=True))
    return _GAP.join(cut).rstrip()
