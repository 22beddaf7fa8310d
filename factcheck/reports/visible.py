"""Characters that a reader cannot see, made visible: a report must not be fooled by its quotes."""

from __future__ import annotations

import re
import unicodedata

_HIDDEN = (
    (0x00, 0x08), (0x0B, 0x1F), (0x7F, 0x9F), (0xAD, 0xAD),  # controls, soft hyphen
    (0x0600, 0x0605), (0x061C, 0x061C), (0x06DD, 0x06DD), (0x070F, 0x070F),
    (0x115F, 0x1160), (0x3164, 0x3164), (0xFFA0, 0xFFA0),  # Hangul fillers: letters without ink
    (0x180E, 0x180E), (0x200B, 0x200F), (0x2028, 0x202E), (0x2060, 0x206F), (0x2800, 0x2800),
    (0xD800, 0xDFFF), (0xFEFF, 0xFEFF), (0xFFF0, 0xFFFB), (0xFFFE, 0xFFFF),
    (0x110BD, 0x110BD), (0x110CD, 0x110CD), (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A),
    (0xE0000, 0xE007F),  # tags
)  # fmt: skip
"""First and last code points of what is never seen: controls, directions, joiners, fillers, halves
of surrogate pairs, and points that are no characters."""
_CANDIDATES = re.compile(
    "["
    + "".join(f"{re.escape(chr(first))}-{re.escape(chr(last))}" for first, last in _HIDDEN)
    + "]"
)
_SHOWN = {point: f"⟨U+{point:04X}⟩" for first, last in _HIDDEN for point in range(first, last + 1)}
_JOINER = "\u200d"
_EMOJI_JOINER = re.compile(f"(?<=[^ -~\\s{_JOINER}]){_JOINER}(?=([^ -~\\s{_JOINER}]))")
_BLANKS = str.maketrans({" ": "␣", "\u3000": "␣", "\xa0": "␣", "\t": "⇥", "\n": "↵"})
_STAND_IN = "\ufdd0"
"""A code point that no text may hold, for joiners that stay while the others are shown."""


def visible(text: str) -> str:
    """The text with bidirectional, invisible and control characters as `⟨U+202E⟩`.

    Line feeds and tabs stay, CR LF becomes a line feed, and a joiner inside an emoji stays, since
    it is seen. Never raises, also not for lone surrogates, and what comes out can be encoded.
    """
    if not _CANDIDATES.search(text):
        return text
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    if _JOINER not in text or _STAND_IN in text:
        return text.translate(_SHOWN)
    kept = _EMOJI_JOINER.sub(_kept_joiner, text)
    return kept.translate(_SHOWN).replace(_STAND_IN, _JOINER)


def ink(text: str) -> str:
    """Words that are marked or changed, as they are; where they are nothing but blanks, signs for
    the blanks (`␣`, `⇥`, `↵`), since a mark around nothing shows nothing."""
    if text.strip(" \t\r\n\u3000\xa0"):
        return text
    return text.replace("\r\n", "\n").translate(_BLANKS)


def _kept_joiner(match: re.Match[str]) -> str:
    return _STAND_IN if unicodedata.category(match[1]) == "So" else _JOINER
