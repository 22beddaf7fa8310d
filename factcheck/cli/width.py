"""How wide text is on a terminal: Chinese and Japanese characters take two columns, combining
marks none. Cutting and wrapping go by columns, so that tables and markers line up."""

from __future__ import annotations

import unicodedata

ELLIPSIS = "…"
_INVISIBLE = frozenset(("Mn", "Me", "Cf"))


def character_width(character: str) -> int:
    """Columns of one character: 0, 1 or 2."""
    if character < "\x7f":
        return 1
    if unicodedata.category(character) in _INVISIBLE:
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def display_width(text: str) -> int:
    """Columns that a line of text takes on a terminal."""
    return len(text) if text.isascii() else sum(map(character_width, text))


def pad(text: str, columns: int) -> str:
    """The text with blanks up to the given width."""
    return text + " " * (columns - display_width(text))


def clip(text: str, columns: int) -> str:
    """The text cut to the given width, an ellipsis in its last column when something was cut."""
    if display_width(text) <= columns:
        return text
    return head(text, columns - 1) + ELLIPSIS


def clip_front(text: str, columns: int) -> str:
    """The text cut to the given width at its beginning."""
    if display_width(text) <= columns:
        return text
    return ELLIPSIS + tail(text, columns - 1)


def head(text: str, columns: int) -> str:
    """As much of the text's beginning as fits into the given width."""
    used = 0
    for index, character in enumerate(text):
        used += character_width(character)
        if used > columns:
            return text[:index]
    return text


def tail(text: str, columns: int) -> str:
    """As much of the text's end as fits into the given width."""
    used = 0
    for index in range(len(text) - 1, -1, -1):
        used += character_width(text[index])
        if used > columns:
            return text[index + 1 :]
    return text


def wrap(text: str, columns: int, indent: str = "") -> list[str]:
    """The text in lines of at most the given width, broken at blanks or between wide characters;
    every line after the first begins with the indent."""
    lines: list[str] = []
    line = ""
    for piece in _pieces(text):
        start = indent if lines else ""
        if line.strip() and display_width(start + line + piece.rstrip()) > columns:
            lines.append((start + line).rstrip())
            line = piece.lstrip()
        else:
            line += piece
    lines.append(((indent if lines else "") + line).rstrip())
    return lines


def _pieces(text: str) -> list[str]:
    """Words with their trailing blanks; wide characters each by themselves, closing punctuation
    left with what it closes."""
    pieces: list[str] = []
    open_piece = False
    for character in text:
        wide = character_width(character) == 2
        closing = wide and unicodedata.category(character) in ("Pe", "Pf", "Po")
        if pieces and (closing or (open_piece and not wide)):
            pieces[-1] += character
        else:
            pieces.append(character)
        open_piece = character != " " and not wide
    return pieces
