"""Ranges of ranks in English: `between the third and the seventh`, `from 10th to 15th place`. An
ordinal alone is no number; two that bound something are."""

# ruff: noqa: E501 - patterns stay one entry to a line

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from factcheck.model import FoundValue, Range
from factcheck.values.english import ORDINALS, TENS

_WORD = rf"(?:(?:{'|'.join(TENS)})-)?(?:{'|'.join(ORDINALS)})|[0-9]{{1,4}}(?:st|nd|rd|th)"
_PAIR = re.compile(
    rf"(?<![A-Za-z0-9])(?:between|from)[ ](?:the[ ])?(?P<low>{_WORD})(?P<rank>[ ](?:place|position|rank))?[ ](?:and|to|through)[ ](?:the[ ])?(?P<high>{_WORD})"
    r"(?:[ ](?:place|position|rank)s?)?(?![A-Za-z0-9-])(?![ ](?:century|centuries|of[ ][A-Z]|january|february|march|april|may|june|july|august|september|october|november|december))",
    re.IGNORECASE,
)  # fmt: skip


def ordinal_ranges(folded: str, original: str) -> Iterator[FoundValue]:
    """Every range of ranks in folded text, in order; days of a month and centuries are none."""
    for match in _PAIR.finditer(folded):
        low, high = _rank(match["low"]), _rank(match["high"])
        if low < high:
            start, end = match.span()
            words = original[start:end]
            value = Range(
                min=Decimal(low), max=Decimal(high), unit="rank", dimension="rank", as_written=words
            )
            yield FoundValue(start=start, end=end, quote=words, value=value)


def _rank(words: str) -> int:
    if words[0].isdigit():
        return int(words[:-2])
    tens, _, ones = words.lower().rpartition("-")
    return TENS.get(tens, 0) + ORDINALS[ones]
