"""A claim by hand: words that a person points at become a claim with a quote of the source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from factcheck.claims import Catalogue
from factcheck.corrections.ledger import Ledger
from factcheck.errors import InputError, UsageError
from factcheck.model import (
    Claim,
    Entity,
    Identifier,
    Json,
    Quote,
    Text,
    Value,
    fold,
    qualifiers,
)
from factcheck.sources.document import Document
from factcheck.sources.quotes import find
from factcheck.values import parse_values
from factcheck.workflow.find import SHOWN, find_source

FAMILIES = {
    "quantity": ("quantity", "range", "quantity_list"), "year": ("year",),
    "date": ("date", "year"), "id": ("id",),
}  # fmt: skip
"""Kind of value that a predicate has → types of value that are of it."""
STATEMENT = "statement"
"""Predicate of words of which nobody said what they state."""
CONTEXT = 24
"""Characters shown on both sides of a candidate."""


@dataclass(frozen=True, kw_only=True)
class LoggedClaim:
    """What a person says a source states: `quote` are words that stand in it, `value` the value
    as they would write it. `occurrence` counts from 1 where the words stand more than once."""

    source: str
    quote: str
    subject: str
    predicate: str
    value: str
    occurrence: int | None = None
    qualifiers: Mapping[str, str] = field(default_factory=dict)

    def to_dict(self) -> Json:
        """The request in plain JSON types, as the decision keeps it."""
        return {"source": self.source, "quote": self.quote, "subject": self.subject,
                "predicate": self.predicate, "value": self.value,
                "occurrence": self.occurrence, "qualifiers": dict(self.qualifiers)}  # fmt: skip


def make_claim(ledger: Ledger, catalogue: Catalogue, claim: LoggedClaim, actor: str) -> Claim:
    """The claim, tied to its words. Raises InputError when they are absent, UsageError when they
    stand in several places or the value is not of the predicate's kind."""
    return claim_for(ledger, catalogue, claim, place_of(ledger, claim), actor)


def claim_for(
    ledger: Ledger, catalogue: Catalogue, claim: LoggedClaim, quote: Quote, actor: str
) -> Claim:
    """The claim at words that were found already. Raises UsageError as above."""
    source = find_source(ledger, claim.source)
    document = ledger.documents[source.slug]
    block = document.block_at(quote.start)
    section = document.section_at(quote.start)
    subject = claim.subject or (section.subject if section else "") or source.title or source.slug
    return Claim(
        subject=subject, predicate=claim.predicate,
        value=_value(claim, catalogue.get(claim.predicate).value
                     if claim.predicate in catalogue else ""), quote=quote,
        extractor=f"person:{actor}", language=block.language if block else document.language,
        qualifiers=qualifiers(claim.qualifiers),
        ordinal=_ordinal(ledger, replace(claim, subject=subject), quote),
    )  # fmt: skip


def place_of(ledger: Ledger, claim: LoggedClaim) -> Quote:
    """The words of a source that are pointed at. Raises as `make_claim` does."""
    source = find_source(ledger, claim.source)
    return _place(ledger.documents[source.slug], claim)


def claim_at(ledger: Ledger, claim: LoggedClaim) -> Claim | None:
    """The claim that stands at these words already: the one with just these, else the only one
    that holds them; of the predicate given, if one is. None when there is none. Raises UsageError
    with their keys when there are several."""
    place = place_of(ledger, claim)
    around = [c for c in ledger.claims if c.quote.overlaps(place)
              and claim.predicate in (c.predicate, STATEMENT)]  # fmt: skip
    exact = [c for c in around if (c.quote.start, c.quote.end) == (place.start, place.end)]
    holding = exact or [c for c in around
                        if c.quote.start <= place.start and place.end <= c.quote.end]  # fmt: skip
    if len(holding) > 1:
        shown = "; ".join(f"{c.key[:10]} {c.subject}: {c.predicate}" for c in holding[:SHOWN])
        raise UsageError(claim.quote, f"{len(holding)} claims stand at these words",
                         f"dispute one by its key, or give --predicate: {shown}")  # fmt: skip
    return holding[0] if holding else None


def pointed_at(source: str, quote: str, occurrence: int | None = None) -> LoggedClaim:
    """Words of a source about which nothing more is said than that they are stated."""
    return LoggedClaim(source=source, quote=quote, subject="", predicate=STATEMENT, value=quote,
                       occurrence=occurrence)  # fmt: skip


def _ordinal(ledger: Ledger, claim: LoggedClaim, quote: Quote) -> int:
    """The number of the claim that stands there already, which a person then reads otherwise; else
    one that no claim with the same words has."""
    place = (quote.source, fold(claim.subject), claim.predicate, fold(quote.exact))
    equals = [
        c
        for c in ledger.claims
        if (c.source, fold(c.subject), c.predicate, fold(c.quote.exact)) == place
    ]
    for other in equals:
        if other.quote.start == quote.start:
            return other.ordinal
    return max((other.ordinal + 1 for other in equals), default=0)


def _place(document: Document, claim: LoggedClaim) -> Quote:
    places = find(document, claim.quote)
    if not places:
        raise InputError(claim.quote, f"these words do not stand in {claim.source}",
                         _nearest(document, claim.quote))  # fmt: skip
    if claim.occurrence is None and len(places) == 1:
        return places[0]
    shown = "; ".join(
        f"{n}. {_shown(document, quote)}" for n, quote in enumerate(places[:SHOWN], 1)
    )
    if claim.occurrence is None:
        raise UsageError(claim.quote, f"these words stand {len(places)} times in {claim.source}",
                         f"say which: {shown}")  # fmt: skip
    if not 1 <= claim.occurrence <= len(places):
        raise UsageError(str(claim.occurrence), f"the words stand {len(places)} times", shown)
    return places[claim.occurrence - 1]


def _shown(document: Document, quote: Quote) -> str:
    """Line, column and surroundings of a candidate, on one line."""
    row, column = document.position(quote.start)
    text = document.text
    around = text[max(0, quote.start - CONTEXT) : quote.end + CONTEXT]
    return f"{row}:{column} …{' '.join(around.split())}…"


def _nearest(document: Document, words: str) -> str:
    """The passage of the source that is most like the words, as a hint."""
    from rapidfuzz.fuzz import partial_ratio_alignment

    found = partial_ratio_alignment(words, document.text, score_cutoff=60)
    if found is None or found.dest_end <= found.dest_start:
        return "copy the words from the source"
    return f"nearest: {_shown(document, document.quote(found.dest_start, found.dest_end))}"


def _value(claim: LoggedClaim, kind: str) -> Value:
    """The value in the kind that its predicate has; of an unknown predicate, what it looks like.
    Raises UsageError when it is not of the kind."""
    text = claim.value.strip()
    if not text:
        raise UsageError("value", "it is empty", "give --value")
    if kind == "entity":
        return Entity(value=text)
    if kind == "text":
        return Text(value=text)
    whole = [found.value for found in parse_values(text) if found.end - found.start == len(text)]
    if whole and (not kind or whole[0].type in FAMILIES[kind]):
        return whole[0]
    if kind == "id":
        return Identifier(scheme=claim.predicate, value=text, as_written=text)
    if kind:
        raise UsageError(text, f"this is no {kind}, as {claim.predicate} needs", "write it plainly")
    return Text(value=text)
