"""The ledger as it stands: what the store holds, with the states that follow from the decisions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from factcheck.corrections import Standing, claim_statuses, histories, judge
from factcheck.corrections.active import active_decisions
from factcheck.corrections.cases import cases, versions
from factcheck.corrections.ledger import Ledger, StaleRuling
from factcheck.corrections.status import Judged
from factcheck.model import (
    Agreement,
    Claim,
    Conflict,
    Coverage,
    Decision,
    Notice,
    Source,
    digest,
    revision,
)
from factcheck.sources.document import Document
from factcheck.sources.quotes import reanchor
from factcheck.workflow.catalogues import Catalogues, load_catalogues
from factcheck.workflow.clock import moment_of
from factcheck.workflow.documents import Archived, check_current, read_archive
from factcheck.workspace import Workspace

if TYPE_CHECKING:
    from factcheck.store import Reader


@dataclass(frozen=True, kw_only=True)
class Stored:
    """Everything that counts now, as the store holds it."""

    sources: tuple[Source, ...]
    snapshots: dict[str, str]
    claims: tuple[Claim, ...]
    notices: tuple[Notice, ...]
    conflicts: tuple[Conflict, ...]
    agreements: tuple[Agreement, ...]
    decisions: tuple[Decision, ...]
    coverage: dict[str, Coverage] = field(default_factory=dict)


def fetch(reader: Reader) -> Stored:
    """Read it all, in one transaction."""
    return Stored(
        sources=tuple(reader.sources()),
        snapshots={slug: held.snapshot for slug, held in reader.current().items()},
        claims=tuple(reader.claims()), notices=tuple(reader.notices()),
        conflicts=tuple(reader.conflicts()), agreements=tuple(reader.agreements()),
        decisions=tuple(reader.decisions()), coverage=reader.coverage(),
    )  # fmt: skip


def logged_claims(
    decisions: Iterable[Decision], documents: Mapping[str, Document], found: Sequence[Claim]
) -> tuple[list[Claim], list[StaleRuling]]:
    """Claims logged by hand, at their words in the text of now; those whose words are gone are
    stale. One that an extractor finds as well, with the same value, is the extractor's."""
    values = {claim.key: claim.value.key() for claim in found}
    claims, stale = [], []
    for decision in active_decisions(decisions):
        if decision.kind != "log":
            continue
        claim = Claim.from_dict(decision.body["claim"])
        document = documents.get(claim.source)
        quote = reanchor(claim.quote, document) if document else None
        if quote is None:
            stale.append(StaleRuling(decision=decision, why="its words are gone"))
        elif values.get(claim.key) != claim.value.key():
            claims.append(replace(claim, quote=quote))
    return claims, stale


def with_logged(found: Sequence[Claim], logged: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims that count: a person's reading of the same words takes the machine's place."""
    by_hand = {claim.key: claim for claim in logged}
    kept = [claim for claim in found if claim.key not in by_hand]
    return tuple(sorted((*kept, *by_hand.values()),
                        key=lambda c: (c.source, c.quote.start, c.quote.end, c.key)))  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class View:
    """One revision of the ledger, and what rulings are made on."""

    ledger: Ledger
    standing: Standing
    judged: Judged


def make_ledger(
    workspace: Workspace, stored: Stored, archived: Archived, catalogues: Catalogues
) -> Ledger:
    """One revision of the ledger. Raises StaleError when the archive changed since the store was
    brought up to date."""
    return make_view(workspace, stored, archived, catalogues).ledger


def make_view(
    workspace: Workspace, stored: Stored, archived: Archived, catalogues: Catalogues
) -> View:
    """One revision of the ledger with what rulings are made on. Raises StaleError as above."""
    check_current(archived, stored.snapshots)
    logged, lost = logged_claims(stored.decisions, archived.documents, stored.claims)
    standing = Standing(claims=with_logged(stored.claims, logged), conflicts=stored.conflicts,
                        decisions=stored.decisions)  # fmt: skip
    judged = judge(standing)
    found = cases(stored.decisions, judged, archived.documents)
    statuses, doubtful = claim_statuses(standing, judged, stored.agreements, stored.sources, found)
    ledger = Ledger(
        workspace=workspace.name, revision="", sources=stored.sources,
        documents=archived.documents, claims=standing.claims, notices=stored.notices,
        conflicts=judged.conflicts, agreements=stored.agreements, decisions=stored.decisions,
        statuses=statuses, history=histories(stored.decisions, judged),
        coverage=stored.coverage, skipped=archived.skipped, rules=catalogues.rules,
        stale=(*judged.stale, *doubtful, *lost), corrections=found,
        deferred={name: d.body["until"] for name, d in judged.deferred.items()},
        assignees=judged.assignees, versions=versions(judged, found),
    )  # fmt: skip
    ledger = replace(ledger, revision=revision_of(ledger, catalogues, archived))
    return View(ledger=ledger, standing=standing, judged=judged)


def revision_of(ledger: Ledger, catalogues: Catalogues, archived: Archived) -> str:
    """A digest of everything that the ledger is made from: the same content has the same revision
    in any database, on any machine."""
    return revision([
        digest("workspace", ledger.workspace),
        *(digest("source", source.to_dict()) for source in ledger.sources),
        *(digest("snapshot", slug, name) for slug, name in archived.documents.snapshots.items()),
        *(digest("earlier", slug, *held) for slug, held in archived.earlier.items()),
        *(claim.id for claim in ledger.claims),
        *(notice.id for notice in ledger.notices),
        *(decision.id for decision in ledger.decisions),
        *(digest("catalogue", name, value) for name, value in catalogues.digests.items()),
        *(digest("skipped", skipped.to_dict()) for skipped in ledger.skipped),
    ])  # fmt: skip


def load_ledger(
    workspace: Workspace, database: str | None = None, as_of: str | None = None
) -> Ledger:
    """The workspace's ledger as the last run and the rulings since then left it; with `as_of`
    (`2026-01-05`, or a moment in UTC), as the decisions up to then left it. Raises UsageError when
    there is no store yet, StaleError when the sources changed since the last run."""
    moment = moment_of(as_of) if as_of else ""
    from factcheck.store import open_store

    catalogues = load_catalogues(workspace)
    with open_store(workspace.database(database), create=False) as store, store.read() as reader:
        stored = fetch(reader)
        archived = read_archive(workspace, reader.current(), catalogues.made_with)
    if moment:
        made = tuple(d for d in stored.decisions if d.at <= moment)
        stored = replace(stored, decisions=made)
    return make_ledger(workspace, stored, archived, catalogues)
