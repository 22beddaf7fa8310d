"""Metadata fields (`Title: …`, `作者:…`, `License: …`): what a document says of a work."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from factcheck.claims.making import Maker
from factcheck.claims.names import split_list
from factcheck.claims.reading import Reading
from factcheck.claims.subjects import ARTICLE
from factcheck.claims.topics import is_paper_section
from factcheck.model import (
    Claim,
    Date,
    Entity,
    EntityList,
    FoundValue,
    Identifier,
    Text,
    Value,
    Year,
    fold,
)
from factcheck.sources.document import Block
from factcheck.sources.fields import field_name

_LICENCE = re.compile(
    r"creativecommons\.org/(?:licenses|publicdomain)/(?P<kind>by(?:-nc|-nd|-sa){0,2}|"
        r"zero|mark)/(?P<version>[0-9.]{1,4})", re.I
)  # fmt: skip
_TRANSLATED = re.compile(r"参考訳|和訳|翻訳|译|translat", re.I)
_CONTRIBUTORS = re.compile(
    r"(?:参与|參與|编辑|編輯|編集|撰文|整理|编译|報道|报道|供稿|取材|校对|执笔|執筆)$"
)
_AUTHORS = re.compile(r"(?i:author|作者|著者|by$|written by)")
_LIST_END = re.compile(
    r"。|\.\s(?=[A-Z\u4e00-\u9fff]|[a-z]{1,12}:)(?<![A-Z]\.\s)|\n|等\s?[0-9]{0,4}人|ら\s?[0-9]{1,4}名"
)
"""Where a list of people ends: a full stop (not that of an initial), a line, "and others"."""
_HOME = re.compile(r",? (?:of|at|from) (?:the )?[A-Z].{2,60}$")
"""The employer behind a name in a byline: `By Jane Roe of Harlow Institute`."""
_URL = re.compile(r"https?://[^\s<>\"'）)」』、。，]{3,300}")
_ARXIV = re.compile(
    r"(?<![0-9.])(?P<id>[0-9]{4}\.[0-9]{4,5})(?:v(?P<version>[0-9]{1,2}))?(?![0-9])"
)


class Fields:
    """Titles, authors, dates, identifiers, licences and contributors in `key: value` lines."""

    name = "fields"
    version = "1"

    def extract(self, reading: Reading) -> Iterable[Claim]:
        maker = Maker(reading=reading, extractor=f"{self.name}@{self.version}")
        for index, block in enumerate(reading.document.blocks):
            if block.kind == "field" and block.zone == "body":
                yield from _field(maker, index, block)


_DATE_PART = re.compile(
    r"(?:[0-9]{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|"
    r"November|December)(?: [0-9]{1,2})?(?: (?:19|20)[0-9]{2})?|"
    r"(?:19|20)[0-9]{2}(?:年[0-9]{1,2}月(?:[0-9]{1,2}日)?|-[0-9]{2}-[0-9]{2})?"
)
"""What a byline says of its day behind the names: no name."""


def _field(maker: Maker, index: int, block: Block) -> Iterator[Claim]:
    reading = maker.reading
    document = reading.document
    subject = reading.subjects.work(index)
    words = document.text[block.content.start : block.content.end]
    title = document.metadata.get("title", "")
    name = field_name(block.label)
    if name != "title" and title and fold(words) == fold(title):
        name = "title"
    read = _READERS.get(name)
    if read is not None:
        yield from read(maker, subject, block, words)
    elif reading.subjects.is_paper(index) and name in ("", "updated"):
        yield from _stamp(maker, subject, block, words)


def _made(maker: Maker, subject: str, predicate: str, value: Value, span: tuple[int, int],
          **more: str) -> Iterator[Claim]:  # fmt: skip
    claim = maker.claim(subject, predicate, value, span, modality="asserted", more=more)
    if claim:
        yield claim


def _title(maker: Maker, subject: str, block: Block, words: str) -> Iterator[Claim]:
    more = {"translation_of": subject} if _TRANSLATED.search(block.label) else {}
    span = (block.content.start, block.content.end)
    if len(words) <= 400:
        yield from _made(maker, subject, "title", Text(value=words), span, **more)


def _authors(maker: Maker, subject: str, block: Block, words: str) -> Iterator[Claim]:
    document = maker.reading.document
    start, end = block.content.start, block.content.end
    stop = _LIST_END.search(document.text, start, end)
    end = stop.start() if stop else end
    named = (document.text[a:b] for a, b in split_list(document.text, start, end, 3000))
    names = tuple(_HOME.sub("", name) for name in named if not _DATE_PART.fullmatch(name))
    if not names or any(len(name) > 80 for name in names):
        return
    section = document.section_at(start)
    role = _CONTRIBUTORS.search(block.label)
    paper = section is not None and is_paper_section(document, section)
    if role or not (paper or _AUTHORS.search(block.label)):
        label_start = block.start + document.text[block.start : block.end].find(block.label)
        if role and block.label != role.group():
            yield from _publisher(maker, label_start, label_start + role.start())
            start = label_start + role.start()
        people = EntityList(values=names, complete=True)
        yield from _made(maker, ARTICLE, "contributor", people, (start, end))
        return
    if paper:
        people = EntityList(values=names, complete=not _cut_short(words[: end - start + 1]))
        yield from _made(maker, subject, "author", people, (start, end), count=str(len(names)))
    else:
        people = EntityList(values=names, complete=True)
        yield from _made(maker, ARTICLE, "contributor", people, (start, end), role="author")


def _cut_short(words: str) -> bool:
    return bool(re.search(r"(?:et al\.?|等|ほか|他)\s{0,2}$|\.\.\.$|…$", words[-12:]))


def _publisher(maker: Maker, start: int, end: int) -> Iterator[Claim]:
    text = maker.reading.document.text
    names = tuple(text[a:b] for a, b in split_list(text, start, end))
    if names:
        people = EntityList(values=names, complete=True)
        yield from _made(maker, ARTICLE, "publisher", people, (start, end))


def _dates(maker: Maker, block: Block) -> list[FoundValue]:
    values = maker.reading.values_in(block.content.start, block.content.end)
    return [v for v in values if isinstance(v.value, Date | Year)]


def _date(maker: Maker, subject: str, block: Block, words: str) -> Iterator[Claim]:
    for found in _dates(maker, block)[:1]:
        kind = "publication_year" if isinstance(found.value, Year) else "publication_date"
        yield from _made(maker, subject, kind, found.value, (found.start, found.end))


def _stamp(maker: Maker, subject: str, block: Block, words: str) -> Iterator[Claim]:
    """A field that holds nothing but a time, below a work's title: when it came out."""
    for found in _dates(maker, block)[:1]:
        if isinstance(found.value, Date) and len(words) - (found.end - found.start) <= 4:
            yield from _made(maker, subject, "publication_date", found.value,
                             (found.start, found.end))  # fmt: skip


