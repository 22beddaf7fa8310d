"""FC301 and FC303: numbers that a translation changed, and two renderings that disagree."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from factcheck.model import Conflict, Severity
from factcheck.reconcile.rules.building import Finding, conflict, side, suggest
from factcheck.reconcile.rules.interface import Case, RuleDoc
from factcheck.reconcile.rules.rendered_terms import different_terms
from factcheck.reconcile.rules.unit_changes import Measure, changed_units
from factcheck.reconcile.translation.alignment import Alignment, Bead, Passage
from factcheck.reconcile.translation.figures import Figure, figures
from factcheck.reconcile.translation.number_words import rewritten, spaced, times
from factcheck.reconcile.translation.termbase import TermHit

CHANGED = RuleDoc(
    code="FC301", version=3, kind="translation", severity="high",
    title="a number, date or unit changed in translation",
    what="A number of the original has no counterpart in the translated sentence, and the "
    "translation has another one there. Values are compared, not digits: 27億 is 2.7 billion.",
    why="The reader of the translation is told another amount.",
    example="`2 billion to 27 billion` → 20億から27億: write 270億",
)  # fmt: skip
DIFFERENT = RuleDoc(
    code="FC303", version=2, kind="translation", severity="medium",
    title="two renderings of one original differ",
    what="Two translations of the same passage state different numbers, or (low) use different "
    "words for one term of the field.",
    why="At most one of them says what the original says.",
    example="one rendering says 2-3 times, the other 3-4 times",
)  # fmt: skip

_NEVER_ALONE = frozenset({Decimal(0), Decimal(1)})
"""Values of words (one, no, 一) that are no candidate for a changed number."""
_RATIO, _SUMMARY_RATIO = 10_000, 20
"""How many times larger a number may be than the one it stands for, other digits given."""
_SUMMARY_REACH = 12
"""Groups of sentences around a summary's in which a number may stand: a summary reorders."""
_DATELINE = re.compile(
    r"[\W_]{0,6}(?:(?:published|posted|updated|last (?:updated|modified)|date|dateline|translated|"
    r"by (?=[A-Z])|发布|發布|更新|日期|时间|時間|译者|作者|记者|来源|公開|投稿|"
    r"掲載|配信|記者|著者|文\s?[/／]|訳)"
    r"[^\n]{0,60}\d{4}|"
    r"(?:\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}日?|\d{1,2} [A-Z][a-z]{2,8}\.? \d{4}|"
    r"[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})[\W_]{0,6}(?:\d\d?:\d\d(?::\d\d)?)?[\W_]{0,4}$)",
    re.IGNORECASE,
)
_DATELINE_LENGTH = 90
_MOST = 40
"""Unmatched numbers of one group of sentences beyond which the alignment is not believed."""


@dataclass(frozen=True, kw_only=True)
class _Change:
    """A number of the original, what stands for it, and the numbers that do agree."""

    original: Figure
    translation: Figure
    agreeing: tuple[Figure, ...]


class ChangedNumbers:
    """Numbers that changed between an original and its translation or summary."""

    doc = CHANGED

    def find(self, case: Case) -> Iterator[Conflict]:
        for alignment in case.alignments:
            if alignment.kind == "rendering":
                continue
            for change in _changes(alignment):
                yield _conflict(CHANGED, alignment, change)
            for bead in alignment.beads:
                if bead.paired:
                    for one, other in changed_units(alignment, bead):
                        yield _unit_conflict(alignment, one, other)


class DifferentRenderings:
    """Numbers that differ between two renderings. Where the original stands beside them it
    decides, and FC301 reports it."""

    doc = DIFFERENT

    def find(self, case: Case) -> Iterator[Conflict]:
        if all(alignment.kind != "rendering" for alignment in case.alignments):
            return
        told = {
            (a.translation.document.name, change.translation.start)
            for a in case.alignments if a.kind != "rendering" for change in _changes(a)
        }  # fmt: skip
        for alignment in case.alignments:
            if alignment.kind != "rendering":
                continue
            one, other = alignment.original.document.name, alignment.translation.document.name
            for change in _changes(alignment):
                if (one, change.original.start) in told or (
                    other,
                    change.translation.start,
                ) in told:
                    continue
                yield _conflict(DIFFERENT, alignment, change)
            for bead in alignment.beads:
                if bead.paired:
                    for left, right in different_terms(case.terms, alignment, bead):
                        yield _term_conflict(alignment, left, right)


