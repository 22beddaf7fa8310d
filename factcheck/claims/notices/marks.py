"""Corrections that are marked and not worded: struck and inserted words, lines that the markup
calls corrections, tables of place, wrong and right."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from factcheck.claims.notices.errata_entries import of_errata
from factcheck.model import Notice
from factcheck.sources.document import Block, Change, Document, Span

EXTRACTOR = "notices@2"
_STRUCK = re.compile(
    r"~~(?P<gone>[^~\n]{1,200})~~(?:\s{0,3}<ins>(?P<ins>[^<\n]{1,200})</ins>)?|"
    r"<(?P<tag>del|s|"
    r"strike)>(?P<gone2>[^<\n]{1,200})</(?P=tag)>\s{0,3}(?:<ins>(?P<ins2>[^<\n]{1,200})</ins>)?"
)
"""Struck words of Markdown, whose reader leaves the marks in the text."""
_FIGURE = re.compile(r"[$€£¥]?[0-9][0-9.,:/-]{0,20}[0-9]|[0-9]")
_PRICE = re.compile(r"[$€£¥₩₹]|[0-9]\s?(?:元|円|dollars?|euros?|pounds?|yuan|yen)", re.I)
_BEHIND = re.compile(r"[~\s]{0,4}(?P<words>(?:[^\s~,.;，。；、]|[,.](?=[0-9])){1,40})")
_TAIL = (
    r"(?:\s?(?:text|wording|reading|value|内容|表述|文字|写法|の?記述|の?表記|の?記載|箇所))?"
    r"(?:[（(][^（）()]{1,12}[)）])?"
)
_WRONG_HEADS = re.compile(
    r"(?:for|wrong|errors?|incorrect|erroneous|original(?: text)?|as (?:printed|published)|"
    r"printed(?: as)?|reads|it says|was|before|old|instead of|"
    r"误|错|误作|错误|原文|原句|原作|原刊|原为|原译|初版|旧版?|改前|更正前|订正前|"
    r"誤|誤り|誤記|誤植|印刷|訂正前|修正前)" + _TAIL,
    re.I,
)  # fmt: skip
_RIGHT_HEADS = re.compile(
    r"(?:read|right|correct(?:ed|ion)?(?: text)?|should (?:read|be|say)|it should say|"
    r"now(?: reads)?|"
    r"after|new|replace(?:d)? (?:with|by)|"
    r"正|应作|应为|应改为|更正|更正为|正确|订正|改为|改正|改正为|改后|更正后|订正后|现改|新版?|"
    r"正しい|正記|修正|訂正|訂正後|修正後|正しくは)" + _TAIL,
    re.I,
)  # fmt: skip


def marked_notices(document: Document) -> Iterator[Notice]:
    """The notices that the markup and the tables of a document make."""
    for change in document.changes or _struck(document):
        notice = _changed(document, change)
        if notice is not None:
            yield notice
    yield from _tables(document)


def _struck(document: Document) -> Iterator[Change]:
    """The changes in the marks of Markdown, outside code."""
    for match in _STRUCK.finditer(document.text):
        block = document.block_at(match.start())
        if block is None or block.zone != "body" or block.kind == "code":
            continue
        if document.text.count("`", block.start, match.start()) % 2:
            continue
        gone = "gone" if match["gone"] else "gone2"
        put = "ins" if match["ins"] else "ins2" if match["ins2"] else None
        yield Change(removed=_span(match, gone),
                     inserted=_span(match, put) if put else None)  # fmt: skip


def _span(match: re.Match[str], group: str) -> Span:
    return Span(start=match.start(group), end=match.end(group))


def _changed(document: Document, change: Change) -> Notice | None:
    """What was struck and what replaces it. Struck words that nothing replaces are no correction
    unless a figure follows a struck figure; a struck price is a discount."""
    if change.removed is None:
        return None
    text = document.text
    wrong = text[change.removed.start : change.removed.end].strip()
    inserted = change.inserted
    if inserted is None:
        behind = _BEHIND.match(text, change.removed.end)
        figures = behind and _FIGURE.search(wrong) and _FIGURE.search(behind["words"])
        if behind is None or not figures or _PRICE.search(wrong):
            return None
        inserted = _span(behind, "words")
    right = text[inserted.start : inserted.end].strip()
    if not wrong or not right or wrong == right:
        return None
    start, end = _with_marks(text, change.removed.start, inserted.end)
    return _correction(document, start, end, wrong, right)


def _with_marks(text: str, start: int, end: int) -> tuple[int, int]:
    return (start - 2 if text[max(0, start - 2) : start] == "~~" else start), end


def _tables(document: Document) -> Iterator[Notice]:
    """Rows of a table that has a column of wrong and one of right words."""
    columns: tuple[int, int] | None = None
    previous: Block | None = None
    for block in document.blocks:
        if block.kind != "table_row" or block.zone != "body":
            columns = columns if block.kind == "paragraph" and _is_rule(document, block) else None
            previous = None if columns is None else previous
            continue
        cells = _cells(document.text, block)
        if previous is None:
            columns = _wrong_right([document.text[s:e] for s, e in cells])
            if columns is None and len(cells) > 2 and of_errata(document, block.start):
                columns = (len(cells) - 2, len(cells) - 1)  # place, wrong, right
        elif columns is not None and max(columns) < len(cells):
            wrong, right = (document.text[slice(*cells[place])] for place in columns)
            if wrong and right and wrong != right:
                yield _correction(document, block.start, block.end, wrong, right)
        previous = block


def _is_rule(document: Document, block: Block) -> bool:
    return document.text[block.start : block.end].strip("|-: \t") == ""


def _wrong_right(heads: list[str]) -> tuple[int, int] | None:
    """The places of the two columns, None where the heads are other ones."""
    wrong = [i for i, head in enumerate(heads) if _WRONG_HEADS.fullmatch(head)]
    right = [i for i, head in enumerate(heads) if _RIGHT_HEADS.fullmatch(head)]
    return (wrong[0], right[0]) if wrong and right else None


def _cells(text: str, block: Block) -> list[tuple[int, int]]:
    """The cells of a row without the blanks around their words, outer bars aside."""
    start, end = block.start, block.end
    edges = [start - 1, *(i for i in range(start, end) if text[i] in "|\t"), end]
    found: list[tuple[int, int]] = []
    for left, right in itertools.pairwise(edges):
        words = text[left + 1 : right]
        begin = left + 1 + len(words) - len(words.lstrip())
        found.append((begin, begin + len(words.strip())))
    return [c for i, c in enumerate(found) if c[0] < c[1] or 0 < i < len(found) - 1]


def _correction(document: Document, start: int, end: int, wrong: str, right: str) -> Notice:
    section = document.section_at(start)
    return Notice(
        kind="correction", quote=document.quote(start, end), wrong=wrong, right=right,
        target=(section.subject or None) if section else None, extractor=EXTRACTOR,
    )  # fmt: skip
