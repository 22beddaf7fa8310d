"""Bytes become text: encodings found, what was replaced counted, what is no text refused."""

from __future__ import annotations

import pytest

from factcheck.errors import InputError
from factcheck.sources import read_bytes, read_text

CHINESE = "北辰团队在周二发布了第三代模型,共有一百三十亿个参数,训练数据约两万亿。" * 12
JAPANESE = "北極星の開発班は火曜日に第三世代のモデルを公開した。パラメータ数は百三十億である。" * 12


def test_newlines_stay_as_they_are() -> None:
    document = read_bytes(b"one\r\ntwo\rthree\n", "a.txt")
    assert document.text == "one\r\ntwo\rthree\n"
    assert document.notes == () and document.exact_map


def test_a_byte_order_mark_is_left_out_and_noted() -> None:
    document = read_bytes(b"\xef\xbb\xbf2019 was long.", "a.txt")
    assert document.text == "2019 was long."
    assert any("byte order mark" in note for note in document.notes)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16(encoding: str) -> None:
    words = "The team released version 3 in 2019. It has 13 billion parameters."
    assert read_bytes(words.encode(encoding), "a.txt").text == words


@pytest.mark.parametrize(
    ("words", "encoding"),
    [(CHINESE, "gb18030"), (CHINESE, "big5hkscs"), (JAPANESE, "shift_jis"), (JAPANESE, "euc_jp")],
)
def test_older_encodings_are_guessed_and_noted(words: str, encoding: str) -> None:
    if encoding == "big5hkscs":
        words = "北辰團隊在週二發布了第三代模型,共有一百三十億個參數,訓練資料約兩萬億。" * 12
    document = read_bytes(words.encode(encoding), "a.txt")
    assert document.text == words
    assert any("guessed" in note for note in document.notes)


def test_a_few_broken_bytes_in_utf_8_are_counted() -> None:
    data = CHINESE.encode() + b"\xff\xfe" + b" end of it."
    document = read_bytes(data, "a.txt")
    assert document.text.startswith(CHINESE) and "\ufffd" in document.text
    assert any("undecodable" in note for note in document.notes)
    assert not document.exact_map


def test_nul_and_lone_surrogates_keep_their_place() -> None:
    document = read_text("in 20\x0019 and \ud800 then", "a.txt")
    assert document.text == "in 20\ufffd19 and \ufffd then"
    assert any(note.startswith("2 character") for note in document.notes)


@pytest.mark.parametrize(
    ("data", "kind"),
    [(b"\x89PNG\r\n\x1a\n" + b"x" * 50, "PNG"), (b"PK\x03\x04" + b"x" * 50, "zip"),
     (b"GIF89a", "GIF"), (b"\x1f\x8b\x08", "gzip"),
     (bytes(range(256)) * 20, "binary"), (b"ab\x00\x00\x00cd" * 40, "binary")],
)  # fmt: skip
def test_binary_is_refused_by_name(data: bytes, kind: str) -> None:
    with pytest.raises(InputError, match=f"looks like {kind}.*not text") as refusal:
        read_bytes(data, "a.txt")
    assert refusal.value.exit_code == 3


def test_a_few_nuls_do_not_make_a_short_text_binary() -> None:
    document = read_bytes(b"Heron\x00 has 13\x00 wings.\n", "a.txt")
    assert document.text == "Heron\ufffd has 13\ufffd wings.\n"
    assert any(note.startswith("2 character(s)") for note in document.notes)


def test_the_content_tells_the_format_before_the_extension() -> None:
    page = read_bytes(b"<!DOCTYPE html><html><body>A heron.</body></html>", "a.txt")
    assert page.snapshot.media_type == "text/html" and page.text == "A heron."


def test_empty_bytes_are_refused() -> None:
    with pytest.raises(InputError, match="empty file"):
        read_bytes(b"", "a.txt")


def test_an_empty_string_is_an_empty_document() -> None:
    assert read_text("", "a.txt").blocks == () and read_text(" \n\n", "a.md").blocks == ()


def test_above_two_megabytes_of_text() -> None:
    with pytest.raises(InputError, match=r"3\.0 MB of text; limit 2 MB"):
        read_bytes(b"x" * 3_000_000, "a.txt")
    with pytest.raises(InputError, match=r"2\.1 MB of text; limit 2 MB"):
        read_text("字" * 700_000, "a.txt")


def test_just_below_the_limit_is_read_whole() -> None:
    words = ("字" * 99 + "\n") * 6_700
    assert read_text(words, "a.txt").text == words
