"""Folds text for reading, character by character, so that every offset stays true: one code point
in, one code point out. The stored text is never touched."""

from __future__ import annotations

_SAME_AS = {
    # minus signs and range marks
    "\u2212": "-", "\uff0d": "-", "\u2010": "-", "\u2011": "-", "\u2012": "–", "\u2014": "–",
    "\u2015": "–", "\u301c": "~", "\uff5e": "~", "\u223c": "~", "\u2044": "/", "\u2215": "/",
    "\u00d7": "×", "\u2715": "×", "\u2a2f": "×", "\u2248": "≈", "\u2a7e": "≥", "\u2266": "≤",
    "\u2267": "≥", "\u2a7d": "≤", "\u00a5": "¥", "\uffe5": "¥", "\uffe1": "£", "\u3000": " ",
    "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u2002": " ", "\u2003": " ", "\u2007": " ",
    "\t": " ", "\r": " ", "。": "。", "\u2019": "'", "\u00ba": "°", "℃": "℃", "\ufe6a": "%",
    # variant forms of Han numerals
    "萬": "万", "億": "亿", "兩": "两", "倆": "两", "俩": "两", "貳": "贰", "貮": "贰", "弐": "贰",
    "弍": "贰", "壱": "壹", "弌": "壹", "參": "叁", "叄": "叁", "参": "叁", "陸": "陆",
    "點": "点", "餘": "余", "幾": "几", "負": "负", "數": "数", "百": "百", "佰": "百", "陌": "百",
    "仟": "千", "阡": "千", "圓": "圆", "個": "个", "箇": "个", "分": "分", "雙": "双",
    "對": "对", "塊": "块", "噸": "吨", "歲": "岁", "歳": "岁", "週": "周", "條": "条", "張": "张",
    "項": "项", "種": "种", "約": "约", "過": "过", "於": "于", "間": "间", "幣": "币", "廣": "广",
    "倍": "倍", "華": "华", "攝": "摄", "溫": "温", "圍": "围", "詞": "词", "論": "论", "數据": "数据",
    "頁": "页", "層": "层", "參數": "参数", "時": "时", "鐘": "钟", "錢": "钱", "龍": "龙", "達": "达",
    "還": "还", "從": "从", "與": "与", "這": "这", "號": "号", "節": "节", "為": "为", "長": "长",
}  # fmt: skip


def _table() -> dict[int, str]:
    table = {ord(a): b for a, b in _SAME_AS.items() if len(a) == 1 and len(b) == 1}
    for code in range(0xFF01, 0xFF5F):
        table.setdefault(code, chr(code - 0xFEE0))
    for zero in (0x0660, 0x06F0, 0x0966, 0x09E6):
        for digit in range(10):
            table[zero + digit] = str(digit)
    return table


_FOLDED = _table()


def fold_characters(text: str) -> str:
    """The text with full-width, variant and foreign forms made plain; the length is unchanged."""
    return text.translate(_FOLDED)
