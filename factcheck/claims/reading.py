"""One document on the desk of the extractors: its text with everything found once, for all."""

from __future__ import annotations

from dataclasses import dataclass, field

from factcheck.claims.catalogue import Catalogue
from factcheck.claims.entities import EntityTable
from factcheck.model import FoundValue
from factcheck.sources.document import Document


@dataclass(frozen=True, kw_only=True)
class Reading:
    """A document beside the catalogue of predicates, the known entities and the values found in
    its body, in text order, with offsets of the whole text. Extractors only read it."""

    document: Document
    catalogue: Catalogue
    entities: EntityTable
    values: tuple[FoundValue, ...] = field(default=())
