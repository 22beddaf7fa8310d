"""FC503: the text points to a table, a figure or a section that is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.model import Conflict, Side
from factcheck.reconcile.rules.building import Finding, conflict, side
from factcheck.reconcile.rules.interface import Case, RuleDoc
from factcheck.sources.document import Block, Document

DOC = RuleDoc(
    code="FC503", version=1, kind="missing_content", severity="low",
    title="a table, figure or section is referred to and absent",
    what="`as shown in Table 1`, 如下图所示 or 図2に示す stands in a text without any table, image "
         "or "
    "caption for it.",
    why="The reader is sent to something that is missing in this copy.",
    example="`The sizes are given in Table 2.` in a text without a table",
)  # fmt: skip

_NUMBER = r"(\d{1,3}|[一二三四五六七八九十]{1,2})(?:\s?[(（]?[a-h][)）]?(?![A-Za-z]))?"
_REFERENCES = (
    ("table", re.compile(rf"(?:如|见|見|参见|由|从|在|中|上|下|と|を|は|の|,|，|、|。|"
                         rf"(?<![\u3040-\u9fffA-Za-z]))?表\s?{_NUMBER}(?!\s?[号格元月日年位个個种種人名个家])")),
    ("figure", re.compile(
        rf"(?<![地版意插企试制力蓝截绘])[图圖図]\s?{_NUMBER}(?!\s?[号书月日年位个個种種人名])")),
    ("table", re.compile(r"(?<![A-Za-z])[Tt]able\s?(\d{1,3})(?![0-9])")),
    ("figure", re.compile(r"(?<![A-Za-z])(?:[Ff]igure|[Ff]ig\.)\s?(\d{1,3})(?![0-9])")),
    ("below", re.compile(r"(?:如|见|由|从)?(?:下|上|右|左)[图圖](?=所示|中|可见|可以|展示|是|为|"
                         r"给出|显示)|(?:下|上|右|左)の?[図](?=に|は|の|で|が|を)")),
    ("below_table", re.compile(r"(?:如|见|由|从)?(?:下|上)表(?=所示|中|可见|可以|展示|是|为|给出|"
                               r"列出|显示)|(?:下|上)の?表(?=に|は|の|で|が|を)")),
    ("below", re.compile(r"(?<![A-Za-z])(?:the\s(?:figure|image|chart|diagram|picture|plot|"
                         r"graph)\s(?:below|above)|(?:figure|image|chart|diagram|"
                         r"picture)\sbelow)(?![A-Za-z])", re.IGNORECASE)),
    ("below_table", re.compile(r"(?<![A-Za-z])the\stable\s(?:below|"
                               r"above)(?![A-Za-z])", re.IGNORECASE)),
)  # fmt: skip
_POINTING = re.compile(
    r"如|见|見|参照|所示|展示|列出|给出|显示|示す|示し|まとめ|による|に示|より|可以看|可见|"
    r"(?<![A-Za-z])(?:see|shown?s?|in|as|from|lists?|gives?|presents?|summari[sz]es|depicts?|"
    r"illustrates?|reports?|compares?|cf)(?![A-Za-z])",
    re.IGNORECASE,
)
_IMAGE = re.compile(r"!\[|<img|<figure|\[(?:图片|画像|image|图|図)[^\]]{0,40}\]", re.IGNORECASE)
_CAPTION = re.compile(
    r"(?:[图圖図表]\s?(?:\d{1,3}|[一二三四五六七八九十]{1,2})(?:\s?[.:：、\u3000|｜]|\s)|"
    r"(?:Figure|Fig\.|Table)\s?\d{1,3}\s?[.:：|])"
)
_SENTENCE_END = re.compile(r"[。！？!?；;\n]|\.(?=\s)")
_WINDOW = 24
_MOST_PLACES = 12
_ROLES = {"table": "a table", "figure": "a figure", "below": "a figure", "below_table": "a table"}


class AbsentReferences:
    """Every target that is pointed to, once, with all places that point to it; silent as soon as
    the document holds anything of that sort: a caption of that number, an image, a table."""

    doc = DOC

    def find(self, case: Case) -> Iterator[Conflict]:
        for extraction in case.extractions:
            if extraction.document.kind != "record":
                yield from _absent(extraction.document)


def _absent(document: Document) -> Iterator[Conflict]:
    fenced = "```" in document.text or any(b.kind == "code" for b in document.blocks)
    images = fenced or bool(_IMAGE.search(document.text))
    tables = fenced or any(b.kind == "table_row" for b in document.blocks)
    captions = {found for block in document.blocks if (found := _caption(document, block))}
    pointing: dict[tuple[str, str], list[Side]] = {}
    for block in document.blocks:
        if block.zone != "body" or block.kind in ("heading", "caption", "code", "table_row"):
            continue
        if _caption(document, block):
            continue
        for kind, number, start, end in _references(document.text, block.start, block.end):
            there = tables if "table" in kind else images
            places = pointing.get((kind, number), [])
            if not there and (kind, number) not in captions and len(places) < _MOST_PLACES:
                pointing.setdefault((kind, number), []).append(
                    side(document, start, end, role="reference"))  # fmt: skip
    for (kind, number), sides in sorted(pointing.items()):
        what = name = f"{kind.capitalize()} {number}" if number else _ROLES[kind]
        yield conflict(DOC, Finding(
            sides=tuple(sides),
            message=f"The text points to {what}, which is missing in this copy",
            explanation=(f"no caption, image or table for {name} stands in this text",),
            confidence=88,
        ))  # fmt: skip


def _references(text: str, start: int, end: int) -> Iterator[tuple[str, str, int, int]]:
    """Kind, number, start and end of each place that points to a table or a figure. The words
    around it must point: `Table 1` alone may be the name of anything."""
    for kind, pattern in _REFERENCES:
        for found in pattern.finditer(text, start, end):
            left, right = _clause(text, start, end, found.start(), found.end())
            around = (
                text[left : found.start()][-_WINDOW:] + " " + text[found.end() : right][:_WINDOW]
            )
            if (
                kind.startswith("below")
                or _POINTING.search(around)
                or _POINTING.match(found.group())
            ):
                number = _digits(found.group(1)) if found.groups() else ""
                yield kind, number, *_pointing_words(text, left, right, found)


def _pointing_words(text: str, left: int, right: int, found: re.Match[str]) -> tuple[int, int]:
    """The reference with the short words that belong to it (`如…所示`, `as shown in …`)."""
    start, end = found.start(), found.end()
    if found.group()[:1] in ",，、。":
        start += 1
    before = re.compile(
        r"(?:as (?:shown|listed|given|seen) in|shown in|listed in|see|如|见|参见)\s?$",
        re.IGNORECASE,
    ).search(text[left:start])
    after = re.compile(r"\s?(?:所示|中所示|に示す|に示した|に示され)").match(text[end:right])
    return (left + before.start() if before else start), (end + after.end() if after else end)


def _clause(text: str, start: int, end: int, at: int, to: int) -> tuple[int, int]:
    left = max(start, at - 80)
    cuts = [m.end() for m in _SENTENCE_END.finditer(text, left, at)]
    right = _SENTENCE_END.search(text, to, min(end, to + 80))
    return (cuts[-1] if cuts else left), (right.start() if right else min(end, to + 80))


def _caption(document: Document, block: Block) -> tuple[str, str] | None:
    """The kind and number of the caption that a block is, None for any other block."""
    text = document.text[block.start : min(block.end, block.start + 60)].lstrip("#*_>|- ")
    if block.kind != "caption" and not _CAPTION.match(text):
        return None
    number = re.search(r"\d{1,3}|[一二三四五六七八九十]{1,2}", text)
    kind = "table" if re.match(r"表|[Tt]able", text) else "figure"
    return kind, _digits(number.group()) if number else ""


def _digits(number: str) -> str:
    """A number of one or two digits as digits: 二 → 2."""
    if number.isdigit():
        return str(int(number))
    numerals = "一二三四五六七八九"
    tens, _, ones = number.rpartition("十")
    if "十" in number:
        return str(
            (numerals.find(tens) + 1 if tens else 1) * 10 + (numerals.find(ones) + 1 if ones else 0)
        )
    return str(numerals.find(number[0]) + 1)
