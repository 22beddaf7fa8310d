"""Which passage of a translation renders which passage of its original."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from factcheck.model import Language
from factcheck.sources.document import Document, Span

AlignmentKind = Literal["translation", "summary", "rendering"]


@dataclass(frozen=True, kw_only=True)
class Passage:
    """A stretch of a document that stands for another one."""

    document: Document
    span: Span
    language: Language = "und"

    @property
    def text(self) -> str:
        return self.document.text[self.span.start : self.span.end]


@dataclass(frozen=True, kw_only=True)
class Bead:
    """Sentences of the one that render sentences of the other; either side may be empty
    (start == end) where the other has no counterpart."""

    original: Span
    translation: Span

    @property
    def paired(self) -> bool:
        return self.original.end > self.original.start and (
            self.translation.end > self.translation.start
        )


@dataclass(frozen=True, kw_only=True)
class Alignment:
    """A pair of passages: `translation` renders `original` (kind `translation`, or `summary` where
    leaving things out is fair), or both render a third text (`rendering`). `beads` pair their
    sentences in text order."""

    original: Passage
    translation: Passage
    kind: AlignmentKind = "translation"
    beads: tuple[Bead, ...] = ()
