"""Reference records (a BibTeX entry and the like): their fields become claims of one work."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factcheck.claims.making import Maker
from factcheck.claims.reading import Reading
from factcheck.model import Claim, Date, Entity, EntityList, Identifier, Text, Value, Year
from factcheck.sources.bibtex import records
from factcheck.sources.records import Record

_VENUES = ("journal", "journaltitle", "booktitle", "publisher", "school", "institution")
_IDENTIFIERS = {"doi": ("doi", "doi"), "isbn": ("isbn", "isbn"), "url": ("url", "url"),
                "eprint": ("arxiv_id", "arxiv")}  # fmt: skip
_YEAR = re.compile(r"(?<![0-9])(?:1[5-9]|20)[0-9]{2}(?![0-9])")
_DATE = re.compile(r"(?:1[5-9]|20)[0-9]{2}-[0-9]{2}(?:-[0-9]{2})?")
_VERSION = re.compile(r"(?P<id>[0-9]{4}\.[0-9]{4,5})v(?P<version>[0-9]{1,2})$")


class Records:
    """Claims of documents of kind `record`, the title of the entry as subject."""

    name = "records"
    version = "1"

    def extract(self, reading: Reading) -> Iterable[Claim]:
        maker = Maker(reading=reading, extractor=f"{self.name}@{self.version}")
        for record in records(reading.document):
            subject = record.title or record.key
            for predicate, value, start, end in _stated(record):
                claim = maker.claim(subject, predicate, value, (start, end), modality="asserted",
                                    more={"entry": record.key} if record.key else None)  # fmt: skip
                if claim:
                    yield claim


def _stated(record: Record) -> Iterator[tuple[str, Value, int, int]]:
    fields = record.fields
    if record.title:
        span = fields["title"].span
        yield "title", Text(value=record.title), span.start, span.end
    if record.authors:
        names = tuple(author.value for author in record.authors)
        start = min(author.span.start for author in record.authors)
        end = max(author.span.end for author in record.authors)
        yield "author", EntityList(values=names, complete=not record.open_authors), start, end
    for name in ("year", "date"):
        stated = fields.get(name)
        if stated is None:
            continue
        year, date = _YEAR.search(stated.value), _DATE.search(stated.value)
        if date:
            yield ("publication_date", Date(value=date.group(), as_written=stated.value),
                   stated.span.start, stated.span.end)  # fmt: skip
        elif year:
            yield ("publication_year", Year(value=int(year.group()), as_written=stated.value),
                   stated.span.start, stated.span.end)  # fmt: skip
    venue = next((fields[name] for name in _VENUES if name in fields), None)
    if venue is not None and venue.value:
        yield "venue", Entity(value=venue.value), venue.span.start, venue.span.end
    for name in ("volume", "pages"):
        stated = fields.get(name)
        if stated is not None and stated.value:
            yield name, Text(value=stated.value), stated.span.start, stated.span.end
    for name, (predicate, scheme) in _IDENTIFIERS.items():
        stated = fields.get(name)
        if stated is None or not stated.value:
            continue
        version = _VERSION.search(stated.value) if scheme == "arxiv" else None
        value = Identifier(scheme=scheme, value=version["id"] if version else stated.value,
                           as_written=stated.value)  # fmt: skip
        yield predicate, value, stated.span.start, stated.span.end
