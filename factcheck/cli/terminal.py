"""The terminal itself: keys one at a time, the whole screen drawn at once, everything put back as
it was however the program leaves."""

from __future__ import annotations

import codecs
import os
import select
import shutil
import signal
import sys
import termios
import tty
from collections.abc import Sequence
from types import FrameType, TracebackType
from typing import Any, Self

RESIZED, CLOSED = "resized", "closed"
"""What `key` returns besides keys: the window has another size, the terminal is gone."""
_NAMES = {
    "\x1b[A": "up", "\x1b[B": "down", "\x1b[C": "right", "\x1b[D": "left", "\x1b[H": "home",
    "\x1b[F": "end", "\x1b[3~": "delete", "\x1bOA": "up", "\x1bOB": "down", "\x1bOC": "right",
    "\x1bOD": "left", "\x1bOH": "home", "\x1bOF": "end", "\x1b[1~": "home", "\x1b[4~": "end",
    "\r": "enter", "\n": "enter", "\x7f": "backspace", "\x08": "backspace", "\x1b": "escape",
    "\x01": "home", "\x05": "end", "\x15": "clear", "\x04": CLOSED, "\t": "tab",
}  # fmt: skip
_ESCAPE_SECONDS = 0.05
_ENTER = "\x1b[?1049h\x1b[?25l"
_LEAVE = "\x1b[?25h\x1b[?1049l"


class Terminal:
    """Standard input and output as a screen with keys. Use it as a context manager. Ctrl-C raises
    KeyboardInterrupt, and so does the end of the terminal (SIGHUP, SIGTERM)."""

    def __init__(self) -> None:
        self._in = sys.stdin.fileno()
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._waiting: list[str] = []
        self._woken = os.pipe()
        self._before: list[Any] = []
        self._handlers: dict[int, Any] = {}

    @property
    def size(self) -> tuple[int, int]:
        """Columns and lines."""
        found = shutil.get_terminal_size()
        return found.columns, found.lines

    def __enter__(self) -> Self:
        self._before = termios.tcgetattr(self._in)
        for number in (signal.SIGWINCH, signal.SIGHUP, signal.SIGTERM):
            self._handlers[number] = signal.signal(number, self._signalled)
        self.resume()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        self.suspend()
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        for end in self._woken:
            os.close(end)

    def resume(self) -> None:
        """Take the screen and the keys."""
        tty.setcbreak(self._in)
        self._send(_ENTER)

    def suspend(self) -> None:
        """Give them back, as they were."""
        self._send(_LEAVE)
        try:
            termios.tcsetattr(self._in, termios.TCSADRAIN, self._before)
        except termios.error:  # the terminal is gone: there is nothing to put back
            return

    def draw(self, lines: Sequence[str], cursor: tuple[int, int] | None = None) -> None:
        """Show these lines, from the top; the cursor at (column, line) from 0, or hidden."""
        text = "\x1b[H" + "\r\n".join(f"{line}\x1b[0m\x1b[K" for line in lines) + "\x1b[J"
        if cursor is not None:
            text += f"\x1b[{cursor[1] + 1};{cursor[0] + 1}H\x1b[?25h"
        else:
            text += "\x1b[?25l"
        self._send(text)

    def key(self) -> str:
        """The next key: a character, the name of a key, RESIZED or CLOSED."""
        while not self._waiting:
            ready, _, _ = select.select([self._in, self._woken[0]], [], [])
            if self._woken[0] in ready:
                os.read(self._woken[0], 1024)
                return RESIZED
            data = os.read(self._in, 1024)
            if not data:
                return CLOSED
            self._take(data)
        return self._waiting.pop(0)

    def _take(self, data: bytes) -> None:
        if data.endswith(b"\x1b") and select.select([self._in], [], [], _ESCAPE_SECONDS)[0]:
            data += os.read(self._in, 16)
        text = self._decoder.decode(data)
        while text:
            name = next((n for n in sorted(_NAMES, key=len, reverse=True) if text.startswith(n)),
                        "")  # fmt: skip
            if name == "\x1b" and len(text) > 1 and text[1] in "[O":
                end = next((i for i, c in enumerate(text[2:], 3) if c.isalpha() or c == "~"),
                           len(text))  # fmt: skip
                text = text[end:]  # a key without a meaning here
                continue
            key = name or text[0]
            self._waiting.append(_NAMES.get(key, key))
            text = text[len(key) :]

    def _signalled(self, number: int, frame: FrameType | None) -> None:
        if number == signal.SIGWINCH:
            os.write(self._woken[1], b"\0")
            return
        raise KeyboardInterrupt

    def _send(self, text: str) -> None:
        try:
            sys.stdout.write(text)
            sys.stdout.flush()
        except OSError:  # the terminal is gone; what was ruled is stored
            return
