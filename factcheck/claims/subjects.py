"""What a clause is about: its own words first, then what its section is about.

A section has a work (the paper or article its heading names) and a focus (the system that it
introduces). Pronouns and phrases like 该模型, this paper, 本稿 lead to one of the two."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass
from typing import Literal

from factcheck.claims.catalogue import About
from factcheck.claims.clauses import Clause, Sentence
from factcheck.claims.entities import EntityTable, Mention
from factcheck.claims.names import PERSON, SYSTEM, is_name
from factcheck.sources.document import Block, Document, Section
from factcheck.sources.markers import PART

ARTICLE = "this article"
"""The subject of what an article says about itself."""

Kind = Literal["name", "organisation", "work", "system", "company", "person", "phrase", "attribute"]

_REFERRING: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (
        "work",
        re.compile(
            r"(?:在)?(?:本文|该论文|这篇论文|这篇文章|该文|论文|该研究|这项研究|此项研究|"
            r"本研究|本报告|该报告|本工作|这项工作|该工作|"
            r"作者们?|研究者们?|研究人员|研究团队|该团队|我们|他们|该小组|具体而言)|"
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
_NAME = re.compile(SYSTEM)
_INTRODUCING = re.compile(
    r"(?:提出|介绍|推出|发布|开源|名为|称为|命名为|叫做|叫作|缩写为|"
    r"简称)[了的]?[^。；;,，]{0,60}?(?P<zh>"
    + SYSTEM
    + r")(?:\s?[(（](?P<zh_short>[A-Z][A-Za-z0-9-]{1,15})[)）])?(?=[^A-Za-z]|$)|"
    r"(?P<ja>"
    + SYSTEM
    + r")(?=[ ]?(?:を(?:紹介|提案|導入|発表|公開)|と呼ばれ|という|について述べ))|"
    r"(?i:introduces?|presents?|proposes?|releases?|unveils?|called|named|"
    r"dubbed)[ ](?:[a-z-]{1,20}[ ]){0,6}(?P<en>"
    + SYSTEM
    + r")(?:\s?\((?P<en_short>[A-Z][A-Za-z0-9-]{1,15})\))?"
)
_PREFIX = re.compile(r"(?P<name>[^:：]{2,40}?)\s?[:：]\s")
_GENERIC = frozenset(
    [
        "SOTA",
        "LLM",
        "LLMs",
        "NLP",
        "AI",
        "ML",
        "RL",
        "CV",
        "VLM",
        "VLP",
        "SSM",
        "RNN",
        "CNN",
        "GPU",
        "TPU",
        "CPU",
        "API",
        "PDF",
        "URL",
        "CEO",
        "CTO",
        "AGI",
        "GPT",
        "BERT",
        "SCIENCE",
        "NATURE",
        "TRANSFORMERS",
        "ABSTRACT",
        "TITLE",
        "WE",
        "OUR",
        "THE",
        "THIS",
        "IN",
    ]
)
_CHINESE_PHRASE = re.compile(
    r"(?P<np>[^,，。:：;；()（）0-9在从于对由以通随为据将把被因当如根用][^,，。:：;；()"
    r"（）0-9以把被在]{1,20}?)"
    r"(?:并不|并没|并未|没|不|并|就|都|也|还|只|一共|总共|则|却|又|才|曾|仍|"
    r"正)?(?=(?:是|为|将|已经?|共?有|具有|拥有|达到?|宣布|表示|称|发布|"
    r"完成|实现|使用|采用|提供|支持|于|全长|共设|共计|总投资|增长|下降|上涨|下跌|售价|"
    r"估值|营收|获得?|位于|成立|出生|去世|可以|允许|能够|需要|会|很难|难以|依赖|正在|"
    r"传统))"
)
_ENGLISH_PHRASE = re.compile(
    r"(?!(?:[Oo]f|[Ii]n|[Oo]n|[Aa]t|[Bb]y|[Ff]rom|[Tt]o|[Ww]ith|[Ff]or|[Uu]nder|[Aa]s|"
    r"[Ww]hen|[Ww]here|[Ww]hile|[Ii]f|[Aa]lthough|"
    r"[Bb]ecause|[Dd]uring|[Aa]fter|[Bb]efore|[Ss]ince|[Tt]here|[Ww]hich|[Ww]ho|"
    r"[Tt]hat|[Ww]hat|[Hh]ow|[Aa]nd|[Bb]ut|[Oo]r|[Nn]ot|even|also|is|are|was|has|have|"
    r"had|to|said|says|told|announced|reported) )"
    r"(?P<np>(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Oo]ur|[Tt]hese|"
    r"[Tt]hose|[Ss]ome|[Mm]any|[Mm]ost|[Aa]ll|[Bb]oth) [A-Za-z]|"
    r"[A-Z])[\w'’.&-]{0,30}(?: [\w'’.&-]{1,30}){0,7}?) "
    r"(?=(?:is|are|was|were|has|have|had|will|would|can|could|may|might|should|raised|"
    r"reported|announced|said|says|fell|rose|grew|"
    r"won|lost|killed|injured|employs|costs?|contains?|includes?|uses?|used|released|"
    r"launched|acquired|joined|left|"
    r"reached|scored|achieves?|achieved|supports?|plans?|expects?|opened|closed|died|"
    r"became|remains?|runs?|requires?|"
    r"provides?|offers?|shows?|received|earned|sold|bought|paid|spent|hired|cut|added|"
    r"set|made|took|holds?|covers?|"
    r"measures?|weighs?|began|started|ended|founded|named|introduces?|presents?|"
    r"proposes?|outperforms?|allows?|enables?|"
    r"generated|posted|voted|approved|approves|elected|warned|ordered|signed|moved|"
    r"returned|called|asked|rejected|agreed|wrote|found|published|appointed|banned|"
    r"crashed|capsized|increased|decreased|dropped|declined|climbed|jumped|totall?ed|"
    r"hit|beat|struck|collapsed|does|do|did)(?![A-Za-z]))"
)
_ADVERBIAL = re.compile(
    r"(?:(?:In|On|By|Since|During|Until|From|Around|In early|In late|"
    r"In mid) (?:the )?(?:early |late |mid-)?"
    r"(?:(?:January|February|March|April|May|June|July|August|September|October|"
    r"November|December|Monday|Tuesday|"
    r"Wednesday|Thursday|Friday|Saturday|Sunday|spring|summer|autumn|fall|"
    r"winter)(?: [0-9]{1,2}(?:st|nd|rd|th)?)?,? ?)?"
    r"(?:[0-9]{4})?,? ?|(?:A|One|Two|Three|Four|Five|Six) (?:day|week|month|"
    r"year)s? (?:later|ago|earlier|after),? ?|"
    r"(?:Last|This|Next) (?:week|month|year|quarter),? ?|Today,? ?|Yesterday,? ?)"
)
_NO_SUBJECT = re.compile(
    r"(?:に|で|と|へ|から|まで|く|の|ため|より|際|場合|うえ)$|^[0-9０-９]{1,9}[^0-9]{0,2}$"
)
_ASIDE = re.compile(r"\.?\s?\([^()]{1,40}\)|\.(?= [a-z(])")
_FUNCTION = re.compile(
    r"(?<![A-Za-z])(?:to|of|and|in|at|for|on|by|with|that|which|from|as|who)(?![A-Za-z])"
)
_TIME = re.compile(
    r"第?[一二三四1-4]季度|[上下]半年|[今去前明]年|全年|[当本上]月|其中|(?:今|昨|"
    r"前)?年度?|当日|同日|"
    r"(?i:last|this|next) (?:week|month|year|quarter)"
)
_COUNTED = re.compile(r"(?:(?<![A-Za-z])[a-z]{2,20}|About|Some|Around|Nearly|Over) [0-9]")
_OWNED = re.compile(r"(?:的|の|['’]s?)?\s?$")
_SCOPE = re.compile(
    r"^(?:[0-9]{4}年度?の?|[0-9]{1,2}月期の?|第[一二三四1-4]四半期の?|連結|単体|通期|純|"
    r"(?i:the|its|their|his|her|a|an)\s?|其|该|今年|去年|全年|年)*"
)
_PERSON = re.compile(PERSON)
_JAPANESE_PHRASE = re.compile(r"(?P<np>[^、。,(（:：はが]{1,40}?)(?:は|が)(?![ぁ-ん]{0,1}[、。]?$)")
_PARTICLE = re.compile(r"[ ]?[^はがも、。]{0,10}?(?:は|が|も)")
TEAM = re.compile(
    r"\s?(?:大学)?的?(?:研究小组|研究团队|研究人员|团队|小组|实验室|课题组|研究組|"
    r"研究チーム|のチーム|"
    r"(?i: (?:research )?(?:team|group|researchers|lab)(?![A-Za-z])))"
)
_PAPER_LABEL = re.compile(r"(?i:论文|論文|paper|article)")
_PAPER_TAIL = re.compile(r"[(（](?:1[89]|20)[0-9]{2}年?[)）]$|\[[0-9]{1,6}(?:\.[0-9]{1,20})?\]$")


@dataclass(frozen=True, slots=True)
class Subject:
    """Words that a clause is about, as written, and what kind of words they are."""

    words: str
    kind: Kind
    end: int


class Subjects:
    """What the sections and clauses of one document are about; computed once, then only read."""

    def __init__(self, document: Document, entities: EntityTable, sentences: list[Sentence],
                 clauses_of: dict[int, list[Clause]], mentions: list[Mention],
                 attributes: tuple[str, ...] = ()) -> None:  # fmt: skip
        """`attributes` are words for what is measured (revenue, 估值): at the end of a phrase
        they belong to a subject and are none."""
        self._attributes = attributes
        self._document = document
        self._organisations = [m for m in mentions if m.kind == "organisation"]
        self._organisation_starts = [m.start for m in self._organisations]
        self._entities = entities
        self._clauses_of = clauses_of
        self._sections = {i: document.section_at(b.start) for i, b in enumerate(document.blocks)}
        self._focus: dict[int, str] = {}
        self._carried: dict[int, Subject | None] = {}
        self._last_named: dict[int, tuple[str, str]] = {}
        self._find_focus(sentences)
        self._carry(sentences)

    def section(self, block: int) -> Section | None:
        return self._sections.get(block)

    def is_paper(self, block: int) -> bool:
        """Whether the block's section is about one paper: its heading is a title, or the whole
        document is a paper's record."""
        section = self._sections.get(block)
        return section is not None and is_paper_section(self._document, section)

    def work(self, block: int) -> str:
        """The work that the block's section is about; the article itself where there is none."""
        section = self._sections.get(block)
        if section is not None and section.subject:
            return section.subject
        return self._document.metadata.get("title") or ARTICLE

    def focus(self, block: int) -> str:
        """The system that the block's section introduces, else the work."""
        section = self._sections.get(block)
        return self._focus.get(section.first if section else -1) or self.work(block)

    def has_focus(self, block: int) -> bool:
        section = self._sections.get(block)
        return (section.first if section else -1) in self._focus

    def of(self, clause: Clause, about: About) -> str:
        """The subject of a claim in this clause, for a predicate about that kind of thing."""
        if about == "article":
            return ARTICLE
        block = clause.block
        own = None if self._titled(block) else self._carried.get(clause.start)
        fallback = self._fallback(clause, about)
        if own is None:
            return fallback
        if own.kind == "system" and about == "work":
            return (
                self.focus(block)
                if self.has_focus(block) and not self.is_paper(block)
                else (fallback)
            )
        if own.kind in ("work", "system") and about not in ("work", "system"):
            return fallback if own.kind == "system" else self.work(block)
        if own.kind in ("work", "system"):
            return fallback
        if own.kind in ("company", "person"):
            return self._last(clause, own) or fallback
        if own.kind == "attribute":
            last = None if about == "event" else self._last_named.get(clause.start)
            return own.words or (last[0] if last and about != "work" else fallback)
        if own.kind in ("organisation", "phrase") and (
            (about == "work" and self.is_paper(block))
            or (about == "system" and (self.is_paper(block) or self.has_focus(block)))
        ):
            return fallback
        if own.kind == "name" and self.is_paper(block) and self._is_other(own, block, about):
            return fallback
        return own.words

    def _fallback(self, clause: Clause, about: About) -> str:
        """What the section is about; in a section that is about no work and no system, what was
        named last."""
        block = clause.block
        if not self.is_paper(block) and not (about == "system" and self.has_focus(block)):
            last = self._last_named.get(clause.start)
            if last is not None and about != "work":
                return last[0]
        return self.work(block) if about == "work" else self.focus(block)

    def _is_other(self, own: Subject, block: int, about: About) -> bool:
        """Whether a name cannot be what the predicate is about: a person, or of a work's own
        statements any name but the section's system."""
        if about == "work":
            return own.words != self.focus(block) and not own.words.startswith(self.focus(block))
        return about == "system" and _PERSON.fullmatch(own.words) is not None and (
            own.words != self.focus(block)
        )  # fmt: skip

    def _titled(self, block: int) -> bool:
        return is_title_block(self._document, self._document.blocks[block])

    def is_generic(self, clause: Clause) -> bool:
        """Whether the clause is about things in general (LLM, 模型): no system of the section."""
        own = self._carried.get(clause.start)
        return own is None or own.words.upper() in _GENERIC or own.kind == "phrase"

    def explicit(self, clause: Clause) -> Subject | None:
        """The subject that the clause or an earlier one of its sentence names."""
        return self._carried.get(clause.start)

    def _last(self, clause: Clause, own: Subject) -> str | None:
        found = self._last_named.get(clause.start)
        if own.kind == "person":
            return found[0] if found else None
        section = self._sections.get(clause.block)
        index = bisect.bisect_left(self._organisation_starts, clause.start) - 1
        begins = self._document.blocks[section.first].start if section else 0
        if index >= 0 and self._organisation_starts[index] >= begins:
            mention = self._organisations[index]
            return self._document.text[mention.start : mention.end]
        return found[0] if found else None

    def _find_focus(self, sentences: list[Sentence]) -> None:
        text = self._document.text
        for opened in self._document.sections:
            if opened.heading is not None or opened.subject:
                name = prefix_name(opened.subject)
                if name:
                    self._focus[opened.first] = name
        seen: set[int] = set()
        for sentence in sentences:
            section = self._sections.get(sentence.block)
            key = section.first if section else -1
            if key in seen or self._document.blocks[sentence.block].kind == "heading":
                continue
            for match in _INTRODUCING.finditer(text, sentence.start, sentence.end):
                name = (match["zh_short"] or match["zh"] or match["ja"] or match["en_short"]
                        or match["en"])  # fmt: skip
                if self._may_be_focus(name):
                    seen.add(key)
                    if key not in self._focus:
                        self._focus[key] = name
                    break

    def _may_be_focus(self, name: str) -> bool:
        return (
            name.upper() not in _GENERIC
            and is_name(name)
            and self._entities.kind(name) not in ("organisation", "place")
        )

    def _carry(self, sentences: list[Sentence]) -> None:
        last: tuple[str, str] | None = None
        section_first = -2
        for number, sentence in enumerate(sentences):
            section = self._sections.get(sentence.block)
            if (section.first if section else -1) != section_first:
                section_first, last = (section.first if section else -1), None
            current: Subject | None = None
            for clause in self._clauses_of.get(number, ()):
                found = self._read(clause)
                current = found or current
                self._carried[clause.start] = current
                if last is not None:
                    self._last_named[clause.start] = last
                if found is not None and found.kind in ("name", "organisation", "phrase"):
                    last = (found.words, found.kind)

    def _read(self, clause: Clause) -> Subject | None:
        text, start, end = self._document.text, clause.start, clause.end
        for kind, pattern in _REFERRING:
            match = pattern.match(text, start, end)
            if match:
                return Subject(match.group(), kind, match.end())
        known = self._entities.mentions(text, start, min(end, start + 60))
        if known and known[0].start == start and known[0].kind != "term":
            team = TEAM.match(text, known[0].end, end)
            stop = team.end() if team else known[0].end
            if (team or known[0].kind != "place") and _leads(text, stop, end, clause.language):
                return Subject(text[start:stop], "organisation", stop)
        phrase = self._phrase(clause)
        if phrase and phrase.kind == "attribute":
            return phrase
        match = _NAME.match(text, start, end)
        if match and is_name(match.group()) and _leads(text, match.end(), end, clause.language):
            if phrase and clause.language == "en" and _extends(match.group(), phrase.words):
                return phrase
            return Subject(match.group(), "name", match.end())
        return phrase

    def _phrase(self, clause: Clause) -> Subject | None:
        text, start, end = self._document.text, clause.start, clause.end
        pattern = {"zh": _CHINESE_PHRASE, "ja": _JAPANESE_PHRASE}.get(
            clause.language, _ENGLISH_PHRASE
        )
        if pattern is _ENGLISH_PHRASE:
            adverbial = _ADVERBIAL.match(text, start, end)
            start = adverbial.end() if adverbial else start
        match = pattern.match(text, start, min(end, start + 160))
        if match is None:
            return None
        words = match["np"].strip()
        if _TIME.fullmatch(words) or _COUNTED.search(words):
            return None
        if not words or (clause.language == "ja" and _NO_SUBJECT.search(words)):
            return None
        folded = words.lower()
        if folded.endswith(self._attributes):
            word = max((a for a in self._attributes if folded.endswith(a)), key=len)
            owner = _OWNED.sub("", _SCOPE.sub("", words[: len(words) - len(word)])).strip()
            return Subject(owner, "attribute", match.end("np"))
        return Subject(words, "phrase", match.end("np"))


