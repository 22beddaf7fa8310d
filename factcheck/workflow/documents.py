"""The documents of a workspace: everything in the archive that can be read, and why the rest
cannot."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from factcheck.errors import InputError, StaleError
from factcheck.model import Skipped, Source
from factcheck.sources import archive
from factcheck.sources.document import Document
from factcheck.workspace import Workspace


@dataclass(frozen=True, kw_only=True)
class Archived:
    """Sources with their latest documents, by slug, the digests of the bytes of their earlier
    snapshots, oldest first, and what was left out."""

    sources: dict[str, Source] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)
    skipped: tuple[Skipped, ...] = ()
    earlier: dict[str, tuple[str, ...]] = field(default_factory=dict)


def nothing() -> None:
    """What happens after a document when nobody counts."""


def read_archive(workspace: Workspace) -> Archived:
    """Read the latest snapshot of every source. One that no reader takes is skipped with its
    reason. Raises IntegrityError for an archive that was damaged."""
    sources, documents, skipped, earlier = {}, {}, [], {}
    for entry in archive.list_sources(workspace):
        slug = entry.source.slug
        try:
            sources[slug], documents[slug] = archive.load(workspace, slug)
        except InputError as error:
            skipped.append(Skipped(source=slug, reason=error.why))
        if len(entry.snapshots) > 1:
            earlier[slug] = tuple(held.sha256 for held in entry.snapshots[:-1])
    return Archived(sources=sources, documents=documents, skipped=tuple(skipped), earlier=earlier)


def originals(sources: Iterable[Source]) -> dict[str, str]:
    """Slug of a translation → slug of its original, where both are there."""
    known = {source.slug: source for source in sources}
    return {
        source.slug: other
        for source in known.values()
        for kind, other in source.relations
        if kind == "translation_of" and other in known
    }


def check_current(archived: Archived, snapshots: dict[str, str]) -> None:
    """Raises StaleError unless the archive holds exactly the snapshots that the store has (slug →
    id): what was found then may not stand in the text of now."""
    held = {slug: document.snapshot.id for slug, document in archived.documents.items()}
    for slug in sorted(held.keys() | snapshots.keys()):
        if held.get(slug) != snapshots.get(slug):
            raise StaleError(slug, "it has changed since the last run", "run `factcheck run`")
