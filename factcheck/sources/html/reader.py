"""The reader of web pages: the worker's rows become a text of one block per line, with zones,
sections, metadata and what the page strikes out or inserts."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import cast

from factcheck.errors import InputError
from factcheck.model import Language
from factcheck.sources.assemble import assemble
from factcheck.sources.context import bulleted_fields, loose_fields, resolve
from factcheck.sources.cut import draft_of, leads_in
from factcheck.sources.decode import Decoded, refuse_long, storable
from factcheck.sources.document import PAGE_MARKUP, BlockKind, Change, Document, Span
from factcheck.sources.drafts import Draft
from factcheck.sources.fields import key_of
from factcheck.sources.html.line import Row
from factcheck.sources.html.rows import (
    changes,
    correcting,
    joined,
    line_of,
    mark_links,
    with_corrections,
)
from factcheck.sources.html.source import page_source
from factcheck.sources.language import document_language, scripts
from factcheck.sources.lines import HEAD, Line, ends_sentence, width
from factcheck.sources.metadata import add_field
from factcheck.sources.reader import Raw
from factcheck.sources.site.furniture import NOTICE_START
from factcheck.sources.worker import Json, run

_TAG = re.compile(
    r"\s{0,400}(?:<\?xml[^>]{0,400}>\s{0,100})?(?:<!--[^<>]{0,2000}-->\s{0,100}){0,5}"
    r"<(?:!doctype\s{1,20}html|html[\s>]|head[\s>]|body[\s>])",
    re.IGNORECASE,
)
MINIMUM_NOTICE = 24
"""Columns of the shortest line of a footer that is taken for a notice."""


class HtmlReader:
    """Web pages. The text is derived, so that its offsets are not those of the file."""

    name = "html"
    version = "1"
    media_type = "text/html"
    suffixes = (".html", ".htm", ".xhtml", ".shtml")

    def recognises(self, raw: Raw) -> bool:
        return bool(_TAG.match(raw.peek))

    def read(self, raw: Raw) -> Document:
        walked, encoding, notes = _walked(raw)
        meta, hidden = walked["meta"], walked["hidden"]
        page = _page(walked)
        if not page.text.strip():
            raise InputError(raw.name, "no text found (made by scripts?)",
                             "save the page as the browser shows it")  # fmt: skip
        refuse_long(page.text, raw.name)
        derived = Decoded(text=page.text, encoding=encoding, exact=False,
                          notes=(*notes, *_hidden_notes(hidden)))  # fmt: skip
        document = assemble(
            replace(raw, language=raw.language or _language(meta, page.text)), self,
            page.drafts, _stated(meta, page.titled), storable(derived),
        )  # fmt: skip
        return replace(document, changes=page.changes, corrections=page.corrections)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Page:
    """What the rows of a page make: its text, the blocks in the making, what it strikes out and
    corrects, and whether it has a heading of the first level."""

    text: str
    drafts: list[Draft]
    changes: tuple[Change, ...]
    corrections: tuple[Span, ...]
    titled: bool


def _walked(raw: Raw) -> tuple[Json, str, tuple[str, ...]]:
    """What the worker finds in the page, the encoding of its source and the notes on it; the
    source itself, several times as long as the text, is let go."""
    source = page_source(raw)
    found = run("html", source.text.encode("utf-8", "replace"), raw.name)
    return found, source.encoding, source.notes


def _page(walked: Json) -> _Page:
    """The page that the worker's rows make; the rows are let go."""
    rows = with_corrections([Row(*row) for row in walked.pop("rows")], walked["corrections"])
    if any(row.kind == "heading" and not row.zone for row in rows):
        mark_links(rows)
    text, starts = joined(rows)
    return _Page(
        text=text, drafts=_drafts(rows, starts, text), changes=tuple(changes(rows, starts)),
        corrections=tuple(
            Span(start=start, end=start + len(line_of(row)))
            for row, start, holds in zip(rows, starts, correcting(rows), strict=True)
            if holds
        ),
        titled=any(row.level == 1 and row.kind == "heading" for row in rows),
    )  # fmt: skip


def _drafts(rows: list[Row], starts: list[int], text: str) -> list[Draft]:
    """The blocks in the making. A page without headings is read as plain text is."""
    drafts = [_row_draft(row, start) for row, start in zip(rows, starts, strict=True)]
    if drafts and not any(draft.kind == "heading" and not draft.site for draft in drafts):
        return resolve(drafts, text)
    bulleted_fields(drafts)
    loose_fields(drafts)
    return drafts


def _row_draft(row: Row, start: int) -> Draft:
    """The block that one row makes."""
    kind = cast(BlockKind, row.kind)
    line = line_of(row)
    end = start + len(line)
    body = start + len(row.marker)
    draft = Draft(kind, start, end, body, line, after_blank=not row.soft)
    if kind == "heading":
        draft.rank, draft.level = "hashes", row.level
    elif kind == "list_item":
        draft.label, draft.level = row.marker.strip(), row.level
        draft.indent = row.level
        if draft.label[:1].isdigit():
            draft.kind, draft.number = "numbered_item", draft.label[:-1]
        else:
            draft.bulleted = True
            key = key_of(draft.content[:HEAD])
            draft.name = key.name if key else ""
    elif kind == "paragraph":
        draft = draft_of(Line(start, end, line, 0, not row.soft))
        if draft.kind == "paragraph" and leads_in(draft):
            draft.kind, draft.rank = "heading", "leadin"
    if row.zone and not _is_notice(row):
        draft.site = f"{PAGE_MARKUP} {row.zone}"
    if row.correction and not draft.label and draft.kind != "heading":
        draft.label = "correction"
    return draft


def _is_notice(row: Row) -> bool:
    """Whether a line of a footer or an aside is a notice of correction all the same."""
    text = row.text
    if row.zone in ("nav", "hidden", "template") or width(text) < MINIMUM_NOTICE:
        return False
    return bool(NOTICE_START.match(text)) and (ends_sentence(text) or width(text) > 60)


def _hidden_notes(hidden: Json) -> tuple[str, ...]:
    notes = [f"hidden text ({why}), {count} characters: {sample}" for why, count, sample in
             hidden[:20]]  # fmt: skip
    if len(hidden) > 20:
        notes.append(f"{len(hidden) - 20} more hidden parts")
    return tuple(notes)


def _stated(meta: Json, titled: bool) -> dict[str, str]:
    """The metadata: the first statement of each, authors joined, dates as EDTF. A page with a
    heading of its own needs no window title, which names the site as well."""
    found: dict[str, str] = {}
    people: list[str] = []
    for name, value in meta:
        if name == "author":
            if value not in people and "://" not in value:
                people.append(value)
        elif name == "arxiv":
            add_field(found, "arxiv", f"arXiv:{value}")
        elif name in ("description", "language"):
            found.setdefault(name, value)
        elif name == "page title":
            if not titled:
                found.setdefault("title", value)
        else:
            add_field(found, name, value)
    if people:
        found["authors"] = ", ".join(people)
    return found


def _language(meta: Json, text: str) -> Language | None:
    """The language that the page declares, where the text does not speak against it: templates
    declare English for anything."""
    tag = next((value for name, value in meta if name == "language"), "")
    known: dict[str, Language] = {"zh": "zh", "ja": "ja"}
    declared = known.get(tag.casefold().replace("_", "-").split("-")[0])
    return declared if declared and document_language(scripts(text)) in known else None
