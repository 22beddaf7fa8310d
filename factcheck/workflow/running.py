"""`factcheck run`: the whole workspace, from articles to report. Running again changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from factcheck.claims import Extraction, extract
from factcheck.corrections.ledger import Ledger
from factcheck.model import Decision
from factcheck.reconcile import reconcile
from factcheck.reconcile.rules.interface import Reconciliation
from factcheck.workflow import texts
from factcheck.workflow.catalogues import Catalogues, load_catalogues
from factcheck.workflow.clock import stamp
from factcheck.workflow.documents import Archived, nothing, originals, read_archive
from factcheck.workflow.refreshing import earlier_versions
from factcheck.workflow.reporting import write_reports
from factcheck.workflow.state import fetch, logged_claims, make_ledger, with_logged
from factcheck.workspace import Workspace

if TYPE_CHECKING:
    from factcheck.store import Acting, Change, Intake, Store


class Progress(Protocol):
    """Counts documents, for whoever shows it."""

    def begin(self, label: str, total: int | None) -> object: ...

    def advance(self) -> None: ...


@dataclass(frozen=True, kw_only=True)
class RunResult:
    """What a run did: the ledger as it is now, slugs that were stored or withdrawn, decisions
    taken from the text, what the reconcile changed, and the files that were written."""

    ledger: Ledger
    stored: tuple[str, ...]
    withdrawn: tuple[str, ...]
    imported: int
    change: Change
    written: tuple[Path, ...]

    @property
    def changed(self) -> bool:
        """Whether anything is different from before."""
        return bool(self.stored or self.withdrawn or self.imported or self.change or self.written)


def run(
    workspace: Workspace, database: str | None = None, progress: Progress | None = None, *,
    now: datetime | None = None,
) -> RunResult:  # fmt: skip
    """Read the sources, store what is new, take in decisions from the text, reconcile, export the
    ledger and write the reports. Nothing is half-done when it is stopped: a document is one
    transaction, a file appears whole."""
    from factcheck.store import Acting, open_store

    at = stamp(now)
    decisions = texts.read_decisions(workspace)
    catalogues = load_catalogues(workspace)
    with open_store(workspace.database(database)) as store:
        archived = read_archive(workspace)
        imported = _import(store, decisions, Acting(at=at, actor_kind="import"))
        machine = Acting(at=at)
        if progress:
            progress.begin("reading", len(archived.documents))
        done = progress.advance if progress else nothing
        extractions, stored = _take_in(store, archived, catalogues, machine, done)
        withdrawn = _withdraw(store, archived, machine)
        with store.read() as reader:
            found = reconcile_all(archived, extractions, reader.decisions(), catalogues,
                                  earlier_versions(workspace, archived, catalogues))  # fmt: skip
        change = _settle(store, found, catalogues, machine)
        with store.read() as reader:
            now_stored = fetch(reader)
        ledger = make_ledger(workspace, now_stored, archived, catalogues)
        written = [*texts.export_claims(workspace, now_stored.claims, ledger.sources),
                   *texts.export_decisions(workspace, store)]  # fmt: skip
    written += write_reports(workspace, ledger)
    return RunResult(ledger=ledger, stored=stored, withdrawn=withdrawn, imported=imported,
                     change=change, written=tuple(written))  # fmt: skip


def reconcile_all(
    archived: Archived, extractions: dict[str, Extraction], decisions: list[Decision],
    catalogues: Catalogues, earlier: dict[str, tuple[Extraction, ...]] | None = None,
) -> Reconciliation:  # fmt: skip
    """Reconcile everything, the claims logged by hand included, each source also with its earlier
    versions."""
    found = [claim for extraction in extractions.values() for claim in extraction.claims]
    logged, _ = logged_claims(decisions, archived.documents, found)
    completed = []
    for slug, extraction in extractions.items():
        own = [claim for claim in logged if claim.source == slug]
        claims = with_logged(extraction.claims, own) if own else extraction.claims
        completed.append(replace(extraction, claims=claims))
    return reconcile(
        completed, originals=originals(archived.sources.values()),
        catalogue=catalogues.predicates, entities=catalogues.entities, terms=catalogues.terms,
        ignore=catalogues.ignored, earlier=earlier,
    )  # fmt: skip


def intake_of(archived: Archived, extraction: Extraction) -> Intake:
    """A document as the store takes it."""
    from factcheck.store import Intake

    snapshot = extraction.document.snapshot
    return Intake(source=archived.sources[snapshot.source], snapshot=snapshot,
                  claims=extraction.claims, notices=extraction.notices,
                  coverage=extraction.coverage)  # fmt: skip


def _import(store: Store, decisions: list[Decision], acting: Acting) -> int:
    """Take in the decisions that the store lacks."""
    with store.read() as reader:
        known = {decision.id for decision in reader.decisions()}
    lacking = [decision for decision in decisions if decision.id not in known]
    if not lacking:
        return 0
    with store.write(acting) as writer:
        return sum(writer.put_decision(decision, imported=True) for decision in lacking)


def _take_in(
    store: Store, archived: Archived, catalogues: Catalogues, acting: Acting,
    done: Callable[[], None],
) -> tuple[dict[str, Extraction], tuple[str, ...]]:  # fmt: skip
    """Read every document for claims and store it where it is new, one transaction each, so that
    what was counted as done is done."""
    with store.read() as reader:
        current = {slug: held.digest for slug, held in reader.current().items()}
        described = {source.slug: source for source in reader.sources()}
    extractions, stored = {}, []
    for slug, document in archived.documents.items():
        extraction = extract(document, catalogues.predicates, catalogues.entities)
        extractions[slug] = extraction
        intake = intake_of(archived, extraction)
        if current.get(slug) != intake.digest or described.get(slug) != intake.source:
            with store.write(acting) as writer:
                if writer.put(intake):
                    stored.append(slug)
        done()
    return extractions, tuple(stored)


def _withdraw(store: Store, archived: Archived, acting: Acting) -> tuple[str, ...]:
    """Sources that are no longer in the archive, or can no longer be read, do not count."""
    with store.read() as reader:
        gone = sorted(set(reader.current()) - set(archived.documents))
    if not gone:
        return ()
    with store.write(acting) as writer:
        return tuple(slug for slug in gone if writer.withdraw(slug))


def _settle(store: Store, found: Reconciliation, catalogues: Catalogues, acting: Acting) -> Change:
    """Make the findings the ones that stand, with the catalogues they were made with."""
    with store.write(acting) as writer:
        writer.put_catalogue(catalogues.digests)
        return writer.put_reconciliation(found.conflicts, found.agreements)
