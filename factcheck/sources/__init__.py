"""The door of the readers: bytes, files and strings become Documents.

The format is told by the content first and the extension second. A file that cannot be read
raises InputError (exit code 3) with one line that says why.
"""

from __future__ import annotations

from pathlib import Path

from factcheck.errors import InputError
from factcheck.model import Language
from factcheck.sources.decode import Decoded, refuse_long, storable
from factcheck.sources.document import Block, Document, Section, Span
from factcheck.sources.files import bytes_of, limit_of, too_large
from factcheck.sources.formats import reader_for
from factcheck.sources.plain import PlainReader
from factcheck.sources.reader import Raw, Reader
from factcheck.sources.sentences import sentences

__all__ = [
    "Block", "Document", "Raw", "Reader", "Section", "Span", "read_bytes", "read_file",
    "read_text", "sentences",
]  # fmt: skip


def read_bytes(data: bytes, name: str, *, retrieved_at: str = "") -> Document:
    """The document that these bytes hold. `name` is the path or slug by which it is known, its
    extension a hint; `retrieved_at` is ISO 8601 or empty. Raises InputError when refused."""
    if len(data) > limit_of(data):
        raise too_large(name, len(data))
    raw = Raw(data=data, name=name, retrieved_at=retrieved_at)
    return reader_for(raw).read(raw)


def read_file(path: Path | str, name: str | None = None) -> Document:
    """The document in a file, known by `name` (default: the path as given). Raises InputError for
    what is missing, no file, not permitted, empty, too large, binary or undecodable."""
    known_as = str(path) if name is None else name
    return read_bytes(bytes_of(Path(path), known_as), known_as)


def read_text(text: str, name: str, language: Language | None = None) -> Document:
    """The document that a string holds, read as plain text unless its content or the name's
    extension says otherwise. `language` overrides the guess for the whole. An empty text is an
    empty document; raises InputError above the limit of 2 MB, and for a text that is not of the
    format that its name says."""
    refuse_long(text, name)
    raw = Raw(data=text.encode("utf-8", "surrogatepass"), name=name, language=language,
              given=storable(Decoded(text=text, encoding="utf-8")))  # fmt: skip
    reader = reader_for(raw) if text.strip() else PlainReader()
    try:
        return reader.read(raw)
    except InputError:
        if raw.suffix in reader.suffixes:
            raise
        return PlainReader().read(raw)  # it only looked like another format
