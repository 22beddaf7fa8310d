"""Which language a line is in: by script, with the document as prior for lines of Han alone."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.model import Language

KANA_SHARE = 0.1
"""Kana among the CJK characters of a document, above which its Han lines are Japanese."""
CJK_PER_WORD = 0.5
"""CJK characters per Latin word, below which a mixed line is a Latin one that names something."""

_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa\u31f0-\u31ff\uff66-\uff9d]")
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f々〆]")
_SIMPLIFIED = re.compile(
    "[们这为对还说过动发时间问题样进从东车马门见贝长书买亚产亲亿仅仓仪价众优伤伟传伦伪单兴关冲决况冻净减凤凭凯"
    "击创别则刚务劳势华协卖卫厂厅历厉压厌县变叹吗启员听园围图圆场块坚坏垒处备复够头夹夺奋奖妇妈孙宁实审宽宾导尔"
    "尝层岁岛币师帮带广庆库应废开异弃张弹强归录总悬惊惯愿战户扑执扩扫扬护报拟拥择挂损换据无显晓术机杂权构标栏树"
    "桥检楼档欢毕气汇汉济测满灭灵炼热爱环现电监盖盘码确础离种积稳穷窃竞笔签简类红约级纪纯纳纸线练组细终经结给络"
    "绝统继续维综绿缓编缩网罗职联肃胜脑节苏药获虑虽补规视览觉计订认讨让训议记讲许论设访证评识词译试话询该详语误"
    "请诸读课谁调谈谢负财责败货质购费资赛赞赢赶趋践转轮软较载辑输边达迈运远违连迟选递适遗邮释钟钱铁链销锁错键镜"
    "闭闻阅队阳阶际陆陈险随难顶项顺须顾预领频颜风飞饭饮馆验鱼鲁龙齐]"
)
_SHINJITAI = re.compile("[込働峠枠円気発対単駅図続営県応圧実満沢浜戦歳訳読権験観関総覧経転軽弾戻]")
_LATIN_WORD = re.compile("[A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f'’-]{0,60}")
_URL = re.compile(r"https?://[^\s<>]{1,2000}")


@dataclass(frozen=True, slots=True)
class Scripts:
    """How much of each script a text holds: characters of kana and Han, words of Latin."""

    kana: int
    han: int
    latin: int

    @property
    def cjk(self) -> int:
        return self.kana + self.han


def scripts(text: str) -> Scripts:
    """The scripts of a text; addresses of the web do not count as words."""
    if text.isascii():
        kana = han = 0
    else:
        kana, han = _count(_KANA, text), _count(_HAN, text)
    plain = _URL.sub(" ", text) if "://" in text else text
    return Scripts(kana, han, _count(_LATIN_WORD, plain))


def _count(pattern: re.Pattern[str], text: str) -> int:
    """How often it is found; a list of what is found would outweigh a long text many times."""
    return sum(1 for _ in pattern.finditer(text))


def document_language(found: Scripts) -> Language:
    """The language of a whole document by its scripts."""
    if not found.cjk and not found.latin:
        return "und"
    if found.cjk < found.latin * CJK_PER_WORD:
        return "en"
    return han_prior(found)


def han_prior(found: Scripts) -> Language:
    """What a line of Han alone is in this document."""
    return "ja" if found.kana > found.cjk * KANA_SHARE else "zh"


def line_language(text: str, prior: Language, han: Language) -> Language:
    """The language of one block; `prior` is the document's, `han` what its Han lines are."""
    found = scripts(text)
    if found.cjk and found.cjk >= found.latin * CJK_PER_WORD:
        return "ja" if found.kana else _han_language(text, han)
    if found.latin:
        return "en"
    return prior


def _han_language(text: str, prior: Language) -> Language:
    """A line of Han alone: its own characters where one language only writes them, else the
    prior."""
    chinese, japanese = bool(_SIMPLIFIED.search(text)), bool(_SHINJITAI.search(text))
    if chinese == japanese:
        return prior
    return "zh" if chinese else "ja"
