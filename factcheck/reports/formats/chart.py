"""The charts of a report as plain geometry, each with the same in words and as a table: where the
trouble is, what was done when, how far sources agree, how much of a text was read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from factcheck.model import Language
from factcheck.reports.contents import Contents, SourceView, Summary
from factcheck.reports.summary import tallies
from factcheck.reports.wording import ACCORDS, KINDS, SEVERITIES, SEVERITY_MEANINGS, listed

ROW_HEIGHT = 42
"""Pixels from one bar to the next: a line of text and the bar under it."""
COLUMN_HEIGHT = 120
"""Pixels of the highest column of a chart over time."""
BARS_MOST, COLUMNS_MOST = 10, 30
"""Bars and columns that are drawn; the table has all."""
COLUMNS_LEAST = 8
"""Columns that there is room for, also where there are fewer: a few should not fill the width."""

Tones = Mapping[str, tuple[str, str]]
"""What the pieces of a bar can be: their name in the key, and what that means, by tone."""
KIND_TONES: Tones = {
    **{severity: (label, SEVERITY_MEANINGS[severity]) for severity, label in SEVERITIES.items()},
    "settled": ("Settled", "decided or dismissed"),
}
WORK_TONES: Tones = {
    "ruled": ("Conflicts ruled on", ""),
    "accepted": ("Corrections accepted", "not yet in the text"),
    "applied": ("Corrections applied", "they are in the text"),
    "published": ("Corrections published", ""),
    "rejected": ("Corrections rejected", ""),
}
ACCORD_TONES: Tones = {
    accord: (words.replace("the sources ", "").capitalize(), "")
    for accord, words in ACCORDS.items()
}
COVERAGE_TONES: Tones = {
    "left": ("Not tied", "to a statement"),
    "aside": ("Set aside", "for a stated reason"),
    "claimed": ("Claimed", "became part of a claim"),
}


@dataclass(frozen=True, kw_only=True)
class Piece:
    """A stretch of a bar or a column, from `at`, `size` long: in per cent of the chart's width, or
    in pixels of its height."""

    tone: str
    count: int
    at: str
    size: str


@dataclass(frozen=True, kw_only=True)
class Bar:
    """One row or column. `at` is its upper edge in pixels, or its left one in per cent."""

    label: str
    language: Language
    total: int
    at: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, kw_only=True)
class Chart:
    """Bars on one scale, lying or `upright`. Widths are percentages and heights pixels, so that the
    words keep their size on a phone. `told` says the same in a sentence, `rows` as a table whose
    columns are the tones of `key` (tone, its name, its meaning, its sum). `hidden` rows are only
    there."""

    name: str
    title: str
    upright: bool
    bars: tuple[Bar, ...]
    height: int
    width: str
    told: str
    key: tuple[tuple[str, str, str, int], ...]
    rows: tuple[tuple[str, Language, tuple[int, ...]], ...]
    hidden: int


Counted = tuple[str, Language, Mapping[str, int]]
"""A row of a chart: its label, that label's language, counts by tone."""


def charts_of(contents: Contents) -> tuple[Chart, ...]:
    """The charts that have something to show, in the order of the report."""
    known = {view.source.slug: view for view in contents.sources}
    summary = contents.summary
    drawn = (
        _chart("kinds", "Conflicts by kind and severity", _kinds(summary), KIND_TONES),
        _chart("work", "What was decided, and when",
               [(one.label, "und", one.counts) for one in summary.timeline], WORK_TONES,
               upright=True),
        _chart("accord", "Do the sources agree?",
               [(one.title, known[one.source].source.language if one.source in known else "und",
                 {str(accord): count for accord, count in one.counts.items()})
                for one in summary.accords], ACCORD_TONES),
        _chart("coverage", "How much of each text was read",
               _coverage(contents.sources), COVERAGE_TONES),
    )  # fmt: skip
    # one day, or one year, is no development
    return tuple(chart for chart in drawn if len(chart.rows) > (1 if chart.upright else 0))


