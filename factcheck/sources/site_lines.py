"""What a single line gives away by its own words: a counter, a menu, an appeal, a credit of the
site. Whoever asks gets the reason, in words that a reader understands.

Signals are general, words that site systems print; the words themselves stand in
`vocabulary.toml`. Doubt leaves a line in the body.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from factcheck.sources.drafts import Draft
from factcheck.sources.lines import is_rule, last_mark
from factcheck.sources.markers import DATE_LINE
from factcheck.sources.vocabulary import table

BYLINE = "byline with counters"
"""The reason of a line that says who wrote and when as well: metadata is taken from it."""

CREDIT = "credit of the site"
APPEAL = "appeal to the reader"
NAVIGATION = "navigation"
SEPARATOR = "separator"
"""Other reasons by which a line is known again."""

_WORDS = table("furniture")
SITE_WORDS = frozenset(_WORDS["site"])
MENU_WORDS = SITE_WORDS | frozenset(_WORDS["menu"])
_BYLINE_NAMES = frozenset({"authors", "date", "publisher"})
_HOME_WORDS = frozenset(_WORDS["home"])
_STATE_KEYS = frozenset(_WORDS["state"])
LONGEST = 400
LONGEST_ROW = 120
LONGEST_APPEAL = 160
LONGEST_WORD = 24
"""Characters of a line, of a row of counters, of an appeal, and of a menu's entry."""


def _any(words: Iterable[str]) -> str:
    """An alternation of the words, the longest first; a Latin word ends where its letters do."""
    return "|".join(
        re.escape(word) + (r"(?![a-z0-9])" if word[-1].isascii() and word[-1].isalnum() else "")
        for word in sorted(words, key=len, reverse=True)
    )


_SYSTEM_KEYS = re.compile(
    r"システム|参考スコア|独自算出|注目度|閲覧数|アクセス数|いいね|クロール|取得日時|"
    r"阅读量|阅读数|浏览量|浏览次数|浏览|点击量|点赞|收藏数|评论数|转发数|人气|热度|系统|"
    r"爬取|抓取时间|入库时间|"
    r"(?<![a-z])(?:page ?views?|view count|views|hits|likes|shares|retweets|crawled|"
    r"scraped|indexed|"
    r"system|internal id|reading time|read time|popularity)(?![a-z])"
)
_STATE_VALUES = re.compile(
    r"(?:処理(?:完了|中|待ち|済み?)|完了|未処理|翻訳(?:完了|中|済み?)|已(?:处理|完成|发布|"
    r"收录|翻译)|处理(?:完成|中)|"
    r"待处理|processed|processing|done|completed?|pending|queued|translated|indexed|ok|success)$"
)
_SAID_WHEN = r"(?:published|posted|updated|发表于|发布于|更新于|投稿|公開)[ :：]{0,3}"
_AGE = (
    rf"(?:{_SAID_WHEN})?(?:约|約|about )?"
    r"(?:\d{1,3}|an?|one|几)\s{0,2}(?:(?:秒钟?|分钟?|分鐘|个?小时|小時|天|"
    r"日|周|週間?|星期|个?月|か月|ヶ月|カ月|"
    r"年|時間|分間?)(?:之?前|以前)|(?:s|m|h|d|w|mo|y|secs?|mins?|hrs?|seconds?|minutes?|"
    r"hours?|days?|weeks?|"
    r"months?|years?) ago)"
)
AGE = re.compile(_AGE + "$")
_SAID = re.compile(_SAID_WHEN, re.IGNORECASE)
_NUMBER = r"\+?\d[\d,.]{0,9}\s?(?:[kmw万萬億亿千](?![a-z]))?\+?"
_COUNTED = _any(_WORDS["counted"])
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
    rf"{_any(MENU_WORDS)}|[\s|｜·•/,，、:：()（）【】\u3000]{{1,9}}|[👍👁💬❤♥★☆]\ufe0f?"
)

_END_MARK = re.compile(
    r"[(（\[【—–\-~～*]{0,4}\s{0,2}(?:the end|end|完|全文完|本文完|正文完|未完待续|以上|"
    r"おわり|終わり|了|fin|eof|-30-|###)"
    r"\s{0,2}[.。!！)）\]】—–\-~～*]{0,4}$",
    re.IGNORECASE,
)
_OPENING = r"[\[【(（>▶►→★☆※◎●■\s]{0,4}"
_TEASER = re.compile(
    rf"{_OPENING}(?:{_any(_WORDS['teaser'])})[\]】)）]?\s{{0,2}}[:：|｜»›→]\s{{0,3}}\S"
)
_APPEAL = re.compile(rf"{_OPENING}(?:{_any(_WORDS['appeal'])})")
_APPEAL_INSIDE = re.compile(
    r"we(?:'d| would)? (?:like to )?(?:use|set) [^.\n]{0,40}cookies|"
    r"[^.\n]{0,60}[·|｜] ?(?:follow|关注|フォロー(?:する)?)$|"
    r"[^。\n]{0,12}对[你您]有帮助[吗么]|"
    r"(?:关注|扫码|扫描|长按)[^。\n]{0,20}(?:公众号|二维码|微信)|添加[^。\n]{0,10}微信|"
    r"(?:打开|下载|安装)[^。，,\n]{0,12}(?:app(?![a-z])|客户端)"
)
_CREDIT = re.compile(
    rf"{_OPENING}(?:{_any(_WORDS['credit'])})[】\]]?\s{{0,2}}[:：/／|｜\s]\s{{0,3}}[^。！？!?\n]{{1,60}}$"
)
_BRACKETED_CREDIT = re.compile(
    r"[【\[(（](?:编辑|編輯|編集|作者|记者|記者)\s?[:：/／]\s?[^】\])）\n]{1,40}[】\])）]$"
)
_PLACE = re.compile(
    r"(?:您?(?:现在|当前|目前)?(?:所在)?的?位置|you are here|現在地|現在の?位置)\s?(?:是)?[:：]\s?"
)
_CRUMBS = re.compile(r"\s{0,3}(?:[>»›→|｜丨·•/]|::)\s{0,3}")
_ARROWS = re.compile(r"\s{0,3}[>＞»›→]\s{0,3}")
KEY_CLOSING = " \t:：.。…>»›→|"


