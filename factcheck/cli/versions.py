"""`factcheck sources refresh` and `history`: what became of the claims when an article changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli import output
from factcheck.cli.options import Format, ListFormat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model import Json
    from factcheck.reconcile.changes import Change, History

COLUMNS = ("version", "outcome", "notice", "subject", "predicate", "before", "after")

Slug = Annotated[str, typer.Argument(metavar="SLUG", help="A source, as `list` names it.")]
All = Annotated[bool, typer.Option("--all", help="Also the claims that stayed as they were.")]


def refresh(
    slug: Slug,
    file: Annotated[
        str | None,
        typer.Argument(metavar="[FILE]", help="The new text.  [default: the source's address]"),
    ] = None,
    everything: All = False,
    form: Format = ListFormat.table,
) -> None:
    """Archive a new version of a source and say what became of every claim.

    A value that changed without a notice makes the exit code 1, and a conflict at the next `run`.

    Example: factcheck sources refresh heron-weekly heron-new.md
    """
    from factcheck import workflow
    from factcheck.workspace import open_workspace

    found = workflow.refresh(open_workspace(), slug, file)
    if form is ListFormat.table:
        number = found.added.snapshots
        if not found.added.new:
            output.emit([output.escape(f"{slug}: nothing new, version {number} is the latest")])
            return
        counts = ", ".join(f"{n} {outcome}" for outcome, n in found.counts.items())
        output.emit([output.escape(f"{slug}: version {number}: {counts or 'no claims before'}")])
        _emit(found.changes, number, form, everything=everything)
        if found.silent:
            output.emit([f"changed without a notice: {len(found.silent)}"])
        output.emit(["next: factcheck run"])
    else:
        _emit(found.changes, found.added.snapshots, form, everything=everything)
    raise typer.Exit(1 if found.silent else 0)


def history(slug: Slug, everything: All = False, form: Format = ListFormat.table) -> None:
    """Show what became of the claims of a source from version to version.

    Example: factcheck sources history heron-weekly --format json
    """
    from factcheck import workflow
    from factcheck.cli.listing import emit_listing
    from factcheck.workspace import open_workspace

    found = workflow.history(open_workspace(), slug)
    listed = [
        (number, change)
        for number in range(1, len(found.versions))
        for change in _shown(found.changes(number), everything=everything)
    ]
    if form is ListFormat.table:
        output.emit(_versions(found))
    emit_listing(COLUMNS, [_row(n + 1, change) for n, change in listed], form,
                 (_record(n + 1, change) for n, change in listed))  # fmt: skip


def _emit(changes: tuple[Change, ...], version: int, form: ListFormat, *, everything: bool) -> None:
    from factcheck.cli.listing import emit_listing

    shown = list(_shown(changes, everything=everything or form is not ListFormat.table))
    if shown or form is not ListFormat.table:
        emit_listing(COLUMNS, [_row(version, change) for change in shown], form,
                     (_record(version, change) for change in shown))  # fmt: skip


def _shown(changes: Iterator[Change] | tuple[Change, ...], *, everything: bool) -> Iterator[Change]:
    return (c for c in changes if everything or c.outcome not in ("unchanged", "moved"))


def _row(version: int, change: Change) -> tuple[str, ...]:
    record = change.to_dict()
    after = change.quote.exact if change.quote else ""
    return (str(version), change.outcome, record["notice"] or "", change.before.subject,
            change.before.predicate, change.before.quote.exact, after)  # fmt: skip


def _record(version: int, change: Change) -> Json:
    return {"version": version, **change.to_dict()}


def _versions(found: History) -> Iterator[str]:
    from factcheck.cli.summary import counted

    for number, version in enumerate(found.versions, 1):
        snapshot = version.document.snapshot
        day = snapshot.retrieved_at[:16].replace("T", " ") or "at an unknown time"
        yield output.escape(f"version {number}  {day}  {snapshot.sha256[:10]}  "
                            f"{counted(len(version.claims), 'claim')}")  # fmt: skip
