"""FC702: two lines that became one: a trailing stamp or sentence with the next item behind it."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from factcheck.model import Conflict
from factcheck.reconcile.lines import Line, body_lines
from factcheck.reconcile.rules.building import Finding, conflict, shorten, side, suggest
from factcheck.reconcile.rules.interface import Case, RuleDoc
from factcheck.sources.document import Document

DOC = RuleDoc(
    code="FC702", version=2, kind="markup_damage", severity="medium",
    title="two lines became one",
    what="A line holds the end of one entry and the beginning of the next: a date, then the next "
    "item's marker and title.",
    why="Read as it stands, the date or the sentence belongs to the wrong entry.",
    example="`Read (2024-04-11T15:27:22Z) - Next title [4.6]` → a new line before `- Next title`",
)  # fmt: skip

_BULLET = re.compile(
    r"(?<=[)）\]」』。.!?！？:：;；0-9])[ \u3000]{1,4}([-*•・●◆■▪])[ \u3000]{1,3}(?=\S)"
)
_ITEM = re.compile(
    r"(?<=[。.!?！？）)」])[ \u3000]{0,4}(?=([1-9]\d?)([.．、)）])[ \u3000]{0,3}[^\s\d])"
)
_STARTS_BULLET = re.compile(r"([-*•・●◆■▪])[ \u3000]{1,3}\S")
_STARTS_ITEM = re.compile(r"([1-9]\d?)([.．、)）])[ \u3000]{0,3}[^\s\d]")
_DIGITS = re.compile(r"\d+")
_LABELLED = re.compile(r"([-*•・●◆■▪])[ \u3000]{1,3}[^\s:：][^:：\n]{0,30}[:：]")
_GLUED_LABEL = re.compile(
    r"(?<=[^\s\-–—*|:：])([-*•・●◆■▪])[ \u3000]{1,3}(?=[^\s:：][^:：\n]{0,30}[:：])"
)
_SHAPE_LENGTH = 60
_ENOUGH = 2


class GluedLines:
    """A bullet inside a line is a lost line break when the document's own lists use that bullet at
    line starts and what stands before it recurs in the same shape; a number inside a line is one
    when it is missing from the numbers at line starts."""

    doc = DOC

    def find(self, case: Case) -> Iterator[Conflict]:
        for extraction in case.extractions:
            document = extraction.document
            if document.kind == "record":
                continue
            lines = list(body_lines(document))
            yield from _glued_bullets(document, lines)
            yield from _glued_numbers(document, lines)
            yield from _glued_labels(document, lines)


def _shape(text: str) -> str:
    """The end of a line with its digits masked: what a repeated stamp looks like."""
    return _DIGITS.sub("0", text.strip())[-_SHAPE_LENGTH:]


def _glued_bullets(document: Document, lines: Sequence[Line]) -> Iterator[Conflict]:
    starts = Counter(found.group(1) for line in lines if (found := _STARTS_BULLET.match(line.text)))
    places = []
    shapes: Counter[str] = Counter()
    for line in lines:
        found = _last_bullet(line, starts)
        if found is None:
            shapes[_shape(line.text)] += 1
            continue
        before = line.text[: found.start()]
        shapes[_shape(before)] += 1
        places.append((line, found))
    for line, found in places:
        shape = _shape(line.text[: found.start()])
        if shapes[shape] < _ENOUGH or ("0" not in shape and len(shape) < 8):
            continue
        yield _conflict(document, line, found.span(), f"\n{found.group(1)} ",
                        f"{shapes[shape]} lines end in this shape; "
                        f"`{found.group(1)}` opens items elsewhere")  # fmt: skip


def _last_bullet(line: Line, starts: Counter[str]) -> re.Match[str] | None:
    """The first bullet inside the line whose sign opens lines elsewhere."""
    for found in _BULLET.finditer(line.text):
        if starts[found.group(1)]:
            return found
    return None


def _glued_numbers(document: Document, lines: Sequence[Line]) -> Iterator[Conflict]:
    """A number missing from a run at line starts (1, 2, 4) that stands inside the line before."""
    items = [(index, int(found.group(1)), found.group(2)) for index, line in enumerate(lines)
             if (found := _STARTS_ITEM.match(line.text))]  # fmt: skip
    for (index, number, sign), (later, after, other) in itertools.pairwise(items):
        if after != number + 2 or sign != other:
            continue
        for line in lines[index:later]:
            for found in _ITEM.finditer(line.text):
                if found.start() and int(found.group(1)) == number + 1 and found.group(2) == sign:
                    yield _conflict(document, line, found.span(), "\n",
                                    f"items {number} and {after} open lines, {number + 1} "
                                    "stands inside one")  # fmt: skip


def _glued_labels(document: Document, lines: Sequence[Line]) -> Iterator[Conflict]:
    """Items `- Name: …` of which one stands at the end of another's line, no blank before it."""
    labelled = [found.group(1) for line in lines if (found := _LABELLED.match(line.text))]
    for line in lines:
        opened = _LABELLED.match(line.text)
        found = _GLUED_LABEL.search(line.text, opened.end()) if opened else None
        if not opened or not found or found.group(1) != opened.group(1):
            continue
        if labelled.count(found.group(1)) >= _ENOUGH:
            yield _conflict(document, line, found.span(), f"\n{found.group(1)} ",
                            f"`{found.group(1)}` and a label open the items here")  # fmt: skip


def _conflict(
    document: Document, line: Line, place: tuple[int, int], replacement: str, evidence: str
) -> Conflict:
    start, end = line.start + place[0], line.start + place[1]
    after = shorten(document.text[end : line.end])
    first = max(line.start, start - _SHAPE_LENGTH)
    fix = suggest(document, start, end, replacement) if end > start else suggest(
        document, start - 1, start, document.text[start - 1] + replacement)  # fmt: skip
    return conflict(DOC, Finding(
        sides=(side(document, first, line.end, role="glued line"),),
        message=f"A line break is missing before “{after}”", explanation=(evidence,),
        suggestion=fix, confidence=93,
    ))  # fmt: skip
