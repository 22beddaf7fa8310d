"""Which sections of different articles tell one story: they share names that few others have, and
values. Two reports rarely use one subject for one fact; that they are of one event shows in what
else they say."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from factcheck.model import Claim, Date, Language, Quantity, Year, fold
from factcheck.reconcile.groups.anchors import text_names
from factcheck.reconcile.groups.grouping import Group, Told, Witness, comparable, told_once
from factcheck.reconcile.groups.spellings import other_spellings
from factcheck.reconcile.groups.told import predicate_of
from factcheck.reconcile.rules.interface import Case
from factcheck.reconcile.translation.termbase import built_in_names
from factcheck.sources.document import Document

LONGEST = 4000
"""Characters that one story may have; a longer section tells many."""
MOST_STORIES = 30
"""Stories that may share a name before it says nothing."""
ENOUGH = 4
"""Weight of what two stories must share, in half names, to be compared."""
NEARLY = 3
"""The same where a claim's own subject is named in the other story as well."""
_KNOWN, _VALUE = 1, 1
_MOST_VALUES = 4
_SMALL = 10


@dataclass(frozen=True, kw_only=True)
class Story:
    """One section: its names by weight, its values, and its comparable claims by topic.
    `spellings` lead from how names are met in other scripts to the names."""

    document: Document
    start: int
    end: int
    names: Mapping[str, int]
    spellings: Mapping[str, str]
    values: frozenset[str]
    claims: Mapping[str, tuple[Witness, ...]]

    def knows(self, stem: str) -> bool:
        """Whether a name stands in the section, in any spelling."""
        return stem in self.names or not other_spellings(stem).isdisjoint(self.spellings)

    def told(self, case: Case, topic: str) -> tuple[Told, ...]:
        """What the section tells once of a topic, by scope."""
        return tuple(told_once(Group(
            subject="", predicate=predicate_of(case.catalogue, topic),
            witnesses=self.claims[topic], catalogue=case.catalogue, entities=case.entities,
        )))  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Shared:
    """Two stories that are likely one, and what they share."""

    one: Story
    other: Story
    names: tuple[str, ...]
    weight: int


def names_of(stories: Iterable[Story]) -> dict[str, int]:
    """Name → how many of the stories have it."""
    return dict(Counter(name for story in stories for name in (*story.names, *story.spellings)))


def too_common(counts: Mapping[str, int]) -> frozenset[str]:
    """The names that so many stories have that they say nothing."""
    return frozenset(name for name, number in counts.items() if number > MOST_STORIES)


def shared_stories(stories: Sequence[Story], common: Set[str]) -> Iterator[Shared]:
    """Pairs of sections of different documents that tell one story, in the order given. `common`
    are the names that bring nobody together, though they weigh where another does."""
    holders: dict[str, list[int]] = {}
    for place, story in enumerate(stories):
        for name in (*story.names, *story.spellings):
            if name not in common:
                holders.setdefault(name, []).append(place)
    pairs = {pair for places in holders.values() for pair in itertools.combinations(places, 2)}
    for left, right in sorted(pairs):
        one, other = stories[left], stories[right]
        if one.document.name != other.document.name and (shared := _shared(one, other)):
            yield shared


def _shared(one: Story, other: Story) -> Shared | None:
    pairs = {(name, name) for name in one.names.keys() & other.names.keys()}
    pairs |= {
        (one.spellings[key], other.spellings[key])
        for key in one.spellings.keys() & other.spellings.keys()
        if one.spellings[key] not in other.names and other.spellings[key] not in one.names
    }
    names = dict(sorted(pairs))
    weight = sum(max(one.names[left], other.names[right]) for left, right in names.items())
    values = len(one.values & other.values)
    weight += _VALUE * min(values, _MOST_VALUES)
    if weight < NEARLY:
        return None
    return Shared(one=one, other=other, names=tuple(names), weight=weight)


def stories_of(case: Case) -> Iterator[Story]:
    """The stories of a case, by document and place. A document alone gives the same as the
    document among others."""
    found: dict[tuple[str, int], dict[str, list[Witness]]] = {}
    documents = {e.document.name: e.document for e in case.extractions}
    told = {e.document.name: e.claims for e in case.extractions}
    for witness, topic in comparable(case):
        section = witness.document.section_at(witness.claim.quote.start)
        place = (witness.document.name, section.first if section else -1)
        found.setdefault(place, {}).setdefault(topic, []).append(witness)
    for (name, _), claims in sorted(found.items(), key=lambda item: item[0]):
        document = documents[name]
        start, end = _extent(document, next(iter(claims.values()))[0])
        if end - start <= LONGEST:
            names = _names(document, (start, end), case)
            yield Story(
                document=document, start=start, end=end, names=names,
                spellings=_spellings(names),
                values=frozenset(_values(told[name], start, end)),
                claims={topic: tuple(held) for topic, held in sorted(claims.items())},
            )  # fmt: skip


def _extent(document: Document, witness: Witness) -> tuple[int, int]:
    section = document.section_at(witness.claim.quote.start)
    if section is None or section.last <= section.first:
        return 0, len(document.text)
    return document.blocks[section.first].start, document.blocks[section.last - 1].end


def _names(
    document: Document, extent: tuple[int, int], case: Case
) -> dict[str, int]:  # fmt: skip
    text, language = document.text, _language(document)
    start, end = extent
    found: dict[str, int] = {}
    for mention in case.entities.mentions(text, start, end):
        found.setdefault(fold(mention.entity), _KNOWN)
    for hit in built_in_names().hits(text, start, end, language):
        if hit.end - hit.start > 1:
            found.setdefault(fold(hit.term.name), _KNOWN)
    for name, sure in text_names(text[start:end], language):
        found[name.stem] = max(found.get(name.stem, 0), sure)
    return found


def _spellings(names: Iterable[str]) -> dict[str, str]:
    return {spelling: name for name in sorted(names) for spelling in other_spellings(name)}


def _language(document: Document) -> Language:
    return document.language if document.language in ("en", "zh", "ja") else "en"


def _values(claims: Iterable[Claim], start: int, end: int) -> Iterator[str]:
    """Values that two stories hardly share by chance: dates, numbers with two digits or a unit."""
    for claim in claims:
        value = claim.value
        if not start <= claim.quote.start < end:
            continue
        if isinstance(value, Date | Year):
            yield value.key()
        elif isinstance(value, Quantity) and (value.unit or abs(value.value) > _SMALL):
            yield f"{value.value.normalize()} {value.dimension or ''}"


__all__ = ["Shared", "Story", "names_of", "shared_stories", "stories_of", "too_common"]
