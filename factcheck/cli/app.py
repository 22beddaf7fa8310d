"""The command line as a whole: every command, in the order in which help lists them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from factcheck.cli import (
    check,
    claims,
    conflicts,
    corrections,
    errata,
    exchange,
    explain,
    extract,
    output,
    outreach,
    report,
    review,
    sources,
    workspace,
)
from factcheck.cli.boundary import Boundary
from factcheck.cli.help import Command, show_help

app = typer.Typer(
    name="factcheck",
    cls=Boundary,
    help="A linter for facts with a ledger behind it.",
    epilog="Exit codes: 0 clean, 1 conflicts found, 2 usage, 3 input refused, 4 stale, "
    "5 store busy or unreachable, 6 integrity, 7 network refused, 70 internal error, "
    "130 interrupted.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(invoke_without_command=True)
def main(
    ctx: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", is_eager=True)
    ] = False,
    debug: Annotated[
        bool, typer.Option("--debug", help="Show the traceback of a failure.")
    ] = False,
) -> None:
    """Read articles, find what cannot be true together, and say how to mend it."""
    if version:
        from factcheck.version import __version__

        output.emit([f"factcheck {__version__}"])
        raise typer.Exit
    show_help(ctx)


app.command("init", cls=Command)(workspace.init)
app.command("run", cls=Command)(workspace.run)
app.command("check", cls=Command)(check.check)
app.command("extract", cls=Command)(extract.extract)
app.command("explain", cls=Command)(explain.explain)
app.add_typer(sources.app, name="sources")
app.add_typer(claims.app, name="claims")
app.add_typer(conflicts.app, name="conflicts")
app.add_typer(corrections.app, name="corrections")
app.add_typer(outreach.app, name="outreach")
app.command("review", cls=Command)(review.review)
app.command("report", cls=Command)(report.report)
app.add_typer(errata.app, name="errata")
app.command("export", cls=Command)(exchange.export)
app.command("import", cls=Command)(exchange.import_)
app.command("verify", cls=Command)(workspace.verify)


def run(args: Sequence[str]) -> int:
    """Run the command line on the given words. Returns the exit code."""
    try:
        typer.main.get_command(app).main(args=list(args), prog_name="factcheck")
    except SystemExit as left:
        return left.code if isinstance(left.code, int) else 1
    return 0
