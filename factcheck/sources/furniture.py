"""What on a page is the site and not the article: navigation, teasers, counters, legal footers.

Signals are general: words that site systems print, lists of links after a heading such as
“Related articles”, ages and counters alone on a line. Doubt leaves a block in the body.
"""

from __future__ import annotations

import re
from itertools import pairwise

from factcheck.sources.drafts import Draft
from factcheck.sources.lines import ends_sentence, is_rule, last_mark, width
from factcheck.sources.vocabulary import table

_WORDS = table("furniture")
TAIL_HEADINGS = frozenset(_WORDS["related"])
SITE_WORDS = frozenset(_WORDS["site"])
MENU_WORDS = SITE_WORDS | frozenset(_WORDS["menu"])
STATE_KEYS = frozenset(_WORDS["state"])

SYSTEM_KEYS = re.compile(
    r"システム|参考スコア|独自算出|注目度|閲覧数|アクセス数|いいね|クロール|取得日時|"
    r"阅读量|阅读数|浏览量|浏览次数|浏览|点击量|点赞|收藏数|评论数|转发数|人气|热度|系统|"
    r"爬取|抓取时间|入库时间|"
    r"(?<![a-z])(?:page ?views?|view count|views|hits|likes|shares|retweets|crawled|"
    r"scraped|indexed|"
    r"system|internal id|reading time|read time|popularity)(?![a-z])"
)
STATE_VALUES = re.compile(
    r"(?:処理(?:完了|中|待ち|済み?)|完了|未処理|翻訳(?:完了|中|済み?)|已(?:处理|完成|发布|"
    r"收录|翻译)|处理(?:完成|中)|"
    r"待处理|processed|processing|done|completed?|pending|queued|translated|indexed|ok|success)$"
)
AGE = re.compile(
    r"(?:约|約|about )?(?:\d{1,3}|an?|one|几)\s{0,2}(?:(?:秒钟?|分钟?|分鐘|个?小时|小時|天|"
    r"日|周|週間?|星期|个?月|か月|ヶ月|カ月|"
    r"年|時間|分間?)(?:之?前|以前)|(?:s|m|h|d|w|mo|y|secs?|mins?|hrs?|seconds?|minutes?|"
    r"hours?|days?|weeks?|"
    r"months?|years?) ago)$"
)
COUNTER = re.compile(
    r"(?:[\d,.]{1,9}\s?[kKmMwW万億亿]?\s{0,2}(?:views?|likes?|shares?|comments?|reads?|"
    r"retweets?|claps?|"
    r"min(?:ute)?s? read|次?阅读|阅读|次浏览|浏览|人?点赞|赞|评论|收藏|人阅读|次播放|播放|"
    r"回?閲覧|ビュー|いいね!?|コメント|件のコメント|シェア|ブックマーク|users?|PV)|"
    r"(?:views?|likes?|shares?|comments?|阅读量?|浏览量?|点赞|评论|收藏|播放|转发|閲覧数?|"
    r"いいね|コメント|"
    r"reading time|read time|阅读时间|"
    r"预计阅读时间)\s{0,2}[:：(（]?\s{0,2}[\d,.]{1,9}\s?[kKmMwW万億亿]?"
    r"\s{0,2}(?:[)）]|min(?:ute)?s?|分钟|分)?|👍\s{0,2}\d{1,7})$",
    re.IGNORECASE,
)
BARE_COUNTS = re.compile(r"\d{1,7}(?:[ \t]{1,4}\d{1,7}){0,4}$")
END_MARK = re.compile(
    r"[(（\[【—–\-~～*]{0,4}\s{0,2}(?:the end|end|完|全文完|本文完|正文完|未完待续|以上|"
    r"おわり|終わり|了|fin|eof|-30-|###)"
    r"\s{0,2}[.。!！)）\]】—–\-~～*]{0,4}$",
    re.IGNORECASE,
)
LEGAL = re.compile(
    r"©|\(c\)\s?(?:19|20)\d\d|all rights reserved|copyright (?:©|\(c\)|\d{4}|by)|版权所有|"
    r"版權所有|著作权归|版权归|"
    r"転載を禁|無断(?:転載|複製|使用)|未经(?:授权|许可)|转载请(?:注明|联系|务必)|禁止转载|"
    r"严禁转载|ICP[备证]|公网安备|"
    r"(?:本|当)(?:サイト|ページ|ブログ)[^。\n]{0,80}(?:責任|保証|自動的|著作権|免責|"
    r"クッキー|収集|アフィリエイト)|"
    r"(?:本|我)(?:站|网站|平台|公众号)[^。\n]{0,80}(?:责任|立场|版权|侵权|删除|不代表|无关|观点)|"
    r"(?:文章|内容|观点)[^。\n]{0,30}(?:不代表(?:本|我)|仅代表作者)|如有侵权|"
    r"侵权[^。\n]{0,12}删除|"
    r"(?:this|our) (?:web)?site (?:uses cookies|does not|is not|may (?:earn|contain)|accepts no)|"
    r"(?:we|this site) uses? cookies|sign up for our newsletter|subscribe to our|"
    r"(?:operator|owner)s? of this (?:web)?site|affiliate (?:links?|commission)|"
    r"(?:generated|compiled) automatically (?:from|by)|automatically generated (?:from|by)|"
    r"(?:关注|扫码|扫描)[^。\n]{0,20}(?:公众号|二维码|微信)|添加[^。\n]{0,10}微信|"
    r"点击[^。\n]{0,12}(?:阅读原文|关注我们)",
    re.IGNORECASE,
)
NOTICE_START = re.compile(
    r"[\[【(（*_>\s]{0,4}(?:更正|勘误|勘誤|订正|訂正|お詫び|正誤|编者按|編者按|编者注|"
    r"編集部注|追記|撤回|澄清|"
    r"correction|corrected|corrigend|errat|retract|clarification|editor['’]s note|update)",
    re.IGNORECASE,
)
GAP = 6
"""Blocks without a signal after which a list of links is over."""
TEASER = re.compile(
    r"[\[【(（>▶►→\s]{0,4}(?:read more|read also|also read|related|see also|more on this|"
    r"don't miss|"
    r"相关阅读|延伸阅读|推荐阅读|相关文章|相关链接|関連記事|関連|あわせて読みたい|合わせて読みたい)"
    r"[\]】)）]?\s{0,2}[:：|｜]\s{0,3}\S",
    re.IGNORECASE,
)
_PARTS = re.compile(
    r"\s{0,4}[|｜·•/]\s{0,4}|(?<=[\dwWkKmM万億亿)）])[ \t\u3000]{1,4}(?=[^\d\s])(?![a-z])"
)
_CRUMBS = re.compile(r"\s{0,3}(?:[>»›→|｜丨·•/]|::)\s{0,3}")
_KEY_CLOSING = " \t:：.。…>»›→|"


