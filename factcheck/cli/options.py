"""Options that several commands share, so that they look and behave the same everywhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Annotated

import typer

from factcheck.errors import UsageError


class ListFormat(StrEnum):
    """How a listing is written."""

    table = "table"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"


class CheckFormat(StrEnum):
    """How findings are written."""

    text = "text"
    json = "json"
    jsonl = "jsonl"
    sarif = "sarif"
    github = "github"
    gitlab = "gitlab"


Format = Annotated[ListFormat, typer.Option("--format", "-f", help="How to write the listing.")]
Database = Annotated[
    str | None,
    typer.Option("--database", metavar="URL",
                 help="Store to use instead of the workspace's own.  [FACTCHECK_DATABASE]"),
]  # fmt: skip
Actor = Annotated[
    str | None,
    typer.Option("--actor", metavar="NAME", help="Who is acting.  [FACTCHECK_ACTOR]"),
]
Reason = Annotated[str, typer.Option("--reason", "-m", metavar="TEXT", help="Why; kept for ever.")]
Because = Annotated[
    str, typer.Option("--reason", "--because", "-m", metavar="TEXT", help="Why; kept for ever.")
]
Group = Annotated[
    bool, typer.Option("--group", help="With all of the same cause that wait for a ruling.")
]
SeenVersion = Annotated[
    str,
    typer.Option("--seen", metavar="VERSION",
                 help="The version you saw, as `show` prints it: refused if it is another now."),
]  # fmt: skip
GROUNDS = ("original", "record", "source", "consistency", "arithmetic", "language", "author",
           "expert", "other")  # fmt: skip
"""Reason codes of a verdict; a test compares them with `corrections.reasons`."""
REJECTIONS = ("words_right", "wrong_fix", "unneeded", "other")
"""Reason codes of a rejection; the same test compares them."""
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="MOMENT",
                 help="As the decisions up to then left it: 2026-01-05, or a time of it."),
]  # fmt: skip
RequestKey = Annotated[
    str,
    typer.Option("--idempotency-key", metavar="KEY",
                 help="The same request under the same key is done once."),
]  # fmt: skip


def split_list(values: Iterable[str]) -> list[str]:
    """The items of an option that may be repeated and may hold commas."""
    return [item.strip() for value in values for item in value.split(",") if item.strip()]


def chosen(option: str, values: Iterable[str], known: Sequence[str]) -> set[str]:
    """The items of an option that takes words of a fixed list. Raises UsageError for another one,
    so that a slip is not an empty listing."""
    given = split_list(values)
    for item in given:
        if item not in known:
            raise UsageError(option, f"{item!r} is unknown", f"one of {', '.join(known)}")
    return set(given)
