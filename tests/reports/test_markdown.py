"""Markdown that shows the words as they are, in a repository and in a terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from factcheck.reports import build, render
from factcheck.reports.formats.marking import inline, marked
from factcheck.reports.visible import ink, visible
from tests.reports import sample

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
TEXT = render(build(sample.ledger()), "markdown")


def test_the_words_are_marked_and_the_change_is_a_diff() -> None:
    assert "> 規模は40億から**36億**パラメータまで。" in TEXT
    assert "~~36億~~ **360億**" in TEXT
    assert "<s>36億</s> <strong>360億</strong>" in READER.render(TEXT)


def test_the_report_has_its_parts_in_order() -> None:
    heads = [line for line in TEXT.splitlines() if line.startswith("## ")]
    assert heads == [
        "## What was read", "## Conflicts that stand", "## Rulings to look at again",
        "## Claims that people spoke on", "## Decided", "## Dismissed",
        "## Notices in the articles", "## Several sources, one matter", "## All claims",
        "## What could not be checked, and why",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("# not a heading", "\\# not a heading"),
        ("- not a list", "\\- not a list"),
        ("12. not a list", "12\\. not a list"),
        ("2.7 billion", "2.7 billion"),
        ("-5 °C", "-5 °C"),
        ("---", "\\---"),
        ("a_b *c* [d](e)", "a\\_b \\*c\\* \\[d\\](e)"),
        ("<b>5 | 6</b>", "\\<b\\>5 \\| 6\\</b\\>"),
        ("two\n\nlines", "two ↵ ↵ lines"),
        ("https://example.org", "https\\://example.org"),
        ("C# and ## more", "C# and \\## more"),
    ],
)
def test_specials_are_escaped_where_they_matter(text: str, written: str) -> None:
    assert inline(text).replace("↵  ↵", "↵ ↵") == written


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("270億", "**270億**"),
        ("「270億」", "<b>「270億」</b>"),
        ("$5", "<b>\\$5</b>"),
        (" 5 ", "<b> 5 </b>"),
        (" \n", "<b>␣↵</b>"),
    ],
)
def test_signs_give_way_to_an_element_where_they_would_not_hold(words: str, written: str) -> None:
    assert marked(words, "**", "b") == written


@given(st.text(max_size=40))
def test_any_words_marked_between_letters_read_back(words: str) -> None:
    html = READER.renderInline(f"前{marked(words, '**', 'b')}後")
    for sign in ("<strong>", "</strong>", "<b>", "</b>"):
        html = html.replace(sign, "", 1)
    assert "<" not in html
    plain = html.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"')
    plain = plain.replace("&amp;", "&")
    assert plain.replace("↵", " ").split() == f"前{visible(ink(words))}後".replace("↵", " ").split()
