"""What is opened, what is refused, and in which words."""

from __future__ import annotations

import logging
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from factcheck.errors import FactcheckError, IntegrityError, StoreUnavailable, UsageError
from factcheck.store import Acting, lock, open_store
from factcheck.store.engine import PRAGMAS
from factcheck.store.location import filesystem, locate
from factcheck.store.schema import STORE_FORMAT

ACTING = Acting(at="2026-01-05T08:00:00.000000Z")


def refusal(path: Path) -> FactcheckError:
    with pytest.raises(FactcheckError) as caught:
        open_store(f"sqlite:///{path}", busy_seconds=0.2)
    assert "\n" not in str(caught.value)
    return caught.value


def unchanged(path: Path, content: bytes) -> bool:
    """The file is as it was, and nothing was put beside it that SQLite would take for its own."""
    return path.read_bytes() == content and not Path(f"{path}-wal").exists()


@pytest.mark.parametrize("url", ["mysql://host/name", "sqlite+aiosqlite:///x.db", "oracle://x",
                                 "postgresql+asyncpg://host/name", "no url", "sqlite://",
                                 "sqlite:///:memory:"])  # fmt: skip
def test_another_url_is_refused(url: str) -> None:
    with pytest.raises(UsageError):
        open_store(url)


def test_postgresql_means_psycopg_and_messages_hide_the_password() -> None:
    location = locate("postgresql://ana:secret@host/name")
    assert location.url.drivername == "postgresql+psycopg"
    assert "secret" not in location.name


def test_a_server_that_is_not_there() -> None:
    with pytest.raises(StoreUnavailable):
        open_store("postgresql://nobody@localhost:1/none")


def test_a_text_file_is_no_store(tmp_path: Path) -> None:
    path = tmp_path / "factcheck.db"
    path.write_text("Ossia was published in 2020.\n" * 300)
    before = path.read_bytes()
    error = refusal(path)
    assert isinstance(error, IntegrityError) and error.exit_code == 6
    assert "not a factcheck store" in str(error)
    assert unchanged(path, before)


def test_an_empty_file_is_no_store(tmp_path: Path) -> None:
    path = tmp_path / "factcheck.db"
    path.touch()
    error = refusal(path)
    assert isinstance(error, IntegrityError)
    assert "not a factcheck store: the file is empty" in str(error)
    assert unchanged(path, b"")


def test_somebody_elses_sqlite_file_is_no_store_and_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "factcheck.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
        connection.commit()
    before = path.read_bytes()
    error = refusal(path)
    assert isinstance(error, IntegrityError) and "not a factcheck store" in str(error)
    assert unchanged(path, before)


def test_a_newer_store_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "factcheck.db"
    open_store(f"sqlite:///{path}").close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 9")
    error = refusal(path)
    assert isinstance(error, IntegrityError)
    assert error.why == f"store format 9, this program knows {STORE_FORMAT}"


def test_a_truncated_store_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "factcheck.db"
    open_store(f"sqlite:///{path}").close()
    path.write_bytes(path.read_bytes()[:20_000])
    assert isinstance(refusal(path), IntegrityError)


def test_zeros_are_no_store(tmp_path: Path) -> None:
    path = tmp_path / "factcheck.db"
    path.write_bytes(bytes(8192))
    assert isinstance(refusal(path), IntegrityError)


@pytest.mark.parametrize("guard", ["events_no_update", "events_no_delete", "events_gapless"])
def test_a_store_without_its_guards_is_refused(tmp_path: Path, guard: str) -> None:
    path = tmp_path / "factcheck.db"
    open_store(f"sqlite:///{path}").close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"DROP TRIGGER {guard}")
    error = refusal(path)
    assert isinstance(error, IntegrityError) and guard in str(error)


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    path = tmp_path / "factcheck.db"
    open_store(f"sqlite:///{path}").close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TABLE notices")
    assert "notices" in str(refusal(path))


def test_a_folder_that_does_not_exist(tmp_path: Path) -> None:
    error = refusal(tmp_path / "absent" / "factcheck.db")
    assert isinstance(error, StoreUnavailable)
    assert not (tmp_path / "absent").exists()


def test_a_folder_in_place_of_the_file(tmp_path: Path) -> None:
    assert isinstance(refusal(tmp_path), StoreUnavailable)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere; the next test stands in")
