"""One document on its way into the store: its records together, and the digest of them all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from factcheck.errors import InputError
from factcheck.model import Claim, Coverage, Json, Notice, Quote, Snapshot, Source, digest
from factcheck.reconcile.groups.placing import Placement


@dataclass(frozen=True, kw_only=True)
class Intake:
    """A source, its latest snapshot and everything read from it, in text order. `placements`
    says by claim id in which groups they are compared; it can be made again and is not part of
    the digest. None leaves open where they are compared. `made_with` says which program and
    catalogues read it, empty where it must be read again; `is_record` that it is no prose."""

    source: Source
    snapshot: Snapshot
    claims: tuple[Claim, ...] = ()
    notices: tuple[Notice, ...] = ()
    coverage: Coverage = field(default_factory=Coverage)
    placements: Mapping[str, Placement] | None = None
    made_with: str = ""
    is_record: bool = False

    @cached_property
    def digest(self) -> str:
        """Digest of all rows that the intake becomes, the source's own aside: equal digests mean
        that there is nothing to store."""
        return digest(
            "reading", self.source.slug, self.snapshot.to_dict(),
            [claim.id for claim in self.claims], [notice.id for notice in self.notices],
            self.coverage.to_dict(),
        )  # fmt: skip

    @property
    def places(self) -> list[Placement | None]:
        """Where each claim is compared, in the order of the claims; None for those that are not."""
        placed = self.placements or {}
        return [placed.get(claim.id) for claim in self.claims]

    @property
    def placed(self) -> str:
        """Digest of where the claims are compared."""
        return placed_digest(self.places)

    @property
    def event(self) -> Json:
        """What the log says when this comes in."""
        body = {
            "snapshot": self.snapshot.id, "sha256": self.snapshot.sha256,
            "reader": self.snapshot.reader, "rows": self.digest,
            "claims": len(self.claims), "notices": len(self.notices),
        }  # fmt: skip
        return body if self.placements is None else {**body, "placed": self.placed}

    def check(self) -> None:
        """Raises InputError when a quote is not the snapshot's own words: nothing is stored."""
        claims = [(claim.quote, claim.extractor) for claim in self.claims]
        notices = [(notice.quote, notice.extractor) for notice in self.notices]
        for quote, extractor in (*claims, *notices):
            if not self._quotes(quote):
                raise InputError(
                    self.source.slug, f"{extractor} quotes {quote.start}:{quote.end}, which are "
                    "other words", "mend the extractor",
                )  # fmt: skip

    def _quotes(self, quote: Quote) -> bool:
        place = (quote.source, quote.snapshot)
        return (place == (self.source.slug, self.snapshot.id)
                and self.snapshot.text[quote.start : quote.end] == quote.exact)  # fmt: skip


def placed_digest(places: Iterable[Placement | None]) -> str:
    """Digest of where the claims of one reading are compared, in their order."""
    return digest("placed", [place and [place.group, place.section] for place in places])
