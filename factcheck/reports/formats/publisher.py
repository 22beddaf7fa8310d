"""For the publisher: a page of corrections with the notice of each article in its own language and
a table of errata, and a feed of the same for readers who follow it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from factcheck.reports.contents import Contents, CorrectionView, Publication
from factcheck.reports.formats.links import iri, name_of
from factcheck.reports.formats.marking import inline
from factcheck.reports.publication import TOLD
from factcheck.reports.visible import ink, visible
from factcheck.reports.wording import LANGUAGES

BEFORE_ALL = "1970-01-01T00:00:00Z"
"""The time of a feed that has no entry yet: the format wants one, and no clock is asked."""


def told(contents: Contents) -> Iterator[tuple[Publication, CorrectionView]]:
    """The accepted, applied and published corrections that have a date, with their articles."""
    for publication in contents.publications:
        for view in publication.corrections:
            if view.state in TOLD and view.last:
                yield publication, view


def render_corrections(contents: Contents) -> str:
    """The corrections page in Markdown."""
    return "\n".join(_page(contents)) + "\n"


def _page(contents: Contents) -> Iterator[str]:
    yield f"# Corrections: {inline(contents.workspace)}"
    yield ""
    for publication in contents.publications:
        if not publication.notice:
            continue
        language = LANGUAGES[publication.language]
        yield f"## {inline(publication.title)}"
        yield ""
        yield f"{language}, `{publication.anchor}`"
        yield ""
        for line in publication.notice.splitlines():
            yield f"> {inline(line)}" if line.strip() else ">"
        yield ""
    rows = list(told(contents))
    yield "## Errata"
    yield ""
    if not rows:
        yield "No correction has been accepted."
        return
    yield "| Article | Place | Said | Now says | State | Date |"
    yield "|---|---|---|---|---|---|"
    for publication, view in rows:
        passage = view.change.passage
        new = ink(view.change.replacement) or "(left out)"
        cells = (publication.title, passage.place, ink(passage.words), new, view.state,
                 view.last[:10])  # fmt: skip
        yield "| " + " | ".join(map(inline, cells)) + " |"


def render_atom(contents: Contents) -> str:
    """The corrections as an Atom feed (RFC 4287), the latest first. An entry keeps its identity
    when the text around its words moves."""
    entries = sorted(told(contents), key=lambda pair: (pair[1].last, pair[1].id), reverse=True)
    updated = entries[0][1].last if entries else BEFORE_ALL
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
        f"<id>{_text(name_of('feed', contents.workspace))}</id>",
        f"<title>Corrections: {_text(contents.workspace)}</title>",
        f"<updated>{updated}</updated>",
        f"<author><name>{_text(contents.workspace)}</name></author>",
        f"<generator>factcheck, revision {_text(contents.revision)}</generator>",
    ]
    for publication, view in entries:
        lines += _entry(publication, view)
    return "\n".join([*lines, "</feed>"]) + "\n"


def _entry(publication: Publication, view: CorrectionView) -> Iterator[str]:
    language = {"und": ""}.get(publication.language, publication.language)
    yield f"<entry xml:lang={quoteattr(language)}>"
    yield f"<id>{_text(name_of('correction', view.id))}</id>"
    yield f"<title>{_text(publication.title)}</title>"
    yield f"<published>{view.first}</published>"
    yield f"<updated>{view.last}</updated>"
    yield f"<author><name>{_text(view.by)}</name></author>"
    yield f'<category term="{view.state}"/>'
    address = iri(publication.url)
    if address:
        yield f'<link rel="alternate" href={quoteattr(address)}/>'
    yield f'<content type="text">{_text(view.notice or _change(view))}</content>'
    yield "</entry>"


def _change(view: CorrectionView) -> str:
    return f"{view.change.passage.words} → {view.change.replacement}"


def _text(text: str) -> str:
    """Text of an element: escaped, with what XML cannot hold made visible."""
    return escape(_NEVER.sub("\ufffd", visible(text)))


_NEVER = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold even as a reference."""
