"""What a document says about itself, and what only one of its parts says about a work."""

from __future__ import annotations

import pytest

from factcheck.sources import read_text

ROUND_UPS = {
    "fields under headings of Markdown": ("a.md", """# Papers of the week
By Mira Solberg, 5 March 2024

## Herons count to nine
- Authors: Jane Doe, R. Roe
- arXiv: 2401.00001
- Date: 2024-01-02

## Frogs on a lake
- Authors: Li Si
- arXiv: 2401.00002
"""),
    "records one after the other": ("a.txt", """Papers of the week
Author: Mira Solberg
Date: 2024-03-05

Three papers were chosen by us, and each of them is about the lake.

Title: Herons count to nine
Authors: Jane Doe, R. Roe
arXiv: 2401.00001

Title: Frogs on a lake
Authors: Li Si
arXiv: 2401.00002
"""),
    "no field of its own": ("a.txt", """湖边论文周报

本周选了三篇与湖有关的论文。

标题：会数数的白鹭
作者：张三
arXiv：2401.00001

标题：湖上的青蛙
作者：李四
arXiv：2401.00002
"""),
    "items with fields": ("a.md", """# 湖の論文

1. 数える白鷺
   - 著者: 山田花子
   - arXiv: 2401.00001
2. 湖の蛙
   - 著者: 鈴木一郎
   - arXiv: 2401.00002
"""),
    "a page": ("a.html", """<html><body><h1>Papers of the week</h1><p>By Mira Solberg</p>
<p>Two papers were chosen by us, and each of them is about the lake and its birds.</p>
<h2>Herons count to nine</h2><p>Authors: Jane Doe, R. Roe</p><p>arXiv: 2401.00001</p>
<h2>Frogs on a lake</h2><p>Authors: Li Si</p><p>arXiv: 2401.00002</p></body></html>"""),
}  # fmt: skip
OWN = {
    "fields under headings of Markdown": {"title": "Papers of the week",
                                          "authors": "Mira Solberg", "date": "2024-03-05"},
    "records one after the other": {"title": "Papers of the week", "authors": "Mira Solberg",
                                    "date": "2024-03-05"},
    "no field of its own": {"title": "湖边论文周报"},
    "items with fields": {"title": "湖の論文"},
    "a page": {"title": "Papers of the week", "authors": "Mira Solberg"},
}  # fmt: skip


@pytest.mark.parametrize("case", ROUND_UPS)
def test_the_fields_of_several_works_say_nothing_of_the_document(case: str) -> None:
    name, text = ROUND_UPS[case]
    assert dict(read_text(text, name).metadata) == OWN[case]


def test_the_fields_of_one_work_are_those_of_the_page_about_it() -> None:
    text = """Herons count to nine
Authors: Jane Doe, R. Roe
Abstract: We watched herons count. They reach nine.
arXiv: 2401.00001
License: CC-BY-4.0
"""
    assert dict(read_text(text, "a.txt").metadata) == {
        "title": "Herons count to nine", "authors": "Jane Doe, R. Roe", "arxiv": "2401.00001",
        "licence": "CC-BY-4.0",
    }  # fmt: skip


def test_a_heading_that_every_article_may_have_ends_nothing() -> None:
    text = "# Heron 2\n\n## Overview\n\n- License: Apache-2.0\n- Authors: Wetland Labs\n"
    document = read_text(text, "README.md")
    assert dict(document.metadata) == {
        "title": "Heron 2", "licence": "Apache-2.0", "authors": "Wetland Labs",
    }  # fmt: skip
