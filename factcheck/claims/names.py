"""Names in running text: people, systems, lists of them. Shapes of names, no knowledge of any."""

from __future__ import annotations

import re

_U = "A-ZÀ-ÖØ-ÞŁŚŽŠČĆĐŐŰİ"
_W = "A-Za-zÀ-ÖØ-öø-ÿĀ-žḀ-ỿ"
_PART = rf"[{_U}][{_W}'’]{{1,24}}(?:-[{_W}'’]{{1,24}}){{0,2}}"
PERSON = (
    rf"(?:{_PART}|[{_U}]\.)(?:[ ](?:{_PART}|[{_U}]\.?(?![{_W}])|(?:van|von|de|der|den|"
    rf"la|le|di|da|dos|bin|al|el|Mc))){{0,3}}"
    rf"[ ]{_PART}(?:[ ](?:Jr|Sr)\.?)?"
)
"""A person's name in Latin letters: given name, initials, particles, family name."""
SYSTEM = (
    rf"(?<![A-Za-z0-9])[{_U}][{_W}0-9]{{0,30}}(?:[-.+/][{_W}0-9]{{1,30}}){{0,5}}(?:[ ](?:[0"
    rf"-9]{{1,3}}(?:\.[0-9]{{1,2}})?(?![0-9.%A-Za-z])|[0-9]{{1,4}}(?:x[0-9]{{1,3}}|"
    rf"\.[0-9]{{1,2}})?[BM](?![A-Za-z0-9])|"
    rf"[{_U}][{_W}0-9]{{0,30}}(?:[-.][{_W}0-9]{{1,30}}){{0,5}})){{0,6}}"
)
"""A name of a system, a data set, a product or an organisation in Latin letters."""

SYSTEM_RE = re.compile(SYSTEM)
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余"
    "杜叶程苏魏吕丁任沈姚卢姜崔"
    "钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
    "柳戚詹祁郁蒲岑柯翁荀鲍俞凌樊柏窦喻奚葛滕殷毕邬傅卞伍穆萧湛禹狄臧庞舒屈祝阮闵娄颜梅骆霍虞裘缪嵇邢裴靳焦卓蔺屠乔翟贡冉桑桂濮晏柴瞿阎耿聂晁阚饶鞠荆尹蓝"
    "張劉陳楊黃趙吳孫馬羅鄭許韓馮鄧蕭葉蘇呂盧鍾譚陸"
)
CHINESE_PERSON = (
    rf"(?:欧阳|司马|上官|诸葛|[{_SURNAMES}])(?:(?![已将曾于也都均皆是为在和与及的了从加离担"
    rf"现仍等])[\u4e00-\u9fff]){{1,2}}"
)
JAPANESE_PERSON = (
    r"[\u4e00-\u9fff々ヶ]{1,4}[ \u3000]?[\u4e00-\u9fff々\u3041-\u3096\u30a1-\u30fa]{1,5}(?="
    r"さん|氏|教授|准教授|社長|CEO|博士|代表)"
)
KATAKANA_PERSON = r"[\u30a1-\u30fa\u30fc]{2,12}(?:[・＝][\u30a1-\u30fa\u30fc]{2,12}){1,3}"
TRANSLITERATED = r"[\u4e00-\u9fff]{1,6}(?:·|•)[\u4e00-\u9fff]{1,8}"
ANY_PERSON = re.compile(
    rf"(?P<latin>{PERSON})|(?P<kana>{KATAKANA_PERSON})|(?P<dot>{TRANSLITERATED})|"
    rf"(?P<ja>{JAPANESE_PERSON})"
)
CITATION = re.compile(
    rf"(?P<who>[{_U}][{_W}'’-]{{1,30}}(?: et al\s?\.?| and [{_U}][{_W}'’-]{{1,30}}|"
    rf" & [{_U}][{_W}'’-]{{1,30}})?"
    r"\s?,?\s?)(?P<open>\(?)(?P<year>(?:19|20)[0-9]{2})[a-z]?(?![0-9])"
)
"""A work cited by its authors and year: `Hinton et al., 2015`."""
NOT_A_NAME = frozenset(
    [
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "it",
        "its",
        "we",
        "our",
        "they",
        "he",
        "she",
        "his",
        "her",
        "their",
        "in",
        "on",
        "at",
        "for",
        "from",
        "with",
        "by",
        "of",
        "and",
        "or",
        "but",
        "as",
        "if",
        "when",
        "while",
        "after",
        "before",
        "since",
        "although",
        "however",
        "moreover",
        "further",
        "each",
        "both",
        "all",
        "some",
        "many",
        "most",
        "more",
        "such",
        "there",
        "here",
        "what",
        "which",
        "who",
        "how",
        "why",
        "where",
        "i",
        "you",
        "your",
        "my",
        "to",
        "is",
        "are",
        "was",
        "were",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "according",
        "meanwhile",
        "additionally",
        "finally",
        "also",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "table",
        "figure",
        "section",
        "chapter",
        "part",
        "note",
        "abstract",
        "introduction",
        "title",
        "authors",
        "date",
        "however",
    ]
)
SEPARATORS = re.compile(
    r"\s{0,2}(?:、|，|,|；|;|&|＆|/|和|与|及|以及|或者|或|と|や|および|"
    r"(?<![A-Za-z])(?:and|or)(?![A-Za-z]))\s{0,2}"
)
BRACKETED = re.compile(r"\s?[(（](?P<inner>[^()（）]{1,60})[)）]")
ACRONYM = re.compile(r"^[A-Z][A-Za-z0-9.\-]{0,15}$")


def is_name(words: str) -> bool:
    """Whether Latin words could be a name rather than the first word of a sentence."""
    return words.split(" ")[0].lower().strip(".") not in NOT_A_NAME and not words.isdigit()


def split_list(text: str, start: int, end: int, limit: int = 400) -> list[tuple[int, int]]:
    """The items of a coordinated list in `text[start:end]` with their offsets; separators inside
    brackets separate nothing."""
    items: list[tuple[int, int]] = []
    position, depth, begin = start, 0, start
    while position < end and len(items) < limit:
        character = text[position]
        if character in "(（「“《":
            depth += 1
        elif character in ")）」”》":
            depth = max(0, depth - 1)
        match = SEPARATORS.match(text, position, end) if depth == 0 else None
        if match and match.end() > match.start() and match.group().strip():
            _append(items, text, begin, position)
            position = begin = match.end()
            continue
        position += 1
    _append(items, text, begin, end)
    return items


def _append(items: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start] in " \t\u3000\n":
        start += 1
    while end > start and text[end - 1] in " \t\u3000\n.。":
        end -= 1
    if start < end:
        items.append((start, end))


def without_bracket(words: str) -> tuple[str, str | None]:
    """The words before a bracket, and what the bracket holds: `RAG (检索增强生成)`."""
    match = BRACKETED.search(words)
    if match is None:
        return words.strip(), None
    return words[: match.start()].strip(), match["inner"].strip()


def names_in(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """System-like names in `text[start:end]`, words that merely begin a sentence left out."""
    return [m.span() for m in SYSTEM_RE.finditer(text, start, end) if is_name(m.group())]
