"""Whether a statement is asserted, reported, hedged or negated, from its own words and place.

Negation, hedges and conditionals are never read as plain assertion."""

# ruff: noqa: E501 - tables of words and patterns stay one entry to a line

from __future__ import annotations

import re

from factcheck.model import Modality
from factcheck.sources.document import Block

_NEGATED = re.compile(
    r"(?<![A-Za-z])(?i:not|never|no longer|cannot|denied|denies|did not|does not|"
    r"has not|have not|is not|was not|"
    r"isn't|wasn't|didn't|doesn't|hasn't|haven't|won't|false that|nobody|no one|none of|neither|"
    r"rejected|rejects|dismissed|refuted|rebutted|disputes|disputed that|debunked)"
    r"(?![A-Za-z])(?! only)|"
    r"(?:并非|并不|并没有|没有|未曾|从未|不是|否认|不会|尚未|未能|驳斥|辟谣|不实|澄清称|绝无)|(?:ではない|"
    r"ではありません|しなかった|していない|ていない|ておらず|しておらず|否定し|わけではな|誤りだと|"
    r"事実ではな|ことはな)"
)
_HEDGED = re.compile(
    r"(?<![A-Za-z])(?:may(?! [0-9])|(?i:might|could|would|reportedly|allegedly|"
    r"apparently|possibly|probably|likely|perhaps|"
    r"seems?|appears? to|expected to|is said to|rumou?red|estimated|estimates|if|"
    r"unless|whether|plans? to|"
    r"about to|aims? to|in talks|potentially|suggests?|feared|believed to|thought to|said to be|"
    r"intends? to|hopes? to|proposes? to|proposed to|due to (?:open|close|start|begin|end)))(?![A-Za-z])|"
    r"(?:可能|或许|也许|大概|据传|据信|传闻|疑似|预计|估计|有望|似乎|如果|假如|倘若|是否|或将|或达|或为|"
    r"(?:^|(?<=[,，。；;、\s]))若(?!干)|"
    r"计划|拟|有意|往往|大多|在大多数)|"
    r"(?:かもしれ|可能性が|とみられ|見られる|らしい|ようだ|だろう|予定|見込み|もし|"
    r"場合|推定|とされ|模様|という噂|計画だ|計画して|方針だ|目指し|目指す|恐れが|おそれが|ば、)"
)
_CONDITION = re.compile(
    r"(?<![A-Za-z])(?i:if|unless|provided that|once|should|in case|assuming)(?![A-Za-z])|"
    r"如果|假如|倘若|一旦|若是|(?:^|[,，])若(?!干)|(?:れば|なら|たら|場合は|とすれば|次第)[、,]?$"
)
"""What the rest of a sentence says where this stands in a clause before: only what would be."""
_REPORTED = re.compile(
    r"(?<![A-Za-z])(?i:according to|said|says|told|claimed|claims|stated|announced|"
    r"reported|reports|we (?:introduce|"
    r"propose|present|show|find|demonstrate|release|train|apply|use|study|describe))(?![A-Za-z])|"
    r"(?:据[^,，。]{1,30}(?:报道|介绍|称|消息|透露)|表示|声称|宣称|宣布|指出|透露|本文|"
    r"该论文|这篇论文|论文(?:提出|介绍|表明)|该研究)|"
    r"(?:によると|によれば|と述べ|と語っ|と話し|と発表|本稿|本論文|我々|私たち|と主張|"
    r"としている|報じ)"
)
_ABSTRACT = re.compile(r"(?i:abstract|summary)|摘要|概要|要約|要旨")


def modality_of(
    words: str, block: Block, *, before: str = "", translated_abstract: bool = False
) -> Modality:
    """The modality of a clause, `before` being the words of its sentence in front of it. An
    abstract is reported speech: its authors say it."""
    if _NEGATED.search(words):
        return "negated"
    if _HEDGED.search(words) or (before and _CONDITION.search(before)):
        return "hedged"
    if translated_abstract or _ABSTRACT.search(block.label) or _REPORTED.search(words):
        return "reported"
    return "asserted"
