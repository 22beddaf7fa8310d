"""HTML in a folder, for reports too long for one page: an index, every section on pages that open
at once, a page for each article. Made a file at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.resources import files
from typing import TYPE_CHECKING

from factcheck.reports.contents import Contents
from factcheck.reports.formats.hrefs import INDEX, Folder, article_file, pages_of, series_file
from factcheck.reports.formats.page import engine_of
from factcheck.reports.formats.sections import Section, sections_of

if TYPE_CHECKING:
    from jinja2 import Environment

STYLESHEET = "report.css"
ON_INDEX = frozenset({"overview", "since"})
"""Sections that stand on the index; the others have files of their own."""
Pages = list[tuple[int, int]]


def folder_files(contents: Contents) -> Iterator[tuple[str, str]]:
    """The files of a report in a folder, as (name, text); the index comes last, so that it leads to
    nothing that is not there."""
    sections = sections_of(contents)
    spread = {s.name: _pages(s) for s in sections if s.name not in ON_INDEX | {"articles"}}
    engine = engine_of(contents, _links(contents, sections, spread), STYLESHEET)
    engine.globals.update(sections=sections, file_of=series_file)
    yield STYLESHEET, _stylesheet()
    for section in sections:
        if section.name in spread:
            yield from _series(engine, section, spread[section.name])
    page = engine.get_template("article_page.html.j2")
    for article in contents.articles:
        yield article_file(article.source), page.render(article=article)
    index = [section for section in sections if section.name in ON_INDEX]
    yield INDEX, engine.get_template("index.html.j2").render(shown=index)


def _pages(section: Section) -> Pages:
    sizes = [len(section.names(place)) or 1 for place in range(len(section.items))]
    return pages_of(sizes, section.room)


def _series(engine: Environment, section: Section, pages: Pages) -> Iterator[tuple[str, str]]:
    template = engine.get_template("series.html.j2")
    for number, (start, stop) in enumerate(pages, 1):
        yield (
            series_file(section.name, number),
            template.render(section=section.part(start, stop), page=number, pages=len(pages)),
        )


def _links(contents: Contents, sections: Sequence[Section], spread: dict[str, Pages]) -> Folder:
    """In which file everything stands that is linked to."""
    where: dict[tuple[str, str], str] = {}
    for section in sections:
        for number, (start, stop) in enumerate(spread.get(section.name, ()), 1):
            file = series_file(section.name, number)
            for place in range(start, stop):
                where.update(dict.fromkeys(section.names(place), file))
    firsts = {name: series_file(name, 1) for name in spread}
    if contents.articles:
        firsts["articles"] = firsts["read"]
    return Folder(contents, where, firsts)


def _stylesheet() -> str:
    return files("factcheck.reports.formats").joinpath("templates", STYLESHEET).read_text("utf-8")
