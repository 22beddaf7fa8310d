"""Where a store is: which URLs are taken, and what is looked at before SQLite may touch a file."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from factcheck.errors import IntegrityError, StoreUnavailable, UsageError
from factcheck.store.failures import told
from factcheck.store.schema import APPLICATION_ID, FOREIGN, check_format

MOUNTS = Path("/proc/mounts")
NETWORK_FILESYSTEMS = ("nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse")
SQLITE_URL = re.compile(r"sqlite(?:\+pysqlite)?://(?:/|$)")
"""What follows is the path as it is, so that any folder may hold a workspace."""
CREDENTIALS = re.compile(r"//[^@/]{0,400}@")
EXAMPLES = "sqlite:///factcheck.db or postgresql://host/name"


@dataclass(frozen=True, kw_only=True)
class Location:
    """A database: its URL for the driver, and its file if it is one. `name` is what messages
    call it, without a password."""

    url: URL
    name: str
    file: Path | None


def locate(text: str) -> Location:
    """The database a URL names. Raises UsageError for any that is not SQLite or PostgreSQL."""
    if SQLITE_URL.match(text):
        path = SQLITE_URL.sub("", text)
        if path in ("", ":memory:"):
            raise UsageError(text, "a store in memory would be lost at once", f"give {EXAMPLES}")
        file = Path(path).absolute()
        return Location(url=URL.create("sqlite", database=str(file)), name=str(file), file=file)
    try:
        url = make_url(text)
    except (ArgumentError, ValueError) as error:
        shown = CREDENTIALS.sub("//", text)
        raise UsageError(shown, "this is not a database URL", f"give {EXAMPLES}") from error
    if url.drivername in ("postgresql", "postgresql+psycopg"):
        shown = url.render_as_string(hide_password=True)
        return Location(url=url.set(drivername="postgresql+psycopg"), name=shown, file=None)
    raise UsageError(url.drivername, "the store is SQLite or PostgreSQL", f"give {EXAMPLES}")


def check_file(file: Path) -> None:
    """Look at a file read-only, before a connection could change it. Raises IntegrityError unless
    it is a store of ours in a known format, StoreUnavailable when it cannot be read."""
    try:
        with file.open("rb") as stream:
            start = stream.read(16)
    except OSError as error:
        why = error.strerror or "it cannot be read"
        raise StoreUnavailable(str(file), why.lower(), "look at the path and its rights") from error
    if not start:
        raise IntegrityError(str(file), f"{FOREIGN}: the file is empty", "remove or restore it")
    if start != b"SQLite format 3\0":
        raise IntegrityError(str(file), FOREIGN, "name another file")
    with told(str(file)):
        connection = sqlite3.connect(f"file:{quote(str(file))}?mode=ro", uri=True)
        try:
            connection.execute("PRAGMA trusted_schema = OFF")
            application = connection.execute("PRAGMA application_id").fetchone()[0]
            version = connection.execute("PRAGMA user_version").fetchone()[0]
        finally:
            connection.close()
    if application != APPLICATION_ID:
        raise IntegrityError(str(file), FOREIGN, "name another file")
    check_format(str(file), version)


def check_folder(file: Path) -> None:
    """Raises StoreUnavailable when the folder is absent or lies on a network drive, where
    SQLite's write-ahead log is not safe."""
    folder = file.parent
    if not folder.is_dir():
        raise StoreUnavailable(str(file), "its folder does not exist", f"create {folder}")
    kind = filesystem(folder)
    if kind.startswith("fuse.") or kind in NETWORK_FILESYSTEMS:
        raise StoreUnavailable(str(file), f"it lies on a network drive ({kind})",
                               "use a local disk or PostgreSQL")  # fmt: skip


def filesystem(folder: Path) -> str:
    """The kind of file system a folder is on, empty where the system does not say."""
    try:
        mounts = MOUNTS.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    best, found = -1, ""
    for line in mounts:
        fields = line.split(" ")
        point = Path(fields[1].replace("\\040", " "))
        if folder.is_relative_to(point) and len(point.parts) > best:
            best, found = len(point.parts), fields[2]
    return found
