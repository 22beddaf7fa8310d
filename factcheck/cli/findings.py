"""Conflicts as lines of text, as a linter shows them: `path:line:column CODE message`, then each
side in its line with the words marked, the arithmetic, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from factcheck.cli.output import Screen, escape
from factcheck.cli.width import ELLIPSIS, clip, clip_front, display_width, wrap
from factcheck.corrections.grouping import Finding, anchor, group, in_text_order
from factcheck.model import Conflict, Quote, Severity, Side, Suggestion
from factcheck.sources.document import Document

COLOURS: Mapping[Severity, str] = {
    "high": "red", "medium": "yellow", "low": "blue", "info": "dim",
}  # fmt: skip
_SIDES_SHOWN = 4
_SHORT_FIX = 56
_WORDS_WIDTH = 40
_LABEL_WIDTH = 30
_AROUND = 12
_GUTTER = 8
_LONG_WORD = 36
"""Characters of a line's words where a long word or number must not be split."""


def place(quote: Quote, documents: Mapping[str, Document]) -> str:
    """`path:line:column`; where the text is derived from the file, as that of a web page, the path
    and what a reader can look for in it: the page, else the heading above, else the block."""
    document = documents[quote.source]
    path = escape(document.name)
    if not document.exact_map:
        return f"{path} ({_landmark(document, quote.start)})" if document.blocks else path
    line, column = document.position(quote.start)
    return f"{path}:{line}:{column}"


def _landmark(document: Document, offset: int) -> str:
    page = document.page_of(offset)
    section = document.section_at(offset)
    if page is not None:
        return f"page {page}"
    if section and section.title:
        return f"§ {clip(escape(section.title), _WORDS_WIDTH)}"
    before = sum(block.start <= offset for block in document.blocks)
    return f"block {max(1, before)}"


