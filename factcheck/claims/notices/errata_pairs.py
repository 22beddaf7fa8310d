"""Entries of errata in two parts, each with its key: what stands there, what should stand there.
They may be lines apart (`It says:`, `It should say:`) or neighbours that are only marked
(【誤】 and 【正】, × and ○)."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from factcheck.claims.notices.marks import EXTRACTOR
from factcheck.model import Notice
from factcheck.sources.document import Document
from factcheck.sources.lines import Line, lines_of

_HEAD = r"[ \t>*■●◆-]{0,6}"
_COLON = r"(?:\*\*)?[ \t]{0,2}[:：][ \t]{0,4}"
_STATED = re.compile(
    rf"{_HEAD}(?:It says|Original text|Original|Reads|Wrong|Incorrect|As printed|"
    rf"误|誤|错误|原文|原句|誤り){_COLON}"
)
_MEANT = re.compile(
    rf"{_HEAD}(?:It should say|Corrected text|Corrected|Correct text|Correct|Should read|Should be|"
    rf"Read|正|更正|更正为|改为|应为|正确|订正|訂正|正しくは){_COLON}"
)
_MARKED = re.compile(
    rf"{_HEAD}(?:[【（(〔\[](?:误|誤)[】）)〕\]]|(?:误|誤|×|✗|✕)(?=[ \t\u3000]))[ \t\u3000]{{0,4}}"
)
_MARKED_RIGHT = re.compile(
    rf"{_HEAD}(?:[【（(〔\[]正[】）)〕\]]|(?:正|○|◯|✓|✔)(?=[ \t\u3000]))[ \t\u3000]{{0,4}}"
)
"""Keys without a colon, which count only on neighbouring lines."""
ENTRY_LINES = 40
"""Lines that either part of an entry of errata may have."""


def pairs(document: Document) -> Iterator[Notice]:
    """Entries of errata in two parts: what stands there, what should stand there."""
    lines = lines_of(document.text)
    yield from _neighbours(document, lines)
    for first, line in enumerate(lines):
        stated = _STATED.match(line.text)
        if stated is None:
            continue
        window = lines[first + 1 : first + ENTRY_LINES]
        second = next((first + 1 + i for i, x in enumerate(window) if _MEANT.match(x.text)), None)
        again = any(_STATED.match(x.text) for x in lines[first + 1 : second or first + 1])
        if second is None or again:
            continue
        wrong = _part(document.text, lines, first, line.start + stated.end())
        meant = _MEANT.match(lines[second].text)
        right = (
            _part(document.text, lines, second, lines[second].start + meant.end())
            if meant
            else None
        )
        if wrong and right and document.text[slice(*wrong)] != document.text[slice(*right)]:
            section = document.section_at(line.start)
            yield Notice(
                kind="correction", quote=document.quote(wrong[0], right[1]),
                target=(section.subject or None) if section else None,
                wrong=document.text[slice(*wrong)], right=document.text[slice(*right)],
                extractor=EXTRACTOR,
            )  # fmt: skip


def _neighbours(document: Document, lines: list[Line]) -> Iterator[Notice]:
    """Entries whose two lines are marked: 【誤】… and below it 【正】…, × and ○."""
    for line, below in itertools.pairwise(lines):
        stated, meant = _MARKED.match(line.text), _MARKED_RIGHT.match(below.text)
        if stated is None or meant is None:
            continue
        wrong, right = line.text[stated.end() :].strip(), below.text[meant.end() :].strip()
        if wrong and right and wrong != right:
            section = document.section_at(line.start)
            yield Notice(
                kind="correction", quote=document.quote(line.start + stated.end(), below.end),
                target=(section.subject or None) if section else None,
                wrong=wrong, right=right, extractor=EXTRACTOR,
            )  # fmt: skip


def _part(text: str, lines: list[Line], index: int, start: int) -> tuple[int, int] | None:
    """The words behind a key: on its line, or the lines below up to an empty one."""
    if start < lines[index].end:
        end = lines[index].end
        following = index + 1
    elif index + 1 < len(lines):
        start, end = lines[index + 1].start, lines[index + 1].end
        following = index + 2
    else:
        return None
    for line in lines[following : following + ENTRY_LINES]:
        if line.after_blank or _MEANT.match(line.text) or _STATED.match(line.text):
            break
        end = line.end
    return (start, end) if text[start:end].strip() else None
