"""Recall and false conflicts of comparing bibliographic records, per type of change.

    python benchmarks/bylines.py CORRECTIONS.jsonl RECORDS.jsonl

CORRECTIONS holds fields before and after a correction with their change type: a change of people,
wording or order must be told from one of case, marks and initials. Of RECORDS (one paper in several
bibliographies, by `group`) it counts how many groups merge and in how many a conflict is flagged.
"""
# ruff: noqa: T201 - it prints its table

from __future__ import annotations

import itertools
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

from factcheck.reconcile.bylines import compare_lists, compare_titles

EXPECTED = {
    ("authors", "order"): {"order"},
    ("authors", "spelling_or_form"): {"spelling", "same", "order"},
    ("authors", "case_or_diacritics"): {"same"},
    ("authors", "author_missing"): {"missing", "extra"},
    ("authors", "author_extra"): {"missing", "extra"},
    ("authors", "other"): {"other", "missing", "extra"},
    ("authors", "other_same_length"): {"other"},
    ("title", "case_or_punct"): {"typography"},
    ("title", "wording"): {"wording"},
    ("title", "replaced"): {"other", "wording"},
}
SERIOUS = {"missing", "extra", "other"}


def main() -> None:
    right: Counter[tuple[str, str]] = Counter()
    serious: Counter[tuple[str, str]] = Counter()
    total: Counter[tuple[str, str]] = Counter()
    for line in Path(sys.argv[1]).read_text("utf-8").splitlines():
        row = json.loads(line)
        key = (row["field"], row["change_type"])
        if key not in EXPECTED:
            continue
        if row["field"] == "authors":
            relation: str = compare_lists(row["before"], row["after"]).relation
        else:
            relation = compare_titles(row["before"], row["after"])
        total[key] += 1
        right[key] += relation in EXPECTED[key]
        serious[key] += relation in SERIOUS
        if "-v" in sys.argv and relation not in EXPECTED[key]:
            print("  ", key[1], relation, row["before"], "=>", row["after"])
    for key in sorted(total):
        print(f"{key[0]:8}{key[1]:22} told apart {right[key]:3} of {total[key]:3}   "
              f"flagged as other people or another work {serious[key]:3}")  # fmt: skip
    _papers(Path(sys.argv[2]))


def _papers(path: Path) -> None:
    groups = defaultdict(list)
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        groups[row["group"]].append(row)
    merged, flagged = 0, 0
    for rows in groups.values():
        pairs = list(itertools.combinations(rows, 2))
        merged += all(compare_titles(a["title"], b["title"]) != "other" for a, b in pairs)
        flagged += any(
            a["authors"] and b["authors"]
            and compare_lists(a["authors"], b["authors"]).relation in SERIOUS for a, b in pairs
        )  # fmt: skip
    print(f"papers merged {merged} of {len(groups)}; with an author conflict {flagged}")


if __name__ == "__main__":
    main()
