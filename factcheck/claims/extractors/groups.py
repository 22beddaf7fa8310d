"""Groups and institutions: who is credited with a work, where its authors are, whose team it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factcheck.claims.clauses import Sentence
from factcheck.claims.grammar.clause_subjects import TEAM
from factcheck.claims.making import Maker, entities, entity, organisation_named
from factcheck.claims.names import split_list
from factcheck.claims.reading import Reading
from factcheck.model import Claim, Value
from factcheck.sources.document import Section

_NUMBER = "[二两三四五六七八九十]{1,2}"
_GROUP_ZH = re.compile(
    r"(?P<group>(?:(?:其他|其余|大部分|大多数|多数|部分|所有|全部|几位|数位|多位|"
    r"剩下的|这些|两位|三位)(?:的)?(?:合著者|作者|成员|创始人|员工)们?|"
    rf"[^,，。;；—]{{0,24}}(?:论文|团队|小组){_NUMBER}(?:子|杰|位作者|人|名作者)|"
    rf"(?:合著者|作者)们?))"
    r"(?:目前|现在|如今)?(?:都|均|也|全部|全)?(?:(?:仍然|仍旧|仍|依然|依旧|"
    r"还)(?:留)?在(?P<stay>[^,，。;；:：]{1,40})|"
    r"(?:已经|已|全部|均|都)?(?:悉数|先后|陆续|全部|均|都)?(?:离职|离开|出走|"
    r"离去)了?(?!后|之后|的|时|前)(?P<left>[^,，。;；:：]{0,30}))"
)
_GROUP_EN = re.compile(
    r"(?P<group>(?i:(?:the )?(?:other|remaining|most(?: of the)?|all(?: of the)?|"
    r"some(?: of the)?|several|"
    r"(?:two|three|four|five|six|seven|eight|nine|ten)(?: of the)?) (?:co-?)?authors)) "
    r"(?:(?:remain(?:s|ed)?|are still|stayed|"
    r"still work)(?: working)? at (?P<stay>[A-Z][\w.&' -]{1,60}?)|"
    r"(?:have |had |has )?(?:since )?left (?P<left>[A-Z][\w.&' -]{1,60}?))(?=[.,;:]|$|"
    r" and | while )"
)
_GROUP_JA = re.compile(
    r"(?P<group>(?:他の|その他の|残りの|大半の|多くの|すべての|"
    r"全)?(?:共)?著者(?:の大半|の多く|全員|ら)?)(?:は|が)[、]?(?:現在も|今も|引き続き|"
    r"すでに|全員)?[、]?"
    r"(?:(?P<stay>[^、。]{1,30}?)に(?:在籍|残っ|残り|所属)|"
    r"(?P<left>[^、。]{1,30}?)を(?:退社|退職|離れ|去っ))"
)
_EXECUTIVES = re.compile(
    r"(?:包括|包含|来自|有)\s?(?P<list>[A-Z][^,，。;；的]{2,120}?)\s?的(?P<role>高管|"
    r"员工|研究员|工程师|教授|科学家|创始人|负责人|研究人员)"
)
_LED = re.compile(
    r"(?P<who>(?:[A-ZÀ-Þ][A-Za-zÀ-ž'’.-]{1,24}[ ]?){1,3}|"
    r"[\u4e00-\u9fff·]{2,8}?)\s?(?:领导|率领|带领|主持|牵头)的\s?"
    r"(?P<what>研究小组|研究团队|实验室|团队|小组|课题组|研究组)"
)
_LED_EN = re.compile(
    r"(?:led|headed|directed) by (?P<who>(?:[A-Z][A-Za-z'’.-]{1,24} ?){2,4}) (?:of|at|"
    r"from) (?P<org>[A-Z][\w.&' -]{1,60}?)(?=[.,;]|$)"
)
_CREDIT = re.compile(
    r"(?:提出|推出|介绍|开发|发布|研发|设计|打造|公布|开源|训练|构建)(?:了|的|出)|"
    r"(?:が|の)(?:開発|提案|発表|公開)し|"
    r"(?i: (?:introduced|introduces|presented|presents|proposed|proposes|developed|"
    r"develops|released|unveiled|launched|built|trained))(?![A-Za-z])"
)
_POSSESSIVE = re.compile(
    r"(?:['’]s (?:new |latest |own )?|の(?:新しい|最新の|新たな)?|的(?:新|"
    r"最新)?)(?P<what>[A-Z][A-Za-z0-9.-]{1,30})"
)
_UNIT = re.compile(r"^(?P<parent>[^—–:：]{2,40}?)\s?(?:——|—|–| - )\s?(?P<unit>[^—–]{2,60})$")


class Groups:
    """Institutions of works, teams, groups of authors."""

    name = "groups"
    version = "1"

    def extract(self, reading: Reading) -> Iterable[Claim]:
        maker = Maker(reading=reading, extractor=f"{self.name}@{self.version}")
        yield from _headings(maker)
        for sentence in reading.sentences:
            if sentence.end - sentence.start > 1500:
                continue
            yield from _authors(maker, sentence)
            yield from _led(maker, sentence)
            yield from _credited(maker, sentence)


def _made(maker: Maker, subject: str, predicate: str, value: Value | None, span: tuple[int, int],
          **more: str) -> Iterator[Claim]:  # fmt: skip
    claim = maker.claim(subject, predicate, value, span, more=more)
    if claim:
        yield claim


def _headings(maker: Maker) -> Iterator[Claim]:
    """A heading that is an organisation credits it with the works below; `A — B` says that B is
    a unit of A."""
    reading = maker.reading
    document = reading.document
    for number, section in enumerate(document.sections):
        if section.heading is None:
            continue
        organisation = heading_organisation(reading, section)
        if organisation is None:
            continue
        block = document.blocks[section.heading]
        words = document.text[block.content.start : block.content.end]
        unit = _UNIT.match(words)
        if unit:
            at = block.content.start
            yield from _made(maker, unit["unit"].strip(), "unit_of", entity(organisation),
                             (at, at + len(words)))  # fmt: skip
        for child in document.sections:
            if (
                child.parent == number
                and child.heading is not None
                and reading.subjects.is_paper(child.heading)
            ):
                yield from _made(maker, child.subject, "institution_of_work",
                                 entity(organisation), (block.start, block.end),
                                 scope="section heading")  # fmt: skip


def heading_organisation(reading: Reading, section: Section) -> str | None:
    """The organisation that a section's heading names, None when it names none."""
    if section.heading is None:
        return None
    block = reading.document.blocks[section.heading]
    words = reading.document.text[block.content.start : block.content.end].strip(" :：")
    unit = _UNIT.match(words[:120])
    words = unit["parent"].strip() if unit else words
    link = reading.entities.link(words)
    return link.entity if link and link.kind == "organisation" else None


