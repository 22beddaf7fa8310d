"""The readers of reference records, one for each format, and the door to the records themselves.

A record file is read entry by entry, so that its length is bounded by the file's limit alone. The
text of the document is the decoded file: a quote of a record is a quote of the file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from factcheck.errors import InputError
from factcheck.sources import atom, bibtex, house_facts, retraction_watch, ris
from factcheck.sources.document import Block, Document, Section, Span
from factcheck.sources.json_spans import Damaged, entries
from factcheck.sources.language import Scripts, document_language, han_prior, line_language, scripts
from factcheck.sources.reader import Raw, Reader
from factcheck.sources.record_shapes import record_of
from factcheck.sources.records import Record, RecordFile, Stated

_JSON_SIGNS = re.compile(
    r'"(?:DOI|issued|container-title|message-type|update-to|updated-by|citation-key|authorships|'
    r'is_retracted|date-parts)"|openalex\.org/|(?<![a-z])ror\.org/'
)
_ATOM = re.compile(r"\s{0,400}(?:<\?xml[^>]{0,200}\?>\s{0,100})?(?:<!DOCTYPE[^\[>]{0,200}"
                   r"(?:\[.{0,4000}?\])?\s{0,20}>\s{0,100})?<feed[\s>]", re.DOTALL)  # fmt: skip
_RIS = re.compile(r"[\s\ufeff]{0,100}TY  ?- [A-Z]{2,10}")
SHOWN_NOTES = 20


class RecordReader:
    """A reader of one format: how it is recognised and parsed."""

    def __init__(
        self,
        name: str,
        media_type: str,
        suffixes: tuple[str, ...],
        sign: Callable[[str], bool],
        parse: Callable[[str], RecordFile],
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
        try:
            found = self.parse(text)
        except ValueError as error:
            raise InputError(raw.name, str(error), "mend the file") from error
        if not found.records:
            why = found.notes[0] if found.notes else "no record found"
            raise InputError(raw.name, why, f"known forms of {self.name}: docs/sources")
        language = document_language(_scripts(text, found.records))
        han = han_prior(_scripts(text, found.records))
        blocks: list[Block] = []
        sections: list[Section] = []
        for group in _groups(found.records):
            first = len(blocks)
            for label, span in _places(group):
                words = text[span.start : span.end]
                blocks.append(
                    Block(
                        kind="field",
                        start=span.start,
                        end=span.end,
                        content=span,
                        label=label,
                        language=line_language(words, language, han),
                    )
                )
            if len(blocks) > first:
                sections.append(Section(first=first, last=len(blocks), title=group[0].subject,
                                        subject=group[0].subject, level=1))  # fmt: skip
        return Document(
            name=raw.name, snapshot=raw.snapshot(text, self), blocks=tuple(blocks),
            sections=tuple(sections), language=language, kind="record",
            notes=(*decoded.notes, *found.notes), exact_map=decoded.exact,
        )  # fmt: skip


def _scripts(text: str, found: tuple[Record, ...]) -> Scripts:
    titles = "\n".join(record.subject for record in found[:2000])
    return scripts(titles)


def _groups(found: tuple[Record, ...]) -> Iterator[list[Record]]:
    """One record each; facts about one subject that follow each other are one group."""
    group: list[Record] = []
    for record in found:
        together = group and record.entry_type == house_facts.FACT and record.key == group[0].key
        if group and not together:
            yield group
            group = []
        group.append(record)
    if group:
        yield group


def _places(group: list[Record]) -> Iterator[tuple[str, Span]]:
    """Where the values of a group stand, in text order, none inside another."""
    places: list[tuple[str, Span]] = []
    for record in group:
        places += [(name, stated.span) for name, stated in record.fields.items()]
        lists: tuple[tuple[str, tuple[Stated, ...]], ...] = (
            ("author", record.authors), ("editor", record.editors),
            ("institution", record.institutions), ("alias", record.aliases))  # fmt: skip
        places += [(name, stated.span) for name, items in lists for stated in items]
        places += [("update", update.span) for update in record.updates]
    end = 0
    for name, span in sorted(places, key=lambda place: (place[1].start, -place[1].end)):
        if span.start >= end and span.end > span.start:
            yield name, span
            end = span.end


def _parse_json(text: str) -> RecordFile:
    broken: list[Damaged] = []
    found: list[Record] = []
    unknown = 0
    for entry in entries(text, broken):
        record = record_of(entry)
        if record is None:
            unknown += 1
        else:
            found.append(record)
    for damage in broken:
        if damage.why == "invalid Unicode":
            raise ValueError(f"invalid Unicode in {_field_before(text, damage.at)}")
    notes = [f"line {text.count(chr(10), 0, d.at) + 1}: damaged JSON: {d.why}"
             for d in broken[:SHOWN_NOTES]]  # fmt: skip
    if len(broken) > SHOWN_NOTES:
        notes.append(f"{len(broken) - SHOWN_NOTES} more damaged entries")
    if unknown:
        notes.append(f"{unknown} entries of no known form (CSL-JSON, Crossref, OpenAlex, ROR)")
    return RecordFile(records=tuple(found), notes=tuple(notes))


def _field_before(text: str, at: int) -> str:
    """The name of the field whose value begins at `at`."""
    names = re.findall(r'"([^"\\]{1,60})"\s{0,20}:', text[max(0, at - 200) : at])
    return f"field {names[-1]}" if names else "a name"


def _first_line(head: str) -> str:
    return head.lstrip("\ufeff \r\n").split("\n", 1)[0]


def _is_facts_csv(head: str) -> bool:
    line = _first_line(head)
    return len(line) < 400 and set(house_facts.header_of(line)) >= house_facts.NEEDED


def _is_facts_toml(head: str) -> bool:
    return bool(re.search(r"^\s{0,20}\[\[\s{0,8}facts?\s{0,8}\]\]", head, re.MULTILINE)) and (
        "predicate" in head
    )


RECORD_READERS = (
    RecordReader("records-json", "application/json", (".json", ".jsonl", ".ndjson", ".csljson"),
                 lambda head: head.lstrip("\ufeff \t\r\n")[:1] in ("{", "[")
                 and bool(_JSON_SIGNS.search(head)), _parse_json),
    RecordReader("arxiv-atom", "application/atom+xml", (".atom",),
                 lambda head: bool(_ATOM.match(head)) and "Atom" in head, atom.parse),
    RecordReader("ris", "application/x-research-info-systems", (".ris",),
                 lambda head: bool(_RIS.match(head)), ris.parse),
    RecordReader("retraction-watch", "text/csv; header=present", (".csv-retraction-watch",),
                 lambda head: {"RetractionNature", "OriginalPaperDOI"}
                 <= set(_first_line(head).strip("\r").split(",")), retraction_watch.parse),
    RecordReader("house-facts-csv", "text/csv", (".csv-facts",), _is_facts_csv,
                 house_facts.parse_csv),
    RecordReader("house-facts-toml", "application/toml", (".toml-facts",), _is_facts_toml,
                 house_facts.parse_toml),
)  # fmt: skip
"""In the order in which they are asked."""


def record_readers() -> tuple[Reader, ...]:
    """The readers of records other than BibTeX."""
    return RECORD_READERS


def records(document: Document) -> tuple[Record, ...]:
    """The records of a document, decoded, in text order. Empty for a document of no records."""
    name = document.snapshot.reader.partition("@")[0]
    if name == bibtex.BibtexReader.name:
        return bibtex.records(document)
    reader = next((r for r in RECORD_READERS if r.name == name), None)
    if reader is None or document.kind != "record":
        return ()
    return reader.parse(document.text).records
