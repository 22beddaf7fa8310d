"""Which reader a file gets: by its content first, by its extension second, else plain text."""

from __future__ import annotations

import re

from factcheck.errors import InputError
from factcheck.sources.bibtex import BibtexReader
from factcheck.sources.markdown import MarkdownReader
from factcheck.sources.plain import PlainReader
from factcheck.sources.reader import Raw, Reader

_HTML = re.compile(
    r"\s{0,100}(?:<\?xml[^>]{0,200}>\s{0,100})?(?:<!--.{0,400}?-->\s{0,20})?"
    r"<(?:!doctype html|html[\s>])",
    re.IGNORECASE | re.DOTALL,
)


def readers() -> tuple[Reader, ...]:
    """Every reader, in the order in which they are asked."""
    return (BibtexReader(), MarkdownReader(), PlainReader())


def reader_for(raw: Raw) -> Reader:
    """The reader of these bytes. Raises InputError for bytes that are no text, and for a format
    that no reader knows."""
    known = readers()
    for reader in known:
        if reader.recognises(raw):
            return reader
    if _HTML.match(raw.head):
        raise InputError(raw.name, "looks like HTML, which this version does not read",
                         "save the page as plain text or Markdown")  # fmt: skip
    for reader in known:
        if raw.suffix and raw.suffix in reader.suffixes:
            return reader
    return PlainReader()
