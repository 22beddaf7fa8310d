"""FC101 and FC201: two values for one thing, in one article or in two."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType

from factcheck.claims.catalogue import Predicate
from factcheck.model import Conflict, Quantity, Side, Value
from factcheck.reconcile.grouping import (
    Group,
    Told,
    Witness,
    distinct,
    groups,
    is_family,
    own_claims,
    relation,
    told_once,
)
from factcheck.reconcile.number_words import spaced, times
from factcheck.reconcile.rules.building import Finding, conflict, shorten, side
from factcheck.reconcile.rules.interface import Case, RuleDoc
from factcheck.reconcile.scopes import Scope
from factcheck.reconcile.told import holds
from factcheck.values import format_value

INSIDE = RuleDoc(
    code="FC101", version=1, kind="internal", severity="high",
    title="one article gives two values for one thing",
    what="The same subject has two values for something that can have only one, within one scope. "
    "Ranges, roundings, members of a family and values of different times are no conflict.",
    why="A reader cannot tell which of the two is meant.",
    example="`Gopher has 280 billion parameters` and `Gopher: 28 billion parameters`",
)  # fmt: skip
ACROSS = RuleDoc(
    code="FC201", version=2, kind="cross_source", severity="medium",
    title="two articles disagree",
    what="Two articles give different values for something that can have only one.",
    why="At least one of them is wrong, outdated or speaks of something else.",
    example="one article says 250 million sequences, the other 25 million",
)  # fmt: skip

_MOST = 40
"""Different values of one thing that a document is held against."""
_SENTENCE = re.compile(r"[。！？!?\n]|\.(?=\s)")


class TwoValues:
    """Within one document. Two values of one sentence are a list of members and no conflict."""

    doc = INSIDE

    def find(self, case: Case) -> Iterator[Conflict]:
        for group in groups(case):
            yield from self.judge(group)

    def judge(
        self, group: Group, originals: Mapping[str, str] = MappingProxyType({})
    ) -> Iterator[Conflict]:
        """What one group holds against this rule; one document alone needs no `originals`."""
        for predicate, witnesses in own_claims(group):
            if len(witnesses) < 2 or is_family(witnesses):
                continue
            values = distinct(predicate, witnesses)
            if len(values) == 2 and not _one_sentence(*values):
                yield _conflict(INSIDE, predicate, values[0], values[1])


class TwoArticles:
    """Across documents, each of which gives one value for one scope."""

    doc = ACROSS

    def find(self, case: Case) -> Iterator[Conflict]:
        for group in groups(case):
            yield from self.judge(group, case.originals)

    def judge(
        self, group: Group, originals: Mapping[str, str] = MappingProxyType({})
    ) -> Iterator[Conflict]:
        """What one group holds against this rule. A document is held against the first of each
        value told before it, so that many that agree cost no more than one. Between an original
        and its translation (`originals`) FC301 says what changed."""
        seen: dict[tuple[str, Scope], Told] = {}
        flagged: set[str] = set()
        for told in told_once(group):
            name = told.witness.document.name
            against = next((
                other for other in itertools.islice(seen.values(), _MOST)
                if name not in flagged and _contradict(group.predicate, other, told)
                and not _render_each_other(originals, other.witness, told.witness)
            ), None)  # fmt: skip
            if against is not None:
                flagged.add(name)
                yield _conflict(ACROSS, group.predicate, against.witness, told.witness)
            seen.setdefault((_compared(told.witness.claim.value), told.scope), told)


def _contradict(predicate: Predicate, one: Told, other: Told) -> bool:
    if one.witness.document.name == other.witness.document.name:
        return False
    values = one.witness.claim.value, other.witness.claim.value
    return relation(predicate, *values) == "contradicts" and one.scope.allows(
        other.scope, holds(predicate), _slipped(*values)
    )  # fmt: skip


def _compared(value: Value) -> str:
    """All of a value that a comparison looks at: not how it is written."""
    return repr({**value.to_dict(), "as_written": ""})


def _render_each_other(originals: Mapping[str, str], one: Witness, other: Witness) -> bool:
    """Whether one is the translation of the other: FC301 then says what changed."""
    a, b = one.document.name, other.document.name
    return originals.get(a) == b or originals.get(b) == a


def _one_sentence(one: Witness, other: Witness) -> bool:
    first, second = sorted((one.claim.quote, other.claim.quote), key=lambda q: q.start)
    if first.end >= second.start:
        return True
    return not _SENTENCE.search(one.document.text, first.end, second.start)


def _conflict(doc: RuleDoc, predicate: Predicate, one: Witness, other: Witness) -> Conflict:
    subject = shorten(one.claim.subject)
    what = predicate.name.replace("_", " ")
    values = one.claim.value, other.claim.value
    readings = [format_value(value, "en") for value in values]
    slipped = _slipped(*values)
    return conflict(doc, Finding(
        sides=(_side(one, readings[0]), _side(other, readings[1])),
        message=f"{subject} has two values for {what}: {readings[0]} and {readings[1]}; "
        "the two cannot both hold",
        explanation=tuple(_arithmetic(one, other)), confidence=85 if slipped else 65,
        severity=None if slipped else "medium",
    ))  # fmt: skip


def _slipped(one: Value, other: Value) -> bool:
    """Whether the numbers have the same digits, at another magnitude or in another order: a slip,
    not another fact."""
    if not isinstance(one, Quantity) or not isinstance(other, Quantity):
        return False
    if not one.value or not other.value:
        return False
    digits = [sorted(value.normalize().as_tuple().digits) for value in (one.value, other.value)]
    return digits[0] == digits[1]


def _side(witness: Witness, reading: str) -> Side:
    quote = witness.claim.quote
    return side(witness.document, quote.start, quote.end, role=witness.claim.predicate,
                reading=reading, claim=witness.claim.id)  # fmt: skip


def _arithmetic(one: Witness, other: Witness) -> Iterator[str]:
    a, b = one.claim.value, other.claim.value
    yield f"“{shorten(one.claim.quote.exact)}” against “{shorten(other.claim.quote.exact)}”"
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        yield f"{spaced(a.value)} against {spaced(b.value)}"
        if a.value != Decimal(0) and b.value != Decimal(0):
            yield f"the second is {times(b.value, a.value)}" if (
                "times" in times(b.value, a.value)) else times(b.value, a.value)  # fmt: skip
