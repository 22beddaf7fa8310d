"""FC302: a term rendered as another one, and qualifiers that a translation dropped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.model import Conflict, Language, Side
from factcheck.reconcile.rules.building import Finding, conflict, listed, side, suggest
from factcheck.reconcile.rules.interface import Case, RuleDoc
from factcheck.reconcile.translation.alignment import Alignment, Bead, Passage
from factcheck.reconcile.translation.termbase import (
    TermHit,
    built_in_qualifiers,
    find_word,
)
from factcheck.sources.document import Span

DOC = RuleDoc(
    code="FC302", version=3, kind="translation", severity="medium",
    title="a term or a qualifier changed in translation",
    what="A term of the field is rendered by a word for something else, part of a compound term "
    "is replaced, or a qualifier such as “known” is gone.",
    why="The translated sentence says something its original does not say.",
    example="`sparse global attention` → 疎な局所的注意 (sparse local attention)",
)  # fmt: skip

_JOINT = re.compile(r"[ \-–‐‑/]{1,2}")
_FILLER = re.compile(r"[的之のと・·\-‐–\s]")
_CUT = re.compile(r"[、。，．；：！？,.;:!?()（）「」『』\n]")
_REACH = 18
_TECHNICAL = 3
"""Distinct terms of the field that a passage must hold before a wrong rendering is believed: in
a text about something else, 培训 is the right word for training."""


@dataclass(frozen=True, kw_only=True)
class _Scene:
    """One pair of sentence groups on the desk, with the terms of the original's side."""

    case: Case
    alignment: Alignment
    bead: Bead
    terms: tuple[TermHit, ...]

    @property
    def source(self) -> Passage:
        return self.alignment.original

    @property
    def target(self) -> Passage:
        return self.alignment.translation

    def has(self, words: Sequence[str]) -> bool:
        """Whether the translation's sentences hold any of the words."""
        return any(self.places(word) for word in words)

    def places(self, word: str) -> list[tuple[int, int]]:
        span = self.bead.translation
        return list(find_word(self.target.document.text, span.start, span.end, word))


class ChangedTerms:
    """Wrong renderings that the termbase lists, compounds of which a part was replaced, and
    dropped qualifiers before a term whose rendering is there."""

    doc = DOC

    def find(self, case: Case) -> Iterator[Conflict]:
        for alignment in case.alignments:
            if alignment.kind == "rendering":
                continue
            source = alignment.original
            whole = case.terms.hits(source.document.text, source.span.start, source.span.end,
                                    source.language)  # fmt: skip
            technical = len({hit.term.name for hit in whole}) >= _TECHNICAL
            for bead in alignment.beads:
                if not bead.paired:
                    continue
                terms = tuple(
                    h for h in whole if bead.original.start <= h.start < bead.original.end
                )
                scene = _Scene(case=case, alignment=alignment, bead=bead, terms=terms)
                yield from _wrong_renderings(scene, technical=technical)
                if source.language == "en":
                    yield from _replaced_parts(scene)
                    if alignment.kind == "translation":
                        yield from _dropped_qualifiers(scene)


def _wrong_renderings(scene: _Scene, *, technical: bool) -> Iterator[Conflict]:
    """Words that the termbase lists as wrong for a term of the original. Outside technical texts
    only those that are the accepted word for another term: 助理教授 is no associate professor
    anywhere."""
    language = scene.target.language
    for hit in scene.terms:
        wrong = hit.term.wrong.get(language, ())
        accepted = hit.term.renderings.get(language, ())
        if not wrong or not accepted or _stands_free(scene, accepted, wrong):
            continue
        fair = {word for other in scene.terms if other.term is not hit.term
                for word in other.term.renderings.get(language, ())}  # fmt: skip
        for word in wrong:
            other = _meaning(scene, word)
            if word in fair or not (technical or other):
                continue
            places = scene.places(word)
            if places:
                yield _term_conflict(scene, hit, places[0], word, other)
                break


def _meaning(scene: _Scene, word: str) -> str:
    """The term that a word is the accepted rendering of; nothing where it is of none."""
    language = scene.target.language
    hits = scene.case.terms.hits(word, 0, len(word), language)
    return hits[0].term.name if len(hits) == 1 and hits[0].end - hits[0].start == len(word) else ""


