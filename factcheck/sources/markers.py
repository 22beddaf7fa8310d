"""What a line can begin or end with: bullets, numbers, part markers, captions, stamps, years.

Tables of words and bounded patterns; nothing here decides what a line is.
"""

from __future__ import annotations

import re

_CJK_NUMBER = "[一二三四五六七八九十百〇零]{1,4}"
MAGNITUDES = "万萬亿億兆千百十倍%％年月日号時时分秒岁歳歲个個名人位件篇本社章"

BULLET = re.compile(
    r"(?P<marker>[-*+–](?=[ \t\u3000])|[•●■▪◦○◆◇□▶▷►▸▼☆★✓✔✅·・※]|"
    r"\u2010(?=\s))[ \t\u3000]{0,8}(?=\S)"
)
CHECKBOX = re.compile(r"\[[ xX]\][ \t]{1,4}(?=\S)")
NUMBER = re.compile(
    rf"(?P<marker>(?P<number>\d{{1,3}}(?:\.\d{{1,3}}){{0,4}})(?:[.．](?![0-9])|[)）、](?![0-9/]))|"
    rf"[(（](?P<bracketed>\d{{1,3}}|{_CJK_NUMBER}|[a-zA-Z])[)）]|"
    rf"\[(?P<reference>\d{{1,3}})\](?=\s)|"
    rf"(?P<circled>[①-⑳❶-❿⓪-⓿])|"
    rf"(?P<cjk>{_CJK_NUMBER})[、.．](?=\S)|"
    rf"(?P<roman>[IVX]{{1,5}})[.．](?=[ \t])|"
    rf"(?P<chapter>第(?:\d{{1,3}}|{_CJK_NUMBER})[章节節回部篇条課])(?=[\s:：、.．])[:：、.．]?|"
    r"(?P<letter>[A-H])[.．、)）][ \t]{0,2}(?=[\u2e80-\u9fff])|"
    r"(?P<zero>0\d)(?=[ \t\u3000]{1,4}[^\s\d])|"
    rf"(?P<deep>\d{{1,2}}(?:\.\d{{1,2}}){{1,4}})(?=[ \t\u3000]{{1,4}}[^\s\d{MAGNITUDES}a-z]))"
    r"[ \t\u3000]{0,8}(?=\S)"
)
PART = re.compile(
    r"(?P<marker>(?P<word>论文|論文|文章|记事|記事|新闻|新聞|ニュース|トピック|话题|案例|事例|项目|項目|"
    r"动态|要点|观点|问题|問題|第|パート|ステップ|Paper|Article|Part|Chapter|Section|Case|Step|Item|Story|News|"
    r"Topic|Entry|Day|Week|Lesson|Appendix|PAPER|PART|CHAPTER|SECTION|STEP|NO|No)"
    rf"[ \t.]{{0,2}}(?P<number>\d{{1,3}}|{_CJK_NUMBER}|[A-Z])"
    r"[ \t]{0,2}(?:篇|位|名|条|个|個|本|章|节|節|部)?)"
    r"[ \t]{0,2}[:：.、|｜丨—–-][ \t\u3000]{0,4}(?=\S)"
)
HASHES = re.compile(r"(?P<marker>#{1,6})(?:[ \t\u3000]{1,8}|(?<=##)(?=[^\x00-\x7f]))(?=\S)")
BRACKETED_HEADING = re.compile(r"(?:[【\[〔《＜](?=[^】\]〕》＞]{1,60}[】\]〕》＞]$)).{2,62}$")
CAPTION = re.compile(
    r"(?P<marker>(?:[▲△▼▽↑]\s{0,2})?(?:(?:图表|圖表|图片|圖片|插图|图|圖|図表|図|表|写真|照片|グラフ|"
    r"Figure|Fig\.?|Table|Chart|Photo|Image|Exhibit|Plate|FIGURE|TABLE)"
    r"[ \t\u3000]{0,2}(?:[A-Z]?\d{1,3}(?:[.\-–]\d{1,3})?[a-z]?|[一二三四五六七八九十]{1,3}))"
    r"(?:[ \t]{0,2}[:：.．、|｜丨—–](?!\d)|[\u3000]|[ \t]{2,8}))[ \t\u3000]{0,8}(?=\S)"
)
SHORT_CAPTION = re.compile(
    r"(?P<marker>(?:图|圖|図|表|Figure|Fig\.|Table|Chart)[ \t]{0,2}\d{1,3})[ \t]{1,4}(?=[^\s\d])"
)
PICTURE_NOTE = re.compile(
    r"(?P<marker>(?:[▲△]|(?:图源|图片来源|圖片來源|图注|图说|写真|画像|出典画像|Photo|Image|Credit|Caption|"
    r"Photograph|Illustration)(?:\s{0,2}(?:credit|by|courtesy of))?\s{0,2}[:：]))\s{0,4}(?=\S)"
)
TITLE_YEAR = re.compile(r"[ \t\u3000]{0,3}[(（\[](?P<year>(?:1[89]|20)\d{2})年?[)）\]]$")
SCORE = re.compile(r"[ \t\u3000]{0,3}\[\d{1,6}(?:\.\d{1,20})?\]$")
STAMP = re.compile(
    r"[(（\[](?P<date>(?:19|20)\d{2}(?:-\d{1,2}-\d{1,2}|/\d{1,2}/\d{1,2}|年\d{1,2}月\d{1,2}日)"
    r"(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?"
    r"(?:Z|[+-]\d{2}:?\d{2}|[ ]?(?:GMT|UTC|JST))?)?)[)）\]]"
)
GLUED_ITEM = re.compile(
    r"[ \t\u3000]{1,4}(?=[-•*・●■–][ \t\u3000]{1,4}"
    r"[\"'“‘「『《【(A-Z0-9\u3041-\u9fff\uac00-\ud7a3])"
)
DATE_LINE = re.compile(
    r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,?\s{1,2})?"
    r"(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s\d{1,2},?\s{1,2}\d{4}|"
    r"\d{1,2}\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s\d{4}|"
    r"(?:19|20)\d{2}[-/.年]\s?\d{1,2}(?:[-/.月]\s?\d{1,2}日?)?月?)"
    r"(?:[ ,T　(（]{0,3}[^\n]{0,60})?$"
)

