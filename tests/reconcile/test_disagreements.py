"""Pairs of short texts, half of them in real conflict and half only looking so: FC201 and FC202.
The pairs were written before the rules were tuned; what each shows stands beside it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from factcheck.claims import extract
from factcheck.model import Conflict
from factcheck.reconcile import reconcile
from factcheck.sources import read_text

HERE = Path(__file__).parent
UNSEEN = HERE.parent / "unseen"
FLOOR = 0.9


def _rows(path: Path) -> list[dict[str, Any]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [row for row in map(json.loads, lines) if row.get("split", "dev") == "dev"]


def _found(one: str, other: str) -> list[Conflict]:
    read = [extract(read_text(one, "one.txt")), extract(read_text(other, "other.txt"))]
    return [c for c in reconcile(read, select=["FC2"]).conflicts if c.severity != "info"]


SETS = {
    "pairs.jsonl": HERE / "pairs.jsonl",
    "unseen": UNSEEN / "pairs.jsonl",
    "second unseen": UNSEEN / "second" / "pairs.jsonl",
}


@pytest.mark.parametrize("name", sorted(SETS))
def test_nine_of_ten_pairs_are_judged_right_and_calm_ones_stay_calm(name: str) -> None:
    pairs = _rows(SETS[name])
    assert len(pairs) >= 18
    assert {row["label"] for row in pairs} == {"conflict", "calm"}
    wrong = [r for r in pairs if bool(_found(r["a"], r["b"])) != (r["label"] == "conflict")]
    assert len(wrong) <= len(pairs) * (1 - FLOOR), [row["id"] for row in wrong]
    assert [row["id"] for row in wrong if row["label"] == "calm"] == []


def test_the_first_pairs_are_judged_right() -> None:
    pairs = _rows(HERE / "disagreements.jsonl")
    assert len(pairs) >= 30
    wrong = [p for p in pairs if bool(_found(p["one"], p["other"])) != p["disagree"]]
    assert len(wrong) <= len(pairs) * (1 - FLOOR)
    assert [p for p in wrong if not p["disagree"]] == []


def test_later_calm_pairs_stay_calm_and_no_fewer_conflicts_are_seen_than_were() -> None:
    """Written when the rules stood, and hardly tuned on: what is seen of them is what to expect of
    texts that nobody has seen, about one conflict in three."""
    pairs = _rows(HERE / "pairs_later.jsonl")
    seen = [row["label"] for row in pairs if _found(row["a"], row["b"])]
    assert "calm" not in seen
    assert len(seen) >= 5


def test_unrelated_articles_do_not_disagree() -> None:
    texts = [row["a"] for name in sorted(SETS) for row in _rows(SETS[name])
             if row["label"] == "conflict"]  # fmt: skip
    distinct = {text[:60]: text for text in texts}
    assert len(distinct) > 50
    read = [extract(read_text(text, f"{n}.txt")) for n, text in enumerate(distinct.values())]
    assert [c.message for c in reconcile(read, select=["FC2"]).conflicts] == []


def test_a_disagreement_gives_both_wordings_both_values_and_where_they_stand() -> None:
    [found] = _found("The Larkspur Dam is 142 metres high.", "At 124 metres, the Larkspur Dam "
                     "is the tallest of the region.")  # fmt: skip
    assert found.message.startswith("Height of Larkspur Dam: 142 metres in one.txt (“142 metres")
    assert "against 124 metres in other.txt (“" in found.message
    assert [side.quote.source for side in found.sides] == ["one.txt", "other.txt"]
    assert any("difference is 18" in line for line in found.explanation)


@pytest.mark.parametrize(("one", "other", "disagree"), [
    ("The Alder Institute was founded in 1952.", "The Alder Institute was founded in 1953.", True),
    ("A Map of Deep Sea Currents Around the Pole (2016)\nIt maps currents.",
     "A Map of Deep Sea Currents Around the Pole (2017)\nA useful map.", False),
    ("A Map of Deep Sea Currents Around the Pole (2016)\nIt maps currents.",
     "A Map of Deep Sea Currents Around the Pole (2019)\nA useful map.", True),
])  # fmt: skip
def test_only_years_of_publication_may_be_one_apart(
    one: str, other: str, disagree: bool
) -> None:  # fmt: skip
    assert bool(_found(one, other)) == disagree
