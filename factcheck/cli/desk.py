"""What the commands of a workspace share: its ledger as it stands, and acts that are recorded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.cli import output

if TYPE_CHECKING:
    from factcheck.corrections.ledger import Ledger
    from factcheck.model import Decision
    from factcheck.workflow.requests import Scope
    from factcheck.workflow.session import Act, Request

NOUNS = {
    **dict.fromkeys(("propose", "accept", "edit", "reject", "apply", "publish"), "corrections"),
    **dict.fromkeys(("log", "dispute", "retract"), "claims"),
}
"""Kind of decision → the command group that takes it back, where it is not `conflicts`."""
DETAILS = ("as", "until", "assignee", "replacement", "state", "where")
"""Fields of a decision that say which sort of it this is."""
SHORT = 10
"""Digits of an id that listings show: enough to be unique among a hundred thousand."""


def current_ledger(database: str | None, as_of: str | None = None) -> Ledger:
    """The workspace's ledger as it stands, or as the decisions up to a moment left it. Raises
    UsageError outside a workspace."""
    from factcheck.workflow import load_ledger
    from factcheck.workspace import open_workspace

    return load_ledger(open_workspace(), database, as_of)


def sources_named(ledger: Ledger, given: Iterable[str] | None) -> set[str]:
    """Slugs of the sources that an option names, by their beginnings. Raises UsageError for one
    that there is none of."""
    from factcheck.cli.options import split_list
    from factcheck.workflow.find import find_source

    return {find_source(ledger, slug).slug for slug in split_list(given or [])}


def perform(actor: Actor, request: Request) -> None:
    """Record what is asked for, and say so."""
    from factcheck import workflow
    from factcheck.workspace import open_workspace

    confirm(*workflow.perform(open_workspace(), act_of(actor), request))


def act_of(actor: Actor) -> Act:
    """The options as the workflow takes them."""
    from factcheck.workflow import Act

    return Act(actor=actor.name, reason=actor.reason, code=actor.code, database=actor.database,
               idem=actor.key)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Actor:
    """Who acts, why, and under which key of the request, as the options say."""

    name: str | None = None
    reason: str = ""
    code: str = ""
    key: str = ""
    database: str | None = None


def scope(target: str, group: bool = False, seen: str = "") -> Scope:
    """How far an act goes, as the options say."""
    from factcheck.workflow.requests import Scope

    return Scope(whole=group, seen={target: seen} if seen else {})


def short(identity: str) -> str:
    """An id as listings show it."""
    return identity[:SHORT]


def confirm(*decisions: Decision) -> None:
    """Say what was recorded, with the id that takes it back."""
    first = decisions[0]
    output.emit([
        *(decision_line(decision) for decision in decisions),
        f"recorded as {short(first.id)} on {short(first.object)}; "
        f"to take it back: factcheck {NOUNS.get(first.kind, 'conflicts')} undo {short(first.id)}"
        + (" --group" if len(decisions) > 1 else "")
        if first.kind != "undo" else f"recorded as {short(first.id)}",
    ])  # fmt: skip


def history_lines(decisions: Iterable[Decision]) -> Iterator[str]:
    """Decisions oldest first, a line each, with what was put forward as evidence below."""
    from factcheck.corrections.exhibits import put_forward

    for decision in decisions:
        yield decision_line(decision)
        for words, _ in put_forward(decision.body):
            yield output.escape(f"    evidence: {words}")


def decision_line(decision: Decision) -> str:
    """One decision in a line: when, who, what, why."""
    day = decision.at[:16].replace("T", " ")
    body = decision.body
    details = body.get("verdicts") or [body[name] for name in DETAILS if body.get(name)]
    what = " ".join(filter(None, (decision.kind, ", ".join(map(str, details)))))
    code = f" ({body['code']})" if body.get("code") else ""
    reason = f": {decision.reason}" if decision.reason else ""
    return output.escape(f"{day}  {decision.actor}  {what}{code}{reason}")
