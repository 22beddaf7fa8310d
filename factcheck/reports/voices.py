"""The claims of a ledger for reading: a table per source, and what several sources say of one
matter side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from factcheck.model import Claim, ClaimStatus
from factcheck.reports.anchors import anchor
from factcheck.reports.contents import ClaimTable, ClaimView, Matter, SubjectClaims, Voice
from factcheck.reports.passages import Places
from factcheck.reports.value_words import value_words
from factcheck.reports.witnesses import Topic, topic


def claim_tables(
    claims: Iterable[Claim], statuses: Mapping[str, ClaimStatus], places: Places
) -> tuple[ClaimTable, ...]:
    """All claims by source and subject, in text order."""
    by_source: dict[str, dict[str, list[ClaimView]]] = {}
    for claim in sorted(claims, key=_text_order):
        line, column = places.position(claim.quote)
        said = by_source.setdefault(claim.source, {}).setdefault(claim.subject, [])
        said.append(ClaimView(claim=claim, value=value_words(claim.value), line=line,
                              column=column, status=statuses.get(claim.key)))  # fmt: skip
    return tuple(
        ClaimTable(
            source=source, title=places.title(source), anchor=anchor("claims", source),
            count=sum(len(said) for said in subjects.values()),
            subjects=tuple(SubjectClaims(subject=s, claims=tuple(c)) for s, c in subjects.items()),
        )
        for source, subjects in sorted(by_source.items())
    )  # fmt: skip


def matters(claims: Iterable[Claim], places: Places) -> tuple[Matter, ...]:
    """What at least two sources speak about: first where they differ, then by subject."""
    by_topic: dict[Topic, list[Claim]] = {}
    for claim in sorted(claims, key=_text_order):
        by_topic.setdefault(topic(claim), []).append(claim)
    shared = [_matter(said, places) for said in by_topic.values() if len(_sources(said)) > 1]
    return tuple(sorted(shared, key=lambda m: (m.agreed, m.subject, m.predicate)))


def _sources(claims: Iterable[Claim]) -> set[str]:
    return {claim.source for claim in claims}


def _matter(claims: list[Claim], places: Places) -> Matter:
    return Matter(
        subject=claims[0].subject, predicate=claims[0].predicate,
        agreed=len({claim.value.key() for claim in claims}) == 1,
        voices=tuple(_voice(claim, places) for claim in claims),
    )  # fmt: skip


def _voice(claim: Claim, places: Places) -> Voice:
    source = places.sources.get(claim.source)
    line, column = places.position(claim.quote)
    return Voice(
        source=claim.source, title=places.title(claim.source),
        published=source.published if source else "", rank=source.rank if source else 0,
        language=claim.language, value=value_words(claim.value), words=claim.quote.exact,
        line=line, column=column,
    )  # fmt: skip


def _text_order(claim: Claim) -> tuple[object, ...]:
    quote = claim.quote
    return (claim.source, quote.start, quote.end, claim.predicate, claim.subject, claim.id)
