"""Dates of events and identifiers in running text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factcheck.claims.catalogue import Predicate
from factcheck.claims.clauses import Clause
from factcheck.claims.making import Maker
from factcheck.claims.reading import Reading
from factcheck.claims.templates import CLAUSE_LIMIT
from factcheck.model import Claim, Date, FoundValue, Identifier, Year

_PUBLISHED = re.compile(
    r"(?<![A-Za-z])(?i:published|released|printing|edition|appeared|painting of|novel of|film of)"
    r"(?![A-Za-z])|发表|出版|刊登|刊于|发行|面世|发布|"
    r"刊行|発行|出版|掲載|公刊|に出して|第[0-9一二三四五六七八九]{1,2}刷"
)
_EDITION = re.compile(
    r"第[0-9一二三四五六七八九]{1,2}[刷版]|(?<![A-Za-z])(?i:first|second|third|fourth|"
    r"revised|new) (?:printing|edition)|(?:[Rr]elease|[Vv]ersion),? [0-9][0-9.]{0,10}|首个版本|"
    r"初版|current release"
)
_FOUNDED = re.compile(r"(?:于|在)[^,，。]{0,24}(?:成立|创立|创办|创建)$")
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
    subject, part = reading.subjects.read(clause, "person" if about == "person" else "any")
    more = dict(part)
    if predicate == "event_date" and _FOUNDED.search(words):
        predicate = "founded"
    if predicate == "event_date" and _PUBLISHED.search(words):
        edition = _EDITION.search(words)
        if edition or _publishes(reading, clause, subject):
            kind = "publication_year" if isinstance(found.value, Year) else "publication_date"
            predicate = kind
            more.update({"edition": edition.group().strip()} if edition else {})
    yield from maker.made(subject, predicate, found.value, (start, end), more=more)


def _publishes(reading: Reading, clause: Clause, subject: str) -> bool:
    """Whether the subject is a work: that of a paper's section, or a title in its marks."""
    text, sentence = reading.document.text, reading.sentences[clause.sentence]
    if reading.subjects.is_paper(clause.block):
        return True
    quoted = text.find(subject, sentence.start, sentence.end)
    return quoted > 0 and text[quoted - 1] in '《『“"「'
