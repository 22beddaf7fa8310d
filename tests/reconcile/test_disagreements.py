"""Pairs of short texts, half of them in real conflict and half only looking so: FC201."""

from __future__ import annotations

import json
from pathlib import Path

from factcheck.claims import extract
from factcheck.reconcile import reconcile
from factcheck.sources import read_text

PAIRS = Path(__file__).with_name("disagreements.jsonl")
FLOOR = 0.9


def _flagged(one: str, other: str) -> bool:
    read = [extract(read_text(one, "one.txt")), extract(read_text(other, "other.txt"))]
    return any(c.code == "FC201" for c in reconcile(read).conflicts)


def test_nine_of_ten_pairs_are_judged_right_and_no_calm_one_is_flagged() -> None:
    pairs = [json.loads(line) for line in PAIRS.read_text(encoding="utf-8").splitlines()]
    assert len(pairs) >= 30
    wrong = [p for p in pairs if _flagged(p["one"], p["other"]) != p["disagree"]]
    assert len(wrong) <= len(pairs) * (1 - FLOOR)
    assert [p for p in wrong if not p["disagree"]] == []
