"""The reader of Markdown: blocks by markdown-it's line ranges, the source text the offset base.

What the parser gives no block for (link definitions, rules, anything nested too deeply) is taken
up line by line, so that nothing is lost.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.sources.assemble import assemble
from factcheck.sources.context import bulleted_fields, loose_fields, resolve
from factcheck.sources.cut import draft_of, leads_in
from factcheck.sources.document import BlockKind, Document
from factcheck.sources.drafts import Draft
from factcheck.sources.fields import key_of
from factcheck.sources.front_matter import FrontMatter, front_matter_of
from factcheck.sources.language import scripts
from factcheck.sources.lines import HEAD, Line, ends_sentence, is_rule, lines_of
from factcheck.sources.markers import DATE_LINE
from factcheck.sources.reader import Raw

if TYPE_CHECKING:
    from markdown_it.token import Token

_NEWLINE = re.compile("\r\n|\n|\r")
_ITEM = re.compile(
    r"[ \t>]{0,60}(?P<marker>[-*+]|\d{1,9}[.)])[ \t]{1,8}(?:\[[ xX]\][ \t]{1,4})?(?=\S)"
)
_HEADING = re.compile(r"(?P<marker>#{1,6})[ \t]{1,20}(?=\S)")
_CLOSING_HASHES = re.compile(r"[ \t]{1,20}#{1,20}$")
_QUOTE_SIGN = re.compile(r"(?:>[ \t]{0,4}){1,20}(?=\S)")
_BOLD_LINE = re.compile(r"(?:\*\*|__)(?=\S)[^*_\n]{1,200}(?<=\S)(?:\*\*|__)$")


class MarkdownReader:
    """CommonMark with tables and front matter."""

    name = "markdown"
    version = "1"
    media_type = "text/markdown"
    suffixes = (".md", ".markdown", ".mdown", ".mkd", ".mdx", ".qmd", ".rmd")

    def recognises(self, raw: Raw) -> bool:
        """By front matter; other signs of Markdown stand in plain text just as well."""
        front = front_matter_of(raw.head)
        return front is not None and len(front.drafts) > 0 and bool(front.metadata)

    def read(self, raw: Raw) -> Document:
        text = raw.decoded.text
        front = front_matter_of(text)
        drafts = _Walk(text, front).drafts()
        bulleted_fields(drafts)
        loose_fields(drafts)
        return assemble(raw, self, drafts, front.metadata if front else None)


class _Walk:
    """One walk over the parser's tokens."""

    def __init__(self, text: str, front: FrontMatter | None) -> None:
        self.text = text
        self.front = front
        self.body_start = front.end if front else 0
        self.line_starts = [self.body_start]
        self.line_starts += [m.end() for m in _NEWLINE.finditer(text, self.body_start)]

    def drafts(self) -> list[Draft]:
        drafts = list(self.front.drafts) if self.front else []
        covered = self.body_start
        for draft in self._from_tokens():
            if draft.start < covered:
                continue
            drafts += self._gap(covered, draft.start)
            drafts.append(draft)
            covered = draft.end
        drafts += self._gap(covered, len(self.text))
        return drafts

    def _gap(self, start: int, end: int) -> list[Draft]:
        """Lines for which the parser made no block."""
        return [
            Draft("paragraph", line.start, line.end, line.start, line.text,
                  indent=line.indent, after_blank=line.after_blank)
            for line in lines_of(self.text, start, end)
            if line.text.strip("> \t")
        ]  # fmt: skip

    def _from_tokens(self) -> Iterator[Draft]:
        from factcheck.sources.markdown_tokens import tokens_of  # not needed for plain text

        depth = 0
        item_start: int | None = None
        for token in tokens_of(self.text[self.body_start :], _WANTED):
            if token.type in ("bullet_list_open", "ordered_list_open"):
                depth += 1
            elif token.type in ("bullet_list_close", "ordered_list_close"):
                depth -= 1
            elif token.type == "list_item_open" and token.map:
                item_start = token.map[0]
            elif token.map:
                yield from self._blocks(token, depth, item_start)
                item_start = None

    def _blocks(self, token: Token, depth: int, item_start: int | None) -> Iterator[Draft]:
        first, last = token.map or (0, 0)
        start, end = self._extent(first, last)
        if start >= end:
            return
        kind = _KINDS[token.type]
        if kind == "code":
            yield self._plain("code", start, end)
        elif kind == "table_row":
            yield self._plain("table_row", start, end)
        elif kind == "heading":
            yield self._heading(token, start, end)
        elif item_start is not None and item_start == first:
            yield self._item(first, end, depth)
        else:
            yield from self._paragraph(start, end)

    def _extent(self, first: int, last: int) -> tuple[int, int]:
        """Lines `first` to `last` as offsets, without the blanks around them."""
        start = self._line_start(first)
        end = self._line_start(last)
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return start, end

    def _line_start(self, line: int) -> int:
        return self.line_starts[line] if line < len(self.line_starts) else len(self.text)

    def _plain(self, kind: BlockKind, start: int, end: int) -> Draft:
        return Draft(kind, start, end, start, self.text[start:end],
                     after_blank=self._after_blank(start))  # fmt: skip

    def _after_blank(self, start: int) -> bool:
        line = bisect.bisect_right(self.line_starts, start) - 1
        return line <= 0 or not self.text[self.line_starts[line - 1] : start].strip()

    def _heading(self, token: Token, start: int, end: int) -> Draft:
        draft = self._plain("heading", start, end)
        marker = _HEADING.match(draft.text)
        if marker:
            draft.body, draft.label = start + marker.end(), marker["marker"]
            closing = _CLOSING_HASHES.search(draft.text[-60:])
            if closing:
                draft.tail = len(closing[0])
        else:  # underlined: the underline is no part of it
            lines = lines_of(self.text, start, end)
            last = lines[-2] if len(lines) > 1 else lines[-1]
            draft.extend(last.end, self.text[start : last.end])
        draft.rank, draft.level = "hashes", int(token.tag[1:] or 1)
        return draft

    def _item(self, first: int, end: int, depth: int) -> Draft:
        start = self._line_start(first)
        marker = _ITEM.match(self.text, start, end)
        body = marker.end() if marker else start
        start = marker.start("marker") if marker else self._extent(first, first + 1)[0]
        draft = self._plain("list_item", start, end)
        draft.body = max(body, start)
        draft.level = draft.indent = depth
        if marker:
            draft.label = marker["marker"]
            if draft.label[0].isdigit():
                draft.kind, draft.number = "numbered_item", draft.label[:-1]
            else:
                draft.bulleted = True
                key = key_of(draft.content[:HEAD])
                draft.name = key.name if key else ""
        return draft

    def _paragraph(self, start: int, end: int) -> list[Draft]:
        """A paragraph is one block, unless its lines are fields, captions or parts of their own."""
        drafts = [draft_of(_unquoted(line)) for line in lines_of(self.text, start, end)]
        drafts[0].after_blank = self._after_blank(start)
        if len(drafts) == 1 and _BOLD_LINE.match(drafts[0].text):
            drafts[0].kind, drafts[0].rank = "heading", "plain"
            drafts[0].body += 2
            drafts[0].tail = 2
            return drafts
        if len(drafts) == 1 and leads_in(drafts[0]):
            drafts[0].kind, drafts[0].rank = "heading", "leadin"
            return drafts
        if any(draft.kind != "paragraph" for draft in drafts) or _line_by_line(drafts):
            return resolve(drafts, self.text, markup=True)
        return [self._plain("paragraph", drafts[0].start, end)]


