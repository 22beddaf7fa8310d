"""`factcheck sources`: the publications and records that the workspace has read."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli import output
from factcheck.cli.desk import current_ledger
from factcheck.cli.help import Command, show_help
from factcheck.cli.options import Database, Format, ListFormat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.corrections.ledger import Ledger
    from factcheck.model import Source

app = typer.Typer(
    help="Articles and records: archive them, list them, look at one.",
    rich_markup_mode=None, invoke_without_command=True,
)  # fmt: skip
app.callback()(show_help)

COLUMNS = ("slug", "kind", "language", "published", "claims", "conflicts", "title")
ADVANCED = ("publisher", "url", "licence")


@app.command("list", cls=Command)
def list_(form: Format = ListFormat.table, database: Database = None) -> None:
    """List the sources with how many claims they make and how many conflicts touch them.

    Example: factcheck sources list --format json
    """
    from factcheck.cli.listing import emit_listing

    ledger = current_ledger(database)
    claims = Counter(claim.source for claim in ledger.claims)
    conflicts = Counter(slug for conflict in ledger.conflicts for slug in conflict.sources)
    rows = [
        (s.slug, s.kind, s.language, s.published, str(claims[s.slug]), str(conflicts[s.slug]),
         s.title)
        for s in ledger.sources
    ]  # fmt: skip
    emit_listing(COLUMNS, rows, form)


@app.command("show", cls=Command)
def show(
    slug: Annotated[str, typer.Argument(metavar="SLUG", help="A source, as `list` names it.")],
    form: Format = ListFormat.table,
    database: Database = None,
) -> None:
    """Show one source: what it is, how much of it could be read, what touches it.

    Example: factcheck sources show heron-weekly
    """
    from factcheck.workflow.find import find_source

    ledger = current_ledger(database)
    source = find_source(ledger, slug)
    if form is ListFormat.table:
        output.emit(_page(ledger, source))
        return
    coverage = ledger.coverage.get(source.slug)
    output.emit_json(
        {**source.to_dict(), "coverage": coverage.to_dict() if coverage else None},
        line=form is ListFormat.jsonl,
    )


def _page(ledger: Ledger, source: Source) -> Iterator[str]:
    from factcheck.cli.findings import FindingLines
    from factcheck.cli.summary import counted, coverage_lines

    screen = output.Screen.of_output()
    yield screen.paint(output.escape(source.slug), "bold") + f"  {output.escape(source.title)}"
    about = [source.kind, source.language, source.published, f"rank {source.rank}"]
    yield ", ".join(filter(None, about))
    for name in ADVANCED:
        if getattr(source, name):
            yield f"{name}: {output.escape(getattr(source, name))}"
    for kind, other in source.relations:
        yield f"{kind.replace('_', ' ')}: {output.escape(other)}"
    claims = [claim for claim in ledger.claims if claim.source == source.slug]
    notices = [notice for notice in ledger.notices if notice.source == source.slug]
    yield f"{counted(len(claims), 'claim')}, {counted(len(notices), 'correction notice')}"
    document = ledger.documents.get(source.slug)
    yield from (f"note: {output.escape(text)}" for text in (document.notes if document else ()))
    coverage = ledger.coverage.get(source.slug)
    yield from coverage_lines([coverage] if coverage else [])
    touching = [c for c in ledger.conflicts if source.slug in c.sources]
    if touching:
        yield ""
        yield from FindingLines(ledger.documents, screen).lines(touching)
