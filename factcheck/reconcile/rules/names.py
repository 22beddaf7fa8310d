"""FC305: a known name that a translation replaced by another one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.model import Conflict
from factcheck.reconcile.rules.building import Finding, conflict, side
from factcheck.reconcile.rules.interface import Case, RuleDoc
from factcheck.reconcile.translation.alignment import Alignment, Bead, Passage
from factcheck.reconcile.translation.termbase import TermHit, built_in_names, find_word
from factcheck.sources.document import Span

DOC = RuleDoc(
    code="FC305", version=2, kind="translation", severity="high",
    title="a name was replaced or added in translation",
    what="The translation names a well-known place, organisation or person of whom the original "
    "holds no form in its own language.",
    why="The statement is made about somebody or something else.",
    example="加拿大 → Belgium",
)  # fmt: skip

_ONE_SIGN = 1
_CAPITAL = re.compile(r"[A-Z]")
_MONEY = re.compile(
    r"の?(?:ドル|ポンド|フラン|ルピー|リラ|ペソ|クローネ|クローナ|ルーブル|レアル|ウォン|円|"
    r"元(?![首帅老旦年日])|卢布|卢比|法郎|比索|克朗|里拉|雷亚尔|先令|第纳尔|里亚尔)|"
    r"[ ](?:dollars?|pounds?|francs?|rupees?|pesos?|kron[aeo]r?|roubles?|rubles?|yen|won|"
    r"dinars?|riyals?|shillings?|lira|real)(?![A-Za-z])"
)
"""Behind a country's name: the two together are a currency, and a unit is nobody's name."""
_LATIN_NAME = re.compile(
    r"(?<![A-Za-z0-9.])[A-Z][A-Za-z]{2,30}(?:[ ][A-Z][A-Za-z]{1,30}){0,3}(?![A-Za-z0-9])"
)


class ChangedNames:
    """Only names whose forms are known in both languages; a name that is left out is no finding,
    since pronouns and shorter forms do the same work."""

    doc = DOC

    def find(self, case: Case) -> Iterator[Conflict]:
        for alignment in case.alignments:
            if alignment.kind != "translation":
                continue
            languages = {alignment.original.language, alignment.translation.language}
            if "und" in languages or len(languages) < 2:
                continue
            for bead in alignment.beads:
                if bead.paired:
                    yield from _compare(alignment, bead)


@dataclass(frozen=True, kw_only=True)
class _Half:
    """One side of a group of sentences."""

    passage: Passage
    span: Span

    def names(self) -> list[TermHit]:
        text, span = self.passage.document.text, self.span
        hits = built_in_names().hits(text, span.start, span.end, self.passage.language)
        return [h for h in hits if h.end - h.start > _ONE_SIGN and not _MONEY.match(
            text, h.end) and (
            self.passage.language != "en" or _CAPITAL.match(text[h.start]))]  # fmt: skip

    def holds(self, hit: TermHit) -> bool:
        """Whether any form of the name, in this language or in Latin letters, stands here."""
        text, span = self.passage.document.text, self.span
        forms = (*hit.term.renderings.get(self.passage.language, ()), *hit.term.renderings["en"])
        return any(True for form in forms for _ in find_word(text, span.start, span.end, form))


def _compare(alignment: Alignment, bead: Bead) -> Iterator[Conflict]:
    source = _Half(passage=alignment.original, span=bead.original)
    target = _Half(passage=alignment.translation, span=bead.translation)
    wide = _Half(passage=alignment.original, span=_widened(alignment, bead))
    added = _first_of_each([h for h in target.names() if not wide.holds(h)])
    lost = _first_of_each([h for h in source.names() if not target.holds(h)])
    for index, hit in enumerate(added):
        yield _conflict(source, target, hit, lost[index] if index < len(lost) else None)
    if not added:
        yield from _lost_latin(source, target)


def _widened(alignment: Alignment, bead: Bead) -> Span:
    """The original with a sentence on either side: a name may have moved."""
    at = alignment.beads.index(bead)
    near = alignment.beads[max(0, at - 1) : at + 2]
    return Span(start=near[0].original.start, end=near[-1].original.end)


def _first_of_each(hits: Sequence[TermHit]) -> list[TermHit]:
    seen: dict[str, TermHit] = {}
    for hit in hits:
        seen.setdefault(hit.term.name, hit)
    return list(seen.values())


def _lost_latin(source: _Half, target: _Half) -> Iterator[Conflict]:
    """A name in Latin letters inside Chinese or Japanese text that the translation does not hold,
    while it has a Latin name of its own that the original does not hold."""
    if source.passage.language == "en" or target.passage.language != "en":
        return
    text, span = source.passage.document.text, source.span
    words = target.passage.document.text[target.span.start : target.span.end].casefold()
    for found in _LATIN_NAME.finditer(text, span.start, span.end):
        parts = found.group().split()
        if any(part.casefold() in words for part in parts):
            continue
        yield conflict(DOC, Finding(
            sides=(side(target.passage.document, target.span.start, target.span.end,
                        role="translation"),
                   side(source.passage.document, found.start(), found.end(), role="original")),
            message=f"The original names {found.group()}; the translation does not",
            explanation=("the name stands in Latin letters and needs no rendering",),
            confidence=70, severity="medium",
        ))  # fmt: skip


def _conflict(source: _Half, target: _Half, hit: TermHit, partner: TermHit | None) -> Conflict:
    document = target.passage.document
    word = document.text[hit.start : hit.end]
    original = source.passage.document
    start, end = (partner.start, partner.end) if partner else (source.span.start, source.span.end)
    instead = f"; “{original.text[start:end]}” has no counterpart" if partner else ""
    return conflict(DOC, Finding(
        sides=(side(document, hit.start, hit.end, role="translation"),
               side(original, start, end, role="original")),
        message=f"The translation names {word}, the original does not{instead}",
        explanation=(f"no form of {hit.term.name} stands in the original sentence",),
        confidence=85 if partner else 70,
    ))  # fmt: skip
