"""Han and kana names in Latin letters: pinyin with the readings that surnames have, other common
romanisations of surnames, and Hepburn for kana. pypinyin is imported only when a name needs it."""

# ruff: noqa: E501, SIM905 - tables of words and patterns stay one entry to a line

from __future__ import annotations

import re
from functools import lru_cache

SURNAME_READINGS = {
    "曾": "zeng", "单": "shan", "解": "xie", "仇": "qiu", "区": "ou", "查": "zha", "乐": "yue le",
    "任": "ren", "朴": "piao park pak", "翟": "zhai", "盖": "ge", "缪": "miao", "尉": "wei",
    "召": "shao", "种": "chong", "黑": "he", "折": "she", "员": "yun", "郇": "xun huan",
    "覃": "qin tan", "宓": "mi fu", "洗": "xian", "冼": "xian", "繁": "po", "逄": "pang",
    "应": "ying", "葛": "ge", "柏": "bai bo", "卜": "bu", "薄": "bo", "华": "hua", "纪": "ji",
    "令": "ling", "那": "na", "宁": "ning", "燕": "yan", "晏": "yan", "车": "che", "万": "wan",
    "长": "zhang", "沈": "shen", "石": "shi", "吕": "lv lyu lu", "贾": "jia", "都": "du", "奇": "qi",
    "隗": "wei kui", "钻": "zuan", "谌": "chen shen", "褚": "chu", "臧": "zang", "仝": "tong",
}  # fmt: skip
"""Surnames that are read otherwise than the character alone, or in more than one way."""

OTHER_ROMANISATIONS = {
    "陈": "chan tan", "林": "lam lim", "黄": "wong hwang", "李": "lee", "王": "wong", "张": "cheung chang",
    "吴": "ng", "刘": "lau liou", "郑": "cheng cheung", "蔡": "tsai choi", "谢": "hsieh", "许": "hsu hui",
    "徐": "hsu", "朱": "chu", "周": "chou chow", "曾": "tseng tsang", "邓": "tang teng", "何": "ho",
    "叶": "yeh yip", "郭": "kuo kwok", "杨": "yeung", "梁": "leung", "罗": "lo law", "高": "ko",
    "赵": "chao chiu", "洪": "hung", "江": "chiang", "蒋": "chiang", "钟": "chung", "庄": "chuang",
    "姜": "chiang", "戴": "tai", "卢": "lu lo", "吕": "lu lui", "潘": "pan poon", "廖": "liao liu",
    "邱": "chiu chiou", "萧": "hsiao siu", "彭": "peng pang", "宋": "sung", "董": "tung", "唐": "tang tong",
    "冯": "feng fung", "于": "yu", "余": "yu yee", "简": "chien", "游": "yu", "赖": "lai", "苏": "su so",
    "孔": "kung hung", "金": "chin kim", "丁": "ting", "石": "shih", "施": "shih", "詹": "chan",
    "胡": "hu woo", "沈": "shen sum", "魏": "wei ngai", "方": "fang fong", "杜": "tu to",
}  # fmt: skip
"""Wade-Giles, Cantonese and other spellings in which surnames are met."""

COMPOUND_SURNAMES = frozenset(
    "欧阳 上官 司马 诸葛 东方 皇甫 尉迟 公孙 令狐 慕容 司徒 夏侯 长孙 宇文 轩辕 端木 独孤 南宫 西门 百里 钟离 申屠".split()
)
_SYLLABLE = re.compile(
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er"
    r"|ia|ie|in|iu|ou|ua|ue|ui|un|uo|ve|a|e|i|o|u|v)"
)
_ROMAJI = re.compile(
    r"(?:(?:ky|gy|sh|ch|ts|ny|hy|by|py|my|ry|[kgsztdnhbpmyrwfj])?[aiueo]|n(?![aiueo])){2,12}"
)
_HEPBURN = {
    "ア": "a", "イ": "i", "ウ": "u", "エ": "e", "オ": "o", "カ": "ka", "キ": "ki", "ク": "ku",
    "ケ": "ke", "コ": "ko", "サ": "sa", "シ": "shi", "ス": "su", "セ": "se", "ソ": "so", "タ": "ta",
    "チ": "chi", "ツ": "tsu", "テ": "te", "ト": "to", "ナ": "na", "ニ": "ni", "ヌ": "nu", "ネ": "ne",
    "ノ": "no", "ハ": "ha", "ヒ": "hi", "フ": "fu", "ヘ": "he", "ホ": "ho", "マ": "ma", "ミ": "mi",
    "ム": "mu", "メ": "me", "モ": "mo", "ヤ": "ya", "ユ": "yu", "ヨ": "yo", "ラ": "ra", "リ": "ri",
    "ル": "ru", "レ": "re", "ロ": "ro", "ワ": "wa", "ヲ": "o", "ン": "n", "ガ": "ga", "ギ": "gi",
    "グ": "gu", "ゲ": "ge", "ゴ": "go", "ザ": "za", "ジ": "ji", "ズ": "zu", "ゼ": "ze", "ゾ": "zo",
    "ダ": "da", "ヂ": "ji", "ヅ": "zu", "デ": "de", "ド": "do", "バ": "ba", "ビ": "bi", "ブ": "bu",
    "ベ": "be", "ボ": "bo", "パ": "pa", "ピ": "pi", "プ": "pu", "ペ": "pe", "ポ": "po", "ヴ": "vu",
}  # fmt: skip
_SMALL_Y = {"ャ": "a", "ュ": "u", "ョ": "o"}
_SMALL_VOWELS = {"ァ": "a", "ィ": "i", "ゥ": "u", "ェ": "e", "ォ": "o"}


