"""`factcheck check`: the linter. Works without a workspace and writes nothing."""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli import output
from factcheck.cli.looking import CheckOptions, look, read, workspace_here
from factcheck.cli.options import CheckFormat, split_list
from factcheck.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from factcheck.cli.fixing import Mended
    from factcheck.model import Conflict, Json
    from factcheck.reconcile.result import CheckResult
    from factcheck.sources.document import Document
    from factcheck.workspace import Workspace

EXIT_CONFLICTS = 1
STDIN_NAME = "-"
SETTLED = ("decided", "dismissed")
"""States in which a conflict has been ruled on: counted, not shown, never a failure."""


class FailOn(StrEnum):
    """The mildest severity that fails a check. `info` is the same as `low`: findings of severity
    info alone never fail."""

    info = "info"
    low = "low"
    medium = "medium"
    high = "high"


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
    fix: Annotated[
        bool, typer.Option("--fix", help="Make the suggestions that are certain; a backup is kept.")
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Only show what --fix would change, as a patch.")
    ] = False,
    max_size: Annotated[
        str, typer.Option(metavar="SIZE", help="Largest file that is read.")
    ] = "10MB",
) -> None:
    """Find what cannot be true together in articles.

    Each finding is `path:line:column CODE message`, with both sides, the reason and, where the
    text supports one, what to write instead. Without --fix nothing is changed.

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
    _refuse_together(files, fix=fix, diff=diff, form=form)
    chosen_rules(options.select, options.ignore)  # a wrong code is refused before anything is read
    workspace = None if isolated else workspace_here()
    floor = fail_on or floor_of(workspace)
    known = _known(baseline)
    with ctx.obj.begin("checking", len(set(files))) as progress:
        given = read(files, options)
        look_at = partial(look, given, options, workspace, known)
        documents = {document.name: document for document in given.inputs.documents}
        result = look_at(documents, done=progress.advance)
        mended = _mend(documents, result, look_at) if fix or diff else None
    failed = report_failures(given.inputs.failures)
    if mended is not None and diff:
        raise typer.Exit(max(failed, _show_patch(mended, exit_zero=exit_zero)))
    if mended is not None:
        mended, unwritten = _write(mended, documents, look_at)
        result, failed = mended.result, max(failed, unwritten)
    shown = standing(result)
    _print(form, result, shown, aside=fix and STDIN_NAME in files)
    found = EXIT_CONFLICTS if not exit_zero and fails(shown, floor) else 0
    raise typer.Exit(max(failed, found))


def standing(result: CheckResult) -> list[Conflict]:
    """The conflicts that nobody has ruled on."""
    return [conflict for conflict in result.conflicts if conflict.state not in SETTLED]


def _refuse_together(files: Sequence[str], *, fix: bool, diff: bool, form: CheckFormat) -> None:
    if fix and diff:
        raise UsageError("check", "--fix and --diff exclude each other", "give one")
    if diff and form is not CheckFormat.text:
        raise UsageError("--diff", f"a patch is not written as {form.value}", "leave out --format")
    if fix and STDIN_NAME in files and len(set(files)) > 1:
        raise UsageError("--fix", "standard input is mended to standard output, alone",
                         "give - or files")  # fmt: skip


def _mend(
    documents: Mapping[str, Document], result: CheckResult,
    look: Callable[[Mapping[str, Document]], CheckResult],
) -> Mended:  # fmt: skip
    from factcheck.cli.fixing import mend

    return mend(documents, result, look, standing)


def _write(
    mended: Mended, documents: Mapping[str, Document],
    look: Callable[[Mapping[str, Document]], CheckResult],
) -> tuple[Mended, int]:  # fmt: skip
    """Write what was mended: files in place, standard input to standard output. Returns what of it
    stands there now, and an exit code."""
    from factcheck.cli.fixing import left_to_people, text_of, write_files

    code = 0
    if STDIN_NAME in documents:
        output.emit_text(text_of(mended, documents))
    else:
        mended, code = write_files(mended, documents, look)
    left_to_people(standing(mended.result), mended)
    return mended, code


def _show_patch(mended: Mended, *, exit_zero: bool) -> int:
    from factcheck.cli.fixing import left_to_people, patch

    output.emit_text(patch(mended))
    left_to_people(standing(mended.result), mended)
    return EXIT_CONFLICTS if mended.edits and not exit_zero else 0


def _print(
    form: CheckFormat, result: CheckResult, shown: Sequence[Conflict], *, aside: bool
) -> None:
    """The findings in a format; beside the text, on standard error, where that goes to output."""
    if aside:
        for line in _text(result, shown):
            output.note(line)
    elif form is CheckFormat.json:
        output.emit_json(result.to_dict())
    elif form is CheckFormat.jsonl:
        for record in stream(result.to_dict()):
            output.emit_json(record, line=True)
    elif form is not CheckFormat.text:
        output.emit_text(_for_developers(form, result))
    elif result.extractions:
        output.emit(_text(result, shown))


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


def floor_of(workspace: Workspace | None) -> FailOn:
    """The mildest severity that fails, as the workspace sets it. Raises UsageError for a word
    that is no severity."""
    given = workspace.config.get("fail_on", FailOn.low) if workspace else FailOn.low
    if given not in list(FailOn):
        raise UsageError("factcheck.toml", f"fail_on: {given!r} is no severity",
                         f"one of {', '.join(FailOn)}")  # fmt: skip
    return FailOn(given)


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