def _changes(alignment: Alignment) -> Iterator[_Change]:
    """Per group of sentences: what is left on both sides after equal values are paired off, as far
    as its value stands nowhere else in the other passage."""
    for bead in alignment.beads:
        if bead.paired:
            yield from _bead_changes(alignment, bead)


def _of(passage: Passage, start: int, end: int) -> list[Figure]:
    found = figures(passage.document.text, start, end, passage.language)
    return [f for f in found if not _in_dateline(passage, f)] if found else found


def _in_dateline(passage: Passage, figure: Figure) -> bool:
    """Whether the number stands in the line that says when or by whom a text was published: an
    article and its translation differ there by right."""
    text = passage.document.text
    start = text.rfind("\n", 0, figure.start) + 1
    end = text.find("\n", figure.end)
    end = end if end >= 0 else len(text)
    if end - start > _DATELINE_LENGTH or (start <= passage.span.start and end >= passage.span.end):
        return False
    return bool(_DATELINE.match(text, start, end))


def _bead_changes(alignment: Alignment, bead: Bead) -> Iterator[_Change]:
    left = _of(alignment.original, bead.original.start, bead.original.end)
    right = _of(alignment.translation, bead.translation.start, bead.translation.end)
    rest_left, rest_right, pairs = _pair_off(left, right)
    if not 0 < len(rest_left) <= _MOST or not 0 < len(rest_right) <= _MOST:
        return
    said_left, said_right = _readings(left), _readings(right)
    alone_left = [f for f in rest_left if f.readings.isdisjoint(said_right)]
    alone_right = [f for f in rest_right if f.readings.isdisjoint(said_left)]
    used: set[int] = set()
    limit = _SUMMARY_RATIO if alignment.kind == "summary" else _RATIO
    for figure in alone_left:
        open_ones = [f for f in rest_right if f.start not in used]
        partner = _partner(figure, open_ones, alone_right, limit)
        if partner is None or _said_nearby(alignment, bead, figure, partner):
            continue
        used.add(partner.start)
        yield _Change(original=figure, translation=partner, agreeing=tuple(t for _, t in pairs))


def _readings(found: Sequence[Figure]) -> frozenset[Decimal]:
    return frozenset[Decimal]().union(*(figure.readings for figure in found))


def _pair_off(
    left: Sequence[Figure], right: Sequence[Figure]
) -> tuple[list[Figure], list[Figure], list[tuple[Figure, Figure]]]:
    """Equal values paired one to one, in text order, strong ones first."""
    order = sorted(right, key=lambda f: (not f.strong, f.start))
    by_value: dict[Decimal, deque[Figure]] = {}
    by_reading: dict[Decimal, deque[Figure]] = {}
    for figure in order:
        by_value.setdefault(figure.value, deque()).append(figure)
        for reading in figure.readings:
            by_reading.setdefault(reading, deque()).append(figure)
    taken: set[int] = set()
    pairs: list[tuple[Figure, Figure]] = []
    rest = []
    for figure in sorted(left, key=lambda f: (not f.strong, f.start)):
        rows = [by_value.get(figure.value), *(by_reading.get(r) for r in sorted(figure.readings))]
        best = next((f for row in rows if row and (f := _next_free(row, taken))), None)
        if best is None:
            rest.append(figure)
            continue
        taken.add(best.start)
        pairs.append((figure, best))
    free = [f for f in right if f.start not in taken]
    return sorted(rest, key=lambda f: f.start), free, pairs


def _next_free(row: deque[Figure], taken: set[int]) -> Figure | None:
    """The first figure of the row that is still free; those taken are dropped for good."""
    while row and row[0].start in taken:
        row.popleft()
    return row[0] if row else None


def _partner(
    figure: Figure, candidates: Sequence[Figure], alone: Sequence[Figure], limit: int
) -> Figure | None:
    """The number that stands in the place of `figure`: one of the two must be written in digits
    or both must count one thing, and words for one or nothing do not count."""
    able = [
        c for c in candidates
        if (figure.strong or c.strong or _count_alike(figure, c))
        and (c.strong or c.value not in _NEVER_ALONE)
        and (figure.strong or figure.value not in _NEVER_ALONE) and (c in alone or c.strong)
        and _alike(figure.value, c.value, limit)
    ]  # fmt: skip
    if not able:
        return None
    return min(able, key=lambda c: (c not in alone, not c.strong, _distance(figure, c), c.start))


