"""Numbers as an article tells them again: what each counts, which words stand by it, and whether
it points back (`all 24 turbines`, 这8人, 全24基) to a number told before."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from factcheck.model import Language
from factcheck.reconcile.translation.figures import Figure, figures
from factcheck.sources import sentences
from factcheck.sources.document import Block, Document, Span

YEAR = "year"
"""The head of a number that is a year."""
_REACH = {"en": 70, "zh": 12, "ja": 12}
"""Letters on each side of a number whose words belong to it."""
_LONGEST = 2_000
"""Letters of a sentence beyond which it is none: a table or a list run together."""
_CLAUSE: Mapping[Language, re.Pattern[str]] = {
    "en": re.compile(r"[;:()“”\"]|\.\s|,\s(?:but|while|whereas|and)\s"),
    "zh": re.compile(r"[、,，;；:：。()（）“”\s]"),
    "ja": re.compile(r"[、,;；:：。()（）「」\s]"),
}
_WORD = re.compile(r"[A-Za-z][a-z'-]{2,24}")
_HAN = re.compile(r"[一-鿿]+")
_KATAKANA = re.compile(r"[ァ-ヿー]{2,}")
_NUMBER_WORDS = re.compile(
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]{3,5}teen|[a-z]{3,5}ty)",
    re.IGNORECASE,
)
_HEAD_EN = re.compile(r"[ -](?P<words>[a-z]{1,18}(?:[ -][a-z]{2,18}){0,2})")
_PLURALS = frozenset({"people", "men", "women", "children", "km", "kg", "cm", "mm", "percent"})
_NO_PLURAL = re.compile(r"(?:is|was|has|as|this|us|its|ss|ous)$")
_DEFINITE: Mapping[Language, re.Pattern[str]] = {
    "en": re.compile(r"(?<![A-Za-z])(?:the|those|these|all(?: of)?(?: the)?|both|their|its)\s$",
                     re.IGNORECASE),
    "zh": re.compile(r"(?:全部|全体|所有|这|那|该|此)$"),
    "ja": re.compile(r"(?:全|全部で|この|その|あの|すべての)$"),
}  # fmt: skip
_OF_THEM = re.compile(r"[一-鿿]{1,3}(?:中|里|之中|のうち)")
"""遇难的8人中: of the eight, who are known."""
_PARTIAL: Mapping[Language, re.Pattern[str]] = {
    "en": re.compile(r"(?<![A-Za-z])(?:first|last|other|remaining|next|another|further|more|only|"
                     r"additional|top|some|about|around|nearly|almost|over|each|every|another|than|"
                     r"up to|at (?:least|most)|(?:to|into|from)(?: the)?)\s$", re.IGNORECASE),
    "zh": re.compile(r"[首前后另每各第约近超余逾其剩]\D{0,2}$|另有|还有|分别|增加|减少"),
    "ja": re.compile(r"(?:最初の|残る|残りの|別の|各|毎|第|約|およそ|ほか|あと|うち|さらに|計)$"),
}  # fmt: skip
_OTHER_TIME = re.compile(
    r"(?<![A-Za-z])(?:previous\w{0,2}|earlier|before|formerly|once|last (?:year|month|week)|ago|"
    r"until|predecessor|expected|planned|would|will|could|may|had been|instead|rather|not|than|"
    r"compared|against|record)(?![A-Za-z])|上年|去年|前年|前一|此前|之前|原|曾|昨|同期|预计|计划|将|"
    r"比|前の|前期|昨年|従来|当初|以前|予定|見込|より|旧",
    re.IGNORECASE,
)
_OPPOSITES = (
    ("north", "south"), ("east", "west"), ("old", "new"), ("men", "women"), ("boys", "girls"),
    ("upper", "lower"), ("left", "right"), ("first", "second"), ("large", "small"),
    ("home", "away"), ("male", "female"), ("北", "南"), ("东", "西"), ("東", "西"),
    ("新", "老"), ("新", "旧"), ("男", "女"), ("上", "下"), ("大", "小"), ("左", "右"),
    ("内", "外"), ("春", "秋"),
)  # fmt: skip
_NAME = re.compile(r"(?<![.!?“\"] )(?<![A-Za-z])[A-Z][A-Za-z]{1,20}(?: [A-Z][A-Za-z]{1,20}){0,3}")
_STOP = frozenset(
    [
        "the", "and", "that", "this", "these", "those", "with", "from", "have", "has", "had",
        "was", "were", "are", "been", "for", "its", "their", "his", "her", "will", "would", "can",
        "all", "more", "most", "than", "into", "over", "about", "after", "before", "when", "which",
        "who", "said", "says", "say", "told", "also", "only", "new", "one", "two", "year", "years",
        "last", "time", "each", "every", "some", "many", "weigh", "measure", "cost", "carried",
        "carry", "sold", "hold", "count", "there", "they", "them", "not", "but", "now", "then",
        "did", "does", "expect", "per", "made", "ever", "i", "we", "he", "she", "it", "you",
    ]
)  # fmt: skip
_STOP_HAN = frozenset(
    "的了个個有为為是已约約达達全部这那此其则則等共在和与及也都就将把被对于年月日人名"
)


@dataclass(frozen=True, kw_only=True)
class Mention:
    """One number of the body or a heading. `head` is what is counted (a plural noun, a counter, a
    unit), `near` the words by it, `back` whether it points to one told before, `names` the proper
    name before it, `years` those of its sentence."""

    figure: Figure
    head: str
    near: frozenset[str]
    back: bool
    later: bool
    years: frozenset[str]
    name: str
    sentence: Span
    language: Language
    heading: bool

    def shares(self, other: Mention) -> int:
        """How many words by this number stand by the other one as well."""
        return len(self.near & other.near)

    def is_apart(self, other: Mention) -> bool:
        """Whether the words say that the two are of different things: other names, other years,
        opposite sides."""
        if self.years and other.years and not self.years & other.years:
            return True
        if self.name and other.name and not _same_name(self.name, other.name):
            return True
        return any(
            _any(a, self.near) and _any(b, other.near) and not _any(b, self.near)
            for one, two in _OPPOSITES for a, b in ((one, two), (two, one))
        )  # fmt: skip


def mentions(document: Document) -> list[Mention]:
    """The numbers in sentences and headings, in text order; those that say `about`, `first` or
    `another` are left out."""
    found: list[Mention] = []
    for block in document.blocks:
        if block.zone != "body" or block.language not in _CLAUSE:
            continue
        if block.kind in ("paragraph", "list_item", "heading"):
            for sentence in sentences(document.text, block.start, block.end):
                found += _mentions(document.text, block, sentence)
    return found


def _mentions(text: str, block: Block, sentence: Span) -> Iterator[Mention]:
    language = block.language
    if sentence.end - sentence.start > _LONGEST:
        return
    told = figures(text, sentence.start, sentence.end, language)
    years = frozenset(
        text[f.start : f.end] for f in told if f.strong and _is_year(text, f, language)
    )
    for figure in told:
        words = text[figure.start : figure.end]
        if not figure.strong and not _NUMBER_WORDS.fullmatch(words):
            continue
        head = _head(text, figure, sentence, language)
        before = text[max(sentence.start, figure.start - 16) : figure.start]
        if not head or figure.value <= 1 or _PARTIAL[language].search(before):
            continue
        clause = _clause(text, figure, sentence, language)
        near = _near(text, figure, clause, language) - {head, _stem(head)}
        yield Mention(
            figure=figure, head=head, near=near,
            back=_points_back(text, figure, before, language),
            later=bool(_OTHER_TIME.search(text, sentence.start, figure.start)),
            years=years - {words}, name=_name_before(text, figure, sentence, language),
            sentence=sentence, language=language, heading=block.kind == "heading",
        )  # fmt: skip


def _points_back(text: str, figure: Figure, before: str, language: Language) -> bool:
    if _DEFINITE[language].search(before):
        return True
    if language == "en":
        return False
    return before.endswith(("的", "の")) and bool(_OF_THEM.match(text, figure.end))


def _is_year(text: str, figure: Figure, language: Language) -> bool:
    if figure.end - figure.start != 4 or not 1500 <= figure.value <= 2100:
        return False
    if language != "en":
        return text.startswith("年", figure.end)
    return bool(
        re.search(
            r"(?:in|since|of|until|from|by|year)\s$", text[max(0, figure.start - 8) : figure.start]
        )
    )


def _head(text: str, figure: Figure, sentence: Span, language: Language) -> str:
    if _is_year(text, figure, language):
        return YEAR
    if language != "en":
        after = text[figure.end : min(sentence.end, figure.end + 8)].lstrip()
        katakana = _KATAKANA.match(after)
        if katakana:
            return katakana.group()
        return after[:1] if _HAN.match(after) else ""
    found = _HEAD_EN.match(text, figure.end, sentence.end)
    for word in re.split(r"[ -]", found["words"]) if found else ():
        if word in _PLURALS or (word.endswith("s") and not _NO_PLURAL.search(word)):
            return word
    return ""


def _clause(text: str, figure: Figure, sentence: Span, language: Language) -> Span:
    reach = _REACH[language]
    start = max(sentence.start, figure.start - reach)
    end = min(sentence.end, figure.end + reach)
    pattern = _CLAUSE[language]
    cuts = [m.end() for m in pattern.finditer(text, start, figure.start)]
    stop = pattern.search(text, figure.end, end)
    return Span(start=cuts[-1] if cuts else start, end=stop.start() if stop else end)


def _near(text: str, figure: Figure, clause: Span, language: Language) -> frozenset[str]:
    """The words of the clause: English ones without endings, pairs of Han characters, single kanji
    and words of katakana in Japanese."""
    pieces = (text[clause.start : figure.start], text[figure.end : clause.end])
    if language == "en":
        words = {_stem(word) for piece in pieces for word in _WORD.findall(piece)}
        return frozenset(words - _STOP)
    found: set[str] = set()
    for piece in pieces:
        for run in _HAN.findall(piece):
            if language == "ja":
                found.update(letter for letter in run if letter not in _STOP_HAN)
            else:
                found.update(a + b for a, b in itertools.pairwise(run)
                             if a not in _STOP_HAN and b not in _STOP_HAN)  # fmt: skip
        found.update(_KATAKANA.findall(piece))
    return frozenset(found)


def _stem(word: str) -> str:
    folded = word.casefold()
    return folded[:-1] if folded.endswith("s") and not folded.endswith("ss") else folded


def _name_before(text: str, figure: Figure, sentence: Span, language: Language) -> str:
    names = [
        m.group() for m in _NAME.finditer(text, sentence.start, figure.start)
        if m.start() > sentence.start or " " in m.group()
    ]  # fmt: skip
    if language == "en":
        names = [name for name in names if name.casefold() not in _STOP]
    return names[-1] if names else ""


def _same_name(one: str, other: str) -> bool:
    return bool(set(one.split()) & set(other.split()))


def _any(word: str, near: frozenset[str]) -> bool:
    return any(word in one for one in near)
