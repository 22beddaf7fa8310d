"""Parts against totals, in prose and in tables: FC109. Each row of the data is a text of our own
and what its parts make, or null where it states no wrong sum."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Conflict
from factcheck.reconcile.sums import sums
from factcheck.sources import read_text

Find = Callable[..., list[Conflict]]
DATA = Path(__file__).with_name("sums.jsonl")
ROWS = [json.loads(line) for line in DATA.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"][:24])
def test_parts_against_the_total(find: Find, row: dict[str, Any]) -> None:
    found = [c.message for c in find(row["text"], "FC109")]
    if row["sum"] is None:
        assert found == []
    else:
        (message,) = found
        assert f" make {row['sum']:,}".replace(",", " ") in message.replace(",", " ")


@given(st.lists(st.integers(min_value=2, max_value=400), min_size=2, max_size=5))
def test_what_adds_up_is_never_reported(parts: list[int]) -> None:
    kinds = ("oaks", "beeches", "limes", "elms", "pines")
    listed = [f"{n} {kind}" for n, kind in zip(parts, kinds, strict=False)]
    text = f"They planted {sum(parts)} trees: {', '.join(listed[:-1])} and {listed[-1]}."
    assert all(found.holds for found in sums(read_text(text, "a.txt", language="en")))
