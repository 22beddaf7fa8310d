"""The ledger out of a database and into another one, as text: what a workspace is, without its
store. Two people's exports merge in git; where their rulings contradict each other, it is said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from factcheck.corrections.ledger import Ledger
from factcheck.errors import InputError, StoreUnavailable, UsageError
from factcheck.model import Claim, Decision, Json
from factcheck.sources import archive
from factcheck.sources.archive import Entry, source_text, write_aside
from factcheck.sources.files import bytes_of
from factcheck.workflow import texts
from factcheck.workflow.catalogues import TERMS_NAME
from factcheck.workflow.files import write_changed
from factcheck.workflow.founding import write_git_files
from factcheck.workflow.running import Progress, RunResult, run
from factcheck.workflow.state import load_ledger
from factcheck.workspace import CONFIG_NAME, Workspace, read_config

CATALOGUES = ("predicates.toml", "entities.toml", TERMS_NAME)
CONTRADICTING = "rulings contradict each other"


@dataclass(frozen=True, kw_only=True)
class Contradiction:
    """Rulings of several people on one thing that cannot all hold: what it is (`conflict` or
    `correction`), its id, and the rulings, oldest first."""

    kind: str
    id: str
    rulings: tuple[Decision, ...]

    def to_dict(self) -> Json:
        return {"kind": self.kind, "id": self.id, "rulings": [
            {"id": d.id, "at": d.at, "actor": d.actor, "kind": d.kind, "reason": d.reason,
             "verdicts": list(d.body.get("verdicts", ())), "as": d.body.get("as")}
            for d in self.rulings
        ]}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Imported:
    """What an import did: the run after it, the decisions and sources that were new, the sources
    whose claims this program reads otherwise than the text has them, catalogues that differ from
    ours (ours hold), and rulings that contradict each other."""

    result: RunResult
    decisions: int
    sources: tuple[str, ...] = ()
    read_otherwise: tuple[str, ...] = ()
    kept_catalogues: tuple[str, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()

    def to_dict(self) -> Json:
        return {
            "revision": self.result.ledger.revision, "decisions": self.decisions,
            "sources": list(self.sources), "read_otherwise": list(self.read_otherwise),
            "kept_catalogues": list(self.kept_catalogues),
            "contradictions": [c.to_dict() for c in self.contradictions],
        }  # fmt: skip


def export(
    workspace: Workspace, folder: Path | None = None, database: str | None = None
) -> list[Path]:
    """Write the ledger as text: a file of claims per source and all decisions, into the workspace;
    or, with a folder, a whole workspace without its store. Returns the files that changed. Raises
    UsageError for a folder that holds something else."""
    from factcheck.store import open_store

    ledger = load_ledger(workspace, database)
    target = workspace if folder is None else _target(workspace, folder)
    changed = [] if target is workspace else _copy_rest(workspace, target)
    with open_store(workspace.database(database), create=False) as store, store.read() as reader:
        claims = reader.claims()
    changed += texts.export_claims(target, claims, ledger.sources)
    decided = texts.decisions_text(ledger.decisions)
    if (ledger.decisions or target.decisions.exists()) and write_changed(target.decisions, decided):
        changed.append(target.decisions)
    changed += write_git_files(target.root)
    return changed


def _target(workspace: Workspace, folder: Path) -> Workspace:
    root = folder.resolve()
    if root == workspace.root:
        return workspace
    try:
        strange = root.exists() and any(root.iterdir()) and not (root / CONFIG_NAME).exists()
    except OSError as error:
        raise StoreUnavailable(str(folder), f"cannot be read: {error.strerror}",
                               "check permissions") from error  # fmt: skip
    if strange:
        raise UsageError(str(folder), "it holds something else", "give a new or empty folder")
    return Workspace(root=root)


def _copy_rest(workspace: Workspace, target: Workspace) -> list[Path]:
    """The archive, the catalogues and the configuration, byte for byte; only what is not there.
    The configuration comes first: it is what makes the folder an export."""
    wanted = [workspace.root / CONFIG_NAME, *(workspace.claims / name for name in CATALOGUES)]
    for entry in archive.list_sources(workspace):
        folder = workspace.sources / entry.source.slug
        wanted += [folder / name for name in dict.fromkeys(held.file for held in entry.snapshots)]
        wanted.append(folder / archive.SOURCE_FILE)
    changed = []
    for path in wanted:
        copy = target.root / path.relative_to(workspace.root)
        if path.is_file() and (not copy.exists() or copy.read_bytes() != path.read_bytes()):
            write_aside(copy, path.read_bytes())
            changed.append(copy)
    return changed


def import_ledger(
    workspace: Workspace, folder: Path | None = None, database: str | None = None,
    progress: Progress | None = None, *, now: datetime | None = None,
) -> Imported:  # fmt: skip
    """Take in what the text holds and the store lacks: the workspace's own text, or that of a
    folder that was exported elsewhere. Everything is read and checked before anything is written.
    Raises InputError with file and line for text that is damaged."""
    other = workspace if folder is None else _exported(folder)
    decisions = texts.read_decisions(other)
    claims = dict(read_claims(other))
    ours = texts.read_decisions(workspace)
    entries = [] if other is workspace else _checked(other)
    sources, kept = [], []
    if other is not workspace:
        kept = _merge_catalogues(other, workspace)
        sources = [e.source.slug for e in entries if _merge_source(other, workspace, e)]
        known = {decision.id for decision in ours}
        news = [decision for decision in decisions if decision.id not in known]
        if news:
            write_changed(workspace.decisions, texts.decisions_text([*ours, *news]))
    result = run(workspace, database, progress, now=now)
    return Imported(
        result=result, decisions=result.imported, sources=tuple(sources),
        read_otherwise=_read_otherwise(claims, result.ledger), kept_catalogues=tuple(kept),
        contradictions=contradictions(result.ledger),
    )  # fmt: skip


def contradictions(ledger: Ledger) -> tuple[Contradiction, ...]:
    """Where rulings contradict each other, and so none holds until somebody rules again."""
    ruled: dict[str, list[Decision]] = {}
    for stale in ledger.stale:
        if stale.why.startswith(CONTRADICTING):
            ruled.setdefault(stale.decision.object, []).append(stale.decision)
    on_conflicts = [Contradiction(kind="conflict", id=name, rulings=tuple(made))
                    for name, made in sorted(ruled.items())]  # fmt: skip
    on_fixes = [Contradiction(kind="correction", id=case.id, rulings=case.decisions)
                for case in ledger.corrections if case.why.startswith(CONTRADICTING)]  # fmt: skip
    return (*on_conflicts, *on_fixes)


def read_claims(workspace: Workspace) -> Iterator[tuple[str, frozenset[str]]]:
    """Source → ids of its claims as the text has them. Raises InputError with the line for one that
    is no claim, or whose id is not that of its words."""
    for path in sorted(workspace.ledger.glob("*.jsonl")):
        yield path.stem, parse_claims(_text(path), str(path))


def parse_claims(text: str, name: str) -> frozenset[str]:
    """Ids of the claims of such a text. Raises InputError as `read_claims` does."""
    ids = set()
    for number, record in texts.records(text, name, texts.CLAIMS_FORMAT):
        try:
            given, _ = record.pop("id"), record.pop("key")
            claim = Claim.from_dict(record)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise InputError(f"{name}:{number}", f"this is no claim: {error}",
                             "restore the line, or run `factcheck run`") from error  # fmt: skip
        if given != claim.id:
            raise InputError(f"{name}:{number}", "it was altered: its id is not that of its words",
                             "restore the line, or run `factcheck run`")  # fmt: skip
        ids.add(claim.id)
    return frozenset(ids)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(str(path), f"cannot be read: {error}", "restore the file") from error


def _exported(folder: Path) -> Workspace:
    root = folder.resolve()
    if not (root / CONFIG_NAME).is_file():
        raise UsageError(str(folder), "this is no exported ledger: it has no factcheck.toml",
                         "give a folder that `factcheck export FOLDER` wrote")  # fmt: skip
    return Workspace(root=root, config=read_config(root / CONFIG_NAME))


def _checked(other: Workspace) -> list[Entry]:
    """The sources of an export, every snapshot of theirs with the bytes that it names."""
    entries = archive.list_sources(other)
    for entry in entries:
        for held in entry.snapshots:
            try:
                archive.load(other, entry.source.slug, held.sha256)
            except InputError:
                continue  # no reader takes it; its bytes are those that were archived
    return entries


def _merge_catalogues(other: Workspace, ours: Workspace) -> list[str]:
    """Take catalogues that we lack. Returns those that differ: ours hold."""
    differing = []
    for name in CATALOGUES:
        theirs, mine = other.claims / name, ours.claims / name
        if not theirs.is_file():
            continue
        if not mine.exists():
            write_aside(mine, theirs.read_bytes())
        elif mine.read_bytes() != theirs.read_bytes():
            differing.append(name)
    return differing


def _merge_source(other: Workspace, ours: Workspace, entry: Entry) -> bool:
    """Take a source, or the snapshots of it that we lack, in the order of their times. Returns
    whether anything was new."""
    slug = entry.source.slug
    folder = ours.sources / slug
    mine = archive.entry_of(ours, slug) if (folder / archive.SOURCE_FILE).exists() else None
    known = set(mine.snapshots) if mine else set()
    lacking = [held for held in entry.snapshots if held not in known]
    if mine and not lacking:
        return False
    for held in lacking:
        write_aside(folder / held.file, bytes_of(other.sources / slug / held.file, held.file))
    merged = entry
    if mine:
        together = sorted((*mine.snapshots, *lacking), key=lambda held: held.retrieved_at)
        merged = replace(mine, snapshots=tuple(together))
    write_aside(folder / archive.SOURCE_FILE, source_text(merged))
    return True


def _read_otherwise(claims: dict[str, frozenset[str]], ledger: Ledger) -> tuple[str, ...]:
    """Sources whose claims in the text are not those that this program reads: another version
    wrote it, or an older snapshot was read."""
    now: dict[str, set[str]] = {}
    for claim in ledger.claims:
        if not claim.extractor.startswith("person:"):
            now.setdefault(claim.source, set()).add(claim.id)
    by_hand = {c.source for c in ledger.claims if c.extractor.startswith("person:")}
    slugs = {source.slug for source in ledger.sources} - by_hand
    return tuple(
        slug for slug in sorted(claims.keys() & slugs) if claims[slug] != now.get(slug, set())
    )
