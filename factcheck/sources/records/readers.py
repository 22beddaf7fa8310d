"""The readers of reference records, one for each format, and the door to the records themselves.

A record file is read entry by entry, so that its length is bounded by the file's limit alone. The
text of the document is the decoded file: a quote of a record is a quote of the file.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Iterable, Iterator

from factcheck.errors import InputError
from factcheck.model import Language
from factcheck.sources.document import Block, Document, Section, Span
from factcheck.sources.language import Scripts, document_language, han_prior, line_language, scripts
from factcheck.sources.reader import Raw, Reader
from factcheck.sources.records import bibtex
from factcheck.sources.records.record import FACT, FACT_KEYS, Parse, Record, Stated

_JSON_SIGNS = re.compile(
    r'"(?:DOI|issued|container-title|message-type|update-to|updated-by|citation-key|authorships|'
    r'is_retracted|date-parts)"|openalex\.org/|(?<![a-z])ror\.org/'
)
_ATOM = re.compile(r"\s{0,400}(?:<\?xml[^>]{0,200}\?>\s{0,100})?(?:<!DOCTYPE[^\[>]{0,200}"
                   r"(?:\[.{0,4000}?\])?\s{0,20}>\s{0,100})?<feed[\s>]", re.DOTALL)  # fmt: skip
_RIS = re.compile(r"[\s\ufeff]{0,100}TY  ?- [A-Z]{2,10}")


class RecordReader:
    """A reader of one format: how it is recognised and parsed."""

    def __init__(
        self,
        name: str,
        media_type: str,
        suffixes: tuple[str, ...],
        sign: Callable[[str], bool],
        parse: Parse,
    ) -> None:
        self.name = name
        self.version = "1"
        self.media_type = media_type
        self.suffixes = suffixes
        self._sign = sign
        self.parse = parse

    def recognises(self, raw: Raw) -> bool:
        return self._sign(raw.peek)

    def read(self, raw: Raw) -> Document:
        """The document of the records. Raises InputError for a file that holds none."""
        decoded = raw.whole
        text = decoded.text
        notes: list[str] = []
        han = han_prior(scripts(text))
        made = _Made(text, han)
        try:
            for group in _groups(self.parse(text, notes)):
                made.add(group)
        except ValueError as error:
            raise InputError(raw.name, str(error), "mend the file") from error
        if not made.blocks:
            why = notes[0] if notes else "no record found"
            raise InputError(raw.name, why, f"it was read as {self.name}")
        return Document(
            name=raw.name, snapshot=raw.snapshot(text, self), blocks=tuple(made.blocks),
            sections=tuple(made.sections), language=document_language(made.subjects),
            kind="record", notes=(*decoded.notes, *notes), exact_map=decoded.exact,
        )  # fmt: skip


class _Made:
    """The blocks and sections made so far, and the scripts of the subjects."""

    def __init__(self, text: str, han: Language) -> None:
        self.text, self.han = text, han
        self.blocks: list[Block] = []
        self.sections: list[Section] = []
        self.subjects = Scripts(0, 0, 0)

    def add(self, group: list[Record]) -> None:
        """Make the blocks and the section of a group of records."""
        first = len(self.blocks)
        for label, place, content in _places(group):
            span = _trimmed(self.text, place)
            if span.start < span.end:
                words = self.text[content.start : content.end]
                self.blocks.append(Block(
                    kind="field", start=span.start, end=span.end, content=_within(content, span),
                    label=label, language=line_language(words, "und", self.han),
                ))  # fmt: skip
        if len(self.blocks) == first:
            return
        subject = group[0].subject
        self.sections.append(Section(first=first, last=len(self.blocks), title=subject,
                                     subject=subject, level=1))  # fmt: skip
        one, other = self.subjects, scripts(subject)
        self.subjects = Scripts(one.kana + other.kana, one.han + other.han,
                                one.latin + other.latin)  # fmt: skip


def _groups(found: Iterable[Record]) -> Iterator[list[Record]]:
    """One record each; facts about one subject that follow each other are one group."""
    group: list[Record] = []
    for record in found:
        together = group and record.entry_type == FACT and record.key == group[0].key
        if group and not together:
            yield group
            group = []
        group.append(record)
    if group:
        yield group


def _places(group: list[Record]) -> Iterator[tuple[str, Span, Span]]:
    """Where the values of a group stand, in text order, none inside another: label, whole place
    and place of the value. A fact is one place, its predicate the label."""
    places: list[tuple[str, Span, Span]] = []
    for record in group:
        if record.entry_type == FACT:
            fields = record.fields
            places.append((fields["predicate"].value, record.span, fields["value"].span))
            continue
        places += [(name, stated.span, stated.span) for name, stated in record.fields.items()]
        lists: tuple[tuple[str, tuple[Stated, ...]], ...] = (
            ("author", record.authors), ("editor", record.editors),
            ("institution", record.institutions), ("alias", record.aliases))  # fmt: skip
        places += [(name, item.span, item.span) for name, items in lists for item in items]
        places += [("update", update.span, update.span) for update in record.updates]
    end = 0
    for name, span, content in sorted(places, key=lambda p: (p[1].start, -p[1].end)):
        if span.start >= end:
            yield name, span, content
            end = span.end


def _trimmed(text: str, span: Span) -> Span:
    """The span without the blanks at its ends."""
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return Span(start=start, end=max(start, span.end - len(words) + len(words.rstrip())))


def _within(content: Span, span: Span) -> Span:
    """The part of the content that lies in the span; the span itself where it is the same."""
    if content == span:
        return span
    start = min(max(content.start, span.start), span.end)
    return Span(start=start, end=max(start, min(content.end, span.end)))


def _later(module: str, function: str) -> Parse:
    """A parser whose module is loaded when a file of its format comes: most runs have none."""

    def parse(text: str, notes: list[str]) -> Iterator[Record]:
        loaded = importlib.import_module(f"factcheck.sources.records.{module}")
        read: Parse = getattr(loaded, function)
        return read(text, notes)

    return parse


def _first_line(head: str) -> str:
    return head.lstrip("\ufeff \r\n").split("\n", 1)[0]


def _is_facts_csv(head: str) -> bool:
    line = _first_line(head)
    columns = {column.strip(' "\r').casefold() for column in re.split(r"[,;\t]", line[:400])}
    return len(line) < 400 and columns >= FACT_KEYS


def _is_retraction_watch(head: str) -> bool:
    columns = set(_first_line(head).strip("\r").split(","))
    return {"RetractionNature", "OriginalPaperDOI"} <= columns


def _is_facts_toml(head: str) -> bool:
    return bool(re.search(r"^\s{0,20}\[\[\s{0,8}facts?\s{0,8}\]\]", head, re.MULTILINE)) and (
        "predicate" in head
    )


RECORD_READERS = (
    RecordReader("records-json", "application/json", (".json", ".jsonl", ".ndjson", ".csljson"),
                 lambda head: head.lstrip("\ufeff \t\r\n")[:1] in ("{", "[")
                 and bool(_JSON_SIGNS.search(head)), _later("json", "parse")),
    RecordReader("arxiv-atom", "application/atom+xml", (".atom",),
                 lambda head: bool(_ATOM.match(head)) and "Atom" in head, _later("atom", "parse")),
    RecordReader("ris", "application/x-research-info-systems", (".ris",),
                 lambda head: bool(_RIS.match(head)), _later("ris", "parse")),
    RecordReader("retraction-watch", "text/csv; header=present", (),
                 _is_retraction_watch, _later("retraction_watch", "parse")),
    RecordReader("house-facts-csv", "text/csv", (), _is_facts_csv,
                 _later("house_facts", "parse_csv")),
    RecordReader("house-facts-toml", "application/toml", (), _is_facts_toml,
                 _later("house_facts", "parse_toml")),
)  # fmt: skip
"""In the order in which they are asked."""


def record_readers() -> tuple[Reader, ...]:
    """The readers of records other than BibTeX."""
    return RECORD_READERS


def records(document: Document) -> Iterator[Record]:
    """The records of a document, decoded, one by one in text order. None for a document of no
    records."""
    name = document.snapshot.reader.partition("@")[0]
    if name == bibtex.BibtexReader.name:
        yield from bibtex.records(document)
    reader = next((r for r in RECORD_READERS if r.name == name), None)
    if reader is not None and document.kind == "record":
        yield from reader.parse(document.text, [])
