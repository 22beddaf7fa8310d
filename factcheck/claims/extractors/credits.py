"""Who made a work and under which terms, where running text or a short line says so without a
field: institutions, authors, licences, identifiers and titles in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factcheck.claims.clauses import Sentence
from factcheck.claims.extractors.fields import licence_of
from factcheck.claims.making import Maker, entity, organisation_named
from factcheck.claims.names import PERSON, is_name
from factcheck.claims.reading import Reading
from factcheck.model import Claim, EntityList, Identifier, Text, Year

_ORG = r"[A-Z][\w.&'’-]{0,30}(?: (?:of |for |and |the )?[A-Z][\w.&'’-]{0,30}){0,6}"
_SCHOOL = (
    r"(?:[^,，。、;；:：()（）\n]{2,24}?(?:大学|大學|学院|研究院|研究所|实验室|医院|公司|集团|中心|"
    r"学校|病院|研究センター|機構|会社))"
)
_INSTITUTION = {
    "en": (
        re.compile(rf"\((?P<org>(?:University|Institute|College) of {_ORG}|{_ORG} (?:University|"
                   r"Institute|Laboratory|Laboratories|College|Hospital))\)"),
        re.compile(rf"(?:^|(?<=\n))From (?P<org>{_ORG})(?=\.|$)"),
        re.compile(rf"(?:developed|built|maintained|created|made) by (?:the |a team at (?:the )?)?"
                   rf"(?P<org>{_ORG})"),
        re.compile(rf"(?:^|(?<=\n))By {PERSON}(?:(?:, | and ){PERSON}){{0,5}} (?:of|at|from) "
                   rf"(?P<org>{_ORG})"),
    ),
    "zh": (
        re.compile(r"(?:机构|单位|所属单位|作者单位)\s?[:：]\s?(?P<org>[^,，。;；\n]{2,40})"),
        re.compile(rf"由(?P<org>{_SCHOOL}[^,，。、;；]{{0,10}}?)(?:联合|共同|自主)?(?:开发|研发|研制|维护|发布|推出)"),
    ),
    "ja": (
        re.compile(r"(?:所属は|所属\s?[:：]\s?|機関\s?[:：]\s?)(?P<org>[^,，。、;\n]{2,40})"),
        re.compile(rf"(?P<org>{_SCHOOL})(?:が|によって|により)(?:開発|公開|維持)"),
    ),
    "und": (),
}  # fmt: skip
_BYLINES = (
    re.compile(
        rf"(?:^|(?<=\n))(?:By )?(?P<who>{PERSON}(?:(?:, and |, | and | & ){PERSON}){{0,8}})"
        r"(?= \([A-Z][^()]{3,60}\)(?:,|\.|$)| (?:of|at) [A-Z]|, (?:arXiv|doi))"
    ),
    re.compile(
        r"(?:painting|novel|book|film|poem|song|opera|essay|paper|study)(?: of [0-9]{4})? "
        rf"by (?P<who>{PERSON})"
    ),
)  # fmt: skip
_AND = re.compile(r",? and |, | & ")
_LICENCES = (
    r"(?:MIT|BSD(?:-[23]-Clause)?|Apache(?:[- ]2\.0)?|(?:A|L)?GPL(?:v?[23](?:\.0)?)?|"
    r"MPL(?:[- ]2\.0)?|CC0|CC[ -]BY(?:-(?:NC|SA|ND)){0,2}(?:[ -][1-4]\.0)?|ISC|Unlicense)"
)
_LICENCE = (
    re.compile(
        rf"(?P<what>[A-Z][a-z]{{2,12}}(?: [a-z]{{2,12}}){{0,2}}): (?P<v>{_LICENCES})"
        r"(?=[.,;\s]|$)"
    ),
    re.compile(
        rf"(?P<what>代码|权重|数据|模型|软件|源码|模型权重)?(?:采用|使用|以|基于|遵循)\s?"
        rf"(?P<v>{_LICENCES})\s?(?:许可证?|协议|开源协议|授权)"
    ),
    re.compile(rf"(?P<what>コード|重み|データ|モデル)?[はを]?\s?(?P<v>{_LICENCES})\s?ライセンス"),
)  # fmt: skip
_IDENTIFIED = re.compile(
    r"(?:编号|ID|識別子|番号|Identifier|No\.)\s?[:：]\s?arXiv:(?P<id>[0-9]{4}\.[0-9]{4,5})(?:v[0-9]{1,2})?"
)
_TITLED = re.compile(
    r"(?:[Ee]rrata for |cite [^\"“\n]{0,60}, |(?:bought|sold|shows?|published|wrote|directed) |^)"
    r"[\"“](?P<title>[A-Z][^\"”\n]{3,100})[\"”](?P<tail>[^.\n]{0,60})"
)
_YEAR = re.compile(r"(?<![0-9])(?:1[5-9]|20)[0-9]{2}(?![0-9])")


class Credits:
    """Institutions, authors, licences, identifiers and titles outside fields."""

    name = "credits"
    version = "1"

    def extract(self, reading: Reading) -> Iterable[Claim]:
        maker = Maker(reading=reading, extractor=f"{self.name}@{self.version}")
        for sentence in reading.sentences:
            if sentence.end - sentence.start <= 1500:
                yield from _institutions(maker, sentence)
                yield from _bylines(maker, sentence)
                yield from _licences(maker, sentence)
                yield from _titles(maker, sentence)
        yield from _identifiers(maker)


def _institutions(maker: Maker, sentence: Sentence) -> Iterator[Claim]:
    work = maker.reading.subjects.work(sentence.block)
    for pattern in _INSTITUTION[sentence.language]:
        for match in pattern.finditer(maker.text, *_line(maker, sentence)):
            org = organisation_named(maker.reading, match["org"].strip())
            yield from maker.made(work, "institution_of_work", entity(org), match.span())


def _line(maker: Maker, sentence: Sentence) -> tuple[int, int]:
    """The sentence with the key of the field that it begins."""
    block = maker.reading.document.blocks[sentence.block]
    first = block.kind == "field" and sentence.start == block.content.start
    return (block.start if first else sentence.start), sentence.end


def _bylines(maker: Maker, sentence: Sentence) -> Iterator[Claim]:
    for order, pattern in enumerate(_BYLINES):
        for match in pattern.finditer(maker.text, sentence.start, sentence.end):
            names = tuple(_AND.split(match["who"]))
            if not all(is_name(name) for name in names):
                continue
            quoted = _TITLED.search(maker.text, sentence.start, match.start()) if order else None
            work = quoted["title"] if quoted else maker.reading.subjects.work(sentence.block)
            span = (match.start("who"), match.end("who"))
            if order == 0 and not maker.reading.subjects.is_paper(sentence.block):
                continue
            yield from maker.made(work, "author", EntityList(values=names), span)


def _licences(maker: Maker, sentence: Sentence) -> Iterator[Claim]:
    for pattern in _LICENCE:
        for match in pattern.finditer(maker.text, sentence.start, sentence.end):
            subject = maker.reading.subjects.topic(sentence.block)
            subject = subject or maker.reading.subjects.work(sentence.block)
            more = {"part": match["what"]} if match["what"] else {}
            yield from maker.made(
                subject, "license", licence_of(match["v"]), match.span(), more=more
            )


def _titles(maker: Maker, sentence: Sentence) -> Iterator[Claim]:
    """A title in quotation marks behind a word that tells that it is one, with its year."""
    if sentence.language != "en":
        return
    for match in _TITLED.finditer(maker.text, sentence.start, sentence.end):
        title = match["title"].rstrip(" ,")
        span = (match.start("title") - 1, match.end("title") + 1)
        yield from maker.made(title, "title", Text(value=title), span)
        year = _YEAR.search(match["tail"])
        if year:
            start = match.start("tail")
            value = Year(value=int(year.group()), as_written=year.group())
            yield from maker.made(title, "publication_year", value,
                                  (start, start + year.end()))  # fmt: skip


def _identifiers(maker: Maker) -> Iterator[Claim]:
    for match in _IDENTIFIED.finditer(maker.text):
        index = maker.reading.document.block_index_at(match.start())
        if index is not None:
            work = maker.reading.subjects.work(index)
            value = Identifier(scheme="arxiv", value=match["id"], as_written=match["id"])
            yield from maker.made(work, "arxiv_id", value, (match.start(), match.end()))
