"""The joins: open the store, call the rooms, return plain results. Loaded piece by piece, so that
what needs no store does not wait for one."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.workflow.acts import (
        contact,
        decide,
        dismiss,
        dispute,
        dispute_words,
        log_claim,
        perform,
        propose,
        publish,
        retract,
        undo,
    )
    from factcheck.workflow.auditing import verify
    from factcheck.workflow.byhand import LoggedClaim
    from factcheck.workflow.checking import check_in_workspace
    from factcheck.workflow.exchange import Imported, export, import_ledger
    from factcheck.workflow.find import find_claim, find_conflict, find_decision, find_source
    from factcheck.workflow.founding import AddedSource, add_source, init
    from factcheck.workflow.refreshing import Refreshed, history, refresh
    from factcheck.workflow.remarks import ImportedRemarks, import_remarks
    from factcheck.workflow.reporting import report, write_reports
    from factcheck.workflow.running import RunResult, run
    from factcheck.workflow.session import Act, Session
    from factcheck.workflow.state import load_ledger
    from factcheck.workflow.tabular import ImportedClaims, import_claims

_MODULES = {
    "acts": (
        "contact",
        "decide",
        "dismiss",
        "dispute",
        "dispute_words",
        "log_claim",
        "perform",
        "propose",
        "publish",
        "retract",
        "undo",
    ),
    "auditing": ("verify",),
    "byhand": ("LoggedClaim",),
    "checking": ("check_in_workspace",),
    "exchange": ("Imported", "export", "import_ledger"),
    "find": ("find_claim", "find_conflict", "find_decision", "find_source"),
    "founding": ("AddedSource", "add_source", "init"),
    "refreshing": ("Refreshed", "history", "refresh"),
    "remarks": ("ImportedRemarks", "import_remarks"),
    "reporting": ("report", "write_reports"),
    "running": ("RunResult", "run"),
    "session": ("Act", "Session"),
    "state": ("load_ledger",),
    "tabular": ("ImportedClaims", "import_claims"),
}
"""Module → what of it belongs to the door."""
_HOMES = {name: module for module, names in _MODULES.items() for name in names}

__all__ = [
    "Act", "AddedSource", "Imported", "ImportedClaims", "ImportedRemarks", "LoggedClaim",
    "Refreshed", "RunResult", "Session", "add_source", "check_in_workspace", "contact", "decide",
    "dismiss", "dispute", "dispute_words", "export", "find_claim", "find_conflict", "find_decision",
    "find_source", "history", "import_claims", "import_ledger", "import_remarks", "init",
    "load_ledger", "log_claim", "perform", "propose", "publish", "refresh", "report", "retract",
    "run", "undo", "verify", "write_reports",
]  # fmt: skip


def __getattr__(name: str) -> object:
    """The named piece, loaded when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
