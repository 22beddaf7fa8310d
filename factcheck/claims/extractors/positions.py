"""Who holds which job or office, and where: `First Minister Jane Roe`, `the village's baker, Jane
Roe`, `Jane Roe is a judge`, 镇长某某, 某・某大学教授, 課長の某氏. With the age that stands at a name."""

# ruff: noqa: E501 - tables of words and patterns stay one entry to a line

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from factcheck.claims.clauses import Sentence
from factcheck.claims.extractors.office_words import (
    FORMER_ZH,
    HEADS_EN,
    HEADS_JA,
    HEADS_ZH,
    LONG_SURNAMES,
    MODIFIERS_EN,
    MODIFIERS_ZH,
    SURNAMES,
)
from factcheck.claims.making import Maker, entity, organisation_named
from factcheck.claims.names import KATAKANA_PERSON, PERSON, TRANSLITERATED, is_name
from factcheck.claims.naming import name_in
from factcheck.claims.reading import Reading
from factcheck.model import Claim, Quantity, Text


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_HEAD = rf"(?:{_any(HEADS_EN)}|{_any(w.capitalize() for w in HEADS_EN if w.islower())})"
_MOD = rf"(?:{_any(MODIFIERS_EN)}|{_any(w.capitalize() for w in MODIFIERS_EN)})[ -]"
_OPENER = r"(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Oo]ur|[Ww]hose|[Aa]n?|former|then) "
_FREE = r"(?:[A-Za-z][A-Za-z'’-]{0,20} ){0,4}?"
_ORG = r"[A-Z][\w.&'’-]{0,30}(?: (?:of |for |and |the |& )?[A-Z][\w.&'’-]{0,30}){0,5}"
_AT = rf"(?: (?:of|at|for|with) (?:the |a |an )?(?:[a-z][a-z-]{{2,20}} ){{0,3}}(?P<org>{_ORG}))?"
_STOP = r"(?=[,.;:)\"”’]|$| who| and| in | since| said| on | to | has| is| was)"
_END = r"(?![A-Za-z])"
_BEFORE = re.compile(
    rf"(?<![A-Za-z'’-])(?:{_OPENER}(?P<free>{_FREE}{_HEAD})(?P<comma>,)?|"
    rf"(?P<bare>(?:{_MOD}){{0,4}}{_HEAD})){_AT} (?P<who>{PERSON})"
    rf"(?: (?:of|at|from) (?:the )?(?P<home>{_ORG}))?"
)
_NAME = rf"(?:{PERSON}|[A-Z][A-Za-zÀ-ž'’-]{{2,24}})"
_BEHIND = re.compile(
    rf"(?<![A-Za-z])(?P<who>{_NAME})(?:, [0-9]{{2}})?, (?:{_OPENER}|now )?"
    rf"(?P<role>{_FREE}{_HEAD}){_END}{_AT}{_STOP}"
)
_IS = re.compile(
    rf"(?<![A-Za-z])(?P<who>{_NAME}|He|She) (?:is|was|became|remains|has been|serves as|served as|"
    rf"will become|works as|worked as)(?: also| now| currently)? (?:{_OPENER})?"
    rf"(?P<role>(?:{_FREE}){_HEAD}){_END}{_AT}{_STOP}"
)
_MADE = re.compile(
    rf"(?<![A-Za-z])(?P<who>{_NAME}|He|She) (?:[a-z]{{2,9}} ){{0,2}}(?:stepped down|resigned|"
    r"retired|quit|served|serves|named|appointed|elected|promoted|hired|succeeds?|took over|"
    rf"returned|works?|worked)[^.;,]{{0,40}}? (?:as|to) (?:{_OPENER})?"
    rf"(?P<role>(?:{_FREE}){_HEAD}){_END}{_AT}"
)
_HOLDER = re.compile(
    rf"(?:[Tt]he|[Ii]ts) (?P<role>(?:{_MOD}){{0,3}}{_HEAD})(?: of (?P<org>{_ORG}))? (?:is|was) "
    rf"(?P<who>{PERSON})"
)
_HIS = re.compile(
    rf"(?:^|(?<=[,:;.—-] )|(?<=and )|(?<=been )|(?<=was ))(?:{_OPENER}|its )?"
    rf"(?P<role>(?:{_MOD}){{1,3}}{_HEAD}){_END}{_AT}(?= (?:in|from|since|until|between) ?[0-9]|"
    r" since[,.;\" ”])"
)
_WHILE = re.compile(
    rf"(?:while|as|when|then) (?:{_OPENER})(?P<role>{_FREE}{_HEAD}){_END} (?:of|at|for|with) (?P<org>{_ORG})"
)
_POSSESSIVE = re.compile(r"^(?:[A-Za-z’'-]{1,20} ){0,2}[A-Za-z-]{2,20}(?:'s|’s|s'|s’) (?=\S+ )")

