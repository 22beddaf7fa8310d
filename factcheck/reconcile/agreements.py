"""Claims that assert the same thing: one linked subject, one predicate, one value."""

from __future__ import annotations

from factcheck.model import Agreement, Claim
from factcheck.reconcile.rules.interface import Case


def find_agreements(case: Case) -> tuple[Agreement, ...]:
    """Groups of claims with equal subject, predicate and value key, ordered by their ids."""
    groups: dict[tuple[str, str, str], list[Claim]] = {}
    for extraction in case.extractions:
        for claim in extraction.claims:
            subject = case.entities.canonical(claim.subject)
            groups.setdefault((subject, claim.predicate, claim.value.key()), []).append(claim)
    found = [
        Agreement(claims=tuple(sorted({c.id for c in group})), relation="same_value")
        for group in groups.values() if len({c.id for c in group}) > 1
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda a: (a.claims, a.relation)))
