"""Tokens handed on block by block are those of the whole parse."""

from __future__ import annotations

import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from factcheck.sources.markdown_tokens import tokens_of

WANTED = frozenset({"paragraph_open", "heading_open", "fence", "code_block", "tr_open",
                    "html_block", "list_item_open", "bullet_list_open",
                    "bullet_list_close"})  # fmt: skip
LINES = (
    "", "- a", "  - b", "1. c", "> d", "> - e", "    code", "```", "# f", "g", "===", "---",
    "| a | b |", "|---|---|", "<div>", "<!-- h", "-->", "[r]: /u", "\tx", "* * *", "湖の話",
)  # fmt: skip


def whole(text: str) -> list[tuple[str, list[int] | None, int]]:
    tokens = MarkdownIt("commonmark").enable("table").disable("inline").parse(text)
    return [(token.type, token.map, token.level) for token in tokens if token.type in WANTED]


@given(st.lists(st.sampled_from(LINES), max_size=14), st.sampled_from(["\n", "\r\n", "\r"]))
@settings(max_examples=300, deadline=None)
def test_block_by_block_is_the_same_as_all_at_once(lines: list[str], newline: str) -> None:
    text = newline.join(lines)
    found = [(token.type, token.map, token.level) for token in tokens_of(text, WANTED)]
    assert found == whole(text)


@pytest.mark.parametrize("unit", ["A heron.\n\n", "- one\n", "| a | b |\n", "> x\n>\n"])
def test_no_more_is_held_than_one_block(unit: str) -> None:
    text = ("| x | y |\n|---|---|\n" if unit[0] == "|" else "") + unit * 4_000
    tracemalloc.start()
    for _ in tokens_of(text, WANTED):
        pass
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    tracemalloc.start()
    held = whole(text)
    _, at_once = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert held and peak < at_once * 0.75
