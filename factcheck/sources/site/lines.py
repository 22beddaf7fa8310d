"""What a single line gives away by its own words: a counter, a menu, an appeal, a credit of the
site. Whoever asks gets the reason, in words that a reader understands.

Signals are general, words that site systems print; the words themselves stand in
`vocabulary.toml`. Doubt leaves a line in the body.
"""

from __future__ import annotations

import re

from factcheck.sources.drafts import Draft
from factcheck.sources.lines import is_rule, last_mark
from factcheck.sources.site.counters import is_age, is_counted_byline, is_counters, is_filled
from factcheck.sources.site.words import (
    APPEALS,
    HOME_WORDS,
    MENU_WORDS,
    SITE_WORDS,
    STATE_KEYS,
    WORDS,
    alternation,
)

BYLINE = "byline with counters"
"""The reason of a line that says who wrote and when as well: metadata is taken from it."""

CREDIT = "credit of the site"
APPEAL = "appeal to the reader"
NAVIGATION = "navigation"
SEPARATOR = "separator"
"""Other reasons by which a line is known again."""

LONGEST = 400
LONGEST_CREDIT = 120
LONGEST_APPEAL = 160
LONGEST_WORD = 24
"""Characters of a line, of a credit, of an appeal, and of a menu's entry."""


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
_END_MARK = re.compile(
    r"[(（\[【—–\-~～*]{0,4}\s{0,2}(?:the end|end|完|全文完|本文完|正文完|未完待续|以上|"
    r"おわり|終わり|了|fin|eof|-30-|###)"
    r"\s{0,2}[.。!！)）\]】—–\-~～*]{0,4}$",
    re.IGNORECASE,
)
_OPENING = r"[\[【(（>▶►→★☆※◎●■\s]{0,4}"
_TEASER = re.compile(
    rf"{_OPENING}(?:{alternation(WORDS['teaser'])})[\]】)）]?\s{{0,2}}[:：|｜»›→]\s{{0,3}}\S"
)
_OPENED = re.compile(_OPENING)
_APPEAL_INSIDE = re.compile(
    r"we(?:'d| would)? (?:like to )?(?:use|set) [^.\n]{0,40}cookies|"
    r"[^.\n]{0,60}[·|｜] ?(?:follow|关注|フォロー(?:する)?)$|"
    r"[^。\n]{0,12}对[你您]有帮助[吗么]|"
    r"(?:关注|扫码|扫描|长按)[^。\n]{0,20}(?:公众号|二维码|微信)|添加[^。\n]{0,10}微信|"
    r"(?:打开|下载|安装)[^。，,\n]{0,12}(?:app(?![a-z])|客户端)"
)
_CREDIT = re.compile(
    rf"{_OPENING}(?:{alternation(WORDS['credit'])})[】\]]?\s{{0,2}}[:：/／|｜\s]\s{{0,3}}[^。！？!?\n]{{1,60}}$"
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
    return BYLINE if is_counted_byline(draft, folded) else ""


def _is_end(text: str) -> bool:
    return len(text) <= 40 and is_end_mark(text)


def _is_teaser(text: str) -> bool:
    return len(text) <= LONGEST_APPEAL and last_mark(text) not in "。." and bool(
        _TEASER.match(text)
    )  # fmt: skip


def _is_credit(text: str) -> bool:
    return len(text) <= LONGEST_CREDIT and bool(
        _CREDIT.match(text) or _BRACKETED_CREDIT.match(text)
    )


def _is_appeal(text: str) -> bool:
    if len(text) > LONGEST_APPEAL:
        return False
    opened = _OPENED.match(text)
    begins = APPEALS.end(text, opened.end() if opened else 0) > 0
    return begins or bool(_APPEAL_INSIDE.match(text))


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
        and (place or path[0] in HOME_WORDS)
        and all(len(p) <= LONGEST_WORD for p in path)
    ):
        return True
    entries = [entry.strip() for entry in _CRUMBS.split(folded) if entry.strip()]
    if len(entries) < 2 or not folded.isascii():  # a Chinese or Japanese entry holds no blank
        entries = folded.replace("/", " ").split()
    if len(entries) < 2 or any(len(entry) > LONGEST_WORD for entry in entries):
        return False
    known = sum(1 for entry in entries if entry in MENU_WORDS)
    return known >= 2 and (known * 2 >= len(entries) or is_filled(folded))


_JUDGES = (
    ("age", is_age), ("end mark", _is_end), ("counters", is_counters),
    ("link to another page", _is_teaser), (CREDIT, _is_credit), (APPEAL, _is_appeal),
    (NAVIGATION, _is_menu),
)  # fmt: skip
"""What a folded line may be, asked in this order."""


def _is_system_field(draft: Draft) -> bool:
    key = draft.label.casefold()
    if _SYSTEM_KEYS.search(key):
        return len(draft.content) <= 80
    bare = key.split("(")[0].split("（")[0].strip()
    return bare in STATE_KEYS and bool(_STATE_VALUES.match(draft.content.strip().casefold()))
