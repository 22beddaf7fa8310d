"""Whoever can open the file can change it; verify says where. Every single field is tried."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from factcheck.store import Verification, open_store, verify
from tests.store.sample import ACTING, AT, fill

REMADE = ("dirty_groups", "group_conflicts", "hidden_findings", "pieces", "reconciled")
REMADE_COLUMNS = (("conflicts", "piece_id"), ("readings", "made_with"), ("readings", "is_record"))
"""What the next full run makes again, and no report reads."""
GUARDS = ("events_no_update", "events_no_delete", "events_gapless")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("whole") / "factcheck.db"
    with open_store(f"sqlite:///{path}") as store:
        fill(store)
    return path


def tampered(whole: Path, folder: Path, *statements: str) -> Verification:
    """Verify a copy after somebody changed it, guards taken down and put up again."""
    path = folder / "factcheck.db"
    shutil.copy(whole, path)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        guards = [row[0] for row in connection.execute(
            "SELECT sql FROM sqlite_master WHERE type = 'trigger'")]  # fmt: skip
        for name in GUARDS:
            connection.execute(f"DROP TRIGGER {name}")
        changes = connection.total_changes
        connection.execute("PRAGMA ignore_check_constraints = ON")
        for statement in statements:
            connection.execute(statement)
        assert connection.total_changes > changes, "the tampering itself did nothing"
        for guard in guards:
            connection.execute(guard)
    with open_store(f"sqlite:///{path}") as store, store.read() as reader:
        return verify(reader)


def test_a_whole_store_is_whole(whole: Path) -> None:
    with open_store(f"sqlite:///{whole}") as store, store.read() as reader:
        found = verify(reader)
        assert found.ok, [str(problem) for problem in found.problems]
        assert found.events == sum(1 for _ in reader.events())
        assert verify(reader, head=found.head).ok


def columns() -> Iterator[tuple[str, str, str]]:
    """(table, column, SQL of another value) for every column of every table with content."""
    from factcheck.store.rows import StoreRow

    silent = {("store_format", "id"), ("store_format", "format"), ("audit_head", "id")}
    for name, table in sorted(StoreRow.metadata.tables.items()):
        if name in ("links", *REMADE):
            continue
        for column in table.columns:
            if (name, column.name) in (*silent, *REMADE_COLUMNS):
                continue  # refused when the store is opened, before anything is verified
            others = {int: f'"{column.name}" + 1000', bool: f'NOT "{column.name}"',
                      bytes: "x'00112233'"}  # fmt: skip
            blank = f"COALESCE(\"{column.name}\", '') || ' '"
            yield name, column.name, others.get(column.type.python_type, blank)


def numbers_only_rows(name: str, column: str) -> bool:
    """Row numbers that nothing refers to mean nothing: another number tells no other story."""
    return column == "id" and name in ("notices", "claims", "agreements", "decisions",
                                       "conflict_sides")  # fmt: skip


@pytest.mark.parametrize(("name", "column", "other"), list(columns()),
                         ids=lambda value: str(value)[:24])  # fmt: skip
def test_every_changed_field_is_found(
    whole: Path, tmp_path: Path, name: str, column: str, other: str
) -> None:
    row = f"(SELECT MAX(rowid) FROM {name})"
    found = tampered(whole, tmp_path, f'UPDATE {name} SET "{column}" = {other} WHERE rowid = {row}')
    if numbers_only_rows(name, column):
        assert found.ok, found.problems
    else:
        assert not found.ok


@pytest.mark.parametrize("statement", [
    "DELETE FROM events WHERE seq = (SELECT MAX(seq) FROM events)",
    "DELETE FROM events WHERE seq = 3",
    "UPDATE events SET seq = 1000 WHERE seq = 3",
    "UPDATE events SET body = (SELECT body FROM events e WHERE e.seq = 4) WHERE seq = 3",
    "INSERT INTO events SELECT seq + 1, at, actor, actor_kind, kind, object, body, 'x', schema,"
    " hash, hash FROM events ORDER BY seq DESC LIMIT 1",
    "DELETE FROM decisions",
    "DELETE FROM conflict_sides",
    "DELETE FROM agreements",
    "DELETE FROM notices WHERE id = 1",
    "DELETE FROM claims WHERE id = (SELECT MAX(id) FROM claims)",
    "DELETE FROM catalogue WHERE name = 'predicates'",
    "UPDATE readings SET current = NOT current WHERE snapshot_id IN (SELECT id FROM snapshots"
    " WHERE source_id = 1)",
    "INSERT INTO links (subject_id, entity, reason, certainty_percent) VALUES (1, 'X', '', 100)",
    "INSERT INTO catalogue VALUES ('terms', 'forged')",
    "INSERT INTO sources SELECT 99, 'forged', title, kind, language, publisher, url, published,"
    " licence, rank, relations FROM sources LIMIT 1",
])  # fmt: skip
def test_rows_that_vanish_appear_or_change_places_are_found(
    whole: Path, tmp_path: Path, statement: str
) -> None:
    assert not tampered(whole, tmp_path, statement).ok


def test_a_rewritten_log_is_found_with_a_head_kept_elsewhere(whole: Path, tmp_path: Path) -> None:
    """A log cut at its end and mended skilfully is whole in itself: the noted head tells."""
    path = tmp_path / "factcheck.db"
    shutil.copy(whole, path)
    with open_store(f"sqlite:///{path}") as store:
        with store.write(ACTING) as writer:
            writer.put_catalogue({"predicates": "p2"})
        with store.read() as reader:
            noted = verify(reader).head
    shutil.copy(whole, path)
    with open_store(f"sqlite:///{path}") as store, store.read() as reader:
        assert verify(reader).ok
        assert not verify(reader, head=noted).ok


def test_the_problem_says_where(whole: Path, tmp_path: Path) -> None:
    found = tampered(whole, tmp_path, "UPDATE events SET actor = 'Eve' WHERE seq = 2")
    assert "event 2: it does not match its hash" in map(str, found.problems)
    found = tampered(whole, tmp_path, "UPDATE claims SET exact = '1999' WHERE exact = '2020'")
    assert any(problem.place.startswith("claim") for problem in found.problems)
    assert found.to_dict()["ok"] is False
    assert AT.endswith("Z")
