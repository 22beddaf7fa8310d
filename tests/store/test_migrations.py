"""A store that was migrated is the same as a fresh one, guards included."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, MetaData, Table, func, insert, inspect, select, text

from factcheck.model import Decision
from factcheck.store import Piece, Reader, Store, open_store, put_pieces, verify
from factcheck.store.engine import MODE, make_engine
from factcheck.store.location import locate
from factcheck.store.migrate import SCRIPTS, upgrade
from factcheck.store.schema import (
    HEAD_REVISION,
    STORE_FORMAT,
    check_schema,
    create_schema,
    stored_format,
)
from tests.store.sample import ACTING, AT, article, quarrel

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


def rows_of(connection: Connection, name: str) -> list[dict[str, Any]]:
    return [dict(row) for row in connection.execute(select(reflected(connection, name))).mappings()]


def reflected(connection: Connection, name: str) -> Table:
    """The table as the database knows it, whatever its format."""
    return Table(name, MetaData(), autoload_with=connection)


def as_of_format(url: str, older: str, revision: str, number: int) -> None:
    """Make a store of an older format that holds all that the store at `url` holds."""
    with blank(older) as connection:
        upgrade(connection, revision)
        connection.execute(text("DELETE FROM audit_head"))
        connection.execute(text(f"UPDATE store_format SET format = {number}"))
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql(f"PRAGMA user_version = {number}")
        with open_store(url) as store, store.read() as reader:
            for name in IN_ORDER:
                table = reflected(connection, name)
                known = [{k: v for k, v in row.items() if k in table.columns}
                         for row in rows_of(reader.connection, name)]  # fmt: skip
                if known:
                    connection.execute(insert(table), known)
                if known and "id" in known[0] and connection.dialect.name == "postgresql":
                    last = max(row["id"] for row in known)  # as if it had numbered them itself
                    connection.execute(select(func.setval(f"{name}_id_seq", last)))


IN_ORDER = ("events", "audit_head", "terms", "catalogue", "sources", "snapshots", "readings",
            "claims", "notices", "conflicts", "conflict_sides", "agreements",
            "decisions")  # fmt: skip
"""The tables of the first format with content, those first that others refer to."""


def unplaced(store: Store) -> Store:
    """A store as the first format could hold it: claims that nothing has placed."""
    left, right = article("weekly", "Ossia 2019 and 2018"), article("monthly", "Ossia 2020")
    conflict = quarrel(left.claims[0], right.claims[0])
    with store.write(ACTING) as writer:
        writer.put(replace(left, placements=None))
        writer.put(replace(right, placements=None))
        writer.put_catalogue({"predicates": "p1"})
        put_pieces(writer, {"all": Piece(inputs="1", conflicts=(conflict,))}, {"all"})
        writer.put_decision(Decision(at=AT, actor="Ana", kind="dismiss", reason="known",
                                     object=conflict.fingerprint))  # fmt: skip
    return store


def held(reader: Reader) -> list[object]:
    return [reader.sources(), reader.claims(), reader.notices(), reader.conflicts(),
            reader.agreements(), reader.decisions(), reader.coverage(), reader.catalogue(),
            list(reader.events())]  # fmt: skip


@pytest.mark.parametrize(("revision", "number"), [("0001", 1), ("0002", 2)])
def test_a_store_of_an_older_format_opens_with_all_it_held(
    database: str, tmp_path: Path, request: pytest.FixtureRequest, revision: str, number: int
) -> None:
    older = other(database, tmp_path, request)
    with open_store(database) as store, unplaced(store).read() as reader:
        before = held(reader)
    as_of_format(database, older, revision, number)
    for _ in range(2):  # the first opening brings it up, the second finds it so
        with open_store(older, create=False) as store, store.read() as reader:
            assert held(reader) == before
            assert stored_format(reader.connection, "store") == STORE_FORMAT
            assert verify(reader).ok, verify(reader).problems
    with open_store(older, create=False) as store:
        with store.write(ACTING) as writer:  # and is written as a new one is
            writer.put(article("weekly", "Ossia 2016"))
            assert put_pieces(writer, {}, ()).closed
        with store.read() as reader:
            assert verify(reader).ok, verify(reader).problems


def test_the_head_is_the_newest_script() -> None:
    names = sorted(path.name for path in (SCRIPTS / "versions").glob("[0-9]*.py"))
    assert names[-1].startswith(HEAD_REVISION)


def test_what_alembic_needs_is_beside_the_code() -> None:
    assert (SCRIPTS / "env.py").is_file() and (SCRIPTS / "script.py.mako").is_file()
