"""FC704: characters nobody sees inside words and values, and ones that turn the direction."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from factcheck.model import Conflict
from factcheck.reconcile.lines import Line, body_lines
from factcheck.reconcile.rules.building import Finding, conflict, side, suggest
from factcheck.reconcile.rules.interface import Case, RuleDoc
from factcheck.sources.document import Document

DOC = RuleDoc(
    code="FC704", version=1, kind="markup_damage", severity="medium",
    title="a hidden character inside a word or a value",
    what="A zero-width or direction-changing character stands inside a number, a name or a word.",
    why="What a reader sees differs from what is stored: a search misses it, and a number can be "
    "shown in another order.",
    example="`17<U+200B>5B` → `175B`",
)  # fmt: skip

_HIDDEN = "\u00ad\u200b\u2060\ufeff\u180e"
_JOINERS = "\u200c\u200d"
_BIDI = "\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c"
_RUN = re.compile(f"[{_HIDDEN}{_JOINERS}{_BIDI}]+")
_ALL = re.compile(f"[{_HIDDEN}{_JOINERS}{_BIDI}]")
_BIDI_ONE = re.compile(f"[{_BIDI}]")
_REACH = 12


class HiddenCharacters:
    """Silent where such a character has work to do: beside right-to-left or Indic letters, in an
    emoji, or between two words."""

    doc = DOC

    def find(self, case: Case) -> Iterator[Conflict]:
        for extraction in case.extractions:
            if extraction.document.kind == "record":
                continue
            for line in body_lines(extraction.document):
                yield from _hidden(extraction.document, line)


def _hidden(document: Document, line: Line) -> Iterator[Conflict]:
    reached = -1
    for found in _RUN.finditer(line.text):
        if found.start() < reached or not _harmful(line.text, found):
            continue
        left, right = _word(line.text, found.start(), found.end())
        reached = right
        shown = line.text[left:right]
        clean = _ALL.sub("", shown)
        names = sorted({f"U+{ord(c):04X} {unicodedata.name(c, 'unnamed')}" for c in shown
                        if _ALL.match(c)})  # fmt: skip
        digits = any(c.isdigit() for c in clean)
        yield conflict(DOC, Finding(
            sides=(side(document, line.start + left, line.start + right, role="damaged"),),
            message=f"“{clean}” holds a character that is not shown",
            explanation=tuple(names),
            suggestion=suggest(document, line.start + left, line.start + right, clean),
            confidence=90, severity="medium" if digits else "low",
        ))  # fmt: skip


def _harmful(text: str, found: re.Match[str]) -> bool:
    before = text[found.start() - 1 : found.start()]
    after = text[found.end() : found.end() + 1]
    if not (before and after and before.isalnum() and after.isalnum()):
        return False
    if _complex(before) or _complex(after):
        return False
    if _BIDI_ONE.search(found.group()):
        return True
    latin = (before + after).isascii()
    return latin or before.isdigit() or after.isdigit()


def _complex(letter: str) -> bool:
    """Whether the letter belongs to a script in which such characters have work to do."""
    if unicodedata.bidirectional(letter) in ("R", "AL", "AN"):
        return True
    return (
        "\u0900" <= letter <= "\u109f"
        or "\u1780" <= letter <= "\u18af"
        or "\u0e00" <= letter <= "\u0fff"
    )


def _word(text: str, start: int, end: int) -> tuple[int, int]:
    """The word or number around a hidden character, other hidden ones included."""
    left, right = start, end
    while left > 0 and start - left < _REACH and _inside(text[left - 1]):
        left -= 1
    while right < len(text) and right - end < _REACH and _inside(text[right]):
        right += 1
    return left, right


def _inside(letter: str) -> bool:
    return (letter.isalnum() and letter < "\u2e80") or letter in ".," or bool(_ALL.match(letter))
