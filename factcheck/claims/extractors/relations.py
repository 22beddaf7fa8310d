"""Facts that bind one thing to one name: who holds an office, founded, directed or designed a
thing, where its seat is, which city is the capital; and the place that something took in a ranking.
Two articles that name different ones disagree."""

# ruff: noqa: E501 - one wording stays one line

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from factcheck.claims.clauses import Clause, Sentence
from factcheck.claims.making import Maker, entity
from factcheck.claims.names import KATAKANA_PERSON, PERSON, TRANSLITERATED
from factcheck.claims.reading import Reading
from factcheck.model import Claim, Language, Quantity, Year

_OFFICES: tuple[tuple[str, str, str, str], ...] = (
    ("chief executive", "chief executive(?: officer)?|CEO", "首席执行官|CEO", "最高経営責任者|CEO"),
    ("president", "president", "总裁|总统", "社長|大統領"),
    ("chair", "chair(?:man|woman|person)?", "董事长|主席", "会長|理事長"),
    ("mayor", "mayor", "市长|镇长|县长", "市長|町長|村長"),
    ("governor", "governor", "省长|州长", "知事"),
    ("prime minister", "prime minister|premier", "总理|首相", "首相"),
    (
        "principal",
        "principal|headmaster|headmistress|headteacher|rector|vice-chancellor",
        "校长|院长",
        "校長|学長|院長",
    ),
    ("director", "director|curator", "馆长|所长|台长", "館長|所長"),
    ("coach", "head coach|manager", "主教练", "監督"),
    ("captain", "captain|skipper", "队长|船长", "主将|船長"),
    ("editor", "editor-in-chief|chief editor|editor", "主编|总编辑", "編集長"),
)
"""Offices that one person holds at a time: name, and the words in English, Chinese, Japanese."""
_COLUMN: dict[Language, int] = {"en": 1, "zh": 2, "ja": 3}
_ORG = r"[A-Z][\w&'’-]{0,30}(?: (?:of |for |and |the |& )?[A-Z][\w&'’-]{0,30}){0,5}"
_PLACE = r"[A-Z][A-Za-zÀ-ž'’-]{1,24}(?: [A-Z][A-Za-zÀ-ž'’-]{1,24}){0,2}"
_ZH = r"(?:[\u4e00-\u9fff]{2,3}|" + TRANSLITERATED + r"|" + PERSON + r")"
_JA = r"(?:[\u4e00-\u9fff々]{2,5}|" + KATAKANA_PERSON + r"|" + PERSON + r")"
_THING_WIDE = r"[^\s,，、。;；:：()（）「」『』《》]{2,20}?"
_END_ZH = r"(?=[,，、。；;]|$|[\d于在])"
_END_JA = r"(?=氏|さん|が|は|の|に|で|、|。|$)"
_FORMER = re.compile(
    r"(?:former|then|ex-|until|late|deputy|vice[ -]|acting|前|原|元|副|代理|曾任|曾)\s?$",
    re.IGNORECASE,
)
_PAST = re.compile(r"(?<![A-Za-z])(?:until|formerly|from [0-9]{4} to)(?![A-Za-z])|曾任|卸任|かつて")
_ORDINALS = {word: n for n, word in enumerate(
    ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
     "tenth"), 1)}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A wording: its predicate, the pattern with the groups `v` and perhaps `s`, and the role."""

    predicate: str
    pattern: re.Pattern[str]
    role: str = ""


def _patterns(language: Language, rows: Iterable[tuple[str, str]]) -> tuple[_Pattern, ...]:
    named = [_Pattern(predicate, re.compile(words)) for predicate, words in rows]
    offices = [
        _Pattern("office_holder", re.compile(words), office[0])
        for office in _OFFICES for words in _wordings(language, office[_COLUMN[language]])
    ]  # fmt: skip
    return (*named, *offices)


def _wordings(language: Language, office: str) -> tuple[str, ...]:
    """How a language says who holds an office."""
    if language == "en":
        job = rf"(?i:{office})(?![A-Za-z-])"
        return (
            rf"(?P<s>{_ORG})(?:'s|’s) {job},? (?P<v>{PERSON})",
            rf"(?P<v>{PERSON}),? (?:is |has been |became |was named |was appointed )?(?:the |its )?"
            rf"{job} (?:of|at) (?:the )?(?P<s>{_ORG})",
            rf"{job} of (?:the )?(?P<s>{_ORG}),? (?P<v>{PERSON})",
            rf"(?P<s>{_ORG}), led [^,.]{{0,30}}?by (?:its )?{job} (?P<v>{PERSON})",
            rf"(?:[Ii]ts|[Tt]he|[Tt]heir) {job},? (?P<v>{PERSON})",
        )
    if language == "zh":
        return (
            rf"(?P<s>{_THING_WIDE})的?(?:{office})(?:是|为|由)?(?P<v>{_ZH})(?:担任)?(?=[,，、。；;说表]|$)",
            rf"(?P<v>{_ZH})(?:出任|担任|任|是)(?P<s>{_THING_WIDE})的?(?:{office})",
        )
    return (
        rf"(?P<s>{_THING_WIDE})の(?:{office})(?:は|の|である)?(?P<v>{_JA}){_END_JA}",
        rf"(?P<s>{_THING_WIDE})の(?P<v>{_JA})(?:{office})(?=は|が|も|、|。|に|$)",
    )


_READ: dict[Language, tuple[_Pattern, ...]] = {
    "en": _patterns("en", (
        ("headquarters", rf"(?P<s>{_ORG})[^.;]{{0,40}}?(?:headquartered|based) in (?P<v>{_PLACE})"),
        ("headquarters", rf"(?P<s>{_ORG})[^.;]{{0,40}}?headquarters (?:is |are )?in (?P<v>{_PLACE})"),
        ("founded_by", rf"(?P<s>{_ORG})[^.;]{{0,40}}?(?:founded|established|set up) [^.;,]{{0,24}}?by (?P<v>{PERSON})"),
        ("founded_by", rf"(?P<v>{PERSON}) (?:founded|established|set up) (?:the )?(?P<s>{_ORG})"),
        ("directed_by", rf"directed by (?P<v>{PERSON})"),
        ("designed_by", rf"designed by (?P<v>{PERSON})"),
        ("written_by", rf"(?:written|composed) by (?P<v>{PERSON})"),
        ("written_by", rf"(?P<s>[A-Z][\w'’-]{{1,20}}(?: (?:of |the |and |in |a )?[A-Z][\w'’-]{{1,20}}){{1,6}}) by (?P<v>{PERSON})"),
        ("birthplace", rf"(?<![A-Za-z])born (?:on [0-9A-Za-z ,]{{4,24}} )?in (?P<v>{_PLACE})"),
        ("capital", rf"(?P<s>{_PLACE})(?:'s|’s) capital(?: city)? is (?P<v>{_PLACE})"),
        ("capital", rf"[Tt]he capital of (?P<s>{_PLACE}) is (?P<v>{_PLACE})"),
        ("capital", rf"(?P<v>{_PLACE}), the capital of (?P<s>{_PLACE})"),
    )),
    "zh": _patterns("zh", (
        ("headquarters", r"总部(?:位于|设在|设于|在)(?P<v>[\u4e00-\u9fff]{2,6})" + _END_ZH),
        ("founded_by", rf"(?P<s>{_THING_WIDE})的?(?:创始人|创办人|创立者)(?:是|为)?(?P<v>{_ZH}){_END_ZH}"),
        ("founded_by", rf"(?P<s>{_THING_WIDE})由(?:导演|作家|学者|教授)?(?P<v>{_ZH}?)(?:于|在)?(?:[0-9]{{4}}年)?(?:一手)?(?:创立|创办|创建)"),
        ("founded_by", rf"是(?P<v>{_ZH}?)(?:于|在)?[0-9]{{4}}年(?:一手)?(?:创立|创办|创建)"),
        ("written_by", rf"(?P<v>{_ZH}|{TRANSLITERATED})(?:[(（][^()（）]{{0,40}}[)）])?的(?:长篇|短篇|新|历史|科幻){{0,2}}(?:小说|诗集|散文集|专著|著作|新书)《(?P<s>[^《》]{{1,40}})》"),
        ("written_by", rf"[(（](?P<v>{PERSON})[)）]的(?:长篇|短篇|新|历史|科幻){{0,2}}(?:小说|诗集|散文集|专著|著作|新书)《(?P<s>[^《》]{{1,40}})》"),
        ("birthplace", r"(?:出生于|生于|出生在)(?P<v>[\u4e00-\u9fff]{2,6}?)(?=[,，。;；(（]|$)"),
        ("directed_by", rf"由(?P<v>{_ZH}?)执导"),
        ("designed_by", rf"由(?:建筑师)?(?P<v>{_ZH}?)设计"),
        ("capital", rf"(?P<s>{_THING_WIDE})的?首都(?:是|为)(?P<v>[\u4e00-\u9fff]{{2,8}}){_END_ZH}"),
    )),
    "ja": _patterns("ja", (
        ("headquarters", r"本社(?:は|を)(?P<v>[\u4e00-\u9fff\u30a1-\u30fc]{2,10}?)(?:にある|に置|、|。|に構)"),
        ("founded_by", rf"(?:創業者|創設者|創立者)(?:は|の)(?P<v>{_JA}){_END_JA}"),
        ("founded_by", rf"(?P<v>{_JA})(?:氏|さん)?が(?:[0-9]{{4}}年に)?(?:創業|創設|設立)した"),
        ("birthplace", r"(?P<v>[\u4e00-\u9fff]{1,5}[市県町村区都府道])(?:で|に)(?:生まれ|誕生)"),
        ("directed_by", rf"(?:監督|演出)(?:は|の)(?P<v>{_JA}){_END_JA}"),
        ("designed_by", rf"設計(?:した|者)の?は(?:建築家の)?(?P<v>{_JA}){_END_JA}"),
        ("capital", r"首都は(?P<v>[\u4e00-\u9fff\u30a1-\u30fc]{2,14}?)(?=で|。|、|だ|である)"),
    )),
}  # fmt: skip
_LIFE = re.compile(
    rf"(?P<s>{PERSON}|{KATAKANA_PERSON}|{TRANSLITERATED}|[\u4e00-\u9fff]{{2,4}})\s?[(（](?P<born>1[0-9]{{3}}|20[0-9]{{2}})年?\s?"
    r"[–—―~〜～-]\s?(?P<died>1[0-9]{3}|20[0-9]{2})年?[)）]"
)
"""A name with the years of a life: Edda Kron (1934–2004)."""
_RANKED = re.compile(
    r"(?<![A-Za-z])(?:placed|came|finished|ranked|ranks|coming|finishing) (?:joint )?"
    r"(?P<v>(?P<n>[0-9]{1,3})(?:st|nd|rd|th)|" + "|".join(_ORDINALS) + r")(?![A-Za-z])"
)


class Relations:
    """Claims that bind one thing to one name."""

    name = "relations"
    version = "1"

    def extract(self, reading: Reading) -> Iterable[Claim]:
        maker = Maker(reading=reading, extractor=f"{self.name}@{self.version}")
        for index, sentence in enumerate(reading.sentences):
            if sentence.end - sentence.start > 1500:
                continue
            for wording in _READ.get(sentence.language, ()):
                yield from _bound(maker, wording, sentence, index)
            yield from _lives(maker, sentence)
            if sentence.language == "en":
                yield from _ranked(maker, sentence, index)


def _bound(maker: Maker, wording: _Pattern, sentence: Sentence, index: int) -> Iterator[Claim]:
    for match in wording.pattern.finditer(maker.text, sentence.start, sentence.end):
        before = maker.text[max(sentence.start, match.start() - 12) : match.start()]
        if _FORMER.search(before) or _PAST.search(maker.text, sentence.start, sentence.end):
            continue
        groups = match.groupdict()
        subject = groups.get("s") or _subject(maker.reading, index, match.start())
        more = {"role": wording.role} if wording.role else None
        yield from maker.made(subject, wording.predicate, entity(match["v"]),
                              (match.start("v"), match.end("v")), more=more)  # fmt: skip


def _lives(maker: Maker, sentence: Sentence) -> Iterator[Claim]:
    for match in _LIFE.finditer(maker.text, sentence.start, sentence.end):
        for predicate in ("born", "died"):
            value = Year(value=int(match[predicate]), as_written=match[predicate])
            yield from maker.made(match["s"], predicate, value, match.span(predicate))


def _ranked(maker: Maker, sentence: Sentence, index: int) -> Iterator[Claim]:
    for match in _RANKED.finditer(maker.text, sentence.start, sentence.end):
        number = Decimal(match["n"] or _ORDINALS[match["v"]])
        value = Quantity(value=number, unit="rank", dimension="rank", as_written=match["v"])
        subject = _subject(maker.reading, index, match.start())
        yield from maker.made(subject, "ranking", value, match.span())


def _subject(reading: Reading, index: int, at: int) -> str:
    """What the clause at a place is about."""
    clause = _clause(reading, index, at)
    return reading.subjects.read(clause, "any")[0] if clause else "this article"


def _clause(reading: Reading, index: int, at: int) -> Clause | None:
    clauses = reading.clauses_of.get(index, [])
    return next((c for c in clauses if c.start <= at < c.end), clauses[0] if clauses else None)
