"""Identifiers and other digits that are no quantity: addresses, DOIs, arXiv ids, versions, model
names, telephone numbers, clock times, references to sections. Taken before any number is read."""

# ruff: noqa: E501 - tables of words and patterns stay one entry to a line

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from factcheck.model import Identifier
from factcheck.values.folding import compile_folded


@dataclass(frozen=True, slots=True)
class Reserved:
    """A stretch of text that no number may be read from; `value` is None where it has none."""

    start: int
    end: int
    value: Identifier | None


_URL = compile_folded(
    r"(?:https?|ftp)://[A-Za-z0-9\-._~:/?#@!$&'*+,;=%\[\]()]{1,2000}", re.IGNORECASE
)
_TRAILING = ".,;:!?'\"]>"
_LICENCE_URL = compile_folded(
    r"creativecommons\.org/(?:licenses|publicdomain)/(?P<kind>[a-z-]{2,12})(?:/(?P<version>[0-9.]{1,4}))?",
    re.IGNORECASE,
)


def _url(match: re.Match[str]) -> tuple[str, str, int]:
    words = match.group()
    while words and (
        words[-1] in _TRAILING or (words[-1] == ")" and words.count("(") < words.count(")"))
    ):
        words = words[:-1]
    return "url", words, match.start() + len(words)


def _arxiv(match: re.Match[str]) -> tuple[str, str, int] | None:
    month = int(match["id"][2:4])
    if not 1 <= month <= 12:
        return None
    return "arxiv", match["id"] + (match["version"] or ""), match.end()


def _group(scheme: str, upper: bool = False) -> Callable[[re.Match[str]], tuple[str, str, int]]:
    def read(match: re.Match[str]) -> tuple[str, str, int]:
        return scheme, match["id"].upper() if upper else match["id"], match.end()

    return read


def _doi(match: re.Match[str]) -> tuple[str, str, int]:
    words = (
        match["id"].rstrip(_TRAILING + ")")
        if match["id"].count("(") < match["id"].count(")")
        else match["id"].rstrip(_TRAILING)
    )
    return "doi", words.lower(), match.start("id") + len(words)


def _licence(match: re.Match[str]) -> tuple[str, str, int]:
    return "licence", "-".join(match.group().upper().replace("-", " ").split()), match.end()


_Reading = Callable[[re.Match[str]], tuple[str, str, int] | None]
_IDENTIFIERS: tuple[tuple[re.Pattern[str], _Reading], ...] = (
    (_URL, _url),
    (compile_folded(r"(?<![0-9A-Za-z])(?:doi:[ ]?)?(?P<id>10\.[0-9]{4,9}/[A-Za-z0-9\-._;()/:<>]{1,200})", re.IGNORECASE), _doi),
    (compile_folded(r"(?<![0-9A-Za-z.])(?:arxiv:[ ]?)?(?P<id>[0-9]{4}\.[0-9]{5})(?P<version>v[0-9]{1,2})?(?![0-9A-Za-z]|\.[0-9])", re.IGNORECASE), _arxiv),
    (compile_folded(r"(?=[0-9]{4}\.)(?:(?<=arxiv:)|(?<=arxiv: )|(?<=arxiv ))(?P<id>[0-9]{4}\.[0-9]{4})(?P<version>v[0-9]{1,2})?(?![0-9A-Za-z]|\.[0-9])", re.IGNORECASE), _arxiv),
    (compile_folded(r"(?<![0-9A-Za-z-])(?P<id>[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X])(?![0-9A-Za-z-])"), _group("orcid", upper=True)),
    (compile_folded(r"(?<![A-Za-z])CC[ -]BY(?:[ -](?:NC|SA|ND)){0,2}(?:[ -][1-4]\.0)?(?![A-Za-z0-9])"), _licence),
    (compile_folded(r"(?<![A-Za-z])(?:versions?|ver\.?|版本|バージョン)[ ]{0,2}(?P<id>[0-9]{1,4}(?:\.[0-9]{1,4}){0,4}[a-z]?)(?![0-9A-Za-z%])", re.IGNORECASE), _group("version")),
    (compile_folded(r"(?<![A-Za-z0-9])v(?P<id>[0-9]{1,4}(?:\.[0-9]{1,4}){1,4})(?![0-9A-Za-z])"), _group("version")),
)  # fmt: skip

SIZE_IN_NAME = compile_folded(
    r"(?<=[-_])(?P<number>[0-9]{1,4}(?:\.[0-9]{1,3})?)(?P<letter>[BM])(?![A-Za-z0-9])"
)
_SIZE_END = compile_folded(r"[-_][0-9]{1,4}(?:\.[0-9]{1,3})?[BM]$")

