"""Columns on a terminal: two for Chinese and Japanese, none for combining marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.cli.width import clip, display_width, head, pad, tail, wrap


@pytest.mark.parametrize(
    ("text", "columns"),
    [("27 billion", 10), ("270億", 5), ("パラメータ", 10), ("é", 1), ("e\u0301", 1), ("（）", 4)],
)
def test_width_counts_columns_not_characters(text: str, columns: int) -> None:
    assert display_width(text) == columns


def test_clip_never_cuts_a_wide_character_in_half() -> None:
    assert clip("二百七十億", 6) == "二百…"
    assert clip("二百七十億", 10) == "二百七十億"


def test_tail_and_head_take_what_fits() -> None:
    assert (head("ab二百", 3), tail("ab二百", 3)) == ("ab", "百")


def test_padding_lines_up_scripts() -> None:
    assert {display_width(pad(word, 12)) for word in ("Orca", "オルカ", "虎鲸")} == {12}


def test_wrapping_breaks_between_words_and_between_wide_characters() -> None:
    assert wrap("one two three", 8, "  ") == ["one two", "  three"]
    assert wrap("一二三四、五", 6) == ["一二三", "四、五"]


@given(st.text(), st.integers(4, 60))
def test_cut_text_fits(text: str, columns: int) -> None:
    assert display_width(clip(text, columns)) <= columns
    assert display_width(tail(text, columns)) <= columns


@given(st.text(alphabet="ab 二百、", max_size=80), st.integers(6, 30))
def test_wrapping_loses_nothing_but_blanks(text: str, columns: int) -> None:
    lines = wrap(text, columns)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
