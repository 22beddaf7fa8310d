"""`factcheck extract`: the claims of documents, without comparing anything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli import output
from factcheck.cli.options import Format, ListFormat
from factcheck.errors import UsageError

if TYPE_CHECKING:
    from factcheck.claims.extraction import Extraction


def extract(
    ctx: typer.Context,
    files: Annotated[
        list[str] | None, typer.Argument(metavar="FILE", help="Files, or - for standard input.")
    ] = None,
    form: Format = ListFormat.table,
    max_size: Annotated[
        str, typer.Option(metavar="SIZE", help="Largest file that is read.")
    ] = "10MB",
) -> None:
    """List the claims that documents make, each tied to its words.

    Example: factcheck extract article.md --format jsonl
    """
    from factcheck.claims import extract as extract_document
    from factcheck.claims.extraction import published_claim
    from factcheck.cli.inputs import parse_size, read_inputs, report_failures
    from factcheck.cli.listing import emit_listing

    if not files:
        raise UsageError("extract", "no file is given", "give FILE, or - for standard input")
    progress = ctx.obj
    extractions: list[Extraction] = []
    with progress.begin("extracting", len(set(files))):
        inputs = read_inputs(files, parse_size(max_size))
        for document in inputs.documents:
            extractions.append(extract_document(document))
            progress.advance()
    failed = report_failures(inputs.failures)
    if form is ListFormat.json:
        objects = [extraction.to_dict() for extraction in extractions]
        output.emit_json(objects[0] if len(objects) == 1 else objects)
    elif form is ListFormat.jsonl:
        for extraction in extractions:
            for claim in extraction.claims:
                output.emit_json(published_claim(claim), line=True)
    else:
        emit_listing(
            ("place", "subject", "predicate", "value", "words"),
            [row for extraction in extractions for row in _rows(extraction)], form,
        )  # fmt: skip
    raise typer.Exit(failed)


def _rows(extraction: Extraction) -> list[tuple[str, ...]]:
    from factcheck.cli.findings import place
    from factcheck.values import format_value

    documents = {extraction.document.snapshot.source: extraction.document}
    return [
        (place(claim.quote, documents), claim.subject, claim.predicate,
         format_value(claim.value, "en"), claim.quote.exact)
        for claim in extraction.claims
    ]  # fmt: skip
