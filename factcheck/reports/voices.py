"""The claims of a ledger for reading: a table per source, and what several sources say of one
matter side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from factcheck.model import Agreement, Claim, ClaimStatus
from factcheck.reports.anchors import anchor
from factcheck.reports.contents import (
    Accord,
    ClaimTable,
    ClaimView,
    Matter,
    SubjectClaims,
    Voice,
)
from factcheck.reports.on_demand import OnDemand
from factcheck.reports.passages import Places
from factcheck.reports.value_words import value_words
from factcheck.reports.witnesses import Topic
from factcheck.reports.wording import ACCORDS

Tables = OnDemand[Sequence[Claim], ClaimTable]
"""Claim tables, each made from the claims of its source."""
Matters = OnDemand[tuple[Accord, Sequence[Claim]], Matter]
"""Matters, each made from what is said on it."""


def claim_tables(
    claims: Iterable[Claim], statuses: Mapping[str, ClaimStatus], places: Places
) -> Tables:
    """All claims by source and subject, in text order."""
    by_source: dict[str, list[Claim]] = {}
    for claim in sorted(claims, key=_text_order):
        by_source.setdefault(claim.source, []).append(claim)
    said = [by_source[source] for source in sorted(by_source)]
    return OnDemand(said, lambda claims: _claim_table(claims, statuses, places))


def _claim_table(
    claims: Sequence[Claim], statuses: Mapping[str, ClaimStatus], places: Places
) -> ClaimTable:
    source = claims[0].source
    subjects: dict[str, list[ClaimView]] = {}
    for claim in claims:
        line, column = places.position(claim.quote)
        subjects.setdefault(claim.subject, []).append(
            ClaimView(claim=claim, value=value_words(claim.value), line=line, column=column,
                      status=statuses.get(claim.key)))  # fmt: skip
    return ClaimTable(
        source=source, title=places.title(source), anchor=anchor("claims", source),
        count=len(claims),
        subjects=tuple(SubjectClaims(subject=s, claims=tuple(c)) for s, c in subjects.items()),
    )  # fmt: skip


def matters(
    by_topic: Mapping[Topic, Sequence[Claim]], agreements: Iterable[Agreement], places: Places
) -> Matters:
    """What at least two sources speak about: first where they differ, then by subject."""
    shared_by: dict[str, set[str]] = {}
    for index, agreement in enumerate(agreements):
        for identity in agreement.claims:
            shared_by.setdefault(identity, set()).add(f"agreement {index}")
    order = {accord: place for place, accord in enumerate(ACCORDS)}
    found = [
        (_accord(said, shared_by), sorted(said, key=_text_order))
        for said in by_topic.values()
        if len({claim.source for claim in said}) > 1
    ]
    found.sort(key=lambda one: (order[one[0]], one[1][0].subject, one[1][0].predicate))
    return OnDemand(found, lambda one: _matter(*one, places))


def _matter(accord: Accord, said: Sequence[Claim], places: Places) -> Matter:
    return Matter(
        subject=said[0].subject, predicate=said[0].predicate, accord=accord,
        voices=tuple(_voice(claim, places) for claim in said),
    )  # fmt: skip


def _accord(claims: Iterable[Claim], shared_by: Mapping[str, set[str]]) -> Accord:
    """How far the sources agree, by the values they state and the agreements that were found."""
    by_source: dict[str, set[str]] = {}
    values: dict[str, set[str]] = {}
    for claim in claims:
        values.setdefault(claim.source, set()).add(claim.value.key())
        held = by_source.setdefault(claim.source, set())
        held.update(shared_by.get(claim.id, ()), [claim.value.key()])
    if not set.intersection(*by_source.values()):
        return "differ"
    return "agree" if len({frozenset(stated) for stated in values.values()}) == 1 else "partly"


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
