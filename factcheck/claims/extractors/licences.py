"""Licences in running text: the name of one wherever it stands, with the part of the work that it
holds for (code, weights, data). A name that is an ordinary word too (MIT) needs words around it."""

# ruff: noqa: E501 - tables of words and patterns stay one entry to a line

from __future__ import annotations

import re
from collections.abc import Iterable

from factcheck.claims.extractors.fields import licence_of
from factcheck.claims.making import Maker
from factcheck.claims.reading import Reading
from factcheck.model import Claim

_SURE = (
    r"BSD(?:[ -][023][ -]Clause)|Apache(?: License,?)?[- ](?:Version )?2\.0|"
    r"(?:A|L)?GPL[ -]?v?[23](?:\.0)?(?:-only|-or-later)?|MPL[- ]2\.0|EUPL[- ]1\.2|CC0(?:[ -]1\.0)?|"
    r"CC[ -]BY(?:-(?:NC|SA|ND)){0,2}(?:[ -][1-4]\.0)?|Unlicense|ODbL(?:[ -]1\.0)?"
)
_WORDED = r"MIT|ISC|Apache|BSD|AGPL|LGPL|GPL|Zlib"
_LICENCE = re.compile(
    rf"(?<![A-Za-z0-9.-])(?:(?P<sure>{_SURE})|(?P<worded>{_WORDED}))(?![A-Za-z0-9])(?!-[A-Za-z0-9])"
)
_BEFORE = re.compile(
    r"(?:[:：]|[是为は]|采用|使用|基于|遵循|以|under(?: the| an?)?|is|are|licen[sc]e[d:]?(?: under)?)\s?$",
    re.I,
)
_BEHIND = re.compile(
    r"(?:[- ]?(?:licen[sc]ed?)(?![a-z])|\s?(?:许可|协议|授权|开源|ライセンス)|\s?(?:[.,;，。；、]|$))",
    re.I,
)
_TOLD = re.compile(r"\s?-?(?:licen[sc]ed?(?![a-z])|许可|协议|授权|ライセンス)", re.I)
_SUBJECT = re.compile(r"licen[sc]e|许可|协议|授权|ライセンス|利用条件", re.I)
_PART = re.compile(
    r"(?<![A-Za-z])(?P<en>(?:[A-Za-z]{3,12} )?(?:code|weights|data(?:set)?|models?|images|"
    r"documentation|text|tables|software))(?![A-Za-z])|"
    r"(?P<cjk>模型权重|代码|权重|数据|模型|软件|源码|文档|コード|重み|測定データ|データ|モデル|ソフトウェア|文書)",
    re.I,
)
_REACH = 40


class Licences:
    """`license` claims of running text and of short lines."""

    name = "licences"
    version = "1"

    def extract(self, reading: Reading) -> Iterable[Claim]:
        maker = Maker(reading=reading, extractor=f"{self.name}@{self.version}")
        for match in _LICENCE.finditer(maker.text):
            index = reading.document.block_index_at(match.start())
            if index is None or not _is_licence(maker, index, match):
                continue
            block = reading.document.blocks[index]
            line = max(block.start, match.start() - _REACH)
            parts = list(_PART.finditer(maker.text, line, match.start()))
            told = _TOLD.match(maker.text, match.end(), block.end)
            subject = reading.subjects.topic(index) or reading.subjects.work(index)
            start = parts[-1].start() if parts else match.start()
            yield from maker.made(
                subject, "license", licence_of(match.group()),
                (start, told.end() if told else match.end()), modality="asserted",
                more={"part": parts[-1].group()} if parts else {},
            )  # fmt: skip


def _is_licence(maker: Maker, index: int, match: re.Match[str]) -> bool:
    """Whether the words name the terms of something: what could be another thing (MIT, BSD) needs
    words for terms or a part of a work around it."""
    block = maker.reading.document.blocks[index]
    if block.zone != "body" or block.kind in ("code", "heading"):
        return False
    if match["sure"]:
        return True
    start, end = max(block.start, match.start() - _REACH), match.end()
    before = maker.text[start : match.start()]
    if _TOLD.match(maker.text, end, block.end):
        return True
    around = _BEFORE.search(before) and _BEHIND.match(maker.text, end, block.end)
    return bool(around and (_PART.search(before) or _SUBJECT.search(before)))
