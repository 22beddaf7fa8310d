"""Author lists and titles of one work in several bibliographies."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.reconcile.works.bylines import compare_lists, compare_titles
from factcheck.reconcile.works.same_work import Description, same_work

LISTS = [
    (["Ada Byron", "Kurt Weyl"], ["Byron, Ada", "Weyl, K."], "same"),
    (["Ada Byron", "Kurt Weyl"], ["Kurt Weyl", "Ada Byron"], "order"),
    (["Ada Byron", "Kurt Weyl"], ["Ada Byron", "Kurt Weil"], "spelling"),
    (["Ada Byron", "Kurt Weyl"], ["Ada Byron"], "missing"),
    (["Ada Byron"], ["Ada Byron", "Kurt Weyl"], "extra"),
    (["Ada Byron", "Kurt Weyl"], ["Ada Byron", "Ren Okabe"], "other"),
    (["Ada Byron", "Kurt Weyl", "Ren Okabe"], ["Ada Byron", "et al."], "same"),
    (["Ada Byron", "Kurt Weyl", "Ren Okabe"], ["A Byron", "K Weyl"], "cut"),
    (["José Núñez", "Łukasz Ørn"], ["JOSE NUNEZ", "Lukasz Orn"], "same"),
    (["Ada Byron; Kurt Weyl"], ["Ada Byron", "Kurt Weyl"], "same"),
    (["Byron", "Ada B.", "Weyl", "K."], ["Ada Byron", "Kurt Weyl"], "same"),
    (["Example Team"], ["Ada Byron", "Kurt Weyl"], "same"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "relation"), LISTS)
def test_how_two_author_lists_differ(one: list[str], other: list[str], relation: str) -> None:
    assert compare_lists(one, other).relation == relation


TITLES = [
    ("Deep Rivers: a Survey", "Deep rivers - A survey", "typography"),
    ("Deep Rivers", "Deep Rivers", "same"),
    ("Deep Rivers of the North", "Deep Rivers of the South", "wording"),
    ("Deep Rivers", "A Grammar of Basque Verbs", "other"),
]


@pytest.mark.parametrize(("one", "other", "relation"), TITLES)
def test_how_two_titles_differ(one: str, other: str, relation: str) -> None:
    assert compare_titles(one, other) == relation


_NAMES = st.lists(
    st.sampled_from(["Ada Byron", "Kurt Weyl", "Ren Okabe", "Li Wei", "Noor Haddad"]), unique=True
)


@given(_NAMES, _NAMES)
def test_the_other_way_round_what_was_missing_is_extra(one: list[str], other: list[str]) -> None:
    there, back = compare_lists(one, other), compare_lists(other, one)
    assert (there.missing, there.extra) == (back.extra, back.missing)


_PAPERS = Path(__file__).parents[3] / "shared/data/papers/dev_multi_source_records.jsonl"
_JUDGED = Path(__file__).with_name("papers_judged.jsonl")
_SERIOUS = ("missing", "extra", "other")


@pytest.mark.skipif(not _PAPERS.exists(), reason="the records of several bibliographies: not here")
def test_records_judged_by_hand_merge_and_conflict_as_judged() -> None:
    rows = [json.loads(line) for line in _PAPERS.read_text("utf-8").splitlines()]
    judged = [json.loads(line) for line in _JUDGED.read_text("utf-8").splitlines()]
    merged, told = [], []
    for row in judged:
        one, other = (rows[line - 1] for line in row["lines"])
        assert [one["citekey"], other["citekey"]] == row["keys"]
        if same_work(_described(one), _described(other)) == "match":
            merged.append(row["same_work"])
        if "authors" in row:
            relation = compare_lists(one["authors"], other["authors"]).relation
            told.append((relation in _SERIOUS, row["authors"] == "differ"))
    assert len(judged) >= 60
    assert sum(merged) >= 0.95 * len(merged)
    assert sum(merged) >= 0.95 * sum(row["same_work"] for row in judged)
    flagged = [differ for found, differ in told if found]
    assert sum(flagged) >= 0.95 * len(flagged)


def _described(row: dict[str, Any]) -> Description:
    ids = {"arxiv": row["eprint"], "doi": row["doi"] and row["doi"].casefold()}
    return Description(
        titles=[row["title"]], names=row["authors"], years=frozenset({int(row["year"])}),
        ids={scheme: words for scheme, words in ids.items() if words},
    )  # fmt: skip
