"""Names of people in records, in reading order, whatever the parts they were given in."""

from __future__ import annotations

import re

from factcheck.sources.document import Span
from factcheck.sources.records.json_spans import Node
from factcheck.sources.records.record import Stated

_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
OTHERS = frozenset({"others", "et al", "et al.", "and others", "等", "ほか", "他"})
"""Names that stand for the rest of a list."""


def joined(given: str, family: str) -> str:
    """`Jane`, `Doe` as `Jane Doe`; names in Han or kana with the family name first."""
    if _WIDE.search(family) and (not given or _WIDE.search(given)):
        return family + given
    return " ".join(part for part in (given, family) if part)


def turned(name: str) -> str:
    """`Doe, Jane` as `Jane Doe`, `Doe, Jane, Jr.` as `Jane Doe Jr.`"""
    parts = [" ".join(part.split()) for part in name.split(",")]
    if len(parts) < 2 or not all(parts):
        return " ".join(name.split())
    return " ".join([joined(parts[1], parts[0]), *parts[2:]])


def people(nodes: list[Node]) -> tuple[tuple[Stated, ...], bool]:
    """The people of a CSL or Crossref list, and whether the list is left open."""
    found: list[Stated] = []
    is_open = False
    for node in nodes:
        given, family = node.text("given"), node.text("family")
        particle = node.text("non-dropping-particle") or node.text("dropping-particle")
        if family:
            name = joined(given, " ".join(part for part in (particle, family) if part))
            name = " ".join(part for part in (name, node.text("suffix")) if part)
            keys: tuple[str, ...] = ("given", "family", "suffix")
        else:
            keys = next(((key,) for key in ("literal", "name", "given") if node.text(key)), ())
            name = node.text(*keys) if keys else turned(node.words or "")
        if name.casefold() in OTHERS:
            is_open = True
        elif name:
            found.append(Stated(value=name, span=_around(node, keys)))
    return tuple(found), is_open


def _around(node: Node, keys: tuple[str, ...]) -> Span:
    parts = [part for key in keys if (part := node.get(key)) is not None and part.words]
    if not parts:
        return node.span
    return Span(start=min(p.start for p in parts), end=max(p.end for p in parts))
