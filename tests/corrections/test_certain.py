"""Which suggestions are made without asking, and what rounds of them come to in the first text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.corrections.certain import CERTAIN_FROM, certain_fixes, is_certain
from factcheck.corrections.patching import Fix, applied, compose
from factcheck.corrections.rounds import Edited
from factcheck.model import Conflict, ConflictKind, Quote, Side, Suggestion

TEXT = "The tern( flies.It has 27億 models and , perhaps, 5 nests."


def conflict(
    old: str, new: str, kind: ConflictKind = "markup_damage", percent: int = 95
) -> Conflict:
    start = TEXT.index(old)
    quote = Quote(source="a.md", snapshot="s", start=start, end=start + len(old), exact=old)
    return Conflict(
        code="FC701", kind=kind, severity="low", sides=(Side(quote=quote),), message="x",
        suggestion=Suggestion(quote=quote, replacement=new), confidence_percent=percent,
    )  # fmt: skip


def test_damage_is_certain() -> None:
    assert is_certain(conflict("tern(", "tern"))
    assert not is_certain(conflict("tern(", "tern", percent=89))


@pytest.mark.parametrize("new", ["270億", "27万", "2.7兆", "27 billion", "0.27億"])
def test_a_number_of_a_translation_that_slipped_by_powers_of_ten_is_certain(new: str) -> None:
    assert is_certain(conflict("27億", new, "translation", 93))
    assert not is_certain(conflict("27億", new, "translation", 92))


@pytest.mark.parametrize("new", ["37億", "72億", "27億から30億", "twenty", "", "207億"])
def test_a_number_with_other_digits_is_not_certain(new: str) -> None:
    assert not is_certain(conflict("27億", new, "translation", 100))


def test_words_without_a_number_are_not_certain_in_a_translation() -> None:
    assert not is_certain(conflict("models", "families", "translation", 100))


def test_where_either_side_may_err_nothing_is_certain() -> None:
    for kind in ("internal", "cross_source", "record", "changed_text"):
        assert kind not in CERTAIN_FROM
        assert not is_certain(conflict("27億", "270億", kind, 100))


def test_fixes_come_in_order_equal_ones_once_and_of_the_source_alone() -> None:
    found = [conflict("27億", "270億"), conflict("tern(", "tern"), conflict("27億", "270億")]
    assert [f.old for f in certain_fixes(found, "a.md")] == ["tern(", "27億"]
    assert certain_fixes(found, "b.md") == []


def test_two_ways_to_mend_the_same_words_are_no_certainty() -> None:
    apart = conflict("5 nests", "six nests")
    for other in (conflict("has 27億", "has 28億"), conflict("27億 models", "models"),
                  conflict("27", "28")):  # fmt: skip
        found = [conflict("27億", "270億"), other, apart]
        assert [f.old for f in certain_fixes(found, "a.md")] == ["5 nests"]
    chain = [conflict("has 27億", "x"), conflict("27億 mod", "y"), conflict("mod", "z"), apart]
    assert [f.old for f in certain_fixes(chain, "a.md")] == ["5 nests"]


@st.composite
def rounds(draw: st.DrawFn) -> tuple[str, list[list[Fix]]]:
    """A text and several rounds of fixes, each of the text that the one before left."""
    text = draw(st.text("ab\n億👩", max_size=30))
    now, made = text, []
    for _ in range(draw(st.integers(1, 4))):
        marks = sorted(draw(st.lists(st.integers(0, len(now)), max_size=6, unique=True)))
        pairs = zip(marks[::2], marks[1::2], strict=False)
        fixes = [Fix(start=s, end=e, old=now[s:e], replacement=draw(st.text("xy\n", max_size=4)))
                 for s, e in pairs]  # fmt: skip
        made.append(fixes)
        now = applied(now, fixes)
    return text, made


@given(rounds())
def test_many_rounds_come_to_one(case: tuple[str, list[list[Fix]]]) -> None:
    text, made = case
    edited, now = Edited.of(text), text
    for fixes in made:
        edited, now = edited.changed(fixes), applied(now, fixes)
        assert edited.text == now
    once = edited.fixes()
    assert applied(text, compose(text, once)) == now
    assert edited.changed([]).fixes() == once
