"""Titles and years of works, from headings, contents lists and list entries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factcheck.claims.making import Maker
from factcheck.claims.names import CITATION
from factcheck.claims.reading import Reading
from factcheck.claims.topics import is_title_block
from factcheck.model import Claim, Text, Year
from factcheck.sources.document import Block
from factcheck.sources.markers import PART

_YEAR = re.compile(r"\s{0,3}(?P<mark>[(（\[](?P<year>(?:1[89]|20)[0-9]{2})年?[)）\]])\s{0,3}$")
_SCORE = re.compile(r"\s{0,3}\[[0-9]{1,6}(?:\.[0-9]{1,20})?\]\s{0,3}$")
_IN_MARKS = re.compile(
    r"《(?P<title>[^《》\n]{2,200})》\s{0,2}(?P<mark>[(（](?P<year>(?:1[89]|20)[0-9]{2})年?[)）])"
)


class Titles:
    """`title` and `publication_year` of the works that headings and lists name."""

    name = "titles"
    version = "1"

    def extract(self, reading: Reading) -> Iterable[Claim]:
        maker = Maker(reading=reading, extractor=f"{self.name}@{self.version}")
        for block in reading.document.blocks:
            if block.zone == "body" and is_title_block(reading.document, block):
                yield from _title(maker, block)
        yield from _in_marks(maker)
        yield from _citations(maker)


def _title(maker: Maker, block: Block) -> Iterator[Claim]:
    text = maker.reading.document.text
    start, end = block.content.start, block.content.end
    part = PART.match(text, start, min(end, start + 200))
    if part and part.end() < end:
        start = part.end()
    score = _SCORE.search(text, max(start, end - 40), end)
    if score:
        end = score.start()
    year = _YEAR.search(text, max(start, end - 16), end)
    title_end = year.start() if year else end
    title = text[start:title_end].strip()
    if not title:
        return
    claim = maker.claim(title, "title", Text(value=title), (start, title_end), modality="asserted")
    if claim:
        yield claim
    if year:
        value = Year(value=int(year["year"]), as_written=year["mark"])
        claim = maker.claim(title, "publication_year", value, year.span("mark"),
                            modality="asserted")  # fmt: skip
        if claim:
            yield claim


def _in_marks(maker: Maker) -> Iterator[Claim]:
    """《Title》(2019) in running text."""
    text = maker.reading.document.text
    for match in _IN_MARKS.finditer(text):
        year = Year(value=int(match["year"]), as_written=match["mark"])
        for predicate, value, group in (("title", Text(value=match["title"]), "title"),
                                        ("publication_year", year, "mark")):  # fmt: skip
            claim = maker.claim(match["title"], predicate, value, match.span(group))
            if claim:
                yield claim


def _citations(maker: Maker) -> Iterator[Claim]:
    """`Hinton et al., 2015`: the year of a cited work, by its authors."""
    text = maker.reading.document.text
    for match in CITATION.finditer(text):
        block = maker.reading.document.block_at(match.start())
        if block is None or is_title_block(maker.reading.document, block):
            continue
        who = match["who"].strip(" ,")
        named = " et al" in who or " and " in who or " & " in who
        before, after = (
            text[max(0, match.start() - 1) : match.start()],
            text[match.end() : match.end() + 1],
        )
        if not named and not (before in ("(", "（", " ") and after in (")", "）", ";")):
            continue
        if not named and (match["open"] or "," not in match.group()):
            continue
        year = Year(value=int(match["year"]), as_written=match["year"])
        end = match.end() + (1 if match["open"] and after == ")" else 0)
        claim = maker.claim(who, "publication_year", year, (match.start(), end),
                            modality="asserted", more={"role": "citation"})  # fmt: skip
        if claim:
            yield claim
