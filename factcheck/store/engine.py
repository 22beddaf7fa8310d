"""Connections: the settings that our promises rest on, set on every one, read back and verified."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import ConnectionPoolEntry

from factcheck.errors import StoreUnavailable
from factcheck.store.location import Location

BUSY_SECONDS = 30
MODE = "factcheck_mode"
"""Execution option of a connection: `read` (the default), `write`, or `create` (makes tables)."""

PRAGMAS: dict[str, tuple[object, object]] = {
    "journal_mode": ("WAL", "wal"),
    "synchronous": ("FULL", 2),
    "foreign_keys": ("ON", 1),
    "recursive_triggers": ("ON", 1),
    "trusted_schema": ("OFF", 0),
    "cell_size_check": ("ON", 1),
    "mmap_size": (0, 0),
    "journal_size_limit": (64 * 1024 * 1024, 64 * 1024 * 1024),
}
"""Setting → (what is asked for, what must be read back). See docs/ledger.md for the reasons."""
CREATION_LOCK = 0x66636B31
"""PostgreSQL's advisory lock under which a schema is made."""
POSTGRESQL_OPTIONS = (
    "-c statement_timeout=30000 -c lock_timeout=5000 "
    "-c idle_in_transaction_session_timeout=60000 -c timezone=UTC"
)


def make_engine(location: Location, busy_seconds: float = BUSY_SECONDS) -> Engine:
    """An engine for one store. A connection that does not take our settings is refused with
    StoreUnavailable, since some builds of SQLite set other defaults."""
    if location.file is None:
        engine = create_engine(location.url, pool_pre_ping=True, connect_args={
            "options": POSTGRESQL_OPTIONS, "connect_timeout": 10,
        })  # fmt: skip
        event.listen(engine, "begin", _begin_postgresql)
        return engine
    engine = create_engine(location.url, connect_args={"timeout": busy_seconds})
    milliseconds = int(busy_seconds * 1000)

    @event.listens_for(engine, "connect")
    def settle(connection: Any, entry: ConnectionPoolEntry) -> None:
        connection.isolation_level = None
        wanted = {**PRAGMAS, "busy_timeout": (milliseconds, milliseconds)}
        for name, (value, expected) in wanted.items():
            connection.execute(f"PRAGMA {name} = {value}")
            row = connection.execute(f"PRAGMA {name}").fetchone()
            if row is None or row[0] != expected:
                raise StoreUnavailable(location.name, f"SQLite does not take {name} = {value}",
                                       "use another build of SQLite")  # fmt: skip

    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _begin_sqlite(connection: Connection) -> None:
    """A writer takes its lock at once: a read snapshot cannot be upgraded under contention."""
    reads = connection.get_execution_options().get(MODE, "read") == "read"
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


POSTGRESQL_BEGINS = {
    "read": "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ",
    "write": "SELECT seq FROM audit_head WHERE id = 1 FOR UPDATE",
    "create": f"SELECT pg_advisory_xact_lock({CREATION_LOCK})",
}
"""A reader sees one state throughout; writers queue at the head of the log; a schema is made once,
by the first of those who wait for the lock."""


def _begin_postgresql(connection: Connection) -> None:
    mode = connection.get_execution_options().get(MODE, "read")
    connection.exec_driver_sql(POSTGRESQL_BEGINS[mode])
