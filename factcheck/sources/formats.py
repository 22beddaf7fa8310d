"""Which reader a file gets: by its content first, by its extension second, else plain text."""

from __future__ import annotations

from factcheck.sources.decode import refuse_binary
from factcheck.sources.errata import ErratumReader
from factcheck.sources.html.reader import HtmlReader
from factcheck.sources.markdown import MarkdownReader
from factcheck.sources.pdf.reader import PdfReader
from factcheck.sources.plain import PlainReader
from factcheck.sources.reader import Raw, Reader
from factcheck.sources.records.bibtex import BibtexReader
from factcheck.sources.records.readers import record_readers

_WANTED = dict.fromkeys(HtmlReader.suffixes, "HTML") | dict.fromkeys(PdfReader.suffixes, "PDF")


def readers() -> tuple[Reader, ...]:
    """Every reader, in the order in which they are asked."""
    articles = (BibtexReader(), MarkdownReader(), PlainReader())
    return (PdfReader(), ErratumReader(), HtmlReader(), *record_readers(), *articles)


def reader_for(raw: Raw) -> Reader:
    """The reader of these bytes. Raises InputError for bytes that are no text, and for a format
    that no reader knows."""
    known = readers()
    if raw.given is None and not known[0].recognises(raw):
        refuse_binary(raw.data, raw.name, _WANTED.get(raw.suffix, "text"))
    for reader in known:
        if reader.recognises(raw):
            return reader
    for reader in known:
        if raw.suffix and raw.suffix in reader.suffixes:
            return reader
    return PlainReader()
