"""Numbers that count nothing: articles, list numbers, places in a document, identifiers, numerals
inside words, scores of a list."""

from __future__ import annotations

import re

from factcheck.claims.reading import Reading
from factcheck.model import FoundValue, Quantity
from factcheck.sources.fields import field_name

_INDEFINITE = re.compile(r"一|(?i:one|a|an)(?![A-Za-z])")
_LOCATOR = re.compile(
    r"(?:第|表|图|図|圖|§|(?<![A-Za-z])(?i:figure|fig\.|table|section|chapter|page|"
    r"pages|no\.|line|eq\.|equation|appendix|version|v))\s?$"
)
_RANKED = re.compile(r".?(?:位|名)")
_PLACE = re.compile(r"(?:号线|號線|号楼|号店|丁目|番地|行目|期|月号|[0-9]{1,3}行)")
_WORD = re.compile(
    r"[一二三四五六七八九十两](?:聚体|氧化|手(?![名段])|胎|维码|进制|极管|线城市|级市|等奖|把手|战(?![全皆])|国演义|文鱼|轮车|"
    r"合一|元论|角形|边形|次元|郎|夕|味(?!药)|重奏|部曲|字经|折线|叠纪|硫化|甲苯|酸盐|段(?=目|式)|人称|日游|温暖|世(?![纪界]))"
)
"""Numerals inside words: 二聚体, 三文鱼, 四边形, 五郎."""
_LIST_SCORE = re.compile(r"\s{0,3}[\])】]\s{0,3}$")
_MONTH = re.compile(r"[一二三四五六七八九十]{1,2}月")


def counts_nothing(reading: Reading, found: FoundValue) -> bool:
    """Whether a number is an indefinite article (一种, one), the number of a list item in running
    text, `(1)`, a place in the document (Figure 3) or what an identifier's field holds."""
    text = reading.document.text
    if _identifies(reading, found):
        return True
    value = found.value
    if not isinstance(value, Quantity) or value.unit in ("order of magnitude", "factor"):
        return False
    if _LOCATOR.search(text, max(0, found.start - 10), found.start) and not _RANKED.match(
        text, found.end - 1
    ):
        return True
    if _PLACE.match(text, found.end):
        return True
    around = text[max(0, found.start - 1) : found.start] + text[found.end : found.end + 1]
    if around in ("()", "（）") and found.quote.isdigit() and len(found.quote) <= 2:
        return True
    if value.value == 1 and value.unit != "person" and _INDEFINITE.match(found.quote):
        return True
    if _WORD.match(text, found.start) or _scores_an_entry(reading, found):
        return True
    return _MONTH.fullmatch(found.quote) is not None


def _scores_an_entry(reading: Reading, found: FoundValue) -> bool:
    """Whether the number is the score that a list gives an entry: `- Title of a paper [52.3]`."""
    text, block = reading.document.text, reading.document.block_at(found.start)
    return (
        block is not None
        and block.kind in ("list_item", "numbered_item", "heading")
        and text[found.start - 1 : found.start] == "["
        and "." in found.quote
        and _LIST_SCORE.fullmatch(text, found.end, block.end) is not None
    )


def _identifies(reading: Reading, found: FoundValue) -> bool:
    """Whether the number is (part of) what an identifier's field holds: `arXiv: 1412.6980`."""
    block = reading.document.block_at(found.start)
    return (
        block is not None
        and block.kind == "field"
        and field_name(block.label) in ("arxiv", "doi", "url", "licence")
    )
