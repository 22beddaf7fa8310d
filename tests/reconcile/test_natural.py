"""Ten natural examples in each language for every check that needs nothing but the text: each row
of the data says whether the check of its code must speak."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

import factcheck

DATA = Path(__file__).with_name("sense.jsonl")
ROWS = [json.loads(line) for line in DATA.read_text(encoding="utf-8").splitlines()]
NATURAL = 10


def test_there_are_ten_examples_of_each_check_in_each_language() -> None:
    counted = Counter((row["code"], row["language"]) for row in ROWS)
    assert set(counted.values()) == {NATURAL}
    assert {language for _, language in counted} == {"en", "zh", "ja"}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['code']} {row['text'][:20]}")
def test_natural_examples(row: dict[str, Any]) -> None:
    found = [c.code for c in factcheck.check([row["text"]]).conflicts]
    assert (row["code"] in found) == row["found"]
