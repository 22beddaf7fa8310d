"""FC113: two ends and what is said of the way between them: rose from 840 to 790, nine years from
2008 to 2013."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Literal

from factcheck.model import Conflict, Language
from factcheck.reconcile.rules.building import Finding, conflict, side
from factcheck.reconcile.rules.interface import Case, RuleDoc
from factcheck.reconcile.translation.figures import Figure, figures
from factcheck.reconcile.translation.number_words import spaced
from factcheck.sources.document import Block, Document

DOC = RuleDoc(
    code="FC113", version=1, kind="internal", severity="medium",
    title="two ends do not fit what is said between them",
    what="A sentence says that something rose (or fell) from one number to another, and the second "
    "is the smaller (larger) one; or that it took a number of years, and the two years beside it "
    "are another number apart. Ranks, clock times and years as numbers are left alone.",
    why="Either the direction is wrong or one of the numbers.",
    example="the rent rose from 840 to 790 euros",
)  # fmt: skip

Way = Literal["up", "down"]
_NUMBER = r"[$€£¥]?\d[\d,]{0,14}(?:\.\d{1,4})?(?: ?(?:%|per ?cent|[mb]n|million|billion|trillion))?"
_HAN_NUMBER = r"\d[\d,]{0,12}(?:\.\d{1,4})?[%％万億亿兆千百]{0,2}\d{0,4}"
_FROM_EN = (
    rf"(?: [a-z]{{1,14}}){{0,3}} from (?P<a>{_NUMBER})(?P<unit>(?: [a-z]{{1,14}}){{0,2}}?) "
    rf"to (?P<b>{_NUMBER})"
)
_COUNTER = r"[一-鿿ぁ-ヿ]{0,4}?"
_FROM_JA = rf"(?<![\d,.])(?P<a>{_HAN_NUMBER})(?P<unit>{_COUNTER})から(?P<b>{_HAN_NUMBER})"
_WAYS: Mapping[Language, tuple[tuple[Way, re.Pattern[str]], ...]] = {
    "en": (
        ("up", re.compile(r"(?<![A-Za-z])(?:ros|rise[ns]?|risen|increas|grew|grow|climb|jump|soar|"
                          rf"surg|went up|gone up)[a-z]{{0,4}}{_FROM_EN}", re.IGNORECASE)),
        ("down", re.compile(r"(?<![A-Za-z])(?:fell|falls?|fallen|drop|declin|decreas|shrank|shrink|"
                            rf"sank|slip|plung|went down|gone down)[a-z]{{0,4}}{_FROM_EN}",
                            re.IGNORECASE)),
    ),
    "zh": (
        ("up", re.compile(rf"从(?P<a>{_HAN_NUMBER})(?P<unit>{_COUNTER})(?:上升|上涨|增加|增长|提高|"
                          rf"提升|扩大|升|涨|增)(?:至|到|为)了?(?P<b>{_HAN_NUMBER})")),
        ("down", re.compile(rf"从(?P<a>{_HAN_NUMBER})(?P<unit>{_COUNTER})(?:下降|下跌|减少|降低|"
                            rf"缩减|缩小|降|跌|减)(?:至|到|为)了?(?P<b>{_HAN_NUMBER})")),
    ),
    "ja": (
        ("up", re.compile(rf"{_FROM_JA}{_COUNTER}[にへ]と?(?:上昇|増加|増え|伸び|値上が|値上げ|"
                          r"拡大|引き上げ|跳ね上が|上が)")),
        ("down", re.compile(rf"{_FROM_JA}{_COUNTER}[にへ]と?(?:下落|減少|減っ|低下|縮小|"
                            r"引き下げ|値下が|値下げ|落ち込|下が)")),
    ),
}  # fmt: skip
_RANK_EN = re.compile(
    r"(?<![A-Za-z])(?:rank\w{0,4}|place[ds]?|seed\w{0,2}|position|number|table|chart\w{0,1})"
    r"(?![A-Za-z])|\d(?:st|nd|rd|th)(?![a-z])|[ap]\.?m(?![a-z])", re.IGNORECASE)  # fmt: skip
_RANK_HAN = re.compile(r"第|[位名年时時点點月岁歳号號]")
_YEARS = r"(?P<first>(?:1[5-9]|20)\d\d)"
_LAST = r"(?P<last>(?:1[5-9]|20)\d\d)"
_COUNT_EN = (
    r"(?P<n>\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|"
    r"fifteen|sixteen|seventeen|eighteen|nineteen|twenty)"
)
_COUNT_HAN = r"(?P<n>\d{1,2}|[一二两三四五六七八九十]{1,3})"
_SPANS: Mapping[Language, tuple[re.Pattern[str], ...]] = {
    "en": (
        re.compile(rf"(?<![A-Za-z])for {_COUNT_EN} years,? (?:from|between) {_YEARS} "
                   rf"(?:to|and|until) {_LAST}(?!\d)", re.IGNORECASE),
        re.compile(rf"(?<![A-Za-z])(?:from|between) {_YEARS} (?:to|and|until) {_LAST},? (?:for )?"
                   rf"{_COUNT_EN} years(?= in all|,|\.|;| altogether)", re.IGNORECASE),
        re.compile(rf"(?<![A-Za-z])(?:the|those) {_COUNT_EN} years (?:from|between) {_YEARS} "
                   rf"(?:to|and|until) {_LAST}(?!\d)", re.IGNORECASE),
    ),
    "zh": (re.compile(rf"从?{_YEARS}年(?:到|至){_LAST}年[^。,，;；\d\n]{{0,10}}[,，]?(?:的|这|共|"
                      rf"前后|历时)?{_COUNT_HAN}年(?:间|里|中|来|时间|之间)"),),
    "ja": (re.compile(rf"{_YEARS}年から{_LAST}年まで[のに、]?{_COUNT_HAN}年間"),),
}  # fmt: skip
_WORDS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
}  # fmt: skip
_HAN = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_MEANT: Mapping[Way, str] = {"up": "rise", "down": "fall"}


class TwoEnds:
    """Sentences of the body; titles and tables say too little."""

    doc = DOC

    def find(self, case: Case) -> Iterator[Conflict]:
        for extraction in case.extractions:
            document = extraction.document
            if document.kind == "record":
                continue
            for block in document.blocks:
                if block.zone == "body" and block.kind not in ("code", "table_row"):
                    yield from _ways(document, block)
                    yield from _spans(document, block)


def _ways(document: Document, block: Block) -> Iterator[Conflict]:
    text = document.text
    for way, pattern in _WAYS.get(block.language, ()):
        for found in pattern.finditer(text, block.start, block.end):
            first, second = (_only(text, *found.span(name), block) for name in ("a", "b"))
            if first is None or second is None or _is_rank(text, found, block.language):
                continue
            a, b = _shared(first, second), second.value
            if a == b or (way == "up") == (b > a) or (1500 <= a <= 2100 and 1500 <= b <= 2100):
                continue
            yield conflict(DOC, Finding(
                sides=(side(document, first.start, second.end, role="ends"),),
                message=f"From {spaced(a)} to {spaced(b)} is no {_MEANT[way]}",
                explanation=(f"“{found.group()}”", "the direction is wrong, or one of the numbers"),
                confidence=85,
            ))  # fmt: skip


def _only(text: str, start: int, end: int, block: Block) -> Figure | None:
    found = [f for f in figures(text, start, end, block.language) if f.strong]
    return found[0] if len(found) == 1 else None


def _shared(first: Figure, second: Figure) -> Decimal:
    """The first number, with the magnitude that is written only once: 1.2 to 1.4 million."""
    if first.magnitude == 1 and first.value < second.value / second.magnitude * 1000:
        return first.value * second.magnitude
    return first.value


def _is_rank(text: str, found: re.Match[str], language: Language) -> bool:
    """Whether the numbers are ranks (to rise from 12th to 3rd), hours or years."""
    if language == "en":
        return bool(_RANK_EN.search(text, max(0, found.start() - 30), found.end() + 24))
    around = (text[found.start("a") - 1 : found.start("a")] + found["unit"]
              + text[found.end("b") : found.end("b") + 1])  # fmt: skip
    return bool(_RANK_HAN.search(around))


def _spans(document: Document, block: Block) -> Iterator[Conflict]:
    for pattern in _SPANS.get(block.language, ()):
        for found in pattern.finditer(document.text, block.start, block.end):
            apart = int(found["last"]) - int(found["first"])
            told = _count(found["n"])
            if told is None or apart <= 0 or told in (apart, apart + 1):
                continue
            yield conflict(DOC, Finding(
                sides=(side(document, found.start("n"), found.end("n"), role="years"),
                       side(document, found.start("first"), found.end("last"), role="ends")),
                message=f"From {found['first']} to {found['last']} are {apart} years "
                f"({apart + 1} with both), not {found['n']}",
                explanation=(f"{found['last']} - {found['first']} = {apart}",), confidence=80,
            ))  # fmt: skip


def _count(word: str) -> int | None:
    """A count of years in digits or words, None where it is no plain one."""
    if word.isdigit():
        return int(word)
    if word.isascii():
        return _WORDS.get(word.casefold())
    ones, ten, rest = word.partition("十")
    digits = [_HAN.get(ones, 1 if not ones else None), _HAN.get(rest, 0 if not rest else None)]
    if not ten:
        return _HAN.get(word)
    return None if digits[0] is None or digits[1] is None else digits[0] * 10 + digits[1]
