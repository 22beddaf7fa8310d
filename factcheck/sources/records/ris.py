"""RIS, the line format of reference managers: `TY  - JOUR` to `ER  -`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.sources.document import Span
from factcheck.sources.records.people import OTHERS, turned
from factcheck.sources.records.record import Record, Stated
from factcheck.sources.records.shapes import bare_doi

TAGS = {
    "TI": "title", "T1": "title", "JO": "journal", "JF": "journal", "T2": "journal",
    "BT": "journal", "JA": "journal", "PB": "publisher", "PY": "date", "Y1": "date", "DA": "date",
    "DO": "doi", "UR": "url", "SN": "isbn", "VL": "volume", "SP": "start page", "EP": "end page",
    "AB": "abstract", "N2": "abstract", "LA": "language", "ID": "key", "N1": "note",
    "C1": "note", "KW": "keywords", "M1": "number", "AN": "accession",
}  # fmt: skip
"""What the tags hold; the first of a kind counts."""
_LINE = re.compile(
    r"^\ufeff?(?P<tag>[A-Z][A-Z0-9])  ?-(?:[ \t]{1,20}(?P<value>[^\r\n]{0,100000}))?", re.MULTILINE
)
_DATE = re.compile(r"(\d{4})(?:[/-](\d{1,2})(?:[/-](\d{1,2}))?)?")


def parse(text: str, notes: list[str]) -> Iterator[Record]:
    """The records of a file; what stands outside them is noted."""
    endless: list[int] = []
    begin: int | None = None
    lines: list[re.Match[str]] = []
    for match in _LINE.finditer(text):
        tag = match["tag"]
        if tag == "TY":
            if begin is not None:
                endless.append(begin)
                yield _record(lines, begin, match.start())
            begin, lines = match.start(), [match]
        elif tag == "ER" and begin is not None:
            yield _record(lines, begin, match.end())
            begin, lines = None, []
        elif begin is not None:
            lines.append(match)
    if begin is not None:
        yield _record(lines, begin, len(text))
    notes += [f"line {text.count(chr(10), 0, at) + 1}: an entry without end" for at in endless[:20]]


def _record(lines: list[re.Match[str]], start: int, end: int) -> Record:
    fields: dict[str, Stated] = {}
    authors: list[Stated] = []
    editors: list[Stated] = []
    places: list[Stated] = []
    is_open = False
    for line in lines:
        words = (line["value"] or "").strip()
        if not words:
            continue
        at = line.start("value")
        stated = Stated(value=words, span=Span(start=at, end=at + len(words)))
        tag = line["tag"]
        if tag in ("AU", "A1", "A2", "ED"):
            if words.casefold() in OTHERS:
                is_open = True
                continue
            people = authors if tag in ("AU", "A1") else editors
            people.append(Stated(value=turned(words), span=stated.span))
        elif tag in ("AD", "PP"):
            places.append(stated)
        elif name := TAGS.get(tag):
            fields.setdefault(*_field(name, stated))
    return Record(
        entry_type=(lines[0]["value"] or "").strip().casefold(),
        key=fields["key"].value if "key" in fields else "",
        span=Span(start=start, end=end), fields=fields, authors=tuple(authors),
        editors=tuple(editors), institutions=tuple(places), open_authors=is_open,
    )  # fmt: skip


def _field(name: str, stated: Stated) -> tuple[str, Stated]:
    """The field with its value as records hold it: dates as EDTF, DOIs bare."""
    if name == "doi":
        return name, Stated(value=bare_doi(stated.value), span=stated.span)
    found = _DATE.match(stated.value) if name == "date" else None
    if found is None:
        return name, stated
    parts = [part.zfill(2) for part in found.groups() if part]
    return "year" if len(parts) == 1 else "date", Stated(value="-".join(parts), span=stated.span)