class FindingLines:
    """Writes findings as lines for one screen. On a terminal findings of one cause are grouped and
    long lines wrapped; in a pipe every conflict has a line of its own."""

    def __init__(self, documents: Mapping[str, Document], screen: Screen) -> None:
        self._documents = documents
        self._screen = screen

    def lines(self, conflicts: Sequence[Conflict]) -> Iterator[str]:
        """All lines for the conflicts, worst places in text order."""
        if self._screen.terminal:
            findings = group(conflicts)
        else:
            findings = [Finding(conflicts=(c,)) for c in in_text_order(conflicts)]
        here = ""
        for finding in findings:
            source = anchor(finding.first).source
            if self._screen.terminal and here not in ("", source):
                yield ""
            here = source
            yield from self._finding(finding)

    def _finding(self, finding: Finding) -> Iterator[str]:
        conflict = finding.first
        yield from self._headline(finding)
        for sides in self._by_line(conflict.sides[:_SIDES_SHOWN]):
            together = self._together(sides, anchor(conflict).source) if len(sides) > 1 else []
            if together:
                yield from together
                continue
            for side in sides:
                yield from self.side(side, anchor(conflict).source)
        if len(conflict.sides) > _SIDES_SHOWN:
            yield self._margin(f"{ELLIPSIS} and {len(conflict.sides) - _SIDES_SHOWN} more sides")
        for reason in conflict.explanation:
            yield from self._wrapped("= ", escape(reason))
        if len(finding.conflicts) > 1:
            yield from self._wrapped("also ", self._other_places(finding))
        if conflict.suggestion:
            yield from self._fix(conflict.suggestion)

    def _headline(self, finding: Finding) -> Iterator[str]:
        conflict, screen = finding.first, self._screen
        count = len(finding.conflicts)
        message = escape(conflict.message) + (f" ({count} places)" if count > 1 else "")
        where = place(anchor(conflict), self._documents)
        text = f"{where} {conflict.code} {message} [{conflict.severity}]"
        lines = self._folded(text, 0, "    ")
        colour = COLOURS[conflict.severity]
        code = f" {conflict.code} "
        # painted after wrapping, so that the styles never count as columns
        lines[0] = lines[0].replace(where, screen.paint(where, "bold"), 1)
        lines[0] = lines[0].replace(code, screen.paint(code, "bold", colour), 1)
        label = f"[{conflict.severity}]"
        if lines[-1].endswith(label):
            lines[-1] = lines[-1].removesuffix(label) + screen.paint(label, colour)
        yield from lines

    def _by_line(self, sides: Sequence[Side]) -> list[list[Side]]:
        """The sides, those that follow each other in one line of one text together."""
        rows: list[list[Side]] = []
        for side in sides:
            last = rows[-1][-1].quote if rows else None
            if last is not None and self._line(last) == self._line(side.quote):
                rows[-1].append(side)
            else:
                rows.append([side])
        return rows

    def _line(self, quote: Quote) -> tuple[str, int]:
        document = self._documents.get(quote.source)
        # the start of the line, as `position` counts columns from one
        return quote.source, quote.start - document.position(quote.start)[1] if document else -1

    def _together(self, sides: Sequence[Side], home: str) -> list[str]:
        """Sides of one line under one copy of it, each marked; nothing where they do not fit or
        lie in each other."""
        ordered = sorted((s.quote for s in sides), key=lambda q: q.start)
        document = self._documents.get(ordered[0].source)
        if document is None or any(a.end > b.start for a, b in pairwise(ordered)):
            return []
        span = replace(ordered[0], end=ordered[-1].end,
                       exact=document.text[ordered[0].start : ordered[-1].end])  # fmt: skip
        columns = self._screen.width - _GUTTER
        before, words, after = snippet(document, span, columns)
        if words != escape(span.exact):
            return []
        paint = self._screen.paint
        shown, under, at = "", " " * display_width(before), span.start
        for quote in ordered:
            between, marked = (escape(document.text[a:b]) for a, b in (
                (at, quote.start), (quote.start, quote.end)))  # fmt: skip
            shown += between + paint(marked, "bold", "underline")
            under += " " * display_width(between) + "~" * max(1, display_width(marked))
            at = quote.end
        number = str(document.position(span.start)[0]) if document.exact_map else ""
        labels = dict.fromkeys(": ".join(part for part in (s.role, s.reading) if part)
                               for s in sorted(sides, key=lambda s: s.quote.start))  # fmt: skip
        label = escape("; ".join(text for text in labels if text))
        lines = [] if span.source == home else [
            self._margin(f"in {place(ordered[0], self._documents)}")]  # fmt: skip
        lines.append(paint(f"{number:>5} | ", "dim") + before + shown + after)
        if display_width(under) + 1 + display_width(label) > columns:
            return [*lines, self._margin(under), *self._wrapped("= ", label)]
        return [*lines, self._margin(f"{under} {label}".rstrip())]

    def side(self, side: Side, home: str | None = None) -> Iterator[str]:
        """One side: its line with the words marked, and what they are read as. `home` is the
        source that the reader is at; another one is named."""
        document = self._documents.get(side.quote.source)
        if document is None:
            return
        if side.quote.source != (home or side.quote.source):
            yield self._margin(f"in {place(side.quote, self._documents)}")
        number = str(document.position(side.quote.start)[0]) if document.exact_map else ""
        label = escape(": ".join(part for part in (side.role, side.reading) if part))
        columns = self._screen.width - _GUTTER
        aside = display_width(label) + 1 if display_width(label) <= _LABEL_WIDTH else 0
        before, marked, after = snippet(document, side.quote, columns, aside)
        paint = self._screen.paint
        yield (
            paint(f"{number:>5} | ", "dim") + before + paint(marked, "bold", "underline") + after
        )
        under = " " * display_width(before) + "~" * max(1, display_width(marked))
        if display_width(under) + 1 + display_width(label) > columns:
            yield self._margin(under)
            yield from self._wrapped("= ", label)
        else:
            yield self._margin(f"{under} {label}".rstrip())

    def _fix(self, fix: Suggestion) -> Iterator[str]:
        left, right = self._around(fix)
        old, new = (left + _visible(t) + right for t in (fix.quote.exact, fix.replacement))
        paint = self._screen.paint
        word = paint("help:", "bold", "green")
        if not fix.replacement:
            yield self._margin(f"{word} leave out {_visible(fix.quote.exact)}")
        elif display_width(old) + display_width(new) <= _SHORT_FIX:
            yield self._margin(f"{word} {old} → {paint(new, 'green')}")
        else:
            for lead, sign, text, colour in (
                (word, "- ", old, "red"),
                ("     ", "+ ", new, "green"),
            ):
                first, *rest = self._folded(sign + text, _GUTTER + 6, "  ")
                yield self._margin(f"{lead} {paint(first, colour)}")
                yield from (self._margin(f"      {paint(line, colour)}") for line in rest)

    def _around(self, fix: Suggestion) -> tuple[str, str]:
        """A few characters on both sides of a change that would be hard to see by itself: blanks,
        line breaks, single signs."""
        quote = fix.quote
        words = (quote.exact, fix.replacement)
        if len(quote.exact) > 1 and all(w == w.strip() and "\n" not in w for w in words):
            return "", ""
        text = self._documents[quote.source].text
        return _before(text, quote.start), _after(text, quote.end)

    def _other_places(self, finding: Finding) -> str:
        """The lines of the other places, and their words where these differ from the first's."""
        lines: dict[str, list[str]] = {"": []}
        for conflict in finding.conflicts[1:]:
            quote = anchor(conflict)
            document = self._documents[quote.source]
            line = str(document.position(quote.start)[0]) if document.exact_map else "once"
            words = "" if quote.exact == anchor(finding.first).exact else quote.exact
            lines.setdefault(clip(escape(words), _WORDS_WIDTH), []).append(line)
        return "; ".join(
            ", ".join(numbers) + (f" “{words}”" if words else "")
            for words, numbers in lines.items()
            if numbers
        )

    def _wrapped(self, mark: str, text: str) -> Iterator[str]:
        for line in self._folded(mark + text, _GUTTER, " " * len(mark)):
            yield self._margin(line)

    def _folded(self, text: str, used: int, indent: str) -> list[str]:
        """The text in lines that fit beside the columns used already; one line in a pipe."""
        if not self._screen.terminal:
            return [text]
        return wrap(text, self._screen.width - used, indent)

    def _margin(self, text: str) -> str:
        return self._screen.paint("      | ", "dim") + text


