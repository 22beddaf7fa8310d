"""Corrections that markup and tables make, without a word that says so."""

# ruff: noqa: E501 - an example stays one line

from __future__ import annotations

import pytest

from factcheck.claims.notices.marks import marked_notices
from factcheck.sources import read_bytes, read_text


def pairs(text: str, name: str = "page.md") -> list[tuple[str | None, str | None]]:
    """The wrong and the right words of every notice that the marks of a text make."""
    return [(n.wrong, n.right) for n in marked_notices(read_bytes(text.encode(), name))]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("The hall seats ~~1,400~~ 1,040 people.\n", ("1,400", "1,040")),
        ("The wall is <del>ten</del><ins>twelve</ins> metres long.\n", ("ten", "twelve")),
        ("大厅可容纳~~1400~~ 1040人。\n", ("1400", "1040人")),
        ("塔の高さは~~230~~<ins>320</ins>メートル。\n", ("230", "320")),
        ("It opened in <s>1968</s> <ins>1986</ins>.\n", ("1968", "1986")),
    ],
)
def test_struck_words_and_what_replaces_them(text: str, pair: tuple[str, str]) -> None:
    assert pairs(text) == [pair]


@pytest.mark.parametrize(
    "text",
    [
        "The jacket costs ~~$99~~ $79 this week.\n",  # a discount
        "~~Buy bread.~~ Call the plumber.\n",  # done, not wrong
        "`a ~~1~~ 2`\n\n    b ~~1~~ 2\n",  # code
        "原价~~299元~~ 199元。\n",
        "定価は~~980円~~ 880円です。\n",
    ],
)
def test_struck_words_that_correct_nothing(text: str) -> None:
    assert pairs(text) == []


def test_inserted_and_struck_words_of_a_page() -> None:
    page = (
        "<html><body><article><h1>The hall</h1><p>The hall has <del>three</del> <ins>four</ins>"
        " doors and a garden, and everybody in the village knows it well.</p></article></body></html>"
    )
    assert pairs(page, "page.html") == [("three", "four")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "| Page | For | Read |\n|---|---|---|\n| 12 | 1968 | 1986 |\n| 40 | Ruis | Ruiz |\n",
            [("1968", "1986"), ("Ruis", "Ruiz")],
        ),
        (
            "| 页码 | 误 | 正 |\n|---|---|---|\n| 7 | 三百米 | 三百二十米 |\n",
            [("三百米", "三百二十米")],
        ),
        (
            "| 箇所 | 誤 | 正 |\n|---|---|---|\n| 9頁 | 昭和23年 | 昭和33年 |\n",
            [("昭和23年", "昭和33年")],
        ),
        (
            "| Place | Incorrect | Correct |\n|---|---|---|\n| map | Ouse | Ure |\n",
            [("Ouse", "Ure")],
        ),
        ("| Word | Meaning |\n|---|---|\n| for | pour |\n", []),
    ],
)
def test_tables_of_wrong_and_right(text: str, found: list[tuple[str, str]]) -> None:
    assert pairs(text) == found


def test_the_quote_of_a_change_takes_in_both_words() -> None:
    (notice,) = marked_notices(read_text("It has ~~3~~ 4 doors.\n", "note"))
    assert notice.quote.exact == "~~3~~ 4"
