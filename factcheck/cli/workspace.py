"""`factcheck init`, `run` and `verify`: a workspace from its founding to its audit."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli import output
from factcheck.cli.options import Database, Format, ListFormat
from factcheck.errors import IntegrityError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.workflow import RunResult


def init(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="Where; made when it is absent.")
    ] = Path(),
    name: Annotated[
        str | None, typer.Option(metavar="NAME", help="What reports call the workspace.")
    ] = None,
) -> None:
    """Make a folder a workspace.

    Example: factcheck init newsroom
    """
    from factcheck import workflow

    made = workflow.init(folder, name)
    output.emit([
        f"made the workspace “{output.escape(made.name)}” in {output.escape(str(made.root))}",
        "next: factcheck sources add FILE, then factcheck run",
    ])  # fmt: skip


def run(ctx: typer.Context, database: Database = None) -> None:
    """Bring the whole workspace up to date: read, compare, export, report.

    Running again changes nothing. Conflicts are no failure here: `check` is the linter.

    Example: factcheck run
    """
    from factcheck import workflow
    from factcheck.workspace import open_workspace

    workspace = open_workspace()
    output.show_warnings()
    with ctx.obj as progress:
        result = workflow.run(workspace, database, progress)
    output.emit(_run_lines(result, workspace.root))


def verify(
    head: Annotated[
        str | None,
        typer.Option(
            "--against",
            metavar="HASH",
            help="Head of the log, noted earlier: shows a log that was cut.",
        ),
    ] = None,
    quick: Annotated[
        bool, typer.Option("--quick", help="Only the chain; do not replay it.")
    ] = False,
    form: Format = ListFormat.table,
    database: Database = None,
) -> None:
    """Check that the log is whole and tells the same as the tables and the archive.

    Example: factcheck verify
    """
    from factcheck import workflow
    from factcheck.cli.summary import counted
    from factcheck.workspace import open_workspace

    found = workflow.verify(open_workspace(), database, deep=not quick, head=head)
    if form is not ListFormat.table:
        output.emit_json(found.to_dict(), line=form is ListFormat.jsonl)
    else:
        output.emit(output.escape(str(problem)) for problem in found.problems)
        output.emit([f"{counted(found.events, 'event')}, head {found.head}"])
    if not found.ok:
        first = found.problems[0]
        raise IntegrityError("store", f"{counted(len(found.problems), 'problem')} found, "
                             f"first: {first}", "restore a backup")  # fmt: skip
    if form is ListFormat.table:
        output.emit(["everything fits"])


def _run_lines(result: RunResult, root: Path) -> Iterator[str]:
    from factcheck.cli.summary import counted, coverage_lines, folded, found_line

    screen = output.Screen.of_output()
    ledger = result.ledger
    for item in ledger.skipped:
        output.note(f"factcheck: {output.escape(item.source)}: {output.escape(item.reason)}")
    parts = ((len(result.stored), "source", "stored"),
             (len(result.withdrawn), "source", "withdrawn"),
             (result.imported, "decision", "taken in"))  # fmt: skip
    news = [f"{counted(number, noun)} {done}" for number, noun, done in parts if number]
    same = "No new source; ledger and reports brought up to date" if result.changed else ""
    yield (", ".join(news) or same or "Nothing new") + "."
    yield (f"{counted(len(ledger.sources), 'source')}, {counted(len(ledger.claims), 'claim')}, "
           f"{counted(len(ledger.notices), 'correction notice')}.")  # fmt: skip
    lines = list(coverage_lines(ledger.coverage.values()))
    shown = [c for c in ledger.conflicts if c.state not in ("decided", "dismissed")]
    lines.append(found_line(shown, len(ledger.conflicts) - len(shown)))
    yield from (part for line in lines for part in folded(line, screen))
    for path in result.written:
        yield f"wrote {output.escape(str(path.relative_to(root)))}"
    yield f"revision {ledger.revision}"
