"""One walk over a page's tree: lines of text with their kind, the zone they stand in, and what was
struck out or put in. Nothing is left out but scripts and styles.

Runs in the worker and alone in it imports lxml.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from lxml import etree

from factcheck.errors import InputError
from factcheck.sources import html_words as words
from factcheck.sources.html_meta import Stated, metadata
from factcheck.sources.html_tables import data_tables

if TYPE_CHECKING:
    from lxml.etree import _Element

_BLANKS = re.compile(r"[ \t\n\r\f]{1,10000}")
_WIDE = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]")
TEXT_LIMIT = 2_000_000
"""Bytes of text that one document may hold."""
MARGIN = 0.5
"""Share of the page's text above which a class name alone makes nothing furniture."""


@dataclass(slots=True)
class Row:
    """One line of the page. `marker` stands before the text (`- `), `level` is a heading's depth or
    a list's nesting, `changes` are (kind, start, end) in the text, kind del or ins."""

    kind: str
    text: str
    marker: str = ""
    level: int = 0
    soft: bool = False
    zone: str = ""
    correction: bool = False
    changes: list[tuple[str, int, int]] = field(default_factory=list)

    def plain(self) -> list[Any]:
        """The row as JSON holds it: its fields in order."""
        return [getattr(self, name) for name in self.__slots__]


@dataclass(slots=True)
class _Line:
    """The line being gathered."""

    buffer: list[str] = field(default_factory=list)
    length: int = 0
    ends_blank: bool = True
    changes: list[tuple[str, int, int]] = field(default_factory=list)
    open_change: tuple[str, int] | None = None
    changed_at: int = 0


@dataclass(slots=True)
class _State:
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
    counter: int = 0
    ordered: bool = False
    aside: _Line | None = None


def walk(data: bytes) -> dict[str, Any]:
    """The page as plain data: rows, metadata, hidden text, counts. Raises InputError for a page
    whose nesting would lose text."""
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise InputError("", "no text found", "is it a page?") from error
    for entry in parser.error_log:
        if entry.level == etree.ErrorLevels.FATAL:
            raise InputError("", "nested too deeply; text would be lost", "save it as plain text")
    if root is None:
        raise InputError("", "no text found", "is it a page?")
    stated = metadata(root)
    walker = _Walker(root, stated)
    size = walker.sizes.get(root, 0)
    if size > TEXT_LIMIT:  # before the work, not after it
        raise InputError("", f"{size / 1e6:.1f} MB of text; limit 2 MB", "split the document")
    walker.walk()
    return {
        "fields": Row.__slots__,
        "rows": [row.plain() for row in walker.rows],
        "meta": stated.pairs, "corrections": stated.corrections, "hidden": walker.hidden,
    }  # fmt: skip