_FIGURES = re.compile(
    r"(?<![A-Za-z])[A-H](?![A-Za-z])|\d{1,3}|[①-⑳]|[一二三四五六七八九十百〇零]{1,4}"
)
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_CJK_DIGITS = "零一二三四五六七八九十"


def numbering(match: re.Match[str]) -> str:
    """What a NUMBER match counts: `3`, `2.1`, `四`, `①`."""
    groups = match.groupdict()
    names = (
        "number",
        "bracketed",
        "reference",
        "circled",
        "cjk",
        "roman",
        "chapter",
        "letter",
        "zero",
        "deep",
    )
    return next((groups[name] for name in names if groups[name]), "")


def style(label: str) -> str:
    """How a number is dressed: `1.` and `2.` alike, `(1)` otherwise, depth included."""
    return _FIGURES.sub("0", label.strip())


def counted(number: str) -> int | None:
    """The last count of a number (`2.3` → 3, `四` → 4, `②` → 2), None where it has none."""
    last = number.rsplit(".", 1)[-1]
    if len(last) == 1 and "A" <= last <= "H":
        return ord(last) - ord("A") + 1
    if last.isdecimal():
        return int(last)
    circled = _CIRCLED.find(last)
    if circled >= 0:
        return circled + 1
    if len(last) <= 3 and all(c in _CJK_DIGITS for c in last):
        tens, _, ones = last.rpartition("十")
        if "十" not in last:
            return _CJK_DIGITS.index(last) if len(last) == 1 else None
        return (_CJK_DIGITS.index(tens) if tens else 1) * 10 + (
            _CJK_DIGITS.index(ones) if ones else 0
        )
    return None
