"""One contract for every reader: what a Document promises, whatever the format and the text."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.errors import InputError
from factcheck.model import Quote
from factcheck.sources import Block, Document, read_bytes, read_text
from factcheck.sources.formats import readers
from tests.sources.pdf_maker import with_text

NAMES = ("a.txt", "a.md", "a.bib", "no-extension")
OTHER_NAMES = ("a.html", "a.pdf", "a.json", "a.jsonl", "a.ris", "a.atom")
"""Extensions of formats that may refuse a text: it is none of theirs."""
PIECES = st.sampled_from(
    [
        "# ", "- ", "1. ", "1.", "Title: ", "作者:", "摘要:", "论文 1:", "|", "\t", "\n",
        "\r\n", "\n\n", "。", ". ", "(2016)", "[103.5]", " - Next", "(2024-04-11T15:27:22Z)",
        "相关文章\n", "9月前\n", "//\n", "END.", "```\n", "---\n", "> ", "@article{k, title={",
        "}", '"', "{", "图1: ", "■", "🙂", "e\u0301", "\u202e", "\x00", "カナ", "汉字",
        "words here", "©", "\ufeff", "\u2028", "<p>", "</p>", "<html>", "<del>", "<td>", "<!--",
        "&amp;", "<![CDATA[", "TY  - JOUR\n", "TI  - ", "ER  - \n", '[{"DOI": "', '"}]', "\\",
        "<feed>", "<entry>", "<title>", "subject,predicate,value\n", ",", "[[fact]]\n", "%PDF-",
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


LAMP = "Quartz lamps"
PAGE = f"<html><nav>SITE</nav><main><h1>{LAMP}</h1><p>A text.</p></main><footer>SITE</footer>"
PAPER = with_text([[LAMP, "", "A text.", "SITE 1"], ["More.", "SITE 2"], ["Last.", "SITE 3"]])
FILES = {
    "note.txt": f"{LAMP}\n\nA text.\n\nRelated articles\nSITE\n".encode(),
    "note.md": f"---\ntitle: {LAMP}\n---\n# {LAMP}\n\nA text.\n".encode(),
    "works.bib": f"@misc{{k, title = {{{LAMP}}}}}".encode(),
    "page.html": PAGE.encode(),
    "paper.pdf": PAPER,
    "works.json": f'[{{"DOI": "10.1/a", "title": "{LAMP}"}}]'.encode(),
    "works.ris": f"TY  - JOUR\nTI  - {LAMP}\nER  - \n".encode(),
    "works.xml": f'<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>{LAMP}</title></entry>'
    "</feed>".encode(),
    "notices.csv": f"Title,RetractionNature,OriginalPaperDOI\n{LAMP},Retraction,10.1/a\n".encode(),
    "facts.csv": f"subject,predicate,value\n{LAMP},price,3 USD\n".encode(),
    "facts.toml": f'[[fact]]\nsubject = "{LAMP}"\npredicate = "price"\nvalue = "3 USD"'.encode(),
}  # fmt: skip
READERS = {
    "note.txt": "text", "note.md": "markdown", "works.bib": "bibtex", "page.html": "html",
    "paper.pdf": "pdf", "works.json": "records-json", "works.ris": "ris", "works.xml": "arxiv-atom",
    "notices.csv": "retraction-watch", "facts.csv": "house-facts-csv",
    "facts.toml": "house-facts-toml",
}  # fmt: skip


def words_of(document: Document, block: Block) -> str:
    return document.text[block.start : block.end]


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
    # a text that begins as a page is read as one
    assert len(document.text) == len(text) or document.snapshot.media_type == "text/html"


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


@pytest.mark.parametrize("name", OTHER_NAMES)
@given(text=ODD_TEXT)
@settings(max_examples=40, deadline=None)
def test_any_text_is_read_or_refused(name: str, text: str) -> None:
    try:
        document = read_text(text, name)
    except InputError as refusal:
        assert refusal.exit_code == 3 and refusal.why and "\n" not in str(refusal)
    else:
        check(document)
        assert document == read_text(text, name)


@pytest.mark.parametrize("name", FILES)
def test_documents_of_all_readers_keep_the_contract(name: str) -> None:
    document = read_bytes(FILES[name], name)
    check(document)
    assert document.snapshot.reader.startswith(READERS[name] + "@")
    assert document == read_bytes(FILES[name], name)
    assert document.exact_map == (name not in ("page.html", "paper.pdf"))
    assert "Quartz lamps" in document.text
    zones = {block.zone for block in document.blocks if "SITE" in words_of(document, block)}
    assert zones <= {"furniture"}


@given(data=st.binary(max_size=200))
@settings(max_examples=80, deadline=None)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for name in (*NAMES, *OTHER_NAMES):
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


MARKUP = st.sampled_from(
    ["# ", "- ", "  - ", "1. ", "> ", "    ", "```", "~~~", "| a | b |", "|---|---|", "<div>",
     "</div>", "<!--", "-->", "[r]: /u", "---", "===", "Title: x", "摘要：湖", "相关文章", "END.",
     "", "Words of a line", "湖の話。", "48 shares", "@misc{k, title={", "}}", "[^1]: note",
     "* * *", "\\", "$$", ":::", "{{<", "2024-03-05", "论文 1：湖", "Correction:"]
)  # fmt: skip


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.bib"])
@given(before=st.lists(MARKUP, max_size=12), lead=MARKUP, after=st.lists(MARKUP, max_size=8))
@settings(max_examples=120, deadline=None)
def test_a_sentence_anywhere_stands_in_a_block(
    name: str, before: list[str], lead: str, after: list[str]
) -> None:
    sentinel = "Quartz lamps have 417 facets."
    text = "\n".join([*before, lead + sentinel, *after])
    document = read_text(text, name)
    at = document.text.index(sentinel)
    for offset in (at, at + len(sentinel) - 2):
        assert document.block_at(offset) is not None


@given(pages=st.lists(st.lists(st.sampled_from(["A line of the paper", "湖の話", "7", "SITE 1"]),
                               max_size=6), min_size=1, max_size=4),
       page=st.integers(0, 3), line=st.integers(0, 6))  # fmt: skip
@settings(max_examples=40, deadline=None)
def test_a_sentence_anywhere_in_a_paper_comes_back(
    pages: list[list[str]], page: int, line: int
) -> None:
    sentinel = "Quartz lamps have 417 facets."
    shown = [list(lines) for lines in pages]
    shown[page % len(shown)].insert(line, sentinel)
    document = read_bytes(with_text(shown), "a.pdf")
    assert document.block_at(document.text.index(sentinel)) is not None


@pytest.mark.parametrize("depth", [5, 30, 200])
def test_deep_markdown_loses_nothing(depth: int) -> None:
    nested = "\n".join("  " * level + f"- level {level}" for level in range(depth))
    document = read_text(nested + "\n\n" + "> " * depth + "the bottom", "deep.md")
    for level in range(depth):
        assert document.block_at(document.text.index(f"level {level}")) is not None
    assert document.block_at(document.text.index("the bottom")) is not None


def test_every_reader_names_itself() -> None:
    found = readers()
    assert {reader.name for reader in found} >= set(READERS.values())
    assert len({reader.name for reader in found}) == len(found)
    for reader in found:
        assert reader.version.isdigit() and "/" in reader.media_type
        assert all(suffix == "" or suffix[0] == "." for suffix in reader.suffixes)
