"""Builds the contents of a report from one revision of the ledger: no clock, no environment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from factcheck.corrections.ledger import Ledger
from factcheck.model import Conflict, Coverage, Notice, Source
from factcheck.reports.anchors import anchor
from factcheck.reports.comparing import compare
from factcheck.reports.contents import Contents, NoticeView, SourceView, Unchecked
from factcheck.reports.figures import settled_by_kind, source_accords, timeline
from factcheck.reports.findings import Evidence, cards_of
from factcheck.reports.marking_up import MarkUp
from factcheck.reports.on_demand import OnDemand
from factcheck.reports.passages import Places
from factcheck.reports.publication import publications
from factcheck.reports.rulings import spoken_claims, stale_views
from factcheck.reports.scope import WHOLE, Scope, narrowed
from factcheck.reports.standpoint import Standpoint, of_contents
from factcheck.reports.summary import summarise, tallies
from factcheck.reports.voices import claim_tables, matters
from factcheck.reports.witnesses import Testimony
from factcheck.reports.wording import NOT_TIED, STANDING, sentence


def build(ledger: Ledger, since: Standpoint | None = None, scope: Scope = WHOLE) -> Contents:
    """What a report of this ledger says, narrowed to a scope; with `since`, also what changed
    since that revision. Equal ledgers give equal contents, in whatever order their records come.
    Never raises for what articles or people wrote."""
    contents = _build(narrowed(ledger, scope))
    if not scope.whole:
        only = sentence(f"only what is asked for is told here: {scope.told}")
        summary = replace(contents.summary, sentences=(only, *contents.summary.sentences))
        contents = replace(contents, scope=scope.told, summary=summary)
    if since is None:
        return contents
    changes = compare(since, of_contents(contents))
    told = replace(contents.summary,
                   sentences=(*contents.summary.sentences, *changes.sentences))  # fmt: skip
    return replace(contents, since=changes, summary=told)


def _build(ledger: Ledger) -> Contents:
    sources = tuple(sorted(ledger.sources, key=lambda s: s.slug))
    places = Places(documents=ledger.documents, sources={s.slug: s for s in sources})
    claims = {claim.id: claim for claim in ledger.claims}
    agreements = tuple(sorted(ledger.agreements, key=lambda a: (a.relation, a.claims)))
    testimony = Testimony(claims.values(), agreements, places)
    evidence = Evidence(history=ledger.history, claims=claims, testimony=testimony, places=places)
    cards = cards_of(ledger.conflicts, evidence)
    shared = matters(testimony.by_topic, agreements, places)
    summary = summarise(
        sources, ledger.conflicts, ledger.coverage.values(), claims=len(claims),
        notices=len(ledger.notices), skipped=len(ledger.skipped),
    )  # fmt: skip
    charted = replace(
        summary, settled_by_kind=settled_by_kind(ledger.conflicts),
        timeline=timeline(ledger.decisions, ledger.conflicts, ledger.corrections),
        accords=source_accords(shared.plans, {s.slug: places.title(s.slug) for s in sources}),
    )  # fmt: skip
    mark_up = MarkUp(ledger, places, cards)
    return Contents(
        workspace=ledger.workspace,
        revision=ledger.revision,
        rules=tuple(sorted(ledger.rules)),
        summary=charted,
        sources=_source_views(sources, ledger),
        cards=cards,
        stale=stale_views(ledger.stale, ledger.conflicts),
        spoken=spoken_claims(claims.values(), ledger.history, ledger.statuses, places),
        notices=_notice_views(ledger.notices, places),
        matters=shared,
        claims=claim_tables(claims.values(), ledger.statuses, places),
        unchecked=tuple(_unchecked(ledger, places)),
        skipped=tuple(sorted(set(ledger.skipped), key=lambda s: (s.source, s.reason))),
        agreements=agreements,
        decisions=tuple(sorted(ledger.decisions, key=lambda d: (d.at, d.id))),
        publications=publications(ledger, places),
        articles=OnDemand(mark_up.shown(), mark_up.article),
    )  # fmt: skip


def _source_views(sources: Iterable[Source], ledger: Ledger) -> tuple[SourceView, ...]:
    claims = Counter(claim.source for claim in ledger.claims)
    notices = Counter(notice.source for notice in ledger.notices)
    standing = Counter(slug for c in ledger.conflicts if _stands(c) for slug in c.sources)
    return tuple(_source_view(source, ledger, (claims, notices, standing)) for source in sources)


def _stands(conflict: Conflict) -> bool:
    return conflict.state in STANDING


def _source_view(
    source: Source, ledger: Ledger, counts: tuple[Counter[str], Counter[str], Counter[str]]
) -> SourceView:
    document = ledger.documents.get(source.slug)
    coverage = ledger.coverage.get(source.slug, Coverage())
    claims, notices, standing = (count[source.slug] for count in counts)
    return SourceView(
        anchor=anchor("s", source.slug), source=source,
        sha256=document.snapshot.sha256 if document else "",
        reader=document.snapshot.reader if document else "",
        characters=len(document.text) if document else 0,
        coverage=coverage, claims=claims, notices=notices, conflicts=standing,
        notes=(*(document.notes if document else ()), *coverage.notes),
        snapshot=document.snapshot.id if document else "",
        retrieved_at=document.snapshot.retrieved_at if document else "",
    )  # fmt: skip


def _notice_views(notices: Iterable[Notice], places: Places) -> tuple[NoticeView, ...]:
    ordered = sorted(notices, key=lambda n: (n.source, n.quote.start, n.quote.end, n.id))
    named = ((anchor("n", n.id), n) for n in ordered)
    return tuple(
        NoticeView(anchor=name, notice=n, passage=places.passage(n.quote),
                   mark=places.mark(n.quote, name))
        for name, n in named
    )  # fmt: skip


def _unchecked(ledger: Ledger, places: Places) -> Iterable[Unchecked]:
    """Mentions that became no claim, by source and reason; those without a reason come last."""
    for slug in sorted(ledger.coverage):
        by_reason: dict[str, dict[str, int]] = {}
        left: dict[str, int] = {}
        for family, tally in tallies(ledger.coverage[slug]):
            for reason, count in tally.set_aside:
                if count > 0:
                    by_reason.setdefault(reason, {})[family] = count
            if tally.left > 0:
                left[family] = tally.left
        rows = [(reason, True, by_reason[reason]) for reason in sorted(by_reason)]
        rows += [(NOT_TIED, False, left)] if left else []
        for reason, aside, counts in rows:
            yield Unchecked(source=slug, title=places.title(slug), reason=reason,
                            set_aside=aside, counts=counts)  # fmt: skip
