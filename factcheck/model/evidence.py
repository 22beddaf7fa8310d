"""Where a claim comes from: the source, the snapshot of its bytes, the quote of its words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal, Self

from factcheck.model.identity import Json, check, check_choice, digest

Language = Literal["en", "zh", "ja", "und"]
SourceKind = Literal["article", "translation", "record", "notice"]

CONTEXT_CHARACTERS = 32
"""Characters of prefix and suffix kept with a quote, as Hypothesis keeps them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """A publication or data set that we cite; it has many snapshots. `rank` orders witnesses
    (0 = unknown, higher = trusted more). `relations` are (kind, slug) pairs with kind
    translation_of, republishes or corrects. `published` is EDTF text."""

    slug: str
    title: str = ""
    kind: SourceKind = "article"
    language: Language = "und"
    publisher: str = ""
    url: str = ""
    published: str = ""
    licence: str = ""
    rank: int = 0
    relations: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        check(bool(self.slug.strip()), "source", "it has no slug")
        check_choice(self.kind, SourceKind, "source", "kind")
        check_choice(self.language, Language, "source", "language")
        for kind, _ in self.relations:
            check(kind in ("translation_of", "republishes", "corrects"),
                  "source", f"unknown relation {kind!r}")  # fmt: skip

    def to_dict(self) -> Json:
        return {
            "slug": self.slug, "title": self.title, "kind": self.kind, "language": self.language,
            "publisher": self.publisher, "url": self.url, "published": self.published,
            "licence": self.licence, "rank": self.rank,
            "relations": [list(pair) for pair in self.relations],
        }  # fmt: skip

    @classmethod
    def from_dict(cls, data: Json) -> Self:
        relations = tuple((kind, slug) for kind, slug in data["relations"])
        return cls(**{**data, "relations": relations})


@dataclass(frozen=True, kw_only=True)
class Snapshot:
    """An immutable capture of a source. `text` is what every offset counts in; `sha256` is the
    digest of the raw bytes. The identity covers bytes and reader: the same bytes read by a
    better reader are a new text."""

    source: str
    sha256: str
    text: str
    reader: str
    media_type: str = "text/plain"
    retrieved_at: str = ""

    def __post_init__(self) -> None:
        check(len(self.sha256) == 64, "snapshot", "sha256 must be 64 hex digits")
        check("@" in self.reader, "snapshot", "reader must be name@version")

    @cached_property
    def id(self) -> str:
        return digest("snapshot", self.sha256, self.reader)

    def to_dict(self) -> Json:
        return {
            "source": self.source, "sha256": self.sha256, "text": self.text,
            "reader": self.reader, "media_type": self.media_type,
            "retrieved_at": self.retrieved_at,
        }  # fmt: skip

    @classmethod
    def from_dict(cls, data: Json) -> Self:
        return cls(**data)


@dataclass(frozen=True, kw_only=True, slots=True)
class Quote:
    """Exact words in one snapshot: W3C text quote and text position selectors in one.
    Always `snapshot.text[start:end] == exact`; offsets are code points, the end exclusive."""

    source: str
    snapshot: str
    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""

    def __post_init__(self) -> None:
        check(0 <= self.start < self.end, "quote", "it has no extent")
        check(len(self.exact) == self.end - self.start, "quote", "words and offsets differ")

    @classmethod
    def of(cls, snapshot: Snapshot, start: int, end: int) -> Self:
        """The quote of `snapshot.text[start:end]` with its context. ValueError when outside."""
        text = snapshot.text
        check(0 <= start < end <= len(text), "quote", f"{start}:{end} lies outside the text")
        return cls(
            source=snapshot.source, snapshot=snapshot.id, start=start, end=end,
            exact=text[start:end], prefix=text[max(0, start - CONTEXT_CHARACTERS) : start],
            suffix=text[end : end + CONTEXT_CHARACTERS],
        )  # fmt: skip

    def overlaps(self, other: Quote) -> bool:
        """Whether both stand in one snapshot and share at least one character."""
        return (
            (self.source, self.snapshot) == (other.source, other.snapshot)
            and self.start < other.end
            and other.start < self.end
        )

    def to_dict(self) -> Json:
        return {
            "source": self.source, "snapshot": self.snapshot, "start": self.start,
            "end": self.end, "exact": self.exact, "prefix": self.prefix, "suffix": self.suffix,
        }  # fmt: skip

    @classmethod
    def from_dict(cls, data: Json) -> Self:
        return cls(**data)
