"""What the commands of a workspace share: the workspace itself and its ledger as it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.corrections.ledger import Ledger

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
