"""Words that stand for a subject named elsewhere: pronouns, `the company`, 该模型, 同社; and the
subject that a stretch of a sentence has, as written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "name", "organisation", "work", "system", "company", "person", "phrase", "attribute",
    "speaker", "owned", "described",
]  # fmt: skip
"""What kind of words a subject is: `work` to `person` refer to something of that kind, `described`
to something whose name ends in their noun (该校, the bridge); `owned` are a part of what a pronoun
stands for (its roof); an `attribute` is measured of the words, or of the topic without words."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Words that a clause is about, as written, and what kind of words they are; `noun` is what is
    measured of them, or the whole description; `person` says that their form tells of a person."""

    words: str
    kind: Kind
    end: int
    noun: str = ""
    person: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """From `start` to the next stretch a sentence is about `subject`; None where it names nothing
    there. `waits` says that the words speak of the subject that comes next, `heard` whether later
    sentences may refer to it."""

    start: int
    subject: Subject | None
    waits: bool = False
    heard: bool = True


_REFERRING: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (
        "work",
        re.compile(
            r"(?:在)?(?:本文|该论文|这篇论文|这篇文章|该文|论文|该研究|这项研究|此项研究|"
            r"本研究|本报告|该报告|本工作|这项工作|该工作|"
            r"研究(?=[^人者院所员生室团小中])|作者们?|研究者们?|研究人员|研究团队|该团队|我们|他们|该小组|具体而言)|"
            r"(?i:in this (?:paper|work|study|article|report)|this (?:paper|work|study|"
            r"article|report)|"
            r"the (?:paper|authors?|study|researchers|team)|we|our (?:paper|work)|"
            r"they)(?![A-Za-z])|"
            r"本稿|本論文|本研究|この論文|この研究|我々|私たち|われわれ|著者ら?|研究チーム|"
            r"研究者ら|提案手法"
        ),
    ),
    (
        "system",
        re.compile(
            r"它们?|(?:该|这种|这个|这些|此|这一)(?:模型|架构|方法|系统|技术|框架|算法|"
            r"网络|家族|工具|平台|芯片|产品)|"
            r"所有模型|模型|这(?=使|为|是|也|将|意味|包括|挑战)|参数量|整个模型|其(?=[^他中次实])|"
            r"(?i:it|its|the (?:models?|system|method|approach|architecture|framework|"
            r"resulting models?|tool|device|chip|product)|"
            r"this (?:model|method|approach|system|new version|architecture)|these models|"
            r"all (?:our )?models)(?![A-Za-z])|"
            r"(?:この|同|本|その)(?:モデル|手法|システム|アーキテクチャ|方法|製品)|これは|"
            r"(?:結果として)?得られたモデル|それは|すべてのモデル"
        ),
    ),
    (
        "company",
        re.compile(
            r"(?:该|这家|此)(?:公司|企业|机构|集团)|公司|(?i:the (?:company|firm|group|"
            r"startup|start-up|bank|agency))(?![A-Za-z])|"
            r"同社|当社|同行|同グループ"
        ),
    ),
    ("person", re.compile(r"[他她](?!们)|(?i:he|she)(?![A-Za-z])|彼女?は|同氏|氏は")),
)


_DESCRIBED = (
    re.compile(
        r"(?:该|这[座所家条个部款项只艘]?|此|本|那[座所家条个])(?P<noun>[\u4e00-\u9fff]{1,4})|"
        r"(?P<at>[镇岛县市村馆店校厂院园区站省港])(?:上|内|里|中)(?![\u4e00-\u9fff]{2,}[镇岛县市])"
    ),
    re.compile(
        r"同(?P<noun>大学?|校|市|町|村|県|区|館|院|病院|駅|島|署|局|省|庁|園|店|行|線|橋|山|川|地区|学会|協会|財団)|"
        r"(?:この|その|本)(?P<at>[\u4e00-\u9fff]{1,4})"
    ),
)


def described(words: str, language: str) -> Subject | None:
    """The noun of a definite description at the head of a phrase (该校, 同大, この橋), as a subject
    that ends where the description does; None where there is none."""
    match = _DESCRIBED[language == "ja"].match(words)
    if match is None:
        return None
    noun = match["noun"] or match["at"]
    return Subject(noun, "described", match.end(), match.group())


def referring(text: str, start: int, end: int) -> Subject | None:
    """The referring words with which `text[start:end]` begins, None where it begins otherwise."""
    for kind, pattern in _REFERRING:
        match = pattern.match(text, start, end)
        if match:
            return Subject(match.group(), kind, match.end())
    return None
