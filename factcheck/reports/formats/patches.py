"""Unified diff: the accepted changes of every article, for `git apply` and `patch`."""

from __future__ import annotations

from factcheck.reports.contents import Contents
from factcheck.reports.visible import visible


def render_diff(contents: Contents) -> str:
    """The patches one behind the other, each below a line of comment that names its article; a
    comment alone where one cannot be given. The changed lines hold the article's own characters,
    except that `?` stands for a lone surrogate, which no file holds."""
    parts = []
    for one in contents.publications:
        if one.patch or one.problem:
            told = f": no patch: {one.problem}" if one.problem else ""
            parts.append(f"# {_line(one.title)}{_line(told)}\n{one.patch}")
    return "".join(parts).encode("utf-8", "replace").decode()


def _line(text: str) -> str:
    return " ".join(visible(text).split())