def _count_alike(one: Figure, other: Figure) -> bool:
    """Whether two numbers in words count one thing: `four years` and 五年."""
    return bool(one.counted) and one.counted == other.counted


def _alike(one: Decimal, other: Decimal, limit: int) -> bool:
    """Whether one number may be a slip for the other: the same digits, or not too far apart."""
    if one.normalize().as_tuple().digits == other.normalize().as_tuple().digits:
        return True
    low, high = sorted((abs(one), abs(other)))
    return high <= max(low, Decimal(1)) * limit


def _distance(one: Figure, other: Figure) -> Decimal:
    """How unlike two numbers look: first the digits, then the size."""
    digits = abs(len(format(one.value, "f")) - len(format(other.value, "f")))
    top = max(abs(one.value), abs(other.value), Decimal(1))
    return Decimal(digits) + abs(one.value - other.value) / top


def _said_nearby(alignment: Alignment, bead: Bead, figure: Figure, partner: Figure) -> bool:
    """Whether a neighbouring sentence holds the counterpart: then the sentences were cut
    differently, and nothing changed."""
    beads = alignment.beads
    at = beads.index(bead)
    reach = _SUMMARY_REACH if alignment.kind == "summary" else 2
    for other in (*beads[max(0, at - reach) : at], *beads[at + 1 : at + 1 + reach]):
        right = _of(alignment.translation, other.translation.start, other.translation.end)
        left = _of(alignment.original, other.original.start, other.original.end)
        here = any(figure.fits(f) for f in right) and not any(figure.fits(f) for f in left)
        there = any(partner.fits(f) for f in left) and not any(partner.fits(f) for f in right)
        if here or there:
            return True
    return False


def _conflict(doc: RuleDoc, alignment: Alignment, change: _Change) -> Conflict:
    source, target = alignment.original.document, alignment.translation.document
    a, b = change.original, change.translation
    first, second = source.text[a.start : a.end], target.text[b.start : b.end]
    roles = ("translation", "original")
    message = f"The translation says {second} where the original says {first}"
    if doc is not CHANGED:
        roles = ("one rendering", "other rendering")
        message = f"One rendering says {second}, the other {first}"
    replacement = (
        rewritten(second, b, a.value, alignment.translation.language) if doc is CHANGED else None
    )
    lines = [f"{second} = {spaced(b.value)}; {first} = {spaced(a.value)}", times(b.value, a.value)]
    agreeing = [target.text[f.start : f.end] for f in change.agreeing if f.strong][:4]
    if agreeing:
        lines.append(f"the other numbers of the sentence agree: {', '.join(agreeing)}")
    return conflict(doc, Finding(
        sides=(side(target, b.start, b.end, role=roles[0], reading=spaced(b.value)),
               side(source, a.start, a.end, role=roles[1], reading=spaced(a.value))),
        message=message,
        explanation=tuple(lines),
        suggestion=suggest(target, b.start, b.end, replacement)
        if replacement and replacement != second else None,
        confidence=93 if a.strong and b.strong else 75, severity=_severity(doc, a, b),
    ))  # fmt: skip


def _term_conflict(alignment: Alignment, one: TermHit, other: TermHit) -> Conflict:
    source, target = alignment.original.document, alignment.translation.document
    first, second = source.text[one.start : one.end], target.text[other.start : other.end]
    return conflict(DIFFERENT, Finding(
        sides=(side(target, other.start, other.end, role="one rendering"),
               side(source, one.start, one.end, role="other rendering")),
        message=f"One rendering says {second}, the other {first}, for “{one.term.name}”",
        explanation=("both are accepted; a reader of both takes them for two things",),
        confidence=70, severity="low",
    ))  # fmt: skip


def _unit_conflict(alignment: Alignment, one: Measure, other: Measure) -> Conflict:
    source, target = alignment.original.document, alignment.translation.document
    first, second = source.text[one.start : one.end], target.text[other.start : other.end]
    return conflict(CHANGED, Finding(
        sides=(side(target, other.start, other.end, role="translation", reading=other.unit),
               side(source, one.start, one.end, role="original", reading=one.unit)),
        message=f"The translation says {second} where the original says {first}: "
        "the number was kept and the unit changed",
        explanation=(f"{other.unit} against {one.unit} under one number {spaced(one.value)}",),
        confidence=85,
    ))  # fmt: skip


def _severity(doc: RuleDoc, one: Figure, other: Figure) -> Severity:
    if doc is not CHANGED:
        return doc.severity
    return "high" if one.strong and other.strong else "medium"
