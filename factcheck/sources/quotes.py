"""Words found in a document, and a stored quote found again in a text that has moved.

Position first, then context, then a find that has one answer. What has none or several is an
orphan, said so by None: never a guess.
"""

from __future__ import annotations

import unicodedata

from factcheck.model import CONTEXT_CHARACTERS, Quote, fold
from factcheck.sources.document import Document

CANDIDATES = 100
"""Quotes that one search returns at most: more is no answer."""


def find(document: Document, words: str) -> list[Quote]:
    """Every place where the words stand: exactly if there is any, else folded (case, width,
    blanks). In text order, at most 100; empty when the words are blank or absent."""
    if not words.strip():
        return []
    places = _exact(document.text, words)
    if not places:
        places = _folded(document.text, words)
    return [document.quote(start, end) for start, end in places]


def reanchor(quote: Quote, document: Document) -> Quote | None:
    """The stored quote in this document's text. At its old position if the words still stand
    there; else where words and context agree; else where the words stand only once; else None."""
    text = document.text
    if text[quote.start : quote.end] == quote.exact:
        here = document.quote(quote.start, quote.end)
        if (here.prefix, here.suffix) == (quote.prefix, quote.suffix):
            return here
    places = _exact(text, quote.exact)
    if not places:
        folded = _folded(text, quote.exact)
        return document.quote(*folded[0]) if len(folded) == 1 else None
    if len(places) == 1:
        return document.quote(*places[0])
    scores = [_agreement(text, place, quote) for place in places]
    best = max(scores)
    if best > 0 and scores.count(best) == 1:
        return document.quote(*places[scores.index(best)])
    return None


def _agreement(text: str, place: tuple[int, int], quote: Quote) -> int:
    """How many characters of the stored context stand around the place, counted outwards."""
    start, end = place
    before = text[max(0, start - CONTEXT_CHARACTERS) : start]
    after = text[end : end + CONTEXT_CHARACTERS]
    return _common(before[::-1], quote.prefix[::-1]) + _common(after, quote.suffix)


def _common(one: str, other: str) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


def _exact(text: str, words: str) -> list[tuple[int, int]]:
    places: list[tuple[int, int]] = []
    at = text.find(words)
    while at >= 0 and len(places) < CANDIDATES:
        places.append((at, at + len(words)))
        at = text.find(words, at + len(words))
    return places


def _folded(text: str, words: str) -> list[tuple[int, int]]:
    """Places by folded text, with the map from folded characters back to the text's."""
    wanted = fold(words)
    if not wanted:
        return []
    pieces: list[str] = []
    origin: list[int] = []
    blank = True
    for index, character in enumerate(text):
        folded = unicodedata.normalize("NFKC", character).casefold()
        if not folded.strip():
            if not blank:
                pieces.append(" ")
                origin.append(index)
            blank = True
            continue
        blank = False
        for part in folded:
            if part.isspace():
                continue
            pieces.append(part)
            origin.append(index)
    folded_text = "".join(pieces)
    return [(origin[start], origin[end - 1] + 1) for start, end in _exact(folded_text, wanted)]
