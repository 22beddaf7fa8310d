"""The name that a claim is about, in a form that two articles share: articles, modifiers, ranks and
kinds of things aside (the Pellan Viaduct, ヴィア橋の長さ, 2020年贯通的云岭隧道)."""

# ruff: noqa: E501, SIM905 - tables of words stay readable

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from factcheck.claims.extractors.office_words import HEADS_JA, HEADS_ZH, SURNAMES
from factcheck.model import Language, fold
from factcheck.reconcile.groups.told import topic_words
from factcheck.reconcile.translation.termbase import built_in_names, built_in_things
from factcheck.values.folding import fold_characters

if TYPE_CHECKING:
    from opencc import OpenCC

_CAPITAL = r"[A-ZÀ-ÖØ-Þ](?:[A-Za-zÀ-ɏ0-9'’&-]{1,30}|\.(?= [A-Z])|)"
_MARKS = r"[A-Za-zÀ-ɏ]{1,20}-?[0-9][A-Za-z0-9.-]{0,12}"
_COUNTED = (
    r"(?![0-9.,%]|[ -]?(?:per ?cent|percent|million|billion|trillion|thousand|hundred|[kcm]?m|km|"
    r"metres?|meters?|kilomet|kilograms?|tonnes?|feet|miles?|years?|people|January|February|March|"
    r"April|May|June|July|August|September|October|November|December)(?![A-Za-z]))"
)
_OPENERS = (
    "Museum University Institute Treaty Battle Church Palace Port Bank Gulf City Isle Lake House "
    "State Academy Society Ministry Department Republic School College Council Castle Bay Cape "
    "Order Temple Bureau Library Kingdom Siege Peace Centre Center Tower Faculty"
).split()
_JOINED = (
    rf"(?:{'|'.join(f'(?<={word})' for word in _OPENERS)}) of (?:the )?|"
    r" (?:de|du|von|van|del|di|da|la|le|al) | & |"
)
LATIN_NAME = re.compile(
    rf"(?<![A-Za-zÀ-ɏ0-9])(?:{_CAPITAL}|{_MARKS})"
    rf"(?:(?:{_JOINED}[ ])(?:{_CAPITAL}|{_MARKS}|[0-9]{{1,3}}{_COUNTED})){{0,6}}"
)
"""A run of words with capitals: `Museum of Glass`, `Kestrel 3`, `Ludwig van Beethoven`."""
_NUMBER_WORD = re.compile(
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|"
    r"eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundreds?|thousands?|millions?)"
    r"(?:-[a-z]{3,5})?"
)
_NO_NAME = frozenset(
    "the a an this that these those it its they their he she his her we our in on at of for from "
    "by with to and but or as if when while since after before during under over about some many "
    "most all both each every another other only just even also there here what who whose which "
    "where built founded opened completed according today yesterday tomorrow now then last next no "
    "not more fewer less few several including nearly almost around "
    "roughly mr mrs ms dr prof professor sir president chief minister january february march april may "
    "june july august september october november december monday tuesday wednesday thursday friday "
    "saturday sunday spring summer autumn winter ceo cto cfo series round turnout researchers "
    "scientists officials police authorities experts engineers visitors construction work".split()
)
_TITLES = re.compile(
    r"^(?:(?:The|A|An|Mr|Mrs|Ms|Dr|Prof|Professor|Sir|President|Chairman|Director|Chief|Mayor|"
    r"Governor|Minister|Queen|King|Mount|Mt)\.? )+"
)
_TITLED = re.compile(r"[《『「“]([^《》『』「」“”]{1,60})[》』」”]")
_MARKS_OPEN = frozenset("《『")
_HAN = "\u3400-\u9fff々〆ヵヶ"
_INSIDE = re.compile(r"[a-z,;’'“\"(（\u3040-\u9fff] ?$")
_KATAKANA = re.compile(
    r"(?<![0-9０-９一二三四五六七八九十百千万数])[ァ-ヺー]{3,20}(?:・[ァ-ヺー]{2,20}){0,3}"
)
_WIDE = re.compile(rf"[{_HAN}\u3041-\u30ff·・]{{2,60}}")
_VERB_AHEAD = re.compile(
    r"^.*[\u4e00-\u9fff][\u3041-\u3096]{0,3}[るたつすくうむぶぐいなだ](?=[\u4e00-\u9fff\u30a1-\u30fa]{2})"
)
"""A verb in front of its noun: 湖畔に建つ美術館, 長岡で起きた洪水."""
_STOP_AHEAD = re.compile(
    r"^.*(?:包括|成为|作为|位于|在|于|是|有|和|与|了|为|从|到|由|被|把|将|对|使|向|往|及|座|条|各|这|那|该|本)"
    r"(?=[\u4e00-\u9fff]{2})"
)
"""What goes before a name in Chinese, where no blank parts them."""
_LEAD = re.compile(
    r"^(?:[0-9０-９]{1,4}(?:年度?|月期?|日))+|^(?:今年|去年|昨年|今月|上月|本月|目前|现在|在|于|由|从|为|该|这座|这|那|此|同|新(?=の))+"
)
_TAIL = re.compile(r"(?:今年|去年|昨年|目前|现在|現在|当时|共|已|也)+$")
_TOPIC = re.compile(r"^[^、。，,]{2,30}?(?:は|が)(?=、|[^、。]{0,4}[0-9０-９]|[\u4e00-\u9fff])")
"""What a Japanese sentence begins with and marks as its topic."""
_LEGAL = re.compile(
    r"^(?:株式会社|有限会社|合同会社|一般社団法人)|"
    r"(?:股份有限公司|有限责任公司|有限公司|集团公司|株式会社|集团|公司|社)$"
)
_LATIN_LEGAL = re.compile(r",? (?:Inc|Ltd|Co|Corp|Corporation|Company|GmbH|AG|plc|PLC|LLC)\.?$")
_ATTRIBUTE = re.compile(
    r"(?:数|量|額|额|率|費|费|価格|价格|面積|面积|人口|標高|海拔|売上高?|营收|收入|利润|長さ|高さ|"
    r"幅|全長|全长|深さ|重さ|公開日|発売日|開業日|完成日|日期|时间|時間|创始人|創業者|社長|会長|所在地|"
    r"总部|本社|首席执行官|平均|年度|今年|去年|昨年|時点|現在|记者|記者|可能|目前|一共|其中|以上|以下)$"
)
"""Words for what a thing has, and for times: no names."""
_HAN_LETTER = re.compile(f"[{_HAN}]")
_TOWN = re.compile(r"([\u4e00-\u9fff]{2,4})[市县縣镇町村](?=[\u4e00-\u9fff])")
_OFFICES = tuple(sorted((*HEADS_ZH, *HEADS_JA), key=len, reverse=True))
_HIRAGANA = re.compile("[\u3041-\u3096]")
_LONGEST = 16
_PLACES = frozenset({"city", "province"})
_LONGEST_PERSON = 4
_LONGEST_TITLE = 60
_SHORTEST_NAME = 3


