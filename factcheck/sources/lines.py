"""The lines of a text with their offsets: what every block of plain text is cut from."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

NEWLINE = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
SENTENCE_ENDS = frozenset("。．.!?！？…‥｡")
CLOSERS = frozenset("」』）)】》〉”’\"'］]｝}〕›»")
COLONS = frozenset(":：︰")
COMMAS = frozenset(",，、;；､")
HEAD = 400
"""Characters of a line's beginning that are matched for markers, so that no line is too long."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: `start` to `end` without surrounding blanks, the blanks before it,
    and whether an empty line (or nothing) stands before it."""

    start: int
    end: int
    text: str
    indent: int
    after_blank: bool

    @property
    def head(self) -> str:
        return self.text[:HEAD]


def lines_of(text: str, start: int = 0, end: int | None = None) -> list[Line]:
    """The lines of `text[start:end]` that hold anything but blanks, in order."""
    stop = len(text) if end is None else end
    found: list[Line] = []
    after_blank = True
    position = start
    while position <= stop:
        newline = NEWLINE.search(text, position, stop)
        line_end = newline.start() if newline else stop
        body = text[position:line_end]
        stripped = body.strip()
        if stripped:
            indent = len(body) - len(body.lstrip())
            begin = position + indent
            found.append(Line(begin, begin + len(stripped), stripped, indent, after_blank))
        after_blank = not stripped
        if newline is None:
            break
        position = newline.end()
    return found


def ends_sentence(text: str) -> bool:
    """Whether the text closes as a sentence does, closing quotes and brackets aside."""
    return last_mark(text) in SENTENCE_ENDS


def last_mark(text: str) -> str:
    """The last character before closing quotes and brackets, or an empty string."""
    for character in reversed(text[-12:]):
        if character not in CLOSERS and not character.isspace():
            return character
    return ""


def width(text: str) -> int:
    """Columns on a screen: a wide character takes two."""
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def is_rule(text: str) -> bool:
    """Whether a line separates and says nothing: `//`, `---`, `* * *`."""
    return not any(character.isalnum() for character in text)
