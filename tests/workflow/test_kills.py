"""A command that is killed with -9 somewhere on its way: what it had said stays, nothing is half
written, and the same command run again ends where one that nobody killed ends.

The kills are spread evenly over the time that the command takes when it is left alone. There are
few of them in the suite; `FACTCHECK_KILLS=12` makes them 48, and takes two minutes and a half.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from factcheck import workflow
from factcheck.sources import archive
from factcheck.workflow.errata import export_errata, list_text
from factcheck.workspace import Workspace, open_workspace
from tests.workflow.conftest import ENGLISH, JAPANESE, NEWS, write
from tests.workflow.test_errata import entry

KILLS = int(os.environ.get("FACTCHECK_KILLS", "3"))
"""Of each command."""
SILENT = {"PYTHONHASHSEED": "0", "FACTCHECK_ACTOR": "ada"}


def start(desk: Workspace, *words: str) -> subprocess.Popen[bytes]:
    """The command as a user types it, in its own process."""
    return subprocess.Popen(
        [sys.executable, "-m", "factcheck", *words], cwd=desk.root, env={**os.environ, **SILENT},
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def finish(desk: Workspace, *words: str) -> float:
    """Run it to its end. Returns the seconds it took."""
    began = time.monotonic()
    assert start(desk, *words).wait() in (0, 1)
    return time.monotonic() - began


def killed(took: float, make: Callable[[], subprocess.Popen[bytes]]) -> Iterator[int]:
    """Start the command once for every kill and kill it on its way. One kill at least must have
    met it alive."""
    alive = 0
    for kill in range(KILLS):
        process = make()
        time.sleep(took * (kill + 1) / (KILLS + 1))
        process.send_signal(signal.SIGKILL)
        alive += process.wait() == -signal.SIGKILL
        yield kill
    assert alive


def whole(desk: Workspace) -> None:
    """Every snapshot that a source names is there with its bytes, and the log is unbroken."""
    for listed in archive.list_sources(desk):
        for held in listed.snapshots:
            archive.load(desk, listed.source.slug, held.sha256)
    if database(desk).exists():
        assert workflow.verify(desk).ok


def database(desk: Workspace) -> Path:
    return desk.root / "factcheck.db"


def revision(desk: Workspace) -> str:
    finish(desk, "run")
    return workflow.load_ledger(desk).revision


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    workspace = workflow.init(tmp_path / "desk", "desk")
    for slug, text in (("lyra-en", ENGLISH), ("lyra-ja", JAPANESE), ("monday", NEWS)):
        write(workspace, slug, text)
    return workspace


def copied(desk: Workspace, name: str) -> Workspace:
    """The same workspace in another folder."""
    folder = desk.root.parent / name
    shutil.copytree(desk.root, folder)
    return open_workspace(folder)


def test_refresh_and_run(desk: Workspace, tmp_path: Path) -> None:
    """The article changes before every kill; each version is there whole or not at all."""
    finish(desk, "run")
    clean, page = copied(desk, "clean"), tmp_path / "monday.md"
    texts = [NEWS.replace("70 billion", f"{71 + n} billion") for n in range(KILLS)]
    for text in texts:
        page.write_text(text, encoding="utf-8")
        took = finish(clean, "sources", "refresh", "monday", str(page))
    waiting = iter(texts)

    def refresh() -> subprocess.Popen[bytes]:
        page.write_text(next(waiting), encoding="utf-8")
        return start(desk, "sources", "refresh", "monday", str(page))

    for _ in killed(took, refresh):
        whole(desk)
        finish(desk, "sources", "refresh", "monday", str(page))
    for _ in killed(finish(clean, "run"), lambda: start(desk, "run")):
        whole(desk)
    assert revision(desk) == revision(clean)


def test_import_of_a_ledger(desk: Workspace) -> None:
    """In the new database there is nothing or all of it, rulings included."""
    finish(desk, "run")
    for conflict in workflow.load_ledger(desk).conflicts:
        finish(desk, "conflicts", "dismiss", conflict.id, "--as", "wont_fix", "--reason", "meant")
    finish(desk, "export")
    wanted = workflow.load_ledger(desk)
    assert wanted.decisions
    bare = copied(desk, "bare")
    database(bare).unlink()
    took = finish(copied(bare, "clean"), "import")
    for _ in killed(took, lambda: start(bare, "import")):
        whole(bare)
        if database(bare).exists():
            held = {d.id for d in workflow.load_ledger(bare).decisions}
            assert held in (set(), {d.id for d in wanted.decisions})
            database(bare).unlink()
    finish(bare, "import")
    assert revision(bare) == revision(desk)


def test_import_of_errata(tmp_path: Path) -> None:
    """An import that was stopped is finished by the same command, every entry once."""
    entries = [entry(n) for n in range(1, 301)]
    listed = tmp_path / "errata.json"
    listed.write_text(list_text(entries), encoding="utf-8")
    clean, desk = (workflow.init(tmp_path / name, "errata") for name in ("clean", "desk"))
    took = finish(clean, "errata", "import", str(listed))
    for _ in killed(took, lambda: start(desk, "errata", "import", str(listed))):
        whole(desk)
    finish(desk, "errata", "import", str(listed))
    assert export_errata(desk) == entries
    assert revision(desk) == revision(clean)
