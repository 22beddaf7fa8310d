"""Other names, where a text introduces them: （以下简称“X”）, (hereafter X), née X, a heading that
gives a name in two scripts."""

# ruff: noqa: E501 - tables of words and patterns stay one entry to a line

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factcheck.claims.making import Maker
from factcheck.claims.names import PERSON
from factcheck.claims.reading import Reading
from factcheck.model import Claim, Text

_NAME = r"[^\s,，、。;；:：()（）「」『』“”\"]{2,40}"
_ABBREVIATED = (
    re.compile(
        rf"(?P<name>{_NAME})[(（][^()（）]{{0,60}}?(?:以下|下)(?:简称|称)(?:为)?[“「‘'\"]?(?P<alias>[^()（）“”「」‘’'\"]{{1,24}})"
        r"[”」’'\"]?[)）]"
    ),
    re.compile(
        rf"(?P<name>{_NAME})[(（][^()（）]{{0,60}}?以下[、,]?[「『](?P<alias>[^「」『』]{{1,24}})[」』][^()（）]{{0,10}}[)）]"
    ),
    re.compile(
        rf"(?P<name>{_NAME})[(（](?:又名|原名|别名|曾用名|英文名|通称|旧称|旧姓|別名|本名)[:：]?\s?(?P<alias>[^()（）]{{1,30}})[)）]"
    ),
)
_HEREAFTER = re.compile(
    r"(?P<name>(?:[Tt]he )?[A-Z][\w.&'’-]{0,30}(?: (?:of |for |and |the |on )?[A-Z][\w.&'’-]{0,30}){0,7})"
    r" \((?:the |hereafter |hereinafter |henceforth |\"|“)*(?P<alias>[A-Z][A-Za-z0-9&-]{1,16})[\"”]?\)"
)
_BORN_AS = re.compile(
    rf"(?P<name>{PERSON}),? \(?(?:née|nee|né|born) (?P<alias>[A-Z][A-Za-zÀ-ž'’-]{{2,24}})(?![A-Za-z])(?! [0-9])"
)
_TWO_SCRIPTS = re.compile(
    r"(?P<name>[\u3040-\u30ff\u4e00-\u9fff]{2,16})\s?[(（](?P<alias>[A-Z][A-Za-z0-9 .&-]{1,40})[)）]"
)


class Aliases:
    """`alias` claims of names that stand beside each other."""

    name = "aliases"
    version = "1"

    def extract(self, reading: Reading) -> Iterable[Claim]:
        maker = Maker(reading=reading, extractor=f"{self.name}@{self.version}")
        for sentence in reading.sentences:
            if sentence.end - sentence.start > 1500:
                continue
            heading = reading.document.blocks[sentence.block].kind == "heading"
            patterns = _ABBREVIATED if sentence.language in ("zh", "ja") else (_HEREAFTER, _BORN_AS)
            for pattern in (*patterns, *((_TWO_SCRIPTS,) if heading else ())):
                yield from _named(maker, pattern, sentence.start, sentence.end)


def _named(maker: Maker, pattern: re.Pattern[str], start: int, end: int) -> Iterator[Claim]:
    for match in pattern.finditer(maker.text, start, end):
        name, alias = match["name"].strip(), match["alias"].strip()
        if pattern is _HEREAFTER and not _abbreviates(alias, name):
            continue
        if name != alias:
            yield from maker.made(name, "alias", Text(value=alias), match.span())


def _abbreviates(alias: str, name: str) -> bool:
    """Whether the letters of an abbreviation begin the words of a name, in order."""
    letters = [c.lower() for c in alias if c.isalpha()]
    initials = [w[0].lower() for w in re.split(r"[ -]", name) if w]
    place = 0
    for initial in initials:
        if place < len(letters) and letters[place] == initial:
            place += 1
    return place == len(letters)
