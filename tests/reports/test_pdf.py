"""The report on paper: its text comes out again, Han characters in the right forms, and a missing
font or library is one clear line."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.errors import UsageError
from factcheck.reports import build
from factcheck.reports.paper import pdf
from factcheck.reports.paper.blocks import blocks_of
from factcheck.reports.paper.fonts import WANTED, Face, Fonts, has_han
from factcheck.reports.paper.glyphs import ranges_of
from factcheck.reports.visible import visible
from tests.reports import sample
from tests.reports.hostile import ledger_of
from tests.reports.test_hostile import HOSTILE

typst = pytest.importorskip("typst", reason="the extra `report` is not installed")
pypdf = pytest.importorskip("pypdf", reason="pypdf is not installed")
FAMILIES = set(typst.Fonts(include_embedded_fonts=False).families())
cjk = pytest.mark.skipif(
    not all(FAMILIES & set(names) for names in WANTED.values()),
    reason="no fonts for Chinese and Japanese are installed",
)
ROOT = Path(__file__).parents[2]
CONTENTS = build(sample.ledger())
LATIN = "Liberation Sans"


def text_of(data: bytes) -> str:
    pages = pypdf.PdfReader(io.BytesIO(data)).pages
    return "".join("".join(page.extract_text().split()) for page in pages)


def flat(text: str) -> str:
    return "".join(text.split())


def fonts_in(data: bytes) -> set[str]:
    names: set[str] = set()
    for page in pypdf.PdfReader(io.BytesIO(data)).pages:
        for font in page["/Resources"]["/Font"].values():
            names.add(str(font.get_object()["/BaseFont"]).rpartition("+")[2])
    return names


@cjk
def test_all_that_is_said_comes_out_of_the_file_again() -> None:
    data = pdf.render_pdf(CONTENTS)
    told = text_of(data)
    for block in blocks_of(CONTENTS):
        for run in block.runs:
            assert flat(run.text) in told, run.text
    assert "36億is10timessmaller" in told
    assert pypdf.PdfReader(io.BytesIO(data)).metadata.title == "Correction report: Harbour Weekly"


@cjk
def test_each_language_has_its_own_forms_of_han_characters() -> None:
    names = fonts_in(pdf.render_pdf(CONTENTS))
    assert any("jp-" in name.lower() for name in names)
    assert any("sc-" in name.lower() for name in names)


@cjk
def test_the_same_report_is_the_same_file_in_any_process() -> None:
    made = [_in_a_process(seed, zone) for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))]
    assert made[0] == made[1] == pdf.render_pdf(CONTENTS)


def _in_a_process(seed: str, zone: str) -> bytes:
    code = (
        "import sys; from tests.reports import sample; from factcheck.reports import build;"
        "from factcheck.reports.paper import render_pdf;"
        "sys.stdout.buffer.write(render_pdf(build(sample.ledger())))"
    )
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True,
                          cwd=ROOT, env=environment)  # fmt: skip
    return done.stdout


@cjk
@pytest.mark.parametrize("text", [t for t in HOSTILE if len(t) < 100 and visible(t).isprintable()])
def test_a_hostile_text_is_set_as_text(text: str) -> None:
    data = pdf.render_pdf(build(ledger_of(text)))
    assert b"/JavaScript" not in data and b"/URI" not in data and b"/Launch" not in data
    told = text_of(data)
    words = flat(visible(text))
    if all(ord(c) < 0x3000 for c in words):
        assert told.count(words) >= 10


@cjk
def test_a_title_of_100_kb_is_set() -> None:
    ledger = replace(sample.ledger(), workspace="Harbour " * 12_500)
    assert len(pypdf.PdfReader(io.BytesIO(pdf.render_pdf(build(ledger)))).pages) > 5


def faces(families: Iterable[str]) -> Fonts:
    found = typst.Fonts(include_embedded_fonts=False).fonts()
    return Fonts(Face(family=f.family, path=str(f.path), index=f.index)
                 for f in found if f.family in families)  # fmt: skip


def test_without_a_font_for_its_words_a_report_is_refused() -> None:
    latin = next((name for name in (LATIN, "DejaVu Sans", "Noto Sans") if name in FAMILIES), "")
    assert latin, "some font with Latin letters"
    fonts = faces([latin])
    assert fonts.chosen([("en", "36 billion")])["en"] == [latin]
    with pytest.raises(UsageError, match=r"no font with Japanese characters is installed \(inst"):
        fonts.chosen([("ja", "40億から")])
    with pytest.raises(UsageError, match="no font with Chinese characters"):
        fonts.chosen([("en", "360 亿")])
    with pytest.raises(UsageError, match="no font with Latin letters"):
        faces([]).chosen([])


def test_a_character_that_no_font_has_is_told_by_its_number() -> None:
    name = next(n for n in (LATIN, "DejaVu Sans", "Noto Sans") if n in FAMILIES)
    fonts = faces([name])
    assert fonts.shown("a tern", [name]) == "a tern"
    assert "U+1F426" in fonts.shown("a 🐦", [name]) and "🐦" not in fonts.shown("🐦", [name])


@pytest.mark.parametrize(
    ("text", "han"), [("36億", True), ("から", True), ("36 billion – é", False), ("𠮷", True)]
)
def test_what_needs_a_font_of_its_own(text: str, han: bool) -> None:
    assert has_han(text) is han


def test_a_damaged_font_counts_as_one_without_signs(tmp_path: Path) -> None:
    path = tmp_path / "x.ttf"
    for data in (b"", b"ttcf", b"\0\1\0\0" + b"\xff" * 40, b"\0" * 4_000):
        path.write_bytes(data)
        ranges_of.cache_clear()
        assert ranges_of(str(path), 0) == ()


def test_without_the_library_it_is_one_clear_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(UsageError, match=r"pip install 'factcheck\[report\]'"):
        pdf.render_pdf(CONTENTS)
