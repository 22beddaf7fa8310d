"""The documents say what the program does: limits and codes are compared, not trusted."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from factcheck import errors
from factcheck.claims.templates import CLAUSE_LIMIT
from factcheck.corrections.rulings import MAX_REASON
from factcheck.model.values import MAX_DIGITS, MAX_EXPONENT
from factcheck.reconcile import RULES
from factcheck.sources.decode import TEXT_LIMIT
from factcheck.sources.files import FILE_LIMIT

ROOT = Path(__file__).parent.parent
LIMITS = (ROOT / "docs" / "limits.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "line",
    [
        f"{FILE_LIMIT:,} bytes",
        f"{TEXT_LIMIT:,} bytes",
        f"{MAX_DIGITS} significant digits",
        f"from -{MAX_EXPONENT} to {MAX_EXPONENT}",
        f"{MAX_REASON:,} characters",
        f"{CLAUSE_LIMIT} characters",
    ],
)
def test_a_limit_in_the_documents_is_the_limit_in_the_program(line: str) -> None:
    assert line in LIMITS


def test_every_exit_code_is_documented() -> None:
    codes = {
        kind.exit_code
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, errors.FactcheckError)
    }
    documented = {int(code) for code in re.findall(r"^\| (\d+) \|", LIMITS, re.MULTILINE)}
    assert codes <= documented


def test_every_rule_has_its_page() -> None:
    page = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    missing = {rule.doc.code for rule in RULES if rule.doc.code not in page}
    assert not missing


def test_no_document_names_a_path_of_a_machine() -> None:
    tracked = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    named = [
        p.name for p in tracked if re.search(r"(?<![\w./])/(?:work|home|root)/", p.read_text())
    ]
    assert not named
