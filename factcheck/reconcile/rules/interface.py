"""The seam: what a rule is, what it sees, and the page `factcheck explain` prints for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from factcheck.claims import Catalogue, EntityTable, Extraction
from factcheck.model import Agreement, Conflict, ConflictKind, Severity
from factcheck.reconcile.translation.alignment import Alignment
from factcheck.reconcile.translation.termbase import Termbase, built_in_terms


@dataclass(frozen=True, kw_only=True)
class RuleDoc:
    """One rule, explained as a linter does. `why` says what it costs a reader; `example` shows a
    text and the finding; `silence` how to switch it off here."""

    code: str
    version: int
    kind: ConflictKind
    severity: Severity
    title: str
    what: str
    why: str
    example: str
    silence: str = ""

    def __post_init__(self) -> None:
        if not self.silence:
            object.__setattr__(self, "silence", (
                f"Run with `--ignore {self.code}`, put `ignore = [\"{self.code}\"]` into "
                "factcheck.toml (for some files only under `per_path_ignore`), write "
                f"`<!-- factcheck: ignore {self.code} -->` beside the words, leave out what an "
                "earlier check found with `--baseline`, or dismiss the single finding with a "
                "reason: it stays dismissed."
            ))  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Case:
    """Everything a rule may look at: the documents read, which is whose original (slug of the
    translation → slug of the original), the aligned pairs of passages, the predicates, the
    entities and the terms of the field. `earlier` holds the earlier versions of a document by its
    name, oldest first."""

    extractions: tuple[Extraction, ...]
    originals: Mapping[str, str] = field(default_factory=dict)
    alignments: tuple[Alignment, ...] = ()
    catalogue: Catalogue
    entities: EntityTable
    terms: Termbase = field(default_factory=built_in_terms)
    earlier: Mapping[str, tuple[Extraction, ...]] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Reconciliation:
    """What came of one case. Conflicts are ordered by source, place and code."""

    conflicts: tuple[Conflict, ...]
    agreements: tuple[Agreement, ...]


class Rule(Protocol):
    """Finds conflicts in a case. Deterministic, order-independent, never raises for any text."""

    @property
    def doc(self) -> RuleDoc: ...

    def find(self, case: Case) -> Iterable[Conflict]: ...
