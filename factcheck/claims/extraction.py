"""What comes out of one document: its claims, its notices, and how much of it was covered."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.claims.entities import EntityTable, Link, load_entities
from factcheck.claims.introduced import introductions
from factcheck.claims.linking import links_of
from factcheck.model import Claim, Coverage, Json, Notice
from factcheck.sources.document import Document


@dataclass(frozen=True, kw_only=True)
class Extraction:
    """One document, read for claims. Claims are numbered (see `model.number_claims`) and in text
    order; notices are in text order."""

    document: Document
    claims: tuple[Claim, ...]
    notices: tuple[Notice, ...]
    coverage: Coverage

    def links(self, entities: EntityTable | None = None) -> tuple[Link, ...]:
        """What the subjects are linked to, and why; without a table by the built-in names."""
        names = (claim.subject for claim in self.claims)
        introduced = introductions(self.document.text)
        return links_of(names, entities or load_entities(), introduced)

    def to_dict(self) -> Json:
        """The published shape of `factcheck extract --format json`."""
        return {
            "format": "factcheck-extract/1",
            "source": self.document.name,
            "sha256": self.document.snapshot.sha256,
            "language": self.document.language,
            "claims": [published_claim(claim) for claim in self.claims],
            "notices": [published_notice(notice) for notice in self.notices],
            "links": [link.to_dict() for link in self.links()],
            "coverage": self.coverage.to_dict(),
        }


def published_claim(claim: Claim) -> Json:
    """A claim in the shape of the JSON contract."""
    return {
        "id": claim.id, "source": claim.source, "start": claim.quote.start,
        "end": claim.quote.end, "quote": claim.quote.exact, "language": claim.language,
        "subject": claim.subject, "predicate": claim.predicate, "value": claim.value.to_dict(),
        "qualifiers": dict(claim.qualifiers), "modality": claim.modality,
        "extractor": claim.extractor,
    }  # fmt: skip


def published_notice(notice: Notice) -> Json:
    """A notice in the shape of the JSON contract."""
    return {
        "id": notice.id, "source": notice.source, "start": notice.quote.start,
        "end": notice.quote.end, "quote": notice.quote.exact, "kind": notice.kind,
        "target": notice.target, "target_source": notice.target_source,
        "wrong": notice.wrong, "right": notice.right,
    }  # fmt: skip
