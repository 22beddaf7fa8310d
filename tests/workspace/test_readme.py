"""What the README shows is what the program prints, and its commands are the ones that work."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.workspace.planted import ROOT
from tests.workspace.sessions import CONSOLE, README, again, copy_workspace, steps

TEXT = README.read_text(encoding="utf-8")
PYTHON = re.compile(r"(?<=^```python\n).*?(?=^```)", re.MULTILINE | re.DOTALL)


def test_there_is_a_run_and_a_check_to_see() -> None:
    commands = [step.command for session in CONSOLE.findall(TEXT) for step in steps(session)]
    assert "factcheck run" in commands
    assert any(command.startswith("factcheck check ") for command in commands)


@pytest.mark.parametrize("session", CONSOLE.findall(TEXT), ids=lambda text: text[2:14])
def test_a_session_shows_what_is_printed(session: str, tmp_path: Path) -> None:
    assert again(session, copy_workspace(tmp_path / "desk")) == session, (
        "run `python -m tests.workspace.sessions` when this change is meant"
    )


def test_the_two_commands_are_there_word_for_word() -> None:
    lines = TEXT.splitlines()
    setup = "python3 -m venv .venv && .venv/bin/pip install -q"
    assert f"{setup} . && .venv/bin/factcheck run" in lines
    assert f"{setup} '.[dev]' && .venv/bin/pytest" in lines


def test_the_python_example_finds_the_slipped_digit(capsys: pytest.CaptureFixture[str]) -> None:
    (example,) = PYTHON.findall(TEXT)
    exec(compile(example, "README.md", "exec"), {})
    shown = capsys.readouterr().out
    assert shown.startswith("FC301 ")
    assert "270億" in shown


@pytest.mark.parametrize("link", re.findall(r"\]\(((?!https?:)[^)#]+)\)", TEXT))
def test_links_lead_somewhere(link: str) -> None:
    assert (ROOT / link).exists()
