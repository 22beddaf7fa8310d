"""The reader of BibTeX: every field a block, every entry a section, decoded values as records.

The file's own text is what offsets count in, so that a quote of a record is a quote of the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.model import Language
from factcheck.sources.document import Block, Document, Section, Span
from factcheck.sources.language import document_language, han_prior, line_language, scripts
from factcheck.sources.lines import lines_of
from factcheck.sources.reader import Raw
from factcheck.sources.records.bibtex_scan import ENTRY, ScannedEntry, ScannedField, scan
from factcheck.sources.records.latex import plain
from factcheck.sources.records.record import Record, Stated

MONTHS = {name: name for name in
          ("jan", "feb", "mar", "apr", "may", "jun",
           "jul", "aug", "sep", "oct", "nov", "dec")}  # fmt: skip
PEOPLE = ("author", "editor")
_BIBTEX_HEAD = re.compile(
    r"^[ \t]{0,20}@[ \t]{0,4}(?:article|book|booklet|conference|inbook|incollection|inproceedings|"
    r"manual|mastersthesis|misc|online|phdthesis|proceedings|software|dataset|techreport|report|"
    r"unpublished|thesis|string|preamble|comment)[ \t]{0,4}[{(]",
    re.IGNORECASE | re.MULTILINE,
)
_STRING = re.compile(r"@[ \t]{0,4}string", re.IGNORECASE)


class BibtexReader:
    """Bibliographies in BibTeX and BibLaTeX."""

    name = "bibtex"
    version = "1"
    media_type = "application/x-bibtex"
    suffixes = (".bib", ".bibtex")

    def recognises(self, raw: Raw) -> bool:
        first = next(iter(lines_of(raw.head)), None)
        return first is not None and bool(_BIBTEX_HEAD.match(first.head))

    def read(self, raw: Raw) -> Document:
        decoded = raw.whole
        text = decoded.text
        found = scripts(text)
        language: Language = document_language(found)
        made = _Made(text, language, han_prior(found))
        broken: list[int] = []
        for entry, record in _entries(text, broken):
            made.add(entry, record)
        made.outside(len(text))
        return Document(
            name=raw.name, snapshot=raw.snapshot(text, self), blocks=tuple(made.blocks),
            sections=tuple(made.sections), language=language, kind="record",
            notes=(*decoded.notes, *_broken_notes(text, broken)), exact_map=decoded.exact,
        )  # fmt: skip


class _Made:
    """The blocks and sections of one file made so far."""

    def __init__(self, text: str, language: Language, han: Language) -> None:
        self.text, self.language, self.han = text, language, han
        self.blocks: list[Block] = []
        self.sections: list[Section] = []
        self.position = 0

    def add(self, entry: ScannedEntry, record: Record | None) -> None:
        """Make the blocks of an entry, and a section where it is a record."""
        self.outside(entry.start)
        self.position = entry.end
        first = len(self.blocks)
        if record is not None:
            end = entry.key.end if entry.key.end > entry.key.start else entry.start + 1
            self.blocks.append(Block(
                kind="heading", start=entry.start, end=end, content=entry.key,
                language="und", label=entry.entry_type, level=1,
            ))  # fmt: skip
        for item in entry.fields:
            value = item.value
            words = self.text[value.start : value.end]
            self.blocks.append(Block(
                kind="field", start=item.start, end=item.end, content=value, label=item.name,
                language=line_language(words, self.language, self.han),
            ))  # fmt: skip
        if record is not None:
            self.sections.append(Section(
                first=first, last=len(self.blocks), title=record.title,
                subject=record.title or record.key, heading=first, level=1,
            ))  # fmt: skip

    def outside(self, end: int) -> None:
        """Comments and broken entries, line by line: kept, and no part of any record."""
        for line in lines_of(self.text, self.position, end):
            self.blocks.append(Block(
                kind="paragraph", start=line.start, end=line.end,
                content=Span(start=line.start, end=line.end), zone="furniture",
                language=line_language(line.text, self.language, self.han),
            ))  # fmt: skip


def records(document: Document) -> Iterator[Record]:
    """The records of a document that this reader made, decoded, in text order. None for documents
    of other readers."""
    if document.kind == "record" and document.snapshot.media_type == BibtexReader.media_type:
        yield from (record for _, record in _entries(document.text, []) if record)


def _entries(text: str, broken: list[int]) -> Iterator[tuple[ScannedEntry, Record | None]]:
    """Every entry with its record, None for one that defines strings."""
    strings = _strings(text)
    for entry in scan(text, broken):
        is_record = entry.entry_type != "string"
        yield entry, _record(text, entry, strings) if is_record else None


def _strings(text: str) -> dict[str, str]:
    """What the names of strings stand for, wherever in the file they are defined."""
    strings = dict(MONTHS)
    if _STRING.search(text):
        for entry in scan(text, []):
            for item in entry.fields if entry.entry_type == "string" else ():
                strings[item.name] = _written(text, item, strings)
    return strings


def _record(text: str, entry: ScannedEntry, strings: dict[str, str]) -> Record:
    fields: dict[str, Stated] = {}
    people: dict[str, list[Stated]] = {name: [] for name in PEOPLE}
    open_list = False
    for item in entry.fields:
        written = _written(text, item, strings)
        if item.name in people and item.name not in fields:
            for name, span in _split_people(text, item, written):
                if name.casefold() == "others":
                    open_list = open_list or item.name == "author"
                elif value := plain(_reading_order(name)):
                    people[item.name].append(Stated(value=value, span=span))
        fields.setdefault(item.name, Stated(value=plain(written), span=item.value))
    return Record(
        entry_type=entry.entry_type, key=text[entry.key.start : entry.key.end],
        span=Span(start=entry.start, end=entry.end), fields=fields,
        authors=tuple(people["author"]), editors=tuple(people["editor"]), open_authors=open_list,
    )  # fmt: skip


def _written(text: str, item: ScannedField, strings: dict[str, str]) -> str:
    """The value as written, with names of strings replaced."""
    parts = []
    for span, bare in item.parts:
        words = text[span.start : span.end]
        parts.append(strings.get(words.casefold(), words) if bare else words)
    return "".join(parts)


_AND = re.compile(r"\s{1,200}and\s{1,200}|[{}\\]", re.IGNORECASE)


def _split_people(text: str, item: ScannedField, written: str) -> list[tuple[str, Span]]:
    """The names between `and`s that stand outside braces, as written, each with its place. Where
    the value was put together from parts, the place is the whole value."""
    single = len(item.parts) == 1 and not item.parts[0][1]
    names: list[tuple[str, Span]] = []
    depth = begin = 0
    skip = -1
    for match in [*_AND.finditer(written), None]:
        if match is None:
            start, end, following = begin, len(written), 0
        elif match.start() == skip:
            continue
        elif match[0] in "{}":
            depth += 1 if match[0] == "{" else -1
            continue
        elif match[0] == "\\":
            skip = match.end()
            continue
        elif depth > 0:
            continue
        else:
            start, end, following = begin, match.start(), match.end()
        name = written[start:end]
        lead = len(name) - len(name.lstrip())
        name = name.strip()
        if name:
            at = item.value.start + start + lead
            span = Span(start=at, end=at + len(name)) if single else item.value
            names.append((name, span))
        begin = following
    return names


def _reading_order(name: str) -> str:
    """`Doe, Jane` as `Jane Doe`, `Doe, Jr., Jane` as `Jane Doe Jr.`; a name in braces stays."""
    if name.startswith("{") and name.endswith("}"):
        return name
    parts: list[str] = []
    depth = begin = 0
    for index, character in enumerate(name):
        depth += (character == "{") - (character == "}")
        if character == "," and depth <= 0:
            parts.append(name[begin:index].strip())
            begin = index + 1
    parts.append(name[begin:].strip())
    if len(parts) == 1:
        return name
    return " ".join(part for part in (parts[-1], parts[0], *parts[1:-1]) if part)


def _broken_notes(text: str, broken: list[int]) -> tuple[str, ...]:
    notes = []
    for start in broken[:20]:
        head = ENTRY.match(text, start)
        line = text.count("\n", 0, start) + 1
        notes.append(f"line {line}: broken entry {head[0] if head else ''}… skipped")
    if len(broken) > 20:
        notes.append(f"{len(broken) - 20} more broken entries skipped")
    return tuple(notes)
