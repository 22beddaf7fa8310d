"""The words that a single clause is about, as its grammar shows: the phrase before the finite verb
or the topic particle, a name, a pronoun, or the thing measured."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from factcheck.claims.clauses import Clause
from factcheck.claims.entities import EntityTable
from factcheck.claims.names import SYSTEM, is_name
from factcheck.claims.naming import name_in

Kind = Literal[
    "name", "organisation", "work", "system", "company", "person", "phrase", "attribute", "speaker"
]

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
_VERBS_ZH = (
    r"出口|进口|生产|销售|售出|建成|建造|投资|开工|通车|公布|推出|举行|举办|收购|"
    r"雇用|雇佣|招收|接待|吸引|收藏|收录|收集|覆盖|包含|包括|占地|占|耗资|耗时|重达?|高达?|长达?|"
    r"筹集|募集|融资|上市|开业|开馆|开放|启用|投产|交付|发射|落户|登陆|夺得|赢得|打破|创下|"
    r"派出|捐赠|裁减|裁员|新增|减少|增加|上升|下滑|升至|降至|增至|减至|出版|刊登|撰写"
)
_CHINESE_PHRASE = re.compile(
    r"(?P<np>[^,，。:：;；()（）0-9在从于对由以通随为据将把被因当如根用][^,，。:：;；()"
    r"（）0-9以把被在]{1,20}?)"
    r"(?:并不|并没|并未|没|不|并|就|都|也|还|只|一共|总共|则|却|又|才|曾|仍|"
    r"正)?(?=(?:是|为|将|已经?|共?有|具有|拥有|达到?|宣布|表示|称|发布|"
    r"完成|实现|使用|采用|提供|支持|于|全长|设有|下设|共设|共计|总投资|增长|下降|上涨|下跌|售价|"
    r"(?<![了着过到至的和与年])(?:1[89]|20)[0-9]{2} ?年|"
    r"估值|营收|获得?|位于|成立|出生|去世|可以|允许|能够|需要|会|很难|难以|依赖|正在|"
    r"传统|[为从由]|" + _VERBS_ZH + r"))"
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
    r"crashed|capsized|saw|sees|increased|decreased|dropped|declined|climbed|jumped|totall?ed|"
    r"hit|beat|struck|collapsed|does|do|did|drew|draws|enrolled|enrols|employed|rises|"
    r"stands|stood|makes?|gives?|gave|gets?|got|goes|went|comes?|came|keeps?|kept|needs?|needed|"
    r"owns?|owned|houses?|seats?|hosts?|hosted|attracts?|attracted|serves?|served|produces?|"
    r"produced|predicts?|trained|trains|spans?|spanned|lasts?|lasted|carries|carried|exports?|"
    r"exported|imports?|imported|flows?|lies|lay|sits|narrowed|widened|doubled|tripled|halved|"
    r"built|bears?|shares?|pays?|narrow|cover|brings?|brought|takes|starts?|ends?|opens?|closes?|"
    r"works?|worked|lives?|lived|weighed|measured|stretches|stretched|detects?|"
    r"scores|beats|wins|loses|sells|buys|adds|plays|played|tells|told)(?![A-Za-z]))"
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
    r"^(?:[0-9]{4}年度?[的の]?|归属(?:于)?(?:母公司|上市公司)?(?:股东|所有者)的?|合計の?|海外|总|総|延べ|平均|累计|日均|年|净|純|全|[0-9]{1,2}月期の?|第[一二三四1-4]四半期の?|連結|単体|通期|純|"
    r"(?i:the|its|their|his|her|a|an)\s?|其|该|今年|去年|全年|年)*"
)
_JAPANESE_PHRASE = re.compile(
    r"(?P<np>[^、。,(（:：はが]{1,40}?)(?:[(（][^()（）]{1,60}[)）])?"
    r"(?:(?:に|で|から|まで)?は|が)(?![ぁ-ん]{0,1}[、。]?$)"
)
_DATELINE = re.compile(
    r"(?:[A-Z]{3,20}(?: [A-Z]{2,20}){0,3}|[A-Z][A-Za-z]{2,20}|[0-9]{1,2} [A-Z][a-z]{2,8} [0-9]{4}|"
    r"[A-Z][a-z]{2,8} [0-9]{1,2}(?:, [0-9]{4})?|[0-9]{4})(?: \([A-Za-z .]{2,30}\))? [—–-]{1,2} |"
    r"(?:本报讯|新华社[^ ]{0,16}电|[^ ]{2,12}讯)[ \u3000]|[QA問答问][:：.．]\s?"
)
_TIME_FIRST = re.compile(
    r"(?:截至|截止|到|自|从)?(?:(?:19|20)[0-9]{2}年)?(?:第?[一二三四]季度|[上下]半年|底|初|末)?"
    r"(?:[0-9]{1,2}月(?:[0-9]{1,2}日|底|初|末)?)?(?:[上中下]旬)?(?:以来|时|起|前|后)?"
)
_SAYS_EN = re.compile(
    r"(?:said|says|told [a-z]{2,20}|announced|reported|added|confirmed|claims?|claimed|estimates?|"
    r"estimated|explained|warned|wrote|expects?|expected)(?: (?:on|in|last|this) [^,]{2,30}?)?"
    r"(?: on [A-Z][a-z]{5,8}day)? (?:that )?(?=[A-Za-z0-9$£€])"
)
_SPEAKS = re.compile(
    r"(?:表示|介绍|指出|称|说|透露|强调|认为|回答说|补充说|解释|坦言|预计|上说|问到)[道,，:：]?$|"
    r"(?:によると|によれば|の話では)$"
)
_SPEAKER_JA = re.compile(
    r"[^、。「」]{1,30}(?:氏|さん|社長|会長|課長|部長|教授|担当者|代表)(?:は|が)"
)
_QUOTED_FIRST = re.compile(
    r"(?:[^,，。、《「『“]{0,12}(?:论文|书|小说|影片|电影|报告|文章|模型|工具|产品|作品|专辑|"
    r"論文|本|映画|モデル|作品|アルバム|装置|製品))?"
    r"(?P<quoted>《[^《》]{1,80}》|「[^「」]{1,40}」|『[^『』]{1,80}』|“[^“”]{1,40}”)"
    r"(?=[^的の、和与及と说話]|的?$)(?!と(?:話|述|語|い))"
)
_NO_PHRASE = re.compile(
    r"(?:发表|成立|约占|平均|其中|累计|合计|总计|共计|分业务看|同比|环比|目前|据悉|据介绍|其余|"
    r"上一年|前一年|施工高峰时|.{0,8}方面|预计|计划|相比之下|首次|每年|每天|如今|最终|另有|还有|"
    r".{1,12}[上里内中外](?=$)|本次|此次|今回|"
    r"合わせて|そのうち|うち.{0,8}|このうち|当初|今後|現在|前の年|前年|残る.{0,6}|1人目|2人目)"
)
_SCOPE_TAIL = re.compile(
    r"(?:的|の)?(?:19|20)[0-9]{2}年度?(?:末|底|初)?(?:的|の)?$|(?:的|の)?(?:[当去今昨前]年)(?:的|の)?$"
)
_BARE_NAME = re.compile(
    r"(?:[Tt]he )?(?:[A-Z][\w'’.&-]{0,30})"
    r"(?: (?:of |and |the |de |van )?[A-Z0-9][\w'’.&-]{0,30}){0,6}"
)
_PARTICLE = re.compile(r"[ ]?[^はがも、。]{0,10}?(?:は|が|も)")
TEAM = re.compile(
    r"\s?(?:大学)?的?(?:研究小组|研究团队|研究人员|团队|小组|实验室|课题组|研究組|"
    r"研究チーム|のチーム|"
    r"(?i: (?:research )?(?:team|group|researchers|lab)(?![A-Za-z])))"
)


@dataclass(frozen=True, slots=True)
class Subject:
    """Words that a clause is about, as written, and what kind of words they are."""

    words: str
    kind: Kind
    end: int


_MEASURED = """
length height width depth weight area capacity volume diameter speed budget price salary
wage population attendance turnout profit revenue income loss staff workforce headcount
dividend admission sales output production age value size total 长度 高度 宽度 深度 重量
面积 容量 体积 直径 速度 时速 预算 造价 工期 投资 总投资 收入 净利润 利润 营收 营业收入 支出
亏损 参数量 参数 票价 售价 起售价 价格 人口 居民 员工 员工数 人数 车流量 客流量 产量 销量
出货量 市值 估值 股价 股息 占比 采样率 准确率 灵敏度 特异度 成绩 气温 延迟 长さ 高さ 幅 深さ
重さ 面積 床面積 延べ床面積 容量 体積 直径 速度 時速 予算 工費 総工費 事業費 総事業費 出力
売上高 売り上げ 利益 純利益 赤字 価格 値段 料金 人口 従業員 従業員数 社員数 人数 来館者
来館者数 入場者 入場者数 来場者 来場者数 観客数 利用者数 生産量 販売台数 株価 配当 全長 全高
全幅 身長 体重 耐荷重 定員 蔵書 座席数 席数 パラメータ数 ページ数 件数 台数 会員数 開館時間
"""
"""Nouns for what is measured of a thing, beside the trigger words of the catalogue."""


class ClauseReader:
    """Reads the subject of one clause from its own words."""

    def __init__(self, text: str, entities: EntityTable, attributes: tuple[str, ...],
                 is_common: Callable[[str], bool]) -> None:  # fmt: skip
        """`attributes` are words for what is measured (revenue, 估值): at the end of a phrase
        they belong to a subject and are none. `is_common` tells whether a capitalised word at
        the head of a sentence is an ordinary word."""
        self._text = text
        self._entities = entities
        self._attributes = tuple({*attributes, *_MEASURED.split()})
        self._is_common = is_common

    def read(self, clause: Clause, start: int | None = None) -> Subject | None:
        """The subject that the clause names, None where it names none. What somebody says is read
        in the words said; the speaker where they name nothing."""
        text, end = self._text, clause.end
        start = self._opening(clause) if start is None else start
        if start >= end or _SPEAKS.search(text, max(start, end - 12), end):
            return Subject("", "speaker", end) if start < end else None
        quoted = _QUOTED_FIRST.match(text, start, end) if clause.language != "en" else None
        if quoted is None or quoted["quoted"][0] == "“":
            for kind, pattern in _REFERRING:
                match = pattern.match(text, start, end)
                if match:
                    return Subject(match.group(), kind, match.end())
        phrase = self._phrase(clause, start)
        if phrase and phrase.kind == "attribute":
            return phrase
        if quoted and clause.language in ("zh", "ja"):
            return Subject(quoted["quoted"][1:-1], "name", quoted.end())
        found = self._known(clause, start) or self._named(clause, start, phrase)
        if found is None and phrase is None:
            return None
        found = found or phrase
        return self._said(clause, found) if clause.language == "en" and found else found

    def bare(self, clause: Clause) -> Subject | None:
        """The name that is all of an English clause: `Ostrey's Hallam Bridge, opened on …,`."""
        start = self._opening(clause)
        match = _BARE_NAME.fullmatch(self._text, start, clause.end)
        if match is None or clause.language != "en" or clause.end - start > 80:
            return None
        if not is_name(match.group().removeprefix("The ").removeprefix("the ")):
            return None
        return Subject(name_in(match.group()), "name", clause.end)

    def _opening(self, clause: Clause) -> int:
        """Where the clause begins in earnest: behind a dateline, `Q:` and a time phrase."""
        text, start = self._text, clause.start
        dateline = _DATELINE.match(text, start, clause.end)
        start = dateline.end() if dateline else start
        if clause.language in ("zh", "ja"):
            time = _TIME_FIRST.match(text, start, clause.end)
            if (
                time
                and time.end() - start >= 4
                and text[time.end() : time.end() + 1] not in "のに的は度"
            ):
                start = time.end()
        return start

    def _known(self, clause: Clause, start: int) -> Subject | None:
        text, end = self._text, clause.end
        known = self._entities.mentions(text, start, min(end, start + 60))
        if known and known[0].start == start and known[0].kind != "term":
            team = TEAM.match(text, known[0].end, end)
            stop = team.end() if team else known[0].end
            if (team or known[0].kind != "place") and _leads(text, stop, end, clause.language):
                return Subject(text[start:stop], "organisation", stop)
        return None

    def _named(self, clause: Clause, start: int, phrase: Subject | None) -> Subject | None:
        text, end = self._text, clause.end
        match = _NAME.match(text, start, end)
        if match is None or not is_name(match.group()):
            return None
        if not _leads(text, match.end(), end, clause.language):
            return None
        if phrase and clause.language == "en" and _extends(match.group(), phrase.words):
            return phrase
        if clause.language == "en":
            if " " not in match.group() and self._is_common(match.group()):
                return None
            if phrase and phrase.end > match.end():
                return phrase
        return Subject(match.group(), "name", match.end())

    def _said(self, clause: Clause, found: Subject) -> Subject:
        """The subject of what `found` said, `found` itself where no speech follows."""
        at = found.end
        while at < clause.end and self._text[at] == " ":
            at += 1
        said = _SAYS_EN.match(self._text, at, clause.end)
        if said is None:
            return found
        if any(pattern.match(self._text, said.end(), clause.end) for _, pattern in _REFERRING):
            return found
        inner = self._phrase(clause, said.end()) or self._named(clause, said.end(), None)
        return inner or Subject(found.words, "speaker", found.end)

    def _phrase(self, clause: Clause, start: int) -> Subject | None:
        text, end = self._text, clause.end
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
            owner = _SCOPE_TAIL.sub(
                "", _OWNED.sub("", _SCOPE.sub("", words[: len(words) - len(word)]))
            )
            return Subject(name_in(owner.strip()), "attribute", match.end("np"))
        if _NO_PHRASE.fullmatch(words):
            return None
        if clause.language == "ja" and _SPEAKER_JA.match(text, start, min(end, start + 44)):
            return Subject(words, "speaker", match.end("np"))
        named = name_in(words)
        if clause.language == "en" and " " not in words and self._is_common(words):
            return None
        return Subject(named, "phrase" if named == words else "name", match.end("np"))


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
