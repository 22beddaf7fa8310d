"""People and what they do: who founded, joined, left, leads or works at what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from factcheck.claims.clauses import Sentence
from factcheck.claims.making import Maker, entity, organisation_named
from factcheck.claims.names import ANY_PERSON, CHINESE_PERSON, SEPARATORS, is_name
from factcheck.claims.reading import Reading
from factcheck.model import Claim, Date, EntityList, Text, Year

_ROLE_ZH = (
    r"(?:首席(?:执行官|技术官|科学家|财务官|运营官|产品官|研究官|安全官|信息官|战略官)|"
    r"董事长|总裁|副总裁|总经理|总监|主任|院长|所长|校长|副?教授|"
    r"助理教授|副研究员|研究员|科学家|工程师|负责人|主管|高管|合伙人|发言人|部长|总理|"
    r"总统|主席|秘书长|局长|市长|主编|CEO|CTO|CFO|COO)"
)
_ROLE_EN = (
    r"(?:(?:chief (?:executive|technology|technical|scientific|financial|operating|"
    r"product|research)(?: officer)?|chief scientist|"
    r"chairman|chairwoman|chair|president|vice president|director|head|dean|"
    r"(?:associate |assistant |adjunct |visiting )?professor|"
    r"researcher|research scientist|scientist|engineer|member|partner|spokesperson|"
    r"spokesman|spokeswoman|minister|"
    r"secretary|mayor|editor|manager|lead|CEO|CTO|CFO|COO|postdoc|fellow|analyst|executive)s?"
    r"(?: of [a-z][a-z ]{2,40}?)?)"
)
_ROLE_JA = (
    r"(?:最高経営責任者|最高技術責任者|社長|副社長|会長|代表取締役|取締役|教授|准教授|"
    r"助教|研究員|主任研究員|所長|部長|"
    r"エンジニア|科学者|研究者|代表|首相|大統領|大臣|知事|市長|議長|CEO|CTO|CFO|COO|"
    r"責任者|ディレクター)"
)
_ORG = r"(?P<org>[^,，。、;；:：()（）\n]{1,60}?)"
_ORG_EN = (
    r"(?P<org>(?:the )?[A-Z0-9][\w.&'’-]{0,30}(?:(?: (?:of|for|and|the|at|"
    r"&))? [A-Z0-9][\w.&'’-]{0,30}){0,6})"
)
_END_EN = r"(?=[ ,.;:)\n]|$)"


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern that follows a list of people, and what it says of each of them. `continued` is
    the same without the particle that a subject has in Japanese, for later in the sentence."""

    predicate: str
    pattern: re.Pattern[str]
    continued: re.Pattern[str]
    role: bool = False


_PARTICLE = ("(?:氏|さん)?(?:は|が)[、]?", "(?:氏|さん)?(?:は|が|も)[、]?")


def _rule(predicate: str, pattern: str, *, role: bool = False) -> Rule:
    later = pattern
    for particle in _PARTICLE:
        later = later.removeprefix(particle)
    return Rule(predicate, re.compile(pattern), re.compile(later), role)


