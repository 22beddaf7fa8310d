"""The documents of a workspace: everything in the archive that can be read, and why the rest
cannot."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.errors import InputError, StaleError
from factcheck.model import Skipped, Source, sha256
from factcheck.sources import archive
from factcheck.sources.document import Document
from factcheck.workspace import Workspace

if TYPE_CHECKING:
    from factcheck.store import CurrentReading

Readings = Mapping[str, "CurrentReading"]
"""Slug → what the store holds of it."""


class Documents(Mapping[str, Document]):
    """The latest documents by slug. One whose snapshot the store knows is only read when somebody
    asks for it: most of a large archive is never looked at."""

    def __init__(self, load: Callable[[str], Document]) -> None:
        self._load = load
        self._read: dict[str, Document] = {}
        self._snapshots: dict[str, str] = {}

    def note(self, slug: str, snapshot: str) -> None:
        """This document is there, and has that snapshot."""
        self._snapshots[slug] = snapshot

    def put(self, slug: str, document: Document) -> None:
        """This document is there, and read."""
        self._read[slug] = document
        self._snapshots[slug] = document.snapshot.id

    @property
    def snapshots(self) -> dict[str, str]:
        """Slug → id of the snapshot."""
        return self._snapshots

    def __getitem__(self, slug: str) -> Document:
        if slug not in self._read:
            if slug not in self._snapshots:
                raise KeyError(slug)
            self._read[slug] = self._load(slug)
        return self._read[slug]

    def __iter__(self) -> Iterator[str]:
        return iter(self._snapshots)

    def __len__(self) -> int:
        return len(self._snapshots)


def _no_document(slug: str) -> Document:
    raise KeyError(slug)


@dataclass(frozen=True, kw_only=True)
class Archived:
    """Sources with their latest documents, by slug, the digests of the bytes of their earlier
    snapshots, oldest first, and what was left out."""

    sources: dict[str, Source] = field(default_factory=dict)
    documents: Documents = field(default_factory=lambda: Documents(_no_document))
    skipped: tuple[Skipped, ...] = ()
    earlier: dict[str, tuple[str, ...]] = field(default_factory=dict)


def nothing() -> None:
    """What happens after a document when nobody counts."""


def read_archive(workspace: Workspace, readings: Readings | None = None, key: str = "") -> Archived:
    """The latest snapshot of every source. One that no reader takes is skipped with its reason;
    one whose bytes are those of a reading that was `made_for` this key is taken to be as it was
    read. Raises IntegrityError for an archive that was damaged."""
    documents = Documents(lambda slug: archive.load(workspace, slug)[1])
    sources, skipped, earlier = {}, [], {}
    for entry in archive.list_sources(workspace):
        slug = entry.source.slug
        if len(entry.snapshots) > 1:
            earlier[slug] = tuple(held.sha256 for held in entry.snapshots[:-1])
        held = (readings or {}).get(slug)
        if (
            held
            and held.made_with == made_for(key, entry.source)
            and _is_held(workspace, entry, held.sha256)
        ):
            sources[slug] = entry.source
            documents.note(slug, held.snapshot)
            continue
        try:
            sources[slug], document = archive.load(workspace, slug)
            documents.put(slug, document)
        except InputError as error:
            skipped.append(Skipped(source=slug, reason=error.why))
    return Archived(sources=sources, documents=documents, skipped=tuple(skipped), earlier=earlier)


def made_for(key: str, source: Source) -> str:
    """What a source is read with: `program.made_with`, and the language it is said to be in."""
    return f"{key} {source.language}"


def _is_held(workspace: Workspace, entry: archive.Entry, digest: str) -> bool:
    """Whether these are the latest bytes, unaltered; `archive.load` says what is wrong else."""
    for held in entry.snapshots[-1:]:
        try:
            data = (workspace.sources / entry.source.slug / held.file).read_bytes()
        except OSError:
            return False
        return digest == held.sha256 == sha256(data)
    return False


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
    held = archived.documents.snapshots
    for slug in sorted(held.keys() | snapshots.keys()):
        if held.get(slug) != snapshots.get(slug):
            raise StaleError(slug, "it has changed since the last run", "run `factcheck run`")
