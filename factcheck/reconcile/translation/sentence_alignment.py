"""Pairs the sentences of two passages: monotone dynamic programming over what a translation keeps
(numbers, Latin words, identifiers), the order, and the length. The band is of fixed width, so the
work grows with the length of the text and not with its square."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.reconcile.translation.alignment import Bead, Passage
from factcheck.reconcile.translation.figures import figures
from factcheck.sources import sentences
from factcheck.sources.document import Span

BAND = 24
"""Sentences that an alignment may drift from the diagonal."""
STEPS = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (2, 2), (1, 0), (0, 1))
_STEP_COST = {(1, 1): 0.0, (1, 2): 0.7, (2, 1): 0.7, (1, 3): 1.5, (3, 1): 1.5, (2, 2): 1.4,
              (1, 0): 2.6, (0, 1): 2.6}  # fmt: skip
_ANCHOR = re.compile(r"[A-Za-z][A-Za-z0-9]{1,30}|\d{1,12}(?:[.,]\d{1,6}){0,4}")
_LEAST = 1e-9


@dataclass(frozen=True)
class _Unit:
    """A sentence as the aligner sees it."""

    span: Span
    anchors: frozenset[str]
    width: int


def align_sentences(original: Passage, translation: Passage) -> tuple[Bead, ...]:
    """The beads that cover both passages in order."""
    return align_units(_units(original), _units(translation))


def align_units(left: Sequence[_Unit], right: Sequence[_Unit]) -> tuple[Bead, ...]:
    """The cheapest monotone pairing of two rows of sentences within the band."""
    if not left or not right:
        return ()
    ratio = sum(u.width for u in right) / max(1, sum(u.width for u in left))
    slope = len(right) / len(left)
    best: list[dict[int, tuple[float, tuple[int, int]]]] = [{} for _ in range(len(left) + 1)]
    best[0][0] = (0.0, (0, 0))
    for i in range(len(left) + 1):
        middle = int(i * slope)
        for j in range(max(0, middle - BAND), min(len(right), middle + BAND) + 1):
            if (i, j) == (0, 0):
                continue
            choice = _cheapest(best, left, right, (i, j), ratio)
            if choice:
                best[i][j] = choice
    return _trace(best, left, right)


def _cheapest(
    best: Sequence[dict[int, tuple[float, tuple[int, int]]]],
    left: Sequence[_Unit], right: Sequence[_Unit], at: tuple[int, int], ratio: float,
) -> tuple[float, tuple[int, int]] | None:  # fmt: skip
    i, j = at
    found: tuple[float, tuple[int, int]] | None = None
    for step in STEPS:
        a, b = i - step[0], j - step[1]
        before = best[a].get(b) if a >= 0 and b >= 0 else None
        if before is None:
            continue
        cost = before[0] + _STEP_COST[step] + _pair_cost(left[a:i], right[b:j], ratio)
        if found is None or cost < found[0] - _LEAST:
            found = (cost, step)
    return found


def _pair_cost(left: Sequence[_Unit], right: Sequence[_Unit], ratio: float) -> float:
    """Low for pairs that share what a translation keeps and whose lengths fit."""
    if not left or not right:
        return 0.0
    width_left = sum(u.width for u in left)
    width_right = sum(u.width for u in right)
    length = abs(math.log((width_right + 8) / (width_left * ratio + 8)))
    anchors_left = frozenset[str]().union(*(u.anchors for u in left))
    anchors_right = frozenset[str]().union(*(u.anchors for u in right))
    shared = len(anchors_left & anchors_right)
    fewer = min(len(anchors_left), len(anchors_right))
    missed = (fewer - shared) * 0.4 if fewer else 0.0
    return 1.2 * length + missed - 0.9 * min(shared, 6)


def _trace(
    best: Sequence[dict[int, tuple[float, tuple[int, int]]]],
    left: Sequence[_Unit], right: Sequence[_Unit],
) -> tuple[Bead, ...]:  # fmt: skip
    i, j = len(left), len(right)
    beads = []
    while (i, j) != (0, 0):
        step = best[i][j][1]
        a, b = i - step[0], j - step[1]
        beads.append(Bead(original=_span(left, a, i), translation=_span(right, b, j)))
        i, j = a, b
    return tuple(reversed(beads))


def _span(units: Sequence[_Unit], first: int, last: int) -> Span:
    if first < last:
        return Span(start=units[first].span.start, end=units[last - 1].span.end)
    edge = units[first].span.start if first < len(units) else units[-1].span.end
    return Span(start=edge, end=edge)


def _units(passage: Passage) -> list[_Unit]:
    """The sentences of the passage; a line break ends a sentence as a full stop does."""
    text = passage.document.text
    units = []
    for start, end in _pieces(passage):
        words = text[start:end]
        folded = unicodedata.normalize("NFKC", words).casefold()
        numbers = figures(text, start, end, passage.language)
        anchors = frozenset((
            *(found.group() for found in _ANCHOR.finditer(folded)),
            *(f"= {f.value.normalize()}" for f in numbers if f.strong and f.magnitude != 1),
        ))  # fmt: skip
        width = sum(2 if letter > "\u2e7f" else 1 for letter in words)
        units.append(_Unit(Span(start=start, end=end), anchors, width))
    return units


def _pieces(passage: Passage) -> list[tuple[int, int]]:
    found = sentences(passage.document.text, passage.span.start, passage.span.end)
    return [(piece.start, piece.end) for piece in found if piece.end > piece.start]
