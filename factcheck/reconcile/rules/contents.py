"""FC502: a contents list, or the lead, promises what the body does not hold."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterator, Sequence

from factcheck.model import Conflict
from factcheck.reconcile.rules.building import Finding, conflict, shorten, side
from factcheck.reconcile.rules.interface import Case, RuleDoc
from factcheck.sources.document import Block, Document

DOC = RuleDoc(
    code="FC502", version=2, kind="missing_content", severity="medium",
    title="a contents list promises what the body does not hold",
    what="Items of a contents list have no section of that title, or the lead names a work that "
    "the body never mentions, while other items are there.",
    why="The reader is promised a part that is missing in this copy.",
    example="Contents: 1. A 2. B 3. C; the body has sections A and B",
)  # fmt: skip

_LABEL = re.compile(
    r"(?:目录|目錄|目次|もくじ|本期目录|本期内容|本期论文|内容一覧|コンテンツ)|"
    r"(?:table of )?contents|in this (?:issue|article|edition|week)|this week.{0,20}|overview",
    re.IGNORECASE,
)
_INCLUDES = re.compile(
    r"(?<!不)(?:包括了?|包含了?|涵盖了?)|(?<![A-Za-z])(?:include[sd]?|including|feature[sd]?|"
    r"cover[s]?)(?![A-Za-z])"
    r"|(?:取り上げる|紹介する)のは"
)
_PUBLICATIONS = re.compile(
    r"论文|文章|研究|本期|本周|papers?|articles?|stor(?:y|ies)|論文|記事|今週|this week|issue",
    re.IGNORECASE,
)
_NAME = re.compile(r"[A-Z][A-Za-z0-9'’-]{2,}(?:[ ·][A-Z][A-Za-z0-9'’-]{2,}){0,4}")
_BOOK = re.compile(r"[《「『“\"]([^》」』”\"]{3,80})[》」』”\"]")
_SEPARATOR = re.compile(r"[;；]")
_TAIL = re.compile(r"等[^;；。]{0,12}[。.]?$|など[^;；。]{0,8}[。.]?$")
_LEAST_ITEMS = 3
_LEAST_TITLE = 4


class BrokenPromises:
    """A contents list counts as one when a label says so or when two of its items are titles of
    the body; then every item must be there."""

    doc = DOC

    def find(self, case: Case) -> Iterator[Conflict]:
        for extraction in case.extractions:
            if extraction.document.kind == "record":
                continue
            yield from _missing_items(extraction.document)
            yield from _missing_from_lead(extraction.document)


def squeezed(text: str) -> str:
    """Letters and digits only, folded: how two spellings of one title are compared."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(letter for letter in folded if letter.isalnum())


def _missing_items(document: Document) -> Iterator[Conflict]:
    for label, items in _item_runs(document):
        end = items[-1].end
        later = [squeezed(document.text[b.start : b.end]) for b in document.blocks
                 if b.start >= end and b.zone == "body"]  # fmt: skip
        titles = [squeezed(document.text[b.content.start : b.content.end]) for b in items]
        openers = [text for text in later if len(text) <= 400]
        found = [_present(title, openers) for title in titles]
        if sum(found) < (1 if label else 2) or all(found) or not later:
            continue
        for position, (item, there) in enumerate(zip(items, found, strict=True), start=1):
            title = document.text[item.content.start : item.content.end].strip()
            if there or not title or len(squeezed(title)) < _LEAST_TITLE:
                continue
            yield conflict(DOC, Finding(
                sides=(side(document, item.content.start, item.content.start + len(title),
                            role="contents"),),
                message=f"“{shorten(title)}” is promised and missing in this copy",
                explanation=(f"item {position} of {len(items)} in the contents list",
                             f"{sum(found)} of {len(items)} items have a section; "
                             "this one has none"),
                confidence=92,
            ))  # fmt: skip


