"""Lays what was found on the words of an article: conflicts, notices, corrections and claims, also
where they overlap."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise

from factcheck.corrections.case import Case
from factcheck.corrections.ledger import Ledger
from factcheck.model import Claim, Conflict, Notice, Quote
from factcheck.reports.anchors import anchor, mark_anchor, side_label
from factcheck.reports.article import LOOKS, ArticleView, Look, Mark, Paragraph, Run
from factcheck.reports.changes import change_of, correction_change
from factcheck.reports.contents import Anchored, Cards
from factcheck.reports.passages import Places
from factcheck.reports.value_words import value_words
from factcheck.reports.wording import (
    CORRECTION_STATES,
    NOTICE_KINDS,
    STANDING,
    STATES,
    STATUSES,
    spelt_out,
)
from factcheck.sources.document import Block, Document

_STRENGTH: Mapping[Look, int] = {look: place for place, look in enumerate(LOOKS)}
_NUMBERED = ("conflict", "notice", "correction")


@dataclass(frozen=True)
class Found:
    """What was found in one source, before it lies on its words."""

    conflicts: list[tuple[Anchored, int]] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    corrections: list[Case] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)


@dataclass(frozen=True)
class MarkUp:
    """Makes the articles of one ledger, one at a time."""

    ledger: Ledger
    places: Places
    cards: Cards

    def shown(self) -> list[str]:
        """The sources that have a page: all articles that were read, and the records in which
        something was found."""
        return [slug for slug in sorted(self.ledger.documents) if self._has_page(slug)]

    def article(self, slug: str) -> ArticleView:
        """The article of a source with its marks."""
        document = self.ledger.documents[slug]
        found = self._found.get(slug, Found())
        record = document.kind == "record"
        marks = _numbered(self._marks(found, with_claims=not record))
        paragraphs = _paragraphs(document, marks)
        left_out = 0
        if record:
            paragraphs, left_out = _only_found(paragraphs)
        return ArticleView(
            anchor=anchor("a", slug), source=slug, title=self.places.title(slug),
            language=document.language, record=record, paragraphs=tuple(paragraphs),
            noted=sum(1 for mark in marks if mark.number), claimed=len(found.claims),
            left_out=left_out,
        )  # fmt: skip

    def _has_page(self, slug: str) -> bool:
        found = self._found.get(slug, Found())
        article = self.ledger.documents[slug].kind == "article"
        return article or bool(found.conflicts or found.notices or found.corrections)

    @cached_property
    def _found(self) -> Mapping[str, Found]:
        by_source: dict[str, Found] = {}

        def of(quote: Quote) -> Found:
            return by_source.setdefault(quote.source, Found())

        for group in self.cards.plans:
            for one in group:
                for index, side in enumerate(one[0].sides):
                    if self.places.document_of(side.quote):
                        of(side.quote).conflicts.append((one, index))
        for notice in self.ledger.notices:
            if self.places.document_of(notice.quote):
                of(notice.quote).notices.append(notice)
        for case in self.ledger.corrections:
            # what a machine proposed and nobody looked at stands with its conflict
            if self.places.document_of(case.target) and (case.decisions or not case.conflict):
                of(case.target).corrections.append(case)
        for claim in self.ledger.claims:
            if self.places.document_of(claim.quote):
                of(claim.quote).claims.append(claim)
        return by_source

    def _marks(self, found: Found, with_claims: bool) -> Iterable[Mark]:
        for (conflict, name), index in found.conflicts:
            yield self._conflict(conflict, name, index)
        for notice in found.notices:
            yield _notice(notice)
        for case in found.corrections:
            yield self._correction(case)
        for claim in found.claims if with_claims else ():
            yield self._claim(claim)

    def _conflict(self, conflict: Conflict, name: str, index: int) -> Mark:
        label = side_label(index) if len(conflict.sides) > 1 else ""
        quote = conflict.sides[index].quote
        suggested = conflict.suggestion
        here = suggested is not None and suggested.quote.overlaps(quote)
        return Mark(
            kind="conflict", look=conflict.severity if conflict.state in STANDING else "settled",
            anchor=mark_anchor(name, side_label(index)), target=name,
            note=f"note-{name}-{side_label(index).lower()}", start=quote.start, end=quote.end,
            label=label, code=conflict.code, state=STATES[conflict.state], told=conflict.message,
            change=change_of(suggested, self.places) if here else None,
        )  # fmt: skip

    def _correction(self, case: Case) -> Mark:
        name = anchor("x", case.id)
        open_ = case.state not in ("published", "rejected", "superseded")
        return Mark(
            kind="correction", look="correction" if open_ else "settled",
            anchor=mark_anchor(name), target=name, note=f"note-{name}", start=case.target.start,
            end=case.target.end, code=case.code, state=CORRECTION_STATES[case.state],
            told=case.message, change=correction_change(case, self.places),
        )  # fmt: skip

    def _claim(self, claim: Claim) -> Mark:
        status = self.ledger.statuses.get(claim.key, "logged")
        spoken = bool(self.ledger.history.get(claim.key))
        matter = f"{claim.subject}, {spelt_out(claim.predicate)}"
        return Mark(
            kind="claim", look="disputed" if status == "disputed" else "claim", anchor="", note="",
            target=anchor("k", claim.key) if spoken else "", start=claim.quote.start,
            end=claim.quote.end, state="" if status == "logged" else STATUSES[status],
            words=claim.quote.exact, told=f"{matter}: {value_words(claim.value)}",
        )  # fmt: skip


def _notice(notice: Notice) -> Mark:
    name = anchor("n", notice.id)
    return Mark(
        kind="notice", look="notice", anchor=mark_anchor(name), target=name, note=f"note-{name}",
        start=notice.quote.start, end=notice.quote.end, state=NOTICE_KINDS[notice.kind],
    )  # fmt: skip


def _numbered(marks: Iterable[Mark]) -> list[Mark]:
    """The marks in text order, those that have a note numbered from 1."""
    ordered = sorted(marks, key=lambda m: (m.start, -m.end, _STRENGTH[m.look], m.anchor, m.told))
    number = 0
    for place, mark in enumerate(ordered):
        if mark.kind in _NUMBERED:
            number += 1
            ordered[place] = replace(mark, number=number)
    return ordered


class _Layers:
    """How many marks lie on the words, as one goes through a text from its start to its end."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        self._opening = sorted(marks, key=lambda mark: mark.start)
        self._closing = sorted(marks, key=lambda mark: (mark.end, mark.start, mark.number))
        self._opened = self._closed = 0
        self._looks: Counter[Look] = Counter()
        self._layers = 0

    def at(self, start: int) -> tuple[Look | None, int]:
        """The strongest look on the words that begin here, and how many numbered marks."""
        while self._opened < len(self._opening) and self._opening[self._opened].start <= start:
            self._count(self._opening[self._opened], 1)
            self._opened += 1
        while self._closed < len(self._closing) and self._closing[self._closed].end <= start:
            self._count(self._closing[self._closed], -1)
            self._closed += 1
        return next((look for look in LOOKS if self._looks[look] > 0), None), self._layers

    def _count(self, mark: Mark, by: int) -> None:
        self._looks[mark.look] += by
        self._layers += by if mark.number else 0