@dataclass(frozen=True, kw_only=True)
class Name:
    """A name as it is compared: what is left without its kind, and the kind (bridge, port)."""

    stem: str
    thing: str = ""

    @property
    def key(self) -> str:
        return f"{self.stem}\0{self.thing}" if self.thing else self.stem


def name_of(subject: str, language: Language, text: str = "") -> Name | None:
    """The name that a subject is or holds; None where it holds none. `text` shows whether the
    subject stands in title marks."""
    title = _title_around(text, subject.strip()) if text else ""
    if title:
        return Name(stem=title)
    names = list(_names(subject, language))
    return _best(names) if names else None


def _title_around(text: str, words: str) -> str:
    """The title in whose marks words stand, where they do."""
    at = text.find(words)
    if at < 0 or _TITLED.search(words):
        return ""
    low = max(0, at - _LONGEST_TITLE)
    for found in _TITLED.finditer(text, low, at + len(words) + _LONGEST_TITLE):
        if found.start() <= at < found.end() and text[found.start()] in _MARKS_OPEN:
            return fold(found.group(1))
    return ""


def title_in(sentence: str) -> str:
    """The first title in its marks, folded; empty where there is none."""
    for found in _TITLED.finditer(sentence):
        if sentence[found.start()] in _MARKS_OPEN:
            return fold(found.group(1))
    return ""


def is_common(name: Name, language: Language) -> bool:
    """Whether a name is rather a word: what a thing has (片长, 費用), or two characters that begin
    with no surname (跑道)."""
    if name.thing or not _HAN_LETTER.match(name.stem):
        return False
    if any(name.stem == _plain(word) for word, _ in _endings(language)):
        return True
    short = len(name.stem) < _SHORTEST_NAME and name.stem[0] not in SURNAMES
    return short or name.stem in _topic_words(language)