def _stands_free(scene: _Scene, accepted: Sequence[str], wrong: Sequence[str]) -> bool:
    """Whether an accepted rendering stands there by itself, not inside a wrong one (计算 in
    计算机)."""
    strange = [place for word in wrong for place in scene.places(word)]
    return any(
        not any(a <= start and end <= b and (a, b) != (start, end) for a, b in strange)
        for word in accepted for start, end in scene.places(word)
    )  # fmt: skip


def _term_conflict(
    scene: _Scene, hit: TermHit, place: tuple[int, int], word: str, other: str
) -> Conflict:
    """`other` is the term that the word does mean, where that is known: then another thing is
    said, and not only in strange words."""
    source, target = scene.source.document, scene.target.document
    accepted = hit.term.renderings[scene.target.language]
    original = source.text[hit.start : hit.end]
    return conflict(DOC, Finding(
        sides=(side(target, *place, role="translation"),
               side(source, hit.start, hit.end, role="original")),
        message=f"“{word}” stands for “{original}”; the accepted renderings are "
        f"{listed(list(accepted[:3]))}",
        explanation=(f"{original}: {', '.join(accepted)}",
                     f"“{word}” means {other}" if other else f"“{word}” names something else"),
        suggestion=suggest(target, *place, _usual(target.text, accepted)), confidence=80,
        severity="medium" if other else "low",
    ))  # fmt: skip


def _usual(text: str, accepted: Sequence[str]) -> str:
    """The accepted rendering that the text uses most; the first of the list when it uses none."""
    return max(accepted, key=lambda word: (text.count(word), -accepted.index(word)))


# ---------------------------------------------------------------- compounds
def _groups(scene: _Scene) -> Iterator[list[TermHit]]:
    """Runs of terms that stand side by side in the original: the parts of one compound, the head
    last."""
    text = scene.source.document.text
    run: list[TermHit] = []
    for hit in scene.terms:
        if run and _JOINT.fullmatch(text[run[-1].end : hit.start]):
            run.append(hit)
            continue
        if len(run) > 1:
            yield run
        run = [hit]
    if len(run) > 1:
        yield run


@dataclass(frozen=True, kw_only=True)
class _Rendered:
    """A compound found in the translation: where it stands, the parts that are there with their
    places, the parts that are not, and the words that stand in their place."""

    span: Span
    parts: tuple[tuple[TermHit, tuple[int, int]], ...]
    missing: tuple[TermHit, ...]
    residue: str


def _rendered(group: Sequence[TermHit], target: Passage, span: Span) -> _Rendered | None:
    """The place where the head stands with at least one of its modifiers before it."""
    text, language = target.document.text, target.language
    head = group[-1]
    for at, end in _places(text, span, head, language):
        parts: list[tuple[TermHit, tuple[int, int]]] = []
        missing = []
        for modifier in group[:-1]:
            near = [
                (a, b) for a, b in _places(text, span, modifier, language)
                if b <= at and at - a <= _REACH and not _CUT.search(text, a, at)
            ]  # fmt: skip
            if near:
                parts.append((modifier, near[-1]))
            elif not _places(text, span, modifier, language):
                missing.append(modifier)
        if parts:
            first = min(place[0] for _, place in parts)
            rest = text[first:at]
            for _, place in sorted(parts, key=lambda part: -part[1][0]):
                rest = rest[: place[0] - first] + rest[place[1] - first :]
            return _Rendered(span=Span(start=first, end=end), parts=tuple(parts),
                             missing=tuple(missing), residue=_FILLER.sub("", rest))  # fmt: skip
    return None


def _places(text: str, span: Span, hit: TermHit, language: Language) -> list[tuple[int, int]]:
    words = sorted(hit.term.renderings.get(language, ()), key=len, reverse=True)
    return [place for word in words for place in find_word(text, span.start, span.end, word)]