_ALL_ZH = r"\s?(?:全部|全都|全|都|均|皆|也|分别|二人|两人|三人|等人)?"
_RULES: tuple[Rule, ...] = (
    _rule(
        "cofounder_of",
        _ALL_ZH
        + r"(?:都|均)?(?:曾)?(?:是|为|系|成为)了?\s?"
        + _ORG
        + r"\s?的?(?:联合创始人|共同创始人|联合创办人|共同创办人|创始人之一|联创)",
    ),
    _rule("founder_of", _ALL_ZH + r"(?:是|为|系)\s?" + _ORG + r"\s?的?(?:创始人|创办人)(?!之一)"),
    _rule(
        "cofounder_of",
        _ALL_ZH + r"(?:后来|随后|之后|于[^,，。]{1,16})?(?:共同|联合)(?:创立|创办|创建|"
        r"成立)了?\s?" + _ORG + r"(?=[,，。;；、]|$)",
    ),
    _rule(
        "founder_of",
        _ALL_ZH
        + r"(?:后来|随后|之后|于[^,，。]{1,16})?(?:创立|创办|创建)了\s?"
        + _ORG
        + r"(?=[,，。;；、]|$)",
    ),
    _rule(
        "joined_organisation",
        _ALL_ZH + r"(?:已|已经|将|于[^,，。]{1,16}?|后来|随后|也|重新|宣布|正式){0,3}(?:加入|入职|"
        r"加盟|跳槽到|跳槽至)了?\s?" + _ORG + r"(?:的(?P<role>[^,，。;；]{1,20})|"
        r"担任(?P<role2>[^,，。;；]{1,20}))?(?=[,，。;；、]|$)",
        role=True,
    ),
    _rule(
        "left_organisation",
        _ALL_ZH + r"(?:已|已经|将|于[^,，。]{1,16}?|也|宣布|正式){0,3}(?:离开|辞去|退出|"
        r"告别)了?\s?" + _ORG + r"(?=[,，。;；、]|后|并|$)",
    ),
    _rule(
        "left_organisation",
        _ALL_ZH
        + r"(?:已|已经|于[^,，。]{1,16}?|也|悉数|先后|陆续){0,3}从\s?"
        + _ORG
        + r"\s?(?:离职|辞职|退休)",
    ),
    _rule(
        "remains_at",
        _ALL_ZH
        + r"(?:仍然|仍旧|仍|依然|依旧|还|继续)(?:就职于|任职于|留在|在)\s?"
        + _ORG
        + r"(?:工作|任职|就职)?(?=[,，。;；]|$)",
    ),
    _rule(
        "affiliation",
        _ALL_ZH + r"(?:是|为|现任|担任|出任|就任|任|现为|曾任|"
        r"将担任)\s?(?P<post>[^,，。;；、]{0,50}?" + _ROLE_ZH + ")",
        role=True,
    ),
    _rule(
        "affiliation",
        _ALL_ZH
        + r"(?:来自|就职于|任职于|供职于|隶属于|毕业于)\s?"
        + _ORG
        + r"(?=[,，。;；、)）]|$)",
    ),
    _rule(
        "cofounder_of",
        r" (?:are|is|were|was|became)(?: all| both| also)? (?:the |a |"
        r"one of the )?(?:original )?co-?founders? (?:of|at) " + _ORG_EN + _END_EN,
    ),
    _rule(
        "cofounder_of",
        r" (?:later |also |then |jointly |together )?(?:co-?founded) " + _ORG_EN + _END_EN,
    ),
    _rule(
        "cofounder_of",
        r", (?:the |a )?(?:two |three |four )?co-?founders? (?:of|at) " + _ORG_EN + _END_EN,
    ),
    _rule(
        "founder_of",
        r" (?:are|is|were|was) (?:all |both |also )?(?:the )?founders? of " + _ORG_EN + _END_EN,
    ),
    _rule("founder_of", r" (?:later |also |then )?founded " + _ORG_EN + _END_EN),
    _rule(
        "joined_organisation",
        r" (?:has |have |had |later |also |both |all |then |will |re-?)*(?:joined|joins|"
        r"join|rejoined|moved to|moves to) "
        + _ORG_EN
        + r"(?:(?:,| )? ?as (?!well)(?:an? |its |the |"
        r"their )?(?P<role>[a-z][a-z -]{2,50}))?" + _END_EN,
        role=True,
    ),
    _rule(
        "left_organisation",
        r" (?:has |have |had |later |also |both |all |then |will |recently )*(?:left|"
        r"leaves|leave|departed|departs|quit|quits|resigned from|stepped down from|"
        r"exited) " + _ORG_EN + _END_EN,
    ),
    _rule(
        "remains_at",
        r" (?:remains?|stays?|(?:is|are) still|continues?(?: to work)?|still works?) (?:at|"
        r"with) " + _ORG_EN + _END_EN,
    ),
    _rule(
        "affiliation",
        r",? (?:is|are|was|were|became|becomes)?,? ?(?:an? |the |its |now |currently |"
        r"also )*(?P<role>" + _ROLE_EN + r") (?:at|of|for|with) " + _ORG_EN + _END_EN,
        role=True,
    ),
    _rule("affiliation", r" (?:works?|worked|is based|are based) (?:at|for) " + _ORG_EN + _END_EN),
    _rule(
        "cofounder_of",
        r"(?:氏|さん)?(?:は|が)[、]?(?:いずれも|全員|ともに|後に|その後|共に)?[、]?"
        + _ORG
        + r"(?:の(?:共同創業者|共同設立者|共同創設者)|を共同(?:で)?(?:創業|設立|創設))",
    ),
    _rule(
        "founder_of",
        r"(?:氏|さん)?(?:は|が)[、]?(?:後に|その後)?[、]?(?:[^。、]{1,16}?で)?"
        + _ORG
        + r"(?:の(?:創業者|創設者|設立者)|を(?:創業|設立|創設))",
    ),
    _rule(
        "joined_organisation",
        r"(?:氏|さん)?(?:は|が|も)[、]?(?:いずれも|全員|ともに|後に|"
        r"その後)?[、]?(?:[^。、]{0,16}に)?"
        + _ORG
        + r"(?:に|へ)(?:入社|移籍|加わ|参加|加入|転職|復帰|合流)",
    ),
    _rule(
        "left_organisation",
        r"(?:氏|さん)?(?:は|が|も)[、]?(?:いずれも|全員|ともに|すでに|"
        r"既に)?[、]?(?:[^。、]{0,16}に)?"
        + _ORG
        + r"を(?:退社|退職|離れ|辞め|去っ|去り|辞任|離職|退任)",
    ),
    _rule(
        "remains_at",
        r"(?:氏|さん)?(?:は|が)[、]?(?:現在も|今も|引き続き|依然として)[、]?"
        + _ORG
        + r"に(?:在籍|残っ|残り|所属|勤務|とどま)",
    ),
    _rule(
        "affiliation",
        r"(?:氏|さん)?(?:は|が)[、]?(?:現在|現)?[、]?"
        + _ORG
        + r"(?:の(?P<role>[^。、]{0,16}?"
        + _ROLE_JA
        + r")|に所属|に勤務)",
        role=True,
    ),
)
_SUFFIX = re.compile(
    r"[^的]{1,30}?(?:大学|学院|研究院|研究所|实验室|公司|集团|医院|银行|协会|基金会|"
    r"委员会|中心|[A-Za-z]{2,20}(?=[\u4e00-\u9fff]))"
)
_THESIS = re.compile(r"\s?[:：]\s?(?P<what>[^,，。;；:：\n]{6,120})")
_TITLE = re.compile(
    r"(?:CEO|CTO|CFO|COO|Dr|Prof|Professor|Mayor|President|Judge|Minister|Chancellor|"
    r"Senator|Governor|"
    r"Mr|Mrs|Ms|Sir|King|Queen|Chief|Director|Author|Captain|General|Secretary|"
    r"Chairman)\.? (?=[A-Z])"
)
_PRONOUN = re.compile(r"(?P<who>[他她](?!们)|(?:He|She)(?![A-Za-z])|彼女?(?=は|が)|同氏(?=は|が))")
_FAMILY = re.compile(r"(?<![A-Za-z])[A-ZÀ-Þ][A-Za-zÀ-ž'’-]{2,24}(?![A-Za-z])")
_JOINT = re.compile(
    r"[,，、;；]\s?(?:并|也|又|后|随后|后来|之后)?|(?<=[a-z0-9])(?:, and|, then| and|"
    r" but| then|,)(?= [a-z])|で、|し、"
)
_FOUNDED_BY = re.compile(
    r"(?P<en>(?:the )?[A-Z][A-Za-z0-9.&'-]{0,30}(?: [A-Z][A-Za-z0-9.&'-]{0,30}){0,4}),?"
    r" (?:was |is |were )?(?:co-?)?founded"
    r"(?: [a-z0-9A-Z ]{1,40}?)?(?: in [A-Za-z0-9 ]{3,24})? by (?:[a-z0-9 ]{1,40}?[,:]? )?$|"
    r"(?i:co-?founders?) of (?P<en2>[A-Z][A-Za-z0-9.&' -]{1,50}?) (?:are|is|include|"
    r"includes|were)(?: [a-z ]{1,20})?:? $|"
    r"(?P<zh>[^,，。;；\s][^,，。;；]{1,30}?)\s?(?:于[^,，。]{1,16})?由\s?$|"
    r"(?P<zh2>[^,，。;；\s][^,，。;；]{1,30}?)\s?的(?:联合|共同)?创始人(?:是|为|包括|"
    r"有|分别是|:|：)\s?$|"
    r"(?P<ja>[^、。\s][^、。]{1,30}?)の(?:共同)?(?:創業者|設立者|創設者)(?:は|には|として|、|:|：)$"
)
_AUTHORS_BEFORE = re.compile(
    r"(?P<zh>(?:第一|通讯|共同|合著|其中一位|论文|几位|主要)?(?:的)?(?:合著者|"
    r"作者)(?:包括|有|是|为|:|：|——)?)\s?$|"
    r"(?P<en>(?i:(?:co-?)?authors?|written by|authored by)(?: (?:are|is|include|"
    r"includes))?[ ,:]{1,2})$|"
    r"(?P<ja>(?:共著者|著者)(?:の|である|は|には|、|:|：))$"
)
_OF_PAPER = re.compile(
    r"(?:该|这篇|此)论文的\s?$|(?i:of (?:the|this) paper,? )$|(?:この|同)論文の\s?$"
)
_CONTINUED = re.compile(
    r"(?P<also>(?:同时|并且|并|也|还|且|兼)(?:是|为|任|担任|"
    r"兼任))\s?(?P<org>[^,，。、;；]{1,50}?)\s?的?"
    r"(?P<role>联合创始人|共同创始人|创始人之一|创始人)"
)


