"""Text in, values with offsets out: identifiers and dates are taken first, then numbers with their
units, then the ranges and bounds that the words around them make."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from decimal import Decimal, localcontext

from factcheck.model import FoundValue, Quantity, Value
from factcheck.values.dates import find_dates
from factcheck.values.folding import fold_characters
from factcheck.values.hidden import placed_back, without_hidden
from factcheck.values.identifiers import SIZE_IN_NAME, find_identifiers
from factcheck.values.intervals import read_intervals
from factcheck.values.measures import read_measures
from factcheck.values.ordinal_ranges import ordinal_ranges
from factcheck.values.scan import lost_powers

Span = tuple[int, int]
_KANA = re.compile("[ぁ-ヺ]")
_HAN = re.compile("[一-鿿]")
_PRECISION = 60
"""Digits that arithmetic keeps: more than a value may have, so that nothing is rounded."""


def parse_values(
    text: str, language: str | None = None, reference: str | None = None
) -> list[FoundValue]:
    """Every quantity, range, date, year and identifier of `text`, in order, none overlapping.

    `language` (en, zh, ja) decides the few readings that differ between Chinese and Japanese;
    None takes it from the script of each line. `reference` is an ISO date for relative dates
    (去年); without one they stay open. Offsets are code points of `text`; characters that nobody
    sees are looked through. Raises nothing.
    """
    hidden = without_hidden(text)
    if hidden is None:
        return _parsed(text, language, reference)
    seen, places = hidden
    return placed_back(_parsed(seen, language, reference), text, places)


def _parsed(text: str, language: str | None, reference: str | None) -> list[FoundValue]:
    folded = fold_characters(text)
    with localcontext(prec=_PRECISION):
        reserved = find_identifiers(folded, text)
        found = [_found(text, r.start, r.end, r.value) for r in reserved if r.value is not None]
        named = merged([(f.start, f.end) for f in found])
        found += [
            _found(text, d.start, d.end, d.value)
            for d in find_dates(folded, text, reference) if not _touches(named, d.start, d.end)
        ]  # fmt: skip
        named = merged([(f.start, f.end) for f in found])
        found += _sizes_in_names(folded, text, named) + _lost_powers(text, named)
        found += [r for r in ordinal_ranges(folded, text) if not _touches(named, r.start, r.end)]
        blocks = merged([*((f.start, f.end) for f in found), *((r.start, r.end) for r in reserved)])
        measures = read_measures(folded, blocks, _languages(folded, language))
        found += read_intervals(folded, text, measures, blocks)
    return sorted(found, key=lambda f: (f.start, f.end))


def _found(text: str, start: int, end: int, value: Value) -> FoundValue:
    return FoundValue(start=start, end=end, quote=text[start:end], value=value)


def merged(spans: list[Span]) -> list[Span]:
    """The spans in order, overlapping ones made one."""
    result: list[Span] = []
    for start, end in sorted(spans):
        if result and start < result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return result


def _touches(spans: list[Span], start: int, end: int) -> bool:
    """Whether one of the sorted, disjoint spans overlaps this one."""
    index = bisect_right(spans, (end, 0)) - 1
    return index >= 0 and spans[index][1] > start and spans[index][0] < end


def _sizes_in_names(folded: str, text: str, named: list[Span]) -> list[FoundValue]:
    """The size in a model's name: 1.8B parameters in H2O-Danube-1.8B."""
    found = []
    for match in SIZE_IN_NAME.finditer(folded):
        before = folded[max(0, match.start() - 2) : match.start() - 1]
        if not (before.isascii() and before.isalnum()) or _touches(named, *match.span()):
            continue
        scale = 10**9 if match["letter"] == "B" else 10**6
        value = Decimal(match["number"]) * scale
        half = Decimal(1).scaleb(-len(match["number"].partition(".")[2])) * scale / 2
        quantity = Quantity(
            value=value, unit="parameter", dimension="count", low=value - half, high=value + half,
            as_written=text[match.start() : match.end()],
        )  # fmt: skip
        found.append(_found(text, match.start(), match.end(), quantity))
    return found


def _lost_powers(text: str, named: list[Span]) -> list[FoundValue]:
    return [
        _found(text, start, end, Quantity(value=Decimal(10) ** power, as_written=text[start:end]))
        for start, (end, power) in lost_powers(text).items()
        if power >= -30 and not _touches(named, start, end)
    ]


def _languages(folded: str, language: str | None) -> Callable[[int], str]:
    """The language at an offset: as given, or ja for lines with kana, and for lines without any
    in a text that is Japanese on the whole; zh for other Han text and where it does not matter."""
    if language is not None:
        spoken = "ja" if language == "ja" else "zh"
        return lambda offset: spoken
    kana = len(_KANA.findall(folded))
    rest = "ja" if kana * 10 > len(_HAN.findall(folded)) and kana else "zh"
    if rest == "ja":
        return lambda offset: "ja"
    starts, languages = [0], []
    for line in folded.split("\n"):
        languages.append("ja" if _KANA.search(line) else rest)
        starts.append(starts[-1] + len(line) + 1)
    return lambda offset: languages[bisect_right(starts, offset) - 1]