_HEAD_ZH = _any(HEADS_ZH)
_MOD_ZH = rf"(?:{_any(MODIFIERS_ZH)}){{0,3}}"
_FORMER = rf"(?:{_any(FORMER_ZH.split())})?"
_AFTER_ZH = r"说表介称认透在和与及等是为将的于也还则率向对从出到因已曾以任告回坦强指解宣笑补接带团"
_WHO_ZH = (
    rf"(?:(?:{_any(LONG_SURNAMES.split())})[\u4e00-\u9fff]{{1,2}}?|"
    rf"[{SURNAMES}][\u4e00-\u9fff][\u4e00-\u9fff]?|{TRANSLITERATED}|{PERSON})"
)
_END_ZH = (
    r"(?=[,，、。；;：:！？”」』）)]|$|等|在|说|表示|介绍|称|认为|透露|回答|指出|解释|宣布|强调|坦言|则|告诉|笑|"
    r"带领|率|领衔|与|和|及|对|向|也|还|于|将|为|是|今年|[0-9]|的|\s|去年|今年|前年|昨|出席|退休|参加|接受|发现|已|曾|就|都|不|没|会|要|以|再|又|正|当|同|获|主持|完成|发表|开|写|"
    r"担任|辞|离|加入|创|出任|拿|看|领导|负责|组织|强|指|坦|回|补|建议|呼吁|希望|透|报告|赶|到|来|走|做|用|把|被|给|从)"
)
_ORG_TAIL = (
    r"(?:大学|学院|研究院|研究所|实验室|公司|集团|医院|银行|协会|基金会|委员会|中心|学校|中学|小学|博物馆|"
    r"图书馆|局|所|台|社|厂|院|部|校|馆)"
)
_ROLE_ZH = re.compile(
    rf"(?P<org>[\u4e00-\u9fffA-Za-z]{{2,20}}?{_ORG_TAIL}的?)?{_FORMER}"
    rf"(?P<role>{_MOD_ZH}(?:{_HEAD_ZH}))(?P<who>{_WHO_ZH}){_END_ZH}"
)
_BESIDE_ZH = re.compile(rf"(?P<role>{_MOD_ZH}(?:{_HEAD_ZH}))[、兼]{_FORMER}$")
_IS_ZH = re.compile(
    rf"(?:^|(?<=[,，。；;、她他]))(?:今年)?(?:也|并|还|同时|后)?(?:是|任|担任|兼任|出任|现任|曾任|升任|当选为?|就任|"
    rf"现为)了?(?P<org>[^,，。；;、]{{0,24}}?)的?{_FORMER}(?P<role>{_MOD_ZH}(?:{_HEAD_ZH}))"
    r"(?=[,，。；;、]|$)"
)
_OF_ZH = re.compile(
    rf"(?<![\u4e00-\u9fff])[均由从在被与和及对向据把将]{{0,2}}"
    rf"(?P<org>[\u4e00-\u9fffA-Za-z]{{2,20}}?{_ORG_TAIL})的?(?P<who>{_WHO_ZH})"
    rf"(?P<role>教授|副教授|研究员|院士|博士|医生)?(?=等|报告|说|表示|介绍|[,，、。；;]|发现|领导|带领)"
)
_NAMED_ZH = re.compile(rf"(?P<who>{_WHO_ZH})(?=今年|[,，](?:男|女|[0-9]{{2}}岁)|是|现任|曾任|任)")

