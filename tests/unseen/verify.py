"""Check that the unseen test set is well formed; run it after every edit.

Every quote must occur exactly once in its text, every value must have a known shape, lengths and
counts must keep to the plan. The make-up of both splits is printed. Nothing here imports the tool.
"""

from __future__ import annotations

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


def rows(name: str) -> list[dict[str, Any]]:
    """Read one file of the set."""
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


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


def article_faults(row: dict[str, Any]) -> list[str]:
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
    if not 300 <= len(text) <= 1200:
        found.append(f"{len(text)} characters")
    if not 5 <= len(row["claims"]) <= 12:
        found.append(f"{len(row['claims'])} claims")
    return found


def make_up(name: str, parts: list[tuple[str, str]]) -> str:
    """One line on how a part of the set is composed."""
    counts = sorted(Counter(parts).items())
    return f"{name}: " + ", ".join(f"{split} {part} {count}" for (split, part), count in counts)


def main() -> int:
    """Print every fault and the make-up of the set; exit 1 on a fault."""
    articles, pairs = rows("articles.jsonl"), rows("pairs.jsonl")
    translations = rows("translations.jsonl")
    faults = [f"{row['id']}: {fault}" for row in articles for fault in article_faults(row)]
    names = Counter(row["id"] for row in articles + pairs + translations)
    faults += [f"{name}: id used {count} times" for name, count in names.items() if count > 1]
    planted = [(row["split"], defect["kind"]) for row in articles for defect in row["defects"]]
    lines = [
        *(faults or ["no faults"]),
        make_up("articles", [(row["split"], row["language"]) for row in articles]),
        make_up("defects", planted),
        make_up("pairs", [(row["split"], row["label"]) for row in pairs]),
        make_up("translations", [(row["split"], row["label"]) for row in translations]),
    ]
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
