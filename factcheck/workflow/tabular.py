"""Claims from a table: every row is checked before the first is recorded, and every mistake is told
with its line and column."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from factcheck.claims import Catalogue, load_catalogue
from factcheck.corrections import Signed, rulings
from factcheck.corrections.ledger import Ledger
from factcheck.errors import FactcheckError, InputError
from factcheck.model import Claim, Decision
from factcheck.sources.files import bytes_of
from factcheck.workflow.byhand import LoggedClaim, make_claim, place_of
from factcheck.workflow.find import find_source
from factcheck.workflow.session import Act, Request, Session
from factcheck.workflow.state import View
from factcheck.workspace import Workspace

REQUIRED = ("source", "quote", "subject", "predicate", "value")
OPTIONAL = ("occurrence", "qualifiers", "dispute")
LONGEST = 5_000
"""Characters of a cell, as of a quote (docs/limits.md)."""


@dataclass(frozen=True, kw_only=True)
class RowProblem:
    """What is wrong in one cell; the line counts from 1 in the file, the heading included. Of a
    file that is no table it is the number of the entry, and the column its field."""

    line: int
    column: str
    message: str

    def __str__(self) -> str:
        return f"{self.line}: {self.column}: {self.message}"


class TableRefused(InputError):
    """A table with mistakes, each in `problems`. Nothing of it is kept."""

    def __init__(self, name: str, problems: tuple[RowProblem, ...], rows: str = "line") -> None:
        many = "1 mistake" if len(problems) == 1 else f"{len(problems)} mistakes"
        super().__init__(name, f"{many}, the first in {rows} {problems[0]}; nothing was imported",
                         "mend the rows")  # fmt: skip
        self.problems = problems


@dataclass(frozen=True, kw_only=True)
class Row:
    """One row with its heading's names, and the line on which it begins."""

    line: int
    cells: Mapping[str, str]


@dataclass(kw_only=True)
class _Taken:
    """What the rows become: decisions, and how many rows were there already."""

    decisions: list[Decision] = field(default_factory=list)
    known: int = 0


@dataclass(frozen=True, kw_only=True)
class ImportedClaims:
    """Claims that were recorded, and those that the ledger had before."""

    logged: int
    known: int


def import_claims(workspace: Workspace, path: Path | str, act: Act) -> ImportedClaims:
    """Record a claim by hand for every row of a CSV file; with words under `dispute`, it is
    disputed for them at once. Rows that the ledger has already are passed over. Raises
    TableRefused with every mistake; then nothing is recorded."""
    rows = read_rows(bytes_of(Path(path), str(path)), str(path))
    catalogue = load_catalogue(workspace.predicates)
    taken = _Taken()

    def make(view: View, signed: Signed) -> list[Decision]:
        _take(view, signed, rows, catalogue, taken, str(path))
        return taken.decisions

    with Session(workspace, act.database) as session:
        session.perform(act, Request(kind="log", target="", make=make))
    return ImportedClaims(logged=sum(d.kind == "log" for d in taken.decisions), known=taken.known)


