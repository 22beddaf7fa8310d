"""`factcheck report`: the correction report of the workspace, in a format, to a file or the
screen; what changed since an earlier one; whether the committed ones are those of the ledger."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from factcheck.cli import output
from factcheck.cli.desk import current_ledger
from factcheck.cli.options import Database
from factcheck.errors import StoreUnavailable, UsageError

EXIT_DRIFT = 1
STATE = "A revision, a moment, a commit, or a JSON report."


def report(
    form: Annotated[
        str, typer.Option("--format", "-f", metavar="FORMAT", help="As docs/formats.md lists them.")
    ] = "markdown",
    target: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write here, not to the screen."),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(metavar="STATE", help=f"Also tell what changed since then. {STATE}"),
    ] = None,
    compare: Annotated[
        str | None,
        typer.Option(metavar="STATE", help="Tell only what opened, closed and flipped since then."),
    ] = None,
    to: Annotated[
        str | None,
        typer.Option(metavar="STATE", help="With --compare: up to then.  [default: now]"),
    ] = None,
    check: Annotated[
        bool,
        typer.Option("--check", help="Write nothing; exit 1 when the written reports are others."),
    ] = False,
    database: Database = None,
) -> None:
    """Write the correction report of the workspace as it stands.

    Example: factcheck report --format html --output report.html
    """
    if sum((since is not None, compare is not None, check)) > 1:
        raise UsageError("report", "--since, --compare and --check exclude each other", "give one")
    if to is not None and compare is None:
        raise UsageError("--to", "it says up to when --compare looks", "give --compare")
    if check:
        _check(database)
    elif compare is not None:
        _put(_changes(compare, to, form, database), target)
    else:
        _put(_report(form, since, database), target)


def _report(form: str, since: str | None, database: str | None) -> str:
    from factcheck.reports import build, render
    from factcheck.workflow.revisions import standpoint
    from factcheck.workspace import open_workspace

    before = standpoint(open_workspace(), since, database) if since is not None else None
    return render(build(current_ledger(database), before), form)


def _changes(before: str, after: str | None, form: str, database: str | None) -> str:
    from factcheck.reports.comparing import compare
    from factcheck.reports.formats.changes import render_changes
    from factcheck.workflow.revisions import NOW, standpoint
    from factcheck.workspace import open_workspace

    workspace = open_workspace()
    first, last = (standpoint(workspace, state, database) for state in (before, after or NOW))
    return render_changes(compare(first, last), form)


def _check(database: str | None) -> None:
    """Name the report files that drifted, on standard output, a line each."""
    from factcheck.workflow.reporting import drifted
    from factcheck.workspace import open_workspace

    workspace = open_workspace()
    found = drifted(workspace, current_ledger(database))
    output.emit(output.escape(f"{drift.path.relative_to(workspace.root)}: {drift.how}")
                for drift in found)  # fmt: skip
    if found:
        output.note("the reports are not those of the ledger; to write them: factcheck run")
        raise typer.Exit(EXIT_DRIFT)
    output.emit(["the reports are those of the ledger"])


def _put(text: str, target: str | None) -> None:
    from factcheck.sources.archive import write_aside

    if target is None:
        output.emit_text(text)
        return
    if not Path(target).parent.is_dir():
        raise StoreUnavailable(target, "its folder does not exist", "make the folder first")
    write_aside(Path(target), text.encode("utf-8", "surrogatepass"))
    output.note(f"wrote {output.escape(target)}")
