"""Characters that a reader cannot see, made visible: a report must not be fooled by its quotes."""

from __future__ import annotations

import re
import unicodedata

_ZERO_WIDTH_JOINER = "\u200d"
_BLANK_LETTERS = frozenset("\u115f\u1160\u3164\uffa0\u2800\u180e")
"""Letters and symbols that print nothing: Hangul fillers, the empty Braille cell, and so on."""
_KEPT_CONTROLS = frozenset("\n\t")
_HIDDEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_CANDIDATE = re.compile(
    r"[\x00-\x1f\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u115f\u1160\u180e\u200b-\u200f"
    r"\u2028-\u202e\u2060-\u206f\u2800\u3164\ud800-\udfff\ufeff\uffa0\ufff0-\uffff"
    r"\U000110bd\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f]"
)


def visible(text: str) -> str:
    """The text with bidirectional, invisible and control characters as `⟨U+202E⟩`.

    Line feeds and tabs stay, CR LF becomes a line feed, and a joiner inside an emoji stays, since
    it is seen. Never raises, also not for lone surrogates, and what comes out can be encoded.
    """
    if not _CANDIDATE.search(text):
        return text
    text = text.replace("\r\n", "\n")
    return _CANDIDATE.sub(lambda match: _shown(text, match.start()), text)


def _shown(text: str, offset: int) -> str:
    character = text[offset]
    if character in _KEPT_CONTROLS or _joins_emoji(text, offset):
        return character
    hidden = (
        unicodedata.category(character) in _HIDDEN_CATEGORIES
        or character in _BLANK_LETTERS
        or ("\ufff0" <= character <= "\uffff" and not "\ufffc" <= character <= "\ufffd")
    )
    return f"⟨U+{ord(character):04X}⟩" if hidden else character


def _joins_emoji(text: str, offset: int) -> bool:
    follower = text[offset + 1 : offset + 2]
    return (
        text[offset] == _ZERO_WIDTH_JOINER
        and offset > 0
        and follower != ""
        and unicodedata.category(follower) == "So"
    )
