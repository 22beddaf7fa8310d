"""Many rows at once: the driver's own executemany in bounded batches, COPY on PostgreSQL. Through
the ORM the same load takes thirty to fifty times as long (docs/ledger.md)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from operator import itemgetter
from typing import TypeVar

from sqlalchemy import Connection, Dialect, insert

from factcheck.store.conversion import Row
from factcheck.store.rows import table

BATCH = 500
"""Rows given to the driver at once, and read back at once."""

T = TypeVar("T")


def batches(items: Iterable[T], size: int = BATCH) -> Iterator[list[T]]:
    """The items in lists of at most `size`."""
    stream = iter(items)
    while batch := list(islice(stream, size)):
        yield batch


def insert_many(connection: Connection, name: str, rows: Sequence[Row]) -> None:
    """Insert rows that all have the same two or more columns; the database numbers them in this
    order where they bring no number."""
    if not rows:
        return
    if connection.dialect.name == "postgresql":
        _copy(connection, name, rows)
        return
    statement, order = _statement(connection.dialect, name, tuple(rows[0]))
    in_order = itemgetter(*order)
    for batch in batches(map(in_order, rows)):
        connection.exec_driver_sql(statement, batch)


@lru_cache(maxsize=64)
def _statement(
    dialect: Dialect, name: str, columns: tuple[str, ...]
) -> tuple[str, tuple[str, ...]]:
    """The INSERT of these columns in the driver's words, and the order it wants them in. Kept,
    since an import of many small documents would make it thousands of times."""
    compiled = insert(table(name)).compile(dialect=dialect, column_keys=list(columns))
    return str(compiled), tuple(compiled.positiontup or ())


def _copy(connection: Connection, name: str, rows: Sequence[Row]) -> None:
    columns = list(rows[0])
    in_order = itemgetter(*columns)
    driver = connection.connection.driver_connection
    assert driver is not None, "the connection is open"
    listed = ", ".join(f'"{column}"' for column in columns)
    with driver.cursor() as cursor, cursor.copy(f"COPY {name} ({listed}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(in_order(row))
