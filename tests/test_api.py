"""The Python API end to end: what a caller gets, and what holds for any text at all."""

from __future__ import annotations

import json
from itertools import pairwise, permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import factcheck
from factcheck.model import Quote

ENGLISH = "Orca is our new model family, ranging from 3 billion to 30 billion parameters."
JAPANESE = "Orcaは当社の新しいモデルファミリーで、規模は30億から30億パラメータである。"

PIECES = st.sampled_from([
    "2800亿参数", "27億", "2 billion to 27 billion parameters", "(2017)", "論文 2:", "- Title: X\n",
    "离职作者:\n", "Abstract: ", "更正", "et al ,", "(ge$ 175B)", "\r\n", "\n", "\u202e", "e\u0301",
    "👩\u200d🔬", "\x00", "表 1", "ⅷ", "１２３", "𠮷野家", "https://example.org/a",
    "arXiv:2408.00118",
    "。", ":", "Tom B. Brown", "、", "联合创始人", "\ufeff", "| a | b |", "```", "5%", "三分之二",
])  # fmt: skip
STRANGE = st.lists(PIECES | st.text(max_size=12), max_size=12).map("".join)


def clean(text: str) -> str:
    """What a reader may legally leave of a text: NUL and lone surrogates become U+FFFD."""
    return "".join("\ufffd" if c == "\x00" or "\ud800" <= c <= "\udfff" else c for c in text)


def quotes_of(result: factcheck.CheckResult) -> list[Quote]:
    found = [claim.quote for claim in result.claims] + [notice.quote for notice in result.notices]
    for conflict in result.conflicts:
        found.extend(side.quote for side in conflict.sides)
        if conflict.suggestion:
            found.append(conflict.suggestion.quote)
    return found


@given(STRANGE.filter(bool))
@settings(max_examples=150, deadline=None)
def test_every_quote_equals_its_slice_for_any_text(text: str) -> None:
    result = factcheck.check(text)
    for quote in quotes_of(result):
        document = result.documents[quote.source]
        assert document.text[quote.start : quote.end] == quote.exact
        assert document.text == clean(text)


@given(STRANGE.filter(str.strip), STRANGE.filter(str.strip))
@settings(max_examples=60, deadline=None)
def test_comparing_any_two_texts_never_raises_and_quotes_hold(one: str, other: str) -> None:
    result = factcheck.compare(one, other)
    assert set(result.documents) == {"original", "translation"}
    for quote in quotes_of(result):
        assert result.documents[quote.source].text[quote.start : quote.end] == quote.exact


@given(STRANGE)
@settings(max_examples=100, deadline=None)
def test_values_slice_exactly_and_never_overlap(text: str) -> None:
    values = factcheck.parse_values(text)
    for value in values:
        assert text[value.start : value.end] == value.quote
    assert all(a.end <= b.start for a, b in pairwise(values))


def test_the_order_of_the_files_does_not_change_the_result(tmp_path: Path) -> None:
    texts = {
        "a.md": "# Orca\n\nOrca has 30 billion parameters. Ana Lind co-founded Orca Labs.\n",
        "b.md": "# Orca\n\nOrca has 13 billion parameters.\n",
        "c.txt": "Orca (2021)\n作者名单如下:\n\n2. Next\nText.\n",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    paths = [tmp_path / name for name in texts]
    results = [factcheck.check(list(order)).to_dict() for order in permutations(paths)]
    assert all(result == results[0] for result in results)


def test_a_slip_of_a_digit_is_found_explained_and_mended() -> None:
    result = factcheck.compare(ENGLISH, JAPANESE)
    [slip] = [c for c in result.conflicts if c.code == "FC301"]
    assert slip.kind == "translation"
    assert slip.suggestion is not None
    assert slip.suggestion.replacement.startswith("300億")
    assert any("30 000 000 000" in line or "300" in line for line in slip.explanation)


def test_the_result_is_plain_json_in_the_published_shape() -> None:
    data = json.loads(json.dumps(factcheck.check([ENGLISH, JAPANESE]).to_dict()))
    assert data["format"] == "factcheck-check/1"
    assert set(data) == {"format", "revision", "sources", "claims", "notices", "conflicts",
                         "agreements", "skipped"}  # fmt: skip
    assert [s["source"] for s in data["sources"]] == ["text", "text-2"]


def test_a_file_that_cannot_be_read_is_skipped_and_named(tmp_path: Path) -> None:
    good = tmp_path / "good.md"
    good.write_text("Orca has 30 billion parameters.", encoding="utf-8")
    result = factcheck.check([tmp_path / "absent.md", good])
    assert [item.source for item in result.skipped] == [str(tmp_path / "absent.md")]
    assert list(result.documents) == [str(good)]


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="frobnicate"):
        factcheck.frobnicate  # noqa: B018
