"""The words that tell what a number counts: nouns at it and trigger words near it, for all
predicates of the catalogue looked up together."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from factcheck.claims.catalogue import Catalogue
from factcheck.claims.word_index import WordIndex
from factcheck.model import Language, Value

FALLBACKS = frozenset({"money", "percentage", "length", "duration", "quantity"})
"""Predicates of numbers whose role is not known."""
TOUCHING = "<"
"""Begins a near word that counts only right before the number: `高142米`."""
_BETWEEN = re.compile(
    r"(?:(?:约|大约|近|将近|达到?|为|是|有|只有|仅|不到|超过|逾|多达|至少|最多|は|が|の|約|およそ|最大|到|至)"
    r"|[ 　:：])*$"
)
"""What may stand between such a word and its number."""
_LONGEST_TOUCHING = 4
_HEDGES_EN = re.compile(
    r"(?: |by|about|around|nearly|almost|some|roughly|over|more than|less than|just|only|to|an?"
    r"|estimated|further|another|[0-9.]{1,6}%|and|or|-|–|~){1,12}"
)
_BEING = re.compile(r"(?<![a-z])(?:is|are|was|were|been|go|goes|went)(?: (?:also|now|again))? $")
_COMPARING = re.compile(
    r"[ ](?:from|on|over|since|year|compared|against|in the|last|this)(?![a-z])"
)


BARE = "bare"
"""Stands for the unit and the dimension of a number that has none."""


def _orders(pairs: Iterable[tuple[str, int]]) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for word, order in pairs:
        found.setdefault(word, set()).add(order)
    return {word: frozenset(orders) for word, orders in found.items()}


@lru_cache(maxsize=8)
def triggers_of(catalogue: Catalogue) -> Triggers:
    """The triggers of a catalogue, made once."""
    return Triggers(catalogue)


class Triggers:
    """The nouns and near words of all predicates of quantities, looked up together."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.predicates = [
            p
            for p in catalogue
            if p.value == "quantity"
            and (p.nouns or p.near or p.units or p.dimensions)
            and p.name not in FALLBACKS
        ]
        self._by_unit = _orders(
            (unit, order) for order, p in enumerate(self.predicates)
            for unit in (*p.units, *((p.unit,) if p.unit else ()),
                         *((BARE,) if p.unit == "parameter" else ()),
                         *(("model",) if p.unit == "parameter" else ()))
        )  # fmt: skip
        self._by_dimension = _orders(
            (dimension, order)
            for order, p in enumerate(self.predicates)
            for dimension in p.dimensions
        )
        self._nouns: dict[str, WordIndex[tuple[int, bool]]] = {}
        self._near: dict[str, WordIndex[int]] = {}
        self._touching: dict[str, dict[str, list[int]]] = {}
        languages: tuple[Language, ...] = ("en", "zh", "ja", "und")
        for language in languages:
            self._nouns[language] = WordIndex(
                (word.lstrip("=").lower(), (order, word.startswith("=")))
                for order, p in enumerate(self.predicates)
                for word in p.words(p.nouns, language)
            )
            self._near[language] = WordIndex(
                (word.lower(), order)
                for order, p in enumerate(self.predicates)
                for word in p.words(p.near, language)
                if not word.startswith(TOUCHING)
            )
            touching: dict[str, list[int]] = {}
            for order, p in enumerate(self.predicates):
                for word in p.words(p.near, language):
                    if word.startswith(TOUCHING):
                        touching.setdefault(word.removeprefix(TOUCHING), []).append(order)
            self._touching[language] = touching

    def by_unit(self, value: Value) -> frozenset[int]:
        """The predicates (by order) that the unit or the dimension of a value may speak for."""
        found = self._by_unit.get(getattr(value, "unit", None) or BARE, frozenset())
        return found | self._by_dimension.get(
            getattr(value, "dimension", None) or BARE, frozenset()
        )

    def nouns(self, tail: str, length: int, language: Language,
              near: dict[int, tuple[int, int]]) -> dict[int, tuple[int, int]]:  # fmt: skip
        """For each predicate (by order) its longest noun at the number, as offsets from the
        number's start. A noun written `=子` must touch the number and needs a near word."""
        best: dict[int, tuple[int, int]] = {}
        limit = min(len(tail), length + 40)
        for at, word, (order, touching) in self._nouns[language].find(tail, 1, limit):
            if at > length + 14 or (
                touching and not (length in (at, at + len(word)) and order in near)
            ):
                continue
            known = best.get(order)
            if whole_word(tail, at, word) and (known is None or len(word) > known[1] - known[0]):
                best[order] = (at, at + len(word))
        return best

    def near(self, words: str, at: int, language: Language) -> dict[int, tuple[int, int]]:
        """For each predicate its trigger word nearest to the number, before it by preference."""
        best: dict[int, tuple[int, int]] = {}
        for place, word, order in self._near[language].find(words):
            if not whole_word(words, place, word) or _is_particle(words, place, word, at):
                continue
            known = best.get(order)
            if known is None or _distance(place, at) < _distance(known[0], at):
                best[order] = (place, place + len(word))
        return best

    def touching(self, before: str, language: Language) -> dict[int, tuple[int, int]]:
        """For each predicate the word right before the number, hedges aside, as offsets in
        `before`, the words up to the number."""
        words = self._touching[language]
        hedges = _BETWEEN.search(before)
        end = hedges.start() if hedges else len(before)
        found: dict[int, tuple[int, int]] = {}
        for length in range(1, _LONGEST_TOUCHING + 1):
            for order in words.get(before[max(0, end - length) : end], ()) if words else ():
                found[order] = (end - length, end)
        return found

    def label(self, label: str, language: Language) -> dict[int, tuple[int, int]]:
        """The predicates that a field's key or a column's head names: `Parameters: 7B`."""
        if not label or len(label) > 60:
            return {}
        found = self._near[language].find(label.lower())
        return {order: (-1, -1) for _, _, order in found}


def _is_particle(words: str, place: int, word: str, at: int) -> bool:
    """Whether `up` or `down` belongs to its verb (dried up, shut down) and tells no growth: it does
    where it stands at the number (up 5%), behind `is`, or before what it is compared with."""
    if word not in ("up", "down"):
        return False
    end = place + len(word)
    return not (
        (end <= at and _HEDGES_EN.fullmatch(words, end, at))
        or _BEING.search(words, max(0, place - 12), place)
        or _COMPARING.match(words, end)
    )


def _distance(place: int, at: int) -> int:
    """How far a word is from the number; behind it counts double."""
    return at - place if place <= at else 2 * (place - at)


def whole_word(text: str, at: int, word: str) -> bool:
    """Whether the word at `at` stands alone: Latin words count only whole."""
    if not word[0].isascii() or not word[-1].isascii():
        return True
    before = text[at - 1 : at]
    after = text[at + len(word) : at + len(word) + 1]
    if word[0].isalpha() and before.isascii() and before.isalpha():
        return False
    return not (after.isascii() and after.isalpha())
