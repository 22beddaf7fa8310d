"""A store that cannot be used, and a run that is stopped: one line, the documented code, nothing
written."""

from __future__ import annotations

import os
import pty
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from factcheck.cli.app import app

ARTICLE = "# Heron\n\nHeron has 30 billion parameters.\n"
NOBODY = 65534
ROOT = Path(__file__).parents[2]


def factcheck(*words: str) -> Result:
    return CliRunner().invoke(app, words, prog_name="factcheck")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with one article, run once."""
    root = tmp_path_factory.mktemp("made")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        (root / "heron.md").write_text(ARTICLE, encoding="utf-8")
        for words in (["init"], ["sources", "add", "heron.md"], ["run"]):
            assert factcheck(*words).exit_code == 0
    return root


@pytest.fixture
def desk(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of that workspace to spoil."""
    root = tmp_path / "desk"
    shutil.copytree(made, root)
    monkeypatch.chdir(root)
    monkeypatch.setenv("FACTCHECK_ACTOR", "Ana")
    monkeypatch.delenv("FACTCHECK_DATABASE", raising=False)
    return root


def contents(folder: Path) -> dict[str, bytes]:
    """Every file but those that SQLite and the lock keep beside a store while it is looked at."""
    beside = ("db.lock", "db-shm", "db-wal")
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*"))
            if p.is_file() and not p.name.endswith(beside)}  # fmt: skip


def text(store: Path) -> None:
    store.write_text("This is a letter, not a database.\n" * 40, encoding="utf-8")


def empty(store: Path) -> None:
    store.write_bytes(b"")


def zeros(store: Path) -> None:
    store.write_bytes(bytes(8192))


def cut(store: Path) -> None:
    store.write_bytes(store.read_bytes()[:5000])


def foreign(store: Path) -> None:
    store.unlink()
    with sqlite3.connect(store) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.close()


def newer(store: Path) -> None:
    with sqlite3.connect(store) as connection:
        connection.execute("PRAGMA user_version = 99")
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'"):
            connection.execute(f'DROP TRIGGER "{name}"')
        connection.execute("UPDATE store_format SET format = 99")
    connection.close()


SPOILED: list[tuple[Callable[[Path], None], str]] = [
    (text, "not a factcheck store"), (empty, "not a factcheck store"),
    (zeros, "not a factcheck store"), (cut, ""), (foreign, "not a factcheck store"),
    (newer, "store format 99"),
]  # fmt: skip


@pytest.mark.parametrize("words", [["run"], ["claims", "list"], ["verify"]], ids=" ".join)
@pytest.mark.parametrize(("spoil", "why"), SPOILED, ids=[spoil.__name__ for spoil, _ in SPOILED])
def test_a_store_that_is_none_of_ours_is_left_alone(
    desk: Path, words: list[str], spoil: Callable[[Path], None], why: str
) -> None:
    spoil(desk / "factcheck.db")
    before = contents(desk)
    left = factcheck(*words)
    assert left.exit_code == 6, left.output
    assert left.stderr.count("\n") == 1
    assert left.stderr.startswith("factcheck: ")
    assert why in left.stderr
    assert contents(desk) == before


def test_check_needs_no_store(desk: Path) -> None:
    text(desk / "factcheck.db")
    assert factcheck("check", "heron.md").exit_code == 0


@pytest.mark.parametrize(
    ("url", "code"),
    [("mysql://host/facts", 2), ("sqlite:////proc/facts.db", 5), ("no/such/folder.db", 5)],
)
def test_a_store_that_cannot_be_made_is_one_line(desk: Path, url: str, code: int) -> None:
    before = contents(desk)
    left = factcheck("run", "--database", url)
    assert (left.exit_code, left.stderr.count("\n")) == (code, 1), left.output
    assert contents(desk) == before


@contextmanager
def as_nobody() -> Iterator[None]:
    """Be somebody for whom file modes count: root is above them."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.parametrize("part", ["everything", "factcheck.db"])
def test_what_is_read_only_is_not_written(
    made: Path, part: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # not below tmp_path, which is closed to other users
    with tempfile.TemporaryDirectory(prefix="factcheck-", ignore_cleanup_errors=True) as outer:
        desk = Path(outer) / "desk"
        shutil.copytree(made, desk)
        monkeypatch.chdir(desk)
        (desk / "heron.md").write_text(ARTICLE + "It has 12 layers.\n", encoding="utf-8")
        assert factcheck("sources", "add", "heron.md").exit_code == 0
        for path in (Path(outer), desk, *desk.rglob("*")):
            open_mode, shut_mode = (0o777, 0o555) if path.is_dir() else (0o666, 0o444)
            path.chmod(shut_mode if part in ("everything", path.name) else open_mode)
        before = contents(desk)
        with as_nobody():
            left = factcheck("run")
        assert (left.exit_code, left.stderr.count("\n")) == (5, 1), left.output
        assert left.stderr.startswith("factcheck: ")
        assert contents(desk) == before


def test_a_folder_that_cannot_be_written_is_no_workspace() -> None:
    left = factcheck("init", "/proc/desk")
    assert (left.exit_code, left.stderr.count("\n")) == (5, 1)
    assert left.stderr.startswith("factcheck: /proc/desk: cannot be written")


def test_a_check_stopped_by_the_keyboard_says_so(tmp_path: Path) -> None:
    keyboard, terminal = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "factcheck", "check", "-"], cwd=tmp_path, text=True,
        stdin=terminal, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as process:  # fmt: skip
        assert process.stderr is not None and process.stdout is not None
        assert "end it with Ctrl-D" in process.stderr.readline()
        process.send_signal(signal.SIGINT)
        assert process.stderr.read() == "factcheck: stopped; 0 documents done, none half-done\n"
        assert process.stdout.read() == ""
    os.close(keyboard)
    os.close(terminal)
    assert process.returncode == 130
    assert list(tmp_path.iterdir()) == []


def test_a_run_that_was_stopped_is_finished_by_the_next(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from factcheck.store import Writer

    for n in range(3):
        article = ARTICLE.replace("Heron", f"Stork {n}")
        (desk / f"stork-{n}.md").write_text(article, encoding="utf-8")
    assert factcheck("sources", "add", *(f"stork-{n}.md" for n in range(3))).exit_code == 0
    put, calls = Writer.put, []

    def put_once(self: Writer, intake: object) -> bool:
        calls.append(intake)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return put(self, intake)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(Writer, "put", put_once)
        stopped = factcheck("run")
    assert stopped.exit_code == 130
    assert stopped.stderr.startswith("factcheck: stopped; ")
    assert stopped.stderr.endswith(" documents done, none half-done\n")
    assert factcheck("verify").exit_code == 0
    finished = factcheck("run")
    assert finished.stdout.startswith("2 sources stored.")
    assert factcheck("run").stdout.startswith("Nothing new.")
