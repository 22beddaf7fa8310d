"""The RFC Editor's errata list in a workspace: read as a whole, stored in batches, and written out
again with every field that came in."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from factcheck.claims import extract
from factcheck.corrections.errata import RULINGS, Erratum, as_it_stands, decisions_of, moment
from factcheck.errors import FactcheckError, InputError
from factcheck.model import Decision, Json, Source, sha256
from factcheck.sources import archive
from factcheck.sources.archive import Entry, Held, source_text, write_aside
from factcheck.sources.document import Document
from factcheck.sources.errata import LANGUAGE, ErratumReader, place_of
from factcheck.sources.reader import Raw
from factcheck.sources.slugs import check_slug
from factcheck.workflow import texts
from factcheck.workflow.catalogues import Catalogues, load_catalogues
from factcheck.workflow.clock import stamp
from factcheck.workflow.documents import Archived, nothing
from factcheck.workflow.running import Progress
from factcheck.workflow.taking_in import intake_of
from factcheck.workspace import Workspace

if TYPE_CHECKING:
    from factcheck.store import Acting, Intake, Store

BATCH = 200
"""Entries of one transaction."""
LIMIT = 200_000_000
"""Bytes of the largest list that is read."""
NEEDED = ("errata_id", "doc-id", "errata_status_code", "orig_text", "correct_text")
WRITERS = 8
"""Entries that are written to the archive at once."""
READER = ErratumReader()


class ListRefused(InputError):
    """A list with mistakes, each in `problems` with its line or its number. Nothing is kept."""

    def __init__(self, name: str, problems: Sequence[str]) -> None:
        many = "1 mistake" if len(problems) == 1 else f"{len(problems)} mistakes"
        super().__init__(name, f"{many}, the first in {problems[0]}; nothing was imported",
                         "mend the list")  # fmt: skip
        self.problems = tuple(problems)


@dataclass(frozen=True, kw_only=True)
class ImportedErrata:
    """Entries that were new, and those that the ledger had before."""

    new: int
    known: int


def read_list(data: bytes, name: str) -> list[Erratum]:
    """The entries of a list: a JSON array, or JSON lines. Raises ListRefused with everything that
    is wrong with it."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise ListRefused(name, [f"line {line}: this is no UTF-8"]) from error
    problems: list[str] = []
    found: dict[str, Erratum] = {}
    for place, record in _records(text, name, problems):
        why = _wrong(record)
        if why:
            problems.append(f"{place}: {why}")
            continue
        erratum = Erratum(record=record)
        if erratum.slug in found and found[erratum.slug] != erratum:
            problems.append(f"{place}: errata_id: {erratum.id} stands in the list twice")
        found[erratum.slug] = erratum
    if problems:
        raise ListRefused(name, problems)
    return list(found.values())


def _records(text: str, name: str, problems: list[str]) -> Iterator[tuple[str, Json]]:
    """Place and object of every entry, damage noted."""
    if text.lstrip().startswith("["):
        try:
            listed = json.loads(text, parse_constant=_refuse, object_pairs_hook=_once)
        except (ValueError, RecursionError) as error:
            raise ListRefused(name, [f"the list: {error}"]) from error
        places: Iterable[tuple[str, object]] = (
            (f"entry {n}", item) for n, item in enumerate(listed, 1)
        )
    else:
        places = _lines(text, problems)
    for place, item in places:
        if isinstance(item, dict):
            yield place, item
        else:
            problems.append(f"{place}: this is no object")


def _lines(text: str, problems: list[str]) -> Iterator[tuple[str, object]]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            yield f"line {number}", json.loads(line, parse_constant=_refuse,
                                               object_pairs_hook=_once)  # fmt: skip
        except (ValueError, RecursionError) as error:
            problems.append(f"line {number}: this is no JSON: {error}")


def _refuse(word: str) -> NoReturn:
    raise ValueError(f"{word} is no JSON")


def _once(pairs: list[tuple[str, object]]) -> Json:
    record = dict(pairs)
    if len(record) < len(pairs):
        raise ValueError("a field stands twice")
    return record


