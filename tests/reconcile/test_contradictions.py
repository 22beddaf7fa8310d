"""One article against itself: thirty texts of our own with one contradiction each and thirty calm
twins, written before the rule that reads them. FC101 compares claims and has tests of its own."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factcheck
from factcheck.model import Conflict

DATA = Path(__file__).with_name("contradictions.jsonl")
ROWS = [json.loads(line) for line in DATA.read_text(encoding="utf-8").splitlines()]
WRONG = [row for row in ROWS if row["found"]]
CALM = [row for row in ROWS if not row["found"]]
FLOOR = 0.9


def _told(text: str) -> list[Conflict]:
    return [c for c in factcheck.check([text]).conflicts
            if c.kind == "internal" and c.severity != "info"]  # fmt: skip


def _touches(found: Conflict, words: list[str]) -> bool:
    return any(word in side.quote.exact or side.quote.exact in word
               for side in found.sides for word in words)  # fmt: skip


def test_nine_of_ten_contradictions_are_found_in_three_languages() -> None:
    assert Counter(row["language"] for row in WRONG) == {"en": 10, "zh": 10, "ja": 10}
    found = [any(_touches(c, row["found"]) for c in _told(row["text"])) for row in WRONG]
    assert sum(found) >= FLOOR * len(WRONG)


@pytest.mark.parametrize("row", CALM, ids=lambda row: row["text"][2:18])
def test_the_calm_twin_is_left_in_peace(row: dict[str, Any]) -> None:
    assert [c.message for c in _told(row["text"]) if c.code != "FC101"] == []


@given(st.integers(min_value=2, max_value=99_999))
def test_a_number_that_is_told_again_unchanged_is_never_reported(number: int) -> None:
    text = f"# Trees\n\nThey planted {number} trees.\n\nAll {number} trees stand by the river.\n"
    assert [c for c in _told(text) if c.code == "FC112"] == []


def test_the_number_told_twice_is_proposed_for_the_one_told_once() -> None:
    text = (
        "# 48 swans on the lake\n\nBirders counted 48 swans on the lake.\n\n"
        "All 84 swans had come from the north, they said.\n"
    )
    (found,) = _told(text)
    assert found.suggestion is not None
    assert (found.suggestion.quote.exact, found.suggestion.replacement) == ("84", "48")
    assert any("likelier right: 48" in line for line in found.explanation)