def _paragraphs(document: Document, marks: Sequence[Mark]) -> list[Paragraph]:
    """The blocks of the document, cut into runs where marks begin and end. Marks that lie between
    blocks belong to the block before them."""
    bounds = sorted({offset for mark in marks for offset in (mark.start, mark.end)})
    layers = _Layers(marks)
    begin, end = _by_block(document, marks)
    paragraphs = []
    for index, block in enumerate(document.blocks):
        here = begin.get(index, [])
        paragraphs.append(Paragraph(
            kind=block.kind, level=block.level, furniture=block.zone == "furniture",
            language=document.language if block.language == "und" else block.language,
            runs=tuple(_runs(document.text, block, bounds, layers, end.get(index, []))),
            notes=tuple(mark for mark in here if mark.number),
            claims=tuple(mark for mark in here if not mark.number),
        ))  # fmt: skip
    return paragraphs


def _by_block(
    document: Document, marks: Sequence[Mark]
) -> tuple[dict[int, list[Mark]], dict[int, list[Mark]]]:
    """The marks by the block in which they begin, and those with a number by that in which they
    end, in text order."""
    starts = [block.start for block in document.blocks]
    begin: dict[int, list[Mark]] = {}
    end: dict[int, list[Mark]] = {}
    for mark in marks:
        first = max(0, bisect_right(starts, mark.start) - 1)
        last = max(first, bisect_left(starts, mark.end) - 1)
        begin.setdefault(first, []).append(mark)
        if mark.number:
            end.setdefault(last, []).append(mark)
    return begin, end


def _runs(
    text: str, block: Block, bounds: Sequence[int], layers: _Layers, ends: Sequence[Mark]
) -> Iterable[Run]:
    """The block's text in runs; marks that end behind its last character end with its last run."""
    inner = bounds[bisect_right(bounds, block.start) : bisect_left(bounds, block.end)]
    cuts = [block.start, *inner, block.end]
    ending: dict[int, list[Mark]] = {}
    for mark in ends:
        ending.setdefault(min(max(mark.end, cuts[1]), block.end), []).append(mark)
    for start, stop in pairwise(cuts):
        look, depth = layers.at(start)
        yield Run(text=text[start:stop], look=look, layers=depth, ends=tuple(ending.get(stop, ())))


def _only_found(paragraphs: Iterable[Paragraph]) -> tuple[list[Paragraph], int]:
    """The paragraphs on which something was found, each with the number of those left out before
    it, and how many are left out at the end."""
    shown, left_out = [], 0
    for paragraph in paragraphs:
        if paragraph.notes or any(run.layers for run in paragraph.runs):
            shown.append(replace(paragraph, left_out=left_out))
            left_out = 0
        else:
            left_out += 1
    return shown, left_out