def _replaced_parts(scene: _Scene) -> Iterator[Conflict]:
    for group in _groups(scene):
        found = _rendered(group, scene.target, scene.bead.translation)
        if found is None or not found.missing or len(found.residue) < 2:
            continue
        target, source = scene.target.document, scene.source.document
        stranger = _stranger(scene, found)
        if stranger is None:
            continue
        strange = target.text[stranger.start : stranger.end]
        other = _other_rendering(scene, group)
        missing = listed([source.text[h.start : h.end] for h in found.missing])
        words = target.text[found.span.start : found.span.end]
        start = min(hit.start for hit in (*found.missing, *(hit for hit, _ in found.parts)))
        original = source.text[start : group[-1].end]
        sides = [side(target, found.span.start, found.span.end, role="translation"),
                 side(source, start, group[-1].end, role="original")]  # fmt: skip
        if other is not None:
            sides.append(other)
        yield conflict(DOC, Finding(
            sides=tuple(sides),
            message=f"“{words}” renders “{original}” without “{missing}” and says "
            f"“{stranger.term.name}” instead",
            explanation=(f"“{strange}” = {stranger.term.name}; the original has “{missing}” there",
                         *((f"another rendering in this document: “{other.quote.exact}”",)
                           if other else ())),
            suggestion=suggest(target, found.span.start, found.span.end,
                               other.quote.exact if other else _mended(scene, found, stranger)),
            confidence=90,
        ))  # fmt: skip


def _stranger(scene: _Scene, found: _Rendered) -> TermHit | None:
    """The term of the field that stands among the words in between, when the original's sentences
    do not hold it; None when they name none."""
    language, text = scene.target.language, scene.target.document.text
    named = {hit.term.name for hit in scene.terms}
    taken = [place for _, place in found.parts]
    for hit in scene.case.terms.hits(text, found.span.start, found.span.end, language):
        inside = any(a < hit.end and hit.start < b for a, b in taken)
        if hit.term.name not in named and not inside:
            return hit
    return None


def _mended(scene: _Scene, found: _Rendered, stranger: TermHit) -> str:
    """The compound with the accepted rendering of what is missing in the stranger's place."""
    text, language = scene.target.document.text, scene.target.language
    right = "".join(h.term.renderings[language][0] for h in found.missing
                    if language in h.term.renderings)  # fmt: skip
    return text[found.span.start : stranger.start] + right + text[stranger.end : found.span.end]


def _other_rendering(scene: _Scene, group: Sequence[TermHit]) -> Side | None:
    """The compound as another rendering of the same original has it complete."""
    for other in scene.case.alignments:
        if other.original != scene.source or other.translation == scene.target:
            continue
        if other.translation.language != scene.target.language:
            continue
        found = _rendered(group, other.translation, other.translation.span)
        if found and not found.missing and not found.residue:
            return side(other.translation.document, found.span.start, found.span.end,
                        role="other rendering")  # fmt: skip
    return None


# ---------------------------------------------------------------- qualifiers
def _dropped_qualifiers(scene: _Scene) -> Iterator[Conflict]:
    """A qualifier that stands directly before a term, the term's rendering being there and the
    qualifier's nowhere in the sentences."""
    text = scene.source.document.text
    language = scene.target.language
    span = scene.bead.original
    for hit in built_in_qualifiers().hits(text, span.start, span.end, "en"):
        group = _limited(scene, hit)
        if not group or scene.has(hit.term.renderings.get(language, ())):
            continue
        place = _phrase(scene, group)
        insert = hit.term.insert.get(language, "")
        if place is None or not insert:
            continue
        target = scene.target.document
        words = target.text[place[0] : place[1]]
        qualifier = text[hit.start : hit.end]
        yield conflict(DOC, Finding(
            sides=(side(target, *place, role="translation"),
                   side(scene.source.document, hit.start, group[-1].end, role="original")),
            message=f"“{qualifier}” is gone from the translation: “{words}”",
            explanation=(f"“{text[hit.start : group[-1].end]}” is rendered “{words}”",
                         f"no rendering of “{qualifier}” stands in the sentence"),
            suggestion=suggest(target, *place, insert + words), confidence=75, severity="low",
        ))  # fmt: skip


def _limited(scene: _Scene, qualifier: TermHit) -> list[TermHit]:
    """The terms that stand directly behind the qualifier."""
    text = scene.source.document.text
    run: list[TermHit] = []
    at = qualifier.end
    for hit in scene.terms:
        if hit.start >= at and _JOINT.fullmatch(text[at : hit.start]):
            run.append(hit)
            at = hit.end
    return run


def _phrase(scene: _Scene, group: Sequence[TermHit]) -> tuple[int, int] | None:
    """Where the limited words stand in the translation, all of them side by side."""
    target, span = scene.target, scene.bead.translation
    if len(group) == 1:
        places = _places(target.document.text, span, group[0], target.language)
        return places[0] if len(places) == 1 else None
    found = _rendered(group, target, span)
    if found is None or found.missing or found.residue:
        return None
    return found.span.start, found.span.end
