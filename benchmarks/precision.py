"""How often each rule was right where we know the answer, written as a table into the package.

    python benchmarks/precision.py [--write]

The texts are our own: tests/unseen (the dev half: articles with planted defects, pairs,
translations) and tests/reconcile/disagreements.jsonl. A finding is right when it touches a planted
defect, or when its pair or translation is labelled as in conflict. Findings of severity info
assert nothing and are left out. Rules that never spoke are not in the table.
"""
# ruff: noqa: T201 - it prints its table

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import factcheck

ROOT = Path(__file__).parent.parent
TABLE = ROOT / "factcheck" / "reconcile" / "precision.toml"


def _rows(name: str) -> Iterator[dict[str, object]]:
    for line in (ROOT / "tests" / name).read_text("utf-8").splitlines():
        row = json.loads(line)
        if row.get("split", "dev") == "dev":
            yield row


def _judged() -> Iterator[tuple[str, bool]]:
    """The code of each finding and whether it is right."""
    for row in _rows("unseen/articles.jsonl"):
        spans = _spans(row)
        for found in factcheck.check([str(row["text"])]).conflicts:
            if found.severity != "info":
                touched = any(side.quote.start < end and start < side.quote.end
                              for side in found.sides for start, end in spans)  # fmt: skip
                yield found.code, touched
    for row in _rows("unseen/pairs.jsonl"):
        for found in factcheck.check([str(row["a"]), str(row["b"])]).conflicts:
            if found.kind == "cross_source":
                yield found.code, row["label"] == "conflict"
    for row in _rows("reconcile/disagreements.jsonl"):
        for found in factcheck.check([str(row["one"]), str(row["other"])]).conflicts:
            if found.kind == "cross_source":
                yield found.code, bool(row["disagree"])
    for row in _rows("unseen/translations.jsonl"):
        for found in factcheck.compare(str(row["original"]), str(row["translation"])).conflicts:
            if found.kind == "translation":
                yield found.code, row["label"] == "mismatch"


def _spans(row: dict[str, object]) -> list[tuple[int, int]]:
    defects = row["defects"]
    text = str(row["text"])
    assert isinstance(defects, list)
    quotes = [str(defect["quote"]) for defect in defects]
    return [(text.find(quote), text.find(quote) + len(quote)) for quote in quotes]


def main() -> None:
    said: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for code, good in _judged():
        said[code] += 1
        right[code] += good
    lines = ["# Made by benchmarks/precision.py: right and reported, per rule."]
    lines += [f"{code} = [{right[code]}, {said[code]}]" for code in sorted(said)]
    print("\n".join(lines))
    if "--write" in sys.argv:
        TABLE.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
