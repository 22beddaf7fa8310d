"""The door of the claims: what a document states, as typed claims tied to its exact words."""

from __future__ import annotations

from factcheck.claims.catalogue import Catalogue, Predicate, load_catalogue
from factcheck.claims.entities import EntityTable, Link, load_entities
from factcheck.claims.extracting import extract
from factcheck.claims.extraction import Extraction, published_claim, published_notice

__all__ = [
    "Catalogue", "EntityTable", "Extraction", "Link", "Predicate", "extract", "load_catalogue",
    "load_entities", "published_claim", "published_notice",
]  # fmt: skip
