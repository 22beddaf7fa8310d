"""The claims of a ledger for reading: a table per source, and what several sources say of one
matter side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

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
from factcheck.reports.passages import Places
from factcheck.reports.value_words import value_words
from factcheck.reports.witnesses import Topic, topic
from factcheck.reports.wording import ACCORDS


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


def matters(
    claims: Iterable[Claim], agreements: Iterable[Agreement], places: Places
) -> tuple[Matter, ...]:
    """What at least two sources speak about: first where they differ, then by subject."""
    shared_by: dict[str, set[str]] = {}
    for index, agreement in enumerate(agreements):
        for identity in agreement.claims:
            shared_by.setdefault(identity, set()).add(f"agreement {index}")
    by_topic: dict[Topic, list[Claim]] = {}
    for claim in sorted(claims, key=_text_order):
        by_topic.setdefault(topic(claim), []).append(claim)
    found = [
        Matter(
            subject=said[0].subject, predicate=said[0].predicate,
            accord=_accord(said, shared_by),
            voices=tuple(_voice(claim, places) for claim in said),
        )
        for said in by_topic.values()
        if len({claim.source for claim in said}) > 1
    ]  # fmt: skip
    order = {accord: place for place, accord in enumerate(ACCORDS)}
    return tuple(sorted(found, key=lambda m: (order[m.accord], m.subject, m.predicate)))


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
