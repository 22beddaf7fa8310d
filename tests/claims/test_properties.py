"""What holds for every text: quotes are exact, nothing raises, nothing depends on chance, and the
work grows with the text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.claims import Extraction, extract
from factcheck.sources import read_text

PIECES = st.sampled_from([
    "Ana Ruiz", "李明", "Heron-7B", "谷歌", "は", "を提案する", "。", "\n", "，", ",", " ", "(",
    ")", "“", "：", "提出了", "拥有", "2.5 亿", "3 billion parameters", "¥", "ge$ 175B",
    "😀", "e\u0301", "\u200b", "更正", "应为", "https://example.org/a", "Title: ", "1. ",
    "- ", "# ", "作者", "1/0", "co-founder of", "2019年", "(2020)", "\r\n", "\u202e",
    "et al., 2015", "の", "で訓練された", "left", "10^-7", "一", "第", "0", "…", "—", "| a | 7B |",
])  # fmt: skip
TEXTS = st.one_of(
    st.lists(PIECES, max_size=40).map("".join),
    st.text(alphabet=st.characters(blacklist_categories=["Cs"]), max_size=300),
)


def check(extraction: Extraction) -> None:
    text = extraction.document.text
    for quote in [c.quote for c in extraction.claims] + [n.quote for n in extraction.notices]:
        assert text[quote.start : quote.end] == quote.exact
    for claim in extraction.claims:
        block = extraction.document.block_at(claim.quote.start)
        assert block is not None
        assert block.zone == "body"
        assert "@" in claim.extractor
    assert len({claim.key for claim in extraction.claims}) == len(extraction.claims)


@settings(max_examples=120, deadline=None)
@given(TEXTS)
def test_quotes_are_exact_and_nothing_raises(text: str) -> None:
    document = read_text(text, "text")
    first = extract(document)
    check(first)
    assert extract(document).to_dict() == first.to_dict()


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_coverage_adds_up(text: str) -> None:
    coverage = extract(read_text(text, "text")).coverage
    for tally in (coverage.numbers, coverage.dates, coverage.identifiers, coverage.names):
        assert tally.left >= 0


@pytest.mark.parametrize(
    "unit",
    ["a", "的", "1 ", "A、", "(", "“", "提出", "谷歌提出", "Abc et al., 2015 ", "the error in ",
     "は", "2B 和 ", "。", "x:\n", "一", "left Google ", "https://a.b/ "],
)  # fmt: skip
def test_a_repeated_piece_takes_linear_time(unit: str) -> None:
    def seconds(size: int) -> float:
        document = read_text(unit * (size // len(unit)), "text")
        began = time.perf_counter()
        extract(document)
        return time.perf_counter() - began

    seconds(1_000)
    small, large = seconds(8_000), seconds(64_000)
    assert large <= 16 * small + 1.0
