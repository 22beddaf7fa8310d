"""What an article says of itself and of the text it goes back to: who compiled it, what it leaves
out, that it has errors, whom it corrects; members of a named group."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factcheck.claims.making import Maker, entities, entity, organisation_named
from factcheck.claims.names import split_list, without_bracket
from factcheck.claims.reading import Reading
from factcheck.claims.subjects import ARTICLE
from factcheck.model import Claim, Entity, Text

_COMPILED = re.compile(
    r"(?P<who>[^,，。;；:：\s][^,，。;；:：]{0,40}?)\s?(?:整理|汇编|编制|盘点|编纂|"
    r"评选|发布)了\s?(?P<what>[^,，。;；:：]{2,60})|"
    r"(?P<what_en>[A-Z][^.;:]{2,60}?) (?:was|were|is|"
    r"are) (?:originally )?compiled by (?P<who_en>[A-Z][\w.&' -]{1,60}?)(?=[.,;]|$)|"
    r"(?P<who_ja>[^、。]{1,40}?)が(?:まとめ|編集し|作成し)た(?P<what_ja>[^、。]{2,60})"
)
_GROUP = re.compile(
    r"(?P<count>[二两三四五六七八九十0-9]{1,3})(?:大|位|家|"
    r"个)(?P<group>[^,，。;；:：\s]{1,12})\s?(?:[:：]|分别是|分别为|即|"
    r"是)\s?(?P<list>[^。;；\n]{3,200})|"
    r"(?P<group_en>(?i:the (?:two|three|four|five|six|seven|eight|nine|ten|"
    r"big \w{1,8}) [a-z ]{2,40}?))(?::| are:?| —) (?P<list_en>[A-Z][^.;\n]{3,200})|"
    r"(?P<group_ja>[二三四五六七八九十0-9]{1,3}(?:大|つの|"
    r"社の)[^、。:：\s]{1,16}?)(?:[:：]|は)(?P<list_ja>[^。:：\n]{3,200})"
)
_ERRORS = re.compile(
    r"(?:(?:有|存在|含有|包含|出现)(?:了)?(?:若干|一些|多处|不少|几处|一处|明显|"
    r"诸多)?(?:错误|谬误|失误|错漏|疏漏)|搞错了?|弄错了?|写错了?|标错了?)"
)
_WHO = re.compile(
    r"(?P<who>[^,，。;；()（）]{1,24}?)(?:全都|全部|全给|全|都|把[^,，。]{1,16}|给|里|中)?$"
)
_CORRECTS = re.compile(
    r"(?:一并|特此|予以|现予|现|已|进行|并|在此|加以)(?:更正|订正|勘误|纠正)|"
    r"(?:ここに)?(?:訂正|お詫び)(?:いたし|します|する)"
)
_OMITS = re.compile(
    r"(?P<who>[^,，。;；]{0,24}?)(?:没有|未能?|忘了)(?:整理|列出|收录|提及|提到|包括|"
    r"列入)(?!的)(?P<what>[^,，。;；]{2,60})|(?:遗漏|漏掉|"
    r"漏)了(?P<what2>[^,，。;；]{2,60})|"
    r"(?P<who_en>(?i:the (?:original|report|article|list|compilation|paper|source|"
    r"post)[a-z ]{0,20}?)) (?:omits|omitted|leaves out|left out|does not (?:list|"
    r"mention)) (?P<what_en>[^.;]{3,80})"
)


_COMPILED_WORDS = (
    "整理",
    "汇编",
    "编制",
    "盘点",
    "编纂",
    "评选",
    "发布",
    "compiled",
    "まとめ",
    "編集",
    "作成",
)
_OMITS_WORDS = ("没有", "未", "忘了", "漏", "omit", "leaves out", "left out", "does not ")
"""What a sentence must hold for the patterns above to be tried in it."""
_TEXTS = re.compile(r"原文|原稿|报道|文章|文中|译文|论文|数据|列表|名单|搞错|弄错|写错|标错")


class Editorial:
    """Compilers, coverage, errors, omissions, corrections and named groups."""

    name = "editorial"
    version = "1"

    def extract(self, reading: Reading) -> Iterable[Claim]:
        maker = Maker(reading=reading, extractor=f"{self.name}@{self.version}")
        compiler: str | None = None
        for sentence in reading.sentences:
            if sentence.end - sentence.start > 1500:
                continue
            words = reading.text(sentence)
            compiled = any(word in words for word in _COMPILED_WORDS)
            for claim in _compiled(maker, sentence.start, sentence.end) if compiled else ():
                compiler = claim.value.value if isinstance(claim.value, Entity) else compiler
                yield claim
            yield from _members(maker, sentence.start, sentence.end)
            yield from _errors(maker, sentence.start, sentence.end, compiler)


def _compiled(maker: Maker, start: int, end: int) -> Iterator[Claim]:
    text = maker.reading.document.text
    match = _COMPILED.search(text, start, end)
    if match is None:
        return
    groups = match.groupdict()
    who = next((groups[k] for k in ("who", "who_en", "who_ja") if groups[k]), "")
    what = next((groups[k] for k in ("what", "what_en", "what_ja") if groups[k]), "")
    bare, inner = without_bracket(who)
    if re.match(r"本|我们|该|这|作者|笔者|小编|他|她", who) or not bare:
        return
    name = inner if inner and inner.isascii() and not bare.isascii() else bare
    if re.search(r"发布了", match.group()):
        return
    claim = maker.claim(what.strip(), "compiled_by",
                        entity(organisation_named(maker.reading, name)), match.span())  # fmt: skip
    if claim:
        yield claim
    if inner:
        at = match.start() + match.group().find(bare)
        claim = maker.claim(name, "alias", Text(value=bare if name == inner else inner),
                            (at, at + len(who.strip())))  # fmt: skip
        if claim:
            yield claim


def _members(maker: Maker, start: int, end: int) -> Iterator[Claim]:
    reading = maker.reading
    text = reading.document.text
    for match in _GROUP.finditer(text, start, end):
        groups = match.groupdict()
        key = next(k for k in ("list", "list_en", "list_ja") if groups[k])
        items = split_list(text, *match.span(key))
        names = tuple(organisation_named(reading, text[a:b]) for a, b in items)
        known = sum(1 for name in names if reading.entities.kind(name) or name[:1].isupper())
        if len(names) < 2 or known < len(names) or any(len(name) > 40 for name in names):
            continue
        group = match.group()[: match.start(key) - match.start()].strip(" :：")
        claim = maker.claim(group, "member_list", entities(names, complete=True),
                            match.span(), more={"count": str(len(names))})  # fmt: skip
        if claim:
            yield claim


def _errors(maker: Maker, start: int, end: int, compiler: str | None) -> Iterator[Claim]:
    """Errors and omissions that the article sees in another text, and that it mends them."""
    reading = maker.reading
    text = reading.document.text
    for match in _ERRORS.finditer(text, start, end):
        part = max((text.rfind(mark, start, match.start()) for mark in ",，;；(（"), default=-1) + 1
        before = _WHO.search(text, max(part, start, match.start() - 30), match.start())
        if before is None:
            continue
        worded = _TEXTS.search(text, before.start(), match.end())
        claim = maker.claim(_erring(reading, before["who"].strip(), compiler), "has_errors",
                            Text(value=match.group()), (before.start(), match.end()),
                            modality="asserted")  # fmt: skip
        if claim and worded:
            yield claim
    for match in _CORRECTS.finditer(text, start, end):
        if compiler is None:
            continue
        claim = maker.claim(ARTICLE, "corrects", entity(compiler), match.span())
        if claim:
            yield claim
    omits = any(word in text[start:end] for word in _OMITS_WORDS)
    for match in _OMITS.finditer(text, start, end) if omits else ():
        groups = match.groupdict()
        what = next((groups[k] for k in ("what", "what2", "what_en") if groups[k]), "")
        who = groups["who"] or groups["who_en"] or ""
        claim = maker.claim(_erring(reading, who, compiler), "omits", Text(value=what.strip()),
                            match.span(), modality="asserted")  # fmt: skip
        if claim:
            yield claim


def _erring(reading: Reading, who: str, compiler: str | None) -> str:
    known = reading.entities.mentions(who)
    if known and known[-1].kind == "organisation":
        return known[-1].entity
    if compiler and (re.search("原文|原稿|原作", who) or not who.strip()):
        return compiler
    return who.strip() or compiler or "the original"
