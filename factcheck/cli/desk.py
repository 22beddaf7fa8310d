"""What the commands of a workspace share: the ledger as it stands, and finding one thing in it by
the beginning of its id."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, TypeVar

from factcheck.errors import UsageError

if TYPE_CHECKING:
    from factcheck.corrections.ledger import Ledger
    from factcheck.model import Claim, Conflict, Source

SHORT = 10
"""Digits of an id that listings show: enough to be unique among a hundred thousand."""
_CANDIDATES = 4

T = TypeVar("T")


def current_ledger(database: str | None) -> Ledger:
    """The workspace's ledger as it stands. Raises UsageError outside a workspace."""
    from factcheck import workflow
    from factcheck.workspace import open_workspace

    return workflow.load_ledger(open_workspace(), database=database)


def short(identity: str) -> str:
    """An id as listings show it."""
    return identity[:SHORT]


def find_conflict(ledger: Ledger, wanted: str) -> Conflict:
    """The conflict whose id begins so. Raises UsageError for none and for several."""
    return _only("conflict", wanted, {c.id: c for c in ledger.conflicts}, "conflicts list")


def find_claim(ledger: Ledger, wanted: str) -> Claim:
    """The claim whose key begins so. Raises UsageError for none and for several."""
    return _only("claim", wanted, {c.key: c for c in ledger.claims}, "claims list")


def find_source(ledger: Ledger, wanted: str) -> Source:
    """The source of that slug, or the only one whose slug begins so. Raises UsageError."""
    known = {source.slug: source for source in ledger.sources}
    return known.get(wanted) or _only("source", wanted, known, "sources list")


def _only(noun: str, wanted: str, known: Mapping[str, T], listing: str) -> T:
    matching = sorted(name for name in known if name.startswith(wanted))
    if len(matching) == 1 and wanted:
        return known[matching[0]]
    advice = f"`factcheck {listing}` shows them all"
    if not matching or not wanted:
        raise UsageError(wanted or "''", f"there is no {noun} with this id", advice)
    raise UsageError(wanted, f"{len(matching)} {noun}s begin so: {_listed(matching)}",
                     "give more of the id")  # fmt: skip


def _listed(names: Iterable[str]) -> str:
    every = [short(name) for name in names]
    more = ", …" if len(every) > _CANDIDATES else ""
    return ", ".join(every[:_CANDIDATES]) + more
