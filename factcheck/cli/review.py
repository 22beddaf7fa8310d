"""`factcheck review`: the queue at the keyboard. One key, one ruling, stored before the next one is
there; where standard input is no terminal, a line is a ruling."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli import output
from factcheck.cli.options import Actor, Database, split_list

if TYPE_CHECKING:
    from factcheck.corrections.ledger import Ledger
    from factcheck.corrections.queue import Filters
    from factcheck.workflow.reviewing import Review


def review(
    source: Annotated[
        list[str] | None, typer.Option(metavar="SLUG", help="Only what touches a source.")
    ] = None,
    code: Annotated[
        list[str] | None, typer.Option(metavar="CODES", help="Only these rules, as in FC301,FC5.")
    ] = None,
    subject: Annotated[
        list[str] | None, typer.Option(metavar="WORDS", help="Only what is about this.")
    ] = None,
    assignee: Annotated[
        str, typer.Option(metavar="NAME", help="Only this person's; - for nobody's.")
    ] = "",
    actor: Actor = None,
    database: Database = None,
) -> None:
    """Work through what waits for a ruling, gravest first.

    Every key acts at once and is stored: stop at any time, and go on where you were.
    Where standard input is no terminal, it reads a line for every ruling: ? lists them.

    Example: factcheck review --source heron-ja
    """
    from factcheck.workflow.reviewing import Review
    from factcheck.workflow.session import Act, Session
    from factcheck.workspace import open_workspace

    workspace = open_workspace()
    workspace.actor(actor)
    with Session(workspace, database) as session:
        filters = _filters(session.ledger(), source, code, subject, assignee)
        desk = Review(session, filters, Act(actor=actor))
        try:
            if sys.stdin.isatty() and sys.stdout.isatty():
                from factcheck.cli.review_keys import at_keyboard

                at_keyboard(desk)
            else:
                from factcheck.cli.review_lines import by_lines

                by_lines(desk)
        except KeyboardInterrupt:
            output.note(_told(desk))
            raise typer.Exit(130) from None
        output.note(_told(desk))


def _filters(
    ledger: Ledger, source: list[str] | None, code: list[str] | None, subject: list[str] | None,
    assignee: str,
) -> Filters:  # fmt: skip
    from factcheck.corrections.queue import Filters
    from factcheck.workflow.find import find_source

    return Filters(
        sources=frozenset(find_source(ledger, slug).slug for slug in split_list(source or [])),
        codes=tuple(name.upper() for name in split_list(code or [])),
        subjects=tuple(subject or ()), assignee=assignee,
    )  # fmt: skip


def _told(desk: Review) -> str:
    from factcheck.cli.summary import counted

    left = counted(len(desk.queue.items), "item")
    return f"factcheck: {counted(desk.done, 'ruling')} recorded; {left} left"
