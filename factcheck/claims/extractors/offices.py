"""Offices beside names (`Chief executive Jane Roe`, 总工程师某某, 社長の某氏), and moves that name
the person or the employer only by what stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factcheck.claims.clauses import Sentence
from factcheck.claims.making import Maker, entity, organisation_named
from factcheck.claims.names import PERSON, is_name
from factcheck.claims.naming import name_in
from factcheck.claims.reading import Reading
from factcheck.model import Claim, Entity, Text

_OFFICE = (
    r"(?:(?:[Cc]hief (?:executive|scientist|engineer|economist|technology officer|"
    r"financial officer|operating officer|operating|architect)(?: officer)?)|"
    r"(?:[Mm]anaging |[Ee]xecutive |[Aa]rtistic |[Dd]eputy )?[Dd]irector|"
    r"(?:[Vv]ice[ -])?[Pp]resident|[Cc]hair(?:man|woman)?|[Hh]ead coach|[Pp]rofessor|[Aa]rchitect|"
    r"[Ee]ngineer|[Mm]ayor|[Cc]urator|[Cc]o-?founder|[Ff]ounder|[Rr]esearcher|[Mm]anager|CEO|CTO)"
)
_ORG = r"[A-Z][\w.&'’-]{0,30}(?: (?:of |for |and |the )?[A-Z][\w.&'’-]{0,30}){0,5}"
_KIND = r"(?:the |a |an )?(?:[a-z][a-z-]{2,20} ){0,4}"
_EN = re.compile(
    rf"(?<![A-Za-z])(?P<role>{_OFFICE}) (?P<who>{PERSON})"
    rf"(?:(?:,| )? ?(?:of|at) {_KIND}(?P<org>{_ORG}))?"
)
_ROLE_ZH = (
    r"(?:[\u4e00-\u9fff]{0,4}(?:总工程师|工程师|总监|董事长|总裁|总经理|经理|局长|主任|所长|"
    r"院长|校长|馆长|教练|队长|主席|秘书长|发言人|负责人|首席[\u4e00-\u9fff]{2,3}官|首席科学家|"
    r"创始人|教授|市长|部长|县长|站长|船长|主编))"
)
_SAYS_ZH = (
    r"(?:在[^,，。]{1,14}?(?:上|中))?(?:还)?"
    r"(?:说|表示|介绍|称|认为|透露|回答|指出|解释|宣布|强调|坦言)"
)
_ZH = re.compile(
    rf"(?<=[,，。;；、的司团队会局馆院校\n ])(?P<role>{_ROLE_ZH})(?P<who>[\u4e00-\u9fff]{{2,3}}?)"
    rf"(?={_SAYS_ZH}|[,，、]|$)"
)
_ZH_FIRST = re.compile(rf"(?P<role>{_ROLE_ZH})(?P<who>[\u4e00-\u9fff]{{2,3}}?)(?={_SAYS_ZH})")
_ROLE_JA = (
    r"(?:[\u4e00-\u9fff]{0,6}(?:社長|会長|取締役|部長|課長|局長|所長|館長|院長|校長|教授|監督|知事|市長|"
    r"町長|村長|代表|主任|研究員|創業者|創設者|責任者|編集長|司令官|船長))"
)
_NAME_JA = r"[\u4e00-\u9fff々ヶ\u3041-\u3096\u30a1-\u30fa\u30fcA-Za-z ]{2,14}?"
_JA = (
    re.compile(rf"(?P<role>{_ROLE_JA})(?:の|、)(?P<who>{_NAME_JA})(?=氏|さん)"),
    re.compile(
        r"(?<=[^\u4e00-\u9fff々])(?P<who>[\u4e00-\u9fff々]{3,5}?)"
        r"(?P<role>(?:社長|会長|部長|課長|局長|所長|館長|院長|校長|教授|監督|知事|市長|町長|村長))(?=は|が|も|に|、|。)"
    ),
    re.compile(rf"(?P<role>{_ROLE_JA})を務め(?:た|る|ている)(?P<who>{_NAME_JA})(?=氏|さん)"),
)
_COFOUNDER = re.compile(r"共同創業者|共同創設者|联合创始人|共同创始人|[Cc]o-?founder")
_LEFT_EN = re.compile(
    rf"(?P<who>{PERSON})(?:, [^,.]{{3,40}},)? (?:has |had )?left(?: (?:on|in|at) [^,.]{{3,24}}?)?"
    rf"(?= to (?:become|join|lead|take|head)|[,.]|$| and | after)"
)
_BECOME = re.compile(
    r" to (?:become|join|lead|head|take up)(?: as)? (?P<role>(?:an? |the )?[a-z][a-z -]{2,40}?)"
    rf" (?:at|of|with) {_KIND}(?P<org>{_ORG})"
)
_JOINED_EN = re.compile(
    rf"(?P<who>{PERSON})(?:, [^,.]{{3,60}},)? (?:has |had |later |then )?joined (?:the |a |an )"
    rf"(?:[a-z][a-z-]{{2,20}} ){{1,4}}(?P<org>{_ORG})"
)
_FORMERLY = re.compile(
    rf"(?P<who>{PERSON}), (?:formerly|previously) (?:of|at|with) (?P<org>{_ORG})"
)
_FOUNDED = re.compile(
    r"(?:founded|co-founded|started|set up)(?: in (?:[A-Z][a-z]{2,8} )?[0-9]{4})? by "
    r"(?P<who>[A-Z][\w'’-]{1,24}(?: [A-Z][\w'’-]{1,24}){0,3}"
    r"(?:(?:, | and |, and )[A-Z][\w'’-]{1,24}(?: [A-Z][\w'’-]{1,24}){0,3}){0,6})"
)
_LEFT_JA = (
    re.compile(rf"(?P<who>{_NAME_JA})氏が[^。、]{{0,16}}?(?:で|に|付で)(?:退社|退職|退任|辞任)"),
    re.compile(rf"(?:退社|退職|退任|辞任)した(?P<who>{_NAME_JA})氏"),
)
_JOINS_JA = re.compile(
    rf"(?P<who>{_NAME_JA})氏(?:は|が)(?:[^。、]{{1,12}}、)?(?P<org>[^。、はがに]{{2,24}})の"
    r"(?P<role>[^。、のはが]{0,8}(?:教授|研究員|社長|部長|所長|顧問|取締役))に(?:就く|就任|就い|転じ|移)"
)
_FOUNDS_JA = re.compile(
    rf"(?P<who>{_NAME_JA})氏で?(?:は|が|、)[^。]{{0,24}}?(?P<org>[\u30a1-\u30fa\u30fcA-Za-z0-9・]{{2,20}})"
    r"を(?:設立|創業|創設|立ち上げ)"
)
_MEMBER_JA = re.compile(
    r"(?:(?<=[、。のは])|^)(?P<who>[\u4e00-\u9fff々]{3,5})は(?P<org>[^。、はが]{2,20})の(?:会員|所員|職員|一員)"
)
_WORKED_JA = re.compile(
    rf"(?P<org>[^。、はがに]{{2,16}})で[0-9]{{1,2}}年間?[^。、]{{0,16}}した(?P<who>{_NAME_JA})氏"
)
_MOVES_JA = (
    (_JOINS_JA, "joined_organisation"),
    (_FOUNDS_JA, "founder_of"),
    (_MEMBER_JA, "affiliation"),
    (_WORKED_JA, "affiliation"),
)
_LEAD_JA = re.compile(r"^.*(?:した|する|の|は|、|だった|いる)(?=.{2,})")


class Offices:
    """Positions, and moves whose employer is the one that the text is about."""

    name = "offices"
    version = "1"

    def extract(self, reading: Reading) -> Iterable[Claim]:
        maker = Maker(reading=reading, extractor=f"{self.name}@{self.version}")
        for sentence in reading.sentences:
            if sentence.end - sentence.start <= 1500:
                yield from _SAID[sentence.language](maker, sentence)


def _english(maker: Maker, sentence: Sentence) -> Iterator[Claim]:
    text, start, end = maker.text, sentence.start, sentence.end
    for match in _EN.finditer(text, start, end):
        if not is_name(match["who"]):
            continue
        yield from _position(maker, match, match["org"])
    for match in _LEFT_EN.finditer(text, start, end):
        yield from _moved(maker, match, "left_organisation", _employer(maker, sentence))
        to = _BECOME.match(text, match.end(), end)
        if to:
            span = (to.start("role"), to.end())
            yield from maker.made(match["who"], "joined_organisation", _org(maker, to["org"]), span)
            yield from maker.made(match["who"], "position", Text(value=to["role"]), span,
                                  more={"organisation": to["org"]})  # fmt: skip
    for match in _JOINED_EN.finditer(text, start, end):
        yield from _moved(maker, match, "joined_organisation", match["org"])
    for match in _FORMERLY.finditer(text, start, end):
        yield from _moved(maker, match, "left_organisation", match["org"])
    for match in _FOUNDED.finditer(text, start, end):
        clause = maker.reading.clause_at(match.start())
        org = maker.reading.subjects.of(clause, "organisation") if clause else ""
        people = re.split(r", and | and |, ", match["who"])
        predicate = "cofounder_of" if len(people) > 1 else "founder_of"
        for person in people:
            yield from maker.made(person, predicate, _org(maker, org), match.span())


def _chinese(maker: Maker, sentence: Sentence) -> Iterator[Claim]:
    for match in _ZH.finditer(maker.text, max(0, sentence.start - 1), sentence.end):
        yield from _position(maker, match, None)
    first = _ZH_FIRST.match(maker.text, sentence.start, sentence.end)
    if first:
        yield from _position(maker, first, None)


def _japanese(maker: Maker, sentence: Sentence) -> Iterator[Claim]:
    text, start, end = maker.text, sentence.start, sentence.end
    employer = _employer(maker, sentence)
    for pattern in _JA:
        for match in pattern.finditer(text, start, end):
            yield from _position(maker, match, None)
            if _COFOUNDER.search(match["role"]) and employer:
                yield from _moved(maker, match, "cofounder_of", employer)
    for pattern in _LEFT_JA:
        for match in pattern.finditer(text, start, end):
            yield from _moved(maker, match, "left_organisation", employer)
    for pattern, predicate in _MOVES_JA:
        for match in pattern.finditer(text, start, end):
            yield from _moved(maker, match, predicate, match["org"])


def _other(maker: Maker, sentence: Sentence) -> Iterator[Claim]:
    return iter(())


_SAID = {"en": _english, "zh": _chinese, "ja": _japanese, "und": _other}


def _position(maker: Maker, match: re.Match[str], org: str | None) -> Iterator[Claim]:
    who = _person(match["who"])
    if who:
        more = {"organisation": org} if org else {}
        yield from maker.made(who, "position", Text(value=match["role"]), match.span(), more=more)
        if org:
            yield from _moved(maker, match, "affiliation", org)


def _moved(maker: Maker, match: re.Match[str], predicate: str, org: str | None) -> Iterator[Claim]:
    who = _person(match["who"])
    if who and org:
        yield from maker.made(who, predicate, _org(maker, org), match.span())


def _org(maker: Maker, words: str) -> Entity | None:
    return entity(organisation_named(maker.reading, name_in(words.strip())))


def _person(words: str) -> str:
    """The name without what a Japanese relative clause puts before it."""
    words = words.strip(" 、の")
    return words if words.isascii() else _LEAD_JA.sub("", words).strip()


def _employer(maker: Maker, sentence: Sentence) -> str | None:
    """The organisation that the text is about, where its headline names one."""
    return maker.reading.subjects.topic(sentence.block)
