"""`factcheck sources`: the publications and records that the workspace has read."""

from __future__ import annotations

from dataclasses import asdict
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli import output, versions
from factcheck.cli.desk import current_ledger
from factcheck.cli.help import Command, show_help
from factcheck.cli.options import Database, Format, ListFormat
from factcheck.errors import FactcheckError, StaleError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.corrections.ledger import Ledger
    from factcheck.model import Json
    from factcheck.sources.archive import Entry
    from factcheck.workspace import Workspace

app = typer.Typer(
    help="Articles and records: archive them, list them, look at one.",
    rich_markup_mode=None, invoke_without_command=True,
)  # fmt: skip
app.callback()(show_help)

COLUMNS = ("slug", "kind", "language", "published", "snapshots", "title")
DETAILS = ("publisher", "url", "licence")


class Kind(StrEnum):
    """What a source is."""

    article = "article"
    translation = "translation"
    record = "record"
    notice = "notice"


class Language(StrEnum):
    """A language that is read."""

    en = "en"
    zh = "zh"
    ja = "ja"


Relation = Annotated[str | None, typer.Option(metavar="SLUG", help="Another source.")]


@app.command("add", cls=Command)
def add(  # noqa: PLR0913 - the options of a command are its parameters
    ctx: typer.Context,
    files: Annotated[list[str], typer.Argument(metavar="FILE", help="Local files.")],
    slug: Annotated[
        str | None, typer.Option(metavar="SLUG", help="Name of the source.  [default: the file's]")
    ] = None,
    kind: Annotated[Kind | None, typer.Option(help="What it is.")] = None,
    language: Annotated[Language | None, typer.Option(help="Its language.")] = None,
    title: Annotated[str, typer.Option(metavar="TEXT")] = "",
    publisher: Annotated[str, typer.Option(metavar="NAME")] = "",
    url: Annotated[
        str, typer.Option(metavar="URL", help="Where it came from; kept, not fetched.")
    ] = "",
    published: Annotated[str, typer.Option(metavar="DATE", help="As 2024-07 or 2024-07-31.")] = "",
    licence: Annotated[str, typer.Option(metavar="TEXT")] = "",
    rank: Annotated[int, typer.Option(metavar="N", help="Trust; a higher one weighs more.")] = 0,
    translation_of: Relation = None,
    republishes: Relation = None,
    corrects: Relation = None,
) -> None:
    """Archive local files as sources. The same bytes twice change nothing; changed bytes become a
    new snapshot. `run` reads what is new.

    Example: factcheck sources add heron.ja.md --translation-of heron
    """
    from factcheck.cli.inputs import report_failures
    from factcheck.workflow.stating import published_on, relations_to
    from factcheck.workspace import open_workspace

    if slug and len(files) > 1:
        raise UsageError("--slug", "one name for several files", "add them one by one")
    workspace = open_workspace()
    given = (("translation_of", translation_of), ("republishes", republishes),
             ("corrects", corrects))  # fmt: skip
    facts = {
        "kind": kind or ("translation" if translation_of else None), "language": language,
        "title": title, "publisher": publisher, "url": url,
        "published": published and published_on(published),
        "licence": licence, "rank": rank,
        "relations": relations_to(workspace, given),
    }  # fmt: skip
    stated = {name: value for name, value in facts.items() if value}
    failures = []
    with ctx.obj.begin("adding", len(files)) as progress:
        for file in files:
            try:
                output.emit([_add_one(workspace, file, slug, stated)])
            except FactcheckError as error:
                failures.append(error)
            progress.advance()
    raise typer.Exit(report_failures(failures))


