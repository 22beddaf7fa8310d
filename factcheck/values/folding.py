"""Folds text for reading, character by character, so that every offset stays true: one code point
in, one code point out. The stored text is never touched; word tables and patterns are folded the
same way, so that a table names each word once."""

from __future__ import annotations

import re

_PLAIN = {
    "\u2212": "-", "\uff0d": "-", "\u2010": "-", "\u2011": "-", "\u2012": "–", "\u2014": "–",
    "\u2015": "–", "\u301c": "~", "\uff5e": "~", "\u223c": "~", "\u2044": "/", "\u2215": "/",
    "\u2715": "×", "\u2a2f": "×", "\u2a7e": "≥", "\u2266": "≤", "\u2267": "≥", "\u2a7d": "≤",
    "\uffe5": "¥", "\uffe1": "£", "\u3000": " ", "\u00a0": " ", "\u2009": " ", "\u202f": " ",
    "\u2002": " ", "\u2003": " ", "\u2007": " ", "\t": " ", "\r": " ", "\u2019": "'",
    "\u00ba": "°", "\ufe6a": "%",
}  # fmt: skip
_VARIANTS = (
    "萬億兩倆俩貳貮弐弍壱弌叄陸點餘幾負數佰仟阡圓個箇雙對塊噸歲歳週條張項種約過於間幣參"
    "攝溫圍詞論頁層時鐘錢龍達還從與這號節為長檔單頻圖標記語務員組徵術變動類樣題練學國業"
    "進總僅將來關態釐離職積畝頃鎊盧歐韓蘭報後據處裡冊與間協華滿幾當於約經緯馬韻錯紀"
)
_SIMPLIFIED = (
    "万亿两两两贰贰贰贰壹壹叁陆点余几负数百千千圆个个双对块吨岁岁周条张项种约过于间币参"
    "摄温围词论页层时钟钱龙达还从与这号节为长档单频图标记语务员组征术变动类样题练学国业"
    "进总仅将来关态厘离职积亩顷镑卢欧韩兰报后据处里册与间协华满几当于约经纬马韵错纪"
)
_ZEROS = (0x0660, 0x06F0, 0x0966, 0x09E6)
"""Arabic-Indic, Persian, Devanagari and Bengali digit zero."""


def _table() -> dict[int, str]:
    table = {ord(a): b for a, b in _PLAIN.items()}
    table |= {ord(a): b for a, b in zip(_VARIANTS, _SIMPLIFIED, strict=True)}
    for code in range(0xFF01, 0xFF5F):
        table.setdefault(code, chr(code - 0xFEE0))
    for zero in _ZEROS:
        table |= {zero + digit: str(digit) for digit in range(10)}
    return table


_FOLDED = _table()
_LISTING_COMMA = re.compile("(?<=[0-9])，(?=[0-9])")


_MANY_POINTS = re.compile(
    r"(?<![0-9A-Za-z.])(?:[0-9千百十万]{1,20}\.){2,20}[0-9千百十万]{1,20}(?![0-9A-Za-z])"
)
_LONG_PART = re.compile("[0-9千百十万]{4}")
_WIDE_THOUSANDS = re.compile("(?<![０-９、])(?P<first>[０-９])、(?=[０-９]{3}(?![０-９、]))")


_TIMES = re.compile(
    r"(?<=[0-9])[xX](?=[0-9.]{1,10}(?:[xX][0-9.]{1,10})?[ ]?"
    r"(?:[cmk]?m|in|ft|inch|inches|feet|met(?:er|re)s?|[cmk]m²?|[厘毫分]?米|公分|センチ|ミリ|メートル)(?![A-Za-z0-9]))"
)


def fold_characters(text: str) -> str:
    """The text with full-width, variant and foreign forms made plain; the length is unchanged.

    Separators are made plain as well: a full-width comma between half-width digits lists them
    (20，300), 、 inside full-width digits groups them (６、５４４), and points between more than
    two long numbers list them (1024.2048.4096), where 1.2.3 is left as the version that it is.
    The x of 3x4 cm is a times sign.
    """
    text = _WIDE_THOUSANDS.sub(r"\g<first>,", _LISTING_COMMA.sub("、", text)).translate(_FOLDED)
    return _MANY_POINTS.sub(_listed, _TIMES.sub("×", text))


def _listed(match: re.Match[str]) -> str:
    words = match.group()
    return words.replace(".", "、") if _LONG_PART.search(words) else words


def compile_folded(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern for folded text: any form of a character in it matches the folded one."""
    return re.compile(pattern.translate(_FOLDED), flags)
