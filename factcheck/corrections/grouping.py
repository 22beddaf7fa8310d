"""Findings of one cause together, so that they are shown once and can be ruled on once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from factcheck.model import Conflict, Quote

REPEATED_KINDS = frozenset(("missing_content", "markup_damage", "duplicate", "boilerplate"))
"""Kinds in which the quoted words are where it happens, not what contradicts: findings that differ
in nothing else are of one cause."""
_QUOTED = re.compile("“[^”]{0,200}”|「[^」]{0,200}」")


@dataclass(frozen=True, kw_only=True)
class Finding:
    """Conflicts of one cause in one document, in text order: shown once, with all their places."""

    conflicts: tuple[Conflict, ...]

    @property
    def first(self) -> Conflict:
        return self.conflicts[0]


def anchor(conflict: Conflict) -> Quote:
    """The words that a conflict is shown at: those to change, else its first side."""
    return conflict.suggestion.quote if conflict.suggestion else conflict.sides[0].quote


def in_text_order(conflicts: Iterable[Conflict]) -> list[Conflict]:
    """Conflicts by document and place, those of severity info after the others."""
    return sorted(conflicts, key=lambda c: (anchor(c).source, c.severity == "info",
                                            anchor(c).start, c.code, c.id))  # fmt: skip


def cause(conflict: Conflict) -> tuple[str, ...]:
    """What conflicts of one cause have in common: document, rule, message, severity and fix."""
    fix = conflict.suggestion
    change = (fix.quote.exact, fix.replacement) if fix else ("", "")
    said = conflict.message
    if conflict.kind in REPEATED_KINDS:
        said = _QUOTED.sub("", said)
    return (anchor(conflict).source, conflict.code, said, conflict.severity, *change)


def group(conflicts: Iterable[Conflict]) -> list[Finding]:
    """Conflicts that say the same of one document, with the same fix or none, together."""
    groups: dict[tuple[str, ...], list[Conflict]] = {}
    for conflict in in_text_order(conflicts):
        groups.setdefault(cause(conflict), []).append(conflict)
    return [Finding(conflicts=tuple(members)) for members in groups.values()]
