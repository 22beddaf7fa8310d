"""Text in columns: wrapped by display width with its offsets kept, so that words can be marked, and
panels side by side that line up whatever the script."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.cli.output import Screen, escape
from factcheck.cli.width import clip, display_width, pad

Cell = tuple[str, str]
"""A line as it is painted, and the same without styles, whose width counts."""


def plain(text: str) -> Cell:
    """A line without styles."""
    return text, text


def painted(screen: Screen, text: str, *styles: str) -> Cell:
    """A line in styles."""
    return screen.paint(text, *styles), text


def fitted(cell: Cell, columns: int) -> Cell:
    """The line cut and padded to a width. One that must be cut loses its styles."""
    shown, text = cell
    if display_width(text) > columns:
        text = clip(text, columns)
        shown = text
    blanks = " " * (columns - display_width(text))
    return shown + blanks, pad(text, columns)


def spans(text: str, start: int, end: int, columns: int) -> list[tuple[int, int]]:
    """`text[start:end]`, one line of it, as stretches that fit the width: broken after a blank,
    else between characters."""
    found, begin, used, blank = [], start, 0, -1
    at = start
    while at < end:
        wide = display_width(escape(text[at]))
        if used + wide > columns and at > begin:
            cut = blank + 1 if blank >= begin and text[at] != " " else at
            found.append((begin, cut))
            begin, at, used, blank = cut, cut, 0, -1
            continue
        if text[at] == " ":
            blank = at
        used += wide
        at += 1
    return [*found, (begin, end)]


def marked(
    text: str, stretch: tuple[int, int], marks: Sequence[tuple[int, int]], screen: Screen
) -> Cell:
    """One stretch of a text with the marked words painted, or between signs without colour."""
    start, end = stretch
    shown, bare, at = "", "", start
    for first, last in sorted(marks):
        first, last = max(first, at), min(last, end)
        if first >= last:
            continue
        before, words = escape(text[at:first]), escape(text[first:last])
        bare += before + words
        shown += before + screen.paint(words, "bold", "reverse")
        at = last
    rest = escape(text[at:end])
    return shown + rest, bare + rest


def around(
    text: str, place: tuple[int, int], columns: int, height: int
) -> Iterator[tuple[int, int]]:
    """The stretches of a text that are shown around some words: as many lines as fit, the words
    in the upper half, blank lines folded."""
    begin = text.rfind("\n", 0, place[0]) + 1
    stop = text.find("\n", place[1])
    stop = stop if stop >= 0 else len(text)
    here = spans_of_lines(text, begin, stop, columns)
    hit = next((i for i, s in enumerate(here) if s[1] > place[0]), 0)
    above: list[tuple[int, int]] = []
    while len(above) < height and begin > 0:
        last = begin - 1
        begin = text.rfind("\n", 0, last) + 1
        above = [*spans(text, begin, last, columns), *above]
    below: list[tuple[int, int]] = []
    while len(below) < height and stop < len(text):
        first = stop + 1
        stop = text.find("\n", first)
        stop = stop if stop >= 0 else len(text)
        below += spans(text, first, stop, columns)
    every = [*above, *here, *below]
    centre = len(above) + hit
    top = max(0, min(centre - height // 3, len(every) - height))
    yield from every[top : top + height]


def spans_of_lines(text: str, start: int, end: int, columns: int) -> list[tuple[int, int]]:
    """Several lines of a text as stretches that fit the width."""
    found: list[tuple[int, int]] = []
    at = start
    while at <= end:
        last = text.find("\n", at, end)
        last = last if last >= 0 else end
        found += spans(text, at, last, columns)
        at = last + 1
    return found


def beside(panels: Sequence[tuple[Sequence[Cell], int]], height: int, screen: Screen) -> list[Cell]:
    """Panels of the given widths side by side, a rule between them."""
    rule = screen.paint("│", "dim")
    lines = []
    for number in range(height):
        cells = [fitted(panel[number] if number < len(panel) else ("", ""), width)
                 for panel, width in panels]  # fmt: skip
        lines.append((f" {rule} ".join(c[0] for c in cells), " │ ".join(c[1] for c in cells)))
    return lines