@dataclass(frozen=True, slots=True)
class People:
    """A coordinated list of persons in a text."""

    start: int
    end: int
    names: tuple[str, ...]


_CHINESE_LIST = re.compile(
    rf"(?<![\u4e00-\u9fff]){CHINESE_PERSON}(?:[、和与]{CHINESE_PERSON}){{0,20}}?"
    r"(?=(?:全部|都|均|皆|也|已|已经|将|曾|于[^,，。]{1,16}?){0,3}(?:是|为|加入|入职|"
    r"加盟|离开|辞去|担任|出任|现任|创立|创办|共同创|联合创|来自|仍|毕业于|就职于|任职于|供职于|隶属于))"
)


class Persons:
    """Founders, joiners, leavers, affiliations, positions and authors of running text."""

    name = "people"
    version = "1"

    def extract(self, reading: Reading) -> Iterable[Claim]:
        maker = Maker(reading=reading, extractor=f"{self.name}@{self.version}")
        known = _Known()
        for sentence in reading.sentences:
            if sentence.end - sentence.start > 1500:
                continue
            lists = known.complete(reading, sentence, _lists(reading, sentence))
            yield from _of_lists(maker, sentence, lists)


class _Known:
    """People named so far: their family names, and who he or she is."""

    def __init__(self) -> None:
        self._families: set[str] = set()
        self._last: str | None = None
        self._section: int | None = None

    def complete(self, reading: Reading, sentence: Sentence, lists: list[People]) -> list[People]:
        """The lists with the people that are meant by a family name or a pronoun."""
        section = reading.subjects.section(sentence.block)
        first = section.first if section else -1
        if first != self._section:
            self._section, self._last = first, None
        text = reading.document.text
        more = list(lists)
        pronoun = _PRONOUN.match(text, sentence.start, sentence.end)
        if pronoun and self._last:
            more.append(People(sentence.start, pronoun.end("who"), (self._last,)))
        for match in _FAMILY.finditer(text, sentence.start, sentence.end):
            inside = any(p.start <= match.start() < p.end for p in lists)
            if match.group() in self._families and not inside:
                more.append(People(match.start(), match.end(), (match.group(),)))
        for people in lists:
            self._families.update(name.split()[-1] for name in people.names if " " in name)
            self._last = people.names[-1]
        return sorted(more, key=lambda p: (p.start, p.end))