def _add_one(workspace: Workspace, file: str, slug: str | None, stated: Json) -> str:
    """Archive one file, lay what was stated over what the file says of itself. Returns what to
    tell."""
    from dataclasses import replace

    from factcheck import workflow

    added = workflow.add_source(workspace, file, slug)
    source = added.source
    if stated:
        described = replace(source, **stated)
        source = workflow.add_source(workspace, file, source.slug, described).source
    changed = source != added.source
    news = "added" if added.new else "changed" if changed else "already there"
    if added.new and added.snapshots > 1:
        news = f"a new snapshot, number {added.snapshots}; see `factcheck sources history`"
    about = ", ".join(filter(None, (source.kind, source.language, source.title)))
    return output.escape(f"{source.slug}: {news} ({about})")


@app.command("list", cls=Command)
def list_(form: Format = ListFormat.table) -> None:
    """List the sources in the archive.

    Example: factcheck sources list --format json
    """
    from factcheck.cli.listing import emit_listing
    from factcheck.sources.archive import list_sources
    from factcheck.workspace import open_workspace

    entries = list_sources(open_workspace())
    rows = [
        (entry.source.slug, entry.source.kind, entry.source.language, entry.source.published,
         str(len(entry.snapshots)), entry.source.title)
        for entry in entries
    ]  # fmt: skip
    emit_listing(COLUMNS, rows, form, map(_record, entries))


@app.command("show", cls=Command)
def show(
    slug: Annotated[str, typer.Argument(metavar="SLUG", help="A source, as `list` names it.")],
    form: Format = ListFormat.table,
    database: Database = None,
) -> None:
    """Show one source: what it is, how much of it could be read, what touches it.

    Example: factcheck sources show heron-weekly
    """
    from factcheck.sources.archive import list_sources
    from factcheck.workflow.find import find_one
    from factcheck.workspace import open_workspace

    entries = {entry.source.slug: entry for entry in list_sources(open_workspace())}
    entry = find_one("source", slug, entries)
    try:
        ledger, unread = current_ledger(database), ""
    except (UsageError, StaleError) as error:  # archived, and not read by a run since then
        ledger, unread = None, str(error)
    if form is ListFormat.table:
        output.emit(_about(entry))
        output.emit(_page(ledger, entry.source.slug) if ledger else [output.escape(unread)])
        return
    coverage = ledger.coverage.get(entry.source.slug) if ledger else None
    output.emit_json({**_record(entry), "coverage": coverage.to_dict() if coverage else None},
                     line=form is ListFormat.jsonl)  # fmt: skip


app.command("refresh", cls=Command)(versions.refresh)
app.command("history", cls=Command)(versions.history)


def _record(entry: Entry) -> Json:
    snapshots = [asdict(held) for held in entry.snapshots]
    return {**entry.source.to_dict(), "snapshots": snapshots}


def _about(entry: Entry) -> Iterator[str]:
    from factcheck.cli.summary import counted

    source = entry.source
    screen = output.Screen.of_output()
    yield screen.paint(output.escape(source.slug), "bold") + f"  {output.escape(source.title)}"
    about = [source.kind, source.language, source.published, f"rank {source.rank}",
             counted(len(entry.snapshots), "snapshot")]  # fmt: skip
    yield ", ".join(filter(None, about))
    for name in DETAILS:
        if getattr(source, name):
            yield f"{name}: {output.escape(getattr(source, name))}"
    for kind, other in source.relations:
        yield f"{kind.replace('_', ' ')}: {output.escape(other)}"


def _page(ledger: Ledger, slug: str) -> Iterator[str]:
    from factcheck.cli.findings import FindingLines
    from factcheck.cli.summary import counted, coverage_lines

    screen = output.Screen.of_output()
    claims = [claim for claim in ledger.claims if claim.source == slug]
    notices = [notice for notice in ledger.notices if notice.source == slug]
    yield f"{counted(len(claims), 'claim')}, {counted(len(notices), 'correction notice')}"
    document = ledger.documents.get(slug)
    yield from (f"note: {output.escape(text)}" for text in (document.notes if document else ()))
    coverage = ledger.coverage.get(slug)
    yield from coverage_lines([coverage] if coverage else [])
    touching = [c for c in ledger.conflicts if slug in c.sources]
    if touching:
        yield ""
        yield from FindingLines(ledger.documents, screen).lines(touching)
