"""Wikidata's Mismatch Finder: what an item states and an article states otherwise, as the CSV file
that its import takes. Nothing is sent from here."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping

from factcheck.model import Claim
from factcheck.reports.contents import Contents, Finding, SideView, SourceView
from factcheck.reports.formats.links import iri
from factcheck.reports.formats.table import safe_cell
from factcheck.reports.wording import STANDING, VERDICTS

COLUMNS = ("item_id", "statement_guid", "property_id", "wikidata_value", "meta_wikidata_value",
           "external_value", "external_url", "type")  # fmt: skip
PROPERTIES = {
    "publication_year": "P577", "publication_date": "P577", "title": "P1476", "author": "P2093",
    "doi": "P356", "arxiv_id": "P818", "isbn": "P212", "page_count": "P1104", "volume": "P478",
    "pages": "P304", "license": "P275", "affiliation": "P1416", "born": "P569", "died": "P570",
    "founded": "P571", "founded_by": "P112", "headquarters": "P159", "capital": "P36",
}  # fmt: skip
"""Predicate → property of Wikidata, where a claim does not name its own."""
ITEM, STATEMENT, PROPERTY = "wikidata_item", "wikidata_statement", "wikidata_property"
"""Qualifiers by which a claim of a record says where in Wikidata it stands."""
VALUE_LIMIT = 1_500
REVIEWABLE = STANDING | {"decided"}
_ITEM = re.compile(r"Q[1-9][0-9]{0,10}")
_GUID = re.compile(r"Q[0-9]{1,11}\$[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}", re.IGNORECASE)
_PROPERTY = re.compile(r"P[0-9]{1,99}")
_PAGE = re.compile(r"https?://(?:www\.)?wikidata\.org/(?:wiki|entity)/(Q[1-9][0-9]{0,10})")
_NUMBER = re.compile(r"[+-][0-9]{1,40}(?:\.[0-9]{1,40})?")


def render_mismatches(contents: Contents) -> str:
    """A row for every side that contradicts a statement of Wikidata. Rows of which item, property
    or statement are not known, or that the import would refuse, are left out; so are values that a
    spreadsheet would run, since an apostrophe before them would be another value."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    sources = {view.source.slug: view for view in contents.sources}
    claims = {v.claim.id: v.claim for t in contents.claims for s in t.subjects for v in s.claims}
    findings = [f for card in contents.cards if card.state in REVIEWABLE for f in card.findings]
    rows = {row: None for f in findings for row in _rows(f, claims, sources)}
    writer.writerows(rows)
    return stream.getvalue()


def _rows(
    finding: Finding, claims: Mapping[str, Claim], sources: Mapping[str, SourceView]
) -> Iterator[tuple[str, ...]]:
    sides = list(zip(finding.sides, finding.conflict.sides, strict=True))
    for view, side in sides:
        claim = claims.get(side.claim or "")
        item = _item(claim, sources.get(side.quote.source)) if claim else ""
        if claim is None or not item or view.verdict == VERDICTS["right"]:
            continue
        for other, _ in sides:
            if other is not view:
                row = _row(item, claim, other, sources)
                if row:
                    yield row


def _row(
    item: str, claim: Claim, other: SideView, sources: Mapping[str, SourceView]
) -> tuple[str, ...]:
    guid = claim.qualifier(STATEMENT) or ""
    named = claim.qualifier(PROPERTY) or PROPERTIES.get(claim.predicate, "")
    held, said = claim.quote.exact, other.passage.words
    source = sources.get(other.passage.source)
    address = iri(source.source.url) if source else ""
    fits = (
        _GUID.fullmatch(guid) and _PROPERTY.fullmatch(named) and len(address) <= VALUE_LIMIT
        and all(_plain(words) for words in (held, said))
    )  # fmt: skip
    return (item, guid, named, held, "", said, address, "statement") if fits else ()


def _item(claim: Claim, source: SourceView | None) -> str:
    """The item that a claim of a record is of: it says so, or its source is the item's page."""
    named = claim.qualifier(ITEM) or ""
    if _ITEM.fullmatch(named):
        return named
    page = _PAGE.fullmatch(source.source.url) if source else None
    return page[1] if page else ""


def _plain(words: str) -> bool:
    return 0 < len(words) <= VALUE_LIMIT and (
        safe_cell(words) == words or _NUMBER.fullmatch(words) is not None
    )
