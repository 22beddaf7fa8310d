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
from typing import Any

from factcheck.reconcile.works.bylines import compare_lists, compare_titles
from factcheck.reconcile.works.same_work import Description, same_work

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
    print(f"{'field':8}{'change':22}{'told apart':>14}{'a false conflict':>20}")
    for key in sorted(total):
        harmless = not EXPECTED[key] & SERIOUS
        alarms = f"{serious[key]} of {total[key]}" if harmless else "-"
        print(f"{key[0]:8}{key[1]:22}{right[key]:>7} of {total[key]:<4}{alarms:>20}")
    calm = [key for key in total if not EXPECTED[key] & SERIOUS]
    print(f"all: recall {sum(right.values())} of {sum(total.values())}; false conflicts "
          f"{sum(serious[k] for k in calm)} of {sum(total[k] for k in calm)}")  # fmt: skip
    _papers(Path(sys.argv[2]))


def _papers(path: Path) -> None:
    groups = defaultdict(list)
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        groups[row["group"]].append(row)
    merged, flagged, apart = 0, 0, 0
    for rows in groups.values():
        pairs = list(itertools.combinations(rows, 2))
        merged += all(same_work(_described(a), _described(b)) == "match" for a, b in pairs)
        flagged += any(
            a["authors"] and b["authors"]
            and compare_lists(a["authors"], b["authors"]).relation in SERIOUS for a, b in pairs
        )  # fmt: skip
    first = [rows[0] for rows in groups.values()]
    for one, other in itertools.combinations(first, 2):
        apart += same_work(_described(one), _described(other)) == "match"
    print(f"papers merged {merged} of {len(groups)}; with an author conflict {flagged}; "
          f"two papers merged into one {apart}")  # fmt: skip


def _described(row: dict[str, Any]) -> Description:
    ids = {"arxiv": row["eprint"], "doi": row["doi"] and row["doi"].casefold()}
    return Description(
        titles=[row["title"]], names=row["authors"], years=frozenset({int(row["year"])}),
        ids={scheme: words for scheme, words in ids.items() if words},
    )  # fmt: skip


if __name__ == "__main__":
    main()
