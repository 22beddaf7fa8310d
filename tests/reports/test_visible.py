"""Hidden characters are shown, and nothing else is touched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.reports.visible import visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("27\u202e00", "27⟨U+202E⟩00"),
        ("zero\u200bwidth", "zero⟨U+200B⟩width"),
        ("NUL\x00", "NUL⟨U+0000⟩"),
        ("escape \x1b]0;", "escape ⟨U+001B⟩]0;"),
        ("lone \ud800", "lone ⟨U+D800⟩"),
        ("filler \u3164", "filler ⟨U+3164⟩"),
        ("tag \U000e0041", "tag ⟨U+E0041⟩"),
        ("one\r\ntwo\tthree\n", "one\ntwo\tthree\n"),
        ("a lone\rreturn", "a lone⟨U+000D⟩return"),
        ("family 👩\u200d👧", "family 👩\u200d👧"),
        ("joiner a\u200db", "joiner a⟨U+200D⟩b"),
        ("270億、約５％", "270億、約５％"),
    ],
)
def test_what_is_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text())
def test_any_text_can_be_encoded_and_is_shown_once(text: str) -> None:
    shown = visible(text)
    shown.encode("utf-8")
    assert visible(shown) == shown


@given(
    st.text(
        alphabet=st.characters(
            categories=("L", "N", "P"), exclude_characters="\u3164\uffa0\u115f\u1160"
        )
    )
)
def test_letters_digits_and_punctuation_stay(text: str) -> None:
    assert visible(text) == text