def mark_site_lines(drafts: list[Draft]) -> None:
    """Set `furniture` on every line that by itself is the site's, before headings are looked
    for: a breadcrumb is no title."""
    for draft in drafts:
        draft.furniture = draft.site or _is_site_line(draft)


def mark_furniture(drafts: list[Draft]) -> None:
    """Set `furniture` on every draft that is the site's, not the article's."""
    mark_site_lines(drafts)
    _legal_lines(drafts)
    _after_end(drafts)
    _related_lists(drafts)


def _is_site_line(draft: Draft) -> bool:
    """Whether the block by itself is furniture, whatever stands around it."""
    text = draft.text
    if draft.kind == "field" and _is_system_field(draft):
        return True
    if len(text) > 400:
        return False
    if draft.kind == "table_row" or draft.kind == "code":
        return False
    if is_rule(text):
        return True
    short = draft.content.strip() if draft.kind == "list_item" else text
    if len(short) <= 40 and (AGE.match(short.casefold()) or END_MARK.match(short)):
        return True
    if len(short) <= 80 and _only_counters(short):
        return True
    teaser = TEASER.match(short)
    if teaser and len(short) <= 160 and last_mark(short) not in "。.":
        return True
    return _is_menu(short)


def _only_counters(text: str) -> bool:
    """Whether the line is counters and ages and nothing else: `阅读 1.2万 评论 35`."""
    parts = [part for part in _PARTS.split(text) if part]
    return bool(parts) and all(COUNTER.match(p) or AGE.match(p.casefold()) for p in parts)


def _is_system_field(draft: Draft) -> bool:
    key = draft.label.casefold()
    if SYSTEM_KEYS.search(key):
        return len(draft.content) <= 80
    bare = key.split("(")[0].split("（")[0].strip()
    return bare in STATE_KEYS and bool(STATE_VALUES.match(draft.content.strip().casefold()))


