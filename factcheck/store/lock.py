"""One writing process at a time, by an advisory lock beside the file.

SQLite 3.7.0 to 3.51.2 can damage a file when two connections write and checkpoint at once (the
"WAL-reset" bug, fixed in 3.51.3), and making a new store must not happen twice.
"""

from __future__ import annotations

import fcntl
import logging
import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from factcheck.errors import StoreUnavailable

SOUND_SQLITE = (3, 51, 3)
PAUSE_SECONDS = 0.002

log = logging.getLogger(__name__)


def note_old_sqlite(store: str) -> None:
    """Note in the log, when a store is made, that this SQLite needs the one-writer lock. No
    warning: the lock meets the danger, and there is nothing that anybody must do."""
    if sqlite3.sqlite_version_info < SOUND_SQLITE:
        log.info(
            "%s: SQLite %s may damage a file that two processes write at once (mended in 3.51.3); "
            "a lock makes them take turns", store, sqlite3.sqlite_version,
        )  # fmt: skip


@contextmanager
def writing(file: Path, seconds: float) -> Iterator[None]:
    """Hold the lock of a store, waiting for it up to `seconds`. Raises StoreUnavailable when
    another process keeps it, or when the folder cannot be written."""
    path = file.with_name(file.name + ".lock")
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError as error:
        why = error.strerror or "it cannot be locked"
        raise StoreUnavailable(str(file), f"{path.name}: {why.lower()}",
                               "make the folder writable") from error  # fmt: skip
    try:
        _acquire(handle, file, seconds)
        yield
    finally:
        os.close(handle)


def _acquire(handle: int, file: Path, seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > deadline:
                holder = os.pread(handle, 20, 0).decode("ascii", "replace").strip() or "unknown"
                raise StoreUnavailable(str(file), f"the store is busy (pid {holder})",
                                       "try again when it is done") from None  # fmt: skip
            time.sleep(PAUSE_SECONDS)
        else:
            os.ftruncate(handle, 0)
            os.pwrite(handle, str(os.getpid()).encode(), 0)
            return
