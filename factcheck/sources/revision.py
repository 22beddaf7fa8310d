"""Two revisions of a text: what changed, and where a stored quote stands now.

Sentences that stand once in each revision are anchors (patience), the gaps between them are
compared character by character, and a gap too large for that is one coarse replacement that says
so. Any number of quotes is then carried for the price of the one diff.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from factcheck.model import Quote
from factcheck.sources.document import Document

GAP_WORK = 25_000_000
"""Pairs of characters that one gap may compare: two passages of 5,000 characters."""
ALL_WORK = 2_000_000_000
"""Pairs of characters that all gaps of one diff may compare: about a second."""
_SENTENCE = re.compile(r"[^\n。！？.!?]{1,2000}[\n。！？.!?]{0,20}|[\n。！？.!?]{1,20}")
_WORD = re.compile(
    r"[^\s。！？.!?,，、；;：:]{1,24}[\s。！？.!?,，、；;：:]{0,8}|[\s。！？.!?,，、；;：:]{1,8}"
)
_LEVELS = (_SENTENCE, _WORD)
_ENOUGH_ALIKE = 0.5
"""Share of the words that must remain for a changed quote to be the same place."""
_TELLING = 16
"""Characters that words, or their context, must have for a single find to be no chance."""

How = Literal["same", "moved", "changed", "gone"]


class Edit(NamedTuple):
    """`old[old_start:old_end]` became `new[new_start:new_end]`; either may be empty. `coarse`
    means that words inside may be equal, since the passage was too large to compare."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int
    coarse: bool = False


@dataclass(frozen=True)
class TextDiff:
    """The edits that turn one text into another, in text order; offsets in code points."""

    edits: tuple[Edit, ...]

    @property
    def coarse(self) -> bool:
        """Whether some passage was too large to be compared within."""
        return any(edit.coarse for edit in self.edits)

    @property
    def size(self) -> int:
        """Characters deleted and inserted: the length of the script."""
        return sum(e.old_end - e.old_start + e.new_end - e.new_start for e in self.edits)

    def inside(self, start: int, end: int) -> tuple[Edit, ...]:
        """The edits that touch `old[start:end]`, its edges included."""
        first = bisect.bisect_left(self._old_ends, start)
        last = bisect.bisect_right(self._old_starts, end)
        return self.edits[first:last]

    def shift(self, offset: int) -> int:
        """How much further on an unchanged character at this old offset stands now."""
        index = bisect.bisect_right(self._old_ends, offset) - 1
        return self.edits[index].new_end - self.edits[index].old_end if index >= 0 else 0

    @cached_property
    def _old_starts(self) -> list[int]:
        return [edit.old_start for edit in self.edits]

    @cached_property
    def _old_ends(self) -> list[int]:
        return [edit.old_end for edit in self.edits]


@dataclass(frozen=True)
class Carried:
    """A stored quote in the new text: the `same` words where the diff puts them, `moved` words
    found elsewhere, `changed` words in the same place, or `gone` (no quote)."""

    how: How
    quote: Quote | None = None


def diff_texts(old: str, new: str) -> TextDiff:
    """What turns `old` into `new`. Linear in the texts but for the gaps, whose work is bounded;
    never raises."""
    return TextDiff(tuple(_Differ(old, new).edits()))


def carry(quote: Quote, diff: TextDiff, new_document: Document) -> Carried:
    """Where a quote of the old text stands in the new document. An insertion that touches the
    words without a blank (`80` becomes `180`) changes them. Words that were taken out count as
    moved only where they stand once and are long enough, or in their old context."""
    touching = [e for e in diff.inside(quote.start, quote.end) if _matters(e, quote, new_document)]
    if not touching:
        start = quote.start + diff.shift(quote.start)
        return Carried("same", new_document.quote(start, start + len(quote.exact)))
    moved = _moved(quote, new_document)
    if moved is not None:
        return Carried("moved", moved)
    first, last = touching[0], touching[-1]
    start = first.new_start if first.old_start <= quote.start else (
        quote.start + diff.shift(quote.start))  # fmt: skip
    end = last.new_end if last.old_end >= quote.end else last.new_end + quote.end - last.old_end
    if any(edit.coarse for edit in touching):
        return _aligned(quote, new_document, start, end)
    words = new_document.text[start:end]
    if words.strip() and _alike(quote.exact, words):
        return Carried("changed", new_document.quote(start, end))
    return Carried("gone")


def _matters(edit: Edit, quote: Quote, document: Document) -> bool:
    """Whether an edit changes the words, or glues something to one of their ends."""
    if (
        edit.old_start < quote.end
        and edit.old_end > quote.start
        and (edit.old_start < edit.old_end)
    ):
        return True
    if quote.start < edit.old_start < quote.end:
        return True
    text = document.text
    if edit.old_end == quote.start and edit.new_start < edit.new_end:
        return _glued(text[edit.new_end - 1], quote.exact[0])
    if edit.old_start == quote.end and edit.new_start < edit.new_end:
        return _glued(quote.exact[-1], text[edit.new_start])
    return False


def _glued(left: str, right: str) -> bool:
    return ((left + right).isascii() and left.isalnum() and right.isalnum()) or (
        left.isdigit() and right.isdigit())  # fmt: skip