def _organisation_above(reading: Reading, block: int) -> str | None:
    sections = reading.document.sections
    section = reading.subjects.section(block)
    for _ in range(8):
        if section is None:
            return None
        found = heading_organisation(reading, section)
        if found:
            return found
        section = sections[section.parent] if section.parent is not None else None
    return None


def _authors(maker: Maker, sentence: Sentence) -> Iterator[Claim]:
    """`其余作者仍在 X`, `most of the authors remain at X`."""
    reading = maker.reading
    text = reading.document.text
    subject = f"authors of {reading.subjects.work(sentence.block)}"
    pattern = {"zh": _GROUP_ZH, "ja": _GROUP_JA}.get(sentence.language, _GROUP_EN)
    for match in pattern.finditer(text, sentence.start, sentence.end):
        predicate = "remains_at" if match["stay"] else "left_organisation"
        group = "stay" if match["stay"] else "left"
        names = tuple(
            organisation_named(reading, text[a:b]) for a, b in split_list(text, *match.span(group))
        )
        names = tuple(name for name in names if name)
        if not names:
            above = _organisation_above(reading, sentence.block)
            if above is None:
                continue
            names = (above,)
        yield from _made(maker, subject, predicate, entities(names), match.span(),
                         scope=match["group"])  # fmt: skip
    executives = _EXECUTIVES.search(text, sentence.start, sentence.end)
    if executives and sentence.language == "zh":
        items = split_list(text, *executives.span("list"))
        values = tuple(organisation_named(reading, text[a:b]) for a, b in items)
        yield from _made(maker, subject, "affiliation", entities(values), executives.span(),
                         role=executives["role"])  # fmt: skip


