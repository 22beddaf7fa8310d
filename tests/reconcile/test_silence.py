"""Silencing findings: a comment in the text, and a baseline of an earlier check."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.errors import InputError
from factcheck.model import Conflict
from factcheck.reconcile.baseline import new_only, read_baseline
from factcheck.reconcile.result import check_documents
from factcheck.sources import read_text

Find = Callable[..., list[Conflict]]

SHARE = "Of the boats, 12 of 48 (30 %) came back."
DAY = "They left on Monday, 5 March 2024."

SILENT = [
    f"{SHARE} <!-- factcheck: ignore FC104 -->\n",
    f"<!-- factcheck: ignore FC104 -->\n{SHARE}\n",
    f"<!-- factcheck:ignore -->\n\n{SHARE}\n",
    f"{SHARE}\n\nMore.\n\n<!-- factcheck: ignore-file FC104, FC103 -->\n",
    f"% factcheck:ignore FC103, FC104\n{SHARE}\n",
]
LOUD = [
    f"{SHARE} <!-- factcheck: ignore FC103 -->\n",
    f"<!-- factcheck: ignore FC104 -->\nAll is well.\n\n{SHARE}\n",
    f"All is well. <!-- factcheck: ignore FC104 -->\n{SHARE}\n",
]


@pytest.mark.parametrize("text", SILENT)
def test_a_comment_silences_the_rule_where_it_stands(find: Find, text: str) -> None:
    assert find(text, "FC104") == []


@pytest.mark.parametrize("text", LOUD)
def test_a_comment_silences_nothing_else(find: Find, text: str) -> None:
    assert len(find(text, "FC104")) == 1


def test_only_what_is_new_since_the_baseline(tmp_path: Path) -> None:
    before = check_documents([read_text(f"{SHARE}\n", "a.txt")])
    path = tmp_path / "baseline.json"
    path.write_text(json.dumps(before.to_dict()), encoding="utf-8")
    after = check_documents([read_text(f"A line above.\n\n{SHARE}\n\n{DAY}\n", "a.txt")])
    assert [c.code for c in after.conflicts] == ["FC104", "FC103"]
    assert [c.code for c in new_only(after, read_baseline(path)).conflicts] == ["FC103"]


@pytest.mark.parametrize("words", ["[1]", "{}", "no json"])
def test_a_file_that_is_no_baseline_is_refused(tmp_path: Path, words: str) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(words, encoding="utf-8")
    with pytest.raises(InputError):
        read_baseline(path)
