"""Which side is likelier right: trust, copies, rank, recency and arithmetic."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.reconcile.truth import Statement, judge


def _said(item: str, source: str, *parts: str, **more: object) -> Statement:
    return Statement(item=item, source=source, parts=frozenset(parts), **more)  # type: ignore[arg-type]


def _careful_and_careless() -> list[Statement]:
    """Ten items: four sources that agree with each other, one that invents each time."""
    told = []
    for number in range(10):
        told += [_said(f"item {number}", f"careful {i}", f"right {number}") for i in range(4)]
        told.append(_said(f"item {number}", "careless", f"wrong {number}"))
    return told


def test_one_careful_source_outweighs_one_that_erred_before() -> None:
    told = [*_careful_and_careless(), _said("new", "careful 0", "a"), _said("new", "careless", "b")]
    verdict = judge(told, one_value=True)["new"]
    assert verdict.value == {"a"}
    assert any("likelier wrong" in line for line in verdict.evidence)


def test_copies_count_as_one() -> None:
    told = []
    for number in range(6):
        told += [_said(f"old {number}", f"own {i}", f"right {number}") for i in range(5)]
        told += [_said(f"old {number}", f"copy {i}", f"odd {number}") for i in range(3)]
    told += [_said("new", f"copy {i}", "odd") for i in range(3)]
    told += [_said("new", f"own {i}", "right") for i in range(2)]
    verdict = judge(told, one_value=True)["new"]
    assert verdict.value == {"right"}
    assert any("copies discounted" in line for line in verdict.evidence)


def test_a_list_cut_short_does_not_speak_against_its_second_author() -> None:
    told = [_said(f"book {n}", f"shop {i}", "knuth") for n in range(6) for i in range(4)]
    told += [_said(f"book {n}", f"library {i}", "knuth", "plass") for n in range(6)
             for i in range(3)]  # fmt: skip
    assert judge(told)["book 0"].value == {"knuth", "plass"}


def test_the_record_the_newest_and_the_sum_tip_an_even_vote() -> None:
    for more in ({"rank": 1}, {"adds_up": True}):
        told = [_said("x", "one", "7"), _said("x", "two", "9", **more)]
        assert judge(told, one_value=True)["x"].value == {"9"}
    told = [_said("x", "a", "7", date="2021-04"), _said("x", "b", "5", date="2024-01")]
    verdict = judge(told, one_value=True)["x"]
    assert verdict.value == {"5"}
    assert "the newest source (2024-01) says so" in verdict.evidence


@given(st.permutations(_careful_and_careless()[:20]))
def test_the_order_of_the_statements_does_not_matter(told: list[Statement]) -> None:
    assert judge(told) == judge(_careful_and_careless()[:20])


def test_an_empty_statement_says_nothing() -> None:
    told = [_said("x", "one", "7"), _said("x", "two")]
    verdict = judge(told)["x"]
    assert verdict.evidence[0].endswith("named by 1 of 1 sources")
