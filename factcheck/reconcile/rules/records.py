"""FC401 to FC406: what an article says of a work against a reference record of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from factcheck.claims import Extraction
from factcheck.model import (
    Claim,
    Conflict,
    Date,
    Entity,
    EntityList,
    Identifier,
    Side,
    Text,
    Year,
    fold,
)  # fmt: skip
from factcheck.reconcile.bylines import ListDifference, compare_lists
from factcheck.reconcile.rules.building import Finding, conflict, listed, shorten, side, suggest
from factcheck.reconcile.rules.contents import squeezed
from factcheck.reconcile.rules.interface import Case, RuleDoc
from factcheck.sources.document import Document

YEAR = RuleDoc(
    code="FC401", version=2, kind="record", severity="medium",
    title="a work's year differs from its record",
    what="The article dates a work to a year that no record of it gives: neither the preprint's, "
    "nor the venue's.",
    why="Readers place the work before or after others, and citations break.",
    example="`A Paper (2023)`; the record says 2022",
)  # fmt: skip
AUTHORS = RuleDoc(
    code="FC402", version=2, kind="record", severity="medium",
    title="a work's authors differ from its record",
    what="The article names an author whom the record's complete list does not hold, or gives as "
    "complete a list that leaves some out.",
    why="Credit goes to the wrong people.",
    example="`by A, B and C`; the record has A and B",
)  # fmt: skip
TITLE = RuleDoc(
    code="FC403", version=1, kind="record", severity="low",
    title="a work's title is written otherwise in its record",
    what="The words are those of the record, a name in them is not written as the work writes it.",
    why="Names such as RoBERTa are found by their spelling.",
    example="`Roberta: …`; the record has `RoBERTa: …`",
)  # fmt: skip
IDENTIFIER = RuleDoc(
    code="FC404", version=1, kind="record", severity="high",
    title="a work's identifier differs from its record",
    what="Title and another field agree with a record, the identifier or address does not.",
    why="The link leads to another work.",
    example="arXiv 2201.11904 where the record has 2201.11903",
)  # fmt: skip

ORDER = RuleDoc(
    code="FC405", version=1, kind="record", severity="low",
    title="a work's authors stand in another order in its record",
    what="The same people, all of them, in another order.",
    why="In many fields the order says who did what.",
    example="`by B and A`; the record has A and B",
)  # fmt: skip
SPELLING = RuleDoc(
    code="FC406", version=1, kind="record", severity="low",
    title="an author's name is spelt otherwise in the record",
    what="A name of the article is that of an author of the record but for a letter or two. "
    "Initials, case, accents and left-out middle names are no difference.",
    why="People are found by the spelling of their names.",
    example="`Amapreet Singh`; the record has `Amanpreet Singh`",
)  # fmt: skip

_ARXIV_YEAR = re.compile(r"^(\d{2})(\d{2})\.\d{4,5}")
_INNER_CAPITAL = re.compile(r"[A-Za-z]{1,20}[A-Z][A-Za-z]{0,20}")
_WORD = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,40}")
_DIGITS = re.compile(r"\d{4}")
_LEAST_TITLE = 24
_SCHEMES = ("arxiv", "doi", "isbn", "pmid")


@dataclass(kw_only=True)
class _Work:
    """What one document says of one work."""

    document: Document
    titles: list[Claim] = field(default_factory=list)
    years: list[Claim] = field(default_factory=list)
    dates: list[Claim] = field(default_factory=list)
    authors: list[Claim] = field(default_factory=list)
    identifiers: list[Claim] = field(default_factory=list)
    addresses: list[Claim] = field(default_factory=list)

    def ids(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for claim in self.identifiers:
            if isinstance(claim.value, Identifier) and claim.value.scheme in _SCHEMES:
                found.setdefault(claim.value.scheme, bare_identifier(claim.value))
        return found

    def title_keys(self) -> set[str]:
        return {squeezed(c.value.value) for c in self.titles if isinstance(c.value, Text)}

    def all_years(self) -> set[int]:
        years = {claim.value.value for claim in self.years if isinstance(claim.value, Year)}
        for claim in self.dates:
            if isinstance(claim.value, Date) and claim.value.value[:4].isdigit():
                years.add(int(claim.value.value[:4]))
        for scheme, value in self.ids().items():
            found = _ARXIV_YEAR.match(value)
            if scheme == "arxiv" and found:
                years.add(2000 + int(found.group(1)))
        return years

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


_SLOTS = {"title": "titles", "publication_year": "years", "publication_date": "dates",
          "author": "authors", "arxiv_id": "identifiers", "doi": "identifiers",
          "isbn": "identifiers", "identifier": "identifiers", "url": "addresses"}  # fmt: skip


def bare_identifier(value: Identifier) -> str:
    """An identifier without version and address: http://arxiv.org/abs/2408.00118v1 → 2408.00118."""
    text = fold(value.value)
    text = re.sub(
        r"^(?:https?://)?(?:dx\.)?(?:doi\.org|arxiv\.org/(?:abs|pdf))/|^(?:doi|"
        r"arxiv):\s?",
        "",
        text,
    )
    return re.sub(r"v\d{1,2}$", "", text) if value.scheme == "arxiv" else text


