"""Markdown: front matter, headings, lists, tables and code, with offsets of the source."""

from __future__ import annotations

from factcheck.sources import Document, read_text

WEEKLY = """---
title: "Papers of the week"
authors:
  - Jane Doe
  - 王小明
date: 6 May 2024
license: CC-BY-4.0
doi: https://doi.org/10.1234/abc.5
---

Two papers came out
in the same week.

## 1. Attention Is All You Need (2017) ##

- Authors: Ashish Vaswani and others
- Year: 2017

> 訂正: 前号の「27億」は「270億」の誤りでした。

1. first point
2. second point
   goes on

   with a paragraph of its own

| Model | Parameters |
|-------|-----------:|
| Alpha | 7B         |

```python
year = 2017
```

Underlined
----------

**Bold line**

~~31~~ 13 billion parameters.

[ref]: https://example.org/ref
"""


def weekly() -> Document:
    return read_text(WEEKLY, "weekly.md")


def kinds(document: Document, kind: str) -> list[str]:
    return [
        document.text[b.content.start : b.content.end] for b in document.blocks if b.kind == kind
    ]


def test_front_matter_is_metadata() -> None:
    assert dict(weekly().metadata) == {
        "title": "Papers of the week", "authors": "Jane Doe, 王小明", "date": "2024-05-06",
        "licence": "CC-BY-4.0", "doi": "10.1234/abc.5", "url": "https://doi.org/10.1234/abc.5",
    }  # fmt: skip


def test_front_matter_is_also_fields_and_no_list_of_an_article() -> None:
    document = weekly()
    first = next(b for b in document.blocks if b.kind == "field")
    assert first.label == "title"
    section = document.section_at(first.start)
    assert section is not None and section.subject == "Papers of the week"


def test_headings_carry_their_level_and_no_marks() -> None:
    found = [(b.level, b.label) for b in weekly().blocks if b.kind == "heading"]
    assert found[:2] == [(2, "##"), (2, "")]
    assert kinds(weekly(), "heading") == [
        "1. Attention Is All You Need (2017)", "Underlined", "Bold line",
    ]  # fmt: skip
    assert "Attention Is All You Need" in [s.subject for s in weekly().sections]


def test_lists_fields_tables_and_code() -> None:
    document = weekly()
    assert kinds(document, "numbered_item") == ["first point", "second point\n   goes on"]
    assert "Ashish Vaswani and others" in kinds(document, "field")
    assert "前号の「27億」は「270億」の誤りでした。" in kinds(document, "field")
    assert kinds(document, "table_row") == ["| Model | Parameters |", "| Alpha | 7B         |"]
    assert kinds(document, "code") == ["```python\nyear = 2017\n```"]


def test_a_paragraph_is_one_block_and_the_source_stays() -> None:
    paragraphs = kinds(weekly(), "paragraph")
    assert "Two papers came out\nin the same week." in paragraphs
    assert "~~31~~ 13 billion parameters." in paragraphs
    assert "[ref]: https://example.org/ref" in paragraphs


def test_nested_lists_have_levels() -> None:
    document = read_text("- a\n  - b\n    - c\n- d\n", "a.md")
    assert [(b.level, document.text[b.content.start : b.content.end]) for b in document.blocks] == [
        (1, "a"), (2, "b"), (3, "c"), (1, "d"),
    ]  # fmt: skip


def test_toml_front_matter_and_other_newlines() -> None:
    text = "+++\r\ntitle = 'A week'\r\n+++\r\n\r\nIt rained.\r\n"
    document = read_text(text, "a.md")
    assert document.metadata["title"] == "A week" and document.text == text
    assert kinds(document, "paragraph")[-1] == "It rained."


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    document = read_text("---\n\nIt rained. It poured.\n\n---\n\nIt stopped.", "a.md")
    assert document.metadata == {}
    assert [document.text[b.start : b.end] for b in document.blocks if b.zone == "body"] == [
        "It rained. It poured.", "It stopped.",
    ]  # fmt: skip


def test_front_matter_tells_markdown_without_its_extension() -> None:
    assert read_text("---\ntitle: A week\n---\n\nText.", "a").snapshot.media_type == "text/markdown"