_HEAD_JA = _any(HEADS_JA)
_ROLE_JA = rf"(?P<role>[\u4e00-\u9fff\u30a1-\u30fa\u30fc]{{0,6}}?(?:{_HEAD_JA}))"
_ORG_JA = (
    r"(?P<org>[^、。「」（）はがをに\s]{2,20}?(?:大学|研究所|研究センター|研究機構|会社|社|銀行|病院|協会|庁|省|局|館|"
    r"課|部|市|町|村|県))"
)
_KANJI_JA = (
    r"(?<![\u4e00-\u9fff々ヶ])[\u4e00-\u9fff々ヶ]{2,7}[\u3041-\u3096\u30a1-\u30fa\u30fc]{0,4}"
)
_WHO_JA = rf"(?P<who>{KATAKANA_PERSON}|{PERSON}|{_KANJI_JA})"
_OF_JA = (
    re.compile(rf"(?:{_ORG_JA}の?)?現?{_ROLE_JA}(?:の|、|：|:){_WHO_JA}(?=氏|さん|、|）|\)|$|ら)"),
    re.compile(rf"{_WHO_JA}・{_ORG_JA}の?{_ROLE_JA}"),
    re.compile(rf"{_ORG_JA}の{_WHO_JA}{_ROLE_JA}(?=は|が|ら|も|に|、|。)"),
    re.compile(
        rf"(?<![\u4e00-\u9fff々])(?P<who>[\u4e00-\u9fff々]{{3,5}}?)(?P<role>{_HEAD_JA})(?=は|が|も|に|、|。|ら)"
    ),
    re.compile(
        rf"{_ROLE_JA}には[、]?(?P<before>[^。]{{0,40}}?){_WHO_JA}氏[^。]{{0,16}}?(?:就|着任)"
    ),
)
_BELONGS_JA = re.compile(
    rf"{_ORG_JA}の(?P<who>{PERSON}|[\u4e00-\u9fff々]{{3,5}})(?=氏|さん|ら| et al|が開発|が発表|は[^。]{{0,20}}(?:述べ|話))"
)
_AGES = (
    re.compile(rf"(?P<who>{_NAME}), (?P<age>[1-9][0-9])(?=[,.;])"),
    re.compile(
        rf"(?P<who>{_KANJI_JA}|{KATAKANA_PERSON})(?:氏|さん|選手)?[(（](?P<age>[1-9][0-9])(?:歳)?[)）]"
    ),
    re.compile(rf"(?P<who>{_WHO_ZH})[,，(（]?(?:今年|现年)?(?P<age>[1-9][0-9])岁"),
)
_NO_PERSON_JA = re.compile(r"(?:年|月|日|回|大学|会社|時|分|円|人|件|令和|平成|昭和)$")


@dataclass(slots=True)
class _People:
    """Whom the text has named so far: full names by family name, and the last of them."""

    families: dict[str, str] = field(default_factory=dict)
    last: str = ""

    def meet(self, name: str) -> None:
        if " " in name:
            self.families[name.split()[-1]] = name
        self.last = name

    def full(self, words: str) -> str | None:
        """The person that the words name: in full, by a family name that is known, or he or she."""
        if words in ("He", "She"):
            return self.last or None
        if " " in words:
            return words if is_name(words) else None
        return self.families.get(words)


class Positions:
    """Positions, the organisations they are held at, and ages beside names."""

    name = "positions"
    version = "1"

    def extract(self, reading: Reading) -> Iterable[Claim]:
        maker = Maker(reading=reading, extractor=f"{self.name}@{self.version}")
        people = _People()
        for sentence in reading.sentences:
            if sentence.language == "en":
                for person in _PERSON.finditer(maker.text, sentence.start, sentence.end):
                    if is_name(person.group()):
                        people.families.setdefault(person.group().split()[-1], person.group())
        for sentence in reading.sentences:
            if sentence.end - sentence.start <= 1500:
                yield from _READERS[sentence.language](maker, sentence, people)


