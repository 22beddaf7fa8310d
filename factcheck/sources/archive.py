"""The archive: one folder per source under `sources/`, immutable snapshots named by their digest.

`source.toml` is written last and whole, so that a stop at any moment leaves the old state.
"""

from __future__ import annotations

import os
import tempfile
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import Any

from factcheck.errors import InputError, IntegrityError, StoreUnavailable, UsageError
from factcheck.model import Source, sha256
from factcheck.sources.document import Document
from factcheck.sources.files import bytes_of, limit_of, too_large
from factcheck.sources.formats import reader_for
from factcheck.sources.reader import Raw
from factcheck.sources.slugs import check_slug
from factcheck.sources.toml_text import pairs
from factcheck.workspace import Workspace

SOURCE_FILE = "source.toml"
EXTENSIONS = {"text/plain": ".txt", "text/markdown": ".md", "application/x-bibtex": ".bib",
              "text/html": ".html", "application/pdf": ".pdf",
              "application/json": ".json", "application/atom+xml": ".atom",
              "application/x-research-info-systems": ".ris", "text/csv": ".csv",
              "text/csv; header=present": ".csv", "application/toml": ".toml"}  # fmt: skip
RELATIONS = ("translation_of", "republishes", "corrects")


@dataclass(frozen=True, kw_only=True)
class Held:
    """One snapshot as the archive holds it. `file` stands beside source.toml."""

    sha256: str
    file: str
    media_type: str
    retrieved_at: str = ""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A source with its snapshots, oldest first."""

    source: Source
    snapshots: tuple[Held, ...]


@dataclass(frozen=True, kw_only=True)
class Added:
    """What adding did: the entry as it now is, the snapshot of the bytes, and whether anything
    was written for it."""

    entry: Entry
    snapshot: Held
    added: bool


def add(
    workspace: Workspace,
    data: bytes,
    slug: str,
    source: Source | None = None,
    *,
    retrieved_at: str = "",
    name: str = "",
) -> Added:
    """Archive bytes as the newest snapshot of a source. Bytes that are there already change
    nothing while they are the newest; older ones become the newest again. `source` describes a
    new source, or replaces the description of a known one; `name` is the file's name, whose
    extension helps to tell the format. Raises InputError for bytes that cannot be read (nothing
    is written), StoreUnavailable when writing fails."""
    check_slug(slug)
    raw = Raw(data=data, name=name or slug, retrieved_at=retrieved_at)
    if len(data) > limit_of(data):
        raise too_large(raw.name, len(data))
    document = reader_for(raw).read(raw)
    folder = workspace.sources / slug
    known = entry_of(workspace, slug) if (folder / SOURCE_FILE).exists() else None
    digest = sha256(data)
    held = next((h for h in known.snapshots if h.sha256 == digest), None) if known else None
    described = _described(slug, source, known, document)
    if known and held and held.sha256 == known.snapshots[-1].sha256:
        entry = replace(known, source=described)
        if entry != known:
            write_aside(folder / SOURCE_FILE, source_text(entry))
        return Added(entry=entry, snapshot=held, added=False)
    media_type = document.snapshot.media_type
    held = Held(sha256=digest, file=digest[:16] + _extension(raw, media_type),
                media_type=media_type, retrieved_at=retrieved_at)  # fmt: skip
    entry = Entry(source=described, snapshots=(*(known.snapshots if known else ()), held))
    write_aside(folder / held.file, data)
    write_aside(folder / SOURCE_FILE, source_text(entry))
    return Added(entry=entry, snapshot=held, added=True)


def list_sources(workspace: Workspace) -> list[Entry]:
    """Every source of the workspace, by slug. Raises IntegrityError for one that is damaged."""
    if not workspace.sources.is_dir():
        return []
    folders = sorted(p.name for p in workspace.sources.iterdir() if (p / SOURCE_FILE).is_file())
    return [entry_of(workspace, slug) for slug in folders]


def entry_of(workspace: Workspace, slug: str) -> Entry:
    """One source. Raises UsageError when there is none, IntegrityError when it is damaged."""
    path = workspace.sources / check_slug(slug) / SOURCE_FILE
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise UsageError(slug, "no such source", "see `factcheck sources list`") from error
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise IntegrityError(str(path), f"cannot be read: {error}", "restore the file") from error
    try:
        return _entry(slug, data)
    except (KeyError, TypeError, ValueError) as error:
        raise IntegrityError(str(path), f"is damaged: {error}", "restore the file") from error


def load(workspace: Workspace, slug: str, snapshot: str = "latest") -> tuple[Source, Document]:
    """A source and the document of one of its snapshots: the latest, or that whose digest begins
    with `snapshot`. Raises IntegrityError when the bytes are not those that were archived,
    UsageError when there is no such snapshot."""
    entry = entry_of(workspace, slug)
    held = _pick(entry, snapshot)
    path = workspace.sources / slug / held.file
    try:
        data = bytes_of(path, str(path))
    except InputError as error:
        raise IntegrityError(str(path), error.why, "restore the file") from error
    if sha256(data) != held.sha256:
        raise IntegrityError(str(path), "the snapshot was altered: its digest does not match",
                             "restore the file; add a changed text as a new snapshot")  # fmt: skip
    raw = Raw(data=data, name=slug + PurePath(held.file).suffix, retrieved_at=held.retrieved_at)
    reader = reader_for(raw)
    document = reader.read(replace_name(raw, slug))
    if entry.source.language != "und" and document.language != entry.source.language:
        document = reader.read(replace_name(raw, slug, entry.source))
    return entry.source, document


def replace_name(raw: Raw, slug: str, source: Source | None = None) -> Raw:
    """The same bytes known by the source's slug, and by its language where it is stated."""
    language = source.language if source else None
    return replace(raw, name=slug, language=language)


