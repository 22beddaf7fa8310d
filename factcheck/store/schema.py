"""What a store must look like: a fresh one is made here, and every opened one is checked here."""

from __future__ import annotations

from sqlalchemy import Connection, insert, inspect, select, text, update

from factcheck.errors import IntegrityError
from factcheck.store.events import GENESIS
from factcheck.store.rows import StoreRow, table
from factcheck.store.triggers import create_guards, missing_guards

STORE_FORMAT = 3
APPLICATION_ID = 0x66636B31
"""`fck1`: what says that an SQLite file is ours."""
HEAD_REVISION = "0003"
"""The newest migration: a fresh store is stamped with it."""

FOREIGN = "not a factcheck store"


def create_schema(connection: Connection) -> None:
    """All tables, triggers and first rows, inside the caller's transaction."""
    StoreRow.metadata.create_all(connection)
    create_guards(connection)
    connection.execute(text(
        "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
        "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
    ))  # fmt: skip
    connection.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": HEAD_REVISION})
    first_rows(connection)
    connection.execute(insert(table("reconciled")).values(id=1, claims_seen=0, rules=""))


def first_rows(connection: Connection) -> None:
    """The rows that every store of any format starts with: its format, and the head of an empty
    log."""
    connection.execute(insert(table("store_format")).values(id=1, format=STORE_FORMAT))
    connection.execute(insert(table("audit_head")).values(id=1, seq=0, hash=GENESIS))
    stamp(connection)


def stamp(connection: Connection) -> None:
    """Say in the database that it is a store of the format this program writes."""
    connection.execute(update(table("store_format")).values(format=STORE_FORMAT))
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {STORE_FORMAT}")


def is_blank(connection: Connection) -> bool:
    """Whether the database holds no table at all."""
    return not inspect(connection).get_table_names()


def check_format(store: str, found: int) -> None:
    """Raises IntegrityError unless this program knows the format."""
    if found > STORE_FORMAT:
        raise IntegrityError(
            store, f"store format {found}, this program knows {STORE_FORMAT}",
            "use the factcheck that wrote it, or a newer one",
        )  # fmt: skip
    if found < 1:
        raise IntegrityError(store, FOREIGN, "name another database")


def stored_format(connection: Connection, store: str) -> int:
    """The format of a store. Raises IntegrityError when the database is none of ours."""
    if not inspect(connection).has_table("store_format"):
        raise IntegrityError(store, FOREIGN, "name another database")
    return int(connection.execute(select(table("store_format").c.format)).scalar() or 0)


def check_schema(connection: Connection, store: str) -> None:
    """Raises IntegrityError when tables or guards are missing or the format is unknown."""
    check_format(store, stored_format(connection, store))
    names = set(inspect(connection).get_table_names())
    lacking = sorted(set(StoreRow.metadata.tables) - names)
    if lacking:
        raise IntegrityError(store, f"table {lacking[0]} is missing", "restore it from a backup")
    gone = missing_guards(connection)
    if gone:
        raise IntegrityError(store, f"the guard {gone[0]} of the log is missing",
                             "somebody changed the store; restore it from a backup")  # fmt: skip
