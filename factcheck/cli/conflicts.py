"""`factcheck conflicts`: what cannot all hold, and what people ruled on it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from factcheck.cli import output
from factcheck.cli.desk import Actor as Person
from factcheck.cli.desk import (
    current_ledger,
    history_lines,
    perform,
    scope,
    short,
    sources_named,
)
from factcheck.cli.help import Command, show_help
from factcheck.cli.options import (
    GROUNDS,
    Actor,
    AsOf,
    Database,
    Format,
    Group,
    ListFormat,
    Reason,
    RequestKey,
    SeenVersion,
    chosen,
    split_list,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.corrections.ledger import Ledger
    from factcheck.model import Conflict

app = typer.Typer(
    help="What cannot all hold: look at it, rule on it, dismiss it.",
    rich_markup_mode=None, invoke_without_command=True,
)  # fmt: skip
app.callback()(show_help)

COLUMNS = ("id", "place", "code", "severity", "state", "message")
VERDICTS = ("right", "wrong", "outdated", "less_precise", "different_scope", "unknown")


class Dismissal(StrEnum):
    """Why a conflict is set aside: the rule was wrong, or it is right and stays."""

    false_positive = "false_positive"
    wont_fix = "wont_fix"


ConflictId = Annotated[
    str, typer.Argument(metavar="ID", help="A conflict's id, or the beginning of it.")
]


@app.command("list", cls=Command)
def list_(
    state: Annotated[
        list[str] | None,
        typer.Option(metavar="STATES", help="Only those: open, decided, dismissed, stale …"),
    ] = None,
    code: Annotated[
        list[str] | None, typer.Option(metavar="CODES", help="Only these rules, as in FC301,FC5.")
    ] = None,
    source: Annotated[
        list[str] | None, typer.Option(metavar="SLUG", help="Only those that touch a source.")
    ] = None,
    assignee: Annotated[
        str, typer.Option(metavar="NAME", help="Only those that this person looks at.")
    ] = "",
    form: Format = ListFormat.table,
    as_of: AsOf = None,
    database: Database = None,
) -> None:
    """List the conflicts of the workspace.

    Example: factcheck conflicts list --state open --format csv
    """
    from factcheck.cli.findings import place
    from factcheck.cli.listing import emit_items
    from factcheck.corrections.grouping import anchor
    from factcheck.model import ConflictState
    from factcheck.reconcile.engine import chosen_rules
    from factcheck.reconcile.result import published_conflict

    ledger = current_ledger(database, as_of)
    states = chosen("--state", state or [], get_args(ConflictState))
    codes = tuple(name.upper() for name in split_list(code or []))
    unseen = [name for name in codes if not any(c.code.startswith(name) for c in ledger.conflicts)]
    if unseen:  # a code of a rule that was dropped may still stand in an old store
        chosen_rules(unseen)
    sources = sources_named(ledger, source)
    kept = (
        c for c in ledger.conflicts
        if (not states or c.state in states)
        and (not codes or c.code.startswith(codes))
        and (not sources or sources & set(c.sources))
        and (not assignee or ledger.assignees.get(c.id) == assignee)
    )  # fmt: skip
    emit_items(
        COLUMNS, kept, form,
        lambda c, name: (name(c.id), place(anchor(c), ledger.documents), c.code, c.severity,
                         c.state, c.message),
        published_conflict,
    )  # fmt: skip


@app.command("show", cls=Command)
def show(
    conflict: ConflictId,
    form: Format = ListFormat.table,
    as_of: AsOf = None,
    database: Database = None,
) -> None:
    """Show one conflict: the words, the reason, the fix, and what was ruled.

    Example: factcheck conflicts show 3fa2b1
    """
    from factcheck.workflow.find import find_conflict

    ledger = current_ledger(database, as_of)
    found = find_conflict(ledger, conflict)
    if form is ListFormat.table:
        output.emit(_page(ledger, found))
        return
    from factcheck.reconcile.result import published_conflict

    decisions = [decision.to_dict() for decision in ledger.history.get(found.fingerprint, ())]
    output.emit_json({**published_conflict(found), "history": decisions,
                      "version": ledger.versions.get(found.id, "")},
                     line=form is ListFormat.jsonl)  # fmt: skip


@app.command("decide", cls=Command)
def decide(  # noqa: PLR0913 - the options of a command are its parameters
    conflict: ConflictId,
    verdicts: Annotated[
        list[str],
        typer.Argument(metavar="VERDICT", help="One per side, in order: " + ", ".join(VERDICTS)),
    ],
    code: Annotated[
        str, typer.Option(metavar="CODE", help="What it rests on: " + ", ".join(GROUNDS))
    ] = "",
    group: Group = False,
    seen: SeenVersion = "",
    reason: Reason = "",
    actor: Actor = None,
    key: RequestKey = "",
    database: Database = None,
) -> None:
    """Rule on a conflict: which side is right, which is wrong, and why.

    Example: factcheck conflicts decide 3fa2b1 right wrong --code record --reason "it says 27B"
    """
    from factcheck.workflow import requests

    perform(Person(name=actor, reason=reason, code=code, key=key, database=database),
            requests.decide([conflict], verdicts, scope(conflict, group, seen)))  # fmt: skip


@app.command("dismiss", cls=Command)
def dismiss(  # noqa: PLR0913 - the options of a command are its parameters
    conflict: ConflictId,
    how: Annotated[
        Dismissal, typer.Option("--as", help="Wrongly found, or right and left as it is.")
    ] = Dismissal.false_positive,
    group: Group = False,
    seen: SeenVersion = "",
    reason: Reason = "",
    actor: Actor = None,
    key: RequestKey = "",
    database: Database = None,
) -> None:
    """Set a conflict aside for good, with the reason.

    Example: factcheck conflicts dismiss 3fa2b1 --as wont_fix --reason "a quotation"
    """
    from factcheck.workflow import requests

    perform(Person(name=actor, reason=reason, key=key, database=database),
            requests.dismiss([conflict], how.value, scope(conflict, group, seen)))  # fmt: skip


@app.command("defer", cls=Command)
def defer(  # noqa: PLR0913 - the options of a command are its parameters
    conflict: ConflictId,
    until: Annotated[
        str, typer.Option(metavar="DAY", help="The day it comes back, as 2026-02-01.")
    ] = "",
    group: Group = False,
    seen: SeenVersion = "",
    reason: Reason = "",
    actor: Actor = None,
    key: RequestKey = "",
    database: Database = None,
) -> None:
    """Put a conflict off, until a day or until somebody takes it up.

    Example: factcheck conflicts defer 3fa2b1 --until 2026-12-01 --reason "asked the author"
    """
    from factcheck.workflow import requests

    perform(Person(name=actor, reason=reason, key=key, database=database),
            requests.defer([conflict], until, scope(conflict, group, seen)))  # fmt: skip


@app.command("assign", cls=Command)
def assign(
    conflict: ConflictId,
    to: Annotated[
        str, typer.Option(metavar="NAME", help="Who looks at it; empty takes the person off.")
    ],
    group: Group = False,
    reason: Reason = "",
    actor: Actor = None,
    key: RequestKey = "",
    database: Database = None,
) -> None:
    """Say who looks at a conflict. A hint for the others, not a lock.

    Example: factcheck conflicts assign 3fa2b1 --to Bo
    """
    from factcheck.workflow import requests

    perform(Person(name=actor, reason=reason, key=key, database=database),
            requests.assign([conflict], to, scope(conflict, group)))  # fmt: skip


@app.command("comment", cls=Command)
def comment(
    conflict: ConflictId,
    reason: Reason = "",
    actor: Actor = None,
    key: RequestKey = "",
    database: Database = None,
) -> None:
    """Say something about a conflict without ruling on it.

    Example: factcheck conflicts comment 3fa2b1 --reason "I asked the author"
    """
    from factcheck.workflow import requests

    perform(Person(name=actor, reason=reason, key=key, database=database),
            requests.comment([conflict]))  # fmt: skip


@app.command("undo", cls=Command)
def undo(
    target: Annotated[
        str, typer.Argument(metavar="ID", help="A decision's id, or that of what it was made on.")
    ],
    group: Annotated[
        bool, typer.Option("--group", help="With those that were made together with it.")
    ] = False,
    reason: Reason = "",
    actor: Actor = None,
    key: RequestKey = "",
    database: Database = None,
) -> None:
    """Take back a decision: what it changed is as before, and both stay in the log.

    Example: factcheck conflicts undo 3fa2b1 --reason "wrong paper"
    """
    from factcheck.workflow import requests

    perform(Person(name=actor, reason=reason, key=key, database=database),
            requests.undo(target, whole=group))  # fmt: skip


def _page(ledger: Ledger, conflict: Conflict) -> Iterator[str]:
    from factcheck.cli.findings import FindingLines

    screen = output.Screen.of_output()
    yield from FindingLines(ledger.documents, screen).lines([conflict])
    yield ""
    until = ledger.deferred.get(conflict.id, "")
    held = f" until {until}" if until else ""
    person = ledger.assignees.get(conflict.id, "")
    looking = f", assigned to {output.escape(person)}" if person else ""
    yield (f"{conflict.state}{held}{looking}, {conflict.confidence_percent} % sure by "
           f"{conflict.rule}")  # fmt: skip
    yield f"version {short(ledger.versions.get(conflict.id, ''))}"
    yield from history_lines(ledger.history.get(conflict.fingerprint, ()))
