"""The reader of web pages: the worker's rows become a text of one block per line, with zones,
sections, metadata and what the page strikes out or inserts."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from factcheck.errors import InputError
from factcheck.model import Language
from factcheck.sources.assemble import assemble
from factcheck.sources.context import bulleted_fields, loose_fields, resolve
from factcheck.sources.cut import draft_of, leads_in
from factcheck.sources.decode import (
    BYTE_ORDER_MARKS,
    Decoded,
    decode,
    refuse_binary,
    refuse_long,
    storable,
)
from factcheck.sources.document import BlockKind, Change, Document, Span
from factcheck.sources.drafts import Draft
from factcheck.sources.fields import key_of
from factcheck.sources.furniture import NOTICE_START
from factcheck.sources.lines import HEAD, Line, ends_sentence, width
from factcheck.sources.metadata import add_field
from factcheck.sources.reader import Raw
from factcheck.sources.worker import Json, run

_TAG = re.compile(
    r"\s{0,400}(?:<\?xml[^>]{0,400}>\s{0,100})?(?:<!--[^<>]{0,2000}-->\s{0,100}){0,5}"
    r"<(?:!doctype\s{1,20}html|html[\s>]|head[\s>]|body[\s>])",
    re.IGNORECASE,
)
_CHARSET = re.compile(
    rb"<meta[^>]{0,400}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE
)
_XML_ENCODING = re.compile(rb"^\s{0,20}<\?xml[^>]{0,200}encoding=[\"']([A-Za-z0-9_.-]{2,40})")
_SUPERSETS = {
    "iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252",
    "us-ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030",
    "gb_2312-80": "gb18030", "shift_jis": "cp932", "shift-jis": "cp932", "x-sjis": "cp932",
    "sjis": "cp932", "windows-31j": "cp932", "big5": "big5hkscs", "euc-kr": "cp949",
    "utf8": "utf-8", "utf-16": "utf-8", "utf-16le": "utf-8", "utf-16be": "utf-8",
}  # fmt: skip
"""What a declared name means in browsers; a page that can declare UTF-16 is not in UTF-16."""
_CONTROLS = re.compile("[\x01-\x08\x0b\x0e-\x1f\x7f]")
_CHARSET_BYTES = 4096
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
        decoded = _decoded(raw)
        page = run("html", decoded.text.encode("utf-8", "replace"), raw.name)
        text, drafts, changes = _drafts(page["rows"], page["corrections"])
        if not text.strip():
            raise InputError(raw.name, "no text found (made by scripts?)",
                             "save the page as the browser shows it")  # fmt: skip
        refuse_long(text, raw.name)
        notes = (*decoded.notes, *_hidden_notes(page["hidden"]))
        derived = Decoded(text=text, encoding=decoded.encoding, notes=notes, exact=False)
        language = raw.language or _declared(page["meta"])
        document = assemble(replace(raw, language=language), self, drafts, _stated(page["meta"]),
                            storable(derived))  # fmt: skip
        return replace(document, changes=tuple(changes))


def _decoded(raw: Raw) -> Decoded:
    """The page's source: by its byte order mark, what it declares, else as any text."""
    data = raw.data
    if "whole" in raw.__dict__:  # given as a string
        return _visible(raw.whole)
    refuse_binary(data, raw.name, "HTML")
    if any(data.startswith(mark) for mark, _ in BYTE_ORDER_MARKS):
        return _visible(decode(data, raw.name))
    head = data[:_CHARSET_BYTES]
    declared = _XML_ENCODING.match(head) or _CHARSET.search(head)
    if declared is None:
        return _visible(decode(data, raw.name))
    label = declared[1].decode("ascii").casefold()
    encoding = _SUPERSETS.get(label, label)
    try:
        codecs.lookup(encoding)
        text = data.decode(encoding)
    except (LookupError, UnicodeDecodeError):
        other = decode(data, raw.name)
        return _visible(replace(other, notes=(*other.notes, f"declared as {label}, which it is "
                                              f"not; read as {other.encoding}")))  # fmt: skip
    return _visible(storable(Decoded(text=text, encoding=encoding)))


def _visible(decoded: Decoded) -> Decoded:
    """Control characters, which the parser would drop, as U+FFFD."""
    text, count = _CONTROLS.subn("\ufffd", decoded.text)
    if not count:
        return decoded
    note = f"{count} control character(s) kept as U+FFFD"
    return replace(decoded, text=text, notes=(*decoded.notes, note))


