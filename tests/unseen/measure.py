"""Measure factcheck on texts that nobody who writes the tool has tuned it on.

    python tests/unseen/measure.py [--set second] [--split dev|held] [-v]

`dev` may be looked at and learnt from; of `held` only the figures should be read, never the misses.
Each line is `k of n`:

- a claim is located when a claim of the tool overlaps its quote, and right when the value of such a
  claim is the same: numbers as numbers (metres or kilometres, bytes or megabytes), names and titles
  folded. Subjects and predicates are asked only of claims with the right value, but counted out of
  all. `property` stands for "no narrower predicate is listed": it is not asked for its predicate.
- a notice is found when one of the same kind overlaps it, stray when it overlaps none of ours;
- a defect is found when a conflict of its kind has a side that overlaps it, and mended when the
  suggestion, applied to the text, gives the text with our fix (white space aside);
- a text without a planted contradiction is calm when none of the kinds in CONTRADICTIONS is
  reported above severity info; `calm phrases` asks the same of single phrases of every text;
- a pair is right when check() reports a cross_source conflict above info, or rightly none; the
  same of compare() and conflicts of kind translation.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path
from typing import Any

import factcheck

Row = dict[str, Any]

HERE = Path(__file__).parent
CONTRADICTIONS = {"internal", "cross_source", "translation", "record"}
QUIET = {"boilerplate", "duplicate", "missing_content", "markup_damage"}
MEASURES = (
    "claims located",
    "claims with the right value",
    "subjects right",
    "predicates right",
    "notices found",
    "notices of the tool not stray",
    "defects found",
    "fixes exact",
    "furniture found (boilerplate)",
    "calm texts left in peace",
    "calm phrases left in peace",
    "loud conflicts not stray",
    "pairs right (conflict)",
    "pairs right (calm)",
    "translations right (mismatch)",
    "translations right (consistent)",
)
FACTORS = {
    "km": (1e3,),
    "m": (1e-3,),
    "cm": (1e-2,),
    "µm": (1e-6,),
    "kg": (1e3, 1e-3),
    "g": (1e-3,),
    "吨": (1e3,),
    "tonne": (1e3,),
    "ms": (1e-3,),
    "毫秒": (1e-3,),
    "minute": (60.0,),
    "分钟": (60.0,),
    "小时": (3600.0, 60.0),
    "時間": (3600.0, 60.0),
    "day": (86400.0, 24.0),
    "kW": (1e3,),
    "MWh": (1e6, 1e3),
    "Hz": (1e-3,),
    "km/h": (1 / 3.6,),
    "byte": (1e-6, 1e-9, 1e-12),
    "percent": (1e-2,),
    "km3": (1e9,),
    "mm": (1e-3,),
    "mile": (1609.344, 1.609344),
    "hour": (3600.0, 60.0),
    "week": (7.0, 604800.0),
    "週間": (7.0, 604800.0),
    "month": (1 / 12,),
    "か月": (1 / 12,),
    "L": (1e-3,),
    "W": (1e-3,),
}


def rows(name: str, split: str | None, folder: Path = HERE) -> list[Row]:
    """Read one file of a set, one split or both; a set need not have every file."""
    path = folder / name
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return [row for row in map(json.loads, lines) if split in (None, row["split"])]


def fold(text: object) -> str:
    """Fold case, width, punctuation and white space away."""
    plain = unicodedata.normalize("NFKC", str(text)).casefold()
    return re.sub(r"[\W_]+", "", re.sub(r"^the\s+", "", plain))


def overlap(text: str, quote: str, start: int, end: int) -> bool:
    """Whether a span touches the only occurrence of a quote."""
    at = text.index(quote)
    return start < at + len(quote) and at < end


def same(first: float | None, second: float | None) -> bool:
    """Whether two numbers, or two open bounds, are the same."""
    if first is None or second is None:
        return first is second
    return abs(first - second) <= 1e-9 * max(abs(first), abs(second))


def same_number(first: Any, second: Any, unit: str | None) -> bool:
    """Whether two numbers are the same in the unit or in a multiple of it."""
    if first is None or second is None:
        return first is second
    factors = (1.0, *FACTORS.get(unit or "", ()))
    return any(same(float(first) * factor, float(second)) for factor in factors)


def names(value: Row) -> set[str]:
    """The folded names that a value holds."""
    held = value.get("values", [value.get("value")])
    return {fold(name) for name in held if isinstance(name, str)}


def quantities(value: Row) -> list[Any]:
    """The numbers that a value holds."""
    return [number for number in value.get("values", [value.get("value")]) if number is not None]


def range_right(gold: Row, found: Row) -> bool:
    """Whether a range, or a quantity with bounds, has the bounds wanted."""
    low, high = found.get("min", found.get("low")), found.get("max", found.get("high"))
    if found["type"] == "quantity_list" and len(quantities(found)) == 2:
        low, high = quantities(found)
    unit = gold["unit"]
    return same_number(gold["min"], low, unit) and same_number(gold["max"], high, unit)


def value_right(gold: Row, found: Row) -> bool:
    """Whether a value of the tool says what the annotated value says."""
    kind, other = gold["type"], found.get("type", "")
    if kind in ("quantity", "quantity_list"):
        if other not in ("quantity", "quantity_list", "year"):
            return False
        wanted, held = quantities(gold), quantities(found)
        return len(wanted) == len(held) and all(
            same_number(first, second, gold["unit"])
            for first, second in zip(wanted, held, strict=True)
        )
    if kind == "range":
        return other in ("range", "quantity", "quantity_list") and range_right(gold, found)
    if kind == "year":
        return str(found.get("value")) == str(gold["value"])
    if kind == "date":
        return str(found.get("value", "")).split("T")[0] == str(gold["value"])
    if kind == "id":
        wanted_id = fold(gold["value"])
        return any(re.sub(r"^(arxiv|doi)", "", name) == wanted_id for name in names(found))
    return names(gold) <= names(found)


def subject_right(gold: str, found: str) -> bool:
    """Whether two names of a subject are the same, or one contains the other."""
    first, second = fold(gold), fold(found)
    return min(len(first), len(second)) > 1 and (first in second or second in first)


def squeezed(text: str) -> str:
    """A text without its white space, to compare two mends of it."""
    return re.sub(r"\s+", "", text)


class Tally:
    """Counts per measure, and the misses in words."""

    def __init__(self) -> None:
        """Start with nothing counted."""
        self.hits: dict[str, int] = defaultdict(int)
        self.cases: dict[str, int] = defaultdict(int)
        self.misses: list[str] = []

    def add(self, measure: str, right: bool, miss: str = "") -> None:
        """Count one case, and keep what was missed."""
        self.cases[measure] += 1
        self.hits[measure] += right
        if not right and miss:
            self.misses.append(f"{measure}: {miss}")

    def lines(self, verbose: bool) -> list[str]:
        """The report."""
        found = [f"{name:34} {self.hits[name]} of {self.cases[name]}" for name in MEASURES]
        return found + (["", *self.misses] if verbose else [])


def measure_claims(row: Row, claims: list[Row], tally: Tally) -> None:
    """Count the claims of one article."""
    for gold in row["claims"]:
        near = [c for c in claims if overlap(row["text"], gold["quote"], c["start"], c["end"])]
        right = [claim for claim in near if value_right(gold["value"], claim["value"])]
        if not right and gold["value"]["type"] == "entity_list":
            together = {name for claim in near for name in names(claim["value"])}
            right = near if names(gold["value"]) <= together else []
        about = [claim for claim in right if subject_right(gold["subject"], claim["subject"])]
        where = f"{row['id']} {gold['quote']!r}"
        seen = [(c["subject"], c["predicate"], c["value"].get("value")) for c in near]
        tally.add("claims located", bool(near), where)
        tally.add("claims with the right value", bool(right), f"{where} near {seen}")
        miss = f"{where} wanted {gold['subject']!r}, got {seen}" if right else ""
        tally.add("subjects right", bool(about), miss)
        if gold["predicate"] != "property":
            told = any(claim["predicate"] == gold["predicate"] for claim in right)
            miss = f"{where} wanted {gold['predicate']}, got {seen}" if right else ""
            tally.add("predicates right", told, miss)


def measure_notices(row: Row, notices: list[Row], tally: Tally) -> None:
    """Count the notices of one article."""
    text = row["text"]
    for gold in row["notices"]:
        near = [n for n in notices if overlap(text, gold["quote"], n["start"], n["end"])]
        found = any(notice["kind"] == gold["kind"] for notice in near)
        kinds = [notice["kind"] for notice in near]
        tally.add("notices found", found, f"{row['id']} {gold['quote']!r} as {kinds}")
    for notice in notices:
        known = any(
            overlap(text, gold["quote"], notice["start"], notice["end"]) for gold in row["notices"]
        )
        miss = f"{row['id']} {notice['kind']} {notice['quote']!r}"
        tally.add("notices of the tool not stray", known, miss)


def touches(text: str, quote: str, conflict: Row) -> bool:
    """Whether a side of a conflict overlaps a quote."""
    return any(overlap(text, quote, side["start"], side["end"]) for side in conflict["sides"])


def mended(text: str, conflict: Row) -> str:
    """The text with the suggestion of a conflict applied."""
    part = conflict["suggestion"]
    return text if not part else text[: part["start"]] + part["replacement"] + text[part["end"] :]


def measure_defects(row: Row, conflicts: list[Row], tally: Tally) -> None:
    """Count the planted defects of one article, and the alarms beside them."""
    text = row["text"]
    for gold in row["defects"]:
        near = [c for c in conflicts if touches(text, gold["quote"], c)]
        found = [conflict for conflict in near if conflict["kind"] == gold["kind"]]
        boilerplate = gold["kind"] == "boilerplate"
        measure = "furniture found (boilerplate)" if boilerplate else "defects found"
        where = f"{row['id']} {gold['quote']!r}"
        tally.add(measure, bool(found), f"{where} as {[c['code'] for c in near]}")
        if gold["fix"] is not None:
            wanted = squeezed(text.replace(gold["quote"], gold["fix"]))
            given = [squeezed(mended(text, conflict)) for conflict in found]
            offers = [conflict["suggestion"] for conflict in found]
            tally.add("fixes exact", wanted in given, f"{where} got {offers}")
    loud = [conflict for conflict in conflicts if conflict["severity"] != "info"]
    stray = [c for c in loud if not any(touches(text, d["quote"], c) for d in row["defects"])]
    for conflict in loud:
        sides = [side["quote"] for side in conflict["sides"]]
        miss = f"{row['id']} {conflict['code']} {sides} {conflict['message']}"
        tally.add("loud conflicts not stray", conflict not in stray, miss)
    against = [conflict for conflict in stray if conflict["kind"] in CONTRADICTIONS]
    if {defect["kind"] for defect in row["defects"]} <= QUIET:
        tally.add("calm texts left in peace", not against, row["id"])
    for phrase in row["calm"]:
        flagged = [conflict["code"] for conflict in against if touches(text, phrase, conflict)]
        tally.add("calm phrases left in peace", not flagged, f"{row['id']} {phrase!r} {flagged}")


def alarms(result: Row, kind: str) -> list[Row]:
    """The conflicts of one kind above severity info."""
    return [c for c in result["conflicts"] if c["kind"] == kind and c["severity"] != "info"]


def measure_pairs(split: str | None, folder: Path, tally: Tally) -> None:
    """Count the pairs of texts and of originals with translations."""
    for row in rows("pairs.jsonl", split, folder):
        found = alarms(factcheck.check([row["a"], row["b"]]).to_dict(), "cross_source")
        miss = f"{row['id']} {row['label']} ({row['why']}): {row['a']} | {row['b']}"
        right = bool(found) == (row["label"] == "conflict")
        tally.add(f"pairs right ({row['label']})", right, miss)
    for row in rows("translations.jsonl", split, folder):
        result = factcheck.compare(row["original"], row["translation"]).to_dict()
        found = alarms(result, "translation")
        codes = [conflict["code"] for conflict in found]
        miss = f"{row['id']} ({row['why']}) {codes}: {row['original']} | {row['translation']}"
        right = bool(found) == (row["label"] == "mismatch")
        tally.add(f"translations right ({row['label']})", right, miss)


def main() -> int:
    """Run the tool over the set and print the figures."""
    parser = argparse.ArgumentParser(description="Measure factcheck on unseen texts.")
    parser.add_argument("--set", dest="chosen", choices=["first", "second"], default="first")
    parser.add_argument("--split", choices=["dev", "held"], help="one split; both unless said")
    parser.add_argument("-v", "--verbose", action="store_true", help="list what is missed")
    options = parser.parse_args()
    folder = HERE if options.chosen == "first" else HERE / options.chosen
    tally = Tally()
    for row in rows("articles.jsonl", options.split, folder):
        result = factcheck.check([row["text"]]).to_dict()
        measure_claims(row, result["claims"], tally)
        measure_notices(row, result["notices"], tally)
        measure_defects(row, result["conflicts"], tally)
    for row in rows("notices.jsonl", options.split, folder):
        measure_notices(row, factcheck.check([row["text"]]).to_dict()["notices"], tally)
    measure_pairs(options.split, folder, tally)
    sys.stdout.write("\n".join(tally.lines(options.verbose)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
