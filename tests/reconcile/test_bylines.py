"""Author lists and titles of one work in several bibliographies."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.reconcile.bylines import compare_lists, compare_titles

LABELLED = Path(__file__).with_name("papers_labelled.jsonl")
SERIOUS = {"missing", "extra", "other"}

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


def test_of_sixty_labelled_papers_those_flagged_really_have_other_authors() -> None:
    rows = [json.loads(line) for line in LABELLED.read_text(encoding="utf-8").splitlines()]
    flagged = [r for r in rows if compare_lists(r["one"], r["other"]).relation in SERIOUS]
    right = [r for r in flagged if r["people_differ"]]
    assert len(rows) >= 60
    assert len(right) >= 0.95 * len(flagged)
    assert len(right) >= 0.95 * sum(r["people_differ"] for r in rows)


_NAMES = st.lists(
    st.sampled_from(["Ada Byron", "Kurt Weyl", "Ren Okabe", "Li Wei", "Noor Haddad"]), unique=True
)


@given(_NAMES, _NAMES)
def test_the_other_way_round_what_was_missing_is_extra(one: list[str], other: list[str]) -> None:
    there, back = compare_lists(one, other), compare_lists(other, one)
    assert (there.missing, there.extra) == (back.extra, back.missing)
