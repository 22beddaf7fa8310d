"""One document on its way into the store: its records together, and the digest of them all."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from factcheck.errors import InputError
from factcheck.model import Claim, Coverage, Notice, Quote, Snapshot, Source, digest


@dataclass(frozen=True, kw_only=True)
class Intake:
    """A source, its latest snapshot and everything read from it, in text order."""

    source: Source
    snapshot: Snapshot
    claims: tuple[Claim, ...] = ()
    notices: tuple[Notice, ...] = ()
    coverage: Coverage = field(default_factory=Coverage)

    @cached_property
    def digest(self) -> str:
        """Digest of all rows that the intake becomes, the source's own aside: equal digests mean
        that there is nothing to store."""
        return digest(
            "reading", self.source.slug, self.snapshot.to_dict(),
            [claim.id for claim in self.claims], [notice.id for notice in self.notices],
            self.coverage.to_dict(),
        )  # fmt: skip

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