_HOUR = "(?:[0-5]?[0-9]|[一二三四五六七八九十两]{1,3})"
_BLOCKED: tuple[re.Pattern[str], ...] = (
    compile_folded(r"(?<![A-Za-z0-9])(?:\+[0-9]{1,3}(?:[-/ ][0-9]{2,4}){3}|[0-9]{2,4}[-/][0-9]{2,4}[-/][0-9]{4})(?![0-9])"),  # telephone
    compile_folded(r"(?<![0-9.])(?:[0-9]{1,5}\.){2,9}[0-9]{1,5}(?![0-9])"),  # 1.2.3
    compile_folded(r"(?=[0-9])(?<![0-9:])[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?(?![0-9])"),  # clock
    compile_folded(rf"(?:(?:上午|下午|凌晨|早上|清晨|晚上|傍晚|中午|深夜|夜里|午前|午後|朝|夜|夕方)[ ]?{_HOUR}[ ]?[点时](?!间)|(?<![0-9])(?<![0-9][.,])(?<![一二三四五六七八九十])[0-2]?[0-9][ ]?[点时](?=[ ]?{_HOUR}[ ]?分(?![之の])))(?:[ ]?半|[ ]?{_HOUR}[ ]?分(?:[ ]?{_HOUR}[ ]?秒)?)?"),
    compile_folded(r"(?=[0-9])(?<![0-9.])1?[0-9](?::[0-5][0-9])?[ ]?[ap]\.?m\.?(?![A-Za-z0-9])(?=[ ,.;!?)]|$)", re.IGNORECASE),
    compile_folded(r"(?<![0-9/.])24/7(?![0-9/])"),  # round the clock
    compile_folded(r"\[[0-9]{1,3}(?:[ ]?[,–-][ ]?[0-9]{1,3}){0,20}\]"),  # [3, 5]
    compile_folded(
        r"(?<![A-Za-z])(?:sections?|sect?\.|§|chapters?|figures?|fig\.|figs\.|tables?|equations?|eq\.|appendix|theorem|lemma|footnotes?|highway|route|exit)"
        r"[ ]{0,2}[0-9]{1,4}(?:\.[0-9]{1,3}){0,3}(?![0-9A-Za-z])", re.IGNORECASE),
    compile_folded(r"第[ ]?[0-9一二三四五六七八九十百零〇]{1,6}[ ]?(?:章|节|節|页|図|图|表|条|版|款|部分|編|回)"),
    compile_folded(r"(?:图|図|表|式|附录|付録|脚注)[ ]?[0-9]{1,3}(?:\.[0-9]{1,3})?(?![0-9万亿%]|[,.][0-9]|[ ]?[万亿])"),
    compile_folded(r"(?<![A-Za-z0-9])[A-Za-z][A-Za-z0-9]{0,30}(?:[-_.][A-Za-z0-9]{1,30}){0,6}[-_]?[0-9][A-Za-z0-9]{0,30}(?:[-_.][A-Za-z0-9]{1,30}){0,6}"),
    compile_folded(r"\\[A-Za-z]{1,20}"),
    compile_folded(r"(?=[0-9])(?:(?<=\n)|(?<=\n )|(?<=\n  )|(?<=\n   )|(?<=\n    )|(?<![\s\S]))[0-9]{1,2}[.)、](?=[ ]?[A-Za-z一-鿿“])"),  # 1. an item
)  # fmt: skip
_CURRENCY_CODE = compile_folded(
    r"(?:US|AU|CA|HK|NT|C|A|S)?\$|(?:USD|EUR|GBP|CNY|RMB|JPY|HKD|AUD|CAD|CHF|INR|KRW|SEK|BTC)[0-9]",
    re.IGNORECASE,
)
_PERIOD = compile_folded(
    r"(?:mid|early|late|pre|post|about|approx|sub|over|nearly|up-to)[-_](?=[0-9])", re.IGNORECASE
)


_DIGIT = re.compile("[0-9]")
_LETTERED = re.compile("://|CC[ -]BY")
"""What an identifier without a digit has."""
_BLOCKED_WITHOUT_DIGITS = tuple(
    p for p in _BLOCKED if "一二三" in p.pattern or p.pattern[0] == "\\"
)
"""Those that Han numerals or no numerals at all can make."""


def find_identifiers(text: str, original: str) -> list[Reserved]:
    """Identifiers and blocked stretches of folded text, in order, none overlapping."""
    found: list[Reserved] = []
    digits = _DIGIT.search(text) is not None
    for pattern, reading in _IDENTIFIERS if digits or _LETTERED.search(text) else ():
        for match in pattern.finditer(text):
            read = reading(match)
            if read is None:
                continue
            scheme, value, end = read
            start = match.start()
            found.append(
                Reserved(
                    start,
                    end,
                    Identifier(scheme=scheme, value=value, as_written=original[start:end]),
                )
            )
    for pattern in _BLOCKED if digits else _BLOCKED_WITHOUT_DIGITS:
        for match in pattern.finditer(text):
            words = match.group()
            if (
                words[0].isalpha()
                and words[0].isascii()
                and (_CURRENCY_CODE.match(words) or _PERIOD.match(words))
            ):
                continue
            size = _SIZE_END.search(words) if words[0].isascii() else None
            end = match.start() + size.start() + 1 if size else match.end()
            found.append(Reserved(match.start(), end, None))
    return _without_overlaps(found)


def _without_overlaps(found: list[Reserved]) -> list[Reserved]:
    found.sort(key=lambda r: (r.start, r.value is None, -r.end))
    kept: list[Reserved] = []
    for item in found:
        if not kept or item.start >= kept[-1].end:
            kept.append(item)
        elif item.value is not None and kept[-1].value is None:
            kept[-1] = item
    return kept
