"""What the parts of a Chinese sentence are about: the phrase before the first predicate, without
the time and the clause that stand before its noun; later phrases of a sentence that name nothing by
themselves are parts of its topic."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from factcheck.claims.grammar.chinese_predicates import predicate_in
from factcheck.claims.grammar.words import edges_of, word_set
from factcheck.claims.naming import QUOTED, is_name_in_cjk, is_proper, name_in
from factcheck.claims.referring import Stretch, Subject, described, referring
from factcheck.claims.word_index import WordEdges

_TIME = re.compile(
    r"(?:截至|截止|到|自|从|至|于|在)?(?:(?:19|20)[0-9]{2}年(?:度)?)?(?:第?[一二三四]季度|[上下]半年|底|初|末|春|夏|秋|冬)?"
    r"(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?(?:底|初|末)?)?(?:[0-9]{1,2}日)?(?:[上中下]旬)?"
    r"(?:[0-9]{1,2}(?:时|点)(?:[0-9]{1,2}分|许|左右)?)?(?:以来|时|起|前|后|间|期间|止)?"
)
_YEARS_LATER = re.compile(
    r"[一二两三四五六七八九十0-9]{1,3}(?:年|个月|天|周|小时)(?:前|后|来|之后|之前|以来)"
)
_SPEAKS = re.compile(
    r"(?:表示|介绍|指出|称|说|透露|强调|认为|回答说|补充说|解释|坦言|预计|上说|问到|获悉|通报说|评价说|回忆说|提醒|注意到|报道|报道称|消息|据悉|显示)[道,，:：]?$"
)
_SPEAKS_HERE = re.compile(r"(?:表示|指出|透露|强调|认为|坦言|介绍|说|称)(?=[^过明书为道号])")
_CLEFT = re.compile(r"^(?=.{0,20}[最第]).{2,24}的(?:是|为)(?P<y>[^,，。]{2,40})$")
_THIS_IS = re.compile(r"这(?:也|已|已经|还)?是")
_VERBAL = re.compile(
    r"[0-9]|^(?:位于|坐落|成立|建于|由|经|在|以|被|与|来自|从|对|为|有|是|将|正在|负责|参与|获得|致力|专注|主要|未|不|最|曾|新|刚|已)"
)
_DATE_TAIL = re.compile(
    r"(?:(?:19|20)[0-9]{2}(?:年度?)?(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?(?:底|末|初|上半年|下半年)?|[0-9]{1,2}月(?:[0-9]{1,2}日)?|"
    r"[0-9]{1,2}日|第?[一二三四]季度|[上下]半年|前三季度|[今去明前当]年|同期|全年|本期|报告期)(?:的|内)?$"
)
_FRONTED = re.compile(r"^(?:在|于|从|对|按|就|以).{1,24}(?:上|中|内|里|时|间|方面|来看|计算)的?")
_BRACKET = re.compile(r"[(（][^()（）]{0,120}[)）]$")
_LINKED = frozenset("的度")
_ONE = re.compile(r"^(?:一|两|几|数|多)(?:[台个家座所条部款名位只艘架辆项篇件张本批群支种类]|部分)")
_SCOPE = re.compile(
    r"^(?:相关|上述|有关|此前的?|归属(?:于)?(?:母公司|上市公司)?(?:股东|所有者)的?|海外|总|平均|累计|日均|年均|年|净|其|该|全年|合计|直接|间接|首周|预计|整体|综合|单季|当期)+"
)
_PERSON = re.compile(
    r"(?:、.{0,12}?)?(?P<name>[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,6}[·•][\u4e00-\u9fff]{1,8}|"
    r"[A-Z][A-Za-z]{1,20}(?: [A-Z][A-Za-z]{1,20}){1,2})"
)


@dataclass(frozen=True)
class ChineseSubjects:
    """Reads sentences. `attributes` are nouns for what is measured of a thing;
    `count` tells how often the text has words."""

    text: str
    attributes: WordEdges
    count: Callable[[str], int]

    def stretches(self, spans: Sequence[tuple[int, int]]) -> list[Stretch]:
        """What each part of a sentence is about, given the places of its clauses."""
        found: list[Stretch] = []
        current: Subject | None = None
        for start, end in spans:
            stretch = self._clause(start, end, current)
            subject = stretch.subject
            if subject is not None and subject.kind != "speaker" and subject.words:
                current = subject
            elif subject is not None and subject.kind == "speaker":
                current = None
            found.append(stretch)
        return found

    def _clause(self, start: int, end: int, current: Subject | None) -> Stretch:
        text = self.text
        speaks = _SPEAKS.search(text, max(start, end - 12), end)
        if speaks:
            return Stretch(start, self._speaker(start, speaks.start(), end))
        begin = self._opening(start, end)
        if begin >= end:
            return Stretch(start, None, waits=current is None)
        if _THIS_IS.match(text, begin, end):
            return Stretch(start, None)
        cleft = _CLEFT.match(text[begin:end]) if end - begin < 60 else None
        if cleft:
            return Stretch(start, self._named(cleft["y"], end, first=True))
        pronoun = referring(text, begin, end)
        quoted = QUOTED.match(text, begin, end)
        if quoted and quoted.end() < end and text[quoted.end()] not in "的和与、":
            return Stretch(start, Subject(text[quoted.start() + 1 : quoted.end() - 1], "name", end))
        if pronoun is not None:
            return self._pronoun(start, end, pronoun)
        pointed = described(text[begin : min(end, begin + 12)], "zh")
        if pointed is not None:
            found = self._described(start, begin, end, pointed)
            if found is not None:
                return found
        at = predicate_in(text, begin, end)
        if at is None:
            return self._alone(start, begin, end, current)
        subject = self._subject(begin, at, first=current is None)
        if subject is None or (current is not None and self._is_part(subject, current)):
            return Stretch(start, None, waits=current is None and self._fronted(begin))
        if subject.kind in ("name", "phrase") and _SPEAKS_HERE.match(text, at, end):
            return Stretch(start, Subject(subject.words, "speaker", at, person=subject.person))
        return Stretch(start, subject)

    def _speaker(self, start: int, at: int, end: int) -> Subject:
        """Who says what follows: the person, where the words before the verb name one."""
        words = _between_off(self.text[self._opening(start, at) : at].strip())
        person = _in_office(words) or (words if is_proper(words) and len(words) <= 12 else "")
        if QUOTED.search(words):
            person = ""
        return Subject(person, "speaker", end, person=bool(person))

    def _pronoun(self, start: int, end: int, pronoun: Subject) -> Stretch:
        """What a pronoun at the head of a clause stands for, or a part of that."""
        at = predicate_in(self.text, pronoun.end, end)
        rest = _between_off(self.text[pronoun.end : end if at is None else at].strip().lstrip("的"))
        adverb = rest in word_set("chinese", "between")
        plain = pronoun.kind in ("work", "person") or at is None or len(rest) < 2 or adverb
        if plain or self.attributes.ending(rest) or edges_of("chinese", "fronted").beginning(rest):
            return Stretch(start, pronoun)
        return Stretch(start, self._of_pronoun(rest, pronoun, end))

    def _described(self, start: int, begin: int, end: int, pointed: Subject) -> Stretch | None:
        """What a definite description at the head of a clause (该校, 镇上) stands for: the
        shortest noun behind which a predicate or something measured follows."""
        at = predicate_in(self.text, begin + 1, end)
        words = self.text[begin : end if at is None else at]
        first = described(_between_off(words), "zh")
        if first is None:
            return None
        rest = _between_off(words[first.end :].lstrip("的"))
        located = words[1:2] in "上内里中"
        if not rest or self.attributes.ending(rest) or located:
            return Stretch(start, Subject(first.words, "described", end, first.noun))
        return None

    def _is_part(self, subject: Subject, current: Subject) -> bool:
        """Whether a later phrase of the sentence names only a part of its topic."""
        if subject.kind != "phrase" or current.kind not in ("name", "described", "company"):
            return False
        return len(subject.words) <= 8

    def _alone(self, start: int, begin: int, end: int, current: Subject | None) -> Stretch:
        """A clause without a predicate: a name alone, or a phrase that waits."""
        words = self.text[begin:end]
        if current is None and len(words) <= 20 and is_proper(words):
            return Stretch(start, Subject(name_in(words), "name", end), heard=False)
        return Stretch(start, None, waits=current is None)

    def _opening(self, start: int, end: int) -> int:
        """Behind conjunctions and times."""
        text, leads = self.text, edges_of("chinese", "leads")
        moved = True
        while moved and start < end:
            begun = start
            time = _YEARS_LATER.match(text, start, end) or _TIME.match(text, start, end)
            if time and _is_time(time.group()) and text[time.end() : time.end() + 1] not in _LINKED:
                start = time.end()
            lead = leads.beginning(text, start)
            if lead and len(lead) < end - start and not _is_word_head(lead, text, start):
                start += len(lead)
            moved = start > begun
        return start

    def _fronted(self, begin: int) -> bool:
        return edges_of("chinese", "fronted").beginning(self.text, begin) is not None

    def _subject(self, begin: int, at: int, *, first: bool) -> Subject | None:
        """The subject in the phrase between the clause's beginning and its predicate."""
        words = _BRACKET.sub("", self.text[begin:at].strip()).strip()
        words = _ONE.sub("", _between_off(words))
        if len(words) < 2 or "|" in words or words[0].isdigit():
            return None
        if self._fronted(begin):
            before = words.rfind("的")
            if before < 0 or len(words) - before < 3:
                return None
        return self._named(words, at, first=first)

    def _of_pronoun(self, rest: str, pronoun: Subject, end: int) -> Subject:
        """`其屋顶`, `该公司新厂`: a part of what the pronoun stands for, or a name behind it."""
        named = self._named(rest, end, first=False)
        if named is not None and named.kind == "name":
            return named
        return Subject(rest, "owned", end) if pronoun.kind == "system" else pronoun

    def _named(self, words: str, end: int, *, first: bool) -> Subject | None:
        if re.fullmatch(r"[0-9.%一二三四五六七八九十百千万亿两多余约近]{1,10}[^0-9]{0,3}", words):
            return None
        attribute = self.attributes.ending(words)
        if attribute is not None and not is_proper(words[-4:]):
            owner = self._owner(words[: -len(attribute)], first=first)
            return Subject(owner, "attribute", end, attribute)
        head = _undescribed(words)
        person = _in_office(head)
        if person:
            return Subject(person, "name", end, person=True)
        named = name_in(head)
        if named != head or is_name_in_cjk(named):
            return Subject(named, "name", end)
        return Subject(head, "phrase", end) if len(head) <= 24 else None

    def _owner(self, words: str, *, first: bool) -> str:
        """Of `X2024年`, `X的` the X."""
        possessive = words.endswith("的")
        words = _DATE_TAIL.sub("", _between_off(words.rstrip("的")))
        words = _SCOPE.sub("", _between_off(_FRONTED.sub("", words))).rstrip("的")
        if not words or re.match(r"[0-9]", words):
            return ""
        words = _undescribed(words)
        proper = is_proper(words) or self.count(words) > 1
        return name_in(words) if possessive or proper or (first and len(words) >= 2) else ""


