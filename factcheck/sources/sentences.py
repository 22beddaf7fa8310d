"""Sentences of English, Chinese and Japanese with their offsets; no character is ever lost.

Written by hand because every library tried lost characters, or did not split where a sentence
begins with a digit.
"""

from __future__ import annotations

import re

from factcheck.sources.document import Span
from factcheck.sources.lines import CLOSERS
from factcheck.sources.vocabulary import table

_WORDS = table("sentences")
NEVER_END = frozenset(_WORDS["never_end"])
MAY_END = frozenset(_WORDS["may_end"])
STARTERS = frozenset(_WORDS["starters"])
CONTINUING_KANA = frozenset("とっのがはをにでなもやへ")
"""Hiragana after a closed quotation that go on with the sentence around it."""

_BREAK = re.compile(
    r"(?P<full>[。．！？｡]{1,20}[!?…！？。]{0,20})|(?P<half>[.!?]{1,20})|(?P<dots>[…‥]{1,20})|(?P<line>\r\n|[\n\r\x0b\x0c\x85\u2028\u2029])"
)
_WORD_BEFORE = re.compile(r"[A-Za-z][A-Za-z.]{0,12}$")
_NEXT = re.compile(r"[\s\u3000]{0,200}")
_NEXT_WORD = re.compile(r"[A-Za-z']{1,20}")
_MARKER = re.compile(r"(?:[-*•●■・◆+]\s|#{1,6}\s|\d{1,3}[.)、](?!\d)|[（(]\d{1,2}[)）]|\|)")
_CLOSING = "".join(sorted(CLOSERS))


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The sentences of `text[start:end]` in order, without the blanks around them. Every other
    character is in exactly one of them."""
    stop = len(text) if end is None else min(end, len(text))
    found: list[Span] = []
    begin = start
    for match in _BREAK.finditer(text, start, stop):
        if match.start() < begin:
            continue
        cut = _cut(text, begin, match, stop)
        if cut is not None:
            _add(found, text, begin, cut)
            begin = cut
    _add(found, text, begin, stop)
    return found


def _add(found: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append(Span(start=start, end=end))


def _cut(text: str, begin: int, match: re.Match[str], stop: int) -> int | None:
    """Where the sentence ends that this mark closes, None when it closes none."""
    if match["line"]:
        return match.end() if _breaks_line(text, begin, match, stop) else None
    end = match.end()
    while (
        end < stop
        and end - match.end() < 8
        and text[end] in _CLOSING
        and not (text[end] in "\"'" and _opens(text, end, stop))
    ):
        end += 1
    after = text[end] if end < stop else ""
    if match["full"]:
        return _after_full(text, match, end, after)
    if match["dots"]:
        return end if not after or after in "\r\n" else _before_capital(text, end, stop)
    return _after_half(text, begin, match, end, stop)


def _opens(text: str, at: int, stop: int) -> bool:
    """Whether a straight quote opens a quotation: a blank before it, a word behind it."""
    return text[at - 1].isspace() and at + 1 < stop and not text[at + 1].isspace()


def _after_full(text: str, match: re.Match[str], end: int, after: str) -> int | None:
    if end > match.end() and after in CONTINUING_KANA:
        return None
    if match[0][0] in "．" and after.isdigit():
        return None
    return end


def _before_capital(text: str, end: int, stop: int) -> int | None:
    gap = _NEXT.match(text, end, stop)
    at = gap.end() if gap else end
    if at == end or at >= stop:
        return end if at >= stop else None
    return end if text[at].isupper() else None


def _after_half(text: str, begin: int, match: re.Match[str], end: int, stop: int) -> int | None:
    mark = match[0]
    if end >= stop:
        return end
    after = text[end]
    before = text[match.start() - 1] if match.start() > begin else ""
    if not after.isspace():
        # `3.5`, `Node.js`, `Yahoo!News` go on; Chinese and Japanese write no blank
        wide = after > "\u2e7f" and (before > "\u2e7f" or "!" in mark or "?" in mark)
        return end if wide and len(mark) < 3 else None
    gap = _NEXT.match(text, end, stop)
    at = gap.end() if gap else end
    if at >= stop:
        return end
    if text[at].islower():
        return None
    if mark != ".":
        return end if mark[0] != "." or text[at].isupper() or text[at] > "\u2e7f" else None
    return end if _closes(text, begin, match.start(), at) else None


def _closes(text: str, begin: int, dot: int, following: int) -> bool:
    """Whether a single full stop followed by a blank ends the sentence."""
    word = _WORD_BEFORE.search(text, max(begin, dot - 14), dot)
    if word is None:
        lead = text[begin:dot].strip()
        return not (lead.isdigit() and len(lead) <= 3)
    token = word[0].casefold().strip(".")
    if token in NEVER_END:
        return token in ("no", "p", "v", "art", "app") and _starts(text, following)
    if token in MAY_END or (len(token) == 1 and word[0].isupper()):
        return _starts(text, following)
    return True


def _starts(text: str, at: int) -> bool:
    word = _NEXT_WORD.match(text, at)
    return word is not None and word[0].casefold() in STARTERS


def _breaks_line(text: str, begin: int, match: re.Match[str], stop: int) -> bool:
    """Whether a line's end closes a sentence: before an empty line or a marker, or when the line
    was too short to have been wrapped."""
    gap = _NEXT.match(text, match.end(), stop)
    at = gap.end() if gap else match.end()
    between = text[match.start() : at]
    if between.count("\n") > 1 or between.count("\r") > 1 or at >= stop:
        return True
    if _MARKER.match(text, at, stop):
        return True
    line = text[max(begin, match.start() - 60) : match.start()]
    previous = max(line.rfind("\n"), line.rfind("\r"))
    columns = len(line) - previous - 1
    return columns < 30 and (text[at].isupper() or (text[at] > "\u2e7f" and columns < 16))
