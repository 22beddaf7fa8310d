"""Claims that assert the same thing: equal values, roundings, refinements, translations."""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.claims import Extraction
from factcheck.model import (
    Agreement,
    Claim,
    Entity,
    Language,
    Quantity,
    QuantityList,
    Range,
    Relation,
    Text,
    fold,
)
from factcheck.reconcile.groups.grouping import subject_key
from factcheck.reconcile.translation.alignment import Alignment, Bead
from factcheck.reconcile.translation.figures import figures
from factcheck.values import compare

if TYPE_CHECKING:
    from factcheck.reconcile.rules.interface import Case

_NUMBERS = (Quantity, QuantityList, Range)
_NAMED_ONCE = frozenset({"introduces", "detected"})
"""Predicates of events: one document that tells the same event twice tells it of one work."""
_NAMING = frozenset({"introduces", "method", "builds_on", "architecture", "alias", "member_of"})
_OF_THE_WORK = frozenset({"institution_of_work"})
_MOST_VALUES = 40
_LATIN = re.compile(r"[A-Z][A-Za-z0-9-]{2,30}")
_ENOUGH = 2
_RUN = 5
_HAN_RUN = re.compile(r"[\u4e00-\u9fff]{5}")

Found = Iterator[tuple[Relation, tuple[Claim, ...]]]


def find_agreements(case: Case) -> tuple[Agreement, ...]:
    """Groups of claims that assert the same thing, ordered by their ids."""
    return in_order({*agreements_across(case), *agreements_within(case)})


def agreements_across(case: Case) -> set[Agreement]:
    """What claims of any documents agree on. Of a document only its name and kind are looked at."""
    return _agreements(case, (_equal, _closer, _same_system))


def agreements_within(case: Case) -> set[Agreement]:
    """What a document alone, or with its original and its translations, agrees on."""
    return _agreements(case, (_same_event, _same_work, _rendered, _told_by_title, _told_in_a_line))


def in_order(agreements: Iterable[Agreement]) -> tuple[Agreement, ...]:
    """Ordered by their claims."""
    return tuple(sorted(agreements, key=lambda a: (a.claims, a.relation)))


def _agreements(case: Case, ways: Sequence[Callable[[Case], Found]]) -> set[Agreement]:
    return {
        Agreement(claims=ids, relation=relation)
        for way in ways for relation, claims in way(case)
        if len(ids := tuple(sorted({claim.id for claim in claims}))) > 1
    }  # fmt: skip


def _claims(case: Case) -> Iterator[tuple[Extraction, Claim]]:
    for extraction in case.extractions:
        for claim in extraction.claims:
            if claim.modality != "negated":
                yield extraction, claim


def _equal(case: Case) -> Found:
    """One subject, one predicate, one value key."""
    groups: dict[tuple[str, str, str], list[Claim]] = {}
    for extraction, claim in _claims(case):
        subject = subject_key(case.entities, extraction.document, claim.subject)
        groups.setdefault((subject, claim.predicate, claim.value.key()), []).append(claim)
    for key in sorted(groups):
        yield "same_value", tuple(groups[key])


def _closer(case: Case) -> Found:
    """Numbers of one subject and predicate of which one rounds or contains the other."""
    groups: dict[tuple[str, str], dict[str, list[Claim]]] = {}
    for extraction, claim in _claims(case):
        if isinstance(claim.value, _NUMBERS):
            subject = subject_key(case.entities, extraction.document, claim.subject)
            values = groups.setdefault((subject, claim.predicate), {})
            values.setdefault(claim.value.key(), []).append(claim)
    for values in groups.values():
        rows = [values[key] for key in sorted(values)][:_MOST_VALUES]
        for one, other in itertools.combinations(rows, 2):
            relation = compare(one[0].value, other[0].value)
            if relation in ("rounding", "refines"):
                yield ("rounding" if relation == "rounding" else "refines"), (*one, *other)


def _same_event(case: Case) -> Found:
    """One document says twice that the same thing was introduced or detected."""
    groups: dict[tuple[str, str, str], list[Claim]] = {}
    for extraction, claim in _claims(case):
        if claim.predicate in _NAMED_ONCE and isinstance(claim.value, Entity | Text):
            name = fold(case.entities.canonical(claim.value.value))
            groups.setdefault((extraction.document.name, claim.predicate, name), []).append(claim)
    for key in sorted(groups):
        yield "same_value", tuple(groups[key])


