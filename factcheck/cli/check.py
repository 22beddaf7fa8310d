"""`factcheck check`: the linter. Works without a workspace and writes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli import output
from factcheck.cli.options import CheckFormat, split_list
from factcheck.cli.progress import Progress
from factcheck.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from factcheck.cli.inputs import Inputs
    from factcheck.model import Conflict, Json
    from factcheck.reconcile.result import CheckResult
    from factcheck.workspace import Workspace

EXIT_CONFLICTS = 1
SETTLED = ("decided", "dismissed")
"""States in which a conflict has been ruled on: counted, not shown, never a failure."""


class FailOn(StrEnum):
    """The mildest severity that fails a check. `info` is the same as `low`: findings of severity
    info alone never fail."""

    info = "info"
    low = "low"
    medium = "medium"
    high = "high"


@dataclass(frozen=True, kw_only=True)
class CheckOptions:
    """What a check was asked for, beside its files."""

    original: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    isolated: bool = False
    limit: int = 0


def check(  # noqa: PLR0913 - the options of a command are its parameters
    ctx: typer.Context,
    files: Annotated[
        list[str] | None, typer.Argument(metavar="FILE", help="Files, or - for standard input.")
    ] = None,
    original: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Read the others as translations of this file."),
    ] = None,
    form: Annotated[
        CheckFormat, typer.Option("--format", "-f", help="How to write the findings.")
    ] = CheckFormat.text,
    select: Annotated[
        list[str] | None,
        typer.Option(metavar="CODES", help="Only these rules, as in FC301,FC5."),
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option(metavar="CODES", help="All rules but these.")
    ] = None,
    baseline: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Leave out what this earlier JSON output holds."),
    ] = None,
    fail_on: Annotated[
        FailOn | None,
        typer.Option(help="Mildest severity that fails; info alone never does.  [default: low]"),
    ] = None,
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", help="Exit 0 even when conflicts are found.")
    ] = False,
    isolated: Annotated[
        bool, typer.Option("--isolated", help="Leave out the workspace's catalogues and rulings.")
    ] = False,
    max_size: Annotated[
        str, typer.Option(metavar="SIZE", help="Largest file that is read.")
    ] = "10MB",
) -> None:
    """Find what cannot be true together in articles.

    Each finding is `path:line:column CODE message`, with both sides, the reason and, where the
    text supports one, what to write instead. Nothing is changed.

    Example: factcheck check article.ja.md --original article.md
    """
    if not files:
        raise UsageError("check", "no file is given", "give FILE, or - for standard input")
    from factcheck.cli.inputs import parse_size, report_failures
    from factcheck.reconcile.engine import chosen_rules

    options = CheckOptions(
        original=original, isolated=isolated, limit=parse_size(max_size),
        select=tuple(split_list(select or [])), ignore=tuple(split_list(ignore or [])),
    )  # fmt: skip
    chosen_rules(options.select, options.ignore)  # a wrong code is refused before anything is read
    workspace = None if isolated else workspace_here()
    floor = fail_on or floor_of(workspace)
    known = _known(baseline)
    inputs, result = _look(files, options, workspace, ctx.obj)
    if known:
        from factcheck.reconcile.baseline import new_only

        result = new_only(result, known)
    failed = report_failures(inputs.failures)
    shown = [conflict for conflict in result.conflicts if conflict.state not in SETTLED]
    if form is CheckFormat.json:
        output.emit_json(result.to_dict())
    elif form is CheckFormat.jsonl:
        for record in stream(result.to_dict()):
            output.emit_json(record, line=True)
    elif form is not CheckFormat.text:
        output.emit_text(_for_developers(form, result))
    elif result.extractions:
        output.emit(_text(result, shown))
    found = EXIT_CONFLICTS if not exit_zero and fails(shown, floor) else 0
    raise typer.Exit(max(failed, found))


def _known(baseline: str | None) -> frozenset[str]:
    """The findings of the baseline, read before anything is checked."""
    if baseline is None:
        return frozenset()
    from pathlib import Path

    from factcheck.reconcile.baseline import read_baseline

    return read_baseline(Path(baseline))


def _for_developers(form: CheckFormat, result: CheckResult) -> str:
    """What was found, for the tool that shows it beside the lines of a change."""
    from factcheck.reports.formats.forges import github_annotations, gitlab_code_quality
    from factcheck.reports.formats.sarif import sarif_of_check

    writers = {
        CheckFormat.sarif: sarif_of_check, CheckFormat.github: github_annotations,
        CheckFormat.gitlab: gitlab_code_quality,
    }  # fmt: skip
    return writers[form](result)


def fails(conflicts: Sequence[Conflict], fail_on: FailOn) -> bool:
    """Whether any conflict is as grave as the given severity. One of severity info never is."""
    from factcheck.model import SEVERITIES

    floor = max(SEVERITIES.index(fail_on.value), SEVERITIES.index("low"))
    return any(SEVERITIES.index(conflict.severity) >= floor for conflict in conflicts)


def stream(published: Json) -> Iterator[Json]:
    """The published object as one record a line, each with its `type`."""
    head = {k: v for k, v in published.items() if not isinstance(v, list)}
    yield {"type": "check", **head}
    for name, items in published.items():
        if isinstance(items, list):
            kind = "skipped" if name == "skipped" else name.removesuffix("s")
            yield from ({"type": kind, **item} for item in items)


def workspace_here() -> Workspace | None:
    """The workspace that the current folder is in, None outside of one."""
    from pathlib import Path

    from factcheck.workspace import find_root, open_workspace

    return open_workspace() if find_root(Path.cwd()) else None


def floor_of(workspace: Workspace | None) -> FailOn:
    """The mildest severity that fails, as the workspace sets it. Raises UsageError for a word
    that is no severity."""
    given = workspace.config.get("fail_on", FailOn.low) if workspace else FailOn.low
    if given not in list(FailOn):
        raise UsageError("factcheck.toml", f"fail_on: {given!r} is no severity",
                         f"one of {', '.join(FailOn)}")  # fmt: skip
    return FailOn(given)


def _look(
    files: Sequence[str], options: CheckOptions, workspace: Workspace | None, progress: Progress
) -> tuple[Inputs, CheckResult]:
    from factcheck.cli.inputs import read_input, read_inputs
    from factcheck.model import Skipped

    with progress.begin("checking", len(set(files))):
        inputs = read_inputs(files, options.limit)
        documents = {document.name: document for document in inputs.documents}
        originals = {}
        if options.original is not None:
            first = documents.get(options.original) or read_input(options.original, options.limit)
            articles = [d.name for d in documents.values() if d.kind == "article"]
            originals = {name: first.name for name in articles if name != first.name}
            documents[first.name] = first
        result = _check_function(workspace)(
            documents.values(), originals=originals, codes=(options.select, options.ignore),
            skipped=[Skipped(source=f.what, reason=f.why) for f in inputs.failures],
            done=progress.advance,
        )  # fmt: skip
    return inputs, result


def _check_function(workspace: Workspace | None) -> Callable[..., CheckResult]:
    if workspace is None:
        from factcheck.reconcile.result import check_documents

        return check_documents
    from factcheck.workflow import check_in_workspace

    return partial(check_in_workspace, workspace)


def _text(result: CheckResult, shown: Sequence[Conflict]) -> Iterator[str]:
    from factcheck.cli.findings import FindingLines
    from factcheck.cli.summary import summary_lines

    screen = output.Screen.of_output()
    lines = list(FindingLines(result.documents, screen).lines(shown))
    yield from lines
    if lines:
        yield ""
    ruled = len(result.conflicts) - len(shown)
    yield from summary_lines(result, shown, ruled, screen)
