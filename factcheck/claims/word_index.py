"""Finds many words in a text at once: one look-up a character instead of one search a word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


class WordEdges:
    """The longest of many words with which a phrase begins or ends."""

    def __init__(self, words: Iterable[str]) -> None:
        self._first: dict[str, list[str]] = {}
        self._last: dict[str, list[str]] = {}
        for word in sorted(set(words), key=lambda word: (-len(word), word)):
            self._first.setdefault(word[0], []).append(word)
            self._last.setdefault(word[-1], []).append(word)

    def beginning(self, text: str, start: int = 0) -> str | None:
        """The longest word that stands at `start`."""
        words = self._first.get(text[start : start + 1], ())
        return next((word for word in words if text.startswith(word, start)), None)

    def ending(self, phrase: str) -> str | None:
        """The longest word at the phrase's end."""
        return next((w for w in self._last.get(phrase[-1:], ()) if phrase.endswith(w)), None)


class WordIndex(Generic[T]):
    """Words with what they stand for. Words are compared as given: fold them and the text alike."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._pairs: dict[str, list[tuple[str, T]]] = {}
        self._single: dict[str, list[T]] = {}
        for word, payload in entries:
            if len(word) == 1:
                self._single.setdefault(word, []).append(payload)
            elif word:
                self._pairs.setdefault(word[:2], []).append((word, payload))
        for found in self._pairs.values():
            found.sort(key=lambda entry: -len(entry[0]))

    def find(
        self, text: str, start: int = 0, end: int | None = None
    ) -> Iterator[tuple[int, str, T]]:
        """Every place of every word in `text[start:end]`, overlapping ones too, by place and at
        one place the longest first."""
        end = len(text) if end is None else end
        pairs, single = self._pairs, self._single
        for position in range(start, end):
            found = pairs.get(text[position : position + 2])
            if found is not None:
                for word, payload in found:
                    if position + len(word) <= end and text.startswith(word, position):
                        yield position, word, payload
            if single:
                for payload in single.get(text[position], ()):
                    yield position, text[position], payload
