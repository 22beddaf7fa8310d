"""`factcheck corrections`: proposed changes of words, from the suggestion to the published text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from factcheck.cli import output
from factcheck.cli.desk import Actor as Person
from factcheck.cli.desk import (
    act_of,
    confirm,
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
    REJECTIONS,
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
)
from factcheck.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.corrections.case import Case
    from factcheck.corrections.ledger import Ledger

app = typer.Typer(
    help="Changes of words: accept, reword or reject them, apply them to the article.",
    rich_markup_mode=None, invoke_without_command=True,
)  # fmt: skip
app.callback()(show_help)

COLUMNS = ("id", "place", "code", "severity", "state", "was", "becomes")

CaseId = Annotated[
    str,
    typer.Argument(metavar="ID", help="A correction's id, or its conflict's; or its beginning."),
]
Ground = Annotated[
    str,
    typer.Option("--code", metavar="CODE",
                 help=f"What it rests on: {', '.join(GROUNDS)}.  [default: by the rule]"),
]  # fmt: skip
Slug = Annotated[
    str, typer.Argument(metavar="SOURCE", help="A source, as `sources list` names it.")
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this file.")
]


@app.command("list", cls=Command)
def list_(
    state: Annotated[
        list[str] | None,
        typer.Option(metavar="STATES", help="Only those: proposed, accepted, applied …"),
    ] = None,
    source: Annotated[
        list[str] | None, typer.Option(metavar="SLUG", help="Only those of a source.")
    ] = None,
    form: Format = ListFormat.table,
    as_of: AsOf = None,
    database: Database = None,
) -> None:
    """List the corrections of the workspace with their states.

    Example: factcheck corrections list --state proposed
    """
    from factcheck.cli.findings import place
    from factcheck.cli.listing import emit_items
    from factcheck.model import CorrectionState

    ledger = current_ledger(database, as_of)
    states = chosen("--state", state or [], get_args(CorrectionState))
    sources = sources_named(ledger, source)
    kept = (
        case for case in ledger.corrections
        if (not states or case.state in states) and (not sources or case.source in sources)
    )  # fmt: skip

    def where(case: Case) -> str:
        known = case.source in ledger.documents
        return place(case.target, ledger.documents) if known else case.source

    emit_items(
        COLUMNS, kept, form,
        lambda case, name: (name(case.id), where(case), case.code, case.severity, case.state,
                            case.target.exact, case.replacement),
        lambda case: case.to_dict(),
    )  # fmt: skip


@app.command("show", cls=Command)
def show(
    correction: CaseId,
    form: Format = ListFormat.table,
    as_of: AsOf = None,
    database: Database = None,
) -> None:
    """Show one correction: the words, the change, and what was ruled.

    Example: factcheck corrections show 3fa2b1
    """
    from factcheck.workflow.find import find_case

    ledger = current_ledger(database, as_of)
    case = find_case(ledger, correction)
    if form is ListFormat.table:
        output.emit(_page(ledger, case))
        return
    decisions = [decision.to_dict() for decision in ledger.history.get(case.id, ())]
    output.emit_json({**case.to_dict(), "history": decisions, "version": ledger.versions[case.id]},
                     line=form is ListFormat.jsonl)  # fmt: skip


@app.command("accept", cls=Command)
def accept(  # noqa: PLR0913 - the options of a command are its parameters
    correction: CaseId,
    code: Ground = "",
    group: Group = False,
    seen: SeenVersion = "",
    reason: Reason = "",
    actor: Actor = None,
    key: RequestKey = "",
    database: Database = None,
) -> None:
    """Take a correction as it is proposed; its conflict is decided with it.

    Example: factcheck corrections accept 3fa2b1
    """
    from factcheck.workflow import requests

    perform(Person(name=actor, reason=reason, code=code, key=key, database=database),
            requests.accept([correction], scope(correction, group, seen)))  # fmt: skip


@app.command("edit", cls=Command)
def edit(  # noqa: PLR0913 - the options of a command are its parameters
    correction: CaseId,
    replacement: Annotated[
        str, typer.Option("--replacement", "-r", metavar="WORDS", help="What should stand there.")
    ],
    code: Ground = "",
    group: Group = False,
    seen: SeenVersion = "",
    reason: Reason = "",
    actor: Actor = None,
    key: RequestKey = "",
    database: Database = None,
) -> None:
    """Take a correction in other words than the proposed ones.

    Example: factcheck corrections edit 3fa2b1 --replacement "27 billion"
    """
    from factcheck.workflow import requests

    perform(Person(name=actor, reason=reason, code=code, key=key, database=database),
            requests.edit([correction], replacement, scope(correction, group, seen)))  # fmt: skip


@app.command("reject", cls=Command)
def reject(  # noqa: PLR0913 - the options of a command are its parameters
    correction: CaseId,
    code: Annotated[str, typer.Option(metavar="CODE", help=f"Why: {', '.join(REJECTIONS)}.")] = "",
    group: Group = False,
    seen: SeenVersion = "",
    reason: Reason = "",
    actor: Actor = None,
    key: RequestKey = "",
    database: Database = None,
) -> None:
    """Leave the words as they are. With words_right or unneeded its conflict is settled too; with
    wrong_fix and other it stays open.

    Example: factcheck corrections reject 3fa2b1 --code words_right
    """
    from factcheck.workflow import requests

    perform(Person(name=actor, reason=reason, code=code, key=key, database=database),
            requests.reject([correction], scope(correction, group, seen)))  # fmt: skip


@app.command("propose", cls=Command)
def propose(  # noqa: PLR0913 - the options of a command are its parameters
    source: Slug,
    quote: Annotated[str, typer.Option("--quote", "-q", metavar="WORDS", help="Words to change.")],
    replacement: Annotated[
        str, typer.Option("--replacement", "-r", metavar="WORDS", help="What should stand there.")
    ],
    occurrence: Annotated[
        int | None, typer.Option(metavar="N", help="Which one, where the words stand repeatedly.")
    ] = None,
    code: Ground = "",
    reason: Reason = "",
    actor: Actor = None,
    key: RequestKey = "",
    database: Database = None,
) -> None:
    """Propose other words where no rule found anything.

    Example: factcheck corrections propose heron-weekly --quote "30 bilion" -r "30 billion"
    """
    from factcheck import workflow
    from factcheck.workflow.byhand import pointed_at
    from factcheck.workspace import open_workspace

    person = Person(name=actor, reason=reason, code=code, key=key, database=database)
    words = pointed_at(source, quote, occurrence)
    confirm(workflow.propose(open_workspace(), words, replacement, act_of(person)))


@app.command("apply", cls=Command)
def apply(  # noqa: PLR0913 - the options of a command are its parameters
    source: Slug,
    target: Output = None,
    diff: Annotated[
        bool, typer.Option("--diff", help="Only show the change, as `git apply` takes it.")
    ] = False,
    in_place: Annotated[
        Path | None,
        typer.Option("--in-place", metavar="FILE", help="Change this file; a backup is kept."),
    ] = None,
    path: Annotated[str, typer.Option(metavar="PATH", help="What the diff calls the file.")] = "",
    actor: Actor = None,
    reason: Reason = "",
    key: RequestKey = "",
    database: Database = None,
) -> None:
    """Put the accepted corrections into the article: on the screen, into a file, or in place.

    Only the text that was reviewed is changed. Corrections that overlap are refused, both named.
    The screen and --diff change nothing; the others note that the corrections were applied.

    Example: factcheck corrections apply heron-ja --in-place heron.ja.md
    """
    from factcheck.workflow import applying
    from factcheck.workspace import open_workspace

    if sum((target is not None, diff, in_place is not None)) > 1:
        raise UsageError("apply", "--output, --diff and --in-place exclude each other", "give one")
    workspace = open_workspace()
    act = act_of(Person(name=actor, reason=reason, key=key, database=database))
    if in_place is not None:
        _say(applying.apply_in_place(workspace, source, in_place, act))
    elif target is not None:
        _say(applying.apply_to_copy(workspace, source, target, act))
    else:
        plan = applying.plan(workspace, source, database)
        output.emit_text(plan.diff(path or f"{plan.source}.md") if diff else plan.corrected)


@app.command("publish", cls=Command)
def publish(
    correction: CaseId,
    where: Annotated[
        str, typer.Option(metavar="TEXT", help="Where readers see it: an address, an issue.")
    ] = "",
    reason: Reason = "",
    actor: Actor = None,
    key: RequestKey = "",
    database: Database = None,
) -> None:
    """Note that readers see an applied correction.

    Example: factcheck corrections publish 3fa2b1 --where https://example.org/heron
    """
    from factcheck import workflow
    from factcheck.workspace import open_workspace

    person = Person(name=actor, reason=reason, key=key, database=database)
    confirm(workflow.publish(open_workspace(), correction, where, act_of(person)))


@app.command("notice", cls=Command)
def notice(source: Slug, target: Output = None, database: Database = None) -> None:
    """Draft a correction notice in the article's language. It is text for you; nothing is sent.

    Example: factcheck corrections notice heron-ja
    """
    from factcheck.sources.archive import write_aside
    from factcheck.workflow import applying
    from factcheck.workspace import open_workspace

    text = applying.notice(open_workspace(), source, database)
    if target is None:
        output.emit_text(text)
    else:
        write_aside(target, text.encode("utf-8"))
        output.note(f"wrote {output.escape(str(target))}")


@app.command("undo", cls=Command)
def undo(
    target: Annotated[
        str, typer.Argument(metavar="ID", help="A decision's id, or that of a correction.")
    ],
    group: Annotated[
        bool, typer.Option("--group", help="With those that were made together with it.")
    ] = False,
    reason: Reason = "",
    actor: Actor = None,
    key: RequestKey = "",
    database: Database = None,
) -> None:
    """Take back the last step of a correction: it is as before, and both stay in the log.

    Example: factcheck corrections undo 3fa2b1
    """
    from factcheck.workflow import requests

    perform(Person(name=actor, reason=reason, key=key, database=database),
            requests.undo(target, whole=group))  # fmt: skip


def _say(done: object) -> None:
    from factcheck.cli.summary import counted
    from factcheck.workflow.applying import Applied

    if not isinstance(done, Applied):
        return
    if done.decisions:
        confirm(*done.decisions)
    note = f"{counted(len(done.plan.cases), 'correction')} in {output.escape(str(done.path))}"
    if done.backup:
        note += f"; as it was: {output.escape(str(done.backup))}"
    output.emit([note])


def _page(ledger: Ledger, case: Case) -> Iterator[str]:
    from factcheck.cli.findings import FindingLines, place
    from factcheck.cli.marks import change
    from factcheck.model import Side

    screen = output.Screen.of_output()
    known = case.source in ledger.documents and not case.why
    where = place(case.target, ledger.documents) if known else output.escape(case.source)
    yield screen.paint(f"{where} {case.code} {output.escape(case.message)}".rstrip(), "bold")
    if known:
        yield from FindingLines(ledger.documents, screen).side(Side(quote=case.target))
    yield f"change: {change(case.target.exact, case.replacement, screen)}"
    yield f"{case.state}, {case.severity}" + (f": {output.escape(case.why)}" if case.why else "")
    yield f"correction {short(case.id)}" + (
        f", conflict {short(case.conflict)}" if case.conflict else "")  # fmt: skip
    yield f"version {short(ledger.versions[case.id])}"
    yield from history_lines(ledger.history.get(case.id, ()))
