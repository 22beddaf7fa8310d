"""Which parts of a page are the article, which the site, which hidden, and which correct: judged
from elements, roles and names when the walk enters them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from factcheck.sources.html import words
from factcheck.sources.html.line import Line

if TYPE_CHECKING:
    from lxml.etree import _Element

MARGIN = 0.5
"""Share of the page's text above which a class name alone makes nothing furniture."""


@dataclass(slots=True)
class State:
    """What holds inside an element: handed down to its children."""

    tag: str = ""
    zone: str = ""
    fixed: bool = False
    correction: bool = False
    article: bool = False
    depth: int = 0
    kind: str = "paragraph"
    level: int = 0
    marker: str = ""
    pre: bool = False
    code: bool = False
    row: bool = False
    changed: str = ""
    hidden: str = ""
    coloured: bool = False
    linked: bool = False
    counter: int = 0
    ordered: bool = False
    aside: Line | None = None


class Zones:
    """Judges the elements of one page. `sizes` are the bytes of text in each element."""

    def __init__(self, root: _Element, title: str) -> None:
        self.root = root
        self.title = title
        self.sizes = _sizes(root)
        self.holders = _holders(root, self.sizes)
        self.headings = sum(1 for _ in root.iter("h1"))

    def judge(self, element: _Element, tag: str, parent: State, state: State) -> None:
        """Set the zone of an element, and what it hides, strikes, inserts or corrects."""
        marked = bool(element.attrib)
        style = (element.get("style") or "")[:2000] if marked else ""
        if tag in words.REMOVED or words.STRUCK.search(style):
            state.changed = "del"
        elif tag == "ins":
            state.changed = "ins"
        if marked and not parent.hidden:
            state.coloured = parent.coloured or bool(
                words.BACKGROUND.search(style) or element.get("bgcolor")
            )
            state.hidden = _hiding(element, style, state.coloured)
        names = _names(element) if marked else []
        if not state.correction and self._corrects(element, names):
            state.correction, state.zone = True, ""
        if not (state.zone or state.correction):
            state.zone = self._site(element, tag, names, state)
        if state.hidden and not parent.hidden and not state.zone and not self._is_most(element):
            state.zone = "hidden"

    def _corrects(self, element: _Element, names: list[str]) -> bool:
        if element.tag in ("html", "body", "main", "article", "a") or self._is_most(element):
            return False
        if element.get("role") in words.CORRECTION_ROLES:
            return True
        label = (element.get("aria-label") or element.get("data-label") or "")[:80]
        if any(words.is_correction_name(name) for name in names):
            return True
        return bool(words.CORRECTION_LABEL.match(label or _headed(element)))

    def _site(self, element: _Element, tag: str, names: list[str], state: State) -> str:
        """Why the element is the site's and not the article's, empty when it is not."""
        role = element.get("role") or ""
        if tag == "nav" or role in ("navigation", "search", "menu", "menubar"):
            return "nav"
        if tag in words.CONTROLS:
            return tag
        if tag in ("html", "body", "main", "article") or role in words.BODY_ROLES:
            return ""
        if self._is_most(element) or element in self.holders:
            return ""
        if tag in ("header", "footer", "aside") and not state.article:
            return "" if tag == "header" and self._holds_title(element) else tag
        if role in words.FURNITURE_ROLES:
            return role
        return next((name for name in names if words.is_site_name(name)), "")

    def _is_most(self, element: _Element) -> bool:
        return self.sizes.get(element, 0) > self.sizes.get(self.root, 0) * MARGIN

    def _holds_title(self, element: _Element) -> bool:
        """Whether a page's header holds the title of the article and not the name of the site."""
        heading = next(element.iter("h1"), None)
        if heading is None or self.headings != 1:
            return False
        text = " ".join("".join(map(str, heading.itertext())).split()).casefold()
        return bool(text) and self.title.casefold().startswith(text)


def _sizes(root: _Element) -> dict[_Element, int]:
    """Bytes of text in every element, in one pass."""
    sizes: dict[_Element, int] = {}
    for _, element in etree.iterwalk(root, events=("end",)):
        if not isinstance(element.tag, str) or element.tag in words.SILENT:
            continue
        own = len((element.text or "").strip().encode())
        for child in element:
            own += sizes.get(child, 0) + len((child.tail or "").strip().encode())
        sizes[element] = own
    return sizes


def _headed(element: _Element) -> str:
    """The short heading with which a part of a page begins, empty when it begins otherwise."""
    first = next(iter(element), None)
    if first is None or first.tag not in words.OPENERS or (element.text or "").strip():
        return ""
    text = " ".join("".join(map(str, first.itertext())).split())
    return text if len(text) <= words.LONGEST_OPENER else ""


def _holders(root: _Element, sizes: dict[_Element, int]) -> set[_Element]:
    """The elements around a `main` or `article` that holds a good part of the page's text."""
    holders: set[_Element] = set()
    for article in root.iter("main", "article"):
        if sizes.get(article, 0) * 5 < sizes.get(root, 0):
            continue
        for element in article.iterancestors():
            if element in holders:
                break
            holders.add(element)
    return holders


def _names(element: _Element) -> list[str]:
    names = (element.get("class") or "")[:1000].split()
    for attribute in ("id", "itemprop", "data-type", "data-component", "data-testid", "epub:type"):
        value = element.get(attribute)
        if value:
            names.append(value[:200])
    return names


def _hiding(element: _Element, style: str, coloured: bool) -> str:
    """How the element is hidden from a reader, empty when it is not; `coloured` when it stands on
    a background of its own."""
    if element.get("hidden") is not None and element.get("hidden") != "until-found":
        return "hidden"
    if element.tag == "template":
        return "template"
    if style:
        for pattern, name in words.HIDING:
            if pattern.search(style):
                return name
        if words.WHITE.search(style) and not coloured:
            return "white text"
    return ""
