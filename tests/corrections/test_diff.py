"""The inline diff: what changes, changes as people read it."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.corrections import Edit, diff
from factcheck.corrections.diff import MAX_TOKENS, tokens


def changes(old: str, new: str) -> list[tuple[str, str]]:
    return [(edit.old, edit.new) for edit in diff(old, new) if edit.op != "equal"]


@pytest.mark.parametrize(("old", "new", "expected"), [
    ("20億から27億", "20億から270億", [("27億", "270億")]),
    ("参数约 2800 亿", "参数约 280 亿", [("2800 亿", "280 亿")]),
    ("2 to 2.7 billion parameters", "2 to 27 billion parameters", [("2.7 billion", "27 billion")]),
    ("a 7B model", "a 70B model", [("7B", "70B")]),
    ("1,234 pages", "1,243 pages", [("1,234", "1,243")]),
    ("up 12.5%", "up 1.25%", [("12.5%", "1.25%")]),
    ("三百万人", "三千万人", [("三百万", "三千万")]),
    ("published in 2019", "published in 2020", [("2019", "2020")]),
    ("Tom Hennigan", "Tom Henighan", [("Hennigan", "Henighan")]),
    ("東京で発表", "大阪で発表", [("東京", "大阪")]),
    ("李明和王芳", "李明和王方", [("芳", "方")]),
    ("naïve café", "naïve cafés", [("café", "cafés")]),
    ("up to 11B", "11B", [("up to ", "")]),
    ("5 of 7", "5 of 8", [("7", "8")]),
    ("same", "same", []),
    ("", "new", [("", "new")]),
])  # fmt: skip
def test_numbers_words_and_characters_change_whole(
    old: str, new: str, expected: list[tuple[str, str]]
) -> None:
    assert changes(old, new) == expected


def test_an_edit_says_what_it_is() -> None:
    assert diff("a b", "a b c") == [Edit("equal", "a b", "a b"), Edit("insert", "", " c")]
    assert diff("a b c", "a c") == [
        Edit("equal", "a ", "a "), Edit("delete", "b ", ""), Edit("equal", "c", "c")]  # fmt: skip


texts = st.text(max_size=40) | st.text(alphabet="27億0. ab京か,%", max_size=40)


@settings(max_examples=200, deadline=None)
@given(texts, texts)
def test_the_parts_are_the_texts(old: str, new: str) -> None:
    edits = diff(old, new)
    assert "".join(edit.old for edit in edits) == old
    assert "".join(edit.new for edit in edits) == new
    kinds = [edit.op == "equal" for edit in edits]
    assert all(one != other for one, other in pairwise(kinds))
    assert all(edit.old == edit.new for edit in edits if edit.op == "equal")
    assert "".join(tokens(old)) == old


@pytest.mark.parametrize("character", ["1", "a", "億", " ", ".", "万"])
def test_a_hundred_thousand_of_one_character(character: str) -> None:
    text = character * 100_000
    start = time.perf_counter()
    assert "".join(edit.new for edit in diff(text, text[:-3] + "x")) == text[:-3] + "x"
    assert time.perf_counter() - start < 2


def test_a_change_too_large_to_read_is_one_change() -> None:
    old, new = "ab " * MAX_TOKENS, "cd " * MAX_TOKENS
    assert [edit.op for edit in diff("x " + old, "x " + new)] == ["equal", "replace", "equal"]
