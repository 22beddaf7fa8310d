"""What the log says the tables should hold, and how a place that does not fit is named."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from factcheck.model import Decision, Json, Source

UNPLACED = ""


@dataclass(frozen=True)
class Problem:
    """A place in the store, and what is wrong there."""

    place: str
    why: str

    def __str__(self) -> str:
        return f"{self.place}: {self.why}"

    def to_dict(self) -> Json:
        return {"place": self.place, "why": self.why}


@dataclass
class Story:
    """The state that the events describe, gathered event by event."""

    sources: dict[str, Source] = field(default_factory=dict)
    snapshots: set[tuple[str, str]] = field(default_factory=set)
    """(slug, digest) of every snapshot that came in."""
    readings: set[tuple[str, str]] = field(default_factory=set)
    """(slug, digest) of everything that was ever read."""
    current: dict[str, str] = field(default_factory=dict)
    """Slug → digest of the reading that counts."""
    placed: dict[str, str] = field(default_factory=dict)
    """Slug → digest of where the claims that count are compared, UNPLACED for nowhere."""
    catalogue: dict[str, str] = field(default_factory=dict)
    conflicts: dict[str, str] = field(default_factory=dict)
    """Fingerprint → digest of the conflict."""
    agreements: str | None = None
    decisions: dict[int, Decision] = field(default_factory=dict)
    """Number of the event → the decision it records."""

    def tell(self, kind: str, obj: str, seq: int, body: dict[str, Any]) -> None:
        """Take in one event. Raises KeyError, TypeError or ValueError when it makes no sense."""
        chapters = {
            "source_described": self._source, "document_ingested": self._document,
            "document_placed": self._placed,
            "source_withdrawn": self._withdrawn, "catalogue_changed": self._catalogue,
            "reconciled": self._reconciled,
        }  # fmt: skip
        if kind == "decision_made":
            self.decisions[seq] = Decision.from_dict(body["decision"])
        elif kind in chapters:
            chapters[kind](obj, body)
        else:
            raise ValueError(f"unknown kind {kind!r}")

    def _source(self, slug: str, body: dict[str, Any]) -> None:
        self.sources[slug] = Source.from_dict(body["source"])

    def _document(self, slug: str, body: dict[str, Any]) -> None:
        self.snapshots.add((slug, body["snapshot"]))
        self.readings.add((slug, body["rows"]))
        self.current[slug] = body["rows"]
        self.placed[slug] = body.get("placed", UNPLACED)

    def _placed(self, slug: str, body: dict[str, Any]) -> None:
        self.placed[slug] = body["placed"]

    def _withdrawn(self, slug: str, body: dict[str, Any]) -> None:
        del self.current[slug]
        del self.placed[slug]

    def _catalogue(self, name: str, body: dict[str, Any]) -> None:
        if body["digest"] is None:
            del self.catalogue[name]
        else:
            self.catalogue[name] = body["digest"]

    def _reconciled(self, obj: str, body: dict[str, Any]) -> None:
        self.conflicts |= {**body["opened"], **body["changed"]}
        for fingerprint in body["closed"]:
            del self.conflicts[fingerprint]
        self.agreements = body.get("agreements", self.agreements)
