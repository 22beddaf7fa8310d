"""PDF files: their text, where each page begins, and what is said of them."""

from __future__ import annotations

import subprocess
import sys

import pytest

from factcheck.errors import InputError
from factcheck.sources import read_bytes
from factcheck.sources.files import limit_of
from tests.sources.pdf_maker import encrypted, with_text

PAGES = [
    ["The heron report", "", "Heron 2 has 13 billion parameters. It was trained for", "two weeks."],
    ["苍鹭二号共有130亿个参数。", "ヘロン2は2024年に公開された。"],
    ["Results", "", "The last page ends here."],
]


def with_heads(pages: list[list[str]]) -> list[list[str]]:
    count = len(pages)
    return [["Lake Journal, volume 7", *page, f"{n} / {count}"] for n, page in enumerate(pages, 1)]


def test_text_in_three_languages_and_the_place_of_each_page() -> None:
    document = read_bytes(with_text(PAGES), "paper.pdf")
    for page in PAGES:
        for line in page:
            assert line in document.text
    first, second, third = document.pages
    assert first == 0 and document.text[second:].startswith("苍鹭二号")
    assert document.text[third:].startswith("Results")
    assert document.page_of(document.text.index("130亿")) == 2
    assert document.page_of(len(document.text) - 1) == 3
    assert not document.exact_map and document.metadata["title"] == "The heron report"


def test_wrapped_lines_are_one_block() -> None:
    document = read_bytes(with_text(PAGES), "paper.pdf")
    block = document.block_at(document.text.index("It was"))
    assert block is not None
    assert document.text[block.start : block.end].endswith("two weeks.")


def test_running_heads_and_page_numbers_are_furniture() -> None:
    document = read_bytes(with_text(with_heads(PAGES)), "paper.pdf")
    zones = {document.text[b.start : b.end]: b.zone for b in document.blocks}
    assert zones["Lake Journal, volume 7"] == "furniture" and zones["2 / 3"] == "furniture"
    assert zones["苍鹭二号共有130亿个参数。"] == "body"


def test_pages_without_text_are_named() -> None:
    document = read_bytes(with_text([*PAGES, []]), "paper.pdf")
    assert "no text on 1 page(s) (scanned?): 4" in document.notes
    assert len(document.pages) == 4


def test_an_empty_password_opens_the_file() -> None:
    data = with_text(PAGES)
    assert read_bytes(encrypted(data, ""), "a.pdf").text == read_bytes(data, "a.pdf").text


def test_the_content_tells_a_pdf() -> None:
    assert read_bytes(with_text(PAGES), "paper.txt").snapshot.media_type == "application/pdf"
    assert limit_of(with_text(PAGES)) == 50_000_000 and limit_of(b"<html>") == 10_000_000


def test_without_the_library_one_line_says_how_to_install_it() -> None:
    program = (
        "import sys; sys.path.insert(0, '.');"
        "import factcheck.sources.worker as w;"
        "w._START = w._START.replace('import json, sys, types',"
        " 'import json, sys, types; sys.modules[\"pypdf\"] = None');"
        "w.run('pdf', b'%PDF-', 'a.pdf')"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert "InputError" in done.stderr and "pip install 'factcheck[pdf]'" in done.stderr


def test_a_page_that_cannot_be_read_is_no_silent_loss() -> None:
    data = with_text(PAGES).replace(b"/Contents 9 0 R", b"/Contents 3 0 R")
    with pytest.raises(InputError):
        read_bytes(data.replace(b"/Contents 7 0 R", b"/Contents 3 0 R")
                   .replace(b"/Contents 11 0 R", b"/Contents 3 0 R"), "a.pdf")  # fmt: skip
