"""Help: quick, complete, and with an example for every command."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from factcheck.cli.app import app

HEAVY = (
    "sqlmodel", "sqlalchemy", "pydantic", "alembic", "lxml", "rapidfuzz", "jinja2", "rich",
    "fastapi", "bibtexparser", "markdown_it", "charset_normalizer", "opencc", "pypinyin",
)  # fmt: skip


def commands() -> Iterator[tuple[str, ...]]:
    """The words that call each command, from the program itself."""
    stack: list[tuple[tuple[str, ...], Any]] = [((), typer.main.get_command(app))]
    while stack:
        words, command = stack.pop()
        below = getattr(command, "commands", {})
        stack.extend(((*words, name), child) for name, child in below.items())
        if not below:
            yield words


ALL = sorted(commands())


@pytest.mark.parametrize("words", ALL, ids=" ".join)
def test_every_command_has_help_with_an_example(words: tuple[str, ...]) -> None:
    shown = CliRunner().invoke(app, [*words, "--help"], prog_name="factcheck")
    assert shown.exit_code == 0
    assert f"Example: factcheck {' '.join(words)}" in " ".join(shown.stdout.split())


def test_the_program_alone_shows_its_commands() -> None:
    shown = CliRunner().invoke(app, [], prog_name="factcheck")
    assert shown.exit_code == 0
    assert all(words[0] in shown.stdout for words in ALL)


def test_help_imports_nothing_heavy() -> None:
    program = (
        "import sys; from factcheck.cli.app import run; run(['--help'])\n"
        f"sys.stderr.write(' '.join(m for m in {HEAVY!r} if m in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert "check" in done.stdout
    assert done.stderr == ""


def test_check_loads_no_validation_library_and_no_store() -> None:
    program = (
        "import sys; from factcheck.cli.app import run\n"
        "run(['check', '-', '--isolated', '--format', 'json', '--fail-on', 'high'])\n"
        "heavy = ('pydantic', 'sqlmodel', 'sqlalchemy', 'lxml', 'jinja2', 'rich')\n"
        "sys.stderr.write(' '.join(m for m in heavy if m in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True,
                          input="Heron has 30 billion parameters.\n")  # fmt: skip
    assert '"factcheck-check/1"' in done.stdout
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["claims", "list", "-f", "xml"], "'xml' is not one of table, json, jsonl, csv"),
        (["sources", "add", "a.md", "--rank", "top"], "'top' is not a whole number"),
        (["sources", "add", "a.md", "--kind", "blog"], "'blog' is not one of article, translation"),
        (["conflicts", "decide"], "missing argument 'ID'"),
    ],
)
def test_a_value_of_the_wrong_kind_is_named(words: list[str], said: str) -> None:
    left = CliRunner().invoke(app, words, prog_name="factcheck")
    assert left.exit_code == 2
    assert said in left.stderr
    assert left.stderr.count("\n") == 1
