"""`factcheck conflicts`: what cannot all hold, and what people ruled on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli import output
from factcheck.cli.desk import current_ledger, short
from factcheck.cli.help import Command, show_help
from factcheck.cli.options import Actor, Database, Format, ListFormat, Reason, split_list
from factcheck.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.corrections.ledger import Ledger
    from factcheck.model import Conflict, Decision

app = typer.Typer(
    help="What cannot all hold: look at it, rule on it, dismiss it.",
    rich_markup_mode=None, invoke_without_command=True,
)  # fmt: skip
app.callback()(show_help)

COLUMNS = ("id", "place", "code", "severity", "state", "message")
VERDICTS = ("right", "wrong", "outdated", "less_precise", "different_scope", "unknown")

ConflictId = Annotated[
    str, typer.Argument(metavar="ID", help="A conflict's id, or the beginning of it.")
]


@app.command("list", cls=Command)
def list_(
    state: Annotated[
        list[str] | None,
        typer.Option(metavar="STATES", help="Only these: open, deferred, decided, dismissed."),
    ] = None,
    code: Annotated[
        list[str] | None, typer.Option(metavar="CODES", help="Only these rules, as in FC301,FC5.")
    ] = None,
    source: Annotated[
        list[str] | None, typer.Option(metavar="SLUG", help="Only those that touch a source.")
    ] = None,
    form: Format = ListFormat.table,
    database: Database = None,
) -> None:
    """List the conflicts of the workspace.

    Example: factcheck conflicts list --state open --format csv
    """
    from factcheck.cli.findings import anchor, place
    from factcheck.cli.listing import emit_listing

    ledger = current_ledger(database)
    states, codes = split_list(state or []), tuple(split_list(code or []))
    sources = set(split_list(source or []))
    chosen = [
        c for c in ledger.conflicts
        if (not states or c.state in states)
        and (not codes or c.code.startswith(codes))
        and (not sources or sources & set(c.sources))
    ]  # fmt: skip
    rows = [
        (c.id if form is not ListFormat.table else short(c.id),
         place(anchor(c), ledger.documents), c.code, c.severity, c.state, c.message)
        for c in chosen
    ]  # fmt: skip
    emit_listing(COLUMNS, rows, form)


@app.command("show", cls=Command)
def show(conflict: ConflictId, form: Format = ListFormat.table, database: Database = None) -> None:
    """Show one conflict: the words, the reason, the fix, and what was ruled.

    Example: factcheck conflicts show 3fa2b1
    """
    from factcheck.workflow.find import find_conflict

    ledger = current_ledger(database)
    found = find_conflict(ledger, conflict)
    if form is ListFormat.table:
        output.emit(_page(ledger, found))
        return
    from factcheck.reconcile.result import published_conflict

    decisions = [decision.to_dict() for decision in ledger.history.get(found.fingerprint, ())]
    output.emit_json({**published_conflict(found), "history": decisions},
                     line=form is ListFormat.jsonl)  # fmt: skip


@app.command("decide", cls=Command)
def decide(
    conflict: ConflictId,
    verdicts: Annotated[
        list[str],
        typer.Argument(metavar="VERDICT", help="One per side, in order: " + ", ".join(VERDICTS)),
    ],
    reason: Reason = "",
    actor: Actor = None,
    database: Database = None,
) -> None:
    """Rule on a conflict: which side is right, which is wrong, and why.

    Example: factcheck conflicts decide 3fa2b1 right wrong --reason "the paper says 27B"
    """
    raise UsageError("decide", "not available", "")


def _page(ledger: Ledger, conflict: Conflict) -> Iterator[str]:
    from factcheck.cli.findings import FindingLines

    screen = output.Screen.of_output()
    yield from FindingLines(ledger.documents, screen).lines([conflict])
    yield ""
    yield f"{conflict.state}, {conflict.confidence_percent} % sure by {conflict.rule}"
    for decision in ledger.history.get(conflict.fingerprint, ()):
        yield decision_line(decision)


def decision_line(decision: Decision) -> str:
    """One decision in a line: when, who, what, why."""
    day = decision.at[:16].replace("T", " ")
    verdicts = decision.body.get("verdicts")
    what = decision.kind + (f" ({', '.join(map(str, verdicts))})" if verdicts else "")
    return output.escape(f"{day}  {decision.actor}: {what}"
                         + (f": {decision.reason}" if decision.reason else ""))  # fmt: skip