def surname_of(han: str) -> str:
    """The surname that a Han name begins with: two characters where it is a compound one."""
    return han[:2] if han[:2] in COMPOUND_SURNAMES and len(han) > 2 else han[:1]


@lru_cache(maxsize=8192)
def readings(character: str) -> tuple[str, ...]:
    """The pinyin readings of one character, without tones, ü as v."""
    from pypinyin import Style, pinyin

    found = pinyin(character, style=Style.NORMAL, heteronym=True)
    return tuple(dict.fromkeys(found[0]))[:6] if found else ()


def surname_spellings(surname: str) -> tuple[frozenset[str], frozenset[str]]:
    """How a surname is spelt: by pinyin, and in other romanisations."""
    if len(surname) == 2:
        parts = [readings(c) for c in surname]
        return frozenset(_loose(a + b) for a in parts[0] for b in parts[1]), frozenset()
    own = SURNAME_READINGS.get(surname)
    pinyin = own.split() if own else list(readings(surname)[:2])
    spelt = frozenset(_loose(p) for p in pinyin) | frozenset(p for p in pinyin)
    return spelt, frozenset(OTHER_ROMANISATIONS.get(surname, "").split())


def spells(han: str, latin: str) -> bool:
    """Whether Latin letters spell the Han characters one after the other in pinyin."""
    reachable = {0}
    for character in han:
        spellings = {s for reading in readings(character) for s in _umlauts(reading)}
        reachable = {
            at + len(s) for at in reachable for s in spellings if latin.startswith(s, at)
        }  # fmt: skip
        if not reachable:
            return False
    return len(latin) in reachable


def initials_of(han: str) -> list[set[str]]:
    """The possible first letters of each character's reading."""
    return [{reading[0] for reading in readings(c)} for c in han]


def _umlauts(reading: str) -> tuple[str, ...]:
    """ü is written v, u, yu or ue in names."""
    if "v" not in reading:
        return (reading,)
    return (
        reading,
        reading.replace("v", "u"),
        reading.replace("v", "yu"),
        reading.replace("v", "ue"),
    )


def _loose(reading: str) -> str:
    return reading.replace("v", "u")


def is_pinyin(word: str) -> bool:
    """Whether a Latin word may be pinyin: a row of one to three syllables."""
    reachable = {0}
    for _ in range(3):
        reachable = {m.end() for at in reachable if (m := _SYLLABLE.match(word, at))}
        if len(word) in reachable:
            return True
    return False


def is_romaji(word: str) -> bool:
    """Whether a Latin word may be romanised Japanese."""
    return _ROMAJI.fullmatch(word) is not None


def from_kana(word: str) -> str:
    """Kana in Hepburn, long vowels short."""
    letters: list[str] = []
    for character in word:
        kana = chr(ord(character) + 0x60) if "ぁ" <= character <= "ゖ" else character
        if kana in _SMALL_Y and letters:
            stem = letters[-1][:-1]
            letters[-1] = stem + ("" if stem in ("sh", "ch", "j") else "y") + _SMALL_Y[kana]
        elif kana in _SMALL_VOWELS and letters:
            letters[-1] = letters[-1][:-1] + _SMALL_VOWELS[kana]
        elif kana == "ッ":
            letters.append("*")
        else:
            letters.append(_HEPBURN.get(kana, ""))
    joined = re.sub(r"\*(.)", r"\1\1", "".join(letters)).replace("*", "")
    return short_vowels(joined)


def short_vowels(word: str) -> str:
    """`ou`, `oo`, `oh`, `uu` as one vowel: Satou, Satoh and Sato are one name."""
    return re.sub(r"uu", "u", re.sub(r"o[ou]|oh(?![aiueo])", "o", word))