def is_end_mark(text: str) -> bool:
    """Whether a line says that the article is over."""
    return bool(_END_MARK.match(text))


def site_reason(draft: Draft) -> str:
    """Why the block by itself is the site's, whatever stands around it; empty when it is not."""
    text = draft.text
    if draft.kind == "field" and _is_system_field(draft):
        return "state of the site's system"
    if len(text) > LONGEST or draft.kind in ("table_row", "code"):
        return ""
    if is_rule(text):
        return SEPARATOR
    short = draft.content.strip() if draft.kind == "list_item" else text
    folded = short.casefold()
    for reason, judge in _JUDGES:
        if judge(folded):
            return reason
    return BYLINE if _is_counted_byline(draft, folded) else ""


def _is_age(text: str) -> bool:
    return len(text) <= 40 and bool(AGE.match(text))


def _is_end(text: str) -> bool:
    return len(text) <= 40 and is_end_mark(text)


def _is_counters(text: str) -> bool:
    """Whether the line is counters, ages and buttons and nothing else, a counter among them."""
    return len(text) <= LONGEST_ROW and _counters_from(text, 0) > 0


def _counters_from(text: str, at: int) -> int:
    """How many counters stand from there to the end, 0 where anything else stands there."""
    counted = 0
    while at < len(text):
        piece = _COUNT.match(text, at)
        counted += piece is not None
        piece = piece or _FILLER.match(text, at)
        if piece is None:
            return 0
        at = piece.end()
    return counted


def _is_counted_byline(draft: Draft, text: str) -> bool:
    """Whether a line of date or author ends in a counter, or any line with a date in several."""
    if len(text) > LONGEST_APPEAL:
        return False
    stated = DATE_LINE.match(draft.text, _before_date(draft.text)) or draft.name in _BYLINE_NAMES
    count = _COUNT.search(text) if stated or _WHEN.search(text) else None
    return count is not None and _counters_from(text, count.start()) >= (1 if stated else 2)


def _before_date(text: str) -> int:
    """Where the date of a line begins that says what happened then: `Published 3 May 2024`."""
    said = _SAID.match(text)
    return said.end() if said else 0


def _is_teaser(text: str) -> bool:
    return len(text) <= LONGEST_APPEAL and last_mark(text) not in "。." and bool(
        _TEASER.match(text)
    )  # fmt: skip


def _is_credit(text: str) -> bool:
    return len(text) <= LONGEST_ROW and bool(_CREDIT.match(text) or _BRACKETED_CREDIT.match(text))


def _is_appeal(text: str) -> bool:
    return len(text) <= LONGEST_APPEAL and bool(_APPEAL.match(text) or _APPEAL_INSIDE.match(text))


def _is_menu(text: str) -> bool:
    """Button words alone, a path from the home page, or a row of entries most of which are known
    from menus."""
    if len(text) > 200:
        return False
    folded = text.strip(KEY_CLOSING)
    if folded in SITE_WORDS and folded == text.strip():
        return True
    place = _PLACE.match(folded)
    path = [part.strip() for part in _ARROWS.split(folded[place.end() if place else 0 :])]
    if (
        len(path) > 1
        and (place or path[0] in _HOME_WORDS)
        and all(len(p) <= LONGEST_WORD for p in path)
    ):
        return True
    entries = [entry.strip() for entry in _CRUMBS.split(folded) if entry.strip()]
    if len(entries) < 2 or not folded.isascii():  # a Chinese or Japanese entry holds no blank
        entries = folded.replace("/", " ").split()
    if len(entries) < 2 or any(len(entry) > LONGEST_WORD for entry in entries):
        return False
    known = sum(1 for entry in entries if entry in MENU_WORDS)
    return known >= 2 and (known * 2 >= len(entries) or _is_filled(folded))


def _is_filled(text: str) -> bool:
    """Whether the line is buttons, dates and separators and nothing else."""
    at = 0
    while at < len(text):
        piece = _FILLER.match(text, at)
        if piece is None:
            return False
        at = piece.end()
    return True


_JUDGES = (
    ("age", _is_age), ("end mark", _is_end), ("counters", _is_counters),
    ("link to another page", _is_teaser), (CREDIT, _is_credit), (APPEAL, _is_appeal),
    (NAVIGATION, _is_menu),
)  # fmt: skip
"""What a folded line may be, asked in this order."""


def _is_system_field(draft: Draft) -> bool:
    key = draft.label.casefold()
    if _SYSTEM_KEYS.search(key):
        return len(draft.content) <= 80
    bare = key.split("(")[0].split("（")[0].strip()
    return bare in _STATE_KEYS and bool(_STATE_VALUES.match(draft.content.strip().casefold()))
