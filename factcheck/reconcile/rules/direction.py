"""FC307: at least became at most: a bound turned round in translation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Literal

from factcheck.model import Conflict
from factcheck.reconcile.alignment import Alignment, Bead, Passage
from factcheck.reconcile.figures import Figure, figures
from factcheck.reconcile.rules.building import Finding, conflict, side
from factcheck.reconcile.rules.interface import Case, RuleDoc
from factcheck.sources.document import Span

DOC = RuleDoc(
    code="FC307", version=1, kind="translation", severity="high",
    title="a bound turned round in translation",
    what="The number is the same; the original says at least and the translation at most, or the "
    "other way round.",
    why="What was a minimum is told as a maximum.",
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
_NEGATED_BEFORE = re.compile(r"(?:not|n['’]t|never|no)\s(?:[a-z]{1,10}\s){0,2}$", re.IGNORECASE)
_NEGATED_AFTER = re.compile(r"ない|ません|なかった")


class TurnedBounds:
    """Only numbers written in digits, equal on both sides, with one plain bound each."""

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
    for value in sorted(left.keys() & right.keys()):
        said = _bound(alignment.original, bead.original, left[value])
        told = _bound(alignment.translation, bead.translation, right[value])
        if said and told and said != told:
            yield _conflict(alignment, left[value], right[value], said)


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


def _conflict(alignment: Alignment, one: Figure, other: Figure, said: Bound) -> Conflict:
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
