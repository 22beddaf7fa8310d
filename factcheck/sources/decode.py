"""From bytes to text, once and for all: which encoding, what was left out, what was replaced.

Newlines and every readable character stay as they are, since all offsets count in this text.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from factcheck.errors import InputError

REPLACEMENT = "\ufffd"
TEXT_LIMIT = 2_000_000
"""Bytes of text, counted in UTF-8, that one document may hold."""

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SIGNATURES = (
    (b"\x89PNG", "PNG"), (b"\xff\xd8\xff", "JPEG"), (b"GIF8", "GIF"), (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"), (b"%PDF-", "PDF"), (b"\x1f\x8b", "gzip"), (b"\x7fELF", "a program"),
    (b"7z\xbc\xaf\x27\x1c", "7z"), (b"Rar!", "rar"), (b"SQLite format 3\x00", "SQLite"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file"), (b"OggS", "Ogg"),
    (b"BZh", "bzip2"), (b"\xfd7zXZ\x00", "xz"), (b"ID3", "MP3"), (b"RIFF", "RIFF"),
)  # fmt: skip
NUL_SHARE = 0.02
MOST_NULS = 8
"""Above this share and number of NUL bytes, a file without a byte order mark is no text."""
CONTROL_SHARE = 0.1
GUESS_SAMPLE = 200_000
"""Bytes shown to the guesser: more does not make it surer, only slower."""

PEEK_BYTES = 8_000

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_CONTROLS = bytes(set(range(32)) - {9, 10, 11, 12, 13, 27} | {127})


@dataclass(frozen=True, kw_only=True)
class Decoded:
    """Text with the name of its encoding, notes on what had to be done, and whether offsets in it
    are offsets of the decoded file."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()
    exact: bool = True


def decode(data: bytes, name: str) -> Decoded:
    """The text of a file. Raises InputError for binary and undecodable bytes, and above the
    limit of text."""
    decoded = decode_all(data, name)
    refuse_long(decoded.text, name)
    return decoded


def decode_all(data: bytes, name: str) -> Decoded:
    """The text of a file of any length. Raises InputError for binary and undecodable bytes."""
    if not data:
        raise InputError(name, "empty file", "nothing to read")
    refuse_binary(data, name)
    decoded = _marked(data, name) or _unmarked_utf16(data) or _utf8(data) or _guessed(data, name)
    return storable(decoded)


def peek(data: bytes) -> str:
    """The first characters of a file, ASCII ones right whatever the encoding. Never raises."""
    head = data[:PEEK_BYTES]
    for mark, encoding in BYTE_ORDER_MARKS:
        if head.startswith(mark):
            return head[len(mark) :].decode(encoding, "ignore")
    if _looks_utf16(head):
        even, odd = head[0::2].count(0), head[1::2].count(0)
        return head.decode("utf-16-le" if odd >= even else "utf-16-be", "ignore")
    return head.decode("latin-1")


def refuse_binary(data: bytes, name: str, wanted: str = "text") -> None:
    """Raises InputError when the bytes begin as a known binary format or are full of controls.
    `wanted` is what the file should be."""
    for signature, kind in SIGNATURES:
        if data.startswith(signature):
            raise InputError(name, f"looks like {kind}, not {wanted}", "give a text file")
    if any(data.startswith(mark) for mark, _ in BYTE_ORDER_MARKS):
        return
    head = data[:GUESS_SAMPLE]
    wide = _looks_utf16(head)
    if (head.count(0) > max(MOST_NULS, len(head) * NUL_SHARE) and not wide) or (
        not wide and len(head) - len(head.translate(None, _CONTROLS)) > len(head) * CONTROL_SHARE
    ):
        raise InputError(name, f"looks like binary data, not {wanted}", "give a text file")


def refuse_long(text: str, name: str) -> None:
    """Raises InputError when a document holds more text than is kept; never a truncation."""
    if len(text) * 4 <= TEXT_LIMIT:
        return
    size = len(text.encode("utf-8", "surrogatepass"))
    if size > TEXT_LIMIT:
        raise InputError(name, f"{size / 1e6:.1f} MB of text; limit 2 MB", "split the document")


def storable(decoded: Decoded) -> Decoded:
    """NUL and lone surrogates, which no store keeps, become U+FFFD; the length stays."""
    text, count = _UNSTORABLE.subn(REPLACEMENT, decoded.text)
    if not count:
        return decoded
    note = f"{count} character(s) that cannot be stored (NUL, lone surrogate) kept as U+FFFD"
    return Decoded(text=text, encoding=decoded.encoding, notes=(*decoded.notes, note),
                   exact=decoded.exact)  # fmt: skip


def _marked(data: bytes, name: str) -> Decoded | None:
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            text, replaced = _replacing(data[len(mark) :], encoding)
            if replaced > max(2, len(text) // 10):
                raise InputError(name, f"cannot be decoded as {encoding}", "save it as UTF-8")
            notes = (f"byte order mark of {encoding} left out", *_replaced_note(replaced))
            return Decoded(text=text, encoding=encoding, notes=notes, exact=not replaced)
    return None


def _unmarked_utf16(data: bytes) -> Decoded | None:
    """Latin text in UTF-16 without a mark, which is valid UTF-8 full of NULs."""
    if not _looks_utf16(data[:GUESS_SAMPLE]):
        return None
    encoding = "utf-16-le" if data[1:400:2].count(0) >= data[0:400:2].count(0) else "utf-16-be"
    text, replaced = _replacing(data, encoding)
    notes = (f"encoding guessed: {encoding}", *_replaced_note(replaced))
    return Decoded(text=text, encoding=encoding, notes=notes, exact=not replaced)


def _utf8(data: bytes) -> Decoded | None:
    """UTF-8, also with a few broken bytes, as long as many characters prove the encoding."""
    try:
        return Decoded(text=data.decode("utf-8"), encoding="utf-8")
    except UnicodeDecodeError:
        pass
    text, replaced = _replacing(data, "utf-8")
    proven = sum(1 for character in text if character > "\x7f") - replaced
    if proven < replaced * 10:
        return None
    return Decoded(text=text, encoding="utf-8", notes=_replaced_note(replaced), exact=False)


def _guessed(data: bytes, name: str) -> Decoded:
    encoding = _guess(data, name)
    text, replaced = _replacing(data, encoding)
    if replaced > len(text) // 20:
        raise InputError(name, "its encoding is not recognised", "save it as UTF-8")
    notes = (f"encoding guessed: {encoding}", *_replaced_note(replaced))
    return Decoded(text=text, encoding=encoding, notes=notes, exact=not replaced)


def _guess(data: bytes, name: str) -> str:
    from charset_normalizer import from_bytes  # costs more than reading a UTF-8 file

    best = from_bytes(data[:GUESS_SAMPLE]).best()
    if best is None:
        raise InputError(name, "its encoding is not recognised", "save it as UTF-8")
    return str(best.encoding)


def _looks_utf16(head: bytes) -> bool:
    """Latin text in UTF-16 without a mark: every other byte is NUL."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = max(1, len(head) // 2)
    return len(head) >= 8 and max(even, odd) > half * 0.7 and min(even, odd) < half * 0.05


def _replacing(data: bytes, encoding: str) -> tuple[str, int]:
    text = data.decode(encoding, "replace")
    try:
        own = data.count(REPLACEMENT.encode(encoding))
    except UnicodeEncodeError:
        own = 0
    return text, max(0, text.count(REPLACEMENT) - own)


def _replaced_note(replaced: int) -> tuple[str, ...]:
    return (f"{replaced} undecodable byte sequence(s) kept as U+FFFD",) if replaced else ()
