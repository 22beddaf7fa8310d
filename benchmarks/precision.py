"""How often each rule was right where we know the answer, written as a table into the package.

    python benchmarks/precision.py [--write]

The texts are our own: the dev half of tests/unseen (articles with planted defects, pairs,
translations) and the data of tests/reconcile (disagreements, contradictions, sums, natural
examples), on which some rules were developed. A finding is right when it touches a planted defect,
or when its pair, translation or example is labelled as in conflict. Findings of severity info
assert nothing and are left out. Rules that never spoke are not in the table. `factcheck explain`
and docs/rules.md print it; a test keeps the two in step.
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
    for name in ("unseen/articles.jsonl", "unseen/second/articles.jsonl"):
        for row in _rows(name):
            yield from _touching(str(row["text"]), _spans(row))
    for row in _rows("reconcile/contradictions.jsonl"):
        words = row["found"]
        assert isinstance(words, list)
        yield from _touching(str(row["text"]), _places(str(row["text"]), words))
    for name in ("reconcile/sums.jsonl", "reconcile/sense.jsonl"):
        for row in _rows(name):
            labelled = bool(row["found"] if "found" in row else row["sum"])
            for found in factcheck.check([str(row["text"])]).conflicts:
                if found.kind == "internal" and found.code == row.get("code", "FC109"):
                    yield found.code, labelled
    for name in ("unseen/pairs.jsonl", "unseen/second/pairs.jsonl"):
        yield from _pairs(name)
    for row in _rows("reconcile/disagreements.jsonl"):
        for found in factcheck.check([str(row["one"]), str(row["other"])]).conflicts:
            if found.kind == "cross_source":
                yield found.code, bool(row["disagree"])
    for row in _rows("unseen/translations.jsonl"):
        for found in factcheck.compare(str(row["original"]), str(row["translation"])).conflicts:
            if found.kind == "translation":
                yield found.code, row["label"] == "mismatch"


def _pairs(name: str) -> Iterator[tuple[str, bool]]:
    for row in _rows(name):
        for found in factcheck.check([str(row["a"]), str(row["b"])]).conflicts:
            if found.kind == "cross_source":
                yield found.code, row["label"] == "conflict"


def _touching(text: str, spans: list[tuple[int, int]]) -> Iterator[tuple[str, bool]]:
    """Findings on one text; those that touch a planted defect are right."""
    for found in factcheck.check([text]).conflicts:
        if found.severity != "info":
            touched = any(side.quote.start < end and start < side.quote.end
                          for side in found.sides for start, end in spans)  # fmt: skip
            yield found.code, touched


def _places(text: str, words: list[object]) -> list[tuple[int, int]]:
    """Every place where one of the words stands."""
    return [(at, at + len(str(word))) for word in words for at in range(len(text))
            if text.startswith(str(word), at)]  # fmt: skip


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
