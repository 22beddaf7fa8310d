"""FC109: parts that do not add up to the total beside them."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Conflict
from factcheck.reconcile.rules.building import Finding, conflict, listed, side
from factcheck.reconcile.rules.interface import Case, RuleDoc
from factcheck.reconcile.sums import Sum, sums
from factcheck.reconcile.translation.number_words import spaced
from factcheck.sources.document import Document

DOC = RuleDoc(
    code="FC109", version=1, kind="internal", severity="medium",
    title="the parts do not add up to the total",
    what="A total stands beside all of its parts, in a sentence or in a table with a total, and "
    "the parts give another sum. Rounded and vague numbers may be off by their rounding; parts "
    "that are only some of the whole (其中, including) are left alone.",
    why="One of the numbers is wrong, and a reader who adds them up stops believing the rest.",
    example="18 people: 10 adults and 9 children",
)  # fmt: skip


class Totals:
    """Every sum that the text states is worked out again."""

    doc = DOC

    def find(self, case: Case) -> Iterator[Conflict]:
        for extraction in case.extractions:
            if extraction.document.kind != "record":
                yield from (_conflict(extraction.document, found)
                            for found in sums(extraction.document) if not found.holds)  # fmt: skip


def _conflict(document: Document, found: Sum) -> Conflict:
    text, whole = document.text, found.whole
    told = text[whole.start : whole.end]
    shown = " + ".join(spaced(part.value) for part in found.parts)
    words = [text[part.start : part.end] for part in found.parts]
    return conflict(DOC, Finding(
        sides=(side(document, whole.start, whole.end, role="total", reading=spaced(whole.value)),
               *(side(document, part.start, part.end, role="part", reading=spaced(part.value))
                 for part in found.parts)),
        message=f"{listed(words)} make {spaced(found.parts_sum)}, not {told}",
        explanation=(f"{shown} = {spaced(found.parts_sum)}",
                     "the text cannot tell whether the total or a part is wrong"),
        confidence=80,
    ))  # fmt: skip
