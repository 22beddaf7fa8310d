"""The error boundary: any failure is one line on standard error and a documented exit code."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest
import typer
from typer.testing import CliRunner, Result

from factcheck.cli.boundary import Boundary
from factcheck.errors import (
    FactcheckError,
    InputError,
    IntegrityError,
    NetworkRefused,
    StaleError,
    StoreUnavailable,
    UsageError,
)


def outcome(work: Callable[[typer.Context], None], *words: str) -> Result:
    """What a program with one command that does this work leaves behind."""
    program = typer.Typer(cls=Boundary, rich_markup_mode=None, add_completion=False)

    @program.callback()
    def main() -> None:
        """A program."""

    @program.command("work")
    def command(ctx: typer.Context) -> None:
        work(ctx)

    return CliRunner().invoke(program, [*words, "work"], prog_name="factcheck")


def fail(error: BaseException) -> Callable[[typer.Context], None]:
    def work(ctx: typer.Context) -> None:
        raise error

    return work


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (UsageError, 2), (InputError, 3), (StaleError, 4), (StoreUnavailable, 5),
        (IntegrityError, 6), (NetworkRefused, 7),
    ],
)  # fmt: skip
def test_every_failure_has_its_code_and_one_line(kind: type[FactcheckError], code: int) -> None:
    left = outcome(fail(kind("a.md", "it is torn", "mend it")))
    assert (left.exit_code, left.stdout) == (code, "")
    assert left.stderr == "factcheck: a.md: it is torn (mend it)\n"


def test_a_message_cannot_steer_the_terminal_or_break_the_line() -> None:
    left = outcome(fail(InputError("a\x1b]0;owned\x07\n.md", "two\nlines")))
    assert left.stderr == "factcheck: a\\x1b]0;owned\\x07 .md: two lines\n"


def test_an_interruption_says_what_was_done() -> None:
    def work(ctx: typer.Context) -> None:
        ctx.obj.advance()
        ctx.obj.advance()
        raise KeyboardInterrupt

    left = outcome(work)
    assert left.exit_code == 130
    assert left.stderr == "factcheck: stopped; 2 documents done, none half-done\n"


def test_the_unforeseen_is_one_line_and_a_code_of_its_own() -> None:
    left = outcome(fail(KeyError("size")))
    assert left.exit_code == 70
    assert left.stderr == (
        "factcheck: internal error: KeyError: 'size' (run with --debug and report it)\n"
    )


def test_debug_shows_where_it_happened() -> None:
    left = outcome(fail(KeyError("size")), "--debug")
    assert left.exit_code == 70
    assert left.stderr.startswith("Traceback")
    assert left.stderr.splitlines()[-1].startswith("factcheck: internal error")


def test_a_full_disk_is_named() -> None:
    left = outcome(fail(OSError(28, "No space left on device", "reports/report.md")))
    assert left.exit_code == 5
    assert left.stderr == (
        "factcheck: reports/report.md: no space left on device (mend the cause and run it again)\n"
    )


def factcheck(command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["sh", "-c", command.replace("factcheck", f"'{sys.executable}' -m factcheck")],
        capture_output=True, text=True,
    )  # fmt: skip


def test_a_reader_that_leaves_is_no_failure() -> None:
    done = factcheck("{ factcheck --help; echo code $? >&2; } | true")
    assert done.stderr == "code 0\n"


def test_standard_output_that_is_closed_is_no_failure() -> None:
    done = factcheck("factcheck --version >&-")
    assert (done.returncode, done.stderr) == (0, "")


def test_standard_output_that_is_full_is_one_line() -> None:
    done = factcheck("factcheck --version > /dev/full")
    assert done.returncode == 5
    assert done.stderr.startswith("factcheck: output: no space left")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("chek", "factcheck: usage: no such command 'chek' (did you mean check?"),
        ("check --formt x", "factcheck: check: no such option: --formt (did you mean --format?"),
        ("check x -f xml", "factcheck: check: invalid value for '--format' / '-f': 'xml' is not"),
        ("check", "factcheck: check: no file is given (give FILE, or - for standard input)"),
        ("--nonsense", "factcheck: usage: no such option: --nonsense (see `factcheck --help`)"),
    ],
)
def test_a_wrong_call_is_one_line(words: str, expected: str) -> None:
    done = factcheck(f"factcheck {words}")
    assert done.returncode == 2
    assert done.stderr.startswith(expected)
    assert (done.stderr.count("\n"), done.stdout) == (1, "")
