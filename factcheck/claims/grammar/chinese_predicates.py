"""Where the predicate of a Chinese clause begins: verbs, single characters that the ones beside
them do not make other words of, numbers, and adjectives before a number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck.claims.grammar.words import edges_of, word_set, words_of

MOST_BEFORE = 60
"""Characters of a clause in which its first predicate is looked for."""
MOST_DESCRIBING = 30
"""Characters of a clause before 的 that describes a noun."""

_HIDDEN = re.compile(
    r"《[^《》]{0,90}》|“[^“”]{0,90}”|「[^「」]{0,90}」|[(（][^()（）]{0,120}[)）]|\"[^\"\n]{0,90}\""
)
_PART_OF_NAME = re.compile(
    r"[0-9]{1,5}(?:[号路期院中小区栋队连世代型]|[A-Za-z])|[0-9]{1,3}(?=[的售重长高宽厚搭采配支起])"
)
_NOMINAL = ("为", "是", "占", "达", "同比", "超过", "约为", "增长", "下降", "上涨", "下跌")
"""Predicates right behind a verb, which then is a noun: 研发投入为."""
_ADJECTIVE = re.compile(r"[高长宽重深厚](?:约|达|近|逾|超过?|仅|至)?(?=[0-9])")
_CLOSES_CLAUSE = re.compile(
    r"(?:[0-9]{4}年)?[\u4e00-\u9fff]{1,4}(?:[0-9]{1,5}[\u4e00-\u9fff]{1,2})?的"
)
_NOT_DESCRIBING = "在对以用从为"
_JOINING = "和与及、或的"


def predicate_in(text: str, begin: int, end: int) -> int | None:
    """Where the first predicate of the clause `text[begin:end]` stands: at its beginning or behind
    a phrase of two characters. A verb that only describes a noun (1998年创办的…) is none."""
    hidden = [m.span() for m in _HIDDEN.finditer(text, begin, end)]
    behind = begin
    for at in _candidates(text, begin, min(end, begin + MOST_BEFORE)):
        if at < behind or at == begin + 1 or any(a <= at < b for a, b in hidden):
            continue
        if at > begin and text[at - 1] in _JOINING:
            continue
        closing = text.find("的", at, min(end, at + MOST_DESCRIBING))
        if closing > 0 and _describes(text, begin, at, closing, end):
            behind = closing + 1
            continue
        return at
    return None


def _describes(text: str, begin: int, at: int, closing: int, end: int) -> bool:
    """Whether the verb at `at` belongs to a clause before 的 that describes the subject: a
    predicate of its own follows behind 的 and a noun."""
    if at > begin and (text[at] in _NOT_DESCRIBING or not _CLOSES_CLAUSE.match(text, at)):
        return False
    if any(mark in text[at : closing - 1] for mark in "、了着"):
        return False
    if text[at] in "是为" or text.startswith(("具有", "拥有", "共有"), at):
        return False
    following = next(_candidates(text, closing + 2, min(end, closing + 26)), None)
    return following is not None and following - closing >= 3


def _candidates(text: str, begin: int, stop: int) -> Iterator[int]:
    """Places where a predicate may begin, in order."""
    verbs = word_set("chinese", "verbs")
    for at in range(begin, stop):
        if at > begin and (
            _is_number(text, at, stop)
            or _ADJECTIVE.match(text, at, stop + 8)
            or (text[at + 2 : at + 3] == "了" and text[at + 1] not in "的、")
        ):
            yield at
        elif text[at : at + 2] in verbs:
            if not _is_noun(text, at, inside=at > begin):
                yield at
        elif _is_single(text, at):
            yield at


def _is_number(text: str, at: int, stop: int) -> bool:
    """Whether a number begins that is no part of a name (4号线, GPT 4)."""
    before = text[at - 1]
    if not text[at].isdigit() or before.isdigit() or before in ".-–":
        return False
    if _PART_OF_NAME.match(text, at, stop) or (before.isascii() and before.isalnum()):
        return False
    return not (before == " " and text[at - 2 : at - 1].isascii())


def _is_noun(text: str, at: int, *, inside: bool) -> bool:
    """Whether what follows makes the verb at `at` the first half of a noun: 投资公司, 生产线."""
    if text[at + 2 : at + 3] == "的":
        return not inside
    if inside and text.startswith(_NOMINAL, at + 2):
        return True
    return inside and edges_of("chinese", "noun_ends").beginning(text, at + 2) is not None


def _is_single(text: str, at: int) -> bool:
    """Whether one character is a predicate by itself."""
    character, before, behind = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    guard = _single().get(character)
    if guard is None or before in guard[0] or (behind and behind in guard[1]):
        return False
    return character not in word_set("chinese", "measuring") or (
        behind.isdigit() or behind in word_set("chinese", "behind_measuring")
    )


@cache
def _single() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """The predicates of one character, with the characters that before or behind them make other
    words."""
    found: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
    for entry in "".join(words_of("chinese", "single")).strip("|").split("|"):
        word, before, *behind = [*entry.split(":"), ""]
        found[word] = (frozenset(before), frozenset("".join(behind)))
    return found