def _lists(reading: Reading, sentence: Sentence) -> list[People]:
    """Persons in the sentence, those joined by list separators together."""
    text = reading.document.text
    lists: list[People] = []
    for match in ANY_PERSON.finditer(text, sentence.start, sentence.end):
        words = match.group()
        if match["ja"] and sentence.language != "ja":
            continue
        if match["latin"] and (not is_name(words) or reading.entities.kind(words)
                               in ("organisation", "place", "term")):  # fmt: skip
            continue
        title = _TITLE.match(words)
        start = match.start() + (title.end() if title else 0)
        words = words[title.end() :] if title else words
        if match["latin"] and " " not in words and not title:
            continue
        between = text[lists[-1].end : start] if lists else ""
        if lists and len(between) <= 8 and SEPARATORS.fullmatch(between.strip(" ") or "x"):
            last = lists[-1]
            lists[-1] = People(last.start, match.end(), (*last.names, words))
        else:
            lists.append(People(start, match.end(), (words,)))
    if sentence.language == "zh":
        for match in _CHINESE_LIST.finditer(text, sentence.start, sentence.end):
            names = tuple(re.split("[、和与]", match.group()))
            lists.append(People(match.start(), match.end(), names))
    return lists


def _of_lists(maker: Maker, sentence: Sentence, lists: list[People]) -> Iterator[Claim]:
    text = maker.reading.document.text
    for people in lists:
        following = min((p.start for p in lists if p.start >= people.end), default=sentence.end)
        yield from _said_of(maker, sentence, people, following)
        thesis = _THESIS.match(text, people.end, sentence.end)
        if thesis and len(people.names) == 1 and sentence.language in ("zh", "ja"):
            what, span = thesis["what"].strip(), (people.start, thesis.end())
            if what and not what.isascii():
                yield from maker.made(people.names[0], "finding", Text(value=what), span,
                                      modality="reported")  # fmt: skip
        yield from _authors(maker, sentence, people, lists)
        yield from _founders(maker, sentence, people)
        match = _CONTINUED.search(text, people.end, sentence.end)
        if match and people is lists[0]:
            predicate = "founder_of" if match["role"] == "创始人" else "cofounder_of"
            yield from _each(maker, people, predicate, match["org"], match.span())


