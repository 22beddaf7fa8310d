"""Killed writers and several at once: nothing acknowledged is lost, nothing is half-done."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

from factcheck.model import Decision
from factcheck.store import Acting, open_store, verify
from tests.store.sample import ACTING, AT

ROOT = Path(__file__).parent.parent.parent


def start(url: str, name: str, count: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.store.writer_program", url, name, str(count)],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip


def test_ten_kills_lose_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'factcheck.db'}"
    acknowledged = 0
    for kill in range(10):
        writer = start(url, f"w{kill}", 100_000)
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
        said = [int(writer.stdout.readline()) for _ in range(5 + kill)]
        time.sleep(0.0011 * kill)
        writer.send_signal(signal.SIGKILL)
        said += [int(line) for line in writer.stdout.read().split("\n")[:-1]]
        writer.wait()
        writer.stdout.close()
        with open_store(url, create=False) as store, store.read() as reader:
            found = verify(reader)
            assert found.ok, found.problems
            assert found.events >= max(said) > acknowledged
        acknowledged = found.events


def test_a_kill_while_the_store_is_made_leaves_none_or_a_whole_one(tmp_path: Path) -> None:
    path = tmp_path / "factcheck.db"
    for kill in range(3):
        writer = start(f"sqlite:///{path}", f"w{kill}", 1)
        time.sleep(0.55 + 0.05 * kill)
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        assert writer.stdout is not None
        writer.stdout.close()
        with open_store(f"sqlite:///{path}") as store, store.read() as reader:
            assert verify(reader).ok
        for file in tmp_path.glob("factcheck.db*"):
            file.unlink()


def test_four_processes_at_once_lose_nothing_and_keep_the_chain(database: str) -> None:
    writers = [start(database, f"w{n}", 25) for n in range(4)]
    said = [[int(line) for line in writer.communicate()[0].split("\n")[1:-1]] for writer in writers]
    assert [writer.returncode for writer in writers] == [0] * 4
    with open_store(database, create=False) as store, store.read() as reader:
        found = verify(reader)
        assert found.ok, found.problems
        decisions = reader.decisions()
    assert [len(numbers) for numbers in said] == [25] * 4
    assert len({n for numbers in said for n in numbers}) == 100
    assert sorted((d.actor, int(d.object)) for d in decisions) == [
        (f"w{n}", number) for n in range(4) for number in range(25)
    ]  # fmt: skip


def test_a_reader_sees_one_state_while_others_write(database: str) -> None:
    with open_store(database) as store:
        with store.write(ACTING) as writer:
            writer.put_catalogue({"predicates": "a"})
        with store.read() as reader:
            before = reader.head()
            with store.write(Acting(at=AT)) as writer:
                writer.put_decision(Decision(at=AT, actor="Ana", kind="comment", object="x"))
            assert reader.head() == before
            assert reader.decisions() == []
