"""Rulings of people as checked decisions, what follows from them, and the change as a diff."""

from factcheck.corrections.diff import Edit, diff
from factcheck.corrections.ledger import Ledger, StaleRuling
from factcheck.corrections.rulings import (
    Signed,
    assign,
    comment,
    decide,
    defer,
    dismiss,
    dispute,
    log,
    retract,
    undo,
)
from factcheck.corrections.standing import Standing
from factcheck.corrections.status import claim_statuses, histories, judge

__all__ = [
    "Edit", "Ledger", "Signed", "StaleRuling", "Standing", "assign", "claim_statuses", "comment",
    "decide", "defer", "diff", "dismiss", "dispute", "histories", "judge", "log", "retract",
    "undo",
]  # fmt: skip
