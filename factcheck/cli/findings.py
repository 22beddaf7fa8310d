"""Conflicts as lines of text, as a linter shows them: `path:line:column CODE message`, then each
side in its line with the words marked, the arithmetic, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

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


def place(quote: Quote, documents: Mapping[str, Document]) -> str:
    """`path:line:column`, or the path alone where the text is derived from the file."""
    document = documents[quote.source]
    path = escape(document.name)
    if not document.exact_map:
        return path
    line, column = document.position(quote.start)
    return f"{path}:{line}:{column}"


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
        for side in conflict.sides[:_SIDES_SHOWN]:
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
        before = text[max(0, quote.start - _AROUND) : quote.start].rpartition("\n")[2]
        after = text[quote.end : quote.end + _AROUND].partition("\n")[0]
        return escape(before), escape(after)

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
