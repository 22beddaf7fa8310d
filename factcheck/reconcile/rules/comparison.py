"""FC308: lighter became heavier, rose became fell: a comparison turned round in translation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Literal

from factcheck.model import Conflict
from factcheck.reconcile.rules.building import Finding, conflict, side
from factcheck.reconcile.rules.interface import Case, RuleDoc
from factcheck.reconcile.translation.alignment import Alignment, Bead, Passage
from factcheck.sources.document import Span

DOC = RuleDoc(
    code="FC308", version=2, kind="translation", severity="high",
    title="a comparison turned round in translation",
    what="The original compares one way (lighter, rose) and the translation only the other way "
    "(heavier, fell). Negated sentences and those that say both are left alone.",
    why="The reader learns the opposite.",
    example="lighter than before → 以前より重い",
)  # fmt: skip

Way = Literal["up", "down"]

# Per scale: the words for more and for less of it. English comparatives count before `than` alone
# (the first column), Chinese and Japanese adjectives only where their sentence compares.
_SCALES: tuple[tuple[str, str, str, str, str, str], ...] = (
    ("heavier", "lighter", "重", "轻|輕", "重[いくか]", "軽[いくか]"),
    ("faster|quicker", "slower", "快", "慢", "[速早][いくか]", "[遅][いくか]"),
    ("larger|bigger|greater", "smaller", "大", "小", "大き[いくか]", "小さ[いくか]"),
    ("longer", "shorter", "长|長", "短", "長[いくか]", "短[いくか]"),
    ("higher|taller", "lower", "高", "低|矮", "高[いくか]", "低[いくか]"),
    ("older", "newer|younger", "老|旧|年长|早", "新|年轻|年輕|晚",
     "古[いくか]|年上", "新し[いくか]|若[いくか]|年下"),
    ("stronger", "weaker", "强|強", "弱", "強[いくか]", "弱[いくか]"),
    ("wider|broader", "narrower", "宽|寬|广", "窄", "広[いくか]|幅広", "狭[いくか]"),
    ("deeper", "shallower", "深", "浅|淺", "深[いくか]", "浅[いくか]"),
    ("thicker", "thinner", "厚", "薄", "厚[いくか]", "薄[いくか]"),
    ("warmer|hotter", "colder|cooler", "热|熱|暖", "冷|凉",
     "暑[いくか]|暖か|熱[いくか]", "寒[いくか]|冷た|涼し"),
    ("more expensive|costlier|dearer|pricier", "cheaper|less expensive", "贵|貴", "便宜|廉价",
     "高[いくか]|高価", "安[いくか]|安価"),
    ("better", "worse", "好|优", "差|糟", "良[いくか]|優れ|よ[いく]", "悪[いくか]|劣"),
    ("nearer|closer", "farther|further", "近", "远|遠", "近[いくか]", "遠[いくか]"),
    ("earlier|sooner", "later", "早", "晚|迟", "早[いくか]", "遅[いくか]"),
    ("more(?: [a-z]{2,14}){0,3}", "(?:fewer|less)(?: [a-z]{2,14}){0,3}",
     "(?<![最许許众眾])多(?![少数數])出?", "(?<![至最不多减減缺])少",
     "多[いか]|多く(?!とも|の)|(?<=より)多く(?=の)", "少な[いか]|少なく(?!とも)"),
)  # fmt: skip
_RISES: Mapping[str, tuple[str, str]] = {
    "en": (
        r"(?<![A-Za-z])(?:rose|risen|rises|rising|increas(?:e[sd]?|ing)|grew|grown|grows|climb(?:ed|s|"
        r"ing)|soar(?:ed|s|ing)|jumped|surged|expanded|doubled|tripled)(?![A-Za-z])",
        r"(?<![A-Za-z])(?:fell|fallen|falls|falling|decreas(?:e[sd]?|ing)|declin(?:e[sd]?|ing)|"
        r"dropp?(?:ed|s|ing)?|shr[aiu]nk|plunged|plummeted|slid|halved|reduc(?:e[sd]?|ing|tions?)|"
        r"lower(?:ed|s|ing)|shrinks|dwindled|lessened|diminished)(?![A-Za-z])",
    ),
    "zh": (
        r"上升|增长|增長|增加|上涨|上漲|提高|攀升|飙升|扩大|翻番|翻倍|走高",
        r"下降|减少|減少|降低|下跌|下滑|缩减|缩小|锐减|回落|走低|降至|跌至|减半",
    ),
    "ja": (
        r"増え|増加|上昇|上が[りっる]|伸び|拡大|増大|高ま[りっる]|倍増|増収|増益",
        r"減[りっるらし]|減少|低下|下落|下が[りっる]|縮小|落ち込|半減|急減|減収|減益|落ち[たてる]",
    ),
}  # fmt: skip
_CARRIES: Mapping[str, str] = {
    "en": r"(?<![A-Za-z])(?:not?|never|nor|neither|without|hardly|cannot|nothing|fail\w{0,4}|"
          r"un(?:able|likely)|lack\w{0,3}|rather|instead|slow(?:ed|s|ing|down)|stop\w{0,4}|prevent\w{0,4}|"
          r"avoid\w{0,4}|offset\w{0,4}|despite|but|while|whereas|although|however|too)(?![A-Za-z])|"
          r"n['’]t",
    "zh": r"[不没沒未无無非别勿莫否难難]|如果|放缓|抑制|停止|防止|避免|止|抵消|但|而",
    "ja": r"ない|なかっ|なく|ません|[ずぬ](?=[、。に])|ずに|抑|止|防|避|鈍|一方|が、|けど|ものの",
}  # fmt: skip
_COMPARES: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(r"(?<![A-Za-z])than(?![A-Za-z])", re.IGNORECASE),
    "zh": re.compile(r"比|更|较|較|相对于|于"),
    "ja": re.compile(r"より|比べ|比較"),
}  # fmt: skip
_NAME = re.compile(r"(?<![A-Za-z])[A-Z][A-Za-z0-9-]{0,24}(?![A-Za-z])")
_LONGEST = 160


class TurnedComparisons:
    """One comparing word on each side, on one scale, pointing opposite ways."""

    doc = DOC

    def find(self, case: Case) -> Iterator[Conflict]:
        for alignment in case.alignments:
            if alignment.kind != "translation":
                continue
            for bead in alignment.beads:
                if bead.paired:
                    yield from _compare(alignment, bead)


def _compare(alignment: Alignment, bead: Bead) -> Iterator[Conflict]:
    source, target = alignment.original, alignment.translation
    if _unsure(source, bead.original) or _unsure(target, bead.translation):
        return
    left, right = _scales(source, bead.original), _scales(target, bead.translation)
    if len(left) > 1 or len(right) > 1:
        shared = left.keys() & right.keys()
        left = {key: left[key] for key in shared}
        right = {key: right[key] for key in shared}
    for scale in sorted(left.keys() & right.keys()):
        (way, one), (told, other) = left[scale], right[scale]
        if way == told or (scale and _swapped(alignment, bead, one)):
            continue
        yield _conflict(alignment, one, other)
        return


def _unsure(passage: Passage, span: Span) -> bool:
    """Whether the words may turn a comparison round themselves, or are too many to tell."""
    pattern = _carries(passage.language)
    return pattern is None or span.end - span.start > 3 * _LONGEST or bool(
        pattern.search(passage.document.text, span.start, span.end)
    )  # fmt: skip


def _scales(passage: Passage, span: Span) -> dict[int, tuple[Way, Span]]:
    """By scale (0: rises and falls): the one way it is spoken of and where; scales that are spoken
    of both ways are left out."""
    text = passage.document.text
    found: dict[int, tuple[Way, Span]] = {}
    comparing = _COMPARES[passage.language].search(text, span.start, span.end)
    for scale, (up, down) in enumerate(_patterns(passage.language)):
        if scale and not comparing:
            continue
        ups, downs = (p.search(text, span.start, span.end) for p in (up, down))
        if (ups is None) == (downs is None):
            continue
        hit = ups or downs
        if hit is not None:
            start, end = hit.span(1) if scale else hit.span()
            found[scale] = ("up" if ups else "down", Span(start=start, end=end))
    return found


def _swapped(alignment: Alignment, bead: Bead, one: Span) -> bool:
    """Whether the translation names what is compared in the other order: `A is heavier than B`
    for `BはAより軽い` says the same."""
    names = []
    for passage, span in ((alignment.original, bead.original),
                          (alignment.translation, bead.translation)):  # fmt: skip
        row = [m.group().casefold()
               for m in _NAME.finditer(passage.document.text, span.start, span.end)]  # fmt: skip
        names.append(row)
    shared = [name for name in dict.fromkeys(names[0]) if name in names[1]]
    other = [name for name in dict.fromkeys(names[1]) if name in names[0]]
    return shared != other


@cache
def _carries(language: str) -> re.Pattern[str] | None:
    words = _CARRIES.get(language)
    return re.compile(words, re.IGNORECASE) if words else None


@cache
def _patterns(language: str) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """Per scale the two ways; scale 0 is that of rising and falling."""
    rises = tuple(re.compile(words, re.IGNORECASE) for words in _RISES[language])
    rows = [(rises[0], rises[1])]
    for scale in _SCALES:
        words = scale[("en", "zh", "ja").index(language) * 2 :][:2]
        shaped = [_shape(word, language) for word in words]
        rows.append((re.compile(shaped[0], re.IGNORECASE), re.compile(shaped[1], re.IGNORECASE)))
    return tuple(rows)


def _shape(words: str, language: str) -> str:
    """The words where they compare: `lighter than`, 比…更轻, より軽い."""
    if language == "en":
        return rf"(?<![A-Za-z])({words})(?=(?: [a-z]{{2,14}}){{0,2}} than(?![A-Za-z]))"
    if language == "zh":
        return (
            rf"(?:更|还要|比[^。,，；\n]{{1,16}}?)({words})"
            rf"(?=[了得的。,，；\d很多一些约約近]|$)"
        )
    return rf"(?<=より)も?(?:少なくとも|多くとも|最大で?)?[^。、\n]{{0,8}}?({words})"


def _conflict(alignment: Alignment, one: Span, other: Span) -> Conflict:
    source, target = alignment.original.document, alignment.translation.document
    words, told = source.text[one.start : one.end], target.text[other.start : other.end]
    return conflict(DOC, Finding(
        sides=(side(target, other.start, other.end, role="translation"),
               side(source, one.start, one.end, role="original")),
        message=f"The translation says “{told}” where the original says “{words}”: "
        "the comparison points the other way",
        explanation=("the two words are opposites on one scale",
                     "neither sentence holds a negation that could turn it round"),
        confidence=75,
    ))  # fmt: skip