def _undescribed(words: str) -> str:
    """The noun behind the clause that describes it: 位于城西的老火车站 is 老火车站."""
    before, found, noun = words.rpartition("的")
    if found and len(noun) >= 2 and is_proper(noun):
        return noun
    if found and len(noun) >= 2 and (_VERBAL.search(before) or len(before) > 8 or any(
        verb in before for verb in word_set("chinese", "verbs")
    )):  # fmt: skip
        return noun
    return words


def _between_off(words: str) -> str:
    """The phrase without adverbs and times at its end."""
    tails = edges_of("chinese", "between")
    while True:
        dated = _DATE_TAIL.search(words)
        if dated and dated.start() > 0:
            words = words[: dated.start()]
            continue
        tail = tails.ending(words)
        if tail is None or len(tail) == len(words) or (len(tail) == 1 and len(words) < 3):
            return words
        words = words[: -len(tail)]


def _is_time(words: str) -> bool:
    return len(words) > 1 and (
        any(c.isdigit() or c in "季半" for c in words) or _YEARS_LATER.match(words) is not None
    )


def _is_word_head(lead: str, text: str, start: int) -> bool:
    """Whether a conjunction or adverb is part of a longer word (共有, 约占) or linked by 的."""
    behind = text[start + len(lead)]
    return behind == "的" or (len(lead) == 1 and behind in "有约")


def _in_office(words: str) -> str:
    """The person behind an office: 总工程师邱若川, 创始人、董事长施怀瑾; empty where none is."""
    for at in range(min(len(words) - 2, 24), 0, -1):
        if edges_of("chinese", "offices").ending(words[:at]):
            person = _PERSON.fullmatch(words, at)
            if person:
                return person["name"]
    return ""
