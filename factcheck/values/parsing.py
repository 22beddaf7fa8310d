"""Text in, values with offsets out: identifiers and dates are taken first, then numbers with their
units, then the ranges and bounds that the words around them make."""

from __future__ import annotations

import re
from decimal import Decimal, localcontext

from factcheck.model import FoundValue, Quantity
from factcheck.values.dates import find_dates
from factcheck.values.folding import fold_characters
from factcheck.values.identifiers import SIZE_IN_NAME, find_identifiers
from factcheck.values.intervals import read_intervals
from factcheck.values.measures import read_measures

_KANA = re.compile("[ぁ-ヺー]")


def parse_values(
    text: str, language: str | None = None, reference: str | None = None
) -> list[FoundValue]:
    """Every quantity, range, date, year and identifier of `text`, in order, none overlapping.

    `language` (en, zh, ja) decides readings that differ between Chinese and Japanese; None finds
    it from the script of each line. `reference` is an ISO date for relative dates. Offsets are
    code points of `text`. Never raises on any text.
    """
    folded = fold_characters(text)
    with localcontext(prec=60):
        reserved = find_identifiers(folded, text)
        taken = [(r.start, r.end) for r in reserved]
        dates = [
            d for d in find_dates(folded, text, reference) if not _touches(taken, d.start, d.end)
        ]
        blocks = sorted([*taken, *((d.start, d.end) for d in dates)])
        found = [
            FoundValue(start=r.start, end=r.end, quote=text[r.start : r.end], value=r.value)
            for r in reserved if r.value is not None
        ]  # fmt: skip
        found += [
            FoundValue(start=d.start, end=d.end, quote=text[d.start : d.end], value=d.value)
            for d in dates
        ]
        found += _sizes_in_names(folded, text, [(v.start, v.end) for v in found])
        found += _numbers(folded, text, blocks, language)
    return sorted(found, key=lambda f: (f.start, f.end))


def _touches(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    from bisect import bisect_left

    index = bisect_left(spans, (start, start))
    around = spans[max(0, index - 1) : index + 2]
    return any(a < end and start < b for a, b in around)


def _sizes_in_names(folded: str, text: str, taken: list[tuple[int, int]]) -> list[FoundValue]:
    """The size in a model's name: 1.8B parameters in H2O-Danube-1.8B."""
    found = []
    for match in SIZE_IN_NAME.finditer(folded):
        before = folded[max(0, match.start() - 2) : match.start() - 1]
        if (
            not before.isascii()
            or not before.isalnum()
            or _touches(sorted(taken), match.start(), match.end())
        ):
            continue
        scale = 10**9 if match["letter"] == "B" else 10**6
        value = Decimal(match["number"]) * scale
        half = Decimal(1).scaleb(-len(match["number"].partition(".")[2])) * scale / 2
        words = text[match.start() : match.end()]
        quantity = Quantity(value=value, unit="parameter", dimension="count", low=value - half,
                            high=value + half, as_written=words)  # fmt: skip
        found.append(FoundValue(start=match.start(), end=match.end(), quote=words, value=quantity))
    return found


def _numbers(
    folded: str, text: str, blocks: list[tuple[int, int]], language: str | None
) -> list[FoundValue]:
    spoken = language or ("ja" if _KANA.search(folded) else "zh")
    measures = read_measures(folded, blocks, spoken if spoken in ("ja", "zh") else "zh")
    return read_intervals(folded, text, measures, spoken)
