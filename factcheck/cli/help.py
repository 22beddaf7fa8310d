"""Help as people read it: arguments by their names, without the types of the program."""

from __future__ import annotations

from typing import Any

import typer
from typer.core import TyperCommand

from factcheck.cli import output
from factcheck.cli.plain import make_plain


class Command(TyperCommand):
    """A command whose help lists its arguments and options in two plain tables, and whose values
    are converted without a validation library."""

    # the parser's own classes of contexts and formatters are private

    def get_params(self, ctx: Any) -> list[Any]:
        """The parameters, the help option among them, with plain converters."""
        params = super().get_params(ctx)
        make_plain(params)
        return params

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the tables."""
        params = self.get_params(ctx)
        arguments = [(str(p.metavar), str(getattr(p, "help", ""))) for p in params
                     if p.param_type_name == "argument"]  # fmt: skip
        options = [p.get_help_record(ctx) for p in params if p.param_type_name == "option"]
        for title, rows in (("Arguments", arguments), ("Options", list(filter(None, options)))):
            if rows:
                with formatter.section(title):
                    formatter.write_dl(rows)


def show_help(ctx: typer.Context) -> None:
    """Callback of a group: called alone, it prints its help."""
    if ctx.invoked_subcommand is None:
        output.emit([ctx.get_help()])
