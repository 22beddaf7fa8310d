"""Gives every conflict its section and its ordinal, so that equal words stay apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from factcheck.model import Conflict, fold
from factcheck.sources.document import Document


def place(conflict: Conflict) -> tuple[object, ...]:
    """The order of conflicts: source, place, code; then anything that makes it total."""
    sides = tuple((s.quote.source, s.quote.start, s.quote.end) for s in conflict.sides)
    return (*sides[0], conflict.code, sides, conflict.message)


def number_conflicts(
    conflicts: Iterable[Conflict], documents: Mapping[str, Document]
) -> tuple[Conflict, ...]:
    """The conflicts in order, each with the subject of the section of its first side and, among
    equals inside that section, its ordinal in text order."""
    seen: dict[tuple[object, ...], int] = {}
    numbered = []
    for conflict in sorted(conflicts, key=place):
        first = conflict.sides[0].quote
        section = section_subject(documents.get(first.source), first.start)
        words = tuple(sorted((s.quote.source, fold(s.quote.exact)) for s in conflict.sides))
        equals = (conflict.code, first.source, fold(section), words)
        ordinal = seen.get(equals, 0)
        seen[equals] = ordinal + 1
        numbered.append(replace(conflict, section=section, ordinal=ordinal))
    return tuple(numbered)


def section_subject(document: Document | None, offset: int) -> str:
    """What the section at an offset is about; empty before the first heading."""
    section = document.section_at(offset) if document else None
    return (section.subject or section.title) if section else ""
