"""The one error boundary: whatever goes wrong below becomes one line and a documented exit code."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any, NoReturn

import typer
from typer.core import TyperGroup

from factcheck.cli import output
from factcheck.cli.plain import make_plain
from factcheck.cli.progress import Progress
from factcheck.errors import FactcheckError, StoreUnavailable, UsageError

INTERRUPTED = 130
INTERNAL_ERROR = 70
"""An error of the program itself (EX_SOFTWARE of sysexits.h): none of the documented causes."""


class Interrupted(FactcheckError):
    """Ctrl-C. Documents already done are kept whole, the one in work is left out."""

    exit_code = INTERRUPTED

    def __init__(self, done: int) -> None:
        documents = "1 document" if done == 1 else f"{done} documents"
        super().__init__("stopped", f"{documents} done, none half-done")

    def __str__(self) -> str:
        return f"{self.what}; {self.why}"


class InternalError(FactcheckError):
    """Anything that nobody foresaw."""

    exit_code = INTERNAL_ERROR


class Boundary(TyperGroup):
    """The top command. `main` always leaves by SystemExit with a documented code."""

    def get_params(self, ctx: Any) -> list[Any]:
        """The parameters, the help option among them, with plain converters."""
        params = super().get_params(ctx)
        make_plain(params)
        return params

    def main(self, args: Sequence[str] | None = None, *more: Any, **extra: Any) -> NoReturn:
        """Run the command line and leave."""
        words, debug = _without_debug(list(sys.argv[1:] if args is None else args))
        extra["standalone_mode"] = False
        try:
            code = super().main(words, *more, **extra)
            output.flush()
        except SystemExit:
            code = 0  # the parser leaves so when the reader of its help has gone
        except Exception as error:
            failure = as_failure(error)
            if debug:
                _show_traceback(error)
            output.report_error(failure)
            code = failure.exit_code
        sys.exit(code if isinstance(code, int) else 0)

    def invoke(self, ctx: Any) -> Any:  # the class of contexts is private to the parser
        """Run a command with a fresh count of documents done."""
        progress = ctx.obj = Progress()
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            raise Interrupted(progress.done) from None


def as_failure(error: Exception) -> FactcheckError:
    """The failure to report for any exception."""
    if isinstance(error, FactcheckError):
        return error
    if isinstance(error, typer.TyperException):
        return _usage_failure(error)
    if isinstance(error, typer.Abort):
        return Interrupted(0)
    if isinstance(error, OSError):
        what = str(error.filename) if error.filename else "output"
        why = (error.strerror or type(error).__name__).lower()
        return StoreUnavailable(what, why, "mend the cause and run it again")
    why = " ".join(f"{type(error).__name__}: {error}".split())
    return InternalError("internal error", why, "run with --debug and report it")


def _usage_failure(error: typer.TyperException) -> FactcheckError:
    """A wrong call in our one-line form: the command, what is wrong, where to look."""
    ctx = getattr(error, "ctx", None)
    path: str = ctx.command_path if ctx is not None else "factcheck"
    message = error.format_message().replace("\n", " ").replace("Value error, ", "").strip()
    message, meant = _split_advice(message)
    why = message[:1].lower() + message[1:].rstrip(".")
    advice = f"did you mean {meant}? " if meant else ""
    return UsageError(path.removeprefix("factcheck").strip() or "usage", why,
                      f"{advice}see `{path} --help`")  # fmt: skip


def _split_advice(message: str) -> tuple[str, str]:
    """The parser's message without its guess at what was meant, and that guess."""
    for opening, closing in ((" (Possible options: ", ")"), (" Did you mean ", "?")):
        message, found, meant = message.partition(opening)
        if found:
            return message, meant.removesuffix(closing).replace("'", "")
    return message, ""


def _without_debug(words: list[str]) -> tuple[list[str], bool]:
    """`--debug` is understood anywhere before `--`, so that it can be added to a failed line."""
    end = words.index("--") if "--" in words else len(words)
    kept = [word for word in words[:end] if word != "--debug"]
    return kept + words[end:], len(kept) < end


def _show_traceback(error: Exception) -> None:
    import traceback

    for line in "".join(traceback.format_exception(error)).splitlines():
        output.note(output.escape(line))
