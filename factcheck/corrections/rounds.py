"""A text that is changed in rounds, and what all the changes come to in the text as it was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.corrections.patching import Fix


@dataclass(frozen=True, kw_only=True)
class Piece:
    """Characters `start` to `end` of the original, kept; or, where these are -1, new words."""

    start: int = -1
    end: int = -1
    new: str = ""

    @property
    def kept(self) -> bool:
        return self.start >= 0

    def __len__(self) -> int:
        return self.end - self.start if self.kept else len(self.new)

    def part(self, first: int, last: int) -> Piece:
        """The characters `first` to `last` of the piece."""
        if self.kept:
            return Piece(start=self.start + first, end=self.start + last)
        return Piece(new=self.new[first:last])


@dataclass(frozen=True, kw_only=True)
class Edited:
    """The original and the pieces that stand now, in order."""

    original: str
    pieces: tuple[Piece, ...]

    @classmethod
    def of(cls, text: str) -> Edited:
        """A text as yet unchanged."""
        return cls(original=text, pieces=(Piece(start=0, end=len(text)),))

    @property
    def text(self) -> str:
        """The text as it stands now."""
        return "".join(self.original[p.start : p.end] if p.kept else p.new for p in self.pieces)

    def changed(self, fixes: Sequence[Fix]) -> Edited:
        """After these fixes of the text as it stands now, which come in order and apart."""
        return Edited(original=self.original, pieces=tuple(_replaced(self.pieces, fixes)))

    def fixes(self) -> list[Fix]:
        """All changes as fixes of the original, in order and apart."""
        found, at, words = [], 0, ""
        for piece in (*self.pieces, Piece(start=len(self.original), end=len(self.original))):
            if not piece.kept:
                words += piece.new
                continue
            old = self.original[at : piece.start]
            if old != words:
                found.append(Fix(start=at, end=piece.start, old=old, replacement=words))
            at, words = piece.end, ""
        return found


def _replaced(pieces: Sequence[Piece], fixes: Sequence[Fix]) -> Iterator[Piece]:
    """The pieces with the fixes made: cut where one begins or ends, left out inside of it."""
    waiting = list(reversed(fixes))
    at = 0
    for piece in pieces:
        start, end = at, at + len(piece)
        while waiting and waiting[-1].start < end:
            fix = waiting[-1]
            if start < fix.start:
                yield piece.part(start - at, fix.start - at)
            if fix.start >= start:
                yield Piece(new=fix.replacement)
            start = min(max(start, fix.end), end)
            if fix.end > end:
                break
            waiting.pop()
        if start < end:
            yield piece.part(start - at, end - at)
        at = end
    yield from (Piece(new=fix.replacement) for fix in reversed(waiting) if fix.start >= at)
