"""Reconciling: what cannot all hold, what agrees, and why."""

from factcheck.reconcile.engine import explain, reconcile
from factcheck.reconcile.rules import RULES
from factcheck.reconcile.rules.interface import Case, Reconciliation, Rule, RuleDoc

__all__ = ["RULES", "Case", "Reconciliation", "Rule", "RuleDoc", "explain", "reconcile"]