def _wrong(record: Json) -> str:
    """What is wrong with an entry, field first; empty when nothing is."""
    for field in NEEDED:
        if field not in record:
            return f"{field}: this field is missing"
        if not isinstance(record[field], str | int | None):
            return f"{field}: this is no text"
    erratum = Erratum(record=record)
    if erratum.status not in RULINGS:
        return f"errata_status_code: {erratum.status!r} is unknown; one of {', '.join(RULINGS)}"
    try:
        check_slug(erratum.slug)
    except FactcheckError:
        return f"errata_id: {erratum.id!r} on {erratum.text('doc-id')!r} cannot name a source"
    for field in ("submit_date", "update_date"):
        try:
            moment(erratum.text(field))
        except ValueError:
            return f"{field}: {erratum.text(field)!r} is no date"
    return ""


def import_errata(
    workspace: Workspace, path: Path | str, database: str | None = None,
    progress: Progress | None = None, *, now: datetime | None = None,
) -> ImportedErrata:  # fmt: skip
    """Make every entry of a list a source, a disputed claim, a correction and its rulings. Entries
    that are there already are passed over, so that an import that was stopped is finished by the
    same command. Raises ListRefused before anything is written."""
    from factcheck.store import Acting, open_store

    entries = read_list(_bytes(Path(path)), str(path))
    at = stamp(now)
    catalogues = load_catalogues(workspace)
    if progress:
        progress.begin("importing", len(entries))
    done = progress.advance if progress else nothing
    new = 0
    with open_store(workspace.database(database)) as store:
        with store.read() as reader:
            known = {decision.id for decision in reader.decisions()}
            current = {slug: held.snapshot for slug, held in reader.current().items()}
        stream = iter(entries)
        while batch := list(islice(stream, BATCH)):
            new += _store(workspace, store, batch, _Known(known, current, catalogues),
                          Acting(at=at, actor_kind="import"))  # fmt: skip
            for _ in batch:
                done()
        texts.export_decisions(workspace, store)
    return ImportedErrata(new=new, known=len(entries) - new)


@dataclass(frozen=True)
class _Known:
    """What the store has: ids of decisions, slug → current snapshot; and how it reads."""

    decisions: set[str]
    current: Mapping[str, str]
    catalogues: Catalogues


def _store(
    workspace: Workspace, store: Store, batch: Sequence[Erratum], known: _Known, acting: Acting
) -> int:
    """Archive a batch of entries, then record it in one transaction. Returns how many were new."""
    intakes: list[Intake] = []
    decisions: list[Decision] = []
    new = 0
    with ThreadPoolExecutor(WRITERS) as pool:  # what takes time is waiting for the disk
        archived = list(pool.map(lambda erratum: _archived(workspace, erratum, acting.at), batch))
    for erratum, (source, document) in zip(batch, archived, strict=True):
        lacking = [d for d in decisions_of(erratum, document) if d.id not in known.decisions]
        if known.current.get(source.slug) != document.snapshot.id:
            extraction = extract(document, known.catalogues.predicates, known.catalogues.entities)
            intakes.append(intake_of(Archived(sources={source.slug: source}), extraction))
            new += 1
        elif lacking:
            new += 1
        decisions += lacking
    if intakes or decisions:
        with store.write(acting) as writer:
            for intake in intakes:
                writer.put(intake)
            writer.put_decisions(decisions)
    return new


def _archived(workspace: Workspace, erratum: Erratum, at: str) -> tuple[Source, Document]:
    """The entry in the archive, written where it is not there."""
    slug = erratum.slug
    folder = workspace.sources / slug
    data = raw_of(erratum)
    if (folder / archive.SOURCE_FILE).exists():
        entry = archive.entry_of(workspace, slug)
        if entry.snapshots and entry.snapshots[-1].sha256 == sha256(data):
            return archive.load(workspace, slug)
        at = max(at, entry.snapshots[-1].retrieved_at) if entry.snapshots else at
        held = (*entry.snapshots, _held(data, at))
    else:
        held = (_held(data, at),)
    source = _source(erratum)
    write_aside(folder / held[-1].file, data)
    write_aside(folder / archive.SOURCE_FILE, source_text(Entry(source=source, snapshots=held)))
    return source, READER.read(Raw(data=data, name=slug, retrieved_at=at, language=LANGUAGE))


