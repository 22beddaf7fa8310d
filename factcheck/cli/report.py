"""`factcheck report`: the correction report of the workspace, in a format, to a file or the
screen."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from factcheck.cli import output
from factcheck.cli.desk import current_ledger
from factcheck.cli.options import Database
from factcheck.errors import StoreUnavailable


def report(
    form: Annotated[
        str, typer.Option("--format", "-f", metavar="FORMAT", help="As docs/formats.md lists them.")
    ] = "markdown",
    target: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write here, not to the screen."),
    ] = None,
    database: Database = None,
) -> None:
    """Write the correction report of the workspace as it stands.

    Example: factcheck report --format html --output report.html
    """
    from factcheck.reports import build, render
    from factcheck.sources.archive import write_aside

    text = render(build(current_ledger(database)), form)
    if target is None:
        output.emit_text(text)
    else:
        if not Path(target).parent.is_dir():
            raise StoreUnavailable(target, "its folder does not exist", "make the folder first")
        write_aside(Path(target), text.encode("utf-8", "surrogatepass"))
        output.note(f"wrote {output.escape(target)}")
