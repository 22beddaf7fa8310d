"""The last steps that all readers of text share: language, zone, sections, metadata, Document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from factcheck.model import Language
from factcheck.sources.decode import Decoded
from factcheck.sources.document import Block, Document, Span
from factcheck.sources.drafts import Draft
from factcheck.sources.language import (
    Scripts,
    document_language,
    han_prior,
    line_language,
    scripts,
)
from factcheck.sources.metadata import metadata_of
from factcheck.sources.reader import Raw, Reader
from factcheck.sources.site.furniture import mark_furniture
from factcheck.sources.structure import give_levels, mark_entries, sections_of


def assemble(
    raw: Raw, reader: Reader, drafts: list[Draft], stated: Mapping[str, str] | None = None,
    derived: Decoded | None = None,
) -> Document:  # fmt: skip
    """The document that these drafts make. `stated` is metadata from outside the blocks (front
    matter), which goes before what the fields say; `derived` the text that the drafts count in,
    where it is not the decoded file."""
    decoded = derived or raw.decoded
    text = decoded.text
    mark_furniture(drafts)
    mark_entries(drafts)
    give_levels(drafts)
    metadata = {**metadata_of(drafts), **(stated or {})}
    language, blocks = _blocks(drafts, raw.language)
    return Document(
        name=raw.name, snapshot=raw.snapshot(text, reader), blocks=blocks,
        sections=sections_of(drafts, blocks, text, metadata.get("title", "")),
        language=language, metadata=metadata, notes=decoded.notes, exact_map=decoded.exact,
    )  # fmt: skip


def _blocks(drafts: list[Draft], given: Language | None) -> tuple[Language, tuple[Block, ...]]:
    whole = _sum(scripts(draft.content) for draft in drafts if not draft.furniture)
    language = given if given and given != "und" else document_language(whole)
    han = language if language in ("zh", "ja") else han_prior(whole)
    blocks = tuple(
        Block(
            kind=draft.kind, start=draft.start, end=draft.end,
            content=Span(start=draft.body, end=max(draft.body, draft.end - draft.tail)),
            language=line_language(draft.content, language, han),
            zone="furniture" if draft.furniture else "body", label=draft.label,
            level=draft.level, reason=draft.furniture,
        )
        for draft in drafts
    )  # fmt: skip
    return language, blocks


def _sum(parts: Iterable[Scripts]) -> Scripts:
    kana = han = latin = 0
    for part in parts:
        kana, han, latin = kana + part.kana, han + part.han, latin + part.latin
    return Scripts(kana, han, latin)
