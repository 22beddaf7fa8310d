"""The ledger as text in the workspace: written after every change, read at every run, so that a
clone of the repository has the claims and everybody's rulings."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.corrections.active import in_order
from factcheck.corrections.rulings import claim_body
from factcheck.errors import InputError, StoreUnavailable
from factcheck.model import Claim, Decision, Json, Source
from factcheck.workflow.files import write_changed
from factcheck.workspace import Workspace

if TYPE_CHECKING:
    from factcheck.store import Store

CLAIMS_FORMAT = "factcheck-claims/1"
DECISIONS_FORMAT = "factcheck-decisions/1"
UNMERGED = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")


def line(record: Json) -> str:
    """One record on one line: sorted keys, one spelling."""
    return json.dumps(record, ensure_ascii=False, sort_keys=True)


def claims_text(slug: str, claims: Iterable[Claim]) -> str:
    """The claims of one source, in text order, below a line that names the format."""
    records = [{"id": claim.id, "key": claim.key, **claim_body(claim)} for claim in claims]
    return "".join(f"{line(r)}\n" for r in ({"format": CLAIMS_FORMAT, "source": slug}, *records))


def decisions_text(decisions: Iterable[Decision]) -> str:
    """All decisions by time, then id, below a line that names the format."""
    records = [{"id": decision.id, **decision.to_dict()} for decision in in_order(decisions)]
    return "".join(f"{line(r)}\n" for r in ({"format": DECISIONS_FORMAT}, *records))


def parse_decisions(text: str, name: str) -> list[Decision]:
    """The decisions of such a text. Raises InputError that names the line for anything that is
    not one, whose id is not that of its content, or whose format is unknown."""
    decisions: dict[str, Decision] = {}
    for number, record in records(text, name, DECISIONS_FORMAT):
        try:
            given = record.pop("id")
            decision = Decision.from_dict(record)
        except (KeyError, TypeError, ValueError) as error:
            raise InputError(f"{name}:{number}", f"this is no decision: {error}",
                             "mend the line") from error  # fmt: skip
        if given != decision.id:
            raise InputError(f"{name}:{number}", "it was altered: its id is not that of its words",
                             "restore the line; change a ruling by a new one")  # fmt: skip
        decisions[decision.id] = decision
    return list(decisions.values())


def records(text: str, name: str, expected: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Line number and object of every line that holds one. A merge may leave the format line
    anywhere, and more than once. Raises InputError that names the line for what is no record."""
    for number, content in enumerate(text.split("\n"), 1):
        if not content.strip():
            continue
        if content.startswith(UNMERGED):
            raise InputError(f"{name}:{number}", "git has left a conflict here",
                             "keep the lines of both sides, without this one")  # fmt: skip
        try:
            record = json.loads(content)
        except (ValueError, RecursionError) as error:
            raise InputError(f"{name}:{number}", f"this is no JSON: {error}",
                             "mend the line") from error  # fmt: skip
        if not isinstance(record, dict):
            raise InputError(f"{name}:{number}", "this is no object", "mend the line")
        if "format" not in record:
            yield number, record
        elif record["format"] != expected:
            raise InputError(f"{name}:{number}", f"format {record['format']!r} is unknown",
                             f"this program knows {expected}")  # fmt: skip


def read_decisions(workspace: Workspace) -> list[Decision]:
    """The decisions that the workspace holds as text; none without the file. Raises InputError."""
    path = workspace.decisions
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return []
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(str(path), f"cannot be read: {error}", "restore the file") from error
    return parse_decisions(text, str(path))


def export_claims(
    workspace: Workspace, claims: Iterable[Claim], sources: Iterable[Source]
) -> list[Path]:
    """Write a file per source and remove those of sources that are gone. Returns what changed."""
    grouped: dict[str, list[Claim]] = {source.slug: [] for source in sources}
    for claim in claims:
        grouped[claim.source].append(claim)
    folder = workspace.ledger
    contents = {folder / f"{slug}.jsonl": claims_text(slug, grouped[slug]) for slug in grouped}
    changed = [path for path, text in sorted(contents.items()) if write_changed(path, text)]
    for path in sorted(folder.glob("*.jsonl")):
        if path.stem not in grouped:
            try:
                path.unlink()
            except OSError as error:
                raise StoreUnavailable(str(path), f"cannot be removed: {error.strerror}",
                                       "check permissions") from error  # fmt: skip
            changed.append(path)
    return changed


def export_decisions(workspace: Workspace, store: Store) -> list[Path]:
    """Write all decisions. When somebody decided meanwhile it is written again, so that the last
    file written is never an older one. Returns the file if it changed."""
    changed = False
    while True:
        with store.read() as reader:
            seq, decisions = reader.head().seq, reader.decisions()
        if decisions or workspace.decisions.exists():
            changed |= write_changed(workspace.decisions, decisions_text(decisions))
        with store.read() as reader:
            if reader.head().seq == seq:
                return [workspace.decisions] if changed else []
