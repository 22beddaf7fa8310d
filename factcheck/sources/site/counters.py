"""Rows of what a site counts and says beside an article: views, comments, minutes of reading, ages,
buttons and dates, alone on a line or at the end of a byline."""

from __future__ import annotations

import re

from factcheck.sources.drafts import Draft
from factcheck.sources.markers import DATE_LINE
from factcheck.sources.site.words import MENUS, WORDS, alternation

BYLINE_NAMES = frozenset({"authors", "date", "publisher"})
"""What the fields of a byline name."""
LONGEST_AGE = 40
LONGEST_ROW = 120
LONGEST_BYLINE = 160

_SAID_WHEN = r"(?:published|posted|updated|发表于|发布于|更新于|投稿|公開)[ :：]{0,3}"
_AGE = (
    rf"(?:{_SAID_WHEN})?(?:约|約|about )?"
    r"(?:\d{1,3}|an?|one|几)\s{0,2}(?:(?:秒钟?|分钟?|分鐘|个?小时|小時|天|"
    r"日|周|週間?|星期|个?月|か月|ヶ月|カ月|"
    r"年|時間|分間?)(?:之?前|以前)|(?:s|m|h|d|w|mo|y|secs?|mins?|hrs?|seconds?|minutes?|"
    r"hours?|days?|weeks?|"
    r"months?|years?) ago)"
)
_AGE_ALONE = re.compile(_AGE + "$")
_SAID = re.compile(_SAID_WHEN, re.IGNORECASE)
_NUMBER = r"\+?\d[\d,.]{0,9}\s?(?:[kmw万萬億亿千](?![a-z]))?\+?"
_COUNTED = alternation(WORDS["counted"])
_READING = (
    r"\d{1,3}\s?-?(?:min(?:ute)?s?)(?:\sread)(?![a-z])|"
    r"(?:阅读)?(?:全文|约|约需|需要?)?\s?\d{1,3}\s?分钟(?:阅读|读完)|"
    r"(?:この記事は)?約?\s?\d{1,3}\s?分で読め(?:ます|る)|"
    r"(?:reading time|read time|(?:预计)?阅读时间|読了時間)\s?[:：]?\s?(?:about |约|約)?"
    r"\s?\d{1,3}\s?(?:min(?:ute)?s?|分钟?)(?![a-z])"
)
_COUNT = re.compile(
    rf"{_READING}|{_NUMBER}\s{{0,2}}(?:次|人|条|條|个|個|件|回)?(?:の)?\s?(?:{_COUNTED})|"
    rf"(?:{_COUNTED})\s{{0,2}}[:：(（]?\s{{0,2}}{_NUMBER}\s?(?:次|人|条|條|个|個|件|回)?[)）]?|"
    rf"已有\s?{_NUMBER}\s?人(?:参与|评论|阅读|浏览)|"
    r"[👍👁💬❤♥★☆]\ufe0f?\s{0,2}\d{1,7}"
)
_DATE = (
    r"(?:19|20)\d{2}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}(?:\s?日)?|"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s\d{1,2},\s(?:19|20)\d{2}|"
    r"\d{1,2}\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s(?:19|20)\d{2}"
)
_WHEN = re.compile(_DATE)
_FILLER = re.compile(
    rf"{_AGE}|{_DATE}|\d{{1,2}}:\d{{2}}(?::\d{{2}})?|(?:星期|周|週)[一二三四五六日天]|"
    r"[\s|｜·•/,，、:：()（）【】\u3000]{1,9}|[👍👁💬❤♥★☆]\ufe0f?"
)


def is_age(text: str) -> bool:
    """Whether a folded line says only how long ago something was."""
    return len(text) <= LONGEST_AGE and bool(_AGE_ALONE.match(text))


def is_counters(text: str) -> bool:
    """Whether a folded line is counters, ages and buttons alone, a counter among them."""
    return len(text) <= LONGEST_ROW and _counters_from(text, 0) > 0


def _counters_from(text: str, at: int) -> int:
    """How many counters stand from there to the end, 0 where anything else stands there."""
    counted = 0
    while at < len(text):
        count = _COUNT.match(text, at)
        counted += count is not None
        end = count.end() if count else _filler_end(text, at)
        if not end:
            return 0
        at = end
    return counted


def _filler_end(text: str, at: int) -> int:
    """The end of the date, button or separator that stands at a place, 0 when none does."""
    filler = _FILLER.match(text, at)
    return filler.end() if filler else MENUS.end(text, at)


def is_counted_byline(draft: Draft, text: str) -> bool:
    """Whether a line of date or author ends in a counter, or any line with a date in several."""
    if len(text) > LONGEST_BYLINE:
        return False
    stated = DATE_LINE.match(draft.text, _before_date(draft.text)) or draft.name in BYLINE_NAMES
    count = _COUNT.search(text) if stated or _WHEN.search(text) else None
    return count is not None and _counters_from(text, count.start()) >= (1 if stated else 2)


def _before_date(text: str) -> int:
    """Where the date of a line begins that says what happened then: `Published 3 May 2024`."""
    said = _SAID.match(text)
    return said.end() if said else 0


def is_filled(text: str) -> bool:
    """Whether the line is buttons, dates and separators and nothing else."""
    at = 0
    while at < len(text):
        at = _filler_end(text, at)
        if not at:
            return False
    return True
