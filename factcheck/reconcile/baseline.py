"""What is new since an earlier check: a team that starts with many findings looks at those that
were added."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import InputError

if TYPE_CHECKING:
    from factcheck.reconcile.result import CheckResult


def new_only(result: CheckResult, baseline: Iterable[str]) -> CheckResult:
    """The result with only those conflicts whose id the baseline does not hold. An id stays when
    the text around moves and when a rule gets a new version."""
    known = frozenset(baseline)
    return replace(
        result, conflicts=tuple(found for found in result.conflicts if found.id not in known)
    )


def read_baseline(path: Path) -> frozenset[str]:
    """The ids of the conflicts in what `check --format json` (or jsonl) wrote earlier. Raises
    InputError for a file that cannot be read or is none of these."""
    try:
        text = path.read_text(encoding="utf-8")
        return frozenset(_ids(text))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(
            str(path), f"it is no baseline: {error or type(error).__name__}",
            "write one with factcheck check --format json",
        ) from error  # fmt: skip


def _ids(text: str) -> Iterable[str]:
    try:
        found = json.loads(text)
    except json.JSONDecodeError:
        rows = [json.loads(line) for line in text.splitlines() if line.strip()]
        return [str(row["id"]) for row in rows if row["type"] == "conflict"]
    if found.get("type") == "conflict":
        return [str(found["id"])]
    return [str(conflict["id"]) for conflict in found["conflicts"]]
