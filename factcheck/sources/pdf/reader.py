"""The reader of PDF files: the worker's pages become one text, with the offset at which each page
begins."""

from __future__ import annotations

import bisect
import re
from collections import Counter
from dataclasses import replace

from factcheck.sources.assemble import assemble
from factcheck.sources.decode import Decoded, refuse_long, storable
from factcheck.sources.document import Document
from factcheck.sources.drafts import Draft
from factcheck.sources.metadata import add_field
from factcheck.sources.plain import plain_drafts
from factcheck.sources.reader import Raw
from factcheck.sources.worker import Json, run

SIGNATURE = b"%PDF-"
SIGNATURE_BYTES = 1_024
"""Bytes of a file's beginning among which the signature must stand."""
SHOWN_WARNINGS = 5
EDGE = 2
"""Lines at the head and foot of a page that may be its running head."""
_DIGITS = re.compile(r"\d{1,6}")
_PAGE_NUMBER = re.compile(
    r"[-–—\s]{0,4}(?:page|p\.|第)?\s{0,3}\d{1,5}\s{0,3}(?:页|頁|ページ|(?:/|of)\s{0,3}\d{1,5})?[-–—\s]{0,4}",
    re.IGNORECASE,
)
_FILE_NAME = re.compile(
    r"\.(?:docx?|pdf|indd|tex|dvi|pages|odt)$|^untitled|^microsoft", re.IGNORECASE
)


class PdfReader:
    """PDF with text. The text is derived: it has no offsets in the file, but pages."""

    name = "pdf"
    version = "1"
    media_type = "application/pdf"
    suffixes = (".pdf",)

    def recognises(self, raw: Raw) -> bool:
        return raw.given is None and SIGNATURE in raw.data[:SIGNATURE_BYTES]

    def read(self, raw: Raw) -> Document:
        found = run("pdf", raw.data, raw.name)
        text, starts = _joined(found["pages"])
        refuse_long(text, raw.name)
        drafts = plain_drafts(text)
        _mark_running_heads(drafts, starts)
        stated: dict[str, str] = {}
        for name, value in found["meta"]:
            if not _FILE_NAME.search(value):
                add_field(stated, name, value)
        derived = storable(Decoded(text=text, encoding="pdf", notes=_notes(found),
                                   exact=False))  # fmt: skip
        document = assemble(raw, self, drafts, stated, derived)
        return replace(document, pages=starts)


def _joined(pages: list[str]) -> tuple[str, tuple[int, ...]]:
    """The pages with an empty line between them, and where each begins."""
    starts: list[int] = []
    position = 0
    parts: list[str] = []
    for page in pages:
        words = page.replace("\r\n", "\n").strip("\n")
        starts.append(position)
        parts.append(words)
        position += len(words) + 2
    return "\n\n".join(parts), tuple(starts)


def _mark_running_heads(drafts: list[Draft], starts: tuple[int, ...]) -> None:
    """Page numbers, and lines that stand at the edge of most pages with only a number changing."""
    pages: list[list[Draft]] = [[] for _ in starts]
    for draft in drafts:
        pages[bisect.bisect_right(starts, draft.start) - 1].append(draft)
    edges = [page[:EDGE] + page[EDGE:][-EDGE:] for page in pages]
    counts = Counter(words for edge in edges for words in {_constant(draft) for draft in edge})
    for draft in (draft for edge in edges for draft in edge):
        often = counts[_constant(draft)]
        repeated = often >= 3 and often * 2 >= len(starts) and len(draft.text) <= 160
        if repeated or _PAGE_NUMBER.fullmatch(draft.text):
            draft.site = draft.furniture = "running head"


def _constant(draft: Draft) -> str:
    """The words of a line that stay when its number changes."""
    return _DIGITS.sub("0", draft.text)


def _notes(found: Json) -> tuple[str, ...]:
    pages = found["pages"]
    empty = [str(number) for number, page in enumerate(pages, 1) if not page.strip()]
    notes = [f"{len(pages)} pages; line breaks are those of the page"]
    if empty:
        shown = ", ".join(empty[:10]) + (" …" if len(empty) > 10 else "")
        notes.append(f"no text on {len(empty)} page(s) (scanned?): {shown}")
    notes += [f"while reading: {warning}" for warning in found["warnings"][:SHOWN_WARNINGS]]
    return tuple(notes)