def _said_of(maker: Maker, sentence: Sentence, people: People, limit: int) -> Iterator[Claim]:
    """What the sentence says of the people right behind their names, and after each joint of the
    sentence (`, and`, 、, 并) up to the next names."""
    text = maker.reading.document.text
    done: set[str] = set()
    places = [people.end, *(m.end() for m in _JOINT.finditer(text, people.end, limit))][:8]
    for order, place in enumerate(places):
        for rule in _RULES:
            pattern = rule.continued if order else rule.pattern
            match = pattern.match(text, place, sentence.end)
            if match and match.start() < limit and rule.predicate not in done:
                done.add(rule.predicate)
                start = people.start if order == 0 or place - people.start <= 40 else place
                yield from _says(maker, people, rule, match, start)
                break


def _authors(maker: Maker, sentence: Sentence, people: People,
             lists: list[People]) -> Iterator[Claim]:  # fmt: skip
    """`该论文的作者 A、B`, `its authors are A and B`: authors of the section's work. Where all the
    sentence speaks of people of the paper, all of them are."""
    text = maker.reading.document.text
    before = text[max(sentence.start, people.start - 24) : people.start]
    of_paper = _OF_PAPER.search(before)
    named = of_paper or _AUTHORS_BEFORE.search(before)
    if named is None:
        return
    names, end = people.names, people.end
    if of_paper:
        names = tuple(name for one in lists for name in one.names)
        end = max(one.end for one in lists)
    work = maker.reading.subjects.work(sentence.block)
    start = people.start - len(before) + named.start()
    yield from maker.made(work, "author", EntityList(values=names), (start, end))


