"""How a name is met in another script: Han characters in pinyin, katakana and Latin letters by
the consonants that both keep. A spelling is evidence, no proof."""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.values.names import consonants
from factcheck.values.romanised import from_kana, is_pinyin, readings

_HAN = re.compile(r"[\u4e00-\u9fff]{2,6}")
_KANA = re.compile(r"[ァ-ヺー・]{3,30}")
_BUSINESS = re.compile(
    r"(?<=[\u4e00-\u9fff]{2})(?:科技|电子|乳业|银行|汽车|医药|制药|能源|资本|传媒|航天|航空|生物|食品|钢铁|化工|"
    r"地产|保险|证券|物流|电力|重工|服饰|教育|软件|半导体|新能源|实业|投资|控股)$"
)
"""What a firm does, at the end of its Chinese name."""
_LEAST = 4
"""Consonants that make a name recognisable."""


@lru_cache(maxsize=8192)
def other_spellings(stem: str) -> frozenset[str]:
    """Keys that a name shares with its renderings in other scripts; none for most names."""
    bare = _BUSINESS.sub("", stem)
    if _HAN.fullmatch(bare):
        return frozenset({f"pinyin {_pinyin(bare)}"})
    if _KANA.fullmatch(stem):
        return _sounds(from_kana(stem.replace("・", "")))
    if not stem.isascii():
        return frozenset()
    words = stem.split()
    spelt = {f"pinyin {word}" for word in words[:1] if len(word) > _LEAST and is_pinyin(word)}
    return frozenset(spelt) | _sounds("".join(words))


def _pinyin(han: str) -> str:
    return "".join((readings(character) or ("",))[0] for character in han)


def _sounds(letters: str) -> frozenset[str]:
    kept = consonants(letters)
    return frozenset({f"sounds {kept}"}) if len(kept) >= _LEAST else frozenset()
