"""The words that site systems print, and how they are looked for: a pattern of hundreds of words
would take longer to build than a short text to read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from factcheck.sources.vocabulary import table


def alternation(words: Iterable[str]) -> str:
    """A pattern of the words, the longest first; a Latin word ends where its letters do."""
    return "|".join(
        re.escape(word) + (r"(?![a-z0-9])" if _is_latin(word[-1]) else "")
        for word in _longest_first(words)
    )


def _longest_first(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(words, key=len, reverse=True))


def _is_latin(sign: str) -> bool:
    return sign.isascii() and sign.isalnum()


@dataclass(frozen=True, slots=True)
class Phrases:
    """Folded words and phrases, the longest first."""

    phrases: tuple[str, ...]

    def end(self, text: str, at: int) -> int:
        """The end of the longest phrase that stands at a place of a folded text, 0 when none
        does; a Latin word ends where its letters do."""
        if not text.startswith(self.phrases, at):
            return 0
        for phrase in self.phrases:
            if text.startswith(phrase, at):
                end = at + len(phrase)
                if not (_is_latin(phrase[-1]) and _is_latin(text[end : end + 1])):
                    return end
        return 0


WORDS = table("furniture")
SITE_WORDS = frozenset(WORDS["site"])
MENU_WORDS = SITE_WORDS | frozenset(WORDS["menu"])
HOME_WORDS = frozenset(WORDS["home"])
STATE_KEYS = frozenset(WORDS["state"])
MENUS = Phrases(_longest_first(MENU_WORDS))
APPEALS = Phrases(_longest_first(WORDS["appeal"]))
