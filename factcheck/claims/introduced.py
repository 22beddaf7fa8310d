"""Names that a text itself gives to what it speaks of: `X (Y)`, `X, or Y,`, 以下简称 Y,
以下、Yと呼ぶ. They hold from there to the end of the text."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.claims.grammar.words import edges_of
from factcheck.claims.naming import without_article
from factcheck.model import fold

LONGEST_NAME = 60
"""Characters before a bracket in which the full name is looked for."""
SHORTEST, LONGEST = 2, 24
"""Characters of an introduced name."""

_MARKED = (
    r"[“\"「『‘']?"
    r"(?P<{0}>[^“”\"「」『』‘’()（）,，。、;；:：\n]{{2,24}}?)"
    r"[”\"」』’']?"
)
_OPENING = (
    r"\s?(?:[(（](?:[^()（）]{0,60}[、,，;；]\s?)?|"
    r"[,，](?=(?:以?下(?:文)?[简称]|hereafter|hereinafter)))"
)
_CHINESE = (
    r"(?:以?下(?:文)?统?(?:称|简称)|(?:以下)?(?:简|統|统|略)称|又称|也称)"
    r"(?:为|作|は)?[:：]?\s?"
)
_JAPANESE_TAIL = r"(?:と(?:いう|呼ぶ|呼びます|いいます|称する|略す|表記)[^()（）]{0,6})?"
_ENGLISH = (
    r"(?i:hereafter|hereinafter|henceforth|from here on)"
    r"(?i:,? (?:called|referred to as|simply|known as))?(?: the)?,? "
)
_INTRODUCING = re.compile(
    _OPENING
    + "(?:"
    + (_CHINESE + _MARKED.format("zh"))
    + (r"|以下[、,]?\s?(?:単に|略して)?" + _MARKED.format("ja") + _JAPANESE_TAIL)
    + ("|" + _ENGLISH + _MARKED.format("en"))
    + r"|(?P<short>[A-Z][A-Za-z0-9&-]{1,11}s?))\s?[)）,，]"
)
_OR = re.compile(
    r"(?P<name>[A-Z][A-Za-z&'’-]{1,30}"
    r"(?: (?:of |and |for |the |in )?[A-Z][A-Za-z&'’-]{1,30}){1,7}), "
    r"(?:or|also known as|known as|commonly called|called) (?:the )?"
    r"(?P<short>[A-Z][A-Za-z0-9&-]{1,20}),"
)
_LATIN_NAME = re.compile(
    r"[A-ZÀ-Þ][A-Za-zÀ-ž0-9.&'’-]{0,30}"
    r"(?:,? (?:(?:of|and|for|the|in|on|de|la|du|des|van) ){0,2}"
    r"[A-ZÀ-Þ][A-Za-zÀ-ž0-9.&'’-]{0,30}){0,9}$"
)
_WIDE_NAME = re.compile(r"[^\s,，。、;；:：“”\"「」『』《》()（）]{2,40}$")
_HEAD_JA = re.compile(r".*[のはがをにでとたるいな](?=[^ぁ-ん]{2,}$)")
_SOURCE = re.compile(r"^(?:[^从由]{0,4}记者)?(?:今天|日前|近日|昨日)?[从由在向]")
_SMALL = frozenset(["of", "and", "for", "the", "in", "on", "de", "la", "du", "des", "at", "to"])


@dataclass(frozen=True, slots=True)
class Introduction:
    """From `start` on the text says `alias` for `name`."""

    start: int
    alias: str
    name: str


class Introductions:
    """What a text introduces; looked up by the words used and the place where they stand."""

    def __init__(self, text: str) -> None:
        self._by_alias: dict[str, list[Introduction]] = {}
        for found in introductions(text):
            self._by_alias.setdefault(fold(found.alias), []).append(found)

    def __iter__(self) -> Iterator[Introduction]:
        return (found for same in self._by_alias.values() for found in same)

    def name(self, words: str, offset: int) -> str | None:
        """What the words at an offset are the short name of; None where nothing said so before."""
        same = self._by_alias.get(fold(words))
        if same is None:
            return None
        index = bisect.bisect_right([found.start for found in same], offset) - 1
        return same[index].name if index >= 0 else None


def introductions(text: str) -> Iterator[Introduction]:
    """The introductions of a text, in text order within each form."""
    for match in _INTRODUCING.finditer(text):
        alias = (match["zh"] or match["ja"] or match["en"] or match["short"]).strip()
        name = _name_before(text, match.start(), alias, sure=match["short"] is None)
        if name and SHORTEST <= len(alias) <= LONGEST and fold(name) != fold(alias):
            yield Introduction(match.start(), alias, name)
    for match in _OR.finditer(text):
        name = without_article(match["name"])
        if fold(name) != fold(match["short"]):
            yield Introduction(match.start(), match["short"], name)


def _name_before(text: str, end: int, alias: str, *, sure: bool) -> str | None:
    """The full name that ends at `end`. A bare bracket introduces only the initials of a Latin
    name."""
    before = text[max(0, end - LONGEST_NAME) : end].rstrip()
    latin = _LATIN_NAME.search(before)
    if latin:
        words = latin.group().split(" ")
        spelled = _spelled(words, alias)
        if spelled:
            return without_article(spelled)
        return without_article(latin.group()) if sure and len(words) > 1 else None
    wide = _WIDE_NAME.search(before)
    if wide is None or not sure or before[-1:].isascii():
        return None
    name = _undescribed(wide.group())
    return name if len(name) > len(alias) // 2 else None


def _spelled(words: list[str], alias: str) -> str | None:
    """The last words whose initials spell the short form, small words aside."""
    wanted = [c for c in alias.rstrip("s") if c.isupper()]
    if len(wanted) < 2:
        return None
    place = len(words)
    for letter in reversed(wanted):
        place -= 1
        while (
            place >= 0 and words[place].strip(",").lower() in _SMALL and letter != words[place][0]
        ):
            place -= 1
        if place < 0 or words[place][:1].upper() != letter:
            return None
    return " ".join(words[place:])


def _undescribed(words: str) -> str:
    """The name without what leads to it: 由X, 对于X, …するX."""
    described = _HEAD_JA.match(words)
    words = words[described.end() :] if described else words
    words = _SOURCE.sub("", words.rpartition("的")[2] or words)
    lead = edges_of("chinese", "fronted").beginning(words)
    return words[len(lead) :] if lead and len(words) - len(lead) > 3 else words
