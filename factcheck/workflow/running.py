"""`factcheck run`: the whole workspace, from articles to report. Running again changes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from factcheck.corrections.ledger import Ledger
from factcheck.model import Decision
from factcheck.workflow import texts
from factcheck.workflow.catalogues import load_catalogues
from factcheck.workflow.clock import stamp
from factcheck.workflow.documents import Archived, nothing, read_archive
from factcheck.workflow.piecewise import reconcile_changed
from factcheck.workflow.reporting import write_reports
from factcheck.workflow.state import make_ledger
from factcheck.workflow.taking_in import take_in
from factcheck.workspace import Workspace

if TYPE_CHECKING:
    from factcheck.store import Acting, Change, Store


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
    """Read the sources, store what is new, take in decisions from the text, reconcile what changed,
    export the ledger and write the reports. Nothing is half-done when it is stopped: a document is
    one transaction, so is the reconcile, and a file appears whole."""
    from factcheck.store import Acting, open_store

    at = stamp(now)
    decisions = texts.read_decisions(workspace)
    catalogues = load_catalogues(workspace)
    with open_store(workspace.database(database)) as store:
        with store.read() as reader:
            archived = read_archive(workspace, reader.current(), catalogues.made_with)
        imported = _import(store, decisions, Acting(at=at, actor_kind="import"))
        machine = Acting(at=at)
        if progress:
            progress.begin("reading", len(archived.documents))
        done = progress.advance if progress else nothing
        taken = take_in(store, archived, catalogues, machine, done)
        withdrawn = _withdraw(store, archived, machine)
        change = reconcile_changed(store, workspace, taken, catalogues, machine)
        with store.read() as reader:
            now_stored = taken.as_stored(reader)
        ledger = make_ledger(workspace, now_stored, archived, catalogues)
        written = [*texts.export_claims(workspace, now_stored.claims, ledger.sources),
                   *texts.export_decisions(workspace, store)]  # fmt: skip
    written += write_reports(workspace, ledger)
    return RunResult(ledger=ledger, stored=tuple(taken.stored), withdrawn=withdrawn,
                     imported=imported, change=change, written=tuple(written))  # fmt: skip


def _import(store: Store, decisions: list[Decision], acting: Acting) -> int:
    """Take in the decisions that the store lacks."""
    with store.read() as reader:
        known = {decision.id for decision in reader.decisions()}
    lacking = [decision for decision in decisions if decision.id not in known]
    if not lacking:
        return 0
    with store.write(acting) as writer:
        return sum(writer.put_decision(decision, imported=True) for decision in lacking)


def _withdraw(store: Store, archived: Archived, acting: Acting) -> tuple[str, ...]:
    """Sources that are no longer in the archive, or can no longer be read, do not count."""
    with store.read() as reader:
        gone = sorted(set(reader.current()) - set(archived.documents))
    if not gone:
        return ()
    with store.write(acting) as writer:
        return tuple(slug for slug in gone if writer.withdraw(slug))
