"""Dates of events and identifiers in running text."""

# ruff: noqa: E501 - tables of words and patterns stay one entry to a line

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factcheck.claims.clauses import Clause
from factcheck.claims.making import Maker
from factcheck.claims.reading import Reading
from factcheck.claims.roles import question_of, roles_of
from factcheck.claims.subjects import ARTICLE
from factcheck.claims.templates import CLAUSE_LIMIT
from factcheck.model import Claim, Date, FoundValue, Identifier, Year

_PUBLISHED = re.compile(
    r"(?<![A-Za-z])(?i:published|posted|submitted|released|printing|edition|appeared|painting of|novel of|film of)"
    r"(?![A-Za-z])|发表|出版|刊登|刊于|发行|面世|发布|网上公开|"
    r"刊行|発行|出版|掲載|公刊|に出して|第[0-9一二三四五六七八九]{1,2}刷"
)
_EDITION = re.compile(
    r"第[0-9一二三四五六七八九]{1,2}[刷版]|(?<![A-Za-z])(?i:first|second|third|fourth|"
    r"revised|new) (?:printing|edition)|(?:[Rr]elease|[Vv]ersion),? [0-9][0-9.]{0,10}|首个版本|"
    r"初版|current release|(?<![0-9.])[0-9]{1,2}\.[0-9]{1,2}(?:\.[0-9]{1,2})?\s?[(（]"
)
_QUOTED = re.compile(r"[《『](?P<title>[^《》『』]{2,90})[》』]")
_FOUNDED = re.compile(r"(?:于|在)[^,，。]{0,24}(?:成立|创立|创办|创建)$")
_DATELINE = 40
"""Characters of a place before the date of a dateline."""
_DASH = re.compile(r"\s{0,2}(?:\([A-Za-z .]{2,24}\)\s?)?[—–-]{1,2}\s")
_SCHEMES = {"url": "url", "arxiv": "arxiv_id", "doi": "doi", "isbn": "isbn"}


class Dates:
    """When something was born, founded, published or happened; addresses and identifiers."""

    name = "dates"
    version = "1"

    def extract(self, reading: Reading) -> Iterable[Claim]:
        maker = Maker(reading=reading, extractor=f"{self.name}@{self.version}")
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
                and not (isinstance(found.value, Year) and reading.is_cited(found.start))
            ):
                yield from _date(maker, clause, found)


def _identifier(maker: Maker, clause: Clause, found: FoundValue) -> Iterator[Claim]:
    value = found.value
    if isinstance(value, Identifier) and value.scheme != "licence":
        predicate = _SCHEMES.get(value.scheme, "identifier")
        subject = maker.reading.subjects.work(clause.block)
        claim = maker.claim(subject, predicate, value, (found.start, found.end))
        if claim:
            yield claim


def _date(maker: Maker, clause: Clause, found: FoundValue) -> Iterator[Claim]:
    reading = maker.reading
    sentence = reading.sentences[clause.sentence]
    words = reading.text(clause)
    if _datelines(reading, clause, found):
        subject = reading.document.metadata.get("title") or ARTICLE
        yield from maker.made(subject, "publication_date", found.value, (found.start, found.end))
        return
    published = _PUBLISHED.search(words) or _asked(reading, clause)
    title = _QUOTED.search(words) if published else None
    edition = _EDITION.search(maker.text, sentence.start, sentence.end) if published else None
    subject, part = reading.subjects.read(clause, "any", found.start)
    of_work = published is not None and _publishes(reading, clause, subject)
    if published and not of_work and published.start() == 0:  # `Posted on 18 March`
        subject, part, of_work = reading.subjects.work(clause.block), {}, True
    span = (found.start, found.end)
    if published and (
        edition or title or published.start() == 0 or _publishes(reading, clause, subject)
    ):
        name = "publication_year" if isinstance(found.value, Year) else "publication_date"
        more = {**part, **({"edition": edition.group().strip()} if edition else {})}
        if title and clause.start + title.start() < found.start + 60 and title["title"]:
            subject = title["title"]
        yield from maker.made(subject, name, found.value, _widened(clause, span), more=more)
        return
    role = roles_of(reading.catalogue).of_date(reading, clause, found.start)
    name = role.predicate.name if role else "event_date"
    if role is None and _FOUNDED.search(words):
        name = "founded"
    if role is not None:
        if clause.start <= role.start < clause.end:
            span = (min(span[0], role.start), max(span[1], role.end))
        if role.predicate.about == "person":
            subject, part = reading.subjects.read(clause, "person")
    yield from maker.made(subject, name, found.value, _widened(clause, span), more=part)


def _datelines(reading: Reading, clause: Clause, found: FoundValue) -> bool:
    """Whether the date is the dateline of a report: `OSLO, 3 May 2020 — The firm …`."""
    text, block = reading.document.text, reading.document.blocks[clause.block]
    return (
        isinstance(found.value, Date)
        and found.start - block.content.start <= _DATELINE
        and text[block.content.start : found.start].split(",")[0].isupper()
        and _DASH.match(text, found.end) is not None
    )


def _asked(reading: Reading, clause: Clause) -> re.Match[str] | None:
    """Whether the question that the clause answers asks for the publication."""
    span = question_of(reading, clause)
    return _PUBLISHED.search(reading.document.text, *span) if span else None


def _widened(clause: Clause, span: tuple[int, int]) -> tuple[int, int]:
    """The whole clause when it is hardly longer than the words that say it."""
    if clause.end - clause.start <= 2 * (span[1] - span[0]):
        return clause.start, clause.end
    return span


def _publishes(reading: Reading, clause: Clause, subject: str) -> bool:
    """Whether the subject is a work: that of a paper's section, or a title in its marks."""
    text, sentence = reading.document.text, reading.sentences[clause.sentence]
    if reading.subjects.is_paper(clause.block):
        return True
    quoted = text.find(subject, sentence.start, sentence.end)
    return quoted > 0 and text[quoted - 1] in '《『“"「'
