"""docs/rules.md says what the rules say."""

from __future__ import annotations

from pathlib import Path

from factcheck.reconcile import RULES
from factcheck.reconcile.documentation import rules_page

PAGE = Path(__file__).parents[2] / "docs" / "rules.md"


def test_the_page_is_in_step_with_the_rules() -> None:
    assert PAGE.read_text(encoding="utf-8") == rules_page(), (
        "write it again: python -c 'from factcheck.reconcile.documentation import rules_page; "
        'print(rules_page(), end="")\' > docs/rules.md'
    )


def test_every_rule_says_how_to_silence_it() -> None:
    for rule in RULES:
        assert rule.doc.code in rule.doc.silence