def _works(extraction: Extraction) -> list[_Work]:
    """The works of one document: in a record file one per entry, elsewhere one per subject."""
    document = extraction.document
    found: dict[tuple[str, int], _Work] = {}
    for claim in extraction.claims:
        slot = _SLOTS.get(claim.predicate)
        if slot is None or claim.qualifier("role") == "citation":
            continue
        if claim.qualifier("translation_of"):
            continue
        key = ("", _entry(document, claim))
        if document.kind != "record":
            key = (squeezed(claim.subject), 0)
        work = found.setdefault(key, _Work(document=document))
        getattr(work, slot).append(claim)
    return [work for work in found.values() if work.titles or work.identifiers]


def _entry(document: Document, claim: Claim) -> int:
    section = document.section_at(claim.quote.start)
    return section.first if section else 0


def _matched(case: Case) -> Iterator[tuple[_Work, _Work]]:
    """Pairs of a work as an article has it and its record: by identifier first; by title only when
    no identifier speaks against it."""
    records = [w for e in case.extractions if e.document.kind == "record" for w in _works(e)]
    if not records:
        return
    by_id: dict[tuple[str, str], _Work] = {}
    by_title: dict[str, list[_Work]] = {}
    for record in records:
        for pair in record.ids().items():
            by_id.setdefault(pair, record)
        for title in record.title_keys():
            by_title.setdefault(title, []).append(record)
    for extraction in case.extractions:
        if extraction.document.kind == "record":
            continue
        for work in _works(extraction):
            found = _record_of(work, by_id, by_title)
            if found is not None:
                yield work, found


def _record_of(
    work: _Work, by_id: Mapping[tuple[str, str], _Work], by_title: Mapping[str, Sequence[_Work]]
) -> _Work | None:
    named = [by_id[pair] for pair in work.ids().items() if pair in by_id]
    if named:
        return named[0]
    for title in sorted(work.title_keys()):
        found = by_title.get(title, ())
        if len(found) == 1 and len(title) >= _LEAST_TITLE:
            return found[0]
    return None


class _Field:
    """One field compared over all matched works."""

    def __init__(self, doc: RuleDoc) -> None:
        self.doc = doc

    def find(self, case: Case) -> Iterator[Conflict]:
        compare = _COMPARISONS[self.doc.code]
        for work, record in _matched(case):
            yield from compare(work, record)


def record_rules() -> tuple[_Field, ...]:
    """The rules, one per field and kind of difference."""
    return tuple(_Field(doc) for doc in (YEAR, AUTHORS, TITLE, IDENTIFIER, ORDER, SPELLING))


