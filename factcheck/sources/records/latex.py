"""LaTeX in bibliographies to plain characters: accents and ligatures here, the rest by a library.

Nearly every value needs only accents, and the library takes a millisecond for each value.
"""

from __future__ import annotations

import re
import unicodedata

COMBINING = {
    '"': "\u0308", "'": "\u0301", "`": "\u0300", "^": "\u0302", "~": "\u0303", "=": "\u0304",
    ".": "\u0307", "u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "d": "\u0323",
    "b": "\u0331", "r": "\u030a", "k": "\u0328",
}  # fmt: skip
LETTERS = {
    "L": "Ł", "l": "ł", "O": "Ø", "o": "ø", "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ",
    "aa": "å", "AA": "Å", "i": "ı", "j": "ȷ", "dh": "ð", "th": "þ", "textendash": "–",
    "textemdash": "—", "textquoteright": "’", "ldots": "…", "dots": "…",
}  # fmt: skip
_ACCENT = re.compile(
    r"\{?\\(?:(?P<sign>[\"'`^~=.])[ \t]{0,4}|(?P<word>[uvHcdbrk])(?:[ \t]{1,4}|(?=\{)))"
    r"(?:\{(?P<braced>\\?[A-Za-z])\}|(?P<bare>\\?[A-Za-z]))\}?"
)
_LETTER = re.compile(
    r"\\(?P<name>" + "|".join(sorted(LETTERS, key=len, reverse=True)) + r")(?![A-Za-z])[ \t]{0,4}"
)
_ESCAPED = re.compile(r"\\(?P<sign>[&%_#{}$ ])")
_BRACES = re.compile(r"[{}]")
_BLANKS = re.compile(r"\s{1,400}")


def plain(written: str) -> str:
    """The value in plain characters, blanks collapsed, grouping braces left out."""
    value = written
    if "\\" in value:
        value = _LETTER.sub(_letter, _ACCENT.sub(_accented, value))
        value = _ESCAPED.sub(lambda match: match["sign"], value) if "$" not in value else value
    if "\\" in value or "$" in value:
        value = _by_library(value)
    elif "~" in value or "--" in value:
        value = value.replace("---", "—").replace("--", "–").replace("~", " ")
    return _BLANKS.sub(" ", _BRACES.sub("", value)).strip()


def _accented(match: re.Match[str]) -> str:
    letter = (match["braced"] or match["bare"]).lstrip("\\")
    mark = COMBINING[match["sign"] or match["word"]]
    whole = match[0]
    composed = unicodedata.normalize("NFC", letter + mark)
    opened, closed = whole.startswith("{"), whole.endswith("}") and not match["braced"]
    closed = closed or (match["braced"] is not None and whole.endswith("}}"))
    return (
        ("{" if opened and not closed else "") + composed + ("}" if closed and not opened else "")
    )


def _letter(match: re.Match[str]) -> str:
    return LETTERS[match["name"]]


def _by_library(value: str) -> str:
    from bibtexparser.library import Library
    from bibtexparser.middlewares import LatexDecodingMiddleware
    from bibtexparser.model import Entry, Field

    library = Library([Entry("misc", "x", [Field("value", value)])])
    decoded = LatexDecodingMiddleware().transform(library)
    return str(decoded.entries[0]["value"]) if decoded.entries else value
