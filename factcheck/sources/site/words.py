"""The words that site systems print, and how they are looked for: a pattern of hundreds of words
would take longer to build than a short text to read."""

from __future__ import annotations

import re
from collections.abc import Iterable

from factcheck.sources.vocabulary import table


def alternation(words: Iterable[str]) -> str:
    """A pattern of the words, the longest first; a Latin word ends where its letters do."""
    return "|".join(
        re.escape(word) + (r"(?![a-z0-9])" if _is_latin(word[-1]) else "")
        for word in sorted(words, key=len, reverse=True)
    )


def _is_latin(sign: str) -> bool:
    return sign.isascii() and sign.isalnum()


class Phrases:
    """Folded words and phrases, found by their lengths."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self.phrases = frozenset(phrases)
        self.lengths = sorted({len(phrase) for phrase in self.phrases}, reverse=True)

    def end(self, text: str, at: int) -> int:
        """The end of the longest phrase that stands at a place of a folded text, 0 when none
        does; a Latin word ends where its letters do."""
        for length in self.lengths:
            end = at + length
            if (
                end <= len(text)
                and text[at:end] in self.phrases
                and not (_is_latin(text[end - 1 : end]) and _is_latin(text[end : end + 1]))
            ):
                return end
        return 0


WORDS = table("furniture")
SITE_WORDS = frozenset(WORDS["site"])
MENU_WORDS = SITE_WORDS | frozenset(WORDS["menu"])
HOME_WORDS = frozenset(WORDS["home"])
STATE_KEYS = frozenset(WORDS["state"])
MENUS = Phrases(MENU_WORDS)
APPEALS = Phrases(WORDS["appeal"])
