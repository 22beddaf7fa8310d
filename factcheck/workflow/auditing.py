"""`factcheck verify`: the chain, the tables, and the archive that they speak of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.errors import FactcheckError, UsageError
from factcheck.sources import archive
from factcheck.workspace import Workspace

if TYPE_CHECKING:
    from factcheck.store import Verification

_HEAD = re.compile(r"[0-9a-f]{64}")


def verify(
    workspace: Workspace, database: str | None = None, *, deep: bool = True,
    head: str | None = None,
) -> Verification:  # fmt: skip
    """Walk the log and, with `deep`, replay it against the tables and look whether the archive
    still holds the bytes that were read. `head` is the hash of a last event noted earlier. Only
    reads. Raises UsageError for a head that is no hash, IntegrityError when the store cannot be
    opened as one of ours."""
    from dataclasses import replace

    from factcheck.store import Problem, open_store
    from factcheck.store import verify as verify_store

    if head is not None and not _HEAD.fullmatch(head):
        raise UsageError("--against", f"{head!r} is no head of a log",
                         "give the 64 digits that `factcheck verify` prints")  # fmt: skip

    with open_store(workspace.database(database), create=False) as store, store.read() as reader:
        found = verify_store(reader, deep=deep, head=head)
        current = reader.current() if deep and found.ok else {}
    problems = []
    for slug in current:
        try:
            archive.load(workspace, slug)
        except FactcheckError as error:
            problems.append(Problem(f"source {slug}", str(error)))
    return replace(found, problems=(*found.problems, *problems))