def raw_of(erratum: Erratum) -> bytes:
    """The entry as archived: every field, in its order, whatever characters it holds."""
    record = {"errata_id": None, **erratum.record}
    try:
        text = json.dumps(record, ensure_ascii=False, indent=1)
        return f"{text}\n".encode()
    except UnicodeEncodeError:
        return (json.dumps(record, indent=1) + "\n").encode()


def _held(data: bytes, at: str) -> Held:
    digest = sha256(data)
    return Held(sha256=digest, file=f"{digest[:16]}.json", media_type=READER.media_type,
                retrieved_at=at)  # fmt: skip


def _source(erratum: Erratum) -> Source:
    return Source(
        slug=erratum.slug, title=f"Erratum {erratum.id} on {place_of(erratum.record)}",
        kind="notice", language=LANGUAGE, publisher="RFC Editor",
        url=f"https://www.rfc-editor.org/errata/eid{erratum.id}",
        published=erratum.text("submit_date"),
        relations=(("corrects", erratum.slug.partition("-erratum-")[0]),),
    )  # fmt: skip


def export_errata(workspace: Workspace, database: str | None = None) -> list[Json]:
    """Every entry that the workspace holds with all its fields, by number; its status is the one
    that the ledger gives it today."""
    from factcheck.store import open_store

    with open_store(workspace.database(database), create=False) as store, store.read() as reader:
        decisions = reader.decisions()
    on = {d.id: _source_of(d) for d in decisions}
    about: dict[str, list[Decision]] = {}
    for decision in decisions:
        name = on.get(decision.object, "") if decision.kind == "undo" else on[decision.id]
        about.setdefault(name, []).append(decision)
    listed = [(e.id, as_it_stands(e, about.get(e.slug, ()))) for e in _entries(workspace)]
    return [record for _, record in sorted(listed, key=lambda pair: (len(pair[0]), pair[0]))]


def _source_of(decision: Decision) -> str:
    """The source whose correction a decision is on, empty for any other decision."""
    target = decision.body.get("correction", {}).get("target", {})
    return str(target.get("source", ""))


def list_text(records: Sequence[Json], *, lines: bool = False) -> str:
    """A list as it is published: a JSON array, or an entry a line. Characters that are none travel
    as escapes."""
    texts = [json.dumps(record, ensure_ascii=False) for record in records]
    safe = [text if text.isprintable() and _encodes(text) else json.dumps(record)
            for text, record in zip(texts, records, strict=True)]  # fmt: skip
    if lines:
        return "".join(f"{text}\n" for text in safe)
    return "[\n" + ",\n".join(safe) + "\n]\n" if safe else "[]\n"


def _encodes(text: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in text)


def _entries(workspace: Workspace) -> Iterator[Erratum]:
    """The entries of the archive, latest version each."""
    for entry in archive.list_sources(workspace):
        held = entry.snapshots[-1] if entry.snapshots else None
        if held is None or "-erratum-" not in entry.source.slug:
            continue
        data = (workspace.sources / entry.source.slug / held.file).read_bytes()
        if not READER.recognises(Raw(data=data, name=held.file)):
            continue
        yield Erratum(record=json.loads(data))


def _bytes(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise InputError(str(path), "this is no file", "give the list as JSON")
        size = path.stat().st_size
        if size > LIMIT:
            raise InputError(str(path), f"{size / 1e6:.0f} MB; limit {LIMIT / 1e6:.0f} MB",
                             "split the list")  # fmt: skip
        return path.read_bytes()
    except OSError as error:
        raise InputError(str(path), f"cannot be read: {error.strerror}", "") from error
