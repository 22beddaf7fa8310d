"""One line of text to type or to change, at the bottom of the screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from factcheck.cli.output import escape
from factcheck.cli.terminal import CLOSED
from factcheck.cli.width import display_width, tail


@dataclass
class Line:
    """The text so far and where the cursor is in it."""

    text: str = ""
    at: int = 0

    def press(self, key: str) -> None:
        """What a key does to the line; unknown ones do nothing."""
        moves = {"left": max(0, self.at - 1), "right": min(len(self.text), self.at + 1),
                 "home": 0, "end": len(self.text)}  # fmt: skip
        if key in moves:
            self.at = moves[key]
        elif key == "backspace" and self.at:
            self.text = self.text[: self.at - 1] + self.text[self.at :]
            self.at -= 1
        elif key == "delete":
            self.text = self.text[: self.at] + self.text[self.at + 1 :]
        elif key == "clear":
            self.text, self.at = "", 0
        elif len(key) == 1 and key.isprintable():
            self.text = self.text[: self.at] + key + self.text[self.at :]
            self.at += 1

    def shown(self, label: str, columns: int) -> tuple[str, int]:
        """Label and text in the given width, and the column of the cursor: the text moves to the
        left where it is too long."""
        room = columns - display_width(label) - 1
        before = tail(escape(self.text[: self.at]), max(1, room))
        after = escape(self.text[self.at :])
        line = label + before
        while display_width(line + after) > columns - 1 and after:
            after = after[:-1]
        return line + after, display_width(line)


def read_line(line: Line, next_key: Callable[[], str], show: Callable[[Line], None]) -> str | None:
    """Let somebody type until Enter; None after Escape. `line` keeps what was typed either way."""
    while True:
        show(line)
        key = next_key()
        if key == "enter":
            return line.text
        if key in ("escape", CLOSED):
            return None
        line.press(key)
