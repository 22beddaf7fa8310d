"""Moves that name the person or the employer only by what stands around them: who left, joined or
founded the organisation that a text is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factcheck.claims.clauses import Sentence
from factcheck.claims.making import Maker, entity, organisation_named
from factcheck.claims.names import PERSON
from factcheck.claims.naming import name_in
from factcheck.claims.reading import Reading
from factcheck.model import Claim, Entity, Text

_ORG = r"[A-Z][\w.&'’-]{0,30}(?: (?:of |for |and |the )?[A-Z][\w.&'’-]{0,30}){0,5}"
_KIND = r"(?:the |a |an )?(?:[a-z][a-z-]{2,20} ){0,4}"
_NAME_JA = r"[\u4e00-\u9fff々ヶ\u3041-\u3096\u30a1-\u30fa\u30fcA-Za-z ]{2,14}?"
_COFOUNDER = re.compile(rf"(?:共同創業者|共同創設者)(?:の|、)(?P<who>{_NAME_JA})(?=氏|さん)")
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
_WHO_FOUNDED = re.compile(
    rf"(?P<who>{PERSON}),? who (?:co-?)?(?:founded|started|set up) (?:the|this) "
    r"(?:company|firm|group|studio|lab|start-?up|charity|school|newspaper|business)(?![A-Za-z])"
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
    """Moves whose employer is the one that the text is about."""

    name = "offices"
    version = "1"

    def extract(self, reading: Reading) -> Iterable[Claim]:
        maker = Maker(reading=reading, extractor=f"{self.name}@{self.version}")
        for sentence in reading.sentences:
            if sentence.end - sentence.start <= 1500:
                yield from _SAID[sentence.language](maker, sentence)


def _english(maker: Maker, sentence: Sentence) -> Iterator[Claim]:
    text, start, end = maker.text, sentence.start, sentence.end
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
    for match in _WHO_FOUNDED.finditer(text, start, end):
        yield from _moved(maker, match, "founder_of", _employer(maker, sentence))
    for match in _FOUNDED.finditer(text, start, end):
        clause = maker.reading.clause_at(match.start())
        org = maker.reading.subjects.of(clause, "organisation") if clause else ""
        people = re.split(r", and | and |, ", match["who"])
        predicate = "cofounder_of" if len(people) > 1 else "founder_of"
        for person in people:
            yield from maker.made(person, predicate, _org(maker, org), match.span())


def _japanese(maker: Maker, sentence: Sentence) -> Iterator[Claim]:
    text, start, end = maker.text, sentence.start, sentence.end
    employer = _employer(maker, sentence)
    for match in _COFOUNDER.finditer(text, start, end):
        yield from _moved(maker, match, "cofounder_of", employer)
    for pattern in _LEFT_JA:
        for match in pattern.finditer(text, start, end):
            yield from _moved(maker, match, "left_organisation", employer)
    for pattern, predicate in _MOVES_JA:
        for match in pattern.finditer(text, start, end):
            yield from _moved(maker, match, predicate, match["org"])


def _other(maker: Maker, sentence: Sentence) -> Iterator[Claim]:
    return iter(())


_SAID = {"en": _english, "zh": _other, "ja": _japanese, "und": _other}


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