@cache
def _topic_words(language: Language) -> frozenset[str]:
    return frozenset(_plain(fold_characters(word)) for word in topic_words(language))


def name_near(text: str, start: int, end: int, at: int, language: Language) -> Name | None:
    """The name that a sentence `text[start:end]` is about, for a value at `at`."""
    before = [name for name, sure in text_names(text[start:at], language) if sure]
    topic = _TOPIC.match(text[start:at]) if language == "ja" and not before else None
    if topic:
        before = list(_wide_names(topic.group()[:-1], language))
    names = before or [name for name, sure in text_names(text[start:end], language) if sure]
    if not names:
        names = [name for name, _ in text_names(text[start:end], language)]
    return _best(names) if names else None


def text_names(text: str, language: Language) -> Iterator[tuple[Name, int]]:
    """The names in a text, and how sure it is that they are names: 2 with capitals inside a
    sentence, of several words, in title marks, or ending in the kind of thing that they are; 1 in
    katakana, which common words have as well; 0 with a capital where a sentence begins."""
    for found in _TITLED.finditer(text):
        yield Name(stem=fold(found.group(1))), 2
    for name, start in _latin_places(text):
        inside = _INSIDE.search(text[max(0, start - 2) : start])
        yield name, 2 if " " in name.stem or name.thing or inside else 0
    if language in ("zh", "ja"):
        for found in _KATAKANA.finditer(text):
            known = _known(found.group(), language)
            yield (
                Name(stem=known or fold(found.group())),
                2 if known or "・" in found.group() else 1,
            )
        for name in _wide_names(text, language):
            if name.stem.isascii() or (name.thing and not _HIRAGANA.search(name.stem)):
                yield name, 2


def _best(names: Sequence[Name]) -> Name:
    """A name with its kind says more than one without, longer names more than short ones."""
    things = [name for name in names if name.thing and name.thing not in _PLACES] or names
    return max(enumerate(things), key=lambda n: (bool(n[1].thing), n[1].stem.count(" "), -n[0]))[1]


def _names(words: str, language: Language) -> Iterator[Name]:
    titled = _TITLED.search(words)
    if titled:
        yield Name(stem=fold(titled.group(1)))
        return
    latin = list(_latin_names(words))
    wide = list(_wide_names(words, language)) if language in ("zh", "ja") else []
    yield from latin
    if not latin or any(name.thing for name in wide):
        yield from wide


# ---------------------------------------------------------------- Latin letters
def _latin_names(words: str) -> Iterator[Name]:
    return (name for name, _ in _latin_places(words))


def _latin_places(words: str) -> Iterator[tuple[Name, int]]:
    for found in LATIN_NAME.finditer(words):
        for part in re.split(r"(?<=[A-Za-z])['’]s? ", found.group()):
            name = _LATIN_LEGAL.sub("", _without_openers(part.strip(" .'’-")))
            name = re.sub(r"['’]s?$", "", name)
            if len(name) < 2 or _is_common(name):
                continue
            start = found.start() + max(0, found.group().find(name))
            yield _latin(name, words, start, found.end()), start


def _without_openers(name: str) -> str:
    name = _TITLES.sub("", name)
    words = name.split()
    while words and _is_common(words[0]):
        words.pop(0)
    while words and _is_common(words[-1]):
        words.pop()
    return " ".join(words)


def _is_common(word: str) -> bool:
    return word.casefold() in _NO_NAME or bool(_NUMBER_WORD.fullmatch(word.casefold()))


def _latin(name: str, words: str, start: int, end: int) -> Name:
    """The name without its kind, which may stand in it (Lake Orra) or beside it (Delby's marathon,
    the port of Nanwei)."""
    thing, stem = _split_latin(fold(name))
    if not thing:
        behind = re.match(r"(?:['’]s)? ((?:[a-z]{1,12} ){0,2}?)([a-z]{3,20})(?![a-z])", words[end:])
        ahead = re.search(r"([a-z]{3,20}) (?:in|of|at|near) (?:the )?$", words[:start])
        beside = behind.group(2) if behind else ""
        thing = _thing_named(beside) or (_thing_named(ahead.group(1)) if ahead else "")
    return Name(stem=stem, thing=thing)