def _same_work(case: Case) -> Found:
    """What is said of a work and of the one system that it introduces."""
    introduced: dict[tuple[str, str], str] = {}
    for extraction, claim in _claims(case):
        if claim.predicate == "introduces" and isinstance(claim.value, Entity):
            document = extraction.document
            place = (document.name, subject_key(case.entities, document, claim.value.value))
            if len(claim.subject.split()) > 2:
                introduced[place] = subject_key(case.entities, document, claim.subject)
    groups: dict[tuple[str, str, str, str], list[Claim]] = {}
    for extraction, claim in _claims(case):
        if claim.predicate in _OF_THE_WORK:
            name = extraction.document.name
            subject = subject_key(case.entities, extraction.document, claim.subject)
            work = introduced.get((name, subject), subject)
            groups.setdefault((name, work, claim.predicate, claim.value.key()), []).append(claim)
    for key in sorted(groups):
        yield "same_value", tuple(groups[key])


def _same_system(case: Case) -> Found:
    """Claims of different documents that name one known system, which none of them is about."""
    groups: dict[str, dict[str, list[Claim]]] = {}
    for extraction, claim in _claims(case):
        if extraction.document.kind == "record" or claim.predicate not in _NAMING:
            continue
        subject = case.entities.canonical(claim.subject)
        for mention in case.entities.mentions(claim.quote.exact):
            if mention.kind == "system" and mention.entity != subject:
                named = groups.setdefault(mention.entity, {})
                named.setdefault(extraction.document.name, []).append(claim)
    for entity in sorted(groups):
        if len(groups[entity]) > 1:
            yield "same_entity", tuple(c for claims in groups[entity].values() for c in claims)


# ---------------------------------------------------------------- translations
def _rendered(case: Case) -> Found:
    """Claims of one predicate in sentences that render each other."""
    by_source = {e.document.snapshot.source: _Index(e.claims) for e in case.extractions}
    for alignment in case.alignments:
        left = by_source.get(alignment.original.document.snapshot.source)
        right = by_source.get(alignment.translation.document.snapshot.source)
        if left is None or right is None:
            continue
        for bead in alignment.beads:
            if bead.paired:
                yield from _rendered_in(case, alignment, bead, (left, right))


@dataclass(frozen=True)
class _Index:
    """The claims of one document, found by place."""

    claims: Sequence[Claim]

    def within(self, start: int, end: int) -> list[Claim]:
        """The claims that begin in a stretch of the text; claims are in text order."""
        first = bisect.bisect_left(self.claims, start, key=lambda c: c.quote.start)
        last = bisect.bisect_left(self.claims, end, key=lambda c: c.quote.start)
        return list(self.claims[first:last])


def _rendered_in(
    case: Case, alignment: Alignment, bead: Bead, indexes: tuple[_Index, _Index]
) -> Found:
    left = indexes[0].within(bead.original.start, bead.original.end)
    right = indexes[1].within(bead.translation.start, bead.translation.end)
    languages = (alignment.original.language, alignment.translation.language)
    for predicate in sorted({c.predicate for c in left} & {c.predicate for c in right}):
        ones = [c for c in left if c.predicate == predicate]
        others = [c for c in right if c.predicate == predicate]
        for one, other in _partners(case, ones, others, languages):
            if compare(one.value, other.value) != "contradicts":
                yield "same_value", (one, other)


def _partners(
    case: Case, ones: Sequence[Claim], others: Sequence[Claim], languages: tuple[Language, Language]
) -> Iterator[tuple[Claim, Claim]]:
    """Equal values first, then what shares terms, then the order where the counts agree."""
    left, right = list(ones), list(others)
    for one in list(left):
        same = next((o for o in right if o.value.key() == one.value.key()), None)
        if same is not None:
            yield one, same
            left.remove(one)
            right.remove(same)
    if len(left) == len(right):
        yield from zip(left, right, strict=True)
        return
    for one in left:
        if not right:
            return
        terms = _concepts(case, one.quote.exact, languages[0])
        best = max(right, key=lambda o: len(terms & _concepts(case, o.quote.exact, languages[1])))
        if terms & _concepts(case, best.quote.exact, languages[1]):
            yield one, best
            right.remove(best)


