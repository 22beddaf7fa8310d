"""FC101 and FC201: two values for one thing, in one article or in two."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType

from factcheck.claims.catalogue import Predicate
from factcheck.model import Conflict, Quantity, Side, Value, fold
from factcheck.reconcile.groups.grouping import (
    OWN_SUBJECTS,
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
from factcheck.reconcile.groups.scopes import Scope, parts_agree, scope_of
from factcheck.reconcile.groups.told import PLAIN, holds
from factcheck.reconcile.likelier import likelier
from factcheck.reconcile.rules.building import Finding, conflict, listed, shorten, side
from factcheck.reconcile.rules.interface import Case, RuleDoc
from factcheck.reconcile.translation.number_words import spaced, times
from factcheck.sources.document import Document
from factcheck.values import format_value

INSIDE = RuleDoc(
    code="FC101", version=4, kind="internal", severity="high",
    title="one article gives two values for one thing",
    what="The same subject has two values for something that can have only one, within one scope. "
    "Ranges, roundings, members of a family and values of different times are no conflict.",
    why="A reader cannot tell which of the two is meant.",
    example="`Gopher has 280 billion parameters` and `Gopher: 28 billion parameters`",
)  # fmt: skip
ACROSS = RuleDoc(
    code="FC201", version=4, kind="cross_source", severity="medium",
    title="two articles disagree",
    what="Two articles give different values for something that can have only one.",
    why="At least one of them is wrong, outdated or speaks of something else.",
    example="one article says 250 million sequences, the other 25 million",
)  # fmt: skip

_MOST = 40
"""Different values of one thing that a document is held against."""
_MOST_NAMES = 4
_EARLIER = "former"
"""The words of scopes.toml for what was before."""
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
        if not _is_contested(group):
            return
        for predicate, witnesses in own_claims(group):
            if len(witnesses) < 2 or is_family(witnesses):
                continue
            values = distinct(predicate, witnesses)
            if len(values) == 2 and not (_one_sentence(*values) or _of_two_times(*values)):
                yield _conflict(INSIDE, predicate, values[0], values[1], witnesses)


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
        if not _is_contested(group):
            return
        seen: dict[tuple[str, Scope], Told] = {}
        flagged: set[str] = set()
        for told in told_once(group):
            name = told.witness.document.name
            against = next((
                other for other in itertools.islice(seen.values(), _MOST)
                if name not in flagged and contradict(group.predicate, other, told)
                and not render_each_other(
                    originals, other.witness.document, told.witness.document)
            ), None)  # fmt: skip
            if against is not None:
                flagged.add(name)
                yield disagreement(ACROSS, group.predicate, against.witness, told.witness,
                                   among=group.witnesses)  # fmt: skip
            seen.setdefault((_compared(told.witness.claim.value), told.scope), told)


def _is_contested(group: Group) -> bool:
    """Whether two values are told at all: of most groups no more need be known."""
    return len({witness.claim.value.key() for witness in group.witnesses}) > 1


def contradict(predicate: Predicate, one: Told, other: Told) -> bool:
    """Whether what two documents tell cannot both hold of one thing at one time."""
    if one.witness.document.name == other.witness.document.name:
        return False
    values = one.witness.claim.value, other.witness.claim.value
    slip = slipped(*values)
    if predicate.name.startswith(PLAIN) and not (slip and _has_digits(values[0])):
        return False
    claims = one.witness.claim, other.witness.claim
    texts = one.witness.document.text, other.witness.document.text
    return (
        relation(predicate, *values) == "contradicts"
        and one.scope.allows(other.scope, holds(predicate), slip)
        and parts_agree(*claims, texts)
    )


def exchanged(one: Value, other: Value) -> bool:
    """Whether two numbers of one size have the same digits, two or more, in another order."""
    return (
        slipped(one, other) and isinstance(one, Quantity) and isinstance(other, Quantity)
        and _has_digits(one) and one.value != other.value
        and one.value.adjusted() == other.value.adjusted()
    )  # fmt: skip


def _has_digits(value: Value) -> bool:
    """Whether a number has two digits that could be exchanged."""
    return isinstance(value, Quantity) and len(value.value.normalize().as_tuple().digits) > 1


def _compared(value: Value) -> str:
    """All of a value that a comparison looks at: not how it is written."""
    return repr({**value.to_dict(), "as_written": ""})


def render_each_other(originals: Mapping[str, str], one: Document, other: Document) -> bool:
    """Whether one is the translation of the other: FC301 then says what changed."""
    return originals.get(one.name) == other.name or originals.get(other.name) == one.name


def _of_two_times(one: Witness, other: Witness) -> bool:
    """Whether one value alone is said to be an earlier one: of the previous round, 前回の."""
    earlier = [
        _EARLIER in scope_of(w.claim, w.document.text, frozenset()).limits for w in (one, other)
    ]
    return earlier[0] != earlier[1]


def _one_sentence(one: Witness, other: Witness) -> bool:
    first, second = sorted((one.claim.quote, other.claim.quote), key=lambda q: q.start)
    if first.end >= second.start:
        return True
    return not _SENTENCE.search(one.document.text, first.end, second.start)


def _conflict(
    doc: RuleDoc, predicate: Predicate, one: Witness, other: Witness, among: Sequence[Witness]
) -> Conflict:
    subject = shorten(one.claim.subject)
    readings = [format_value(w.claim.value, "en") for w in (one, other)]
    return _found(doc, (one, other), (
        f"{subject} has two values for {_told(predicate)}: {readings[0]} and {readings[1]}; "
        "the two cannot both hold"
    ), among=among)  # fmt: skip


def disagreement(
    doc: RuleDoc, predicate: Predicate, one: Witness, other: Witness, shared: Sequence[str] = (),
    among: Sequence[Witness] = (),
) -> Conflict:  # fmt: skip
    """What two articles give for one thing, and where. `shared` are names that both stories
    have, `among` all who speak of the thing."""
    places = [f"{_reading(w)} in {w.document.name} (“{shorten(w.claim.quote.exact)}”)"
              for w in (one, other)]  # fmt: skip
    about = _about(one, other)
    message = (
        f"{_told(predicate)}{f' of {about}' if about else ''}: {places[0]} against {places[1]}"
    )
    names = [f"both name {listed(shared[:_MOST_NAMES])}"] if shared else []
    return _found(doc, (one, other), message[:1].upper() + message[1:], names, among)


def _about(one: Witness, other: Witness) -> str:
    """The subject for a message: one that is a name rather than the article."""
    subjects = [w.claim.subject for w in (one, other) if fold(w.claim.subject) not in OWN_SUBJECTS]
    return shorten(min(subjects, key=len)) if subjects else ""


def _told(predicate: Predicate) -> str:
    return predicate.name.removeprefix(PLAIN).replace("_", " ")


def _reading(witness: Witness) -> str:
    return format_value(witness.claim.value, "en")


def _found(
    doc: RuleDoc, sides: tuple[Witness, Witness], message: str, evidence: Sequence[str] = (),
    among: Sequence[Witness] = (),
) -> Conflict:  # fmt: skip
    same_digits = slipped(sides[0].claim.value, sides[1].claim.value)
    return conflict(doc, Finding(
        sides=tuple(_side(w, _reading(w)) for w in sides), message=message,
        explanation=(*_arithmetic(*sides), *evidence, *likelier(among or sides, *sides)),
        confidence=85 if same_digits else 65,
        severity=None if same_digits else "medium",
    ))  # fmt: skip


def slipped(one: Value, other: Value) -> bool:
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