def _drafts(rows: Json, corrections: list[str]) -> tuple[str, list[Draft], list[Change]]:
    """The derived text, its blocks in the making, and the changes with offsets of the text."""
    lines: list[str] = []
    made: list[Draft] = []
    changes: list[Change] = []
    position = 0
    shown = {" ".join(row["text"].split()).casefold() for row in rows}
    unseen = [words for words in corrections
              if not any(" ".join(words.split()).casefold() in line for line in shown)]  # fmt: skip
    rows = [*rows, *({**_ROW, "text": words, "correction": True} for words in unseen)]
    markup = any(row["kind"] == "heading" and not row["zone"] for row in rows)
    for row in rows:
        line = row["marker"] + row["text"]
        made.append(_row_draft(row, line, position))
        changes += _changes(row, position + len(row["marker"]), line)
        lines.append(line)
        position += len(line) + 1
    text = "\n".join(lines)
    drafts = _settled(made, text, markup)
    return text, drafts, changes


_ROW: dict[str, Any] = {"kind": "paragraph", "text": "", "marker": "", "level": 0, "soft": False,
                        "zone": "", "correction": False, "changes": []}  # fmt: skip


def _row_draft(row: Json, line: str, position: int) -> Draft:
    """The block that one row makes."""
    kind: BlockKind = row["kind"]
    start, end = position, position + len(line)
    body = start + len(row["marker"])
    draft = Draft(kind, start, end, body, line, after_blank=not row["soft"])
    if kind == "heading":
        draft.rank, draft.level = "hashes", row["level"]
    elif kind == "list_item":
        draft.label, draft.level = row["marker"].strip(), row["level"]
        draft.indent = row["level"]
        if draft.label[:1].isdigit():
            draft.kind, draft.number = "numbered_item", draft.label[:-1]
        else:
            draft.bulleted = True
            key = key_of(draft.content[:HEAD])
            draft.name = key.name if key else ""
    elif kind == "paragraph":
        draft = draft_of(Line(start, end, line, 0, not row["soft"]))
        if draft.kind == "paragraph" and leads_in(draft):
            draft.kind, draft.rank = "heading", "leadin"
    draft.site = bool(row["zone"]) and not _is_notice(row)
    if row["correction"] and not draft.label and draft.kind != "heading":
        draft.label = "correction"
    return draft


def _is_notice(row: Json) -> bool:
    """Whether a line of a footer or an aside is a notice of correction all the same."""
    text = row["text"]
    if row["zone"] in ("nav", "hidden", "template") or width(text) < MINIMUM_NOTICE:
        return False
    return bool(NOTICE_START.match(text)) and (ends_sentence(text) or width(text) > 60)


def _settled(drafts: list[Draft], text: str, markup: bool) -> list[Draft]:
    """The drafts beside their neighbours. A page without headings is read as plain text is."""
    if not markup:
        return resolve(drafts, text)
    bulleted_fields(drafts)
    loose_fields(drafts)
    return drafts


def _changes(row: Json, position: int, line: str) -> Iterable[Change]:
    """Struck and inserted words of one line; an insertion right behind a deletion replaces it."""
    removed: Span | None = None
    for kind, start, end in row["changes"]:
        span = Span(start=position + start, end=position + end)
        if kind == "del":
            if removed is not None:
                yield Change(removed=removed)
            removed = span
            continue
        between = row["text"][removed.end - position : start] if removed else ""
        if removed is not None and between.strip(" ~,→-›>(（：:"):
            yield Change(removed=removed)
            removed = None
        yield Change(removed=removed, inserted=span)
        removed = None
    if removed is not None:
        yield Change(removed=removed)


def _hidden_notes(hidden: Json) -> tuple[str, ...]:
    notes = [f"hidden text ({why}), {count} characters: {sample}" for why, count, sample in
             hidden[:20]]  # fmt: skip
    if len(hidden) > 20:
        notes.append(f"{len(hidden) - 20} more hidden parts")
    return tuple(notes)


def _stated(meta: Json) -> dict[str, str]:
    """The metadata: the first statement of each, authors joined, dates as EDTF."""
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
            found.setdefault("title", value)
        else:
            add_field(found, name, value)
    if people:
        found["authors"] = ", ".join(people)
    return found


def _declared(meta: Json) -> Language | None:
    """The language that the page declares, where it is one of ours."""
    tag = next((value for name, value in meta if name == "language"), "")
    language = tag.casefold().replace("_", "-").split("-")[0]
    known: dict[str, Language] = {"zh": "zh", "ja": "ja"}
    return known.get(language)
