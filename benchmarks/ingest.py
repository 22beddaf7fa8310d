"""Bulk load of generated claims beside raw sqlite3, SQLModel and PostgreSQL's COPY.

Every way runs in a process of its own and leaves out the making of the claims. The raw peers are
given finished rows of 15 columns; factcheck is given records, whose digests, checks, events and
interned words are its own work. SQLModel runs on a tenth of the claims, scaled up.

Run: python benchmarks/ingest.py [--claims 100000] [--keep STORE.db] [--postgres URL]
"""

from __future__ import annotations

import argparse
import itertools
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.generated import ACTING, Stopwatch, child, clock, documents, table, told
from factcheck.store import conversion, open_store
from factcheck.store.loading import load

COLUMNS = ("reading_id", "digest", "key", "subject_id", "predicate_id", "value_id", "value",
           "qualifiers", "language", "modality", "start", "stop", "exact", "prefix",
           "suffix")  # fmt: skip
INDEXES = ("digest", "key", "reading_id", "subject_id, predicate_id, value_id")
Tuples = list[tuple[Any, ...]]


def finished(claims: int, size: int = 20_000) -> Iterator[Tuples]:
    """Rows as a driver takes them, in lists."""
    numbers: dict[tuple[str, str], int] = {}

    def intern(kind: str, text: str) -> int:
        return numbers.setdefault((kind, text), len(numbers))

    def rows() -> Iterator[tuple[Any, ...]]:
        for number, intake in enumerate(documents(claims)):
            for claim in intake.claims:
                row = conversion.claim_columns(claim, number, intern)
                yield tuple(row[column] for column in COLUMNS)

    stream = rows()
    while chunk := list(itertools.islice(stream, size)):
        yield chunk


def raw(claims: int, folder: Path, indexed: bool) -> float:
    """sqlite3.executemany in one transaction, the indexes after."""
    connection = sqlite3.connect(folder / "raw.db", isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute(f"CREATE TABLE claims (id INTEGER PRIMARY KEY, {', '.join(COLUMNS)})")
    insert = f"INSERT INTO claims ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"
    connection.execute("BEGIN")
    taken = 0.0
    for chunk in finished(claims):
        started = clock()
        connection.executemany(insert, chunk)
        taken += clock() - started
    started = clock()
    for columns in INDEXES if indexed else ():
        connection.execute(f'CREATE INDEX "{columns}" ON claims ({columns})')
    connection.execute("COMMIT")
    return taken + clock() - started


def through_orm(claims: int, folder: Path) -> float:
    """SQLModel's add_all, as its tutorial shows it; the same columns, the same indexes."""
    from sqlmodel import Field, Session, SQLModel, create_engine

    types = {name: int if name.endswith("_id") or name in ("start", "stop") else str
             for name in COLUMNS}  # fmt: skip
    fields: dict[str, Any] = {
        name: Field(index=name in ("digest", "key", "reading_id")) for name in COLUMNS
    }
    made: Any = type("Row", (SQLModel,), {
        "__annotations__": {"id": int | None, **types}, "id": Field(default=None, primary_key=True),
        **fields, "__module__": __name__,
    }, table=True)  # fmt: skip
    engine = create_engine(f"sqlite:///{folder / 'orm.db'}")
    SQLModel.metadata.create_all(engine)
    taken = 0.0
    with Session(engine) as session:
        for chunk in finished(claims):
            started = clock()
            session.add_all([made(**dict(zip(COLUMNS, row, strict=True))) for row in chunk])
            session.flush()
            taken += clock() - started
        started = clock()
        session.commit()
        return taken + clock() - started


def ours(claims: int, url: str) -> float:
    """`load`, from records to committed rows, events and indexes, into an empty store."""
    watch = Stopwatch()
    for file in (url.removeprefix("sqlite:///") + end for end in ("", "-wal", "-shm")):
        Path(file).unlink(missing_ok=True)
    with open_store(url) as store:
        started = clock()
        with store.write(ACTING) as writer:
            load(writer, watch.watch(documents(claims)))
        return clock() - started - watch.making


def copied(claims: int, url: str) -> float:
    """COPY into a bare table of the same columns, the indexes after."""
    import psycopg

    taken = 0.0
    with psycopg.connect(url) as connection, connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS bare")
        types = ", ".join(f"{c} {'int' if c.endswith('_id') or c in ('start', 'stop') else 'text'}"
                          for c in COLUMNS)  # fmt: skip
        cursor.execute(f"CREATE TABLE bare ({types})")
        for chunk in finished(claims):
            started = clock()
            with cursor.copy(f"COPY bare ({', '.join(COLUMNS)}) FROM STDIN") as copy:
                for row in chunk:
                    copy.write_row(row)
            taken += clock() - started
        started = clock()
        for columns in INDEXES:
            cursor.execute(f"CREATE INDEX ON bare ({columns})")
        connection.commit()
    return taken + clock() - started


def one(way: str, claims: int, keep: str, postgres: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if way == "raw":
            told(seconds=raw(claims, folder, indexed=False))
        elif way == "raw+indexes":
            told(seconds=raw(claims, folder, indexed=True))
        elif way == "SQLModel":
            told(seconds=10 * through_orm(claims // 10, folder))
        elif way == "COPY":
            told(seconds=copied(claims, postgres))
        elif way == "ours on PostgreSQL":
            told(seconds=ours(claims, postgres))
        else:
            told(seconds=ours(claims, f"sqlite:///{keep or folder / 'ours.db'}"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--keep", default="")
    parser.add_argument("--postgres", default="")
    parser.add_argument("--way")
    given = parser.parse_args()
    if given.way:
        one(given.way, given.claims, given.keep, given.postgres)
        return
    options = ("--claims", str(given.claims), "--keep", given.keep, "--postgres", given.postgres)
    ways = ["raw", "raw+indexes", "SQLModel", "ours"]
    ways += ["COPY", "ours on PostgreSQL"] if given.postgres else []
    found = {way: child(__file__, way, *options) for way in ways}
    floor = found["raw"]["seconds"]
    table(("way", "seconds", "µs a claim", "of raw", "peak MB"), [
        (way, f["seconds"], float(f["seconds"]) / given.claims * 1e6,
         float(f["seconds"]) / float(floor), f["peak"]) if "seconds" in f
        else (way, f["absent"], "", "", "") for way, f in found.items()
    ])  # fmt: skip


if __name__ == "__main__":
    main()