def _address(maker: Maker, subject: str, block: Block, words: str) -> Iterator[Claim]:
    url = _URL.search(words)
    at = block.content.start
    if url:
        value = Identifier(scheme="url", value=url.group(), as_written=url.group())
        yield from _made(maker, subject, "url", value, (at + url.start(), at + url.end()))
    arxiv = _ARXIV.search(words)
    if arxiv and ("arxiv" in words.lower() or "arxiv" in block.label.lower()):
        more = {"version": arxiv["version"]} if arxiv["version"] else {}
        value = Identifier(scheme="arxiv", value=arxiv["id"], as_written=arxiv.group())
        yield from _made(maker, subject, "arxiv_id", value,
                         (at + arxiv.start(), at + arxiv.end()), **more)  # fmt: skip


def _doi(maker: Maker, subject: str, block: Block, words: str) -> Iterator[Claim]:
    for found in maker.reading.values_in(block.content.start, block.content.end):
        if isinstance(found.value, Identifier) and found.value.scheme == "doi":
            yield from _made(maker, subject, "doi", found.value, (found.start, found.end))
            return


def licence_of(words: str) -> Identifier:
    """A licence as an identifier: the SPDX-like code of a Creative Commons address, else the
    words themselves."""
    match = _LICENCE.search(words)
    if match is None:
        return Identifier(scheme="licence", value=words.strip(), as_written=words)
    kind = {"zero": "CC0", "mark": "PDM"}.get(match["kind"].lower())
    name = kind or f"CC-{match['kind'].upper()}"
    return Identifier(scheme="licence", value=f"{name}-{match['version']}", as_written=words)


def _licence(maker: Maker, subject: str, block: Block, words: str) -> Iterator[Claim]:
    if len(words) <= 200:
        span = (block.content.start, block.content.end)
        yield from _made(maker, subject, "license", licence_of(words), span)


def _venue(maker: Maker, subject: str, block: Block, words: str) -> Iterator[Claim]:
    span = (block.content.start, block.content.end)
    if len(words) > 120:
        return
    if maker.reading.subjects.is_paper(maker.reading.document.block_index_at(block.start) or 0):
        yield from _made(maker, subject, "venue", Entity(value=words), span)
    else:
        yield from _made(maker, ARTICLE, "publisher", Entity(value=words), span)


_READERS: dict[str, Callable[[Maker, str, Block, str], Iterator[Claim]]] = {
    "title": _title, "authors": _authors, "date": _date, "arxiv": _address, "url": _address,
    "doi": _doi, "licence": _licence, "publisher": _venue,
}  # fmt: skip
