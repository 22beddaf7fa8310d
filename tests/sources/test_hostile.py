"""Files made to hang, crash or deceive a reader: an answer or one line within the limits, and the
program goes on."""

from __future__ import annotations

import json
import os
import time
import zlib

import pytest

from factcheck.errors import InputError
from factcheck.sources import read_bytes
from factcheck.sources.worker import Limits, run
from tests.sources.pdf_maker import (
    encrypted,
    one_page,
    packed,
    page_object,
    pdf_of,
    stream,
    with_text,
)

OK = with_text([["A heron has wings."]])
FAN = [
    b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [5 0 R] /Count 1 >>",
    b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", stream(b"/X Do /X Do"),
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R "
    b"/Resources << /XObject << /X 6 0 R >> >> >>",
    *(stream(b"/X Do /X Do", b"/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources "
             b"<< /XObject << /X %d 0 R >> >>" % (number + 1)) for number in range(6, 36)),
    stream(b"BT /F 10 Tf (deep) Tj ET", b"/Type /XObject /Subtype /Form /BBox [0 0 1 1] "
           b"/Resources << /Font << /F 3 0 R >> >>"),
]  # fmt: skip

REFUSED = {
    "deep.html": (b"<html>" + b"<div>x" * 20_000, "nested too deeply; text would be lost"),
    "png.html": (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "looks like PNG, not HTML"),
    "zip.pdf": (b"PK\x03\x04" + b"\0" * 50, "looks like zip, not PDF"),
    "zip.html": (b"PK\x03\x04" + b"\0" * 50, "looks like zip, not HTML"),
    "scripts.html": (b"<html><body><script>var a = 'x'</script></body></html>", "no text found"),
    "large.html": (b"<html>" + b"a" * 10_000_000, "10.0 MB; limit 10 MB"),
    "long.html": (b"<html>" + b"<p>a grey heron</p>" * 400_000, "MB of text; limit 2 MB"),
    "cut.pdf": (OK[: len(OK) // 2], "damaged: its end is missing"),
    "junk.pdf": (b"%PDF-1.4\n nothing here %%EOF", "damaged"),
    "locked.pdf": (encrypted(OK, "secret"), "needs a password"),
    "scanned.pdf": (one_page(stream(b"q 9 0 0 9 0 0 cm /I Do Q")), "no text found (scanned?)"),
    "pages.pdf": (one_page(stream(b""), count=100_000), "100000 pages; limit 2000"),
    "bomb.pdf": (one_page(packed(b" " * 100_000_000)), "more than a document may"),
    "fan.pdf": (pdf_of(FAN), "text would be lost"),
    "surrogate.json": (b'[{"DOI": "a", "title": "\\ud800"}]', "invalid Unicode in field title"),
    "deep.json": (b'[{"DOI": ' + b"[" * 100_000, "nested too deeply"),
    "twice.json": (b'[{"DOI": "10.1/a", "DOI": "10.1/b"}]', "DOI stands twice"),
    "braces.jsonl": (b"{\n" * 1_000_000, "damaged JSON: a name was expected"),
    "nan.json": (b'[{"DOI": NaN, "title": "x"}]', "no value"),
    "other.json": (b'{"settings": {"colour": "green"}}', "no known form"),
    "text.json": (b"no JSON at all", "neither an object nor a list"),
    "facts.toml": (b"[[fact]]\nsubject = predicate", "line 1: no subject"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_refused_in_one_line(name: str) -> None:
    data, why = REFUSED[name]
    start = time.monotonic()
    with pytest.raises(InputError) as refusal:
        read_bytes(data, name)
    assert time.monotonic() - start < 15
    assert why in refusal.value.why and refusal.value.exit_code == 3
    assert refusal.value.what == name and "\n" not in str(refusal.value)


@pytest.mark.parametrize("levels", [300, 1_900])
def test_three_hundred_levels_lose_nothing(levels: int) -> None:
    source = "<html>" + "<div>" * levels + "<p>The bottom of it.</p>" + "</div>" * levels
    assert read_bytes(source.encode(), "a.html").text == "The bottom of it."


def test_a_flood_of_attributes_ends_at_the_limit_and_the_next_page_is_read() -> None:
    flood = b"<html><body><p " + b" ".join(b"a%d=1" % n for n in range(100_000)) + b">x</p>"
    start = time.monotonic()
    with pytest.raises(InputError, match=r"took longer than 1 s of CPU \(5 s wall\)"):
        run("html", flood, "flood.html", Limits(cpu=1, wall=5))
    assert time.monotonic() - start < 5
    assert read_bytes(b"<html><p>A heron.</p></html>", "a.html").text == "A heron."


def test_limits_of_memory_of_answers_and_of_the_clock() -> None:
    page = b"<html>" + b"<p>a heron</p>" * 20_000
    with pytest.raises(InputError, match=r"gives more than 0\.1 MB"):
        run("html", page, "a.html", Limits(output=100_000))
    with pytest.raises(InputError, match="took longer"):
        run("html", page * 5, "a.html", Limits(wall=0))
    content = one_page(packed(b"BT " + b"(x) Tj " * 200_000 + b"ET"))
    with pytest.raises(InputError, match=r"MB of memory|parser failed"):
        run("pdf", content, "a.pdf", Limits(memory=60 << 20))


@pytest.mark.parametrize("unit", [b"<a ", b"<!--", b"<div class='", b"</p>", b"&#", b"<table><tr>"])
def test_repetition_is_answered(unit: bytes) -> None:
    source = b"<html><body><p>A heron.</p>" + unit * (200_000 // len(unit))
    start = time.monotonic()
    try:
        assert "A heron." in read_bytes(source, "a.html").text
    except InputError as refusal:
        assert "nested too deeply" in refusal.why
    assert time.monotonic() - start < 12


def test_entities_are_not_expanded_and_no_file_is_read(tmp_path: os.PathLike[str]) -> None:
    secret = os.path.join(tmp_path, "secret.txt")
    with open(secret, "w", encoding="utf-8") as stream_:
        stream_.write("the password is heron")
    bombs = "".join(f'<!ENTITY e{n} "&e{n - 1};&e{n - 1};">' for n in range(1, 40))
    kind = f'<!ENTITY e0 "boom"><!ENTITY file SYSTEM "file://{secret}">{bombs}'
    page = f"<!DOCTYPE html [{kind}]><html><body><p>Begin &file; &e39; end.</p></body></html>"
    feed = (
        f'<?xml version="1.0"?><!DOCTYPE feed [{kind}]><feed xmlns="http://www.w3.org/2005/Atom">'
        "<entry><id>http://arxiv.org/abs/2401.00001v1</id><title>Begin &file; &e39; end</title>"
        "</entry></feed>"
    )
    for source, name in ((page, "a.html"), (feed, "a.xml")):
        text = read_bytes(source.encode(), name).text
        assert "Begin &file; &e39; end" in text
        assert "password" not in text and text.count("boom") <= source.count("boom")


def test_a_form_that_shows_itself_ends() -> None:
    shown = b"/X Do BT /F 9 Tf (once) Tj ET"
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources "
    form += b"<< /XObject << /X 6 0 R >> /Font << /F 3 0 R >> >>"
    loop = [*FAN[:5], stream(shown, form)]
    try:
        assert "once" in read_bytes(pdf_of(loop), "loop.pdf").text
    except InputError as refusal:
        assert refusal.why


def test_damaged_streams_and_page_trees() -> None:
    broken = one_page(stream(zlib.compress(b"BT (x) Tj ET")[:9], b"/Filter /FlateDecode"))
    ring = pdf_of([b"<< /Type /Catalog /Pages 2 0 R >>",
                   b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>", b"<< >>", stream(b""),
                   page_object(4)])  # fmt: skip
    for data in (broken, ring, pdf_of([b"<< /Type /Catalog >>"]), pdf_of([b"[1 2"])):
        with pytest.raises(InputError):
            read_bytes(data, "a.pdf")


def test_many_pages_in_one_run_need_one_server() -> None:
    for number in range(20):
        page = read_bytes(f"<html><p>Page {number}.</p>".encode(), "a.html")
        assert page.text == f"Page {number}."


def test_a_record_file_may_be_longer_than_a_document() -> None:
    entry = {"type": "article", "title": "Herons of the lake", "DOI": "10.1/a", "note": "x" * 900}
    data = json.dumps([entry] * 2_500).encode()
    assert len(data) > 2_000_000
    assert len(read_bytes(data, "long.json").sections) == 2_500