def _is_menu(text: str) -> bool:
    """Button words alone, or a row of menu words and breadcrumbs most of which are known."""
    if len(text) > 200:
        return False
    folded = text.casefold().strip(_KEY_CLOSING)
    if folded in SITE_WORDS and folded == text.casefold().strip():
        return True
    segments = [s.strip() for s in _CRUMBS.split(folded) if s.strip()]
    if len(segments) < 2:
        segments = folded.split()
    if len(segments) < 2 or any(len(s) > 24 for s in segments):
        return False
    known = sum(1 for s in segments if s in MENU_WORDS)
    return known >= 2 and known * 2 >= len(segments)


def _after_end(drafts: list[Draft]) -> None:
    """Short lines after an end mark at the foot of the page: buttons, appeals, accounts."""
    foot = range(max(0, len(drafts) - 12), len(drafts))
    ended = next((i for i in foot if END_MARK.match(drafts[i].text)), None)
    for draft in drafts[ended + 1 :] if ended is not None else ():
        if NOTICE_START.match(draft.text):
            return
        draft.furniture = draft.furniture or (
            width(draft.text) <= 40 and draft.kind in ("paragraph", "heading")
        )


def _related_lists(drafts: list[Draft]) -> None:
    """From a heading such as “Related articles” on, as long as what follows are links."""
    index = 0
    while index < len(drafts):
        draft = drafts[index]
        if width(draft.text) <= 60 and _folded_heading(draft) in TAIL_HEADINGS:
            end = _related_end(drafts, index + 1)
            if end > index + 1:
                for item in drafts[index:end]:
                    item.furniture = True
                index = end
                continue
        index += 1


def _folded_heading(draft: Draft) -> str:
    return draft.content.casefold().strip(_KEY_CLOSING + "*_#【】■◆●▼<>《》 ")


def _related_end(drafts: list[Draft], start: int) -> int:
    """Where the list of links that begins at `start` ends; `start` when it is none.

    Separators, ages and counters are strong signals: with three of them, everything up to the last
    belongs to the list, teaser texts included. Without them only short lines without a sentence
    belong to it, and only when no running text follows them at once: entries with a text of their
    own are content. A notice of correction or a numbered heading always ends the list.
    """
    strong, strong_end, links_end = 0, start, start
    noticed = False
    for index in range(start, len(drafts)):
        draft = drafts[index]
        noticed = bool(NOTICE_START.match(draft.text))
        if noticed or draft.rank in ("hashes", "part", "number"):
            break
        if draft.furniture or _is_strong(draft, drafts[index - 1]):
            strong, strong_end = strong + 1, index + 1
        if links_end == index and (draft.furniture or _is_link_line(draft)):
            links_end = index + 1
        if index - strong_end > GAP and links_end <= index - GAP:
            break
    if strong >= 3:
        return max(strong_end, links_end)
    if (
        links_end < len(drafts)
        and not noticed
        and not drafts[links_end].after_blank
        and (drafts[links_end].kind in ("paragraph", "field"))
    ):
        return start
    return links_end


def _is_strong(draft: Draft, before: Draft) -> bool:
    text = draft.text
    if draft.kind == "table_row":
        return False
    return bool(BARE_COUNTS.match(text)) or text == before.text


def _is_link_line(draft: Draft) -> bool:
    return not ends_sentence(draft.text) and width(draft.content) <= 120 and draft.kind in (
        "list_item", "paragraph", "heading", "numbered_item"
    )  # fmt: skip


def _legal_lines(drafts: list[Draft]) -> None:
    """Legal lines near either end, and the short lines between two of them."""
    margin = len(drafts) - max(8, len(drafts) // 10)
    legal = [
        index
        for index, draft in enumerate(drafts)
        if (index < 6 or index >= margin)
        and draft.kind not in ("code", "table_row")
        and len(draft.text) <= 400
        and LEGAL.search(draft.text)
        and not NOTICE_START.match(draft.text)
    ]
    for index in legal:
        drafts[index].furniture = True
    for one, other in pairwise(legal):
        for draft in drafts[one + 1 : other] if other - one <= 3 else ():
            if not draft.after_blank and len(draft.text) <= 60:
                draft.furniture = draft.furniture or not NOTICE_START.match(draft.text)
