"""One thing of many by the beginning of its id, as git does it: ambiguous beginnings are refused
with their candidates, unknown ones with the nearest."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import TypeVar

from factcheck.corrections.case import Case
from factcheck.corrections.ledger import Ledger
from factcheck.errors import UsageError
from factcheck.model import Claim, Conflict, Decision, Source

SHOWN = 5
"""Candidates that a refusal names."""
SHORT = 10
"""Digits of an id that a message shows."""

T = TypeVar("T")


def find_one(noun: str, wanted: str, known: Mapping[str, T]) -> T:
    """The entry whose id is `wanted` or the only one that begins so. Raises UsageError."""
    if wanted in known:
        return known[wanted]
    matching = sorted(name for name in known if wanted and name.startswith(wanted))
    if len(matching) == 1:
        return known[matching[0]]
    if matching:
        shown = ", ".join(_apart(matching[:SHOWN]))
        raise UsageError(wanted, f"{len(matching)} {noun}s begin so", f"give more of it: {shown}")
    near = get_close_matches(wanted, [name[: max(1, len(wanted))] for name in sorted(known)],
                             n=SHOWN, cutoff=0.4)  # fmt: skip
    hint = f"nearest: {', '.join(dict.fromkeys(near))}" if near else f"there are {len(known)}"
    raise UsageError(wanted or "''", f"there is no {noun} with this id", hint)


def _apart(names: list[str]) -> list[str]:
    """The beginnings of the names, as short as tells them apart, and not below ten characters."""
    length = SHORT
    while len({name[:length] for name in names}) < len(names):
        length += 1
    return [name[:length] for name in names]


def find_claim(ledger: Ledger, wanted: str) -> Claim:
    """The claim whose key, or id, begins so. Raises UsageError for none and for several."""
    by_key = {claim.key: claim for claim in ledger.claims}
    by_id = {claim.id: claim for claim in ledger.claims if claim.id.startswith(wanted)}
    keyed = any(key.startswith(wanted) for key in by_key)
    return find_one("claim", wanted, by_key if keyed or not by_id else by_id)


def find_conflict(ledger: Ledger, wanted: str) -> Conflict:
    """The conflict whose id begins so. Raises UsageError for none and for several."""
    return find_one("conflict", wanted, {conflict.id: conflict for conflict in ledger.conflicts})


def find_case(ledger: Ledger, wanted: str) -> Case:
    """The correction whose id, or whose conflict's id, begins so. Raises UsageError for none and
    for several."""
    by_id = {case.id: case for case in ledger.corrections}
    by_conflict = {case.conflict: case for case in ledger.corrections if case.conflict}
    named = any(name.startswith(wanted) for name in by_id)
    meant = not named and any(name.startswith(wanted) for name in by_conflict)
    return find_one("correction", wanted, by_conflict if meant else by_id)


def find_source(ledger: Ledger, wanted: str) -> Source:
    """The source whose slug begins so. Raises UsageError for none and for several."""
    return find_one("source", wanted, {source.slug: source for source in ledger.sources})


def find_decision(ledger: Ledger, wanted: str) -> Decision:
    """The decision whose id begins so. Raises UsageError for none and for several."""
    return find_one("decision", wanted, {decision.id: decision for decision in ledger.decisions})