def _years(work: _Work, record: _Work) -> Iterator[Conflict]:
    known = record.all_years()
    for claim in work.years:
        if not known or not isinstance(claim.value, Year) or claim.value.value in known:
            continue
        stated = claim.value.value
        source = (record.years or record.dates or record.identifiers)[0]
        own = {c.value.value for c in record.years if isinstance(c.value, Year)} or known
        right = min((abs(year - stated), year) for year in own)[1]
        digits = _DIGITS.search(claim.quote.exact)
        place = claim.quote.start + digits.start() if digits else claim.quote.start
        yield conflict(YEAR, Finding(
            sides=(side(work.document, claim.quote.start, claim.quote.end, role="article",
                        claim=claim.id), _record_side(record, source)),
            message=f"The article dates it {stated}; the record says "
            f"{listed([str(year) for year in sorted(known)])}",
            explanation=("years of the record: " + ", ".join(map(str, sorted(known))),
                         f"matched by {_how(work, record)}"),
            suggestion=suggest(work.document, place, place + 4, str(right)) if digits else None,
            confidence=85,
        ))  # fmt: skip


def _authors(work: _Work, record: _Work) -> Iterator[Conflict]:
    for claim, names, found in _author_lists(work, record):
        complete = isinstance(claim.value, EntityList) and claim.value.complete
        strangers, missing = found.extra, found.missing if complete else ()
        if not strangers and not missing:
            continue
        told = []
        if strangers:
            told.append(f"the record does not list {listed(strangers[:4])}")
        if missing:
            told.append(f"the article leaves out {listed(missing[:4])}")
        yield _author_conflict(
            AUTHORS, work, record, claim,
            message=f"The authors differ: {'; '.join(told)}",
            evidence=f"{len(names)} named in the article, {len(record.names())} in the record",
        )  # fmt: skip


def _order(work: _Work, record: _Work) -> Iterator[Conflict]:
    for claim, names, found in _author_lists(work, record):
        complete = isinstance(claim.value, EntityList) and claim.value.complete
        if complete and found.relation == "order" and len(names) == len(record.names()):
            yield _author_conflict(
                ORDER, work, record, claim,
                message="The article names the authors in another order than the record",
                evidence=f"record: {listed(record.names()[:6])}",
            )  # fmt: skip


def _spelling(work: _Work, record: _Work) -> Iterator[Conflict]:
    for claim, _, found in _author_lists(work, record):
        for right, ours in found.respelt:
            yield _author_conflict(
                SPELLING, work, record, claim,
                message=f"The article writes {ours}, the record {right}",
                evidence="the two spellings are close enough to be one person",
            )  # fmt: skip


def _author_lists(
    work: _Work, record: _Work
) -> Iterator[tuple[Claim, Sequence[str], ListDifference]]:
    """The article's author lists against the record's complete one."""
    theirs = record.names()
    if not theirs or not record.complete():
        return
    for claim in work.authors:
        value = claim.value
        names = value.values if isinstance(value, EntityList) else (
            (value.value,) if isinstance(value, Entity) else ())  # fmt: skip
        if any(name.isascii() for name in names):
            yield claim, names, compare_lists(theirs, names)


def _author_conflict(
    doc: RuleDoc, work: _Work, record: _Work, claim: Claim, *, message: str, evidence: str
) -> Conflict:
    quote = claim.quote
    return conflict(doc, Finding(
        sides=(side(work.document, quote.start, quote.end, role="article", claim=claim.id),
               _record_side(record, record.authors[0])),
        message=message, explanation=(evidence, f"matched by {_how(work, record)}"),
        confidence=70,
    ))  # fmt: skip