# ---------------------------------------------------------------- titles
def _told_by_title(case: Case) -> Found:
    """A title in one language and a statement of its section in another that say the same: they
    share at least two terms of the field, names or large numbers."""
    for extraction in case.extractions:
        document = extraction.document
        if document.kind == "record":
            continue
        titles: dict[str, list[Claim]] = {}
        for claim in extraction.claims:
            if claim.predicate == "title" and not claim.qualifier("translation_of"):
                titles.setdefault(fold(claim.quote.exact), []).append(claim)
        latest: dict[int, list[Claim]] = {}
        for claims in titles.values():
            section = document.section_at(claims[-1].quote.start)
            if section is not None:
                latest[section.first] = claims
        for claim in extraction.claims:
            section = document.section_at(claim.quote.start)
            above = latest.get(section.first, ()) if section else ()
            if not above or claim.predicate == "title" or above[-1].language == claim.language:
                continue
            shared = _content(case, above[-1]) & _content(case, claim)
            if len(shared) >= _ENOUGH:
                yield "refines", (*above, claim)


# ---------------------------------------------------------------- one line behind a name
def _told_in_a_line(case: Case) -> Found:
    """A line behind the name of a system, and what else the document says of that system: where it
    is introduced, values that the line holds, and statements that share a run of words with it."""
    for extraction in case.extractions:
        by_name: dict[str, list[Claim]] = {}
        for claim in extraction.claims:
            subject = subject_key(case.entities, extraction.document, claim.subject)
            by_name.setdefault(subject, []).append(claim)
            if claim.predicate == "introduces" and isinstance(claim.value, Entity):
                name = subject_key(case.entities, extraction.document, claim.value.value)
                by_name.setdefault(name, []).append(claim)
        for claims in by_name.values():
            lines = [claim for claim in claims if claim.predicate == "tagline"]
            for line in lines[:_MOST_VALUES]:
                yield from _with_line(line, claims)


def _with_line(line: Claim, claims: Sequence[Claim]) -> Found:
    numbers = [c for c in claims if isinstance(c.value, _NUMBERS)]
    inside = {c.value.key() for c in numbers if _encloses(line, c)}
    runs = _runs(line)
    for claim in claims:
        if claim.predicate == "introduces":
            yield "same_entity", (claim, line)
        elif claim.value.key() in inside and not _encloses(line, claim):
            yield "same_value", (claim, line)
        elif claim.predicate != "tagline" and isinstance(claim.value, Text) and not (
            _encloses(line, claim) or runs.isdisjoint(_runs(claim))
        ):  # fmt: skip
            yield "refines", (claim, line)


def _encloses(outer: Claim, inner: Claim) -> bool:
    return outer.quote.start <= inner.quote.start and inner.quote.end <= outer.quote.end


def _runs(claim: Claim) -> frozenset[str]:
    """Every run of five Han characters: two texts hardly share one by chance."""
    value = claim.value.value if isinstance(claim.value, Text) else ""
    return frozenset(value[at : at + _RUN] for at in range(len(value) - _RUN + 1)
                     if _HAN_RUN.fullmatch(value, at, at + _RUN))  # fmt: skip


def _content(case: Case, claim: Claim) -> frozenset[str]:
    """What a quote says, in a form that holds across languages."""
    text = claim.quote.exact
    names = {f"name {found.casefold()}" for found in _LATIN.findall(text)}
    numbers = {
        f"number {figure.value}" for figure in figures(text, 0, len(text), claim.language)
        if figure.value >= 1000
    }  # fmt: skip
    return frozenset({*_concepts(case, text, claim.language), *names, *numbers})


def _concepts(case: Case, text: str, language: Language) -> frozenset[str]:
    """The terms of the field that a quote names, in its language or in English."""
    spoken: Iterable[Language] = {language, "en"} if language != "und" else {"en"}
    found = {
        hit.term.name for known in sorted(spoken)
        for hit in case.terms.hits(text, 0, len(text), known)
    }  # fmt: skip
    for term in case.terms.terms.values():
        if any(word in text for word in term.wrong.get(language, ())):
            found.add(term.name)
    return frozenset(found)
