"""Which words name a thing and which merely describe one: the name inside a noun phrase, without
the descriptions that languages put before or behind it."""

from __future__ import annotations

import re

from factcheck.claims.grammar.words import word_set
from factcheck.claims.names import CHINESE_PERSON, NOT_A_NAME

_LATIN = r"[A-ZÀ-ÞŁŚŽŠ][A-Za-zÀ-ž0-9]{0,30}"
_LATIN_NAME = rf"{_LATIN}(?:[ .&'’+-]{{1,2}}(?:{_LATIN}|[0-9]{{1,4}}(?:\.[0-9]{{1,3}})?)){{0,6}}"
QUOTED = re.compile(
    r"《(?P<a>[^《》]{1,80})》|「(?P<b>[^「」]{1,60})」|『(?P<c>[^『』]{1,80})』|"
    r"“(?P<d>[^“”]{1,80})”|\"(?P<e>[^\"\n]{1,80})\""
)
"""Words in the marks of titles and names."""
_PROPER_SUFFIX = (
    r"(?:公司|集团|集團|科技|医疗|电子|生物|能源|茶业|酒业|药业|汽车|航空|银行|证券|基金|"
    r"保险|大学|学院|研究院|研究所|实验室|医院|学校|中学|协会|委员会|交通局|"
    r"博物馆|美术馆|图书馆|大桥|隧道|机场|水库|电站|马拉松|"
    r"[省市县镇乡村区州岛山河湖]|卫星|一号|二号|三号|"
    r"大学院?|病院|銀行|電機|電子|製作所|工業|製薬|自動車|ロボット|エナジー|ホールディングス|"
    r"精機|(?<!会)社|トンネル|大橋|橋|ダム|空港|博物館|美術館|図書館|水族館|発電所|"
    r"[都道府県町村駅島城寺]|協会|研究会|新聞社?|建設)"
)
_PROPER_CJK = re.compile(rf"[^\s的のはがを]{{2,24}}{_PROPER_SUFFIX}$")
_KATAKANA = re.compile(r"^[\u30a1-\u30fa\u30fc・]{3,30}$")
_PERSON = re.compile(
    rf"^(?:{CHINESE_PERSON}|[\u4e00-\u9fff]{{1,6}}[·•・][\u4e00-\u9fff]{{1,8}}|"
    r"[^\s的の、]{2,12}(?:氏|さん|教授|博士))$"
)
_DESCRIBED_CJK = re.compile(
    r"^[^,，。、]{0,30}?(?:公司|企业|机构|团队|初创|模型|工具|数据集|系统|平台|软件|卫星|论文|"
    r"小说|影片|药物|疫苗|选手|作家|导演|歌手|球员|演员|"
    r"会社|企業|メーカー|モデル|データセット|ツール|システム|ソフト|アプリ|衛星|論文|小説|映画|"
    r"自転車|ロボット|スタートアップ|選手|作家|監督|歌手)"
    rf"(?P<name>{_LATIN_NAME}|[\u4e00-\u9fff]{{1,6}}[·•・][\u4e00-\u9fff]{{1,8}})$"
)
_RELATIVE_JA = re.compile(rf"^.{{1,60}}[ぁ-ん](?P<name>{_LATIN_NAME})$")
_OFFICE_JA = re.compile(
    r"^.{0,30}?(?:編者|著者|社長|会長|部長|課長|局長|市長|知事|代表|創業者|担当者|選手|"
    r"監督|作家)の(?P<name>[^の]{2,12})$"
)
_TITLES_EN = (
    r"(?:chief executive|chief (?:scientist|engineer|economist|technology officer|"
    r"financial officer|operating officer)|(?:managing |executive |artistic )?director|"
    r"(?:vice )?president|chair(?:man|woman)?|head coach|professor|architect|engineer|minister|"
    r"spokes(?:man|woman|person)|mayor|author|curator|"
    r"founder|co-?founder|researcher|analyst|captain|coach|editor|manager|dr|mr|mrs|ms)"
)
OFFICE_EN = re.compile(rf"^(?:the )?(?i:{_TITLES_EN})\.? (?=[A-Z])")
"""An office before a person's name: `Chief executive Jane Roe`."""
_POSSESSOR = re.compile(r"^[^'’]{2,40}['’]s? (?P<rest>[A-Z].{1,60})$")
_PLACED = re.compile(rf"^(?P<name>(?:[Tt]he )?{_LATIN_NAME}),? (?:in|at|near|from|of the) [A-Z]")
_CLASS_EN = re.compile(
    rf"^[Tt]he (?P<name>{_LATIN_NAME}) (?:data ?set|corpus|model|system|tool|library|benchmark|app|"
    r"platform|framework|satellite|telescope|drug|vaccine|probe|robot|package|toolkit)$"
)
_DESCRIBED_EN = re.compile(
    rf"^(?:[Tt]he |[Aa]n? |[A-Z][a-z-]{{2,20}} )?(?:[a-z][a-z-]{{2,20}} ){{1,4}}"
    rf"(?P<name>{_LATIN_NAME})$"
)
_LINK_EN = re.compile(r"(?<![A-Za-z])(?:of|and|in|at|for|on|by|with|that|which|from|as|to|or)\s")
_SOME_NAME_EN = re.compile(r"[a-z0-9,'’-] [A-ZÀ-Þ]|[A-Za-z][0-9]|[a-z][A-Z]|[A-Z]{2}")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]{0,30}")

