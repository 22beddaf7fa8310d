"""Nothing grows faster than the text, and nothing heavy is loaded for plain text."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import time

import pytest

from factcheck.errors import InputError
from factcheck.sources import read_text, sentences

UNITS = (
    "a", "1", '"', " ", "[", "(", "。", ".", "-", "#", "|", "“", "a ", "1. ", "a: b\n", "- a\n",
    "a.b ", "(2024-01-01) - A ", "Related articles\n", "@a{b, c={", "a\tb\n", ">", "*", "「」",
    "https://a.b/", "Dr. ", "…", "{", "\r", "48 shares\n", "首页 \n", "阅读 1 ", "home > ",
)  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.bib"])
def test_a_hundred_thousand_characters_of_one_thing(unit: str, name: str) -> None:
    text = unit * (100_000 // len(unit))
    start = time.process_time()
    read_text(text, name)
    sentences(text)
    # a quadratic step takes minutes; the limit is wide because the machine is shared
    assert time.process_time() - start < 12


BEGINNINGS = {
    "a.json": '[{"DOI": "10.1/a", "title": "x"}, ', "a.jsonl": '{"DOI": "10.1/a", "title": "x"}\n',
    "a.ris": "TY  - JOUR\nTI  - x\nER  - \n", "a.html": "<html><body>x",
    "a.xml": '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>x</title></entry>',
    "rw.csv": "Title,RetractionNature,OriginalPaperDOI\nx,Retraction,10.1/a\n",
    "facts.csv": "subject,predicate,value\nx,price,1\n",
    "facts.toml": '[[fact]]\nsubject="x"\npredicate="price"\nvalue="1"\n',
}  # fmt: skip


MARKS = (
    "a", '"', "[", "{", "<", "<p>a", "<a ", "&", "TY  - ", "ER  - \n", "\\", "1. ", "[[fact]]\n",
    "a,b\n", "\n", "=",
)  # fmt: skip


@pytest.mark.parametrize("unit", MARKS)
@pytest.mark.parametrize("name", BEGINNINGS)
def test_a_hundred_thousand_characters_behind_a_beginning(unit: str, name: str) -> None:
    text = BEGINNINGS[name] + unit * (100_000 // len(unit))
    start = time.monotonic()
    with contextlib.suppress(InputError):
        read_text(text, name)
    assert time.monotonic() - start < 12


def test_reading_plain_text_loads_no_library() -> None:
    code = (
        "import sys; from factcheck.sources import read_text; read_text('A text. 文。', 'a.txt');"
        "print([m for m in ('markdown_it', 'bibtexparser', 'charset_normalizer', 'lxml', 'pypdf',"
        " 'subprocess') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
