"""FC303's other half: two renderings of one original that use different words for one term."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factcheck.reconcile.translation.alignment import Alignment, Bead, Passage
from factcheck.reconcile.translation.termbase import Term, Termbase, TermHit
from factcheck.sources.document import Span

_MARKS = str.maketrans("", "", "ー・- ")
"""Signs by which two spellings of one word differ (パラメータ, パラメーター)."""


def different_terms(
    terms: Termbase, alignment: Alignment, bead: Bead
) -> Iterator[tuple[TermHit, TermHit]]:
    """Pairs of words for one term that the two passages do not share: each passage holds one
    accepted rendering of it, and not the other's."""
    if alignment.original.language != alignment.translation.language:
        return
    left = _told(terms, alignment.original, bead.original)
    right = _told(terms, alignment.translation, bead.translation)
    for name in sorted(left.keys() & right.keys()):
        if left[name].keys().isdisjoint(right[name].keys()):
            yield next(iter(left[name].values())), next(iter(right[name].values()))


def _told(terms: Termbase, passage: Passage, span: Span) -> Mapping[str, dict[str, TermHit]]:
    """The words of each term that stand there, folded, with their first place. A term in Latin
    letters is left as it was, and is no other word."""
    text = passage.document.text
    found: dict[str, dict[str, TermHit]] = {}
    for hit in terms.hits(text, span.start, span.end, passage.language):
        word = text[hit.start : hit.end].casefold().translate(_MARKS)
        if _is_specific(hit.term) and not word.isascii():
            found.setdefault(hit.term.name, {}).setdefault(word, hit)
    return found


def _is_specific(term: Term) -> bool:
    """Whether a term has a fixed rendering: words with wrong ones beside them, and those of
    several words."""
    return bool(term.wrong.get("zh") or term.wrong.get("ja")) or " " in term.name