_OPENERS = """
a about above abstract accuracy across admission almost along already although among another any
around asked background because been behind below beside between beyond by chief code conclusion
current data despite director during early either employees enough errata even every everyone
everything existing experts few fewer first former founded from full given half having her higher
his hundreds if inside install instead into investors it its just last late later less licence
license like little long lower making many materials methods model models more most much near
nearly neither net new next nine no none nor not nothing now officials once only other others our
out outside over overall own page part people per police previous prices profit published q
questions quite rather released requires researchers results revenue sales same scientists second
several shares since so some somebody soon still such support tens than then thereafter third this
those though thousands through thus today together tomorrow total toward training under unlike
until up upon usage using usually very via weights when whereas whether while whom whose why will
within without women work workers yesterday yet you
"""
COMMON_OPENERS = NOT_A_NAME | frozenset(_OPENERS.split())
"""Words that begin a sentence in capitals and name nothing."""


def unquoted(words: str) -> str:
    """The words inside the marks where the phrase ends in a quoted name, else the words."""
    last = None
    for match in QUOTED.finditer(words):
        last = match
    if last is not None and len(words) - last.end() <= 3:
        return next(g for g in last.groups() if g).strip()
    return words


_ARTICLES = re.compile(r"^(?:(?:[Tt]he|[Aa]n?|[Tt]his|[Tt]hese|[Tt]hose|[Bb]oth|[Aa]ll) )+(?=.)")


def without_article(words: str) -> str:
    """The words without the articles and pointing words before them."""
    return _ARTICLES.sub("", words.strip(), count=1) or words


def name_in(words: str) -> str:
    """The name inside a noun phrase: without an office, a class noun, a place or a relative clause
    beside it. The words themselves where nothing certain can be taken away."""
    words = unquoted(words.strip())
    if words.isascii() or (_WORD.match(words) and " " in words):
        return _english(words)
    for pattern in (_DESCRIBED_CJK, _RELATIVE_JA, _OFFICE_JA):
        match = pattern.match(words[:120])
        if match:
            return match["name"]
    return words


def _english(words: str) -> str:
    owned = _POSSESSOR.match(words)
    words = owned["rest"] if owned else words
    office = OFFICE_EN.match(words)
    if office:
        words = words[office.end() :].split(" of ")[0]
    for pattern in (_PLACED, _CLASS_EN):
        match = pattern.match(words)
        if match:
            words = match["name"]
    described = _DESCRIBED_EN.match(words)
    if described:
        before = words[: described.start("name")]
        if not _LINK_EN.search(before) and before.strip().lower() not in ("the", "a", "an"):
            return described["name"]
    return words


def is_name_in_cjk(words: str) -> bool:
    """Whether words of a Chinese or Japanese text name something: by their form, or because they
    begin with a Latin capital."""
    return is_proper(words) or (words[:1].isascii() and words[:1].isupper())


def is_proper(words: str) -> bool:
    """Whether the words by their form name one thing: capitals inside, a quoted title, a suffix of
    organisations and places, the shape of a person's name."""
    words = words.strip()
    if not words:
        return False
    if QUOTED.search(words):
        return True
    if words.isascii():
        return _SOME_NAME_EN.search(words) is not None
    return (
        re.search(r"[A-Z]", words) is not None
        or _PROPER_CJK.search(words[-40:]) is not None
        or (_KATAKANA.match(words) is not None and words not in word_set("japanese", "loanwords"))
        or _PERSON.match(words[:40]) is not None
    )
