"""`factcheck errata`: the RFC Editor's list in, looked through, and out again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli import output
from factcheck.cli.help import Command, show_help
from factcheck.cli.options import Database, Format, ListFormat, chosen

if TYPE_CHECKING:
    from factcheck.model import Json

app = typer.Typer(
    help="Published errata: import a list, look through it, export it with what was ruled.",
    rich_markup_mode=None, invoke_without_command=True,
)  # fmt: skip
app.callback()(show_help)

COLUMNS = ("id", "document", "section", "status", "type", "submitted", "submitter", "original",
           "corrected")  # fmt: skip
FIELDS = ("errata_id", "doc-id", "section", "errata_status_code", "errata_type_code",
          "submit_date", "submitter_name", "orig_text", "correct_text")  # fmt: skip
SHOWN = 100
"""Mistakes of a list that are told; the rest is counted."""


@app.command("import", cls=Command)
def import_(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The list, as JSON or JSON lines.")],
    database: Database = None,
) -> None:
    """Make every entry a source, a disputed claim, a correction and its rulings; all or nothing.

    Example: factcheck errata import errata.json
    """
    from factcheck.cli.summary import counted
    from factcheck.workflow.errata import ListRefused, import_errata
    from factcheck.workspace import open_workspace

    try:
        with ctx.obj as progress:
            done = import_errata(open_workspace(), file, database, progress)
    except ListRefused as refused:
        for problem in refused.problems[:SHOWN]:
            output.note(output.escape(f"{file}: {problem}"))
        if len(refused.problems) > SHOWN:
            output.note(f"and {len(refused.problems) - SHOWN} more")
        raise
    known = f", {done.known} already there" if done.known else ""
    output.emit([f"{counted(done.new, 'entry', 'entries')} taken in{known}",
                 "next: factcheck run"])  # fmt: skip


@app.command("list", cls=Command)
def list_(
    document: Annotated[
        list[str] | None, typer.Option(metavar="RFC", help="Only of these documents.")
    ] = None,
    status: Annotated[
        list[str] | None, typer.Option(metavar="STATUS", help="Only Verified, Reported, …")
    ] = None,
    type_: Annotated[
        list[str] | None, typer.Option("--type", metavar="TYPE", help="Technical or Editorial.")
    ] = None,
    form: Format = ListFormat.table,
    database: Database = None,
) -> None:
    """List the entries with the status that the ledger gives them today.

    Example: factcheck errata list --document RFC793 --status Verified
    """
    from factcheck.cli.listing import emit_listing
    from factcheck.corrections.errata import RULINGS
    from factcheck.workflow.errata import export_errata
    from factcheck.workspace import open_workspace

    wanted = {
        "doc-id": {name.upper().replace(" ", "") for name in document or ()},
        "errata_status_code": chosen("--status", status or [], tuple(RULINGS)),
        "errata_type_code": chosen("--type", type_ or [], ("Technical", "Editorial")),
    }
    kept = [
        record for record in export_errata(open_workspace(), database)
        if all(not only or record.get(field) in only for field, only in wanted.items())
    ]  # fmt: skip
    rows = [[_cell(record, field) for field in FIELDS] for record in kept]
    emit_listing(COLUMNS, rows, form, kept)


@app.command("export", cls=Command)
def export(
    target: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write here, not to the screen."),
    ] = None,
    lines: Annotated[bool, typer.Option("--lines", help="An entry a line, no array.")] = False,
    database: Database = None,
) -> None:
    """Write all entries with all their fields, in the form of the published list.

    Example: factcheck errata export --output errata.json
    """
    from factcheck.sources.archive import write_aside
    from factcheck.workflow.errata import export_errata, list_text
    from factcheck.workspace import open_workspace

    text = list_text(export_errata(open_workspace(), database), lines=lines)
    if target is None:
        output.emit_text(text)
    else:
        write_aside(target, text.encode())
        output.note(f"wrote {output.escape(str(target))}")


def _cell(record: Json, field: str) -> str:
    value = record.get(field)
    return " ".join(str("" if value is None else value).split())
