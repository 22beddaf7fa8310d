"""One revision of the ledger as plain data: what reports are made from, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from factcheck.corrections.case import Case
from factcheck.model import (
    Agreement,
    Claim,
    ClaimStatus,
    Conflict,
    Coverage,
    Decision,
    Notice,
    Skipped,
    Source,
)
from factcheck.sources.document import Document


@dataclass(frozen=True, kw_only=True)
class StaleRuling:
    """A decision that no longer fits what is there (the words are gone, a value is read
    otherwise, somebody ruled the contrary), and why. A person looks at it again."""

    decision: Decision
    why: str


@dataclass(frozen=True, kw_only=True)
class Ledger:
    """All of one revision. Conflicts carry their computed state. `documents` and `coverage` are
    keyed by source slug (the latest snapshot of each); `statuses` by claim key; `history` lists
    the decisions on a conflict (by fingerprint) or claim (by key), oldest first. `rules` are the
    rule versions in force (`FC301@1`); `stale` the rulings that a person should look at again.
    `corrections` are all proposals with their states. By conflict: `deferred` says until which day
    (empty: for good), `assignees` who looks at it; `versions` (also by correction id) change with
    every ruling, so that one made on an older state is noticed."""

    workspace: str
    revision: str
    sources: tuple[Source, ...]
    documents: Mapping[str, Document]
    claims: tuple[Claim, ...]
    notices: tuple[Notice, ...]
    conflicts: tuple[Conflict, ...]
    agreements: tuple[Agreement, ...]
    decisions: tuple[Decision, ...] = ()
    statuses: Mapping[str, ClaimStatus] = field(default_factory=dict)
    history: Mapping[str, tuple[Decision, ...]] = field(default_factory=dict)
    coverage: Mapping[str, Coverage] = field(default_factory=dict)
    skipped: tuple[Skipped, ...] = ()
    rules: tuple[str, ...] = ()
    stale: tuple[StaleRuling, ...] = ()
    corrections: tuple[Case, ...] = ()
    deferred: Mapping[str, str] = field(default_factory=dict)
    assignees: Mapping[str, str] = field(default_factory=dict)
    versions: Mapping[str, str] = field(default_factory=dict)
