"""Who made a work and where it came out, where running text or a short line says so without a
field: institutions, authors, venues, identifiers and titles in quotation marks."""

# ruff: noqa: E501 - tables of words and patterns stay one entry to a line

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factcheck.claims.clauses import Sentence
from factcheck.claims.making import Maker, entity, organisation_named
from factcheck.claims.names import PERSON, is_name
from factcheck.claims.reading import Reading
from factcheck.model import Claim, EntityList, Identifier, Text, Year

_ORG = r"[A-Z][\w.&'’-]{0,30}(?: (?:of |for |and |the )?[A-Z][\w.&'’-]{0,30}){0,6}"
_SCHOOL = (
    r"(?:[^,，。、;；:：()（）\n]{2,24}?(?:大学|大學|学院|研究院|研究所|实验室|医院|公司|集团|中心|"
    r"学校|病院|研究センター|機構|会社))"
)
_ONE_JA = rf"(?:{PERSON}|[\u4e00-\u9fff々]{{3,5}})"
_LIST_JA = rf"(?P<who>{_ONE_JA}(?:、{_ONE_JA}){{0,8}})(?=の[0-9一二三四五六七八九]{{1,2}}[氏人名]|氏|ら|。|$| et al)"
_INSTITUTION = {
    "en": (
        re.compile(rf"\((?P<org>(?:University|Institute|College) of {_ORG}|{_ORG} (?:University|"
                   r"Institute|Laboratory|Laboratories|College|Hospital))\)"),
        re.compile(rf"(?:^|(?<=\n))[*_]?{PERSON}(?:(?:, and |, | and | & ){PERSON}){{0,8}} [—–-] "
                   rf"(?P<org>{_ORG})"),
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
        re.compile(rf"(?:^|(?<=[はの\n]))米?(?P<org>{_SCHOOL}|[\u30a1-\u30fa\u30fcA-Za-z]{{2,16}}社)の{_LIST_JA}"),
        re.compile(rf"(?P<org>{_SCHOOL})(?:が|によって|により)(?:開発|公開|維持)"),
    ),
    "und": (),
}  # fmt: skip
_BYLINES = (
    re.compile(
        rf"(?:^|(?<=\n))(?:By )?(?P<who>{PERSON}(?:(?:, and |, | and | & ){PERSON}){{0,8}})"
        r"(?= \([A-Z][^()]{3,60}\)(?:,|\.|$)| (?:of|at) [A-Z]|, (?:arXiv|doi))"
    ),
    re.compile(rf"(?:^|(?<=\n))[*_]{{0,2}}(?P<who>{PERSON}(?:(?:, and |, | and | & ){PERSON}){{0,12}})"
               r"(?= [—–-] |[*_]{0,2}$|[*_]{0,2}\n)"),
    re.compile(rf"(?:^|(?<=\n))(?:著者は)?(?:米?[^、。\n]{{2,24}}?(?:大学|研究所|研究センター|社|病院|機構)の)?{_LIST_JA}"),
    re.compile(
        r"(?:painting|novel|book|film|poem|song|opera|essay|paper|study)(?: of [0-9]{4})? "
        rf"by (?P<who>{PERSON})"
    ),
)  # fmt: skip
_AND = re.compile(r",? and |, | & |、")
_IDENTIFIED = re.compile(
    r"(?:编号|ID|識別子|番号|Identifier|No\.)\s?[:：]\s?arXiv:(?P<id>[0-9]{4}\.[0-9]{4,5})(?:v[0-9]{1,2})?"
)
_TITLED = re.compile(
    r"(?:[Ee]rrata for |cite [^\"“\n]{0,60}, |(?:bought|sold|shows?|published|wrote|directed) |^)"
    r"[\"“](?P<title>[A-Z][^\"”\n]{3,100})[\"”](?P<tail>[^.\n]{0,60})"
)
_YEAR = re.compile(r"(?<![0-9])(?:1[5-9]|20)[0-9]{2}(?![0-9])")


class Credits:
    """Institutions, authors, venues, identifiers and titles outside fields."""

    name = "credits"
    version = "1"

    def extract(self, reading: Reading) -> Iterable[Claim]:
        maker = Maker(reading=reading, extractor=f"{self.name}@{self.version}")
        for sentence in reading.sentences:
            if sentence.end - sentence.start <= 1500:
                yield from _institutions(maker, sentence)
                yield from _bylines(maker, sentence)
                yield from _cited(maker, sentence)
                yield from _venues(maker, sentence)
                yield from _titles(maker, sentence)
        yield from _identifiers(maker)


