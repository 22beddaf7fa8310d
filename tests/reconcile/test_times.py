"""What lies after the text (FC110) and what is of no date at all (FC111): each row of the data is
a sentence of our own, the day of its article and the words found, or null."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from factcheck.model import Conflict

Find = Callable[..., list[Conflict]]
DATA = Path(__file__).with_name("times.jsonl")
ROWS = [json.loads(line) for line in DATA.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['code']} {row['text'][:24]}")
def test_times(find: Find, row: dict[str, Any]) -> None:
    head = f"# Notes\n\nDate: {row['date']}\n\n" if row["date"] else "# Notes\n\nMore below.\n\n"
    found = [c.sides[0].quote.exact for c in find(head + row["text"] + "\n", row["code"])]
    assert found == ([] if row["found"] is None else [row["found"]])


def test_a_passage_by_itself_needs_no_date(find: Find) -> None:
    assert find("The club has 40 members at present.", "FC111") == []
