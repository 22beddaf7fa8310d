"""A new workspace, and new sources in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from factcheck.errors import NetworkRefused, StoreUnavailable, UsageError
from factcheck.model import Source
from factcheck.sources import archive
from factcheck.sources.files import bytes_of
from factcheck.sources.slugs import slug_of
from factcheck.workflow.clock import stamp
from factcheck.workflow.files import write_changed
from factcheck.workspace import CONFIG_NAME, DATABASE_NAME, Workspace, read_config

IGNORED = f"/{DATABASE_NAME}*\n"
ATTRIBUTES = """# Archived bytes are named by their digest: no newline conversion, ever.
sources/** -text
# A line is a record: a merge keeps both sides, and `factcheck run` orders them.
claims/decisions.jsonl merge=union
claims/ledger/*.jsonl merge=union
reports/* merge=union
"""


@dataclass(frozen=True, kw_only=True)
class AddedSource:
    """The source as it is now, and whether these bytes are new to it."""

    source: Source
    new: bool
    snapshots: int


def init(path: Path, name: str | None = None) -> Workspace:
    """Make a folder a workspace. Raises UsageError when it is one, or a file;
    StoreUnavailable when it cannot be written."""
    root = path.resolve()
    if root.exists() and not root.is_dir():
        raise UsageError(str(path), "this is no folder", "name a folder; `sources add` takes files")
    config = root / CONFIG_NAME
    if config.exists():
        raise UsageError(str(root), "this is a workspace already", "run `factcheck run`")
    title = (name or root.name or "workspace").replace("\\", "\\\\").replace('"', '\\"')
    try:
        for folder in ("sources", "claims", "reports"):
            (root / folder).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreUnavailable(str(root), f"cannot be written: {error.strerror}",
                               "check permissions") from error  # fmt: skip
    write_git_files(root)
    write_changed(config, f'name = "{title}"\n')
    return Workspace(root=root, config=read_config(config))


def write_git_files(root: Path) -> list[Path]:
    """Tell git what is not kept and how texts are merged, where it was not told yet. Returns the
    files that were written."""
    texts = {root / ".gitignore": IGNORED, root / ".gitattributes": ATTRIBUTES}
    return [path for path, text in texts.items() if not path.exists() and write_changed(path, text)]


def add_source(
    workspace: Workspace, path: Path | str, slug: str | None = None,
    describe: Source | None = None, *, now: datetime | None = None,
) -> AddedSource:  # fmt: skip
    """Archive a local file as the newest snapshot of a source: of the one named `slug`, or named
    after the file. `describe` says what the source is (its slug is overruled). Raises InputError
    for a file that cannot be read, NetworkRefused for a web address; `run` stores what is new."""
    name = str(path)
    if "://" in name:
        raise NetworkRefused(
            name, "web addresses are not fetched", "save the page and add the file"
        )
    data = bytes_of(Path(path), name)
    chosen = slug or slug_of(name)
    described = replace(describe, slug=chosen) if describe else None
    added = archive.add(workspace, data, chosen, described, retrieved_at=stamp(now), name=name)
    return AddedSource(source=added.entry.source, new=added.added,
                       snapshots=len(added.entry.snapshots))  # fmt: skip
