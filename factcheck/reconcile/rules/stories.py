"""FC202: two articles that tell one story give different figures for one thing in it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence, Set

from factcheck.model import Conflict, Quantity, fold
from factcheck.reconcile.groups.anchors import Name
from factcheck.reconcile.groups.grouping import OWN_SUBJECTS, Witness, name_key, subject_name
from factcheck.reconcile.groups.spellings import other_spellings
from factcheck.reconcile.groups.stories import (
    ENOUGH,
    NEARLY,
    Shared,
    Story,
    names_of,
    shared_stories,
    stories_of,
    too_common,
)
from factcheck.reconcile.groups.told import holds, kind_of, predicate_of, sentence_at
from factcheck.reconcile.rules.interface import Case, RuleDoc
from factcheck.reconcile.rules.values import (
    contradict,
    disagreement,
    exchanged,
    render_each_other,
    slipped,
)

_MARKED = re.compile(r"[a-z][ -]?[0-9]")
"""What makes a name of a word wherever it stands: a number behind it."""
DOC = RuleDoc(
    code="FC202", version=1, kind="cross_source", severity="medium",
    title="two articles on one story disagree",
    what="Two sections of different articles share rare names and values, each tells a thing "
    "(deaths, length, price, opening) once, and the two values cannot both hold. Another time, "
    "another part, a plan, and members of a family are no conflict.",
    why="At least one of them is wrong, outdated or speaks of something else.",
    example="one report of a ferry that sank gives 23 dead, the other 32",
)  # fmt: skip


class OneStory:
    """Sections that tell one story are held against each other, topic by topic."""

    doc = DOC

    def find(self, case: Case) -> Iterator[Conflict]:
        if sum(e.document.kind != "record" for e in case.extractions) < 2:
            return
        stories = self.study(case)
        yield from self.between(case, stories, self.common(self.traits(stories)))

    def study(self, case: Case) -> list[Story]:
        """All that is looked at in these documents."""
        return list(stories_of(case))

    def traits(self, studied: Sequence[Story]) -> dict[str, int]:
        """What brings documents together, and how often it is there."""
        return names_of(studied)

    def common(self, counts: Mapping[str, int]) -> frozenset[str]:
        """Traits that bring nobody together, by how often they are there in all documents."""
        return too_common(counts)

    def between(self, case: Case, studied: Sequence[Story], common: Set[str]) -> Iterator[Conflict]:
        """What these documents, in order, hold against each other."""
        for shared in shared_stories(studied, common):
            if render_each_other(case.originals, shared.one.document, shared.other.document):
                continue
            for topic in sorted(shared.one.claims.keys() & shared.other.claims.keys()):
                if case.catalogue.get(topic).about in ("article", "work"):
                    continue  # of which article or work, a story does not tell
                yield from _differing(case, shared, topic)
            yield from _slips(case, shared)


def _differing(case: Case, shared: Shared, topic: str) -> Iterator[Conflict]:
    """At most one conflict: of two stories that agree once on a topic nothing is said."""
    predicate = predicate_of(case.catalogue, topic)
    pairs = [
        (one, other)
        for one in shared.one.told(case, topic) for other in shared.other.told(case, topic)
        if _may_be_one(case, shared, one.witness, other.witness)
        and one.scope.allows(other.scope, holds(predicate),
                             slipped(one.witness.claim.value, other.witness.claim.value))
    ]  # fmt: skip
    if len(pairs) == 1 and contradict(predicate, *pairs[0]):
        one, other = pairs[0]
        yield disagreement(DOC, predicate, one.witness, other.witness, shared.names)


def _slips(case: Case, shared: Shared) -> Iterator[Conflict]:
    """Numbers of one kind whose digits stand in another order, whatever is told of them: each is
    told once, and in one story only."""
    if shared.weight < ENOUGH:
        return
    left, right = _numbers(shared.one), _numbers(shared.other)
    for (topic, one), (also, other) in itertools.product(left, right):
        values = one.claim.value, other.claim.value
        if topic == also or kind_of(values[0]) != kind_of(values[1]) or not exchanged(*values):
            continue
        elsewhere = [w for _, w in left if exchanged(w.claim.value, values[1])]
        others = [w for _, w in right if exchanged(values[0], w.claim.value)]
        if len(elsewhere) == len(others) == 1:
            yield disagreement(DOC, predicate_of(case.catalogue, topic), one, other, shared.names)


def _numbers(story: Story) -> list[tuple[str, Witness]]:
    return [
        (topic, witness) for topic, witnesses in story.claims.items() for witness in witnesses
        if isinstance(witness.claim.value, Quantity)
    ]  # fmt: skip


def _may_be_one(case: Case, shared: Shared, one: Witness, other: Witness) -> bool:
    """Whether two claims may be about one thing. Their subjects are renderings of one name, or
    one has a name that both stories know and the other holds nothing that is sure to be a name;
    where neither does, the stories must share more."""
    if name_key(case.catalogue, case.entities, one) == name_key(
        case.catalogue, case.entities, other
    ):
        return False  # FC201 has compared them
    stories = ((one, shared.one, shared.other), (other, shared.other, shared.one))
    names = [subject_name(case.entities, witness) for witness in (one, other)]
    if shared.weight >= ENOUGH and _renderings(names, (one, other)):
        return True
    sure = [
        (name.stem, others) for name, (_, own, others) in zip(names, stories, strict=True)
        if name and (own.names.get(name.stem) or name.stem in others.names
                     or _MARKED.search(name.stem))
    ]  # fmt: skip
    if len(sure) == len(names):
        alike = _spelled_alike(sure[0][0], sure[1][0])
        told_of = _reported_of(one, sure[1][0]) or _reported_of(other, sure[0][0])
        return shared.weight >= (NEARLY if alike else ENOUGH) and (alike or told_of)
    if any(not others.knows(stem) for stem, others in sure):
        # a description in one language, which no name of the other can match
        return one.claim.language != other.claim.language and shared.weight > ENOUGH
    return shared.weight >= (NEARLY if sure or _same_head(one, other) else ENOUGH)


def _reported_of(witness: Witness, stem: str) -> bool:
    """Whether somebody is said to have said it, in a sentence that names another: `Skarv said it
    had led a round for Norvane`."""
    claim, text = witness.claim, witness.document.text
    low, high = sentence_at(text, claim.quote.start, claim.quote.end)
    return claim.modality == "reported" and stem in fold(text[low:high])


def _spelled_alike(one: str, other: str) -> bool:
    return not other_spellings(one).isdisjoint(other_spellings(other))


def _renderings(names: Sequence[Name | None], witnesses: tuple[Witness, Witness]) -> bool:
    """Whether two names may be one in two languages: the same kind of thing."""
    left, right = names
    languages = {witness.claim.language for witness in witnesses}
    return bool(left and right and left.thing and left.thing == right.thing and len(languages) > 1)


def _same_head(one: Witness, other: Witness) -> bool:
    """Whether two descriptions end in one word: 机场跑道 and 跑道, the runway and a runway."""
    left, right = sorted((fold(w.claim.subject) for w in (one, other)), key=len)
    if left in OWN_SUBJECTS:
        return False
    if left.isascii():
        return left.split()[-1:] == right.split()[-1:]
    return len(left) > 1 and right.endswith(left)