def _before(text: str, end: int) -> str:
    """The last words of a line up to an offset, with an ellipsis where they are cut."""
    first = max(0, end - _AROUND)
    while first and end - first < _LONG_WORD and _joined(text[first - 1], text[first]):
        first -= 1
    words = text[first:end]
    cut = first > 0 and "\n" not in text[first - 1 : end]
    return ELLIPSIS + escape(words.lstrip()) if cut else escape(words.rpartition("\n")[2])


def _after(text: str, start: int) -> str:
    """The first words of a line from an offset on, with an ellipsis where they are cut."""
    last = min(len(text), start + _AROUND)
    while last < len(text) and last - start < _LONG_WORD and _joined(text[last - 1], text[last]):
        last += 1
    words = text[start:last]
    cut = last < len(text) and "\n" not in text[start : last + 1]
    return escape(words.rstrip()) + ELLIPSIS if cut else escape(words.partition("\n")[0])


def _joined(left: str, right: str) -> bool:
    """Whether a cut between two characters would split a word, or a number from its unit."""
    if right.isspace() or left.isspace():
        return False
    if left.isnumeric() or (left in ".," and right.isnumeric()):
        return True
    return left.isalnum() and right.isalnum() and display_width(left + right) == 2


def snippet(document: Document, quote: Quote, columns: int, aside: int = 0) -> tuple[str, str, str]:
    """The words before, the quoted words and the words after in the quote's line, escaped and cut
    to the given width around the quote, which ends at least `aside` columns before the edge. A
    quote over several lines is cut at the first."""
    text = document.text
    first = quote.start - document.position(quote.start)[1] + 1
    reach = quote.end + columns  # looking further would cost a line's length for every finding
    last = text.find("\n", quote.start, reach)
    whole = last >= 0 or reach >= len(text)
    last = last if last >= 0 else min(reach, len(text))
    before = escape(text[max(first, quote.start - columns) : quote.start])
    if quote.start - first <= columns:
        before = before.lstrip()
    widest = columns - aside - 1
    if before:
        widest = min(widest, columns * 3 // 4)
    shown = text[quote.start : min(quote.end, last, quote.start + 2 * columns)]
    marked = clip(escape(shown) or "¶", widest)
    after = escape(text[quote.end : last].rstrip()) + ("" if whole else ELLIPSIS)
    room = columns - display_width(marked)
    right = max(min(display_width(after), max(room - display_width(before), room // 2)), aside)
    before = clip_front(before, room - right)
    return before, marked, clip(after, room - display_width(before)) if after else ""


def _visible(text: str) -> str:
    """Words of a change: escaped, a line break as the sign for one."""
    return escape(text.replace("\r\n", "\n").replace("\n", "⏎"))
