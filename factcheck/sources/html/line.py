"""The line of a page being gathered, and the row that it becomes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

STRUCK = "~~"
"""What stands around struck words, so that they cannot be read as if they still held."""


@dataclass(slots=True)
class Row:
    """One line of the page. `marker` stands before the text (`- `), `level` is a heading's depth or
    a list's nesting, `changes` are (kind, start, end) in the text, kind del or ins; `linked`
    says that all its words lead to other pages."""

    kind: str
    text: str
    marker: str = ""
    level: int = 0
    soft: bool = False
    zone: str = ""
    correction: bool = False
    changes: list[tuple[str, int, int]] = field(default_factory=list)
    linked: bool = False

    def plain(self) -> list[Any]:
        """The row as JSON holds it: its fields in order."""
        return [getattr(self, name) for name in self.__slots__]


@dataclass(slots=True)
class Line:
    """The line being gathered; `linked` counts the letters and digits of its links."""

    buffer: list[str] = field(default_factory=list)
    length: int = 0
    ends_blank: bool = True
    changes: list[tuple[str, int, int]] = field(default_factory=list)
    open_change: tuple[str, int] | None = None
    changed_at: int = 0
    linked: int = 0

    def add(self, piece: str) -> None:
        """Put words at the end."""
        self.buffer.append(piece)
        self.length += len(piece)
        self.ends_blank = piece.endswith(" ")

    def gap(self) -> None:
        """Put a blank at the end, unless there is one."""
        if self.length and not self.ends_blank:
            self.add(" ")

    def change_to(self, changed: str) -> None:
        """Close and open the marks of struck and inserted words."""
        if changed == (self.open_change[0] if self.open_change else ""):
            return
        self.close_change()
        if changed:
            if self.length and self.length == self.changed_at:
                self.add(" ")
            self.begin(changed)

    def begin(self, changed: str) -> None:
        """Open a mark."""
        if changed == "del":
            self.add(STRUCK)
        self.open_change = (changed, self.length)

    def close_change(self) -> None:
        """Close the open mark; one around nothing is taken back."""
        if self.open_change is None:
            return
        kind, start = self.open_change
        self.open_change = None
        if self.length > start:
            self.changes.append((kind, start, self.length))
            if kind == "del":
                self.add(STRUCK)
            self.changed_at = self.length
        elif kind == "del":
            self.buffer.pop()
            self.length -= len(STRUCK)
