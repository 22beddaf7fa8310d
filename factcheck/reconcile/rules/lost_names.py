"""FC310: a name that a translation left out, with nothing in its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from factcheck.model import Conflict, Language
from factcheck.reconcile.rules.building import Finding, conflict, listed, side
from factcheck.reconcile.rules.interface import Case, RuleDoc
from factcheck.reconcile.translation.alignment import Alignment, Bead, Passage
from factcheck.reconcile.translation.termbase import TermHit, built_in_names, find_word
from factcheck.sources.document import Span

DOC = RuleDoc(
    code="FC310", version=1, kind="translation", severity="medium",
    title="a name was left out in translation",
    what="The original names a well-known place or organisation; the translated sentence and its "
    "neighbours hold none of its forms, and no word such as `it`, `the city`, 同社 or 当地 that "
    "could stand for it.",
    why="The reader does not learn of whom or where the sentence tells.",
    example="リヨンで開かれた → it was held",
)  # fmt: skip

_STANDS_FOR: Mapping[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"(?<![A-Za-z])(?:it|its|they|their|them|he|his|him|she|her|there|here|this|that|these|"
        r"those|we|us|our|local|domestic|home|national|both|former|latter|others?|another|"
        r"elsewhere|worldwide|global\w{0,2}|international\w{0,2}|foreign|overseas|the (?:country|"
        r"city|state|company|nation|island|region|province|team|club|agency|organi[sz]ation|"
        r"government|union|group|capital|area|continent|town|firm|side))(?![A-Za-z])",
        re.IGNORECASE),
    "zh": re.compile(r"[他她它其该這这那此我两各]|当地|当局|国内|全国|本|国际|海外|世界|对方|双方"),
    "ja": re.compile(r"同|彼|その|この|あの|これ|それ|ここ|そこ|当|本|自|我|国内|現地|両|各|"
                     r"世界|海外|国際|全国|地元"),
}  # fmt: skip
_KATAKANA = re.compile(r"[ァ-ヿー]")
_REGIONS = re.compile(r"四国|九州|近畿|山陰|山陽|地方")
"""Beside these 中国 is a part of Japan."""
_LEAST = 2


class LostNames:
    """Only names whose forms are known in both languages."""

    doc = DOC

    def find(self, case: Case) -> Iterator[Conflict]:
        for alignment in case.alignments:
            languages = {alignment.original.language, alignment.translation.language}
            if alignment.kind != "translation" or "und" in languages or len(languages) < 2:
                continue
            for index, bead in enumerate(alignment.beads):
                if bead.paired:
                    yield from _lost(alignment, bead, _around(alignment, index))


def _around(alignment: Alignment, index: int) -> Span:
    """The translation of a group of sentences with that of its neighbours: a name may move."""
    near = [b for b in alignment.beads[max(0, index - 1) : index + 2] if b.paired]
    return Span(start=min(b.translation.start for b in near),
                end=max(b.translation.end for b in near))  # fmt: skip


def _lost(alignment: Alignment, bead: Bead, near: Span) -> Iterator[Conflict]:
    source, target = alignment.original, alignment.translation
    pattern = _STANDS_FOR.get(target.language)
    if pattern is None or pattern.search(target.document.text, near.start, near.end):
        return
    lost = [hit for hit in _names(source, bead.original) if not _holds(target, near, hit)]
    strange = (h for h in _names(target, bead.translation) if not _holds(source, bead.original, h))
    if not lost or any(True for _ in strange):
        return  # a name in another's place is FC305's
    text = source.document.text
    words = sorted({text[hit.start : hit.end] for hit in lost})
    yield conflict(DOC, Finding(
        sides=(side(target.document, bead.translation.start, bead.translation.end,
                    role="translation"),
               side(source.document, lost[0].start, lost[0].end, role="original")),
        message=f"The original names {listed(words)}; the translation does not",
        explanation=("no form of the name stands in the translated sentence or beside it, and no "
                     "word that could stand for it",),
        confidence=75,
    ))  # fmt: skip


def _names(passage: Passage, span: Span) -> Sequence[TermHit]:
    text = passage.document.text
    hits = built_in_names().hits(text, span.start, span.end, passage.language)
    return [hit for hit in hits if hit.end - hit.start >= _LEAST and _is_whole(text, hit, passage)]


def _is_whole(text: str, hit: TermHit, passage: Passage) -> bool:
    """Whether a name stands by itself: チリ inside ビーチリゾート does not, and English ones have
    a capital."""
    if passage.language == "en":
        return text[hit.start].isupper()
    if passage.language == "ja" and _REGIONS.search(text, max(0, hit.start - 20), hit.end + 20):
        return False
    beside = (text[hit.start - 1 : hit.start], text[hit.end : hit.end + 1])
    return not (_KATAKANA.match(text[hit.start]) and any(map(_KATAKANA.match, beside)))


def _holds(passage: Passage, span: Span, hit: TermHit) -> bool:
    text = passage.document.text
    forms = (*hit.term.renderings.get(passage.language, ()), *hit.term.renderings["en"])
    return any(True for form in forms for _ in find_word(text, span.start, span.end, form))