def _line_by_line(drafts: list[Draft]) -> bool:
    """Whether the lines of a paragraph are paragraphs themselves, as where text was pasted that
    has no empty lines: Chinese or Japanese whose lines close as sentences, or lines of a site."""
    if len(drafts) < 2:
        return False
    if any(is_rule(draft.text) or DATE_LINE.match(draft.text) for draft in drafts):
        return True
    found = scripts(" ".join(draft.text for draft in drafts))
    closed = sum(1 for draft in drafts if ends_sentence(draft.text))
    return found.cjk > found.latin and closed * 2 >= len(drafts)


def _unquoted(line: Line) -> Line:
    """The line without the signs of a block quotation."""
    sign = _QUOTE_SIGN.match(line.text)
    skip = sign.end() if sign and sign.end() < len(line.text) else 0
    return Line(line.start + skip, line.end, line.text[skip:], line.indent, line.after_blank)


_KINDS: dict[str, BlockKind] = {
    "paragraph_open": "paragraph", "heading_open": "heading", "fence": "code",
    "code_block": "code", "tr_open": "table_row", "html_block": "paragraph",
}  # fmt: skip
_LISTS = frozenset({
    "bullet_list_open", "ordered_list_open", "bullet_list_close", "ordered_list_close",
    "list_item_open",
})  # fmt: skip
_WANTED = _LISTS | _KINDS.keys()
"""The parser's tokens that are asked for."""