def test_an_unwritable_folder_and_a_read_only_store(tmp_path: Path) -> None:
    path = tmp_path / "factcheck.db"
    open_store(f"sqlite:///{path}").close()
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(StoreUnavailable):
            open_store(f"sqlite:///{tmp_path / 'new.db'}")
        with pytest.raises(StoreUnavailable), open_store(f"sqlite:///{path}").write(ACTING):
            pass
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
def test_an_unwritable_folder_and_a_read_only_store_for_somebody_else(tmp_path: Path) -> None:
    path = tmp_path / "factcheck.db"
    open_store(f"sqlite:///{path}").close()
    for folder in (tmp_path, *tmp_path.parents):
        if folder != Path("/") and folder.stat().st_uid == 0 and folder != Path("/tmp"):
            folder.chmod(0o755)
    path.chmod(0o444)
    program = f"""
import os, sys
from factcheck.errors import StoreUnavailable
from factcheck.store import Acting, open_store
def write(url):
    try:
        with open_store(url) as store, store.write(Acting(at="2026-01-05T08:00:00.000000Z")) as w:
            w.put_catalogue({{"predicates": "a"}})
    except StoreUnavailable as error:
        return str(error)
write("sqlite:///{tmp_path / "warm.db"}")  # so that every module is loaded
write("sqlite:///{tmp_path / "absent" / "x.db"}")
os.seteuid(65534)
print(write("sqlite:///{path}"))
print(write("sqlite:///{tmp_path / "new.db"}"))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True,
                          cwd=Path(__file__).parent.parent.parent)  # fmt: skip
    assert "Traceback" not in done.stderr
    lines = done.stdout.splitlines()
    assert "the store is read-only" in lines[0]
    assert "permission denied" in lines[1]
    assert not (tmp_path / "new.db").exists()


def test_a_busy_store_says_so(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'factcheck.db'}"
    with (
        open_store(url) as one,
        open_store(url, busy_seconds=0.1) as other,
        one.write(ACTING),
        pytest.raises(StoreUnavailable, match=rf"the store is busy \(pid {os.getpid()}\)"),
        other.write(ACTING),
    ):
        pass


def test_a_writer_of_another_program_is_waited_for_and_then_reported(tmp_path: Path) -> None:
    path = tmp_path / "factcheck.db"
    with open_store(f"sqlite:///{path}", busy_seconds=0.1) as store:
        with closing(sqlite3.connect(path, isolation_level=None)) as stranger:
            stranger.execute("BEGIN IMMEDIATE")
            with pytest.raises(StoreUnavailable, match="busy"), store.write(ACTING):
                pass
            stranger.execute("ROLLBACK")
        with store.write(ACTING) as writer:
            assert writer.put_catalogue({"predicates": "a"})


def test_a_full_disk_changes_nothing_and_reading_still_works(tmp_path: Path) -> None:
    """RLIMIT_FSIZE stands in for the disk: no file may grow beyond it."""
    path = tmp_path / "factcheck.db"
    with open_store(f"sqlite:///{path}") as store, store.write(ACTING) as writer:
        writer.put_catalogue({"predicates": "a"})
    program = f"""
import resource, signal
from factcheck.errors import StoreUnavailable
from factcheck.store import Acting, open_store, verify
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with open_store("sqlite:///{path}") as store:
    resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, resource.RLIM_INFINITY))
    try:
        with store.write(Acting(at="2026-01-05T08:00:00.000000Z")) as writer:
            writer.put_catalogue({{f"name {{n}}": "x" * 20_000 for n in range(100)}})
    except StoreUnavailable as error:
        print(error.exit_code)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    with store.read() as reader:
        print(verify(reader).ok, reader.catalogue())
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True,
                          cwd=Path(__file__).parent.parent.parent)  # fmt: skip
    assert done.stdout.split("\n")[:2] == ["5", "True {'predicates': 'a'}"], done.stderr


def test_every_connection_has_our_settings(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'factcheck.db'}"
    with open_store(url) as store, store.read() as one, store.read() as other:
        for reader in (one, other):
            for name, (_, expected) in PRAGMAS.items():
                found = reader.connection.exec_driver_sql(f"PRAGMA {name}").scalar()
                assert found == expected, name
            timeout = reader.connection.exec_driver_sql("PRAGMA busy_timeout").scalar()
            assert timeout == 30_000


def test_a_setting_that_is_not_taken_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(PRAGMAS, "mmap_size", (0, 4096))
    error = refusal(tmp_path / "factcheck.db")
    assert isinstance(error, StoreUnavailable) and "mmap_size" in str(error)


def test_an_old_sqlite_is_noted_once_when_the_store_is_made_and_nobody_is_warned(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    url = f"sqlite:///{tmp_path / 'factcheck.db'}"
    monkeypatch.setattr(lock, "SOUND_SQLITE", (99, 0, 0))
    with caplog.at_level(logging.INFO, "factcheck"):
        for _ in range(3):
            open_store(url).close()
    (record,) = (r for r in caplog.records if r.name == "factcheck.store.lock")
    assert record.levelno == logging.INFO


def test_nothing_is_left_beside_a_new_store(tmp_path: Path) -> None:
    open_store(f"sqlite:///{tmp_path / 'factcheck.db'}").close()
    assert {p.name for p in tmp_path.iterdir()} <= {"factcheck.db", "factcheck.db.lock"}


def test_a_name_with_strange_characters(tmp_path: Path) -> None:
    folder = tmp_path / "a b%20c?mode=ro#é億"
    folder.mkdir()
    url = f"sqlite:///{folder}/factcheck.db"
    open_store(url).close()
    with open_store(url, create=False) as store, store.read() as reader:
        assert reader.head().seq == 0
    assert (folder / "factcheck.db").is_file()


def test_a_network_drive_is_told_by_its_mount(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(f"/dev/a / ext4 rw 0 0\nhost:/x {tmp_path} nfs4 rw 0 0\n")
    monkeypatch.setattr("factcheck.store.location.MOUNTS", mounts)
    assert filesystem(tmp_path / "deep") == "nfs4"
    assert filesystem(Path("/elsewhere")) == "ext4"
    error = refusal(tmp_path / "factcheck.db")
    assert isinstance(error, StoreUnavailable) and "nfs4" in str(error)
