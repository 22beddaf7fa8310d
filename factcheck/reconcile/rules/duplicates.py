"""FC901 and FC902: what a page repeats, and what belongs to the site and not to the article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from factcheck.model import Conflict
from factcheck.reconcile.rules.building import Finding, conflict, shorten, side
from factcheck.reconcile.rules.contents import squeezed
from factcheck.reconcile.rules.interface import Case, RuleDoc
from factcheck.sources.document import PAGE_MARKUP, Block, Document

REPEATED = RuleDoc(
    code="FC901", version=1, kind="duplicate", severity="info",
    title="a passage stands twice",
    what="A paragraph or a teaser repeats an earlier one word for word.",
    why="A correction made in one place is easily forgotten in the other.",
    example="the headline again as `Summary: …`",
)  # fmt: skip
FURNITURE = RuleDoc(
    code="FC902", version=3, kind="boilerplate", severity="info",
    title="site furniture inside the text",
    what="Lines that belong to the site (related articles, scores, status, disclaimers) stand in "
    "the text. No claim is taken from them. What the markup of a web page says is navigation or a "
    "footer is kept apart without a word.",
    why="Shown so that a reader knows what was left out of the check.",
    example="`Related articles` and the list under it",
)  # fmt: skip

_LEAST_WIDTH = 24
_TITLES = re.compile(r"title|题目|題目|标题|標題|タイトル|題名|name|名称", re.IGNORECASE)
_MARKUP = re.compile(r"[|:\s-]{3,400}|`{3}.{0,20}|~{3}.{0,20}|[-*_]{3,80}")
_CODE = re.compile(r"[`=<>{}\\│─]|://|\(\)|_[a-z]")
_TEASER = frozenset({"paragraph", "field"})


class RepeatedPassages:
    """Paragraphs and teasers only: headings, items and titles repeat by design."""

    doc = REPEATED

    def find(self, case: Case) -> Iterator[Conflict]:
        rendered = {(a.translation.document.name, a.translation.span.start, a.translation.span.end)
                    for a in case.alignments}  # fmt: skip
        for extraction in case.extractions:
            if extraction.document.kind == "record":
                continue
            spans = [(s, e) for name, s, e in rendered if name == extraction.document.name]
            yield from _repeated(extraction.document, spans)


def _repeated(document: Document, rendered: list[tuple[int, int]]) -> Iterator[Conflict]:
    seen: dict[str, Block] = {}
    for block in document.blocks:
        if block.zone != "body" or block.kind in ("code", "table_row", "caption"):
            continue
        words = squeezed(document.text[block.content.start : block.end])
        if _width(words) < _LEAST_WIDTH or _CODE.search(document.text, block.start, block.end):
            continue
        first = seen.setdefault(words, block)
        if first is block or block.kind not in _TEASER or first.kind not in (*_TEASER, "heading"):
            continue
        if _TITLES.search(block.label) or any(
            s < block.end and block.start < e for s, e in rendered
        ):
            continue
        text = document.text[block.start : block.end]
        yield conflict(REPEATED, Finding(
            sides=(side(document, block.start, block.end, role="repeated"),
                   side(document, first.start, first.end, role="first")),
            message=f"“{shorten(text)}” repeats an earlier passage", confidence=90,
            explanation=("the two are equal up to punctuation and blanks",),
        ))  # fmt: skip


def _width(words: str) -> int:
    """Columns a text takes: a CJK character counts two."""
    return sum(2 if letter > "\u2e7f" else 1 for letter in words)


class Furniture:
    """One finding per run of lines that the reader set aside as furniture for one reason."""

    doc = FURNITURE

    def find(self, case: Case) -> Iterator[Conflict]:
        for extraction in case.extractions:
            document = extraction.document
            if document.kind == "record":
                continue
            for reason, blocks in groupby(document.blocks, key=attrgetter("reason")):
                if reason and not reason.startswith(PAGE_MARKUP):
                    run = [block for block in blocks if not _is_markup(document, block)]
                    if run:
                        yield _furniture(document, run)


def _is_markup(document: Document, block: Block) -> bool:
    """Whether the block is only a line drawn between others."""
    return bool(_MARKUP.fullmatch(document.text[block.start : block.end]))


def _furniture(document: Document, run: list[Block]) -> Conflict:
    first = run[0]
    text = document.text[first.start : first.end]
    lines = f"{len(run)} lines" if len(run) > 1 else "one line"
    return conflict(FURNITURE, Finding(
        sides=(side(document, first.start, first.end, role="furniture"),),
        message=f"“{shorten(text)}” belongs to the site and not to the article", confidence=85,
        explanation=(f"{first.reason}; {lines} set aside: no claim is taken from here",),
    ))  # fmt: skip
