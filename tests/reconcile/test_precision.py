"""The table of measured precision fits the rules there are."""

from __future__ import annotations

from factcheck.reconcile.precision import measured, measured_words
from factcheck.reconcile.rules import RULES


def test_the_table_names_rules_and_counts() -> None:
    codes = {rule.doc.code for rule in RULES}
    assert set(measured()) <= codes
    assert all(0 <= right <= said for right, said in measured().values())


def test_a_rule_that_never_spoke_says_so() -> None:
    assert measured_words("FC000").startswith("Not measured")
