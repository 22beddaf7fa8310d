"""What changed between two revisions, as Markdown and as plain text: the same lists in a report and
by themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from factcheck.errors import UsageError
from factcheck.reports.contents import Comparison, Turn
from factcheck.reports.formats.json_text import json_text
from factcheck.reports.formats.marking import inline
from factcheck.reports.formats.records import record
from factcheck.reports.visible import visible

HEADINGS = {
    "opened": "Opened",
    "closed": "Closed",
    "flipped": "Ruled otherwise",
    "moved": "In another state",
    "corrections": "Corrections",
    "claims": "Claims",
    "sources": "Sources",
}
"""Lists of a comparison as headings, in the order in which they are told."""
TURN_LIMIT = 100
"""Turns told of one list; the rest is counted, and stands in the JSON."""


def markdown_changes(changes: Comparison, level: int = 3) -> Iterator[str]:
    """The lists as sections of Markdown, without a heading of their own."""
    for name, heading, told, more in _lists(changes):
        yield f"{'#' * level} {heading}"
        yield ""
        for turn in told:
            code = f"**{inline(turn.code)}** " if turn.code else ""
            place = f" ({inline(turn.place)})" if turn.place else ""
            yield f"- {code}{inline(turn.name)}{place}: {_steps(turn, inline)}"
        if more:
            yield f"- and {more} more {name}"
        yield ""


def text_changes(changes: Comparison) -> Iterator[str]:
    """The lists as lines of plain text."""
    for name, heading, told, more in _lists(changes):
        yield ""
        yield heading
        for turn in told:
            place = f" ({_one(turn.place)})" if turn.place else ""
            words = " ".join(filter(None, (_one(turn.code), _one(turn.name))))
            yield f"  {words}{place}: {_steps(turn, _one)}"
        if more:
            yield f"  and {more} more {name}"


def render_changes(changes: Comparison, format: str) -> str:
    """The comparison by itself as `markdown`, `text` or `json`. Raises UsageError for another."""
    if format not in WRITERS:
        raise UsageError(format, "a comparison is not written so",
                         f"one of {', '.join(WRITERS)}")  # fmt: skip
    return WRITERS[format](changes)


def _markdown(changes: Comparison) -> str:
    lines = [f"# What changed: {_span(changes, inline)}", "", *changes.sentences, "",
             *markdown_changes(changes, level=2)]  # fmt: skip
    return "\n".join(lines).rstrip("\n") + "\n"


def _text(changes: Comparison) -> str:
    lines = [f"what changed: {_span(changes, _one)}", *changes.sentences, *text_changes(changes)]
    return "\n".join(lines) + "\n"


def _json(changes: Comparison) -> str:
    return json_text({"format": "factcheck-changes/1", **record(changes)}, sort_keys=True)


WRITERS: dict[str, Callable[[Comparison], str]] = {
    "markdown": _markdown, "text": _text, "json": _json,
}  # fmt: skip


def _lists(changes: Comparison) -> Iterator[tuple[str, str, tuple[Turn, ...], int]]:
    """Name, heading, the turns told and how many are left out, of each list that has some."""
    for name, heading in HEADINGS.items():
        turns: tuple[Turn, ...] = getattr(changes, name)
        if turns:
            yield name, heading, turns[:TURN_LIMIT], max(0, len(turns) - TURN_LIMIT)


def _steps(turn: Turn, shown: Callable[[str], str]) -> str:
    if not turn.before:
        return shown(turn.after)
    return f"{shown(turn.before)} → {shown(turn.after or 'gone')}"


def _span(changes: Comparison, shown: Callable[[str], str]) -> str:
    return f"{shown(changes.before)} → {shown(changes.after)}"


def _one(text: str) -> str:
    return " ".join(visible(text).split())
