"""`factcheck report`: the correction report of the workspace, in a format, to a file or the
screen; what changed since an earlier one; whether the committed ones are those of the ledger."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from factcheck.cli import output
from factcheck.cli.desk import current_ledger, sources_named
from factcheck.cli.options import Database, chosen
from factcheck.errors import StoreUnavailable, UsageError

if TYPE_CHECKING:
    from factcheck.corrections.ledger import Ledger
    from factcheck.reports.contents import Contents
    from factcheck.reports.scope import Scope

EXIT_DRIFT = 1
PDF, FONTS = "pdf", "FACTCHECK_FONTS"
STATE = "A revision, a moment, a commit, or a JSON report."


def report(  # noqa: PLR0913 - the options of a command are its parameters
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
    source: Annotated[
        list[str] | None, typer.Option(metavar="SLUG", help="Only what touches these sources.")
    ] = None,
    subject: Annotated[
        str, typer.Option(metavar="WORDS", help="Only what is about this subject.")
    ] = "",
    period: Annotated[
        str | None,
        typer.Option(metavar="PERIOD", help="Only what was said then: 2026-01, 2026-01..2026-03."),
    ] = None,
    status: Annotated[
        list[str] | None,
        typer.Option(metavar="STATES", help="Only these states: open, disputed, applied …"),
    ] = None,
    assignee: Annotated[
        str, typer.Option(metavar="NAME", help="Only conflicts that this person looks at.")
    ] = "",
    folder: Annotated[
        str | None,
        typer.Option(
            metavar="FOLDER",
            help="Write HTML as pages into this folder: for a report too long for one file.",
        ),
    ] = None,
    check: Annotated[
        bool,
        typer.Option("--check", help="Write nothing; exit 1 when the written reports are others."),
    ] = False,
    database: Database = None,
) -> None:
    """Write the correction report of the workspace as it stands, or a part of it.

    Example: factcheck report --format html --output report.html
    """
    if form == PDF and target is None and output.Screen.of_output().terminal:
        raise UsageError("pdf", "a terminal cannot show it", "give --output FILE")
    if sum((since is not None, compare is not None, check)) > 1:
        raise UsageError("report", "--since, --compare and --check exclude each other", "give one")
    if to is not None and compare is None:
        raise UsageError("--to", "it says up to when --compare looks", "give --compare")
    limits = Limits(source=source or (), subject=subject, period=period, status=status or (),
                    assignee=assignee)  # fmt: skip
    if limits != Limits() and (since is not None or compare is not None or check):
        raise UsageError("report", "a part of a report has no earlier revision", "leave it whole")
    if folder is not None and (compare is not None or check or target is not None):
        raise UsageError("--folder", "it writes a whole report by itself", "leave the rest out")
    if folder is not None:
        _put_folder(folder, _contents(since, limits, database))
    elif check:
        _check(database)
    elif compare is not None:
        _put(_changes(compare, to, form, database), target)
    else:
        _put(_report(form, since, limits, database), target)


@dataclass(frozen=True, kw_only=True)
class Limits:
    """What a report is narrowed to, as the options say it."""

    source: Sequence[str] = ()
    subject: str = ""
    period: str | None = None
    status: Sequence[str] = ()
    assignee: str = ""


def _report(form: str, since: str | None, limits: Limits, database: str | None) -> str | bytes:
    from factcheck.reports import render

    contents = _contents(since, limits, database)
    return _on_paper(contents) if form == PDF else render(contents, form)


def _contents(since: str | None, limits: Limits, database: str | None) -> Contents:
    from factcheck.reports import build
    from factcheck.workflow.revisions import standpoint
    from factcheck.workspace import open_workspace

    before = standpoint(open_workspace(), since, database) if since is not None else None
    ledger = current_ledger(database)
    return build(ledger, before, _scope(limits, ledger))


def _put_folder(folder: str, contents: Contents) -> None:
    from factcheck.workflow.report_folder import write_folder

    count = write_folder(Path(folder), contents)
    output.note(
        f"wrote {count:,} files; begin with {output.escape(str(Path(folder, 'index.html')))}"
    )


def _on_paper(contents: Contents) -> bytes:
    from factcheck.reports.paper import render_pdf

    folders = os.environ.get(FONTS, "").split(os.pathsep)
    return render_pdf(contents, [Path(folder) for folder in folders if folder])


def _scope(limits: Limits, ledger: Ledger) -> Scope:
    """The limits as the report takes them. Raises UsageError for a source or a state that there is
    none of, so that a slip is not an empty report."""
    from factcheck.model import ClaimStatus, ConflictState, CorrectionState
    from factcheck.reports.scope import Scope, parse_period

    known = (*get_args(ConflictState), *get_args(ClaimStatus), *get_args(CorrectionState))
    return Scope(
        sources=tuple(sorted(sources_named(ledger, limits.source))),
        subject=limits.subject.strip(), assignee=limits.assignee.strip(),
        period=parse_period(limits.period) if limits.period is not None else None,
        statuses=tuple(sorted(chosen("--status", limits.status, list(dict.fromkeys(known))))),
    )  # fmt: skip


def _changes(before: str, after: str | None, form: str, database: str | None) -> str:
    from factcheck.reports.comparing import compare
    from factcheck.reports.formats.changes import render_changes
    from factcheck.workflow.revisions import NOW, is_moment, standpoint
    from factcheck.workspace import open_workspace

    workspace = open_workspace()
    first, last = (standpoint(workspace, state, database) for state in (before, after or NOW))
    for state in filter(is_moment, (before, after or NOW)):
        output.note(f"{state}: decisions as of then; sources as they are now")
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


def _put(made: str | bytes, target: str | None) -> None:
    from factcheck.sources.archive import write_aside

    if target is not None:
        if not Path(target).parent.is_dir():
            raise StoreUnavailable(target, "its folder does not exist", "make the folder first")
        data = made.encode("utf-8", "surrogatepass") if isinstance(made, str) else made
        write_aside(Path(target), data)
        output.note(f"wrote {output.escape(target)}")
    elif isinstance(made, str):
        output.emit_text(made)
    else:
        output.emit_bytes(made)
