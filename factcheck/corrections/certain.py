"""Which suggestions need no second pair of eyes: those where the right words are not chosen between
two sides but follow from the text itself, or from its original."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from factcheck.corrections.patching import Fix
from factcheck.model import Conflict, ConflictKind, Quantity, Range, Suggestion
from factcheck.values import parse_values

CERTAIN_FROM: Mapping[ConflictKind, int] = {"markup_damage": 90, "translation": 93}
"""Kind of conflict → confidence in per cent from which its suggestion may be certain. Of the other
kinds none is: inside an article, between sources and against a record either side may err."""


def is_certain(conflict: Conflict) -> bool:
    """Whether a conflict has a suggestion that may be made without asking. In a translation that
    is only a number that has the original's digits and slipped by powers of ten."""
    floor, fix = CERTAIN_FROM.get(conflict.kind), conflict.suggestion
    if fix is None or floor is None or conflict.confidence_percent < floor:
        return False
    return conflict.kind != "translation" or _only_slipped(fix)


def _only_slipped(fix: Suggestion) -> bool:
    """Whether the words say the same digits before and after, number by number."""
    old, new = (list(_digits(words)) for words in (fix.quote.exact, fix.replacement))
    return bool(old) and old == new


def _digits(words: str) -> Iterator[tuple[int, ...]]:
    """The significant digits of every number in the words, in order."""
    for found in parse_values(words):
        value = found.value
        if isinstance(value, Quantity):
            yield _significant(value.value)
        elif isinstance(value, Range):
            yield from (_significant(n) for n in (value.min, value.max) if n is not None)


def _significant(number: Decimal) -> tuple[int, ...]:
    return number.normalize().as_tuple().digits


def certain_fixes(conflicts: Iterable[Conflict], source: str) -> list[Fix]:
    """The certain changes of one source's text, in text order. Where two would change the same
    words differently neither is certain, and both are left out."""
    fixes = sorted({
        Fix(start=s.quote.start, end=s.quote.end, old=s.quote.exact, replacement=s.replacement,
            name=c.code)
        for c in conflicts
        if is_certain(c) and (s := c.suggestion) is not None and s.quote.source == source
    })  # fmt: skip
    plain = {(f.start, f.end, f.replacement): f for f in fixes}
    return _apart(list(plain.values()))


def _apart(fixes: list[Fix]) -> list[Fix]:
    """Those that share no character with another, and do not insert where another one does."""
    kept: list[Fix] = []
    reach, clean = -1, True
    for fix in fixes:
        meets = fix.start < reach or (bool(kept) and fix.start == kept[-1].start)
        if meets and clean and kept:
            kept.pop()
        if not meets:
            kept.append(fix)
        clean = not meets
        reach = max(reach, fix.end)
    return kept
