"""Compares the names of people across order, initials, particles, diacritics and script. Where
only a person can tell two people from one, it says possibly_same; it never guesses."""

# ruff: noqa: E501, SIM905 - tables of words and patterns stay one entry to a line

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from factcheck.values import romanised
from factcheck.values.folding import fold_characters

NameComparison = Literal["same", "possibly_same", "different"]

_HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")
_KANA = re.compile("[ぁ-ゖァ-ヺ]")
_LATIN = re.compile("[A-Za-zÀ-ɏ]")
_SUFFIXES = frozenset("jr sr ii iii iv phd md dr prof mr mrs ms sir dame esq".split())
_PARTICLES = frozenset(
    "de da do dos das del della di du der den des van von vom zu zur la le las los el al bin ibn ben ter ten te y e st".split()
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
_SHORT_FORMS = {
    "tom": "thomas", "mike": "michael", "bob": "robert", "rob": "robert", "bill": "william",
    "will": "william", "jim": "james", "dave": "david", "dan": "daniel", "danny": "daniel",
    "chris": "christopher", "matt": "matthew", "nick": "nicholas", "tony": "anthony",
    "joe": "joseph", "sam": "samuel", "ben": "benjamin", "alex": "alexander", "andy": "andrew",
    "steve": "steven", "ed": "edward", "ted": "edward", "kate": "katherine", "liz": "elizabeth",
    "beth": "elizabeth", "jen": "jennifer", "jenny": "jennifer", "sue": "susan", "pat": "patricia",
    "greg": "gregory", "jeff": "jeffrey", "ken": "kenneth", "larry": "lawrence", "pete": "peter",
    "ron": "ronald", "ray": "raymond", "doug": "douglas", "don": "donald", "phil": "philip",
    "max": "maximilian", "fred": "frederick", "sal": "salvatore", "vicky": "victoria",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Latin:
    """A Latin name: words in plain lower-case letters as written, particles apart."""

    words: tuple[str, ...]
    particles: tuple[str, ...]

    @property
    def joined(self) -> str:
        return "".join(sorted(self.words))


def compare_names(a: str, b: str) -> NameComparison:
    """Whether two names are one person's: same, possibly_same (a person must say), different.

    Order, case, diacritics, particles, hyphens, suffixes and middle names do not matter;
    initials, short forms and near spellings leave it open. 李飞飞 is Fei-Fei Li.
    """
    one, two = _plain(a), _plain(b)
    if not one or not two:
        return "different"
    if one.casefold() == two.casefold():
        return "same"
    scripts = (_script(one), _script(two))
    if scripts == ("latin", "latin"):
        return _latin_names(_latin(one), _latin(two))
    if scripts == ("han", "han"):
        return _han_names(one, two)
    if scripts in (("han", "latin"), ("latin", "han")):
        return _han_and_latin(*((one, two) if scripts[0] == "han" else (two, one)))
    if scripts in (("kana", "latin"), ("latin", "kana")):
        return _kana_and_latin(*((one, two) if scripts[0] == "kana" else (two, one)))
    if scripts == ("kana", "kana"):
        return "same" if _kana_key(one) == _kana_key(two) else "different"
    return "possibly_same" if "kana" in scripts else "different"


def compare_people(a: Sequence[str], b: Sequence[str]) -> NameComparison:
    """Two lists of people, whatever their order: different when somebody is missing, too many or
    replaced; possibly_same when a name only may be another's."""
    if len(a) != len(b):
        return "different"
    left = list(b)
    open_names = []
    for name in a:
        match = next((x for x in left if compare_names(name, x) == "same"), None)
        if match is None:
            open_names.append(name)
        else:
            left.remove(match)
    for name in open_names:
        match = next((x for x in left if compare_names(name, x) == "possibly_same"), None)
        if match is None:
            return "different"
        left.remove(match)
    return "possibly_same" if open_names else "same"


def _plain(name: str) -> str:
    text = unicodedata.normalize("NFKC", name)
    return " ".join(text.replace("’", "'").replace("·", " ").replace("・", " ").split())[:200]


def _script(name: str) -> str:
    if _KANA.search(name):
        return "kana"
    if _HAN.search(name):
        return "han"
    return "latin" if _LATIN.search(name) else "other"


def _latin(name: str) -> _Latin:
    from anyascii import anyascii

    if name.count(",") == 1:
        last, first = (part.strip() for part in name.split(","))
        if first.lower().rstrip(".") not in _SUFFIXES:
            name = f"{first} {last}"
    name = anyascii(
        _CAMEL.sub(" ", name) if not re.search(r"(?<![A-Za-z])(?:Mc|Mac)[A-Z]", name) else name
    )
    words = re.findall(
        r"[a-z]+", re.sub(r"(?<=[A-Za-z])['`](?=[A-Za-z])", "", name).replace("-", " ").lower()
    )
    words = [w for w in words if w not in _SUFFIXES or len(words) < 3]
    particles = tuple(w for w in words[:-1] if w in _PARTICLES) if len(words) > 2 else ()
    return _Latin(tuple(w for w in words if w not in particles), particles)


def _latin_names(a: _Latin, b: _Latin) -> NameComparison:
    if not a.words or not b.words:
        return "different"
    if sorted(a.words) == sorted(b.words) or "".join(a.words) == "".join(b.words):
        return "same"
    if _same_when_joined(a, b):
        return "same"
    short, long = sorted((a.words, b.words), key=len)
    if len(short) == 1:
        return "possibly_same" if short[0] in long and len(short[0]) > 2 else "different"
    results = [
        _aligned(short, long),
        _aligned((*short[1:], short[0]), long),
        _aligned((short[-1], *short[:-1]), long),
    ]
    return min(results, key=("same", "possibly_same", "different").index)


def _same_when_joined(a: _Latin, b: _Latin) -> bool:
    """`Kai Ming He` and `Kaiming He`, `He Kaiming`: the same words with other joints."""
    for words in (a.words, (*a.words[1:], a.words[0])):
        for others in (b.words, (*b.words[1:], b.words[0])):
            if words[-1] == others[-1] and "".join(words[:-1]) == "".join(others[:-1]):
                return True
    return False


def _aligned(short: tuple[str, ...], long: tuple[str, ...]) -> NameComparison:
    """Surname against surname and the given names in order, extra ones allowed in between."""
    surname = _word(short[-1], long[-1])
    first = _word(short[0], long[0])
    middles, others = list(short[1:-1]), list(long[1:-1])
    verdicts = [surname, first]
    for middle in middles:
        match = next((o for o in others if _word(middle, o, initials="same") == "same"), None)
        if match is None:
            return (
                "possibly_same"
                if surname == first == "same" and not _clash(middles, others)
                else "different"
            )
        others.remove(match)
    if "different" in verdicts:
        return "different"
    weak = verdicts.count("possibly_same")
    if weak == 2:
        return "different"
    return "possibly_same" if weak else "same"


def _clash(middles: list[str], others: list[str]) -> bool:
    """Whether both have middle names and they begin differently."""
    return bool(middles and others) and not {m[0] for m in middles} & {o[0] for o in others}


def _word(a: str, b: str, initials: str = "possibly_same") -> NameComparison:
    """One word of a name against another."""
    if a == b:
        return "same"
    if 1 in (len(a), len(b)):
        if a[0] != b[0]:
            return "different"
        return "same" if initials == "same" else "possibly_same"
    if _SHORT_FORMS.get(a, a) == _SHORT_FORMS.get(b, b):
        return "possibly_same"
    short, long = sorted((a, b), key=len)
    if (
        len(short) >= 3
        and long.startswith(short)
        and not (romanised.is_pinyin(short) and romanised.is_pinyin(long))
    ):
        return "possibly_same"
    return "possibly_same" if _near(a, b) else "different"


def _near(a: str, b: str) -> bool:
    """A slip of the pen apart: one letter in five, two in eight, or two letters swapped; but two
    pinyin syllables that differ are two names."""
    from rapidfuzz.distance import OSA, Levenshtein

    if romanised.is_pinyin(a) and romanised.is_pinyin(b):
        return len(a) > 4 and sorted(a) == sorted(b) and OSA.distance(a, b) == 1
    length = max(len(a), len(b))
    allowed = 2 if length >= 8 else 1 if length >= 5 else 0
    return (OSA.distance(a, b) <= 1 and length >= 4) or Levenshtein.distance(a, b) <= allowed


def _simplified(name: str) -> str:
    from opencc import OpenCC

    return str(OpenCC("t2s").convert(name.replace(" ", "")))


def _han_names(a: str, b: str) -> NameComparison:
    one, two = a.replace(" ", ""), b.replace(" ", "")
    if (
        one == two
        or fold_characters(one) == fold_characters(two)
        or _simplified(one) == _simplified(two)
    ):
        return "same"
    return "different"


def _han_and_latin(han: str, latin_name: str) -> NameComparison:
    name = _simplified("".join(_HAN.findall(han)))
    latin = _latin(latin_name)
    if not 2 <= len(name) <= 4 or len(latin.words) < 2:
        return "possibly_same" if len(name) > 4 and len(latin.words) > 1 else "different"
    surname = romanised.surname_of(name)
    given = name[len(surname) :]
    pinyin, other = romanised.surname_spellings(surname)
    open_question = False
    for word, rest in ((latin.words[-1], latin.words[:-1]), (latin.words[0], latin.words[1:])):
        spelt = word in pinyin or (len(surname) == 2 and romanised.spells(surname, word))
        if not spelt and word not in other:
            continue
        joined = "".join(rest)
        if romanised.spells(given, joined):
            return "same"
        open_question = open_question or _given_left_open(given, rest, joined)
    if open_question:
        return "possibly_same"
    japanese = (
        len(name) > 2
        and all(map(romanised.is_romaji, latin.words))
        and max(map(len, latin.words)) > 5
    )
    return "possibly_same" if japanese else "different"


def _given_left_open(given: str, rest: tuple[str, ...], joined: str) -> bool:
    """Initials that fit, a Western first name, or one beside the Chinese one."""
    if any(
        romanised.spells(given, "".join(rest[i:])) or romanised.spells(given, "".join(rest[:i]))
        for i in range(1, len(rest))
    ):
        return True
    if all(len(word) == 1 for word in rest):
        letters = romanised.initials_of(given)
        return joined[0] in letters[0]
    return not all(map(romanised.is_pinyin, rest))


def _kana_key(name: str) -> str:
    return "".join(sorted(romanised.from_kana(part) for part in name.split()))


def _kana_and_latin(kana: str, latin_name: str) -> NameComparison:
    """A Japanese name spelt in Hepburn is the same; a foreign one in katakana may be."""
    from rapidfuzz.distance import Indel

    words = _latin(latin_name).words
    if not words or _HAN.search(kana):
        return "possibly_same"
    spelt = romanised.from_kana(kana.replace(" ", ""))
    orders = ("".join(words), "".join((*words[1:], words[0])))
    if spelt in map(romanised.short_vowels, orders):
        return "same"
    close = max(
        Indel.normalized_similarity(consonants(spelt), consonants(order)) for order in orders
    )
    return "possibly_same" if close >= 0.7 else "different"


_SOUNDS = str.maketrans("lvcqxzjpfw", "rbkkkssbhb", "aeiouyh")


def consonants(word: str) -> str:
    """The consonants of a lower-case word as katakana keeps them: l is r, v is b, vowels are filled in at will."""
    return re.sub(
        r"(.)\1+",
        r"\1",
        word.replace("ch", "t").replace("sh", "s").replace("th", "s").translate(_SOUNDS),
    )