def _institutions(maker: Maker, sentence: Sentence) -> Iterator[Claim]:
    for pattern in _INSTITUTION[sentence.language]:
        for match in pattern.finditer(maker.text, *_line(maker, sentence)):
            work = maker.reading.subjects.work(sentence.block)
            org = organisation_named(maker.reading, match["org"].strip())
            yield from maker.made(work, "institution_of_work", entity(org), match.span())


def _line(maker: Maker, sentence: Sentence) -> tuple[int, int]:
    """The sentence with the key of the field that it begins."""
    block = maker.reading.document.blocks[sentence.block]
    first = block.kind == "field" and sentence.start == block.content.start
    return (block.start if first else sentence.start), sentence.end


def _bylines(maker: Maker, sentence: Sentence) -> Iterator[Claim]:
    for pattern in _BYLINES:
        told = pattern is _BYLINES[-1]
        for match in pattern.finditer(maker.text, sentence.start, sentence.end):
            names = tuple(part for part in _AND.split(match["who"]) if part)
            if not all(is_name(name) for name in names):
                continue
            quoted = _TITLED.search(maker.text, sentence.start, match.start()) if told else None
            work = quoted["title"] if quoted else maker.reading.subjects.work(sentence.block)
            span = (match.start("who"), match.end("who"))
            if told or _heads(maker.reading, sentence):
                yield from maker.made(work, "author", EntityList(values=names), span)


def _heads(reading: Reading, sentence: Sentence) -> bool:
    """Whether the sentence opens the section of a work: below its title, or right below the
    heading of one of several sections."""
    blocks = reading.document.blocks
    block = blocks[sentence.block]
    if sentence.start - block.content.start > 3:
        return False
    if reading.subjects.is_paper(sentence.block):
        return True
    above = blocks[sentence.block - 1] if sentence.block else None
    return above is not None and above.kind == "heading" and above.level > 1


_CITED_ZH = re.compile(
    r"(?:^|(?<=[:：。\n]))\s?(?P<who>[\u4e00-\u9fff·]{2,6}(?:、[\u4e00-\u9fff·]{2,6}){0,6})[,，：:]\s?"
    r"《(?P<title>[^《》]{2,80})》[,，]\s?载?\s?《(?P<venue>[^《》]{2,40})》[,，]?\s?"
    r"(?P<year>(?:19|20)[0-9]{2})年"
)
_NO_DAY = (
    r"(?!(?:on|in) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:on|in) (?:January|February|March|April|"
    r"May|June|July|August|September|October|November|December))"
)
_CAPITAL = r"[A-Z][\w&'-]{1,30}"
_SMALL = r"(?:of |and |for |the |in |on )?"
_VENUES = (
    re.compile(r"(?:发表于|发表在|刊登于|刊登在|刊于|载于|登上|刊载于)(?:[0-9]{4}年?[^《》,，。]{0,8}的?)?《(?P<v>[^《》]{2,40})》"),
    re.compile(r"[「『《](?P<v>[^「」『』《》]{2,40})[」』》](?:誌|の[0-9]{4}年[^。、]{0,8})?(?:に掲載|で発表|に載)"),
    re.compile(r"(?P<v>[\u30a1-\u30fa\u30fc\u4e00-\u9fff]{3,24})の(?:[0-9]{4}年)?[0-9]{1,2}月号"),
    re.compile(rf"(?i:in|at) the (?i:journal) (?P<v>{_CAPITAL}(?: {_NO_DAY}{_SMALL}{_CAPITAL}){{0,6}})"),
    re.compile(rf"(?i:accepted|presented|appeared) (?:at|in|by) (?:the )?(?!journal )"
               rf"(?P<v>{_CAPITAL}(?: {_NO_DAY}{_SMALL}{_CAPITAL}){{1,7}})"),
)  # fmt: skip


def _cited(maker: Maker, sentence: Sentence) -> Iterator[Claim]:
    """A reference spelt out in Chinese: authors, title, journal, year."""
    for match in _CITED_ZH.finditer(maker.text, sentence.start, sentence.end):
        title = match["title"]
        names = tuple(match["who"].split("、"))
        year = Year(value=int(match["year"]), as_written=match["year"])
        yield from maker.made(title, "title", Text(value=title), match.span("title"))
        yield from maker.made(title, "author", EntityList(values=names), match.span("who"))
        yield from maker.made(title, "venue", entity(match["venue"]), match.span("venue"))
        yield from maker.made(title, "publication_year", year, match.span("year"))


def _venues(maker: Maker, sentence: Sentence) -> Iterator[Claim]:
    for pattern in _VENUES:
        for match in pattern.finditer(maker.text, sentence.start, sentence.end):
            work = maker.reading.subjects.work(sentence.block)
            yield from maker.made(work, "venue", entity(match["v"]), match.span())


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
