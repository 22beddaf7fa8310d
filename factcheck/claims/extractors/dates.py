"""Dates of events and identifiers in running text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.claims.catalogue import Predicate
from factcheck.claims.clauses import Clause
from factcheck.claims.making import Maker
from factcheck.claims.reading import Reading
from factcheck.claims.templates import CLAUSE_LIMIT
from factcheck.model import Claim, Date, FoundValue, Identifier, Year

_SCHEMES = {"url": "url", "arxiv": "arxiv_id", "doi": "doi", "isbn": "isbn"}


class Dates:
    """When something was born, founded, published or happened; addresses and identifiers."""

    name = "dates"
    version = "1"

    def extract(self, reading: Reading) -> Iterable[Claim]:
        maker = Maker(reading=reading, extractor=f"{self.name}@{self.version}")
        dated = [p for p in reading.catalogue if p.value == "date" and p.near]
        for found in reading.values:
            clause = reading.clause_at(found.start)
            if clause is None or clause.end - clause.start > CLAUSE_LIMIT:
                continue
            block = reading.document.blocks[clause.block]
            if block.kind == "field" and block.content.end - block.content.start < 120:
                continue
            if isinstance(found.value, Identifier):
                yield from _identifier(maker, clause, found)
            elif (
                isinstance(found.value, Date | Year)
                and any(character.isdigit() for character in str(found.value.value))
                and not reading.is_title(clause.block)
                and not reading.is_cited(found.start)
            ):
                yield from _date(maker, clause, found, dated)


def _identifier(maker: Maker, clause: Clause, found: FoundValue) -> Iterator[Claim]:
    value = found.value
    if isinstance(value, Identifier):
        predicate = _SCHEMES.get(value.scheme, "identifier")
        subject = maker.reading.subjects.work(clause.block)
        claim = maker.claim(subject, predicate, value, (found.start, found.end))
        if claim:
            yield claim


def _date(maker: Maker, clause: Clause, found: FoundValue,
          dated: list[Predicate]) -> Iterator[Claim]:  # fmt: skip
    reading = maker.reading
    words = reading.text(clause)
    folded = words.lower()
    predicate, start, end = "event_date", found.start, found.end
    about = "event"
    for candidate in dated:
        for word in candidate.words(candidate.near, clause.language):
            at = folded.find(word.lower())
            if at >= 0:
                predicate, about = candidate.name, candidate.about
                start = min(start, clause.start + at)
                end = max(end, clause.start + at + len(word))
                break
        if predicate != "event_date":
            break
    if clause.end - clause.start <= 2 * (end - start):
        start, end = clause.start, clause.end
    subject = reading.subjects.of(clause, "person" if about == "person" else "any")
    claim = maker.claim(subject, predicate, found.value, (start, end))
    if claim:
        yield claim