def _titles(work: _Work, record: _Work) -> Iterator[Conflict]:
    official = next((c for c in record.titles if isinstance(c.value, Text)), None)
    if official is None or not isinstance(official.value, Text):
        return
    names = {word.casefold(): word for word in _WORD.findall(official.value.value)
             if _INNER_CAPITAL.fullmatch(word)}  # fmt: skip
    for claim in work.titles:
        if not isinstance(claim.value, Text) or claim.value.value.isupper():
            continue
        if squeezed(claim.value.value) != squeezed(official.value.value):
            continue
        wrong = [word for word in _WORD.findall(claim.value.value)
                 if names.get(word.casefold(), word) != word and not word.isupper()]  # fmt: skip
        if not wrong:
            continue
        right = [names[word.casefold()] for word in wrong]
        yield conflict(TITLE, Finding(
            sides=(side(work.document, claim.quote.start, claim.quote.end, role="article",
                        claim=claim.id), _record_side(record, official)),
            message=f"The record writes {listed(right)} where the article has {listed(wrong)}",
            explanation=(f"record: {shorten(official.value.value, 80)}",),
            suggestion=suggest(work.document, claim.quote.start, claim.quote.end,
                               official.value.value), confidence=85,
        ))  # fmt: skip


def _identifiers(work: _Work, record: _Work) -> Iterator[Conflict]:
    theirs = record.ids()
    if not work.title_keys() & record.title_keys():
        return
    for claim in work.identifiers:
        if not isinstance(claim.value, Identifier) or claim.value.scheme not in theirs:
            continue
        right = theirs[claim.value.scheme]
        if bare_identifier(claim.value) == right:
            continue
        source = next(c for c in record.identifiers if isinstance(c.value, Identifier)
                      and c.value.scheme == claim.value.scheme)  # fmt: skip
        yield conflict(IDENTIFIER, Finding(
            sides=(side(work.document, claim.quote.start, claim.quote.end, role="article",
                        claim=claim.id), _record_side(record, source)),
            message=f"The article gives {claim.value.scheme} {claim.value.value}; "
            f"the record of this title has {right}",
            explanation=("the titles agree, the identifiers do not",), confidence=80,
        ))  # fmt: skip


def _addresses(work: _Work, record: _Work) -> Iterator[Conflict]:
    """An address that is the record's with a few letters more or less: a slip and no other page."""
    for theirs in record.addresses:
        right = theirs.quote.exact.rstrip("/")
        for claim in work.addresses:
            ours = claim.quote.exact.rstrip("/")
            if not _slip(_bare_address(ours), _bare_address(right)):
                continue
            yield conflict(IDENTIFIER, Finding(
                sides=(side(work.document, claim.quote.start, claim.quote.end, role="article",
                            claim=claim.id), _record_side(record, theirs)),
                message=f"The article gives {shorten(ours, 60)}; the record has "
                f"{shorten(right, 60)}",
                explanation=("the addresses are equal up to a few letters",),
                suggestion=suggest(work.document, claim.quote.start, claim.quote.end, right),
                confidence=75, severity="medium",
            ))  # fmt: skip


def _bare_address(address: str) -> str:
    return re.sub(r"^https?://(?:www\.)?", "", address.casefold())


def _slip(one: str, other: str) -> bool:
    """Whether two addresses on one host differ by a lost or added ending, or by one letter."""
    if one == other or one.split("/")[0] != other.split("/")[0] or "/" not in other:
        return False
    shorter, longer = sorted((one, other), key=len)
    if longer.startswith(shorter):
        return re.fullmatch(r"\.[a-z]{2,4}", longer[len(shorter) :]) is not None
    return len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) == 1


def _how(work: _Work, record: _Work) -> str:
    shared = set(work.ids().items()) & set(record.ids().items())
    return " and ".join(f"{scheme} {value}" for scheme, value in sorted(shared)) or "title"


def _record_side(record: _Work, claim: Claim) -> Side:
    return side(record.document, claim.quote.start, claim.quote.end, role="record", claim=claim.id)


def _identity(work: _Work, record: _Work) -> Iterator[Conflict]:
    yield from _identifiers(work, record)
    yield from _addresses(work, record)


_COMPARISONS = {"FC401": _years, "FC402": _authors, "FC403": _titles, "FC404": _identity,
                "FC405": _order, "FC406": _spelling}  # fmt: skip
