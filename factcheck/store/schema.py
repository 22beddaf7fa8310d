"""What a store must look like: a fresh one is made here, and every opened one is checked here."""

from __future__ import annotations

from sqlalchemy import Connection, insert, inspect, select, text

from factcheck.errors import IntegrityError
from factcheck.store.events import GENESIS
from factcheck.store.rows import StoreRow, table
from factcheck.store.triggers import create_guards, missing_guards

STORE_FORMAT = 1
APPLICATION_ID = 0x66636B31
"""`fck1`: what says that an SQLite file is ours."""
HEAD_REVISION = "0001"
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


def first_rows(connection: Connection) -> None:
    """The rows that every store starts with: its format, and the head of an empty log."""
    connection.execute(insert(table("store_format")).values(id=1, format=STORE_FORMAT))
    connection.execute(insert(table("audit_head")).values(id=1, seq=0, hash=GENESIS))
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


def check_schema(connection: Connection, store: str) -> None:
    """Raises IntegrityError when tables or guards are missing or the format is unknown."""
    names = set(inspect(connection).get_table_names())
    if "store_format" not in names:
        raise IntegrityError(store, FOREIGN, "name another database")
    found = connection.execute(select(table("store_format").c.format)).scalar()
    check_format(store, int(found or 0))
    lacking = sorted(set(StoreRow.metadata.tables) - names)
    if lacking:
        raise IntegrityError(store, f"table {lacking[0]} is missing", "restore it from a backup")
    gone = missing_guards(connection)
    if gone:
        raise IntegrityError(store, f"the guard {gone[0]} of the log is missing",
                             "somebody changed the store; restore it from a backup")  # fmt: skip
