"""The only place that prints. Results go to standard output, everything about the run to standard
error; control characters are shown, never sent; colour only on a terminal that wants it."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TextIO

from factcheck.errors import FactcheckError

PIPE_WIDTH = 100
"""Columns for snippets where no terminal tells its width."""
_MAX_WIDTH = 140
_CODES = {
    "bold": "1", "dim": "2", "underline": "4", "reverse": "7", "strike": "9",
    "red": "31", "green": "32", "yellow": "33", "blue": "34", "cyan": "36",
}  # fmt: skip
_HIDDEN = {
    **{c: f"\\x{c:02x}" for c in (*range(0x20), *range(0x7F, 0xA0))},
    **{c: f"⟨U+{c:04X}⟩" for c in (
        0x061C, 0x200B, 0x200E, 0x200F, *range(0x2028, 0x202F), 0x2060, *range(0x2066, 0x206A),
        0xFEFF,
    )},
}  # fmt: skip
_JSON_HIDDEN = {code: f"\\u{code:04x}" for code in _HIDDEN if code >= 0x7F}
_HIDDEN[0x09] = " "
_HIDDEN[0x0A] = "\\n"
_HIDDEN[0x0D] = "\\r"


def escape(text: str) -> str:
    """The text as one line that is safe to show: control characters as `\\x1b`, direction and
    zero-width characters as `⟨U+202E⟩`, a tab as a blank."""
    return text.translate(_HIDDEN)


@dataclass(frozen=True, kw_only=True)
class Screen:
    """What standard output is: a terminal or not, in colour or not, how wide."""

    terminal: bool = False
    colour: bool = False
    width: int = PIPE_WIDTH

    @classmethod
    def of_output(cls) -> Screen:
        """The screen that standard output is now."""
        terminal = sys.stdout.isatty()
        dumb = os.environ.get("TERM", "") in ("", "dumb")
        width = shutil.get_terminal_size().columns if terminal else PIPE_WIDTH
        return cls(
            terminal=terminal,
            colour=terminal and not dumb and not os.environ.get("NO_COLOR"),
            width=max(40, min(width, _MAX_WIDTH)),
        )

    def paint(self, text: str, *styles: str) -> str:
        """The text in the given styles, unchanged without colour."""
        if not self.colour or not text or not styles:
            return text
        return f"\x1b[{';'.join(_CODES[s] for s in styles)}m{text}\x1b[0m"


def emit(lines: Iterable[str]) -> None:
    """Write result lines to standard output."""
    _write(sys.stdout, "".join(f"{line}\n" for line in lines))


def emit_json(value: object, *, line: bool = False) -> None:
    """Write one JSON value to standard output: indented, or as a single line. Characters that
    could steer a terminal travel as JSON escapes, so the value read back is the same."""
    ascii_only = (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"
    text = json.dumps(
        value, ensure_ascii=ascii_only, allow_nan=False,
        indent=None if line else 2, separators=(",", ":") if line else None,
    )  # fmt: skip
    _write(sys.stdout, text.translate(_JSON_HIDDEN) + "\n")


def emit_text(text: str) -> None:
    """Write a whole document to standard output as it is."""
    _write(sys.stdout, text)


def emit_bytes(data: bytes) -> None:
    """Write a file to standard output as it is."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def note(text: str) -> None:
    """Write one line about the run to standard error."""
    _write(sys.stderr, f"{text}\n")


def report_error(error: FactcheckError) -> None:
    """The one line of a failure: `factcheck: WHAT: WHY (WHAT TO DO)`."""
    note("factcheck: " + escape(" ".join(str(error).split())))


def show_warnings() -> None:
    """Print what the rooms log as a warning, a line each."""
    import logging

    class Lines(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            note(f"factcheck: {escape(record.getMessage())}")

    logger = logging.getLogger("factcheck")
    logger.handlers = [Lines(logging.WARNING)]


def flush() -> None:
    """Send what is still held back, so that a full disk or a closed pipe shows while the exit
    code can still say so."""
    _write(sys.stdout, "")
    _write(sys.stderr, "")


def _write(stream: TextIO, text: str) -> None:
    encoding = stream.encoding or "utf-8"
    try:
        stream.write(text.encode(encoding, "backslashreplace").decode(encoding))
        stream.flush()
    except BrokenPipeError:
        # the reader has gone (`… | head`): not a failure, and the exit code still tells the result
        with open(os.devnull, "wb") as nowhere:
            os.dup2(nowhere.fileno(), stream.fileno())
