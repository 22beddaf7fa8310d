"""Author lists and titles of one work in several bibliographies."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.reconcile.bylines import compare_lists, compare_titles

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


_NAMES = st.lists(
    st.sampled_from(["Ada Byron", "Kurt Weyl", "Ren Okabe", "Li Wei", "Noor Haddad"]), unique=True
)


@given(_NAMES, _NAMES)
def test_the_other_way_round_what_was_missing_is_extra(one: list[str], other: list[str]) -> None:
    there, back = compare_lists(one, other), compare_lists(other, one)
    assert (there.missing, there.extra) == (back.extra, back.missing)
