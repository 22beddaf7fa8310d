"""`check --fix` and `check --diff`: the certain suggestions made, in the files or as a patch."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from factcheck.cli import output
from factcheck.cli.inputs import STDIN
from factcheck.cli.summary import counted
from factcheck.corrections.certain import certain_fixes
from factcheck.corrections.patching import Fix, unified_diff
from factcheck.corrections.rounds import Edited
from factcheck.errors import FactcheckError, StaleError
from factcheck.model import Conflict, sha256
from factcheck.reconcile.result import CheckResult
from factcheck.sources import read_text
from factcheck.sources.document import Document
from factcheck.sources.files import bytes_of
from factcheck.sources.rewriting import encoded_like, rewrite

ROUNDS = 10
"""A fix may bring another one to light; so many rounds of fixing are made at most."""
AGAIN = "run the check again"

Documents = Mapping[str, Document]


@dataclass(frozen=True, kw_only=True)
class Mended:
    """The texts that were changed, by document name, and what a check of them finds."""

    result: CheckResult
    edits: Mapping[str, Edited] = field(default_factory=dict)

    @property
    def count(self) -> int:
        return sum(len(edited.fixes()) for edited in self.edits.values())


def mend(
    documents: Documents, found: CheckResult, look: Callable[[Documents], CheckResult],
    waiting: Callable[[CheckResult], Iterable[Conflict]],
) -> Mended:  # fmt: skip
    """Make the certain suggestions in the documents, look again, and so on until there is none:
    mending what was mended changes nothing. `waiting` says which conflicts nobody settled."""
    edits: dict[str, Edited] = {}
    now = dict(documents)
    for _ in range(ROUNDS):
        news = {name: fixes for name, document in now.items()
                if (fixes := _fixes(document, waiting(found)))}  # fmt: skip
        if not news:
            break
        for name, fixes in news.items():
            edits[name] = edits.get(name, Edited.of(now[name].text)).changed(fixes)
            now[name] = read_text(edits[name].text, name)
        found = look(now)
    return Mended(result=found, edits={n: e for n, e in sorted(edits.items()) if e.fixes()})


def _fixes(document: Document, conflicts: Iterable[Conflict]) -> list[Fix]:
    return certain_fixes(conflicts, document.snapshot.source) if document.exact_map else []


def write_files(
    mended: Mended, documents: Documents, look: Callable[[Documents], CheckResult]
) -> tuple[Mended, int]:
    """Write the changed texts over the bytes that were read, each with a backup beside it, and say
    so on standard error. Returns what was really mended, with what a check finds in the texts as
    they now stand, and the highest exit code of those that could not be written."""
    code = 0
    written = {}
    for name, edited in mended.edits.items():
        try:
            before = bytes_of(Path(name), name)
            if sha256(before) != documents[name].snapshot.sha256:
                raise StaleError(name, "it changed while it was checked", AGAIN)
            after = encoded_like(before, edited.original, edited.text, name)
            backup = rewrite(Path(name), before, after, AGAIN)
        except FactcheckError as error:
            output.report_error(error)
            code = max(code, error.exit_code)
        else:
            written[name] = edited
            kept = f"; as it was: {backup}" if backup else ""
            output.note(output.escape(f"{name}: {_places(edited)} mended{kept}"))
    if len(written) == len(mended.edits):
        return mended, code
    standing = {name: read_text(written[name].text, name) if name in written else document
                for name, document in documents.items()}  # fmt: skip
    return Mended(result=look(standing), edits=written), code


def patch(mended: Mended) -> str:
    """The changes of all files as unified diffs, for `git apply`."""
    return "".join(
        unified_diff(edited.original, edited.fixes(), _relative(name))
        for name, edited in mended.edits.items()
    )


def text_of(mended: Mended, documents: Documents) -> str:
    """Standard input as mended, whole."""
    return mended.edits[STDIN].text if STDIN in mended.edits else documents[STDIN].text


def left_to_people(conflicts: Iterable[Conflict], mended: Mended) -> None:
    """Say on standard error how many places were mended, and how many suggestions were not."""
    open_ones = sum(conflict.suggestion is not None for conflict in conflicts)
    places = f"{counted(mended.count, 'place')} in {counted(len(mended.edits), 'text')}"
    told = places if mended.edits else "nothing was mended"
    rest = f"; {counted(open_ones, 'suggestion')} left to people" if open_ones else ""
    output.note(f"certain: {told}{rest}")


def _places(edited: Edited) -> str:
    return counted(len(edited.fixes()), "place")


def _relative(name: str) -> str:
    return os.path.normpath(name).lstrip("/")
