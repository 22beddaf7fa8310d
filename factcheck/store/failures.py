"""What goes wrong in a database, as the one line a user sees: busy, full, read-only, damaged."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import IntegrityError as ConstraintError

from factcheck.errors import FactcheckError, IntegrityError, StoreUnavailable

UNAVAILABLE = {
    sqlite3.SQLITE_BUSY: ("the store is busy", "try again when the other command is done"),
    sqlite3.SQLITE_LOCKED: ("the store is busy", "try again when the other command is done"),
    sqlite3.SQLITE_FULL: ("no space left; nothing changed", "make room and try again"),
    sqlite3.SQLITE_IOERR: ("the disk refused; nothing changed", "look at the disk"),
    sqlite3.SQLITE_READONLY: ("the store is read-only", "make it and its folder writable"),
    sqlite3.SQLITE_CANTOPEN: ("the store cannot be opened", "make its folder writable"),
    sqlite3.SQLITE_PERM: ("the store may not be opened", "ask its owner"),
}
"""Primary SQLite result code → why, and what to do."""
DAMAGED = {
    sqlite3.SQLITE_NOTADB: ("not a factcheck store", "name another file"),
    sqlite3.SQLITE_CORRUPT: ("the store is damaged", "restore it from a backup"),
}


@contextmanager
def told(store: str) -> Iterator[None]:
    """Turn what a database raises inside into our own errors, with `store` as what they name."""
    try:
        yield
    except ConstraintError as error:
        raise IntegrityError(store, f"the store refused a row: {cause(error)}",
                             "run `factcheck verify`") from error  # fmt: skip
    except DBAPIError as error:
        raise translated(store, error.orig or error) from error
    except sqlite3.Error as error:
        raise translated(store, error) from error


def translated(store: str, error: BaseException) -> FactcheckError:
    """The error of ours that says what a driver's error means."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return StoreUnavailable(store, f"the database answered: {cause(error)}",
                                "look whether it runs and lets you in")  # fmt: skip
    primary = code & 0xFF
    if primary in DAMAGED:
        return IntegrityError(store, *DAMAGED[primary])
    why, hint = UNAVAILABLE.get(primary, (f"the database answered: {cause(error)}", ""))
    return StoreUnavailable(store, why, hint)


def cause(error: BaseException) -> str:
    """The first line of what the driver said."""
    said = str(getattr(error, "orig", None) or error).strip()
    return said.splitlines()[0] if said else type(error).__name__
