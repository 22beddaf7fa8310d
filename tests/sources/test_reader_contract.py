"""One contract for every reader: what a Document promises, whatever the format and the text."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.errors import InputError
from factcheck.model import Quote
from factcheck.sources import Document, read_bytes, read_text
from factcheck.sources.formats import readers

NAMES = ("a.txt", "a.md", "a.bib", "no-extension")
PIECES = st.sampled_from(
    [
        "# ", "- ", "1. ", "1.", "Title: ", "作者:", "摘要:", "论文 1:", "|", "\t", "\n",
        "\r\n", "\n\n", "。", ". ", "(2016)", "[103.5]", " - Next", "(2024-04-11T15:27:22Z)",
        "相关文章\n", "9月前\n", "//\n", "END.", "```\n", "---\n", "> ", "@article{k, title={",
        "}", '"', "{", "图1: ", "■", "🙂", "e\u0301", "\u202e", "\x00", "カナ", "汉字",
        "words here", "©", "\ufeff", "\u2028",
    ]
)  # fmt: skip
ODD_TEXT = st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=40).map("".join)

ARTICLE = """# A week in models

The Borealis team released version 3. {0}

- Parameters: 13 billion
- Licence: Apache-2.0

1. first point
2. second point {1}

```
x = 1
```

| name | year |
|------|------|
| A    | 2019 |

{2}

Related articles
Ten questions
"""
RECORD = """% {0}
@article{{key2019,
  title = {{A title}},
  note = {{{1}}},
}}
@misc{{broken, title = {{never closed
{2}
@misc{{other, year = 2020}}
"""


def check(document: Document) -> None:
    """Everything that holds for any document."""
    text = document.text
    end = 0
    for block in document.blocks:
        assert end <= block.start < block.end <= len(text), "blocks overlap or are out of order"
        assert block.start <= block.content.start <= block.content.end <= block.end
        words = text[block.start : block.end]
        assert words == words.strip() and words
        quote = document.quote(block.start, block.end)
        assert text[quote.start : quote.end] == quote.exact == words
        assert Quote.from_dict(json.loads(json.dumps(quote.to_dict()))) == quote
        end = block.end
    for section in document.sections:
        assert 0 <= section.first < section.last <= len(document.blocks)
        if section.parent is not None:
            parent = document.sections[section.parent]
            assert parent.first <= section.first and section.last <= parent.last
    assert "\x00" not in text


@pytest.mark.parametrize("name", NAMES)
@given(text=ODD_TEXT)
@settings(max_examples=60, deadline=None)
def test_any_text_becomes_a_document(name: str, text: str) -> None:
    document = read_text(text, name)
    check(document)
    assert len(document.text) == len(text)


@pytest.mark.parametrize("name", NAMES)
@given(text=ODD_TEXT)
@settings(max_examples=30, deadline=None)
def test_what_stands_outside_all_blocks_says_nothing(name: str, text: str) -> None:
    document = read_text(text, name)
    inside = [False] * len(document.text)
    for block in document.blocks:
        inside[block.start : block.end] = [True] * (block.end - block.start)
    outside = "".join(c for c, held in zip(document.text, inside, strict=True) if not held)
    if document.kind == "article":
        assert not any(character.isalnum() for character in outside)


@pytest.mark.parametrize("name", NAMES)
@given(text=ODD_TEXT)
@settings(max_examples=20, deadline=None)
def test_reading_twice_gives_the_same(name: str, text: str) -> None:
    assert read_text(text, name) == read_text(text, name)


@given(data=st.binary(max_size=200))
@settings(max_examples=80, deadline=None)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for name in NAMES:
        try:
            check(read_bytes(data, name))
        except InputError as refusal:
            assert refusal.exit_code == 3 and refusal.why


@pytest.mark.parametrize("place", [0, 1, 2])
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.bib"])
@pytest.mark.parametrize(
    "sentinel",
    ["The quartz lamp has 417 facets.", "石英灯有417个面。", "石英ランプには417の面がある。",
     "- quartz lamp: 417 facets", "1. quartz 417", "> quartz 417", "quartz\t417", "Quartz (2017)"],
)  # fmt: skip
def test_a_sentinel_comes_back_wherever_it_stands(name: str, place: int, sentinel: str) -> None:
    words = [sentinel if index == place else "filler" for index in range(3)]
    text = (RECORD if name.endswith("bib") else ARTICLE).format(*words)
    document = read_text(text, name)
    at = document.text.index("417") if "417" in sentinel else document.text.index("Quartz")
    block = document.block_at(at)
    assert block is not None
    check(document)


@pytest.mark.parametrize("depth", [5, 30, 200])
def test_deep_markdown_loses_nothing(depth: int) -> None:
    nested = "\n".join("  " * level + f"- level {level}" for level in range(depth))
    document = read_text(nested + "\n\n" + "> " * depth + "the bottom", "deep.md")
    for level in range(depth):
        assert document.block_at(document.text.index(f"level {level}")) is not None
    assert document.block_at(document.text.index("the bottom")) is not None


def test_every_reader_names_itself() -> None:
    found = readers()
    assert len({reader.name for reader in found}) == len(found)
    for reader in found:
        assert reader.version.isdigit() and "/" in reader.media_type and reader.suffixes