class _Walker:
    """Goes through the tree without recursion; a line is flushed where a block begins or ends."""

    def __init__(self, root: _Element, stated: Stated) -> None:
        self.root = root
        self.title = stated.title
        self.rows: list[Row] = []
        self.hidden: list[tuple[str, int, str]] = []
        self.line = _Line()
        self.soft = False
        self.stack: list[_State] = [_State()]
        self.pending_term = ""
        self.beside: list[Row] = []
        self.tables = data_tables(root)
        self.sizes = _sizes(root)
        self.holders = _holders(root, self.sizes)
        self.headings = sum(1 for _ in root.iter("h1"))

    def walk(self) -> None:
        events = etree.iterwalk(self.root, events=("start", "end", "comment"))
        for event, element in events:
            if event == "comment":
                self._text(element.tail)
            elif event == "start":
                if element.tag in words.SILENT:
                    events.skip_subtree()
                    self.stack.append(self.stack[-1])
                    continue
                self._start(element)
                self._text(element.text)
            else:
                self._end(element)
        self._flush()

    # -- elements

    def _start(self, element: _Element) -> None:
        tag = str(element.tag)
        parent = self.stack[-1]
        if self._breaks(tag, parent):
            self._flush()
        elif self._apart(tag, parent):
            self._gap()
        state = self._inherit(element, tag, parent)
        if tag == "br":
            self._line_break(parent)
        elif tag == "img":
            alt = " ".join((element.get("alt") or "").split())
            if alt:
                self.beside.append(Row("caption", alt, zone=state.zone or "alt"))
        elif tag in ("td", "th") and parent.row:
            self._gap()
            self._raw("| ")
        elif tag == "q":
            self._raw("“")
        elif tag == "rt":
            self._raw("(")
        if state.zone and not (parent.zone or parent.row or self._breaks(tag, parent)):
            state.aside, self.line = self.line, _Line()
        self.stack.append(state)
        self._change_to(state)

    def _end(self, element: _Element) -> None:
        state = self.stack.pop()
        tag = str(element.tag)
        parent = self.stack[-1]
        if tag in words.SILENT:
            self._text(element.tail)
            return
        if tag == "q":
            self._raw("”")
        elif tag == "rt":
            self._raw(")")
        if self._breaks(tag, parent):
            self._flush(state)
        elif self._apart(tag, parent):
            self._gap()
        if state.hidden and not parent.hidden:
            sample = " ".join("".join(map(str, element.itertext())).split())
            if sample:
                self.hidden.append((state.hidden, len(sample), sample[:60]))
        if state.aside is not None:
            self._step_back(state, state.aside)
        self._change_to(parent)
        self._text(element.tail)

    def _step_back(self, state: _State, line: _Line) -> None:
        """End a part of a line that is the site's (a button in a heading): it stands beside."""
        self._close_change()
        words = "".join(self.line.buffer).strip()
        if words:
            self.beside.append(Row("paragraph", words, zone=state.zone))
        self.line = line

    @staticmethod
    def _breaks(tag: str, parent: _State) -> bool:
        return not parent.row and (tag in words.BLOCKS or "-" in tag)

    @staticmethod
    def _apart(tag: str, parent: _State) -> bool:
        """Whether a blank stands between the element and its neighbours."""
        inside_cell = parent.row and tag in words.BLOCKS and tag not in ("td", "th")
        return tag in words.KEPT_APART or tag in words.CONTROLS or inside_cell

    def _inherit(self, element: _Element, tag: str, parent: _State) -> _State:
        state = _State(
            tag=tag, zone=parent.zone, fixed=parent.fixed, correction=parent.correction,
            article=parent.article or tag in ("article", "main"), depth=parent.depth,
            pre=parent.pre, code=parent.code, row=parent.row, changed=parent.changed,
            hidden=parent.hidden, coloured=parent.coloured,
        )  # fmt: skip
        if not parent.row and tag not in words.BLOCKS and "-" not in tag:
            state.kind, state.level, state.marker = parent.kind, parent.level, parent.marker
        self._attributes(element, tag, parent, state)
        self._shape(element, tag, parent, state)
        return state

    def _shape(self, element: _Element, tag: str, parent: _State, state: _State) -> None:
        """What kind of line the element makes."""
        level = words.HEADINGS.get(tag, 0)
        if element.get("role") == "heading":
            given = element.get("aria-level") or ""
            level = int(given) if given in ("1", "2", "3", "4", "5", "6") else level or 2
        if level:
            state.kind, state.level = "heading", level
        elif tag in ("figcaption", "caption"):
            state.kind = "caption"
        elif tag in ("ul", "ol", "menu", "dir"):
            state.depth, state.ordered = parent.depth + 1, tag == "ol"
            start = (element.get("start") or "")[:6]
            state.counter = int(start) - 1 if start.isdecimal() and start.isascii() else 0
        elif tag == "li":
            parent.counter += 1
            state.kind, state.level = "list_item", max(1, parent.depth)
            state.marker = f"{parent.counter}. " if parent.ordered else "- "
        elif tag == "dt":
            state.kind = "term"
        elif tag == "dd":
            state.kind = "detail"
        elif tag == "pre":
            state.pre = True
            state.code = any(True for _ in element.iter("code", "samp", "kbd")) or bool(
                re.search(r"highlight|code|lang|terminal|console", element.get("class") or "")
            )
        elif tag == "tr" and element in self.tables:
            state.kind, state.row = "table_row", True
        if level or tag in ("li", "dt", "dd"):
            return
        if parent.kind in ("list_item", "detail", "heading", "caption") and not parent.row:
            # the first line inside an item is the item's, whatever wraps it
            state.kind, state.level, state.marker = parent.kind, parent.level, parent.marker

    def _attributes(self, element: _Element, tag: str, parent: _State, state: _State) -> None:
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

    def _site(self, element: _Element, tag: str, names: list[str], state: _State) -> str:
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

    # -- text

    def _text(self, text: str | None) -> None:
        if not text:
            return
        state = self.stack[-1]
        if state.pre and not state.row:
            self._lines(text, state)
            return
        if state.tag in ("sup",) and len(text) <= 6 and set(text) <= words.SUPERSCRIPTABLE:
            text = text.translate(words.SUPERSCRIPT)
        pieces = _BLANKS.split(text)
        for index, piece in enumerate(pieces):
            if index and not self.line.ends_blank:
                before = self.line.buffer[-1][-1:] if self.line.buffer else ""
                glued = _WIDE.match(before) and (not piece or _WIDE.match(piece))
                if not (glued and "\n" in text):
                    self._raw(" ")
            if piece:
                self._raw(piece)

    def _lines(self, text: str, state: _State) -> None:
        if state.code:
            self._raw(text)
            return
        for index, line in enumerate(text.split("\n")):
            if index:
                self._flush()
                self.soft = bool(line.strip())
            self._raw(line.replace("\r", ""))

    def _raw(self, piece: str) -> None:
        self.line.buffer.append(piece)
        self.line.length += len(piece)
        self.line.ends_blank = piece.endswith(" ")

    def _gap(self) -> None:
        if self.line.length and not self.line.ends_blank:
            self._raw(" ")

    def _line_break(self, parent: _State) -> None:
        if parent.row or parent.kind == "heading":
            self._gap()
        elif parent.code:
            self._raw("\n")
        else:
            self.soft = self._flush()

    def _change_to(self, state: _State) -> None:
        """Close and open the marks of struck and inserted words."""
        now = self.line.open_change[0] if self.line.open_change else ""
        if state.changed == now:
            return
        self._close_change()
        if state.changed:
            if self.line.length and self.line.length == self.line.changed_at:
                self._raw(" ")
            if state.changed == "del":
                self._raw("~~")
            self.line.open_change = (state.changed, self.line.length)

    def _close_change(self) -> None:
        if self.line.open_change is None:
            return
        kind, start = self.line.open_change
        self.line.open_change = None
        if self.line.length > start:
            self.line.changes.append((kind, start, self.line.length))
            if kind == "del":
                self._raw("~~")
            self.line.changed_at = self.line.length
        elif kind == "del":
            self.line.buffer.pop()
            self.line.length -= 2

    def _flush(self, state: _State | None = None) -> bool:
        """End the line. Returns whether there was one."""
        held = state or self.stack[-1]
        going_on = self.line.open_change
        self._close_change()
        text, changes = "".join(self.line.buffer), self.line.changes
        self.line = _Line()
        soft, self.soft = self.soft, False
        made = bool(text.strip())
        if made:
            self._add(text, changes, held, soft)
        self.rows += self.beside
        self.beside = []
        if going_on:
            if going_on[0] == "del":
                self._raw("~~")
            self.line.open_change = (going_on[0], self.line.length)
        return made

    def _add(self, text: str, changes: list[tuple[str, int, int]], held: _State, soft: bool
             ) -> None:  # fmt: skip
        lead = len(text) - len(text.lstrip())
        if held.row:
            text = text.rstrip() + " |"
        row = Row(
            "code" if held.code else held.kind, text.strip(), held.marker, held.level, soft,
            held.zone, held.correction, [(kind, a - lead, b - lead) for kind, a, b in changes],
        )  # fmt: skip
        if held.kind == "term":
            row.kind = "paragraph"
        elif held.kind == "detail":
            row.kind = "paragraph"
            before = self.rows[-1] if self.rows else None
            if before is not None and self.pending_term == before.text and before.text:
                self._join_term(before, row)
                self.pending_term = ""
                self._first_line_done(held)
                return
        self.pending_term = row.text if held.kind == "term" else ""
        self.rows.append(row)
        self._first_line_done(held)

    @staticmethod
    def _join_term(before: Row, row: Row) -> None:
        """A term and what is said of it are one line: `Released: 2019`."""
        colon = "" if before.text.endswith((":", "：")) else ":"
        head = f"{before.text}{colon} "
        shift = len(head)
        before.changes += [(kind, a + shift, b + shift) for kind, a, b in row.changes]
        before.text = head + row.text
        before.correction = before.correction or row.correction

    def _first_line_done(self, held: _State) -> None:
        """What goes on in an item after its first line has no marker of its own."""
        if held.kind not in ("list_item", "detail"):
            return
        for state in reversed(self.stack):
            if state.kind == held.kind and state.level == held.level:
                state.marker, state.kind = "", "paragraph"
            else:
                break


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