def _split_latin(name: str) -> tuple[str, str]:
    parts = name.split()
    if len(parts) < 2:
        return "", name
    for where, rest in ((parts[-1], parts[:-1]), (parts[0], parts[1:])):
        thing = _thing_named(where)
        left = [word for word in rest if word not in ("of", "the")]
        if thing and left:
            return thing, " ".join(left)
    return "", name


@cache
def _thing_named(word: str) -> str:
    hits = built_in_things().hits(word, 0, len(word), "en") if word else []
    return hits[0].term.name if hits and hits[0].end == len(word) else ""


# ---------------------------------------------------------------- Han and kana
def _wide_names(words: str, language: Language) -> Iterator[Name]:
    plain = fold_characters(words)
    for found in _WIDE.finditer(plain):
        last = ""
        for part in _parts(found.group(), language):
            thing = dict(_endings(language)).get(part.lstrip("新旧")) if last else None
            if thing:
                yield Name(stem=last, thing=thing)
                continue
            name = _without_office(_LEGAL.sub("", part))
            if 1 < len(name) <= _LONGEST and not _ATTRIBUTE.search(name):
                read = _wide(name, language)
                last = read.stem
                yield read


def _without_office(name: str) -> str:
    """画家郁知秋 is called 郁知秋; an office alone names nobody."""
    if name in _OFFICES:
        return ""
    rest = next((name[len(o) :] for o in _OFFICES if name.startswith(o)), "")
    return rest if 1 < len(rest) <= _LONGEST_PERSON else name


def _parts(run: str, language: Language) -> Iterator[str]:
    """The noun phrases of a run: what stands before and behind の, 的 and the particles of cases,
    without the verbs ahead."""
    for part in re.split(r"的|の|は|が|を|で(?!ん)|に(?=[は、一-鿿])|より|から", run):
        kept = _VERB_AHEAD.sub("", _LEGAL.sub("", _LEAD.sub("", _TAIL.sub("", part))))
        if language == "zh" and len(kept) > 2:
            kept = _STOP_AHEAD.sub("", kept)
        if len(kept) > 1:
            yield kept


def _wide(name: str, language: Language) -> Name:
    known = _known(name, language)
    if known:
        return Name(stem=known)
    thing, stem = _split_wide(name, language)
    return Name(stem=_known(stem, language) or _plain(stem), thing=thing)


def _split_wide(name: str, language: Language) -> tuple[str, str]:
    for word, thing in _endings(language):
        if name.endswith(word) and len(name) - len(word) > 1:
            return thing, name[: -len(word)]
    first = [
        (name.find(word), -len(word), thing) for word, thing in _endings(language)
        if len(word) > 1 and name.find(word) > 1
    ]  # fmt: skip
    if first:
        at, _, thing = min(first)
        return thing, name[:at]
    town = _TOWN.match(name)
    return ("city", town.group(1)) if town else ("", name)


@cache
def _endings(language: Language) -> tuple[tuple[str, str], ...]:
    """Words for kinds of things at the end of a name, the longest first."""
    words = [
        (fold_characters(word), thing.name) for thing in built_in_things().terms.values()
        for word in thing.renderings.get(language, ())
    ]  # fmt: skip
    return tuple(sorted(words, key=lambda w: (-len(w[0]), w)))


def _known(name: str, language: Language) -> str:
    """The English form of a name that is written quite differently in the three languages."""
    return _english(language).get(name, "")


def is_country(name: str) -> bool:
    """Whether a name is that of a country or a part of one, which holds many places."""
    return fold(name) in {fold(known) for known in built_in_names().terms}


@cache
def _english(language: Language) -> dict[str, str]:
    """Per name the main English form, by the main form in the language: the other forms of an entry
    are adjectives and capitals."""
    return {
        term.renderings[language][0]: fold(term.renderings["en"][0])
        for term in built_in_names().terms.values()
        if term.renderings.get("en") and term.renderings.get(language)
    }


@lru_cache(maxsize=8192)
def _plain(stem: str) -> str:
    """One spelling of Han characters for Chinese and Japanese: 浜名 and 滨名 are one name."""
    if not _HAN_LETTER.search(stem):
        return fold(stem)
    return fold(str(_converter("t2s").convert(_converter("jp2t").convert(stem))))


@cache
def _converter(way: str) -> OpenCC:
    from opencc import OpenCC

    return OpenCC(way)
