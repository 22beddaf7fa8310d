"""What on a page is the site and not the article, seen beside its neighbours: lists of other pages,
legal footers, what follows the end. Each block carries the reason. Doubt leaves it in the body.
"""

from __future__ import annotations

import re
from itertools import pairwise

from factcheck.sources.drafts import Draft
from factcheck.sources.lines import ends_sentence, last_mark, width
from factcheck.sources.site.lines import (
    APPEAL,
    CREDIT,
    KEY_CLOSING,
    NAVIGATION,
    is_end_mark,
    site_reason,
)
from factcheck.sources.vocabulary import table

_WORDS = table("furniture")
TAIL_HEADINGS = frozenset(_WORDS["related"])
_TAKEN_FROM = frozenset(_WORDS["taken_from"])

BARE_COUNTS = re.compile(r"\d{1,7}(?:[ \t]{1,4}\d{1,7}){0,4}$")
LEGAL = re.compile(
    r"©|\(c\)\s?(?:19|20)\d\d|all rights reserved|copyright (?:©|\(c\)|\d{4}|by)|版权所有|"
    r"版權所有|版权声明|著作权归|版权归|"
    r"転載を禁|無断(?:転載|複製|使用)|未经(?:授权|许可)|转载请(?:注明|联系|务必|附)|禁止转载|"
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
LEGAL_LINE = "legal line"
OWNER = "where the page was taken from"
"""The reason of a line from which the publisher is known."""
OWN_REASONS = frozenset({LEGAL_LINE, APPEAL, CREDIT, NAVIGATION})
"""What stands at the foot of a page behind a list of other pages, and is no entry of it."""
GAP = 6
"""Blocks without a signal after which a list of links is over."""
HEAD_BLOCKS = 8
"""Blocks of the top of a page, where lines say who wrote it and where it was taken from."""
LONGEST_OWNER = 24


def mark_site_lines(drafts: list[Draft]) -> None:
    """Set `furniture` on every line that by itself is the site's, before headings are looked
    for: a breadcrumb is no title."""
    for draft in drafts:
        draft.furniture = draft.site or site_reason(draft)


def mark_furniture(drafts: list[Draft]) -> None:
    """Set `furniture` on every draft that is the site's, not the article's."""
    mark_site_lines(drafts)
    _legal_lines(drafts)
    _taken_from(drafts)
    _after_end(drafts)
    _related_lists(drafts)


def _taken_from(drafts: list[Draft]) -> None:
    """A line at either end that names the site from which the page was taken, and nothing else."""
    for draft in (*drafts[:HEAD_BLOCKS], *drafts[-HEAD_BLOCKS:]):
        owner = draft.content.strip()
        if (
            draft.kind == "field" and draft.label.casefold() in _TAKEN_FROM
            and not draft.bulleted and len(owner) <= LONGEST_OWNER
            and not any(map(str.isdigit, owner)) and not ends_sentence(owner)
        ):  # fmt: skip
            draft.furniture = draft.furniture or OWNER


def _after_end(drafts: list[Draft]) -> None:
    """Short lines after an end mark at the foot of the page: buttons, appeals, accounts."""
    foot = range(max(0, len(drafts) - 12), len(drafts))
    ended = next((i for i in foot if is_end_mark(drafts[i].text)), None)
    for draft in drafts[ended + 1 :] if ended is not None else ():
        if NOTICE_START.match(draft.text):
            return
        if width(draft.text) <= 40 and draft.kind in ("paragraph", "heading"):
            draft.furniture = draft.furniture or "after the end mark"


def _related_lists(drafts: list[Draft]) -> None:
    """From a heading such as “Related articles” on, as long as what follows are links."""
    index = 0
    while index < len(drafts):
        draft = drafts[index]
        if width(draft.text) <= 60 and _folded_heading(draft) in TAIL_HEADINGS:
            end = _related_end(drafts, index + 1)
            if end > index + 1:
                while end > index + 2 and drafts[end - 1].furniture in OWN_REASONS:
                    end -= 1
                for item in drafts[index:end]:
                    item.furniture = item.site or "list of other pages"
                index = end
                continue
        index += 1


def _folded_heading(draft: Draft) -> str:
    return draft.content.casefold().strip(KEY_CLOSING + "*_#【】■◆●▼<>《》 ")


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
        if noticed or draft.rank in ("part", "number") or _is_as_high(draft, drafts[start - 1]):
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


def _is_as_high(draft: Draft, opener: Draft) -> bool:
    """Whether a marked heading is no entry under the heading of the list."""
    if draft.rank != "hashes":
        return False
    return opener.rank != "hashes" or draft.level <= opener.level


def _is_strong(draft: Draft, before: Draft) -> bool:
    text = draft.text
    if draft.kind == "table_row":
        return False
    return bool(BARE_COUNTS.match(text)) or text == before.text


def _is_link_line(draft: Draft) -> bool:
    if draft.kind not in ("list_item", "paragraph", "heading", "numbered_item"):
        return False
    if ends_sentence(draft.text):  # a headline may ask
        return last_mark(draft.text) in "?？!！" and width(draft.content) <= 60
    return width(draft.content) <= 120


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
        drafts[index].furniture = drafts[index].furniture or LEGAL_LINE
    for one, other in pairwise(legal):
        for draft in drafts[one + 1 : other] if other - one <= 3 else ():
            if draft.after_blank or len(draft.text) > 60 or NOTICE_START.match(draft.text):
                continue
            draft.furniture = draft.furniture or LEGAL_LINE
