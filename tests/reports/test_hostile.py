"""Whatever stands in a field is shown and never becomes markup, in any format."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from factcheck.reports import FORMATS, build, render
from factcheck.reports.visible import visible
from tests.reports import sample
from tests.reports.hostile import ledger_of
from tests.reports.page import Page

HOSTILE = [
    "</script><script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "' onmouseover='x",
    "{{7*7}}", "{% include 'x' %}", "{# gone #}", "${7*7}", "javascript:alert(1)",
    "[click](javascript:alert(1))", "![x](https://example.org/x.png)", "<https://example.org>",
    "https://example.org/x?a=1&b=2", "www.example.org", "data:text/html,<b>x</b>",
    "</style><style>*{display:none}</style>", "<!-- comment -->", "<![CDATA[x]]>", "]]>",
    "&lt;b&gt; &amp; &#60;", "=cmd|'/C calc'!A0", "=1+1", "+1", "-1", "@SUM(A1)", "\tx",
    "# heading", "- item", "12. item", "> quote", "---", "===", "```", "~~~", "`code`", "**bold**",
    "_under_ __score__", "a | b", "[a]: https://example.org", "end of heading ##", "\\", "\\|",
    "27\u202e00\u202c", "zero\u200bwidth\ufeff", "NUL\x00\x01", "ESC\x1b]0;title\x07",
    "half \ud800",
    "line\nbreak", "line\r\nbreak", "a\rb", "\u2028x\u2029", "x" * 10_000, "言" * 10_000,
    "../../etc/passwd", "CON", "🏴\U000e0067\U000e007f", "👩\u200d👧", "e\u0301",
]  # fmt: skip
READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
OUR_ELEMENTS = {"<b>", "</b>", "<del>", "</del>", "<ins>", "</ins>"}
KNOWN_PAGE = Page(render(build(sample.ledger()), "html"))
KNOWN_NAMES = KNOWN_PAGE.names | {"q", "dl", "dt", "dd", "details"}
KNOWN_ATTRIBUTES = {name for _, attributes in KNOWN_PAGE.elements for name in attributes}


def flat(text: str) -> str:
    """Text without its blanks: formats may wrap, they may not lose."""
    return "".join(text.replace("↵", "").split())


def check_page(text: str) -> None:
    page = Page(render(build(ledger_of(text)), "html"))
    assert page.names <= KNOWN_NAMES
    assert {name for _, attributes in page.elements for name in attributes} <= KNOWN_ATTRIBUTES
    assert all(href[0] == "#" or href == text for href in page.attributes("href"))
    assert not [href for href in page.attributes("href") if "script:" in href or "data:" in href]
    identities = page.attributes("id")
    assert len(identities) == len(set(identities))
    assert all(i.isascii() and " " not in i for i in identities)
    assert flat(page.text).count(flat(visible(text))) >= 60


def leaves(tokens: list[Token]) -> list[Token]:
    return [
        leaf
        for token in tokens
        for leaf in ([token] if token.children is None else leaves(token.children))
    ]


def check_markdown(text: str) -> None:
    tokens = READER.parse(render(build(ledger_of(text)), "markdown"))
    found = leaves(tokens)
    allowed = {"link_open", "image", "html_block", "fence", "code_block"}
    assert not [t for t in found if t.type in allowed]
    assert {t.content for t in found if t.type == "html_inline"} <= OUR_ELEMENTS
    assert {t.content[:1] for t in found if t.type == "code_inline"} <= {"#"}
    shown = "".join(t.content for t in found if t.type in ("text", "text_special", "code_inline"))
    assert flat(shown).count(flat(visible(text))) >= 50


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_text_stays_text(text: str) -> None:
    check_page(text)
    check_markdown(text)
    tree = json.loads(render(build(ledger_of(text)), "json"))
    assert tree["workspace"] == text
    assert tree["cards"][0]["headline"] == text
    views = [v for t in tree["claims"] for s in t["subjects"] for v in s["claims"]]
    assert {v["claim"]["value"]["value"] for v in views} == {text, text + "."}


@settings(max_examples=25, deadline=None)
@given(st.text(min_size=1, max_size=60).filter(lambda text: bool(text.strip())))
def test_any_text_stays_text(text: str) -> None:
    check_page(text)
    check_markdown(text)


@pytest.mark.parametrize("character", ["“", " x", "\\", "*", "1", "\u202e", "億", "#", "."])
def test_a_long_field_takes_time_in_proportion(character: str) -> None:
    ledger = ledger_of("x" + character * (20_000 // len(character)) + "x")
    started = time.perf_counter()
    contents = build(ledger)
    for name in FORMATS:
        render(contents, name)
    # some eighty fields of 20 kB each, in every format
    assert time.perf_counter() - started < 2 * len(FORMATS)
