"""What a check reads and how it looks at it: alone, with an original, inside a workspace."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from factcheck.cli.inputs import Inputs
    from factcheck.reconcile.result import CheckResult
    from factcheck.sources.document import Document
    from factcheck.workspace import Workspace


@dataclass(frozen=True, kw_only=True)
class CheckOptions:
    """What a check was asked for, beside its files."""

    original: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    isolated: bool = False
    limit: int = 0


def workspace_here() -> Workspace | None:
    """The workspace that the current folder is in, None outside of one."""
    from pathlib import Path

    from factcheck.workspace import find_root, open_workspace

    return open_workspace() if find_root(Path.cwd()) else None


@dataclass(frozen=True, kw_only=True)
class Given:
    """What was read: the files named, and the original where it is not one of them."""

    inputs: Inputs
    original: Document | None


def read(files: Sequence[str], options: CheckOptions) -> Given:
    """Read the files, and the original. Raises what a single input raises for the original."""
    from factcheck.cli.inputs import read_input, read_inputs

    inputs = read_inputs(files, options.limit)
    original = None
    if options.original is not None and options.original not in files:
        original = read_input(options.original, options.limit)
    return Given(inputs=inputs, original=original)


def look(
    given: Given, options: CheckOptions, workspace: Workspace | None, known: frozenset[str],
    documents: Mapping[str, Document], done: Callable[[], None] | None = None,
) -> CheckResult:  # fmt: skip
    """Check the documents, with the original; without what the baseline holds. `done` is called
    after each of them."""
    from factcheck.model import Skipped
    from factcheck.reconcile.baseline import new_only

    every = dict(documents)
    originals = {}
    if options.original is not None:
        if given.original is not None:
            every[given.original.name] = given.original
        articles = [d.name for d in documents.values() if d.kind == "article"]
        originals = {name: options.original for name in articles if name != options.original}
    result = _check_function(workspace)(
        every.values(), originals=originals, codes=(options.select, options.ignore),
        skipped=[Skipped(source=f.what, reason=f.why) for f in given.inputs.failures],
        done=done or _nothing,
    )  # fmt: skip
    if workspace is not None:
        result = _without_ignored(result, workspace)
    return new_only(result, known) if known else result


def _without_ignored(result: CheckResult, workspace: Workspace) -> CheckResult:
    """The result without what the workspace switches off for the path where it is shown."""
    from dataclasses import replace
    from pathlib import Path

    from factcheck.corrections.grouping import anchor

    off = {name: workspace.ignored_at(Path(document.name))
           for name, document in result.documents.items()}  # fmt: skip
    kept = tuple(
        c
        for c in result.conflicts
        if not off[anchor(c).source] or not c.code.startswith(off[anchor(c).source])
    )
    return replace(result, conflicts=kept)


def _check_function(workspace: Workspace | None) -> Callable[..., CheckResult]:
    if workspace is None:
        from factcheck.reconcile.result import check_documents

        return check_documents
    from factcheck.workflow import check_in_workspace

    return partial(check_in_workspace, workspace)


def _nothing() -> None:
    """What happens after a document when nobody counts."""