def _led(maker: Maker, sentence: Sentence) -> Iterator[Claim]:
    """`X 大学 P 领导的团队、Q 领导的实验室`: P and Q belong to X."""
    reading = maker.reading
    text = reading.document.text
    known = reading.mentions_in(sentence.start, sentence.end, "organisation")
    found: list[tuple[str, int, int]] = []
    for match in _LED.finditer(text, sentence.start, sentence.end):
        before = [m for m in known if m.start < match.start("what")]
        if not before:
            continue
        last = before[-1]
        who = text[max(match.start("who"), last.end) : match.end("who")].strip()
        if not who:
            continue
        inside = last.end > match.start()
        start = last.start if inside or match.start() - last.end <= 2 else match.start()
        if not found or found[-1][0] != last.entity:
            found.append((last.entity, last.start, match.end()))
        else:
            start = last.start
            found[-1] = (last.entity, found[-1][1], match.end())
        yield from _made(maker, who, "affiliation", entity(last.entity),
                         (start, match.end()), role="leader")  # fmt: skip
    if found and reading.subjects.is_paper(sentence.block):
        names = tuple(dict.fromkeys(name for name, _, _ in found))
        yield from _made(maker, reading.subjects.work(sentence.block), "institution_of_work",
                         entities(names),
                         (found[0][1], found[-1][2]))  # fmt: skip
    for match in _LED_EN.finditer(text, sentence.start, sentence.end):
        organisation = entity(organisation_named(reading, match["org"]))
        yield from _made(maker, match["who"].strip(), "affiliation", organisation, match.span())


def _credited(maker: Maker, sentence: Sentence) -> Iterator[Claim]:
    """An organisation that introduces, develops or publishes something is credited with it."""
    reading = maker.reading
    text = reading.document.text
    for mention in reading.mentions_in(sentence.start, sentence.end, "organisation", "place"):
        team = TEAM.match(text, mention.end, sentence.end)
        if team:
            end = min(sentence.end, team.end() + 12)
            clause = next((c for c in reading.clauses_of.get(_index(reading, sentence), ())
                           if c.start <= mention.start < c.end), None)  # fmt: skip
            yield from _made(maker, text[mention.start : team.end()].strip(), "affiliation",
                             entity(mention.entity),
                             (mention.start, clause.end if clause else end))  # fmt: skip
        if mention.kind != "organisation":
            continue
        owned = _POSSESSIVE.match(text, mention.end, sentence.end)
        if owned:
            yield from _made(maker, owned["what"], "institution_of_work",
                             entity(mention.entity), (mention.start, owned.end()))  # fmt: skip
        credit = _CREDIT.search(text, mention.end, min(sentence.end, mention.end + 40))
        if credit and not reading.mentions_in(mention.end, credit.start(), "organisation"):
            yield from _credit(maker, sentence, mention.start, mention.entity, credit)


def _credit(maker: Maker, sentence: Sentence, start: int, organisation: str,
            credit: re.Match[str]) -> Iterator[Claim]:  # fmt: skip
    reading = maker.reading
    subjects = reading.subjects
    text = reading.document.text
    named = re.compile(
        r"\s?(?P<name>[A-Z][A-Za-z0-9-]{1,30}(?:[ .][A-Z0-9][A-Za-z0-9-]{0,30}){0,2})"
    ).match(text, credit.end(), sentence.end)
    clause_end = next((c.end for c in reading.clauses_of.get(_index(reading, sentence), ())
                       if c.end >= credit.end()), credit.end())  # fmt: skip
    if subjects.is_paper(sentence.block):
        yield from _made(maker, subjects.work(sentence.block), "institution_of_work",
                         entity(organisation), (start, clause_end))  # fmt: skip
    elif named:
        yield from _made(maker, named["name"], "institution_of_work",
                         entity(organisation), (start, named.end()))  # fmt: skip


def _index(reading: Reading, sentence: Sentence) -> int:
    return reading.sentence_index[sentence.start]
