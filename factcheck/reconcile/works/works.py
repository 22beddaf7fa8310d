"""The works that documents speak of, and which reference record each of them has: looked up by
identifier first, then by title with a second field. What was not found is told apart by why."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from factcheck.claims import Extraction
from factcheck.model import Claim, Date, Entity, EntityList, Identifier, Text, Year, fold
from factcheck.reconcile.works.same_work import Description, main_title, same_work, title_key
from factcheck.sources.document import Document

Status = Literal[
    "match", "mismatch", "ambiguous", "not_found", "not_in_this_registry", "unavailable"
]  # fmt: skip
SCHEMES = ("arxiv", "doi", "isbn", "pmid")
_ARXIV_YEAR = re.compile(r"^(\d{2})(\d{2})\.\d{4,5}")
_ARXIV_DOI = re.compile(r"10\.48550/arxiv\.(\d{4}\.\d{4,5})(?:v\d{1,2})?$", re.IGNORECASE)
_ADDRESS = re.compile(
    r"^(?:https?://)?(?:dx\.)?(?:doi\.org|arxiv\.org/(?:abs|pdf))/|^(?:doi|arxiv):\s?"
)
_SLOTS = {
    "title": "titles", "publication_year": "years", "publication_date": "dates",
    "author": "authors", "arxiv_id": "identifiers", "doi": "identifiers", "isbn": "identifiers",
    "identifier": "identifiers", "url": "addresses", "publication_status": "statuses",
}  # fmt: skip
_BY_DOI = "doi:"
"""Prefix of a subject that is a work named by its identifier alone."""


@dataclass(kw_only=True)
class Work:
    """What one document says of one work, as the claims that say it."""

    document: Document
    titles: list[Claim] = field(default_factory=list)
    years: list[Claim] = field(default_factory=list)
    dates: list[Claim] = field(default_factory=list)
    authors: list[Claim] = field(default_factory=list)
    identifiers: list[Claim] = field(default_factory=list)
    addresses: list[Claim] = field(default_factory=list)
    statuses: list[Claim] = field(default_factory=list)
    doi: str = ""
    """The identifier by which a notice names the work that it is about."""
    also: list[Work] = field(default_factory=list)
    """Other records of the same work: another registry's, or its preprint's."""

    def ids(self) -> dict[str, str]:
        """Bare identifiers by scheme; an arXiv paper's DOI is its arXiv number as well."""
        found: dict[str, str] = {"doi": self.doi} if self.doi else {}
        for claim in self.identifiers:
            if isinstance(claim.value, Identifier) and claim.value.scheme in SCHEMES:
                found.setdefault(claim.value.scheme, bare_identifier(claim.value))
        arxiv = _ARXIV_DOI.match(found.get("doi", ""))
        if arxiv:
            found.setdefault("arxiv", arxiv.group(1))
        return found

    def all_ids(self) -> set[tuple[str, str]]:
        """Identifiers of the work in every record of it."""
        return set(self.ids().items()).union(*(other.ids().items() for other in self.also))

    def told_statuses(self) -> list[tuple[Work, Claim]]:
        """What every record says became of the work, beside the record that says it."""
        return [(one, claim) for one in (self, *self.also) for claim in one.statuses]

    def words_of_titles(self) -> list[str]:
        return [claim.value.value for claim in self.titles if isinstance(claim.value, Text)]

    def all_years(self) -> set[int]:
        """Every year in which the work came out in some form, by any record of it."""
        years = {claim.value.value for claim in self.years if isinstance(claim.value, Year)}
        for claim in self.dates:
            if isinstance(claim.value, Date) and claim.value.value[:4].isdigit():
                years.add(int(claim.value.value[:4]))
        found = _ARXIV_YEAR.match(self.ids().get("arxiv", ""))
        if found:
            years.add(2000 + int(found.group(1)))
        return years.union(*(other.all_years() for other in self.also))

    def names(self) -> list[str]:
        names: list[str] = []
        for claim in self.authors:
            if isinstance(claim.value, EntityList):
                names.extend(claim.value.values)
            elif isinstance(claim.value, Entity):
                names.append(claim.value.value)
        return names

    def complete(self) -> bool:
        return any(isinstance(c.value, EntityList) and c.value.complete for c in self.authors)

    @cached_property
    def description(self) -> Description:
        """The fields by which works are told apart. Names in other scripts than the records' say
        neither yes nor no, so only Latin ones are compared."""
        return Description(
            titles=self.words_of_titles(), names=[n for n in self.names() if n.isascii()],
            years=frozenset(self.all_years()), ids=self.ids(),
        )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What the records say of one work. `record` is the one that matched, or, for a mismatch, the
    one that the identifier leads to; `by` says what matched."""

    status: Status
    work: Work
    record: Work | None = None
    by: str = ""


class Registry:
    """The reference records at hand, ready to be asked."""

    def __init__(self, records: Iterable[Work], *, complete: bool = True) -> None:
        """`complete` is False where a file of records could not be read: what is not found may
        then stand in it."""
        self._complete = complete
        self._by_id: dict[tuple[str, str], Work] = {}
        self._by_title: dict[str, list[Work]] = {}
        self._kept: set[str] = set()
        for record in sorted(records, key=lambda record: bool(record.doi)):
            self._add(record)

    def _add(self, record: Work) -> None:
        """Files a record, or lays it beside an earlier one of the same work."""
        pairs = set(record.ids().items())
        self._kept.update(_registry(*pair) for pair in pairs)
        candidates = [self._by_id[pair] for pair in sorted(pairs) if pair in self._by_id]
        candidates += [
            w for key in sorted(_title_keys(record)) for w in self._by_title.get(key, ())
        ]
        ours = record.description
        same = (w for w in candidates if same_work(w.description, ours) == "match")
        known = next(same, None)
        if known is not None:
            known.also.append(record)
        for pair in pairs:
            self._by_id.setdefault(pair, known or record)
        if known is None:
            for key in _title_keys(record):
                self._by_title.setdefault(key, []).append(record)

    def ask(self, work: Work) -> Answer:
        """The record of a work, or why there is none: an identifier that leads to another work is
        a mismatch, two records that fit are ambiguous, and an identifier of a scheme or prefix
        that no record here has is not in this registry."""
        ids = work.ids()
        for pair in sorted(ids.items()):
            record = self._by_id.get(pair)
            if record is not None:
                same = same_work(work.description, record.description)
                if same == "mismatch" or not work.titles:
                    status: Status = "mismatch" if work.titles else "match"
                else:
                    status = same
                return Answer(status=status, work=work, record=record, by=" ".join(pair))
        fitting, unsure = self._by_its_title(work)
        if len(fitting) == 1:
            return Answer(status="match", work=work, record=fitting[0], by="title")
        if fitting or unsure:
            return Answer(status="ambiguous", work=work)
        if not self._complete:
            return Answer(status="unavailable", work=work)
        if ids and not any(_registry(*pair) in self._kept for pair in ids.items()):
            return Answer(status="not_in_this_registry", work=work)
        return Answer(status="not_found", work=work)

    def _by_its_title(self, work: Work) -> tuple[list[Work], bool]:
        """The records that are the same work by title and another field, and whether any might
        be."""
        found: dict[int, Work] = {}
        unsure = False
        for key in sorted(_title_keys(work)):
            for record in self._by_title.get(key, ()):
                same = same_work(work.description, record.description)
                unsure = unsure or same == "ambiguous"
                if same == "match":
                    found[id(record)] = record
        exact = [r for r in found.values() if _whole_titles(r) & _whole_titles(work)]
        return exact or list(found.values()), unsure


def works(extraction: Extraction) -> list[Work]:
    """The works of one document: in a record file one per entry, elsewhere one per subject."""
    document = extraction.document
    found: dict[tuple[str, int], Work] = {}
    for claim in extraction.claims:
        slot = _SLOTS.get(claim.predicate)
        if slot is None or claim.qualifier("role") == "citation":
            continue
        if claim.qualifier("translation_of"):
            continue
        named = claim.subject.removeprefix(_BY_DOI) if claim.subject.startswith(_BY_DOI) else ""
        if document.kind == "record" and not named:
            key = ("", _entry(document, claim))
        else:
            key = (title_key(claim.subject), 0)
        if slot == "identifiers" and document.kind != "record" and key in found:
            key = _own_identifier(found[key], claim, key)
        work = found.setdefault(key, Work(document=document, doi=fold(named)))
        getattr(work, slot).append(claim)
    return [work for work in found.values() if work.titles or work.ids()]


def _own_identifier(work: Work, claim: Claim, key: tuple[str, int]) -> tuple[str, int]:
    """Where an article gives a second identifier of one scheme under one subject, it names another
    work, of which nothing else is known."""
    scheme, bare = _pair(claim)
    known = work.ids().get(scheme)
    return key if known is None or known == bare else (f"{scheme} {bare}", 0)


def answers(extractions: Sequence[Extraction], *, complete: bool = True) -> Iterator[Answer]:
    """What the records among the documents say of every work that the others name; nothing where
    no records are given."""
    records = [w for e in extractions if e.document.kind == "record" for w in works(e)]
    if not records:
        return
    registry = Registry(records, complete=complete)
    for extraction in extractions:
        if extraction.document.kind != "record":
            yield from (registry.ask(work) for work in works(extraction))


def bare_identifier(value: Identifier) -> str:
    """An identifier without version and address: http://arxiv.org/abs/2408.00118v1 → 2408.00118."""
    text = _ADDRESS.sub("", fold(value.value))
    return re.sub(r"v\d{1,2}$", "", text) if value.scheme == "arxiv" else text


def _pair(claim: Claim) -> tuple[str, str]:
    """Scheme and bare identifier of a claim that names a work by its identifier."""
    if not isinstance(claim.value, Identifier):
        return "", ""
    return claim.value.scheme, bare_identifier(claim.value)


def _registry(scheme: str, identifier: str) -> str:
    """Who keeps an identifier: for a DOI its prefix, elsewhere the scheme."""
    return f"{scheme} {identifier.partition('/')[0]}" if scheme == "doi" else scheme


def _whole_titles(work: Work) -> set[str]:
    return {title_key(title) for title in work.words_of_titles()} - {""}


def _title_keys(work: Work) -> set[str]:
    """The keys of a work's titles, with and without their subtitles."""
    return _whole_titles(work) | {main_title(title) for title in work.words_of_titles()} - {""}


def _entry(document: Document, claim: Claim) -> int:
    section = document.section_at(claim.quote.start)
    return section.first if section else 0
