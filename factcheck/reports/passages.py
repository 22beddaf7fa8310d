"""Puts exact words back into their sentence, with the line, the language and the title."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from factcheck.model import Language, Quote, Source
from factcheck.reports.anchors import mark_anchor
from factcheck.reports.contents import Passage
from factcheck.sources.document import Block, Document
from factcheck.sources.sentences import sentences

CONTEXT_LIMIT = 180
"""Characters of the sentence shown on each side of the words; more is cut with an ellipsis."""

_BLANK = " \t\r\n\u3000"


@dataclass(frozen=True, kw_only=True)
class Places:
    """Looks up quotes in the documents of one ledger."""

    documents: Mapping[str, Document]
    sources: Mapping[str, Source]

    def title(self, slug: str) -> str:
        """The source's title, or its slug where it has none."""
        source = self.sources.get(slug)
        return source.title if source and source.title.strip() else slug

    def document_of(self, quote: Quote) -> Document | None:
        """The document the quote's offsets count in; None when it quotes another snapshot."""
        document = self.documents.get(quote.source)
        if document is None or document.snapshot.id != quote.snapshot:
            return None
        return document if document.text[quote.start : quote.end] == quote.exact else None

    def position(self, quote: Quote) -> tuple[int | None, int | None]:
        """Line and column from 1, or two Nones where the file's own lines are not known."""
        document = self.document_of(quote)
        if document is None or not document.exact_map:
            return None, None
        return document.position(quote.start)

    def mark(self, quote: Quote, name: str, label: str = "") -> str:
        """The name of the quote's words in the page of its article; empty where they are not in
        the text at hand. `name` is the anchor of what was found, `label` the letter of a side."""
        return mark_anchor(name, label) if self.document_of(quote) else ""

    def passage(self, quote: Quote) -> Passage:
        """The quote in its sentence; the quote's own context where its snapshot is not at hand."""
        document = self.document_of(quote)
        if document is None:
            before, cut_before = quote.prefix.lstrip(_BLANK), True
            after, cut_after = quote.suffix.rstrip(_BLANK), True
        else:
            before, after, cut_before, cut_after = _context(document, quote)
        line, column = self.position(quote)
        return Passage(
            source=quote.source, title=self.title(quote.source),
            language=self._language(document, quote), start=quote.start, end=quote.end,
            before=before, words=quote.exact, after=after, clipped_before=cut_before,
            clipped_after=cut_after, line=line, column=column,
        )  # fmt: skip

    def _language(self, document: Document | None, quote: Quote) -> Language:
        if document is None:
            source = self.sources.get(quote.source)
            return source.language if source else "und"
        block = document.block_at(quote.start)
        if block is None or block.language == "und":
            return document.language
        return block.language


def _window(document: Document, quote: Quote) -> tuple[int, int, int, int]:
    """The blocks that hold the quote, and what of them lies near it: block start, window start,
    window end, block end."""
    # words that are blanks between two blocks are read with both
    first = document.block_at(quote.start) or document.block_at(quote.start - 1)
    last = document.block_at(quote.end - 1) or document.block_at(quote.end)
    start = min(_opening(document.text, first), quote.start) if first else quote.start
    end = max(last.end, quote.end) if last else quote.end
    return start, max(start, quote.start - CONTEXT_LIMIT), min(end, quote.end + CONTEXT_LIMIT), end


def _opening(text: str, block: Block) -> int:
    """Where a block's words begin: behind a list marker or heading sign, at a field's key."""
    if block.kind != "field":
        return block.content.start
    key = text.find(block.label, block.start, block.content.start) if block.label else -1
    return block.start if key < 0 else key


def _context(document: Document, quote: Quote) -> tuple[str, str, bool, bool]:
    """The rest of the sentence before and after the words, and whether either had to be cut."""
    block_start, low, high, block_end = _window(document, quote)
    text = document.text
    spans = sentences(text, low, high)
    start = max((s.start for s in spans if s.start <= quote.start), default=quote.start)
    end = min((s.end for s in spans if s.end >= quote.end), default=quote.end)
    return (
        text[start : quote.start], text[quote.end : end],
        start == low > block_start, end == high < block_end,
    )  # fmt: skip
