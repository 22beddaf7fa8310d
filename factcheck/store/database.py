"""Opening a store: find it, check it or make it, and hand out transactions."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, text

from factcheck.errors import IntegrityError, StoreUnavailable, UsageError
from factcheck.store import lock
from factcheck.store.engine import BUSY_SECONDS, MODE, make_engine
from factcheck.store.failures import told
from factcheck.store.location import Location, check_file, check_folder, locate
from factcheck.store.reader import Reader
from factcheck.store.schema import (
    FOREIGN,
    STORE_FORMAT,
    check_schema,
    create_schema,
    is_blank,
    stored_format,
)
from factcheck.store.writer import Acting, Writer


class Store:
    """An open store. Use it as a context manager, or call `close`."""

    def __init__(self, location: Location, engine: Engine, busy_seconds: float) -> None:
        self.location = location
        self._engine = engine
        self._busy_seconds = busy_seconds

    @property
    def name(self) -> str:
        """What messages call it: its file, or its URL without the password."""
        return self.location.name

    @contextmanager
    def read(self) -> Iterator[Reader]:
        """A transaction that only reads, and sees one state throughout."""
        with told(self.name), self._engine.connect() as connection, connection.begin():
            yield Reader(connection)

    @contextmanager
    def write(self, acting: Acting) -> Iterator[Writer]:
        """A transaction that writes, the only one at its time. Whatever raises inside undoes it
        all. Raises StoreUnavailable when others keep the store too long."""
        with ExitStack() as stack:
            if self.location.file is not None:
                stack.enter_context(lock.writing(self.location.file, self._busy_seconds))
            stack.enter_context(told(self.name))
            connection = stack.enter_context(self._engine.connect())
            connection = connection.execution_options(**{MODE: "write"})
            stack.enter_context(connection.begin())
            yield Writer(connection, acting)

    def close(self) -> None:
        """Give back all connections."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        self.close()


def open_store(url: str, create: bool = True, busy_seconds: float = BUSY_SECONDS) -> Store:
    """The store at a URL (`sqlite:///FILE` or `postgresql://…`), made when it is absent and
    `create` says so.

    Raises UsageError for another kind of URL or an absent store, IntegrityError for anything that
    is not a store of ours in a format we know, StoreUnavailable when it cannot be used now.
    """
    location = locate(url)
    if location.file is not None:
        _prepare_file(location.file, create, busy_seconds)
    store = Store(location, make_engine(location, busy_seconds), busy_seconds)
    try:
        with told(store.name):
            if location.file is None:
                _prepare_server(store, store._engine, create)
            _bring_up(store, store._engine)
            with store.read() as reader:
                check_schema(reader.connection, store.name)
    except BaseException:
        store.close()
        raise
    return store


def _prepare_file(file: Path, create: bool, busy_seconds: float) -> None:
    check_folder(file)
    if not file.exists():
        if not create:
            raise UsageError(str(file), "there is no store yet", "run `factcheck run` first")
        with lock.writing(file, busy_seconds):
            if not file.exists():
                _make_file(file)
    check_file(file)


def _make_file(file: Path) -> None:
    """A new store appears whole or not at all: it is made aside and then renamed."""
    aside = file.with_name(f"{file.name}.new")  # we hold the lock: it is ours, or left by a kill
    try:
        aside.unlink(missing_ok=True)
        os.close(os.open(aside, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o644))
    except OSError as error:
        why = (error.strerror or "it cannot be made").lower()
        raise StoreUnavailable(str(file), why, "make the folder writable") from error
    try:
        with told(str(file)):
            engine = make_engine(locate(f"sqlite:///{aside}"))
            _in_creation(engine, create_schema)
            engine.dispose()
        aside.rename(file)
        lock.note_old_sqlite(str(file))
    finally:
        for leftover in (aside, *(Path(f"{aside}{end}") for end in ("-wal", "-shm"))):
            leftover.unlink(missing_ok=True)


def _bring_up(store: Store, engine: Engine) -> None:
    """A store of an older format gets the newest one, whole or not at all."""
    with store.read() as reader:
        if stored_format(reader.connection, store.name) not in range(1, STORE_FORMAT):
            return

    def migrate(connection: Connection) -> None:
        if stored_format(connection, store.name) < STORE_FORMAT:  # nobody else did it meanwhile
            from factcheck.store.migrate import upgrade

            upgrade(connection)

    with ExitStack() as stack:
        if store.location.file is not None:
            stack.enter_context(lock.writing(store.location.file, store._busy_seconds))
        _in_creation(engine, migrate)


def _in_creation(engine: Engine, make: Callable[[Connection], None]) -> None:
    with engine.connect() as connection:
        connection = connection.execution_options(**{MODE: "create"})
        with connection.begin():
            make(connection)


def _prepare_server(store: Store, engine: Engine, create: bool) -> None:
    def prepare(connection: Connection) -> None:
        if not is_blank(connection):
            return
        if not create:
            raise UsageError(store.name, "there is no store yet", "run `factcheck run` first")
        encoding = connection.execute(text("SHOW server_encoding")).scalar()
        if encoding != "UTF8":
            raise IntegrityError(store.name, f"{FOREIGN}: its encoding is {encoding}",
                                 "create the database with UTF8")  # fmt: skip
        create_schema(connection)

    _in_creation(engine, prepare)
