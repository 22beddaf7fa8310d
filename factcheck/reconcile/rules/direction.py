"""FC307: at least became at most, or the bound is gone: bounds in translation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from decimal import Decimal
from typing import Literal

from factcheck.model import Conflict
from factcheck.reconcile.rules.building import Finding, conflict, side
from factcheck.reconcile.rules.interface import Case, RuleDoc
from factcheck.reconcile.rules.unit_changes import Measure, measures, once
from factcheck.reconcile.translation.alignment import Alignment, Bead, Passage
from factcheck.reconcile.translation.figures import Figure, figures
from factcheck.sources.document import Span

DOC = RuleDoc(
    code="FC307", version=2, kind="translation", severity="high",
    title="a bound turned round or dropped in translation",
    what="The number is the same; the original says at least and the translation at most, the "
    "other way round, or (medium) the plain number.",
    why="What was a minimum is told as a maximum or as the exact number.",
    example="at most 16 GB → 少なくとも16GB",
)  # fmt: skip

Bound = Literal["up", "down", ""]
Table = Mapping[str, tuple[tuple[Bound, re.Pattern[str]], ...]]
_UNIT = r"[^\d。.、,，;；:：()（）\n]{0,10}?"
_BEFORE: Table = {
    "en": (
        ("down", re.compile(
            r"(?<![A-Za-z])(?:at most|less than|fewer than|up to|no more than|not more than|under|"
            r"below|a maximum of|within)\s[^\d.;]{0,8}$", re.IGNORECASE)),
        ("up", re.compile(
            r"(?<![A-Za-z])(?:at least|more than|over|above|exceed(?:s|ed|ing)?|no less than|"
            r"no fewer than|not less than|a minimum of|upwards of)\s[^\d.;]{0,8}$",
            re.IGNORECASE)),
    ),
    "zh": (
        ("down", re.compile(
            r"(?:至多|最多|不超过|不足|不到|少于|低于|小于|不多于|上限为)[^\d。]{0,3}$")),
        ("up", re.compile(
            r"(?:至少|最少|(?<!不)超过|(?<!不)多于|高于|大于|不少于|不低于|逾|突破|下限为)"
            r"[^\d。]{0,3}$")),
    ),
    "ja": (
        ("down", re.compile(r"(?:多くとも|最大で?|せいぜい)[^\d。]{0,3}$")),
        ("up", re.compile(r"(?:少なくとも|最低で?も?)[^\d。]{0,3}$")),
    ),
}  # fmt: skip
_AFTER: Table = {
    "en": (
        ("down", re.compile(_UNIT + r"(?<![A-Za-z])(?:or (?:less|fewer|below)|at most)(?![a-z])")),
        ("up", re.compile(_UNIT + r"(?<![A-Za-z])(?:or|and) (?:more|above)(?![a-z])")),
    ),
    "zh": (
        ("down", re.compile(_UNIT + r"(?:以下|以内|之内)")),
        ("up", re.compile(_UNIT + r"(?:以上|之上)|多|余")),
    ),
    "ja": (
        ("down", re.compile(_UNIT + r"(?:以下|未満|以内|を下回|に満たない|弱)")),
        ("up", re.compile(_UNIT + r"(?:以上|超|を超え|を上回|強)")),
    ),
}  # fmt: skip
_OUTRIGHT = {
    "en": re.compile(r"(?<![A-Za-z])(?:up to|at least|at most|no more than|no fewer than|"
                     r"no less than|not more than|a maximum of|a minimum of|or (?:more|less|fewer)|"
                     r"fewer than|less than)(?![A-Za-z])", re.IGNORECASE),
    "zh": re.compile(r"至多|最多|至少|最少|不超过|不少于|不低于|不足|以上|以下|以内"),
    "ja": re.compile(r"最大|少なくとも|多くとも|以上|以下|未満|以内"),
}  # fmt: skip
_ANY_BOUND = {
    "en": re.compile(
        r"(?<![A-Za-z])(?:up|least|most|more|less|fewer|over|under|above|below|beyond|exceed\w{0,4}|"
        r"maximum|minimum|max|min|within|older|younger|higher|lower|larger|smaller|greater|longer|"
        r"shorter|top\w{0,4}|limit\w{0,4}|cap\w{0,4}|or|and|plus|some|about|around|nearly|almost|only|"
        r"until|by|to|as|passed?|surpass\w{0,4}|could|may|can|reach\w{0,3}|well|even|"
        r"upwards|through|from|since|after|before|all|not|no)(?![A-Za-z])|[+<>≥≤~-]|n['’]t",
        re.IGNORECASE),
    "zh": re.compile(r"[多余餘超逾过最至达不内下近约满少限足只仅还或]|以上|之上|高达|高于|低于|"
                     r"大于|小于|可能|起(?!重)|突破|上限|可达"),
    "ja": re.compile(r"[超上下内未最少多達約余強弱限満]|ほど|まで|から|より|しか|だけ|さえ|も|"
                     r"以[後降前]"),
}  # fmt: skip
_REACH = {"en": 40, "zh": 8, "ja": 10}
"""Letters on each side of a number in which a word may bound it."""
_LEAST = Decimal(2)
_NEGATED_BEFORE = re.compile(r"(?:not|n['’]t|never|no)\s(?:[a-z]{1,10}\s){0,2}$", re.IGNORECASE)
_NEGATED_AFTER = re.compile(r"ない|ません|なかった")


class TurnedBounds:
    """Only numbers that are equal on both sides and stand once on each."""

    doc = DOC

    def find(self, case: Case) -> Iterator[Conflict]:
        for alignment in case.alignments:
            if alignment.kind != "translation":
                continue
            for bead in alignment.beads:
                if bead.paired:
                    yield from _compare(alignment, bead)


def _compare(alignment: Alignment, bead: Bead) -> Iterator[Conflict]:
    left = _single(alignment.original, bead.original)
    right = _single(alignment.translation, bead.translation)
    told_of: set[int] = set()
    for value in sorted(left.keys() & right.keys()):
        said = _bound(alignment.original, bead.original, left[value])
        told = _bound(alignment.translation, bead.translation, right[value])
        if said and told and said != told:
            told_of.add(right[value].start)
            yield _conflict(alignment, left[value], right[value], said)
    yield from _read_bounds(alignment, bead, told_of)


def _read_bounds(alignment: Alignment, bead: Bead, told_of: Set[int]) -> Iterator[Conflict]:
    """What the value reader says of bounds: those turned round in other words, and those of which
    the translation keeps the number and no word that could bind it."""
    source, target = alignment.original, alignment.translation
    left = once(measures(source, bead.original))
    right = once(measures(target, bead.translation))
    for value in sorted(left.keys() & right.keys()):
        one, other = left[value], right[value]
        if value < _LEAST or not one.bound or one.bound == other.bound:
            continue
        if other.bound:
            if told_of.isdisjoint(range(other.start, other.end)):
                yield _conflict(alignment, one, other, "up" if one.bound == "up" else "down")
            continue
        if _binds(target, bead.translation, other) or not _plainly(source, one):
            continue
        words = source.document.text[one.start : one.end]
        told = target.document.text[other.start : other.end]
        yield conflict(DOC, Finding(
            sides=(side(target.document, other.start, other.end, role="translation"),
                   side(source.document, one.start, one.end, role="original")),
            message=f"The translation says {told}, the original {words}: the bound is gone",
            explanation=("the number is the same; no word at it bounds it in the translation",),
            confidence=75, severity="medium",
        ))  # fmt: skip


def _plainly(passage: Passage, measure: Measure) -> bool:
    """Whether the words of the measure, or those before it, say the bound outright."""
    text = passage.document.text
    words = text[max(0, measure.start - 16) : measure.end + 8]
    pattern = _OUTRIGHT.get(passage.language)
    return bool(pattern and pattern.search(words))


def _binds(passage: Passage, span: Span, measure: Measure) -> bool:
    """Whether any word near the number may bound it."""
    text = passage.document.text
    reach = _REACH.get(passage.language, 0)
    near = text[max(span.start, measure.start - reach) : min(span.end, measure.end + reach)]
    pattern = _ANY_BOUND.get(passage.language)
    return pattern is None or bool(pattern.search(near))


def _single(passage: Passage, span: Span) -> dict[Decimal, Figure]:
    """The figures written in digits whose value stands once in the sentences."""
    found = figures(passage.document.text, span.start, span.end, passage.language)
    by_value: dict[Decimal, list[Figure]] = {}
    for figure in found:
        if figure.strong:
            by_value.setdefault(figure.value, []).append(figure)
    return {value: row[0] for value, row in by_value.items() if len(row) == 1}


def _bound(passage: Passage, span: Span, figure: Figure) -> Bound:
    """Which way the words at a number bound it; nothing where they say both or are negated."""
    text = passage.document.text
    before = text[max(span.start, figure.start - 24) : figure.start]
    after = text[figure.end : min(span.end, figure.end + 24)]
    found = {way for way, p in _AFTER.get(passage.language, ()) if p.match(after)}
    for way, pattern in _BEFORE.get(passage.language, ()):
        match = pattern.search(before)
        if match is None:
            continue
        if _NEGATED_BEFORE.search(before[: match.start()]):
            return ""
        found.add(way)
    if len(found) != 1 or (passage.language == "ja" and _NEGATED_AFTER.search(after)):
        return ""
    return found.pop()


def _conflict(
    alignment: Alignment, one: Figure | Measure, other: Figure | Measure, said: Bound
) -> Conflict:
    source, target = alignment.original.document, alignment.translation.document
    words = {"up": "a lower bound", "down": "an upper bound"}
    told = "down" if said == "up" else "up"
    return conflict(DOC, Finding(
        sides=(side(target, other.start, other.end, role="translation", reading=words[told]),
               side(source, one.start, one.end, role="original", reading=words[said])),
        message=f"{target.text[other.start : other.end]} is {words[told]} in the translation and "
        f"{words[said]} in the original",
        explanation=("the number is the same, the words at it bound it the other way",),
        confidence=85,
    ))  # fmt: skip
