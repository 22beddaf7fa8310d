"""What the README shows is what the program prints, and its commands are the ones that work."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from factcheck.workspace import Workspace
from tests.workspace.planted import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
CONSOLE = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
PYTHON = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Step:
    command: str
    shown: str


def steps(session: str) -> Iterator[Step]:
    """The commands of a session with what is shown under each."""
    for part in re.split(r"^\$ ", session, flags=re.MULTILINE)[1:]:
        command, _, shown = part.partition("\n")
        yield Step(command, shown)


def printed(command: str, folder: Path) -> str:
    """What a `factcheck …` command prints in a folder, with no terminal attached."""
    name, *words = shlex.split(command)
    assert name == "factcheck"
    hidden = ("FACTCHECK_", "COLUMNS", "NO_COLOR", "FORCE_COLOR")
    environment = {k: v for k, v in os.environ.items() if not k.startswith(hidden)}
    environment |= {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", *words], cwd=folder, env=environment,
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode in (0, 1), done.stderr
    return done.stdout


def test_there_is_a_run_and_a_check_to_see() -> None:
    commands = [s.command for session in CONSOLE.findall(README) for s in steps(session)]
    assert "factcheck run" in commands
    assert any(command.startswith("factcheck check ") for command in commands)


@pytest.mark.parametrize("session", CONSOLE.findall(README))
def test_a_session_shows_what_is_printed(session: str, copied: Workspace, tmp_path: Path) -> None:
    folder = tmp_path / "desk"
    shutil.copytree(copied.root, folder, ignore=shutil.ignore_patterns("factcheck.db*"))
    for step in steps(session):
        if step.command.startswith("cat "):
            (folder / step.command.removeprefix("cat ")).write_text(step.shown, encoding="utf-8")
        else:
            assert printed(step.command, folder) == step.shown


def test_the_two_commands_are_there_word_for_word() -> None:
    lines = README.splitlines()
    setup = "python3 -m venv .venv && .venv/bin/pip install -q"
    assert f"{setup} . && .venv/bin/factcheck run" in lines
    assert f"{setup} '.[dev]' && .venv/bin/pytest" in lines


def test_the_python_example_finds_the_slipped_digit(capsys: pytest.CaptureFixture[str]) -> None:
    (example,) = PYTHON.findall(README)
    exec(compile(example, "README.md", "exec"), {})
    shown = capsys.readouterr().out
    assert shown.startswith("FC301 ")
    assert "270億" in shown


@pytest.mark.parametrize(
    "link", re.findall(r"\]\(((?!https?:)[^)#]+)\)", README), ids=lambda link: link
)
def test_links_lead_somewhere(link: str) -> None:
    assert (ROOT / link).exists()
