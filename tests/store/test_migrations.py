"""A store that was migrated is the same as a fresh one, guards included."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, inspect, text

from factcheck.store import open_store
from factcheck.store.engine import MODE, make_engine
from factcheck.store.location import locate
from factcheck.store.migrate import SCRIPTS, upgrade
from factcheck.store.schema import HEAD_REVISION, STORE_FORMAT, check_schema, create_schema

PARTS = ("get_columns", "get_pk_constraint", "get_foreign_keys", "get_indexes",
         "get_unique_constraints", "get_check_constraints")  # fmt: skip
GUARDS = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name",
    "postgresql": "SELECT tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal "
    "UNION ALL SELECT proname, prosrc FROM pg_proc WHERE proname LIKE 'events%' ORDER BY 1",
}


@contextmanager
def blank(url: str) -> Iterator[Connection]:
    engine = make_engine(locate(url))
    try:
        with engine.connect() as connection:
            connection = connection.execution_options(**{MODE: "create"})
            with connection.begin():
                yield connection
    finally:
        engine.dispose()


def shown(part: Any) -> str:
    """One column, key or index in words; the condition of a partial index as its SQL."""
    if isinstance(part, dict) and "dialect_options" in part:
        part = {**part, "dialect_options": {k: str(v) for k, v in part["dialect_options"].items()}}
    return repr(part)


def description(connection: Connection) -> dict[str, object]:
    """Everything that the database knows of its tables and guards."""
    inspector = inspect(connection)
    found: dict[str, object] = {
        f"{name} {part}": sorted(map(shown, listed if isinstance(listed, list) else [listed]))
        for name in sorted(inspector.get_table_names())
        for part in PARTS
        for listed in [getattr(inspector, part)(name)]
    }
    found["guards"] = [tuple(row) for row in connection.execute(
        text(GUARDS[connection.dialect.name]))]  # fmt: skip
    for name in ("alembic_version", "store_format", "audit_head"):
        found[f"rows of {name}"] = repr(connection.execute(text(f"SELECT * FROM {name}")).all())
    if connection.dialect.name == "sqlite":
        found["stamps"] = [connection.exec_driver_sql(f"PRAGMA {name}").scalar()
                           for name in ("application_id", "user_version")]  # fmt: skip
    return found


def other(url: str, tmp_path: Path, request: pytest.FixtureRequest) -> str:
    """A second empty database of the same kind."""
    if url.startswith("sqlite"):
        return f"sqlite:///{tmp_path / 'second.db'}"
    import psycopg

    server: str = request.getfixturevalue("postgresql")
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute("DROP DATABASE IF EXISTS second")
        connection.execute("CREATE DATABASE second")
    return server.replace("/postgres?", "/second?")


def test_upgrading_to_head_gives_a_fresh_schema(
    database: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    with blank(database) as connection:
        create_schema(connection)
        fresh = description(connection)
    with blank(other(database, tmp_path, request)) as connection:
        upgrade(connection)
        assert description(connection) == fresh
        check_schema(connection, "migrated")


def test_the_comparison_sees_a_missing_guard_and_a_missing_check(tmp_path: Path) -> None:
    """The negative control: without it the test above could pass for any two schemas."""
    with blank(f"sqlite:///{tmp_path / 'a.db'}") as connection:
        create_schema(connection)
        whole = description(connection)
        connection.exec_driver_sql("DROP TRIGGER events_gapless")
        assert description(connection) != whole


def test_a_migrated_store_opens(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'factcheck.db'}"
    with blank(url) as connection:
        upgrade(connection)
    open_store(url, create=False).close()


def test_a_store_of_the_first_format_opens_with_all_it_held(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'factcheck.db'}"
    with blank(url) as connection:
        upgrade(connection, "0001")
        connection.exec_driver_sql("UPDATE store_format SET format = 1")
        connection.exec_driver_sql("PRAGMA user_version = 1")
        connection.exec_driver_sql("INSERT INTO terms VALUES (1, 'subject', 'd', 'Ossia')")
    for _ in range(2):
        with open_store(url, create=False) as store, store.read() as reader:
            assert reader.connection.exec_driver_sql("SELECT text FROM terms").scalar() == "Ossia"
            assert reader.connection.exec_driver_sql("PRAGMA user_version").scalar() == STORE_FORMAT


def test_the_head_is_the_newest_script() -> None:
    names = sorted(path.name for path in (SCRIPTS / "versions").glob("[0-9]*.py"))
    assert names[-1].startswith(HEAD_REVISION)


def test_what_alembic_needs_is_beside_the_code() -> None:
    assert (SCRIPTS / "env.py").is_file() and (SCRIPTS / "script.py.mako").is_file()
