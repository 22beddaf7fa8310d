"""`factcheck claims`: what the sources state, and what people say about it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from factcheck.cli import output
from factcheck.cli.desk import Actor as Person
from factcheck.cli.desk import confirm, current_ledger, history_lines, perform, sources_named
from factcheck.cli.help import Command, show_help
from factcheck.cli.options import (
    Actor,
    AsOf,
    Because,
    Database,
    Format,
    ListFormat,
    Reason,
    RequestKey,
    chosen,
    split_list,
)
from factcheck.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factcheck.corrections.ledger import Ledger
    from factcheck.model import Claim, Json

app = typer.Typer(
    help="What the sources state: list it, log a claim by hand, dispute one.",
    rich_markup_mode=None, invoke_without_command=True,
)  # fmt: skip
app.callback()(show_help)

COLUMNS = ("key", "place", "subject", "predicate", "value", "status", "words")


class Stance(StrEnum):
    """What evidence does to a claim."""

    refutes = "refutes"
    supports = "supports"


ClaimKey = Annotated[
    str, typer.Argument(metavar="KEY", help="A claim's key, or the beginning of it.")
]


@app.command("list", cls=Command)
def list_(
    source: Annotated[
        list[str] | None, typer.Option(metavar="SLUG", help="Only from these sources.")
    ] = None,
    predicate: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Only these predicates.")
    ] = None,
    status: Annotated[
        list[str] | None, typer.Option(metavar="STATUS", help="Only those logged, disputed, …")
    ] = None,
    form: Format = ListFormat.table,
    as_of: AsOf = None,
    database: Database = None,
) -> None:
    """List the claims of the workspace with their status.

    Example: factcheck claims list --predicate parameter_count
    """
    from factcheck.cli.listing import emit_items
    from factcheck.model import ClaimStatus

    ledger = current_ledger(database, as_of)
    wanted = (
        sources_named(ledger, source), _predicates(ledger, split_list(predicate or [])),
        chosen("--status", status or [], get_args(ClaimStatus)),
    )  # fmt: skip
    kept = (
        claim for claim in ledger.claims
        if all(not only or fact in only for only, fact in zip(
            wanted, (claim.source, claim.predicate, _status(ledger, claim)), strict=True))
    )  # fmt: skip
    emit_items(COLUMNS, kept, form, lambda claim, name: _row(ledger, claim, name),
               lambda claim: _record(ledger, claim))  # fmt: skip


@app.command("show", cls=Command)
def show(claim: ClaimKey, form: Format = ListFormat.table, database: Database = None) -> None:
    """Show one claim: its words, its value, what was said about it.

    Example: factcheck claims show 3fa2b1
    """
    from factcheck.workflow.find import find_claim

    ledger = current_ledger(database)
    found = find_claim(ledger, claim)
    if form is ListFormat.table:
        output.emit(_page(ledger, found))
        return
    decisions = [decision.to_dict() for decision in ledger.history.get(found.key, ())]
    output.emit_json({**_record(ledger, found), "history": decisions},
                     line=form is ListFormat.jsonl)  # fmt: skip


@app.command("log", cls=Command)
def log(  # noqa: PLR0913 - the options of a command are its parameters
    source: Annotated[str, typer.Argument(metavar="SLUG", help="The source that states it.")],
    quote: Annotated[
        str, typer.Option("--quote", "-q", metavar="WORDS", help="Its words, as they stand there.")
    ],
    subject: Annotated[str, typer.Option(metavar="NAME", help="What it is about.")],
    predicate: Annotated[
        str, typer.Option(metavar="NAME", help="What is stated, as in predicates.toml.")
    ],
    value: Annotated[str, typer.Option(metavar="VALUE", help="The value, as you would write it.")],
    occurrence: Annotated[
        int | None, typer.Option(metavar="N", help="Which one, where the words stand repeatedly.")
    ] = None,
    qualifier: Annotated[
        list[str] | None, typer.Option(metavar="NAME=WORDS", help="As in as_of=2024.")
    ] = None,
    disputed: Annotated[
        bool, typer.Option("--disputed", help="Dispute it at once, for the reason given.")
    ] = False,
    reason: Reason = "",
    actor: Actor = None,
    key: RequestKey = "",
    database: Database = None,
) -> None:
    """Record a claim by hand, tied to its words in the source.

    Words that are absent, or stand there more than once, are refused with the candidates.

    Example: factcheck claims log heron-weekly --quote "30 billion parameters"
    --subject Heron --predicate parameter_count --value "30 billion"
    """
    from factcheck import workflow
    from factcheck.workspace import open_workspace

    for option, words in (("--subject", subject), ("--predicate", predicate), ("--quote", quote)):
        if not words.strip():
            raise UsageError(option, "it is empty", "see `factcheck claims log --help`")
    claim = workflow.LoggedClaim(
        source=source, quote=quote, subject=subject, predicate=predicate, value=value,
        occurrence=occurrence, qualifiers=dict(map(_pair, qualifier or [])),
    )  # fmt: skip
    act = workflow.Act(actor=actor, reason=reason, database=database, idem=key)
    confirm(workflow.log_claim(open_workspace(), claim, act, disputed=disputed))
    output.emit(["to compare it with the others: factcheck run"])


@app.command("dispute", cls=Command)
def dispute(  # noqa: PLR0913 - the options of a command are its parameters
    claim: Annotated[
        str, typer.Argument(metavar="KEY", help="A claim's key; or a source, with --quote.")
    ],
    quote: Annotated[
        str,
        typer.Option(
            "--quote",
            "-q",
            metavar="WORDS",
            help="Words of the source: what it "
            "states there is disputed, and logged first if nobody read it.",
        ),
    ] = "",
    occurrence: Annotated[
        int | None, typer.Option(metavar="N", help="Which one, where the words stand repeatedly.")
    ] = None,
    predicate: Annotated[
        str, typer.Option(metavar="NAME", help="Which claim, where several stand there.")
    ] = "",
    evidence: Annotated[
        list[str] | None,
        typer.Option(
            metavar="TEXT", help="An address, a file, or words of a source, as in heron:30 billion."
        ),
    ] = None,
    stance: Annotated[Stance, typer.Option(help="What the evidence does.")] = Stance.refutes,
    reason: Because = "",
    actor: Actor = None,
    key: RequestKey = "",
    database: Database = None,
) -> None:
    """Say that a claim is doubted, why, and on what evidence.

    Example: factcheck claims dispute 3fa2b1 --because "the paper says 27B"
    --evidence "gemma-paper:27 billion"
    """
    from dataclasses import replace

    from factcheck import workflow
    from factcheck.workflow.byhand import pointed_at
    from factcheck.workspace import open_workspace

    act = workflow.Act(actor=actor, reason=reason, database=database, idem=key)
    shown = evidence or ()
    if not quote:
        confirm(workflow.dispute(open_workspace(), claim, act, stance=stance.value, evidence=shown))
        return
    words = pointed_at(claim, quote, occurrence)
    words = replace(words, predicate=predicate) if predicate else words
    confirm(*workflow.dispute_words(open_workspace(), words, act, stance=stance.value,
                                    evidence=shown))  # fmt: skip


@app.command("retract", cls=Command)
def retract(
    claim: ClaimKey,
    reason: Because = "",
    actor: Actor = None,
    key: RequestKey = "",
    database: Database = None,
) -> None:
    """Take a claim out of what the ledger stands by; it stays in the log.

    Example: factcheck claims retract 3fa2b1 --because "not in the printed issue"
    """
    from factcheck import workflow
    from factcheck.workspace import open_workspace

    act = workflow.Act(actor=actor, reason=reason, database=database, idem=key)
    confirm(workflow.retract(open_workspace(), claim, act))


@app.command("undo", cls=Command)
def undo(
    target: Annotated[
        str, typer.Argument(metavar="ID", help="A decision's id, or the key of its claim.")
    ],
    group: Annotated[
        bool, typer.Option("--group", help="With those that were made together with it.")
    ] = False,
    reason: Reason = "",
    actor: Actor = None,
    key: RequestKey = "",
    database: Database = None,
) -> None:
    """Take back what was logged, disputed or retracted: both stay in the log.

    Example: factcheck claims undo 3fa2b1 --reason "wrong paper"
    """
    from factcheck.workflow import requests

    perform(Person(name=actor, reason=reason, key=key, database=database),
            requests.undo(target, whole=group))  # fmt: skip


def _predicates(ledger: Ledger, names: list[str]) -> set[str]:
    """The predicates named, which the catalogue or a claim has. Raises UsageError for others."""
    from factcheck.claims import load_catalogue
    from factcheck.workflow.stating import known_predicate
    from factcheck.workspace import open_workspace

    if not names:
        return set()
    known = {claim.predicate for claim in ledger.claims}
    known |= {each.name for each in load_catalogue(open_workspace().predicates)}
    return {known_predicate(name, known) for name in names}


def _pair(text: str) -> tuple[str, str]:
    name, found, words = text.partition("=")
    if not found or not name.strip() or not words.strip():
        raise UsageError("--qualifier", f"{text!r} is not NAME=WORDS", "write as_of=2024")
    return name.strip(), words.strip()


def _status(ledger: Ledger, claim: Claim) -> str:
    return ledger.statuses.get(claim.key, "logged")


def _record(ledger: Ledger, claim: Claim) -> Json:
    from factcheck.claims.extraction import published_claim

    return {**published_claim(claim), "key": claim.key, "status": _status(ledger, claim)}


def _row(ledger: Ledger, claim: Claim, name: Callable[[str], str]) -> tuple[str, ...]:
    from factcheck.cli.findings import place
    from factcheck.values import format_value

    where = place(claim.quote, ledger.documents)
    return (
        name(claim.key), where, claim.subject,
        claim.predicate, format_value(claim.value, "en"), _status(ledger, claim),
        claim.quote.exact,
    )  # fmt: skip


def _page(ledger: Ledger, claim: Claim) -> Iterator[str]:
    from factcheck.cli.findings import FindingLines, place
    from factcheck.model import Side
    from factcheck.values import format_value

    screen = output.Screen.of_output()
    value = output.escape(format_value(claim.value, "en"))
    yield screen.paint(f"{output.escape(claim.subject)}: {claim.predicate} = {value}", "bold")
    yield place(claim.quote, ledger.documents)
    yield from FindingLines(ledger.documents, screen).side(Side(quote=claim.quote))
    qualifiers = "".join(f", {name}: {words}" for name, words in claim.qualifiers)
    yield output.escape(
        f"{_status(ledger, claim)}, {claim.modality}{qualifiers}; by {claim.extractor}"
    )
    yield f"key {claim.key}"
    yield from history_lines(ledger.history.get(claim.key, ()))
    touching = [c for c in ledger.conflicts if any(s.claim == claim.id for s in c.sides)]
    if touching:
        yield ""
        yield from FindingLines(ledger.documents, screen).lines(touching)
