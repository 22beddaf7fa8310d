"""How much of a document became claims: numbers, dates, identifiers and names found, claimed, set
aside with the reason, or left."""

from __future__ import annotations

import bisect
from collections import Counter
from collections.abc import Iterable

from factcheck.claims.reading import Reading
from factcheck.model import Claim, Coverage, Date, FoundValue, Identifier, Tally, Year


def coverage_of(reading: Reading, claims: Iterable[Claim]) -> Coverage:
    """The coverage of one reading by its claims."""
    document = reading.document
    covered = _Covered([(c.quote.start, c.quote.end) for c in claims])
    families: dict[str, list[FoundValue]] = {"numbers": [], "dates": [], "identifiers": []}
    for value in reading.values:
        kind = (
            "identifiers"
            if isinstance(value.value, Identifier)
            else ("dates" if isinstance(value.value, Date | Year) else "numbers")
        )
        families[kind].append(value)
    tallies = {
        kind: _tally(reading, covered, [(v.start, v.end) for v in values])
        for kind, values in families.items()
    }
    names = [(m.start, m.end) for m in reading.mentions if m.kind != "term"]
    body = sum(b.end - b.start for b in document.blocks if b.zone == "body")
    furniture = sum(b.end - b.start for b in document.blocks if b.zone == "furniture")
    return Coverage(
        body_characters=body, furniture_characters=furniture, notes=tuple(document.notes),
        names=_tally(reading, covered, names), **tallies,
    )  # fmt: skip


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


def _tally(reading: Reading, covered: _Covered, spans: list[tuple[int, int]]) -> Tally:
    aside: Counter[str] = Counter()
    claimed = 0
    for start, end in spans:
        block = reading.document.block_at(start)
        if covered.holds(start, end):
            claimed += 1
        elif block is not None and block.kind == "code":
            aside["code"] += 1
        elif block is not None and block.kind == "heading":
            aside["heading"] += 1
        elif block is not None and block.kind == "caption":
            aside["caption"] += 1
    return Tally(found=len(spans), claimed=claimed, set_aside=tuple(sorted(aside.items())))
