"""`factcheck outreach`: matters with other publishers, noted down. Nothing is sent from here."""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.cli.desk import Actor as Person
from factcheck.cli.desk import act_of, confirm, current_ledger
from factcheck.cli.help import Command, show_help
from factcheck.cli.options import Actor, AsOf, Database, Format, ListFormat, Reason, RequestKey

app = typer.Typer(
    help="Matters with other publishers: what was written, what came of it.",
    rich_markup_mode=None, invoke_without_command=True,
)  # fmt: skip
app.callback()(show_help)

COLUMNS = ("id", "source", "about", "to", "state", "since", "by")
STATES = ("open", "contacted", "responded", "corrected", "partially_corrected", "declined",
          "withdrawn")  # fmt: skip
"""States of a matter; a test compares them with `corrections.transitions`."""


@app.command("list", cls=Command)
def list_(form: Format = ListFormat.table, as_of: AsOf = None, database: Database = None) -> None:
    """List the matters with their states.

    Example: factcheck outreach list --format csv
    """
    from factcheck.cli.listing import emit_items
    from factcheck.corrections.outreach import outreaches

    emit_items(
        COLUMNS, outreaches(current_ledger(database, as_of).decisions), form,
        lambda o, name: (name(o.id), o.source, name(o.about), o.to, o.state,
                         o.decisions[-1].at[:10], o.decisions[-1].actor),
        lambda o: o.to_dict(),
    )  # fmt: skip


@app.command("note", cls=Command)
def note(  # noqa: PLR0913 - the options of a command are its parameters
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="The source it is about.")],
    state: Annotated[
        str, typer.Argument(metavar="STATE", help="Where it is now: " + ", ".join(STATES) + ".")
    ],
    about: Annotated[
        str, typer.Option(metavar="ID", help="The conflict, where it is about one.")
    ] = "",
    to: Annotated[str, typer.Option(metavar="NAME", help="The publisher or person.")] = "",
    reason: Reason = "",
    actor: Actor = None,
    key: RequestKey = "",
    database: Database = None,
) -> None:
    """Note the next step of a matter with another publisher.

    Example: factcheck outreach note heron-weekly contacted --to "The Weekly" -m "by e-mail"
    """
    from factcheck import workflow
    from factcheck.workspace import open_workspace

    person = Person(name=actor, reason=reason, key=key, database=database)
    confirm(workflow.contact(open_workspace(), source, state, act_of(person), about=about, to=to))
