"""How much of a document became claims: numbers, dates, identifiers and names found, claimed, set
aside with the reason, or left."""

from __future__ import annotations

import bisect
from collections import Counter
from collections.abc import Iterable, Iterator

from factcheck.claims.extractors.uncounted import counts_nothing
from factcheck.claims.reading import Reading
from factcheck.model import Claim, Coverage, Date, FoundValue, Identifier, Tally, Year
from factcheck.sources.document import Document
from factcheck.values import parse_values

FAMILIES = ("numbers", "dates", "identifiers")


def coverage_of(reading: Reading, claims: Iterable[Claim]) -> Coverage:
    """The coverage of one reading by its claims. What stands in furniture or in code is found and
    set aside; it makes no claims."""
    document = reading.document
    covered = _Covered([(c.quote.start, c.quote.end) for c in claims])
    tallies = {family: _Counting() for family in FAMILIES}
    for value in reading.values:
        tallies[_family(value)].add(covered, value.start, value.end, _reason(reading, value))
    for value, reason in _outside(document):
        tallies[_family(value)].add(covered, value.start, value.end, reason)
    names = _Counting()
    for mention in reading.mentions:
        if mention.kind != "term":
            names.add(covered, mention.start, mention.end, _place(reading, mention.start))
    body = sum(b.end - b.start for b in document.blocks if b.zone == "body")
    furniture = sum(b.end - b.start for b in document.blocks if b.zone == "furniture")
    return Coverage(
        body_characters=body, furniture_characters=furniture, notes=tuple(document.notes),
        names=names.tally(), **{family: counted.tally() for family, counted in tallies.items()},
    )  # fmt: skip


def _family(found: FoundValue) -> str:
    if isinstance(found.value, Identifier):
        return "identifiers"
    return "dates" if isinstance(found.value, Date | Year) else "numbers"


def _outside(document: Document) -> Iterator[tuple[FoundValue, str]]:
    """The values of blocks that are not read for claims, with the reason why they are not."""
    for block in document.blocks:
        if block.zone == "body" and block.kind != "code":
            continue
        reason = f"furniture: {block.reason}" if block.reason else block.zone
        reason = reason if block.zone == "furniture" else "code"
        start = block.content.start
        for value in parse_values(document.text[start : block.content.end]):
            yield FoundValue(start=start + value.start, end=start + value.end, quote=value.quote,
                             value=value.value), reason  # fmt: skip


class _Covered:
    """Stretches of text that some claim quotes, joined."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        for start, end in sorted(spans):
            if self.ends and start <= self.ends[-1]:
                self.ends[-1] = max(self.ends[-1], end)
            else:
                self.starts.append(start)
                self.ends.append(end)

    def holds(self, start: int, end: int) -> bool:
        index = bisect.bisect_right(self.starts, start) - 1
        return index >= 0 and end <= self.ends[index]


class _Counting:
    """A tally in the making."""

    def __init__(self) -> None:
        self._found = self._claimed = 0
        self._aside: Counter[str] = Counter()

    def add(self, covered: _Covered, start: int, end: int, reason: str | None) -> None:
        """Count one mention: claimed where a claim quotes it, else set aside where there is a
        reason, else left."""
        self._found += 1
        if covered.holds(start, end):
            self._claimed += 1
        elif reason is not None:
            self._aside[reason] += 1

    def tally(self) -> Tally:
        return Tally(found=self._found, claimed=self._claimed,
                     set_aside=tuple(sorted(self._aside.items())))  # fmt: skip


def _reason(reading: Reading, found: FoundValue) -> str | None:
    """Why a value is no claim, None where nothing tells."""
    place = _place(reading, found.start)
    if place is None and counts_nothing(reading, found):
        return "counts nothing"
    return place


def _place(reading: Reading, start: int) -> str | None:
    block = reading.document.block_at(start)
    return block.kind if block is not None and block.kind in ("heading", "caption") else None
