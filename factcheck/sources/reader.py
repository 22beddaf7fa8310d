"""The seam of the readers: what every reader is given, and what it promises.

A reader takes raw bytes, since HTML and PDF need them; text formats ask for the decoded text.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath
from typing import Protocol

from factcheck.model import Language, Snapshot, sha256
from factcheck.sources.decode import Decoded, decode_all, peek, refuse_long
from factcheck.sources.document import Document

HEAD_CHARACTERS = 4000


@dataclass(frozen=True, kw_only=True)
class Raw:
    """A file as it came in: bytes, the name it goes by, and when it was fetched (ISO 8601, or
    empty). `language` is what the caller knows about it, None when nothing; `given` the text of
    what came as a string."""

    data: bytes
    name: str
    retrieved_at: str = ""
    language: Language | None = None
    given: Decoded | None = None

    @cached_property
    def whole(self) -> Decoded:
        """The text, however long. Raises InputError for binary or undecodable bytes."""
        return self.given or decode_all(self.data, self.name)

    @cached_property
    def decoded(self) -> Decoded:
        """The text. Raises InputError for binary or undecodable bytes, and above 2 MB."""
        refuse_long(self.whole.text, self.name)
        return self.whole

    @cached_property
    def peek(self) -> str:
        """The beginning of the file as far as its format shows, whatever the bytes: never
        raises, and is right for ASCII signs only."""
        return peek(self.data)

    @cached_property
    def head(self) -> str:
        return self.whole.text[:HEAD_CHARACTERS]

    @property
    def suffix(self) -> str:
        """The extension in lower case, with its dot."""
        return PurePath(self.name).suffix.lower()

    def snapshot(self, text: str, reader: Reader) -> Snapshot:
        """The snapshot that a reader's text makes of these bytes."""
        return Snapshot(
            source=self.name, sha256=sha256(self.data), text=text,
            reader=f"{reader.name}@{reader.version}", media_type=reader.media_type,
            retrieved_at=self.retrieved_at,
        )  # fmt: skip


class Reader(Protocol):
    """Turns one file into a Document. Must be deterministic; for text that could be decoded it
    never raises. Raise the version when blocks or text change."""

    @property
    def name(self) -> str: ...

    @property
    def version(self) -> str: ...

    @property
    def media_type(self) -> str: ...

    @property
    def suffixes(self) -> tuple[str, ...]: ...

    def recognises(self, raw: Raw) -> bool:
        """Whether the content itself shows that this is the reader's format."""
        ...

    def read(self, raw: Raw) -> Document:
        """The document. Raises InputError only where the format itself refuses."""
        ...