def source_text(entry: Entry) -> bytes:
    """`source.toml`: the description, then the snapshots in the order in which they came."""
    source = entry.source
    relations = {
        kind: tuple(sorted(slug for relation, slug in source.relations if relation == kind))
        for kind in RELATIONS
    }
    lines = [
        *pairs({
            "title": source.title, "kind": source.kind, "language": source.language,
            "publisher": source.publisher, "url": source.url, "published": source.published,
            "licence": source.licence, "rank": source.rank, **relations,
        })
    ]  # fmt: skip
    for held in entry.snapshots:
        lines += ["", "[[snapshots]]"]
        lines += pairs({"sha256": held.sha256, "file": held.file, "media_type": held.media_type,
                        "retrieved_at": held.retrieved_at})  # fmt: skip
    return ("\n".join(lines) + "\n").encode("utf-8")


def write_aside(path: Path, data: bytes) -> None:
    """Write a file whole or not at all: aside, flushed to the disk, renamed over. Raises
    StoreUnavailable when the folder cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, aside = tempfile.mkstemp(prefix=".new-", dir=path.parent)
        try:
            with os.fdopen(descriptor, "wb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            os.chmod(aside, 0o644)
            os.replace(aside, path)
        except BaseException:
            Path(aside).unlink(missing_ok=True)
            raise
        _sync_folder(path.parent)
    except OSError as error:
        raise StoreUnavailable(str(path), f"cannot be written: {error.strerror}; nothing changed",
                               "check space and permissions") from error  # fmt: skip


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _entry(slug: str, data: Mapping[str, Any]) -> Entry:
    relations = tuple((kind, str(other)) for kind in RELATIONS for other in data.get(kind, ()))
    plain = ("title", "kind", "language", "publisher", "url", "published", "licence", "rank")
    source = Source(slug=slug, relations=relations, **{k: data[k] for k in plain if k in data})
    snapshots = tuple(Held(**held) for held in data.get("snapshots", ()))
    for held in snapshots:
        if len(held.sha256) != 64 or PurePath(held.file).name != held.file:
            raise ValueError(f"snapshot {held.file!r} has no valid name or digest")
    return Entry(source=source, snapshots=snapshots)


def _described(slug: str, given: Source | None, known: Entry | None, document: Document) -> Source:
    if given is not None:
        relations = tuple(
            (kind, other)
            for wanted in RELATIONS
            for kind, other in sorted(given.relations)
            if kind == wanted
        )
        return replace(given, slug=slug, relations=relations)
    if known is not None:
        return known.source
    stated = document.metadata
    return Source(
        slug=slug, title=stated.get("title", ""), language=document.language,
        kind="record" if document.kind == "record" else "article",
        url=stated.get("url", ""), published=stated.get("date", ""),
        licence=stated.get("licence", ""), publisher=stated.get("publisher", ""),
    )  # fmt: skip


def _extension(raw: Raw, media_type: str) -> str:
    return raw.suffix if raw.suffix in EXTENSIONS.values() else EXTENSIONS.get(media_type, ".txt")


def _pick(entry: Entry, snapshot: str) -> Held:
    if not entry.snapshots:
        raise IntegrityError(entry.source.slug, "has no snapshot", "restore its source.toml")
    if snapshot == "latest":
        return entry.snapshots[-1]
    found = [held for held in entry.snapshots if held.sha256.startswith(snapshot)]
    if len({held.sha256 for held in found}) != 1 or not snapshot:
        raise UsageError(snapshot or "snapshot", f"names {len(found)} snapshots of "
                         f"{entry.source.slug}", "give more of its digest")  # fmt: skip
    return found[-1]
