"""Spellings of one name among many names."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.values.linking import NameLink, clusters, link_names


def pairs(names: list[str]) -> set[tuple[str, str]]:
    return {(names[link.left], names[link.right]) for link in link_names(names).links}


@pytest.mark.parametrize(("one", "other"), [
    ("Maria Lopez Garcia", "Garcia, Maria Lopez"), ("Jürgen Müller-Braun", "Jurgen Muller Braun"),
    ("Anna Maria Kowalska", "Anna Maria Kowalski"), ("Tsinghua University", "University, Tsinghua"),
    ("国立情報通信研究所", "国立情報通信研究院"), ("Harbinger", "Harbingers"),
])  # fmt: skip
def test_spellings_of_one_name_are_linked(one: str, other: str) -> None:
    assert pairs([one, "Somebody Else", other]) == {(one, other)}


@pytest.mark.parametrize(("one", "other"), [
    ("Maria Lopez Garcia", "Maria Lopez Navarro"), ("University of Leeds", "University of Lodz"),
    ("Wei Zhang", "Wei Zhao"), ("Heron-12", "Heron-13"), ("東京大学", "京都大学"),
])  # fmt: skip
def test_likely_strangers_are_not(one: str, other: str) -> None:
    assert pairs([one, other]) == set()


def test_a_pair_of_words_that_everybody_shares_is_passed_over_and_counted() -> None:
    names = [f"Institute of Studies {number:03}" for number in range(300)]
    found = link_names(names, key_cap=50)
    assert found.links == ()
    assert found.passed_over > 0


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text("abc äé東京", max_size=12), max_size=12, unique=True))
def test_the_order_of_names_makes_no_difference(names: list[str]) -> None:
    one = {frozenset(pair) for pair in pairs(names)}
    other = {frozenset(pair) for pair in pairs(names[::-1])}
    assert one == other


def test_a_chain_stops_at_the_cap_with_the_surest_links_first() -> None:
    chain = [NameLink(n, n + 1, 99 - n) for n in range(6)]
    assert clusters(chain, cap=3) == [(0, 1, 2), (3, 4, 5)]
    assert clusters(chain) == [tuple(range(7))]
