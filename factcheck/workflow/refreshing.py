"""A new version of a source: archived, and compared with the one before, claim by claim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import get_args

from factcheck.claims import Extraction, extract
from factcheck.errors import InputError, NetworkRefused, UsageError
from factcheck.model import Json
from factcheck.reconcile.changes import Change, History, Outcome, follow
from factcheck.sources import archive
from factcheck.workflow.catalogues import Catalogues, load_catalogues
from factcheck.workflow.documents import Archived
from factcheck.workflow.founding import AddedSource, add_source
from factcheck.workspace import Workspace

OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)


@dataclass(frozen=True, kw_only=True)
class Refreshed:
    """What came of looking for a new version: the source, and what became of its claims; nothing
    where the bytes were there already."""

    added: AddedSource
    changes: tuple[Change, ...] = ()

    @property
    def counts(self) -> dict[Outcome, int]:
        """How many claims had each outcome; those that none had are left out."""
        found = dict.fromkeys(OUTCOMES, 0)
        for change in self.changes:
            found[change.outcome] += 1
        return {outcome: number for outcome, number in found.items() if number}

    @property
    def silent(self) -> tuple[Change, ...]:
        """The changes of value that nothing tells of."""
        return tuple(c for c in self.changes if c.silent and c.outcome == "value_changed")

    def to_dict(self) -> Json:
        return {
            "source": self.added.source.slug, "new": self.added.new,
            "snapshots": self.added.snapshots, "counts": dict(self.counts),
            "changes": [change.to_dict() for change in self.changes],
        }  # fmt: skip


def refresh(
    workspace: Workspace, slug: str, path: str | None = None, *, now: datetime | None = None
) -> Refreshed:
    """Archive the file as the newest version of a source and say what became of its claims; the
    file is the one given, else the local address that the source names. `run` stores what is new.
    Raises UsageError for an unknown source or one without address, NetworkRefused for a web
    address, InputError for a file that cannot be read."""
    entry = archive.entry_of(workspace, slug)
    given = path or entry.source.url
    if not given:
        raise UsageError(slug, "it names no address", f"give the file: sources refresh {slug} FILE")
    if "://" in given:
        raise NetworkRefused(given, "web addresses are not fetched",
                             f"save the page: sources refresh {slug} FILE")  # fmt: skip
    added = add_source(workspace, given, slug, now=now)
    return Refreshed(added=added, changes=latest_changes(workspace, slug) if added.new else ())


def latest_changes(workspace: Workspace, slug: str) -> tuple[Change, ...]:
    """What became of every claim on the way to the latest version; none for the first version."""
    held = [h.sha256 for h in archive.entry_of(workspace, slug).snapshots[-2:]]
    versions = _read(workspace, slug, held, load_catalogues(workspace))
    return tuple(follow(versions).changes(1)) if len(versions) > 1 else ()


def history(workspace: Workspace, slug: str) -> History:
    """The claims of a source over all its versions. Raises UsageError for an unknown source,
    InputError when no version can be read."""
    held = [h.sha256 for h in archive.entry_of(workspace, slug).snapshots]
    versions = _read(workspace, slug, held, load_catalogues(workspace))
    if not versions:
        raise InputError(slug, "no version of it can be read", "see `factcheck sources show`")
    return follow(versions)


def earlier_versions(
    workspace: Workspace, archived: Archived, catalogues: Catalogues
) -> dict[str, tuple[Extraction, ...]]:
    """Slug → its earlier versions as they are read today, oldest first, for sources that have
    some. One that no reader takes any more is left out."""
    return {slug: _read(workspace, slug, held, catalogues)
            for slug, held in archived.earlier.items() if slug in archived.documents}  # fmt: skip


def _read(
    workspace: Workspace, slug: str, held: Sequence[str], catalogues: Catalogues
) -> tuple[Extraction, ...]:
    versions = []
    for digest in held:
        try:
            document = archive.load(workspace, slug, digest)[1]
        except InputError:
            continue
        versions.append(extract(document, catalogues.predicates, catalogues.entities))
    return tuple(versions)
