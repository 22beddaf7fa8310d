"""A report into a folder of pages: made beside it and put in its place whole, so that an earlier
report stands until the new one is there."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from factcheck.errors import StoreUnavailable
from factcheck.reports import Contents
from factcheck.reports.formats.folder import STYLESHEET, folder_files
from factcheck.reports.formats.hrefs import INDEX

WORLD_READABLE = 0o755


def write_folder(folder: Path, contents: Contents) -> int:
    """Write the report as pages into the folder, instead of an earlier report there. Returns how
    many files. Raises StoreUnavailable where the folder holds anything else, is a link, or cannot
    be written."""
    _refuse_foreign(folder)
    try:
        made = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    except OSError as error:
        raise _unwritable(folder, error) from error
    try:
        count = 0
        for name, text in folder_files(contents):
            (made / name).write_bytes(text.encode("utf-8"))
            count += 1
        made.chmod(WORLD_READABLE)
        _put(made, folder)
    except OSError as error:
        raise _unwritable(folder, error) from error
    finally:
        shutil.rmtree(made, ignore_errors=True)
    return count


def _put(made: Path, folder: Path) -> None:
    """The new folder in the place of the old one; the old one comes back where that fails."""
    if not folder.exists():
        made.rename(folder)
        return
    old = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        kept = folder.rename(old / "old")
        try:
            made.rename(folder)
        except OSError:
            kept.rename(folder)
            raise
    finally:
        shutil.rmtree(old, ignore_errors=True)


def _refuse_foreign(folder: Path) -> None:
    """Only an absent or empty folder, or one that holds an earlier report, is written to."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise StoreUnavailable(str(folder), "it is not a folder", "name another one")
    names: set[str] = set()
    with suppress(FileNotFoundError):
        names = {path.name for path in folder.iterdir()}
    if names and not {INDEX, STYLESHEET} <= names:
        raise StoreUnavailable(str(folder), "it holds something that is no report",
                               "name another folder")  # fmt: skip
    if not folder.parent.is_dir():
        raise StoreUnavailable(str(folder), "the folder around it does not exist", "make it first")


def _unwritable(folder: Path, error: OSError) -> StoreUnavailable:
    return StoreUnavailable(str(folder), error.strerror or "it cannot be written",
                            "an earlier report there is unchanged")  # fmt: skip
