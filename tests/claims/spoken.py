"""What the claims of a short text say, as tests write it down."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.claims import extract
from factcheck.model import Claim
from factcheck.sources import read_bytes

Said = tuple[str, object]


def claims(text: str, name: str = "text") -> tuple[Claim, ...]:
    """The claims of a text."""
    return extract(read_bytes(text.encode(), name)).claims


def value(claim: Claim) -> object:
    """The number, name, names, date or bounds that a claim states."""
    held = claim.value.to_dict()
    if held["type"] == "range":
        return (held["min"], held["max"])
    return held.get("value", held.get("values"))


def said(text: str, *predicates: str) -> set[tuple[str, str, object]]:
    """Subject, predicate and value of every claim, of the given predicates alone where any are."""
    return {
        (claim.subject, claim.predicate, _hashable(value(claim)))
        for claim in claims(text)
        if not predicates or claim.predicate in predicates
    }


def valued(text: str, *predicates: str) -> set[Said]:
    """The same without the subject."""
    return {(predicate, held) for _, predicate, held in said(text, *predicates)}


def _hashable(held: object) -> object:
    return tuple(held) if isinstance(held, Iterable) and not isinstance(held, str) else held
