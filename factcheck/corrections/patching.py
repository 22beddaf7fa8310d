"""Fixes put into a text: composed, refused where they overlap, and written as a unified diff that
`git apply` and `patch` take."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from factcheck.errors import InputError

CONTEXT_LINES = 3


@dataclass(frozen=True, kw_only=True, order=True)
class Fix:
    """`text[start:end]` becomes `replacement`. `old` are the words that must stand there; `name`
    is what messages call it."""

    start: int
    end: int
    old: str
    replacement: str
    name: str = ""


def compose(text: str, fixes: Iterable[Fix]) -> list[Fix]:
    """The fixes in text order, equal ones once. Raises InputError when two of them change the same
    words differently, or when the words of one do not stand in the text."""
    chosen: list[Fix] = []
    for fix in sorted(fixes):
        if text[fix.start : fix.end] != fix.old:
            raise InputError(fix.name, f"“{fix.old}” does not stand at {fix.start}",
                             "run `factcheck run` and review again")  # fmt: skip
        before = chosen[-1] if chosen else None
        if before is None or fix.start >= before.end:
            chosen.append(fix)
        elif (fix.start, fix.end, fix.replacement) != (before.start, before.end,
                                                      before.replacement):  # fmt: skip
            raise InputError(
                f"{before.name} and {fix.name}", "they change the same words: "
                f"“{before.old}” → “{before.replacement}” and “{fix.old}” → “{fix.replacement}”",
                "undo one of them",
            )  # fmt: skip
    return chosen


def applied(text: str, fixes: Sequence[Fix]) -> str:
    """The text with the fixes made, which come from `compose`."""
    parts, at = [], 0
    for fix in fixes:
        parts += [text[at : fix.start], fix.replacement]
        at = fix.end
    return "".join((*parts, text[at:]))


@dataclass(frozen=True, kw_only=True)
class _Change:
    """Lines `first` up to `last` (exclusive) of the old text and the lines in their place."""

    first: int
    last: int
    new: tuple[str, ...]


def unified_diff(text: str, fixes: Sequence[Fix], path: str) -> str:
    """The change as a unified diff of the file at `path`; empty when there is none. Lines end at
    line feeds only, as git sees them. Linear in the text, since the places are known."""
    lines = _lines(text)
    changes = [c for c in _changes(text, lines, fixes) if tuple(lines[c.first : c.last]) != c.new]
    if not changes:
        return ""
    name = _quoted(path)
    written = [f"--- {_prefixed('a/', name)}\n", f"+++ {_prefixed('b/', name)}\n"]
    shift = 0
    for hunk in _hunks(changes):
        written += _hunk(lines, hunk, shift)
        shift += sum(len(c.new) - (c.last - c.first) for c in hunk)
    return "".join(written)


def _lines(text: str) -> list[str]:
    """The lines with their line feeds."""
    parts = text.split("\n")
    return [f"{part}\n" for part in parts[:-1]] + ([parts[-1]] if parts[-1] else [])


def _changes(text: str, lines: Sequence[str], fixes: Sequence[Fix]) -> Iterator[_Change]:
    """The fixes as changed lines; those that touch the same line together."""
    starts = [0, *accumulate(map(len, lines))]
    line = 0
    pending: list[tuple[int, int, list[Fix]]] = []
    for fix in fixes:
        while line + 1 < len(lines) and starts[line + 1] <= fix.start:
            line += 1
        last = line + 1
        # a fix that ends with its line, or beyond it, joins the next one to it
        while last < len(lines) and starts[last] < fix.end + _joins(fix):
            last += 1
        if pending and pending[-1][1] > line:
            first, before, members = pending[-1]
            pending[-1] = (first, max(before, last), [*members, fix])
        else:
            pending.append((line, last, [fix]))
    for first, last, members in pending:
        begin, end = starts[first], starts[last]
        moved = [Fix(start=f.start - begin, end=f.end - begin, old=f.old,
                     replacement=f.replacement) for f in members]  # fmt: skip
        yield _Change(first=first, last=last,
                      new=tuple(_lines(applied(text[begin:end], moved))))  # fmt: skip


def _joins(fix: Fix) -> bool:
    """Whether the change takes away the line feed that it ends with."""
    return fix.old.endswith("\n") and not fix.replacement.endswith("\n")


def _hunks(changes: Sequence[_Change]) -> Iterator[list[_Change]]:
    """Changes whose surroundings meet, together."""
    hunk: list[_Change] = []
    for change in changes:
        if hunk and change.first - hunk[-1].last > 2 * CONTEXT_LINES:
            yield hunk
            hunk = []
        hunk.append(change)
    yield hunk


def _hunk(lines: Sequence[str], changes: Sequence[_Change], shift: int) -> Iterator[str]:
    first = max(0, changes[0].first - CONTEXT_LINES)
    last = min(len(lines), changes[-1].last + CONTEXT_LINES)
    old = last - first
    new = old + sum(len(c.new) - (c.last - c.first) for c in changes)
    yield f"@@ -{_range(first, old)} +{_range(first + shift, new)} @@\n"
    at = first
    for change in changes:
        yield from (_line(" ", line) for line in lines[at : change.first])
        yield from (_line("-", line) for line in lines[change.first : change.last])
        yield from (_line("+", line) for line in change.new)
        at = change.last
    yield from (_line(" ", line) for line in lines[at:last])


def _range(first: int, count: int) -> str:
    begin = first + 1 if count else first
    return str(begin) if count == 1 else f"{begin},{count}"


def _line(sign: str, line: str) -> str:
    if line.endswith("\n"):
        return sign + line
    return f"{sign}{line}\n\\ No newline at end of file\n"


def _quoted(path: str) -> str:
    """The path as git writes it: quoted in C style when it holds more than plain characters."""
    if all("!" <= c <= "~" and c not in '"\\' for c in path):
        return path
    data = path.encode("utf-8", "surrogateescape")
    escaped = "".join(
        chr(b) if 32 <= b < 127 and chr(b) not in '"\\' else f"\\{b:03o}" for b in data
    )
    return f'"{escaped}"'


def _prefixed(prefix: str, name: str) -> str:
    return f'"{prefix}{name[1:]}' if name.startswith('"') else prefix + name
