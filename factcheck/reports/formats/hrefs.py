"""Where things stand in a report as HTML: on one page, or in the files of a folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.model import digest
from factcheck.reports.anchors import anchor
from factcheck.reports.article import Mark
from factcheck.reports.contents import Contents

PLACE_LIMIT = 200
"""Further places shown on one card; what is said of the others leads to the card."""
_NAME_LIMIT = 100
INDEX = "index.html"


class OnePage:
    """The addresses of a report on one page. An address is empty for what the report does not
    show."""

    def __init__(self, contents: Contents) -> None:
        self._articles = {view.source.slug for view in contents.sources}
        self._articles &= set(contents.articles.plans)
        self._known = {view.source.slug for view in contents.sources}
        self._unshown = {
            name: group[0][1]
            for group in contents.cards.plans
            for _, name in group[PLACE_LIMIT + 1 :]
        }

    def file(self, section: str, identity: str = "") -> str:
        """The file of a section, or of what has that identity in it; empty for this very page."""
        return ""

    def section(self, name: str) -> str:
        """A section of the report."""
        return f"{self.file(name)}#{name}"

    def card(self, name: str) -> str:
        """A finding, or the card that counts it."""
        shown = self._unshown.get(name, name)
        return f"{self.file('cards', shown)}#{shown}"

    def finding(self, mark: Mark) -> str:
        """What is said elsewhere of words that are marked in an article."""
        if not mark.target:
            return ""
        if mark.kind == "conflict":
            return self.card(mark.target)
        return f"{self.file(mark.kind, mark.target)}#{mark.target}"

    def mark(self, source: str, name: str) -> str:
        """Marked words in the text of an article."""
        return f"{self.file('article', source)}#{name}" if name and self._shows(source) else ""

    def article(self, source: str) -> str:
        """The page of an article, else its line in the table of what was read."""
        if self._shows(source):
            return f"{self.file('article', source)}#{anchor('a', source)}"
        if source in self._known:
            return f"{self.file('source', source)}#{anchor('s', source)}"
        return ""

    def _shows(self, source: str) -> bool:
        return source in self._articles


class Folder(OnePage):
    """The addresses of a report in a folder of files. `files` says in which file entries stand, by
    kind and identity: findings and what is said of marks by their anchors, sources by slug."""

    def __init__(self, contents: Contents, files: Mapping[tuple[str, str], str],
                 sections: Mapping[str, str]) -> None:  # fmt: skip
        super().__init__(contents)
        self._files = files
        self._sections = sections

    def file(self, section: str, identity: str = "") -> str:
        if section == "article":
            return article_file(identity)
        return self._files.get((section, identity), self._sections.get(section, INDEX))

    def section(self, name: str) -> str:
        first = self._sections.get(name)
        return first if first else f"{INDEX}#{name}"


def article_file(source: str) -> str:
    """The file of an article's page: a plain name of bounded length."""
    name = anchor("a", source)
    return f"{name if len(name) <= _NAME_LIMIT else 'a-' + digest('page', source)}.html"


def series_file(section: str, page: int) -> str:
    """The file of one page of a section, pages counted from 1."""
    return f"{section}-{page}.html"


def pages_of(sizes: Sequence[int], room: int) -> list[tuple[int, int]]:
    """Entries of those sizes on pages with that room, as (first, behind the last): as many on each
    as fit, and at least one. One empty page where there is no entry."""
    pages, start, held = [], 0, 0
    for place, size in enumerate(sizes):
        if held and held + size > room:
            pages.append((start, place))
            start, held = place, 0
        held += size
    return [*pages, (start, len(sizes))]
