"""FC306: a term rendered word for word into something else, seen without the original."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from factcheck.model import Conflict, Language
from factcheck.reconcile.rules.building import Finding, conflict, side, suggest
from factcheck.reconcile.rules.interface import Case, RuleDoc
from factcheck.sources.document import Document

DOC = RuleDoc(
    code="FC306", version=1, kind="translation", severity="low",
    title="a term of the field rendered word for word",
    what="A phrase is a literal rendering that names something else in this field: 新兴能力 for "
    "emergent abilities, 変圧器モデル for a Transformer. Only in texts about the field.",
    why="Readers who know the field stumble; readers who do not learn a wrong word.",
    example="自動回帰モデル → 自己回帰モデル",
)  # fmt: skip

_TECHNICAL = 3
"""Distinct terms of the field that a text must hold: elsewhere the phrase may be right."""


@dataclass(frozen=True, kw_only=True)
class Calque:
    """One phrase: what was meant, as it is found, as the field says it; `near` are words of which
    the text must hold one."""

    meant: str
    calque: str
    term: str
    near: tuple[str, ...] = ()


class Calques:
    """Looks up a table of phrases; nothing is guessed."""

    doc = DOC

    def find(self, case: Case) -> Iterator[Conflict]:
        for extraction in case.extractions:
            document = extraction.document
            if document.kind != "record" and _technical(case, document):
                yield from _calques(document)


def _technical(case: Case, document: Document) -> bool:
    names = set()
    for block in document.blocks:
        if block.zone != "body":
            continue
        spoken: set[Language] = {"en"} if block.language == "und" else {block.language, "en"}
        for language in sorted(spoken):
            for hit in case.terms.hits(document.text, block.start, block.end, language):
                names.add(hit.term.name)
        if len(names) >= _TECHNICAL:
            return True
    return False


def _calques(document: Document) -> Iterator[Conflict]:
    for block in document.blocks:
        table = _table().get(block.language)
        if table is None or block.zone != "body" or block.kind == "code":
            continue
        for found in table.pattern.finditer(document.text, block.start, block.end):
            entry = table.entries[found.group().casefold()]
            if entry.near and not any(word in document.text for word in entry.near):
                continue
            start, end = found.span()
            yield conflict(DOC, Finding(
                sides=(side(document, start, end, role="rendering"),),
                message=f"“{found.group()}” is a word-for-word rendering of “{entry.meant}”; "
                f"the field says “{entry.term}”",
                explanation=(f"{entry.meant} = {entry.term}",),
                suggestion=suggest(document, start, end, entry.term), confidence=85,
            ))  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class _Table:
    pattern: re.Pattern[str]
    entries: Mapping[str, Calque]


@cache
def _table() -> Mapping[Language, _Table]:
    data = tomllib.loads(
        files("factcheck.reconcile").joinpath("calques.toml").read_text(encoding="utf-8")
    )
    tables: dict[Language, _Table] = {}
    for language, rows in (("zh", data["zh"]), ("ja", data["ja"]), ("en", data["en"])):
        entries = {
            row["calque"].casefold(): Calque(meant=row["meant"], calque=row["calque"],
                                             term=row["term"], near=tuple(row.get("near", ())))
            for row in rows
        }  # fmt: skip
        words = sorted(entries, key=lambda word: (-len(word), word))
        pattern = re.compile("|".join(map(re.escape, words)), re.IGNORECASE)
        tables[_language(language)] = _Table(pattern=pattern, entries=entries)
    return tables


def _language(code: str) -> Language:
    known: dict[str, Language] = {"zh": "zh", "ja": "ja", "en": "en"}
    return known[code]
