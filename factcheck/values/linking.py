"""Which of very many distinct names are spellings of one: few candidates by shared pairs of words,
then one cheap score. Never called per claim, only on names that differ.

A pair of words that too many names share says nothing and is passed over, so that the work stays
linear. A name in another script shares no words with its rendering: that takes an alias table.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

KEY_CAP = 50
"""Names that may share one pair of words before the pair is passed over."""
CUTOFF = 88.0
"""Least score, of 100, at which two names are taken for one."""
CLUSTER_CAP = 30
"""Names that one cluster may hold: beyond it, chains of likenesses join strangers."""
_MOST_WORDS = 6
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2,20}")
_WORD = re.compile(r"[^\W_]{1,40}")


@dataclass(frozen=True)
class NameLink:
    """Two names, by their places in the list, that are likely one, and how alike they are."""

    left: int
    right: int
    percent: int


@dataclass(frozen=True)
class Linked:
    """The links found, the most alike first, and how many keys were too common to be looked at."""

    links: tuple[NameLink, ...]
    passed_over: int


def link_names(names: Sequence[str], key_cap: int = KEY_CAP, cutoff: float = CUTOFF) -> Linked:
    """Likely spellings of one name among distinct names. `cutoff` is the least score (0 to 100) of
    the names with their words in alphabetical order."""
    from rapidfuzz.fuzz import ratio

    words = [_words(name) for name in names]
    spelled = [" ".join(parts) for parts in words]
    held: dict[str, list[int]] = {}
    for place, parts in enumerate(words):
        for key in _keys(parts):
            held.setdefault(key, []).append(place)
    found: dict[tuple[int, int], float] = {}
    passed_over = 0
    for places in held.values():
        if len(places) > key_cap:
            passed_over += 1
            continue
        for left, right in combinations(places, 2):
            score = ratio(spelled[left], spelled[right], score_cutoff=cutoff)
            if score:
                found[left, right] = score
    links = sorted((NameLink(left, right, int(score)) for (left, right), score in found.items()),
                   key=lambda link: (-link.percent, link.left, link.right))  # fmt: skip
    return Linked(tuple(links), passed_over)


def clusters(links: Iterable[NameLink], cap: int = CLUSTER_CAP) -> list[tuple[int, ...]]:
    """Names that links join, directly or in a chain, the surest links first; a link that would
    make a cluster larger than `cap` is left out. Reversible: the links stay as they are."""
    cluster_of: dict[int, list[int]] = {}
    for link in links:
        one = cluster_of.setdefault(link.left, [link.left])
        other = cluster_of.setdefault(link.right, [link.right])
        if one is other or len(one) + len(other) > cap:
            continue
        if len(one) < len(other):
            one, other = other, one
        one.extend(other)
        cluster_of.update(dict.fromkeys(other, one))
    return _distinct(cluster_of)


def _distinct(cluster_of: Mapping[int, list[int]]) -> list[tuple[int, ...]]:
    each = {id(members): members for members in cluster_of.values() if len(members) > 1}
    return sorted(tuple(sorted(members)) for members in each.values())


def _words(name: str) -> list[str]:
    """The words of a name, folded and without accents, in alphabetical order."""
    text = name.casefold()
    if not text.isascii():
        parts = unicodedata.normalize("NFKD", text)
        text = unicodedata.normalize("NFC", "".join(c for c in parts if not _accent(c)))
    return sorted(_WORD.findall(text))


def _accent(character: str) -> bool:
    return "\u0300" <= character <= "\u036f"


def _keys(words: Sequence[str]) -> Iterator[str]:
    """What a name may share with its other spellings: any two of its words; a lone word shares
    its beginning or its end, and in Chinese and Japanese any two characters in a row."""
    if len(words) > 1:
        for one, other in combinations(words[:_MOST_WORDS], 2):
            yield f"{one} {other}"
        return
    for word in words:
        if _WIDE.fullmatch(word):
            yield from {word[at : at + 2] for at in range(len(word) - 1)}
        elif len(word) > 4:
            yield f"{word[:4]} "
            yield f" {word[-4:]}"
        else:
            yield word
