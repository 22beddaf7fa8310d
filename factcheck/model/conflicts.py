"""What cannot all hold, with its sides and a suggestion, and what asserts the same thing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal, Self, get_args

from factcheck.model.evidence import Quote
from factcheck.model.identity import Json, check, check_choice, digest, fold

ConflictKind = Literal[
    "internal", "cross_source", "translation", "record", "missing_content",
    "correction_notice", "markup_damage", "changed_text", "duplicate", "boilerplate",
]  # fmt: skip
Severity = Literal["info", "low", "medium", "high"]
ConflictState = Literal["open", "deferred", "decided", "dismissed", "stale"]
Relation = Literal["same_value", "rounding", "refines", "part_of", "same_entity"]

SEVERITIES: tuple[Severity, ...] = get_args(Severity)
"""From the mildest to the gravest."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Side:
    """One side of a conflict: the shortest wording that disagrees. `role` says what it is in a
    word or two (original, translation, count, counted, record …); `reading` is its normalised
    value in words (`27億 = 2 700 000 000`)."""

    quote: Quote
    claim: str | None = None
    role: str = ""
    reading: str = ""

    def to_dict(self) -> Json:
        return {"quote": self.quote.to_dict(), "claim": self.claim, "role": self.role,
                "reading": self.reading}  # fmt: skip

    @classmethod
    def from_dict(cls, data: Json) -> Self:
        return cls(**{**data, "quote": Quote.from_dict(data["quote"])})


@dataclass(frozen=True, kw_only=True, slots=True)
class Suggestion:
    """Words and what could stand in their place. A machine's proposal, waiting for a person."""

    quote: Quote
    replacement: str

    def to_dict(self) -> Json:
        return {"quote": self.quote.to_dict(), "replacement": self.replacement}

    @classmethod
    def from_dict(cls, data: Json) -> Self:
        return cls(quote=Quote.from_dict(data["quote"]), replacement=data["replacement"])


@dataclass(frozen=True, kw_only=True)
class Conflict:
    """Claims or words that cannot all hold, or content that is missing. Derived, never stored as
    truth. `message` is one plain sentence; `explanation` the arithmetic or evidence, a line each.
    `confidence` is 0 to 1 in per cent steps, kept as an integer percentage so that it has one
    spelling. `rule` is `FC301@1`; `section` the subject of the section of the first side;
    `ordinal` counts equals inside that section."""

    code: str
    kind: ConflictKind
    severity: Severity
    sides: tuple[Side, ...]
    message: str
    explanation: tuple[str, ...] = ()
    suggestion: Suggestion | None = None
    confidence_percent: int = 50
    rule: str = ""
    section: str = ""
    ordinal: int = 0
    state: ConflictState = "open"

    def __post_init__(self) -> None:
        check(bool(self.sides), "conflict", "it has no side")
        check(0 <= self.confidence_percent <= 100, "conflict", "confidence is not 0 to 100")
        check_choice(self.kind, ConflictKind, "conflict", "kind")
        check_choice(self.severity, Severity, "conflict", "severity")
        check_choice(self.state, ConflictState, "conflict", "state")

    @cached_property
    def fingerprint(self) -> str:
        """What rulings bind to: rule code, source, section and the folded words, no positions."""
        words = sorted((s.quote.source, fold(s.quote.exact)) for s in self.sides)
        return digest("conflict", self.code, self.sides[0].quote.source, fold(self.section),
                      words, self.ordinal)  # fmt: skip

    @property
    def id(self) -> str:
        return self.fingerprint

    @property
    def sources(self) -> tuple[str, ...]:
        return tuple(sorted({side.quote.source for side in self.sides}))

    def to_dict(self) -> Json:
        return {
            "code": self.code, "kind": self.kind, "severity": self.severity,
            "sides": [side.to_dict() for side in self.sides], "message": self.message,
            "explanation": list(self.explanation),
            "suggestion": self.suggestion.to_dict() if self.suggestion else None,
            "confidence_percent": self.confidence_percent, "rule": self.rule,
            "section": self.section, "ordinal": self.ordinal, "state": self.state,
        }  # fmt: skip

    @classmethod
    def from_dict(cls, data: Json) -> Self:
        return cls(**{
            **data, "sides": tuple(Side.from_dict(s) for s in data["sides"]),
            "explanation": tuple(data["explanation"]),
            "suggestion": Suggestion.from_dict(data["suggestion"]) if data["suggestion"] else None,
        })  # fmt: skip


@dataclass(frozen=True, kw_only=True, slots=True)
class Agreement:
    """Claims (by id, sorted) that assert the same thing, and how."""

    claims: tuple[str, ...]
    relation: Relation

    def __post_init__(self) -> None:
        check(len(self.claims) > 1, "agreement", "it needs two claims")
        check_choice(self.relation, Relation, "agreement", "relation")

    def to_dict(self) -> Json:
        return {"claims": list(self.claims), "relation": self.relation}

    @classmethod
    def from_dict(cls, data: Json) -> Self:
        return cls(claims=tuple(data["claims"]), relation=data["relation"])
