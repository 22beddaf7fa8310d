"""`factcheck explain`: what a rule looks for, why it matters, an example, how to silence it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli import output
from factcheck.cli.options import Format, ListFormat

if TYPE_CHECKING:
    from factcheck.reconcile.rules.interface import RuleDoc


def explain(
    code: Annotated[
        str | None,
        typer.Argument(
            metavar="CODE",
            help="A rule's code, or how a family begins (FC3); without one, all rules.",
        ),
    ] = None,
    form: Format = ListFormat.table,
) -> None:
    """Explain a rule, or list all of them.

    Example: factcheck explain FC301
    """
    from factcheck.reconcile import explain as page_of
    from factcheck.reconcile.rules import all_rules

    if code is None:
        _list([rule.doc for rule in all_rules()], form)
        return
    family = [r.doc for r in all_rules() if r.doc.code.startswith(code.strip().upper())]
    if len(family) > 1:
        _list(family, form)
        return
    doc = page_of(code)
    if form is ListFormat.table:
        output.emit(_page(doc, output.Screen.of_output()))
    else:
        from factcheck.cli.listing import emit_listing

        names = ("code", "version", "kind", "severity", "title", "what", "why", "example")
        row = [str(getattr(doc, name)) for name in names] + [_silence(doc)]
        emit_listing((*names, "silence"), [row], form)


def _list(docs: Sequence[RuleDoc], form: ListFormat) -> None:
    from factcheck.cli.listing import emit_listing

    rows = [(d.code, d.kind, d.severity, d.title) for d in sorted(docs, key=lambda d: d.code)]
    emit_listing(("code", "kind", "severity", "title"), rows, form)


def _page(doc: RuleDoc, screen: output.Screen) -> Iterator[str]:
    from factcheck.cli.findings import COLOURS
    from factcheck.cli.width import wrap
    from factcheck.reconcile.precision import measured_words

    colour = COLOURS[doc.severity]
    yield screen.paint(doc.code, "bold", colour) + " " + screen.paint(doc.title, "bold")
    yield screen.paint(f"{doc.kind}, severity {doc.severity}, version {doc.version}", "dim")
    parts = (("What", doc.what), ("Why", doc.why), ("Example", doc.example),
             ("Measured", measured_words(doc.code)),
             ("To silence it", _silence(doc)))  # fmt: skip
    for title, text in parts:
        yield ""
        yield screen.paint(title, "bold")
        for line in text.strip("\n").splitlines():
            blanks = "  " + " " * (len(line) - len(line.lstrip()))
            yield from (blanks + part for part in wrap(line.strip(), screen.width - len(blanks)))


def _silence(doc: RuleDoc) -> str:
    return doc.silence or (
        f"Once: factcheck check FILE --ignore {doc.code}\n"
        f'In a workspace: ignore = ["{doc.code}"] in factcheck.toml'
    )
