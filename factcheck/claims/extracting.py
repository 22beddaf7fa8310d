"""The way from one document to its claims, notices and coverage: values once, then extractors."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from factcheck.claims.catalogue import Catalogue, load_catalogue
from factcheck.claims.coverage import coverage_of
from factcheck.claims.entities import EntityTable, load_entities
from factcheck.claims.extraction import Extraction
from factcheck.claims.extractors import Extractor, all_extractors
from factcheck.claims.notices.finding import find_notices, furniture_sentences
from factcheck.claims.reading import Reading
from factcheck.model import Claim, FoundValue, Notice, number_claims
from factcheck.sources.document import Document
from factcheck.values import parse_values


def extract(document: Document, catalogue: Catalogue | None = None,
            entities: EntityTable | None = None) -> Extraction:  # fmt: skip
    """Everything that the document claims. Without catalogue or entities the built-in ones hold.
    Never raises for any text."""
    reading = read(document, catalogue, entities)
    made = _once(c for extractor in _extractors(document) for c in extractor.extract(reading))
    names = [(m.start, m.end, m.entity) for m in reading.mentions if m.kind == "organisation"]
    sentences = [*reading.sentences, *furniture_sentences(document)]
    notices = () if document.kind == "record" else tuple(find_notices(document, sentences, names))
    claims = number_claims(_corrected(made, notices))
    return Extraction(document=document, claims=tuple(claims), notices=notices,
                      coverage=coverage_of(reading, claims))  # fmt: skip


def _corrected(claims: list[Claim], notices: Iterable[Notice]) -> Iterable[Claim]:
    """What a notice calls wrong is not asserted by quoting it."""
    wrong: list[tuple[int, int]] = []
    told: list[tuple[int, int]] = []
    for notice in notices:
        if notice.kind == "correction" and not notice.wrong:
            told.append(_before_right(notice))
        at = notice.quote.exact.find(notice.wrong) if notice.wrong else -1
        if at >= 0 and notice.wrong:
            start = notice.quote.start + at
            wrong.append((start, start + len(notice.wrong)))
    for claim in claims:
        quoted = any(s < claim.quote.end and claim.quote.start < e for s, e in wrong)
        inside = any(s <= claim.quote.start and claim.quote.end <= e for s, e in told)
        if quoted:
            yield replace(claim, modality="negated")
        elif inside and claim.modality == "asserted":
            yield replace(claim, modality="reported")
        else:
            yield claim


def _before_right(notice: Notice) -> tuple[int, int]:
    """The words of a notice that may quote an earlier version: all up to what it calls right."""
    at = notice.quote.exact.find(notice.right) if notice.right else -1
    return notice.quote.start, notice.quote.start + at if at >= 0 else notice.quote.end


def _extractors(document: Document) -> tuple[Extractor, ...]:
    """A record is no prose: only what reads records reads it."""
    if document.kind == "record":
        return tuple(e for e in all_extractors() if e.name == "records")
    return all_extractors()


def read(document: Document, catalogue: Catalogue | None = None,
         entities: EntityTable | None = None) -> Reading:  # fmt: skip
    """The document on the desk: with its values found, for all extractors at once."""
    return Reading(
        document=document, catalogue=catalogue or load_catalogue(),
        entities=entities or load_entities(), values=_values(document),
    )  # fmt: skip


def _values(document: Document) -> tuple[FoundValue, ...]:
    """The values of the body blocks, with offsets of the whole text."""
    found: list[FoundValue] = []
    for block in document.blocks:
        if block.zone != "body" or block.kind == "code":
            continue
        start = block.content.start
        words = document.text[start : block.content.end]
        language = None if block.language == "und" else block.language
        found.extend(
            FoundValue(start=start + v.start, end=start + v.end, quote=v.quote, value=v.value)
            for v in parse_values(words, language)
        )
    return tuple(found)


def _once(claims: Iterable[Claim]) -> list[Claim]:
    """The claims without those that say the same of the same words a second time."""
    kept: dict[tuple[str, str, str, int, int], Claim] = {}
    for claim in claims:
        place = (claim.subject, claim.predicate, claim.value.key(), claim.quote.start,
                 claim.quote.end)  # fmt: skip
        kept.setdefault(place, claim)
    return list(kept.values())
