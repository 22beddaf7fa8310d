"""What people decide: rulings as append-only records, and the corrections they set in motion."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal, Self

from factcheck.model.evidence import Quote
from factcheck.model.identity import Json, canonical, check, check_choice, digest, sha256

ActorKind = Literal["human", "machine", "import"]
ClaimStatus = Literal[
    "logged", "corroborated", "disputed", "upheld", "corrected", "retracted", "unverifiable"
]
CorrectionState = Literal[
    "proposed", "accepted", "rejected", "edited", "applied", "published", "superseded"
]
Dismissal = Literal["false_positive", "wont_fix"]
Verdict = Literal["right", "wrong", "outdated", "less_precise", "different_scope", "unknown"]


@dataclass(frozen=True, kw_only=True)
class Decision:
    """One append-only record of who did what, when and why. `object` is a claim key, a conflict
    fingerprint or a decision id (for undo); `body` holds what was ruled and what was seen then
    (plain JSON without floats). `at` is UTC, `2026-01-05T08:00:00.000000Z`. No sequence number:
    that belongs to a database, so that two exports merge as text."""

    at: str
    actor: str
    kind: str
    object: str
    actor_kind: ActorKind = "human"
    body: Mapping[str, Any] = field(default_factory=dict)
    reason: str = ""

    def __post_init__(self) -> None:
        check(bool(self.actor.strip()), "decision", "nobody is named as acting")
        check(self.at.endswith("Z"), "decision", f"time {self.at!r} is not UTC")
        check(bool(self.kind) and bool(self.object), "decision", "kind or object is missing")
        check_choice(self.actor_kind, ActorKind, "decision", "actor_kind")
        canonical(self.body)

    @cached_property
    def id(self) -> str:
        return digest("decision", self.to_dict())

    def to_dict(self) -> Json:
        return {
            "at": self.at, "actor": self.actor, "actor_kind": self.actor_kind,
            "kind": self.kind, "object": self.object, "body": dict(self.body),
            "reason": self.reason,
        }  # fmt: skip

    @classmethod
    def from_dict(cls, data: Json) -> Self:
        return cls(**data)


@dataclass(frozen=True, kw_only=True)
class Correction:
    """A proposed change to the words of `target`, and how far it has come."""

    target: Quote
    replacement: str
    rationale: str = ""
    evidence: tuple[Quote, ...] = ()
    conflict: str | None = None
    state: CorrectionState = "proposed"

    def __post_init__(self) -> None:
        check(self.replacement != self.target.exact, "correction", "it changes nothing")
        check_choice(self.state, CorrectionState, "correction", "state")

    @cached_property
    def id(self) -> str:
        return digest("correction", self.target.to_dict(), self.replacement)

    def to_dict(self) -> Json:
        return {
            "target": self.target.to_dict(), "replacement": self.replacement,
            "rationale": self.rationale, "evidence": [q.to_dict() for q in self.evidence],
            "conflict": self.conflict, "state": self.state,
        }  # fmt: skip

    @classmethod
    def from_dict(cls, data: Json) -> Self:
        return cls(**{
            **data, "target": Quote.from_dict(data["target"]),
            "evidence": tuple(Quote.from_dict(q) for q in data["evidence"]),
        })  # fmt: skip


def revision(parts: Iterable[str]) -> str:
    """The ledger's revision: a digest of the sorted content digests of everything in it."""
    return sha256(canonical(sorted(set(parts))))[:32]
