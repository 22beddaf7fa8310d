"""Check that the unseen test set is well formed; run it after every edit.

    python tests/unseen/verify.py [--set second]

Every quote must occur exactly once in its text, every value must have a known shape, lengths and
counts must keep to the plan. The make-up of both splits is printed. Nothing here imports the tool.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
KINDS = {
    "internal",
    "translation",
    "missing_content",
    "correction_notice",
    "markup_damage",
    "duplicate",
    "boilerplate",
}
NOTICES = {"correction", "omission", "retraction", "update", "disclaimer", "placeholder"}
# characters, those of an abstract with its original, and claims of one article
LIMITS = {"first": (300, 1200, 1200, 5, 12), "second": (300, 2600, 2600, 10, 20)}
CONDENSED = {"second": (300, 800, 1400)}  # the same for Chinese and Japanese
KEYS = {
    "quantity": {"value", "unit"},
    "range": {"min", "max", "unit"},
    "quantity_list": {"values", "unit"},
    "date": {"value"},
    "year": {"value"},
    "entity": {"value"},
    "entity_list": {"values", "complete"},
    "text": {"value"},
    "id": {"scheme", "value"},
}


def folder(chosen: str) -> Path:
    """Where a set lives: the first one beside this file, another in a folder of its name."""
    return HERE if chosen == "first" else HERE / chosen


def rows(name: str, chosen: str) -> list[dict[str, Any]]:
    """Read one file of the set; a set need not have every file."""
    path = folder(chosen) / name
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def number(value: object) -> bool:
    """Whether a value is a JSON number."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def shape_ok(value: dict[str, Any]) -> bool:
    """Whether a value has one of the known shapes."""
    kind = value.get("type", "")
    if (
        kind not in KEYS
        or not KEYS[kind] <= set(value)
        or set(value) - KEYS[kind] - {"type", "approx"}
    ):
        return False
    if kind == "quantity":
        return number(value["value"])
    if kind == "year":
        return isinstance(value["value"], int)
    if kind == "range":
        bounds = [value["min"], value["max"]]
        return any(map(number, bounds)) and all(bound is None or number(bound) for bound in bounds)
    if kind == "quantity_list":
        return all(map(number, value["values"]))
    if kind == "entity_list":
        return all(isinstance(item, str) for item in value["values"]) and isinstance(
            value["complete"], bool
        )
    return isinstance(value["value"], str)


def article_faults(row: dict[str, Any], chosen: str) -> list[str]:
    """Everything that is wrong with one article."""
    text, found = row["text"], []
    quotes = [
        entry["quote"] for part in ("claims", "notices", "defects") for entry in row[part]
    ] + row["calm"]
    found += [
        f"occurs {text.count(quote)} times: {quote!r}" for quote in quotes if text.count(quote) != 1
    ]
    found += [
        f"bad value: {claim['value']}" for claim in row["claims"] if not shape_ok(claim["value"])
    ]
    found += [
        f"bad notice kind: {notice['kind']}"
        for notice in row["notices"]
        if notice["kind"] not in NOTICES
    ]
    found += [
        f"bad defect kind: {defect['kind']}"
        for defect in row["defects"]
        if defect["kind"] not in KINDS
    ]
    shortest, longest, with_original, fewest, most = LIMITS[chosen]
    if row["language"] != "en":
        shortest, longest, with_original = CONDENSED.get(chosen, LIMITS[chosen][:3])
    if not shortest <= len(text) <= (with_original if row["genre"] == "abstract" else longest):
        found.append(f"{len(text)} characters")
    if not fewest <= len(row["claims"]) <= most:
        found.append(f"{len(row['claims'])} claims")
    return found


def notice_faults(row: dict[str, Any]) -> list[str]:
    """Everything that is wrong with one text that is there for its notices."""
    text, found = row["text"], []
    for notice in row["notices"]:
        if text.count(notice["quote"]) != 1:
            found.append(f"occurs {text.count(notice['quote'])} times: {notice['quote']!r}")
        if notice["kind"] not in NOTICES:
            found.append(f"bad notice kind: {notice['kind']}")
        found += [
            f"{side} not in the text: {notice[side]!r}"
            for side in ("wrong", "right")
            if notice.get(side, "") not in text
        ]
    return found


def make_up(name: str, parts: list[tuple[str, str]]) -> str:
    """One line on how a part of the set is composed."""
    counts = sorted(Counter(parts).items())
    return f"{name}: " + ", ".join(f"{split} {part} {count}" for (split, part), count in counts)


def main() -> int:
    """Print every fault and the make-up of the set; exit 1 on a fault."""
    parser = argparse.ArgumentParser(description="Check that an unseen test set is well formed.")
    parser.add_argument("--set", dest="chosen", choices=list(LIMITS), default="first")
    chosen = parser.parse_args().chosen
    articles, pairs = rows("articles.jsonl", chosen), rows("pairs.jsonl", chosen)
    translations, notices = rows("translations.jsonl", chosen), rows("notices.jsonl", chosen)
    faults = [f"{row['id']}: {fault}" for row in articles for fault in article_faults(row, chosen)]
    faults += [f"{row['id']}: {fault}" for row in notices for fault in notice_faults(row)]
    names = Counter(row["id"] for row in articles + pairs + translations + notices)
    faults += [f"{name}: id used {count} times" for name, count in names.items() if count > 1]
    planted = [(row["split"], defect["kind"]) for row in articles for defect in row["defects"]]
    told = [
        (row["split"], notice["kind"])
        for row in notices
        for notice in row["notices"] or [{"kind": "none"}]
    ]
    lines = [
        *(faults or ["no faults"]),
        make_up("articles", [(row["split"], row["language"]) for row in articles]),
        make_up("defects", planted),
        make_up("pairs", [(row["split"], row["label"]) for row in pairs]),
        make_up("translations", [(row["split"], row["label"]) for row in translations]),
        *([make_up("notices", told)] if told else []),
    ]
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