def is_paper_section(document: Document, section: Section) -> bool:
    """Whether the section's heading is the title of a work."""
    if section.heading is None:
        return bool(document.metadata.get("arxiv") or document.metadata.get("doi"))
    block = document.blocks[section.heading]
    return is_title_block(document, block)


def is_title_block(document: Document, block: Block) -> bool:
    """Whether a heading or list entry looks like the title of a work: labelled as a paper, ending
    in a year or a score, or several Latin words in a text of another script."""
    words = document.text[block.content.start : block.content.end]
    if len(words) > 300 or block.kind not in ("heading", "list_item", "numbered_item"):
        return False
    if _PAPER_LABEL.search(block.label) or _PAPER_TAIL.search(words[-40:]):
        return True
    if block.kind == "heading" and PART.match(words[:200]):
        return True
    return document.language in ("zh", "ja") and words.isascii() and len(words.split()) >= 3 and (
        not words.endswith((".", ";", ","))
    )  # fmt: skip


def prefix_name(title: str) -> str | None:
    """The name before the colon of a title: `Flamingo: a Visual Language Model …`."""
    match = _PREFIX.match(title[:60])
    if match is None:
        return None
    name = match["name"].strip()
    odd = name.split()[1:]  # `Gemma 2`, `Sheared LLaMA` are names, `Scaling Language Models` is not
    if not all(any(c.isdigit() for c in word) or word[1:] != word[1:].lower() for word in odd):
        return None
    return name if len(odd) <= 2 and _NAME.fullmatch(name) else None


def _extends(name: str, phrase: str) -> bool:
    """Whether a phrase is the name with a noun or two behind it (`Food prices`)."""
    extra = phrase[len(name) :]
    return phrase.startswith(name) and 0 < len(extra.split()) <= 2 and not _FUNCTION.search(extra)


def _leads(text: str, at: int, end: int, language: str) -> bool:
    """Whether a name at the head of a clause is its subject: a particle, a CJK character or a verb
    in small letters follows, or nothing (a name before a colon)."""
    if language == "ja":
        return at >= end or _PARTICLE.match(text, at, end) is not None
    aside = _ASIDE.match(text, at, end)
    at = aside.end() if aside else at
    rest = text[at : min(at + 2, end)].lstrip()
    return not rest or not rest[0].isascii() or rest[0].islower()
