"""Nothing grows faster than the text, and nothing heavy is loaded for plain text."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest

from factcheck.sources import read_text, sentences

UNITS = (
    "a", "1", '"', " ", "[", "(", "。", ".", "-", "#", "|", "“", "a ", "1. ", "a: b\n", "- a\n",
    "a.b ", "(2024-01-01) - A ", "Related articles\n", "@a{b, c={", "a\tb\n", ">", "*", "「」",
    "https://a.b/", "Dr. ", "…", "{", "\r",
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


def test_reading_plain_text_loads_no_library() -> None:
    code = (
        "import sys; from factcheck.sources import read_text; read_text('A text. 文。', 'a.txt');"
        "print([m for m in ('markdown_it', 'bibtexparser', 'charset_normalizer', 'lxml')"
        " if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
