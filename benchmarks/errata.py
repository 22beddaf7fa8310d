"""An errata list in and out: entries a minute, what comes back, and whether the inline diff marks
changed numbers whole and nothing else (rows that say `x_number_only`).

    python -m benchmarks.errata LIST.jsonl
"""

# ruff: noqa: T201 - it prints its table
from __future__ import annotations

import json
import re
import sys
import tempfile
import time
from pathlib import Path

from factcheck import workflow
from factcheck.corrections import diff
from factcheck.model import Json
from factcheck.workflow.errata import export_errata, import_errata

GOAL_A_MINUTE, GOAL_DIFF = 5_000, 0.95
_WORD = re.compile(r"(?<![0-9A-Za-z])[A-Za-z]{2,}(?![0-9A-Za-z])")


def marked_whole(record: Json) -> bool:
    """Whether every change holds a number, cuts none, and holds no word without one."""
    old, new = str(record["orig_text"]), str(record["correct_text"])
    at = [0, 0]
    for edit in diff(old, new):
        sides = ((old, at[0], edit.old), (new, at[1], edit.new))
        if edit.op != "equal" and (edit.old.strip() or edit.new.strip()):
            if not any(c.isdigit() for c in edit.old + edit.new):
                return False
            if any(words and (_cut(text, start, start + len(words)) or _WORD.search(words))
                   for text, start, words in sides):  # fmt: skip
                return False
        at = [at[0] + len(edit.old), at[1] + len(edit.new)]
    return True


def _cut(text: str, start: int, end: int) -> bool:
    return (start > 0 and text[start - 1 : start + 1].isdigit()) or (
        end < len(text) and text[end - 1 : end + 1].isdigit())  # fmt: skip


def main(path: Path) -> None:
    """Print the measures of one list."""
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
    with tempfile.TemporaryDirectory() as folder:
        desk = workflow.init(Path(folder) / "desk", "errata")
        began, worked = time.perf_counter(), time.process_time()
        done = import_errata(desk, path)
        took, cpu = time.perf_counter() - began, time.process_time() - worked
        back = {record["errata_id"]: record for record in export_errata(desk)}
    same = sum(back.get(record["errata_id"]) == record for record in records)
    numbers = [record for record in records if record.get("x_number_only")]
    whole = sum(map(marked_whole, numbers))
    print(f"imported {done.new} in {took:.1f} s ({cpu:.1f} s of CPU): "
          f"{done.new / took * 60:,.0f} a minute (goal {GOAL_A_MINUTE:,})")  # fmt: skip
    print(f"the same fields back: {same} of {len(records)}")
    if numbers:
        print(f"changed numbers marked whole: {whole} of {len(numbers)} = "
              f"{whole / len(numbers):.3f} (goal {GOAL_DIFF})")  # fmt: skip


if __name__ == "__main__":
    main(Path(sys.argv[1]))
