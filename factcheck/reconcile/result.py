"""What a check found, in the shape that is published: one object for the API, JSON and terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from factcheck.claims import Catalogue, EntityTable, Extraction, extract
from factcheck.claims.extraction import published_claim, published_notice
from factcheck.model import (
    Agreement,
    Claim,
    Conflict,
    Json,
    Notice,
    Quote,
    Skipped,
    digest,
    revision,
)
from factcheck.reconcile.engine import reconcile
from factcheck.sources.document import Document

FORMAT = "factcheck-check/1"


@dataclass(frozen=True, kw_only=True)
class CheckResult:
    """Everything one check read and found. Conflicts are ordered by source and place; `skipped`
    names what could not be read and why."""

    extractions: tuple[Extraction, ...]
    conflicts: tuple[Conflict, ...]
    agreements: tuple[Agreement, ...]
    skipped: tuple[Skipped, ...] = ()

    @cached_property
    def documents(self) -> Mapping[str, Document]:
        """The documents read, by the name that claims and conflicts use as their source."""
        return {e.document.snapshot.source: e.document for e in self.extractions}

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        return tuple(claim for e in self.extractions for claim in e.claims)

    @cached_property
    def notices(self) -> tuple[Notice, ...]:
        return tuple(notice for e in self.extractions for notice in e.notices)

    @cached_property
    def revision(self) -> str:
        """A digest of what was read and what was claimed and found: same input, same revision."""
        return revision([
            *(e.document.snapshot.id for e in self.extractions),
            *(claim.id for claim in self.claims),
            *(notice.id for notice in self.notices),
            *(digest(conflict.fingerprint, conflict.rule) for conflict in self.conflicts),
        ])  # fmt: skip

    def to_dict(self) -> Json:
        """The object that `factcheck check --format json` prints."""
        return {
            "format": FORMAT,
            "revision": self.revision,
            "sources": [_published_source(e) for e in self.extractions],
            "claims": [published_claim(claim) for claim in self.claims],
            "notices": [published_notice(notice) for notice in self.notices],
            "conflicts": [published_conflict(conflict) for conflict in self.conflicts],
            "agreements": [agreement.to_dict() for agreement in self.agreements],
            "skipped": [item.to_dict() for item in self.skipped],
        }


def check_documents(
    documents: Iterable[Document],
    *,
    originals: Mapping[str, str] | None = None,
    catalogue: Catalogue | None = None,
    entities: EntityTable | None = None,
    codes: tuple[Sequence[str], Sequence[str]] = ((), ()),
    skipped: Iterable[Skipped] = (),
    done: Callable[[], None] | None = None,
) -> CheckResult:
    """Extract from every document and reconcile all of them together.

    `originals` maps a document's name to its original's; `codes` are the rule codes selected and
    ignored; `done` is called after each document read for claims. The order of the documents does
    not change the result.
    """
    extractions = []
    for document in sorted(documents, key=lambda document: document.name):
        extractions.append(extract(document, catalogue, entities))
        if done is not None:
            done()
    select, ignore = codes
    found = reconcile(
        extractions, originals=originals, catalogue=catalogue, entities=entities,
        select=select, ignore=ignore,
    )  # fmt: skip
    return CheckResult(
        extractions=tuple(extractions), conflicts=found.conflicts, agreements=found.agreements,
        skipped=tuple(skipped),
    )  # fmt: skip


def published_conflict(conflict: Conflict) -> Json:
    """A conflict in the shape of the JSON contract."""
    fix = conflict.suggestion
    return {
        "id": conflict.id, "code": conflict.code, "kind": conflict.kind,
        "severity": conflict.severity, "message": conflict.message,
        "explanation": list(conflict.explanation), "rule": conflict.rule,
        "confidence": conflict.confidence_percent / 100, "state": conflict.state,
        "sides": [
            {**_published_quote(side.quote), "claim": side.claim, "role": side.role,
             "reading": side.reading}
            for side in conflict.sides
        ],
        "suggestion": {**_published_quote(fix.quote), "replacement": fix.replacement}
        if fix else None,
    }  # fmt: skip


def _published_quote(quote: Quote) -> Json:
    return {"source": quote.source, "start": quote.start, "end": quote.end, "quote": quote.exact}


def _published_source(extraction: Extraction) -> Json:
    document = extraction.document
    return {
        "source": document.name, "sha256": document.snapshot.sha256,
        "language": document.language, "kind": document.kind,
        "coverage": extraction.coverage.to_dict(), "notes": list(document.notes),
    }  # fmt: skip