def _english(maker: Maker, sentence: Sentence, people: _People) -> Iterator[Claim]:
    text, start, end = maker.text, sentence.start, sentence.end
    if _HEAD_WORDS.isdisjoint(_WORD.findall(text[start:end].lower())):
        yield from _ages(maker, sentence, people, _AGES[0])
        return
    for pattern in (_BEFORE, _BEHIND, _HOLDER, _IS, _MADE):
        for match in pattern.finditer(text, start, end):
            groups = match.groupdict()
            role = groups.get("role") or groups.get("free") or groups.get("bare") or ""
            who = people.full(match["who"])
            if who and not (groups.get("bare") is None and pattern is _BEFORE and _verbs(role)):
                people.meet(who)
                org = groups.get("org") or groups.get("home")
                yield from _holds(maker, who, role, org, match.span())
    for pattern in (_HIS, _WHILE):
        for match in pattern.finditer(text, start, end):
            who = _nearest(text, start, match.start(), people)
            if who:
                yield from _holds(maker, who, match["role"], match["org"], match.span())
    yield from _ages(maker, sentence, people, _AGES[0])


_PERSON = re.compile(PERSON)
_WORD = re.compile(r"[A-Za-z-]{2,24}")
_HEAD_WORDS = frozenset(word.lower() for word in HEADS_EN)
_CAPITAL = re.compile(r"(?<![A-Za-z])[A-Z][A-Za-zÀ-ž'’-]{2,24}")


def _nearest(text: str, start: int, end: int, people: _People) -> str:
    """The person named last before `end` in the sentence, else the last one of the text."""
    names = [m.group() for m in _PERSON.finditer(text, start, end) if is_name(m.group())]
    if names:
        return names[-1]
    known = [m.group() for m in _CAPITAL.finditer(text, start, end) if m.group() in people.families]
    return people.families[known[-1]] if known else people.last


_VERB = re.compile(
    r"(?<![A-Za-z])(?:is|was|are|were|has|had|said|says|to|by|that|which|from|in|on|for|with|and|"
    r"told|gave|made|left)(?![A-Za-z])"
)


def _verbs(role: str) -> bool:
    """Whether the free words before a job hold more than modifiers of it."""
    return _VERB.search(role) is not None


def _holds(maker: Maker, who: str, role: str, org: str | None,
           span: tuple[int, int]) -> Iterator[Claim]:  # fmt: skip
    words = _POSSESSIVE.sub("", role).strip() if role.isascii() else role
    words = _without_organisation(words)
    if not words or words.lower() in ("general", "chief", "officer", "executive", "keeper"):
        return
    named = organisation_named(maker.reading, name_in(org.strip(" 的の"))) if org else ""
    more = {"organisation": named} if named else {}
    yield from maker.made(who, "position", Text(value=words), span, more=more)
    if named:
        yield from maker.made(who, "affiliation", entity(named), span)


_LAST_PART = re.compile(r"^.* (?:of|about|by|for|to|in|from|with|as) (?:the |an? )?(?=\S)")
_CAPITALS = re.compile(rf"^(?:(?!{_MOD})[A-Z][A-Za-z’'-]{{1,20}} )+(?=[a-z])")


def _without_organisation(role: str) -> str:
    """`Pellucid engineer` is an engineer; `Finance secretary` stays. Of words that reach back
    over a preposition (`office of First Minister`) the last part is the job."""
    return _CAPITALS.sub("", _LAST_PART.sub("", role))


