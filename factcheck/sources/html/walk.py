"""One walk over a page's tree: lines of text with their kind, the zone they stand in, and what was
struck out or put in. Nothing is left out but scripts and styles.

Runs in the worker and alone in it imports lxml.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from lxml import etree

from factcheck.errors import InputError
from factcheck.sources.html import words
from factcheck.sources.html.line import Line, Row
from factcheck.sources.html.meta import Stated, metadata
from factcheck.sources.html.tables import data_tables
from factcheck.sources.html.zones import State, Zones

if TYPE_CHECKING:
    from lxml.etree import _Element

_BLANKS = re.compile(r"[ \t\n\r\f]{1,10000}")
_WIDE = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]")
# what stands behind them belongs to the page all the same; libxml2 would drop it
_CLOSING = re.compile(rb"</(?:html|body)[ \t\r\n]{0,20}>", re.IGNORECASE)
TEXT_LIMIT = 2_000_000
"""Bytes of text that one document may hold."""


def walk(data: bytes) -> dict[str, Any]:
    """The page as plain data: rows, metadata, hidden text, counts. Raises InputError for a page
    whose nesting would lose text."""
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_pis=True)
    try:
        root = etree.fromstring(_CLOSING.sub(b"", data), parser)
    except etree.XMLSyntaxError as error:
        raise InputError("", "no text found", "is it a page?") from error
    for entry in parser.error_log:
        if entry.level == etree.ErrorLevels.FATAL:
            raise InputError("", "nested too deeply; text would be lost", "save it as plain text")
    if root is None:
        raise InputError("", "no text found", "is it a page?")
    stated = metadata(root)
    walker = _Walker(root, stated)
    size = walker.zones.sizes.get(root, 0)
    if size > TEXT_LIMIT:  # before the work, not after it
        raise InputError("", f"{size / 1e6:.1f} MB of text; limit 2 MB", "split the document")
    walker.walk()
    return {
        "rows": [row.plain() for row in walker.rows],
        "meta": stated.pairs, "corrections": stated.corrections, "hidden": walker.hidden,
    }  # fmt: skip


class _Walker:
    """Goes through the tree without recursion; a line is flushed where a block begins or ends."""

    def __init__(self, root: _Element, stated: Stated) -> None:
        self.root = root
        self.rows: list[Row] = []
        self.hidden: list[tuple[str, int, str]] = []
        self.line = Line()
        self.soft = False
        self.stack: list[State] = [State()]
        self.pending_term = ""
        self.beside: list[Row] = []
        self.tables = data_tables(root)
        self.zones = Zones(root, stated.title)

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
            self.line.gap()
        state = self._inherit(element, tag, parent)
        if tag == "br":
            self._line_break(parent)
        elif tag == "img":
            alt = " ".join((element.get("alt") or "").split())
            if alt:
                self.beside.append(Row("caption", alt, zone=state.zone or "alt"))
        elif tag in ("td", "th") and parent.row:
            self.line.gap()
            self.line.add("| ")
        elif tag == "q":
            self.line.add("“")
        elif tag == "rt":
            self.line.add("(")
        if state.zone and not (parent.zone or parent.row or self._breaks(tag, parent)):
            state.aside, self.line = self.line, Line()
        self.stack.append(state)
        self.line.change_to(state.changed)

    def _end(self, element: _Element) -> None:
        state = self.stack.pop()
        tag = str(element.tag)
        parent = self.stack[-1]
        if tag in words.SILENT:
            self._text(element.tail)
            return
        if tag == "q":
            self.line.add("”")
        elif tag == "rt":
            self.line.add(")")
        if self._breaks(tag, parent):
            self._flush(state)
        elif self._apart(tag, parent):
            self.line.gap()
        if state.hidden and not parent.hidden:
            sample = " ".join("".join(map(str, element.itertext())).split())
            if sample:
                self.hidden.append((state.hidden, len(sample), sample[:60]))
        if state.aside is not None:
            self._step_back(state, state.aside)
        self.line.change_to(parent.changed)
        self._text(element.tail)

    def _step_back(self, state: State, line: Line) -> None:
        """End a part of a line that is the site's (a button in a heading): it stands beside."""
        self.line.close_change()
        words = "".join(self.line.buffer).strip()
        if words:
            self.beside.append(Row("paragraph", words, zone=state.zone))
        self.line = line

    @staticmethod
    def _breaks(tag: str, parent: State) -> bool:
        return not parent.row and (tag in words.BLOCKS or "-" in tag)

    @staticmethod
    def _apart(tag: str, parent: State) -> bool:
        """Whether a blank stands between the element and its neighbours."""
        inside_cell = parent.row and tag in words.BLOCKS and tag not in ("td", "th")
        return tag in words.KEPT_APART or tag in words.CONTROLS or inside_cell

    def _inherit(self, element: _Element, tag: str, parent: State) -> State:
        state = State(
            tag=tag, zone=parent.zone, fixed=parent.fixed, correction=parent.correction,
            article=parent.article or tag in ("article", "main"), depth=parent.depth,
            pre=parent.pre, code=parent.code, row=parent.row, changed=parent.changed,
            hidden=parent.hidden, coloured=parent.coloured, linked=parent.linked or tag == "a",
        )  # fmt: skip
        if not parent.row and tag not in words.BLOCKS and "-" not in tag:
            state.kind, state.level, state.marker = parent.kind, parent.level, parent.marker
        self.zones.judge(element, tag, parent, state)
        self._shape(element, tag, parent, state)
        return state

    def _shape(self, element: _Element, tag: str, parent: State, state: State) -> None:
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

    # -- text

    def _text(self, text: str | None) -> None:
        if not text:
            return
        state = self.stack[-1]
        if state.pre and not state.row:
            self._lines(text, state)
            return
        if state.tag == "rp" and text.strip() in words.RUBY_BRACKETS:
            return
        if state.tag == "sup" and len(text) <= 6 and set(text) <= words.SUPERSCRIPTABLE:
            text = text.translate(words.SUPERSCRIPT)
        pieces = _BLANKS.split(text)
        for index, piece in enumerate(pieces):
            if index and not self.line.ends_blank:
                before = self.line.buffer[-1][-1:] if self.line.buffer else ""
                glued = _WIDE.match(before) and (not piece or _WIDE.match(piece))
                if not (glued and "\n" in text):
                    self.line.add(" ")
            if piece:
                self.line.add(piece)
                if state.linked:
                    self.line.linked += sum(map(str.isalnum, piece))

    def _lines(self, text: str, state: State) -> None:
        if state.code:
            self.line.add(text)
            return
        for index, line in enumerate(text.split("\n")):
            if index:
                self._flush()
                self.soft = bool(line.strip())
            self.line.add(line.replace("\r", ""))

    def _line_break(self, parent: State) -> None:
        if parent.row or parent.kind == "heading":
            self.line.gap()
        elif parent.code:
            self.line.add("\n")
        else:
            self.soft = self._flush()

    def _flush(self, state: State | None = None) -> bool:
        """End the line. Returns whether there was one."""
        held = state or self.stack[-1]
        going_on = self.line.open_change
        self.line.close_change()
        text, changes = "".join(self.line.buffer), self.line.changes
        linked = self.line.linked
        self.line = Line()
        soft, self.soft = self.soft, False
        made = bool(text.strip())
        if made:
            self._add(text, changes, held, soft)
            if linked and linked >= sum(map(str.isalnum, text)):
                self.rows[-1].linked = True
        self.rows += self.beside
        self.beside = []
        if going_on:
            self.line.begin(going_on[0])
        return made

    def _add(self, text: str, changes: list[tuple[str, int, int]], held: State, soft: bool
             ) -> None:  # fmt: skip
        lead = len(text) - len(text.lstrip())
        if held.row:
            text = text.rstrip() + " |"
        shown = text.strip()
        moved = [(kind, _held(a - lead, shown), _held(b - lead, shown)) for kind, a, b in changes]
        row = Row(
            "code" if held.code else held.kind, shown, held.marker, held.level, soft, held.zone,
            held.correction, moved,
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

    def _first_line_done(self, held: State) -> None:
        """What goes on in an item after its first line has no marker of its own."""
        if held.kind not in ("list_item", "detail"):
            return
        for state in reversed(self.stack):
            if state.kind == held.kind and state.level == held.level:
                state.marker, state.kind = "", "paragraph"
            else:
                break


def _held(place: int, line: str) -> int:
    """A place in a line, held within it: the blanks at its ends are gone."""
    return min(max(0, place), len(line))
