"""Bad input: each one line, the documented exit code, nothing written, never a traceback."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner, Result

from factcheck.cli.app import app

GOOD = "Heron has 30 billion parameters.\n"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to stand in, outside any workspace."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def factcheck(*words: str, stdin: bytes = b"") -> Result:
    return CliRunner().invoke(app, words, input=stdin, prog_name="factcheck")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*"))


def missing(path: Path) -> None:
    pass


def directory(path: Path) -> None:
    path.mkdir()


def empty(path: Path) -> None:
    path.write_bytes(b"")


def picture(path: Path) -> None:
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))


def noise(path: Path) -> None:
    path.write_bytes(b"Heron \x81\x8d\x8f\x90\x9d\xff\x00\x01\x02" * 40)


def large(path: Path) -> None:
    path.write_bytes(b"Heron has a long story. " * 460_000)


def pipe(path: Path) -> None:
    os.mkfifo(path)


def gone_link(path: Path) -> None:
    path.symlink_to(path.with_name("vanished.md"))


BAD: list[tuple[Callable[[Path], None], str]] = [
    (missing, "no such file"), (directory, "this is a directory"), (empty, "empty file"),
    (picture, "looks like PNG"), (noise, ""), (large, "11.0 MB; limit 10 MB"),
    (pipe, "this is a pipe"), (gone_link, "no such file"),
]  # fmt: skip


@pytest.mark.parametrize("command", ["check", "extract"])
@pytest.mark.parametrize(("make", "why"), BAD, ids=[make.__name__ for make, _ in BAD])
def test_a_file_that_cannot_be_read_is_refused(
    desk: Path, command: str, make: Callable[[Path], None], why: str
) -> None:
    make(desk / "a.md")
    before = names(desk)
    left = factcheck(command, "a.md")
    assert left.exit_code == 3
    assert left.stderr.startswith(f"factcheck: a.md: {why}")
    assert (left.stderr.count("\n"), left.stdout) == (1, "")
    assert names(desk) == before


def test_the_others_go_on_and_the_bad_one_is_listed(desk: Path) -> None:
    (desk / "good.md").write_text(GOOD, encoding="utf-8")
    left = factcheck("check", "missing.md", "good.md")
    assert left.exit_code == 3
    assert left.stderr == "factcheck: missing.md: no such file (check the path)\n"
    assert "Read 1 article" in left.stdout


def test_a_file_that_vanishes_while_others_are_read(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (desk / "a.md").write_text(GOOD, encoding="utf-8")
    (desk / "b.md").write_text(GOOD, encoding="utf-8")
    really_open = os.open

    def open_and_lose(path: str, *rest: int) -> int:
        if str(path) == "a.md":
            (desk / "b.md").unlink()
        return really_open(path, *rest)

    monkeypatch.setattr("os.open", open_and_lose)
    left = factcheck("check", "a.md", "b.md")
    assert (left.exit_code, left.stderr.count("\n")) == (3, 1)
    assert left.stderr.startswith("factcheck: b.md: no such file")


def test_a_web_address_is_not_fetched(desk: Path) -> None:
    left = factcheck("check", "https://example.org/article.html")
    assert left.exit_code == 7
    assert left.stderr.startswith("factcheck: https://example.org/article.html: factcheck does not")


@pytest.mark.parametrize(
    ("option", "value", "line"),
    [
        ("--select", "FC391", "factcheck: rule 'FC391': no rule has this code (did you mean FC"),
        ("--ignore", "banana", "factcheck: rule 'banana': no rule has this code ("),
        ("--max-size", "huge", "factcheck: --max-size: 'huge' is not a size (write"),
        ("--max-size", "1TB", "factcheck: --max-size: '1TB' is not a size (write"),
        ("--max-size", "20MB", "factcheck: --max-size: 20MB is more than any document may have"),
        ("--fail-on", "grave", "factcheck: check: invalid value for '--fail-on': 'grave' is not"),
    ],
)
def test_a_wrong_option_is_named(desk: Path, option: str, value: str, line: str) -> None:
    (desk / "a.md").write_text(GOOD, encoding="utf-8")
    left = factcheck("check", "a.md", option, value)
    assert left.exit_code == 2
    assert left.stderr.startswith(line)
    assert (left.stderr.count("\n"), left.stdout) == (1, "")


def test_a_smaller_limit_is_kept(desk: Path) -> None:
    (desk / "a.md").write_text(GOOD * 100, encoding="utf-8")
    left = factcheck("check", "a.md", "--max-size", "1k")
    assert left.exit_code == 3
    assert left.stderr == "factcheck: a.md: 0.0033 MB; limit 0.001 MB (raise --max-size)\n"


def test_standard_input_is_read_once_and_within_the_limit(desk: Path) -> None:
    twice = factcheck("check", "-", "-", stdin=b"x")
    assert (twice.exit_code, twice.stderr.count("\n")) == (2, 1)
    long = factcheck("check", "-", "--max-size", "1k", stdin=b"Heron. " * 1000)
    assert long.stderr == "factcheck: -: more than 0.001 MB (split the text)\n"
    nothing = factcheck("check", "-", stdin=b"")
    assert (nothing.exit_code, nothing.stderr) == (
        3, "factcheck: -: empty file (nothing to read)\n",
    )  # fmt: skip


def test_an_original_that_cannot_be_read_stops_the_check(desk: Path) -> None:
    (desk / "a.md").write_text(GOOD, encoding="utf-8")
    left = factcheck("check", "a.md", "--original", "lost.md")
    assert (left.exit_code, left.stdout) == (3, "")
    assert left.stderr == "factcheck: lost.md: no such file (check the path)\n"


def test_a_name_that_steers_the_terminal_is_shown(desk: Path) -> None:
    left = factcheck("check", "a\x1b]0;owned\x07.md")
    assert left.stderr.startswith("factcheck: a\\x1b]0;owned\\x07.md: no such file")


@settings(max_examples=30, deadline=None)
@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8")))
def test_any_bytes_are_read_or_refused_in_one_line(data: bytes) -> None:
    left = factcheck("check", "-", "--isolated", stdin=data)
    assert left.exit_code in (0, 1, 3)
    assert left.stderr.count("\n") == (1 if left.exit_code == 3 else 0)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", left.stdout + left.stderr)