def _kinds(summary: Summary) -> list[Counted]:
    rows: list[Counted] = []
    for kind, label in KINDS.items():
        counts = {str(severity): n for severity, n in summary.by_kind.get(kind, {}).items()}
        counts["settled"] = summary.settled_by_kind.get(kind, 0)
        if any(counts.values()):
            rows.append((label, "und", counts))
    return rows


def _coverage(sources: Iterable[SourceView]) -> list[Counted]:
    """The sources by how much of them was not tied to a statement, most first."""
    rows: list[Counted] = []
    for view in sources:
        every = [tally for _, tally in tallies(view.coverage)]
        counts = {"left": sum(t.left for t in every), "claimed": sum(t.claimed for t in every),
                  "aside": sum(count for t in every for _, count in t.set_aside)}  # fmt: skip
        if any(counts.values()):
            rows.append((view.source.title or view.source.slug, view.source.language, counts))
    return sorted(rows, key=lambda row: (-row[2]["left"], -row[2]["aside"], row[0]))


def _chart(
    name: str, title: str, counted: Sequence[Counted], tones: Tones, *, upright: bool = False
) -> Chart:
    # of a chart over time the last periods are drawn, of others the first rows
    shown = counted[-COLUMNS_MOST:] if upright else counted[:BARS_MOST]
    longest = max((sum(counts.values()) for _, _, counts in shown), default=1)
    draw = _column if upright else _bar
    room = max(len(shown), COLUMNS_LEAST)
    bars = tuple(draw(row, place, room, longest, tones) for place, row in enumerate(shown))
    sums = {tone: sum(counts.get(tone, 0) for _, _, counts in counted) for tone in tones}
    used = [tone for tone in tones if sums[tone]]
    rows = tuple((label, language, tuple(counts.get(tone, 0) for tone in used))
                 for label, language, counts in counted)  # fmt: skip
    return Chart(
        name=name, title=title, upright=upright, bars=bars, rows=rows,
        height=COLUMN_HEIGHT if upright else len(bars) * ROW_HEIGHT,
        width=_percent(Decimal("0.7"), room),
        told="; ".join(f"{bar.label}: {_listed(bar.pieces, tones)}" for bar in bars),
        key=tuple((tone, *tones[tone], sums[tone]) for tone in used),
        hidden=len(rows) - len(bars),
    )  # fmt: skip


def _listed(pieces: Iterable[Piece], tones: Tones) -> str:
    return listed([f"{piece.count} {tones[piece.tone][0].lower()}" for piece in pieces]) or "none"


def _bar(row: Counted, place: int, rows: int, longest: int, tones: Tones) -> Bar:
    label, language, counts = row
    pieces, done = [], 0
    for tone in tones:
        if count := counts.get(tone, 0):
            pieces.append(Piece(tone=tone, count=count, at=_percent(done, longest),
                                size=_percent(count, longest)))  # fmt: skip
            done += count
    return Bar(label=label, language=language, total=done, at=str(place * ROW_HEIGHT),
               pieces=tuple(pieces))  # fmt: skip


def _column(row: Counted, place: int, columns: int, longest: int, tones: Tones) -> Bar:
    label, language, counts = row
    pieces, done = [], 0
    for tone in tones:
        if count := counts.get(tone, 0):
            done += count
            pieces.append(Piece(tone=tone, count=count,
                                at=_pixels(longest - done, longest),
                                size=_pixels(count, longest)))  # fmt: skip
    return Bar(label=label, language=language, total=done, at=_percent(place, columns),
               pieces=tuple(pieces))  # fmt: skip


def _percent(part: int | Decimal, whole: int) -> str:
    """A percentage with two decimals, by decimal arithmetic: the same on every machine."""
    return f"{(Decimal(part) * 100 / Decimal(whole)).quantize(Decimal('0.01'))}%"


def _pixels(part: int, whole: int) -> str:
    return str((Decimal(part) * COLUMN_HEIGHT / Decimal(whole)).quantize(Decimal("0.01")))
