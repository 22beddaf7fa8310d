"""Reference records and house facts: their fields become claims of one work, one organisation or
one subject."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from factcheck.claims.extractors.facts import fact_value
from factcheck.claims.making import Maker
from factcheck.claims.reading import Reading
from factcheck.model import Claim, Date, Entity, EntityList, Identifier, Text, Value, Year
from factcheck.sources.document import Span
from factcheck.sources.records.readers import records
from factcheck.sources.records.record import FACT, Record, Stated, Update

_VENUES = ("journal", "journaltitle", "booktitle", "publisher", "school", "institution")
_IDENTIFIERS = {"doi": ("doi", "doi"), "isbn": ("isbn", "isbn"), "url": ("url", "url"),
                "eprint": ("arxiv_id", "arxiv"), "ror": ("identifier", "ror"),
                "pmid": ("identifier", "pmid"), "licence": ("license", "license"),
                "license": ("license", "license")}  # fmt: skip
_DATES = ("year", "date", "date-print", "date-online", "date-posted")
_YEAR = re.compile(r"(?<![0-9])(?:1[5-9]|20)[0-9]{2}(?![0-9])")
_DATE = re.compile(r"(?:1[5-9]|20)[0-9]{2}-[0-9]{2}(?:-[0-9]{2})?")
_VERSION = re.compile(r"(?P<id>[0-9]{4}\.[0-9]{4,5})v(?P<version>[0-9]{1,2})$")
_ARXIV = re.compile(
    r"(?:arxiv\.org/(?:abs|pdf)/|10\.48550/arxiv\.|arxiv:\s?)([0-9]{4}\.[0-9]{4,5})", re.IGNORECASE
)
_RESOLVER = re.compile(r"https?://(?:dx\.)?doi\.org/", re.IGNORECASE)
LONGEST_QUOTE = 5_000
"""Characters of a list above which only its first item is quoted."""


@dataclass(frozen=True, kw_only=True)
class _Found:
    """One claim in the making."""

    predicate: str
    value: Value
    span: Span
    more: dict[str, str] = field(default_factory=dict)
    subject: str = ""


class Records:
    """Claims of documents of kind `record`, the title or name of the entry as subject."""

    name = "records"
    version = "2"

    def extract(self, reading: Reading) -> Iterable[Claim]:
        maker = Maker(reading=reading, extractor=f"{self.name}@{self.version}")
        for record in records(reading.document):
            for found in self._found(record, reading):
                more = dict(found.more)
                if record.key and record.entry_type != FACT:
                    more["entry"] = record.key
                claim = maker.claim(found.subject or record.subject, found.predicate, found.value,
                                    (found.span.start, found.span.end), modality="asserted",
                                    more=more or None)  # fmt: skip
                if claim:
                    yield claim

    def _found(self, record: Record, reading: Reading) -> Iterator[_Found]:
        if record.entry_type == FACT:
            yield from _fact(record, reading)
            return
        yield from _work(record)
        yield from _dates(record)
        yield from _identifiers(record)
        for update in record.updates:
            yield from _update(update)


def _work(record: Record) -> Iterator[_Found]:
    """Title, names, venue, institutions."""
    fields = record.fields
    if record.title:
        yield _Found(predicate="title", value=Text(value=record.title), span=fields["title"].span)
    if record.authors:
        names = tuple(author.value for author in record.authors)
        yield _Found(predicate="author", span=_extent(record.authors),
                     value=EntityList(values=names, complete=not record.open_authors))  # fmt: skip
    venue = next((fields[name] for name in _VENUES if name in fields), None)
    if venue is not None and venue.value:
        yield _Found(predicate="venue", value=Entity(value=venue.value), span=venue.span)
    for name in ("volume", "pages"):
        stated = fields.get(name)
        if stated is not None and stated.value:
            yield _Found(predicate=name, value=Text(value=stated.value), span=stated.span)
    for place in record.institutions:
        yield _Found(predicate="institution_of_work", value=Entity(value=place.value),
                     span=place.span)  # fmt: skip
    for alias in record.aliases:
        yield _Found(predicate="alias", value=Text(value=alias.value), span=alias.span)
    parent = fields.get("parent")
    if parent is not None:
        yield _Found(predicate="unit_of", value=Entity(value=parent.value), span=parent.span)


def _extent(items: tuple[Stated, ...]) -> Span:
    """From the first item to the last; the first alone where that would quote too much."""
    start = min(item.span.start for item in items)
    end = max(item.span.end for item in items)
    return Span(start=start, end=end) if end - start <= LONGEST_QUOTE else items[0].span


def _dates(record: Record) -> Iterator[_Found]:
    seen: set[str] = set()
    for name in _DATES:
        stated = record.fields.get(name)
        if stated is None:
            continue
        year, date = _YEAR.search(stated.value), _DATE.search(stated.value)
        words = date.group() if date else year.group() if year else ""
        if not words or words in seen:
            continue
        seen.add(words)
        more = {"stage": name.removeprefix("date-")} if "-" in name else {}
        value: Value = (Date(value=words, as_written=stated.value) if date
                        else Year(value=int(words), as_written=stated.value))  # fmt: skip
        yield _Found(predicate="publication_date" if date else "publication_year", value=value,
                     span=stated.span, more=more)  # fmt: skip
    founded = record.fields.get("founded")
    if founded is not None and _YEAR.fullmatch(founded.value):
        value = Year(value=int(founded.value), as_written=founded.value)
        yield _Found(predicate="founded", value=value, span=founded.span)


def _identifiers(record: Record) -> Iterator[_Found]:
    fields = record.fields
    for name, (predicate, scheme) in _IDENTIFIERS.items():
        stated = fields.get(name)
        if stated is None or not stated.value:
            continue
        if name == "url" and "doi" in fields and _RESOLVER.match(stated.value):
            continue  # the DOI once more
        words = stated.value.removeprefix("arXiv:").strip() if scheme == "arxiv" else stated.value
        version = _VERSION.search(words) if scheme == "arxiv" else None
        value = Identifier(scheme=scheme, value=version["id"] if version else words,
                           as_written=stated.value)  # fmt: skip
        yield _Found(predicate=predicate, value=value, span=stated.span,
                     more={"version": version["version"]} if version else {})  # fmt: skip
    if "eprint" in fields:
        return
    for name in ("doi", "url", "journal", "number", "note"):
        stated = fields.get(name)
        named = _ARXIV.search(stated.value) if stated else None
        if stated and named:
            value = Identifier(scheme="arxiv", value=named[1], as_written=stated.value)
            yield _Found(predicate="arxiv_id", value=value, span=stated.span)
            return


def _update(update: Update) -> Iterator[_Found]:
    """A notice, told from the side of the work that it is about; from the notice's own record also
    which work it corrects."""
    more = {name: words for name, words in (
        ("reported_by", update.source), ("as_of", update.date), ("reason", update.reason),
        ("notice", update.other if update.direction == "by" else ""),
    ) if words}  # fmt: skip
    subject = f"doi:{update.other}" if update.direction == "to" and update.other else ""
    if update.direction == "to" and not update.other:
        return
    yield _Found(predicate="publication_status", value=Text(value=update.kind), span=update.span,
                 more=more, subject=subject)  # fmt: skip
    if subject:
        value = Identifier(scheme="doi", value=update.other, as_written=update.other)
        yield _Found(predicate="corrects", value=value, span=update.span,
                     more={**more, "kind": update.kind})  # fmt: skip


def _fact(record: Record, reading: Reading) -> Iterator[_Found]:
    """A house fact: any predicate of the catalogue, its value read by the predicate's kind."""
    fields = record.fields
    predicate = reading.catalogue.get(fields["predicate"].value)
    stated = fields["value"]
    value = fact_value(predicate, stated.value, fields["unit"].value if "unit" in fields else "")
    if value is None:
        return
    names = {"as_of": "as_of", "source": "stated_by"}
    more = {name: fields[key].value for key, name in names.items() if key in fields}
    yield _Found(predicate=predicate.name, value=value, span=stated.span, more=more)
