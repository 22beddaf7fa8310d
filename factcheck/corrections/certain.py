"""Which suggestions need no second pair of eyes: those where the right words are not chosen between
two sides but follow from the text itself, or from its original."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from factcheck.corrections.patching import Fix
from factcheck.model import Conflict, ConflictKind

CERTAIN_FROM: Mapping[ConflictKind, int] = {"markup_damage": 90, "translation": 93}
"""Kind of conflict → confidence in per cent from which its suggestion is certain. Of the other
kinds none is: inside an article, between sources and against a record either side may err. In a
translation only a plain number of the same unit, in the same place of the sentence, is so sure."""


def is_certain(conflict: Conflict) -> bool:
    """Whether a conflict has a suggestion that may be made without asking."""
    floor = CERTAIN_FROM.get(conflict.kind)
    return (
        conflict.suggestion is not None
        and floor is not None
        and conflict.confidence_percent >= floor
    )


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