def _founders(maker: Maker, sentence: Sentence, people: People) -> Iterator[Claim]:
    """`X was founded by A and B`, `X 由 A、B 创立`, `Xの共同創業者はA、B`."""
    text = maker.reading.document.text
    match = _FOUNDED_BY.search(text, max(sentence.start, people.start - 120), people.start)
    if match is None or match.end() != people.start:
        return
    groups = match.groupdict()
    org = groups["en"] or groups["en2"] or groups["zh"] or groups["zh2"] or groups["ja"] or ""
    if groups["zh"] and not re.match(
        r"\s?(?:共同|联合|等人)?(?:创立|创办|创建|成立)", text[people.end : people.end + 8]
    ):
        return
    alone = (
        len(people.names) == 1
        and "co" not in match.group().lower()
        and (not re.search("共同|联合|之一", match.group()))
    )
    predicate = "founder_of" if alone else "cofounder_of"
    yield from _each(maker, people, predicate, org, (match.start(), people.end))


def _says(maker: Maker, people: People, rule: Rule, match: re.Match[str],
          start: int) -> Iterator[Claim]:  # fmt: skip
    span = (start, match.end())
    groups = match.groupdict()
    org, role = groups.get("org") or "", groups.get("role") or groups.get("role2") or ""
    if groups.get("post"):
        org, role = _post(maker, groups["post"])
    yield from _each(maker, people, rule.predicate, org, span)
    if rule.role and role.strip():
        named = organisation_named(maker.reading, org)
        for name in people.names:
            yield from maker.made(name, "position", Text(value=role.strip()), span,
                                  more={"organisation": named} if named else {})  # fmt: skip


def _post(maker: Maker, words: str) -> tuple[str, str]:
    """Organisation and role in `复旦大学化学系教授`: a known name at the head, else words
    up to a suffix of organisations, else up to the last 的."""
    known = maker.reading.entities.mentions(words)
    if known and known[0].start == 0 and known[0].kind == "organisation":
        return words[: known[0].end], words[known[0].end :].strip(" 的")
    suffix = _SUFFIX.match(words)
    if suffix:
        return suffix.group(), words[suffix.end() :].strip(" 的")
    head, found, role = words.rpartition("的")
    return (head, role) if found else ("", words)


def _each(maker: Maker, people: People, predicate: str, org: str,
          span: tuple[int, int]) -> Iterator[Claim]:  # fmt: skip
    value = organisation_named(maker.reading, org)
    if not value:
        return
    more = _when(maker, span)
    for name in people.names:
        yield from maker.made(name, predicate, entity(value), span, more=more)


def _when(maker: Maker, span: tuple[int, int]) -> dict[str, str]:
    """The date stated in the words or right behind them: `left OpenAI in May 2024`."""
    for found in maker.reading.values_in(span[0], span[1] + 24):
        if isinstance(found.value, Date) and found.value.value[0] != "X":
            return {"as_of": found.value.value}
        if isinstance(found.value, Year):
            return {"as_of": str(found.value.value)}
    return {}
