"""What the commands of a workspace share: its ledger as it stands, and acts that are recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.cli import output

if TYPE_CHECKING:
    from factcheck.corrections.ledger import Ledger
    from factcheck.model import Decision

SHORT = 10
"""Digits of an id that listings show: enough to be unique among a hundred thousand."""


def current_ledger(database: str | None) -> Ledger:
    """The workspace's ledger as it stands. Raises UsageError outside a workspace."""
    from factcheck.workflow import load_ledger
    from factcheck.workspace import open_workspace

    return load_ledger(open_workspace(), database)


def short(identity: str) -> str:
    """An id as listings show it."""
    return identity[:SHORT]


def confirm(decision: Decision) -> None:
    """Say what was recorded, with the id that takes it back."""
    output.emit([
        decision_line(decision),
        f"recorded as {short(decision.id)} on {short(decision.object)}; "
        f"to take it back: factcheck conflicts undo {short(decision.id)}"
        if decision.kind != "undo" else f"recorded as {short(decision.id)}",
    ])  # fmt: skip


def decision_line(decision: Decision) -> str:
    """One decision in a line: when, who, what, why."""
    day = decision.at[:16].replace("T", " ")
    details = decision.body.get("verdicts") or [decision.body.get("as", "")]
    what = " ".join(filter(None, (decision.kind, ", ".join(map(str, details)))))
    reason = f": {decision.reason}" if decision.reason else ""
    return output.escape(f"{day}  {decision.actor}  {what}{reason}")