def _present(title: str, later: Sequence[str]) -> bool:
    """Whether a later block opens with the title, a few letters of numbering before it."""
    if not title:
        return True
    head = title[:40]
    return any(-1 < text.find(head) <= 12 or (text and text == title[: len(text)] and
               len(text) * 2 >= len(title)) for text in later)  # fmt: skip


def _item_runs(document: Document) -> Iterator[tuple[bool, list[Block]]]:
    """Runs of items before the body's own sections, and whether a contents label opens them."""
    blocks = [b for b in document.blocks if b.zone == "body"]
    run: list[Block] = []
    label = False
    for index, block in enumerate([*blocks, None]):
        if block is not None and block.kind in ("numbered_item", "list_item"):
            if not run:
                before = blocks[index - 1] if index else None
                label = before is not None and _is_label(document, before)
            run.append(block)
            continue
        if len(run) >= _LEAST_ITEMS:
            yield label, run
        run = []


def _is_label(document: Document, block: Block) -> bool:
    text = document.text[block.start : block.end].strip().strip("#*:：·• 　【】[]")
    return len(text) <= 30 and bool(_LABEL.fullmatch(text))


def _missing_from_lead(document: Document) -> Iterator[Conflict]:
    """Items of a sentence in the lead (`this week's papers include A; B`) of which the rest of the
    document names some and not others."""
    lead = _lead_sentence(document)
    if lead is None:
        return
    start, end, block = lead
    rest = document.text[block.end :].casefold()
    rest_body = _body_after(document, block.end) or rest
    items = _items(document.text, start, end)
    checked = [(a, b, names) for a, b in items if (names := _names(document.text[a:b]))]
    present = [any(name.casefold() in rest_body for name in names) for _, _, names in checked]
    if len(checked) < 2 or not any(present):
        return
    for (a, b, names), there in zip(checked, present, strict=True):
        if there:
            continue
        yield conflict(DOC, Finding(
            sides=(side(document, a, b, role="lead"),),
            message=f"The lead names {names[0]}, which the rest of this copy does not mention",
            explanation=(f"{sum(present)} of {len(checked)} works of the lead come up later",
                         f"no later line mentions {', '.join(names)}"),
            confidence=80, severity="medium",
        ))  # fmt: skip


def _lead_sentence(document: Document) -> tuple[int, int, Block] | None:
    """The enumeration of a sentence in the first blocks: what stands behind `include`."""
    for block in document.blocks[:12]:
        if block.zone != "body" or block.kind not in ("paragraph", "field"):
            continue
        text = document.text[block.start : block.end]
        for found in _INCLUDES.finditer(text):
            before = text[max(0, found.start() - 40) : found.start()]
            stop = re.compile(r"[。\n]|\.(?=\s|$)").search(text, found.end())
            end = stop.start() if stop else len(text)
            inner = text[found.end() : end]
            if _PUBLICATIONS.search(before) and _SEPARATOR.search(inner):
                return block.start + found.end(), block.start + end, block
    return None


def _items(text: str, start: int, end: int) -> list[tuple[int, int]]:
    tail = _TAIL.search(text[start:end])
    end = start + tail.start() if tail else end
    cuts = [start, *(start + m.end() for m in _SEPARATOR.finditer(text[start:end])), end + 1]
    items = []
    for a, b in itertools.pairwise(cuts):
        piece = text[a : b - 1]
        a += len(piece) - len(piece.lstrip(" :：\u3000"))
        b = a + len(text[a : b - 1].rstrip())
        if b > a:
            items.append((a, b))
    return items


def _names(item: str) -> list[str]:
    """The names that identify an item: a quoted title, else its Latin names."""
    quoted = [found.group(1) for found in _BOOK.finditer(item)]
    names = [found.group() for found in _NAME.finditer(item)]
    return quoted or [name for name in names if not name.isupper() or len(name) > 3]


def _body_after(document: Document, offset: int) -> str:
    pieces = [document.text[b.start : b.end] for b in document.blocks
              if b.start >= offset and b.zone == "body"]  # fmt: skip
    return "\n".join(pieces).casefold()
