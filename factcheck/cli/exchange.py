"""`factcheck export` and `import`: the ledger as text, out of a store and into another one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli import output
from factcheck.cli.options import Actor, Database, Format, ListFormat, RequestKey
from factcheck.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.workflow import Act, Imported

SHOWN = 100
"""Mistakes of a table that are listed; the rest is counted."""


def export(
    folder: Annotated[
        Path | None,
        typer.Argument(metavar="[FOLDER]", help="A whole workspace without its store goes here."),
    ] = None,
    database: Database = None,
) -> None:
    """Write the ledger as text: claims by source, and every decision.

    Without a folder into the workspace, as `run` does. Two people's exports merge in git.

    Example: factcheck export ../ledger-2026
    """
    from factcheck import workflow
    from factcheck.workspace import open_workspace

    workspace = open_workspace()
    changed = workflow.export(workspace, folder, database)
    root = folder.resolve() if folder else workspace.root
    output.emit(output.escape(f"wrote {path.relative_to(root)}") for path in changed)
    if not changed:
        output.emit(["nothing to write: the text is that of the ledger"])


def import_(
    ctx: typer.Context,
    path: Annotated[
        Path | None,
        typer.Argument(
            metavar="[PATH]",
            help="An exported folder, claims as CSV, or ClaimReviews or Web Annotations as JSON-LD."
            "  [default: this workspace's text]",
        ),
    ] = None,
    actor: Actor = None,
    key: RequestKey = "",
    database: Database = None,
    form: Format = ListFormat.table,
) -> None:
    """Take in a ledger that was exported, a table of claims, or what others say of an article's
    words; all of it or nothing.

    Rulings that contradict each other are listed and make the exit code 1: none of them holds
    until somebody rules again. The columns of a table are source, quote, subject, predicate, value
    and, where wanted, occurrence, qualifiers and dispute. Reviews and annotations become claims,
    disputes and proposed corrections.

    Example: factcheck import claims.csv --actor ada
    """
    from factcheck import workflow
    from factcheck.workspace import open_workspace

    workspace = open_workspace()
    if path is not None and not path.is_dir():
        _take_file(path, workflow.Act(actor=actor, idem=key, database=database))
        return
    with ctx.obj as progress:
        done = workflow.import_ledger(workspace, path, database, progress)
    if form is ListFormat.table:
        output.emit(_lines(done))
    else:
        output.emit_json(done.to_dict(), line=form is ListFormat.jsonl)
    raise typer.Exit(1 if done.contradictions else 0)


def _take_file(path: Path, act: Act) -> None:
    """One file by its suffix, every mistake of it told."""
    from factcheck.workflow.tabular import TableRefused

    takers = {".csv": _claims, ".json": _remarks, ".jsonld": _remarks}
    taker = takers.get(path.suffix.lower())
    if taker is None:
        raise UsageError(str(path), "neither a folder nor a file that can be imported",
                         f"give an exported folder or a file in {', '.join(takers)}")  # fmt: skip
    try:
        output.emit([taker(path, act), "next: factcheck run"])
    except TableRefused as refused:
        for problem in refused.problems[:SHOWN]:
            output.note(output.escape(f"{path}:{problem}"))
        if len(refused.problems) > SHOWN:
            output.note(f"and {len(refused.problems) - SHOWN} more")
        raise


def _claims(path: Path, act: Act) -> str:
    from factcheck import workflow
    from factcheck.cli.summary import counted
    from factcheck.workspace import open_workspace

    done = workflow.import_claims(open_workspace(), path, act)
    known = f", {counted(done.known, 'row')} already there" if done.known else ""
    return f"{counted(done.logged, 'claim')} recorded{known}"


def _remarks(path: Path, act: Act) -> str:
    from factcheck.cli.summary import counted
    from factcheck.workflow.remarks import import_remarks
    from factcheck.workspace import open_workspace

    done = import_remarks(open_workspace(), path, act)
    parts = [
        f"{counted(done.logged, 'claim')} recorded", f"{counted(done.disputed, 'dispute')}",
        f"{counted(done.proposed, 'correction')} proposed",
    ]  # fmt: skip
    parts += [f"{counted(done.known, 'entry', 'entries')} already there"] if done.known else []
    parts += [f"{counted(done.passed, 'entry', 'entries')} passed over"] if done.passed else []
    return ", ".join(parts)


def _lines(done: Imported) -> Iterator[str]:
    from factcheck.cli.desk import decision_line, short
    from factcheck.cli.summary import counted

    yield f"{counted(done.decisions, 'decision')} taken in"
    for slug in done.sources:
        yield output.escape(f"{slug}: taken in")
    for slug in done.read_otherwise:
        yield output.escape(f"{slug}: this program reads other claims than the text has")
    for name in done.kept_catalogues:
        yield output.escape(f"{name}: it differs; ours was kept")
    for found in done.contradictions:
        yield f"{found.kind} {short(found.id)}: rulings contradict each other, none holds"
        yield from (f"  {decision_line(ruling)}" for ruling in found.rulings)
    yield f"revision {done.result.ledger.revision}"