def _moved(quote: Quote, document: Document) -> Quote | None:
    text, words = document.text, quote.exact
    whole = quote.prefix + words + quote.suffix
    at = text.find(whole)
    if at >= 0 and len(whole) >= len(words) + _TELLING and text.find(whole, at + 1) < 0:
        start = at + len(quote.prefix)
        return document.quote(start, start + len(words))
    if len(words) < _TELLING:
        return None
    at = text.find(words)
    if at < 0 or text.find(words, at + 1) >= 0:
        return None
    return document.quote(at, at + len(words))


def _aligned(quote: Quote, document: Document, start: int, end: int) -> Carried:
    """The place most like the words in a passage that was not compared."""
    from rapidfuzz import fuzz

    found = fuzz.partial_ratio_alignment(quote.exact, document.text[start:end],
                                         score_cutoff=100 * (1 + _ENOUGH_ALIKE) / 2)  # fmt: skip
    if found is None or found.dest_end <= found.dest_start or len(quote.exact) < _TELLING:
        return Carried("gone")
    place = document.quote(start + found.dest_start, start + found.dest_end)
    return Carried("moved" if place.exact == quote.exact else "changed", place)


def _alike(one: str, other: str) -> bool:
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(one, other) >= _ENOUGH_ALIKE


class _Differ:
    """One comparison, with what is left of its work."""

    def __init__(self, old: str, new: str) -> None:
        self.old, self.new = old, new
        self.left = ALL_WORK

    def edits(self) -> Iterator[Edit]:
        """The edits, neighbours joined."""
        held: Edit | None = None
        for edit in self._between(0, len(self.old), 0, len(self.new), 0):
            if held and (held.old_end, held.new_end) == (edit.old_start, edit.new_start):
                held = Edit(held.old_start, edit.old_end, held.new_start, edit.new_end,
                            held.coarse or edit.coarse)  # fmt: skip
                continue
            if held:
                yield held
            held = edit
        if held:
            yield held

    def _between(self, a: int, b: int, c: int, d: int, level: int) -> Iterator[Edit]:
        """The edits that turn `old[a:b]` into `new[c:d]`."""
        same = _common_start(self.old, a, b, self.new, c, d)
        a, c = a + same, c + same
        same = _common_end(self.old, a, b, self.new, c, d)
        b, d = b - same, d - same
        if a == b or c == d:
            if a < b or c < d:
                yield Edit(a, b, c, d)
            return
        work = (b - a) * (d - c)
        if work <= GAP_WORK and (work <= 250_000 or level >= len(_LEVELS)) and work <= self.left:
            self.left -= work
            yield from self._by_characters(a, b, c, d)
        elif level < len(_LEVELS):
            yield from self._by_anchors(a, b, c, d, level)
        else:
            yield Edit(a, b, c, d, coarse=True)

    def _by_characters(self, a: int, b: int, c: int, d: int) -> Iterator[Edit]:
        from rapidfuzz.distance import Indel

        for code in Indel.opcodes(self.old[a:b], self.new[c:d]):
            if code.tag != "equal":
                yield Edit(a + code.src_start, a + code.src_end, c + code.dest_start,
                           c + code.dest_end)  # fmt: skip

    def _by_anchors(self, a: int, b: int, c: int, d: int, level: int) -> Iterator[Edit]:
        for start, end, new_start in self._anchors(a, b, c, d, _LEVELS[level]):
            yield from self._between(a, start, c, new_start, level + 1)
            a, c = end, new_start + end - start
        yield from self._between(a, b, c, d, level + 1)

    def _anchors(
        self, a: int, b: int, c: int, d: int, pieces: re.Pattern[str]
    ) -> list[tuple[int, int, int]]:
        """(old start, old end, new start) of pieces that stand once on each side, in one order."""
        here = _unique(self.old, a, b, pieces)
        there = _unique(self.new, c, d, pieces)
        pairs = [(start, start + len(words), there[words])
                 for words, start in here.items() if words in there]  # fmt: skip
        return _ascending(pairs)


def _unique(text: str, start: int, end: int, pieces: re.Pattern[str]) -> dict[str, int]:
    """Pieces that stand once → where, in text order."""
    found: dict[str, int] = {}
    for match in pieces.finditer(text, start, end):
        words = match.group()
        found[words] = -1 if words in found else match.start()
    return {words: at for words, at in found.items() if at >= 0}


def _ascending(pairs: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """The longest run of pairs whose new places ascend as their old ones do."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, pair in enumerate(pairs):
        place = bisect.bisect_left(tails, pair[2])
        before.append(ends[place - 1] if place else -1)
        tails[place : place + 1] = [pair[2]]
        ends[place : place + 1] = [index]
    chosen = []
    index = ends[-1] if ends else -1
    while index >= 0:
        chosen.append(pairs[index])
        index = before[index]
    return chosen[::-1]


def _common_start(old: str, a: int, b: int, new: str, c: int, d: int) -> int:
    low, high = 0, min(b - a, d - c)
    while low < high:
        middle = (low + high + 1) // 2
        if old[a + low : a + middle] == new[c + low : c + middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _common_end(old: str, a: int, b: int, new: str, c: int, d: int) -> int:
    low, high = 0, min(b - a, d - c)
    while low < high:
        middle = (low + high + 1) // 2
        if old[b - middle : b - low] == new[d - middle : d - low]:
            low = middle
        else:
            high = middle - 1
    return low
