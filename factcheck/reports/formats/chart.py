"""The one chart of a report, as plain geometry: where the trouble is, by kind and severity."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from factcheck.model import ConflictKind, Severity
from factcheck.reports.wording import KINDS, SEVERITIES, listed

ROW_HEIGHT = 42
"""Pixels from one bar to the next: a line of text and the bar under it."""


@dataclass(frozen=True, kw_only=True)
class Piece:
    """A stretch of a bar, in per cent of the chart's width."""

    severity: Severity
    count: int
    x: str
    width: str


@dataclass(frozen=True, kw_only=True)
class Bar:
    """All standing conflicts of one kind. `top` is the row's upper edge in pixels."""

    kind: str
    total: int
    top: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, kw_only=True)
class Chart:
    """Bars on one scale. Widths are percentages and heights pixels, so that the words keep their
    size on a phone. `told` says the same in a sentence."""

    bars: tuple[Bar, ...]
    height: int
    told: str


def chart_of(by_kind: Mapping[ConflictKind, Mapping[Severity, int]]) -> Chart:
    """The chart of standing conflicts; the longest bar fills the width."""
    longest = max((sum(counts.values()) for counts in by_kind.values()), default=1)
    kinds = [kind for kind in KINDS if kind in by_kind]
    bars = tuple(
        Bar(kind=KINDS[kind], total=sum(by_kind[kind].values()), top=row * ROW_HEIGHT,
            pieces=_pieces(by_kind[kind], longest))
        for row, kind in enumerate(kinds)
    )  # fmt: skip
    told = "; ".join(
        f"{bar.kind}: {listed([f'{p.count} {SEVERITIES[p.severity].lower()}' for p in bar.pieces])}"
        for bar in bars
    )
    return Chart(bars=bars, height=len(bars) * ROW_HEIGHT, told=told)


def _pieces(counts: Mapping[Severity, int], longest: int) -> tuple[Piece, ...]:
    pieces = []
    done = 0
    for severity in SEVERITIES:
        count = counts.get(severity, 0)
        if count:
            pieces.append(Piece(severity=severity, count=count, x=_percent(done, longest),
                                width=_percent(count, longest)))  # fmt: skip
        done += count
    return tuple(pieces)


def _percent(part: int, whole: int) -> str:
    """A percentage with two decimals, by decimal arithmetic: the same on every machine."""
    return f"{(Decimal(part * 100) / Decimal(whole)).quantize(Decimal('0.01'))}%"
