"""From the bytes of a page to its source: the encoding that it declares, or the one that it has."""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck.sources.decode import BYTE_ORDER_MARKS, Decoded, decode_all, refuse_binary, storable
from factcheck.sources.reader import Raw

_CHARSET = re.compile(
    rb"<meta[^>]{0,400}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE
)
_XML_ENCODING = re.compile(rb"^\s{0,20}<\?xml[^>]{0,200}encoding=[\"']([A-Za-z0-9_.-]{2,40})")
_SUPERSETS = {
    "iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252",
    "us-ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030",
    "gb_2312-80": "gb18030", "shift_jis": "cp932", "shift-jis": "cp932", "x-sjis": "cp932",
    "sjis": "cp932", "windows-31j": "cp932", "big5": "big5hkscs", "euc-kr": "cp949",
    "utf8": "utf-8", "utf-16": "utf-8", "utf-16le": "utf-8", "utf-16be": "utf-8",
}  # fmt: skip
"""What a declared name means in browsers; a page that can declare UTF-16 is not in UTF-16."""
_CONTROLS = re.compile("[\x01-\x08\x0b\x0e-\x1f\x7f]")
_CHARSET_BYTES = 4096
_ON_THE_WEB = re.compile(
    r"utf-8|cp125[0-8]|windows-125[0-8]|iso-8859-\d{1,2}|gb18030|big5hkscs|cp932|euc-jp|"
    r"iso-2022-jp|cp949|koi8-[ru]|macintosh|tis-620"
)


def page_source(raw: Raw) -> Decoded:
    """The page's source: by its byte order mark, what it declares, else as any text. Raises
    InputError for bytes that are no text."""
    data = raw.data
    if raw.given is not None:
        return _visible(raw.given)
    refuse_binary(data, raw.name, "HTML")
    if any(data.startswith(mark) for mark, _ in BYTE_ORDER_MARKS):
        return _visible(decode_all(data, raw.name))
    head = data[:_CHARSET_BYTES]
    declared = _XML_ENCODING.match(head) or _CHARSET.search(head)
    if declared is None:
        return _visible(decode_all(data, raw.name))
    label = declared[1].decode("ascii").casefold()
    encoding = _SUPERSETS.get(label, label)
    try:
        text = data.decode(encoding) if _ON_THE_WEB.fullmatch(encoding) else None
    except UnicodeDecodeError:
        text = None
    if text is None:
        other = decode_all(data, raw.name)
        return _visible(replace(other, notes=(*other.notes, f"declared as {label}, which it is "
                                              f"not; read as {other.encoding}")))  # fmt: skip
    return _visible(storable(Decoded(text=text, encoding=encoding)))


def _visible(decoded: Decoded) -> Decoded:
    """Control characters, which the parser would drop, as U+FFFD."""
    text, count = _CONTROLS.subn("\ufffd", decoded.text)
    if not count:
        return decoded
    note = f"{count} control character(s) kept as U+FFFD"
    return replace(decoded, text=text, notes=(*decoded.notes, note))
