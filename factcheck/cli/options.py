"""Options that several commands share, so that they look and behave the same everywhere."""

from __future__ import annotations

import difflib
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


def split_list(values: Iterable[str]) -> list[str]:
    """The items of an option that may be repeated and may hold commas."""
    return [item.strip() for value in values for item in value.split(",") if item.strip()]


def expand_codes(option: str, given: Sequence[str], known: Sequence[str]) -> list[str]:
    """Rule codes for what was written: a code, or the beginning of several (`FC3`). Raises
    UsageError for one that no rule has, naming the nearest."""
    codes: dict[str, None] = {}
    for item in split_list(given):
        wanted = item.upper().rstrip("X")
        matching = [code for code in known if code.startswith(wanted)]
        if not matching or not wanted.startswith("FC"):
            raise UsageError(option, f"no rule has the code {item!r}", nearest(item, known))
        codes.update(dict.fromkeys(matching))
    return list(codes)


def nearest(word: str, known: Sequence[str]) -> str:
    """Advice on a code that does not exist."""
    close = difflib.get_close_matches(word.upper(), known, n=1, cutoff=0.5)
    advice = "`factcheck explain` lists all rules"
    return f"did you mean {close[0]}? {advice}" if close else advice
