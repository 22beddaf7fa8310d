"""Many rows at once: the driver's own executemany in bounded batches. Through the ORM the same
load takes thirty to fifty times as long (docs/ledger.md)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

from sqlalchemy import Connection, insert

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
    """Insert rows that all have the same columns; the database numbers them in this order."""
    if not rows:
        return
    compiled = insert(table(name)).compile(
        dialect=connection.dialect, column_keys=list(rows[0])
    )  # fmt: skip
    statement, order = str(compiled), compiled.positiontup
    for batch in batches(rows):
        if order is not None:
            tuples = [tuple(row[column] for column in order) for row in batch]
            connection.exec_driver_sql(statement, tuples)
        else:
            connection.exec_driver_sql(statement, batch)