def _chinese(maker: Maker, sentence: Sentence, people: _People) -> Iterator[Claim]:
    text, start, end = maker.text, sentence.start, sentence.end
    taken: list[int] = []
    words = text[start:end]
    held = any(head in words for head in HEADS_ZH)
    for match in _ROLE_ZH.finditer(text, start, end) if held else ():
        who = _trimmed(match["who"])
        if who:
            people.meet(who)
            taken.append(match.start("who"))
            org = _employer(match["org"]) if match["org"] else None
            org = org if org and _is_organisation(org) else None
            yield from _holds(maker, who, match["role"], org, (match.start("role"), match.end()))
            beside = _BESIDE_ZH.search(
                text, max(start, match.start("role") - 14), match.start("role")
            )
            if beside:
                yield from _holds(maker, who, beside["role"], None, (beside.start(), match.end()))
    for match in _NAMED_ZH.finditer(text, start, end):
        people.meet(_trimmed(match["who"]) or people.last)
    for match in _IS_ZH.finditer(text, start, end) if held and people.last else ():
        if people.last:
            org = match["org"].strip() if _is_organisation(match["org"]) else None
            yield from _holds(maker, people.last, match["role"], org, match.span())
    for match in _OF_ZH.finditer(text, start, end):
        who = _trimmed(match["who"])
        if who and match.start("who") not in taken:
            named = organisation_named(maker.reading, _employer(match["org"]))
            yield from maker.made(who, "affiliation", entity(named), match.span())
            if match["role"]:
                yield from _holds(maker, who, match["role"], None, match.span())
    yield from _ages(maker, sentence, people, _AGES[2])


_ORGANISATION = re.compile(rf"[^该本这那其]{{2,24}}{_ORG_TAIL}的?")


def _is_organisation(words: str) -> bool:
    return _ORGANISATION.fullmatch(words.strip()) is not None


_LEAD_ZH = re.compile(r"^.*[由被向对在从给让据是]")
_HONORIFIC = re.compile(r"(?:氏|さん|選手|様|君|容疑者|被告|先生|だ|ら|が|は|も).*$")


def _employer(words: str) -> str:
    """The organisation without what a Chinese sentence puts before it: 由某实验室."""
    bare = _LEAD_ZH.sub("", words)
    return bare if len(bare) >= 3 else words


def _trimmed(name: str) -> str:
    """A Chinese name without the verb that follows it, where the pattern took one along."""
    if len(name) == 3 and name[2] in _AFTER_ZH:
        return name[:2]
    return name.strip()


def _japanese(maker: Maker, sentence: Sentence, people: _People) -> Iterator[Claim]:
    text, start, end = maker.text, sentence.start, sentence.end
    held = any(head in text[start:end] for head in HEADS_JA)
    for pattern in _OF_JA if held else ():
        for match in pattern.finditer(text, start, end):
            who = _HONORIFIC.sub("", match["who"].strip())
            if len(who) < 2 or _NO_PERSON_JA.search(who):
                continue
            people.meet(who)
            org = match.groupdict().get("org")
            yield from _holds(maker, who, match["role"].lstrip("現"), org, match.span())
    for match in _BELONGS_JA.finditer(text, start, end):
        named = organisation_named(maker.reading, match["org"])
        yield from maker.made(match["who"], "affiliation", entity(named), match.span())
    yield from _ages(maker, sentence, people, _AGES[1])


def _ages(maker: Maker, sentence: Sentence, people: _People,
          pattern: re.Pattern[str]) -> Iterator[Claim]:  # fmt: skip
    """The age that stands at a name: `Roe, 52,`, 某某（68）, 某某今年47岁."""
    for match in pattern.finditer(maker.text, sentence.start, sentence.end):
        who = (
            people.full(match["who"])
            if match["who"].isascii()
            else _HONORIFIC.sub("", _trimmed(match["who"]))
        )
        if who and not _NO_PERSON_JA.search(who):
            value = Quantity(value=Decimal(match["age"]), unit="year", dimension="age",
                             as_written=match["age"])  # fmt: skip
            yield from maker.made(who, "age", value, match.span())


def _other(maker: Maker, sentence: Sentence, people: _People) -> Iterator[Claim]:
    return iter(())


_READERS = {"en": _english, "zh": _chinese, "ja": _japanese, "und": _other}
