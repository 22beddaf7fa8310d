"""Accepted corrections put into an article: as a corrected copy, a unified diff or in place. Only
the bytes that were reviewed are ever changed, and what is written round-trips to the byte."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.corrections import Signed, fixing
from factcheck.corrections.case import Case
from factcheck.corrections.drafting import draft
from factcheck.corrections.ledger import Ledger
from factcheck.corrections.patching import Fix, applied, compose, unified_diff
from factcheck.errors import InputError, StoreUnavailable, UsageError
from factcheck.model import Decision, sha256
from factcheck.sources.archive import entry_of, write_aside
from factcheck.sources.files import bytes_of
from factcheck.sources.rewriting import encoded_like, held_now, rewrite
from factcheck.workflow.find import find_case, find_source
from factcheck.workflow.session import Act, Request, Session
from factcheck.workflow.state import View, load_ledger
from factcheck.workspace import Workspace

TO_WRITE = ("accepted", "edited", "applied")
"""States of corrections that belong into the text."""
TO_TELL = (*TO_WRITE, "published")


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What applying comes to: the corrections, the text and bytes before and after, and the change
    as a diff of a file of that name."""

    source: str
    cases: tuple[Case, ...]
    fixes: tuple[Fix, ...]
    text: str
    before: bytes
    after: bytes

    @property
    def corrected(self) -> str:
        """The corrected text."""
        return applied(self.text, self.fixes)

    def diff(self, path: str) -> str:
        """The change as a unified diff."""
        return unified_diff(self.text, self.fixes, path)


@dataclass(frozen=True, kw_only=True)
class Applied:
    """What was written, where, with which backup, and the decisions that note it."""

    plan: Plan
    path: Path
    backup: Path | None = None
    decisions: tuple[Decision, ...] = ()


def plan(workspace: Workspace, source: str, database: str | None = None) -> Plan:
    """The accepted corrections of a source, composed. Raises UsageError when none is accepted,
    InputError when two overlap or the source's bytes cannot be written back."""
    return _plan(workspace, load_ledger(workspace, database), source)


def _plan(workspace: Workspace, ledger: Ledger, source: str) -> Plan:
    slug = find_source(ledger, source).slug
    document = ledger.documents[slug]
    chosen = [c for c in fixing.of_source(ledger.corrections, slug, TO_WRITE) if not c.why]
    if not chosen:
        waiting = fixing.of_source(ledger.corrections, slug, ("proposed",))
        hint = (
            (
                f"{len(waiting)} wait: factcheck review --source {slug}, or "
                f"factcheck corrections accept {waiting[0].id[:10]}"
            )
            if waiting
            else (f"none waits: factcheck corrections list --source {slug}")
        )
        raise UsageError(slug, "no correction of it is accepted", hint)  # fmt: skip
    fixes = compose(document.text, (
        Fix(start=c.target.start, end=c.target.end, old=c.target.exact,
            replacement=c.replacement, name=c.id[:10]) for c in chosen))  # fmt: skip
    held = entry_of(workspace, slug).snapshots[-1]
    path = workspace.sources / slug / held.file
    before = bytes_of(path, str(path))
    if not document.exact_map or sha256(before) != document.snapshot.sha256:
        raise InputError(slug, "its text is not that of its file, so that changes cannot be "
                         "written back", "correct it by hand: see `corrections list`")  # fmt: skip
    after = encoded_like(before, document.text, applied(document.text, fixes), slug)
    return Plan(source=slug, cases=tuple(chosen), fixes=tuple(fixes), text=document.text,
                before=before, after=after)  # fmt: skip


def apply_to_copy(workspace: Workspace, source: str, target: Path, act: Act) -> Applied:
    """Write the corrected article to a file, and note that it was applied. Raises UsageError for
    a file that exists and holds something else."""
    with Session(workspace, act.database) as session:
        made = _plan(workspace, session.ledger(), source)
        if target.exists() and target.read_bytes() != made.after:
            raise UsageError(str(target), "it exists and holds something else", "name another file")
        if not target.parent.is_dir():
            raise StoreUnavailable(str(target), "its folder does not exist", "make it first")
        decisions = _note(session, made, act)
        write_aside(target, made.after)
    return Applied(plan=made, path=target, decisions=decisions)


def apply_in_place(workspace: Workspace, source: str, target: Path, act: Act) -> Applied:
    """Change a file, whose bytes must be the reviewed ones, and keep a backup beside it. Doing it
    again changes nothing. Raises StaleError for a file with other bytes."""
    with Session(workspace, act.database) as session:
        made = _plan(workspace, session.ledger(), source)
        hint = f"add it with `sources add --slug {made.source}`, run, and review again"
        held_now(target, (made.before, made.after), hint)
        decisions = _note(session, made, act)
        backup = rewrite(target, made.before, made.after, hint)
    return Applied(plan=made, path=target.resolve(), backup=backup, decisions=decisions)


def _note(session: Session, made: Plan, act: Act) -> tuple[Decision, ...]:
    """Record that these corrections are applied: before the file is written, so that a stop in
    between is mended by doing it again."""
    new = [case for case in made.cases if case.state != "applied"]
    if not new:
        return ()
    versions = session.ledger().versions
    facts = {"before": sha256(made.before), "after": sha256(made.after)}

    def make(view: View, signed: Signed) -> Sequence[Decision]:
        return [fixing.apply(find_case(view.ledger, case.id), signed, facts) for case in new]

    seen = {case.id: versions[case.id] for case in new}
    return session.perform(act, Request(kind="apply", target="", make=make, body=facts, seen=seen))


def notice(workspace: Workspace, source: str, database: str | None = None) -> str:
    """A correction notice for the accepted, applied and published corrections of a source, in its
    language. Raises UsageError when there is none."""
    ledger = load_ledger(workspace, database)
    found = find_source(ledger, source)
    cases = fixing.of_source(ledger.corrections, found.slug, TO_TELL)
    if not cases:
        raise UsageError(found.slug, "no correction of it is accepted",
                         f"factcheck review --source {found.slug}")  # fmt: skip
    document = ledger.documents.get(found.slug)
    language = found.language if found.language != "und" or not document else document.language
    return draft(cases, document, language)