def read_rows(data: bytes, name: str) -> list[Row]:
    """The rows of a CSV file with a heading. Raises TableRefused for what is no such table."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise TableRefused(name, (RowProblem(line=line, column="-", message="this is no UTF-8"),)
                           ) from error  # fmt: skip
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[Row] = []
    problems: list[RowProblem] = []
    heading: list[str] = []
    line = 1
    try:
        for cells in reader:
            begun, line = line, reader.line_num + 1
            if not heading:
                heading = [cell.strip().lower() for cell in cells]
                _check_heading(heading, name)
            elif len(cells) == len(heading):
                rows.append(Row(line=begun, cells=dict(zip(heading, cells, strict=True))))
            elif any(cell.strip() for cell in cells):
                problems.append(RowProblem(line=begun, column="-", message=f"{len(cells)} cells, "
                                           f"the heading has {len(heading)}"))  # fmt: skip
    except csv.Error as error:
        problems.append(RowProblem(line=line, column="-", message=f"this is no CSV: {error}"))
    if not heading:
        problems.append(RowProblem(line=1, column="-", message="there is no heading"))
    if problems:
        raise TableRefused(name, tuple(problems))
    return rows


def _check_heading(heading: list[str], name: str) -> None:
    def problem(column: str, message: str) -> RowProblem:
        return RowProblem(line=1, column=column or "-", message=message)

    known = (*REQUIRED, *OPTIONAL)
    problems = [problem(c, f"unknown column; known are {', '.join(known)}")
                for c in heading if c not in known]  # fmt: skip
    problems += [problem(c, "this column is missing") for c in REQUIRED if c not in heading]
    problems += [problem(c, "this column stands twice")
                 for c in dict.fromkeys(heading) if heading.count(c) > 1]  # fmt: skip
    if problems:
        raise TableRefused(name, tuple(problems))


def _take(
    view: View, signed: Signed, rows: list[Row], catalogue: Catalogue, taken: _Taken, name: str
) -> None:
    """Make the decisions for all rows, or raise with all mistakes."""
    problems: list[RowProblem] = []
    taken.decisions, taken.known = [], 0
    by_source: dict[str, list[Claim]] = {}
    for claim in view.ledger.claims:
        by_source.setdefault(claim.source, []).append(claim)
    for row in rows:
        found = list(_problems(row, view.ledger))
        if found:
            problems += found
            continue
        slug = find_source(view.ledger, row.cells["source"]).slug
        own = by_source.setdefault(slug, [])
        asked = _asked(row, slug)
        try:
            made = make_claim(replace(view.ledger, claims=tuple(own)), catalogue, asked,
                              signed.actor)  # fmt: skip
            decisions = _decisions(made, asked, row, signed, view)
        except (FactcheckError, ValueError) as error:
            problems.append(RowProblem(line=row.line, column="value", message=str(error)))
            continue
        if any(c.key == made.key and c.value.key() == made.value.key() for c in own):
            taken.known += 1
            continue
        own.append(made)
        taken.decisions += decisions
    if problems:
        raise TableRefused(name, tuple(problems))


def _decisions(
    made: Claim, asked: LoggedClaim, row: Row, signed: Signed, view: View
) -> list[Decision]:
    because = row.cells.get("dispute", "").strip()
    logged = rulings.log(made, signed, asked.to_dict())
    if not because:
        return [logged]
    return [logged, rulings.dispute(made, replace(signed, reason=because), view.standing)]


def _problems(row: Row, ledger: Ledger) -> Iterator[RowProblem]:
    """What can be said of a row before its claim is made, cell by cell."""

    def problem(column: str, message: object) -> RowProblem:
        return RowProblem(line=row.line, column=column, message=" ".join(str(message).split()))

    empty = [c for c in REQUIRED if not row.cells[c].strip()]
    long = [c for c, cell in row.cells.items() if len(cell) > LONGEST]
    yield from (problem(column, "it is empty") for column in empty)
    yield from (problem(c, f"{len(row.cells[c])} characters; limit {LONGEST}") for c in long)
    occurrence = row.cells.get("occurrence", "").strip()
    if occurrence and not (occurrence.isascii() and occurrence.isdigit() and len(occurrence) < 7):
        yield problem("occurrence", "this is no count from 1")
        return
    for pair in _pairs(row):
        if "=" not in pair:
            yield problem("qualifiers", f"{pair!r} is not name=words")
            return
    if empty or long:
        return
    try:
        slug = find_source(ledger, row.cells["source"]).slug
    except FactcheckError as error:
        yield problem("source", error)
        return
    if slug not in ledger.documents:
        yield problem("source", f"{slug} cannot be read")
        return
    try:
        place_of(ledger, _asked(row, slug))
    except FactcheckError as error:
        yield problem("occurrence" if occurrence and error.what == occurrence else "quote", error)


def _pairs(row: Row) -> list[str]:
    return [p.strip() for p in row.cells.get("qualifiers", "").split(";") if p.strip()]


def _asked(row: Row, slug: str) -> LoggedClaim:
    """The row as a request, its quote and value as they stand in the cells."""
    cells = row.cells
    occurrence = cells.get("occurrence", "").strip()
    pairs = (pair.partition("=") for pair in _pairs(row))
    return LoggedClaim(
        source=slug, quote=cells["quote"], subject=cells["subject"].strip(),
        predicate=cells["predicate"].strip(), value=cells["value"].strip(),
        occurrence=int(occurrence) if occurrence else None,
        qualifiers={name.strip(): words.strip() for name, _, words in pairs},
    )  # fmt: skip
