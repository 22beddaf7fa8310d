"""The Retraction Watch data: a CSV with one notice about one paper in each row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.sources.document import Span
from factcheck.sources.records.csv_spans import Cell, rows
from factcheck.sources.records.people import turned
from factcheck.sources.records.record import Record, Stated, Update
from factcheck.sources.records.shapes import bare_doi

COLUMNS = {
    "Title": "title", "Journal": "journal", "Publisher": "publisher", "OriginalPaperDOI": "doi",
    "OriginalPaperDate": "date", "OriginalPaperPubMedID": "pmid", "Record ID": "key",
    "Country": "country", "Subject": "keywords", "Notes": "note",
}  # fmt: skip
KINDS = {"retraction": "retraction", "correction": "correction",
         "expression of concern": "expression_of_concern",
         "reinstatement": "reinstatement"}  # fmt: skip
_DATE = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_ABSENT = frozenset({"", "unavailable", "unknown", "0"})


def parse(text: str, notes: list[str]) -> Iterator[Record]:
    """The records of the file; rows of another length than the header are read as far as they
    go, and noted."""
    short = 0
    header: list[str] = []
    for row in rows(text, ","):
        if not header:
            header = [cell.value for cell in row]
            continue
        short += len(row) < len([name for name in header if name])
        yield _record(dict(zip(header, row, strict=False)), row)
    if short:
        notes.append(f"{short} row(s) with fewer cells than the header")


def _record(cells: dict[str, Cell], row: list[Cell]) -> Record:
    fields: dict[str, Stated] = {}
    for column, name in COLUMNS.items():
        cell = cells.get(column)
        if cell is None or cell.value.casefold() in _ABSENT:
            continue
        value = {"doi": bare_doi, "date": _edtf}.get(name, str)(cell.value)
        fields[name] = Stated(value=" ".join(value.split()), span=cell.span)
    nature = cells.get("RetractionNature")
    updates: tuple[Update, ...] = ()
    if nature is not None and nature.value:
        kind = KINDS.get(nature.value.casefold(), nature.value.casefold().replace(" ", "_"))
        updates = (Update(
            kind=kind, direction="by", span=nature.span, source="retraction-watch",
            other=_known(bare_doi(_words(cells, "RetractionDOI"))),
            date=_edtf(_words(cells, "RetractionDate")),
            reason="; ".join(part.strip("+ ") for part in _words(cells, "Reason").split(";")
                             if part.strip("+ ")),
        ),)  # fmt: skip
    return Record(
        entry_type=_words(cells, "ArticleType").strip("; ").casefold(),
        key=_words(cells, "Record ID"), span=Span(start=row[0].start, end=row[-1].end),
        fields=fields, authors=_parts(cells, "Author"),
        institutions=_parts(cells, "Institution"), updates=updates,
    )  # fmt: skip


def _words(cells: dict[str, Cell], column: str) -> str:
    return cells[column].value if column in cells else ""


def _known(value: str) -> str:
    return "" if value.casefold() in _ABSENT else value


def _edtf(words: str) -> str:
    """`3/24/2010 0:00` as EDTF; what is no such date stays as written."""
    found = _DATE.match(words)
    return f"{found[3]}-{int(found[1]):02d}-{int(found[2]):02d}" if found else words


def _parts(cells: dict[str, Cell], column: str) -> tuple[Stated, ...]:
    """The parts of a cell between semicolons, each with its place where that can be told."""
    cell = cells.get(column)
    if cell is None or cell.value.casefold() in _ABSENT:
        return ()
    exact = cell.end - cell.start == len(cell.value)
    found: list[Stated] = []
    at = cell.start
    for part in cell.value.split(";"):
        value = part.strip()
        start = at + len(part) - len(part.lstrip())
        at += len(part) + 1
        if value and value.casefold() not in _ABSENT:
            span = Span(start=start, end=start + len(value)) if exact else cell.span
            found.append(Stated(value=turned(value) if column == "Author" else value, span=span))
    return tuple(found)
